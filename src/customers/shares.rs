//! What part of a customer's purchases each value of an attribute has.

use super::{Customers, CustomersPlan, visit_rows};
use crate::error::Error;
use crate::transactions::{NO_CODE, Transactions};

/// Stands for a customer without a purchase, and for a value that is not asked for.
const NONE: u32 = u32::MAX;

/// Per value, its share in the amount of each customer's purchase rows up to the as-of date, refunds out; rows
/// whose cell is empty count in the whole. NaN where a customer's purchases come to nothing.
///
/// `attribute` is an index into [`Transactions::attributes`], `values` are codes of its values, each once; the
/// shares come in the order of the customers, who were folded from these transactions.
///
/// # Errors
/// Those of [`fold`](super::fold), which was done with the same params.
///
/// ```
/// use segmentlab::customers::{CustomersParams, fold, shares};
/// use segmentlab::{mapping::look, transactions::read_all};
/// let file = b"customer,date,amount,channel\nA,2024-01-02,30,web\nA,2024-01-03,10,shop\nB,2024-01-03,5,shop\n";
/// let head = look(file, &[], file.len() as u64, None)?;
/// let transactions = read_all(&[file], &head.params, 1 << 20, 1)?.transactions;
/// let customers = fold(&transactions, &CustomersParams::default())?;
/// assert_eq!(shares(&transactions, &customers, 0, &[0])?, [[0.75, 0.0]]);
/// # Ok::<(), segmentlab::error::Error>(())
/// ```
pub fn shares(
    transactions: &Transactions,
    customers: &Customers,
    attribute: usize,
    values: &[u32],
) -> Result<Vec<Vec<f64>>, Error> {
    let plan = customers.params.check(transactions)?;
    let places = slots(&customers.code, transactions.customers.len());
    let slots = slots(values, transactions.attributes[attribute].values.len());
    let mut wholes = vec![0_u64; customers.len()];
    // The parts of a customer stand side by side.
    let mut parts = vec![0_u64; customers.len() * values.len()];
    visit_rows(transactions, &plan, |row| {
        let place = places[row.customer as usize];
        if row.refund || place == NONE {
            return;
        }
        let (place, amount) = (place as usize, row.amount.0.unsigned_abs());
        wholes[place] = wholes[place].saturating_add(amount);
        let value = row.attribute(attribute);
        if value != NO_CODE && slots[value as usize] != NONE {
            let part = &mut parts[place * values.len() + slots[value as usize] as usize];
            *part = part.saturating_add(amount);
        }
    });
    let share = |slot: usize, place: usize| match wholes[place] {
        0 => f64::NAN,
        whole => parts[place * values.len() + slot] as f64 / whole as f64,
    };
    let column = |slot| (0..customers.len()).map(|place| share(slot, place)).collect();
    Ok((0..values.len()).map(column).collect())
}

/// The values that the most purchase rows have, at most so many; of equally frequent ones the bytewise smaller first.
///
/// # Errors
/// Those of [`shares`].
pub fn frequent_values(
    transactions: &Transactions,
    customers: &Customers,
    attribute: usize,
    most: usize,
) -> Result<Vec<u32>, Error> {
    let plan: CustomersPlan = customers.params.check(transactions)?;
    let values = &transactions.attributes[attribute].values;
    let mut rows = vec![0_u64; values.len()];
    visit_rows(transactions, &plan, |row| {
        let value = row.attribute(attribute);
        if !row.refund && value != NO_CODE {
            rows[value as usize] += 1;
        }
    });
    let mut found: Vec<u32> =
        (0..values.len() as u32).filter(|&code| rows[code as usize] > 0).collect();
    found.sort_unstable_by(|&a, &b| {
        let by_rows = rows[b as usize].cmp(&rows[a as usize]);
        by_rows.then_with(|| values.get(a).cmp(values.get(b)))
    });
    found.truncate(most);
    Ok(found)
}

/// For each code its place among those wanted.
fn slots(wanted: &[u32], codes: usize) -> Vec<u32> {
    let mut slots = vec![NONE; codes];
    for (slot, &code) in (0..).zip(wanted) {
        slots[code as usize] = slot;
    }
    slots
}

#[cfg(test)]
mod tests {
    use super::super::by_hand::{Line, transactions};
    use super::*;
    use crate::customers::{CustomersParams, RefundMark, fold};

    fn line(customer: &'static str, order: &'static str, cents: i64, region: &'static str) -> Line {
        Line { region: Some(region), ..Line::new(customer, order, 0, cents) }
    }

    #[test]
    fn shares_are_of_purchases_only() {
        let lines = [
            line("a", "1", 600, "n"),
            line("a", "2", 300, "s"),
            line("a", "3", 100, ""),
            line("a", "4", -900, "n"),
            line("b", "R5", 800, "n"),
            line("b", "6", 200, "s"),
            line("c", "7", -100, "s"),
            Line { returned: true, ..line("b", "8", 500, "n") },
            Line { day: 9, ..line("b", "9", 500, "n") },
            line("d", "10", 0, "n"),
        ];
        let transactions = transactions(&lines);
        let refund_mark = RefundMark::Prefix { prefix: "R".into() };
        let params = CustomersParams { refund_mark, as_of: Some(5), ..CustomersParams::default() };
        let customers = fold(&transactions, &params).unwrap();
        let code = |text: &str| {
            let values = &transactions.attributes[0].values;
            (0..values.len() as u32).find(|&code| values.text(code) == text).unwrap()
        };
        let found = shares(&transactions, &customers, 0, &[code("s"), code("n")]).unwrap();
        let bits = |values: &[f64]| values.iter().map(|x| x.to_bits()).collect::<Vec<_>>();
        assert_eq!(bits(&found[0]), bits(&[0.3, 1.0, f64::NAN]), "a, b and d; c never bought");
        assert_eq!(bits(&found[1]), bits(&[0.6, 0.0, f64::NAN]));
    }

    #[test]
    fn frequent_values_are_those_of_most_purchase_rows() {
        let lines = [
            line("a", "1", 1, "z"),
            line("a", "2", 1, "y"),
            line("a", "3", 1, "y"),
            line("a", "4", 1, "x"),
            line("a", "5", -1, "x"),
            line("a", "6", 1, ""),
        ];
        let transactions = transactions(&lines);
        let customers = fold(&transactions, &CustomersParams::default()).unwrap();
        let frequent = |most| -> Vec<String> {
            let codes = frequent_values(&transactions, &customers, 0, most).unwrap();
            let text = |code| transactions.attributes[0].values.text(code).into_owned();
            codes.into_iter().map(text).collect()
        };
        assert_eq!(frequent(9), ["y", "x", "z"]);
        assert_eq!(frequent(1), ["y"]);
    }
}
