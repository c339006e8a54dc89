//! What profiles come to.

use serde::Serialize;

use super::{TraitGroup, TraitKey};
use crate::customers::PeriodUnit;
use crate::segments::Division;
use crate::transactions::Day;

/// The segments of a division, each against all customers who have a segment.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct ProfileReport {
    /// Which division.
    pub division: Division,
    /// Customers who have a segment: everything here is about them.
    pub customers: u32,
    /// Customers who have none.
    pub unassigned: u32,
    /// Net amount of the customers; `None` for a customer file.
    pub value: Option<f64>,
    /// Length of the periods of the trends; `None` for a customer file.
    pub unit: Option<PeriodUnit>,
    /// First day of each period.
    pub periods: Vec<Day>,
    /// Everything known of the customers, by groups.
    pub traits: Vec<TraitInfo>,
    /// The segments, in the order of the division; without those that nobody is in.
    pub segments: Vec<SegmentProfile>,
    /// Customers whom the rules were found on: all, or a sample. Precision and recall are counted on all.
    pub rule_sample: u32,
}

/// A trait over all customers.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct TraitInfo {
    /// What it is.
    pub key: TraitKey,
    /// What kind of thing it says.
    pub group: TraitGroup,
    /// Customers with a value.
    pub n: u32,
    /// Customers without.
    pub missing: u32,
    /// How values spread.
    pub spread: TraitSpread,
}

/// How the values of a trait spread.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum TraitSpread {
    /// Of a figure.
    Figure {
        /// Mean, deviation and quartiles.
        spread: FigureSpread,
    },
    /// Of categories.
    Categories {
        /// The categories of most customers, most frequent first, at most 30.
        values: Vec<String>,
        /// Customers of each.
        counts: Vec<u32>,
        /// Customers of all other categories.
        others: u32,
        /// How many categories there are.
        distinct: u32,
    },
}

/// Mean, deviation and quartiles of a figure, in its unit.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct FigureSpread {
    /// Arithmetic mean.
    pub mean: f64,
    /// Standard deviation (population).
    pub deviation: f64,
    /// The lowest value.
    pub min: f64,
    /// Lower quartile, median, upper quartile (type 7).
    pub quartiles: [f64; 3],
    /// The highest value.
    pub max: f64,
    /// The lowest and highest values within one and a half times the distance of the quartiles from them.
    pub whiskers: [f64; 2],
}

/// One segment.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct SegmentProfile {
    /// Its place among the names of the division.
    pub segment: u32,
    /// Its name there: a key of a shipped set, a stage, a value, or the user's own; empty for an unnamed cluster.
    pub name: String,
    /// Customers in it.
    pub customers: u32,
    /// Their share of all customers with a segment.
    pub share: f64,
    /// Fewer than 30: every figure is shaky.
    pub small: bool,
    /// Their net amount; `None` for a customer file.
    pub value: Option<f64>,
    /// Its share; `None` where the total is not positive.
    pub value_share: Option<f64>,
    /// Net amount per customer.
    pub mean_value: Option<f64>,
    /// Net amount per period.
    pub trend: Vec<f64>,
    /// In the order of `ProfileReport::traits`.
    pub traits: Vec<TraitProfile>,
    /// What sets it apart: differences both large and sure, the surest first; of a trait the surest one only.
    pub differences: Vec<NamedDifference>,
    /// A rule that describes it; `None` where none is better than taking everyone.
    pub rule: Option<SegmentRule>,
}

/// A trait within a segment.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum TraitProfile {
    /// Of a figure.
    Figure {
        /// Customers of the segment with a value.
        n: u32,
        /// `None` where nobody has a value.
        spread: Option<FigureSpread>,
        /// Mean of the segment less mean of all, in standard deviations (population, of all); `None` where there is
        /// no spread or nobody has a value.
        difference: Option<f64>,
        /// v.test; `None` where it is not defined: no spread, nobody or everybody is in the segment.
        v: Option<f64>,
    },
    /// Of categories, in the order of `TraitSpread::Categories::values`.
    Categories {
        /// Customers of the segment with a value.
        n: u32,
        /// Customers of each category.
        counts: Vec<u32>,
        /// Customers of all other categories.
        others: u32,
        /// 100 times the share in the segment over the share among all; `None` where nobody has a value.
        indices: Vec<Option<f64>>,
        /// v.test of each category; `None` where it is not defined.
        v: Vec<Option<f64>>,
    },
}

/// One thing that sets a segment apart.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct NamedDifference {
    /// Which trait, as a place in `ProfileReport::traits`.
    pub at: u32,
    /// Which of its categories; `None` for a figure.
    pub category: Option<u32>,
    /// Whether the segment has more of it.
    pub above: bool,
    /// v.test.
    pub v: f64,
}

/// Conditions that all must hold; read as a sentence they describe the segment.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct SegmentRule {
    /// At most three traits.
    pub conditions: Vec<RuleCondition>,
    /// Customers whom the rule names.
    pub named: u32,
    /// Those of them who are in the segment.
    pub right: u32,
    /// `right` over `named`.
    pub precision: f64,
    /// `right` over the customers of the segment.
    pub recall: f64,
}

/// One condition of a rule.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct RuleCondition {
    /// Which trait, as a place in `ProfileReport::traits`.
    pub at: u32,
    /// What must hold of it; a customer without a value never fulfils a condition.
    pub test: RuleTest,
}

/// What must hold of a trait.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum RuleTest {
    /// A figure lies above `low` and is at most `high`.
    Within {
        /// `None`: no bound below.
        low: Option<f64>,
        /// `None`: no bound above.
        high: Option<f64>,
    },
    /// A category is this one.
    Is {
        /// The category, as a place in the values of the trait.
        category: u32,
    },
    /// A category is none of these.
    IsNot {
        /// The categories.
        categories: Vec<u32>,
    },
}
