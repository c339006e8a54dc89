//! The customers that rules are found on.

use rand::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::{Categories, Members};

/// Rules are found on all customers up to this many, beyond on a sample of so many.
const MOST: usize = 20_000;

/// What is known of the customers, a column each.
#[derive(Debug)]
pub(super) enum Column<'a> {
    /// NaN and what is not finite is missing.
    Figure(&'a [f64]),
    Categories(Categories),
}

/// Customers that rules are found on, segment by segment.
#[derive(Debug)]
pub(super) struct Sample {
    /// Where each segment ends among them.
    ends: Vec<usize>,
    pub(super) columns: Vec<SampledColumn>,
}

/// A column of the sample.
#[derive(Debug)]
pub(super) enum SampledColumn {
    Figure {
        values: Vec<f64>,
        /// Rows with a value, by value.
        ascending: Vec<u32>,
    },
    /// See [`Categories::place`].
    Categories(Vec<u8>),
}

impl Sample {
    /// One customer of each of 20,000 stretches of equal length of the customers in the order of their segments, so
    /// that each segment has its share; all of up to 20,000.
    pub(super) fn of(members: &Members, columns: &[&Column]) -> Self {
        let (total, taken) = (members.total(), members.total().min(MOST));
        let mut chance = Xoshiro256PlusPlus::seed_from_u64(0);
        // Not usize: 64 bits for the product, 32 because chance draws otherwise where that is as wide.
        let bound = |stretch: usize| stretch as u64 * total as u64 / taken as u64;
        let places: Vec<u64> = (0..taken)
            .map(|stretch| {
                let (start, end) = (bound(stretch), bound(stretch + 1));
                start + u64::from(chance.gen_range(0..(end - start) as u32))
            })
            .collect();
        let all: Vec<u32> = members.iter().flatten().copied().collect();
        let customers: Vec<u32> = places.iter().map(|&place| all[place as usize]).collect();
        let mut end = 0;
        let ends = members.iter().map(|segment| {
            end += segment.len() as u64;
            places.partition_point(|&place| place < end)
        });
        Self {
            ends: ends.collect(),
            columns: columns.iter().map(|column| SampledColumn::of(column, &customers)).collect(),
        }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.ends.last().copied().unwrap_or_default()
    }

    /// Which of them are in a segment, as a row of flags.
    pub(super) fn inside(&self, at: usize) -> Vec<bool> {
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        (0..self.len()).map(|row| (start..self.ends[at]).contains(&row)).collect()
    }
}

impl SampledColumn {
    fn of(column: &Column, customers: &[u32]) -> Self {
        match column {
            Column::Figure(values) => {
                let values: Vec<f64> =
                    customers.iter().map(|&customer| values[customer as usize]).collect();
                let mut ascending: Vec<u32> = (0..values.len() as u32)
                    .filter(|&row| values[row as usize].is_finite())
                    .collect();
                ascending.sort_by(|&a, &b| values[a as usize].total_cmp(&values[b as usize]));
                Self::Figure { values, ascending }
            }
            Column::Categories(categories) => {
                let place = |&customer: &u32| categories.place(customer);
                Self::Categories(customers.iter().map(place).collect())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segments::{Label, Segmentation};

    fn sampled(n: usize, labels: impl Fn(usize) -> u16) -> Sample {
        let names = ["a", "b", "c"].map(str::to_owned).to_vec();
        let labels = (0..n).map(|at| Label::Segment(labels(at))).collect();
        let members = Members::of(&Segmentation { names, labels });
        let values: Vec<f64> = (0..n).map(|at| at as f64).collect();
        Sample::of(&members, &[&Column::Figure(&values)])
    }

    fn values(sample: &Sample) -> &[f64] {
        match &sample.columns[0] {
            SampledColumn::Figure { values, .. } => values,
            SampledColumn::Categories(_) => panic!("a figure"),
        }
    }

    #[test]
    fn few_are_all_taken() {
        let sample = sampled(5, |at| [1, 0, 1, 0, 2][at]);
        assert_eq!(values(&sample), [1.0, 3.0, 0.0, 2.0, 4.0]);
        assert_eq!(sample.inside(1), [false, false, true, true, false]);
    }

    #[test]
    fn each_segment_has_its_share_and_none_comes_twice() {
        // A tenth, six tenths, three tenths of 50,000.
        let sample = sampled(50_000, |at| [0, 1, 1, 2, 1, 1, 2, 1, 2, 1][at % 10]);
        assert_eq!(sample.len(), 20_000);
        let sizes = [0, 1, 2].map(|at| sample.inside(at).into_iter().filter(|&is| is).count());
        assert_eq!(sizes, [2_000, 12_000, 6_000]);
        let mut values = values(&sample).to_vec();
        values.sort_unstable_by(f64::total_cmp);
        values.dedup();
        assert_eq!(values.len(), 20_000);
    }
}
