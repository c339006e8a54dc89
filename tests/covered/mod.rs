//! Files put together for coverage as the page does it.
#![allow(dead_code, reason = "not every test needs all of it")]

use segmentlab::coverage::{
    Book, CallQuery, CallWhich, CoverageIssueCode, CoverageParams, CoverageReport, GridDimension,
    Roster, Sources, Span, coverage,
};
use segmentlab::customers::{Customers, CustomersParams, fold};
use segmentlab::error::Error;
use segmentlab::features::FeatureSource;
use segmentlab::file::HEAD_BYTES;
use segmentlab::join::{Ids, places};
use segmentlab::mapping::{Role, look};
use segmentlab::segments::{Division, Segmentation};
use segmentlab::table::day_of;
use segmentlab::transactions::{Transactions, read_all};

/// A main file and those beside it, each taken for what it looks like.
pub struct Files {
    main: Transactions,
    /// Of orders.
    customers: Option<Customers>,
    lists: Vec<Ids>,
    contacts: Vec<Transactions>,
    targets: Option<Transactions>,
}

impl Files {
    pub fn of(main: &[u8]) -> Self {
        let main = read(main);
        let customers =
            main.has_orders().then(|| fold(&main, &CustomersParams::default()).unwrap());
        Self { main, customers, lists: Vec::new(), contacts: Vec::new(), targets: None }
    }

    /// Rows with days are contacts, those without ids targets, the others customers.
    pub fn beside(mut self, file: &[u8]) -> Self {
        let file = read(file);
        if !file.has_ids() {
            self.targets = Some(file);
        } else if file.has_days() {
            self.contacts.push(file);
        } else {
            self.lists.push(Ids::of(&file));
        }
        self
    }

    pub fn ask(&self, params: &CoverageParams) -> Result<(CoverageReport, Book), Error> {
        let main = &self.main;
        let orders = self.customers.as_ref().map(|customers| (main, customers));
        let of_orders = orders.map(|(main, customers)| FeatureSource::new(main, customers));
        let beside = self.lists.first().filter(|_| params.roster != Some(Roster::Buyers));
        let (list, taken) = match (&of_orders, beside) {
            (None, _) => (FeatureSource::of_customers(main), 0),
            (Some(_), Some(list)) => (FeatureSource::of_file(list), 1),
            (Some(orders), None) => (orders.clone(), 0),
        };
        let list = self.lists.iter().skip(taken).fold(list, FeatureSource::joined);
        let buyers = |customers: &Customers| {
            let ids: Vec<Vec<u8>> = (0..list.len()).map(|at| list.id(at).into_owned()).collect();
            let buyers = customers.code.iter().map(|&code| main.customers.get(code));
            places(ids.iter().map(Vec::as_slice), buyers)
        };
        let names = of_orders.iter().flat_map(FeatureSource::attributes);
        let divide = |division: &Division| match (division, &of_orders) {
            (Division::Attribute { name }, Some(orders)) => {
                Ok(Segmentation::of_column(&orders.attribute(name).unwrap()))
            }
            _ => Err(Error::BadTiers),
        };
        let sources = Sources {
            listed: orders.is_none() || !self.lists.is_empty(),
            places: self.customers.as_ref().filter(|_| taken == 1).map(buyers),
            orders,
            contacts: self.contacts.iter().collect(),
            targets: self.targets.as_ref(),
            divisions: names.map(|(name, _)| Division::Attribute { name }).collect(),
            divide: &divide,
            list,
        };
        coverage(&sources, params)
    }

    pub fn told(&self, params: &CoverageParams) -> (CoverageReport, Book) {
        self.ask(params).unwrap()
    }
}

fn read(bytes: &[u8]) -> Transactions {
    let first = &bytes[..bytes.len().min(HEAD_BYTES)];
    let mut head = look(first, &[], bytes.len() as u64, None).unwrap();
    // In six rows three tiers are too many to be seen as such.
    for (role, column) in head.params.roles.iter_mut().zip(&head.columns) {
        if ["tier", "owner"].contains(&&*column.name) {
            *role = Some(Role::Attribute);
        }
    }
    read_all(&[bytes], &head.params, 1 << 20, 2).unwrap().transactions
}

pub fn columns(names: &[&str]) -> Option<Vec<GridDimension>> {
    let column = |name: &&str| GridDimension::Division {
        division: Division::Attribute { name: (*name).into() },
    };
    Some(names.iter().map(column).collect())
}

/// 2025-10-01 as 20251001.
pub fn day(number: u32) -> i32 {
    day_of(number / 10_000, number / 100 % 100, number % 100).unwrap()
}

pub fn span(from: u32, to: u32) -> Option<Span> {
    Some(Span { from: day(from), to: day(to) })
}

/// The cell of these names.
pub fn cell(report: &CoverageReport, place: &[&str]) -> usize {
    let names = &report.now.names;
    place.iter().zip(names).fold(0, |cell, (wanted, names)| {
        cell * names.len() + names.iter().position(|name| name == wanted).unwrap()
    })
}

pub fn query(which: CallWhich) -> CallQuery {
    CallQuery { which, cell: None, tier: None, owner: None }
}

/// How often something was noticed, and the first examples.
pub fn noticed(report: &CoverageReport, code: CoverageIssueCode) -> (u64, Vec<&str>) {
    let mut found = report.issues.iter().filter(|issue| issue.code == code);
    let first = found.next();
    assert!(found.next().is_none(), "{code:?} is told once");
    first.map_or((0, Vec::new()), |issue| {
        (issue.count, issue.examples.iter().map(String::as_str).collect())
    })
}
