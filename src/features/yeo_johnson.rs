//! The power transform of Yeo and Johnson (2000), and its lambda of greatest likelihood.

use super::Ascending;

/// Lambda is sought between these.
const LAMBDAS: (f64, f64) = (-5.0, 5.0);

/// Steps of the first, coarse search.
const STEPS: u32 = 40;

/// How narrow the search ends: the likelihood is flat at its top, so that more digits mean nothing.
const NARROW: f64 = 1e-9;

/// Values of a power beyond e to this overflow when they are squared.
const MOST: f64 = 300.0;

/// Values of a power below e to minus this leave less than nine digits to tell customers apart by.
const LEAST: f64 = 14.0;

/// A value by a lambda: `((x + 1)^l - 1) / l` from 0 on, `-((1 - x)^(2 - l) - 1) / (2 - l)` below; logarithms where
/// the divisor is 0. It rises with `x`.
pub(super) fn yeo_johnson(value: f64, lambda: f64) -> f64 {
    if value >= 0.0 {
        power(libm::log1p(value), lambda)
    } else {
        -power(libm::log1p(-value), 2.0 - lambda)
    }
}

/// The inverse of [`yeo_johnson`]; infinite beyond the values that it reaches.
pub(super) fn undo_yeo_johnson(value: f64, lambda: f64) -> f64 {
    if value >= 0.0 {
        libm::expm1(root(value, lambda))
    } else {
        -libm::expm1(root(-value, 2.0 - lambda))
    }
}

/// `(e^(power * log) - 1) / power`, without loss of digits near 0.
fn power(log: f64, power: f64) -> f64 {
    if power == 0.0 { log } else { libm::expm1(power * log) / power }
}

fn root(value: f64, power: f64) -> f64 {
    if power == 0.0 {
        return value;
    }
    let inner = power * value;
    if inner <= -1.0 { f64::INFINITY } else { libm::log1p(inner) / power }
}

/// The lambda under which the values are most likely a sample of a normal distribution, from -5 to 5, and not so far
/// out that the powers overflow or run together.
pub(super) fn fit_lambda(values: &Ascending) -> f64 {
    let likelihood = Likelihood::of(values);
    let (low, high) = likelihood.limits();
    let at = |step: u32| low + (high - low) * f64::from(step) / f64::from(STEPS);
    let mut best = (0, f64::NEG_INFINITY);
    for step in 0..=STEPS {
        let found = likelihood.at(at(step));
        if found > best.1 {
            best = (step, found);
        }
    }
    let around = (at(best.0.saturating_sub(1)), at((best.0 + 1).min(STEPS)));
    golden(around, |lambda| likelihood.at(lambda))
}

/// The log-likelihood of a lambda, but for what does not depend on it.
struct Likelihood {
    /// Different values and how often each occurs: `ln(1 + |x|)`, and whether `x` is below 0.
    runs: Vec<Run>,
    n: f64,
    /// Sum of `ln(1 + |x|)` with the sign of `x`.
    signed_logs: f64,
    /// Values on both sides of 0.
    mixed: bool,
    /// Mean of `ln(1 + |x|)`.
    center: f64,
    least: f64,
    most: f64,
}

struct Run {
    log: f64,
    negative: bool,
    count: f64,
}

impl Likelihood {
    fn of(values: &Ascending) -> Self {
        let runs: Vec<Run> = values
            .values()
            .chunk_by(|a, b| a == b)
            .map(|run| Run {
                log: libm::log1p(run[0].abs()),
                negative: run[0] < 0.0,
                count: run.len() as f64,
            })
            .collect();
        let n = values.values().len() as f64;
        let logs = || runs.iter().map(|run| run.log);
        Self {
            n,
            signed_logs: runs.iter().map(|run| run.signed() * run.count).sum(),
            mixed: runs.iter().any(|run| run.negative) && runs.iter().any(|run| !run.negative),
            center: runs.iter().map(|run| run.log * run.count).sum::<f64>() / n,
            least: logs().fold(f64::INFINITY, f64::min),
            most: logs().fold(0.0, f64::max),
            runs,
        }
    }

    fn limits(&self) -> (f64, f64) {
        let most = MOST / self.most;
        let least = if self.mixed { f64::INFINITY } else { LEAST / self.least };
        let negative = self.runs.iter().any(|run| run.negative);
        let positive = self.runs.iter().any(|run| !run.negative);
        let (mut low, mut high) = LAMBDAS;
        if positive {
            (low, high) = (low.max(-least), high.min(most));
        }
        if negative {
            (low, high) = (low.max(2.0 - most), high.min(2.0 + least));
        }
        (low, high)
    }

    fn at(&self, lambda: f64) -> f64 {
        let log_variance = if self.mixed {
            libm::log(self.variance(|run| {
                if run.negative { -power(run.log, 2.0 - lambda) } else { power(run.log, lambda) }
            }))
        } else {
            // All on one side of 0, a factor is taken out of the powers before they can run together.
            let exponent = if self.runs[0].negative { 2.0 - lambda } else { lambda };
            let variance = self.variance(|run| power(run.log - self.center, exponent));
            2.0 * exponent * self.center + libm::log(variance)
        };
        let found = (lambda - 1.0) * self.signed_logs - self.n / 2.0 * log_variance;
        if found.is_nan() { f64::NEG_INFINITY } else { found }
    }

    fn variance(&self, of: impl Fn(&Run) -> f64) -> f64 {
        let powers: Vec<f64> = self.runs.iter().map(of).collect();
        let weighted = || powers.iter().zip(&self.runs);
        let mean = weighted().map(|(power, run)| power * run.count).sum::<f64>() / self.n;
        let squares = weighted().map(|(power, run)| (power - mean) * (power - mean) * run.count);
        squares.sum::<f64>() / self.n
    }
}

impl Run {
    fn signed(&self) -> f64 {
        if self.negative { -self.log } else { self.log }
    }
}

/// Where a function with one top between two places has it, by golden section.
fn golden((mut low, mut high): (f64, f64), at: impl Fn(f64) -> f64) -> f64 {
    // Half of (square root of 5 - 1).
    let ratio = 0.618_033_988_749_894_9;
    let mut left = high - ratio * (high - low);
    let mut right = low + ratio * (high - low);
    let (mut at_left, mut at_right) = (at(left), at(right));
    while high - low > NARROW {
        if at_left < at_right {
            low = left;
            (left, at_left) = (right, at_right);
            right = low + ratio * (high - low);
            at_right = at(right);
        } else {
            high = right;
            (right, at_right) = (left, at_left);
            left = high - ratio * (high - low);
            at_left = at(left);
        }
    }
    f64::midpoint(low, high)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lambda(values: &[f64]) -> f64 {
        fit_lambda(&Ascending::of(values.iter().copied()))
    }

    /// Figures of scipy 1.17.1, `stats.yeojohnson`.
    #[test]
    fn values_as_scipy_gives_them() {
        let values = [-3.0, -0.5, 0.0, 0.5, 3.0];
        for (lambda, expected) in [
            (0.4, [-5.118_491_77, -0.570_710_47, 0.0, 0.440_197_56, 1.852_752_82]),
            (0.0, [-7.5, -0.625, 0.0, 0.405_465_11, 1.386_294_36]),
            (2.0, [-1.386_294_36, -0.405_465_11, 0.0, 0.625, 7.5]),
        ] {
            for (value, expected) in values.into_iter().zip(expected) {
                assert!((yeo_johnson(value, lambda) - expected).abs() < 1e-8, "{value} {lambda}");
            }
        }
    }

    /// Figures of scipy 1.17.1, `stats.yeojohnson_normmax`.
    #[test]
    fn lambdas_as_scipy_finds_them() {
        let mixed = [-5.0, -2.0, -1.0, 0.0, 0.0, 1.0, 1.0, 2.0, 3.0, 10.0, 25.0];
        let positive = [1.0, 2.0, 3.0, 5.0, 8.0, 13.0, 21.0, 34.0, 55.0, 89.0];
        let negative = [-1.0, -2.0, -3.0, -5.0, -8.0, -13.0, -21.0, -34.0];
        let left = [1.0, 5.0, 7.0, 8.0, 8.5, 9.0, 9.2, 9.5, 9.7, 9.9];
        for (values, expected) in [
            (&positive[..], -0.076_901_789),
            (&mixed, 0.565_908_005),
            (&negative, 2.099_780_970),
            (&left, 2.695_826_563),
        ] {
            assert!((lambda(values) - expected).abs() < 1e-6, "{}", lambda(values));
        }
    }

    #[test]
    fn a_lambda_far_out_is_held_where_values_stay_apart() {
        // Years of birth, skewed to the left: scipy goes to 18.8 and beyond.
        let years: Vec<f64> = (1900..2000).map(|year| f64::from(year * year / 2000)).collect();
        let years = Ascending::of(years.into_iter());
        let found = fit_lambda(&years);
        assert!((-5.0..=5.0).contains(&found));
        assert_eq!(years.distinct(), years.clone().map(|x| yeo_johnson(x, found)).distinct());

        let far = [1e6 + 1.0, 1e6 + 2.0, 1e6 + 3.0, 1e6 + 90.0];
        let found = lambda(&far);
        assert!(yeo_johnson(far[1], found) < yeo_johnson(far[2], found), "{found}");
        let huge = [1e100, 2e100, 1e120, 1e149];
        assert!(huge.iter().all(|&value| yeo_johnson(value, lambda(&huge)).is_finite()));
    }

    proptest! {
        #[test]
        fn it_rises_and_can_be_undone(a in -1e4..1e4, b in -1e4..1e4, lambda in -1.0..3.0) {
            prop_assume!(a < b);
            let (low, high) = (yeo_johnson(a, lambda), yeo_johnson(b, lambda));
            prop_assert!(low <= high);
            // Where the curve is nearly flat, digits are lost that nothing brings back.
            if (0.5..1.5).contains(&lambda) {
                prop_assert!((undo_yeo_johnson(low, lambda) - a).abs() < 1e-9 * (1.0 + a.abs()));
            }
        }

        #[test]
        fn mirrored_values_have_the_mirrored_lambda(values in prop::collection::vec(0.0..50.0, 5..40)) {
            prop_assume!(Ascending::of(values.iter().copied()).distinct() > 3);
            let found = lambda(&values);
            let mirrored: Vec<f64> = values.iter().map(|value| -value).collect();
            // What is held at the end of the range ends a little inside it, and the mirrored one is held elsewhere.
            prop_assume!((-2.999..4.999).contains(&found));
            prop_assert!((lambda(&mirrored) - (2.0 - found)).abs() < 1e-5);
        }
    }
}
