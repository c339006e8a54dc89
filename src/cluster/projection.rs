//! Customers as points of a plane.

use super::{Axes, Clusters, Stream, chance, shuffled};
use crate::error::Error;
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
    /// Centroids in the plane: of two features, the means in their units; NaN for a cluster without customers.
    pub centroids: Vec<[f64; 2]>,
    /// Shares of the variance that the axes carry; `None` for two features.
    pub explained: Option<[f64; 2]>,
    /// Per axis, the weight of each feature; `None` for two features.
    pub loadings: Option<[Vec<f64>; 2]>,
}

/// At most `most` customers as points of a plane: of two features in their units (a missing value is the feature's
/// median), or of the first two principal components of the matrix (axes of length 1, the weight furthest from 0
/// above 0; with one feature, the second axis is 0). Which are shown is the same each time; every cluster has some
/// as long as `most` is not below the number of clusters.
///
/// # Errors
/// [`Error::BadSetting`] for a feature that the matrix lacks.
pub fn project(
    prepared: &Prepared,
    clusters: &Clusters,
    features: Option<[usize; 2]>,
    most: u32,
) -> Result<Projection, Error> {
    let width = prepared.matrix.ncols();
    if let Some(&beyond) = features.iter().flatten().find(|&&feature| feature >= width) {
        return Err(Error::BadSetting {
            setting: "features".into(),
            found: beyond.to_string(),
            expected: format!("0..={}", width.saturating_sub(1)),
        });
    }
    let rows = shown(clusters, most as usize);
    let labels: Vec<u32> = rows.iter().map(|&row| clusters.labels[row as usize]).collect();
    let plane = |point: &dyn Fn(usize) -> [f64; 2]| {
        rows.iter().map(|&row| point(row as usize).map(|at| at as f32)).map(|[x, y]| (x, y)).unzip()
    };
    let (x, y, centroids, explained, loadings);
    if let Some(pair) = features {
        let point = |row: usize| pair.map(|feature| raw(prepared, feature, row));
        (x, y) = plane(&point);
        centroids = means(clusters, point);
        (explained, loadings) = (None, None);
    } else {
        let axes = Axes::of(prepared.matrix.view());
        let along = |axis: usize, point| if axis < width { axes.along(axis, point) } else { 0.0 };
        (x, y) = plane(&|row| [0, 1].map(|axis| along(axis, prepared.matrix.row(row))));
        let centroid = |one| [0, 1].map(|axis| along(axis, one));
        centroids = clusters.centroids.outer_iter().map(centroid).collect();
        let all: f64 = axes.variances.iter().sum();
        let share = |axis: usize| match axes.variances.get(axis) {
            Some(variance) if all > 0.0 => variance / all,
            _ => 0.0,
        };
        explained = Some([share(0), share(1)]);
        let weights = |axis: usize| match axis < width {
            true => axes.axes.row(axis).to_vec(),
            false => vec![0.0; width],
        };
        loadings = Some([weights(0), weights(1)]);
    }
    Ok(Projection { x, y, labels, centroids, explained, loadings, rows })
}

/// A value in the feature's unit.
fn raw(prepared: &Prepared, feature: usize, row: usize) -> f64 {
    let value = prepared.raw[feature][prepared.customers[row] as usize];
    if value.is_nan() { prepared.model.features[feature].median } else { value }
}

fn means(clusters: &Clusters, point: impl Fn(usize) -> [f64; 2]) -> Vec<[f64; 2]> {
    let mut sums = vec![[0.0; 2]; clusters.sizes.len()];
    for (row, &label) in clusters.labels.iter().enumerate() {
        let point = point(row);
        sums[label as usize].iter_mut().zip(point).for_each(|(sum, value)| *sum += value);
    }
    let mean = |(sum, &size): ([f64; 2], &u32)| sum.map(|sum| sum / f64::from(size));
    sums.into_iter().zip(&clusters.sizes).map(mean).collect()
}

/// Rows that are shown, ascending: in an order of chance, first one of each cluster, then whoever comes.
fn shown(clusters: &Clusters, most: usize) -> Vec<u32> {
    let n = clusters.labels.len();
    if most >= n {
        return (0..n as u32).collect();
    }
    let order = shuffled(n, n, chance(0, Stream::Shown, 0));
    let mut has_one = vec![false; clusters.sizes.len()];
    let is_first =
        |&row: &u32| !std::mem::replace(&mut has_one[clusters.labels[row as usize] as usize], true);
    let (first, rest): (Vec<u32>, Vec<u32>) = order.into_iter().partition(is_first);
    let mut rows: Vec<u32> = first.into_iter().chain(rest).take(most).collect();
    rows.sort_unstable();
    rows
}
