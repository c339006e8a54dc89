//! What the lifecycle comes to.

use serde::Serialize;

use super::Stage;
use crate::transactions::Day;

/// Stages, the gaps they rest on, and retention by cohort.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct LifecycleReport {
    /// The as-of date.
    pub as_of: Day,
    /// The newness window in force, in days.
    pub newness: u32,
    /// The warning gap in force, in days.
    pub warning: u32,
    /// The loss gap in force, in days.
    pub loss: u32,
    /// Customers judged by their own gap.
    pub by_own_gap: u32,
    /// All repurchase gaps of the file.
    pub gaps: Gaps,
    /// Every stage, in the order of [`Stage::ALL`].
    pub stages: Vec<StageRow>,
    /// Customers of customer files without a purchase; `None` where there is no customer file.
    pub prospects: Option<u64>,
    /// Retention by month of the first purchase.
    pub cohorts: Cohorts,
}

/// Days between one purchase day of a customer and the next.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Gaps {
    /// How many.
    pub count: u64,
    /// Customers who have one.
    pub customers: u32,
    /// Median in days; `None` where nobody came back.
    pub median: Option<f64>,
    /// 80th percentile (type 7), rounded up to whole days: the default warning gap; `None` where nobody came back.
    pub warning: Option<u32>,
    /// 90th percentile, likewise: the default loss gap.
    pub loss: Option<u32>,
    /// Width of a bin in days.
    pub width: u32,
    /// Gaps per bin: bin `i` holds the gaps from `i * width + 1` to `(i + 1) * width` days.
    pub counts: Vec<u64>,
    /// Gaps beyond the last bin.
    pub beyond: u64,
}

/// One stage.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct StageRow {
    /// Which.
    pub stage: Stage,
    /// Customers in it.
    pub customers: u32,
    /// Their share of all customers with a purchase.
    pub share: f64,
    /// Net amount of these customers.
    pub value: f64,
    /// Its share of all; `None` where the total is not positive.
    pub value_share: Option<f64>,
    /// Median days since the last purchase; `None` where nobody is in it.
    pub recency: Option<f64>,
}

/// Retention by month of the first purchase.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Cohorts {
    /// First day of each month, from the first purchase to the as-of date.
    pub months: Vec<Day>,
    /// Customers whose first purchase lies in the month.
    pub sizes: Vec<u32>,
    /// Per cohort, customers who bought in the same month, the next, and so on up to the last month.
    pub active: Vec<Vec<u32>>,
    /// Whether the last month is over on the as-of date.
    pub complete: bool,
}
