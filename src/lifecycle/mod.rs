//! Where customers stand between their first order and being lost (METHODS section 3).

mod params;
mod report;
mod stage;

pub use params::LifecycleParams;
pub use report::{Cohorts, Gaps, LifecycleReport, StageRow};
pub use stage::Stage;
