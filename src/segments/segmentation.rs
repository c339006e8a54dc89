//! One label per customer, whatever the method.

use crate::cluster::Clusters;
use crate::features::Categories;
use crate::rfm::Rfm;
use crate::transactions::NO_CODE;

/// A customer's segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Label {
    /// None of the segments.
    Unassigned,
    /// Index into the segmentation's names.
    Segment(u16),
}

/// A way to divide customers: names and one label each.
///
/// ```
/// use segmentlab::rfm::{Rfm, Rule};
/// use segmentlab::segments::{Label, Segmentation};
///
/// let best = Rule { name: "best".into(), r: [5, 5], f: [5, 5], m: [5, 5] };
/// let rfm = Rfm { rules: vec![best], segment: vec![1, 0], ..Rfm::default() };
/// let segmentation = Segmentation::from(&rfm);
/// assert_eq!(segmentation.names, ["best"]);
/// assert_eq!(segmentation.labels, [Label::Unassigned, Label::Segment(0)]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segmentation {
    /// Keys of shipped sets, or the user's own names.
    pub names: Vec<String>,
    /// One label per customer, in the order of `Customers`.
    pub labels: Vec<Label>,
}

impl From<&Rfm> for Segmentation {
    /// Customers whose scores no rule claims are unassigned.
    fn from(rfm: &Rfm) -> Self {
        let label = |&segment: &u16| {
            if usize::from(segment) < rfm.rules.len() {
                Label::Segment(segment)
            } else {
                Label::Unassigned
            }
        };
        Self {
            names: rfm.rules.iter().map(|rule| rule.name.clone()).collect(),
            labels: rfm.segment.iter().map(label).collect(),
        }
    }
}

impl Label {
    /// The index of the segment, if it is one.
    #[must_use]
    pub fn segment(self) -> Option<usize> {
        match self {
            Self::Unassigned => None,
            Self::Segment(segment) => Some(usize::from(segment)),
        }
    }
}

impl Segmentation {
    /// Keys of tiers.
    pub const TIERS: [&str; 3] = ["high", "middle", "low"];

    /// Values of a column that become segments at most.
    pub const MOST_VALUES: usize = 50;

    /// By value tier: high, middle, low.
    #[must_use]
    pub fn of_tiers(rfm: &Rfm) -> Self {
        Self {
            names: Self::TIERS.map(String::from).to_vec(),
            labels: rfm.tier.iter().map(|&tier| Label::Segment(tier.into())).collect(),
        }
    }

    /// By the values of a column: those that the most customers have, most frequent first (of equally frequent ones the
    /// bytewise smaller), at most 50. Customers with another value, or with none, are unassigned.
    ///
    /// ```
    /// use segmentlab::features::Categories;
    /// use segmentlab::segments::{Label, Segmentation};
    ///
    /// let names = vec!["Oslo".to_owned(), "Rome".to_owned()];
    /// let cities = Categories { codes: vec![1, 0, 1], names };
    /// let segmentation = Segmentation::of_column(&cities);
    /// assert_eq!(segmentation.names, ["Rome", "Oslo"]);
    /// assert_eq!(segmentation.labels, [0, 1, 0].map(Label::Segment));
    /// ```
    #[must_use]
    pub fn of_column(column: &Categories) -> Self {
        Self::of_most(column, Self::MOST_VALUES)
    }

    /// The same with at most so many values.
    #[must_use]
    pub fn of_most(column: &Categories, most: usize) -> Self {
        let mut customers = vec![0_u64; column.names.len()];
        for &code in column.codes.iter().filter(|&&code| code != NO_CODE) {
            customers[code as usize] += 1;
        }
        let mut values: Vec<usize> =
            (0..customers.len()).filter(|&value| customers[value] > 0).collect();
        values.sort_unstable_by(|&a, &b| {
            let by_customers = customers[b].cmp(&customers[a]);
            by_customers.then_with(|| column.names[a].cmp(&column.names[b]))
        });
        values.truncate(most.min(usize::from(u16::MAX)));
        let mut labels = vec![Label::Unassigned; column.names.len()];
        for (segment, &value) in (0..).zip(&values) {
            labels[value] = Label::Segment(segment);
        }
        let label = |&code: &u32| labels.get(code as usize).copied().unwrap_or(Label::Unassigned);
        Self {
            names: values.iter().map(|&value| column.names[value].clone()).collect(),
            labels: column.codes.iter().map(label).collect(),
        }
    }

    /// Of a clustering of `all` customers. `customers` has the customer of each of its rows, as a position from 0 to
    /// below `all`; customers who have no row, because they lack a value, are unassigned. `names` has one name per
    /// cluster.
    #[must_use]
    pub fn of_clusters(
        clusters: &Clusters,
        customers: &[u32],
        all: usize,
        names: Vec<String>,
    ) -> Self {
        let mut labels = vec![Label::Unassigned; all];
        for (&customer, &label) in customers.iter().zip(&clusters.labels) {
            labels[customer as usize] = Label::Segment(label as u16);
        }
        Self { names, labels }
    }
}

#[cfg(test)]
mod tests {
    use ndarray::array;

    use super::*;
    use crate::cluster::Method;

    #[test]
    fn customers_without_a_row_are_unassigned() {
        let clusters = Clusters {
            method: Method::KMeans,
            centroids: array![[8.5], [1.0]],
            labels: vec![1, 0, 0],
            sizes: vec![2, 1],
            inertia: 0.5,
            total: 38.0,
            iterations: None,
            mixture: None,
            bic: None,
        };
        let names = vec!["large".to_owned(), "small".to_owned()];
        let segmentation = Segmentation::of_clusters(&clusters, &[0, 2, 3], 4, names.clone());
        let [large, small] = [Label::Segment(0), Label::Segment(1)];
        assert_eq!(segmentation.labels, [small, Label::Unassigned, large, large]);
        assert_eq!(segmentation.names, names);
    }

    #[test]
    fn the_values_of_most_customers_come_first_and_the_rest_is_unassigned() {
        // v00 to v59, of which v07 has three customers, v59 two and the others one each.
        let names: Vec<String> = (0..60).map(|value| format!("v{value:02}")).collect();
        let codes: Vec<u32> = (0..60).chain([7, 59, 7, NO_CODE]).collect();
        let found = Segmentation::of_column(&Categories { codes, names });
        assert_eq!(found.names.len(), 50);
        assert_eq!(found.names[..4], ["v07", "v59", "v00", "v01"]);
        assert_eq!(found.names[49], "v48");
        assert_eq!(found.labels[7], Label::Segment(0));
        assert_eq!(found.labels[48], Label::Segment(49));
        assert_eq!(found.labels[49], Label::Unassigned, "the 51st value");
        assert_eq!(
            found.labels[60..],
            [0, 1, 0]
                .map(Label::Segment)
                .into_iter()
                .chain([Label::Unassigned])
                .collect::<Vec<_>>()
        );
        let unassigned = found.labels.iter().filter(|&&label| label == Label::Unassigned).count();
        assert_eq!(unassigned, 11, "v49 to v58 and the empty cell");
    }

    #[test]
    fn tiers_are_three_whoever_is_in_them() {
        let rfm = Rfm { tier: vec![2, 0, 2], ..Rfm::default() };
        let found = Segmentation::of_tiers(&rfm);
        assert_eq!(found.names, ["high", "middle", "low"]);
        assert_eq!(found.labels, [2, 0, 2].map(Label::Segment));
    }
}
