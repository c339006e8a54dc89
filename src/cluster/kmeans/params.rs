//! How k-means runs.

use linfa::ParamGuard;

use super::super::Effort;
use super::KMeansError;

/// Params of k-means that were checked.
#[derive(Debug, Clone, PartialEq)]
pub struct KMeansValidParams {
    pub(super) n_clusters: u32,
    pub(super) n_init: u32,
    pub(super) max_n_iterations: u32,
    pub(super) tolerance: f64,
    pub(super) effort: Effort,
    pub(super) seed: u64,
}

/// Params of k-means, not checked yet. Fitting with them checks them first.
///
/// ```
/// use linfa::ParamGuard;
/// use segmentlab::cluster::kmeans::{KMeansError, KMeansParams};
///
/// assert!(KMeansParams::new(3).n_init(20).check().is_ok());
/// assert!(matches!(KMeansParams::new(0).check(), Err(KMeansError::NoClusters)));
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct KMeansParams(KMeansValidParams);

impl KMeansParams {
    /// Params for `n_clusters` clusters: ten starts of at most 300 iterations, each until no row changes its cluster.
    #[must_use]
    pub fn new(n_clusters: u32) -> Self {
        Self(KMeansValidParams {
            n_clusters,
            n_init: 10,
            max_n_iterations: 300,
            tolerance: 0.0,
            effort: Effort::Default,
            seed: 0,
        })
    }

    /// Starts, at least 1.
    #[must_use]
    pub fn n_init(mut self, n_init: u32) -> Self {
        self.0.n_init = n_init;
        self
    }

    /// Iterations of a start after which it stops in any case, at least 1.
    #[must_use]
    pub fn max_n_iterations(mut self, max_n_iterations: u32) -> Self {
        self.0.max_n_iterations = max_n_iterations;
        self
    }

    /// A start stops once the squared distance that all centroids moved is at most this share of the mean variance of
    /// the columns, as scikit-learn's `tol` has it. 0: once no row changes its cluster.
    #[must_use]
    pub fn tolerance(mut self, tolerance: f64) -> Self {
        self.0.tolerance = tolerance;
        self
    }

    /// How hard the best clustering is looked for.
    #[must_use]
    pub fn effort(mut self, effort: Effort) -> Self {
        self.0.effort = effort;
        self
    }

    /// Makes chance repeatable.
    #[must_use]
    pub fn seed(mut self, seed: u64) -> Self {
        self.0.seed = seed;
        self
    }

    /// For those whose own params were checked already.
    pub(crate) fn checked_before(self) -> KMeansValidParams {
        self.0
    }
}

impl ParamGuard for KMeansParams {
    type Checked = KMeansValidParams;
    type Error = KMeansError;

    fn check_ref(&self) -> Result<&KMeansValidParams, KMeansError> {
        let KMeansValidParams { n_clusters, n_init, max_n_iterations, tolerance, .. } = self.0;
        if n_clusters == 0 {
            return Err(KMeansError::NoClusters);
        }
        if n_init == 0 {
            return Err(KMeansError::NoStarts);
        }
        if max_n_iterations == 0 {
            return Err(KMeansError::NoIterations);
        }
        if !(0.0..f64::INFINITY).contains(&tolerance) {
            return Err(KMeansError::BadTolerance { tolerance });
        }
        Ok(&self.0)
    }

    fn check(self) -> Result<KMeansValidParams, KMeansError> {
        self.check_ref()?;
        Ok(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_clusters_are_refused() {
        assert!(matches!(KMeansParams::new(0).check(), Err(KMeansError::NoClusters)));
    }

    #[test]
    fn no_starts_are_refused() {
        let refused = KMeansParams::new(2).n_init(0).check();
        assert!(matches!(refused, Err(KMeansError::NoStarts)));
    }

    #[test]
    fn no_iterations_are_refused() {
        let refused = KMeansParams::new(2).max_n_iterations(0).check();
        assert!(matches!(refused, Err(KMeansError::NoIterations)));
    }

    #[test]
    fn a_tolerance_below_zero_is_refused() {
        let refused = KMeansParams::new(2).tolerance(-1e-9).check();
        let Err(KMeansError::BadTolerance { tolerance }) = refused else { panic!("{refused:?}") };
        assert_eq!(tolerance, -1e-9);
    }

    #[test]
    fn a_tolerance_that_is_no_number_is_refused() {
        for tolerance in [f64::NAN, f64::INFINITY] {
            let refused = KMeansParams::new(2).tolerance(tolerance).check();
            assert!(matches!(refused, Err(KMeansError::BadTolerance { .. })), "{refused:?}");
        }
    }

    #[test]
    fn checking_by_reference_says_the_same() {
        let params = KMeansParams::new(2).n_init(1).tolerance(0.0);
        assert_eq!(params.check_ref().unwrap(), &params.clone().check().unwrap());
        assert!(matches!(params.n_init(0).check_ref(), Err(KMeansError::NoStarts)));
    }
}
