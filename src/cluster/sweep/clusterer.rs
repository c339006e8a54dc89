//! What does units.

use ndarray::ArrayView2;

use super::super::ClusterParams;
use super::super::kmeans::{KMeansParams, KMeansValidParams, Points, Run};
use super::super::quality::{References, quality, resample};
use super::{Measured, Unit, UnitResult, UnitWork, matrix_of};

/// Does units in a worker.
#[derive(Debug)]
pub struct Clusterer {
    points: Points,
    references: References,
    params: ClusterParams,
}

impl Clusterer {
    /// Takes the matrix in. The params are those the sweep was begun with.
    #[must_use]
    pub fn new(matrix: ArrayView2<'_, f64>, params: ClusterParams) -> Self {
        let references = References::new(matrix, params.seed);
        Self { points: Points::new(matrix).led_by(params.features.lead()), references, params }
    }

    /// Does a unit. What comes out depends on the matrix, the params and the unit alone.
    #[must_use]
    pub fn work(&self, unit: &Unit) -> UnitResult {
        let Unit { k, ref work, .. } = *unit;
        match work {
            UnitWork::Run { number } => {
                let run = self.points.run(&self.params_of(k), *number);
                UnitResult::Run {
                    centroids: run.centroids.iter().copied().collect(),
                    inertia: run.inertia,
                    iterations: run.iterations,
                }
            }
            UnitWork::Measure { centroids } => {
                let centroids = matrix_of(centroids, k);
                let log = self.references.data(&self.params_of(k), centroids.clone());
                let run = Run { centroids, inertia: 0.0, iterations: 0 };
                let found = quality(self.points.rows(), &self.points.finish(&run).labels);
                let measured = Measured {
                    silhouette: found.silhouette,
                    sample: found.sample,
                    calinski_harabasz: found.calinski_harabasz,
                    davies_bouldin: found.davies_bouldin,
                };
                UnitResult::Measured { measured, log_one: log.one, log_inertia: log.all }
            }
            UnitWork::Gap { number } => {
                let log = self.references.reference(&self.params_of(k), *number);
                UnitResult::Gap { log_one: log.one, log_inertia: log.all }
            }
            UnitWork::Bootstrap { number, centroids } => {
                let (rows, seed) = (self.points.rows(), self.params.seed);
                let lead = self.params.features.lead();
                let centroids = matrix_of(centroids, k);
                let jaccard = resample(rows, centroids, &self.params_of(k), seed, *number, lead);
                UnitResult::Bootstrap { jaccard }
            }
        }
    }

    fn params_of(&self, k: u32) -> KMeansValidParams {
        KMeansParams::new(k)
            .n_init(self.params.n_init)
            .effort(self.params.effort)
            .seed(self.params.seed.into())
            .checked_before()
    }
}
