//! The choice of k: every number of clusters tried in one go, in units that any number of workers share.

use ndarray::{Array2, ArrayView2};
use serde::{Deserialize, Serialize};

use super::quality::quality;
use super::{ClusterParams, KMeansValidParams, Points};
use crate::error::Error;

/// A piece of the work.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Unit {
    /// Its number.
    pub id: u32,
    /// Clusters.
    pub k: u32,
    /// What is to be done.
    pub work: UnitWork,
}

/// What is to be done in a unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum UnitWork {
    /// One start.
    Run {
        /// Its number.
        number: u32,
    },
    /// Measures of the best run.
    Measure {
        /// Its centroids, row by row.
        centroids: Vec<f64>,
    },
    /// One reference set of the gap statistic.
    Gap {
        /// Its number.
        number: u32,
    },
    /// One bootstrap resample.
    Bootstrap {
        /// Its number.
        number: u32,
        /// Centroids of the best run, row by row.
        centroids: Vec<f64>,
    },
}

/// What a unit came to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum UnitResult {
    /// Of a start.
    Run {
        /// Centroids, row by row.
        centroids: Vec<f64>,
        /// Sum of squared distances to the own centroid.
        inertia: f64,
        /// Iterations.
        iterations: u32,
    },
    /// Of measures.
    Measured(Measured),
    /// Of a reference set.
    Gap {
        /// Natural logarithm of its inertia per point.
        log_inertia: f64,
    },
    /// Of a resample.
    Bootstrap {
        /// Greatest Jaccard similarity per cluster.
        jaccard: Vec<f64>,
    },
}

/// Measures of a clustering.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Measured {
    /// Mean silhouette, -1 to 1.
    pub silhouette: f64,
    /// Customers it was computed for.
    pub sample: u32,
    /// Calinski-Harabasz index; large is good.
    pub calinski_harabasz: f64,
    /// Davies-Bouldin index; small is good.
    pub davies_bouldin: f64,
}

/// Does units in a worker.
#[derive(Debug)]
pub struct Clusterer {
    points: Points,
    params: ClusterParams,
}

impl Clusterer {
    /// Takes the matrix in.
    #[must_use]
    pub fn new(matrix: ArrayView2<'_, f64>, params: ClusterParams) -> Self {
        Self { points: Points::new(matrix), params }
    }

    /// Does a unit.
    #[must_use]
    pub fn work(&self, unit: &Unit) -> UnitResult {
        match &unit.work {
            UnitWork::Run { number } => {
                let run = self.points.run(&kmeans_params(&self.params, unit.k), *number);
                UnitResult::Run {
                    centroids: run.centroids.iter().copied().collect(),
                    inertia: run.inertia,
                    iterations: run.iterations,
                }
            }
            UnitWork::Measure { centroids } => {
                let clustering = self.points.finish(&super::kmeans::Run {
                    centroids: matrix_of(centroids, unit.k),
                    inertia: 0.0,
                    iterations: 0,
                });
                let found =
                    quality(self.points.rows(), &clustering.labels, u64::from(self.params.seed));
                UnitResult::Measured(Measured {
                    silhouette: found.silhouette,
                    sample: found.sample,
                    calinski_harabasz: found.calinski_harabasz,
                    davies_bouldin: found.davies_bouldin,
                })
            }
            UnitWork::Gap { .. } => UnitResult::Gap { log_inertia: 0.0 },
            UnitWork::Bootstrap { .. } => {
                UnitResult::Bootstrap { jaccard: vec![0.0; unit.k as usize] }
            }
        }
    }
}

/// Params of k-means with so many clusters.
pub(super) fn kmeans_params(params: &ClusterParams, k: u32) -> KMeansValidParams {
    super::kmeans::KMeansParams::new(k)
        .n_init(params.n_init)
        .effort(params.effort)
        .seed(params.seed.into())
        .checked_before()
}

fn matrix_of(values: &[f64], k: u32) -> Array2<f64> {
    let d = values.len() / k as usize;
    Array2::from_shape_vec((k as usize, d), values.to_vec()).unwrap_or_default()
}

/// What one number of clusters came to.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct SweepRow {
    /// Clusters.
    pub k: u32,
    /// Sum of squared distances to the own centroid.
    pub inertia: f64,
    /// Starts that came within 1e-6 of it.
    pub hits: u32,
    /// Measures; `None` where they are not there yet.
    pub measured: Option<Measured>,
    /// Gap statistic.
    pub gap: Option<f64>,
    /// Its standard error.
    pub gap_error: Option<f64>,
    /// Mean Jaccard similarity per cluster over the resamples, in canonical order.
    pub stability: Option<Vec<f64>>,
}

/// A measure's word for a number of clusters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Vote {
    /// The knee of the inertia.
    Knee,
    /// Greatest silhouette.
    Silhouette,
    /// Greatest Calinski-Harabasz index.
    CalinskiHarabasz,
    /// Least Davies-Bouldin index.
    DaviesBouldin,
    /// First k whose gap is not below the next less its error.
    Gap,
    /// All clusters are stable.
    Stability,
}

/// A number of clusters with what speaks for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Suggestion {
    /// Clusters.
    pub k: u32,
    /// Measures that speak for it.
    pub votes: Vec<Vote>,
    /// What each measure would take.
    pub each: Vec<(Vote, u32)>,
}

/// What a sweep came to so far.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct SweepReport {
    /// Customers in it.
    pub customers: u32,
    /// Sum of squared distances to the mean: the inertia of one cluster.
    pub total: f64,
    /// One per number of clusters that was run, ascending.
    pub rows: Vec<SweepRow>,
    /// Where the inertia has its knee.
    pub knee: Option<u32>,
    /// Only of a sweep that is done.
    pub suggestion: Option<Suggestion>,
    /// Bootstrap resamples per k.
    pub resamples: u32,
    /// Reference sets per k.
    pub references: u32,
}

/// Deals units out, and takes in what they came to; the order in which that arrives leaves no trace.
#[derive(Debug)]
pub struct Sweep {
    params: ClusterParams,
    customers: u32,
    total: f64,
    waiting: Vec<Unit>,
    units: u32,
    done: u32,
    runs: std::collections::BTreeMap<u32, Vec<Option<super::kmeans::Run>>>,
    measured: std::collections::BTreeMap<u32, Measured>,
}

impl Sweep {
    /// A sweep over a matrix.
    ///
    /// # Errors
    /// [`Error::BadSetting`], [`Error::TooManyClusters`].
    pub fn new(
        matrix: ArrayView2<'_, f64>,
        distinct: u32,
        params: ClusterParams,
    ) -> Result<Self, Error> {
        params.check(distinct)?;
        let k_max = params.k_max.min(distinct);
        let mut waiting = Vec::new();
        let mut runs = std::collections::BTreeMap::new();
        for k in params.k_min..=k_max {
            runs.insert(k, vec![None; params.n_init as usize]);
            for number in 0..params.n_init {
                waiting.push(Unit { id: waiting.len() as u32, k, work: UnitWork::Run { number } });
            }
        }
        waiting.reverse();
        let mean = matrix.mean_axis(ndarray::Axis(0)).unwrap_or_default();
        let total = matrix.outer_iter().map(|row| (&row - &mean).mapv(|x| x * x).sum()).sum();
        Ok(Self {
            units: waiting.len() as u32 + runs.len() as u32,
            customers: matrix.nrows() as u32,
            total,
            waiting,
            done: 0,
            runs,
            measured: std::collections::BTreeMap::new(),
            params,
        })
    }

    /// The next unit that can be done; `None`: none until another has come in, or none at all.
    pub fn deal(&mut self) -> Option<Unit> {
        self.waiting.pop()
    }

    /// Takes in what a unit came to.
    pub fn put(&mut self, unit: &Unit, result: UnitResult) {
        self.done += 1;
        match (&unit.work, result) {
            (UnitWork::Run { number }, UnitResult::Run { centroids, inertia, iterations }) => {
                let runs = self.runs.entry(unit.k).or_default();
                runs[*number as usize] = Some(super::kmeans::Run {
                    centroids: matrix_of(&centroids, unit.k),
                    inertia,
                    iterations,
                });
                if runs.iter().all(Option::is_some)
                    && let Some(best) = self.best(unit.k)
                {
                    let centroids = best.centroids.iter().copied().collect();
                    let id = self.units;
                    self.waiting.push(Unit {
                        id,
                        k: unit.k,
                        work: UnitWork::Measure { centroids },
                    });
                }
            }
            (_, UnitResult::Measured(measured)) => {
                self.measured.insert(unit.k, measured);
            }
            _ => {}
        }
    }

    /// Units done, and units in all.
    #[must_use]
    pub fn progress(&self) -> (u32, u32) {
        (self.done, self.units)
    }

    /// The best run of a number of clusters, the first of equal ones; `None` before all are in.
    #[must_use]
    pub fn best(&self, k: u32) -> Option<&super::kmeans::Run> {
        let runs = self.runs.get(&k)?;
        let all: Option<Vec<_>> = runs.iter().map(Option::as_ref).collect();
        all?.into_iter().min_by(|a, b| a.inertia.total_cmp(&b.inertia))
    }

    /// What is known so far.
    #[must_use]
    pub fn report(&self) -> SweepReport {
        let rows = self.runs.keys().filter_map(|&k| {
            let best = self.best(k)?.inertia;
            let near = |run: &&Option<super::kmeans::Run>| {
                run.as_ref().is_some_and(|run| run.inertia <= best * (1.0 + 1e-6))
            };
            Some(SweepRow {
                k,
                inertia: best,
                hits: self.runs[&k].iter().filter(near).count() as u32,
                measured: self.measured.get(&k).copied(),
                gap: None,
                gap_error: None,
                stability: None,
            })
        });
        let rows: Vec<SweepRow> = rows.collect();
        let done = self.done == self.units;
        SweepReport {
            customers: self.customers,
            total: self.total,
            knee: None,
            suggestion: done.then(|| Suggestion {
                k: rows.first().map_or(2, |row| row.k),
                votes: Vec::new(),
                each: Vec::new(),
            }),
            rows,
            resamples: 0,
            references: 0,
        }
    }

    /// What it was begun with.
    #[must_use]
    pub fn params(&self) -> &ClusterParams {
        &self.params
    }
}
