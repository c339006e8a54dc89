//! Calinski-Harabasz and Davies-Bouldin.

use ndarray::{Array2, ArrayView2};

use super::silhouettes;

/// Measures of a clustering.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quality {
    /// Mean silhouette; `None` where [`silhouettes`] gives none.
    pub silhouette: Option<f64>,
    /// Points the silhouette was computed for.
    pub sample: u32,
    /// See [`calinski_harabasz`].
    pub calinski_harabasz: Option<f64>,
    /// See [`davies_bouldin`].
    pub davies_bouldin: Option<f64>,
}

/// All measures of a clustering; `labels` has one cluster per row.
///
/// ```
/// use ndarray::array;
/// use segmentlab::cluster::quality::quality;
/// let rows = array![[0.0], [2.0], [10.0], [12.0]];
/// let found = quality(rows.view(), &[0, 0, 1, 1]);
/// // Between: 4 * 25 over 1; within: 4 over 2.
/// assert_eq!(found.calinski_harabasz, Some(50.0));
/// // (1 + 1) / 10.
/// assert_eq!(found.davies_bouldin, Some(0.2));
/// ```
#[must_use]
pub fn quality(rows: ArrayView2<'_, f64>, labels: &[u32]) -> Quality {
    let found = silhouettes(rows, labels);
    let groups = Groups::of(rows, labels);
    Quality {
        silhouette: found.as_ref().map(|found| found.mean),
        sample: found.map_or(0, |found| found.rows.len() as u32),
        calinski_harabasz: calinski_harabasz(&groups),
        davies_bouldin: davies_bouldin(&groups),
    }
}

/// Clusters that have points.
struct Groups {
    means: Array2<f64>,
    sizes: Vec<f64>,
    /// Sum of squared distances to the own mean.
    within: f64,
    /// Per cluster, mean distance to its mean.
    scatter: Vec<f64>,
    /// Mean of all.
    mean: Vec<f64>,
}

impl Groups {
    fn of(rows: ArrayView2<'_, f64>, labels: &[u32]) -> Self {
        // Clusters without points are passed over.
        let mut used = vec![0; labels.iter().max().map_or(0, |&last| last as usize + 1)];
        labels.iter().for_each(|&label| used[label as usize] = 1);
        let mut count = 0;
        for used in &mut used {
            count += *used;
            *used = count - *used;
        }
        let place = |row: usize| used[labels[row] as usize];
        let mut means = Array2::<f64>::zeros((count, rows.ncols()));
        let mut sizes = vec![0.0; count];
        for (row, values) in rows.outer_iter().enumerate() {
            let mut sums = means.row_mut(place(row));
            sums += &values;
            sizes[place(row)] += 1.0;
        }
        let n = rows.nrows() as f64;
        let mean = means.columns().into_iter().map(|column| column.iter().sum::<f64>() / n);
        let mean = mean.collect();
        for (mut sums, &size) in means.outer_iter_mut().zip(&sizes) {
            sums /= size;
        }
        let mut within = 0.0;
        let mut scatter = vec![0.0; count];
        for (row, values) in rows.outer_iter().enumerate() {
            let square = square(values.iter().zip(means.row(place(row))));
            within += square;
            scatter[place(row)] += square.sqrt();
        }
        scatter.iter_mut().zip(&sizes).for_each(|(scatter, size)| *scatter /= size);
        Self { means, sizes, within, scatter, mean }
    }
}

fn square<'a>(pairs: impl Iterator<Item = (&'a f64, &'a f64)>) -> f64 {
    pairs.map(|(a, b)| (a - b) * (a - b)).sum()
}

/// What rounding leaves of squares within clusters whose points are all equal, as a share of those between.
const ROUNDING: f64 = 1e-24;

/// Squares between clusters over k - 1, to squares within them over n - k (Calinski and Harabasz 1974); large is
/// good. `None` for one cluster, and where no point departs from its cluster's mean.
fn calinski_harabasz(groups: &Groups) -> Option<f64> {
    let (n, k) = (groups.sizes.iter().sum::<f64>(), groups.sizes.len() as f64);
    let means = groups.means.outer_iter().zip(&groups.sizes);
    let between: f64 = means.map(|(mean, size)| size * square(mean.iter().zip(&groups.mean))).sum();
    if k < 2.0 || groups.within <= ROUNDING * between {
        return None;
    }
    Some(between / (k - 1.0) / (groups.within / (n - k)))
}

/// Mean over the clusters of the greatest (scatter + scatter of another) / distance of the means (Davies and Bouldin
/// 1979), where scatter is the mean distance to the mean; small is good. `None` for one cluster.
fn davies_bouldin(groups: &Groups) -> Option<f64> {
    let k = groups.sizes.len();
    if k < 2 {
        return None;
    }
    let ratio = |a: usize, b: usize| {
        let apart = square(groups.means.row(a).iter().zip(groups.means.row(b))).sqrt();
        // As scikit-learn: means that coincide say nothing.
        if apart == 0.0 { 0.0 } else { (groups.scatter[a] + groups.scatter[b]) / apart }
    };
    let worst = |a: usize| (0..k).filter(|&b| b != a).map(|b| ratio(a, b)).fold(0.0, f64::max);
    Some((0..k).map(worst).sum::<f64>() / k as f64)
}

#[cfg(test)]
mod tests {
    use ndarray::array;

    use super::*;

    #[test]
    fn rounding_is_no_spread() {
        // Three times .1 add up to a little more than .3, so the mean is not .1 to the last bit.
        let rows = ndarray::array![[0.1], [0.1], [0.1], [0.7], [0.7], [0.7]];
        assert_eq!(quality(rows.view(), &[0, 0, 0, 1, 1, 1]).calinski_harabasz, None);
    }

    #[test]
    fn one_cluster_has_no_measures() {
        let found = quality(array![[0.0], [1.0], [5.0]].view(), &[0, 0, 0]);
        let none =
            Quality { silhouette: None, sample: 0, calinski_harabasz: None, davies_bouldin: None };
        assert_eq!(found, none);
    }

    #[test]
    fn points_alone_have_no_scatter() {
        let found = quality(array![[0.0], [1.0], [5.0]].view(), &[0, 1, 2]);
        assert_eq!(found.silhouette, Some(0.0));
        assert_eq!(found.calinski_harabasz, None);
        assert_eq!(found.davies_bouldin, Some(0.0));
    }

    #[test]
    fn a_cluster_without_points_leaves_no_trace() {
        let rows = array![[0.0, 1.0], [1.0, 0.0], [7.0, 7.0], [8.0, 9.0]];
        assert_eq!(quality(rows.view(), &[0, 0, 4, 4]), quality(rows.view(), &[0, 0, 1, 1]));
    }
}
