//! What groups of customers buy.

use super::{Customers, visit_rows};
use crate::error::Error;
use crate::transactions::{NO_CODE, Transactions};

/// Purchase rows with each value of an attribute (an index into [`Transactions::attributes`]), by groups; rows whose
/// cell is empty are left out. `group_of` gives the group, from 0 to below `groups`, of the customer at a place.
///
/// # Errors
/// Those of [`fold`](super::fold), which was done with the same params.
///
/// ```
/// use segmentlab::customers::{CustomersParams, fold, purchase_rows};
/// use segmentlab::{mapping::look, transactions::read_all};
/// let file = b"customer,date,amount,channel\nA,2024-01-02,30,web\nA,2024-01-03,10,shop\nB,2024-01-03,5,shop\nB,2024-01-03,-5,shop\n";
/// let head = look(file, &[], file.len() as u64, None)?;
/// let transactions = read_all(&[file], &head.params, 1 << 20, 1)?.transactions;
/// let customers = fold(&transactions, &CustomersParams::default())?;
/// assert_eq!(purchase_rows(&transactions, &customers, 0, 2, Some)?, [[1, 1], [0, 1]]);
/// # Ok::<(), segmentlab::error::Error>(())
/// ```
pub fn purchase_rows(
    transactions: &Transactions,
    customers: &Customers,
    attribute: usize,
    groups: usize,
    group_of: impl Fn(usize) -> Option<usize>,
) -> Result<Vec<Vec<u64>>, Error> {
    let plan = customers.params.check(transactions)?;
    let mut groups_by_code = vec![None; transactions.customers.len()];
    for (place, &code) in customers.code.iter().enumerate() {
        groups_by_code[code as usize] = group_of(place);
    }
    let mut rows = vec![vec![0; transactions.attributes[attribute].values.len()]; groups];
    visit_rows(transactions, &plan, |row| {
        let value = row.attribute(attribute);
        if let Some(group) = groups_by_code[row.customer as usize]
            && !row.refund
            && value != NO_CODE
        {
            rows[group][value as usize] += 1;
        }
    });
    Ok(rows)
}
