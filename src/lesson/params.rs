//! What a lesson is about.

use serde::{Deserialize, Serialize};

use super::Sample;
use crate::error::Error;
use crate::features::FeatureKey;

/// Fewest and most clusters of a lesson.
pub(super) const CLUSTERS: std::ops::RangeInclusive<u32> = 2..=8;

/// Whose points are clustered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum LessonData {
    /// Points made for teaching.
    Sample {
        /// Which ones.
        sample: Sample,
    },
    /// Two features of the customers that are open.
    Features {
        /// To the right.
        x: FeatureKey,
        /// Upwards.
        y: FeatureKey,
    },
}

/// What distances are measured in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// The figures as they are: the axis with the larger figures decides.
    Raw,
    /// Each axis in its own standard deviations (population).
    #[default]
    Standard,
    /// The same, after ln(1 + x) on axes whose figures are skewed (third standardised moment above 1); there, what
    /// lies below 0 counts as 0.
    Log,
}

/// Where the centroids begin.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Start {
    /// Greedy k-means++: each on a point drawn with a chance proportional to the squared distance to the centroids
    /// there already, the best of a few such draws.
    #[default]
    PlusPlus,
    /// On points drawn with equal chances.
    Random,
    /// Side by side in one place: of two dozen such places the one that ends worst.
    Bad,
    /// Where they are put.
    Given {
        /// One per cluster, in the units of the axes.
        centroids: Vec<[f64; 2]>,
    },
}

/// Settings of a lesson.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct LessonParams {
    /// Whose points.
    pub data: LessonData,
    /// Clusters, 2 to 8; `None`: as many as the sample has groups, 4 for features. A given start brings its own.
    pub k: Option<u32>,
    /// What distances are measured in.
    pub measure: Measure,
    /// Whether a point far from all others is put among them.
    pub outlier: bool,
    /// Where the centroids begin.
    pub start: Start,
    /// Makes chance repeatable.
    pub seed: u32,
}

impl Default for LessonParams {
    fn default() -> Self {
        Self {
            data: LessonData::Sample { sample: Sample::Blobs },
            k: None,
            measure: Measure::Standard,
            outlier: false,
            start: Start::PlusPlus,
            seed: 0,
        }
    }
}

impl LessonParams {
    /// Clusters there will be.
    ///
    /// # Errors
    /// [`Error::BadSetting`] for `k` out of its range and for given centroids that are not finite.
    pub(super) fn clusters(&self) -> Result<u32, Error> {
        let k = match (&self.start, self.k, &self.data) {
            (Start::Given { centroids }, ..) => {
                if let Some(off) = centroids.iter().flatten().find(|value| !value.is_finite()) {
                    return Err(bad("start.centroids", off, "finite"));
                }
                centroids.len() as u32
            }
            (_, Some(k), _) => k,
            (_, None, LessonData::Sample { sample }) => sample.groups(),
            (_, None, LessonData::Features { .. }) => 4,
        };
        if CLUSTERS.contains(&k) { Ok(k) } else { Err(bad("k", k, "2..=8")) }
    }
}

fn bad(setting: &str, found: impl ToString, expected: &str) -> Error {
    Error::BadSetting {
        setting: setting.to_owned(),
        found: found.to_string(),
        expected: expected.to_owned(),
    }
}
