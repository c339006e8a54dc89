//! Distinct orders: the same customer and order id; without an id, the same customer and day.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::Groups;
use crate::transactions::{Day, NO_CODE};

/// The orders met so far, each with the day of its first row.
pub(super) struct Orders {
    customers: usize,
    /// One per order code: the customer who was met with it first. Made when the first order comes,
    /// because files without refunds have no refund orders.
    slots: Vec<Slot>,
    size: usize,
    /// Orders whose id another customer was met with first.
    shared: HashMap<u64, Day, BuildHasherDefault<PairHasher>>,
    /// Customer and day of rows without an order id.
    days: Vec<(u32, Day)>,
}

#[derive(Clone, Copy)]
struct Slot {
    owner: u32,
    day: Day,
}

impl Orders {
    pub(super) fn new(customers: usize, orders: usize) -> Self {
        Self {
            customers,
            slots: Vec::new(),
            size: orders,
            shared: HashMap::default(),
            days: Vec::new(),
        }
    }

    #[inline]
    pub(super) fn add(&mut self, customer: u32, order: u32, day: Day) {
        if order == NO_CODE {
            return self.days.push((customer, day));
        }
        if self.slots.is_empty() {
            self.slots = vec![Slot { owner: NO_CODE, day: 0 }; self.size];
        }
        let slot = &mut self.slots[order as usize];
        if slot.owner == customer {
            slot.day = slot.day.min(day);
        } else if slot.owner == NO_CODE {
            *slot = Slot { owner: customer, day };
        } else {
            let first = self.shared.entry(pair(customer, order)).or_insert(day);
            *first = (*first).min(day);
        }
    }

    /// Calls `visit` once per distinct order with its customer and the day of its first row.
    pub(super) fn visit(self, mut visit: impl FnMut(u32, Day)) {
        for slot in self.slots.iter().filter(|slot| slot.owner != NO_CODE) {
            visit(slot.owner, slot.day);
        }
        for (&pair, &day) in &self.shared {
            visit((pair >> 32) as u32, day);
        }
        Groups::of(self.customers, &self.days).visit(|customer, days| {
            days.sort_unstable();
            for run in days.chunk_by(|a, b| a == b) {
                visit(customer, run[0]);
            }
        });
    }
}

fn pair(customer: u32, order: u32) -> u64 {
    u64::from(customer) << 32 | u64::from(order)
}

/// Mixes a pair of codes; the standard hasher costs several times as much per row where a file
/// numbers the orders of each customer from one.
#[derive(Default)]
struct PairHasher(u64);

impl Hasher for PairHasher {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u64(u64::from(byte));
        }
    }

    fn write_u64(&mut self, value: u64) {
        let mixed = (self.0 ^ value).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        self.0 = mixed ^ mixed >> 32;
    }

    fn finish(&self) -> u64 {
        self.0.wrapping_mul(0x9E37_79B9_7F4A_7C15)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn orders_of(rows: &[(u32, u32, Day)]) -> Vec<(u32, Day)> {
        let mut orders = Orders::new(10, 10);
        for &(customer, order, day) in rows {
            orders.add(customer, order, day);
        }
        let mut found = Vec::new();
        orders.visit(|customer, day| found.push((customer, day)));
        found.sort_unstable();
        found
    }

    #[test]
    fn rows_of_one_order_count_once_from_their_first_day() {
        assert_eq!(orders_of(&[(1, 4, 9), (1, 4, 7), (1, 4, 8)]), [(1, 7)]);
    }

    #[test]
    fn an_order_id_of_two_customers_is_two_orders() {
        let rows = [(1, 4, 9), (2, 4, 7), (1, 4, 9), (2, 4, 5), (3, 4, 1)];
        assert_eq!(orders_of(&rows), [(1, 9), (2, 5), (3, 1)]);
    }

    #[test]
    fn without_an_order_id_a_customers_day_is_an_order() {
        let rows =
            [(1, NO_CODE, -3), (1, NO_CODE, 5), (1, NO_CODE, -3), (2, NO_CODE, 5), (1, 0, 5)];
        assert_eq!(orders_of(&rows), [(1, -3), (1, 5), (1, 5), (2, 5)]);
    }
}
