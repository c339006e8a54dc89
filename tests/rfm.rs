//! Online Retail, all 541,909 rows, against figures made with pandas and DuckDB.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use std::collections::HashMap;
use std::fs;
use std::sync::LazyLock;

use segmentlab::customers::{Civil, Customers, CustomersParams, Refunds, fold, overview};
use segmentlab::rfm::{Rfm, RfmParams, Scoring, Ties, report, score};
use segmentlab::transactions::Transactions;

fn retail() -> Option<&'static Transactions> {
    static FILE: LazyLock<Option<Transactions>> =
        LazyLock::new(|| common::transactions("data/online_retail/online-retail.csv.gz"));
    FILE.as_ref()
}

/// The reference leaves out the cancellations; so M is what was bought.
fn params() -> CustomersParams {
    CustomersParams { refunds: Refunds::Separate, ..CustomersParams::default() }
}

fn by_rank() -> RfmParams {
    let scoring = Scoring::Quantile { bins: 5, nested: false, ties: Ties::ById };
    RfmParams { scoring, ..RfmParams::default() }
}

/// One customer: id, R, F, M in millionths, first, last, country, scores by cut, scores by rank.
type Line = (String, u32, u32, i64, String, String, String, [u8; 3], [u8; 3]);

fn expected() -> Option<Vec<Line>> {
    let text = fs::read_to_string(common::shared("reference/online_retail_rfm.csv")?).unwrap();
    let line = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        let number = |at: usize| cells[at].parse::<u32>().unwrap();
        let scores = |from: usize| [0, 1, 2].map(|at| number(from + at) as u8);
        (
            cells[0].to_owned(),
            number(1),
            number(3),
            // Six decimals, so that without the point it is millionths.
            cells[4].replace('.', "").parse().unwrap(),
            cells[6].to_owned(),
            cells[7].to_owned(),
            cells[8].to_owned(),
            scores(9),
            scores(12),
        )
    };
    Some(text.lines().skip(1).map(line).collect())
}

fn lines(transactions: &Transactions, customers: &Customers, scores: [&Rfm; 2]) -> Vec<Line> {
    let country = |at: usize| transactions.attributes[0].values.text(customers.attributes[0][at]);
    (0..customers.len())
        .map(|at| {
            (
                transactions.customers.text(customers.code[at]).into_owned(),
                customers.recency[at],
                customers.frequency[at],
                customers.monetary[at].0,
                Civil::of(customers.first[at]).to_string(),
                Civil::of(customers.last[at]).to_string(),
                country(at).into_owned(),
                scores[0].scores_of(at),
                scores[1].scores_of(at),
            )
        })
        .collect()
}

#[test]
fn every_customer_is_as_in_the_reference() {
    let Some(transactions) = retail() else { return };
    let Some(expected) = expected() else { return };
    let customers = fold(transactions, &params()).unwrap();
    let by_cut = score(&customers, &RfmParams::default()).unwrap();
    let by_rank = score(&customers, &by_rank()).unwrap();
    let lines = lines(transactions, &customers, [&by_cut, &by_rank]);
    assert_eq!(lines.len(), 4_339);
    for (line, expected) in lines.iter().zip(&expected) {
        assert_eq!(line, expected);
    }
}

#[test]
fn totals_and_spreads_are_as_in_the_reference() {
    let Some(transactions) = retail() else { return };
    let customers = fold(transactions, &params()).unwrap();
    let found = overview(transactions, &customers, &params()).unwrap();

    assert_eq!(customers.totals.revenue, 8_911_407_904_000);
    assert_eq!((found.customers, found.orders, found.revenue), (4_339, 18_536, 8_911_407.904));
    assert_eq!(found.purchase_rows, 397_924);
    // 541,909 rows, 135,080 of them without a customer.
    assert_eq!(found.purchase_rows + found.refund_rows, 541_909 - 135_080);
    assert_eq!(Civil::of(found.as_of).to_string(), "2011-12-10");
    // 4,372 distinct customers, 4,339 of them bought.
    assert_eq!(found.refund_only_customers, 33);

    let reference = reference();
    for (spread, name) in found.spreads.iter().zip(["recency_days", "frequency", "monetary"]) {
        let figure = |key: &str| reference["rfm"][name][key].as_f64().unwrap();
        assert_close(spread.min, figure("min"));
        assert_close(spread.quartiles[1], figure("median"));
        assert_close(spread.max, figure("max"));
        assert_close(spread.mean, figure("mean"));
    }

    assert_eq!(found.periods.len(), 13);
    assert_eq!(found.periods.iter().map(|month| u64::from(month.orders)).sum::<u64>(), 18_536);
    let complete: Vec<bool> = found.periods.iter().map(|month| month.complete).collect();
    // The file begins on the first of December 2010 and ends on the ninth of December 2011.
    assert_eq!(complete, [[true; 12].as_slice(), &[false]].concat());
}

#[test]
fn cuts_and_sizes_are_as_in_the_reference() {
    let Some(transactions) = retail() else { return };
    let reference = reference();
    let customers = fold(transactions, &params()).unwrap();
    for (params, rule) in
        [(RfmParams::default(), "scores_by_cut"), (by_rank(), "scores_by_rank_first")]
    {
        let rfm = score(&customers, &params).unwrap();
        let report = report(&customers, &rfm);
        let names = ["recency_days", "frequency", "monetary"];
        for (dimension, (name, letter)) in
            report.dimensions.iter().zip(names.iter().zip(["R", "F", "M"]))
        {
            let cuts = &reference["rfm"][name]["quintile_cuts_linear_type7"];
            for (at, &cut) in dimension.cuts.iter().enumerate() {
                assert_close(cut, cuts[at].as_f64().unwrap());
            }
            let sizes: HashMap<String, u32> =
                serde_json::from_value(reference["rfm"][rule][letter].clone()).unwrap();
            for (score, &size) in (1..).zip(&dimension.sizes) {
                assert_eq!(size, sizes[&score.to_string()], "{rule} {letter}{score}");
            }
        }
        let all =
            |score: u8| (0..customers.len()).filter(|&at| rfm.scores_of(at) == [score; 3]).count();
        assert_eq!(all(5) as u64, reference["rfm"][rule]["n_555"].as_u64().unwrap());
        assert_eq!(all(1) as u64, reference["rfm"][rule]["n_111"].as_u64().unwrap());
    }
}

/// 1,494 customers ordered once, and the first cut of F is 1.
#[test]
fn the_tie_report_counts_those_at_the_cut() {
    let Some(transactions) = retail() else { return };
    let customers = fold(transactions, &params()).unwrap();
    let report = report(&customers, &score(&customers, &RfmParams::default()).unwrap());
    let frequency = &report.dimensions[1];
    assert_eq!((frequency.mode, frequency.mode_count), (1.0, 1_494));
    // Differences of `n_at_or_below_cuts`: 1,494, 2,329, 2,837.
    assert_eq!(frequency.at_cut[..3], [1_494, 2_329 - 1_494, 2_837 - 2_329]);
    assert_eq!(frequency.surviving, 5);
}

#[test]
fn netting_takes_off_what_was_given_back_and_nothing_else() {
    let Some(transactions) = retail() else { return };
    let net = fold(transactions, &CustomersParams::default()).unwrap();
    let apart = fold(transactions, &params()).unwrap();
    assert_eq!(net.code, apart.code);
    assert_eq!((&net.recency, &net.frequency), (&apart.recency, &apart.frequency));
    for at in 0..net.len() {
        assert_eq!(net.monetary[at].0, apart.monetary[at].0 - apart.refunded[at].0);
    }
    // All ids of a C and digits are negative; 3,836 invoices, some of them without a customer.
    assert_eq!(net.totals.marked_orders, net.totals.refund_orders);
    assert!(net.totals.marked_orders <= 3_836);
}

fn reference() -> serde_json::Value {
    let path = common::shared("reference/online_retail.json").unwrap();
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// The reference was added up in binary fractions.
fn assert_close(found: f64, expected: f64) {
    assert!((found - expected).abs() <= 1e-9 * expected.abs(), "{found} {expected}");
}
