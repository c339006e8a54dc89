//! Pieces of the work.

use ndarray::Array2;
use serde::{Deserialize, Serialize};

use super::Measured;

/// A piece of the work.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Unit {
    /// Its number.
    pub id: u32,
    /// Clusters.
    pub k: u32,
    /// What is to be done.
    pub work: UnitWork,
}

/// What is to be done in a unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum UnitWork {
    /// One start.
    Run {
        /// Its number.
        number: u32,
    },
    /// Measures of the best run.
    Measure {
        /// Its centroids, row by row.
        centroids: Vec<f64>,
    },
    /// One reference set of the gap statistic.
    Gap {
        /// Its number.
        number: u32,
    },
    /// One bootstrap resample.
    Bootstrap {
        /// Its number.
        number: u32,
        /// Centroids of the best run, row by row.
        centroids: Vec<f64>,
    },
}

/// What a unit came to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum UnitResult {
    /// Of a start.
    Run {
        /// Centroids, row by row.
        centroids: Vec<f64>,
        /// Sum of squared distances to the own centroid.
        inertia: f64,
        /// Iterations.
        iterations: u32,
    },
    /// Of measures.
    Measured {
        /// The measures.
        measured: Measured,
        /// Natural logarithm of the inertia per point of the gap's points with one cluster.
        log_one: f64,
        /// The same with all clusters.
        log_inertia: f64,
    },
    /// Of a reference set.
    Gap {
        /// Natural logarithm of its inertia per point with one cluster.
        log_one: f64,
        /// The same with all clusters.
        log_inertia: f64,
    },
    /// Of a resample.
    Bootstrap {
        /// Greatest Jaccard similarity per cluster, in canonical order.
        jaccard: Vec<f64>,
    },
}

/// Kinds of work, in the order a number of clusters needs them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Run,
    Measure,
    Gap,
    Bootstrap,
}

impl Kind {
    /// What draws the curve; the rest comes after all of it.
    pub(super) fn is_of_curve(self) -> bool {
        self <= Self::Measure
    }
}

impl UnitWork {
    pub(super) fn task(&self) -> (Kind, u32) {
        match *self {
            Self::Run { number } => (Kind::Run, number),
            Self::Measure { .. } => (Kind::Measure, 0),
            Self::Gap { number } => (Kind::Gap, number),
            Self::Bootstrap { number, .. } => (Kind::Bootstrap, number),
        }
    }
}

/// A matrix with k rows of values that stand row by row.
pub(super) fn matrix_of(values: &[f64], k: u32) -> Array2<f64> {
    let width = values.len() / k.max(1) as usize;
    Array2::from_shape_vec((k as usize, width), values.to_vec()).unwrap_or_default()
}
