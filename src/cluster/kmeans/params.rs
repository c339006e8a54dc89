//! How k-means runs.

use super::super::Effort;

/// Params of k-means, not checked yet.
#[derive(Debug, Clone, PartialEq)]
pub struct KMeansParams {
    pub(super) n_clusters: u32,
    pub(super) n_init: u32,
    pub(super) max_iterations: u32,
    pub(super) tolerance: f64,
    pub(super) effort: Effort,
    pub(super) seed: u64,
}

impl KMeansParams {
    /// Params for `n_clusters` clusters with ten starts.
    #[must_use]
    pub fn new(n_clusters: u32) -> Self {
        Self {
            n_clusters,
            n_init: 10,
            max_iterations: 300,
            tolerance: 0.0,
            effort: Effort::Default,
            seed: 0,
        }
    }

    /// Starts.
    #[must_use]
    pub fn n_init(self, n_init: u32) -> Self {
        Self { n_init, ..self }
    }

    /// How hard the best clustering is looked for.
    #[must_use]
    pub fn effort(self, effort: Effort) -> Self {
        Self { effort, ..self }
    }

    /// Makes chance repeatable.
    #[must_use]
    pub fn seed(self, seed: u64) -> Self {
        Self { seed, ..self }
    }

    /// The params, if they hold.
    #[must_use]
    pub fn check(self) -> KMeansValidParams {
        KMeansValidParams(self)
    }
}

/// Params of k-means that were checked.
#[derive(Debug, Clone, PartialEq)]
pub struct KMeansValidParams(pub(super) KMeansParams);
