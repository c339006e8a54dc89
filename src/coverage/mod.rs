//! Who is reached, what is missed, and where to spend next (METHODS section 7).

mod allocate;
mod envelope;
mod grid;
mod market;
mod plan;
mod reach;
mod response;
mod tier;
mod touches;

pub use allocate::{Allocation, CLOSE, Spending, allocate};
pub use grid::{Grid, MOST_CELLS, MOST_DIMENSIONS};
pub use market::{CellMarket, CellStanding, MarketReport, market};
pub use plan::{Compliance, Status, Touched, compliance};
pub use reach::{CellReach, ReachParams, ReachReport, Reached, reach};
pub use response::Response;
pub use tier::{Criterion, TierShares, scores, tiers};
pub use touches::Touches;

use envelope::{Envelope, last};
