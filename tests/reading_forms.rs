//! Forms of dates, numbers and ids through the whole of reading: what is read, what is told about it.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use segmentlab::error::Error;
use segmentlab::issue::{Issue, IssueCode};
use segmentlab::mapping::{ColumnKind, DateOrder, DecimalMark, Head, Role, look};
use segmentlab::table::{Money, day_of};
use segmentlab::transactions::{DateReading, Outcome, read_all};

fn head(text: &str) -> Head {
    look(text.as_bytes(), &[], text.len() as u64, None).unwrap()
}

fn read(text: &str) -> Result<Outcome, Error> {
    read_all(&[text.as_bytes()], &head(text).params, 40, 2)
}

fn days(outcome: &Outcome) -> Vec<i32> {
    outcome.transactions.chunks.iter().flat_map(|chunk| chunk.day.clone()).collect()
}

fn amounts(outcome: &Outcome) -> Vec<f64> {
    let chunks = outcome.transactions.chunks.iter();
    chunks.flat_map(|chunk| &chunk.amount).map(|amount: &Money| amount.to_f64()).collect()
}

fn issue(outcome: &Outcome, code: IssueCode) -> Option<&Issue> {
    outcome.report.issues.iter().find(|issue| issue.code == code)
}

/// A file of these dates, of three customers in turn.
fn dated(name: &str, dates: &[&str]) -> String {
    let rows = dates.iter().enumerate().map(|(row, date)| format!("k{};{date};1\n", row % 3));
    format!("customer;{name};amount\n{}", rows.collect::<String>())
}

/// A file of these amounts.
fn priced(amounts: &[&str]) -> String {
    let rows = amounts.iter().map(|amount| format!("k;2024-01-02;{amount}\n"));
    format!("customer;date;amount\n{}", rows.collect::<String>())
}

#[test]
fn bare_numbers_are_days_in_a_column_of_dates() {
    let april = day_of(2017, 4, 27).unwrap();
    let text =
        dated("order date", &["42852", "42852.35", "1493251200", "1493337599999", "2017-04-27"]);
    let head = head(&text);
    assert_eq!((head.columns[1].kind, head.columns[1].role), (ColumnKind::Date, Some(Role::Date)));
    let outcome = read(&text).unwrap();
    assert_eq!(days(&outcome), [april; 5]);
    assert_eq!(outcome.report.date_order, Some(DateOrder::YearFirst));
    assert_eq!(outcome.report.date_evidence.unwrap().unambiguous, 5);
    let serials = issue(&outcome, IssueCode::SerialDate).unwrap();
    assert_eq!((serials.count, serials.set_aside, serials.examples[1].line), (2, false, 3));
    assert_eq!(serials.examples[1].value, "42852.35");
    assert_eq!(issue(&outcome, IssueCode::UnixTime).unwrap().count, 2);
}

#[test]
fn bare_numbers_are_no_days_under_any_other_name() {
    for name in ["shop", "phone", ""] {
        let text = dated(name, &["42852", "42853", "42854"]);
        let head = head(&text);
        assert_eq!(
            (head.columns[1].kind, head.params.roles[1] == Some(Role::Date)),
            (ColumnKind::Number, false),
            "{name}"
        );
    }
    // Until the user says so.
    let text = dated("shop", &["42852", "42853", "42854"]);
    let mut params = head(&text).params;
    params.roles = vec![Some(Role::Customer), Some(Role::Date), Some(Role::Amount)];
    let head = look(text.as_bytes(), &[], text.len() as u64, Some(params)).unwrap();
    assert_eq!(head.columns[1].kind, ColumnKind::Date);
    assert_eq!(
        days(&read_all(&[text.as_bytes()], &head.params, 40, 2).unwrap()),
        [17_283, 17_284, 17_285]
    );
}

#[test]
fn years_months_and_short_runs_of_digits_are_no_days() {
    for date in ["2017", "2017-04", "170427", "13812345678"] {
        let outcome = read(&dated("date", &["2017-04-27", date])).unwrap();
        assert_eq!(issue(&outcome, IssueCode::BadDate).unwrap().examples[0].value, date);
    }
}

#[test]
fn an_undecided_column_shows_both_readings() {
    let text =
        dated("date", &["03/04/2017", "03/04/2017 10:00", "05/05/2017", "04/03/17", "1/2/2017"]);
    let outcome = read(&text).unwrap();
    let report = outcome.report;
    assert_eq!((report.date_order, report.date_decider), (None, None));
    let read: Vec<(u64, &str, Option<i32>, Option<i32>)> = report
        .date_readings
        .iter()
        .map(|DateReading { example, day_first, month_first, .. }| {
            (example.line, example.value.as_str(), *day_first, *month_first)
        })
        .collect();
    assert_eq!(
        read,
        [
            (2, "03/04/2017", day_of(2017, 4, 3), day_of(2017, 3, 4)),
            (5, "04/03/17", day_of(2017, 3, 4), day_of(2017, 4, 3)),
            (6, "1/2/2017", day_of(2017, 2, 1), day_of(2017, 1, 2)),
        ]
    );
}

#[test]
fn a_year_of_two_digits_that_stands_first_is_told_by_the_whole_column() {
    let days = [2, 9, 17, 29, 31].map(|day| format!("24-01-{day:02}"));
    let outcome = read(&dated("date", &days.each_ref().map(String::as_str))).unwrap();
    assert_eq!(outcome.report.date_order, Some(DateOrder::YearFirst));
    let span = (outcome.transactions.first_day, outcome.transactions.last_day);
    assert_eq!(span, (day_of(2024, 1, 2), day_of(2024, 1, 31)));

    let turned = [2, 9, 17, 29, 31].map(|day| format!("{day:02}-01-24"));
    let outcome = read(&dated("date", &turned.each_ref().map(String::as_str))).unwrap();
    assert_eq!(outcome.report.date_order, Some(DateOrder::DayFirst));
    assert_eq!(outcome.transactions.last_day, day_of(2024, 1, 31));

    let outcome = read(&dated("date", &["24-01-23", "24-02-25"])).unwrap();
    assert_eq!(outcome.report.date_order, None, "of 2024, or of 2023 and 2025");
    let reading = &outcome.report.date_readings[0];
    assert_eq!(reading.example.value, "24-01-23");
    assert_eq!(reading.year_first, day_of(2024, 1, 23));
    assert_eq!((reading.day_first, reading.month_first), (day_of(2023, 1, 24), None));
}

#[test]
fn the_first_cell_that_decides_is_named() {
    let mut dates = vec!["03/04/2017"; 3000];
    dates.extend(["27/04/2017", "28/04/2017"]);
    let report = read(&dated("date", &dates)).unwrap().report;
    assert_eq!(report.date_order, Some(DateOrder::DayFirst));
    let decider = report.date_decider.unwrap();
    assert_eq!((decider.line, decider.value.as_str()), (3002, "27/04/2017"));

    let report = read(&priced(&["1.234", "1.500", "12,50", "3,5"])).unwrap().report;
    assert_eq!(report.decimal, Some(DecimalMark::Comma));
    let decider = report.decimal_decider.unwrap();
    assert_eq!((decider.line, decider.value.as_str()), (4, "12,50"));
}

#[test]
fn the_whole_column_decides_the_decimal_mark() {
    let read = |amounts_in: &[&str]| {
        let outcome = read(&priced(amounts_in)).unwrap();
        (outcome.report.decimal.unwrap(), amounts(&outcome))
    };
    assert_eq!(read(&["1,234", "12.5"]), (DecimalMark::Point, vec![1234.0, 12.5]));
    assert_eq!(read(&["1.234", "12,5"]), (DecimalMark::Comma, vec![1234.0, 12.5]));
    // Three digits behind every mark: thousands.
    assert_eq!(
        read(&["1,234", "950", "12,500"]),
        (DecimalMark::Point, vec![1234.0, 950.0, 12_500.0])
    );
    assert_eq!(
        read(&["1.234", "950", "12.500"]),
        (DecimalMark::Comma, vec![1234.0, 950.0, 12_500.0])
    );
    // Every cell has a point before three digits: decimals.
    assert_eq!(read(&["1.234", "0.950", "12.500"]), (DecimalMark::Point, vec![1.234, 0.95, 12.5]));
    assert_eq!(read(&["1.234", "12.500"]), (DecimalMark::Point, vec![1.234, 12.5]));
    // One price that is not rounded to three decimals.
    assert_eq!(read(&["1.234", "1.500", "2.5"]), (DecimalMark::Point, vec![1.234, 1.5, 2.5]));
}

#[test]
fn what_decides_the_mark_is_told() {
    let evidence =
        read(&priced(&["1,234", "950", "12,500"])).unwrap().report.number_evidence.unwrap();
    assert_eq!((evidence.plain, evidence.either_comma, evidence.point), (1, 2, 0));
}

#[test]
fn amounts_as_people_write_them() {
    let outcome = read(&priced(&[
        "￥1.2万",
        "（12.50）",
        "１２３．５０元",
        "HK$ 5",
        "$ -",
        "-",
        "12.50-",
        "3亿",
    ]))
    .unwrap();
    assert_eq!(amounts(&outcome), [12_000.0, -12.5, 123.5, 5.0, 0.0, -12.5, 300_000_000.0]);
    assert_eq!(issue(&outcome, IssueCode::NoNumber).unwrap().examples[0].line, 7);
}

#[test]
fn ids_keep_their_zeros_and_tell_what_they_lost() {
    let text = "customer,date,amount\n007,2024-01-02,1\n7,2024-01-02,1\n17850.0,2024-01-02,1\n17850,2024-01-02,1\n1.23457E+11,2024-01-02,1\n-,2024-01-02,1\n";
    let outcome = read(text).unwrap();
    let customers: Vec<&[u8]> = outcome.transactions.customers.iter().collect();
    assert_eq!(customers, [&b"007"[..], b"7", b"17850", b"1.23457E+11"]);
    assert_eq!(issue(&outcome, IssueCode::IdDecimal).unwrap().count, 1);
    let rounded = issue(&outcome, IssueCode::IdRounded).unwrap();
    assert_eq!((rounded.count, rounded.examples[0].line), (1, 6));
    assert_eq!(issue(&outcome, IssueCode::NoCustomer).unwrap().count, 1);
}
