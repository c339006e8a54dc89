//! What a sweep came to.

use serde::{Deserialize, Serialize};

use super::super::quality::Stability;
use super::Suggestion;

/// Measures of a clustering.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Measured {
    /// Mean silhouette, -1 to 1; `None` where the customers it is computed for are all of one cluster.
    pub silhouette: Option<f64>,
    /// Customers it was computed for.
    pub sample: u32,
    /// Calinski-Harabasz index; large is good. `None` where every customer is a centroid.
    pub calinski_harabasz: Option<f64>,
    /// Davies-Bouldin index; small is good. `None` where only one cluster has customers.
    pub davies_bouldin: Option<f64>,
}

/// What one number of clusters came to.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct SweepRow {
    /// Clusters.
    pub k: u32,
    /// Sum of squared distances to the own centroid.
    pub inertia: f64,
    /// Starts that came within 1e-6 of it.
    pub hits: u32,
    /// Measures; `None` where they are not there yet.
    pub measured: Option<Measured>,
    /// Gap statistic; `None` where it is not there yet, or every customer is a centroid.
    pub gap: Option<f64>,
    /// Its standard error.
    pub gap_error: Option<f64>,
    /// Per cluster, in canonical order, how well the resamples found it again; `None` where they are not all in.
    pub stability: Option<Vec<Stability>>,
}

/// What a sweep came to so far.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct SweepReport {
    /// Customers in it.
    pub customers: u32,
    /// Sum of squared distances to the mean: the inertia of one cluster.
    pub total: f64,
    /// One per number of clusters whose starts are all in, ascending.
    pub rows: Vec<SweepRow>,
    /// Where the inertia has its knee, see [`knee`](crate::cluster::quality::knee); `None` before all starts are in.
    pub knee: Option<u32>,
    /// Gap statistic of one cluster; `None` where it is not there yet.
    pub gap_of_one: Option<f64>,
    /// Only of a sweep that is done.
    pub suggestion: Option<Suggestion>,
    /// Bootstrap resamples per k.
    pub resamples: u32,
    /// Customers drawn per resample.
    pub resample_customers: u32,
    /// Reference sets of the gap statistic per k.
    pub references: u32,
    /// Points per reference set; where there are more customers, the gap is that of a sample of so many.
    pub reference_points: u32,
}
