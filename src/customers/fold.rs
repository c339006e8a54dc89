//! Transactions to customers.

use super::{
    Accounts, Customers, CustomersParams, Monetary, Refunds, Totals, modes, natural_ranks,
    sort_bytewise,
};
use crate::error::Error;
use crate::table::{Money, MoneySum};
use crate::transactions::Transactions;

/// Folds transactions to one row per customer with a purchase.
///
/// An order is the rows with the same customer and order id; without an id, the same customer and
/// day. A refund is a row with a negative amount or quantity, or of an order that marks refunds; it
/// counts as minus its absolute amount and never in F or R. R is the calendar days from the last
/// purchase to the as-of date, by default the day after the last transaction in the file. Customers
/// without a purchase are counted and not scored. (METHODS section 1.)
///
/// # Errors
/// [`Error::NeedsTransactions`] when customer, day or amount is not mapped; [`Error::BadSetting`]
/// for params out of range; [`Error::NoPurchases`] when nobody bought up to the as-of date;
/// [`Error::SumTooLarge`] when the amounts of one customer do not fit.
///
/// ```
/// use segmentlab::customers::{CustomersParams, fold};
/// use segmentlab::table::{Dictionary, Money};
/// use segmentlab::transactions::{Chunk, Transactions};
///
/// // Two lines of one order on day 0, and a refund on day 9.
/// let transactions = Transactions {
///     chunks: vec![Chunk {
///         customer: vec![0, 0, 0],
///         order: vec![0, 0, 1],
///         day: vec![0, 0, 9],
///         amount: vec![Money(5_000_000), Money(7_000_000), Money(-2_000_000)],
///         ..Chunk::default()
///     }],
///     customers: Dictionary::from_packed(b"Ada".to_vec(), vec![3]),
///     orders: Dictionary::from_packed(b"10011002".to_vec(), vec![4, 8]),
///     first_day: Some(0),
///     last_day: Some(9),
///     ..Transactions::default()
/// };
/// let customers = fold(&transactions, &CustomersParams::default())?;
/// assert_eq!(customers.recency, [10]);
/// assert_eq!(customers.frequency, [1]);
/// assert_eq!(customers.monetary, [Money(10_000_000)]);
/// # Ok::<(), segmentlab::error::Error>(())
/// ```
pub fn fold(transactions: &Transactions, params: &CustomersParams) -> Result<Customers, Error> {
    let plan = params.check(transactions)?;
    let ids = &transactions.customers;
    let accounts = Accounts::of(transactions, &plan);

    let mut code = accounts.buyers();
    if code.is_empty() {
        return Err(Error::NoPurchases { customers: ids.len() as u64 });
    }
    sort_bytewise(&mut code, ids);

    let mut customers =
        Customers { rank: natural_ranks(&code, ids), as_of: plan.as_of, ..Customers::default() };
    let mut revenue: MoneySum = 0;
    for &buyer in &code {
        let account = &accounts.of[buyer as usize];
        let frequency = accounts.frequency[buyer as usize];
        let money = |sum| {
            i64::try_from(sum)
                .map(Money)
                .map_err(|_| Error::SumTooLarge { customer: ids.text(buyer).into_owned() })
        };
        let net = money(account.net)?;
        revenue += account.net;
        customers.net.push(net);
        customers.monetary.push(match plan.monetary {
            Monetary::Sum => net,
            Monetary::MeanPerOrder => money(rounded_mean(account.net, frequency))?,
        });
        customers.refunded.push(match plan.refunds {
            Refunds::Drop => Money(0),
            Refunds::Net | Refunds::Separate => money(accounts.refunded[buyer as usize])?,
        });
        let recency = i64::from(plan.as_of) - i64::from(account.last);
        customers.recency.push(recency as u32);
        customers.frequency.push(frequency);
        customers.first.push(account.first);
        customers.last.push(account.last);
    }
    for attribute in 0..transactions.attributes.len() {
        let modes = modes(transactions, &plan, attribute);
        let of_buyers = code.iter().map(|&buyer| buyer as usize);
        customers.attributes.push(of_buyers.clone().map(|buyer| modes.values[buyer]).collect());
        let tied = if modes.tied.is_empty() {
            Vec::new()
        } else {
            of_buyers.map(|buyer| modes.tied[buyer]).collect()
        };
        customers.tied.push(tied);
    }
    customers.code = code;
    customers.params = params.clone();
    customers.totals = Totals { revenue, marked_orders: plan.marks.orders, ..accounts.totals };
    customers.orders_by_day = accounts.orders_by_day;
    Ok(customers)
}

/// Half away from zero.
fn rounded_mean(sum: MoneySum, count: u32) -> MoneySum {
    let count = MoneySum::from(count);
    (2 * sum + sum.signum() * count) / (2 * count)
}

#[cfg(test)]
mod tests {
    use super::super::by_hand::{Line, transactions};
    use super::*;
    use crate::customers::RefundMark;
    use crate::mapping::Role;
    use crate::transactions::{Chunk, NO_CODE};

    fn cents(amounts: &[Money]) -> Vec<i64> {
        amounts.iter().map(|amount| amount.0 / 10_000).collect()
    }

    fn ids(transactions: &Transactions, customers: &Customers) -> Vec<String> {
        let text = |&code| transactions.customers.text(code).into_owned();
        customers.code.iter().map(text).collect()
    }

    #[test]
    fn customers_stand_in_the_order_of_their_ids() {
        let lines = [
            Line::new("b", "1", 4, 100),
            Line::new("10", "2", 5, 200),
            Line::new("9", "3", 6, 300),
            Line::new("b", "4", 7, 400),
        ];
        let transactions = transactions(&lines);
        let customers = fold(&transactions, &CustomersParams::default()).unwrap();
        assert_eq!(ids(&transactions, &customers), ["10", "9", "b"]);
        assert_eq!(customers.rank, [1, 0, 2]);
        assert_eq!(customers.recency, [3, 2, 1]);
        assert_eq!(customers.frequency, [1, 1, 2]);
        assert_eq!(cents(&customers.monetary), [200, 300, 500]);
        assert_eq!((customers.first[2], customers.last[2]), (4, 7));
        assert_eq!(customers.as_of, 8);
    }

    #[test]
    fn an_order_is_a_customer_and_an_order_id() {
        let lines = [
            Line::new("a", "1", 0, 100),
            Line::new("a", "1", 1, 100),
            Line::new("b", "1", 0, 100),
            // Empty cells: one order per day.
            Line::new("b", "", 0, 100),
            Line::new("b", "", 0, 100),
            Line::new("b", "", 2, 100),
        ];
        let customers = fold(&transactions(&lines), &CustomersParams::default()).unwrap();
        assert_eq!(customers.frequency, [1, 3]);
        assert_eq!(customers.totals.orders, 4);
        assert_eq!(customers.orders_by_day, [(0, 3), (2, 1)]);
    }

    #[test]
    fn refunds_are_netted_dropped_or_told_apart() {
        let lines = [
            Line::new("a", "1", 0, 1_000),
            Line::new("a", "C2", 5, -300),
            Line { returned: true, ..Line::new("a", "3", 6, 200) },
            Line::new("b", "C4", 7, -50),
        ];
        let transactions = transactions(&lines);
        for (refunds, monetary, refunded) in
            [(Refunds::Net, 500, 500), (Refunds::Drop, 1_000, 0), (Refunds::Separate, 1_000, 500)]
        {
            let params = CustomersParams { refunds, ..CustomersParams::default() };
            let customers = fold(&transactions, &params).unwrap();
            assert_eq!(customers.recency, [8], "a refund is no purchase");
            assert_eq!(customers.frequency, [1]);
            assert_eq!(cents(&customers.monetary), [monetary]);
            assert_eq!(cents(&customers.refunded), [refunded]);
            let expected = Totals {
                purchase_rows: 1,
                orders: 1,
                revenue: MoneySum::from(monetary) * 10_000,
                refund_rows: 3,
                refund_orders: 3,
                refunded: 5_500_000,
                refund_only_customers: 1,
                rows_after_as_of: 0,
                marked_orders: 2,
            };
            assert_eq!(customers.totals, expected);
        }
    }

    #[test]
    fn a_marked_order_is_a_refund_whatever_its_sign() {
        let lines = [
            Line::new("a", "S1", 0, 1_000),
            Line::new("a", "R2", 1, 300),
            Line::new("a", "R2", 1, -100),
        ];
        let refund_mark = RefundMark::Prefix { prefix: "R".into() };
        let params = CustomersParams { refund_mark, ..CustomersParams::default() };
        let customers = fold(&transactions(&lines), &params).unwrap();
        assert_eq!(cents(&customers.monetary), [600]);
        assert_eq!(customers.totals.refund_orders, 1);
        assert_eq!(customers.totals.marked_orders, 1);
    }

    #[test]
    fn m_can_be_the_mean_per_order() {
        let lines = [
            Line::new("a", "1", 0, 100),
            Line::new("a", "2", 0, 100),
            Line::new("a", "3", 0, 0),
            Line::new("b", "4", 0, 100),
            Line::new("b", "4", 0, 200),
        ];
        let params =
            CustomersParams { monetary: Monetary::MeanPerOrder, ..CustomersParams::default() };
        let customers = fold(&transactions(&lines), &params).unwrap();
        assert_eq!(customers.monetary, [Money(666_667), Money(3_000_000)]);
        assert_eq!(cents(&customers.net), [200, 300]);
        assert_eq!(customers.totals.revenue, 5_000_000);
    }

    #[test]
    fn means_round_half_away_from_zero() {
        assert_eq!(rounded_mean(5, 2), 3);
        assert_eq!(rounded_mean(-5, 2), -3);
        assert_eq!(rounded_mean(4, 3), 1);
        assert_eq!(rounded_mean(5, 3), 2);
        assert_eq!(rounded_mean(0, 7), 0);
    }

    #[test]
    fn rows_after_the_as_of_date_do_not_count() {
        let lines = [
            Line::new("a", "1", 0, 100),
            Line::new("a", "2", 9, 100),
            Line::new("a", "3", 10, 100),
            Line::new("b", "4", 11, 100),
            Line::new("b", "5", 11, -100),
        ];
        let params = CustomersParams { as_of: Some(10), ..CustomersParams::default() };
        let customers = fold(&transactions(&lines), &params).unwrap();
        assert_eq!(customers.recency, [0], "bought on the day itself");
        assert_eq!(customers.frequency, [3]);
        assert_eq!(customers.totals.rows_after_as_of, 2);
        assert_eq!(customers.totals.refund_only_customers, 0);
    }

    #[test]
    fn the_last_day_of_the_file_counts_even_where_its_row_was_set_aside() {
        let mut transactions = transactions(&[Line::new("a", "1", 0, 100)]);
        transactions.last_day = Some(30);
        let customers = fold(&transactions, &CustomersParams::default()).unwrap();
        assert_eq!((customers.as_of, customers.recency[0]), (31, 31));
    }

    #[test]
    fn attributes_follow_the_customers() {
        let lines = [
            Line { region: Some("x"), ..Line::new("b", "1", 0, 1) },
            Line { region: Some("y"), ..Line::new("a", "2", 0, 1) },
            Line { region: Some(""), ..Line::new("c", "3", 0, 1) },
        ];
        let customers = fold(&transactions(&lines), &CustomersParams::default()).unwrap();
        assert_eq!(customers.attributes, [[1, 0, NO_CODE]]);
    }

    #[test]
    fn what_is_not_mapped_is_named() {
        let customers_only = Transactions {
            chunks: vec![Chunk { customer: vec![0], ..Chunk::default() }],
            ..Transactions::default()
        };
        assert_eq!(
            fold(&customers_only, &CustomersParams::default()).unwrap_err(),
            Error::NeedsTransactions { missing: vec![Role::Date, Role::Amount] }
        );
    }

    #[test]
    fn an_empty_prefix_is_refused() {
        let refund_mark = RefundMark::Prefix { prefix: String::new() };
        let params = CustomersParams { refund_mark, ..CustomersParams::default() };
        let error = fold(&transactions(&[Line::new("a", "1", 0, 1)]), &params).unwrap_err();
        assert!(
            matches!(error, Error::BadSetting { setting, .. } if setting == "refundMark.prefix")
        );
    }

    #[test]
    fn refunds_alone_are_no_purchases() {
        let lines = [Line::new("a", "1", 0, -1), Line::new("b", "2", 0, -1)];
        let error = fold(&transactions(&lines), &CustomersParams::default()).unwrap_err();
        assert_eq!(error, Error::NoPurchases { customers: 2 });
    }

    #[test]
    fn a_sum_past_64_bits_names_its_customer() {
        let mut transactions = transactions(&[
            Line::new("a", "1", 0, 1),
            Line::new("b", "2", 0, 1),
            Line::new("b", "3", 0, 1),
        ]);
        transactions.chunks[0].amount[1] = Money(i64::MAX);
        let error = fold(&transactions, &CustomersParams::default()).unwrap_err();
        assert_eq!(error, Error::SumTooLarge { customer: "b".into() });
    }
}
