//! Which way points are kept and assigned, by their number of features.

use ndarray::{Array2, ArrayView2};

use super::{Assign, Bounds, Filter, Flat, FlatSeeding, Rows, Seeding, Tree, TreeSeeding};

/// Points in canonical order: in a tree where features are few, else side by side.
#[derive(Debug, Clone)]
pub(super) enum Space {
    Two(Tree<2>),
    Four(Tree<4>),
    Six(Tree<6>),
    Eight(Tree<8>),
    Many(Flat),
}

impl Space {
    /// Takes in rows; with them comes the place each of the points in order had among the rows.
    pub fn new(rows: ArrayView2<'_, f64>) -> (Self, Vec<u32>) {
        fn with<T>((points, order): (T, Vec<u32>), wrap: fn(T) -> Space) -> (Space, Vec<u32>) {
            (wrap(points), order)
        }
        let rows = rows.as_standard_layout();
        let (values, columns) = (rows.as_slice().unwrap_or_default(), rows.ncols());
        match columns {
            0..=2 => with(Tree::new(values, columns), Self::Two),
            3..=4 => with(Tree::new(values, columns), Self::Four),
            5..=6 => with(Tree::new(values, columns), Self::Six),
            7..=8 => with(Tree::new(values, columns), Self::Eight),
            _ => with(Flat::new(values, columns), Self::Many),
        }
    }

    pub fn rows(&self) -> Rows<'_> {
        fn of<const D: usize>(tree: &Tree<D>) -> Rows<'_> {
            Rows { values: tree.rows.as_flattened(), stride: D }
        }
        match self {
            Self::Two(tree) => of(tree),
            Self::Four(tree) => of(tree),
            Self::Six(tree) => of(tree),
            Self::Eight(tree) => of(tree),
            Self::Many(flat) => Rows { values: &flat.values, stride: flat.stride },
        }
    }

    /// What assigns the points to `k` centroids.
    pub fn assigning(&self, k: usize) -> Box<dyn Assign + '_> {
        match self {
            Self::Two(tree) => Box::new(Filter::new(tree, k)),
            Self::Four(tree) => Box::new(Filter::new(tree, k)),
            Self::Six(tree) => Box::new(Filter::new(tree, k)),
            Self::Eight(tree) => Box::new(Filter::new(tree, k)),
            Self::Many(flat) => Box::new(Bounds::new(flat, k)),
        }
    }

    /// What tells how far the points are from seeds, of which there is none yet.
    pub fn seeding(&self) -> Box<dyn Seeding + '_> {
        match self {
            Self::Two(tree) => Box::new(TreeSeeding::new(tree)),
            Self::Four(tree) => Box::new(TreeSeeding::new(tree)),
            Self::Six(tree) => Box::new(TreeSeeding::new(tree)),
            Self::Eight(tree) => Box::new(TreeSeeding::new(tree)),
            Self::Many(flat) => Box::new(FlatSeeding::new(flat)),
        }
    }

    /// Centroids row by row, each filled up with zeros to the stride of the points.
    pub fn filled_up(&self, centroids: ArrayView2<'_, f64>) -> Vec<f64> {
        let stride = self.rows().stride;
        let mut filled = vec![0.0; centroids.nrows() * stride];
        for (to, from) in filled.chunks_exact_mut(stride).zip(centroids.outer_iter()) {
            to.iter_mut().zip(from).for_each(|(to, from)| *to = from + 0.0);
        }
        filled
    }

    /// The reverse, into an array of the shape wanted.
    pub fn cut_back(&self, filled: &[f64], mut into: Array2<f64>) -> Array2<f64> {
        let stride = self.rows().stride;
        for (mut to, from) in into.outer_iter_mut().zip(filled.chunks_exact(stride)) {
            to.iter_mut().zip(from).for_each(|(to, from)| *to = *from);
        }
        into
    }
}
