//! Combinations of what divides the customers.

use crate::error::Error;
use crate::segments::Segmentation;

/// Dimensions of a grid at most.
pub const MOST_DIMENSIONS: usize = 3;

/// Cells of a grid at most.
pub const MOST_CELLS: usize = 100_000;

/// Stands for a customer who is in no cell.
const OUTSIDE: u32 = u32::MAX;

/// The cells of up to three divisions of the same customers: every combination of their segments, the last division
/// running fastest. A customer whom one of the divisions leaves unassigned is outside.
///
/// ```
/// use segmentlab::coverage::Grid;
/// use segmentlab::segments::{Label, Segmentation};
///
/// let division = |names: [&str; 2], labels: [Label; 3]| Segmentation {
///     names: names.map(String::from).to_vec(),
///     labels: labels.to_vec(),
/// };
/// let region = division(["north", "south"], [0, 1, 1].map(Label::Segment));
/// let tier = division(["high", "low"], [Label::Segment(1), Label::Segment(0), Label::Unassigned]);
/// let grid = Grid::of(&[&region, &tier])?;
/// assert_eq!((grid.len(), grid.outside()), (4, 1));
/// assert_eq!(grid.cell(0), Some(1));
/// assert_eq!(grid.place(1), [0, 1]);
/// # Ok::<(), segmentlab::error::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// Names of the segments of each division.
    pub names: Vec<Vec<String>>,
    /// The cell of each customer.
    cells: Vec<u32>,
}

impl Grid {
    /// # Errors
    /// [`Error::BadGrid`] if there is no division or there are more than [`MOST_DIMENSIONS`], one of them is of other
    /// customers or has no segment, or the cells are more than [`MOST_CELLS`].
    pub fn of(divisions: &[&Segmentation]) -> Result<Self, Error> {
        let cells: usize = divisions.iter().map(|division| division.names.len()).product();
        let customers = divisions.first().map_or(0, |division| division.labels.len());
        let is_even = divisions.iter().all(|division| division.labels.len() == customers);
        if !(1..=MOST_DIMENSIONS).contains(&divisions.len())
            || !is_even
            || !(1..=MOST_CELLS).contains(&cells)
        {
            return Err(Error::BadGrid { dimensions: divisions.len(), cells });
        }
        let mut of_customers = vec![0_u32; customers];
        for division in divisions {
            let size = division.names.len() as u32;
            for (cell, label) in of_customers.iter_mut().zip(&division.labels) {
                *cell = match label.segment() {
                    Some(segment) if *cell != OUTSIDE => *cell * size + segment as u32,
                    _ => OUTSIDE,
                };
            }
        }
        let names = divisions.iter().map(|division| division.names.clone()).collect();
        Ok(Self { names, cells: of_customers })
    }

    /// Cells, those without customers too.
    #[must_use]
    #[allow(clippy::len_without_is_empty, reason = "a grid has at least one cell")]
    pub fn len(&self) -> usize {
        self.names.iter().map(Vec::len).product()
    }

    /// The cell of a customer; `None` outside.
    #[must_use]
    pub fn cell(&self, customer: usize) -> Option<usize> {
        let cell = self.cells[customer];
        (cell != OUTSIDE).then_some(cell as usize)
    }

    /// The cell of each customer, in their order.
    pub fn of_customers(&self) -> impl Iterator<Item = Option<usize>> + '_ {
        (0..self.cells.len()).map(|customer| self.cell(customer))
    }

    /// Customers in no cell.
    #[must_use]
    pub fn outside(&self) -> usize {
        self.cells.iter().filter(|&&cell| cell == OUTSIDE).count()
    }

    /// The segment of each division that meet in a cell.
    #[must_use]
    pub fn place(&self, cell: usize) -> Vec<usize> {
        let mut left = cell;
        let mut place: Vec<usize> = self
            .names
            .iter()
            .rev()
            .map(|names| {
                let segment = left % names.len();
                left /= names.len();
                segment
            })
            .collect();
        place.reverse();
        place
    }

    /// The names of the segments that meet in a cell.
    pub(super) fn name(&self, cell: usize) -> String {
        let names = self.names.iter().zip(self.place(cell)).map(|(names, at)| names[at].as_str());
        names.collect::<Vec<_>>().join(" · ")
    }

    /// The cell in which these segments meet; `None` if there is no such segment.
    #[must_use]
    pub fn at(&self, place: &[usize]) -> Option<usize> {
        if place.len() != self.names.len() {
            return None;
        }
        place.iter().zip(&self.names).try_fold(0, |cell, (&segment, names)| {
            (segment < names.len()).then(|| cell * names.len() + segment)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segments::Label;

    fn division(names: usize, labels: &[Option<u16>]) -> Segmentation {
        Segmentation {
            names: (0..names).map(|name| name.to_string()).collect(),
            labels: labels
                .iter()
                .map(|label| label.map_or(Label::Unassigned, Label::Segment))
                .collect(),
        }
    }

    #[test]
    fn places_and_cells_are_each_other_turned_round() {
        let [a, b, c] = [2, 3, 4].map(|names| division(names, &[Some(1), None]));
        let grid = Grid::of(&[&a, &b, &c]).unwrap();
        assert_eq!(grid.len(), 24);
        for cell in 0..24 {
            assert_eq!(grid.at(&grid.place(cell)), Some(cell));
        }
        assert_eq!(grid.place(23), [1, 2, 3]);
        assert_eq!(grid.at(&[1, 3, 0]), None);
        assert_eq!(grid.at(&[1, 1]), None);
        assert_eq!(grid.cell(0), grid.at(&[1, 1, 1]));
        assert_eq!((grid.cell(1), grid.outside()), (None, 1));
    }

    #[test]
    fn whoever_lacks_one_division_is_outside() {
        let a = division(2, &[Some(0), None, Some(1), Some(1)]);
        let b = division(2, &[None, Some(0), Some(0), Some(1)]);
        let grid = Grid::of(&[&a, &b]).unwrap();
        assert!(grid.of_customers().eq([None, None, Some(2), Some(3)]));
    }

    #[test]
    fn what_is_no_grid_is_refused() {
        let fine = division(2, &[Some(0)]);
        let other = division(2, &[Some(0), Some(1)]);
        let empty = division(0, &[None]);
        let large = division(60_000, &[Some(0)]);
        for divisions in
            [&[][..], &[&fine; 4], &[&fine, &other], &[&fine, &empty], &[&fine, &large]]
        {
            assert!(matches!(Grid::of(divisions), Err(Error::BadGrid { .. })), "{divisions:?}");
        }
    }
}
