//! How customers are scored and named, and the check of it.

use serde::{Deserialize, Serialize};

use super::{Rule, RuleSet, Tiers};
use crate::error::Error;

/// How values become scores.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Scoring {
    /// Quantiles (type 7), the same number of bins per dimension.
    Quantile {
        /// 2 to 10.
        bins: u8,
        /// F within R, M within F.
        nested: bool,
        /// What happens to equal values.
        ties: Ties,
    },
    /// The user's own cut points, ascending; each dimension has one bin more than cuts (1 to 9 cuts).
    Thresholds {
        /// Days.
        r: Vec<f64>,
        /// Orders.
        f: Vec<f64>,
        /// Amount.
        m: Vec<f64>,
    },
    /// Two bins, cut at the mean.
    Mean,
    /// Two bins, cut at the median.
    Median,
}

/// What happens to equal values at a cut.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Ties {
    /// Equal values get the same score; bins may be uneven.
    #[default]
    Together,
    /// Bins are even; equal values are told apart by customer id.
    ById,
}

/// How customers are scored and named.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct RfmParams {
    /// How values become scores.
    pub scoring: Scoring,
    /// Which rules name the segments.
    pub rules: RuleSet,
    /// Weights of R, F and M in the weighted score; not negative, not all zero; scaled to sum 1.
    pub weights: [f64; 3],
    /// How value tiers are cut.
    pub tiers: Tiers,
}

impl Default for RfmParams {
    fn default() -> Self {
        Self {
            scoring: Scoring::Quantile { bins: 5, nested: false, ties: Ties::Together },
            rules: RuleSet::Ten,
            weights: [1.0; 3],
            tiers: Tiers::Share { high: 0.8, middle: 0.15 },
        }
    }
}

/// Params that hold.
#[derive(Debug)]
pub(super) struct RfmPlan {
    pub(super) scoring: Scoring,
    /// Scores per dimension.
    pub(super) bins: [u8; 3],
    pub(super) rules: Vec<Rule>,
    /// Their sum is 1.
    pub(super) weights: [f64; 3],
    pub(super) tiers: Tiers,
}

const MOST_BINS: u8 = 10;

impl RfmParams {
    /// # Errors
    /// [`Error::BadSetting`] for the first setting out of its range.
    pub(super) fn check(&self) -> Result<RfmPlan, Error> {
        let bins = self.scoring.bins()?;
        let sum: f64 = self.weights.iter().sum();
        if self.weights.iter().any(|&weight| !weight.is_finite() || weight < 0.0)
            || !sum.is_finite()
        {
            return Err(bad("weights", &format!("{:?}", self.weights), "not_negative"));
        }
        if sum == 0.0 {
            return Err(bad("weights", &format!("{:?}", self.weights), "not_all_zero"));
        }
        self.tiers.check()?;
        Ok(RfmPlan {
            scoring: self.scoring.clone(),
            bins,
            rules: self.rules.check(bins)?,
            weights: self.weights.map(|weight| weight / sum),
            tiers: self.tiers.clone(),
        })
    }
}

impl Scoring {
    /// Scores per dimension.
    fn bins(&self) -> Result<[u8; 3], Error> {
        match self {
            Self::Quantile { bins, .. } => {
                if !(2..=MOST_BINS).contains(bins) {
                    return Err(bad("scoring.bins", &bins.to_string(), "2..=10"));
                }
                Ok([*bins; 3])
            }
            Self::Thresholds { r, f, m } => Ok([
                threshold_bins("scoring.r", r)?,
                threshold_bins("scoring.f", f)?,
                threshold_bins("scoring.m", m)?,
            ]),
            Self::Mean | Self::Median => Ok([2; 3]),
        }
    }
}

fn threshold_bins(setting: &str, cuts: &[f64]) -> Result<u8, Error> {
    if !(1..MOST_BINS as usize).contains(&cuts.len()) {
        return Err(bad(&format!("{setting}.length"), &cuts.len().to_string(), "1..=9"));
    }
    let finite = cuts.iter().all(|cut| cut.is_finite());
    if !finite || !cuts.is_sorted_by(|a, b| a < b) {
        return Err(bad(setting, &format!("{cuts:?}"), "ascending"));
    }
    Ok(cuts.len() as u8 + 1)
}

pub(super) fn bad(setting: &str, found: &str, expected: &str) -> Error {
    Error::BadSetting { setting: setting.into(), found: found.into(), expected: expected.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(params: &RfmParams) -> (String, String) {
        match params.check().unwrap_err() {
            Error::BadSetting { setting, expected, .. } => (setting, expected),
            other => panic!("{other:?}"),
        }
    }

    fn with_scoring(scoring: Scoring) -> RfmParams {
        RfmParams { scoring, ..RfmParams::default() }
    }

    fn quantile(bins: u8) -> RfmParams {
        with_scoring(Scoring::Quantile { bins, nested: false, ties: Ties::Together })
    }

    fn thresholds(r: &[f64]) -> RfmParams {
        let four = vec![1.0, 2.0, 3.0, 4.0];
        with_scoring(Scoring::Thresholds { r: r.to_vec(), f: four.clone(), m: four })
    }

    #[test]
    fn the_defaults_hold() {
        let plan = RfmParams::default().check().unwrap();
        assert_eq!(plan.bins, [5; 3]);
        assert_eq!(plan.rules.len(), 10);
        assert!((plan.weights.iter().sum::<f64>() - 1.0).abs() < 1e-15);
    }

    #[test]
    fn fewer_than_two_bins() {
        assert_eq!(refused(&quantile(1)), ("scoring.bins".into(), "2..=10".into()));
    }

    #[test]
    fn more_than_ten_bins() {
        assert_eq!(refused(&quantile(11)), ("scoring.bins".into(), "2..=10".into()));
    }

    #[test]
    fn no_thresholds() {
        assert_eq!(refused(&thresholds(&[])), ("scoring.r.length".into(), "1..=9".into()));
    }

    #[test]
    fn more_than_nine_thresholds() {
        let ten: Vec<f64> = (0..10).map(f64::from).collect();
        assert_eq!(refused(&thresholds(&ten)), ("scoring.r.length".into(), "1..=9".into()));
    }

    #[test]
    fn thresholds_that_do_not_ascend() {
        for cuts in [[1.0, 3.0, 2.0, 4.0], [1.0, 2.0, 2.0, 4.0]] {
            assert_eq!(refused(&thresholds(&cuts)), ("scoring.r".into(), "ascending".into()));
        }
    }

    #[test]
    fn thresholds_that_are_no_numbers() {
        for odd in [f64::NAN, f64::INFINITY] {
            assert_eq!(refused(&thresholds(&[odd])), ("scoring.r".into(), "ascending".into()));
        }
    }

    #[test]
    fn thresholds_of_f_and_m_are_named() {
        let four = vec![1.0, 2.0, 3.0, 4.0];
        let f = Scoring::Thresholds { r: four.clone(), f: vec![], m: four.clone() };
        assert_eq!(refused(&with_scoring(f)).0, "scoring.f.length");
        let m = Scoring::Thresholds { r: four.clone(), f: four, m: vec![2.0, 1.0] };
        assert_eq!(refused(&with_scoring(m)).0, "scoring.m");
    }

    #[test]
    fn negative_weights() {
        let params = RfmParams { weights: [1.0, -0.1, 1.0], ..RfmParams::default() };
        assert_eq!(refused(&params), ("weights".into(), "not_negative".into()));
    }

    #[test]
    fn weights_that_are_no_numbers_or_add_up_to_none() {
        for weights in [[f64::NAN, 1.0, 1.0], [f64::INFINITY, 1.0, 1.0], [f64::MAX; 3]] {
            let params = RfmParams { weights, ..RfmParams::default() };
            assert_eq!(refused(&params), ("weights".into(), "not_negative".into()));
        }
    }

    #[test]
    fn weights_of_nothing() {
        let params = RfmParams { weights: [0.0; 3], ..RfmParams::default() };
        assert_eq!(refused(&params), ("weights".into(), "not_all_zero".into()));
    }

    #[test]
    fn an_unknown_setting_in_a_recipe_is_refused() {
        let recipe = r#"{"scoring":{"kind":"median"},"bin":5}"#;
        assert!(serde_json::from_str::<RfmParams>(recipe).is_err());
        let known = r#"{"scoring":{"kind":"median"},"rules":{"kind":"eight"}}"#;
        let params: RfmParams = serde_json::from_str(known).unwrap();
        assert_eq!(params.weights, [1.0; 3]);
    }
}
