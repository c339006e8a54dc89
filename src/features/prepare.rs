//! Columns of raw values to a matrix that distances can be measured in.

use ndarray::Array2;
use serde::Serialize;

use super::{
    Applied, Ascending, Cap, FeatureKey, FeatureModel, FeaturesParams, Fit, FittedFeature,
    complete, distinct_rows,
};
use crate::error::Error;

/// What was done to a feature, for the page. Figures are in the feature's unit.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct FeatureReport {
    /// What it is.
    pub key: FeatureKey,
    /// Customers of the source who lack it.
    pub missing: u32,
    /// Customers of the matrix below the lower cap.
    pub capped_low: u32,
    /// Customers of the matrix above the upper cap.
    pub capped_high: u32,
    /// The fit.
    pub fitted: FittedFeature,
    /// Mean over the customers of the matrix who have a value, caps left aside.
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
/// In this order: customers who lack a value are left out, or the median of the values that are there stands in;
/// values beyond the caps are drawn in to them; the transform; the scaling, over all rows of the matrix. Quantiles
/// are of type 7, the standard deviation is that of the population. Lambda is sought from -5 to 5. (METHODS
/// section 4.)
///
/// # Errors
/// [`Error::NoFeatures`]; [`Error::FeatureTwice`]; [`Error::BadSetting`] for caps out of order;
/// [`Error::EmptyFeature`]; [`Error::TooFewCustomers`] below two; [`Error::FeatureOutOfRange`] for values that are
/// infinite or beyond 1e150, and for those that have no logarithm; [`Error::ConstantFeature`];
/// [`Error::FlatQuartiles`] where robust scaling has nothing to divide by.
///
/// ```
/// use segmentlab::features::*;
/// let feature = FeatureParams {
///     key: FeatureKey::Monetary,
///     transform: Transform::None,
///     scaling: Scaling::Standard,
/// };
/// let params = FeaturesParams { features: vec![feature], missing: Missing::Drop, cap: None };
/// let prepared = prepare(vec![vec![2.0, f64::NAN, 6.0]], &params)?;
/// assert_eq!(prepared.matrix.column(0).to_vec(), [-1.0, 1.0]);
/// assert_eq!((prepared.customers, prepared.report.dropped), (vec![0, 2], 1));
/// # Ok::<(), segmentlab::error::Error>(())
/// ```
pub fn prepare(raw: Vec<Vec<f64>>, params: &FeaturesParams) -> Result<Prepared, Error> {
    check(params)?;
    let all = raw.iter().map(Vec::len).min().unwrap_or(0);
    for (column, one) in raw.iter().zip(&params.features) {
        if all > 0 && column.iter().all(|value| value.is_nan()) {
            return Err(Error::EmptyFeature { feature: one.key.clone() });
        }
    }
    let customers = complete(&raw, params.missing);
    let dropped = (all - customers.len()) as u32;
    if customers.len() < 2 {
        return Err(Error::TooFewCustomers { customers: customers.len() as u32, dropped });
    }
    let (mut features, mut reports) = (Vec::new(), Vec::new());
    for (column, one) in raw.iter().zip(&params.features) {
        let kept: Vec<f64> = customers.iter().map(|&customer| column[customer as usize]).collect();
        let fit = Fit::of(&kept, one, params.missing, params.cap)?;
        features.push(fit.fitted.clone());
        reports.push(FeatureReport {
            key: one.key.clone(),
            missing: column.iter().filter(|value| value.is_nan()).count() as u32,
            capped_low: fit.capped_low as u32,
            capped_high: fit.capped_high as u32,
            fitted: fit.fitted,
            mean: fit.moments.mean,
            sd: fit.moments.sd,
        });
    }
    let model = FeatureModel { features, missing: params.missing };
    let matrix = model.matrix(&raw, &customers);
    let report = PreparedReport {
        customers: customers.len() as u32,
        dropped,
        distinct: distinct_rows(matrix.view()),
        features: reports,
    };
    Ok(Prepared { matrix, customers, raw, model, report })
}

/// Brings columns to the measure of a model, as [`FeatureModel::apply`] does, with the report on them.
///
/// # Errors
/// Those of [`FeatureModel::apply`]; [`Error::EmptyFeature`]; [`Error::TooFewCustomers`] where none is left.
///
/// ```
/// use segmentlab::features::*;
/// let feature = FeatureParams {
///     key: FeatureKey::Monetary,
///     transform: Transform::None,
///     scaling: Scaling::Standard,
/// };
/// let params = FeaturesParams { features: vec![feature], missing: Missing::Drop, cap: None };
/// let model = prepare(vec![vec![2.0, 6.0]], &params)?.model;
/// let prepared = prepare_by(vec![vec![8.0, f64::NAN]], &model)?;
/// assert_eq!(prepared.matrix.column(0).to_vec(), [2.0]);
/// assert_eq!((prepared.report.features[0].mean, prepared.report.dropped), (8.0, 1));
/// # Ok::<(), segmentlab::error::Error>(())
/// ```
pub fn prepare_by(raw: Vec<Vec<f64>>, model: &FeatureModel) -> Result<Prepared, Error> {
    let Applied { matrix, customers, dropped } = model.apply(&raw)?;
    if customers.is_empty() {
        return Err(Error::TooFewCustomers { customers: 0, dropped });
    }
    let features = raw.iter().zip(&model.features).map(|(column, fitted)| {
        let known = Ascending::of(customers.iter().map(|&customer| column[customer as usize]));
        if known.range().is_none() {
            return Err(Error::EmptyFeature { feature: fitted.key.clone() });
        }
        let (low, high) = fitted.cap.map_or((0, 0), |cap| known.beyond(cap));
        let moments = known.moments();
        Ok(FeatureReport {
            key: fitted.key.clone(),
            missing: column.iter().filter(|value| value.is_nan()).count() as u32,
            capped_low: low as u32,
            capped_high: high as u32,
            fitted: fitted.clone(),
            mean: moments.mean,
            sd: moments.sd,
        })
    });
    let report = PreparedReport {
        customers: customers.len() as u32,
        dropped,
        distinct: distinct_rows(matrix.view()),
        features: features.collect::<Result<_, _>>()?,
    };
    Ok(Prepared { matrix, customers, raw, model: model.clone(), report })
}

fn check(params: &FeaturesParams) -> Result<(), Error> {
    if params.features.is_empty() {
        return Err(Error::NoFeatures);
    }
    for (at, one) in params.features.iter().enumerate() {
        if params.features[..at].iter().any(|other| other.key == one.key) {
            return Err(Error::FeatureTwice { feature: one.key.clone() });
        }
    }
    let Some(Cap { low, high }) = params.cap else { return Ok(()) };
    let bad = |setting: &str, found: String, expected: &str| {
        Err(Error::BadSetting { setting: setting.into(), found, expected: expected.into() })
    };
    for (setting, share) in [("features.cap.low", low), ("features.cap.high", high)] {
        if !(0.0..=1.0).contains(&share) {
            return bad(setting, share.to_string(), "0..=1");
        }
    }
    if low >= high {
        return bad("features.cap", format!("{low}, {high}"), "ascending");
    }
    Ok(())
}
