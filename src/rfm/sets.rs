//! The sets of rules that ship.

use serde::{Deserialize, Serialize};

use super::{Rule, bad, check_rules};
use crate::error::Error;

/// Which rules name the segments; the first that matches wins, the rest is "others".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum RuleSet {
    /// Ten segments on R x F; needs 5 bins.
    Ten,
    /// The ranges of the R package rfm 0.3; needs 5 bins.
    RPackage,
    /// The eight classes of high and low; needs 2 bins.
    Eight,
    /// The user's own.
    Own {
        /// In order.
        rules: Vec<Rule>,
    },
}

/// Name, R, F, M.
type Row = (&'static str, [u8; 2], [u8; 2], [u8; 2]);

/// Complete and without overlap on R x F; M does not matter.
const TEN: [Row; 10] = [
    ("champions", [5, 5], [4, 5], [1, 5]),
    ("loyal_customers", [3, 4], [4, 5], [1, 5]),
    ("potential_loyalists", [4, 5], [2, 3], [1, 5]),
    ("new_customers", [5, 5], [1, 1], [1, 5]),
    ("promising", [4, 4], [1, 1], [1, 5]),
    ("need_attention", [3, 3], [3, 3], [1, 5]),
    ("about_to_sleep", [3, 3], [1, 2], [1, 5]),
    ("cant_lose_them", [1, 2], [5, 5], [1, 5]),
    ("at_risk", [1, 2], [3, 4], [1, 5]),
    ("lost", [1, 2], [1, 2], [1, 5]),
];

const R_PACKAGE: [Row; 10] = [
    ("champions", [5, 5], [5, 5], [5, 5]),
    ("potential_loyalists", [3, 5], [3, 5], [2, 5]),
    ("loyal_customers", [2, 4], [2, 4], [2, 4]),
    ("promising", [3, 4], [1, 3], [3, 5]),
    ("new_customers", [4, 5], [1, 3], [1, 5]),
    ("cant_lose_them", [1, 2], [3, 4], [4, 5]),
    ("at_risk", [1, 2], [2, 5], [4, 5]),
    ("need_attention", [1, 3], [3, 5], [3, 5]),
    ("about_to_sleep", [2, 3], [1, 3], [1, 4]),
    ("lost", [1, 1], [1, 5], [1, 5]),
];

const EIGHT: [Row; 8] = [
    ("key_valued", [2, 2], [2, 2], [2, 2]),
    ("key_to_develop", [2, 2], [1, 1], [2, 2]),
    ("key_to_keep", [1, 1], [2, 2], [2, 2]),
    ("key_to_win_back", [1, 1], [1, 1], [2, 2]),
    ("ordinary_valued", [2, 2], [2, 2], [1, 1]),
    ("ordinary_to_develop", [2, 2], [1, 1], [1, 1]),
    ("ordinary_to_keep", [1, 1], [2, 2], [1, 1]),
    ("ordinary_to_win_back", [1, 1], [1, 1], [1, 1]),
];

impl RuleSet {
    /// The rules in order, for these bins of R, F and M.
    pub(super) fn check(&self, bins: [u8; 3]) -> Result<Vec<Rule>, Error> {
        let (key, rows, needs): (_, &[Row], _) = match self {
            Self::Own { rules } => return check_rules(rules, bins).map(|()| rules.clone()),
            Self::Ten => ("ten", &TEN, 5),
            Self::RPackage => ("r_package", &R_PACKAGE, 5),
            Self::Eight => ("eight", &EIGHT, 2),
        };
        if bins != [needs; 3] {
            let [r, f, m] = bins;
            let expected = format!("bins={needs}x{needs}x{needs}");
            return Err(bad(&format!("rules.{key}"), &format!("bins={r}x{f}x{m}"), &expected));
        }
        Ok(rows.iter().map(|&(name, r, f, m)| Rule { name: name.into(), r, f, m }).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::super::ScoreCells;
    use super::*;

    fn refused(set: &RuleSet, bins: [u8; 3]) -> (String, String) {
        match set.check(bins).unwrap_err() {
            Error::BadSetting { setting, expected, .. } => (setting, expected),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn ten_and_eight_claim_every_cell_exactly_once() {
        for (set, bins) in [(RuleSet::Ten, 5), (RuleSet::Eight, 2)] {
            let rules = set.check([bins; 3]).unwrap();
            let check = ScoreCells::of(&rules, [bins; 3]).check([].into_iter());
            assert!(check.overlaps.is_empty());
            assert_eq!(check.gap_cells, 0);
            assert!(check.shadowed.is_empty());
        }
    }

    #[test]
    fn the_ranges_of_the_r_package_leave_some_to_others() {
        let rules = RuleSet::RPackage.check([5; 3]).unwrap();
        let cells = ScoreCells::of(&rules, [5; 3]);
        let name = |scores| rules[usize::from(cells.segment(scores))].name.clone();
        // METHODS section 9.
        assert_eq!(name([3, 4, 3]), "potential_loyalists");
        assert_eq!(name([4, 1, 2]), "new_customers");
        assert_eq!(name([3, 2, 3]), "loyal_customers");
        assert_eq!(name([5, 4, 4]), "potential_loyalists");
        let check = cells.check([].into_iter());
        // R 2 with F 1 or 2 and M 5: not in "about to sleep" (M to 4), F 1 not in "at risk".
        assert!(check.gap_examples.contains(&[2, 1, 5]));
        assert!(check.shadowed.is_empty());
    }

    #[test]
    fn ten_and_the_r_package_need_five_bins() {
        assert_eq!(refused(&RuleSet::Ten, [4; 3]), ("rules.ten".into(), "bins=5x5x5".into()));
        let package = refused(&RuleSet::RPackage, [5, 5, 4]);
        assert_eq!(package, ("rules.r_package".into(), "bins=5x5x5".into()));
    }

    #[test]
    fn eight_needs_two_bins() {
        assert_eq!(refused(&RuleSet::Eight, [5; 3]), ("rules.eight".into(), "bins=2x2x2".into()));
    }
}
