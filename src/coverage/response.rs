//! What a cell gives for what is spent on it.

use serde::{Deserialize, Serialize};

/// The response of a cell to an amount `x` spent on it, never falling. Units of `x` and of the response are the
/// caller's: touches or money in, customers or value out.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(
    tag = "kind",
    rename_all = "snake_case",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum Response {
    /// Each unit gives as much as the one before: `rate * x`.
    Constant {
        /// Given per unit, not negative.
        rate: f64,
    },
    /// `least + (most - least) * x^shape / (half + x^shape)` (Little 1970): with a shape above 1 an S, else
    /// falling returns from the start.
    Adbudg {
        /// Given without any spending, not negative.
        least: f64,
        /// What no spending reaches, at least `least`.
        most: f64,
        /// The exponent, above 0.
        shape: f64,
        /// The value of `x^shape` at which half of the way is gone, above 0.
        half: f64,
    },
}

impl Response {
    /// The response to `x`, which is not negative.
    ///
    /// ```
    /// use segmentlab::coverage::Response;
    /// let curve = Response::Adbudg { least: 10.0, most: 110.0, shape: 2.0, half: 25.0 };
    /// assert_eq!(curve.at(0.0), 10.0);
    /// assert_eq!(curve.at(5.0), 60.0);
    /// ```
    #[must_use]
    pub fn at(&self, x: f64) -> f64 {
        match *self {
            Self::Constant { rate } => rate * x,
            Self::Adbudg { least, most, shape, half } => {
                least + (most - least) * way(x, shape, half)
            }
        }
    }

    /// What the next small unit gives per unit, at `x`.
    #[must_use]
    pub fn marginal(&self, x: f64) -> f64 {
        match *self {
            Self::Constant { rate } => rate,
            Self::Adbudg { least, most, shape, half } => {
                if x == 0.0 {
                    return match shape.total_cmp(&1.0) {
                        std::cmp::Ordering::Less => f64::INFINITY,
                        std::cmp::Ordering::Equal => (most - least) / half,
                        std::cmp::Ordering::Greater => 0.0,
                    };
                }
                let gone = way(x, shape, half);
                (most - least) * shape * gone * (1.0 - gone) / x
            }
        }
    }

    /// From where on returns fall; 0 where they fall, or stay, from the start.
    #[must_use]
    pub fn inflection(&self) -> f64 {
        match *self {
            Self::Adbudg { shape, half, .. } if shape > 1.0 => {
                libm::pow(half * (shape - 1.0) / (shape + 1.0), 1.0 / shape)
            }
            _ => 0.0,
        }
    }
}

/// The part of the way from least to most, 0 to 1.
fn way(x: f64, shape: f64, half: f64) -> f64 {
    // Written so that a huge power is 1, not infinity over infinity.
    if x == 0.0 { 0.0 } else { 1.0 / (1.0 + half / libm::pow(x, shape)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const S: Response = Response::Adbudg { least: 1.0, most: 9.0, shape: 2.5, half: 40.0 };

    #[test]
    fn the_marginal_response_is_the_slope() {
        for curve in [
            S,
            Response::Adbudg { least: 0.0, most: 3.0, shape: 0.7, half: 2.0 },
            Response::Constant { rate: 2.0 },
        ] {
            for x in [0.01, 0.5, 2.0, 7.0, 60.0] {
                let h = x * 1e-5;
                let slope = (curve.at(x + h) - curve.at(x - h)) / (2.0 * h);
                assert!((curve.marginal(x) - slope).abs() <= 1e-6 * (1.0 + slope), "{curve:?} {x}");
            }
        }
    }

    #[test]
    fn returns_rise_up_to_the_inflection_and_fall_from_there() {
        let turn = S.inflection();
        let slopes = |from: f64| -> Vec<f64> {
            (0..50).map(|at| S.marginal(from + turn * f64::from(at) / 50.0)).collect()
        };
        assert!(slopes(0.0).is_sorted());
        assert!(slopes(turn).is_sorted_by(|a, b| a >= b));
    }

    #[test]
    fn the_ends_are_least_and_most() {
        assert_eq!(S.at(0.0), 1.0);
        assert!((S.at(1e300) - 9.0).abs() < 1e-12);
        assert_eq!(S.marginal(0.0), 0.0);
        assert_eq!(
            Response::Adbudg { least: 0.0, most: 4.0, shape: 1.0, half: 2.0 }.marginal(0.0),
            2.0
        );
    }
}
