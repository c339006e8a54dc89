//! Transactions folded to one row per customer.

use serde::{Deserialize, Serialize};

use crate::mapping::Role;
use crate::table::{Money, MoneySum};
use crate::transactions::Day;

/// What is done with refunds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Refunds {
    /// They reduce M and never count in F or R.
    #[default]
    Net,
    /// They are left out and appear nowhere but in the counts.
    Drop,
    /// They do not touch M; each customer's refunds are told beside it.
    Separate,
}

/// Which order ids mark a refund, beside negative amounts and quantities.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum RefundMark {
    /// Ids of a C followed by digits, provided that all rows with such ids are negative.
    #[default]
    Auto,
    /// None.
    Never,
    /// Ids that start so.
    Prefix {
        /// The start.
        prefix: String,
    },
}

/// What M is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Monetary {
    /// Sum of net amounts.
    #[default]
    Sum,
    /// Mean per order: the sum over the number of purchase orders.
    MeanPerOrder,
}

/// How transactions become customers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct CustomersParams {
    /// What is done with refunds.
    pub refunds: Refunds,
    /// Which order ids mark a refund.
    pub refund_mark: RefundMark,
    /// What M is.
    pub monetary: Monetary,
    /// The as-of date as days since 1970-01-01; `None`: the day after the last transaction in the file.
    /// Rows on or after it are not counted.
    pub as_of: Option<Day>,
}

/// One row per customer with at least one purchase, sorted by id (bytewise), so that the order of
/// rows in the file leaves no trace.
#[derive(Debug, Default)]
pub struct Customers {
    /// The customer's code in `Transactions::customers`.
    pub code: Vec<u32>,
    /// Days from the last purchase to the as-of date.
    pub recency: Vec<u32>,
    /// Distinct purchase orders.
    pub frequency: Vec<u32>,
    /// Amount according to the params.
    pub monetary: Vec<Money>,
    /// First purchase.
    pub first: Vec<Day>,
    /// Last purchase.
    pub last: Vec<Day>,
    /// Refunded amount, not negative.
    pub refunded: Vec<Money>,
    /// Most frequent value per attribute (ties: the bytewise smaller), as codes into
    /// `Transactions::attributes[i].values`.
    pub attributes: Vec<Vec<u32>>,
    /// The as-of date.
    pub as_of: Day,
    /// Totals over these customers and the counts of what was left out.
    pub totals: Totals,
}

/// Totals of a fold.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Totals {
    /// Rows that are purchases.
    pub purchase_rows: u64,
    /// Distinct purchase orders.
    pub orders: u64,
    /// Sum of M as a sum over rows (`Monetary::Sum`, whatever the params say).
    pub revenue: MoneySum,
    /// Rows that are refunds.
    pub refund_rows: u64,
    /// Distinct refund orders.
    pub refund_orders: u64,
    /// Refunded amount, not negative.
    pub refunded: MoneySum,
    /// Customers with refunds and no purchase.
    pub refund_only_customers: u64,
    /// Rows on or after the as-of date.
    pub rows_after_as_of: u64,
    /// Order ids that the refund mark caught.
    pub marked_orders: u64,
}

/// Orders, revenue and buying customers of one period.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Period {
    /// First day of the period (the first of the month, the Monday of the week, the day).
    pub start: Day,
    /// Whether the file covers all of it.
    pub complete: bool,
    /// Distinct purchase orders, by the day of their first row.
    pub orders: u32,
    /// Net amount of the rows in the period, refunds according to the params.
    pub revenue: f64,
    /// Customers with a purchase in the period.
    pub customers: u32,
}

/// Length of the periods of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum PeriodUnit {
    /// Calendar days (files up to 6 weeks).
    Day,
    /// Weeks from Monday (up to 6 months).
    Week,
    /// Calendar months.
    Month,
}

/// A histogram; bin `i` holds values in `edges[i] <= x < edges[i + 1]`, the last bin its upper edge too.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Histogram {
    /// One more than counts. The first or last may be open: see `open_below`, `open_above`.
    pub edges: Vec<f64>,
    /// Customers per bin.
    pub counts: Vec<u32>,
    /// The first bin also holds everything below its lower edge.
    pub open_below: bool,
    /// The last bin also holds everything above its upper edge.
    pub open_above: bool,
    /// Whether the bins are of equal ratio rather than equal width.
    pub log: bool,
}

/// Location of one figure over customers.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Spread {
    /// Smallest.
    pub min: f64,
    /// Type 7 quartiles: 25 %, 50 %, 75 %.
    pub quartiles: [f64; 3],
    /// Largest.
    pub max: f64,
    /// Arithmetic mean.
    pub mean: f64,
}

/// The overview screen.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Overview {
    /// Customers with a purchase.
    pub customers: u32,
    /// Distinct purchase orders.
    pub orders: u64,
    /// Net amount, refunds according to the params.
    pub revenue: f64,
    /// Revenue over orders.
    pub basket: f64,
    /// Purchase rows.
    pub purchase_rows: u64,
    /// First day of a purchase.
    pub first_day: Day,
    /// Last day of a purchase.
    pub last_day: Day,
    /// The as-of date.
    pub as_of: Day,
    /// Customers with exactly one order.
    pub one_order: u32,
    /// Share of revenue of the top fifth of customers by M (the fraction of a customer interpolated).
    pub top_fifth_share: f64,
    /// Rows that are refunds.
    pub refund_rows: u64,
    /// Distinct refund orders.
    pub refund_orders: u64,
    /// Refunded amount, not negative.
    pub refunded: f64,
    /// Customers with refunds and no purchase.
    pub refund_only_customers: u64,
    /// Rows on or after the as-of date.
    pub rows_after_as_of: u64,
    /// Order ids the refund mark caught.
    pub marked_orders: u64,
    /// Whether every M is zero.
    pub all_zero: bool,
    /// Length of the periods.
    pub unit: PeriodUnit,
    /// Orders over time, without holes.
    pub periods: Vec<Period>,
    /// Distributions of R, F and M.
    pub histograms: [Histogram; 3],
    /// Their spread.
    pub spreads: [Spread; 3],
    /// Roles of the attributes that customers carry, in the order of `CustomerRow::attributes`.
    pub attributes: Vec<Role>,
}
