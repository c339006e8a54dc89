//! Retention by month of the first purchase.

use serde::Serialize;

use crate::customers::{Civil, Customers, OrderDays};
use crate::transactions::Day;

/// Retention by month of the first purchase.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Cohorts {
    /// First day of each month, from that of the first purchase of all to that of the last, without holes.
    pub months: Vec<Day>,
    /// Customers whose first purchase lies in the month.
    pub sizes: Vec<u32>,
    /// Per cohort, customers with an order in the same month, the next, and so on up to the last month.
    pub active: Vec<Vec<u32>>,
    /// Whether the last month is over on the as-of date, that day included.
    pub complete: bool,
}

impl Cohorts {
    /// The cohorts of these customers; an order lies in the month of its first row.
    #[must_use]
    pub fn of(customers: &Customers, days: &OrderDays) -> Self {
        let first = customers.first.iter().copied().min().unwrap_or_default();
        let last = (0..customers.len()).filter_map(|customer| days.of(customer).last());
        let last = last.copied().max().unwrap_or(first);
        let start = month(first);
        let count = (month(last) - start + 1) as usize;
        let mut sizes = vec![0; count];
        let mut active: Vec<Vec<u32>> = (0..count).map(|cohort| vec![0; count - cohort]).collect();
        for customer in 0..customers.len() {
            let months = days.of(customer).iter().map(|&day| (month(day) - start) as usize);
            let mut cohort = None;
            let mut before = None;
            for month in months {
                let cohort = *cohort.get_or_insert_with(|| {
                    sizes[month] += 1;
                    month
                });
                if before != Some(month) {
                    active[cohort][month - cohort] += 1;
                }
                before = Some(month);
            }
        }
        let mut months = Vec::with_capacity(count);
        let mut day = start_of_month(first);
        for _ in 0..count {
            months.push(day);
            // Every month begins anew within 31 days.
            day = start_of_month(day + 31);
        }
        Self { months, sizes, active, complete: day - 1 <= customers.as_of }
    }
}

/// Months since the year 0.
fn month(day: Day) -> i64 {
    let date = Civil::of(day);
    date.year * 12 + i64::from(date.month) - 1
}

fn start_of_month(day: Day) -> Day {
    day + 1 - Day::from(Civil::of(day).day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::customers::by_hand::{Line, transactions};
    use crate::customers::{CustomersParams, fold, order_days};

    fn cohorts(lines: &[Line], as_of: Option<Day>) -> Cohorts {
        let transactions = transactions(lines);
        let params = CustomersParams { as_of, ..CustomersParams::default() };
        let customers = fold(&transactions, &params).unwrap();
        Cohorts::of(&customers, &order_days(&transactions, &customers).unwrap())
    }

    #[test]
    fn a_customer_counts_once_per_month_in_the_row_of_the_first() {
        // January 1970 ends on day 30, February on day 58.
        let lines = [
            Line::new("a", "1", 0, 100),
            Line::new("a", "2", 30, 100),
            Line::new("a", "3", 59, 100),
            Line::new("b", "4", 31, 100),
            Line::new("b", "5", 58, 100),
            Line::new("c", "6", 95, 100),
        ];
        let found = cohorts(&lines, None);
        assert_eq!(found.months, [0, 31, 59, 90]);
        assert_eq!(found.sizes, [1, 1, 0, 1]);
        assert_eq!(found.active, [vec![1, 0, 1, 0], vec![1, 0, 0], vec![0, 0], vec![1]]);
    }

    #[test]
    fn the_last_month_is_over_on_its_last_day() {
        let lines = [Line::new("a", "1", -40, 100), Line::new("a", "2", 29, 100)];
        assert!(!cohorts(&lines, Some(29)).complete);
        assert!(cohorts(&lines, Some(30)).complete);
        // Later purchases do not count, and the last month is that of the last that does.
        let earlier = cohorts(&lines, Some(28));
        assert_eq!((earlier.months.as_slice(), earlier.complete), ([-61].as_slice(), true));
    }
}
