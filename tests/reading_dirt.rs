//! What stands in files beside their rows: titles above the header, the header once more, totals, rows
//! twice, columns without a name.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use std::collections::HashSet;
use std::fs;
use std::io::Read;

use segmentlab::error::Error;
use segmentlab::file::HEAD_BYTES;
use segmentlab::issue::{Issue, IssueCode};
use segmentlab::mapping::{Duplicates, Head, Role, look};
use segmentlab::table::Money;
use segmentlab::transactions::{Outcome, read_all};

fn head(file: &[u8]) -> Result<Head, Error> {
    look(&file[..file.len().min(HEAD_BYTES)], &[], file.len() as u64, None)
}

fn read(text: &str) -> Outcome {
    read_all(&[text.as_bytes()], &head(text.as_bytes()).unwrap().params, 64, 2).unwrap()
}

fn issue(outcome: &Outcome, code: IssueCode) -> Option<&Issue> {
    outcome.report.issues.iter().find(|issue| issue.code == code)
}

fn lines(outcome: &Outcome, code: IssueCode) -> Vec<u64> {
    let issue = issue(outcome, code).unwrap();
    issue.examples.iter().map(|example| example.line).collect()
}

fn sum(outcome: &Outcome) -> i64 {
    let amounts = outcome.transactions.chunks.iter().flat_map(|chunk| &chunk.amount);
    amounts.map(|amount| amount.0).sum::<i64>() / Money::SCALE
}

#[test]
fn titles_above_the_header_are_passed_over_and_shown() {
    let text = "2024年3月销售明细,,,\n导出时间：2024-04-01 09:00,,,\n\n订单号,会员编号,下单时间,实付金额\n1,A,2024-03-05,10\n2,B,2024-03-06,20\n";
    let found = head(text.as_bytes()).unwrap();
    assert_eq!((found.params.skip_lines, found.params.header), (3, true));
    assert_eq!(found.skipped, ["2024年3月销售明细,,,", "导出时间：2024-04-01 09:00,,,"]);
    assert_eq!(
        found.params.roles,
        [Some(Role::Order), Some(Role::Customer), Some(Role::Date), Some(Role::Amount)]
    );
    let outcome = read(text);
    assert_eq!((outcome.report.rows, outcome.report.kept, sum(&outcome)), (2, 2, 30));
}

#[test]
fn lines_are_counted_from_the_top_of_the_file() {
    let text = "Sales\n# by shop\norder,customer,date,amount\n1,A,2024-03-05,10\n2,B,soon,20\n3,,2024-03-07,5\n";
    let outcome = read(text);
    assert_eq!(lines(&outcome, IssueCode::BadDate), [5]);
    assert_eq!(lines(&outcome, IssueCode::NoCustomer), [6]);
}

#[test]
fn the_header_once_more_is_no_row() {
    let text = "customer,date,amount\nA,2024-03-05,10\ncustomer,date,amount\nB,2024-03-06,20\n\"customer\", date ,amount\n";
    let outcome = read(text);
    assert_eq!((outcome.report.kept, outcome.report.set_aside, sum(&outcome)), (2, 2, 30));
    assert_eq!(lines(&outcome, IssueCode::RepeatedHeader), [3, 5]);
    // In a customer file nothing else would tell.
    let outcome = read("customer,city\nA,Rome\ncustomer,city\nB,Oslo\n");
    assert_eq!((outcome.report.kept, outcome.report.customers), (2, 2));
    assert_eq!(lines(&outcome, IssueCode::RepeatedHeader), [3]);
    // Somebody called like the column is a customer all the same.
    let outcome = read("customer,city\nA,Rome\ncustomer,Oslo\n");
    assert_eq!(outcome.report.customers, 2);
}

#[test]
fn totals_are_no_rows() {
    let header = "order,customer,date,amount\n1,A,2024-03-05,10\n2,B,2024-03-06,20\n";
    for (foot, aside) in [
        ("合计,,,30\n", true),
        (",合计,2024-03-31,30\n", true),
        (",,总计：,30\n", true),
        ("Total,,,30\n", true),
        (",Grand Total,2024-03-31,30\n", true),
        ("合计\n", true),
        // A company of that name bought something.
        ("3,Total,2024-03-31,30\n", false),
    ] {
        let outcome = read(&format!("{header}{foot}"));
        let told = issue(&outcome, IssueCode::TotalRow).map_or(0, |issue| issue.count);
        assert_eq!((told, sum(&outcome)), if aside { (1, 30) } else { (0, 60) }, "{foot}");
    }
    let outcome = read("会员编号,城市\nA,上海\nB,北京\n合计,2\n");
    assert_eq!((outcome.report.customers, outcome.report.set_aside), (2, 1));
}

#[test]
fn rows_twice_are_counted_and_dropped_on_demand() {
    let text = "order,customer,date,amount\n1,A,2024-03-05,10\n\n2,\"B\n\",2024-03-06,20\n1,A,2024-03-05,10\nx\n1,A,2024-03-05,10\n2,\"B\n\",2024-03-06,20\n3,A,2024-03-05,10\n";
    let outcome = read(text);
    assert_eq!((outcome.report.kept, sum(&outcome)), (6, 80));
    assert_eq!(lines(&outcome, IssueCode::Duplicate), [6, 8, 9]);
    assert!(!issue(&outcome, IssueCode::Duplicate).unwrap().set_aside);

    let mut params = head(text.as_bytes()).unwrap().params;
    params.duplicates = Duplicates::Drop;
    let outcome = read_all(&[text.as_bytes()], &params, 16, 3).unwrap();
    assert_eq!((outcome.report.kept, outcome.report.set_aside, sum(&outcome)), (3, 4, 40));
    assert_eq!(lines(&outcome, IssueCode::DuplicateDropped), [6, 8, 9]);
    // Across files: the whole once more adds nothing.
    let twice = read_all(&[text.as_bytes(), text.as_bytes()], &params, 16, 3).unwrap();
    assert_eq!((twice.report.kept, sum(&twice)), (3, 40));
    let places = &twice.transactions.duplicates;
    assert_eq!(places.iter().filter(|place| place.file == 1).count(), 6);
    assert_eq!((places[3].file, places[3].line), (1, 2));
}

/// A file day first, opened month first: 05/02 became 2 May, 13/02 stayed text.
#[test]
fn days_and_months_swapped_by_a_spreadsheet_are_told() {
    let read_dates = |dates: &[&str]| {
        let rows = dates.iter().map(|date| format!("A,{date},1\n"));
        read(&format!("customer,date,amount\n{}", rows.collect::<String>())).report.swapped_dates
    };
    assert_eq!(read_dates(&["2024-05-02", "2024-02-02", "13/02/2024", "28/02/2024"]), 2);
    assert_eq!(read_dates(&["2024-05-02", "2024-02-13", "13/02/2024", "28/02/2024"]), 0);
    assert_eq!(read_dates(&["2024-05-02", "05/02/2024", "13/02/2024"]), 0);
    assert_eq!(read_dates(&["2024-05-02", "2024-02-02"]), 0);
    assert_eq!(read_dates(&["13/02/2024", "28/02/2024"]), 0);
}

/// Counted here with a set of lines, over rows that have a customer and so are kept.
#[test]
fn rows_of_online_retail_that_stand_there_twice() {
    let Some(path) = common::shared("data/online_retail/online-retail.csv.gz") else { return };
    let mut text = String::new();
    flate2::read::MultiGzDecoder::new(&fs::read(path).unwrap()[..])
        .read_to_string(&mut text)
        .unwrap();
    let bytes = text.as_bytes();
    let params = head(bytes).unwrap().params;
    let outcome = read_all(&[bytes], &params, 1 << 20, 2).unwrap();
    let mut seen = HashSet::new();
    let has_customer = |line: &&str| line.rsplit(',').nth(1).is_some_and(|cell| !cell.is_empty());
    let rows = text.lines().skip(1).filter(has_customer);
    let expected = rows.filter(|line| !seen.insert(*line)).count() as u64;
    assert!(expected > 5_000);
    assert_eq!(issue(&outcome, IssueCode::Duplicate).unwrap().count, expected);
    for (place, example) in outcome.transactions.duplicates.iter().zip(0..5) {
        let line = text.lines().nth(place.line as usize - 1).unwrap();
        let first = text.lines().position(|other| other == line).unwrap() as u64;
        assert!(first + 1 < place.line, "{example}: {line}");
    }
}

#[test]
fn a_subtotal_is_told_by_its_order_number_and_by_the_end_of_a_cell() {
    // With a customer and a date of its own, only the order number says what the row is.
    let text = "客户编号,订单编号,下单时间,实付金额\n7,SO1,2024-01-05,10\n7,小计,2024-01-05,10\n8,SO2,2024-01-06,5\n8 汇总,,,5\n总计,,,15\n";
    let outcome = read(text);
    assert_eq!((sum(&outcome), outcome.report.kept), (15, 2));
    assert_eq!(lines(&outcome, IssueCode::TotalRow), [3, 5, 6]);
    let dated = "客户编号,下单时间,实付金额\n道达尔 Total,2024-01-05,10\n道达尔 Total,soon,5\n";
    let outcome = read(dated);
    assert_eq!((sum(&outcome), lines(&outcome, IssueCode::BadDate)), (10, vec![3]));
}

#[test]
fn unseen_marks_and_the_end_of_a_dos_file_belong_to_no_cell() {
    let text = "客户编号,下单时间,实付金额\n\u{200b}7\u{202c},2024-01-05,10\n`7,`2024-01-06,`5\n无,2024-01-06,1\n7,2024-01-07,3\u{1a}";
    let outcome = read(text);
    assert_eq!((outcome.report.customers, sum(&outcome), outcome.report.kept), (1, 18, 3));
    assert_eq!(lines(&outcome, IssueCode::NoCustomer), [4]);
    let outcome = read("客户编号,下单时间,实付金额\n7,2024-01-05,10\n\u{1a}");
    assert_eq!((outcome.report.rows, outcome.report.issues.len()), (1, 0));
}

#[test]
fn zeros_behind_the_last_line_are_noted() {
    let text = format!("id,date,amount\n7,2024-01-05,10\n8,2024-01-06,5\n{}", "\0".repeat(500));
    let outcome = read(&text);
    assert_eq!((outcome.report.rows, sum(&outcome)), (2, 15));
    assert_eq!(lines(&outcome, IssueCode::NulBytes), [3]);
}
