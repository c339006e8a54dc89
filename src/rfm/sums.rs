//! Figures added up over groups of customers.

use crate::customers::Customers;
use crate::table::{Money, MoneySum};

/// What is added up over some of the customers.
#[derive(Clone, Default)]
pub(super) struct Sums {
    pub(super) customers: u32,
    pub(super) value: MoneySum,
    pub(super) recency: u64,
    pub(super) frequency: u64,
    pub(super) monetary: MoneySum,
    /// Lowest M.
    pub(super) lowest: Option<Money>,
}

impl Sums {
    /// One per group of customers.
    pub(super) fn of(
        customers: &Customers,
        group: impl Fn(usize) -> usize,
        groups: usize,
    ) -> Vec<Self> {
        let mut sums = vec![Self::default(); groups];
        for customer in 0..customers.len() {
            let sums = &mut sums[group(customer)];
            let monetary = customers.monetary[customer];
            sums.customers += 1;
            sums.value += MoneySum::from(customers.net[customer].0);
            sums.recency += u64::from(customers.recency[customer]);
            sums.frequency += u64::from(customers.frequency[customer]);
            sums.monetary += MoneySum::from(monetary.0);
            sums.lowest = Some(sums.lowest.map_or(monetary, |lowest| lowest.min(monetary)));
        }
        sums
    }

    pub(super) fn customer_share(&self, all: &Self) -> f64 {
        f64::from(self.customers) / f64::from(all.customers.max(1))
    }

    pub(super) fn value_share(&self, all: &Self) -> Option<f64> {
        (all.value > 0).then(|| self.value as f64 / all.value as f64)
    }

    pub(super) fn mean(&self, sum: f64) -> Option<f64> {
        (self.customers > 0).then(|| sum / f64::from(self.customers))
    }
}
