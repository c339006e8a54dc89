//! Net amounts of a span of days.

use super::{Customers, Refunds, visit_rows};
use crate::error::Error;
use crate::table::{MoneySum, sum_to_f64};
use crate::transactions::{Day, NO_CODE, Transactions};

/// The net amount of each customer from a day to another, both included: purchases less refunds, where the params of the
/// customers count refunds against purchases. Rows after their as-of date are left out.
///
/// # Errors
/// Those of [`fold`](super::fold), which was done with the same params.
///
/// ```
/// use segmentlab::customers::{CustomersParams, fold, net_between};
/// use segmentlab::{mapping::look, transactions::read_all};
/// let file = b"customer,date,amount\nA,1970-01-02,30\nA,1970-01-04,10\nB,1970-01-03,5\nB,1970-01-04,-1\n";
/// let head = look(file, &[], file.len() as u64, None)?;
/// let transactions = read_all(&[file], &head.params, 1 << 20, 1)?.transactions;
/// let customers = fold(&transactions, &CustomersParams::default())?;
/// assert_eq!(net_between(&transactions, &customers, 2, 3)?, [10.0, 4.0]);
/// # Ok::<(), segmentlab::error::Error>(())
/// ```
pub fn net_between(
    transactions: &Transactions,
    customers: &Customers,
    from: Day,
    to: Day,
) -> Result<Vec<f64>, Error> {
    let plan = customers.params.check(transactions)?;
    let mut places = vec![NO_CODE; transactions.customers.len()];
    for (place, &code) in (0..).zip(&customers.code) {
        places[code as usize] = place;
    }
    let mut sums: Vec<MoneySum> = vec![0; customers.len()];
    visit_rows(transactions, &plan, |row| {
        let place = places[row.customer as usize];
        if place == NO_CODE || !(from..=to).contains(&row.day) {
            return;
        }
        let sum = &mut sums[place as usize];
        if !row.refund {
            *sum += MoneySum::from(row.amount.0);
        } else if plan.refunds == Refunds::Net {
            *sum -= row.magnitude();
        }
    });
    Ok(sums.into_iter().map(sum_to_f64).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::customers::{CustomersParams, by_hand, fold};
    use by_hand::Line;

    #[test]
    fn spans_that_follow_each_other_make_the_net_amount() {
        let lines = [
            Line::new("a", "1", 1, 500),
            Line::new("b", "2", 2, 700),
            Line::new("a", "3", 5, 200),
            Line::new("a", "4", 6, -100),
            Line::new("c", "5", 6, -100),
        ];
        let transactions = by_hand::transactions(&lines);
        for refunds in [Refunds::Net, Refunds::Drop, Refunds::Separate] {
            let params = CustomersParams { refunds, ..CustomersParams::default() };
            let customers = fold(&transactions, &params).unwrap();
            let net = |from, to| net_between(&transactions, &customers, from, to).unwrap();
            let parts = net(0, 2).into_iter().zip(net(3, 9)).map(|(a, b)| a + b);
            let whole: Vec<f64> = customers.net.iter().map(|net| net.to_f64()).collect();
            assert_eq!(parts.collect::<Vec<_>>(), whole, "{refunds:?}");
        }
    }
}
