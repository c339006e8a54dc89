//! Revenue of groups of customers over time.

use super::{Buyers, Customers, PeriodUnit, Starts, visit_rows};
use crate::error::Error;
use crate::table::{MoneySum, sum_to_f64};
use crate::transactions::{Day, Transactions};

/// Net amount per period, of groups of customers.
#[derive(Debug, Clone, PartialEq)]
pub struct Trends {
    /// Length of the periods.
    pub unit: PeriodUnit,
    /// First day of each, without holes.
    pub periods: Vec<Day>,
    /// Net amount of each group per period.
    pub revenue: Vec<Vec<f64>>,
}

/// The revenue of the overview's periods (see [`Overview`](super::Overview)) by groups: all groups and the customers
/// in none add up to it. `group_of` gives the group, from 0 to below `groups`, of the customer at a place.
///
/// # Errors
/// Those of [`fold`](super::fold), which was done with the same params.
///
/// ```
/// use segmentlab::customers::{CustomersParams, fold, trends};
/// use segmentlab::{mapping::look, transactions::read_all};
/// let file = b"customer,date,amount\nA,2024-01-02,30\nA,2024-01-04,10\nB,2024-01-03,5\nB,2024-01-03,-1\n";
/// let head = look(file, &[], file.len() as u64, None)?;
/// let transactions = read_all(&[file], &head.params, 1 << 20, 1)?.transactions;
/// let customers = fold(&transactions, &CustomersParams::default())?;
/// let found = trends(&transactions, &customers, 2, |customer| Some(1 - customer))?;
/// assert_eq!(found.revenue, [[0.0, 4.0, 0.0], [30.0, 0.0, 10.0]]);
/// # Ok::<(), segmentlab::error::Error>(())
/// ```
pub fn trends(
    transactions: &Transactions,
    customers: &Customers,
    groups: usize,
    group_of: impl Fn(usize) -> Option<usize>,
) -> Result<Trends, Error> {
    let plan = customers.params.check(transactions)?;
    let unit = PeriodUnit::of(customers);
    let buyers = Buyers::of(transactions, customers, &plan);
    let Some((first, last)) = buyers.span(transactions, &plan) else {
        return Ok(Trends { unit, periods: Vec::new(), revenue: vec![Vec::new(); groups] });
    };
    let calendar = Starts::of(first, last, unit);
    let mut places = vec![None; transactions.customers.len()];
    for (place, &code) in customers.code.iter().enumerate() {
        places[code as usize] = group_of(place);
    }
    let mut revenue = vec![vec![0; calendar.len()]; groups];
    visit_rows(transactions, &plan, |row| {
        let Some(group) = places[row.customer as usize] else { return };
        let amount: &mut MoneySum = &mut revenue[group][calendar.period(row.day)];
        if !row.refund {
            *amount += MoneySum::from(row.amount.0);
        } else if buyers.count_refund_of(row.customer) {
            *amount -= row.magnitude();
        }
    });
    let series = |sums: Vec<MoneySum>| sums.into_iter().map(sum_to_f64).collect();
    let revenue = revenue.into_iter().map(series).collect();
    Ok(Trends { unit, periods: calendar.starts, revenue })
}

#[cfg(test)]
mod tests {
    use super::super::by_hand::{Line, transactions};
    use super::*;
    use crate::customers::{CustomersParams, Refunds, fold, overview};

    #[test]
    fn groups_and_customers_in_none_add_up_to_the_overview() {
        let names = ["a", "b", "c", "d", "e", "f", "g"];
        let lines: Vec<Line> = (0..500_i32)
            .map(|n| {
                let cents = if n % 9 == 0 { -170 } else { 100 + i64::from(n) };
                Line::new(names[(n * n % 7) as usize], "", n * 37 % 400, cents)
            })
            .collect();
        let transactions = transactions(&lines);
        for refunds in [Refunds::Net, Refunds::Drop, Refunds::Separate] {
            let params = CustomersParams { refunds, ..CustomersParams::default() };
            let customers = fold(&transactions, &params).unwrap();
            let overview = overview(&transactions, &customers, &params).unwrap();
            // The third group is of those whom the first call leaves out.
            let some = trends(&transactions, &customers, 2, |at| [Some(0), Some(1), None][at % 3]);
            let rest = trends(&transactions, &customers, 1, |at| (at % 3 == 2).then_some(0));
            let (some, rest) = (some.unwrap(), rest.unwrap());
            let starts: Vec<Day> = overview.periods.iter().map(|period| period.start).collect();
            assert_eq!((&some.periods, some.unit), (&starts, overview.unit));
            for (at, period) in overview.periods.iter().enumerate() {
                let groups = some.revenue.iter().chain(&rest.revenue);
                let sum: f64 = groups.map(|series| series[at]).sum();
                assert!((sum - period.revenue).abs() < 1e-9, "{refunds:?} {at}");
            }
        }
    }
}
