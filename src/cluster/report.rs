//! A clustering as the page shows it.

use serde::Serialize;

use super::{Assigned, Clusters, Method, ModelFit, Silhouettes, Stability, silhouettes};
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
    /// Iterations of the run it comes from; `None` for a mixture or a model.
    pub iterations: Option<u32>,
    /// Bayesian information criterion of a mixture, small is good; `None` for other methods.
    pub bic: Option<f64>,
    /// Revenue of the customers; `None` without transactions.
    pub value: Option<f64>,
    /// One per cluster, in canonical order.
    pub clusters: Vec<ClusterRow>,
    /// One per feature, in the order of the matrix's columns.
    pub features: Vec<FeatureMeans>,
    /// Silhouettes.
    pub silhouette: SilhouetteReport,
    /// Of customers assigned by a model, how far it fits them; `None` for a clustering of their own.
    pub fit: Option<ModelFit>,
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
    /// Over bootstrap resamples; `None` for methods or numbers it was not computed for.
    pub stability: Option<Stability>,
}

/// A feature over the clusters. Figures are in the feature's unit as the source has it, before caps, and only of
/// customers who have a value: medians that stood in for missing ones are left aside.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct FeatureMeans {
    /// What it is.
    pub key: FeatureKey,
    /// Customers of the clustering who lack it.
    pub missing: u32,
    /// Mean of all.
    pub mean: f64,
    /// Population standard deviation of all.
    pub sd: f64,
    /// Mean per cluster; `None` where nobody in it has a value.
    pub means: Vec<Option<f64>>,
    /// Median per cluster, of an even number the middle between two.
    pub medians: Vec<Option<f64>>,
    /// Standardised mean per cluster: (mean of the cluster - mean of all) / standard deviation of all.
    pub standardised: Vec<Option<f64>>,
}

/// Silhouettes for the plot.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct SilhouetteReport {
    /// Mean over all; `None` where the customers it is computed for are all of one cluster.
    pub mean: Option<f64>,
    /// Customers it was computed for.
    pub sample: u32,
    /// Per cluster, descending, thinned evenly to at most 200.
    pub profiles: Vec<Vec<f64>>,
    /// Customers of the sample nearer to another cluster, per cluster (silhouette below 0).
    pub negative: Vec<u32>,
}

/// Silhouettes per cluster that are shown.
const MOST_SHOWN: usize = 200;

impl ClusterReport {
    /// The page's account of a clustering. `value` is the net amount per customer of the source; `stability` has one
    /// per cluster.
    #[must_use]
    pub fn of(
        clusters: &Clusters,
        prepared: &Prepared,
        value: Option<&[f64]>,
        stability: Option<&[Stability]>,
    ) -> Self {
        let found = silhouettes(prepared.matrix.view(), &clusters.labels);
        let (silhouette, means) = SilhouetteReport::of(clusters, found);
        let values = value.map(|value| values(clusters, &prepared.customers, value));
        let all = values.as_ref().map(|values| values.iter().sum::<f64>());
        let n = clusters.labels.len();
        let row = |at: usize| {
            let own = values.as_ref().map(|values| values[at]);
            let share = |own: f64, all: f64| (all > 0.0).then(|| own / all);
            ClusterRow {
                customers: clusters.sizes[at],
                share: f64::from(clusters.sizes[at]) / n as f64,
                value: own,
                value_share: own.zip(all).and_then(|(own, all)| share(own, all)),
                silhouette: means[at],
                stability: stability.and_then(|of| of.get(at)).copied(),
            }
        };
        let features = prepared.model.features.iter().zip(&prepared.raw);
        Self {
            method: clusters.method,
            customers: n as u32,
            dropped: prepared.report.dropped,
            inertia: clusters.inertia,
            total: clusters.total,
            iterations: clusters.iterations,
            bic: clusters.bic,
            value: all,
            clusters: (0..clusters.sizes.len()).map(row).collect(),
            features: features
                .map(|(feature, raw)| FeatureMeans::of(&feature.key, raw, clusters, prepared))
                .collect(),
            silhouette,
            fit: None,
        }
    }

    /// Of customers assigned by a model.
    #[must_use]
    pub fn of_assigned(assigned: &Assigned, value: Option<&[f64]>) -> Self {
        let Assigned { clusters, prepared, fit } = assigned;
        Self { fit: Some(fit.clone()), ..Self::of(clusters, prepared, value, None) }
    }
}

fn values(clusters: &Clusters, customers: &[u32], value: &[f64]) -> Vec<f64> {
    let mut values = vec![0.0; clusters.sizes.len()];
    for (&label, &customer) in clusters.labels.iter().zip(customers) {
        values[label as usize] += value[customer as usize];
    }
    values
}

impl FeatureMeans {
    fn of(key: &FeatureKey, raw: &[f64], clusters: &Clusters, prepared: &Prepared) -> Self {
        let mut known = vec![Vec::new(); clusters.sizes.len()];
        for (&label, &customer) in clusters.labels.iter().zip(&prepared.customers) {
            let value = raw[customer as usize];
            if !value.is_nan() {
                known[label as usize].push(value);
            }
        }
        let count = known.iter().map(Vec::len).sum::<usize>();
        let n = count as f64;
        let mean = known.iter().flatten().sum::<f64>() / n;
        let squares = known.iter().flatten().map(|value| (value - mean) * (value - mean));
        let sd = (squares.sum::<f64>() / n).sqrt();
        let means: Vec<Option<f64>> = known
            .iter()
            .map(|own| (!own.is_empty()).then(|| own.iter().sum::<f64>() / own.len() as f64))
            .collect();
        let from_all = |own: f64| if sd > 0.0 { (own - mean) / sd } else { 0.0 };
        Self {
            key: key.clone(),
            missing: (clusters.labels.len() - count) as u32,
            mean,
            sd,
            standardised: means.iter().map(|own| own.map(from_all)).collect(),
            medians: known.iter_mut().map(|own| median(own)).collect(),
            means,
        }
    }
}

fn median(values: &mut [f64]) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    let upper = *values.get(middle)?;
    if values.len() % 2 == 1 {
        return Some(upper);
    }
    Some((values[middle - 1] + upper) / 2.0)
}

impl SilhouetteReport {
    /// With the mean per cluster.
    fn of(clusters: &Clusters, found: Option<Silhouettes>) -> (Self, Vec<Option<f64>>) {
        let mut profiles = vec![Vec::new(); clusters.sizes.len()];
        if let Some(found) = &found {
            for (&row, &value) in found.rows.iter().zip(&found.values) {
                profiles[clusters.labels[row as usize] as usize].push(value);
            }
        }
        let means = profiles
            .iter()
            .map(|own| (!own.is_empty()).then(|| own.iter().sum::<f64>() / own.len() as f64))
            .collect();
        let negative = |own: &Vec<f64>| own.iter().filter(|&&value| value < 0.0).count() as u32;
        let report = Self {
            mean: found.as_ref().map(|found| found.mean),
            sample: found.map_or(0, |found| found.rows.len() as u32),
            negative: profiles.iter().map(negative).collect(),
            profiles: profiles.into_iter().map(thinned).collect(),
        };
        (report, means)
    }
}

/// Descending, at most [`MOST_SHOWN`], the first and the last among them.
fn thinned(mut values: Vec<f64>) -> Vec<f64> {
    values.sort_by(|a, b| b.total_cmp(a));
    if values.len() <= MOST_SHOWN {
        return values;
    }
    let last = values.len() - 1;
    (0..MOST_SHOWN).map(|at| values[at * last / (MOST_SHOWN - 1)]).collect()
}
