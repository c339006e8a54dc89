//! The choice of k: every number of clusters tried in one go, in units that any number of workers share.

mod clusterer;
mod dealing;
mod report;
mod suggestion;
mod unit;

pub use clusterer::Clusterer;
pub use dealing::{REFERENCES, RESAMPLES, Sweep};
pub use report::{Measured, SweepReport, SweepRow};
pub use suggestion::{Suggestion, Vote};
pub use unit::{Unit, UnitResult, UnitWork};

use suggestion::suggest;
use unit::{Kind, matrix_of};
