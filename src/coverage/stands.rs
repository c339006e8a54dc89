//! Where to put the effort: how attractive each segment is, and how strong one stands in it.

use serde::{Deserialize, Serialize};

use super::{Criterion, scores};
use crate::error::Error;

/// How much each criterion matters, not negative; the first three make a segment attractive, the others a stand strong.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Stands {
    /// Sales of the market; where they are not known, potential, or else customers.
    pub size: f64,
    /// Growth of the market.
    pub growth: f64,
    /// Potential less own sales.
    pub white_space: f64,
    /// Share of the market; where it is not known, of the customers' wallets.
    pub share: f64,
    /// Coverage.
    pub coverage: f64,
    /// Growth of own sales.
    pub momentum: f64,
}

impl Default for Stands {
    /// All matter the same.
    fn default() -> Self {
        Self { size: 1.0, growth: 1.0, white_space: 1.0, share: 1.0, coverage: 1.0, momentum: 1.0 }
    }
}

/// The figures of a segment in the same order; NaN where unknown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StandFigures {
    /// What makes it attractive: size, growth, white space.
    pub attractive: [f64; 3],
    /// What makes the stand strong: share, coverage, growth of own sales.
    pub strong: [f64; 3],
}

/// Where a segment stands in the grid of three by three.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Stance {
    /// 0 to 1, see [`stances`]; `None` where no criterion is known.
    pub attractiveness: Option<f64>,
    /// 0 to 1.
    pub strength: Option<f64>,
}

/// Attractiveness and strength of segments (the grid of General Electric and McKinsey): the weighted means of their
/// ranks among the others in each criterion, see [`scores`]. They are relative: the most attractive segment of a poor
/// market is still the most attractive one.
///
/// # Errors
/// [`Error::BadTiers`] if a weight is negative or all of one side are zero.
///
/// ```
/// use segmentlab::coverage::{StandFigures, Stands, stances};
/// let large = StandFigures { attractive: [90.0, f64::NAN, 5.0], strong: [0.1, 0.5, f64::NAN] };
/// let small = StandFigures { attractive: [10.0, f64::NAN, 5.0], strong: [0.3, 0.5, f64::NAN] };
/// let found = stances(&[large, small], &Stands { white_space: 0.0, ..Stands::default() })?;
/// assert_eq!((found[0].attractiveness, found[0].strength), (Some(0.75), Some(0.375)));
/// assert_eq!((found[1].attractiveness, found[1].strength), (Some(0.25), Some(0.625)));
/// # Ok::<(), segmentlab::error::Error>(())
/// ```
pub fn stances(segments: &[StandFigures], weights: &Stands) -> Result<Vec<Stance>, Error> {
    let side = |of: fn(&StandFigures) -> [f64; 3], weights: [f64; 3]| {
        let columns: [Vec<f64>; 3] =
            std::array::from_fn(|at| segments.iter().map(|one| of(one)[at]).collect());
        let criteria: Vec<Criterion<'_>> = columns
            .iter()
            .zip(weights)
            .map(|(values, weight)| Criterion { values, weight })
            .collect();
        scores(&criteria)
    };
    let Stands { size, growth, white_space, share, coverage, momentum } = *weights;
    let attractive = side(|one| one.attractive, [size, growth, white_space])?;
    let strong = side(|one| one.strong, [share, coverage, momentum])?;
    let known = |score: f64| Some(score).filter(|score| score.is_finite());
    let pairs = attractive.into_iter().zip(strong);
    Ok(pairs
        .map(|(attractive, strong)| Stance {
            attractiveness: known(attractive),
            strength: known(strong),
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(attractive: [f64; 3], strong: [f64; 3]) -> StandFigures {
        StandFigures { attractive, strong }
    }

    #[test]
    fn units_do_not_matter() {
        let segments: Vec<StandFigures> =
            (0..7).map(|at| of([f64::from(at * 5 % 7); 3], [f64::from(at * 3 % 7); 3])).collect();
        let larger: Vec<StandFigures> = segments
            .iter()
            .map(|one| of(one.attractive.map(|x| 1000.0 * x), one.strong.map(|x| x / 7.0)))
            .collect();
        let weights = Stands { growth: 4.0, ..Stands::default() };
        assert_eq!(stances(&segments, &weights), stances(&larger, &weights));
    }

    #[test]
    fn what_is_unknown_says_nothing() {
        let unknown = [f64::NAN; 3];
        let found = stances(&[of(unknown, [1.0; 3]), of(unknown, [2.0; 3])], &Stands::default());
        assert!(found.unwrap().iter().all(|one| one.attractiveness.is_none()));
        let none = Stands { share: 0.0, coverage: 0.0, momentum: 0.0, ..Stands::default() };
        assert_eq!(stances(&[of([1.0; 3], [1.0; 3])], &none), Err(Error::BadTiers));
        let negative = Stands { size: -1.0, ..Stands::default() };
        assert_eq!(stances(&[of([1.0; 3], [1.0; 3])], &negative), Err(Error::BadTiers));
    }
}
