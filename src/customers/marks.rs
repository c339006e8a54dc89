//! Which order ids mark a refund.

use super::RefundMark;
use crate::table::Money;
use crate::transactions::{NO_CODE, OrderMark, Transactions};

/// The orders that a rule marks as refunds.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// One flag per order code where the mark decides; empty where the sign of the rows already does.
    marked: Vec<bool>,
    /// Distinct order ids that are marked.
    pub(super) orders: u64,
}

impl Marks {
    pub(super) fn find(mark: &RefundMark, transactions: &Transactions) -> Self {
        match mark {
            RefundMark::Never => Self::default(),
            RefundMark::Prefix { prefix } => {
                let mark = OrderMark { prefix: prefix.clone(), digits: false };
                let marked = matching(transactions, &mark);
                Self { orders: count(&marked), marked }
            }
            RefundMark::Auto => {
                // The way Online Retail numbers its cancellations.
                let mark = OrderMark { prefix: "C".into(), digits: true };
                let marked = matching(transactions, &mark);
                let orders = count(&marked);
                // Where the rule applies, the sign has told these rows for refunds already.
                let applies = orders > 0 && all_negative(transactions, &marked);
                Self { marked: Vec::new(), orders: if applies { orders } else { 0 } }
            }
        }
    }

    #[inline]
    pub(super) fn contains(&self, order: u32) -> bool {
        !self.marked.is_empty() && order != NO_CODE && self.marked[order as usize]
    }
}

fn matching(transactions: &Transactions, mark: &OrderMark) -> Vec<bool> {
    let orders = &transactions.orders;
    (0..orders.len() as u32).map(|code| mark.marks(orders.get(code))).collect()
}

fn count(marked: &[bool]) -> u64 {
    marked.iter().filter(|&&is| is).count() as u64
}

fn all_negative(transactions: &Transactions, marked: &[bool]) -> bool {
    transactions.chunks.iter().all(|chunk| {
        chunk.order.iter().enumerate().all(|(at, &order)| {
            order == NO_CODE
                || !marked[order as usize]
                || chunk.amount[at] < Money(0)
                || chunk.returned.get(at).is_some_and(|&flag| flag != 0)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::super::by_hand::{Line, transactions};
    use super::*;

    #[test]
    fn the_automatic_mark_applies_only_where_every_such_row_is_negative() {
        let mut lines = vec![
            Line::new("a", "C1", 0, -500),
            Line::new("a", "C2", 1, -100),
            Line::new("a", "7", 2, 900),
        ];
        assert_eq!(Marks::find(&RefundMark::Auto, &transactions(&lines)).orders, 2);
        lines.push(Line::new("b", "C2", 3, 100));
        assert_eq!(Marks::find(&RefundMark::Auto, &transactions(&lines)).orders, 0);
    }

    #[test]
    fn a_prefix_marks_whatever_the_sign() {
        let transactions = transactions(&[
            Line::new("a", "R-1", 0, 500),
            Line::new("a", "S-1", 0, 500),
            Line::new("a", "", 0, 500),
        ]);
        let marks = Marks::find(&RefundMark::Prefix { prefix: "R".into() }, &transactions);
        assert_eq!(marks.orders, 1);
        assert!(marks.contains(0));
        assert!(!marks.contains(1));
        assert!(!marks.contains(NO_CODE));
    }
}
