//! Repurchase gaps: how long customers take to come back.

use serde::Serialize;

use crate::customers::{Customers, OrderDays, Sorted};
use crate::transactions::Day;

/// Days between one purchase day of a customer and the next.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Gaps {
    /// How many.
    pub count: u64,
    /// Customers who have one.
    pub customers: u32,
    /// Median in days; `None` where nobody came back.
    pub median: Option<f64>,
    /// 80th percentile (type 7), rounded up to whole days: the default warning gap; `None` where nobody came back.
    pub warning: Option<u32>,
    /// 90th percentile, likewise: the default loss gap.
    pub loss: Option<u32>,
    /// Width of a bin in days.
    pub width: u32,
    /// Gaps per bin: bin `i` holds the gaps from `i * width + 1` to `(i + 1) * width` days.
    pub counts: Vec<u64>,
    /// Gaps beyond the last bin.
    pub beyond: u64,
}

/// Widths of bins: days, then whole weeks, then about a month, a quarter, a year.
const WIDTHS: [u32; 7] = [1, 2, 7, 14, 30, 91, 365];
/// Bins that hold all but the longest gaps.
const BINS: u32 = 40;
/// Bins at most, where these hold all gaps.
const MOST_BINS: u32 = 60;
/// Of a hundred gaps so many lie within [`BINS`].
const WITHIN: usize = 98;

/// The repurchase gaps of one customer, oldest first: days from each purchase day to the next. Orders of the same day
/// are one purchase, so no gap is 0. `days` ascend.
///
/// ```
/// use segmentlab::lifecycle::gaps_between;
/// assert!(gaps_between(&[3, 3, 10, 40]).eq([7, 30]));
/// ```
pub fn gaps_between(days: &[Day]) -> impl Iterator<Item = u32> {
    days.windows(2).map(|pair| pair[1].abs_diff(pair[0])).filter(|&gap| gap > 0)
}

impl Gaps {
    /// The gaps of all customers.
    #[must_use]
    pub fn of(customers: &Customers, days: &OrderDays) -> Self {
        let mut gaps = Vec::new();
        let mut came_back = 0;
        for customer in 0..customers.len() {
            let before = gaps.len();
            gaps.extend(gaps_between(days.of(customer)).map(i64::from));
            came_back += u32::from(gaps.len() > before);
        }
        Self::of_days(gaps, came_back)
    }

    fn of_days(gaps: Vec<i64>, customers: u32) -> Self {
        let sorted = Sorted::new(gaps, 1);
        let count = sorted.values().len() as u64;
        let percentile = |part| (count > 0).then(|| sorted.quantile(part, 100));
        let whole_days = |part| percentile(part).map(|days| days.ceil() as u32);
        let longest = sorted.values().last().map_or(0, |&days| days as u32);
        let usual = whole_days(WITHIN).unwrap_or(0);
        let width = WIDTHS
            .into_iter()
            .find(|width| usual.div_ceil(*width) <= BINS)
            .unwrap_or_else(|| usual.div_ceil(BINS));
        let bins = match longest.div_ceil(width) {
            all if all <= MOST_BINS => all,
            _ => usual.div_ceil(width),
        };
        let upto = |bin: u32| {
            let end = i64::from(bin) * i64::from(width);
            sorted.values().partition_point(|&gap| gap <= end) as u64
        };
        Self {
            count,
            customers,
            median: percentile(50),
            warning: whole_days(80),
            loss: whole_days(90),
            width,
            counts: (0..bins).map(|bin| upto(bin + 1) - upto(bin)).collect(),
            beyond: count - upto(bins),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_round_up_to_whole_days() {
        // h = 4 * .8 = 3.2: 4 + .2 * 5 = 5; h = 3.6: 4 + .6 * 5 = 7.
        let gaps = Gaps::of_days(vec![9, 1, 2, 3, 4], 2);
        assert_eq!((gaps.warning, gaps.loss, gaps.median), (Some(5), Some(7), Some(3.0)));
        // h = .8 and .9 between 1 and 2.
        let gaps = Gaps::of_days(vec![1, 2], 1);
        assert_eq!((gaps.warning, gaps.loss, gaps.median), (Some(2), Some(2), Some(1.5)));
    }

    #[test]
    fn nobody_came_back() {
        let gaps = Gaps::of_days(Vec::new(), 0);
        assert_eq!((gaps.count, gaps.median, gaps.warning, gaps.loss), (0, None, None, None));
        assert_eq!((gaps.width, gaps.counts, gaps.beyond), (1, vec![], 0));
    }

    #[test]
    fn bins_hold_whole_numbers_of_days_and_all_gaps() {
        let gaps = Gaps::of_days((1..=280).collect(), 1);
        assert_eq!((gaps.width, gaps.counts.as_slice(), gaps.beyond), (7, [7; 40].as_slice(), 0));
        // A hundred gaps within 40 days, and one of ten years.
        let days = (1..=100).map(|day| (day + 1) / 3 + 1).chain([3_650]).collect();
        let gaps = Gaps::of_days(days, 1);
        assert_eq!((gaps.width, gaps.beyond), (1, 1));
        assert_eq!(gaps.counts.iter().sum::<u64>() + gaps.beyond, gaps.count);
        assert_eq!(gaps.counts[..3], [1, 3, 3]);
    }

    #[test]
    fn centuries_take_wide_bins() {
        let gaps = Gaps::of_days(vec![200_000; 3], 3);
        assert_eq!((gaps.width, gaps.counts.len(), gaps.counts[39]), (5_000, 40, 3));
    }
}
