//! What is clustered, and how.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::features::FeaturesParams;

/// How hard the best clustering is looked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Effort {
    /// Restarts.
    #[default]
    Default,
    /// Beyond restarts.
    Thorough,
}

/// The method that makes clusters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Least squared distances to the means.
    #[default]
    KMeans,
    /// A mixture of normal distributions; each customer goes to the likeliest.
    GaussianMixture,
}

/// The numbers of clusters that are tried, and how.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct ClusterParams {
    /// What customers are compared by.
    pub features: FeaturesParams,
    /// The smallest number of clusters tried, from 2.
    pub k_min: u32,
    /// The largest, at most 15; fewer where there are fewer distinct rows.
    pub k_max: u32,
    /// Starts per number of clusters, 1 to 100.
    pub n_init: u32,
    /// How hard the best clustering is looked for.
    pub effort: Effort,
    /// Makes chance repeatable.
    pub seed: u32,
}

impl Default for ClusterParams {
    fn default() -> Self {
        Self {
            features: FeaturesParams::default(),
            k_min: 2,
            k_max: 15,
            n_init: 10,
            effort: Effort::Default,
            seed: 0,
        }
    }
}

/// Allowed numbers of clusters.
const K: RangeInclusive<u32> = 2..=15;
/// Allowed numbers of starts.
const N_INIT: RangeInclusive<u32> = 1..=100;

impl ClusterParams {
    /// Whether a matrix with so many distinct rows can be clustered by these params.
    ///
    /// # Errors
    /// [`Error::BadSetting`] (`kMin`, `kMax`, `nInit`); [`Error::TooManyClusters`] if even the smallest number of
    /// clusters is above the number of distinct rows.
    pub fn check(&self, distinct: u32) -> Result<(), Error> {
        within("kMin", self.k_min, K)?;
        within("kMax", self.k_max, self.k_min..=*K.end())?;
        within("nInit", self.n_init, N_INIT)?;
        if self.k_min > distinct {
            return Err(Error::TooManyClusters { clusters: self.k_min, distinct });
        }
        Ok(())
    }
}

fn within(setting: &str, found: u32, expected: RangeInclusive<u32>) -> Result<(), Error> {
    if expected.contains(&found) {
        return Ok(());
    }
    Err(Error::BadSetting {
        setting: setting.to_owned(),
        found: found.to_string(),
        expected: format!("{expected:?}"),
    })
}

/// What is taken of a sweep.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Choice {
    /// Clusters; `None`: as many as are suggested.
    pub k: Option<u32>,
    /// What makes them.
    pub method: Method,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(params: &ClusterParams) -> (String, String) {
        let Err(Error::BadSetting { setting, expected, .. }) = params.check(1000) else {
            panic!("{params:?} was taken")
        };
        (setting, expected)
    }

    #[test]
    fn one_cluster_is_no_choice() {
        let params = ClusterParams { k_min: 1, ..ClusterParams::default() };
        assert_eq!(refused(&params), ("kMin".to_owned(), "2..=15".to_owned()));
    }

    #[test]
    fn the_largest_number_is_not_below_the_smallest_nor_above_fifteen() {
        for k_max in [4, 16] {
            let params = ClusterParams { k_min: 5, k_max, ..ClusterParams::default() };
            assert_eq!(refused(&params), ("kMax".to_owned(), "5..=15".to_owned()));
        }
    }

    #[test]
    fn starts_are_one_to_a_hundred() {
        for n_init in [0, 101] {
            let params = ClusterParams { n_init, ..ClusterParams::default() };
            assert_eq!(refused(&params), ("nInit".to_owned(), "1..=100".to_owned()));
        }
    }

    #[test]
    fn fewer_distinct_rows_than_the_smallest_number_of_clusters_are_refused() {
        let params = ClusterParams { k_min: 3, ..ClusterParams::default() };
        assert_eq!(params.check(3), Ok(()));
        assert_eq!(params.check(2), Err(Error::TooManyClusters { clusters: 3, distinct: 2 }));
    }
}
