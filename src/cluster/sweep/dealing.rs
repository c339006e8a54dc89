//! Deals units out, and takes in what they came to.

use std::collections::BTreeSet;

use ndarray::ArrayView2;

use super::super::ClusterParams;
use super::super::kmeans::Run;
use super::super::quality::{GAP_POINTS, Gap, RESAMPLE_POINTS, Stability, gap, knee, squares};
use super::{
    Kind, Measured, SweepReport, SweepRow, Unit, UnitResult, UnitWork, matrix_of, suggest,
};
use crate::error::Error;

/// Reference sets of the gap statistic per number of clusters.
pub const REFERENCES: u32 = 20;

/// Bootstrap resamples per number of clusters.
pub const RESAMPLES: u32 = 50;

/// Deals units out, and takes in what they came to; neither the order in which that arrives nor who did it leaves a
/// trace. First come the starts and measures of all numbers of clusters, from the smallest, so that the curve fills
/// in; then reference sets and resamples, likewise.
///
/// ```
/// use ndarray::array;
/// use segmentlab::cluster::{ClusterParams, Clusterer, Sweep};
/// let matrix = array![[0.0], [1.0], [2.0], [50.0], [51.0], [52.0], [99.0], [100.0], [101.0]];
/// let params = ClusterParams { k_max: 5, ..ClusterParams::default() };
/// let clusterer = Clusterer::new(matrix.view(), params.clone()); // in each worker
/// let mut sweep = Sweep::new(matrix.view(), 9, params)?;
/// while let Some(unit) = sweep.deal() {
///     let result = clusterer.work(&unit);
///     sweep.put(&unit, result);
/// }
/// let report = sweep.report();
/// assert_eq!(report.rows[1].inertia, 6.0);
/// assert_eq!(report.suggestion.map(|suggestion| suggestion.k), Some(3));
/// # Ok::<(), segmentlab::error::Error>(())
/// ```
#[derive(Debug)]
pub struct Sweep {
    params: ClusterParams,
    customers: u32,
    total: f64,
    waiting: BTreeSet<Task>,
    done: u32,
    tried: Vec<Tried>,
}

/// A unit to be dealt; the least comes first.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Task {
    after_curve: bool,
    k: u32,
    kind: Kind,
    number: u32,
}

impl Task {
    fn new(k: u32, kind: Kind, number: u32) -> Self {
        Self { after_curve: !kind.is_of_curve(), k, kind, number }
    }
}

/// What came in of a number of clusters.
#[derive(Debug)]
struct Tried {
    k: u32,
    runs: Vec<Option<Run>>,
    measured: Option<(Measured, Logs)>,
    references: Vec<Option<Logs>>,
    resamples: Vec<Option<Vec<f64>>>,
}

/// Logarithms of inertia per point.
#[derive(Debug, Clone, Copy)]
struct Logs {
    one: f64,
    all: f64,
}

impl Sweep {
    /// A sweep over a matrix with so many distinct rows, as far as to that number of clusters.
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
        let tried: Vec<Tried> =
            (params.k_min..=k_max).map(|k| Tried::new(k, params.n_init)).collect();
        let mut waiting = BTreeSet::new();
        for one in &tried {
            waiting.extend((0..params.n_init).map(|number| Task::new(one.k, Kind::Run, number)));
            waiting.extend((0..REFERENCES).map(|number| Task::new(one.k, Kind::Gap, number)));
        }
        let (customers, total) = (matrix.nrows() as u32, squares(matrix));
        Ok(Self { params, customers, total, waiting, done: 0, tried })
    }

    /// The next unit that can be done; `None`: none until another has come in, or none at all.
    pub fn deal(&mut self) -> Option<Unit> {
        let Task { k, kind, number, .. } = self.waiting.pop_first()?;
        let centroids = || self.best(k).map(|best| best.centroids.iter().copied().collect());
        let work = match kind {
            Kind::Run => UnitWork::Run { number },
            Kind::Measure => UnitWork::Measure { centroids: centroids()? },
            Kind::Gap => UnitWork::Gap { number },
            Kind::Bootstrap => UnitWork::Bootstrap { number, centroids: centroids()? },
        };
        let before = match kind {
            Kind::Run => 0,
            Kind::Measure => self.params.n_init,
            Kind::Gap => self.params.n_init + 1,
            Kind::Bootstrap => self.params.n_init + 1 + REFERENCES,
        };
        let id = (k - self.params.k_min) * self.units_per_k() + before + number;
        Some(Unit { id, k, work })
    }

    /// Takes in what a unit came to. What is not of this sweep, or came in before, is passed over.
    pub fn put(&mut self, unit: &Unit, result: UnitResult) {
        let k = unit.k;
        let Some(tried) = self.tried.iter_mut().find(|tried| tried.k == k) else { return };
        let (kind, number) = unit.work.task();
        if !tried.put(kind, number, result) {
            return;
        }
        self.done += 1;
        if kind == Kind::Run && tried.best().is_some() {
            self.waiting.insert(Task::new(k, Kind::Measure, 0));
            self.waiting.extend((0..RESAMPLES).map(|number| Task::new(k, Kind::Bootstrap, number)));
        }
    }

    /// Units done, and units in all.
    #[must_use]
    pub fn progress(&self) -> (u32, u32) {
        (self.done, self.tried.len() as u32 * self.units_per_k())
    }

    /// The best run of a number of clusters, the first of equal ones; `None` before all are in.
    #[must_use]
    pub fn best(&self, k: u32) -> Option<&Run> {
        self.tried.iter().find(|tried| tried.k == k)?.best()
    }

    /// How well the resamples found each cluster again; `None` before all are in.
    #[must_use]
    pub fn stability(&self, k: u32) -> Option<Vec<Stability>> {
        self.tried.iter().find(|tried| tried.k == k)?.stability()
    }

    /// What is known so far.
    #[must_use]
    pub fn report(&self) -> SweepReport {
        let rows: Vec<SweepRow> = self.tried.iter().filter_map(Tried::row).collect();
        let knee = if rows.len() == self.tried.len() { self.knee(&rows) } else { None };
        let first = self.tried.first().filter(|tried| tried.k == 2);
        let gap_of_one = first.and_then(|tried| tried.gap(|logs| logs.one)).map(|gap| gap.value);
        let (done, units) = self.progress();
        let is_done = done == units;
        SweepReport {
            customers: self.customers,
            total: self.total,
            suggestion: if is_done { suggest(&rows, knee, gap_of_one) } else { None },
            rows,
            knee,
            gap_of_one,
            resamples: RESAMPLES,
            resample_customers: self.customers.min(RESAMPLE_POINTS as u32),
            references: REFERENCES,
            reference_points: self.customers.min(GAP_POINTS as u32),
        }
    }

    /// What it was begun with.
    #[must_use]
    pub fn params(&self) -> &ClusterParams {
        &self.params
    }

    /// With one cluster as the first point where two come next.
    fn knee(&self, rows: &[SweepRow]) -> Option<u32> {
        let one = (self.params.k_min == 2).then_some((1, self.total));
        let rest = rows.iter().map(|row| (row.k, row.inertia));
        knee(&one.into_iter().chain(rest).collect::<Vec<_>>())
    }

    fn units_per_k(&self) -> u32 {
        self.params.n_init + 1 + REFERENCES + RESAMPLES
    }
}

impl Tried {
    fn new(k: u32, n_init: u32) -> Self {
        Self {
            k,
            runs: vec![None; n_init as usize],
            measured: None,
            references: vec![None; REFERENCES as usize],
            resamples: vec![None; RESAMPLES as usize],
        }
    }

    /// Whether it was awaited.
    fn put(&mut self, kind: Kind, number: u32, result: UnitResult) -> bool {
        fn fill<T>(slot: Option<&mut Option<T>>, value: T) -> bool {
            match slot {
                Some(empty @ None) => {
                    *empty = Some(value);
                    true
                }
                _ => false,
            }
        }
        let number = number as usize;
        match (kind, result) {
            (Kind::Run, UnitResult::Run { centroids, inertia, iterations }) => {
                let centroids = matrix_of(&centroids, self.k);
                fill(self.runs.get_mut(number), Run { centroids, inertia, iterations })
            }
            (Kind::Measure, UnitResult::Measured { measured, log_one, log_inertia }) => {
                let logs = Logs { one: log_one, all: log_inertia };
                fill(Some(&mut self.measured), (measured, logs))
            }
            (Kind::Gap, UnitResult::Gap { log_one, log_inertia }) => {
                let logs = Logs { one: log_one, all: log_inertia };
                fill(self.references.get_mut(number), logs)
            }
            (Kind::Bootstrap, UnitResult::Bootstrap { jaccard }) => {
                jaccard.len() == self.k as usize && fill(self.resamples.get_mut(number), jaccard)
            }
            _ => false,
        }
    }

    fn best(&self) -> Option<&Run> {
        let runs: Option<Vec<&Run>> = self.runs.iter().map(Option::as_ref).collect();
        runs?.into_iter().min_by(|a, b| a.inertia.total_cmp(&b.inertia))
    }

    fn row(&self) -> Option<SweepRow> {
        let inertia = self.best()?.inertia;
        let gap = self.gap(|logs| logs.all);
        let near = |run: &&Run| run.inertia <= inertia * (1.0 + 1e-6);
        Some(SweepRow {
            k: self.k,
            inertia,
            hits: self.runs.iter().flatten().filter(near).count() as u32,
            measured: self.measured.map(|(measured, _)| measured),
            gap: gap.map(|gap| gap.value),
            gap_error: gap.map(|gap| gap.error),
            stability: self.stability(),
        })
    }

    fn gap(&self, of: impl Fn(&Logs) -> f64) -> Option<Gap> {
        let references: Option<Vec<f64>> =
            self.references.iter().map(|logs| logs.as_ref().map(&of)).collect();
        gap(of(&self.measured?.1), &references?)
    }

    fn stability(&self) -> Option<Vec<Stability>> {
        let resamples: Option<Vec<&Vec<f64>>> = self.resamples.iter().map(Option::as_ref).collect();
        let resamples = resamples?;
        let mean = |cluster: usize| {
            let sum: f64 = resamples.iter().map(|jaccard| jaccard[cluster]).sum();
            Stability::of(sum / f64::from(RESAMPLES))
        };
        Some((0..self.k as usize).map(mean).collect())
    }
}
