//! One label per customer, whatever the method.

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
