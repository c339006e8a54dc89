//! Transactions by hand, for tests.

use crate::mapping::Role;
use crate::table::{Dictionary, Interner, Money};
use crate::transactions::{Attribute, Chunk, Day, NO_CODE, Transactions};

/// One row of a file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Line {
    pub(crate) customer: &'static str,
    pub(crate) order: &'static str,
    pub(crate) day: Day,
    pub(crate) cents: i64,
    pub(crate) returned: bool,
    pub(crate) region: Option<&'static str>,
}

impl Line {
    /// An empty order is an empty cell.
    pub(crate) fn new(customer: &'static str, order: &'static str, day: Day, cents: i64) -> Self {
        Self { customer, order, day, cents, returned: false, region: None }
    }
}

pub(crate) fn dictionary(strings: &[&str]) -> Dictionary {
    let mut interner = Interner::new();
    for string in strings {
        interner.intern(string.as_bytes());
    }
    interner.finish()
}

/// A file of these rows, two to a chunk. Columns that no line fills are not mapped.
pub(crate) fn transactions(lines: &[Line]) -> Transactions {
    let mut customers = Interner::new();
    let mut orders = Interner::new();
    let mut regions = Interner::new();
    let has_orders = lines.iter().any(|line| !line.order.is_empty());
    let has_returns = lines.iter().any(|line| line.returned);
    let has_regions = lines.iter().any(|line| line.region.is_some());
    let code = |interner: &mut Interner, cell: &str| match cell {
        "" => NO_CODE,
        _ => interner.intern(cell.as_bytes()),
    };
    let mut chunks = Vec::new();
    for pair in lines.chunks(2) {
        let mut chunk = Chunk::default();
        for line in pair {
            chunk.customer.push(code(&mut customers, line.customer));
            chunk.day.push(line.day);
            chunk.amount.push(Money(line.cents * Money::SCALE / 100));
            if has_orders {
                chunk.order.push(code(&mut orders, line.order));
            }
            if has_returns {
                chunk.returned.push(line.returned.into());
            }
            if has_regions {
                chunk.attributes.resize_with(1, Vec::new);
                chunk.attributes[0].push(code(&mut regions, line.region.unwrap_or("")));
            }
        }
        chunks.push(chunk);
    }
    let region = has_regions.then(|| Attribute {
        name: "region".into(),
        role: Role::Region,
        values: regions.finish(),
    });
    Transactions {
        duplicates: Vec::new(),
        chunks,
        customers: customers.finish(),
        orders: orders.finish(),
        attributes: region.into_iter().collect(),
        measures: Vec::new(),
        first_day: lines.iter().map(|line| line.day).min(),
        last_day: lines.iter().map(|line| line.day).max(),
    }
}
