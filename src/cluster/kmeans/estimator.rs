//! k-means after linfa's habits: params that are checked, `Fit`, and a model that predicts.

use linfa::DatasetBase;
use linfa::traits::{Fit, PredictInplace, Transformer};
use ndarray::{Array1, Array2, ArrayBase, ArrayView2, Data, Ix1, Ix2};

use super::{Clustering, KMeansError, KMeansParams, KMeansValidParams, Points, nearest};

/// Above it, sums of squares may be infinite.
const LARGEST: f64 = 1e140;

/// A clustering that was fitted: what other rows can be assigned by.
///
/// Where it departs from linfa-clustering's `KMeans`: clusters stand in canonical order (by descending mean of the
/// first column, ties by the next), [`inertia`](Self::inertia) is the sum and not the mean, counts are of the best
/// run, and more clusters than distinct rows are refused.
///
/// ```
/// use linfa::traits::{Fit, Predict};
/// use linfa::Dataset;
/// use ndarray::array;
/// use segmentlab::cluster::kmeans::KMeans;
///
/// let dataset = Dataset::from(array![[0.0, 0.0], [0.0, 2.0], [9.0, 9.0], [9.0, 7.0]]);
/// let model = KMeans::params(2).n_init(3).seed(42).fit(&dataset)?;
///
/// assert_eq!(model.centroids(), array![[9.0, 8.0], [0.0, 1.0]]);
/// assert_eq!(model.inertia(), 4.0);
/// assert_eq!(model.predict(&dataset), array![1, 1, 0, 0]);
/// assert_eq!(model.predict(&array![8.0, 8.0]), 0);
/// assert_eq!(model.predict(dataset).targets(), &array![1, 1, 0, 0]);
/// # Ok::<(), segmentlab::cluster::kmeans::KMeansError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct KMeans {
    found: Clustering,
}

impl KMeans {
    /// Params for `n_clusters` clusters, see [`KMeansParams::new`].
    #[must_use]
    pub fn params(n_clusters: u32) -> KMeansParams {
        KMeansParams::new(n_clusters)
    }

    /// One row per cluster.
    #[must_use]
    pub fn centroids(&self) -> &Array2<f64> {
        &self.found.centroids
    }

    /// Sum of squared distances of the rows fitted to their own centroid.
    #[must_use]
    pub fn inertia(&self) -> f64 {
        self.found.inertia
    }

    /// The cluster of each row fitted.
    #[must_use]
    pub fn labels(&self) -> &[u32] {
        &self.found.labels
    }

    /// Rows fitted per cluster.
    #[must_use]
    pub fn sizes(&self) -> &[u32] {
        &self.found.sizes
    }

    /// Iterations of the best start.
    #[must_use]
    pub fn iterations(&self) -> u32 {
        self.found.iterations
    }
}

impl<D: Data<Elem = f64>, T> Fit<ArrayBase<D, Ix2>, T, KMeansError> for KMeansValidParams {
    type Object = KMeans;

    /// The best of all starts, the first of equal ones.
    ///
    /// # Errors
    /// [`KMeansError::NoRows`], [`KMeansError::NoColumns`], [`KMeansError::BadValue`],
    /// [`KMeansError::TooManyClusters`].
    fn fit(&self, dataset: &DatasetBase<ArrayBase<D, Ix2>, T>) -> Result<KMeans, KMeansError> {
        let rows = dataset.records.view();
        check_matrix(rows, self.n_clusters)?;
        let points = Points::new(rows);
        let runs = (0..self.n_init).map(|number| points.run(self, number));
        let best = runs.reduce(|best, run| if run.inertia < best.inertia { run } else { best });
        let best = best.ok_or(KMeansError::NoStarts)?;
        Ok(KMeans { found: points.finish(&best) })
    }
}

/// What has to hold of a matrix before [`Points`] take it in.
fn check_matrix(rows: ArrayView2<'_, f64>, clusters: u32) -> Result<(), KMeansError> {
    if rows.nrows() == 0 {
        return Err(KMeansError::NoRows);
    }
    if rows.ncols() == 0 {
        return Err(KMeansError::NoColumns);
    }
    let allowed = -LARGEST..=LARGEST;
    let bad = rows.indexed_iter().find(|(_, value)| !allowed.contains(value));
    if let Some(((row, column), &value)) = bad {
        return Err(KMeansError::BadValue { row, column, value });
    }
    let mut distinct: Vec<_> = Vec::new();
    for row in rows.outer_iter() {
        if !distinct.contains(&row) {
            distinct.push(row);
        }
        if distinct.len() == clusters as usize {
            return Ok(());
        }
    }
    Err(KMeansError::TooManyClusters { clusters, distinct: distinct.len() as u32 })
}

impl<D: Data<Elem = f64>> PredictInplace<ArrayBase<D, Ix2>, Array1<usize>> for KMeans {
    /// The nearest centroid of each row; of equally near ones the first.
    ///
    /// # Panics
    /// If `labels` has another length than `rows`, or `rows` has other columns than were fitted.
    fn predict_inplace(&self, rows: &ArrayBase<D, Ix2>, labels: &mut Array1<usize>) {
        assert_eq!(rows.nrows(), labels.len(), "one label per row");
        assert_eq!(rows.ncols(), self.centroids().ncols(), "the columns that were fitted");
        for (row, label) in rows.outer_iter().zip(labels) {
            *label = nearest(row, self.centroids().view()).0;
        }
    }

    fn default_target(&self, rows: &ArrayBase<D, Ix2>) -> Array1<usize> {
        Array1::zeros(rows.nrows())
    }
}

impl<D: Data<Elem = f64>> PredictInplace<ArrayBase<D, Ix1>, usize> for KMeans {
    /// The nearest centroid; of equally near ones the first.
    ///
    /// # Panics
    /// If `row` has other columns than were fitted.
    fn predict_inplace(&self, row: &ArrayBase<D, Ix1>, label: &mut usize) {
        assert_eq!(row.len(), self.centroids().ncols(), "the columns that were fitted");
        *label = nearest(row.view(), self.centroids().view()).0;
    }

    fn default_target(&self, _row: &ArrayBase<D, Ix1>) -> usize {
        0
    }
}

impl<D: Data<Elem = f64>> Transformer<&ArrayBase<D, Ix2>, Array1<f64>> for KMeans {
    /// The squared distance of each row to its nearest centroid.
    fn transform(&self, rows: &ArrayBase<D, Ix2>) -> Array1<f64> {
        rows.outer_iter().map(|row| nearest(row, self.centroids().view()).1).collect()
    }
}

#[cfg(test)]
mod tests {
    use ndarray::array;

    use super::*;

    fn refused(rows: Array2<f64>, clusters: u32) -> KMeansError {
        KMeans::params(clusters).fit(&DatasetBase::from(rows)).unwrap_err()
    }

    #[test]
    fn a_matrix_without_rows_is_refused() {
        assert!(matches!(refused(Array2::zeros((0, 2)), 1), KMeansError::NoRows));
    }

    #[test]
    fn a_matrix_without_columns_is_refused() {
        assert!(matches!(refused(Array2::zeros((2, 0)), 1), KMeansError::NoColumns));
    }

    #[test]
    fn a_value_that_cannot_be_squared_is_refused_by_its_place() {
        for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e141] {
            let error = refused(array![[1.0, 2.0], [3.0, bad]], 1);
            let KMeansError::BadValue { row: 1, column: 1, value } = error else {
                panic!("{error:?}")
            };
            assert_eq!(value.to_bits(), bad.to_bits());
        }
    }

    #[test]
    fn more_clusters_than_distinct_rows_are_refused() {
        let error = refused(array![[0.0], [-0.0], [1.0], [1.0]], 3);
        assert!(matches!(error, KMeansError::TooManyClusters { clusters: 3, distinct: 2 }));
    }

    #[test]
    fn params_that_were_not_checked_are_checked_by_fit() {
        let error = refused(array![[0.0], [1.0]], 0);
        assert!(matches!(error, KMeansError::NoClusters));
    }

    #[test]
    fn as_many_clusters_as_distinct_rows_leave_no_inertia() {
        let rows = array![[3.0, 1.0], [0.0, 1.0], [3.0, 1.0], [7.0, -2.0]];
        let model = KMeans::params(3).fit(&DatasetBase::from(rows.clone())).unwrap();
        assert_eq!(model.inertia(), 0.0);
        assert_eq!(model.centroids(), array![[7.0, -2.0], [3.0, 1.0], [0.0, 1.0]]);
        assert_eq!(model.labels(), [1, 2, 1, 0]);
        assert_eq!(model.sizes(), [1, 2, 1]);
        assert_eq!(model.transform(&rows), Array1::<f64>::zeros(4));
    }
}
