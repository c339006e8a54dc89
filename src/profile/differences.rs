//! The differences that are worth a word.

use super::{NamedDifference, TraitProfile, TraitSpread};

/// How sure a difference has to be: beyond this, chance gives one in a hundred.
const SURE: f64 = 2.58;

/// How large a difference of means has to be, in standard deviations.
const LARGE: f64 = 0.2;

/// Indices that are not large.
const ORDINARY: std::ops::RangeInclusive<f64> = 80.0..=120.0;

/// Customers of a category that a segment has, or would have with the share of all, for it to be named.
const ENOUGH: f64 = 5.0;

/// What sets a segment apart: of each trait the surest difference that is both large (a standardised difference of at
/// least 0.2, or an index outside 80 to 120) and sure (|v| at least 2.58), the surest trait first. A category
/// counts where at least five customers of the segment have it, or would with the share of all. Of equally sure ones
/// the first in the order of the traits.
pub(super) fn differences(
    overall: &[TraitSpread],
    segment: &[TraitProfile],
) -> Vec<NamedDifference> {
    let mut found: Vec<NamedDifference> = (0..)
        .zip(overall.iter().zip(segment))
        .filter_map(|(at, (overall, segment))| surest(at, overall, segment))
        .collect();
    found.sort_by(|a, b| b.v.abs().total_cmp(&a.v.abs()));
    found
}

fn surest(at: u32, overall: &TraitSpread, segment: &TraitProfile) -> Option<NamedDifference> {
    match (overall, segment) {
        (_, &TraitProfile::Figure { difference, v, .. }) => {
            let (difference, v) = (difference?, v?);
            let is_named = difference.abs() >= LARGE && v.abs() >= SURE;
            is_named.then_some(NamedDifference { at, category: None, above: v > 0.0, v })
        }
        (
            TraitSpread::Categories { counts: all, others, .. },
            TraitProfile::Categories { n, counts, indices, v, .. },
        ) => {
            let whole = f64::from(all.iter().sum::<u32>() + others);
            let named = (0..).zip(all.iter().zip(counts)).zip(indices.iter().zip(v));
            let named = named.filter_map(|((category, (&all, &count)), (&index, &v))| {
                let (index, v) = (index?, v?);
                let expected = f64::from(*n) * f64::from(all) / whole;
                let is_named = !ORDINARY.contains(&index)
                    && v.abs() >= SURE
                    && expected.max(f64::from(count)) >= ENOUGH;
                let category = Some(category);
                is_named.then_some(NamedDifference { at, category, above: v > 0.0, v })
            });
            named.reduce(|best, next| if next.v.abs() > best.v.abs() { next } else { best })
        }
        (TraitSpread::Figure { .. }, TraitProfile::Categories { .. }) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(difference: f64, v: f64) -> (TraitSpread, TraitProfile) {
        let spread = TraitSpread::Categories {
            values: Vec::new(),
            counts: Vec::new(),
            others: 0,
            distinct: 0,
        };
        (
            spread,
            TraitProfile::Figure { n: 9, spread: None, difference: Some(difference), v: Some(v) },
        )
    }

    /// Of 100 customers in the segment, 1,000 in all.
    fn categories(of: &[(u32, u32, f64)]) -> (TraitSpread, TraitProfile) {
        let counts: Vec<u32> = of.iter().map(|&(count, _, _)| count).collect();
        let all: Vec<u32> = of.iter().map(|&(_, all, _)| all).collect();
        let index = |&(count, all, _): &(u32, u32, f64)| {
            Some(100.0 * f64::from(count) / 100.0 / (f64::from(all) / 1_000.0))
        };
        let (others, rest) = (100 - counts.iter().sum::<u32>(), 1_000 - all.iter().sum::<u32>());
        let spread = TraitSpread::Categories {
            values: vec![String::new(); of.len()],
            counts: all,
            others: rest,
            distinct: 40,
        };
        let indices = of.iter().map(index).collect();
        let v = of.iter().map(|&(_, _, v)| Some(v)).collect();
        (spread, TraitProfile::Categories { n: 100, counts, others, indices, v })
    }

    fn named(of: Vec<(TraitSpread, TraitProfile)>) -> Vec<(u32, Option<u32>, bool)> {
        let (overall, segment): (Vec<_>, Vec<_>) = of.into_iter().unzip();
        let found = differences(&overall, &segment);
        found.iter().map(|one| (one.at, one.category, one.above)).collect()
    }

    #[test]
    fn figures_have_to_be_large_and_sure() {
        let all = vec![figure(0.19, 9.0), figure(0.2, 2.58), figure(3.0, 2.57), figure(-0.9, -4.0)];
        assert_eq!(named(all), [(3, None, false), (1, None, true)]);
    }

    #[test]
    fn categories_have_to_be_large_and_sure_and_not_few() {
        // Indices 150, 110 and 0; the surest that counts is the last.
        let one = categories(&[(45, 300, 3.0), (33, 300, 5.0), (0, 100, -3.5)]);
        assert_eq!(named(vec![one]), [(0, Some(2), false)]);
        // 4 where 1 is expected, and none where 4 are.
        assert_eq!(named(vec![categories(&[(4, 10, 6.0), (0, 40, -4.0)])]), []);
        assert_eq!(named(vec![categories(&[(5, 10, 6.0)])]), [(0, Some(0), true)]);
    }

    #[test]
    fn the_surest_trait_comes_first_and_of_equals_the_first() {
        let all = vec![figure(0.5, 3.0), categories(&[(60, 300, 8.0)]), figure(-0.5, -3.0)];
        assert_eq!(named(all), [(1, Some(0), true), (0, None, true), (2, None, false)]);
    }
}
