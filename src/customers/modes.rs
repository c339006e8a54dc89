//! The most frequent value of an attribute, per customer.

use super::{CustomersPlan, Groups, visit_rows};
use crate::table::Dictionary;
use crate::transactions::{NO_CODE, Transactions};

/// Stands for a customer who was met with more than one value.
const SEVERAL: u32 = NO_CODE - 1;

/// Most frequent values, per customer code.
pub(super) struct Modes {
    /// The value most of the purchase rows have, the bytewise smaller of equally frequent ones, [`NO_CODE`] where all
    /// cells are empty.
    pub values: Vec<u32>,
    /// Whether another value is as frequent; empty where no customer has two values.
    pub tied: Vec<bool>,
}

pub(super) fn modes(transactions: &Transactions, plan: &CustomersPlan, attribute: usize) -> Modes {
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
    let tied =
        if several { count_several(transactions, plan, attribute, &mut modes) } else { Vec::new() };
    Modes { values: modes, tied }
}

/// Up to this many counters (32 MiB) are kept; beyond, values are sorted instead.
const MOST_COUNTERS: usize = 1 << 23;

/// Values counted at a time.
const BATCH: usize = 256;

/// Settles the customers marked [`SEVERAL`]; tells who has values of equal frequency.
fn count_several(
    transactions: &Transactions,
    plan: &CustomersPlan,
    attribute: usize,
    modes: &mut [u32],
) -> Vec<bool> {
    let mut tied = vec![false; modes.len()];
    let values = &transactions.attributes[attribute].values;
    let visit_values = |modes: &[u32], visit: &mut dyn FnMut(u32, u32)| {
        visit_rows(transactions, plan, |row| {
            if !row.refund && modes[row.customer as usize] == SEVERAL {
                let value = row.attribute(attribute);
                if value != NO_CODE {
                    visit(row.customer, value);
                }
            }
        });
    };
    let several = modes.iter().filter(|&&mode| mode == SEVERAL).count();
    if several * values.len() <= MOST_COUNTERS {
        let mut places = Vec::with_capacity(modes.len());
        let mut next = 0;
        for &mode in modes.iter() {
            places.push(next);
            next += values.len() as u32 * u32::from(mode == SEVERAL);
        }
        let mut counters = vec![0_u32; next as usize];
        // Counters lie far apart. In a loop that does nothing else the memory answers many at once.
        let mut batch = Vec::with_capacity(BATCH);
        let mut count = |batch: &mut Vec<u32>| {
            for counter in batch.drain(..) {
                counters[counter as usize] += 1;
            }
        };
        visit_values(modes, &mut |customer, value| {
            batch.push(places[customer as usize] + value);
            if batch.len() == BATCH {
                count(&mut batch);
            }
        });
        count(&mut batch);
        let open = modes.iter_mut().zip(&mut tied).zip(places);
        for ((mode, tied), place) in open.filter(|((mode, _), _)| **mode == SEVERAL) {
            let counts = (0..).zip(&counters[place as usize..][..values.len()]);
            let counts = counts.map(|(value, &count)| (value, count as usize));
            (*mode, *tied) = most_frequent(counts, values);
        }
    } else {
        let mut pairs = Vec::new();
        visit_values(modes, &mut |customer, value| pairs.push((customer, value)));
        Groups::of(modes.len(), &pairs).visit(|customer, codes| {
            codes.sort_unstable();
            let runs = codes.chunk_by(|a, b| a == b).map(|run| (run[0], run.len()));
            (modes[customer as usize], tied[customer as usize]) = most_frequent(runs, values);
        });
    }
    tied
}

/// The most frequent value, and whether another is as frequent.
fn most_frequent(counts: impl Iterator<Item = (u32, usize)>, values: &Dictionary) -> (u32, bool) {
    let (mut best, mut most, mut tied) = (NO_CODE, 0, false);
    for (value, count) in counts {
        if count > most {
            (best, most, tied) = (value, count, false);
        } else if count == most && count > 0 {
            tied = true;
            if values.get(value) < values.get(best) {
                best = value;
            }
        }
    }
    (best, tied)
}

#[cfg(test)]
mod tests {
    use super::super::by_hand::{Line, dictionary, transactions};
    use super::*;
    use crate::customers::CustomersParams;
    use crate::mapping::Role;
    use crate::table::Money;
    use crate::transactions::{Attribute, Chunk};

    fn mode_of(values: &[&'static str]) -> Option<String> {
        let lines: Vec<Line> = values
            .iter()
            .map(|&value| Line { region: Some(value), ..Line::new("a", "1", 0, 1) })
            .collect();
        let transactions = transactions(&lines);
        let plan = CustomersParams::default().check(&transactions).unwrap();
        let code = modes(&transactions, &plan, 0).values[0];
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
    fn a_tie_is_told() {
        for (rows, expected) in [
            (["x", "y", "y", "x"], true),
            (["x", "y", "x", "z"], false),
            (["x", "y", "", "x"], false),
            (["y", "x", "", ""], true),
        ] {
            let line = |region| Line { region: Some(region), ..Line::new("a", "1", 0, 1) };
            let transactions = transactions(&rows.map(line));
            let plan = CustomersParams::default().check(&transactions).unwrap();
            assert_eq!(modes(&transactions, &plan, 0).tied, [expected], "{rows:?}");
        }
    }

    #[test]
    fn too_many_values_to_count_are_sorted() {
        // 3,000 customers, each with a value of his own twice and the next one once.
        let texts: Vec<String> = (0..3_001).map(|n| format!("{n:04}")).collect();
        let mut transactions = transactions(&[Line::new("a", "1", 0, 1)]);
        let mut chunk = Chunk::default();
        for customer in 0..3_000 {
            for value in [customer + 1, customer, customer] {
                chunk.customer.push(customer);
                chunk.day.push(0);
                chunk.amount.push(Money(1));
                chunk.attributes.resize_with(1, Vec::new);
                chunk.attributes[0].push(value);
            }
        }
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        transactions.chunks = vec![chunk];
        transactions.customers = dictionary(&texts[..3_000]);
        transactions.attributes = vec![Attribute {
            name: "category".into(),
            role: Role::Category,
            values: dictionary(&texts),
        }];
        assert!(3_000 * texts.len() > MOST_COUNTERS);
        let plan = CustomersParams::default().check(&transactions).unwrap();
        let found = modes(&transactions, &plan, 0);
        assert!(found.values.into_iter().eq(0..3_000));
        assert!(!found.tied.contains(&true));
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
        let code = modes(&transactions, &plan, 0).values[0];
        assert_eq!(transactions.attributes[0].values.text(code), "y");
    }
}
