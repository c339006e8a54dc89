//! Stages, repurchase gaps and cohorts of whole files against a plain recount of their rows.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use segmentlab::customers::{Customers, CustomersParams, OrderDays, fold, order_days};
use segmentlab::lifecycle::{
    Gaps, LifecycleParams, LifecycleReport, Stage, Thresholds, lifecycle, stages,
};
use segmentlab::table::day_of;
use segmentlab::transactions::{Day, Transactions};

/// A purchase row of a file, by hand.
struct Purchase {
    customer: String,
    order: String,
    day: Day,
}

fn text(path: &str) -> Option<String> {
    let bytes = std::fs::read(common::shared(path)?).unwrap();
    let mut unpacked = String::new();
    match path.ends_with(".gz") {
        true => flate2::read::MultiGzDecoder::new(&bytes[..]).read_to_string(&mut unpacked),
        false => (&bytes[..]).read_to_string(&mut unpacked),
    }
    .unwrap();
    Some(unpacked)
}

/// Cells of a line; commas within quotes do not part them.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            _ => cells.last_mut().unwrap().push(c),
        }
    }
    cells
}

fn day(year: &str, month: &str, day: &str) -> Day {
    day_of(year.parse().unwrap(), month.parse().unwrap(), day.parse().unwrap()).unwrap()
}

fn online_retail() -> Option<Vec<Purchase>> {
    let text = text("data/online_retail/online-retail.csv.gz")?;
    let rows = text.lines().skip(1).map(cells).filter(|row| !row[6].is_empty());
    let bought = rows.filter(|row| !row[0].starts_with('C') && !row[3].starts_with('-'));
    let purchase = |row: Vec<String>| Purchase {
        customer: row[6].trim_end_matches(".0").to_owned(),
        order: row[0].clone(),
        day: day(&row[4][..4], &row[4][5..7], &row[4][8..10]),
    };
    Some(bought.map(purchase).collect())
}

fn superstore() -> Option<Vec<Purchase>> {
    let text = text("data/superstore/Sample - Superstore.csv")?;
    let purchase = |line: &str| {
        let row = cells(line);
        let date: Vec<&str> = row[2].split('/').collect();
        let day = day(date[2], date[0], date[1]);
        Purchase { customer: row[5].clone(), order: row[1].clone(), day }
    };
    Some(text.lines().skip(1).map(purchase).collect())
}

fn cdnow() -> Option<Vec<Purchase>> {
    let text = text("data/cdnow/CDNOW_master.txt")?;
    let purchase = |line: &str| {
        let row: Vec<&str> = line.split_whitespace().collect();
        let day = day(&row[1][..4], &row[1][4..6], &row[1][6..]);
        // No order number: one order per day.
        Purchase { customer: row[0].to_owned(), order: row[1].to_owned(), day }
    };
    Some(text.lines().skip(1).filter(|line| !line.trim().is_empty()).map(purchase).collect())
}

/// Per customer, the first day of each order, ascending.
fn orders(purchases: &[Purchase]) -> BTreeMap<&str, Vec<Day>> {
    let mut first = BTreeMap::new();
    for Purchase { customer, order, day } in purchases {
        let known = first.entry((customer.as_str(), order.as_str())).or_insert(*day);
        *known = (*known).min(*day);
    }
    let mut orders: BTreeMap<&str, Vec<Day>> = BTreeMap::new();
    for ((customer, _), day) in first {
        orders.entry(customer).or_default().push(day);
    }
    for days in orders.values_mut() {
        days.sort_unstable();
    }
    orders
}

fn gaps(days: &[Day]) -> Vec<Day> {
    let distinct: Vec<Day> = days.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
    distinct.windows(2).map(|pair| pair[1] - pair[0]).collect()
}

/// NumPy's percentile, rounded up.
fn percentile(sorted: &[Day], percent: usize) -> Day {
    let at = (sorted.len() - 1) * percent;
    let (below, rest) = (at / 100, (at % 100) as Day);
    let next = sorted[(below + 1).min(sorted.len() - 1)];
    sorted[below] + (rest * (next - sorted[below]) + 99) / 100
}

/// What a file of purchases should come to: warning and loss gap, customers per stage, and the cohorts.
type Recount = (Day, Day, [usize; 5], Vec<Vec<u32>>);

fn recount(purchases: &[Purchase], as_of: Day) -> Recount {
    let orders = orders(purchases);
    let mut all: Vec<Day> = orders.values().flat_map(|days| gaps(days)).collect();
    all.sort_unstable();
    let (warning, loss) = (percentile(&all, 80), percentile(&all, 90));
    let mut last_day = BTreeMap::new();
    for Purchase { customer, day, .. } in purchases {
        let last = last_day.entry(customer.as_str()).or_insert(*day);
        *last = (*last).max(*day);
    }
    let mut counts = [0; 5];
    for (customer, days) in &orders {
        let silence = as_of - last_day[customer];
        let place = if silence > loss {
            4
        } else if silence > warning {
            3
        } else if days.len() == 1 && as_of - days[0] <= warning {
            0
        } else if gaps(days).last().is_some_and(|&gap| gap > loss) {
            2
        } else {
            1
        };
        counts[place] += 1;
    }
    (warning, loss, counts, cohorts(&orders))
}

fn cohorts(orders: &BTreeMap<&str, Vec<Day>>) -> Vec<Vec<u32>> {
    let month = |&day: &Day| {
        let date = segmentlab::customers::Civil::of(day);
        (date.year * 12 + i64::from(date.month)) as usize
    };
    let all: BTreeSet<usize> = orders.values().flatten().map(month).collect();
    let (first, last) = (*all.first().unwrap(), *all.last().unwrap());
    let mut active: Vec<Vec<u32>> = (first..=last).map(|start| vec![0; last - start + 1]).collect();
    for days in orders.values() {
        let months: BTreeSet<usize> = days.iter().map(month).collect();
        let cohort = *months.first().unwrap();
        for month in months {
            active[cohort - first][month - cohort] += 1;
        }
    }
    active
}

fn study(transactions: &Transactions) -> (Customers, OrderDays) {
    let customers = fold(transactions, &CustomersParams::default()).unwrap();
    let days = order_days(transactions, &customers).unwrap();
    (customers, days)
}

fn report(path: &str) -> Option<LifecycleReport> {
    let (customers, days) = study(&common::transactions(path)?);
    Some(lifecycle(&customers, &days, &LifecycleParams::default(), None).unwrap())
}

fn holds(path: &str, purchases: Option<Vec<Purchase>>) -> Option<LifecycleReport> {
    let (report, purchases) = (report(path)?, purchases?);
    let (warning, loss, counts, cohorts) = recount(&purchases, report.as_of);
    assert_eq!((report.warning as Day, report.loss as Day), (warning, loss));
    let found: Vec<usize> = report.stages.iter().map(|row| row.customers as usize).collect();
    assert_eq!(found, counts);
    assert_eq!(report.cohorts.active, cohorts);
    let sizes: Vec<u32> = cohorts.iter().map(|cohort| cohort[0]).collect();
    assert_eq!(report.cohorts.sizes, sizes);
    assert_eq!(report.gaps.counts.iter().sum::<u64>() + report.gaps.beyond, report.gaps.count);
    Some(report)
}

#[test]
fn online_retail_is_as_recounted() {
    let path = "data/online_retail/online-retail.csv.gz";
    let Some(report) = holds(path, online_retail()) else { return };
    assert_eq!(report.cohorts.months.len(), 13);
    assert!(!report.cohorts.complete, "the file ends on 9 December");
    let value: f64 = report.stages.iter().map(|row| row.value_share.unwrap()).sum();
    assert!((value - 1.0).abs() < 1e-12);
}

#[test]
fn superstore_is_as_recounted() {
    let Some(report) = holds("data/superstore/Sample - Superstore.csv", superstore()) else {
        return;
    };
    assert_eq!(report.cohorts.months.len(), 48);
    assert!(report.cohorts.complete, "the day after the last order is past December");
}

#[test]
fn cdnow_is_as_recounted() {
    let Some(report) = holds("data/cdnow/CDNOW_master.txt", cdnow()) else { return };
    let everyone: u32 = report.stages.iter().map(|row| row.customers).sum();
    assert_eq!(everyone, 23_570);
    // All of them bought first in the first quarter of 1997.
    assert_eq!(report.cohorts.sizes.iter().filter(|&&size| size > 0).count(), 3);
}

#[test]
fn longer_gaps_never_make_more_drowsy_or_lost() {
    let Some(transactions) = common::transactions("data/superstore/Sample - Superstore.csv") else {
        return;
    };
    let (customers, days) = study(&transactions);
    let quiet = |warning: u32, loss: u32| {
        let thresholds = Thresholds { newness: 30, warning, loss, own_gap: None };
        let stages = stages(&customers, &days, &thresholds);
        assert_eq!(stages.len(), customers.len());
        let count = |stage: Stage| stages.iter().filter(|&&one| one == stage).count();
        (count(Stage::Drowsy) + count(Stage::Lost), count(Stage::Lost))
    };
    let mut before = (customers.len(), customers.len());
    for warning in (10..700).step_by(30) {
        let now = quiet(warning, warning + 60);
        assert!(now.0 <= before.0 && now.1 <= before.1, "{warning}: {now:?} after {before:?}");
        before = now;
    }
    assert!(before.0 < customers.len());
}

#[test]
fn the_order_of_rows_leaves_no_trace() {
    let path = "data/superstore/Sample - Superstore.csv";
    let Some(mut transactions) = common::transactions(path) else { return };
    let of = |transactions: &Transactions| {
        let (customers, days) = study(transactions);
        let params = LifecycleParams { own_gap: Some(1.5), ..LifecycleParams::default() };
        let report = lifecycle(&customers, &days, &params, None).unwrap();
        let thresholds = params.check(&Gaps::of(&customers, &days)).unwrap();
        (report, stages(&customers, &days, &thresholds))
    };
    let before = of(&transactions);
    for chunk in &mut transactions.chunks {
        chunk.customer.reverse();
        chunk.order.reverse();
        chunk.day.reverse();
        chunk.amount.reverse();
        chunk.returned.reverse();
        chunk.attributes.iter_mut().for_each(|column| column.reverse());
        chunk.measures.iter_mut().for_each(|column| column.reverse());
    }
    transactions.chunks.reverse();
    assert_eq!(of(&transactions), before);
    assert!(before.0.by_own_gap > 0);
}
