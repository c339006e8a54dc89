//! Scores, segments and tiers of customers.

use super::{
    Cut, Groups, RfmParams, RfmPlan, Rule, ScoreCells, Scoring, Ties, cuts, scores_by_cuts,
    scores_within,
};
use crate::customers::{Customers, Sorted};
use crate::error::Error;

/// Customers scored and named, in the order of [`Customers`].
#[derive(Debug, Clone, Default)]
pub struct Rfm {
    /// Scores per dimension: the best is `bins`.
    pub bins: [u8; 3],
    /// Scores of R, F and M, from 1.
    pub scores: [Vec<u8>; 3],
    /// Weighted mean of the scores.
    pub weighted: Vec<f64>,
    /// Index into `rules`; their number where no rule claims the scores.
    pub segment: Vec<u16>,
    /// 0 high, 1 middle, 2 low.
    pub tier: Vec<u8>,
    /// The rules that were applied, for the shipped sets too.
    pub rules: Vec<Rule>,
    /// Cut points per dimension, ascending, in its unit; empty for F and M when nested.
    pub cuts: [Vec<f64>; 3],
    /// Customers whose value equals the cut at the same position.
    pub at_cut: [Vec<u32>; 3],
    /// How they were scored.
    pub params: RfmParams,
}

impl Rfm {
    /// The scores of one customer.
    #[must_use]
    pub fn scores_of(&self, customer: usize) -> [u8; 3] {
        self.scores.each_ref().map(|scores| scores[customer])
    }
}

/// Scores customers and names their segments and tiers (METHODS section 2).
///
/// The score of a value is 1 + the number of cut points strictly below it, reversed for R, so that
/// the most recent have the highest. Nested: F is cut anew within each score of R, and M within each
/// pair of scores of R and F.
///
/// # Errors
/// [`Error::BadSetting`] for params out of range.
///
/// ```
/// use segmentlab::customers::Customers;
/// use segmentlab::rfm::{RfmParams, RuleSet, Scoring, score};
/// use segmentlab::table::Money;
///
/// let customers = Customers {
///     code: vec![0, 1],
///     rank: vec![0, 1],
///     recency: vec![3, 90],
///     frequency: vec![7, 1],
///     monetary: vec![Money(500_000_000), Money(20_000_000)],
///     net: vec![Money(500_000_000), Money(20_000_000)],
///     ..Customers::default()
/// };
/// let params = RfmParams { scoring: Scoring::Median, rules: RuleSet::Eight, ..RfmParams::default() };
/// let rfm = score(&customers, &params)?;
/// assert_eq!(rfm.scores_of(0), [2, 2, 2]);
/// assert_eq!(rfm.rules[usize::from(rfm.segment[0])].name, "key_valued");
/// assert_eq!(rfm.rules[usize::from(rfm.segment[1])].name, "ordinary_to_win_back");
/// # Ok::<(), segmentlab::error::Error>(())
/// ```
pub fn score(customers: &Customers, params: &RfmParams) -> Result<Rfm, Error> {
    let plan = params.check()?;
    let sorted = Sorted::dimensions(customers);
    let cuts = shown_cuts(&plan, &sorted);
    let scores = scores(customers, &plan, &cuts);

    let cells = ScoreCells::of(&plan.rules, plan.bins);
    let of = |customer: usize| scores.each_ref().map(|scores: &Vec<u8>| scores[customer]);
    let segment = (0..customers.len()).map(|customer| cells.segment(of(customer))).collect();
    let weighted = (0..customers.len())
        .map(|customer| {
            let terms = of(customer).into_iter().zip(plan.weights);
            terms.map(|(score, weight)| f64::from(score) * weight).sum()
        })
        .collect();
    let at = |dimension: usize| {
        let sorted = &sorted[dimension];
        let cuts = &cuts[dimension];
        let values = cuts.iter().map(|cut| cut.to_f64(sorted.scale())).collect();
        (values, cuts.iter().map(|cut| cut.count_at(sorted)).collect())
    };
    let [(r, at_r), (f, at_f), (m, at_m)] = [at(0), at(1), at(2)];
    Ok(Rfm {
        bins: plan.bins,
        tier: plan.tiers.assign(&customers.monetary),
        cuts: [r, f, m],
        at_cut: [at_r, at_f, at_m],
        rules: plan.rules,
        scores,
        weighted,
        segment,
        params: params.clone(),
    })
}

/// The cuts that hold for all customers: of nested dimensions there are none.
fn shown_cuts(plan: &RfmPlan, sorted: &[Sorted; 3]) -> [Vec<Cut>; 3] {
    let nested = matches!(plan.scoring, Scoring::Quantile { nested: true, .. });
    [0, 1, 2].map(|dimension| {
        if nested && dimension > 0 {
            return Vec::new();
        }
        cuts(&plan.scoring, dimension, &sorted[dimension])
    })
}

fn scores(customers: &Customers, plan: &RfmPlan, cuts: &[Vec<Cut>; 3]) -> [Vec<u8>; 3] {
    let values = customers.dimensions();
    let rank = &customers.rank;
    let most_recent_best = |mut r: Vec<u8>| {
        for score in &mut r {
            *score = plan.bins[0] + 1 - *score;
        }
        r
    };
    let all = || Groups::all(customers.len());
    match plan.scoring {
        Scoring::Quantile { bins, nested: true, ties } => {
            let [r, f, m] = &values;
            let all = all();
            let r = most_recent_best(scores_within(&all, r, rank, bins, ties));
            let within_r = all.divided(&r, bins);
            let f = scores_within(&within_r, f, rank, bins, ties);
            let within_f = within_r.divided(&f, bins);
            let m = scores_within(&within_f, m, rank, bins, ties);
            [r, f, m]
        }
        Scoring::Quantile { bins, nested: false, ties: Ties::ById } => {
            let [r, f, m] = values
                .each_ref()
                .map(|values| scores_within(&all(), values, rank, bins, Ties::ById));
            [most_recent_best(r), f, m]
        }
        _ => {
            let [r, f, m] = [0, 1, 2].map(|at: usize| scores_by_cuts(&values[at], &cuts[at]));
            [most_recent_best(r), f, m]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rfm::RuleSet;
    use crate::table::Money;

    fn customers(recency: &[u32], frequency: &[u32], units: &[i64]) -> Customers {
        let monetary: Vec<Money> = units.iter().map(|unit| Money(unit * Money::SCALE)).collect();
        Customers {
            code: (0..recency.len() as u32).collect(),
            rank: (0..recency.len() as u32).collect(),
            recency: recency.to_vec(),
            frequency: frequency.to_vec(),
            net: monetary.clone(),
            monetary,
            ..Customers::default()
        }
    }

    fn with(scoring: Scoring) -> RfmParams {
        let all = Rule { name: "all".into(), r: [1, 2], f: [1, 2], m: [1, 2] };
        RfmParams { scoring, rules: RuleSet::Own { rules: vec![all] }, ..RfmParams::default() }
    }

    #[test]
    fn five_is_best_on_every_dimension() {
        let customers = customers(&[1, 2, 3, 4, 5], &[5, 4, 3, 2, 1], &[50, 40, 30, 20, 10]);
        let rfm = score(&customers, &RfmParams::default()).unwrap();
        assert_eq!(rfm.scores, [vec![5, 4, 3, 2, 1], vec![5, 4, 3, 2, 1], vec![5, 4, 3, 2, 1]]);
        assert_eq!(rfm.weighted[0], 5.0);
    }

    #[test]
    fn nested_cuts_f_within_r_and_m_within_both() {
        // Two recent customers and two old ones: orders of hundreds stand against each other only.
        let customers = customers(&[1, 1, 9, 9], &[1, 2, 100, 200], &[9, 8, 7, 6]);
        let scoring = Scoring::Quantile { bins: 2, nested: true, ties: Ties::Together };
        let rfm = score(&customers, &with(scoring)).unwrap();
        assert_eq!(rfm.scores[0], [2, 2, 1, 1]);
        assert_eq!(rfm.scores[1], [1, 2, 1, 2]);
        // Alone in the cell: nothing to cut, nothing above.
        assert_eq!(rfm.scores[2], [1, 1, 1, 1]);
        assert_eq!(rfm.cuts, [vec![5.0], vec![], vec![]]);
    }

    #[test]
    fn by_id_the_smaller_id_is_the_more_recent() {
        let mut customers = customers(&[7, 7, 7, 7], &[1, 1, 1, 1], &[1, 1, 1, 1]);
        customers.rank = vec![3, 2, 1, 0];
        let scoring = Scoring::Quantile { bins: 2, nested: false, ties: Ties::ById };
        let rfm = score(&customers, &with(scoring)).unwrap();
        assert_eq!(rfm.scores[0], [1, 1, 2, 2]);
        assert_eq!(rfm.scores[1], [2, 2, 1, 1]);
    }

    #[test]
    fn thresholds_may_have_their_own_number_of_bins() {
        let customers = customers(&[10, 11], &[3, 9], &[1, 1]);
        let rules = vec![Rule { name: "all".into(), r: [1, 2], f: [1, 3], m: [1, 2] }];
        let params = RfmParams {
            scoring: Scoring::Thresholds { r: vec![10.0], f: vec![1.0, 3.0], m: vec![2.5] },
            rules: RuleSet::Own { rules },
            ..RfmParams::default()
        };
        let rfm = score(&customers, &params).unwrap();
        assert_eq!(rfm.bins, [2, 3, 2]);
        assert_eq!(rfm.scores, [vec![2, 1], vec![2, 3], vec![1, 1]]);
    }

    #[test]
    fn weights_are_scaled_to_one() {
        let customers = customers(&[1, 9], &[9, 1], &[1, 9]);
        let params = RfmParams { weights: [2.0, 1.0, 1.0], ..with(Scoring::Median) };
        let rfm = score(&customers, &params).unwrap();
        // (2 * 2 + 1 * 2 + 1 * 1) / 4 and (2 * 1 + 1 * 1 + 1 * 2) / 4.
        assert_eq!(rfm.weighted, [1.75, 1.25]);
    }
}
