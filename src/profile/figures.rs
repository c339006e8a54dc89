//! How a figure spreads in each segment and over all.

use super::{FigureSpread, Members, TraitProfile, figure_v};

/// The values of a figure by segment, each ascending. What is no finite number counts as missing. Sums go from the
/// lowest value up, so that the order of the customers leaves no trace.
#[derive(Debug)]
pub(super) struct Figures {
    parts: Vec<Vec<f64>>,
}

/// Number, mean, and sum of the squared distances from it.
#[derive(Debug, Clone, Copy)]
struct Sums {
    n: usize,
    mean: f64,
    squares: f64,
}

impl Figures {
    pub(super) fn of(values: &[f64], members: &Members) -> Self {
        let known = |customers: &[u32]| {
            let all = customers.iter().map(|&customer| values[customer as usize]);
            // Zero has one sign only, or equal values would sort apart.
            let mut known: Vec<f64> =
                all.filter(|value| value.is_finite()).map(|value| value + 0.0).collect();
            known.sort_unstable_by(f64::total_cmp);
            known
        };
        Self { parts: members.iter().map(known).collect() }
    }

    /// Customers with a value.
    pub(super) fn known(&self) -> usize {
        self.parts.iter().map(Vec::len).sum()
    }

    /// Over all segments; `None` where nobody has a value.
    pub(super) fn overall(&self) -> Option<FigureSpread> {
        let parts: Vec<&[f64]> = self.parts.iter().map(Vec::as_slice).collect();
        let sums: Vec<Sums> = parts.iter().filter_map(|part| Sums::of(part)).collect();
        spread(&parts, Sums::joined(&sums)?)
    }

    /// Each segment against all.
    pub(super) fn profiles(&self, overall: &FigureSpread) -> Vec<TraitProfile> {
        let all = self.known() as u32;
        let profile = |part: &Vec<f64>| {
            let spread = Sums::of(part).and_then(|sums| spread(&[part], sums));
            let n = part.len() as u32;
            let of_mean = |mean: f64| figure_v(mean, n, overall.mean, overall.deviation, all);
            TraitProfile::Figure {
                n,
                v: spread.as_ref().and_then(|spread| of_mean(spread.mean)),
                difference: spread
                    .as_ref()
                    .filter(|_| overall.deviation > 0.0)
                    .map(|spread| (spread.mean - overall.mean) / overall.deviation),
                spread,
            }
        };
        self.parts.iter().map(profile).collect()
    }
}

impl Sums {
    fn of(ascending: &[f64]) -> Option<Self> {
        let (first, last) = (*ascending.first()?, *ascending.last()?);
        let n = ascending.len();
        if first == last {
            return Some(Self { n, mean: first, squares: 0.0 });
        }
        let near = ascending.iter().sum::<f64>() / n as f64;
        // The rest of the first mean is taken into account, which leaves an error of the last digit only.
        let (mut rest, mut squares) = (0.0, 0.0);
        for value in ascending {
            let off = value - near;
            rest += off;
            squares += off * off;
        }
        let squares = (squares - rest * rest / n as f64).max(0.0);
        Some(Self { n, mean: near + rest / n as f64, squares })
    }

    /// Of several parts as one: squares within the parts, and of their means around the mean of all.
    fn joined(parts: &[Self]) -> Option<Self> {
        let first = parts.first()?;
        let n = parts.iter().map(|part| part.n).sum::<usize>();
        let off: f64 = parts.iter().map(|part| (part.mean - first.mean) * part.n as f64).sum();
        let mean = first.mean + off / n as f64;
        let around = |part: &Self| {
            let off = part.mean - mean;
            part.squares + off * off * part.n as f64
        };
        Some(Self { n, mean, squares: parts.iter().map(around).sum() })
    }
}

/// `None` without values.
fn spread(parts: &[&[f64]], sums: Sums) -> Option<FigureSpread> {
    let min = parts.iter().filter_map(|part| part.first()).copied().min_by(f64::total_cmp)?;
    let max = parts.iter().filter_map(|part| part.last()).copied().max_by(f64::total_cmp)?;
    let quartiles = [1, 2, 3].map(|quarter| quantile(parts, sums.n, quarter, 4));
    let reach = 1.5 * (quartiles[2] - quartiles[0]);
    let [low, high] = [quartiles[0] - reach, quartiles[2] + reach];
    let from = |part: &&[f64]| part.get(part.partition_point(|&value| value < low)).copied();
    let upto = |part: &&[f64]| part[..part.partition_point(|&value| value <= high)].last().copied();
    Some(FigureSpread {
        mean: sums.mean,
        deviation: (sums.squares / sums.n as f64).sqrt(),
        min,
        quartiles,
        max,
        whiskers: [
            parts.iter().filter_map(from).min_by(f64::total_cmp)?,
            parts.iter().filter_map(upto).max_by(f64::total_cmp)?,
        ],
    })
}

/// The type 7 quantile at `part / of` of `n` values that stand ascending in several parts.
fn quantile(parts: &[&[f64]], n: usize, part: usize, of: usize) -> f64 {
    let steps = (n - 1) * part;
    let (at, rest) = (steps / of, steps % of);
    let low = nth(parts, at);
    if rest == 0 {
        return low;
    }
    let high = nth(parts, at + 1);
    let fraction = rest as f64 / of as f64;
    // Weighted, not as a step from `low`, which can overflow; and exact where the neighbours are equal.
    if low >= high { low } else { low * (1.0 - fraction) + high * fraction }
}

/// The value that `n` others stand before.
fn nth(parts: &[&[f64]], n: usize) -> f64 {
    if let [part] = parts {
        return part[n];
    }
    // By halves over the bit patterns of numbers, in which they stand in the same order.
    let (mut low, mut high) = (0, u64::MAX);
    while low < high {
        let middle = low + (high - low) / 2;
        let upto: usize =
            parts.iter().map(|part| part.partition_point(|&value| place(value) <= middle)).sum();
        if upto > n { high = middle } else { low = middle + 1 }
    }
    from_place(low)
}

const SIGN: u64 = 1 << 63;

/// The place of a number among all bit patterns.
fn place(value: f64) -> u64 {
    let bits = value.to_bits();
    if bits & SIGN == 0 { bits | SIGN } else { !bits }
}

fn from_place(place: u64) -> f64 {
    f64::from_bits(if place & SIGN == 0 { !place } else { place & !SIGN })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::segments::{Label, Segmentation};

    fn figures(values: &[f64], labels: &[u16]) -> Figures {
        let names = (0..9).map(|name| name.to_string()).collect();
        let labels = labels.iter().map(|&label| Label::Segment(label)).collect();
        Figures::of(values, &Members::of(&Segmentation { names, labels }))
    }

    #[test]
    fn a_spread_by_hand() {
        // 1 to 8 and 40: quartiles 3, 5, 7; fences -3 and 13.
        let values = [40.0, 1.0, 8.0, 2.0, 7.0, 3.0, 6.0, f64::NAN, 4.0, 5.0];
        let found = figures(&values, &[0, 1, 0, 1, 2, 1, 0, 1, 2, 2]).overall().unwrap();
        assert_eq!(found.quartiles, [3.0, 5.0, 7.0]);
        assert_eq!((found.min, found.max, found.whiskers), (1.0, 40.0, [1.0, 8.0]));
        // 76 / 9, and squares 1804 / 9 less that squared.
        assert!((found.mean - 76.0 / 9.0).abs() < 1e-14);
        let deviation = (1_804.0_f64 / 9.0 - (76.0_f64 / 9.0).powi(2)).sqrt();
        assert!((found.deviation - deviation).abs() < 1e-13);
    }

    #[test]
    fn the_same_value_has_no_deviation_and_tells_nothing() {
        let figures = figures(&[0.1; 3], &[0, 1, 1]);
        let overall = figures.overall().unwrap();
        assert_eq!((overall.mean, overall.deviation), (0.1, 0.0));
        let TraitProfile::Figure { v, difference, n, .. } = figures.profiles(&overall)[1] else {
            panic!("a figure")
        };
        assert_eq!((n, v, difference), (2, None, None));
    }

    #[test]
    fn a_segment_without_values_has_no_spread() {
        let figures = figures(&[f64::NAN, 1.0, 2.0, f64::INFINITY], &[0, 1, 1, 1]);
        let overall = figures.overall().unwrap();
        assert_eq!((overall.max, figures.known()), (2.0, 2));
        let profiles = figures.profiles(&overall);
        let nothing = TraitProfile::Figure { n: 0, spread: None, difference: None, v: None };
        assert_eq!(profiles[0], nothing);
        assert!(self::figures(&[f64::NAN], &[0]).overall().is_none());
    }

    proptest! {
        #[test]
        fn parts_are_as_one(values in prop::collection::vec((-50..50_i32, 0..4_u16), 1..80)) {
            let (numbers, labels): (Vec<f64>, Vec<u16>) =
                values.iter().map(|&(value, label)| (f64::from(value) / 3.0, label)).unzip();
            let parts = figures(&numbers, &labels).overall().unwrap();
            let one = figures(&numbers, &vec![0; labels.len()]).overall().unwrap();
            prop_assert_eq!(parts.quartiles, one.quartiles);
            prop_assert_eq!(parts.whiskers, one.whiskers);
            prop_assert_eq!((parts.min, parts.max), (one.min, one.max));
            prop_assert!((parts.mean - one.mean).abs() < 1e-12);
            prop_assert!((parts.deviation - one.deviation).abs() < 1e-12);
        }
    }
}
