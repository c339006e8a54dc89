//! One row per customer.

use super::CustomersParams;
use crate::table::{Money, MoneySum};
use crate::transactions::Day;

/// One row per customer with at least one purchase, sorted by id (bytewise), so that the order of
/// rows in the file leaves no trace.
#[derive(Debug, Default)]
pub struct Customers {
    /// The customer's code in `Transactions::customers`.
    pub code: Vec<u32>,
    /// The customer's place among ids as a person sorts them: whole numbers by value and before the
    /// rest, the rest bytewise.
    pub rank: Vec<u32>,
    /// Days from the last purchase to the as-of date.
    pub recency: Vec<u32>,
    /// Distinct purchase orders.
    pub frequency: Vec<u32>,
    /// Amount according to the params.
    pub monetary: Vec<Money>,
    /// Net amount, refunds according to the params: `monetary` where that is the sum.
    pub net: Vec<Money>,
    /// First purchase.
    pub first: Vec<Day>,
    /// Last purchase.
    pub last: Vec<Day>,
    /// Refunded amount, not negative; zero where refunds are dropped.
    pub refunded: Vec<Money>,
    /// Most frequent value per attribute (ties: the bytewise smaller), as codes into
    /// `Transactions::attributes[i].values`; `NO_CODE` where all cells are empty.
    pub attributes: Vec<Vec<u32>>,
    /// Per attribute whether another value is as frequent, so that the first of them says nothing of the customer's
    /// habits; empty where that is so of nobody.
    pub tied: Vec<Vec<bool>>,
    /// Purchase orders by the day of their first row, days ascending, days without orders left out.
    pub orders_by_day: Vec<(Day, u32)>,
    /// How they were folded.
    pub params: CustomersParams,
    /// The as-of date.
    pub as_of: Day,
    /// Totals over these customers and the counts of what was left out.
    pub totals: Totals,
}

impl Customers {
    /// How many customers there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.code.len()
    }

    /// R in days, F in orders, M in millionths ([`Money::SCALE`]), each in the order of the customers.
    #[must_use]
    pub fn dimensions(&self) -> [Vec<i64>; 3] {
        [
            self.recency.iter().map(|&days| days.into()).collect(),
            self.frequency.iter().map(|&orders| orders.into()).collect(),
            self.monetary.iter().map(|amount| amount.0).collect(),
        ]
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.code.is_empty()
    }
}

/// Totals of a fold. Every kept row is a purchase, a refund, or after the as-of date.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Totals {
    /// Rows that are purchases.
    pub purchase_rows: u64,
    /// Distinct purchase orders.
    pub orders: u64,
    /// Net amount of the customers with a purchase, refunds according to the params.
    pub revenue: MoneySum,
    /// Rows that are refunds.
    pub refund_rows: u64,
    /// Distinct refund orders.
    pub refund_orders: u64,
    /// Refunded amount, not negative, of all customers.
    pub refunded: MoneySum,
    /// Customers with refunds and no purchase.
    pub refund_only_customers: u64,
    /// Rows after the as-of date.
    pub rows_after_as_of: u64,
    /// Order ids that the refund mark caught.
    pub marked_orders: u64,
}
