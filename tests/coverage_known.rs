//! Coverage of files whose figures are known: two editions of Tableau's sample orders, and the wholesale customers of UCI.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;
mod covered;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use covered::{Files, cell, columns, query, span};
use segmentlab::coverage::{CallWhich, CoverageParams, Roster, TouchKind};
use serde_json::Value;

fn reference(set: &str) -> Option<Value> {
    let text = fs::read_to_string(common::shared("reference/other.json")?).unwrap();
    Some(serde_json::from_str::<Value>(&text).unwrap()[set].clone())
}

/// The fields of a line, quotes taken off.
fn fields(line: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut is_quoted = false;
    for letter in line.trim_end().chars() {
        match letter {
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => found.push(String::new()),
            _ => found.last_mut().unwrap().push(letter),
        }
    }
    found
}

/// A line of an order.
struct Line {
    customer: String,
    order: String,
    /// As 20171231.
    date: u32,
    region: String,
    segment: String,
    sales: String,
}

/// The lines of a file by the places of its columns: customer, order, date, region, segment, sales.
fn lines(path: &str, places: [usize; 6], date: fn(&str) -> u32) -> Option<Vec<Line>> {
    let bytes = fs::read(common::shared(path)?).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    let of = |line: &str| {
        let row = fields(line);
        let [customer, order, day, region, segment, sales] = places.map(|at| row[at].clone());
        // A buyer stands in several regions; in each of them it is a customer of its own.
        let customer = format!("{customer}|{region}");
        Line { customer, order, date: date(&day), region, segment, sales }
    };
    Some(text.lines().skip(1).map(of).collect())
}

fn superstore() -> Option<Vec<Line>> {
    let date = |text: &str| {
        let parts: Vec<u32> = text.split('/').map(|part| part.parse().unwrap()).collect();
        parts[2] * 10_000 + parts[0] * 100 + parts[1]
    };
    lines("data/superstore/Sample - Superstore.csv", [5, 1, 2, 12, 7, 17], date)
}

fn supermarket() -> Option<Vec<Line>> {
    let date = |text: &str| {
        let digits = |c: char| !c.is_ascii_digit();
        let parts: Vec<u32> = text.split(digits).filter_map(|part| part.parse().ok()).collect();
        parts[0] * 10_000 + parts[1] * 100 + parts[2]
    };
    let path = "data/tableau_cn_superstore/derived/超市订单.utf8bom.年月日.csv";
    lines(path, [5, 1, 2, 11, 7, 16], date)
}

fn file(lines: &[Line]) -> Files {
    let mut text = String::from("customer,order,date,region,segment,amount\n");
    for Line { customer, order, date, region, segment, sales } in lines {
        let (year, month, day) = (date / 10_000, date / 100 % 100, date % 100);
        let date = format!("{year}-{month:02}-{day:02}");
        text += &format!("{customer},{order},{date},{region},{segment},{sales}\n");
    }
    Files::of(text.as_bytes())
}

/// All of the years, a customer being covered by one purchase.
fn assert_known(lines: &[Line], known: &Value) {
    let params = CoverageParams {
        dimensions: columns(&["region", "segment"]),
        period: span(20_130_101, 20_191_231),
        target: 1.0,
        ..CoverageParams::default()
    };
    let (report, _) = file(lines).told(&params);
    assert_eq!(report.params.roster, Some(Roster::Buyers));
    assert_eq!(report.params.touched, Some(TouchKind::Purchases));
    let known = known["region_segment"].as_object().unwrap();
    assert_eq!(report.now.cells.len(), known.len());
    for (name, expected) in known {
        let place: Vec<&str> = name.split('|').collect();
        let found = &report.now.cells[cell(&report, &place)];
        let customers = expected["customers"].as_u64().map(|count| count as u32);
        assert_eq!(Some(found.customers), customers, "{name}");
        assert_eq!((found.covered, found.gap), (customers, Some(0)), "who buys is covered");
        let sales = expected["sales"].as_f64().unwrap();
        assert!((found.value.unwrap() - sales).abs() < 1e-6 * sales, "{name}");
    }
    let orders: BTreeSet<(&str, &str)> =
        lines.iter().map(|line| (&*line.customer, &*line.order)).collect();
    assert_eq!(report.inputs.touches.unwrap().count as usize, orders.len());
}

/// Of a customer, in a period and in the one before.
type Orders<'l> = [BTreeSet<&'l str>; 2];

/// The last quarter, two purchases covering a customer, and the quarter before it.
fn assert_counted(lines: &[Line]) {
    let params = CoverageParams {
        dimensions: columns(&["region", "segment"]),
        period: span(20_171_001, 20_171_231),
        touches: 2,
        target: 0.25,
        ..CoverageParams::default()
    };
    let (report, _) = file(lines).told(&params);
    let mut cells: BTreeMap<(&str, &str), BTreeMap<&str, Orders<'_>>> = BTreeMap::new();
    for line in lines {
        let own = cells.entry((&line.region, &line.segment)).or_default();
        let orders = own.entry(&line.customer).or_default();
        match line.date {
            20_171_001..=20_171_231 => orders[0].insert(&line.order),
            20_170_701..=20_170_930 => orders[1].insert(&line.order),
            _ => false,
        };
    }
    for (&(region, segment), own) in &cells {
        let at = cell(&report, &[region, segment]);
        let count = |is: &dyn Fn([bool; 2]) -> bool| {
            own.values().filter(|orders| is([0, 1].map(|at| orders[at].len() >= 2))).count() as u32
        };
        let (found, covered) = (&report.now.cells[at], count(&|[now, _]| now));
        assert_eq!((found.customers as usize, found.covered), (own.len(), Some(covered)));
        assert_eq!(found.gap, Some((own.len() as u32).div_ceil(4).saturating_sub(covered)));
        let before = &report.before.as_ref().unwrap().cells[at];
        assert_eq!(before.covered, Some(count(&|[_, before]| before)));
        let moved = report.moved[at];
        let expected = [
            count(&|[now, before]| now && before),
            count(&|[now, before]| now && !before),
            count(&|[now, before]| !now && before),
        ];
        assert_eq!([moved.kept, moved.gained, moved.lost], expected);
    }
}

#[test]
fn superstore_by_region_and_segment() {
    let Some((lines, known)) = superstore().zip(reference("superstore")) else { return };
    assert_known(&lines, &known);
    assert_counted(&lines);
}

#[test]
fn supermarket_by_region_and_segment() {
    let Some((lines, known)) = supermarket().zip(reference("tableau_cn_superstore")) else {
        return;
    };
    assert_known(&lines, &known);
    assert_counted(&lines);
}

#[test]
fn wholesale_customers_by_channel_and_region() {
    let Some((known, path)) = reference("wholesale")
        .zip(common::shared("data/wholesale_customers/Wholesale customers data.csv"))
    else {
        return;
    };
    // Customers without an id; what they spend in all is what they could bring.
    let mut text = String::from("channel,region,potential\n");
    for line in fs::read_to_string(path).unwrap().lines().skip(1) {
        let row: Vec<u64> = line.split(',').map(|field| field.parse().unwrap()).collect();
        text += &format!("c{},r{},{}\n", row[0], row[1], row[2..].iter().sum::<u64>());
    }
    let params =
        CoverageParams { dimensions: columns(&["channel", "region"]), ..CoverageParams::default() };
    let (report, book) = Files::of(text.as_bytes()).told(&params);
    let known = known["cells_channel_region"].as_object().unwrap();
    assert_eq!(report.now.cells.len(), known.len());
    let mut all = 0.0;
    for (name, expected) in known {
        let (channel, region) = name.split_once('|').unwrap();
        let place = [format!("c{channel}"), format!("r{region}")];
        let found = &report.now.cells[cell(&report, &[&place[0], &place[1]])];
        assert_eq!(u64::from(found.customers), expected["n"].as_u64().unwrap());
        assert_eq!(found.potential, expected["total"].as_f64());
        assert_eq!((found.covered, found.at_stake), (None, None), "no touch is known");
        // Under independence: row times column over all.
        let part = |is: &dyn Fn(&[&str]) -> bool| -> f64 {
            let own = known.iter().filter(|(name, _)| is(&name.split('|').collect::<Vec<_>>()));
            own.map(|(_, cell)| cell["n"].as_f64().unwrap()).sum()
        };
        let expected = part(&|of| of[0] == channel) * part(&|of| of[1] == region) / 440.0;
        assert!((found.expected - expected).abs() < 1e-9);
        all += found.expected;
    }
    assert!((all - 440.0).abs() < 1e-9);
    assert_eq!(report.now.whole.customers, 440);
    // Nobody can be called uncovered where touches are not known.
    assert!(book.find(&query(CallWhich::Uncovered)).is_empty());
}
