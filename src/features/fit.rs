//! One feature fitted to the customers of the matrix.

use super::{
    Ascending, Cap, FeatureKey, FeatureParams, FittedFeature, Missing, Moments, Scaling, Transform,
    fit_lambda,
};
use crate::error::Error;

/// Squares of larger values leave the range of numbers when they are added up.
const LARGEST: f64 = 1e150;

/// A feature fitted, with what the fit met on the way. Figures are in the feature's unit.
pub(super) struct Fit {
    pub(super) fitted: FittedFeature,
    /// Values below the lower cap.
    pub(super) capped_low: usize,
    /// Values above the upper cap.
    pub(super) capped_high: usize,
    /// Of the values that are there, before caps.
    pub(super) moments: Moments,
}

impl Fit {
    /// Fits a feature to its values, NaN where missing. Median, caps and `moments` come from the values that are
    /// there; lambda and scale from what the matrix holds, medians that stand in included.
    ///
    /// # Errors
    /// Those of [`prepare`](super::prepare) that name a feature.
    pub(super) fn of(
        values: &[f64],
        params: &FeatureParams,
        missing: Missing,
        cap: Option<Cap>,
    ) -> Result<Self, Error> {
        let feature = || params.key.clone();
        check_finite(values, &params.key)?;
        let known = Ascending::of(values.iter().copied());
        let Some((first, last)) = known.range() else {
            return Err(Error::EmptyFeature { feature: feature() });
        };
        if first == last {
            return Err(Error::ConstantFeature {
                feature: feature(),
                value: first,
                made_one: false,
            });
        }
        let median = known.quantile(0.5);
        let moments = known.moments();
        let cap = cap.map(|cap| [known.quantile(cap.low), known.quantile(cap.high)]);
        let (capped_low, capped_high) = cap.map_or((0, 0), |cap| known.beyond(cap));
        let mut fitted = FittedFeature {
            key: feature(),
            cap,
            median,
            transform: params.transform,
            lambda: None,
            scaling: params.scaling,
            center: 0.0,
            scale: 1.0,
        };
        check_log(values, &fitted)?;

        let lacking = values.len() - known.values().len();
        let used = match missing {
            Missing::Median => known.filled(median, lacking),
            Missing::Drop => known,
        };
        let capped = used.map(|value| fitted.capped(value));
        if params.transform == Transform::YeoJohnson {
            fitted.lambda = Some(fit_lambda(&capped));
        }
        let middle = capped.quantile(0.5);
        let straight = capped.map(|value| fitted.straight(value));
        (fitted.center, fitted.scale) = measure(&straight, params.scaling);

        let is_constant = straight.range().is_none_or(|(first, last)| first == last);
        if is_constant || (params.scaling != Scaling::Robust && fitted.scale == 0.0) {
            return Err(Error::ConstantFeature {
                feature: feature(),
                value: middle,
                made_one: true,
            });
        }
        if fitted.scale == 0.0 {
            return Err(Error::FlatQuartiles { feature: feature(), value: middle });
        }
        Ok(Self { fitted, capped_low, capped_high, moments })
    }
}

/// What is taken off, and what it is divided by.
fn measure(straight: &Ascending, scaling: Scaling) -> (f64, f64) {
    match scaling {
        Scaling::Standard => {
            let Moments { mean, sd } = straight.moments();
            (mean, sd)
        }
        Scaling::MinMax => {
            let (first, last) = straight.range().unwrap_or_default();
            (first, last - first)
        }
        Scaling::Robust => {
            let [low, middle, high] = [0.25, 0.5, 0.75].map(|part| straight.quantile(part));
            (middle, high - low)
        }
        Scaling::None => (0.0, 1.0),
    }
}

/// Refuses what is infinite, or would be when distances are squared and added up.
pub(super) fn check_finite(values: &[f64], key: &FeatureKey) -> Result<(), Error> {
    check(values, key, |value| value.abs() > LARGEST, "finite")
}

/// The logarithm takes what is above -1, caps considered.
pub(super) fn check_log(values: &[f64], fitted: &FittedFeature) -> Result<(), Error> {
    let is_log = fitted.transform == Transform::Log1p;
    check(values, &fitted.key, |value| is_log && fitted.capped(value) <= -1.0, "above_minus_one")
}

/// Counts the values that are refused; NaN is none of them.
fn check(
    values: &[f64],
    key: &FeatureKey,
    is_refused: impl Fn(f64) -> bool,
    expected: &str,
) -> Result<(), Error> {
    let mut refused = values.iter().copied().filter(|&value| is_refused(value));
    let Some(first) = refused.next() else { return Ok(()) };
    Err(Error::FeatureOutOfRange {
        feature: key.clone(),
        customers: 1 + refused.count() as u32,
        value: first.to_string(),
        expected: expected.into(),
    })
}
