//! Orders, revenue and buying customers over time.

use serde::Serialize;

use super::{Civil, Customers, CustomersPlan, Refunds, visit_rows};
use crate::table::{MoneySum, sum_to_f64};
use crate::transactions::{Day, Transactions};

/// Orders, revenue and buying customers of one period.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Period {
    /// First day of the period (the first of the month, the Monday of the week, the day).
    pub start: Day,
    /// Whether the file covers all of it.
    pub complete: bool,
    /// Distinct purchase orders, by the day of their first row.
    pub orders: u32,
    /// Net amount of the rows in the period, refunds according to the params.
    pub revenue: f64,
    /// Customers with a purchase in the period.
    pub customers: u32,
}

/// Length of the periods of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum PeriodUnit {
    /// Calendar days (files up to 6 weeks).
    Day,
    /// Weeks from Monday (up to 6 months).
    Week,
    /// Calendar months.
    Month,
}

const SIX_WEEKS: i64 = 42;
/// The longest six months in a row: March to August, or July to December.
const SIX_MONTHS: i64 = 184;

impl PeriodUnit {
    /// By the span from the first to the last purchase.
    pub(super) fn of(customers: &Customers) -> Self {
        let first = customers.first.iter().min().copied().unwrap_or_default();
        let last = customers.last.iter().max().copied().unwrap_or_default();
        Self::for_span(first, last)
    }

    fn for_span(first: Day, last: Day) -> Self {
        let days = i64::from(last) - i64::from(first) + 1;
        if days <= SIX_WEEKS {
            Self::Day
        } else if days <= SIX_MONTHS {
            Self::Week
        } else {
            Self::Month
        }
    }

    fn start(self, day: Day) -> Day {
        match self {
            Self::Day => day,
            // 1970-01-01 was a Thursday.
            Self::Week => day - (day + 3).rem_euclid(7),
            Self::Month => day + 1 - Day::from(Civil::of(day).day),
        }
    }

    fn next(self, start: Day) -> Day {
        match self {
            Self::Day => start + 1,
            Self::Week => start + 7,
            // Every month begins anew within 31 days.
            Self::Month => self.start(start + 31),
        }
    }
}

/// The series from the first to the last row that counts, without holes.
pub(super) fn periods(
    transactions: &Transactions,
    customers: &Customers,
    plan: &CustomersPlan,
    unit: PeriodUnit,
) -> Vec<Period> {
    let buyers = Buyers::of(transactions, customers, plan);
    let Some((first, last)) = buyers.span(transactions, plan) else {
        return Vec::new();
    };
    let calendar = Starts::of(first, last, unit);
    let mut orders = vec![0; calendar.len()];
    for &(day, count) in &customers.orders_by_day {
        orders[calendar.period(day)] += count;
    }
    let mut revenue: Vec<MoneySum> = vec![0; calendar.len()];
    let mut occupied = vec![false; calendar.len()];
    visit_rows(transactions, plan, |row| {
        let period = || calendar.period(row.day);
        if !row.refund {
            let period = period();
            revenue[period] += MoneySum::from(row.amount.0);
            occupied[period] = true;
        } else if buyers.count_refund_of(row.customer) {
            revenue[period()] -= row.magnitude();
        }
    });
    let buying = buying_customers(transactions, plan, &calendar, &occupied);
    let covered = |start: Day, next: Day| {
        transactions.first_day.is_some_and(|first| first <= start)
            && transactions.last_day.is_some_and(|last| last >= next - 1)
            && plan.as_of >= next - 1
    };
    (0..calendar.len())
        .map(|at| {
            let start = calendar.starts[at];
            Period {
                start,
                complete: covered(start, unit.next(start)),
                orders: orders[at],
                revenue: sum_to_f64(revenue[at]),
                customers: buying[at],
            }
        })
        .collect()
}

/// Distinct customers with a purchase, per period: one bit per customer and period, 64 periods at a time.
fn buying_customers(
    transactions: &Transactions,
    plan: &CustomersPlan,
    calendar: &Starts,
    occupied: &[bool],
) -> Vec<u32> {
    let mut buying = vec![0; calendar.len()];
    for (window, occupied) in occupied.chunks(64).enumerate() {
        if !occupied.contains(&true) {
            continue;
        }
        let mut seen = vec![0_u64; transactions.customers.len()];
        visit_rows(transactions, plan, |row| {
            if row.refund {
                return;
            }
            let period = calendar.period(row.day);
            if period / 64 == window {
                let seen = &mut seen[row.customer as usize];
                let bit = 1 << (period % 64);
                buying[period] += u32::from(*seen & bit == 0);
                *seen |= bit;
            }
        });
    }
    buying
}

/// Whose refunds count in revenue: of customers who bought, if refunds reduce it at all.
pub(super) struct Buyers {
    bought: Vec<bool>,
}

impl Buyers {
    pub(super) fn of(
        transactions: &Transactions,
        customers: &Customers,
        plan: &CustomersPlan,
    ) -> Self {
        let mut bought = Vec::new();
        if plan.refunds == Refunds::Net {
            bought = vec![false; transactions.customers.len()];
            for &code in &customers.code {
                bought[code as usize] = true;
            }
        }
        Self { bought }
    }

    pub(super) fn count_refund_of(&self, customer: u32) -> bool {
        self.bought.get(customer as usize).is_some_and(|&bought| bought)
    }

    /// First and last day of the rows that count.
    pub(super) fn span(
        &self,
        transactions: &Transactions,
        plan: &CustomersPlan,
    ) -> Option<(Day, Day)> {
        let (mut first, mut last) = (Day::MAX, Day::MIN);
        visit_rows(transactions, plan, |row| {
            if !row.refund || self.count_refund_of(row.customer) {
                first = first.min(row.day);
                last = last.max(row.day);
            }
        });
        (first <= last).then_some((first, last))
    }
}

/// The periods of a span, and the one a day lies in.
pub(super) struct Starts {
    pub(super) starts: Vec<Day>,
    first: Day,
    of_day: Vec<u32>,
}

impl Starts {
    pub(super) fn of(first: Day, last: Day, unit: PeriodUnit) -> Self {
        let first = unit.start(first);
        let mut starts = Vec::new();
        let mut of_day = Vec::new();
        let mut start = first;
        while start <= last {
            let next = unit.next(start);
            of_day.resize((next - first) as usize, starts.len() as u32);
            starts.push(start);
            start = next;
        }
        Self { starts, first, of_day }
    }

    pub(super) fn len(&self) -> usize {
        self.starts.len()
    }

    pub(super) fn period(&self, day: Day) -> usize {
        self.of_day[(day - self.first) as usize] as usize
    }
}

#[cfg(test)]
mod tests {
    use super::super::by_hand::{Line, transactions};
    use super::*;
    use crate::customers::{CustomersParams, fold};
    use crate::table::day_of;

    fn day(year: u32, month: u32, day: u32) -> Day {
        day_of(year, month, day).unwrap()
    }

    fn series(lines: &[Line], unit: PeriodUnit, params: &CustomersParams) -> Vec<Period> {
        let transactions = transactions(lines);
        let customers = fold(&transactions, params).unwrap();
        periods(&transactions, &customers, &params.check(&transactions).unwrap(), unit)
    }

    #[test]
    fn the_unit_follows_the_span() {
        assert_eq!(PeriodUnit::for_span(0, 41), PeriodUnit::Day);
        assert_eq!(PeriodUnit::for_span(0, 42), PeriodUnit::Week);
        assert_eq!(PeriodUnit::for_span(day(2017, 7, 1), day(2017, 12, 31)), PeriodUnit::Week);
        assert_eq!(PeriodUnit::for_span(day(2017, 7, 1), day(2018, 1, 1)), PeriodUnit::Month);
    }

    #[test]
    fn weeks_begin_on_monday() {
        // 2024-02-26 was a Monday.
        let monday = day(2024, 2, 26);
        for offset in 0..7 {
            assert_eq!(PeriodUnit::Week.start(monday + offset), monday);
        }
        assert_eq!(PeriodUnit::Week.start(-3), -3);
        assert_eq!(PeriodUnit::Week.start(-4), -10);
    }

    #[test]
    fn months_without_orders_stay_in_the_series() {
        let lines = [
            Line::new("a", "1", day(2023, 12, 1), 100),
            Line::new("b", "2", day(2024, 2, 29), 100),
            Line::new("a", "3", day(2024, 2, 3), 50),
            Line::new("a", "3", day(2024, 3, 1), 25),
        ];
        let found = series(&lines, PeriodUnit::Month, &CustomersParams::default());
        let seen: Vec<_> = found
            .iter()
            .map(|p| (Civil::of(p.start).to_string(), p.complete, p.orders, p.revenue, p.customers))
            .collect();
        // Order 3 belongs to February, where it began; its second row is March revenue.
        let expected = [
            ("2023-12-01", true, 1, 1.0, 1),
            ("2024-01-01", true, 0, 0.0, 0),
            ("2024-02-01", true, 2, 1.5, 2),
            ("2024-03-01", false, 0, 0.25, 1),
        ];
        let expected = expected.map(|(start, c, o, r, n)| (start.to_owned(), c, o, r, n));
        assert_eq!(seen, expected);
    }

    #[test]
    fn refunds_lower_the_period_they_fall_in_only_when_netted() {
        let lines = [
            Line::new("a", "1", 0, 100),
            Line::new("a", "2", 2, -30),
            // Bought nothing: not among the customers, so not in their revenue.
            Line::new("b", "3", 1, -500),
        ];
        let revenue = |refunds| {
            let params = CustomersParams { refunds, ..CustomersParams::default() };
            let periods = series(&lines, PeriodUnit::Day, &params);
            periods.iter().map(|p| p.revenue).collect::<Vec<_>>()
        };
        assert_eq!(revenue(Refunds::Net), [1.0, 0.0, -0.3]);
        assert_eq!(revenue(Refunds::Drop), [1.0]);
        assert_eq!(revenue(Refunds::Separate), [1.0]);
    }

    #[test]
    fn customers_are_distinct_in_each_of_more_than_64_periods() {
        let mut lines = Vec::new();
        for day in 0..130 {
            lines.push(Line::new("a", "", day, 1));
            lines.push(Line::new("a", "", day, 1));
            if day % 2 == 0 {
                lines.push(Line::new("b", "", day, 1));
            }
        }
        lines.reverse();
        let found = series(&lines, PeriodUnit::Day, &CustomersParams::default());
        assert_eq!(found.len(), 130);
        for (period, even) in found.iter().zip([true, false].into_iter().cycle()) {
            assert_eq!(period.customers, if even { 2 } else { 1 });
            assert_eq!(period.orders, period.customers);
        }
    }

    #[test]
    fn the_period_of_the_as_of_date_is_complete_when_it_ends_that_day() {
        let lines: Vec<Line> = (0..20).map(|day| Line::new("a", "", day, 1)).collect();
        // Weeks from 1969-12-29 and 1970-01-05 (day 4 to 10); the file begins on day 0.
        for (as_of, second) in [(9, (4, false, 6)), (10, (4, true, 7))] {
            let params = CustomersParams { as_of: Some(as_of), ..CustomersParams::default() };
            let found = series(&lines, PeriodUnit::Week, &params);
            let seen: Vec<_> = found.iter().map(|p| (p.start, p.complete, p.orders)).collect();
            assert_eq!(seen, [(-3, false, 4), second]);
        }
    }
}
