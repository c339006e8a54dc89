//! Type 7 quantiles of whole numbers, without rounding.

/// A quantile by linear interpolation (type 7 of Hyndman and Fan, the default of R and NumPy):
/// at `h = (n - 1) * part / parts` between the values at `floor(h)` and the next.
///
/// Which values lie above it is decided in whole numbers. In floating point the interpolation can
/// land a hair under a value that it should equal, and a whole group of ties would change sides.
///
/// ```
/// use segmentlab::customers::Quantile;
/// let median = Quantile::of(&[1, 2, 5, 9], 1, 2);
/// assert_eq!(median.to_f64(1), 3.5);
/// assert!(median.is_below(5) && !median.is_below(2));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quantile {
    /// The value at `floor(h)`.
    at: i64,
    /// From there to the next value, times the fraction of `h`, in units of `1 / parts`.
    rest: i128,
    parts: i128,
}

impl Quantile {
    /// The quantile at `part / parts` of ascending values; of no values, zero.
    #[must_use]
    pub fn of(ascending: &[i64], part: usize, parts: usize) -> Self {
        let Some(last) = ascending.len().checked_sub(1) else {
            return Self { at: 0, rest: 0, parts: 1 };
        };
        let steps = last as u128 * part as u128;
        let position = (steps / parts as u128) as usize;
        let fraction = (steps % parts as u128) as i128;
        let at = ascending[position];
        let next = ascending[(position + 1).min(last)];
        let rest = fraction * (i128::from(next) - i128::from(at));
        Self { at, rest, parts: parts as i128 }
    }

    /// Whether the quantile is strictly below a value.
    #[must_use]
    #[inline]
    pub fn is_below(self, value: i64) -> bool {
        self.rest < (i128::from(value) - i128::from(self.at)) * self.parts
    }

    /// Whether a value equals the quantile.
    #[must_use]
    pub fn equals(self, value: i64) -> bool {
        self.rest == (i128::from(value) - i128::from(self.at)) * self.parts
    }

    /// The quantile of values counted in `1 / scale`.
    #[must_use]
    pub fn to_f64(self, scale: i64) -> f64 {
        let exact = i128::from(self.at) * self.parts + self.rest;
        exact as f64 / (self.parts * i128::from(scale)) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn interpolates_as_type_7_does() {
        // h = 0.8, 1.6, 2.4, 3.2: 1 + .8 * 1, 2 + .6 * 2, 4 + .4 * 4, 8 + .2 * 8.
        let values = [1, 2, 4, 8, 16];
        let cuts = [1, 2, 3, 4].map(|part| Quantile::of(&values, part, 5).to_f64(1));
        assert_eq!(cuts, [1.8, 3.2, 5.6, 9.6]);
    }

    #[test]
    fn a_value_that_the_cut_meets_is_not_above_it() {
        let values = [1, 2, 3, 4, 5, 6];
        let cut = Quantile::of(&values, 1, 5);
        assert!(cut.equals(2));
        assert!(!cut.is_below(2));
        assert!(cut.is_below(3));
    }

    #[test]
    fn ends_and_single_values() {
        assert_eq!(Quantile::of(&[7], 1, 5).to_f64(1), 7.0);
        assert_eq!(Quantile::of(&[1, 9], 0, 4).to_f64(1), 1.0);
        assert_eq!(Quantile::of(&[1, 9], 4, 4).to_f64(1), 9.0);
        assert_eq!(Quantile::of(&[i64::MIN, i64::MAX], 1, 2).to_f64(1), -0.5);
        assert_eq!(Quantile::of(&[], 1, 2).to_f64(1), 0.0);
    }
}
