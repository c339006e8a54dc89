//! The rows of a file as purchases and refunds.

use super::CustomersPlan;
use crate::table::Money;
use crate::transactions::{Chunk, Day, NO_CODE, Transactions};

/// One row up to the as-of date.
pub(super) struct Row<'a> {
    pub(super) customer: u32,
    /// [`NO_CODE`] where the file has no order id.
    pub(super) order: u32,
    pub(super) day: Day,
    /// As in the file.
    pub(super) amount: Money,
    /// Negative amount or quantity, or an order that marks refunds.
    pub(super) refund: bool,
    chunk: &'a Chunk,
    at: usize,
}

impl Row<'_> {
    /// The code of an attribute, [`NO_CODE`] for an empty cell.
    #[inline]
    pub(super) fn attribute(&self, attribute: usize) -> u32 {
        self.chunk.attributes[attribute][self.at]
    }

    /// Millionths, not negative.
    #[inline]
    pub(super) fn magnitude(&self) -> i128 {
        i128::from(self.amount.0).abs()
    }
}

/// Calls `visit` with every row up to the as-of date, in file order; returns how many came later.
#[inline]
pub(super) fn visit_rows<'a>(
    transactions: &'a Transactions,
    plan: &CustomersPlan,
    mut visit: impl FnMut(Row<'a>),
) -> u64 {
    let mut later = 0;
    for chunk in &transactions.chunks {
        let rows = chunk.customer.len();
        let (days, amounts) = (&chunk.day[..rows], &chunk.amount[..rows]);
        for (at, &customer) in chunk.customer.iter().enumerate() {
            let (day, amount) = (days[at], amounts[at]);
            if day > plan.as_of {
                later += 1;
                continue;
            }
            let order = chunk.order.get(at).map_or(NO_CODE, |&order| order);
            let refund = amount < Money(0)
                || chunk.returned.get(at).is_some_and(|&flag| flag != 0)
                || plan.marks.contains(order);
            visit(Row { customer, order, day, amount, refund, chunk, at });
        }
    }
    later
}
