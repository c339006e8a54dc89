//! The stage of each customer.

use super::{Stage, Thresholds, gaps_between};
use crate::customers::{Customers, OrderDays, Sorted};
use crate::transactions::Day;

/// The stage of each customer, in their order (METHODS section 3). Silence is the days from the last purchase to the
/// as-of date. Silent for longer than the loss gap is lost, else for longer than the warning gap drowsy; else a single
/// order within the newness window is new; else who came back for the last purchase after a gap longer than the loss
/// gap is returned; the others are active. A silence that equals a gap is not longer than it.
///
/// `days` are those of these customers.
///
/// ```
/// use segmentlab::customers::{CustomersParams, fold, order_days};
/// use segmentlab::lifecycle::{Stage, Thresholds, stages};
/// use segmentlab::{mapping::look, transactions::read_all};
/// let file = b"customer,date,amount\nA,2024-01-02,5\nA,2024-03-02,5\nB,2024-02-20,5\nC,2024-01-05,5\n";
/// let head = look(file, &[], file.len() as u64, None)?;
/// let transactions = read_all(&[file], &head.params, 1 << 20, 1)?.transactions;
/// let customers = fold(&transactions, &CustomersParams::default())?;
/// let days = order_days(&transactions, &customers)?;
/// let thresholds = Thresholds { newness: 20, warning: 30, loss: 50, own_gap: None };
/// // On 2024-03-03 they are silent for 1, 12 and 58 days; the gap of A was 60.
/// assert_eq!(stages(&customers, &days, &thresholds), [Stage::Returned, Stage::New, Stage::Lost]);
/// # Ok::<(), segmentlab::error::Error>(())
/// ```
#[must_use]
pub fn stages(customers: &Customers, days: &OrderDays, thresholds: &Thresholds) -> Vec<Stage> {
    let one = |customer: usize| Buyer::of(customers, days, customer).stage(thresholds);
    (0..customers.len()).map(one).collect()
}

/// Customers who are judged by their own gap: at least three orders, on at least two days.
#[must_use]
pub fn by_own_gap(customers: &Customers, days: &OrderDays, thresholds: &Thresholds) -> u32 {
    let own = |&customer: &usize| {
        let buyer = Buyer::of(customers, days, customer);
        thresholds.own_gap.is_some() && buyer.own_gap().is_some()
    };
    (0..customers.len()).filter(own).count() as u32
}

/// Orders that make a gap one's own.
const REGULAR: u32 = 3;

/// What the stage of a customer depends on.
struct Buyer<'a> {
    /// Days since the last purchase.
    silence: u32,
    /// Days since the first.
    tenure: u32,
    orders: u32,
    days: &'a [Day],
}

impl<'a> Buyer<'a> {
    fn of(customers: &Customers, days: &'a OrderDays, customer: usize) -> Self {
        Self {
            silence: customers.recency[customer],
            tenure: customers.as_of.abs_diff(customers.first[customer]),
            orders: customers.frequency[customer],
            days: days.of(customer),
        }
    }

    fn stage(&self, thresholds: &Thresholds) -> Stage {
        let (warning, loss) = self.gaps_in_force(thresholds);
        let silence = f64::from(self.silence);
        if silence > loss {
            Stage::Lost
        } else if silence > warning {
            Stage::Drowsy
        } else if self.orders == 1 && self.tenure <= thresholds.newness {
            Stage::New
        } else if gaps_between(self.days).last().is_some_and(|gap| f64::from(gap) > loss) {
            Stage::Returned
        } else {
            Stage::Active
        }
    }

    /// Warning and loss gap.
    fn gaps_in_force(&self, thresholds: &Thresholds) -> (f64, f64) {
        let (warning, loss) = (f64::from(thresholds.warning), f64::from(thresholds.loss));
        match thresholds.own_gap.zip(self.own_gap()) {
            Some((factor, own)) => (own * factor, own * factor * loss / warning),
            None => (warning, loss),
        }
    }

    /// Median gap of a regular customer.
    fn own_gap(&self) -> Option<f64> {
        if self.orders < REGULAR {
            return None;
        }
        let gaps = Sorted::new(gaps_between(self.days).map(i64::from).collect(), 1);
        (!gaps.values().is_empty()).then(|| gaps.quantile(1, 2))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GAPS: Thresholds = Thresholds { newness: 20, warning: 30, loss: 50, own_gap: None };

    /// The stage on day 1,000 of one who bought on these days, each an order.
    fn stage(days: &[Day], thresholds: &Thresholds) -> Stage {
        let (first, last) = (days[0], days[days.len() - 1]);
        let [silence, tenure] = [last, first].map(|day| day.abs_diff(1_000));
        let buyer = Buyer { silence, tenure, orders: days.len() as u32, days };
        buyer.stage(thresholds)
    }

    #[test]
    fn silence_at_the_gap_is_not_longer_than_it() {
        let twice = |last: Day| stage(&[last - 5, last], &GAPS);
        let found = [970, 969, 950, 949].map(twice);
        assert_eq!(found, [Stage::Active, Stage::Drowsy, Stage::Drowsy, Stage::Lost]);
        assert_eq!(twice(1_000), Stage::Active);
    }

    #[test]
    fn a_single_order_is_new_up_to_the_end_of_the_window() {
        assert_eq!(stage(&[980], &GAPS), Stage::New);
        assert_eq!(stage(&[979], &GAPS), Stage::Active);
        assert_eq!(stage(&[980, 980], &GAPS), Stage::Active, "two orders of one day");
        let long = Thresholds { newness: 365, ..GAPS };
        assert_eq!(stage(&[969], &long), Stage::Drowsy, "silence comes first");
        assert_eq!(stage(&[1_000], &Thresholds { newness: 0, ..GAPS }), Stage::New);
    }

    #[test]
    fn a_last_gap_past_the_loss_gap_is_a_return() {
        assert_eq!(stage(&[940, 990], &GAPS), Stage::Active);
        assert_eq!(stage(&[939, 990], &GAPS), Stage::Returned);
        assert_eq!(stage(&[900, 990, 990], &GAPS), Stage::Returned, "twice on the day of return");
        assert_eq!(stage(&[800, 980, 990], &GAPS), Stage::Active, "back for longer");
        assert_eq!(stage(&[800, 960], &GAPS), Stage::Drowsy, "silent again");
    }

    #[test]
    fn regular_customers_are_judged_by_their_own_gap() {
        // Gaps of 4 and 6, median 5; times 2 is 10, and 10 * 50 / 30 = 16.67 is lost.
        let own = Thresholds { own_gap: Some(2.0), ..GAPS };
        let regular = |last: Day| stage(&[last - 10, last - 6, last], &own);
        let found = [990, 989, 984, 983].map(regular);
        assert_eq!(found, [Stage::Active, Stage::Drowsy, Stage::Drowsy, Stage::Lost]);
        // Two orders have no gap of their own; nor have three of one day.
        assert_eq!(stage(&[965, 970], &own), Stage::Active);
        assert_eq!(stage(&[970, 970, 970], &own), Stage::Active);
        // Gaps of 5, 5 and 20: back after more than 16.67 days.
        assert_eq!(stage(&[970, 975, 980, 1_000], &own), Stage::Returned);
        assert_eq!(stage(&[970, 975, 980, 1_000], &GAPS), Stage::Active);
    }
}
