//! Files that cannot be used, or are made to trip: the right error, quickly, and nothing lost silently.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::time::{Duration, Instant};

use segmentlab::error::{BinaryKind, Error};
use segmentlab::file::{Delimiter, HEAD_BYTES, MAX_LINE};
use segmentlab::issue::{Example, IssueCode};
use segmentlab::mapping::{DateOrder, DecimalMark, Head, ImportParams, Role, check, look};
use segmentlab::table::{Money, day_of};
use segmentlab::transactions::{Outcome, read_all};

fn head(text: &[u8]) -> Result<Head, Error> {
    look(&text[..text.len().min(HEAD_BYTES)], &[], text.len() as u64, None)
}

fn read(text: &str) -> Result<Outcome, Error> {
    let head = head(text.as_bytes())?;
    read_all(&[text.as_bytes()], &head.params, 1 << 16, 2)
}

fn days(outcome: &Outcome) -> Vec<i32> {
    outcome.transactions.chunks.iter().flat_map(|chunk| chunk.day.clone()).collect()
}

fn amounts(outcome: &Outcome) -> Vec<i64> {
    let chunks = outcome.transactions.chunks.iter();
    chunks.flat_map(|chunk| &chunk.amount).map(|&Money(amount)| amount).collect()
}

#[test]
fn nothing_to_read() {
    for text in ["", "\u{feff}", "\n", "\r\n \r\n\t\n"] {
        assert_eq!(head(text.as_bytes()).unwrap_err(), Error::EmptyFile, "{text:?}");
    }
    let columns = vec!["id".to_owned(), "date".to_owned(), "amount".to_owned()];
    for text in ["id,date,amount", "id,date,amount\n\n", "\u{feff}id,date,amount\r\n"] {
        assert_eq!(
            head(text.as_bytes()).unwrap_err(),
            Error::HeaderOnly { columns: columns.clone() }
        );
    }
    for text in ["name\nA\nB\n", "hello"] {
        let line = text.lines().next().unwrap().to_owned();
        assert_eq!(head(text.as_bytes()).unwrap_err(), Error::OneColumn { line });
    }
}

#[test]
fn no_text() {
    let binary = [b"PK\x03\x04".to_vec(), vec![0; 100]].concat();
    assert_eq!(head(&binary).unwrap_err(), Error::NotText { kind: BinaryKind::Zip });
    for (text, kind) in [
        ("<table><tr><td>id,date</td></tr>\n<tr></tr></table>\n", BinaryKind::Html),
        ("<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n", BinaryKind::Xml),
        ("[{\"id\": 1, \"date\": \"2024-01-05\"}]", BinaryKind::Json),
    ] {
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(head(text.as_bytes()).unwrap_err(), Error::NotText { kind });
        assert_eq!(head(&[b"\xFF\xFE", &wide[..]].concat()).unwrap_err(), Error::NotText { kind });
    }
    let zeros = b"id,date,amount\n1,\0\0\0,2\n";
    assert_eq!(head(zeros).unwrap_err(), Error::NotText { kind: BinaryKind::Unknown });
}

#[test]
fn a_header_is_data_and_nothing_else() {
    let text = "<script>alert(1)</script>,customer,date,amount\n1,a,2024-01-02,3\n";
    let head = head(text.as_bytes()).unwrap();
    assert_eq!(head.columns[0].name, "<script>alert(1)</script>");
    assert_eq!(head.columns[0].role, None);
    assert_eq!(head.params.roles[1], Some(Role::Customer));
}

#[test]
fn ten_thousand_columns() {
    let clock = Instant::now();
    let names: Vec<String> = (0..10_000).map(|column| format!("c{column}")).collect();
    let mut text = format!("customer,date,amount,{}\n", names.join(","));
    for row in 0..200 {
        text += &format!("k{row},2024-01-02,{row}{}\n", ",7".repeat(10_000));
    }
    let outcome = read(&text).unwrap();
    assert_eq!((outcome.report.kept, outcome.report.set_aside), (200, 0));
    assert!(clock.elapsed() < Duration::from_secs(20), "{:?}", clock.elapsed());
}

#[test]
fn a_line_of_fifty_megabytes() {
    let line = vec![b'x'; 50_000_000];
    let limit = HEAD_BYTES as u64;
    assert_eq!(head(&line).unwrap_err(), Error::LineTooLong { line: 1, limit });
    let second = [b"customer,date,amount\n", &line[..]].concat();
    assert_eq!(head(&second).unwrap_err(), Error::LineTooLong { line: 2, limit });

    let start = b"customer,date,amount\na,2024-01-02,1\n\nb,2024-01-02,\"2\"\n";
    let late = [&start[..], &line[..], b"\nc,2024-01-02,3\n"].concat();
    let params = head(start).unwrap().params;
    for block_size in [1 << 20, usize::MAX] {
        let error = read_all(&[&late], &params, block_size, 2).unwrap_err();
        assert_eq!(error, Error::LineTooLong { line: 5, limit: MAX_LINE as u64 });
    }
}

#[test]
fn no_column_can_be_read() {
    let example = |line, column: &str, value: &str| Example {
        file: 0,
        line,
        column: Some(column.to_owned()),
        value: value.to_owned(),
    };
    assert_eq!(
        read("customer,date,amount\na,soon,1\nb,later,2\n").unwrap_err(),
        Error::NoReadableDate {
            column: "date".into(),
            examples: vec![example(2, "date", "soon"), example(3, "date", "later")],
        }
    );
    assert_eq!(
        read("customer,date,amount\na,2024-01-02,free\nb,2024-01-03,\n").unwrap_err(),
        Error::NoReadableNumber {
            column: "amount".into(),
            examples: vec![example(2, "amount", "free")],
        }
    );
    assert_eq!(
        read("customer,date,amount\n,2024-01-02,1\nNULL,2024-01-03,2\n").unwrap_err(),
        Error::NoCustomer { column: "customer".into(), rows: 2 }
    );
    assert_eq!(
        read("customer,date,amount\n,2024-01-02,1\na,soon,2\n").unwrap_err(),
        Error::NoRows { rows: 2 }
    );
}

#[test]
fn every_reason_is_told_with_its_place() {
    let text = "customer,date,amount,region,extra\n\
        a,2024-01-02,1,x,\n\
        ,2024-01-02,1,x,\n\
        \n\
        b,,1,x,\n\
        c,soon,1,x,\n\
        d,2024-01-02,,x,\n\
        e,2024-01-02,free,x,\n\
        f,2024-01-02,1e13,x,\n\
        g,2024-01-02\n\
        h,2024-01-02,1,x,,y\n\
        i,2024-01-02,1\n\
        \"j\nk\",2024-01-02,1,x,,,\n\
        17.0,2024-01-02,1,x,\n\
        l,2024-01-02,1,\"x,\n";
    let outcome = read(text).unwrap();
    let told: Vec<(IssueCode, u64, Option<&str>, &str)> = outcome
        .report
        .issues
        .iter()
        .map(|issue| {
            let [example] = &issue.examples[..] else { panic!("{issue:?}") };
            (issue.code, example.line, example.column.as_deref(), example.value.as_str())
        })
        .collect();
    assert_eq!(
        told,
        [
            (IssueCode::NoCustomer, 3, Some("customer"), ""),
            (IssueCode::NoDate, 5, Some("date"), ""),
            (IssueCode::BadDate, 6, Some("date"), "soon"),
            (IssueCode::NoNumber, 7, Some("amount"), ""),
            (IssueCode::BadNumber, 8, Some("amount"), "free"),
            (IssueCode::NumberTooLarge, 9, Some("amount"), "1e13"),
            (IssueCode::TooFewFields, 10, None, "g,2024-01-02"),
            (IssueCode::TooManyFields, 11, None, ",y"),
            (IssueCode::UnclosedQuote, 16, None, "l,2024-01-02,1,\"x,"),
            (IssueCode::ShortRow, 12, None, "i,2024-01-02,1"),
            (IssueCode::IdDecimal, 15, Some("customer"), "17.0"),
        ]
    );
    let report = outcome.report;
    assert_eq!((report.rows, report.kept, report.set_aside, report.blank_lines), (13, 4, 9, 1));
}

#[test]
fn bytes_that_are_not_utf8_are_replaced_and_counted() {
    let mut text = "客户,日期,金额\n甲,2024-01-02,1\n".as_bytes().to_vec();
    text.extend_from_slice(b"\xFF\xFE,2024-01-03,2\n");
    let params = head(&text).unwrap().params;
    let outcome = read_all(&[&text], &params, 1 << 16, 1).unwrap();
    assert_eq!(outcome.transactions.customers.text(1), "\u{fffd}\u{fffd}");
    let [issue] = &outcome.report.issues[..] else { panic!("{:?}", outcome.report.issues) };
    assert_eq!((issue.code, issue.count, issue.set_aside), (IssueCode::BadBytes, 1, false));
    assert_eq!(issue.examples[0].line, 3);
}

/// Rows whose dates fit both orders, with one far down that does not.
fn dates(decisive: &str) -> String {
    let mut text = String::from("customer,date,amount\n");
    for row in 0..5000 {
        let date = if row == 4000 { decisive } else { "03/04/2024" };
        text += &format!("c{row},{date},1\n");
    }
    text
}

#[test]
fn the_whole_column_decides_the_order_of_dates() {
    let text = dates("27/04/2024");
    let head = head(text.as_bytes()).unwrap();
    let roles = vec![Some(Role::Customer), Some(Role::Date), Some(Role::Amount)];
    // Each customer buys once, so the roles are the test's own choice; the sample leaves the order open.
    let params = ImportParams { roles, ..head.params };
    assert_eq!((params.date_order, params.date_guess), (None, None));
    let outcome = read_all(&[text.as_bytes()], &params, 1 << 14, 2).unwrap();
    assert_eq!(outcome.again.as_ref().unwrap().date_guess, Some(DateOrder::DayFirst));
    assert_eq!(outcome.report.date_order, Some(DateOrder::DayFirst));
    assert_eq!(outcome.report.set_aside, 0);
    assert_eq!(Some(days(&outcome)[0]), day_of(2024, 4, 3));

    let month_first = dates("04/27/2024");
    let outcome = read_all(&[month_first.as_bytes()], &params, 1 << 14, 2).unwrap();
    assert_eq!((outcome.again, outcome.report.date_order), (None, Some(DateOrder::MonthFirst)));

    // What the user chose is not put right.
    let chosen = ImportParams { date_order: Some(DateOrder::MonthFirst), ..params.clone() };
    let outcome = read_all(&[text.as_bytes()], &chosen, 1 << 14, 2).unwrap();
    assert_eq!(
        (outcome.again.clone(), outcome.report.date_order),
        (None, Some(DateOrder::MonthFirst))
    );
    assert_eq!((outcome.report.set_aside, outcome.report.issues[0].code), (1, IssueCode::BadDate));
    assert_eq!(Some(days(&outcome)[0]), day_of(2024, 3, 4));

    // Nothing tells: the user has to.
    let open = dates("03/04/2024");
    let outcome = read_all(&[open.as_bytes()], &params, 1 << 14, 2).unwrap();
    assert_eq!((outcome.again, outcome.report.date_order), (None, None));
    assert_eq!(outcome.report.date_evidence.unwrap().both, 5000);
}

#[test]
fn the_whole_columns_decide_the_decimal_mark() {
    let mut text = String::from("customer;date;quantity;price\n");
    for row in 0..4000 {
        text += &format!("c{};2024-01-02;1;1.250\n", row % 100);
    }
    text += "c1;2024-01-02;2;3,5\n";
    let params = head(text.as_bytes()).unwrap().params;
    assert_eq!(params.decimal_guess, Some(DecimalMark::Comma));
    // As if the decisive cell stood beyond the sample.
    let open = ImportParams { decimal_guess: None, ..params.clone() };
    let outcome = read_all(&[text.as_bytes()], &open, 1 << 14, 2).unwrap();
    let again = outcome.again.clone().unwrap();
    assert_eq!(
        (again.delimiter, again.decimal_guess),
        (Delimiter::Semicolon, Some(DecimalMark::Comma))
    );
    assert_eq!(outcome.report.decimal, Some(DecimalMark::Comma));
    assert_eq!(outcome.report.set_aside, 0);
    assert_eq!(amounts(&outcome)[0], 1_250_000_000);
    assert_eq!(amounts(&outcome)[4000], 7_000_000);

    let params = ImportParams { decimal: Some(DecimalMark::Point), ..params };
    let outcome = read_all(&[text.as_bytes()], &params, 1 << 14, 2).unwrap();
    assert_eq!((outcome.again.clone(), outcome.report.set_aside), (None, 1));
    assert_eq!(amounts(&outcome)[0], 1_250_000);
}

#[test]
fn a_role_is_for_one_column_that_is_there() {
    let names = ["a", "b"].map(str::to_owned);
    let params = |roles: &[Option<Role>]| ImportParams {
        roles: roles.to_vec(),
        ..head(b"a,b\n1,2\n").unwrap().params
    };
    let twice = params(&[Some(Role::Customer), Some(Role::Customer)]);
    let error = check(&twice, &names).unwrap_err();
    assert_eq!(error, Error::BadMapping { role: Role::Customer, columns: vec![0, 1] });
    let beyond = params(&[None, None, Some(Role::Date)]);
    let error = check(&beyond, &names).unwrap_err();
    assert_eq!(error, Error::BadMapping { role: Role::Date, columns: vec![2] });
}

#[test]
fn a_file_too_large_is_told_before_it_is_read() {
    let text = "order,customer,date,amount\n1,a,2024-01-02,1\n2,b,2024-01-03,2\n";
    let small = look(text.as_bytes(), &[], text.len() as u64, None).unwrap();
    assert_eq!(small.affordable(), Ok(()));
    let large = look(text.as_bytes(), &[], 200 << 30, None).unwrap();
    let Err(Error::TooLarge { bytes, needs, limit }) = large.affordable() else { panic!() };
    assert!(bytes == 200 << 30 && needs > limit);
}
