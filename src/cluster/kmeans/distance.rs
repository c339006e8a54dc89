//! The squared distance, computed in one way everywhere, so that every path to a label gives the same label.

use ndarray::{ArrayView1, ArrayView2};

/// Sums of squares run in four lanes that are added at the end: compilers make vectors of them, and as the order of
/// additions is written down, every machine gets the same bits. Columns of nothing but zeros change no bit.
#[inline(always)]
pub(super) fn squared(a: &[f64], b: &[f64]) -> f64 {
    let (a4, a_rest) = a.as_chunks::<4>();
    let (b4, b_rest) = b.as_chunks::<4>();
    let mut lanes = [0.0; 4];
    for (a, b) in a4.iter().zip(b4) {
        for lane in 0..4 {
            let apart = a[lane] - b[lane];
            lanes[lane] += apart * apart;
        }
    }
    for (lane, (a, b)) in lanes.iter_mut().zip(a_rest.iter().zip(b_rest)) {
        *lane += (a - b) * (a - b);
    }
    (lanes[0] + lanes[2]) + (lanes[1] + lanes[3])
}

/// The nearest centroid and its squared distance; of equally near ones the first.
pub(in crate::cluster) fn nearest(
    row: ArrayView1<'_, f64>,
    centroids: ArrayView2<'_, f64>,
) -> (usize, f64) {
    let mut best = (0, f64::INFINITY);
    for (label, centroid) in centroids.outer_iter().enumerate() {
        let mut lanes = [0.0; 4];
        for (column, (a, b)) in row.iter().zip(centroid).enumerate() {
            lanes[column % 4] += (a - b) * (a - b);
        }
        let distance = (lanes[0] + lanes[2]) + (lanes[1] + lanes[3]);
        if distance < best.1 {
            best = (label, distance);
        }
    }
    best
}
