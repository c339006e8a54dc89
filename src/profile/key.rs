//! What is known of a customer.

use serde::{Deserialize, Serialize};

use crate::features::FeatureKey;
use crate::mapping::Role;

/// Something known of each customer: a figure or a category.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum TraitKey {
    /// A figure of the orders or a numeric column, as for clustering; shares of values are categories here.
    Figure {
        /// Which.
        feature: FeatureKey,
    },
    /// A column of repeated text: of a customer file the customer's value, of orders the most frequent one.
    Attribute {
        /// Its name in the header.
        name: String,
        /// What it means: category, channel, region, or nothing in particular.
        role: Role,
    },
    /// The weekday of most orders, the earlier one of equals: `1` is Monday.
    Weekday,
    /// The calendar month of most orders, the earlier one of equals: `1` is January.
    Month,
}

/// What kind of thing a trait says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum TraitGroup {
    /// What they buy, how often and when.
    Behaviour,
    /// Who they are: age, income, education, household.
    Demographics,
    /// Where they are.
    Geography,
    /// What they say: satisfaction, ratings, answers of a survey.
    Attitudes,
    /// Anything else.
    Other,
}
