//! What the lifecycle comes to.

use serde::Serialize;

use super::{Cohorts, Gaps, LifecycleParams, Stage, by_own_gap, stages};
use crate::customers::{Customers, OrderDays, Sorted};
use crate::error::Error;
use crate::table::{MoneySum, sum_to_f64};
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

/// Stages, gaps and cohorts of customers. `days` are those of these customers; `prospects` are counted by
/// [`prospects`](crate::join::prospects).
///
/// # Errors
/// Those of [`LifecycleParams::check`].
///
/// ```
/// use segmentlab::customers::{CustomersParams, fold, order_days};
/// use segmentlab::lifecycle::{LifecycleParams, lifecycle};
/// use segmentlab::{mapping::look, transactions::read_all};
/// let file = b"customer,date,amount\nA,2024-01-02,5\nA,2024-01-30,5\nB,2024-01-20,5\nA,2024-02-02,5\n";
/// let head = look(file, &[], file.len() as u64, None)?;
/// let transactions = read_all(&[file], &head.params, 1 << 20, 1)?.transactions;
/// let customers = fold(&transactions, &CustomersParams::default())?;
/// let days = order_days(&transactions, &customers)?;
/// let report = lifecycle(&customers, &days, &LifecycleParams::default(), None)?;
/// // Gaps of 28 and 3 days: at 80 % lie 23, at 90 % 25.5.
/// assert_eq!((report.warning, report.loss), (23, 26));
/// assert_eq!(report.cohorts.active, [vec![2, 1], vec![0]]);
/// # Ok::<(), segmentlab::error::Error>(())
/// ```
pub fn lifecycle(
    customers: &Customers,
    days: &OrderDays,
    params: &LifecycleParams,
    prospects: Option<u64>,
) -> Result<LifecycleReport, Error> {
    let gaps = Gaps::of(customers, days);
    let thresholds = params.check(&gaps)?;
    Ok(LifecycleReport {
        as_of: customers.as_of,
        newness: thresholds.newness,
        warning: thresholds.warning,
        loss: thresholds.loss,
        by_own_gap: by_own_gap(customers, days, &thresholds),
        gaps,
        stages: rows(customers, &stages(customers, days, &thresholds)),
        prospects,
        cohorts: Cohorts::of(customers, days),
    })
}

fn rows(customers: &Customers, stages: &[Stage]) -> Vec<StageRow> {
    let total: MoneySum = customers.net.iter().map(|net| MoneySum::from(net.0)).sum();
    let row = |stage: Stage| {
        let places: Vec<usize> = (0..stages.len()).filter(|&at| stages[at] == stage).collect();
        let value: MoneySum = places.iter().map(|&at| MoneySum::from(customers.net[at].0)).sum();
        let silence = places.iter().map(|&at| customers.recency[at].into()).collect();
        StageRow {
            stage,
            customers: places.len() as u32,
            share: places.len() as f64 / stages.len() as f64,
            value: sum_to_f64(value),
            value_share: (total > 0).then(|| value as f64 / total as f64),
            recency: (!places.is_empty()).then(|| Sorted::new(silence, 1).quantile(1, 2)),
        }
    };
    Stage::ALL.map(row).to_vec()
}
