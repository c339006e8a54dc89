//! Two divisions of the same customers against each other.

use serde::Serialize;

use super::{Label, Segmentation};

/// A cross table of two divisions, and how far they agree.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Comparison {
    /// Segments of the first, as its names.
    pub rows: Vec<String>,
    /// Segments of the second.
    pub columns: Vec<String>,
    /// Customers by segment of the first, then of the second.
    pub counts: Vec<Vec<u32>>,
    /// Per segment of the first, customers whom the second leaves unassigned.
    pub only_rows: Vec<u32>,
    /// Per segment of the second, customers whom the first leaves unassigned.
    pub only_columns: Vec<u32>,
    /// Customers whom both leave unassigned.
    pub neither: u32,
    /// Customers whom both assign: the sum of `counts`.
    pub customers: u32,
    /// Adjusted Rand index over them, see [`adjusted_rand_index`]; `None` for fewer than two.
    pub adjusted_rand_index: Option<f64>,
}

/// Holds two divisions against each other. Both have one label per customer, in the same order.
///
/// ```
/// use segmentlab::segments::{Label, Segmentation, compare};
/// let division = |names: [&str; 2], labels: [u16; 4]| Segmentation {
///     names: names.map(str::to_owned).to_vec(),
///     labels: labels.map(Label::Segment).to_vec(),
/// };
/// let found = compare(&division(["a", "b"], [0, 0, 1, 1]), &division(["c", "d"], [1, 1, 0, 0]));
/// assert_eq!(found.counts, [[0, 2], [2, 0]]);
/// assert_eq!(found.adjusted_rand_index, Some(1.0));
/// ```
#[must_use]
pub fn compare(first: &Segmentation, second: &Segmentation) -> Comparison {
    let (rows, columns) = (first.names.len(), second.names.len());
    let mut counts = vec![vec![0; columns]; rows];
    let mut only_rows = vec![0; rows];
    let mut only_columns = vec![0; columns];
    let mut neither = 0;
    for pair in first.labels.iter().zip(&second.labels) {
        match pair {
            (&Label::Segment(row), &Label::Segment(column)) => {
                counts[usize::from(row)][usize::from(column)] += 1;
            }
            (&Label::Segment(row), Label::Unassigned) => only_rows[usize::from(row)] += 1,
            (Label::Unassigned, &Label::Segment(column)) => only_columns[usize::from(column)] += 1,
            (Label::Unassigned, Label::Unassigned) => neither += 1,
        }
    }
    Comparison {
        rows: first.names.clone(),
        columns: second.names.clone(),
        customers: counts.iter().flatten().sum(),
        adjusted_rand_index: adjusted_rand_index(&counts),
        counts,
        only_rows,
        only_columns,
        neither,
    }
}

/// The adjusted Rand index of a cross table (Hubert and Arabie 1985): the share of pairs on which two divisions
/// agree, corrected for chance. 1: the same division; 0: as independent ones; below: less than that. `None` for fewer
/// than two things.
///
/// ```
/// use segmentlab::segments::adjusted_rand_index;
/// // 0, 0, 1, 2 against 0, 0, 1, 1: of 6 pairs the first joins 1, the second 2, both 1.
/// let index = adjusted_rand_index(&[vec![2, 0], vec![0, 1], vec![0, 1]]).unwrap();
/// assert!((index - 4.0 / 7.0).abs() < 1e-15);
/// ```
#[must_use]
pub fn adjusted_rand_index(counts: &[Vec<u32>]) -> Option<f64> {
    // Whole numbers: sums of pairs of 100 million customers stay far below 2^63.
    let pairs = |n: u64| n * n.saturating_sub(1) / 2;
    let of = |n: &u32| u64::from(*n);
    let columns = counts.first().map_or(0, Vec::len);
    let all: u64 = counts.iter().flatten().map(of).sum();
    if all < 2 {
        return None;
    }
    let both: u64 = counts.iter().flatten().map(|n| pairs(of(n))).sum();
    let first: u64 = counts.iter().map(|row| pairs(row.iter().map(of).sum())).sum();
    let second: u64 =
        (0..columns).map(|at| pairs(counts.iter().map(|row| of(&row[at])).sum())).sum();
    let expected = first as f64 / pairs(all) as f64 * second as f64;
    let greatest = (first as f64 + second as f64) / 2.0;
    // Only where both divisions are the same trivial one: all together, or each alone.
    if greatest == expected {
        return Some(1.0);
    }
    Some((both as f64 - expected) / (greatest - expected))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn division(segments: u16, labels: &[i32]) -> Segmentation {
        let label = |&label: &i32| u16::try_from(label).map_or(Label::Unassigned, Label::Segment);
        Segmentation {
            names: (0..segments).map(|name| name.to_string()).collect(),
            labels: labels.iter().map(label).collect(),
        }
    }

    fn index(first: &[i32], second: &[i32]) -> f64 {
        let found = compare(&division(4, first), &division(4, second));
        found.adjusted_rand_index.unwrap_or(f64::NAN)
    }

    #[test]
    fn figures_of_scikit_learns_documentation() {
        assert_eq!(index(&[0, 0, 1, 1], &[0, 0, 1, 1]), 1.0);
        assert_eq!(index(&[0, 0, 1, 1], &[1, 1, 0, 0]), 1.0);
        assert!((index(&[0, 0, 1, 2], &[0, 0, 1, 1]) - 0.571_428_571).abs() < 1e-9);
        assert!((index(&[0, 0, 1, 1], &[0, 0, 1, 2]) - 0.571_428_571).abs() < 1e-9);
        assert_eq!(index(&[0, 0, 0, 0], &[0, 1, 2, 3]), 0.0);
        assert!((index(&[0, 0, 1, 1], &[0, 1, 0, 1]) + 0.5).abs() < 1e-15);
    }

    #[test]
    fn the_same_trivial_division_agrees_with_itself() {
        assert_eq!(index(&[0, 0, 0], &[2, 2, 2]), 1.0);
        assert_eq!(index(&[0, 1, 2], &[2, 1, 0]), 1.0);
    }

    #[test]
    fn unassigned_customers_are_counted_apart_and_do_not_count_towards_the_index() {
        let first = division(2, &[0, 0, 1, 1, -1, -1, 1]);
        let second = division(2, &[1, 1, 0, 0, 0, -1, -1]);
        let found = compare(&first, &second);
        assert_eq!(found.counts, [[0, 2], [2, 0]]);
        assert_eq!(found.only_rows, [0, 1]);
        assert_eq!(found.only_columns, [1, 0]);
        assert_eq!((found.neither, found.customers), (1, 4));
        assert_eq!(found.adjusted_rand_index, Some(1.0));
    }

    #[test]
    fn fewer_than_two_customers_agree_on_nothing() {
        let found = compare(&division(2, &[0, -1]), &division(2, &[1, 1]));
        assert_eq!(found.adjusted_rand_index, None);
    }
}
