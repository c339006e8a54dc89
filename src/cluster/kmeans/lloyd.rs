//! Lloyd's algorithm, over whatever assigns points fast: Lloyd, "Least squares quantization in PCM", IEEE
//! Transactions on Information Theory 28 (1982).

use super::squared;

/// Points that are summed up at a time: sums of sums lose less to rounding.
const BLOCK: usize = 256;

/// Assigns points to centroids, pass after pass. Rows of centroids and sums have the stride of the points.
pub(super) trait Assign {
    /// Assigns every point to its nearest centroid, of equally near ones to the first. Whether any label is another
    /// than after the pass before.
    fn assign(&mut self, centroids: &[f64]) -> bool;
    /// The sum and the number of the points of each cluster.
    fn totals(&self) -> (&[f64], &[f64]);
    /// Moves a point to another cluster.
    fn give(&mut self, point: usize, from: usize, to: usize);
    /// The label of each point.
    fn labels(&mut self) -> &[u32];
}

/// Points in canonical order.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rows<'a> {
    pub values: &'a [f64],
    pub stride: usize,
}

/// When a run stops before no label changes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limit {
    pub iterations: u32,
    /// What the squared shifts of all centroids may sum up to.
    pub shift: f64,
}

/// Moves centroids until no label changes or a limit is reached; the inertia and the iterations it took.
///
/// The last centroids are means computed from the labels alone, and the inertia from both, in an order of their own:
/// a partition comes out as the same bytes, whichever way led to it.
pub(super) fn lloyd(
    points: &mut dyn Assign,
    rows: Rows<'_>,
    centroids: &mut [f64],
    limit: Limit,
) -> (f64, u32) {
    let mut before = vec![0.0; centroids.len()];
    let mut iterations = 0;
    let mut settled = false;
    let mut refilled = false;
    while iterations < limit.iterations {
        iterations += 1;
        settled = !points.assign(centroids) && !refilled;
        if settled {
            break;
        }
        refilled = refill(points, rows, centroids);
        before.copy_from_slice(centroids);
        let (sums, sizes) = points.totals();
        means(sums, sizes, rows.stride, centroids);
        let shift: f64 = before.iter().zip(&*centroids).map(|(a, b)| (a - b) * (a - b)).sum();
        if shift <= limit.shift && !refilled && limit.shift > 0.0 {
            break;
        }
    }
    if !settled {
        points.assign(centroids);
    }
    let labels = points.labels();
    if settled {
        let (sums, sizes) = totals(rows, labels, centroids.len());
        means(&sums, &sizes, rows.stride, centroids);
    }
    (inertia(rows, labels, centroids), iterations)
}

/// Gives every empty cluster the point farthest from its own centroid. Points equal to one that was just given away
/// stay, and so does the last point of a cluster; a cluster may then remain empty. Whether any was refilled.
fn refill(points: &mut dyn Assign, rows: Rows<'_>, centroids: &[f64]) -> bool {
    let empty: Vec<usize> = points
        .totals()
        .1
        .iter()
        .enumerate()
        .filter(|(_, size)| **size == 0.0)
        .map(|it| it.0)
        .collect();
    if empty.is_empty() {
        return false;
    }
    let stride = rows.stride;
    let labels = points.labels().to_vec();
    let mut given: Vec<&[f64]> = Vec::new();
    for to in empty {
        let sizes = points.totals().1;
        let mut farthest = (None, 0.0);
        for ((at, row), &label) in rows.values.chunks_exact(stride).enumerate().zip(&labels) {
            let apart = squared(row, &centroids[label as usize * stride..][..stride]);
            if apart > farthest.1 && sizes[label as usize] > 1.0 && !given.contains(&row) {
                farthest = (Some((at, row, label as usize)), apart);
            }
        }
        let Some((at, row, from)) = farthest.0 else { break };
        given.push(row);
        points.give(at, from, to);
    }
    !given.is_empty()
}

/// Centroids of clusters that are not empty; the others stay where they are.
pub(super) fn means(sums: &[f64], sizes: &[f64], stride: usize, centroids: &mut [f64]) {
    let clusters = sums.chunks_exact(stride).zip(sizes);
    for (centroid, (sum, &size)) in centroids.chunks_exact_mut(stride).zip(clusters) {
        if size > 0.0 {
            centroid.iter_mut().zip(sum).for_each(|(mean, sum)| *mean = sum / size);
        }
    }
}

pub(super) fn totals(rows: Rows<'_>, labels: &[u32], values: usize) -> (Vec<f64>, Vec<f64>) {
    let stride = rows.stride;
    let mut sums = vec![0.0; values];
    let mut sizes = vec![0.0; values / stride];
    let mut some = vec![0.0; values];
    for (rows, labels) in rows.values.chunks(BLOCK * stride).zip(labels.chunks(BLOCK)) {
        some.fill(0.0);
        for (row, &label) in rows.chunks_exact(stride).zip(labels) {
            let sum = &mut some[label as usize * stride..][..stride];
            sum.iter_mut().zip(row).for_each(|(sum, value)| *sum += value);
            sizes[label as usize] += 1.0;
        }
        sums.iter_mut().zip(&some).for_each(|(sum, some)| *sum += some);
    }
    (sums, sizes)
}

pub(super) fn inertia(rows: Rows<'_>, labels: &[u32], centroids: &[f64]) -> f64 {
    let stride = rows.stride;
    let blocks = rows.values.chunks(BLOCK * stride).zip(labels.chunks(BLOCK));
    let sums = blocks.map(|(rows, labels)| {
        let pairs = rows.chunks_exact(stride).zip(labels);
        pairs
            .map(|(row, &label)| squared(row, &centroids[label as usize * stride..][..stride]))
            .sum::<f64>()
    });
    sums.sum()
}

/// The mean over the first columns of their variances (divided by the number of rows).
pub(super) fn mean_variance(rows: Rows<'_>, columns: usize) -> f64 {
    let labels = vec![0; rows.values.len() / rows.stride];
    let (mut mean, sizes) = totals(rows, &labels, rows.stride);
    mean.iter_mut().for_each(|sum| *sum /= sizes[0].max(1.0));
    inertia(rows, &labels, &mean) / sizes[0].max(1.0) / columns.max(1) as f64
}
