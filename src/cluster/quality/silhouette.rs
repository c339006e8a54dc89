//! Silhouettes: how much nearer a point is to its own cluster than to the next one.

use ndarray::ArrayView2;

use super::super::{Stream, chance, sample};

/// Up to so many points silhouettes are exact; of more, a sample of so many is drawn. Time grows with the square.
pub const SILHOUETTE_POINTS: usize = 6_000;

/// Points whose distances are held at a time: they stay in the fastest cache.
const BLOCK: usize = 512;

/// Silhouettes of points, exact up to [`SILHOUETTE_POINTS`], else of a sample against itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Silhouettes {
    /// Rows they were computed for, ascending.
    pub rows: Vec<u32>,
    /// One per such row, -1 to 1.
    pub values: Vec<f64>,
    /// Their mean.
    pub mean: f64,
}

/// Silhouettes (Rousseeuw 1987): (b - a) / max(a, b), where a is the mean distance to the others of the own cluster
/// and b the least mean distance to another cluster; 0 for a point alone in its cluster. `labels` has one cluster per
/// row. The sample is the same for all clusterings of the same number of rows.
///
/// `None` where all points drawn are of one cluster: what is not divided has no silhouette.
///
/// ```
/// use ndarray::array;
/// use segmentlab::cluster::quality::silhouettes;
/// let rows = array![[0.0], [1.0], [10.0]];
/// let found = silhouettes(rows.view(), &[0, 0, 1]).unwrap();
/// assert_eq!(found.values, [0.9, 8.0 / 9.0, 0.0]); // (10 - 1) / 10, (9 - 1) / 9, alone
/// assert_eq!(silhouettes(rows.view(), &[0, 0, 0]), None);
/// ```
#[must_use]
pub fn silhouettes(rows: ArrayView2<'_, f64>, labels: &[u32]) -> Option<Silhouettes> {
    silhouettes_of(rows, labels, SILHOUETTE_POINTS)
}

fn silhouettes_of(rows: ArrayView2<'_, f64>, labels: &[u32], most: usize) -> Option<Silhouettes> {
    let drawn = sample(rows.nrows(), most, chance(0, Stream::Silhouette, 0));
    let labels: Vec<usize> = drawn.iter().map(|&row| labels[row as usize] as usize).collect();
    let mut sizes = vec![0_u32; labels.iter().max()? + 1];
    labels.iter().for_each(|&label| sizes[label] += 1);
    if sizes.iter().filter(|&&size| size > 0).count() < 2 {
        return None;
    }
    let columns: Vec<Vec<f64>> = rows
        .columns()
        .into_iter()
        .map(|column| drawn.iter().map(|&row| column[row as usize]).collect())
        .collect();
    let mut values = Vec::with_capacity(drawn.len());
    for start in (0..drawn.len()).step_by(BLOCK) {
        let block = start..(start + BLOCK).min(drawn.len());
        let sums = distance_sums(&columns, &labels, sizes.len(), block.clone());
        for (at, point) in block.clone().enumerate() {
            let to = |cluster: usize| sums[cluster * block.len() + at];
            values.push(silhouette(labels[point], &sizes, to));
        }
    }
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    Some(Silhouettes { rows: drawn, values, mean })
}

/// Sums of the distances of a block's points to the points of each cluster: cluster by cluster, one per point of the
/// block. Points of the block are the inner loop, so that several are done at once.
fn distance_sums(
    columns: &[Vec<f64>],
    labels: &[usize],
    clusters: usize,
    block: std::ops::Range<usize>,
) -> Vec<f64> {
    let width = block.len();
    let mut sums = vec![0.0; clusters * width];
    let mut squares = vec![0.0_f64; width];
    for (other, &label) in labels.iter().enumerate() {
        squares.fill(0.0);
        for column in columns {
            let from = column[other];
            for (square, &to) in squares.iter_mut().zip(&column[block.clone()]) {
                let apart = to - from;
                *square += apart * apart;
            }
        }
        let own = &mut sums[label * width..(label + 1) * width];
        for (sum, square) in own.iter_mut().zip(&squares) {
            *sum += square.sqrt();
        }
    }
    sums
}

/// The silhouette of a point of cluster `own`; `to` is the sum of its distances to a cluster's points.
fn silhouette(own: usize, sizes: &[u32], to: impl Fn(usize) -> f64) -> f64 {
    if sizes[own] == 1 {
        return 0.0;
    }
    let within = to(own) / f64::from(sizes[own] - 1);
    let others = (0..sizes.len()).filter(|&other| other != own && sizes[other] > 0);
    let next =
        others.map(|other| to(other) / f64::from(sizes[other])).fold(f64::INFINITY, f64::min);
    let greater = within.max(next);
    // All points in question are the same one.
    if greater == 0.0 { 0.0 } else { (next - within) / greater }
}

#[cfg(test)]
mod tests {
    use ndarray::{Array2, array};

    use super::*;

    #[test]
    fn equal_points_in_two_clusters_have_silhouette_0() {
        let found = silhouettes(Array2::zeros((4, 2)).view(), &[0, 0, 1, 1]);
        assert_eq!(found.map(|found| found.values), Some(vec![0.0; 4]));
    }

    #[test]
    fn a_cluster_without_points_is_no_neighbour() {
        let rows = array![[0.0], [1.0], [10.0], [11.0]];
        let found = silhouettes(rows.view(), &[0, 0, 3, 3]);
        assert_eq!(found, silhouettes(rows.view(), &[0, 0, 1, 1]));
    }

    #[test]
    fn blocks_leave_no_trace() {
        // A line of points: the sums of distances along it are whole numbers.
        let n = BLOCK + 3;
        let rows = Array2::from_shape_fn((n, 1), |(row, _)| row as f64);
        let labels: Vec<u32> = (0..n).map(|row| u32::from(row > 99)).collect();
        let found = silhouettes(rows.view(), &labels).map(|found| found.values);
        // The last point: 99 others from 100 to n - 2 in its own cluster; 100 from 0 to 99 in the other.
        let last = (n - 1) as f64;
        let own: f64 = (100..n - 1).map(|row| last - row as f64).sum::<f64>() / (n - 101) as f64;
        let next = (0..100).map(|row| last - f64::from(row)).sum::<f64>() / 100.0;
        assert_eq!(found.and_then(|values| values.last().copied()), Some((next - own) / next));
    }

    #[test]
    fn a_sample_has_its_size_and_comes_near() {
        let rows = Array2::from_shape_fn((2000, 2), |(row, column)| {
            let cluster = (row % 4) as f64 * 10.0;
            cluster + ((row * 7 + column * 13) % 31) as f64 / 10.0
        });
        let labels: Vec<u32> = (0..2000).map(|row| row % 4).collect();
        let all = silhouettes_of(rows.view(), &labels, 2000).map(|found| found.mean);
        let some = silhouettes_of(rows.view(), &labels, 500);
        let (all, some) =
            (all.unwrap_or(f64::NAN), some.map(|found| (found.rows.len(), found.mean)));
        let (size, mean) = some.unwrap_or_default();
        assert_eq!(size, 500);
        assert!((mean - all).abs() < 0.01, "{mean} against {all}");
    }
}
