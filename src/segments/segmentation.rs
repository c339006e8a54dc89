//! One label per customer, whatever the method.

use crate::cluster::Clusters;
use crate::rfm::Rfm;

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

impl Segmentation {
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
}
