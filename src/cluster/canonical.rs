//! The order clusters are numbered in.

use std::cmp::Ordering;

use ndarray::ArrayView2;

/// Clusters in canonical order: by descending mean of the leading feature, ties by the first, the next and so on. A
/// rerun keeps its colours.
pub(super) fn canonical(centroids: ArrayView2<'_, f64>, lead: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..centroids.nrows()).collect();
    order.sort_by(|&a, &b| {
        let leading = (&centroids[[b, lead]], &centroids[[a, lead]]);
        let others = centroids.row(b).into_iter().zip(centroids.row(a));
        let mut pairs = std::iter::once(leading).chain(others);
        let unequal = pairs.find_map(|(b, a)| Some(b.total_cmp(a)).filter(|order| order.is_ne()));
        unequal.unwrap_or(Ordering::Equal)
    });
    order
}
