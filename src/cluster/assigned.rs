//! Other customers assigned by a model.

use serde::Serialize;

use super::{ClusterModel, Clusters, squares};
use crate::error::Error;
use crate::features::{Prepared, prepare_by};

/// Customers assigned by a model.
#[derive(Debug, Clone, PartialEq)]
pub struct Assigned {
    /// The customers, brought to the measure of the model.
    pub prepared: Prepared,
    /// Their clusters, those of the model.
    pub clusters: Clusters,
    /// How far the model fits them.
    pub fit: ModelFit,
}

/// How far a model fits customers it was not made of. Where many lie beyond its reach, or the clusters' shares are
/// others, the customers have changed, and the model has had its time.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ModelFit {
    /// Customers who lie further from their centroid than 95 of 100 of those the model was made of.
    pub beyond: u32,
    /// Their share; about .05 where these customers are like those.
    pub share_beyond: f64,
    /// Per cluster, such customers.
    pub beyond_per_cluster: Vec<u32>,
    /// Per cluster, its share of the customers the model was made of.
    pub trained_shares: Vec<f64>,
}

impl ClusterModel {
    /// Assigns customers: values are capped, transformed and scaled as those of the model were, a missing one is dealt
    /// with by its rule, and each customer goes to the nearest centroid; by a mixture, to the likeliest component.
    /// `columns` has one column per feature of the model, in its order, in the feature's unit, with one value per
    /// customer, NaN where it is missing.
    ///
    /// # Errors
    /// [`Error::BadModel`], and those of [`prepare_by`].
    ///
    /// ```
    /// use segmentlab::cluster::{ClusterParams, Clusterer, Clusters, Sweep};
    /// use segmentlab::features::*;
    /// let feature = FeatureParams {
    ///     key: FeatureKey::Frequency,
    ///     transform: Transform::None,
    ///     scaling: Scaling::Standard,
    /// };
    /// let features = FeaturesParams { features: vec![feature], ..FeaturesParams::default() };
    /// let prepared = prepare(vec![vec![1.0, 2.0, 40.0, 41.0]], &features)?;
    /// let params = ClusterParams { features, k_max: 2, ..ClusterParams::default() };
    /// let clusterer = Clusterer::new(prepared.matrix.view(), params.clone());
    /// let mut sweep = Sweep::new(prepared.matrix.view(), 4, params)?;
    /// while let Some(unit) = sweep.deal() {
    ///     let result = clusterer.work(&unit);
    ///     sweep.put(&unit, result);
    /// }
    /// let clusters = Clusters::of_sweep(&sweep, prepared.matrix.view(), 2).unwrap();
    /// let model = clusters.model(&prepared, vec!["often".into(), "rarely".into()]);
    /// let assigned = model.assign(vec![vec![3.0, 39.0, 400.0]])?;
    /// assert_eq!(assigned.clusters.labels, [1, 0, 0]);
    /// assert_eq!(assigned.fit.beyond_per_cluster, [2, 1]); // all lie further out than any of those four
    /// # Ok::<(), segmentlab::error::Error>(())
    /// ```
    pub fn assign(&self, columns: Vec<Vec<f64>>) -> Result<Assigned, Error> {
        let assigner = self.assigner()?;
        let prepared = prepare_by(columns, &self.features)?;
        let k = self.centroids.len();
        let mut labels = Vec::with_capacity(prepared.matrix.nrows());
        let (mut sizes, mut beyond) = (vec![0; k], vec![0; k]);
        let mut inertia = 0.0;
        for row in prepared.matrix.outer_iter() {
            let found = assigner.assign(row);
            let cluster = found.label as usize;
            labels.push(found.label);
            sizes[cluster] += 1;
            beyond[cluster] += u32::from(found.distance > self.reach);
            let pairs = row.iter().zip(&self.centroids[cluster]);
            inertia += pairs.map(|(a, b)| (a - b) * (a - b)).sum::<f64>();
        }
        let trained = self.sizes.iter().map(|&size| f64::from(size)).sum::<f64>();
        let all: u32 = beyond.iter().sum();
        let fit = ModelFit {
            beyond: all,
            share_beyond: f64::from(all) / labels.len() as f64,
            beyond_per_cluster: beyond,
            trained_shares: self.sizes.iter().map(|&size| f64::from(size) / trained).collect(),
        };
        let clusters = Clusters {
            method: self.method,
            centroids: assigner.into_centroids(),
            labels,
            sizes,
            inertia,
            total: squares(prepared.matrix.view()),
            iterations: None,
            mixture: self.mixture.clone(),
            bic: None,
        };
        Ok(Assigned { prepared, clusters, fit })
    }
}
