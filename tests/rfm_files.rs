//! Other files whose figures are known: the R package rfm, two editions of Tableau's sample orders, CDNOW.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use std::collections::HashMap;
use std::fs;

use segmentlab::customers::{Civil, Customers, CustomersParams, fold};
use segmentlab::mapping::{Role, look};
use segmentlab::rfm::{Rfm, RfmParams, RuleSet, Scoring, report, score};
use segmentlab::table::day_of;
use segmentlab::transactions::{Transactions, read_all};

/// The package counts rows as transactions: each row gets an order id of its own.
fn package() -> Option<(Transactions, Customers)> {
    let text = fs::read_to_string(common::shared("data/rfm_orders/rfm_data_orders.csv")?).unwrap();
    let mut rows = text.lines();
    let mut with_orders = format!("{},order_id\n", rows.next().unwrap());
    for (number, row) in rows.enumerate() {
        with_orders += &format!("{row},{number}\n");
    }
    let bytes = with_orders.as_bytes();
    let head = look(bytes, &[], bytes.len() as u64, None).unwrap();
    let transactions = read_all(&[bytes], &head.params, 1 << 16, 1).unwrap().transactions;
    let as_of = day_of(2006, 12, 31);
    let params = CustomersParams { as_of, ..CustomersParams::default() };
    let customers = fold(&transactions, &params).unwrap();
    Some((transactions, customers))
}

/// METHODS section 9, as whole numbers.
const PACKAGE_CUTS: [[f64; 4]; 3] =
    [[115.0, 181.0, 297.0, 482.0], [4.0, 5.0, 6.0, 8.0], [256.0, 382.0, 506.0, 666.0]];

/// The package adds 1 to each quantile and counts a value that equals the sum as above. All values are
/// whole, so `v >= q + 1` is `v > ceil(q)`.
fn package_scores(customers: &Customers) -> Rfm {
    let quantiles = score(customers, &RfmParams::default()).unwrap().cuts;
    let [r, f, m] = quantiles.map(|cuts| cuts.into_iter().map(f64::ceil).collect());
    let scoring = Scoring::Thresholds { r, f, m };
    let params = RfmParams { scoring, rules: RuleSet::RPackage, ..RfmParams::default() };
    score(customers, &params).unwrap()
}

#[test]
fn quantiles_are_those_of_the_r_package() {
    let Some((_, customers)) = package() else { return };
    assert_eq!(customers.len(), 995);
    let rfm = score(&customers, &RfmParams::default()).unwrap();
    for (cuts, expected) in rfm.cuts.iter().zip(PACKAGE_CUTS) {
        for (cut, expected) in cuts.iter().zip(expected) {
            assert_eq!((cut + 1.0).round(), expected);
        }
    }
}

#[test]
fn customers_score_as_in_the_r_package() {
    let Some((transactions, customers)) = package() else { return };
    let rfm = package_scores(&customers);
    let of: HashMap<String, usize> = (0..customers.len())
        .map(|at| (transactions.customers.text(customers.code[at]).into_owned(), at))
        .collect();
    for (name, [r, f, m], scores, segment) in [
        ("Abbey O'Reilly", [205, 6, 472], [3, 4, 3], "potential_loyalists"),
        ("Add Senger", [140, 3, 340], [4, 1, 2], "new_customers"),
        ("Aden Lesch", [194, 4, 405], [3, 2, 3], "loyal_customers"),
        ("Aden Murphy", [98, 7, 596], [5, 4, 4], "potential_loyalists"),
        ("Admiral Senger", [132, 5, 448], [4, 3, 3], "potential_loyalists"),
    ] {
        let at = of[name];
        let found =
            (customers.recency[at], customers.frequency[at], customers.monetary[at].to_f64());
        assert_eq!(found, (r, f, m.into()), "{name}");
        assert_eq!(rfm.scores_of(at), scores, "{name}");
        assert_eq!(rfm.rules[usize::from(rfm.segment[at])].name, segment, "{name}");
    }
}

#[test]
fn segments_are_those_of_the_r_package() {
    let Some((_, customers)) = package() else { return };
    let report = report(&customers, &package_scores(&customers));
    let sizes: Vec<(&str, u32)> =
        report.segments.iter().map(|row| (row.name.as_str(), row.customers)).collect();
    let expected = [
        ("champions", 35),
        ("potential_loyalists", 342),
        ("loyal_customers", 170),
        ("promising", 9),
        ("new_customers", 104),
        ("cant_lose_them", 47),
        ("at_risk", 28),
        ("need_attention", 10),
        ("about_to_sleep", 102),
        ("lost", 148),
    ];
    assert_eq!(sizes, expected);
}

fn reference(key: &str) -> serde_json::Value {
    let path = common::shared("reference/other.json").unwrap();
    let all: serde_json::Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    all[key].clone()
}

fn millionths(units: &serde_json::Value) -> i128 {
    (units.as_f64().unwrap() * 1e6).round() as i128
}

/// 2,773 order ids, some of which several customers share: 4,979 orders.
#[test]
fn the_chinese_superstore_is_as_in_the_reference() {
    let file = "data/tableau_cn_superstore/derived/超市订单.utf8bom.年月日.csv";
    let Some(transactions) = common::transactions(file) else { return };
    let reference = reference("tableau_cn_superstore");
    let customers = fold(&transactions, &CustomersParams::default()).unwrap();
    assert_eq!(customers.len() as u64, reference["customers"].as_u64().unwrap());
    assert_eq!(transactions.orders.len() as u64, reference["orders"].as_u64().unwrap());
    let rfm = &reference["rfm"];
    assert_eq!(Civil::of(customers.as_of).to_string(), rfm["as_of"].as_str().unwrap());
    let sum = |values: &[u32]| values.iter().map(|&value| u64::from(value)).sum::<u64>();
    assert_eq!(sum(&customers.recency), rfm["r_sum"].as_u64().unwrap());
    assert_eq!(sum(&customers.frequency), rfm["f_sum"].as_u64().unwrap());
    assert_eq!(customers.totals.revenue, millionths(&rfm["m_sum"]));
    let scored = score(&customers, &RfmParams::default()).unwrap();
    for (cuts, name) in scored.cuts.iter().zip(["r", "f", "m"]) {
        let expected: Vec<f64> = serde_json::from_value(rfm["cuts"][name].clone()).unwrap();
        for (cut, expected) in cuts.iter().zip(expected) {
            assert!((cut - expected).abs() <= 1e-9 * expected, "{name} {cut} {expected}");
        }
    }
    let roles: Vec<Role> = transactions.attributes.iter().map(|attribute| attribute.role).collect();
    assert!(roles.contains(&Role::Region), "{roles:?}");
}

/// Dates are M/DD/YYYY, and 4,042 rows fit day first as well.
#[test]
fn the_american_superstore_is_as_in_the_reference() {
    let Some(transactions) = common::transactions("data/superstore/Sample - Superstore.csv") else {
        return;
    };
    let reference = reference("superstore");
    let customers = fold(&transactions, &CustomersParams::default()).unwrap();
    assert_eq!(customers.len() as u64, reference["customers"].as_u64().unwrap());
    assert_eq!(customers.totals.orders, reference["orders"].as_u64().unwrap());
    assert_eq!(customers.totals.purchase_rows, reference["rows"].as_u64().unwrap());
    assert_eq!(customers.totals.revenue, millionths(&reference["sales"]));
    let first = Civil::of(*customers.first.iter().min().unwrap()).to_string();
    let last = Civil::of(*customers.last.iter().max().unwrap()).to_string();
    assert_eq!(first, reference["date_min"].as_str().unwrap());
    assert_eq!(last, reference["date_max"].as_str().unwrap());
}

/// No order ids: 69,659 rows less 2,068 more of a customer on the same day.
#[test]
fn cdnow_is_as_in_the_reference() {
    let Some(transactions) = common::transactions("data/cdnow/CDNOW_master.txt") else { return };
    let path = common::shared("reference/cdnow.json").unwrap();
    let reference: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let master = &reference["master"];
    let figure = |key: &str| master[key].as_u64().unwrap();
    let customers = fold(&transactions, &CustomersParams::default()).unwrap();
    assert_eq!(customers.len() as u64, figure("customers"));
    assert_eq!(customers.totals.purchase_rows, figure("rows"));
    let orders = figure("rows") - figure("same_customer_same_day_extra_rows");
    assert_eq!(customers.totals.orders, orders);
    assert_eq!(customers.totals.revenue, millionths(&master["dollars"]));
    let latest = Civil::of(*customers.first.iter().max().unwrap()).to_string();
    assert_eq!(latest, master["first_purchase_latest"].as_str().unwrap());
    assert_eq!(Civil::of(customers.as_of - 1).to_string(), master["last"].as_str().unwrap());
}
