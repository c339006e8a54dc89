//! Customers as they were.

use crate::customers::{Civil, Customers, CustomersParams, fold};
use crate::error::Error;
use crate::transactions::{Day, Transactions};

/// The customers as of an earlier date, folded as `today` was; `today` comes from these transactions.
///
/// # Errors
/// [`Error::BadSetting`] for a date that is not before that of `today`, or lies before the first purchase; those of
/// [`fold`].
///
/// ```
/// use segmentlab::customers::{CustomersParams, fold};
/// use segmentlab::movement::earlier_customers;
/// use segmentlab::table::day_of;
/// use segmentlab::{mapping::look, transactions::read_all};
/// let file = b"customer,date,amount\nA,2024-01-02,5\nA,2024-03-02,5\nB,2024-03-20,5\n";
/// let head = look(file, &[], file.len() as u64, None)?;
/// let transactions = read_all(&[file], &head.params, 1 << 20, 1)?.transactions;
/// let today = fold(&transactions, &CustomersParams::default())?;
/// let before = earlier_customers(&transactions, &today, day_of(2024, 2, 1).unwrap())?;
/// assert_eq!((today.recency, before.recency), (vec![19, 1], vec![30]));
/// # Ok::<(), segmentlab::error::Error>(())
/// ```
pub fn earlier_customers(
    transactions: &Transactions,
    today: &Customers,
    earlier: Day,
) -> Result<Customers, Error> {
    let first = today.first.iter().copied().min().unwrap_or(today.as_of);
    if !(first..today.as_of).contains(&earlier) {
        return Err(Error::BadSetting {
            setting: "earlier".into(),
            found: Civil::of(earlier).to_string(),
            expected: format!("{}..={}", Civil::of(first), Civil::of(today.as_of - 1)),
        });
    }
    fold(transactions, &CustomersParams { as_of: Some(earlier), ..today.params.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::customers::by_hand::{Line, transactions};

    #[test]
    fn from_the_first_purchase_to_the_day_before() {
        let lines = [Line::new("a", "1", 3, 100), Line::new("b", "2", 9, 100)];
        let transactions = transactions(&lines);
        let today = fold(&transactions, &CustomersParams::default()).unwrap();
        let before = |day| earlier_customers(&transactions, &today, day);
        assert_eq!([3, 8, 9].map(|day| before(day).unwrap().len()), [1, 1, 2]);
        for day in [2, 10, 11] {
            let Error::BadSetting { setting, expected, .. } = before(day).unwrap_err() else {
                panic!("{day} is refused")
            };
            assert_eq!((&*setting, &*expected), ("earlier", "1970-01-04..=1970-01-10"));
        }
    }
}
