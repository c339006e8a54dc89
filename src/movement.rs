//! Who moved from which segment to which between two as-of dates.

use serde::Serialize;

use crate::segments::Comparison;
use crate::transactions::Day;

/// A division on two dates.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Movement {
    /// The earlier as-of date.
    pub earlier: Day,
    /// The later one: that of the study.
    pub later: Day,
    /// Customers of both dates: rows are the segments of the earlier date, columns those of the later one.
    pub moved: Comparison,
    /// Per segment of the later date, customers whose first purchase came after the earlier date.
    pub newcomers: Vec<u32>,
    /// Those of them who have no segment on the later date.
    pub newcomers_unassigned: u32,
}
