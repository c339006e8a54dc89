//! When each customer was touched.

use crate::customers::OrderDays;
use crate::table::Day;
use crate::transactions::Transactions;

/// The days of each customer's touches: contacts, visits or purchases, in the order of the customers of a study.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Touches {
    /// Where the days of each customer begin, and the end of the last.
    starts: Vec<usize>,
    /// Ascending within a customer.
    days: Vec<Day>,
}

impl Touches {
    /// One touch per row of contact files. Each comes with the customer of the study for each customer of that file,
    /// `None` for those the study does not have; their rows are counted in the second part.
    ///
    /// ```
    /// use segmentlab::coverage::Touches;
    /// use segmentlab::{mapping::look, transactions::read_all};
    /// let file = b"customer,date\nA,1970-01-03\nB,1970-01-02\nA,1970-01-02\n";
    /// let head = look(file, &[], file.len() as u64, None)?;
    /// let contacts = read_all(&[file], &head.params, 1 << 20, 1)?.transactions;
    /// let (touches, unmatched) = Touches::of_contacts(&[(&contacts, vec![Some(1), None])], 2);
    /// assert_eq!(touches.of(1), [1, 2]);
    /// assert_eq!((touches.of(0).len(), unmatched), (0, 1));
    /// assert_eq!(touches.counts(2, 9), [0, 1]);
    /// # Ok::<(), segmentlab::error::Error>(())
    /// ```
    #[must_use]
    pub fn of_contacts(
        files: &[(&Transactions, Vec<Option<u32>>)],
        customers: usize,
    ) -> (Self, u64) {
        let rows = || {
            files.iter().flat_map(|(contacts, places)| {
                let chunks = contacts.chunks.iter();
                let rows = chunks.flat_map(|chunk| chunk.customer.iter().zip(&chunk.day));
                rows.map(|(&customer, &day)| (places[customer as usize], day))
            })
        };
        let found = Self::sorted(rows().filter_map(|(place, day)| Some((place?, day))), customers);
        let all = files.iter().flat_map(|(contacts, _)| &contacts.chunks);
        let all: usize = all.map(|chunk| chunk.day.len()).sum();
        let unmatched = all - found.days.len();
        (found, unmatched as u64)
    }

    /// One touch per purchase order. `places` has the buyer of each customer, `None` for those who never bought.
    #[must_use]
    pub fn of_orders(orders: &OrderDays, places: &[Option<u32>]) -> Self {
        let mut found = Self { starts: vec![0], days: Vec::with_capacity(orders.orders()) };
        for place in places {
            if let Some(buyer) = place {
                found.days.extend_from_slice(orders.of(*buyer as usize));
            }
            found.starts.push(found.days.len());
        }
        found
    }

    /// Counted first and put in place then, so that nothing but the days is kept.
    fn sorted(touches: impl Iterator<Item = (u32, Day)> + Clone, customers: usize) -> Self {
        let mut starts = vec![0; customers + 1];
        // Not by `for`: rows of chunks of files are faster visited from within.
        touches.clone().for_each(|(customer, _)| starts[customer as usize + 1] += 1);
        for customer in 0..customers {
            starts[customer + 1] += starts[customer];
        }
        let mut next = starts.clone();
        let mut days = vec![0; starts[customers]];
        touches.for_each(|(customer, day)| {
            let place = &mut next[customer as usize];
            days[*place] = day;
            *place += 1;
        });
        for customer in 0..customers {
            days[starts[customer]..starts[customer + 1]].sort_unstable();
        }
        Self { starts, days }
    }

    /// Days of a customer, ascending; several touches of one day repeat it.
    #[must_use]
    pub fn of(&self, customer: usize) -> &[Day] {
        &self.days[self.starts[customer]..self.starts[customer + 1]]
    }

    /// Touches of all.
    #[must_use]
    pub fn len(&self) -> usize {
        self.days.len()
    }

    /// Whether nobody was touched.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.days.is_empty()
    }

    /// The first and the last day; `None` without a touch.
    #[must_use]
    pub fn span(&self) -> Option<(Day, Day)> {
        Some((*self.days.iter().min()?, *self.days.iter().max()?))
    }

    /// Touches of each customer from a day to another, both included.
    #[must_use]
    pub fn counts(&self, from: Day, to: Day) -> Vec<u32> {
        let count = |customer| {
            let days = self.of(customer);
            let before = days.partition_point(|&day| day < from);
            let up_to = days.partition_point(|&day| day <= to);
            up_to.saturating_sub(before) as u32
        };
        (0..self.starts.len() - 1).map(count).collect()
    }

    /// The last touch of each customer up to a day.
    #[must_use]
    pub fn last(&self, as_of: Day) -> Vec<Option<Day>> {
        let last = |customer| {
            let days = self.of(customer);
            days[..days.partition_point(|&day| day <= as_of)].last().copied()
        };
        (0..self.starts.len() - 1).map(last).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_of_neighbouring_periods_add_up() {
        let rows: Vec<(u32, Day)> =
            (0..400).map(|at| (at * 7 % 13, (at * 31 % 90) as Day)).collect();
        let touches = Touches::sorted(rows.iter().copied(), 14);
        assert_eq!(touches.len(), 400);
        let sum = |counts: Vec<u32>| counts.into_iter().sum::<u32>();
        let [first, second, all] =
            [(0, 30), (31, 89), (0, 89)].map(|(from, to)| touches.counts(from, to));
        assert!(first.iter().zip(&second).map(|(a, b)| a + b).eq(all.iter().copied()));
        assert_eq!(sum(all), 400);
        assert_eq!(touches.counts(0, 89)[13], 0);
        assert_eq!(sum(touches.counts(50, 40)), 0, "a period that ends before it begins is empty");
        for customer in 0..14 {
            assert!(touches.of(customer).is_sorted());
            let own = rows.iter().filter(|(of, day)| *of as usize == customer && *day <= 60);
            assert_eq!(touches.last(60)[customer], own.map(|(_, day)| *day).max());
        }
    }
}
