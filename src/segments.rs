//! One label per customer, whatever the method.

/// A customer's segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Label {
    /// None of the segments.
    Unassigned,
    /// Index into the segmentation's names.
    Segment(u16),
}

/// A way to divide customers: names and one label each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segmentation {
    /// Keys of shipped sets, or the user's own names.
    pub names: Vec<String>,
    /// One label per customer, in the order of `Customers`.
    pub labels: Vec<Label>,
}
