//! What is gathered per customer, whether or not there is a purchase.

use std::collections::BTreeMap;
use std::hint::black_box;

use super::{CustomersPlan, Orders, Refunds, Row, Totals, visit_rows};
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

/// 32 bytes, so that a booking touches one cache line.
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
        let mut gathering = Gathering::new(transactions, plan.refunds);
        let later = visit_rows(transactions, plan, |row| gathering.add(&row));
        gathering.settle();
        gathering.book();
        gathering.totals.rows_after_as_of = later;
        gathering.finish()
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

struct Gathering {
    accounts: Vec<Account>,
    refunded: Vec<MoneySum>,
    orders: Orders,
    refund_orders: Orders,
    totals: Totals,
    refunds: Refunds,
    run: Run,
    /// Runs to be booked.
    settled: Vec<Run>,
}

/// Runs booked at a time.
const BATCH: usize = 64;

/// Purchase rows in a row with the same customer, order and day: the lines of an order mostly stand
/// together.
#[derive(Clone, Copy)]
struct Run {
    customer: u32,
    order: u32,
    day: Day,
    net: MoneySum,
    rows: u64,
}

impl Gathering {
    fn new(transactions: &Transactions, refunds: Refunds) -> Self {
        let (customers, orders) = (transactions.customers.len(), transactions.orders.len());
        Self {
            accounts: vec![Account::EMPTY; customers],
            refunded: vec![0; customers],
            orders: Orders::new(customers, orders),
            refund_orders: Orders::new(customers, orders),
            totals: Totals::default(),
            refunds,
            run: Run { customer: 0, order: 0, day: 0, net: 0, rows: 0 },
            settled: Vec::with_capacity(BATCH),
        }
    }

    #[inline]
    fn add(&mut self, row: &Row) {
        if row.refund {
            return self.add_refund(row);
        }
        let run = &mut self.run;
        if (run.customer, run.order, run.day) == (row.customer, row.order, row.day) {
            run.net += MoneySum::from(row.amount.0);
            run.rows += 1;
            return;
        }
        self.settle();
        let Row { customer, order, day, amount, .. } = *row;
        self.run = Run { customer, order, day, net: amount.0.into(), rows: 1 };
    }

    /// Ends the run.
    #[inline]
    fn settle(&mut self) {
        if self.run.rows > 0 {
            self.settled.push(self.run);
            if self.settled.len() == BATCH {
                self.book();
            }
        }
    }

    /// Accounts lie far apart. Loading those of a batch before any is changed lets the memory answer
    /// many at once, which takes half the time of one miss after the other.
    fn book(&mut self) {
        let last = |run: &Run| self.accounts[run.customer as usize].last;
        black_box(self.settled.iter().map(last).fold(0, |all, last| all ^ last));
        for Run { customer, order, day, net, rows } in self.settled.drain(..) {
            self.totals.purchase_rows += rows;
            let account = &mut self.accounts[customer as usize];
            account.net += net;
            account.first = account.first.min(day);
            account.last = account.last.max(day);
            self.orders.add(customer, order, day);
        }
    }

    fn add_refund(&mut self, row: &Row) {
        let magnitude = row.magnitude();
        let customer = row.customer as usize;
        self.totals.refund_rows += 1;
        self.totals.refunded += magnitude;
        self.refunded[customer] += magnitude;
        self.accounts[customer].has_refund = true;
        if self.refunds == Refunds::Net {
            self.accounts[customer].net -= magnitude;
        }
        self.refund_orders.add(row.customer, row.order, row.day);
    }

    fn finish(mut self) -> Accounts {
        let only_refunds = |account: &&Account| account.has_refund && !account.has_purchase();
        self.totals.refund_only_customers =
            self.accounts.iter().filter(only_refunds).count() as u64;
        self.refund_orders.visit(|_, _| self.totals.refund_orders += 1);

        let mut frequency = vec![0; self.accounts.len()];
        let mut by_day = BTreeMap::new();
        // Orders come mostly by day, and the day is looked up once for all of it.
        let (mut today, mut orders_today) = (0, 0);
        self.orders.visit(|customer, day| {
            frequency[customer as usize] += 1;
            self.totals.orders += 1;
            if day != today {
                *by_day.entry(today).or_insert(0) += orders_today;
                (today, orders_today) = (day, 0);
            }
            orders_today += 1;
        });
        *by_day.entry(today).or_insert(0) += orders_today;
        Accounts {
            of: self.accounts,
            frequency,
            refunded: self.refunded,
            orders_by_day: by_day.into_iter().filter(|&(_, orders)| orders > 0).collect(),
            totals: self.totals,
        }
    }
}
