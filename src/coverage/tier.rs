//! Tiers by what matters to the user.

use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::segments::{Label, Segmentation};

/// What customers are ranked by.
#[derive(Debug, Clone, Copy)]
pub struct Criterion<'a> {
    /// One value per customer, NaN where unknown; more is better.
    pub values: &'a [f64],
    /// How much it matters among the others, not negative.
    pub weight: f64,
}

/// Which parts of the customers are in the high and in the middle tier.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TierShares {
    /// Of the customers, from the best on, 0 to 1.
    pub high: f64,
    /// Of the customers, those after them.
    pub middle: f64,
}

impl Default for TierShares {
    /// A fifth and three tenths; the other half is low.
    fn default() -> Self {
        Self { high: 0.2, middle: 0.3 }
    }
}

/// Weighted mean of the ranks of each customer among the others, 0 to 1; NaN where nothing is known of him.
///
/// A rank is the part of the customers with a known value who have less, and half of those who have the same, so that
/// units do not matter and equal values rank equally. What is unknown of a customer is left out of his mean.
///
/// # Errors
/// [`Error::BadTiers`] if there is no criterion with a weight, a weight is negative, or the values are of different
/// customers.
///
/// ```
/// use segmentlab::coverage::{Criterion, scores};
/// let sales = Criterion { values: &[10.0, 40.0, 40.0, 20.0], weight: 3.0 };
/// let closeness = Criterion { values: &[f64::NAN, 1.0, 5.0, f64::NAN], weight: 1.0 };
/// assert_eq!(scores(&[sales, closeness])?, [0.125, 0.625, 0.75, 0.375]);
/// # Ok::<(), segmentlab::error::Error>(())
/// ```
pub fn scores(criteria: &[Criterion<'_>]) -> Result<Vec<f64>, Error> {
    let customers = criteria.first().map_or(0, |criterion| criterion.values.len());
    let is_fine = |one: &Criterion<'_>| {
        one.values.len() == customers && one.weight >= 0.0 && one.weight.is_finite()
    };
    if !criteria.iter().all(is_fine) || !criteria.iter().any(|one| one.weight > 0.0) {
        return Err(Error::BadTiers);
    }
    let (mut sums, mut weights) = (vec![0.0; customers], vec![0.0; customers]);
    for Criterion { values, weight } in criteria.iter().filter(|one| one.weight > 0.0) {
        for (customer, rank) in ranks(values).into_iter().enumerate() {
            if rank.is_finite() {
                sums[customer] += weight * rank;
                weights[customer] += weight;
            }
        }
    }
    Ok(sums.iter().zip(&weights).map(|(sum, weight)| sum / weight).collect())
}

/// The part of the known values that is less, and half of what is equal; NaN where unknown.
fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).filter(|&at| !values[at].is_nan()).collect();
    order.sort_by(|&a, &b| values[a].total_cmp(&values[b]));
    let known = order.len() as f64;
    let mut ranks = vec![f64::NAN; values.len()];
    let mut less = 0;
    // Not by total order: it tells minus zero from zero.
    for equal in order.chunk_by(|&a, &b| values[a] == values[b]) {
        let rank = (less as f64 + 0.5 * equal.len() as f64) / known;
        for &at in equal {
            ranks[at] = rank;
        }
        less += equal.len();
    }
    ranks
}

/// High, middle and low by a score. A customer is high if the part of the customers who score more is below the high
/// share, and so on, so that equal scores are never parted; who has no score is unassigned.
///
/// # Errors
/// [`Error::BadTiers`] if a share is negative or both are more than 1.
pub fn tiers(scores: &[f64], shares: TierShares) -> Result<Segmentation, Error> {
    let TierShares { high, middle } = shares;
    if !(high >= 0.0 && middle >= 0.0 && high + middle <= 1.0) {
        return Err(Error::BadTiers);
    }
    let mut order: Vec<usize> = (0..scores.len()).filter(|&at| !scores[at].is_nan()).collect();
    order.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]));
    let known = order.len() as f64;
    let mut labels = vec![Label::Unassigned; scores.len()];
    let mut more = 0;
    for equal in order.chunk_by(|&a, &b| scores[a] == scores[b]) {
        let above = more as f64 / known;
        let tier = u16::from(above >= high) + u16::from(above >= high + middle);
        for &at in equal {
            labels[at] = Label::Segment(tier);
        }
        more += equal.len();
    }
    Ok(Segmentation { names: Segmentation::TIERS.map(String::from).to_vec(), labels })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tiers_of(scores: &[f64], high: f64, middle: f64) -> Vec<Option<usize>> {
        let found = tiers(scores, TierShares { high, middle }).unwrap();
        found.labels.into_iter().map(Label::segment).collect()
    }

    #[test]
    fn shares_of_customers_are_cut_from_the_best_on() {
        let scores: Vec<f64> = (0..10).map(f64::from).collect();
        let found = tiers_of(&scores, 0.2, 0.3);
        let count = |tier| found.iter().filter(|&&of| of == Some(tier)).count();
        assert_eq!([0, 1, 2].map(count), [2, 3, 5]);
        assert_eq!((found[9], found[0]), (Some(0), Some(2)));
    }

    #[test]
    fn equal_scores_stay_together_and_unknown_ones_out() {
        assert_eq!(
            tiers_of(&[5.0, f64::NAN, 5.0, 5.0, 1.0], 0.25, 0.25),
            [Some(0), None, Some(0), Some(0), Some(2)]
        );
        assert_eq!(tiers_of(&[1.0, 2.0], 0.0, 0.0), [Some(2), Some(2)]);
    }

    #[test]
    fn scores_do_not_know_units_or_weights_of_nothing() {
        let sales = [1.0, 9.0, 4.0];
        let cents = sales.map(|euros| 100.0 * euros);
        let of = |values: &[f64], weight| scores(&[Criterion { values, weight }]).unwrap();
        assert_eq!(of(&sales, 1.0), of(&cents, 7.0));
        let other = Criterion { values: &[3.0, 2.0, 1.0], weight: 0.0 };
        let with = scores(&[Criterion { values: &sales, weight: 1.0 }, other]).unwrap();
        assert_eq!(with, of(&sales, 1.0));
        // Ranks of all add up to half of them.
        assert!((with.iter().sum::<f64>() - 1.5).abs() < 1e-12);
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let one = Criterion { values: &[1.0], weight: 1.0 };
        for criteria in [
            &[][..],
            &[Criterion { weight: 0.0, ..one }],
            &[one, Criterion { weight: -1.0, ..one }],
            &[one, Criterion { values: &[1.0, 2.0], weight: 1.0 }],
        ] {
            assert_eq!(scores(criteria), Err(Error::BadTiers));
        }
        for (high, middle) in [(-0.1, 0.5), (0.6, 0.5), (f64::NAN, 0.1)] {
            assert_eq!(tiers(&[1.0], TierShares { high, middle }), Err(Error::BadTiers));
        }
    }
}
