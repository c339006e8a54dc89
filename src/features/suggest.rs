//! Features to begin with.

use super::{
    Cap, FeatureInfo, FeatureKey, FeatureParams, FeaturesParams, Missing, Scaling, Transform,
};

/// Columns of a customer file that are suggested at most.
const MOST_COLUMNS: usize = 8;

/// A column with fewer different values is rather a mark than a measure.
const FEWEST_VALUES: u32 = 3;

impl FeaturesParams {
    /// Features to begin with, of those a [catalog](super::FeatureSource::catalog) offers: R, F and M where there
    /// are transactions, else the first eight columns of the customer file with at least three values. Each is
    /// standardised after the transform that its spread suggests ([`FeatureInfo::suggested`]). Medians
    /// stand in for missing values. Nothing is capped, unless a logarithm needs it: a few customers whose refunds exceed
    /// their purchases must not keep the others from being told apart.
    ///
    /// ```
    /// use segmentlab::features::*;
    /// let frequency = FeatureInfo {
    ///     key: FeatureKey::Frequency,
    ///     missing: 0,
    ///     distinct: 9,
    ///     min: 1.0,
    ///     median: 2.0,
    ///     mean: 4.3,
    ///     max: 210.0,
    ///     skewness: 12.1,
    ///     suggested: Transform::Log1p,
    /// };
    /// let params = FeaturesParams::suggest(&[frequency]);
    /// assert_eq!(params.features[0].transform, Transform::Log1p);
    /// ```
    #[must_use]
    pub fn suggest(catalog: &[FeatureInfo]) -> Self {
        let differs = |info: &&FeatureInfo| info.min < info.max;
        let is_rfm = |info: &&FeatureInfo| {
            let key = &info.key;
            matches!(key, FeatureKey::Recency | FeatureKey::Frequency | FeatureKey::Monetary)
        };
        let is_measure = |info: &&FeatureInfo| {
            matches!(info.key, FeatureKey::Column { .. }) && info.distinct >= FEWEST_VALUES
        };
        let mut chosen: Vec<&FeatureInfo> = catalog.iter().filter(is_rfm).filter(differs).collect();
        if !catalog.iter().any(|info| is_rfm(&info)) {
            chosen.extend(catalog.iter().filter(is_measure).filter(differs).take(MOST_COLUMNS));
        }
        let needs_cap =
            |info: &&&FeatureInfo| info.suggested == Transform::Log1p && info.min <= -1.0;
        let cap = chosen.iter().find(needs_cap).map(|_| Cap::USUAL);
        let features = chosen.into_iter().map(|info| FeatureParams {
            key: info.key.clone(),
            transform: info.suggested,
            scaling: Scaling::Standard,
        });
        Self { features: features.collect(), missing: Missing::Median, cap }
    }
}
