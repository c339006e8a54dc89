//! Points made ready for many runs, and what a run comes to.

use ndarray::{Array2, ArrayView2, Axis};

use super::{Limit, Space, canonical, lloyd, mean_variance, seeds};

/// Points of a space, one per row, made ready for any number of runs. What comes out does not depend on the order
/// of rows.
#[derive(Debug, Clone)]
pub struct Points {
    pub(super) rows: Array2<f64>,
    /// The points in an order that depends on their values alone.
    pub(super) space: Space,
    /// Where each point of that order was given.
    pub(super) order: Vec<u32>,
    /// Mean variance of a feature.
    variance: f64,
    /// The feature that clusters are numbered by.
    lead: usize,
}

/// What one start came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// One row per cluster, in no order.
    pub centroids: Array2<f64>,
    /// Sum of squared distances to the own centroid.
    pub inertia: f64,
    /// Iterations it took.
    pub iterations: u32,
}

/// A finished clustering, in canonical order: by descending mean of the first feature, or of the one that leads
/// ([`Points::led_by`]); ties by the others.
#[derive(Debug, Clone, PartialEq)]
pub struct Clustering {
    /// One row per cluster.
    pub centroids: Array2<f64>,
    /// The cluster of each point, in the order of the rows given.
    pub labels: Vec<u32>,
    /// Points per cluster.
    pub sizes: Vec<u32>,
    /// Sum of squared distances to the own centroid.
    pub inertia: f64,
    /// Iterations of the run it comes from.
    pub iterations: u32,
}

impl Points {
    /// Takes points in.
    #[must_use]
    pub fn new(rows: ArrayView2<'_, f64>) -> Self {
        let rows = rows.as_standard_layout().into_owned();
        let (space, order) = Space::new(rows.view());
        let variance = mean_variance(space.rows(), rows.ncols());
        Self { rows, space, order, variance, lead: 0 }
    }

    /// Clusters are numbered by the mean of this feature, instead of the first.
    #[must_use]
    pub fn led_by(self, lead: usize) -> Self {
        Self { lead, ..self }
    }

    /// Points.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.nrows()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.nrows() == 0
    }

    /// Rows as they were given.
    #[must_use]
    pub fn rows(&self) -> ArrayView2<'_, f64> {
        self.rows.view()
    }

    /// `k` of the points to start from, one per row, drawn by greedy k-means++; none if there are no points.
    #[must_use]
    pub fn seeds(&self, k: usize, seed: u64) -> Array2<f64> {
        if self.is_empty() {
            return Array2::zeros((0, self.rows.ncols()));
        }
        let chosen = seeds(&mut *self.space.seeding(), self.len(), k, seed);
        let rows = chosen.iter().map(|&at| self.order[at] as usize).collect::<Vec<_>>();
        // The place among the rows given tells equal rows apart, but not their values: adding zero makes one zero of both.
        self.rows.select(Axis(0), &rows) + 0.0
    }

    /// Moves the centroids given until no point changes its cluster, but at most `limit` times; stops earlier where
    /// the squared shifts of all centroids sum up to no more than `tolerance` times the mean variance of a feature
    /// (as scikit-learn does). Clusters without points are given the points farthest from their centroids.
    #[must_use]
    pub fn refine(&self, start: Array2<f64>, limit: u32, tolerance: f64) -> Run {
        if start.is_empty() || self.is_empty() {
            return Run { centroids: start, inertia: 0.0, iterations: 0 };
        }
        let mut centroids = self.space.filled_up(start.view());
        let (inertia, iterations) = lloyd(
            &mut *self.space.assigning(start.nrows()),
            self.space.rows(),
            &mut centroids,
            Limit { iterations: limit, shift: tolerance * self.variance },
        );
        Run { centroids: self.space.cut_back(&centroids, start), inertia, iterations }
    }

    /// Labels and sizes by the nearest centroid, in canonical order.
    #[must_use]
    pub fn finish(&self, run: &Run) -> Clustering {
        let order = canonical(run.centroids.view(), self.lead);
        let centroids = run.centroids.select(ndarray::Axis(0), &order);
        let mut labels = vec![0; self.len()];
        let mut sizes = vec![0; order.len()];
        if !centroids.is_empty() && !self.is_empty() {
            let mut assigning = self.space.assigning(order.len());
            assigning.assign(&self.space.filled_up(centroids.view()));
            for (&given, &label) in self.order.iter().zip(assigning.labels()) {
                labels[given as usize] = label;
                sizes[label as usize] += 1;
            }
        }
        Clustering { centroids, labels, sizes, inertia: run.inertia, iterations: run.iterations }
    }
}
