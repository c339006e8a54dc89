//! The overview screen: what the customers of a file are like as a whole.

use std::cmp::Reverse;

use serde::Serialize;

use super::{Customers, CustomersParams, Histogram, Period, PeriodUnit, Sorted, Spread, periods};
use crate::error::Error;
use crate::mapping::Role;
use crate::table::{Money, MoneySum, sum_to_f64};
use crate::transactions::{Day, Transactions};

/// The overview screen.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Overview {
    /// Customers with a purchase.
    pub customers: u32,
    /// Distinct purchase orders.
    pub orders: u64,
    /// Net amount, refunds according to the params.
    pub revenue: f64,
    /// Revenue over orders.
    pub basket: f64,
    /// Purchase rows.
    pub purchase_rows: u64,
    /// First day of a purchase.
    pub first_day: Day,
    /// Last day of a purchase.
    pub last_day: Day,
    /// The as-of date.
    pub as_of: Day,
    /// Customers with exactly one order.
    pub one_order: u32,
    /// Share of revenue of the top fifth of customers by M (the fraction of a customer interpolated);
    /// 0 when revenue is not positive.
    pub top_fifth_share: f64,
    /// Rows that are refunds.
    pub refund_rows: u64,
    /// Distinct refund orders.
    pub refund_orders: u64,
    /// Refunded amount, not negative.
    pub refunded: f64,
    /// Customers with refunds and no purchase.
    pub refund_only_customers: u64,
    /// Rows after the as-of date.
    pub rows_after_as_of: u64,
    /// Order ids the refund mark caught.
    pub marked_orders: u64,
    /// Whether every M is zero.
    pub all_zero: bool,
    /// Length of the periods.
    pub unit: PeriodUnit,
    /// Orders over time, without holes.
    pub periods: Vec<Period>,
    /// Distributions of R, F and M.
    pub histograms: [Histogram; 3],
    /// Their spread.
    pub spreads: [Spread; 3],
    /// Roles of the attributes that customers carry, in the order of `CustomerRow::attributes`.
    pub attributes: Vec<Role>,
}

/// Sums up what [`fold`](super::fold) made of the same transactions with the same params
/// (METHODS section 1).
///
/// # Errors
/// As [`fold`](super::fold) for params out of range.
///
/// ```
/// use segmentlab::customers::{CustomersParams, fold, overview};
/// use segmentlab::table::{Dictionary, Money};
/// use segmentlab::transactions::{Chunk, Transactions};
///
/// let transactions = Transactions {
///     chunks: vec![Chunk {
///         customer: vec![0, 1, 0],
///         day: vec![0, 0, 3],
///         amount: vec![Money(5_000_000), Money(7_000_000), Money(3_000_000)],
///         ..Chunk::default()
///     }],
///     customers: Dictionary::from_packed(b"AdaBob".to_vec(), vec![3, 6]),
///     first_day: Some(0),
///     last_day: Some(3),
///     ..Transactions::default()
/// };
/// let params = CustomersParams::default();
/// let overview = overview(&transactions, &fold(&transactions, &params)?, &params)?;
/// assert_eq!((overview.customers, overview.orders, overview.revenue), (2, 3, 15.0));
/// assert_eq!(overview.periods.iter().map(|day| day.orders).collect::<Vec<_>>(), [2, 0, 0, 1]);
/// # Ok::<(), segmentlab::error::Error>(())
/// ```
pub fn overview(
    transactions: &Transactions,
    customers: &Customers,
    params: &CustomersParams,
) -> Result<Overview, Error> {
    let plan = params.check(transactions)?;
    let totals = &customers.totals;
    let first_day = customers.first.iter().min().copied().unwrap_or_default();
    let last_day = customers.last.iter().max().copied().unwrap_or_default();
    let unit = PeriodUnit::of(customers);
    let revenue = sum_to_f64(totals.revenue);
    let sorted = Sorted::dimensions(customers);
    Ok(Overview {
        customers: customers.len() as u32,
        orders: totals.orders,
        revenue,
        basket: revenue / totals.orders as f64,
        purchase_rows: totals.purchase_rows,
        first_day,
        last_day,
        as_of: customers.as_of,
        one_order: customers.frequency.iter().filter(|&&orders| orders == 1).count() as u32,
        top_fifth_share: top_fifth_share(customers),
        refund_rows: totals.refund_rows,
        refund_orders: totals.refund_orders,
        refunded: sum_to_f64(totals.refunded),
        refund_only_customers: totals.refund_only_customers,
        rows_after_as_of: totals.rows_after_as_of,
        marked_orders: totals.marked_orders,
        all_zero: customers.monetary.iter().all(|&amount| amount == Money(0)),
        unit,
        periods: periods(transactions, customers, &plan, unit),
        histograms: Histogram::dimensions(&sorted),
        spreads: sorted.each_ref().map(Sorted::spread),
        attributes: transactions.attributes.iter().map(|attribute| attribute.role).collect(),
    })
}

fn top_fifth_share(customers: &Customers) -> f64 {
    if customers.totals.revenue <= 0 {
        return 0.0;
    }
    let mut best: Vec<(Money, Money)> =
        customers.monetary.iter().copied().zip(customers.net.iter().copied()).collect();
    best.sort_unstable_by_key(|&pair| Reverse(pair));
    let (whole, fifths) = (best.len() / 5, best.len() % 5);
    let top: MoneySum = best[..whole].iter().map(|(_, net)| MoneySum::from(net.0)).sum();
    let next = best.get(whole).map_or(0, |(_, net)| net.0);
    let exact = 5 * top + MoneySum::from(next) * fifths as MoneySum;
    exact as f64 / (5 * customers.totals.revenue) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(units: &[i64]) -> f64 {
        let monetary: Vec<Money> = units.iter().map(|&unit| Money(unit * Money::SCALE)).collect();
        let mut customers = Customers { net: monetary.clone(), monetary, ..Customers::default() };
        customers.totals.revenue = customers.net.iter().map(|net| MoneySum::from(net.0)).sum();
        top_fifth_share(&customers)
    }

    #[test]
    fn the_best_two_of_ten() {
        assert_eq!(share(&[1, 1, 1, 30, 1, 1, 1, 1, 3, 10]), 0.8);
    }

    #[test]
    fn a_fraction_of_a_customer_is_interpolated() {
        // A fifth of seven is the best one and two fifths of the next: (10 + 0.4 * 5) / 20.
        assert_eq!(share(&[10, 5, 1, 1, 1, 1, 1]), 0.6);
    }

    #[test]
    fn no_share_of_nothing() {
        assert_eq!(share(&[0, 0]), 0.0);
        assert_eq!(share(&[5, -9]), 0.0);
    }
}
