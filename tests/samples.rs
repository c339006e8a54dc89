//! The shipped Online Retail sample says of every customer what the full file says.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use std::fs;

use segmentlab::customers::{Customers, CustomersParams, Refunds, fold};
use segmentlab::mapping::look;
use segmentlab::transactions::{Transactions, read_all};

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/www/public/samples/online-retail.csv");

/// The sample folded as the reference does it: refunds kept separate.
fn sample() -> (Transactions, Customers) {
    let bytes = fs::read(SAMPLE).unwrap();
    let head = look(&bytes, &[], bytes.len() as u64, None).unwrap();
    let outcome = read_all(&[&bytes], &head.params, 1 << 16, 2).unwrap();
    assert_eq!(outcome.again, None);
    let params = CustomersParams { refunds: Refunds::Separate, ..CustomersParams::default() };
    let customers = fold(&outcome.transactions, &params).unwrap();
    (outcome.transactions, customers)
}

#[test]
fn totals_are_those_of_the_full_file() {
    let (_, customers) = sample();
    assert_eq!(customers.len(), 4_339);
    assert_eq!(customers.totals.orders, 18_536);
    assert_eq!(customers.totals.revenue, 8_911_407_904_000);
}

#[test]
fn every_customer_is_as_in_the_reference() {
    let Some(path) = common::shared("reference/online_retail_rfm.csv") else { return };
    let reference = fs::read_to_string(path).unwrap();
    let (transactions, customers) = sample();
    let ours: Vec<(String, u32, u32, i64)> = (0..customers.len())
        .map(|at| {
            let id = transactions.customers.text(customers.code[at]).into_owned();
            (id, customers.recency[at], customers.frequency[at], customers.monetary[at].0)
        })
        .collect();
    // CustomerID,recency_days,recency_floor_ts,frequency,monetary (six decimals),...
    let mut theirs: Vec<(String, u32, u32, i64)> = reference
        .lines()
        .skip(1)
        .map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            let monetary = cells[4].replace('.', "").parse().unwrap();
            (cells[0].to_owned(), cells[1].parse().unwrap(), cells[3].parse().unwrap(), monetary)
        })
        .collect();
    theirs.sort();
    assert_eq!(ours, theirs);
}
