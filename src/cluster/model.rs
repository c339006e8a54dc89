//! What other customers are assigned by.

use ndarray::Array2;
use serde::{Deserialize, Serialize};

use super::{Assigner, Clusters, Method, Mixture};
use crate::error::Error;
use crate::features::{FeatureModel, Prepared};

/// What [`ClusterModel::version`] is now.
pub const MODEL_VERSION: u32 = 1;

/// What other customers are assigned by: features, how they are brought to measure, and the centroids. As JSON it is
/// the model file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClusterModel {
    /// Form of this record, [`MODEL_VERSION`].
    pub version: u32,
    /// What made the clusters.
    pub method: Method,
    /// The features.
    pub features: FeatureModel,
    /// One per cluster: its centroid in the measure of the matrix.
    pub centroids: Vec<Vec<f64>>,
    /// Of a mixture, its components.
    pub mixture: Option<Mixture>,
    /// One per cluster: its name; empty where it was given none.
    pub names: Vec<String>,
    /// One per cluster: customers it was made of.
    pub sizes: Vec<u32>,
    /// 95 of 100 customers it was made of lie no further from their centroid than this, in the measure of the matrix
    /// (of a mixture: in standard deviations of their component).
    pub reach: f64,
}

impl ClusterModel {
    /// The model, if its figures make one.
    ///
    /// # Errors
    /// [`Error::BadModel`] naming the first that does not.
    pub fn checked(self) -> Result<Self, Error> {
        if self.version != MODEL_VERSION {
            return Err(bad(&format!("version {}", self.version)));
        }
        let clusters = self.centroids.len();
        let lengths = [
            ("centroids", clusters > 0),
            ("names", self.names.len() == clusters),
            ("sizes", self.sizes.len() == clusters && self.sizes.iter().any(|&size| size > 0)),
            ("reach", self.reach.is_finite() && self.reach >= 0.0),
        ];
        if let Some((name, _)) = lengths.iter().find(|(_, holds)| !holds) {
            return Err(bad(name));
        }
        self.features.check()?;
        self.assigner()?;
        Ok(self)
    }

    /// What assigns by it.
    pub(super) fn assigner(&self) -> Result<Assigner, Error> {
        let width = self.features.features.len();
        let fits = |centroid: &Vec<f64>| {
            centroid.len() == width && centroid.iter().all(|value| value.is_finite())
        };
        if let Some(at) = self.centroids.iter().position(|centroid| !fits(centroid)) {
            return Err(bad(&format!("centroids[{at}]")));
        }
        let values = self.centroids.concat();
        let centroids = Array2::from_shape_vec((self.centroids.len(), width), values)
            .map_err(|_| bad("centroids"))?;
        match (self.method, &self.mixture) {
            (Method::KMeans, None) => Ok(Assigner::Nearest(centroids)),
            (Method::GaussianMixture, Some(mixture)) => {
                Assigner::likeliest(&centroids, mixture).ok_or_else(|| bad("mixture"))
            }
            _ => Err(bad("mixture")),
        }
    }
}

fn bad(found: &str) -> Error {
    Error::BadModel { found: found.to_owned() }
}

impl Clusters {
    /// What other customers can be assigned by. `names` has one name per cluster.
    #[must_use]
    pub fn model(&self, prepared: &Prepared, names: Vec<String>) -> ClusterModel {
        let mut model = ClusterModel {
            version: MODEL_VERSION,
            method: self.method,
            features: prepared.model.clone(),
            centroids: self.centroids.outer_iter().map(|one| one.to_vec()).collect(),
            mixture: self.mixture.clone(),
            names,
            sizes: self.sizes.clone(),
            reach: 0.0,
        };
        if let Ok(assigner) = model.assigner() {
            let rows = prepared.matrix.outer_iter();
            let mut distances: Vec<f64> = rows.map(|row| assigner.assign(row).distance).collect();
            distances.sort_by(f64::total_cmp);
            // Nearest rank: whole numbers, so that no share of 95 of 100 is a hair above or below.
            let rank = (distances.len() * 95).div_ceil(100);
            model.reach = distances.get(rank.saturating_sub(1)).copied().unwrap_or_default();
        }
        model
    }
}
