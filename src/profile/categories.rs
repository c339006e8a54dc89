//! How categories spread in each segment and over all.

use std::cmp::Reverse;

use super::{Members, TraitProfile, TraitSpread, category_v};

/// Categories that are told one by one; those of fewer customers are told together.
const MOST: usize = 30;

/// Stands for a category that is not told by itself.
pub(super) const OTHER: u8 = MOST as u8;

/// Stands for no category.
pub(super) const MISSING: u8 = OTHER + 1;

/// The categories of customers with a segment, most frequent first.
#[derive(Debug)]
pub(super) struct Categories {
    /// The ones that are told one by one.
    names: Vec<String>,
    distinct: u32,
    /// Per customer the place among them, [`OTHER`] or [`MISSING`].
    places: Vec<u8>,
    /// Per segment, customers at each place.
    counts: Vec<[u32; MISSING as usize + 1]>,
}

impl Categories {
    /// Of codes into `names`; codes past them are missing. Of equally frequent categories the bytewise smaller one
    /// comes first.
    pub(super) fn of(codes: &[u32], names: &[String], members: &Members) -> Self {
        let mut customers = vec![0_u32; names.len()];
        for &customer in members.iter().flatten() {
            if let Some(count) = customers.get_mut(codes[customer as usize] as usize) {
                *count += 1;
            }
        }
        let mut frequent: Vec<usize> = (0..names.len()).filter(|&at| customers[at] > 0).collect();
        frequent.sort_unstable_by_key(|&at| (Reverse(customers[at]), &names[at]));
        let distinct = frequent.len() as u32;
        frequent.truncate(MOST);
        let mut place_of = vec![OTHER; names.len()];
        for (place, &at) in (0..).zip(&frequent) {
            place_of[at] = place;
        }
        let place = |&code: &u32| place_of.get(code as usize).copied().unwrap_or(MISSING);
        let places: Vec<u8> = codes.iter().map(place).collect();
        let count = |customers: &[u32]| {
            let mut counts = [0; MISSING as usize + 1];
            for &customer in customers {
                counts[usize::from(places[customer as usize])] += 1;
            }
            counts
        };
        Self {
            names: frequent.iter().map(|&at| names[at].clone()).collect(),
            distinct,
            counts: members.iter().map(count).collect(),
            places,
        }
    }

    /// The place of a customer's category among those that are told one by one, [`OTHER`] or [`MISSING`].
    pub(super) fn place(&self, customer: u32) -> u8 {
        self.places[customer as usize]
    }

    /// Customers with a category.
    pub(super) fn known(&self) -> u32 {
        self.counts.iter().map(known).sum()
    }

    /// Over all segments.
    pub(super) fn overall(&self) -> TraitSpread {
        TraitSpread::Categories {
            values: self.names.clone(),
            counts: self.totals(),
            others: self.counts.iter().map(|counts| counts[usize::from(OTHER)]).sum(),
            distinct: self.distinct,
        }
    }

    /// Each segment against all.
    pub(super) fn profiles(&self) -> Vec<TraitProfile> {
        let (all, totals) = (self.known(), self.totals());
        let profile = |counts: &[u32; MISSING as usize + 1]| {
            let n = known(counts);
            let told = || counts.iter().zip(&totals).map(|(&count, &total)| (count, total));
            let index = |(count, total): (u32, u32)| {
                (n > 0).then(|| {
                    let share = f64::from(count) / f64::from(n);
                    100.0 * share / (f64::from(total) / f64::from(all))
                })
            };
            TraitProfile::Categories {
                n,
                counts: counts[..self.names.len()].to_vec(),
                others: counts[usize::from(OTHER)],
                indices: told().map(index).collect(),
                v: told().map(|(count, total)| category_v(count, n, total, all)).collect(),
            }
        };
        self.counts.iter().map(profile).collect()
    }

    /// Customers of each category that is told.
    fn totals(&self) -> Vec<u32> {
        let total = |place: usize| self.counts.iter().map(|counts| counts[place]).sum();
        (0..self.names.len()).map(total).collect()
    }
}

/// Customers with a category.
fn known(counts: &[u32; MISSING as usize + 1]) -> u32 {
    counts[..usize::from(MISSING)].iter().sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segments::{Label, Segmentation};
    use crate::transactions::NO_CODE;

    fn categories(codes: &[u32], names: usize, labels: &[u16]) -> Categories {
        let labels = labels.iter().map(|&label| Label::Segment(label)).collect();
        let names: Vec<String> = (0..names).map(|name| format!("{name:02}")).collect();
        let segments = ["a", "b"].map(str::to_owned).to_vec();
        Categories::of(codes, &names, &Members::of(&Segmentation { names: segments, labels }))
    }

    #[test]
    fn counts_and_indices_by_hand() {
        let codes = [1, 1, 0, NO_CODE, 1, 0, 0, 3];
        let found = categories(&codes, 5, &[0, 0, 0, 0, 1, 1, 1, 1]);
        let TraitSpread::Categories { values, counts, others, distinct } = found.overall() else {
            panic!("categories")
        };
        assert_eq!((values, counts), (vec!["00".into(), "01".into(), "03".into()], vec![3, 3, 1]));
        assert_eq!((others, distinct, found.known()), (0, 3, 7));
        let TraitProfile::Categories { n, counts, indices, v, .. } = &found.profiles()[0] else {
            panic!("categories")
        };
        assert_eq!((*n, &counts[..]), (3, &[1, 2, 0][..]));
        // 1 of 3 against 3 of 7, 2 of 3 against 3 of 7, none.
        for (index, expected) in indices.iter().zip([700.0 / 9.0, 1_400.0 / 9.0, 0.0]) {
            assert!((index.unwrap() - expected).abs() < 1e-12);
        }
        // 0 of 3 where 1 of 7 has it: P(none) = 4/7, so p / 2 = min(4/7 / 2, 3/7 + 4/7 / 2) = 2/7.
        assert!((v[2].unwrap() + 0.565_948_821_932_863_1).abs() < 1e-12);
    }

    #[test]
    fn rare_categories_are_told_together() {
        let codes: Vec<u32> = (0..40).chain(0..35).collect();
        let labels: Vec<u16> = (0..75).map(|at| u16::from(at < 40)).collect();
        let found = categories(&codes, 41, &labels);
        let TraitSpread::Categories { counts, others, distinct, .. } = found.overall() else {
            panic!("categories")
        };
        assert_eq!((counts, others, distinct), (vec![2; 30], 15, 40));
        let others = found.profiles().into_iter().map(|profile| match profile {
            TraitProfile::Categories { counts, others, n, .. } => {
                assert_eq!(counts.iter().sum::<u32>() + others, n);
                others
            }
            TraitProfile::Figure { .. } => panic!("categories"),
        });
        assert_eq!(others.collect::<Vec<_>>(), [5, 10]);
        assert_eq!((found.place(35), found.place(3)), (OTHER, 3));
    }

    #[test]
    fn a_segment_where_nobody_has_a_category() {
        let found = categories(&[NO_CODE, 0, 1], 2, &[0, 1, 1]);
        let TraitProfile::Categories { n, indices, v, .. } = &found.profiles()[0] else {
            panic!("categories")
        };
        assert_eq!((*n, &indices[..], &v[..]), (0, &[None, None][..], &[None, None][..]));
        assert_eq!(found.place(0), MISSING);
    }
}
