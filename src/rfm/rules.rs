//! Rules over scores: who is in which segment, and what the rules leave out or claim twice.

use serde::{Deserialize, Serialize};

use super::bad;
use crate::error::Error;

/// One rule over score ranges, both ends included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Rule {
    /// A key of a shipped set (`champions`), or the user's own name.
    pub name: String,
    /// Range of R.
    pub r: [u8; 2],
    /// Range of F.
    pub f: [u8; 2],
    /// Range of M.
    pub m: [u8; 2],
}

impl Rule {
    fn claims(&self, [r, f, m]: [u8; 3]) -> bool {
        let within = |[from, to]: [u8; 2], score| from <= score && score <= to;
        within(self.r, r) && within(self.f, f) && within(self.m, m)
    }
}

/// The name of those no rule claims.
pub(super) const OTHERS: &str = "others";

/// More rules than this cannot be told apart in a table or by colour.
const MOST_RULES: usize = 100;

/// Own rules hold: each has a name of its own and ranges within the scores.
pub(super) fn check_rules(rules: &[Rule], bins: [u8; 3]) -> Result<(), Error> {
    if !(1..=MOST_RULES).contains(&rules.len()) {
        return Err(bad("rules.length", &rules.len().to_string(), "1..=100"));
    }
    for (at, rule) in rules.iter().enumerate() {
        let name = rule.name.trim();
        if name.is_empty() {
            return Err(bad(&format!("rules[{at}].name"), &rule.name, "not_empty"));
        }
        if name == OTHERS || rules[..at].iter().any(|earlier| earlier.name.trim() == name) {
            return Err(bad(&format!("rules[{at}].name"), &rule.name, "unique"));
        }
        for (dimension, [from, to], bins) in
            [("r", rule.r, bins[0]), ("f", rule.f, bins[1]), ("m", rule.m, bins[2])]
        {
            if !(1 <= from && from <= to && to <= bins) {
                let setting = format!("rules[{at}].{dimension}");
                return Err(bad(&setting, &format!("{from}..={to}"), &format!("1..={bins}")));
            }
        }
    }
    Ok(())
}

/// The segment of every combination of scores; the first rule that claims it wins.
#[derive(Debug, Clone)]
pub(super) struct ScoreCells {
    bins: [u8; 3],
    /// Rules that claim each combination, in order; M varies fastest, then F, then R.
    claims: Vec<Vec<u16>>,
    rules: u16,
}

impl ScoreCells {
    pub(super) fn of(rules: &[Rule], bins: [u8; 3]) -> Self {
        let claims = combinations(bins)
            .map(|scores| {
                let claims = rules.iter().zip(0..).filter(|(rule, _)| rule.claims(scores));
                claims.map(|(_, rule)| rule).collect()
            })
            .collect();
        Self { bins, claims, rules: rules.len() as u16 }
    }

    /// Index of the rule that wins, or the number of rules where none claims.
    pub(super) fn segment(&self, scores: [u8; 3]) -> u16 {
        self.claims[self.index(scores)].first().copied().unwrap_or(self.rules)
    }

    /// The segment of a cell of the R x F map if it does not depend on M and some rule claims it.
    pub(super) fn segment_of_column(&self, r: u8, f: u8) -> Option<u16> {
        let segment = self.segment([r, f, 1]);
        let same = (1..=self.bins[2]).all(|m| self.segment([r, f, m]) == segment);
        (same && segment < self.rules).then_some(segment)
    }

    fn index(&self, [r, f, m]: [u8; 3]) -> usize {
        let [_, f_bins, m_bins] = self.bins.map(usize::from);
        let [r, f, m] = [r, f, m].map(|score| usize::from(score - 1));
        (r * f_bins + f) * m_bins + m
    }

    /// What the rules leave out or claim twice, and how many customers that concerns.
    pub(super) fn check(&self, customers: impl Iterator<Item = [u8; 3]>) -> RuleCheck {
        let mut counts = vec![0; self.claims.len()];
        for scores in customers {
            counts[self.index(scores)] += 1;
        }
        let mut check = RuleCheck::default();
        let rules = usize::from(self.rules);
        // Pairs by their place in a square of rules.
        let mut pairs = vec![(0, 0); rules * rules];
        let mut wins = vec![false; rules];
        for ((scores, claims), &customers) in combinations(self.bins).zip(&self.claims).zip(&counts)
        {
            let Some((&winner, _)) = claims.split_first() else {
                check.gap_cells += 1;
                check.gap_customers += customers;
                if check.gap_examples.len() < GAP_EXAMPLES {
                    check.gap_examples.push(scores);
                }
                continue;
            };
            wins[usize::from(winner)] = true;
            for (at, &first) in claims.iter().enumerate() {
                for &second in &claims[at + 1..] {
                    let pair = &mut pairs[usize::from(first) * rules + usize::from(second)];
                    *pair = (pair.0 + 1, pair.1 + customers);
                }
            }
        }
        for (place, (cells, customers)) in pairs.into_iter().enumerate() {
            if cells > 0 {
                let (first, second) = ((place / rules) as u16, (place % rules) as u16);
                check.overlaps.push(Overlap { first, second, cells, customers });
            }
        }
        check.shadowed = (0..self.rules).filter(|&rule| !wins[usize::from(rule)]).collect();
        check
    }
}

/// All combinations of scores, M fastest.
fn combinations([r, f, m]: [u8; 3]) -> impl Iterator<Item = [u8; 3]> {
    (1..=r).flat_map(move |r| (1..=f).flat_map(move |f| (1..=m).map(move |m| [r, f, m])))
}

const GAP_EXAMPLES: usize = 8;

/// Two rules that claim the same scores; the earlier wins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Overlap {
    /// Index of the earlier rule.
    pub first: u16,
    /// Index of the later rule.
    pub second: u16,
    /// Score combinations both claim.
    pub cells: u32,
    /// Customers in them.
    pub customers: u32,
}

/// What a set of rules leaves out or claims twice.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct RuleCheck {
    /// Pairs, in order.
    pub overlaps: Vec<Overlap>,
    /// Score combinations that no rule claims.
    pub gap_cells: u32,
    /// Customers in them.
    pub gap_customers: u32,
    /// The first such combinations, as [r, f, m], at most 8.
    pub gap_examples: Vec<[u8; 3]>,
    /// Rules that can never win, because earlier ones claim all they claim.
    pub shadowed: Vec<u16>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(name: &str, r: [u8; 2], f: [u8; 2], m: [u8; 2]) -> Rule {
        Rule { name: name.into(), r, f, m }
    }

    fn refused(rules: &[Rule]) -> (String, String) {
        match check_rules(rules, [5, 4, 3]).unwrap_err() {
            Error::BadSetting { setting, expected, .. } => (setting, expected),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_first_rule_that_claims_wins() {
        let rules = [rule("a", [2, 2], [1, 2], [1, 2]), rule("b", [1, 2], [2, 2], [1, 2])];
        let cells = ScoreCells::of(&rules, [2, 2, 2]);
        assert_eq!(cells.segment([2, 2, 1]), 0);
        assert_eq!(cells.segment([1, 2, 1]), 1);
        assert_eq!(cells.segment([1, 1, 1]), 2);
    }

    #[test]
    fn overlaps_gaps_and_shadows_are_counted_with_their_customers() {
        let rules = [
            rule("a", [2, 2], [1, 2], [1, 2]),
            rule("b", [1, 2], [2, 2], [1, 2]),
            rule("c", [2, 2], [2, 2], [2, 2]),
        ];
        let customers = [[2, 2, 2], [2, 2, 1], [1, 1, 1], [1, 1, 1], [1, 1, 2], [1, 2, 1]];
        let check = ScoreCells::of(&rules, [2, 2, 2]).check(customers.into_iter());
        let expected = RuleCheck {
            overlaps: vec![
                Overlap { first: 0, second: 1, cells: 2, customers: 2 },
                Overlap { first: 0, second: 2, cells: 1, customers: 1 },
                Overlap { first: 1, second: 2, cells: 1, customers: 1 },
            ],
            gap_cells: 2,
            gap_customers: 3,
            gap_examples: vec![[1, 1, 1], [1, 1, 2]],
            shadowed: vec![2],
        };
        assert_eq!(check, expected);
    }

    #[test]
    fn a_rule_is_shadowed_by_several_together() {
        let rules = [
            rule("a", [1, 1], [1, 2], [1, 1]),
            rule("b", [2, 2], [1, 2], [1, 1]),
            rule("c", [1, 2], [2, 2], [1, 1]),
        ];
        assert_eq!(ScoreCells::of(&rules, [2, 2, 1]).check([].into_iter()).shadowed, [2]);
    }

    #[test]
    fn a_cell_of_the_map_has_a_segment_if_m_does_not_matter() {
        let rules = [rule("a", [1, 1], [1, 1], [1, 2]), rule("b", [2, 2], [1, 1], [1, 1])];
        let cells = ScoreCells::of(&rules, [2, 2, 2]);
        assert_eq!(cells.segment_of_column(1, 1), Some(0));
        assert_eq!(cells.segment_of_column(2, 1), None);
        assert_eq!(cells.segment_of_column(2, 2), None);
    }

    #[test]
    fn no_rules() {
        assert_eq!(refused(&[]), ("rules.length".into(), "1..=100".into()));
    }

    #[test]
    fn more_than_a_hundred_rules() {
        let rules: Vec<Rule> =
            (0..101).map(|n| rule(&n.to_string(), [1, 1], [1, 1], [1, 1])).collect();
        assert_eq!(refused(&rules), ("rules.length".into(), "1..=100".into()));
    }

    #[test]
    fn a_rule_without_a_name() {
        let rules = [rule(" ", [1, 1], [1, 1], [1, 1])];
        assert_eq!(refused(&rules), ("rules[0].name".into(), "not_empty".into()));
    }

    #[test]
    fn a_name_twice() {
        let rules = [rule("a", [1, 1], [1, 1], [1, 1]), rule("a ", [2, 2], [1, 1], [1, 1])];
        assert_eq!(refused(&rules), ("rules[1].name".into(), "unique".into()));
    }

    #[test]
    fn the_name_of_those_no_rule_claims() {
        let rules = [rule("others", [1, 1], [1, 1], [1, 1])];
        assert_eq!(refused(&rules), ("rules[0].name".into(), "unique".into()));
    }

    #[test]
    fn a_range_from_zero() {
        let rules = [rule("a", [0, 5], [1, 4], [1, 3])];
        assert_eq!(refused(&rules), ("rules[0].r".into(), "1..=5".into()));
    }

    #[test]
    fn a_range_past_the_bins() {
        let rules = [rule("a", [1, 5], [1, 5], [1, 3])];
        assert_eq!(refused(&rules), ("rules[0].f".into(), "1..=4".into()));
    }

    #[test]
    fn a_range_backwards() {
        let rules = [rule("a", [1, 5], [1, 4], [3, 2])];
        assert_eq!(refused(&rules), ("rules[0].m".into(), "1..=3".into()));
    }
}
