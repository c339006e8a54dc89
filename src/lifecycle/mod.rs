//! Where customers stand between their first order and being lost (METHODS section 3).

mod cohorts;
mod gaps;
mod params;
mod report;
mod stage;
mod stages;

pub use cohorts::Cohorts;
pub use gaps::{Gaps, gaps_between};
pub use params::{LifecycleParams, Thresholds};
pub use report::{LifecycleReport, StageRow, lifecycle};
pub use stage::Stage;
pub use stages::{by_own_gap, stages};
