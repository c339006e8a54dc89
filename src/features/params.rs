//! Which features are used, and how they are brought to a common measure.

use serde::{Deserialize, Serialize};

use super::FeatureKey;

/// Takes the skew out of a feature, before scaling.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Transform {
    /// As it is.
    #[default]
    None,
    /// ln(1 + x); x has to be above -1.
    Log1p,
    /// Yeo-Johnson with the lambda of greatest likelihood.
    YeoJohnson,
}

/// Brings features to a common measure.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Scaling {
    /// Mean 0, population standard deviation 1.
    #[default]
    Standard,
    /// Lowest value 0, highest 1.
    MinMax,
    /// Median 0, distance of the quartiles 1.
    Robust,
    /// As it is: the feature with the largest figures decides.
    None,
}

/// One feature.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FeatureParams {
    /// What it is.
    pub key: FeatureKey,
    /// Takes its skew out.
    pub transform: Transform,
    /// Brings it to measure.
    pub scaling: Scaling,
}

/// What becomes of customers who lack a value.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// They are left out.
    Drop,
    /// The feature's median stands in.
    #[default]
    Median,
}

/// Quantiles (type 7) that outliers are drawn in to.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Cap {
    /// The lower one, from 0 to below `high`.
    pub low: f64,
    /// The upper one, at most 1.
    pub high: f64,
}

impl Cap {
    /// Where outliers are capped if the user asks for it, or a suggested transform needs it.
    pub const USUAL: Self = Self { low: 0.005, high: 0.995 };
}

/// How the matrix is made.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FeaturesParams {
    /// The features, in the order of the matrix's columns.
    pub features: Vec<FeatureParams>,
    /// What becomes of customers who lack a value.
    pub missing: Missing,
    /// Where outliers are capped; `None`: nowhere.
    pub cap: Option<Cap>,
}

impl FeaturesParams {
    /// The place of the feature that clusters are numbered by: M where it is used, else the first.
    #[must_use]
    pub fn lead(&self) -> usize {
        let monetary = self.features.iter().position(|one| one.key == FeatureKey::Monetary);
        monetary.unwrap_or(0)
    }
}
