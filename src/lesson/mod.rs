//! k-means in a plane, one step at a time, to be taught with.

mod params;
mod plane;
mod report;
mod samples;
mod starts;
mod trace;

pub use params::{LessonData, LessonParams, Measure, Start};
pub use plane::LessonAxis;
pub use report::{BestKnown, LessonReport, LessonStep, OutlierEnd};
pub use samples::Sample;

use ndarray::Array2;

use crate::cluster::{KMeansParams, Points};
use crate::error::Error;
use crate::features::FeatureKey;
use plane::{Place, Plane, drawn};
use starts::placed;
use trace::{Act, distance, end, trace};

/// Starts that the best partition is looked for with.
const STARTS: u32 = 30;

/// A lesson with its points.
#[derive(Debug, Clone, PartialEq)]
pub struct Lesson {
    /// The points in the units of the axes; an outlier that was put in comes last.
    pub points: Vec<[f64; 2]>,
    /// The cluster of each point, pass after pass.
    pub labels: Vec<u8>,
    /// All else.
    pub report: LessonReport,
}

/// Runs k-means over points of a plane and keeps every step. `column` gives a feature's values, one per customer,
/// NaN where missing. The same params give the same lesson.
///
/// ```
/// use segmentlab::error::{Error, Step};
/// use segmentlab::lesson::{LessonParams, LessonStep, lesson};
///
/// let no_customers = |_: &_| Err(Error::NotReady { step: Step::Customers });
/// let found = lesson(&LessonParams::default(), no_customers)?;
/// assert_eq!((found.report.k, found.points.len()), (4, 180));
/// assert!(matches!(found.report.steps.last(), Some(LessonStep::Converged { .. })));
/// # Ok::<(), Error>(())
/// ```
///
/// # Errors
/// [`Error::BadSetting`], [`Error::TooFewCustomers`] where not one customer has both figures,
/// [`Error::TooManyClusters`] for more clusters than distinct points, and those of `column`.
pub fn lesson(
    params: &LessonParams,
    column: impl Fn(&FeatureKey) -> Result<Vec<f64>, Error>,
) -> Result<Lesson, Error> {
    let k = params.clusters()?;
    let (points, dropped) = match &params.data {
        LessonData::Sample { sample } => (sample.points(), 0),
        LessonData::Features { x, y } => known(&column(x)?, &column(y)?),
    };
    let customers = points.len() as u32;
    if customers == 0 {
        return Err(Error::TooFewCustomers { customers, dropped });
    }
    let plane = Plane::new(drawn(points), params.measure, params.outlier);
    let distinct = plane.distinct();
    if k > distinct {
        return Err(Error::TooManyClusters { clusters: k, distinct });
    }
    let places = plane.places();
    let start = placed(&plane, &params.start, k as usize, params.seed);
    let acts = trace(&places, start);
    let report = LessonReport {
        k,
        customers,
        dropped,
        axes: plane.axes,
        steps: told(&plane, &acts),
        best: best(&plane, &places, k, &acts),
        outlier: plane.outlier.then(|| outlier(&places, &acts)),
    };
    let passes = acts.iter().filter_map(|act| match act {
        Act::Assign { labels, .. } => Some(labels.as_slice()),
        _ => None,
    });
    let labels = passes.flatten().copied().collect();
    Ok(Lesson { points: plane.points, labels, report })
}

/// Squares of larger figures leave the range of numbers.
const LARGEST: f64 = 1e150;

/// The points of customers that have both figures, and how many have not.
fn known(x: &[f64], y: &[f64]) -> (Vec<[f64; 2]>, u32) {
    let points = x.iter().zip(y).map(|(&x, &y)| [x, y]);
    let known: Vec<_> =
        points.filter(|point| point.iter().all(|value| value.abs() <= LARGEST)).collect();
    let dropped = (x.len() - known.len()) as u32;
    (known, dropped)
}

fn told(plane: &Plane, acts: &[Act]) -> Vec<LessonStep> {
    let points = |places: &[Place]| places.iter().map(|&place| plane.point(place)).collect();
    let mut passes = 0..;
    let step = |act: &Act| match act {
        Act::Seed { centroids } => LessonStep::Seeded { centroids: points(centroids) },
        Act::Assign { changed, inertia, .. } => LessonStep::Assigned {
            pass: passes.next().unwrap_or_default(),
            changed: *changed,
            inertia: *inertia,
        },
        Act::Move { centroids, shift, refilled, inertia } => LessonStep::Moved {
            centroids: points(centroids),
            shift: *shift,
            refilled: refilled.clone(),
            inertia: *inertia,
        },
        Act::Converge { iterations, inertia } => {
            LessonStep::Converged { iterations: *iterations, inertia: *inertia }
        }
    };
    acts.iter().map(step).collect()
}

/// The best of many starts and the lesson's own end.
fn best(plane: &Plane, places: &[Place], k: u32, acts: &[Act]) -> BestKnown {
    let rows = Array2::from_shape_fn((places.len(), 2), |(row, axis)| places[row][axis]);
    let points = Points::new(rows.view());
    let params = KMeansParams::new(k).checked_before();
    let (_, centroids, inertia) = end(acts);
    let mut best = BestKnown { inertia, gain: 0.0, starts: STARTS, centroids: Vec::new() };
    let mut found = centroids.to_vec();
    for number in 0..STARTS {
        let run = points.run(&params, number);
        // Sums in another order differ in their last digits.
        if run.inertia < best.inertia * (1.0 - 1e-9) {
            best.inertia = run.inertia;
            found = run.centroids.outer_iter().map(|row| [row[0], row[1]]).collect();
        }
    }
    if inertia > 0.0 {
        best.gain = 1.0 - best.inertia / inertia;
    }
    best.centroids = found.into_iter().map(|place| plane.point(place)).collect();
    best
}

/// The last point against the others of its cluster, where the trace ends.
fn outlier(places: &[Place], acts: &[Act]) -> OutlierEnd {
    let (labels, centroids, inertia) = end(acts);
    let last = labels.len() - 1;
    let cluster = labels[last];
    let others = places[..last].iter().zip(labels).filter(|&(_, &label)| label == cluster);
    let (mut sum, mut size) = ([0.0; 2], 0.0);
    for ([x, y], _) in others {
        sum = [sum[0] + x, sum[1] + y];
        size += 1.0;
    }
    let centroid = centroids[usize::from(cluster)];
    let alone = size == 0.0;
    let pull = if alone { 0.0 } else { distance(centroid, sum.map(|sum| sum / size)).sqrt() };
    let own = distance(places[last], centroid);
    let share = if inertia > 0.0 { own / inertia } else { 0.0 };
    OutlierEnd { cluster: cluster.into(), alone, share, pull }
}
