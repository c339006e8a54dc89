//! The customer table: rows for the page, and the file that is taken away.

use serde::{Deserialize, Serialize};

use crate::transactions::Day;

/// Columns the customer table can be sorted by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum SortKey {
    /// Customer id: whole numbers by value and before the rest, the rest bytewise.
    Customer,
    /// R in days.
    Recency,
    /// F.
    Frequency,
    /// M.
    #[default]
    Monetary,
    /// Refunded amount.
    Refunded,
    /// Weighted score.
    Score,
    /// Position of the segment in the rules.
    Segment,
    /// Value tier.
    Tier,
    /// First purchase.
    First,
    /// Last purchase.
    Last,
}

/// Which customers, in which order.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct CustomerQuery {
    /// Part of the id, letters in any case; empty for all.
    pub search: String,
    /// Only this segment (index into `RfmReport::segments`).
    pub segment: Option<u16>,
    /// Only this score of R.
    pub r: Option<u8>,
    /// Only this score of F.
    pub f: Option<u8>,
    /// Only this tier: 0 high, 1 middle, 2 low.
    pub tier: Option<u8>,
    /// Sorted by; ties by id.
    pub sort: SortKey,
    /// Largest first.
    pub descending: bool,
}

/// One row of the customer table.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct CustomerRow {
    /// The id as in the file.
    pub id: String,
    /// R in days.
    pub recency: u32,
    /// F in orders.
    pub frequency: u32,
    /// M.
    pub monetary: f64,
    /// Refunded amount, not negative.
    pub refunded: f64,
    /// First purchase.
    pub first: Day,
    /// Last purchase.
    pub last: Day,
    /// Scores of R, F and M.
    pub scores: [u8; 3],
    /// Weighted score, 1 to the number of bins.
    pub score: f64,
    /// Index into `RfmReport::segments`.
    pub segment: u16,
    /// 0 high, 1 middle, 2 low.
    pub tier: u8,
    /// Most frequent category, channel, region as far as mapped (`Overview::attributes`).
    pub attributes: Vec<Option<String>>,
}

/// The words of an exported file, in the user's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExportWords {
    /// Column names: id, R, F, M, refunded, first, last, R score, F score, M score, weighted score, segment, tier.
    pub columns: [String; 13],
    /// Column names of the attributes.
    pub attributes: Vec<String>,
    /// One per `RfmReport::segments`.
    pub segments: Vec<String>,
    /// High, middle, low.
    pub tiers: [String; 3],
}
