//! k-means on its own, for JavaScript that has a matrix and wants labels.

use linfa::DatasetBase;
use linfa::traits::Fit;
use ndarray::ArrayView2;
use wasm_bindgen::prelude::*;

use crate::cluster::KMeans;

/// The cluster of each row of a matrix given row by row: the best of so many starts, each of which ends by the
/// tolerance as scikit-learn has it, or at 0 once no label changes.
///
/// # Errors
/// An `Error` that says what of the matrix or the params is refused.
#[wasm_bindgen(js_name = kMeans)]
pub fn k_means(
    matrix: &[f64],
    columns: usize,
    clusters: u32,
    starts: u32,
    tolerance: f64,
    seed: u32,
) -> Result<Vec<u32>, JsError> {
    let rows = matrix.len() / columns.max(1);
    let matrix = ArrayView2::from_shape((rows, columns), matrix).map_err(JsError::from)?;
    let params = KMeans::params(clusters).n_init(starts).tolerance(tolerance).seed(seed.into());
    let model = params.fit(&DatasetBase::from(matrix)).map_err(JsError::from)?;
    Ok(model.labels().to_vec())
}
