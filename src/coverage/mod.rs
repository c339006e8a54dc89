//! Who is reached, what is missed, and where to spend next (METHODS section 7).

mod allocate;
mod book;
mod calls;
mod checks;
mod dimensions;
mod envelope;
mod grid;
mod guess;
mod issues;
mod market;
mod moves;
mod params;
mod plan;
mod reach;
mod reached;
mod reallocate;
mod reallocation;
mod report;
mod response;
mod sources;
mod span;
mod stands;
mod strike;
mod targets;
mod tier;
mod touches;

pub use allocate::{Allocation, CLOSE, Spending, allocate};
pub use book::{Book, coverage};
pub use calls::{CallQuery, CallRow, CallWhich};
pub use checks::{Check, Checks, ENOUGH, Known, Tellable, checks};
pub use grid::{Grid, MOST_CELLS, MOST_DIMENSIONS};
pub use market::{CellMarket, CellStanding, MarketReport, market};
pub use params::{
    Capacity, CoverageParams, GridDimension, Only, Outcome, Per, PlanLine, Potential, Roster,
    TargetColumns, TierFigure, TierScore, TouchKind, WeightedFigure,
};
pub use plan::{Compliance, Status, Touched, compliance};
pub use reach::reach;
pub use reached::{CellReach, ReachParams, ReachReport, Reached};
pub use reallocation::{
    CellCost, CellLimit, Move, Needed, Reallocation, ReallocationParams, ResponseModel, SpentCell,
    Worth,
};
pub use report::{
    CoverageInputs, CoverageIssue, CoverageIssueCode, CoverageReport, KnownTouches, Moved,
    OfferedDimension, OutcomeColumn, OwnerReport, Strike, TierPlan,
};
pub use response::Response;
pub use sources::Sources;
pub use span::{MONTH, Span};
pub use stands::{Stance, StandFigures, Stands, stances};
pub use tier::{Criterion, TierShares, scores, tiers};
pub use touches::Touches;

use dimensions::Dimensions;
use envelope::{Envelope, last};
use guess::{
    PLAN, TargetFigure, is_tier, outcome, potential, span_named, target_figure, tier_order,
};
use issues::Issues;
use moves::moves;
use reach::whole_up;
use sources::PlacedContacts;
use span::months_from;
use strike::strikes;
use targets::{CellTargets, NamedDimension, cell_targets, target_columns};
