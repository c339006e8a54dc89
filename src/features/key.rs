//! What a feature is.

use serde::{Deserialize, Serialize};

use crate::mapping::Role;

/// A figure per customer.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FeatureKey {
    /// R: days from the last purchase to the as-of date.
    Recency,
    /// F: distinct purchase orders.
    Frequency,
    /// M: amount according to the params.
    Monetary,
    /// Mean net amount per purchase order.
    Basket,
    /// Mean days between purchase orders: first to last purchase over orders less one; missing with one order, 0
    /// where all orders are of one day.
    Cadence,
    /// Days from the first purchase to the as-of date.
    Tenure,
    /// Share of a value of a mapped column (category, channel, region) in the customer's purchases.
    Share {
        /// The column's role.
        role: Role,
        /// The value as in the file.
        value: String,
    },
    /// A numeric column of a customer file.
    Column {
        /// Its name in the header.
        name: String,
    },
}
