//! Which way the customers are divided.

use serde::{Deserialize, Serialize};

/// A division that can be asked for; what it comes to is a [`Segmentation`](super::Segmentation).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Division {
    /// Named segments over the scores of R, F and M.
    #[default]
    Rfm,
    /// Value tiers: high, middle, low.
    Tiers,
    /// Clusters.
    Clusters,
    /// Stages of the lifecycle.
    Lifecycle,
    /// A column of the user's own.
    Attribute {
        /// Its name, see [`Attribute::name`](crate::transactions::Attribute).
        name: String,
    },
}
