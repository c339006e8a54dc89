//! A rule that describes a segment.

use super::{
    Column, MISSING, Members, RuleCondition, RuleTest, Sample, SegmentRule, Step, best_path,
};

/// The rule of the segment at a place: the conjunction that a shallow tree on the sample comes to, counted on all
/// customers who have a segment. `None` where its F1 is not above that of naming everyone.
pub(super) fn rule(
    sample: &Sample,
    members: &Members,
    columns: &[&Column],
    at: usize,
) -> Option<SegmentRule> {
    let conditions = conditions(&best_path(sample, &sample.inside(at))?);
    let fulfilled = |customers: &[u32]| {
        let all = |&&customer: &&u32| {
            conditions.iter().all(|one| one.test.holds(columns[one.at as usize], customer))
        };
        customers.iter().filter(all).count()
    };
    let segment = members.of_segment(at).len();
    let right = fulfilled(members.of_segment(at));
    let named: usize = members.iter().map(fulfilled).sum();
    // Everyone: all of the segment are right, and all customers are named.
    let is_better = right * (members.total() + segment) > segment * (named + segment);
    is_better.then(|| SegmentRule {
        conditions,
        named: named as u32,
        right: right as u32,
        precision: right as f64 / named as f64,
        recall: right as f64 / segment as f64,
    })
}

/// The answers on a way as conditions, one per trait, in the order in which traits come up.
fn conditions(path: &[(u32, Step)]) -> Vec<RuleCondition> {
    let mut traits: Vec<u32> = Vec::new();
    for (at, _) in path {
        if !traits.contains(at) {
            traits.push(*at);
        }
    }
    let condition = |at: u32| {
        let steps = path.iter().filter(|(of, _)| *of == at).map(|(_, step)| *step);
        RuleCondition { at, test: test(steps) }
    };
    traits.into_iter().map(condition).collect()
}

/// Of one trait. Each answer was asked of those who gave the ones before, so the last bound is the narrowest, and one
/// category leaves nothing to say of the others.
fn test(steps: impl Iterator<Item = Step>) -> RuleTest {
    let (mut low, mut high, mut is, mut is_not) = (None, None, None, Vec::new());
    for step in steps {
        match step {
            Step::Above(bound) => low = Some(bound),
            Step::UpTo(bound) => high = Some(bound),
            Step::Is(place) => is = Some(u32::from(place)),
            Step::IsNot(place) => is_not.push(u32::from(place)),
        }
    }
    match is {
        Some(category) => RuleTest::Is { category },
        None if is_not.is_empty() => RuleTest::Within { low, high },
        None => {
            is_not.sort_unstable();
            RuleTest::IsNot { categories: is_not }
        }
    }
}

impl RuleTest {
    fn holds(&self, column: &Column, customer: u32) -> bool {
        match (self, column) {
            (Self::Within { low, high }, Column::Figure(values)) => {
                let value = values[customer as usize];
                value.is_finite()
                    && low.is_none_or(|low| value > low)
                    && high.is_none_or(|high| value <= high)
            }
            (Self::Is { category }, Column::Categories(categories)) => {
                u32::from(categories.place(customer)) == *category
            }
            (Self::IsNot { categories: others }, Column::Categories(categories)) => {
                let place = categories.place(customer);
                place != MISSING && !others.contains(&u32::from(place))
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::Categories;
    use crate::segments::{Label, Segmentation};
    use crate::transactions::NO_CODE;

    fn members(inside: &[bool]) -> Members {
        let label = |&inside: &bool| Label::Segment(u16::from(!inside));
        let names = ["segment", "rest"].map(str::to_owned).to_vec();
        Members::of(&Segmentation { names, labels: inside.iter().map(label).collect() })
    }

    fn rule_of(inside: &[bool], columns: &[Column]) -> Option<SegmentRule> {
        let members = members(inside);
        let columns: Vec<&Column> = columns.iter().collect();
        rule(&Sample::of(&members, &columns), &members, &columns, 0)
    }

    /// Numbers below `end` in an order without pattern.
    fn scattered(n: usize, factor: usize, end: usize) -> Vec<f64> {
        (0..n).map(|at| ((at * factor + 7) % 9_973 % end) as f64).collect()
    }

    #[test]
    fn a_planted_rule_is_found() {
        let n = 4_000;
        let [days, money, other] =
            [(37, 365), (101, 1_000), (53, 50)].map(|(factor, end)| scattered(n, factor, end));
        let codes: Vec<u32> = (0..n).map(|at| (at * 71 % 9_973 % 3) as u32).collect();
        let inside: Vec<bool> =
            (0..n).map(|at| days[at] <= 90.0 && money[at] > 300.0 && codes[at] == 2).collect();
        let names: Vec<String> = ["x", "y", "z"].map(str::to_owned).to_vec();
        let categories = Categories::of(&codes, &names, &members(&inside));
        let place =
            (0..n as u32).find(|&at| codes[at as usize] == 2).map(|at| categories.place(at));
        let columns = [
            Column::Figure(&other),
            Column::Figure(&money),
            Column::Categories(categories),
            Column::Figure(&days),
        ];
        let found = rule_of(&inside, &columns).unwrap();
        assert_eq!((found.precision, found.recall), (1.0, 1.0));
        assert_eq!(found.named as usize, inside.iter().filter(|&&is| is).count());
        let mut conditions = found.conditions;
        conditions.sort_by_key(|condition| condition.at);
        let within = |at, low, high| RuleCondition { at, test: RuleTest::Within { low, high } };
        let is = RuleTest::Is { category: u32::from(place.unwrap()) };
        let expected = [
            within(1, Some(300.0), None),
            RuleCondition { at: 2, test: is },
            within(3, None, Some(90.0)),
        ];
        assert_eq!(conditions, expected);
    }

    #[test]
    fn bounds_of_one_figure_are_one_condition() {
        let values: Vec<f64> = (0..300).map(f64::from).collect();
        let inside: Vec<bool> = (0..300).map(|at| (100..150).contains(&at)).collect();
        let found = rule_of(&inside, &[Column::Figure(&values)]).unwrap();
        // 99 is below the segment and 149 in it: the fewest digits from there to the next value.
        let test = RuleTest::Within { low: Some(99.0), high: Some(149.0) };
        assert_eq!(found.conditions, [RuleCondition { at: 0, test }]);
        assert_eq!((found.named, found.right), (50, 50));
    }

    #[test]
    fn whoever_lacks_the_value_never_fulfils() {
        let mut values: Vec<f64> = (0..100).map(f64::from).collect();
        let mut inside: Vec<bool> = (0..100).map(|at| at < 40).collect();
        values.extend([f64::NAN, f64::INFINITY, f64::NEG_INFINITY]);
        inside.extend([true; 3]);
        let found = rule_of(&inside, &[Column::Figure(&values)]).unwrap();
        assert_eq!((found.named, found.right), (40, 40));
        assert_eq!(found.recall, 40.0 / 43.0);

        let codes: Vec<u32> = (0..90).map(|at| at % 3).chain([NO_CODE; 10]).collect();
        let names: Vec<String> = ["x", "y", "z"].map(str::to_owned).to_vec();
        let inside: Vec<bool> = codes.iter().map(|&code| code != 1).collect();
        let categories = Categories::of(&codes, &names, &members(&inside));
        let found = rule_of(&inside, &[Column::Categories(categories)]).unwrap();
        let test = RuleTest::IsNot { categories: vec![1] };
        assert_eq!(found.conditions, [RuleCondition { at: 0, test }]);
        assert_eq!((found.named, found.right), (60, 60));
    }

    #[test]
    fn of_traits_that_say_the_same_the_first_is_taken() {
        let values: Vec<f64> = (0..60).map(f64::from).collect();
        let doubled: Vec<f64> = values.iter().map(|value| 2.0 * value).collect();
        let inside: Vec<bool> = (0..60).map(|at| at >= 30).collect();
        let found = rule_of(&inside, &[Column::Figure(&doubled), Column::Figure(&values)]);
        // Above 58 and up to 60.
        let test = RuleTest::Within { low: Some(59.0), high: None };
        assert_eq!(found.unwrap().conditions, [RuleCondition { at: 0, test }]);
    }

    #[test]
    fn nothing_is_said_where_nothing_tells_apart() {
        let same = vec![3.0; 50];
        let inside: Vec<bool> = (0..50).map(|at| at % 2 == 0).collect();
        assert_eq!(rule_of(&inside, &[Column::Figure(&same)]), None);
        assert_eq!(rule_of(&inside, &[]), None);
    }

    #[test]
    fn counts_are_of_all_customers_where_the_rule_is_of_a_sample() {
        let n = 60_000;
        let values = scattered(n, 37, 1_000);
        let noise = scattered(n, 101, 10);
        let inside: Vec<bool> = (0..n).map(|at| values[at] < 250.0 && noise[at] < 8.0).collect();
        let found = rule_of(&inside, &[Column::Figure(&values)]).unwrap();
        let [RuleCondition { test: RuleTest::Within { low: None, high: Some(high) }, .. }] =
            found.conditions[..]
        else {
            panic!("{found:?}")
        };
        let named = values.iter().filter(|&&value| value <= high);
        assert_eq!(found.named as usize, named.count());
        let right = values.iter().zip(&inside).filter(|&(&value, &inside)| value <= high && inside);
        assert_eq!(found.right as usize, right.count());
        assert!((245.0..255.0).contains(&high));
    }
}
