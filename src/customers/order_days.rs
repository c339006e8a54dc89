//! When each customer ordered.

use super::{Customers, Groups, Orders, visit_rows};
use crate::error::Error;
use crate::transactions::{Day, NO_CODE, Transactions};

/// The days of each customer's purchase orders: one day per distinct order, that of its first row.
#[derive(Debug)]
pub struct OrderDays {
    days: Groups<Day>,
}

impl OrderDays {
    /// The days of the customer at this place among the customers, ascending; orders of the same day repeat it.
    /// There are as many as `Customers::frequency` says, so at least one.
    ///
    /// # Panics
    /// When there is no such customer.
    #[must_use]
    pub fn of(&self, customer: usize) -> &[Day] {
        self.days.get(customer)
    }

    /// Orders of all customers.
    #[must_use]
    pub fn orders(&self) -> usize {
        self.days.len()
    }
}

/// The days of the purchase orders of customers who were folded from these transactions.
///
/// Orders and purchases are those of [`fold`](super::fold): rows after the as-of date and refunds are left out, and
/// without an order id the rows of one day are one order.
///
/// # Errors
/// Those of [`fold`](super::fold), which was done with the same params.
///
/// ```
/// use segmentlab::customers::{CustomersParams, fold, order_days};
/// use segmentlab::{mapping::look, transactions::read_all};
/// let file = b"customer,order,date,amount\nA,1,1970-01-05,30\nB,2,1970-01-02,5\nA,3,1970-01-02,10\nA,1,1970-01-06,5\n";
/// let head = look(file, &[], file.len() as u64, None)?;
/// let transactions = read_all(&[file], &head.params, 1 << 20, 1)?.transactions;
/// let customers = fold(&transactions, &CustomersParams::default())?;
/// let days = order_days(&transactions, &customers)?;
/// assert_eq!(days.of(0), [1, 4]);
/// assert_eq!(days.of(1), [1]);
/// # Ok::<(), segmentlab::error::Error>(())
/// ```
pub fn order_days(transactions: &Transactions, customers: &Customers) -> Result<OrderDays, Error> {
    let plan = customers.params.check(transactions)?;
    let ids = transactions.customers.len();
    let mut orders = Orders::new(ids, transactions.orders.len());
    // The lines of an order mostly stand together.
    let mut last = (NO_CODE, NO_CODE, Day::MIN);
    visit_rows(transactions, &plan, |row| {
        let line = (row.customer, row.order, row.day);
        if !row.refund && line != last {
            last = line;
            orders.add(row.customer, row.order, row.day);
        }
    });
    let mut places = vec![0; ids];
    for (place, &code) in (0..).zip(&customers.code) {
        places[code as usize] = place;
    }
    let mut pairs = Vec::new();
    orders.visit(|customer, day| pairs.push((places[customer as usize], day)));
    let mut days = Groups::of(customers.len(), &pairs);
    days.visit(|_, days| days.sort_unstable());
    Ok(OrderDays { days })
}

#[cfg(test)]
mod tests {
    use super::super::by_hand::{Line, transactions};
    use super::*;
    use crate::customers::{CustomersParams, RefundMark, fold};

    fn days_of(lines: &[Line], params: &CustomersParams) -> Vec<Vec<Day>> {
        let transactions = transactions(lines);
        let customers = fold(&transactions, params).unwrap();
        let days = order_days(&transactions, &customers).unwrap();
        (0..customers.len()).map(|customer| days.of(customer).to_vec()).collect()
    }

    #[test]
    fn an_order_counts_once_on_its_first_day_and_orders_of_a_day_repeat_it() {
        let lines = [
            Line::new("b", "7", 9, 100),
            Line::new("a", "1", 5, 100),
            Line::new("a", "2", 3, 100),
            Line::new("a", "1", 4, 100),
            Line::new("a", "3", 4, 100),
            Line::new("b", "1", 2, 100),
        ];
        let days = days_of(&lines, &CustomersParams::default());
        assert_eq!(days, [vec![3, 4, 4], vec![2, 9]]);
    }

    #[test]
    fn without_order_ids_a_day_is_one_order() {
        let lines =
            [5, -2, 5].map(|day| Line::new("a", "", day, 100)).into_iter().collect::<Vec<_>>();
        assert_eq!(days_of(&lines, &CustomersParams::default()), [[-2, 5]]);
    }

    #[test]
    fn refunds_and_later_rows_are_no_purchases() {
        let lines = [
            Line::new("a", "1", 0, 100),
            Line::new("a", "2", 1, -100),
            Line { returned: true, ..Line::new("a", "3", 2, 100) },
            Line::new("a", "R4", 3, 100),
            Line::new("a", "5", 6, 100),
            Line::new("b", "6", 2, -100),
        ];
        let refund_mark = RefundMark::Prefix { prefix: "R".into() };
        let params = CustomersParams { refund_mark, as_of: Some(5), ..CustomersParams::default() };
        assert_eq!(days_of(&lines, &params), [[0]]);
    }

    #[test]
    fn as_many_days_as_the_fold_counts_orders_from_first_to_last() {
        // Orders of several rows on several days, some ids used by two customers, some rows without one.
        let names = ["a", "b", "c", "d", "e", "f", "g"];
        let orders = ["", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];
        let lines: Vec<Line> = (0..3_000_usize)
            .map(|n| {
                let day = Day::try_from(n * 37 % 101).unwrap();
                let cents = if n % 13 == 0 { -100 } else { 100 };
                Line::new(names[n * n % 7], orders[n * 31 % 11], day, cents)
            })
            .collect();
        let transactions = transactions(&lines);
        let customers = fold(&transactions, &CustomersParams::default()).unwrap();
        let days = order_days(&transactions, &customers).unwrap();
        for customer in 0..customers.len() {
            let days = days.of(customer);
            assert_eq!(days.len(), customers.frequency[customer] as usize);
            assert!(days.is_sorted());
            assert_eq!(days[0], customers.first[customer]);
        }
        assert_eq!(days.orders() as u64, customers.totals.orders);
        for &(day, orders) in &customers.orders_by_day {
            let of_day = (0..customers.len()).flat_map(|customer| days.of(customer));
            assert_eq!(of_day.filter(|&&other| other == day).count(), orders as usize);
        }
    }
}
