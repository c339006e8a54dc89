//! Recency, frequency, monetary: cut points, scores, ties, rules over scores, value tiers.

mod cuts;
mod params;
mod report;
mod rules;
mod scored;
mod scores;
mod sets;
mod sums;
mod tiers;

pub use params::{RfmParams, Scoring, Ties};
pub use report::{Cell, Dimension, RfmReport, SegmentRow, TierRow, report};
pub use rules::{Overlap, Rule, RuleCheck};
pub use scored::{Rfm, score};
pub use sets::RuleSet;
pub use tiers::Tiers;

use cuts::{Cut, cuts, quantile_cuts, score_by};
use params::{RfmPlan, bad};
use rules::{OTHERS, ScoreCells, check_rules};
use scores::{Groups, scores_by_cuts, scores_within};
use sums::Sums;
use tiers::TIERS;
