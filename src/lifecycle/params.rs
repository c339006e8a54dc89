//! How stages are told.

use serde::{Deserialize, Serialize};

use super::Gaps;
use crate::error::Error;

/// How stages are told; `None` takes what the repurchase gaps of the file say. All in days.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct LifecycleParams {
    /// A single order so recent is new; by default the warning gap.
    pub newness: Option<u32>,
    /// Longer silence is drowsy; by default the 80th percentile of all repurchase gaps, and no more than a loss gap
    /// that is given.
    pub warning: Option<u32>,
    /// Longer silence is lost; by default the 90th percentile of all repurchase gaps, and no less than the warning gap.
    pub loss: Option<u32>,
    /// A customer with at least three orders is judged by his own median gap times this factor; the loss gap keeps
    /// its ratio to the warning gap.
    pub own_gap: Option<f64>,
}

/// Gaps in force.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Thresholds {
    /// A single order at most so many days ago is new.
    pub newness: u32,
    /// Silence of more days is drowsy; at least 1.
    pub warning: u32,
    /// Silence of more days is lost; at least the warning gap.
    pub loss: u32,
    /// Factor on a customer's own median gap, see [`LifecycleParams::own_gap`]; above 0.
    pub own_gap: Option<f64>,
}

/// The warning gap where nobody came back.
const WARNING: u32 = 90;
/// The loss gap where nobody came back.
const LOSS: u32 = 180;

impl LifecycleParams {
    /// Settles the gaps. A default gives way to what is given: the warning gap is never above the loss gap.
    ///
    /// # Errors
    /// [`Error::BadSetting`] for a gap of no day, a loss gap below the warning gap, a factor that is not above 0.
    ///
    /// ```
    /// use segmentlab::lifecycle::{Gaps, LifecycleParams};
    /// # let gaps = Gaps { count: 9, customers: 4, median: Some(20.0), warning: Some(45), loss: Some(80),
    /// #     width: 7, counts: vec![], beyond: 9 };
    /// assert_eq!((gaps.warning, gaps.loss), (Some(45), Some(80)));
    /// let params = LifecycleParams { loss: Some(60), ..LifecycleParams::default() };
    /// let thresholds = params.check(&gaps)?;
    /// assert_eq!((thresholds.newness, thresholds.warning, thresholds.loss), (45, 45, 60));
    /// # Ok::<(), segmentlab::error::Error>(())
    /// ```
    pub fn check(&self, gaps: &Gaps) -> Result<Thresholds, Error> {
        let usual = gaps.warning.unwrap_or(WARNING);
        let warning = self.warning.unwrap_or_else(|| usual.min(self.loss.unwrap_or(usual)));
        let loss = self.loss.unwrap_or_else(|| gaps.loss.unwrap_or(LOSS).max(warning));
        if self.loss == Some(0) {
            return Err(bad("loss", loss, "1.."));
        }
        if warning == 0 {
            return Err(bad("warning", warning, "1.."));
        }
        if loss < warning {
            return Err(bad("loss", loss, "warning.."));
        }
        if let Some(factor) = self.own_gap.filter(|factor| !(*factor > 0.0 && factor.is_finite())) {
            return Err(bad("ownGap", factor, "above_zero"));
        }
        let newness = self.newness.unwrap_or(warning);
        Ok(Thresholds { newness, warning, loss, own_gap: self.own_gap })
    }
}

fn bad(setting: &str, found: impl ToString, expected: &str) -> Error {
    Error::BadSetting {
        setting: format!("lifecycle.{setting}"),
        found: found.to_string(),
        expected: expected.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gaps(percentiles: Option<(u32, u32)>) -> Gaps {
        let (warning, loss) = percentiles.unzip();
        let (width, counts) = (1, Vec::new());
        Gaps { count: 0, customers: 0, median: None, warning, loss, width, counts, beyond: 0 }
    }

    fn check(
        percentiles: Option<(u32, u32)>,
        given: [Option<u32>; 3],
    ) -> Result<[u32; 3], (String, String)> {
        let [newness, warning, loss] = given;
        let params = LifecycleParams { newness, warning, loss, own_gap: None };
        match params.check(&gaps(percentiles)) {
            Ok(found) => Ok([found.newness, found.warning, found.loss]),
            Err(Error::BadSetting { setting, expected, .. }) => Err((setting, expected)),
            Err(other) => panic!("{other:?}"),
        }
    }

    #[test]
    fn defaults_come_from_the_file_or_are_a_quarter_and_half_a_year() {
        assert_eq!(check(Some((61, 108)), [None; 3]), Ok([61, 61, 108]));
        assert_eq!(check(None, [None; 3]), Ok([90, 90, 180]));
    }

    #[test]
    fn defaults_give_way_to_what_is_given() {
        let file = Some((61, 108));
        assert_eq!(check(file, [None, Some(200), None]), Ok([200, 200, 200]));
        assert_eq!(check(file, [None, None, Some(30)]), Ok([30, 30, 30]));
        assert_eq!(check(file, [Some(0), Some(5), Some(5)]), Ok([0, 5, 5]));
    }

    #[test]
    fn a_loss_gap_below_the_warning_gap() {
        let refused =
            |setting: &str, expected: &str| Err((setting.to_owned(), expected.to_owned()));
        let found = check(None, [None, Some(9), Some(8)]);
        assert_eq!(found, refused("lifecycle.loss", "warning.."));
        assert_eq!(check(None, [None, None, Some(0)]), refused("lifecycle.loss", "1.."));
        assert_eq!(check(None, [None, Some(0), None]), refused("lifecycle.warning", "1.."));
    }

    #[test]
    fn a_factor_that_is_not_above_zero() {
        for factor in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            let params = LifecycleParams { own_gap: Some(factor), ..LifecycleParams::default() };
            let error = params.check(&gaps(None)).unwrap_err();
            assert!(
                matches!(error, Error::BadSetting { setting, .. } if setting == "lifecycle.ownGap")
            );
        }
    }
}
