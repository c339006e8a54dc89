//! The most frequent value of an attribute, per customer.

use std::cmp::Reverse;

use super::{CustomersPlan, Groups, visit_rows};
use crate::table::Dictionary;
use crate::transactions::{NO_CODE, Transactions};

/// Stands for a customer who was met with more than one value.
const SEVERAL: u32 = NO_CODE - 1;

/// Per customer code: the value most of the purchase rows have, the bytewise smaller of equally
/// frequent ones, [`NO_CODE`] where all cells are empty.
pub(super) fn modes(
    transactions: &Transactions,
    plan: &CustomersPlan,
    attribute: usize,
) -> Vec<u32> {
    let mut modes = vec![NO_CODE; transactions.customers.len()];
    let mut several = false;
    visit_rows(transactions, plan, |row| {
        let mode = &mut modes[row.customer as usize];
        if row.refund || *mode == SEVERAL {
            return;
        }
        let value = row.attribute(attribute);
        if *mode == NO_CODE {
            *mode = value;
        } else if value != *mode && value != NO_CODE {
            *mode = SEVERAL;
            several = true;
        }
    });
    // Most customers have one region and one channel; only the others need counting.
    if several {
        let mut pairs = Vec::new();
        visit_rows(transactions, plan, |row| {
            if !row.refund && modes[row.customer as usize] == SEVERAL {
                let value = row.attribute(attribute);
                if value != NO_CODE {
                    pairs.push((row.customer, value));
                }
            }
        });
        let values = &transactions.attributes[attribute].values;
        Groups::of(modes.len(), &pairs).visit(|customer, codes| {
            modes[customer as usize] = mode(codes, values);
        });
    }
    modes
}

fn mode(codes: &mut [u32], values: &Dictionary) -> u32 {
    codes.sort_unstable();
    codes
        .chunk_by(|a, b| a == b)
        .max_by_key(|run| (run.len(), Reverse(values.get(run[0]))))
        .map_or(NO_CODE, |run| run[0])
}

#[cfg(test)]
mod tests {
    use super::super::sample::{Line, transactions};
    use super::*;
    use crate::customers::CustomersParams;

    fn mode_of(values: &[&'static str]) -> Option<String> {
        let lines: Vec<Line> = values
            .iter()
            .map(|&value| Line { region: Some(value), ..Line::new("a", "1", 0, 1) })
            .collect();
        let transactions = transactions(&lines);
        let plan = CustomersParams::default().check(&transactions).unwrap();
        let code = modes(&transactions, &plan, 0)[0];
        (code != NO_CODE).then(|| transactions.attributes[0].values.text(code).into_owned())
    }

    #[test]
    fn the_most_frequent_value_wins() {
        assert_eq!(mode_of(&["华东", "华北", "华东"]).as_deref(), Some("华东"));
    }

    #[test]
    fn of_equally_frequent_values_the_bytewise_smaller_wins() {
        assert_eq!(mode_of(&["b", "a", "a", "b", "c"]).as_deref(), Some("a"));
    }

    #[test]
    fn empty_cells_do_not_vote() {
        assert_eq!(mode_of(&["", "", "b"]).as_deref(), Some("b"));
        assert_eq!(mode_of(&["b", "", "", "c", "c"]).as_deref(), Some("c"));
        assert_eq!(mode_of(&["", ""]), None);
    }

    #[test]
    fn refunds_do_not_vote() {
        let lines = [
            Line { region: Some("x"), ..Line::new("a", "1", 0, -1) },
            Line { region: Some("x"), ..Line::new("a", "1", 0, -1) },
            Line { region: Some("y"), ..Line::new("a", "2", 0, 1) },
        ];
        let transactions = transactions(&lines);
        let plan = CustomersParams::default().check(&transactions).unwrap();
        let code = modes(&transactions, &plan, 0)[0];
        assert_eq!(transactions.attributes[0].values.text(code), "y");
    }
}
