//! The gap statistic (Tibshirani, Walther and Hastie 2001): how much smaller the inertia is than that of points
//! without clusters.

use ndarray::{Array2, ArrayView2, Axis};
use rand::Rng;

use super::super::kmeans::{KMeansValidParams, Points};
use super::super::{Axes, Stream, chance, sample};

/// Points per reference set, at most; of more rows, the data's own inertia is that of a sample of so many.
pub const GAP_POINTS: usize = 2_000;

/// Starts per set: enough for an inertia within a percent or so of the best, for the data as for its references.
const STARTS: u32 = 2;

/// The gap of a number of clusters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gap {
    /// Mean logarithm of the references' inertia, less that of the data's.
    pub value: f64,
    /// Standard deviation of the former times sqrt(1 + 1 / references).
    pub error: f64,
}

/// Logarithms of a set's inertia, per point: of one cluster, and of the number in question. -infinity where every
/// point is a centroid.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in super::super) struct LogInertia {
    pub(in super::super) one: f64,
    pub(in super::super) all: f64,
}

/// The data's points for the gap, and the box that references are drawn from: along the principal axes, as wide as
/// the points reach.
#[derive(Debug)]
pub(in super::super) struct References {
    points: Points,
    axes: Axes,
    /// Per axis.
    sides: Vec<[f64; 2]>,
    seed: u32,
}

impl References {
    pub(in super::super) fn new(rows: ArrayView2<'_, f64>, seed: u32) -> Self {
        let drawn = sample(rows.nrows(), GAP_POINTS, chance(seed, Stream::Points, 0));
        let drawn: Vec<usize> = drawn.into_iter().map(|row| row as usize).collect();
        let points = rows.select(Axis(0), &drawn);
        let axes = Axes::of(points.view());
        let sides = (0..rows.ncols()).map(|axis| {
            points.outer_iter().fold([f64::INFINITY, f64::NEG_INFINITY], |[low, high], point| {
                let at = axes.along(axis, point);
                [low.min(at), high.max(at)]
            })
        });
        Self { sides: sides.collect(), axes, points: Points::new(points.view()), seed }
    }

    /// Of the data, from the best centroids known for all rows.
    pub(in super::super) fn data(
        &self,
        params: &KMeansValidParams,
        centroids: Array2<f64>,
    ) -> LogInertia {
        let refined = self.points.refine(centroids, MOST_ITERATIONS, 0.0).inertia;
        log_inertia(&self.points, params, refined)
    }

    /// Of a reference set: as many points, spread evenly over the box.
    pub(in super::super) fn reference(
        &self,
        params: &KMeansValidParams,
        number: u32,
    ) -> LogInertia {
        let mut chance = chance(self.seed, Stream::Reference, number);
        let width = self.sides.len();
        let mut rows = Array2::zeros((self.points.len(), width));
        for mut row in rows.outer_iter_mut() {
            row.assign(&self.axes.mean);
            for (axis, &[low, high]) in self.axes.axes.outer_iter().zip(&self.sides) {
                let at = low + chance.gen_range(0.0..1.0) * (high - low);
                row.iter_mut().zip(axis).for_each(|(value, weight)| *value += at * weight);
            }
        }
        log_inertia(&Points::new(rows.view()), params, f64::INFINITY)
    }
}

const MOST_ITERATIONS: u32 = 300;

/// The least inertia of a few starts and what is known already.
fn log_inertia(points: &Points, params: &KMeansValidParams, known: f64) -> LogInertia {
    let starts = (0..STARTS).map(|number| points.start(params, number).inertia);
    let n = points.len() as f64;
    LogInertia {
        one: libm::log(squares(points.rows()) / n),
        all: libm::log(starts.fold(known, f64::min) / n),
    }
}

/// Sum of squared distances to the mean.
pub(in super::super) fn squares(rows: ArrayView2<'_, f64>) -> f64 {
    let n = rows.nrows() as f64;
    let of = |column: ndarray::ArrayView1<'_, f64>| {
        let mean = column.iter().sum::<f64>() / n;
        column.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>()
    };
    rows.columns().into_iter().map(of).sum()
}

/// The gap of the data's log inertia to those of its references; `None` where one is not finite.
pub(in super::super) fn gap(data: f64, references: &[f64]) -> Option<Gap> {
    let n = references.len() as f64;
    let mean = references.iter().sum::<f64>() / n;
    let variance = references.iter().map(|one| (one - mean) * (one - mean)).sum::<f64>() / n;
    let (value, error) = (mean - data, (variance * (1.0 + 1.0 / n)).sqrt());
    (value.is_finite() && error.is_finite()).then_some(Gap { value, error })
}

/// The first k whose gap is not below the next one less its error. `gaps` are (k, gap), ascending; only
/// neighbours that differ by 1 are compared. `None` where it grows to the end.
///
/// ```
/// use segmentlab::cluster::quality::{Gap, gap_choice};
/// let gaps = [(1, 0.1), (2, 0.3), (3, 0.9), (4, 0.92)];
/// let gaps = gaps.map(|(k, value)| (k, Gap { value, error: 0.05 }));
/// assert_eq!(gap_choice(&gaps), Some(3));
/// assert_eq!(gap_choice(&gaps[..3]), None);
/// ```
#[must_use]
pub fn gap_choice(gaps: &[(u32, Gap)]) -> Option<u32> {
    let pairs = gaps.iter().zip(gaps.iter().skip(1));
    let mut neighbours = pairs.filter(|(a, b)| a.0 + 1 == b.0);
    neighbours.find(|(a, b)| a.1.value >= b.1.value - b.1.error).map(|(a, _)| a.0)
}

#[cfg(test)]
mod tests {
    use ndarray::array;

    use super::super::super::kmeans::KMeansParams;
    use super::*;

    #[test]
    fn gap_and_error_by_hand() {
        // Mean 3, population variance 1; 1 + 1/2 in the root.
        assert_eq!(gap(1.0, &[2.0, 4.0]), Some(Gap { value: 2.0, error: 1.5_f64.sqrt() }));
        assert_eq!(gap(f64::NEG_INFINITY, &[2.0, 4.0]), None);
    }

    #[test]
    fn references_fill_the_box_of_the_principal_axes() {
        // A thin cloud along (1, 1): the box of the features would be as wide as it is long.
        let rows = Array2::from_shape_fn((400, 2), |(row, column)| {
            let across = (row % 3) as f64 - 1.0;
            row as f64 + if column == 0 { across } else { -across }
        });
        let references = References::new(rows.view(), 3);
        let params = KMeansParams::new(2).checked_before();
        let data = references.data(&params, array![[100.0, 100.0], [300.0, 300.0]]);
        let found: Vec<_> = (0..8).map(|number| references.reference(&params, number)).collect();
        // A uniform line halved: inertia a quarter of that of one cluster, for data and references.
        for one in found.iter().chain([&data]) {
            assert!((one.one - one.all - 4.0_f64.ln()).abs() < 0.15, "{one:?}");
        }
        let spread: f64 = found.iter().map(|one| one.one - data.one).sum::<f64>() / 8.0;
        assert!(spread.abs() < 0.05, "{spread}");
        assert_eq!(found[0], references.reference(&params, 0));
        assert_ne!(found[0], found[1]);
    }

    #[test]
    fn squares_by_hand() {
        assert_eq!(squares(array![[0.0, 1.0], [2.0, 1.0], [4.0, 7.0]].view()), 8.0 + 24.0);
    }
}
