//! Real files read as the page does, against the figures of the reference.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use std::fs;
use std::io::Read;

use segmentlab::file::{Delimiter, HEAD_BYTES};
use segmentlab::issue::IssueCode;
use segmentlab::mapping::{
    ColumnKind, DateOrder, FileKind, Head, ImportParams, Role, RoleReason, look,
};
use segmentlab::table::{Money, day_of};
use segmentlab::transactions::{Outcome, read_all};

use common::shared;

struct File {
    bytes: Vec<u8>,
    head: Head,
}

impl File {
    fn open(path: &str) -> Option<Self> {
        let packed = fs::read(shared(&format!("data/{path}"))?).unwrap();
        let mut bytes = Vec::new();
        if path.ends_with(".gz") {
            flate2::read::MultiGzDecoder::new(&packed[..]).read_to_end(&mut bytes).unwrap();
        } else {
            bytes = packed;
        }
        let first = &bytes[..bytes.len().min(HEAD_BYTES)];
        let middle = bytes.len() / 2..(bytes.len() / 2 + 50_000).min(bytes.len());
        let head = look(first, &[&bytes[middle]], bytes.len() as u64, None).unwrap();
        Some(Self { bytes, head })
    }

    fn role(&self, column: &str) -> Option<Role> {
        self.head.columns.iter().find(|head| head.name == column).unwrap().role
    }

    fn kind(&self, column: &str) -> ColumnKind {
        self.head.columns.iter().find(|head| head.name == column).unwrap().kind
    }

    fn roles(&self) -> Vec<Role> {
        let mut roles: Vec<Role> = self.head.params.roles.iter().flatten().copied().collect();
        roles.sort_unstable();
        roles
    }

    fn read(&self) -> Outcome {
        self.read_with(&self.head.params)
    }

    fn read_with(&self, params: &ImportParams) -> Outcome {
        read_all(&[&self.bytes], params, 1 << 20, 2).unwrap()
    }

    /// The params with one column given a role, or none.
    fn with(&self, column: &str, role: Option<Role>) -> ImportParams {
        let mut params = self.head.params.clone();
        let at = self.head.columns.iter().position(|head| head.name == column).unwrap();
        params.roles[at] = role;
        params
    }
}

fn reference(file: &str) -> serde_json::Value {
    let path = shared(&format!("reference/{file}")).unwrap();
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

/// A figure of the reference in millionths; its float noise lies far below.
fn millionths(units: &serde_json::Value) -> i128 {
    (units.as_f64().unwrap() * 1e6).round() as i128
}

fn sum(outcome: &Outcome) -> i128 {
    let chunks = outcome.transactions.chunks.iter();
    chunks.flat_map(|chunk| &chunk.amount).map(|&Money(amount)| i128::from(amount)).sum()
}

fn day(date: &serde_json::Value) -> Option<i32> {
    let parts: Vec<u32> =
        date.as_str().unwrap()[..10].split('-').map(|part| part.parse().unwrap()).collect();
    day_of(parts[0], parts[1], parts[2])
}

fn count(outcome: &Outcome, code: IssueCode) -> u64 {
    outcome.report.issues.iter().find(|issue| issue.code == code).map_or(0, |issue| issue.count)
}

#[test]
fn online_retail() {
    let Some(file) = File::open("online_retail/online-retail.csv.gz") else { return };
    let facts = &reference("online_retail.json")["facts"];
    let rows = facts["rows"].as_u64().unwrap();
    let missing = facts["missing_CustomerID"].as_u64().unwrap();

    assert_eq!(file.head.kind, FileKind::Transactions);
    assert_eq!(file.role("InvoiceNo"), Some(Role::Order));
    assert_eq!(file.role("CustomerID"), Some(Role::Customer));
    assert_eq!(file.role("InvoiceDate"), Some(Role::Date));
    assert_eq!(file.role("Quantity"), Some(Role::Quantity));
    assert_eq!(file.role("UnitPrice"), Some(Role::Price));
    assert_eq!(file.role("Country"), Some(Role::Region));
    let estimated = file.head.estimated_rows as f64 / rows as f64;
    assert!((0.9..1.1).contains(&estimated), "{estimated}");

    let outcome = file.read();
    let report = &outcome.report;
    assert_eq!((report.rows, report.kept, report.set_aside), (rows, rows - missing, missing));
    assert_eq!(count(&outcome, IssueCode::NoCustomer), missing);
    // Every id of this copy of the file went through floating point.
    assert_eq!(count(&outcome, IssueCode::IdDecimal), rows - missing);
    assert_eq!(report.customers, facts["distinct_customers"].as_u64().unwrap());
    assert_eq!(report.date_order, Some(DateOrder::YearFirst));
    assert_eq!(report.bytes, file.bytes.len() as u64);
    assert_eq!(outcome.transactions.customers.get(0), b"17850");
    // The dates of rows set aside count for the as-of date.
    assert_eq!(outcome.transactions.first_day, day(&facts["date_min"]));
    assert_eq!(outcome.transactions.last_day, day(&facts["date_max"]));

    let everyone = file.read_with(&file.with("CustomerID", None));
    assert_eq!(everyone.report.kept, rows);
    assert_eq!(sum(&everyone), millionths(&facts["gross_sum_quantity_x_price"]));
    let invoices = everyone.transactions.orders.len() as u64;
    assert_eq!(invoices, facts["distinct_invoices"].as_u64().unwrap());
    let countries = everyone.transactions.attributes[0].values.len() as u64;
    assert_eq!(countries, facts["countries"].as_u64().unwrap());
    let returned: u64 = everyone
        .transactions
        .chunks
        .iter()
        .flat_map(|chunk| &chunk.returned)
        .map(|&one| u64::from(one))
        .sum();
    assert_eq!(returned, facts["quantity_negative"].as_u64().unwrap());
}

#[test]
fn superstore_dates_are_decided_by_the_column() {
    let Some(file) = File::open("superstore/Sample - Superstore.csv") else { return };
    let facts = &reference("other.json")["superstore"];
    assert_eq!(file.role("Order ID"), Some(Role::Order));
    assert_eq!(file.role("Order Date"), Some(Role::Date));
    assert_eq!(file.role("Ship Date"), None);
    assert_eq!(file.role("Customer ID"), Some(Role::Customer));
    assert_eq!(file.role("Customer Name"), None);
    assert_eq!(file.role("Region"), Some(Role::Region));
    assert_eq!(file.role("Category"), Some(Role::Category));
    assert_eq!(file.role("Sales"), Some(Role::Amount));
    assert_eq!(file.role("Quantity"), Some(Role::Quantity));
    assert!(file.head.bom);

    let outcome = file.read();
    assert_eq!(outcome.report.rows, facts["rows"].as_u64().unwrap());
    assert_eq!(outcome.report.kept, outcome.report.rows);
    assert_eq!(outcome.report.customers, facts["customers"].as_u64().unwrap());
    assert_eq!(outcome.transactions.orders.len() as u64, facts["orders"].as_u64().unwrap());
    assert_eq!(sum(&outcome), millionths(&facts["sales"]));
    assert_eq!(outcome.transactions.first_day, day(&facts["date_min"]));
    assert_eq!(outcome.transactions.last_day, day(&facts["date_max"]));
    assert_eq!(outcome.report.date_order, Some(DateOrder::MonthFirst));
    let dates = outcome.report.date_evidence.unwrap();
    assert_eq!(dates.both, facts["ambiguous_day_month_rows"].as_u64().unwrap());
    assert_eq!((dates.day_first, dates.unambiguous), (0, 0));
}

#[test]
fn the_damaged_superstore_sets_its_shifted_rows_aside() {
    let Some(file) = File::open("superstore/Sample - Superstore.damaged.csv") else { return };
    let facts = &reference("other.json")["superstore"];
    let outcome = file.read();
    assert_eq!(outcome.report.rows, facts["rows"].as_u64().unwrap());
    assert_eq!((file.head.columns.len(), file.head.params.spare_columns), (22, 1));
    let issue = outcome.report.issues.iter().find(|issue| issue.set_aside).unwrap();
    // SOURCE.txt: six rows are shifted by an unquoted comma into a 22nd column, which has no name.
    assert_eq!((issue.code, issue.count), (IssueCode::TooManyFields, 6));
    assert_eq!(outcome.report.set_aside, 6);
    // Each line that holds U+FFFD, once.
    let damaged = file.bytes.split(|&byte| byte == b'\n');
    let damaged = damaged.filter(|line| std::str::from_utf8(line).unwrap().contains('\u{fffd}'));
    assert_eq!(count(&outcome, IssueCode::LostCharacters), damaged.count() as u64);
    assert_eq!(count(&outcome, IssueCode::LostCharacters), 367);
    let shifted: Vec<(usize, Vec<&str>)> = std::str::from_utf8(&file.bytes)
        .unwrap()
        .lines()
        .enumerate()
        .filter(|(_, line)| line.contains("Drive, 16GB,"))
        .map(|(line, text)| (line + 1, text.split(',').collect()))
        .collect();
    assert_eq!(shifted.len(), 6);
    for (example, (line, cells)) in issue.examples.iter().zip(&shifted) {
        assert_eq!((example.line, example.column.as_deref()), (*line as u64, None));
        assert_eq!(example.value.trim_start_matches(','), cells[cells.len() - 1]);
    }
    // Their sales stand fifth from the end.
    let lost: f64 =
        shifted.iter().map(|(_, cells)| cells[cells.len() - 4].parse::<f64>().unwrap()).sum();
    assert_eq!(sum(&outcome) + (lost * 1e6).round() as i128, millionths(&facts["sales"]));
}

#[test]
fn cdnow_is_cut_by_blanks() {
    let Some(master) = File::open("cdnow/CDNOW_master.txt") else { return };
    let facts = &reference("cdnow.json")["master"];
    assert_eq!(master.head.params.delimiter, Delimiter::Blanks);
    assert_eq!(master.roles(), [Role::Customer, Role::Date, Role::Amount, Role::Quantity]);
    let outcome = master.read();
    assert_eq!(outcome.report.rows, facts["rows"].as_u64().unwrap());
    assert_eq!(outcome.report.set_aside, 0);
    assert_eq!(outcome.report.customers, facts["customers"].as_u64().unwrap());
    assert_eq!(sum(&outcome), millionths(&facts["dollars"]));
    assert_eq!(outcome.transactions.first_day, day(&facts["first"]));
    assert_eq!(outcome.transactions.last_day, day(&facts["last"]));
    let amounts = outcome.transactions.chunks.iter().flat_map(|chunk| &chunk.amount);
    let zeros = amounts.filter(|&&amount| amount == Money(0)).count() as u64;
    assert_eq!(zeros, facts["zero_dollar_rows"].as_u64().unwrap());

    // The sample has no header: only the content speaks.
    let sample = File::open("cdnow/CDNOW_sample.txt").unwrap();
    let facts = &reference("cdnow.json")["sample"];
    assert!(!sample.head.params.header);
    assert_eq!(sample.roles(), [Role::Customer, Role::Date, Role::Amount]);
    let reasons = sample.head.columns.iter().filter_map(|column| column.reason);
    assert!(reasons.eq([RoleReason::Content; 3]));
    let outcome = sample.read();
    assert_eq!(outcome.report.kept, facts["rows"].as_u64().unwrap());
    assert_eq!(outcome.report.customers, facts["customers"].as_u64().unwrap());
    assert_eq!(sum(&outcome), millionths(&facts["dollars"]));
}

#[test]
fn the_chinese_superstore() {
    let Some(file) = File::open("tableau_cn_superstore/derived/超市订单.utf8bom.年月日.csv")
    else {
        return;
    };
    let facts = &reference("other.json")["tableau_cn_superstore"];
    assert_eq!(file.role("订单 ID"), Some(Role::Order));
    assert_eq!(file.role("订单日期"), Some(Role::Date));
    assert_eq!(file.role("发货日期"), None);
    assert_eq!(file.role("客户 ID"), Some(Role::Customer));
    assert_eq!(file.role("客户名称"), None);
    assert_eq!(file.role("地区"), Some(Role::Region));
    assert_eq!(file.role("类别"), Some(Role::Category));
    assert_eq!(file.role("销售额"), Some(Role::Amount));
    assert_eq!(file.role("数量"), Some(Role::Quantity));
    let outcome = file.read();
    assert_eq!(outcome.report.kept, facts["rows"].as_u64().unwrap());
    assert_eq!(outcome.report.customers, facts["customers"].as_u64().unwrap());
    assert_eq!(outcome.transactions.orders.len() as u64, facts["orders"].as_u64().unwrap());
    assert_eq!(sum(&outcome), millionths(&facts["sales"]));
    assert_eq!(outcome.transactions.first_day, day(&facts["date_min"]));
    assert_eq!(outcome.transactions.last_day, day(&facts["date_max"]));
}

#[test]
fn files_of_customers() {
    if shared("data").is_none() {
        return;
    }
    for (path, rows, roles) in [
        ("mall_customers/Mall_Customers.csv", 200, &[Role::Customer, Role::Attribute][..]),
        (
            "mall_customers/Mall_Customers.renamed-columns.csv",
            200,
            &[Role::Customer, Role::Attribute],
        ),
        ("cn_translated/商场客户.csv", 200, &[Role::Customer, Role::Attribute]),
        ("wholesale_customers/Wholesale customers data.csv", 440, &[Role::Channel, Role::Region]),
        (
            "marketing_campaign/marketing_campaign.csv",
            2240,
            &[Role::Customer, Role::Attribute, Role::Attribute],
        ),
        (
            "hillstrom/hillstrom.csv",
            64_000,
            &[Role::Channel, Role::Attribute, Role::Attribute, Role::Attribute],
        ),
    ] {
        let file = File::open(path).unwrap();
        // Which columns are figures to compare by is tested in `measures.rs`.
        let mut found = file.roles();
        found.retain(|&role| role != Role::Measure);
        assert_eq!((file.head.kind, &found[..]), (FileKind::Customers, roles), "{path}");
        let report = file.read().report;
        assert_eq!((report.rows, report.kept, report.customers), (rows, rows, rows), "{path}");
    }
}

#[test]
fn marketing_campaign_dates_are_day_first() {
    let Some(file) = File::open("marketing_campaign/marketing_campaign.csv") else { return };
    let facts = &reference("other.json")["marketing_campaign"];
    assert_eq!(file.head.params.delimiter, Delimiter::Tab);
    assert_eq!(file.kind("Dt_Customer"), ColumnKind::Date);
    let outcome = file.read_with(&file.with("Dt_Customer", Some(Role::Date)));
    assert_eq!(outcome.report.date_order, Some(DateOrder::DayFirst));
    assert_eq!(outcome.report.kept, facts["rows"].as_u64().unwrap());
    assert_eq!(outcome.transactions.first_day, day(&facts["dt_min"]));
    assert_eq!(outcome.transactions.last_day, day(&facts["dt_max"]));
    let income = file.read_with(&file.with("Income", Some(Role::Amount)));
    assert_eq!(count(&income, IssueCode::NoNumber), facts["income_missing"].as_u64().unwrap());
}

#[test]
fn hillstrom_channels_and_spend() {
    let Some(file) = File::open("hillstrom/hillstrom.csv") else { return };
    let facts = &reference("other.json")["hillstrom"];
    // Customers who are listed once, without a date: what they spent is a figure like the others.
    assert_eq!(file.role("spend"), Some(Role::Measure));
    let figures = file.roles().into_iter().filter(|&role| role == Role::Measure).count();
    assert_eq!(figures, 8);
    let outcome = file.read_with(&file.with("spend", Some(Role::Amount)));
    let arms = facts["arms"].as_object().unwrap().values();
    let spend: f64 = arms.map(|arm| arm["spend_sum"].as_f64().unwrap()).sum();
    assert_eq!(sum(&outcome), (spend * 1e6).round() as i128);
    let channel = &outcome.transactions.attributes[0];
    let mut counts = vec![0; channel.values.len()];
    for &code in outcome.transactions.chunks.iter().flat_map(|chunk| &chunk.attributes[0]) {
        counts[code as usize] += 1;
    }
    for (code, count) in (0..).zip(counts) {
        assert_eq!(facts["channels"][&*channel.values.text(code)].as_u64(), Some(count));
    }
}
