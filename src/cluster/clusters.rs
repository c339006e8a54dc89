//! A clustering of customers.

use ndarray::{Array2, ArrayView2};

use super::{Choice, Method, Mixture, Points, Stability, Sweep};
use crate::error::{Error, Step};
use crate::features::Prepared;

/// One label per row of the matrix.
#[derive(Debug, Clone, PartialEq)]
pub struct Clusters {
    /// What made it.
    pub method: Method,
    /// One row per cluster, in canonical order, in the measure of the matrix.
    pub centroids: Array2<f64>,
    /// The cluster of each row.
    pub labels: Vec<u32>,
    /// Rows per cluster; those of a mixture may be 0, where a component is nobody's likeliest.
    pub sizes: Vec<u32>,
    /// Sum of squared distances to the own centroid.
    pub inertia: f64,
    /// Sum of squared distances to the mean.
    pub total: f64,
    /// Iterations of the run it comes from; `None` where none is known.
    pub iterations: Option<u32>,
    /// Of [`Method::GaussianMixture`]: what makes one component likelier than another.
    pub mixture: Option<Mixture>,
    /// Bayesian information criterion of a mixture; small is good.
    pub bic: Option<f64>,
}

impl Clusters {
    /// What a choice takes of a sweep over these customers, with the stability of its clusters where it is known.
    ///
    /// # Errors
    /// [`Error::NotReady`] where the sweep has not come so far; [`Error::MixtureFailed`].
    pub fn of_choice(
        sweep: &Sweep,
        prepared: &Prepared,
        choice: &Choice,
    ) -> Result<(Self, Option<Vec<Stability>>), Error> {
        let params = sweep.params();
        let not_ready = || Error::NotReady { step: Step::Clusters };
        let suggested = || sweep.report().suggestion.map(|suggestion| suggestion.k);
        let k = choice.k.or_else(suggested).ok_or_else(not_ready)?;
        let matrix = prepared.matrix.view();
        let found = Self::of_sweep(sweep, matrix, k).ok_or_else(not_ready)?;
        match choice.method {
            Method::KMeans => Ok((found, sweep.stability(k))),
            Method::GaussianMixture => {
                Ok((Self::of_mixture(matrix, k, params.seed, params.features.lead())?, None))
            }
        }
    }

    /// The best run of a sweep with `k` clusters; `None` where the sweep has none.
    #[must_use]
    pub fn of_sweep(sweep: &Sweep, matrix: ArrayView2<'_, f64>, k: u32) -> Option<Self> {
        let best = sweep.best(k)?;
        let found = Points::new(matrix).led_by(sweep.params().features.lead()).finish(best);
        Some(Self {
            method: Method::KMeans,
            centroids: found.centroids,
            labels: found.labels,
            sizes: found.sizes,
            inertia: found.inertia,
            total: sweep.report().total,
            iterations: Some(found.iterations),
            mixture: None,
            bic: None,
        })
    }
}
