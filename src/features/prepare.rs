//! Columns of raw values to a matrix that distances can be measured in.

use ndarray::Array2;
use serde::Serialize;

use super::{FeatureKey, FeatureModel, FeaturesParams, FittedFeature, Missing, Scaling, Transform};
use crate::error::Error;

/// What was done to a feature, for the page. Figures are in the feature's unit.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct FeatureReport {
    /// What it is.
    pub key: FeatureKey,
    /// Customers who lack it.
    pub missing: u32,
    /// Customers below the lower cap.
    pub capped_low: u32,
    /// Customers above the upper cap.
    pub capped_high: u32,
    /// The fit.
    pub fitted: FittedFeature,
    /// Mean over the customers of the matrix.
    pub mean: f64,
    /// Population standard deviation over them.
    pub sd: f64,
}

/// What the matrix is, for the page.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct PreparedReport {
    /// Rows of the matrix.
    pub customers: u32,
    /// Customers left out because they lack a value.
    pub dropped: u32,
    /// Distinct rows of the matrix.
    pub distinct: u32,
    /// The features.
    pub features: Vec<FeatureReport>,
}

/// A matrix and where it comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct Prepared {
    /// One row per customer kept, one column per feature, brought to measure.
    pub matrix: Array2<f64>,
    /// The customer of each row, as a position in the columns.
    pub customers: Vec<u32>,
    /// Raw columns, one value per customer of the source, NaN where missing.
    pub raw: Vec<Vec<f64>>,
    /// What it was made with.
    pub model: FeatureModel,
    /// What the page is told.
    pub report: PreparedReport,
}

/// Caps, transforms and scales the columns, one per feature of the params, each with one value per customer and
/// NaN where it is missing.
///
/// # Errors
/// [`Error::BadSetting`] and those that name a feature.
pub fn prepare(raw: Vec<Vec<f64>>, params: &FeaturesParams) -> Result<Prepared, Error> {
    // A first version: no caps, no Yeo-Johnson, standard scaling, medians.
    let n = raw.first().map_or(0, Vec::len);
    let mut fitted = Vec::new();
    let mut reports = Vec::new();
    for (column, feature) in raw.iter().zip(&params.features) {
        let mut known: Vec<f64> = column.iter().copied().filter(|value| !value.is_nan()).collect();
        known.sort_by(f64::total_cmp);
        let median = known.get(known.len() / 2).copied().unwrap_or_default();
        let mut one = FittedFeature {
            key: feature.key.clone(),
            cap: None,
            median,
            transform: feature.transform,
            lambda: None,
            scaling: feature.scaling,
            center: 0.0,
            scale: 1.0,
        };
        if feature.transform == Transform::YeoJohnson {
            one.transform = Transform::None;
        }
        let filled = |value: f64| if value.is_nan() { median } else { value };
        let straight: Vec<f64> = column.iter().map(|&value| one.apply(filled(value))).collect();
        let (mean, sd) = moments(&straight);
        if feature.scaling != Scaling::None {
            (one.center, one.scale) = (mean, if sd > 0.0 { sd } else { 1.0 });
        }
        let (mean, sd) = moments(&column.iter().map(|&value| filled(value)).collect::<Vec<_>>());
        reports.push(FeatureReport {
            key: feature.key.clone(),
            missing: (n - known.len()) as u32,
            capped_low: 0,
            capped_high: 0,
            fitted: one.clone(),
            mean,
            sd,
        });
        fitted.push(one);
    }
    let matrix = Array2::from_shape_fn((n, raw.len()), |(row, column)| {
        let one = &fitted[column];
        let value = raw[column][row];
        one.apply(if value.is_nan() { one.median } else { value })
    });
    Ok(Prepared {
        report: PreparedReport {
            customers: n as u32,
            dropped: 0,
            distinct: n as u32,
            features: reports,
        },
        customers: (0..n as u32).collect(),
        raw,
        matrix,
        model: FeatureModel { features: fitted, missing: Missing::Median },
    })
}

fn moments(values: &[f64]) -> (f64, f64) {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let variance = values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / n;
    (mean, variance.sqrt())
}
