//! A clustering of customers, and the model that other customers can be assigned by.

use ndarray::{Array2, ArrayView2};
use serde::{Deserialize, Serialize};

use super::{Method, Points, Sweep};
use crate::features::FeatureModel;

/// What [`ClusterModel::version`] is now.
pub const MODEL_VERSION: u32 = 1;

/// One label per row of the matrix.
#[derive(Debug, Clone, PartialEq)]
pub struct Clusters {
    /// What made it.
    pub method: Method,
    /// One row per cluster, in canonical order, in the measure of the matrix.
    pub centroids: Array2<f64>,
    /// The cluster of each row.
    pub labels: Vec<u32>,
    /// Rows per cluster.
    pub sizes: Vec<u32>,
    /// Sum of squared distances to the own centroid.
    pub inertia: f64,
    /// Sum of squared distances to the mean.
    pub total: f64,
    /// Iterations of the run it comes from.
    pub iterations: u32,
}

/// What other customers are assigned by: features, how they are brought to measure, and the centroids.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClusterModel {
    /// Form of this record.
    pub version: u32,
    /// The features.
    pub features: FeatureModel,
    /// One per cluster: its centroid in the measure of the matrix.
    pub centroids: Vec<Vec<f64>>,
    /// One per cluster: its name; empty where it was given none.
    pub names: Vec<String>,
}

impl Clusters {
    /// The best run of a sweep with `k` clusters; `None` where the sweep has none.
    #[must_use]
    pub fn of_sweep(sweep: &Sweep, matrix: ArrayView2<'_, f64>, k: u32) -> Option<Self> {
        let best = sweep.best(k)?;
        let found = Points::new(matrix).finish(best);
        Some(Self {
            method: Method::KMeans,
            centroids: found.centroids,
            labels: found.labels,
            sizes: found.sizes,
            inertia: found.inertia,
            total: sweep.report().total,
            iterations: found.iterations,
        })
    }

    /// What other customers can be assigned by. `names` has one name per cluster.
    #[must_use]
    pub fn model(&self, features: &FeatureModel, names: Vec<String>) -> ClusterModel {
        ClusterModel {
            version: MODEL_VERSION,
            features: features.clone(),
            centroids: self.centroids.outer_iter().map(|one| one.to_vec()).collect(),
            names,
        }
    }
}
