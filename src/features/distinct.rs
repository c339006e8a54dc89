//! Rows of a matrix that differ.

use std::collections::HashSet;
use std::hash::{Hash, Hasher};

use foldhash::fast::FixedState;
use ndarray::ArrayView2;

/// A row without NaN.
struct Row<'a>(&'a [f64]);

impl PartialEq for Row<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl Eq for Row<'_> {}

impl Hash for Row<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        for value in self.0 {
            // Zero equals minus zero, so they have to meet.
            state.write_u64((value + 0.0).to_bits());
        }
    }
}

/// How many different rows there are.
pub(super) fn distinct_rows(matrix: ArrayView2<'_, f64>) -> u32 {
    let matrix = matrix.as_standard_layout();
    let mut seen = HashSet::with_capacity_and_hasher(matrix.nrows(), FixedState::default());
    matrix.rows().into_iter().filter_map(|row| row.to_slice()).map(Row).for_each(|row| {
        seen.insert(row);
    });
    seen.len() as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn equal_rows_count_once() {
        let matrix = array![[1.0, 0.0], [1.0, -0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 2.0]];
        assert_eq!(distinct_rows(matrix.view()), 3);
        assert_eq!(distinct_rows(matrix.t()), 2, "columns may lie apart");
    }
}
