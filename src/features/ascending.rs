//! The values of a feature in ascending order, and what order gives.

/// Numbers in ascending order, none of them NaN. Figures are summed in this order, so that the order of the
/// customers leaves no trace in them.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Ascending(Vec<f64>);

/// Mean and population standard deviation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Moments {
    pub(super) mean: f64,
    pub(super) sd: f64,
}

/// How near to a whole number the place of a quantile is taken for one: `0.99 * 100` is `99.00000000000001`.
const SNAP: f64 = 1e-9;

impl Ascending {
    /// Sorts the values that are not missing.
    pub(super) fn of(values: impl Iterator<Item = f64>) -> Self {
        // Zero has one sign only, or equal values would sort apart.
        let mut known: Vec<f64> = values.filter(|value| !value.is_nan()).map(|x| x + 0.0).collect();
        known.sort_unstable_by(f64::total_cmp);
        Self(known)
    }

    pub(super) fn values(&self) -> &[f64] {
        &self.0
    }

    /// Smallest and largest; `None` without values.
    pub(super) fn range(&self) -> Option<(f64, f64)> {
        Some((*self.0.first()?, *self.0.last()?))
    }

    /// The type 7 quantile at `part` from 0 to 1; 0 without values.
    pub(super) fn quantile(&self, part: f64) -> f64 {
        let Some(last) = self.0.len().checked_sub(1) else { return 0.0 };
        let place = last as f64 * part;
        let near = (place + 0.5).floor();
        let place = if (place - near).abs() <= SNAP * near { near } else { place };
        let (at, fraction) = (place.floor(), place - place.floor());
        let low = self.0[(at as usize).min(last)];
        let high = self.0[(at as usize + 1).min(last)];
        // Weighted, not as a step from `low`, which can overflow; and exact where the neighbours are equal.
        if low >= high { low } else { low * (1.0 - fraction) + high * fraction }
    }

    /// How many different values there are.
    pub(super) fn distinct(&self) -> usize {
        self.0.chunk_by(|a, b| a == b).count()
    }

    /// How many values are below the one, and how many are above the other.
    pub(super) fn beyond(&self, [low, high]: [f64; 2]) -> (usize, usize) {
        let above = self.0.partition_point(|&value| value <= high);
        (self.0.partition_point(|&value| value < low), self.0.len() - above)
    }

    /// The same with `count` times `value` put in at its place.
    pub(super) fn filled(mut self, value: f64, count: usize) -> Self {
        let at = self.0.partition_point(|&other| other < value);
        self.0.splice(at..at, std::iter::repeat_n(value, count));
        self
    }

    /// Every value changed by a function that does not fall.
    pub(super) fn map(mut self, rising: impl Fn(f64) -> f64) -> Self {
        self.0.iter_mut().for_each(|value| *value = rising(*value));
        self
    }

    /// Mean and standard deviation; all zero without values.
    pub(super) fn moments(&self) -> Moments {
        let n = self.0.len().max(1) as f64;
        let first = self.0.iter().sum::<f64>() / n;
        // The rest of the first mean is taken into account, which leaves an error of the last digit only.
        let (mut rest, mut squares) = (0.0, 0.0);
        for value in &self.0 {
            let off = value - first;
            rest += off;
            squares += off * off;
        }
        let variance = (squares - rest * rest / n) / n;
        Moments { mean: first + rest / n, sd: variance.max(0.0).sqrt() }
    }

    /// The third standardised moment (population); 0 where all values are equal.
    pub(super) fn skewness(&self) -> f64 {
        let Moments { mean, sd } = self.moments();
        if sd == 0.0 {
            return 0.0;
        }
        let cubes = self.0.iter().map(|value| {
            let off = (value - mean) / sd;
            off * off * off
        });
        cubes.sum::<f64>() / self.0.len() as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ascending(values: &[f64]) -> Ascending {
        Ascending::of(values.iter().copied())
    }

    #[test]
    fn quantiles_interpolate_as_type_7_does() {
        // h = (5 - 1) * p: 0.8, 1.6, 2.4, 3.2.
        let values = ascending(&[16.0, f64::NAN, 1.0, 2.0, 8.0, 4.0]);
        for (part, expected) in [(0.0, 1.0), (0.2, 1.8), (0.4, 3.2), (0.6, 5.6), (0.8, 9.6)] {
            assert!((values.quantile(part) - expected).abs() < 1e-14, "{part}");
        }
        assert_eq!(values.quantile(1.0), 16.0);
        assert_eq!(ascending(&[]).quantile(0.5), 0.0);
        assert_eq!(ascending(&[7.0]).quantile(0.3), 7.0);
    }

    #[test]
    fn a_quantile_that_is_a_value_is_exactly_that_value() {
        // 0.07 * 100 is 7.000000000000001, which would lie above the value it should be.
        let values: Vec<f64> = (0..=100).map(f64::from).collect();
        let values = ascending(&values);
        for percent in 0..=100 {
            assert_eq!(values.quantile(f64::from(percent) / 100.0), f64::from(percent));
        }
        assert_eq!(values.beyond([7.0, 93.0]), (7, 7));
    }

    #[test]
    fn huge_values_do_not_overflow_between_them() {
        assert_eq!(ascending(&[-f64::MAX, f64::MAX]).quantile(0.5), 0.0);
    }

    #[test]
    fn moments_by_hand() {
        // Mean 5, squares 9+1+1+1+0+0+4+16 = 32 over 8; cubes -27-1-1-1+8+64 = 42 over 8 and 2^3.
        let values = ascending(&[2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0]);
        assert_eq!(values.moments(), Moments { mean: 5.0, sd: 2.0 });
        assert!((values.skewness() - 42.0 / 64.0).abs() < 1e-15);
        assert_eq!(values.distinct(), 5);
        assert_eq!(ascending(&[3.0, 3.0]).skewness(), 0.0);
    }

    #[test]
    fn what_is_put_in_keeps_the_order() {
        let values = ascending(&[1.0, 5.0, 9.0]).filled(5.0, 2).map(|x| x + 1.0);
        assert_eq!(values.values(), [2.0, 6.0, 6.0, 6.0, 10.0]);
        assert_eq!(values.range(), Some((2.0, 10.0)));
    }

    proptest! {
        #[test]
        fn a_mean_far_from_zero_costs_no_digits(values in prop::collection::vec(0..1000_i32, 2..200)) {
            let near = ascending(&values.iter().map(|&x| f64::from(x)).collect::<Vec<_>>()).moments();
            let far = ascending(&values.iter().map(|&x| f64::from(x) + 1e9).collect::<Vec<_>>()).moments();
            prop_assert!((near.sd - far.sd).abs() <= 1e-6 * near.sd.max(1e-3), "{near:?} {far:?}");
        }
    }
}
