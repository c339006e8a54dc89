//! Coverage of the generated consumer goods book, counted again from the rows of its files.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use segmentlab::coverage::{
    CellReach, Grid, ReachParams, Reached, Status, Touched, Touches, compliance, reach,
};
use segmentlab::features::FeatureSource;
use segmentlab::join::places;
use segmentlab::mapping::{Role, look};
use segmentlab::segments::Segmentation;
use segmentlab::transactions::{Transactions, read_all};

/// 2025-10-01 and 2025-12-31 as days since 1970-01-01.
const QUARTER: [i32; 2] = [20_362, 20_453];

/// The file and its rows; `None` where the sample was not made.
fn sample(name: &str) -> Option<(Vec<u8>, Vec<Vec<String>>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/public/samples");
    let bytes = std::fs::read(folder.join(name)).ok()?;
    let text = String::from_utf8(bytes.clone()).unwrap();
    let rows = text.lines().skip(1).map(|line| line.split(',').map(str::to_owned).collect());
    let rows = rows.collect();
    Some((bytes, rows))
}

fn read(bytes: &[u8], attributes: &[usize]) -> Transactions {
    let mut params = look(bytes, &[], bytes.len() as u64, None).unwrap().params;
    for &column in attributes {
        params.roles[column].get_or_insert(Role::Attribute);
    }
    read_all(&[bytes], &params, 1 << 20, 1).unwrap().transactions
}

/// Year, month and day as one number that grows with them.
fn number_of(date: &str) -> i32 {
    date.split('/').fold(0, |all, part| all * 100 + part.parse::<i32>().unwrap())
}

struct Book {
    listed: Transactions,
    rows: Vec<Vec<String>>,
    visits: Transactions,
    /// Dates of the visits by customer.
    visited: HashMap<String, Vec<i32>>,
}

fn book() -> Option<Book> {
    let (bytes, rows) = sample("fmcg-customers.csv")?;
    let (visit_bytes, visit_rows) = sample("fmcg-visits.csv")?;
    let mut visited: HashMap<String, Vec<i32>> = HashMap::new();
    for row in visit_rows {
        visited.entry(row[1].clone()).or_default().push(number_of(&row[0]));
    }
    Some(Book { listed: read(&bytes, &[2, 4, 5]), rows, visits: read(&visit_bytes, &[]), visited })
}

impl Book {
    /// Visits of a customer in the quarter.
    fn in_quarter(&self, id: &str) -> u32 {
        let dates = self.visited.get(id).map(Vec::as_slice).unwrap_or_default();
        dates.iter().filter(|&&date| (20_251_001..=20_251_231).contains(&date)).count() as u32
    }
}

#[test]
fn rates_and_gaps_as_counted_from_the_rows() {
    let Some(book) = book() else { return };
    let source = FeatureSource::of_customers(&book.listed);
    let [region, channel] =
        ["大区", "渠道"].map(|name| Segmentation::of_column(&source.attribute(name).unwrap()));
    let grid = Grid::of(&[&region, &channel]).unwrap();
    let ids: Vec<Vec<u8>> = (0..source.len()).map(|at| source.id(at).to_vec()).collect();
    let found = places(book.visits.customers.iter(), ids.iter().map(Vec::as_slice));
    let (touches, unmatched) = Touches::of_contacts(&[(&book.visits, found)], source.len());
    let of_unknown =
        book.visited.iter().filter(|(id, _)| !book.rows.iter().any(|row| row[0] == **id));
    assert_eq!(unmatched as usize, of_unknown.map(|(_, dates)| dates.len()).sum::<usize>());

    let counts = touches.counts(QUARTER[0], QUARTER[1]);
    let potential = book.listed.measure("月度潜力").unwrap();
    let of = Reached { touches: Some(&counts), potential: Some(&potential), ..Reached::default() };
    let report = reach(&grid, of, &ReachParams { touches: 2, target: 0.85 }).unwrap();
    assert_eq!(report.outside, 0);

    let mut cells: BTreeMap<(&str, &str), (u32, u32, f64)> = BTreeMap::new();
    for row in &book.rows {
        let cell = cells.entry((&row[2], &row[4])).or_default();
        cell.0 += 1;
        if book.in_quarter(&row[0]) >= 2 {
            cell.1 += 1;
        } else {
            cell.2 += row[8].parse::<f64>().unwrap();
        }
    }
    assert!(cells.len() > 10);
    for (place, &(customers, covered, open)) in &cells {
        let at =
            |names: &[String], name: &str| names.iter().position(|known| known == name).unwrap();
        let place = [at(&grid.names[0], place.0), at(&grid.names[1], place.1)];
        let cell: &CellReach = &report.cells[grid.at(&place).unwrap()];
        assert_eq!((cell.customers, cell.covered), (customers, Some(covered)));
        assert_eq!(cell.rate, Some(f64::from(covered) / f64::from(customers)));
        assert_eq!(cell.at_stake, Some(open));
        // In hundredths, so that nothing is rounded: 85 of a hundred.
        let wanted = (customers * 85).div_ceil(100);
        assert_eq!(cell.gap, Some(wanted.saturating_sub(covered)));
    }
    let known: u32 = cells.values().map(|cell| cell.0).sum();
    assert_eq!(known, report.whole.customers, "no other cell has anybody");
}

#[test]
fn plans_of_tiers_as_counted_from_the_rows() {
    let Some(book) = book() else { return };
    let source = FeatureSource::of_customers(&book.listed);
    let tier = Segmentation::of_column(&source.attribute("等级").unwrap());
    let ids: Vec<Vec<u8>> = (0..source.len()).map(|at| source.id(at).to_vec()).collect();
    let found = places(book.visits.customers.iter(), ids.iter().map(Vec::as_slice));
    let (touches, _) = Touches::of_contacts(&[(&book.visits, found)], source.len());
    // Three, two and one visit a month, so three times as many in the quarter.
    let planned = |name: &str| match name {
        "A" => 9,
        "B" => 6,
        _ => 3,
    };
    let (counts, last) = (touches.counts(QUARTER[0], QUARTER[1]), touches.last(QUARTER[1]));
    let groups: Vec<Option<usize>> = tier.labels.iter().map(|label| label.segment()).collect();
    let customers: Vec<Touched> = (0..source.len())
        .map(|at| Touched {
            planned: planned(&tier.names[groups[at].unwrap()]),
            made: counts[at],
            scheduled: 0,
            last: last[at],
        })
        .collect();
    let capacities = vec![None; tier.names.len()];
    let report = compliance(&customers, &groups, &capacities, QUARTER[1], 92);
    assert_eq!(tier.names.len(), 3);
    for (name, found) in tier.names.iter().zip(&report) {
        let own = || book.rows.iter().filter(|row| row[5] == *name);
        let visits = |row: &Vec<String>| book.in_quarter(&row[0]);
        assert_eq!(found.customers as usize, own().count());
        assert_eq!(found.made, own().map(|row| u64::from(visits(row))).sum::<u64>());
        let kept: u64 = own().map(|row| u64::from(visits(row).min(planned(name)))).sum();
        assert_eq!(
            (found.kept, found.planned),
            (kept, u64::from(planned(name)) * own().count() as u64)
        );
        let never = own().filter(|row| !book.visited.contains_key(&row[0])).count();
        assert_eq!(found.statuses[Status::Never as usize] as usize, never);
    }
}
