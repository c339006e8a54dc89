//! What the matrix was made with, kept so that other customers can be brought to the same measure.

use serde::{Deserialize, Serialize};

use super::{FeatureKey, Missing, Scaling, Transform};

/// A feature with all that was learnt from the customers it was fitted on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FittedFeature {
    /// What it is.
    pub key: FeatureKey,
    /// Lowest and highest value that is let through, in the feature's unit; what lies beyond is drawn in.
    pub cap: Option<[f64; 2]>,
    /// Stands in for a missing value, in the feature's unit.
    pub median: f64,
    /// Takes the skew out.
    pub transform: Transform,
    /// Of Yeo-Johnson; `None` for other transforms.
    pub lambda: Option<f64>,
    /// How it was scaled.
    pub scaling: Scaling,
    /// What is taken off after the transform.
    pub center: f64,
    /// What it is divided by then; above 0.
    pub scale: f64,
}

/// The features of a matrix, fitted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FeatureModel {
    /// In the order of the matrix's columns.
    pub features: Vec<FittedFeature>,
    /// What becomes of customers who lack a value.
    pub missing: Missing,
}

impl FittedFeature {
    /// A value in the feature's unit brought to measure; NaN (missing) gives NaN.
    #[must_use]
    pub fn apply(&self, value: f64) -> f64 {
        let capped = match self.cap {
            Some([low, high]) => value.clamp(low, high),
            None => value,
        };
        let straight = match self.transform {
            Transform::Log1p => libm::log1p(capped),
            Transform::None | Transform::YeoJohnson => capped,
        };
        (straight - self.center) / self.scale
    }
}
