//! How the values of a feature spread.

use serde::Serialize;

use super::{Ascending, Cap, FeatureKey, Transform};

/// A feature that can be chosen, and how its values spread over the customers; in the feature's unit.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct FeatureInfo {
    /// What it is.
    pub key: FeatureKey,
    /// Customers who lack it.
    pub missing: u32,
    /// Distinct values.
    pub distinct: u32,
    /// The lowest value.
    pub min: f64,
    /// The median.
    pub median: f64,
    /// The mean.
    pub mean: f64,
    /// The highest value.
    pub max: f64,
    /// Third standardised moment (population): above 1, a few large values carry the mean.
    pub skewness: f64,
    /// What takes its skew out, where the skewness is above 1: ln(1 + x), if need be after capping
    /// ([`Cap::USUAL`]), or Yeo-Johnson where even then values are below -1.
    pub suggested: Transform,
}

/// From which skewness on a few large values decide the distances.
const SKEWED: f64 = 1.0;

impl FeatureInfo {
    /// How values spread; `None` where all are missing.
    pub(super) fn of(values: &[f64], key: FeatureKey) -> Option<Self> {
        let known = Ascending::of(values.iter().copied());
        let (min, max) = known.range()?;
        let skewness = known.skewness();
        Some(Self {
            key,
            missing: (values.len() - known.values().len()) as u32,
            distinct: known.distinct() as u32,
            min,
            median: known.quantile(0.5),
            mean: known.moments().mean,
            max,
            skewness,
            suggested: match skewness > SKEWED {
                true if known.quantile(Cap::USUAL.low) > -1.0 => Transform::Log1p,
                true => Transform::YeoJohnson,
                false => Transform::None,
            },
        })
    }
}
