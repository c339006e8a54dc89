//! The customers of each segment.

use crate::segments::{Label, Segmentation};

/// Customers side by side by segment, ascending within one. Segments that nobody is in have no place.
#[derive(Debug)]
pub(super) struct Members {
    /// The place of each in the names of the segmentation, ascending.
    segments: Vec<u32>,
    /// Where each begins, and the end.
    bounds: Vec<usize>,
    customers: Vec<u32>,
}

impl Members {
    pub(super) fn of(segmentation: &Segmentation) -> Self {
        let mut next = vec![0; segmentation.names.len()];
        for label in &segmentation.labels {
            if let Label::Segment(segment) = *label {
                next[usize::from(segment)] += 1;
            }
        }
        let mut members = Self { segments: Vec::new(), bounds: vec![0], customers: Vec::new() };
        let mut end = 0;
        for (segment, next) in (0..).zip(&mut next) {
            let size: usize = *next;
            *next = end;
            if size > 0 {
                end += size;
                members.segments.push(segment);
                members.bounds.push(end);
            }
        }
        members.customers.resize(end, 0);
        for (customer, label) in (0..).zip(&segmentation.labels) {
            if let Label::Segment(segment) = *label {
                let next = &mut next[usize::from(segment)];
                members.customers[*next] = customer;
                *next += 1;
            }
        }
        members
    }

    /// Customers who have a segment.
    pub(super) fn total(&self) -> usize {
        self.customers.len()
    }

    /// How many segments somebody is in.
    pub(super) fn len(&self) -> usize {
        self.segments.len()
    }

    /// Which segment it is, as a place in the names of the segmentation.
    pub(super) fn segment(&self, at: usize) -> u32 {
        self.segments[at]
    }

    /// Its customers.
    pub(super) fn of_segment(&self, at: usize) -> &[u32] {
        &self.customers[self.bounds[at]..self.bounds[at + 1]]
    }

    /// The customers of each segment.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[u32]> {
        (0..self.len()).map(|at| self.of_segment(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn customers_stand_by_segment_and_empty_ones_have_no_place() {
        let labels = [2, 0, 9, 2, 0, 0].map(|label| match label {
            9 => Label::Unassigned,
            segment => Label::Segment(segment),
        });
        let names = ["a", "b", "c", "d"].map(str::to_owned).to_vec();
        let members = Members::of(&Segmentation { names, labels: labels.to_vec() });
        assert_eq!((members.total(), members.len()), (5, 2));
        assert_eq!((members.segment(0), members.of_segment(0)), (0, &[1, 4, 5][..]));
        assert_eq!((members.segment(1), members.of_segment(1)), (2, &[0, 3][..]));
    }
}
