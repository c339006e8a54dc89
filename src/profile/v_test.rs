//! How sure a difference is.

use super::upper_quantile;

/// v.test of a figure (Morineau; FactoMineR's `catdes`): `(mean of the segment - mean) / sd * sqrt(n_k) /
/// sqrt((n - n_k) / (n - 1))` with the population standard deviation of all, so that without a difference it is
/// distributed like a standard normal variable. Counts are of customers with a value.
///
/// `None` where the deviation is not positive, or nobody or everybody is in the segment.
///
/// ```
/// use segmentlab::profile::figure_v;
/// // Sepal length of iris: 50 setosa of 150, mean 5.006 against 5.84333, deviation .8253013.
/// let v = figure_v(5.006, 50, 5.843_333_3, 0.825_301_3, 150).unwrap();
/// assert!((v + 8.7572).abs() < 1e-4);
/// ```
#[must_use]
pub fn figure_v(segment_mean: f64, n_k: u32, mean: f64, sd: f64, n: u32) -> Option<f64> {
    if n_k == 0 || n_k >= n || sd.is_nan() || sd <= 0.0 {
        return None;
    }
    let (n_k, n) = (f64::from(n_k), f64::from(n));
    Some((segment_mean - mean) / sd * n_k.sqrt() / ((n - n_k) / (n - 1.0)).sqrt())
}

/// v.test of a category (FactoMineR's `catdes`). If `segment` customers were drawn from `all` without regard to the
/// category, which `with` have, the number X of those with it would be hypergeometric. With `both` of them found,
/// `p = min(2 P(X < both) + P(X = both), 2 P(X > both) + P(X = both))` in R's words
/// `min(2 phyper(x - 1) + dhyper(x), 2 phyper(x, lower.tail = FALSE) + dhyper(x))`, and the v.test is
/// `qnorm(p / 2)`, turned positive where the share in the segment is above the share among all.
///
/// Tails are summed as multiples of their first term, whose logarithm is kept apart, so that the surest differences
/// come out as numbers too.
///
/// `None` where nobody or everybody is in the segment, or has the category.
///
/// ```
/// use segmentlab::profile::category_v;
/// // All 5 of a segment have what 6 of 20 have: p / 2 = (6 choose 5) / (20 choose 5) / 2 = .0001935.
/// let v = category_v(5, 5, 6, 20).unwrap();
/// assert!((v - 3.548_795_9).abs() < 1e-6);
/// ```
#[must_use]
pub fn category_v(both: u32, segment: u32, with: u32, all: u32) -> Option<f64> {
    let decided = |part: u32| part == 0 || part >= all;
    if decided(segment) || decided(with) {
        return None;
    }
    let [x, k, l, n] = [both, segment, with, all].map(f64::from);
    let is_above = x * n > k * l;
    let up = tail(x, 1.0, |x| (k - x) * (l - x) / ((x + 1.0) * (n - k - l + x + 1.0)));
    let down = tail(x, -1.0, |x| x * (n - k - l + x) / ((k - x + 1.0) * (l - x + 1.0)));
    let smaller = match (up, down) {
        (Some(up), Some(down)) => up.min(down),
        (one, other) => one.or(other)?,
    };
    let log_p = log_term(x, k, l, n) + libm::log(0.5 + smaller);
    let quantile = upper_quantile(log_p);
    Some(if is_above { quantile } else { -quantile })
}

/// Terms that are no longer seen in the sum.
const NOTHING: f64 = 1e-17;

/// A tail of so many times its first term leads over the mode and is not the smaller one.
const OVER_THE_MODE: f64 = 1e15;

/// The sum of the terms beyond `x` in steps, the term of `x` being 1; `ratio` gives the next term over the one of its
/// argument, and 0 past the last. `None` where it leads over the mode.
fn tail(mut x: f64, step: f64, ratio: impl Fn(f64) -> f64) -> Option<f64> {
    let (mut term, mut sum) = (1.0, 0.0);
    while term > NOTHING * sum && sum < OVER_THE_MODE {
        term *= ratio(x);
        sum += term;
        x += step;
    }
    (sum < OVER_THE_MODE).then_some(sum)
}

/// ln of the probability that `x` of `k` drawn have what `l` of `n` have.
fn log_term(x: f64, k: f64, l: f64, n: f64) -> f64 {
    log_choose(l, x) + log_choose(n - l, k - x) - log_choose(n, k)
}

fn log_choose(n: f64, k: f64) -> f64 {
    libm::lgamma(n + 1.0) - libm::lgamma(k + 1.0) - libm::lgamma(n - k + 1.0)
}

#[cfg(test)]
#[allow(clippy::excessive_precision, reason = "figures as they were found")]
mod tests {
    use super::*;

    /// Sums of products of binomial coefficients as whole numbers, and quantiles by mpmath with 40 digits.
    #[test]
    fn categories_as_exact_sums_have_them() {
        for ([both, segment, with, all], expected) in [
            ([3, 5, 6, 20], 1.456_505_834_256_176_1),
            ([5, 5, 6, 20], 3.548_795_908_452_111_6),
            ([0, 5, 6, 20], -1.517_549_654_046_960_6),
            ([1, 5, 6, 20], -0.459_827_789_315_823_7),
            ([12, 30, 40, 100], -0.005_626_940_091_679_590_9),
            ([30, 50, 60, 500], 8.824_622_972_623_891_8),
            ([0, 50, 60, 500], -3.246_266_964_755_930_6),
            ([50, 50, 60, 500], 16.226_849_163_142_267),
            ([700, 1_000, 2_000, 10_000], 36.770_746_836_213_31),
            ([1_000, 1_000, 2_000, 10_000], 60.990_240_962_510_477),
        ] {
            let found = category_v(both, segment, with, all).unwrap();
            assert!(
                (found - expected).abs() < 1e-10 * expected.abs().max(0.1),
                "{found} {expected}"
            );
        }
    }

    /// Counts the ways instead of taking logarithms: every draw of `k` from at most 16 customers.
    fn drawn_v(x: u32, k: u32, l: u32, n: u32) -> f64 {
        let (mut below, mut at, mut above) = (0_u32, 0_u32, 0_u32);
        for draw in 0_u32..1 << n {
            if draw.count_ones() == k {
                match (draw & ((1 << l) - 1)).count_ones().cmp(&x) {
                    std::cmp::Ordering::Less => below += 1,
                    std::cmp::Ordering::Equal => at += 1,
                    std::cmp::Ordering::Greater => above += 1,
                }
            }
        }
        let p = f64::from(2 * below.min(above) + at) / f64::from(2 * (below + at + above));
        // Of the distribution itself, by bisection.
        let (mut low, mut high) = (-1.0, 9.0);
        for _ in 0..60 {
            let middle: f64 = (low + high) / 2.0;
            let beyond = libm::erfc(middle / std::f64::consts::SQRT_2) / 2.0;
            if beyond > p { low = middle } else { high = middle }
        }
        if x * n > k * l { low } else { -low }
    }

    #[test]
    fn categories_as_every_draw_counted() {
        for n in 2_u32..11 {
            for (k, l) in (1..n).flat_map(|k| (1..n).map(move |l| (k, l))) {
                for x in (k + l).saturating_sub(n)..=k.min(l) {
                    let (found, expected) = (category_v(x, k, l, n).unwrap(), drawn_v(x, k, l, n));
                    assert!((found - expected).abs() < 1e-9, "{x} {k} {l} {n}: {found} {expected}");
                }
            }
        }
    }

    #[test]
    fn the_rest_without_the_category_is_as_sure() {
        let with = category_v(40, 100, 300, 1_000).unwrap();
        let without = category_v(60, 100, 700, 1_000).unwrap();
        assert!((with + without).abs() < 1e-10, "{with} {without}");
    }

    #[test]
    fn a_million_customers_give_a_number() {
        // A share of .9 against .3: the tail has 5 digits before its exponent's point.
        let v = category_v(180_000, 200_000, 300_000, 1_000_000).unwrap();
        assert!(v > 500.0 && v.is_finite(), "{v}");
        let none = category_v(0, 200_000, 300_000, 1_000_000).unwrap();
        assert!(none < -300.0 && none.is_finite(), "{none}");
        assert!(category_v(60_000, 200_000, 300_000, 1_000_000).unwrap().abs() < 1e-2);
    }

    #[test]
    fn nothing_is_told_of_nobody_and_of_everybody() {
        assert_eq!(category_v(3, 9, 3, 9), None);
        assert_eq!(category_v(0, 0, 3, 9), None);
        assert_eq!(category_v(0, 4, 0, 9), None);
        assert_eq!(category_v(4, 4, 9, 9), None);
        assert_eq!(figure_v(1.0, 3, 1.0, 0.0, 9), None);
        assert_eq!(figure_v(1.0, 0, 1.0, 1.0, 9), None);
        assert_eq!(figure_v(1.0, 9, 1.0, 1.0, 9), None);
    }
}
