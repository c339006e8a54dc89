//! What is clustered, and how.

use serde::{Deserialize, Serialize};

use crate::features::FeaturesParams;

/// How hard the best clustering is looked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Effort {
    /// Restarts.
    #[default]
    Default,
    /// Beyond restarts.
    Thorough,
}

/// The method that makes clusters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Least squared distances to the means.
    #[default]
    KMeans,
    /// A mixture of normal distributions; each customer goes to the likeliest.
    GaussianMixture,
}

/// The numbers of clusters that are tried, and how.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct ClusterParams {
    /// What customers are compared by.
    pub features: FeaturesParams,
    /// The smallest number of clusters tried, from 2.
    pub k_min: u32,
    /// The largest, at most 15; fewer where there are fewer distinct rows.
    pub k_max: u32,
    /// Starts per number of clusters, 1 to 100.
    pub n_init: u32,
    /// How hard the best clustering is looked for.
    pub effort: Effort,
    /// Makes chance repeatable.
    pub seed: u32,
}

impl Default for ClusterParams {
    fn default() -> Self {
        Self {
            features: FeaturesParams::default(),
            k_min: 2,
            k_max: 15,
            n_init: 10,
            effort: Effort::Default,
            seed: 0,
        }
    }
}

/// What is taken of a sweep.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Choice {
    /// Clusters; `None`: as many as are suggested.
    pub k: Option<u32>,
    /// What makes them.
    pub method: Method,
}
