//! What is gathered per customer, whether or not there is a purchase.

use std::collections::BTreeMap;

use super::{CustomersPlan, Orders, Refunds, Totals, visit_rows};
use crate::table::MoneySum;
use crate::transactions::{Day, Transactions};

/// What is gathered per customer code.
pub(super) struct Accounts {
    pub(super) of: Vec<Account>,
    pub(super) frequency: Vec<u32>,
    pub(super) refunded: Vec<MoneySum>,
    pub(super) orders_by_day: Vec<(Day, u32)>,
    pub(super) totals: Totals,
}

/// 32 bytes, so that a row touches one cache line here.
#[derive(Clone, Copy)]
pub(super) struct Account {
    pub(super) net: MoneySum,
    /// Past `last` before the first purchase.
    pub(super) first: Day,
    pub(super) last: Day,
    has_refund: bool,
}

impl Account {
    const EMPTY: Self = Self { net: 0, first: Day::MAX, last: Day::MIN, has_refund: false };

    fn has_purchase(&self) -> bool {
        self.first <= self.last
    }
}

impl Accounts {
    pub(super) fn of(transactions: &Transactions, plan: &CustomersPlan) -> Self {
        let size = transactions.customers.len();
        let mut accounts = vec![Account::EMPTY; size];
        let mut refunded = vec![0; size];
        let mut totals = Totals::default();
        let mut orders = Orders::new(size, transactions.orders.len());
        let mut refund_orders = Orders::new(size, 0);

        totals.rows_after_as_of = visit_rows(transactions, plan, |row| {
            let account = &mut accounts[row.customer as usize];
            if row.refund {
                if totals.refund_rows == 0 {
                    refund_orders = Orders::new(size, transactions.orders.len());
                }
                totals.refund_rows += 1;
                totals.refunded += row.magnitude();
                refunded[row.customer as usize] += row.magnitude();
                account.has_refund = true;
                if plan.refunds == Refunds::Net {
                    account.net -= row.magnitude();
                }
                refund_orders.add(row.customer, row.order, row.day);
            } else {
                totals.purchase_rows += 1;
                account.net += MoneySum::from(row.amount.0);
                account.first = account.first.min(row.day);
                account.last = account.last.max(row.day);
                orders.add(row.customer, row.order, row.day);
            }
        });

        totals.refund_only_customers =
            accounts.iter().filter(|account| account.has_refund && !account.has_purchase()).count()
                as u64;
        refund_orders.visit(|_, _| totals.refund_orders += 1);

        let mut frequency = vec![0; size];
        let mut by_day = BTreeMap::new();
        orders.visit(|customer, day| {
            frequency[customer as usize] += 1;
            *by_day.entry(day).or_insert(0) += 1;
            totals.orders += 1;
        });
        Self {
            of: accounts,
            frequency,
            refunded,
            orders_by_day: by_day.into_iter().collect(),
            totals,
        }
    }

    /// Codes of the customers with a purchase.
    pub(super) fn buyers(&self) -> Vec<u32> {
        (0..)
            .zip(&self.of)
            .filter(|(_, account)| account.has_purchase())
            .map(|(code, _)| code)
            .collect()
    }
}
