//! Recency, frequency, monetary: cut points, scores, ties, rules over scores, value tiers.

use serde::{Deserialize, Serialize};

use crate::customers::Histogram;

/// How values become scores.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Scoring {
    /// Quantiles (type 7), the same number of bins per dimension.
    Quantile {
        /// 2 to 10.
        bins: u8,
        /// F within R, M within F.
        nested: bool,
        /// What happens to equal values.
        ties: Ties,
    },
    /// The user's own cut points, ascending; each dimension has one bin more than cuts (1 to 9 cuts).
    Thresholds {
        /// Days.
        r: Vec<f64>,
        /// Orders.
        f: Vec<f64>,
        /// Amount.
        m: Vec<f64>,
    },
    /// Two bins, cut at the mean.
    Mean,
    /// Two bins, cut at the median.
    Median,
}

/// What happens to equal values at a cut.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Ties {
    /// Equal values get the same score; bins may be uneven.
    #[default]
    Together,
    /// Bins are even; equal values are told apart by customer id.
    ById,
}

/// One rule over score ranges, both ends included.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Rule {
    /// A key of a shipped set (`champions`), or the user's own name.
    pub name: String,
    /// Range of R.
    pub r: [u8; 2],
    /// Range of F.
    pub f: [u8; 2],
    /// Range of M.
    pub m: [u8; 2],
}

/// Which rules name the segments; the first that matches wins, the rest is "others".
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum RuleSet {
    /// Ten segments on R x F; needs 5 bins.
    Ten,
    /// The ranges of the R package rfm 0.3; needs 5 bins.
    RPackage,
    /// The eight classes of high and low; needs 2 bins.
    Eight,
    /// The user's own.
    Own {
        /// In order.
        rules: Vec<Rule>,
    },
}

/// How value tiers are cut.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Tiers {
    /// By cumulative share of M: the best customers until `high` of the value, then until `high + middle`.
    Share {
        /// 0 to 1.
        high: f64,
        /// 0 to 1 - high.
        middle: f64,
    },
    /// By share of customers, ranked by M.
    Quantile {
        /// 0 to 1.
        high: f64,
        /// 0 to 1 - high.
        middle: f64,
    },
}

/// How customers are scored and named.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct RfmParams {
    /// How values become scores.
    pub scoring: Scoring,
    /// Which rules name the segments.
    pub rules: RuleSet,
    /// Weights of R, F and M in the weighted score; not negative, not all zero; scaled to sum 1.
    pub weights: [f64; 3],
    /// How value tiers are cut.
    pub tiers: Tiers,
}

impl Default for RfmParams {
    fn default() -> Self {
        Self {
            scoring: Scoring::Quantile { bins: 5, nested: false, ties: Ties::Together },
            rules: RuleSet::Ten,
            weights: [1.0; 3],
            tiers: Tiers::Share { high: 0.8, middle: 0.15 },
        }
    }
}

/// One dimension as scored.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Dimension {
    /// Cut points, ascending. For nested scoring of F and M: empty (they differ per parent bin).
    pub cuts: Vec<f64>,
    /// Customers per score, from score 1.
    pub sizes: Vec<u32>,
    /// Customers whose value equals the cut at the same position.
    pub at_cut: Vec<u32>,
    /// Scores that some customer has.
    pub surviving: u8,
    /// The most common value.
    pub mode: f64,
    /// Customers who have it.
    pub mode_count: u32,
    /// Distribution of the values.
    pub histogram: Histogram,
}

/// One cell of the R x F map.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Cell {
    /// Score of R.
    pub r: u8,
    /// Score of F.
    pub f: u8,
    /// Customers.
    pub customers: u32,
    /// Sum of M.
    pub value: f64,
    /// The segment all or most of its customers are in (index into `RfmReport::segments`), if any.
    pub segment: Option<u16>,
}

/// A row of the segment table.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct SegmentRow {
    /// Key or own name; `others` for customers no rule matches.
    pub name: String,
    /// Customers.
    pub customers: u32,
    /// Sum of M.
    pub value: f64,
    /// Share of customers, 0 to 1.
    pub customer_share: f64,
    /// Share of value; `None` when the total is not positive.
    pub value_share: Option<f64>,
    /// Mean R in days; `None` when empty, likewise below.
    pub recency: Option<f64>,
    /// Mean F in orders.
    pub frequency: Option<f64>,
    /// Mean M.
    pub monetary: Option<f64>,
}

/// A row of the tier table: high, middle, low in this order.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct TierRow {
    /// Customers.
    pub customers: u32,
    /// Sum of M.
    pub value: f64,
    /// Share of customers, 0 to 1.
    pub customer_share: f64,
    /// Share of value; `None` when the total is not positive.
    pub value_share: Option<f64>,
    /// The lowest M in the tier; `None` when empty.
    pub from: Option<f64>,
}

/// Two rules that claim the same scores; the earlier wins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Overlap {
    /// Index of the rule that wins.
    pub first: u16,
    /// Index of the rule that loses.
    pub second: u16,
    /// Score combinations both claim.
    pub cells: u32,
    /// Customers in them.
    pub customers: u32,
}

/// What a set of rules leaves out or claims twice.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct RuleCheck {
    /// Pairs, in order.
    pub overlaps: Vec<Overlap>,
    /// Score combinations that no rule claims.
    pub gap_cells: u32,
    /// Customers in them.
    pub gap_customers: u32,
    /// The first such combinations, as [r, f, m], at most 8.
    pub gap_examples: Vec<[u8; 3]>,
    /// Rules that can never win, because earlier ones claim all they claim.
    pub shadowed: Vec<u16>,
}

/// The RFM screen.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct RfmReport {
    /// Customers scored.
    pub customers: u32,
    /// Sum of M.
    pub value: f64,
    /// R, F and M.
    pub dimensions: [Dimension; 3],
    /// All cells of the R x F map, those without customers too, R ascending within F ascending.
    pub cells: Vec<Cell>,
    /// One row per rule in order, then `others` if any customer is there.
    pub segments: Vec<SegmentRow>,
    /// High, middle, low.
    pub tiers: [TierRow; 3],
    /// Overlaps and gaps of the rules.
    pub check: RuleCheck,
    /// The rules that were applied, for the shipped sets too.
    pub rules: Vec<Rule>,
}
