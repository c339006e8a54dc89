//! A clustering as the page shows it.

use serde::Serialize;

use super::{Clusters, Method};
use crate::features::{FeatureKey, Prepared};

/// A clustering.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct ClusterReport {
    /// What made it.
    pub method: Method,
    /// Customers in it.
    pub customers: u32,
    /// Customers left out because they lack a value.
    pub dropped: u32,
    /// Sum of squared distances to the own centroid.
    pub inertia: f64,
    /// Sum of squared distances to the mean.
    pub total: f64,
    /// Iterations of the run it comes from.
    pub iterations: u32,
    /// Revenue of the customers; `None` without transactions.
    pub value: Option<f64>,
    /// One per cluster, in canonical order.
    pub clusters: Vec<ClusterRow>,
    /// One per feature, in the order of the matrix's columns.
    pub features: Vec<FeatureMeans>,
    /// Silhouettes.
    pub silhouette: SilhouetteReport,
}

/// One cluster.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct ClusterRow {
    /// Customers.
    pub customers: u32,
    /// Their share of all customers in the clustering.
    pub share: f64,
    /// Their net amount; `None` without transactions.
    pub value: Option<f64>,
    /// Share of the net amount; `None` without transactions, or where that is not above zero.
    pub value_share: Option<f64>,
    /// Mean silhouette; `None` for a cluster of which no customer is in the sample.
    pub silhouette: Option<f64>,
    /// Mean Jaccard similarity over bootstrap resamples; `None` for methods or numbers it was not computed for.
    pub stability: Option<f64>,
}

/// A feature over the clusters.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct FeatureMeans {
    /// What it is.
    pub key: FeatureKey,
    /// Mean of all customers, in the feature's unit.
    pub mean: f64,
    /// Population standard deviation of all.
    pub sd: f64,
    /// Mean per cluster, in the feature's unit.
    pub means: Vec<f64>,
    /// Median per cluster.
    pub medians: Vec<f64>,
    /// Standardised mean per cluster: (mean of the cluster - mean of all) / standard deviation of all.
    pub standardised: Vec<f64>,
}

/// Silhouettes for the plot.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct SilhouetteReport {
    /// Mean over all.
    pub mean: f64,
    /// Customers it was computed for.
    pub sample: u32,
    /// Per cluster, descending, thinned evenly to at most 200.
    pub profiles: Vec<Vec<f64>>,
    /// Customers of the sample nearer to another cluster, per cluster (silhouette below 0).
    pub negative: Vec<u32>,
}

impl ClusterReport {
    /// The page's account of a clustering. `value` is the net amount per customer of the source.
    #[must_use]
    pub fn of(clusters: &Clusters, prepared: &Prepared, value: Option<&[f64]>) -> Self {
        // A first version: no silhouettes, no medians.
        let k = clusters.sizes.len();
        let n = clusters.labels.len();
        let mut values = vec![0.0; k];
        for (row, &label) in clusters.labels.iter().enumerate() {
            values[label as usize] +=
                value.map_or(0.0, |value| value[prepared.customers[row] as usize]);
        }
        let all: f64 = values.iter().sum();
        let features = prepared.report.features.iter().enumerate().map(|(at, feature)| {
            let mut means = vec![0.0; k];
            for (row, &label) in clusters.labels.iter().enumerate() {
                let raw = prepared.raw[at][prepared.customers[row] as usize];
                means[label as usize] += raw / f64::from(clusters.sizes[label as usize]);
            }
            FeatureMeans {
                key: feature.key.clone(),
                mean: feature.mean,
                sd: feature.sd,
                standardised: means.iter().map(|mean| (mean - feature.mean) / feature.sd).collect(),
                medians: means.clone(),
                means,
            }
        });
        Self {
            method: clusters.method,
            customers: n as u32,
            dropped: prepared.report.dropped,
            inertia: clusters.inertia,
            total: clusters.total,
            iterations: clusters.iterations,
            value: value.map(|_| all),
            clusters: (0..k)
                .map(|label| ClusterRow {
                    customers: clusters.sizes[label],
                    share: f64::from(clusters.sizes[label]) / n as f64,
                    value: value.map(|_| values[label]),
                    value_share: value.filter(|_| all > 0.0).map(|_| values[label] / all),
                    silhouette: None,
                    stability: None,
                })
                .collect(),
            features: features.collect(),
            silhouette: SilhouetteReport {
                mean: 0.0,
                sample: 0,
                profiles: vec![Vec::new(); k],
                negative: vec![0; k],
            },
        }
    }
}
