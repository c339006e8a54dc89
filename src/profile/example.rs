//! A real customer of each segment.

use super::{Column, Members, TraitProfile, TraitSpread};

/// A figure by which customers of a segment are held against each other.
struct Measure<'a> {
    values: &'a [f64],
    /// Mean of the segment.
    mean: f64,
    /// Deviation of all.
    deviation: f64,
}

/// The medoid of a segment: the customer with the least sum of squared distances to all of the segment, which is the
/// one nearest to its mean. Distances are over the figures in standard deviations of all customers; figures that fewer
/// than half of the segment have are left out, and a customer has to have all the others. Of equally near ones the
/// first. `None` where no figure tells customers apart, or nobody has all of them.
///
/// `columns`, `overall` and `segment` have an entry per trait.
pub(super) fn medoid(
    members: &Members,
    at: usize,
    columns: &[&Column],
    overall: &[TraitSpread],
    segment: &[TraitProfile],
) -> Option<u32> {
    let customers = members.of_segment(at);
    let measures: Vec<Measure> = columns
        .iter()
        .zip(overall.iter().zip(segment))
        .filter_map(|(column, (overall, segment))| {
            Measure::of(column, overall, segment, customers.len())
        })
        .collect();
    if measures.is_empty() {
        return None;
    }
    let mut distances = vec![0.0; customers.len()];
    for Measure { values, mean, deviation } in measures {
        for (distance, &customer) in distances.iter_mut().zip(customers) {
            let off = (values[customer as usize] - mean) / deviation;
            *distance += off * off;
        }
    }
    let known = distances.iter().zip(customers).filter(|(distance, _)| distance.is_finite());
    known.min_by(|a, b| a.0.total_cmp(b.0)).map(|(_, &customer)| customer)
}

impl<'a> Measure<'a> {
    fn of(
        column: &Column<'a>,
        overall: &TraitSpread,
        segment: &TraitProfile,
        customers: usize,
    ) -> Option<Self> {
        match (column, overall, segment) {
            (
                Column::Figure(values),
                TraitSpread::Figure { spread: all },
                TraitProfile::Figure { n, spread: Some(spread), .. },
            ) if all.deviation > 0.0 && *n as usize * 2 >= customers => {
                Some(Self { values, mean: spread.mean, deviation: all.deviation })
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::Figures;
    use crate::segments::{Label, Segmentation};

    fn medoid_of(columns: &[Vec<f64>]) -> Option<u32> {
        let n = columns[0].len();
        let labels = (0..n).map(|at| Label::Segment(u16::from(at + 1 == n))).collect();
        let names = ["segment", "rest"].map(str::to_owned).to_vec();
        let members = Members::of(&Segmentation { names, labels });
        let mut overall = Vec::new();
        let mut segment = Vec::new();
        for values in columns {
            let figures = Figures::of(values, &members);
            let spread = figures.overall().unwrap();
            segment.push(figures.profiles(&spread).swap_remove(0));
            overall.push(TraitSpread::Figure { spread });
        }
        let columns: Vec<Column> = columns.iter().map(|values| Column::Figure(values)).collect();
        let columns: Vec<&Column> = columns.iter().collect();
        medoid(&members, 0, &columns, &overall, &segment)
    }

    #[test]
    fn the_nearest_to_the_mean_has_the_least_squared_distances_to_all() {
        let columns = [
            vec![1.0, 9.0, 4.0, 5.0, 8.0, 3.0, 100.0],
            vec![70.0, 10.0, 30.0, 20.0, 60.0, 35.0, -500.0],
        ];
        let found = medoid_of(&columns).unwrap() as usize;
        let deviation = |values: &[f64]| {
            let mean = values.iter().sum::<f64>() / values.len() as f64;
            let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
            (squares / values.len() as f64).sqrt()
        };
        let to_all = |one: usize| -> f64 {
            let apart = |values: &Vec<f64>, other: usize| {
                ((values[one] - values[other]) / deviation(values)).powi(2)
            };
            (0..6).map(|other| columns.iter().map(|values| apart(values, other)).sum::<f64>()).sum()
        };
        let nearest = (0..6).min_by(|&a, &b| to_all(a).total_cmp(&to_all(b))).unwrap();
        assert_eq!(found, nearest);
    }

    #[test]
    fn rare_figures_do_not_count_and_the_others_have_to_be_there() {
        let missing = f64::NAN;
        let columns = [
            vec![1.0, 5.0, 5.0, 9.0, 100.0],
            vec![2.0, missing, 2.0, 2.0, 7.0],
            vec![missing, missing, missing, 0.0, 5.0],
        ];
        // Customers 1 and 2 are nearest in the first; 1 lacks the second, and the third is of one in four.
        assert_eq!(medoid_of(&columns), Some(2));
    }

    #[test]
    fn of_equally_near_ones_the_first_and_of_no_figures_none() {
        assert_eq!(medoid_of(&[vec![4.0, 2.0, 4.0, 2.0, 9.0]]), Some(0));
        assert_eq!(medoid_of(&[vec![4.0; 5]]), None);
    }
}
