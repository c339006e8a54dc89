//! What the matrix was made with, kept so that other customers can be brought to the same measure.

use ndarray::Array2;
use serde::{Deserialize, Serialize};

use super::{
    FeatureKey, Missing, Scaling, Transform, check_finite, check_log, undo_yeo_johnson, yeo_johnson,
};
use crate::error::Error;

/// A feature with all that was learnt from the customers it was fitted on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FittedFeature {
    /// What it is.
    pub key: FeatureKey,
    /// Lowest and highest value that is let through, in the feature's unit; what lies beyond is drawn in.
    pub cap: Option<[f64; 2]>,
    /// Stands in for a missing value, in the feature's unit.
    pub median: f64,
    /// Takes the skew out.
    pub transform: Transform,
    /// Of Yeo-Johnson; `None` for other transforms.
    pub lambda: Option<f64>,
    /// How it was scaled.
    pub scaling: Scaling,
    /// What is taken off after the transform.
    pub center: f64,
    /// What it is divided by then; above 0.
    pub scale: f64,
}

/// The features of a matrix, fitted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FeatureModel {
    /// In the order of the matrix's columns.
    pub features: Vec<FittedFeature>,
    /// What becomes of customers who lack a value.
    pub missing: Missing,
}

impl FittedFeature {
    /// A value in the feature's unit brought to measure; NaN (missing) gives NaN.
    #[must_use]
    pub fn apply(&self, value: f64) -> f64 {
        (self.straight(self.capped(value)) - self.center) / self.scale
    }

    /// What a figure in the measure of the matrix is in the feature's unit: the inverse of [`apply`](Self::apply)
    /// between the caps. Beyond what the transform reaches it is infinite.
    #[must_use]
    pub fn undo(&self, measure: f64) -> f64 {
        let straight = measure * self.scale + self.center;
        match (self.transform, self.lambda) {
            (Transform::Log1p, _) => libm::expm1(straight),
            (Transform::YeoJohnson, Some(lambda)) => undo_yeo_johnson(straight, lambda),
            (Transform::None | Transform::YeoJohnson, _) => straight,
        }
    }

    pub(super) fn capped(&self, value: f64) -> f64 {
        match self.cap {
            Some([low, _]) if value < low => low,
            Some([_, high]) if value > high => high,
            _ => value,
        }
    }

    pub(super) fn straight(&self, capped: f64) -> f64 {
        match (self.transform, self.lambda) {
            (Transform::Log1p, _) => libm::log1p(capped),
            (Transform::YeoJohnson, Some(lambda)) => yeo_johnson(capped, lambda),
            (Transform::None | Transform::YeoJohnson, _) => capped,
        }
    }
}

/// Customers brought to the measure of a model.
#[derive(Debug, Clone, PartialEq)]
pub struct Applied {
    /// One row per customer kept, one column per feature of the model.
    pub matrix: Array2<f64>,
    /// The customer of each row, as a position in the columns.
    pub customers: Vec<u32>,
    /// Customers left out because they lack a value.
    pub dropped: u32,
}

impl FeatureModel {
    /// Brings customers to the measure of the model: its caps, transforms and scales, and where a value is missing
    /// its rule. `columns` has one column per feature of the model, with one value per customer, NaN where missing.
    ///
    /// # Errors
    /// [`Error::BadModel`], and [`Error::FeatureOutOfRange`] for values that a transform does not take.
    ///
    /// ```
    /// use segmentlab::features::*;
    /// let fitted = FittedFeature {
    ///     key: FeatureKey::Frequency,
    ///     cap: Some([1.0, 9.0]),
    ///     median: 2.0,
    ///     transform: Transform::None,
    ///     lambda: None,
    ///     scaling: Scaling::Standard,
    ///     center: 3.0,
    ///     scale: 2.0,
    /// };
    /// let model = FeatureModel { features: vec![fitted], missing: Missing::Median };
    /// let applied = model.apply(&[vec![5.0, 99.0, f64::NAN]])?;
    /// assert_eq!(applied.matrix.column(0).to_vec(), [1.0, 3.0, -0.5]);
    /// # Ok::<(), segmentlab::error::Error>(())
    /// ```
    pub fn apply(&self, columns: &[Vec<f64>]) -> Result<Applied, Error> {
        self.check()?;
        for (column, fitted) in columns.iter().zip(&self.features) {
            check_finite(column, &fitted.key)?;
            check_log(column, fitted)?;
        }
        let customers = complete(columns, self.missing);
        let all = columns.first().map_or(0, Vec::len);
        let matrix = self.matrix(columns, &customers);
        Ok(Applied { matrix, dropped: (all - customers.len()) as u32, customers })
    }

    /// The rows of these customers; the columns have been checked.
    pub(super) fn matrix(&self, columns: &[Vec<f64>], customers: &[u32]) -> Array2<f64> {
        Array2::from_shape_fn((customers.len(), self.features.len()), |(row, column)| {
            let fitted = &self.features[column];
            let value = columns[column][customers[row] as usize];
            fitted.apply(if value.is_nan() { fitted.median } else { value })
        })
    }

    /// Whether the figures of a record make a model: finite, the caps in order, a scale above 0, a lambda for
    /// Yeo-Johnson.
    ///
    /// # Errors
    /// [`Error::BadModel`] naming the first figure that does not fit.
    pub fn check(&self) -> Result<(), Error> {
        if self.features.is_empty() {
            return Err(Error::BadModel { found: "features.features".into() });
        }
        for (at, one) in self.features.iter().enumerate() {
            let caps_hold = one
                .cap
                .is_none_or(|[low, high]| low.is_finite() && high.is_finite() && low <= high);
            let has_lambda = one.lambda.is_some_and(f64::is_finite);
            let figures = [
                ("cap", caps_hold),
                ("median", one.median.is_finite()),
                ("lambda", has_lambda == (one.transform == Transform::YeoJohnson)),
                ("center", one.center.is_finite()),
                ("scale", one.scale.is_finite() && one.scale > 0.0),
            ];
            if let Some((name, _)) = figures.iter().find(|(_, holds)| !holds) {
                return Err(Error::BadModel { found: format!("features.features[{at}].{name}") });
            }
        }
        Ok(())
    }
}

/// The customers whom a matrix has rows for: those with all values, or all where medians stand in.
pub(super) fn complete(columns: &[Vec<f64>], missing: Missing) -> Vec<u32> {
    let all = columns.first().map_or(0, Vec::len);
    let is_complete = |customer: usize| columns.iter().all(|column| !column[customer].is_nan());
    (0..all)
        .filter(|&customer| missing == Missing::Median || is_complete(customer))
        .map(|customer| customer as u32)
        .collect()
}
