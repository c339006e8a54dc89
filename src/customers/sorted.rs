//! The values of one dimension in ascending order, and what order gives: quantiles, spread, mode.

use serde::Serialize;

use super::{Customers, Quantile};
use crate::table::Money;

/// The values of one dimension, ascending; whole numbers of `1 / scale`, so that all comparing is exact.
///
/// ```
/// use segmentlab::customers::Sorted;
/// let sorted = Sorted::new(vec![4, 1, 2, 1], 1);
/// assert_eq!(sorted.spread().quartiles, [1.0, 1.5, 2.5]);
/// assert_eq!(sorted.mode(), (1.0, 2));
/// ```
#[derive(Debug, Clone)]
pub struct Sorted {
    values: Vec<i64>,
    scale: i64,
}

impl Sorted {
    /// R in days, F in orders, M in units.
    #[must_use]
    pub fn dimensions(customers: &Customers) -> [Self; 3] {
        let [r, f, m] = customers.dimensions();
        [Self::new(r, 1), Self::new(f, 1), Self::new(m, Money::SCALE)]
    }

    /// Sorts whole numbers of `1 / scale`.
    #[must_use]
    pub fn new(mut values: Vec<i64>, scale: i64) -> Self {
        values.sort_unstable();
        Self { values, scale }
    }

    /// The values.
    #[must_use]
    pub fn values(&self) -> &[i64] {
        &self.values
    }

    /// Values per unit.
    #[must_use]
    pub fn scale(&self) -> i64 {
        self.scale
    }

    /// A value in its unit.
    #[must_use]
    pub fn to_f64(&self, value: i64) -> f64 {
        value as f64 / self.scale as f64
    }

    /// Smallest and largest, in their unit; `None` without values.
    #[must_use]
    pub fn range(&self) -> Option<(f64, f64)> {
        let (first, last) = (self.values.first()?, self.values.last()?);
        Some((self.to_f64(*first), self.to_f64(*last)))
    }

    /// How many values are less than `edge`.
    #[must_use]
    pub fn below(&self, edge: f64) -> usize {
        self.values.partition_point(|&value| self.to_f64(value) < edge)
    }

    /// How many values equal `value`.
    #[must_use]
    pub fn count(&self, value: i64) -> usize {
        self.values.partition_point(|&other| other <= value)
            - self.values.partition_point(|&other| other < value)
    }

    /// The type 7 quantile at `part / parts`.
    #[must_use]
    pub fn quantile(&self, part: usize, parts: usize) -> f64 {
        Quantile::of(&self.values, part, parts).to_f64(self.scale)
    }

    /// Location of the values; all zero without values.
    #[must_use]
    pub fn spread(&self) -> Spread {
        let (min, max) = self.range().unwrap_or_default();
        let sum: i128 = self.values.iter().map(|&value| i128::from(value)).sum();
        let scale = self.scale as f64 * self.values.len().max(1) as f64;
        Spread {
            min,
            quartiles: [1, 2, 3].map(|part| self.quantile(part, 4)),
            max,
            mean: sum as f64 / scale,
        }
    }

    /// The most common value (the smallest of equally common ones) and how many have it.
    #[must_use]
    pub fn mode(&self) -> (f64, u32) {
        let mut mode = (0, 0);
        for run in self.values.chunk_by(|a, b| a == b) {
            if run.len() > mode.1 {
                mode = (run[0], run.len());
            }
        }
        (self.to_f64(mode.0), mode.1 as u32)
    }
}

/// Location of one figure over customers.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Spread {
    /// Smallest.
    pub min: f64,
    /// Type 7 quartiles: 25 %, 50 %, 75 %.
    pub quartiles: [f64; 3],
    /// Largest.
    pub max: f64,
    /// Arithmetic mean.
    pub mean: f64,
}
