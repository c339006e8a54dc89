//! Histograms with edges a person would choose.

use serde::Serialize;

use super::Sorted;

/// A histogram; bin `i` holds values in `edges[i] <= x < edges[i + 1]`, the last bin its upper edge too.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Histogram {
    /// One more than counts. The first or last may be open: see `open_below`, `open_above`.
    pub edges: Vec<f64>,
    /// Customers per bin.
    pub counts: Vec<u32>,
    /// The first bin also holds everything below its lower edge.
    pub open_below: bool,
    /// The last bin also holds everything above its upper edge.
    pub open_above: bool,
    /// Whether the bins are of equal ratio rather than equal width.
    pub log: bool,
}

/// Bins of equal width aimed at.
const BINS: f64 = 20.0;
/// Bins of days at most.
const DAY_BINS: f64 = 40.0;
/// Bins of equal ratio at most: ten decades.
const RATIO_BINS: i32 = 30;
/// From this ratio of the largest to the smallest positive amount on, bins are of equal ratio.
const WIDE: f64 = 50.0;

impl Histogram {
    /// Distributions of R (days) and F (orders), in equal widths with an open tail where it is long, and of
    /// M (equal ratios where the amounts span much, else equal widths), in this order.
    ///
    /// ```
    /// use segmentlab::customers::{Customers, Histogram, Sorted};
    /// let customers = Customers { frequency: vec![1, 1, 3], ..Customers::default() };
    /// let [_, f, _] = Histogram::dimensions(&Sorted::dimensions(&customers));
    /// assert_eq!(f.edges, [1.0, 2.0, 3.0, 4.0]);
    /// assert_eq!(f.counts, [2, 0, 1]);
    /// ```
    #[must_use]
    pub fn dimensions([r, f, m]: &[Sorted; 3]) -> [Self; 3] {
        [Self::of_days(r), Self::of_orders(f), Self::of_amounts(m)]
    }

    /// A book of regular buyers has most of them in a few weeks and the lost in a long tail: where the
    /// whole range would take more than `DAY_BINS`, what lies past 90 % is one open bin.
    fn of_days(sorted: &Sorted) -> Self {
        Self::of_whole(sorted, sorted.quantile(90, 100).floor(), DAY_BINS)
    }

    /// Most customers have a few orders and some have hundreds: the tail past 95 % is one open bin.
    fn of_orders(sorted: &Sorted) -> Self {
        Self::of_whole(sorted, sorted.quantile(95, 100).floor(), BINS)
    }

    /// Widths for the values up to `most`; all of the range where it takes fewer than `bins` of them.
    fn of_whole(sorted: &Sorted, most: f64, bins: f64) -> Self {
        let (min, max) = sorted.range().unwrap_or_default();
        let width = Edge::at_least((most - min + 1.0) / BINS).whole();
        let fits = (max - min) < bins * width.value();
        Self::count(sorted, equal_widths(min, if fits { max } else { most }, width), false)
    }

    fn of_amounts(sorted: &Sorted) -> Self {
        let (min, max) = sorted.range().unwrap_or_default();
        let not_positive = sorted.values().partition_point(|&value| value <= 0);
        let smallest = sorted.values().get(not_positive).map(|&value| sorted.to_f64(value));
        match smallest {
            Some(smallest) if max / smallest >= WIDE => {
                let top = Edge::above(max);
                // One bin under the smallest amount is for those who spent nothing.
                let first = Edge::above(smallest).0 - 1 - i32::from(not_positive > 0);
                let edges = (first.max(top.0 - RATIO_BINS)..=top.0).map(|edge| Edge(edge).value());
                Self::count(sorted, edges.collect(), true)
            }
            _ => Self::count(
                sorted,
                equal_widths(min, max, Edge::at_least((max - min) / BINS)),
                false,
            ),
        }
    }

    fn count(sorted: &Sorted, edges: Vec<f64>, log: bool) -> Self {
        let total = sorted.values().len();
        let (first, last) = (edges[0], edges[edges.len() - 1]);
        let inner = &edges[1..edges.len() - 1];
        let mut below = 0;
        let counts = inner
            .iter()
            .map(|&edge| sorted.below(edge))
            .chain([total])
            .map(|upto| (upto - std::mem::replace(&mut below, upto)) as u32)
            .collect();
        let (min, max) = sorted.range().unwrap_or((first, last));
        Self { counts, open_below: min < first, open_above: max >= last, log, edges }
    }
}

/// Multiples of `width` from the last one not above `min` to the first one above `max`.
fn equal_widths(min: f64, max: f64, width: Edge) -> Vec<f64> {
    let first = (min / width.value()).floor();
    let last = (max / width.value()).floor() + 1.0;
    let bins = (last - first) as i64;
    (0..=bins).map(|bin| width.times(first as i64 + bin)).collect()
}

/// The `n`-th of ..., 0.1, 0.2, 0.5, 1, 2, 5, 10, ...; 1 is number 0.
#[derive(Clone, Copy)]
struct Edge(i32);

impl Edge {
    const ONE: Self = Self(0);

    /// The smallest that is not below `value`; 1 for zero.
    fn at_least(value: f64) -> Self {
        if value <= 0.0 {
            return Self::ONE;
        }
        let mut edge = Self(3 * value.log10().floor() as i32 - 1);
        while edge.value() < value {
            edge.0 += 1;
        }
        edge
    }

    /// The smallest above `value`, which is positive.
    fn above(value: f64) -> Self {
        let edge = Self::at_least(value);
        if edge.value() > value { edge } else { Self(edge.0 + 1) }
    }

    fn whole(self) -> Self {
        Self(self.0.max(0))
    }

    fn value(self) -> f64 {
        self.times(1)
    }

    /// Rounded once, so that 3 widths of 0.1 are 0.3 and no count of cents falls beside its edge.
    fn times(self, factor: i64) -> f64 {
        let digit = factor * [1, 2, 5][self.0.rem_euclid(3) as usize];
        let exponent = self.0.div_euclid(3);
        let power = 10_f64.powi(exponent.abs());
        if exponent < 0 { digit as f64 / power } else { digit as f64 * power }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(recency: &[i64]) -> Histogram {
        Histogram::of_days(&Sorted::new(recency.to_vec(), 1))
    }

    fn orders(frequency: &[i64]) -> Histogram {
        Histogram::of_orders(&Sorted::new(frequency.to_vec(), 1))
    }

    fn amounts(cents: &[i64]) -> Histogram {
        Histogram::of_amounts(&Sorted::new(cents.to_vec(), 100))
    }

    #[test]
    fn days_stand_in_round_widths() {
        let histogram = days(&[1, 19, 20, 374]);
        assert_eq!(histogram.edges[..3], [0.0, 20.0, 40.0]);
        assert_eq!(histogram.edges.last(), Some(&380.0));
        assert_eq!(histogram.counts[..2], [2, 1]);
        assert_eq!(histogram.counts.last(), Some(&1));
    }

    #[test]
    fn a_long_tail_of_days_is_one_open_bin() {
        // 90 % within 45 days, the rest up to 500: widths of 5 up to the 90th percentile.
        let mut recency: Vec<i64> = (0..90).map(|customer| customer / 2).collect();
        recency.extend((0..10).map(|customer| 50 + 50 * customer));
        let histogram = days(&recency);
        assert_eq!(histogram.edges[..3], [0.0, 5.0, 10.0]);
        assert!(histogram.edges.len() <= 41 && histogram.open_above);
        assert_eq!(histogram.counts.iter().sum::<u32>(), 100);
    }

    #[test]
    fn the_same_day_for_all_is_one_bin() {
        let histogram = days(&[7, 7, 7]);
        assert_eq!((histogram.edges, histogram.counts), (vec![7.0, 8.0], vec![3]));
    }

    #[test]
    fn many_orders_are_one_open_bin() {
        let mut frequency = vec![1; 60];
        frequency.extend([2; 37]);
        frequency.extend([210, 50, 30]);
        let histogram = orders(&frequency);
        assert_eq!(histogram.edges, [1.0, 2.0, 3.0]);
        assert_eq!(histogram.counts, [60, 40]);
        assert!(histogram.open_above && !histogram.open_below);
    }

    #[test]
    fn a_short_tail_of_orders_is_shown_in_full() {
        let histogram = orders(&[1, 1, 1, 1, 9]);
        assert_eq!(histogram.edges.len(), 10);
        assert!(!histogram.open_above);
    }

    #[test]
    fn amounts_that_span_much_stand_in_equal_ratios() {
        let histogram = amounts(&[375, 1_000, 28_020_602]);
        assert!(histogram.log);
        assert_eq!(histogram.edges[..3], [2.0, 5.0, 10.0]);
        assert_eq!(histogram.edges.last(), Some(&500_000.0));
        assert_eq!(histogram.counts[..3], [1, 0, 1]);
        assert!(!histogram.open_below);
    }

    #[test]
    fn who_spent_nothing_or_less_has_the_first_bin_alone() {
        let histogram = amounts(&[-5_000, 0, 100, 200_000]);
        assert!(histogram.log && histogram.open_below);
        assert_eq!(histogram.edges[..2], [0.5, 1.0]);
        assert_eq!(histogram.counts[..2], [2, 1]);
    }

    #[test]
    fn amounts_near_each_other_stand_in_equal_widths() {
        let histogram = amounts(&[10, 20, 30, 40]);
        assert!(!histogram.log);
        // 0.3 / 20 rounds up to 0.02.
        assert_eq!(histogram.edges[..3], [0.1, 0.12, 0.14]);
        assert_eq!(histogram.counts.iter().sum::<u32>(), 4);
        assert_eq!(histogram.counts[10], 1);
    }

    #[test]
    fn all_zero_is_one_bin() {
        let histogram = amounts(&[0, 0]);
        assert_eq!((histogram.edges, histogram.counts), (vec![0.0, 1.0], vec![2]));
    }

    #[test]
    fn no_more_than_ten_decades() {
        let histogram = amounts(&[1, 100_000_000_000_000]);
        assert_eq!(histogram.counts.len(), 30);
        assert!(histogram.open_below);
        assert_eq!(histogram.counts.iter().sum::<u32>(), 2);
    }

    #[test]
    fn every_edge_holds_what_equals_it() {
        let cents: Vec<i64> = (0..=100).map(|tenth| tenth * 10).collect();
        let histogram = amounts(&cents);
        assert!(histogram.counts.iter().sum::<u32>() == 101);
        let round = amounts(&[1, 2, 5, 10, 20, 50, 100, 200]);
        assert_eq!(round.edges[0], 0.01);
        assert_eq!(round.counts, [1; 8]);
    }
}
