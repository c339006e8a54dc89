//! Customers as points of a plane.

use super::Clusters;
use crate::features::Prepared;

/// Points of a plane, a sample of the customers.
#[derive(Debug, Clone, PartialEq)]
pub struct Projection {
    /// Rows of the matrix, ascending.
    pub rows: Vec<u32>,
    /// One per row.
    pub x: Vec<f32>,
    /// One per row.
    pub y: Vec<f32>,
    /// The cluster of each row.
    pub labels: Vec<u32>,
    /// Centroids in the plane.
    pub centroids: Vec<[f64; 2]>,
    /// Shares of the variance that the axes carry; `None` for two features.
    pub explained: Option<[f64; 2]>,
    /// Per axis, the weight of each feature; `None` for two features.
    pub loadings: Option<[Vec<f64>; 2]>,
}

/// At most `most` customers as points of a plane: of two features in their units, or of the first two principal
/// components of the matrix.
#[must_use]
pub fn project(
    prepared: &Prepared,
    clusters: &Clusters,
    features: Option<[usize; 2]>,
    most: u32,
) -> Projection {
    // A first version: the first two columns, the first rows.
    let [a, b] = features.unwrap_or([0, 1.min(prepared.matrix.ncols() - 1)]);
    let rows: Vec<u32> = (0..prepared.matrix.nrows().min(most as usize) as u32).collect();
    let column =
        |at: usize| rows.iter().map(|&row| prepared.matrix[[row as usize, at]] as f32).collect();
    Projection {
        x: column(a),
        y: column(b),
        labels: rows.iter().map(|&row| clusters.labels[row as usize]).collect(),
        centroids: clusters.centroids.outer_iter().map(|one| [one[a], one[b]]).collect(),
        explained: None,
        loadings: None,
        rows,
    }
}
