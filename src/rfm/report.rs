//! The RFM screen.

use serde::Serialize;

use super::{OTHERS, Rfm, Rule, RuleCheck, ScoreCells, Sums, TIERS};
use crate::customers::{Customers, Histogram, Sorted};
use crate::table::{Money, sum_to_f64};

/// One dimension as scored.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Dimension {
    /// Cut points, ascending. For nested scoring of F and M: empty (they differ per parent bin).
    pub cuts: Vec<f64>,
    /// Customers per score, from score 1.
    pub sizes: Vec<u32>,
    /// Customers whose value equals the cut at the same position.
    pub at_cut: Vec<u32>,
    /// Scores that some customer has.
    pub surviving: u8,
    /// The most common value.
    pub mode: f64,
    /// Customers who have it.
    pub mode_count: u32,
    /// Distribution of the values.
    pub histogram: Histogram,
}

/// One cell of the R x F map.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Cell {
    /// Score of R.
    pub r: u8,
    /// Score of F.
    pub f: u8,
    /// Customers.
    pub customers: u32,
    /// Their net amount.
    pub value: f64,
    /// The segment all or most of its customers are in (index into `RfmReport::segments`), the earlier
    /// of equally many; without customers, the one that claims the cell whatever M is, if any.
    pub segment: Option<u16>,
}

/// A row of the segment table.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct SegmentRow {
    /// Key or own name; `others` for customers no rule matches.
    pub name: String,
    /// Customers.
    pub customers: u32,
    /// Their net amount.
    pub value: f64,
    /// Share of customers, 0 to 1.
    pub customer_share: f64,
    /// Share of value; `None` when the total is not positive.
    pub value_share: Option<f64>,
    /// Mean R in days; `None` when empty, likewise below.
    pub recency: Option<f64>,
    /// Mean F in orders.
    pub frequency: Option<f64>,
    /// Mean M.
    pub monetary: Option<f64>,
}

/// A row of the tier table: high, middle, low in this order.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct TierRow {
    /// Customers.
    pub customers: u32,
    /// Their net amount.
    pub value: f64,
    /// Share of customers, 0 to 1.
    pub customer_share: f64,
    /// Share of value; `None` when the total is not positive.
    pub value_share: Option<f64>,
    /// The lowest M in the tier; `None` when empty.
    pub from: Option<f64>,
}

/// The RFM screen.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct RfmReport {
    /// Customers scored.
    pub customers: u32,
    /// Their net amount: the sum of M, and what the shares are of even where M is a mean.
    pub value: f64,
    /// R, F and M.
    pub dimensions: [Dimension; 3],
    /// All cells of the R x F map, those without customers too, R ascending within F ascending.
    pub cells: Vec<Cell>,
    /// One row per rule in order, then `others` if any customer is there.
    pub segments: Vec<SegmentRow>,
    /// High, middle, low.
    pub tiers: [TierRow; 3],
    /// Overlaps and gaps of the rules.
    pub check: RuleCheck,
    /// The rules that were applied, for the shipped sets too.
    pub rules: Vec<Rule>,
}

/// Counts what [`score`](super::score) made of the same customers (METHODS section 2).
///
/// ```
/// use segmentlab::customers::Customers;
/// use segmentlab::rfm::{RfmParams, report, score};
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
/// let report = report(&customers, &score(&customers, &RfmParams::default())?);
/// assert_eq!(report.value, 520.0);
/// assert_eq!(report.cells.len(), 25);
/// assert_eq!(report.segments.iter().map(|row| row.customers).sum::<u32>(), 2);
/// # Ok::<(), segmentlab::error::Error>(())
/// ```
#[must_use]
pub fn report(customers: &Customers, rfm: &Rfm) -> RfmReport {
    let all = Sums::of(customers, |_| 0, 1)[0].clone();
    RfmReport {
        customers: all.customers,
        value: sum_to_f64(all.value),
        dimensions: dimensions(customers, rfm),
        cells: cells(customers, rfm),
        segments: segments(customers, rfm, &all),
        tiers: tiers(customers, rfm, &all),
        check: ScoreCells::of(&rfm.rules, rfm.bins)
            .check((0..customers.len()).map(|customer| rfm.scores_of(customer))),
        rules: rfm.rules.clone(),
    }
}

fn dimensions(customers: &Customers, rfm: &Rfm) -> [Dimension; 3] {
    let sorted = Sorted::dimensions(customers);
    let [r, f, m] = Histogram::dimensions(&sorted);
    [(0, r), (1, f), (2, m)].map(|(at, histogram): (usize, _)| {
        let mut sizes = vec![0; rfm.bins[at].into()];
        for &score in &rfm.scores[at] {
            sizes[usize::from(score) - 1] += 1;
        }
        let (mode, mode_count) = sorted[at].mode();
        Dimension {
            cuts: rfm.cuts[at].clone(),
            surviving: sizes.iter().filter(|&&size| size > 0).count() as u8,
            sizes,
            at_cut: rfm.at_cut[at].clone(),
            mode,
            mode_count,
            histogram,
        }
    })
}

fn cells(customers: &Customers, rfm: &Rfm) -> Vec<Cell> {
    let [r_bins, f_bins, _] = rfm.bins;
    let names = rfm.rules.len() + 1;
    let place = |customer: usize| {
        let [r, f, _] = rfm.scores_of(customer).map(usize::from);
        (f - 1) * usize::from(r_bins) + r - 1
    };
    let count = usize::from(r_bins) * usize::from(f_bins);
    let sums = Sums::of(customers, place, count);
    let mut members = vec![0_u32; count * names];
    for (customer, &segment) in rfm.segment.iter().enumerate() {
        members[place(customer) * names + usize::from(segment)] += 1;
    }
    let score_cells = ScoreCells::of(&rfm.rules, rfm.bins);
    (1..=f_bins)
        .flat_map(|f| (1..=r_bins).map(move |r| (r, f)))
        .zip(sums.iter().zip(members.chunks(names)))
        .map(|((r, f), (sum, members))| Cell {
            r,
            f,
            customers: sum.customers,
            value: sum_to_f64(sum.value),
            segment: if sum.customers > 0 {
                most(members)
            } else {
                score_cells.segment_of_column(r, f)
            },
        })
        .collect()
}

/// Index of the largest, the first of equally large ones.
fn most(counts: &[u32]) -> Option<u16> {
    let most = counts.iter().max()?;
    counts.iter().position(|count| count == most).map(|at| at as u16)
}

fn segments(customers: &Customers, rfm: &Rfm, all: &Sums) -> Vec<SegmentRow> {
    let names = rfm.rules.iter().map(|rule| rule.name.as_str()).chain([OTHERS]);
    let sums = Sums::of(customers, |customer| rfm.segment[customer].into(), rfm.rules.len() + 1);
    names
        .zip(sums)
        .filter(|(name, sums)| *name != OTHERS || sums.customers > 0)
        .map(|(name, sums)| SegmentRow {
            name: name.to_owned(),
            customers: sums.customers,
            value: sum_to_f64(sums.value),
            customer_share: sums.customer_share(all),
            value_share: sums.value_share(all),
            recency: sums.mean(sums.recency as f64),
            frequency: sums.mean(sums.frequency as f64),
            monetary: sums.mean(sum_to_f64(sums.monetary)),
        })
        .collect()
}

fn tiers(customers: &Customers, rfm: &Rfm, all: &Sums) -> [TierRow; TIERS] {
    let sums = Sums::of(customers, |customer| rfm.tier[customer].into(), TIERS);
    [0, 1, 2].map(|tier: usize| {
        let sums = &sums[tier];
        TierRow {
            customers: sums.customers,
            value: sum_to_f64(sums.value),
            customer_share: sums.customer_share(all),
            value_share: sums.value_share(all),
            from: sums.lowest.map(Money::to_f64),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rfm::{RfmParams, RuleSet, Scoring, Tiers, score};

    /// R, F and M in units of each customer.
    fn customers(rows: &[(u32, u32, i64)]) -> Customers {
        let monetary: Vec<Money> = rows.iter().map(|row| Money(row.2 * Money::SCALE)).collect();
        Customers {
            code: (0..rows.len() as u32).collect(),
            rank: (0..rows.len() as u32).collect(),
            recency: rows.iter().map(|row| row.0).collect(),
            frequency: rows.iter().map(|row| row.1).collect(),
            net: monetary.clone(),
            monetary,
            ..Customers::default()
        }
    }

    fn rule(name: &str, r: [u8; 2], m: [u8; 2]) -> Rule {
        Rule { name: name.into(), r, f: [1, 2], m }
    }

    fn halves(rules: Vec<Rule>) -> RfmParams {
        RfmParams {
            scoring: Scoring::Thresholds { r: vec![10.0], f: vec![1.0], m: vec![50.0] },
            rules: RuleSet::Own { rules },
            weights: [2.0, 1.0, 1.0],
            tiers: Tiers::Share { high: 0.5, middle: 0.3 },
        }
    }

    #[test]
    fn segments_and_others_add_up() {
        let customers = customers(&[(5, 1, 100), (5, 3, 60), (20, 1, 40), (5, 1, -10)]);
        let params = halves(vec![rule("good", [2, 2], [2, 2]), rule("none", [1, 1], [2, 2])]);
        let report = report(&customers, &score(&customers, &params).unwrap());
        let rows: Vec<_> = report
            .segments
            .iter()
            .map(|row| (row.name.as_str(), row.customers, row.value, row.recency, row.frequency))
            .collect();
        let expected = [
            ("good", 2, 160.0, Some(5.0), Some(2.0)),
            ("none", 0, 0.0, None, None),
            ("others", 2, 30.0, Some(12.5), Some(1.0)),
        ];
        assert_eq!(rows, expected);
        assert_eq!(report.segments[0].value_share, Some(160.0 / 190.0));
        assert_eq!(report.segments[0].customer_share, 0.5);
        assert_eq!(report.segments[2].monetary, Some(15.0));
    }

    #[test]
    fn without_unclaimed_customers_there_is_no_row_for_others() {
        let customers = customers(&[(5, 1, 100)]);
        let params = halves(vec![rule("good", [2, 2], [2, 2])]);
        let report = report(&customers, &score(&customers, &params).unwrap());
        assert_eq!(report.segments.len(), 1);
    }

    #[test]
    fn the_map_runs_along_r_within_f_and_names_most_of_a_cell() {
        let customers = customers(&[(5, 1, 100), (5, 1, 10), (5, 1, 20), (20, 3, 90)]);
        let params = halves(vec![rule("rich", [1, 2], [2, 2]), rule("poor", [2, 2], [1, 1])]);
        let report = report(&customers, &score(&customers, &params).unwrap());
        let cells: Vec<_> = report
            .cells
            .iter()
            .map(|cell| (cell.r, cell.f, cell.customers, cell.value, cell.segment))
            .collect();
        let expected = [
            (1, 1, 0, 0.0, None),
            (2, 1, 3, 130.0, Some(1)),
            (1, 2, 1, 90.0, Some(0)),
            (2, 2, 0, 0.0, None),
        ];
        assert_eq!(cells, expected);
    }

    #[test]
    fn empty_cells_of_a_set_without_m_keep_their_segment() {
        let customers = customers(&[(5, 1, 1)]);
        let report = report(&customers, &score(&customers, &RfmParams::default()).unwrap());
        assert!(report.cells.iter().all(|cell| cell.segment.is_some()));
    }

    #[test]
    fn tiers_tell_their_lowest_amount() {
        let customers = customers(&[(1, 1, 50), (1, 1, 30), (1, 1, 15), (1, 1, 5)]);
        let params = halves(vec![rule("all", [1, 2], [1, 2])]);
        let report = report(&customers, &score(&customers, &params).unwrap());
        let tiers = report.tiers.map(|tier| (tier.customers, tier.value, tier.from));
        assert_eq!(tiers, [(1, 50.0, Some(50.0)), (1, 30.0, Some(30.0)), (2, 20.0, Some(5.0))]);
    }

    #[test]
    fn the_tie_report_says_how_many_bins_survive() {
        let customers =
            customers(&[(9, 1, 1), (8, 1, 2), (7, 1, 3), (6, 1, 4), (5, 2, 5), (4, 3, 6)]);
        let report = report(&customers, &score(&customers, &RfmParams::default()).unwrap());
        let f = &report.dimensions[1];
        // h = 1, 2, 3, 4: the cuts are 1, 1, 1, 2.
        assert_eq!(f.cuts, [1.0, 1.0, 1.0, 2.0]);
        assert_eq!(f.at_cut, [4, 4, 4, 1]);
        assert_eq!(f.sizes, [4, 0, 0, 1, 1]);
        assert_eq!((f.surviving, f.mode, f.mode_count), (3, 1.0, 4));
    }

    #[test]
    fn shares_of_nothing_are_not_told() {
        let customers = customers(&[(1, 1, 0), (2, 1, 0)]);
        let report = report(&customers, &score(&customers, &RfmParams::default()).unwrap());
        assert!(report.segments.iter().all(|row| row.value_share.is_none()));
        assert!(report.tiers.iter().all(|row| row.value_share.is_none()));
    }
}
