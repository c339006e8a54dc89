//! Points of a plane, and the measure that distances between them are taken in.

use rand::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;
use serde::Serialize;

use super::Measure;

/// Points a lesson shows, at most; of more, these many are drawn.
const MOST: usize = 600;
/// How far an outlier lies beyond the others, in spans of the axis.
const BEYOND: f64 = 0.75;

/// How an axis is measured.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct LessonAxis {
    /// Whether ln(1 + x) is taken first.
    pub log: bool,
    /// What is taken off then.
    pub center: f64,
    /// What it is divided by then; above 0.
    pub scale: f64,
    /// Share of the points' total squared distance to their mean that lies along this axis, 0 to 1.
    pub share: f64,
}

/// A point in the measure.
pub(super) type Place = [f64; 2];

/// Points in the units of the axes, and the measure.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Plane {
    pub points: Vec<[f64; 2]>,
    /// The last point is one put far from the others.
    pub outlier: bool,
    pub axes: [LessonAxis; 2],
}

impl Plane {
    /// `points` are finite and at least one.
    pub fn new(mut points: Vec<[f64; 2]>, measure: Measure, outlier: bool) -> Self {
        let log = [0, 1].map(|axis| measure == Measure::Log && is_skewed(&along(&points, axis)));
        if outlier {
            let far = [0, 1].map(|axis| beyond(&along(&points, axis), log[axis]));
            points.push(far);
        }
        let mut axes = [0, 1].map(|axis| {
            let values: Vec<f64> =
                along(&points, axis).into_iter().map(|value| straight(value, log[axis])).collect();
            let (mean, variance) = moments(&values);
            let (center, scale) = match measure {
                Measure::Raw => (0.0, 1.0),
                Measure::Standard | Measure::Log if variance > 0.0 => (mean, variance.sqrt()),
                Measure::Standard | Measure::Log => (mean, 1.0),
            };
            LessonAxis { log: log[axis], center, scale, share: variance / (scale * scale) }
        });
        let total: f64 = axes.iter().map(|axis| axis.share).sum();
        for axis in &mut axes {
            axis.share = if total > 0.0 { axis.share / total } else { 0.0 };
        }
        Self { points, outlier, axes }
    }

    /// All points in the measure.
    pub fn places(&self) -> Vec<Place> {
        self.points.iter().map(|&point| self.place(point)).collect()
    }

    /// A point in the measure.
    pub fn place(&self, point: [f64; 2]) -> Place {
        [0, 1].map(|axis| {
            let LessonAxis { log, center, scale, .. } = self.axes[axis];
            (straight(point[axis], log) - center) / scale
        })
    }

    /// Back to the units of the axes.
    pub fn point(&self, place: Place) -> [f64; 2] {
        [0, 1].map(|axis| {
            let LessonAxis { log, center, scale, .. } = self.axes[axis];
            let value = place[axis] * scale + center;
            if log { libm::expm1(value) } else { value }
        })
    }

    /// Points that differ from each other in the measure.
    pub fn distinct(&self) -> u32 {
        let mut places = self.places();
        places.sort_by(|a, b| a[0].total_cmp(&b[0]).then(a[1].total_cmp(&b[1])));
        places.dedup();
        places.len() as u32
    }
}

/// At most [`MOST`] of the points, drawn with equal chances and always the same, in their order.
pub(super) fn drawn(points: Vec<[f64; 2]>) -> Vec<[f64; 2]> {
    if points.len() <= MOST {
        return points;
    }
    let mut chance = Xoshiro256PlusPlus::seed_from_u64(0);
    let mut order: Vec<usize> = (0..points.len()).collect();
    for at in 0..MOST {
        order.swap(at, chance.gen_range(at as u64..points.len() as u64) as usize);
    }
    let mut kept = order[..MOST].to_vec();
    kept.sort_unstable();
    kept.into_iter().map(|at| points[at]).collect()
}

fn along(points: &[[f64; 2]], axis: usize) -> Vec<f64> {
    points.iter().map(|point| point[axis]).collect()
}

/// What lies below 0 counts as 0 where a logarithm is taken.
fn straight(value: f64, log: bool) -> f64 {
    if log { libm::log1p(value.max(0.0)) } else { value }
}

/// A value beyond the highest.
fn beyond(values: &[f64], log: bool) -> f64 {
    let low = straight(values.iter().copied().fold(f64::INFINITY, f64::min), log);
    let high = straight(values.iter().copied().fold(f64::NEG_INFINITY, f64::max), log);
    let far = high + BEYOND * (high - low);
    if log { libm::expm1(far) } else { far }
}

/// Mean and population variance.
fn moments(values: &[f64]) -> (f64, f64) {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let variance = values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / n;
    (mean, variance)
}

fn is_skewed(values: &[f64]) -> bool {
    let (mean, variance) = moments(values);
    let cubes = values.iter().map(|value| (value - mean) * (value - mean) * (value - mean));
    let third = cubes.sum::<f64>() / values.len() as f64;
    third > variance * variance.sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Age in years, income in tens of thousands: by hand, variances 100 and 4e8, so age carries 2.5e-7 of it.
    const PEOPLE: [[f64; 2]; 2] = [[30.0, 10_000.0], [50.0, 50_000.0]];

    #[test]
    fn unscaled_the_larger_figures_carry_the_distance() {
        let raw = Plane::new(PEOPLE.to_vec(), Measure::Raw, false);
        assert!((raw.axes[0].share - 100.0 / (4e8 + 100.0)).abs() < 1e-15);
        assert_eq!(raw.places(), PEOPLE);
        let standard = Plane::new(PEOPLE.to_vec(), Measure::Standard, false);
        assert_eq!(standard.axes.map(|axis| axis.share), [0.5, 0.5]);
        assert_eq!(standard.places(), [[-1.0, -1.0], [1.0, 1.0]]);
    }

    #[test]
    fn the_logarithm_is_taken_of_skewed_axes_and_undone() {
        let points: Vec<[f64; 2]> =
            (0..10).map(|at| [f64::from(at), f64::from(1 << (2 * at))]).collect();
        let plane = Plane::new(points.clone(), Measure::Log, false);
        assert_eq!(plane.axes.map(|axis| axis.log), [false, true]);
        for point in points {
            let back = plane.point(plane.place(point));
            assert!((back[0] - point[0]).abs() < 1e-9 && (back[1] / point[1] - 1.0).abs() < 1e-9);
        }
    }

    /// Refunds can outweigh purchases: -5 counts as 0 and comes back as it.
    #[test]
    fn below_zero_counts_as_zero_where_the_logarithm_is_taken() {
        let points: Vec<[f64; 2]> =
            [-5.0, 0.0, 1.0, 2.0, 900.0].map(|amount| [amount, amount]).to_vec();
        let plane = Plane::new(points, Measure::Log, false);
        assert!(plane.axes[0].log);
        assert_eq!(plane.places()[0], plane.places()[1]);
        assert_eq!(plane.distinct(), 4);
        assert!(plane.point(plane.places()[0])[0].abs() < 1e-12);
    }

    #[test]
    fn an_outlier_lies_three_quarters_of_the_span_beyond() {
        let plane = Plane::new(PEOPLE.to_vec(), Measure::Raw, true);
        assert_eq!(plane.points[2], [65.0, 80_000.0]);
    }

    #[test]
    fn of_many_points_six_hundred_are_drawn_in_their_order() {
        let many: Vec<[f64; 2]> = (0..4339).map(|at| [f64::from(at), 0.0]).collect();
        let kept = drawn(many.clone());
        assert_eq!(kept.len(), 600);
        assert!(kept.windows(2).all(|pair| pair[0][0] < pair[1][0]));
        assert_eq!(kept, drawn(many.clone()));
        assert_eq!(drawn(many[..600].to_vec()), many[..600]);
    }
}
