//! Visits with a sale.

use super::{Outcome, PlacedContacts, Span, Strike};
use crate::transactions::NO_CODE;

/// Visits of the span and those with a sale, of each customer; rows whose outcome is not filled in are left out. `None`
/// where no file has the column.
pub(super) fn strikes(
    contacts: &[PlacedContacts<'_>],
    outcome: &Outcome,
    span: Span,
    customers: usize,
) -> Option<Vec<Strike>> {
    let mut found = vec![Strike::default(); customers];
    let mut has_column = false;
    for (file, places) in contacts {
        let at = file.attributes.iter().position(|column| column.name == outcome.column);
        let Some(at) = at else { continue };
        has_column = true;
        let values = &file.attributes[at].values;
        let sold: Vec<bool> = (0..values.len() as u32)
            .map(|code| values.text(code) == outcome.value.as_str())
            .collect();
        for chunk in &file.chunks {
            let rows = chunk.customer.iter().zip(&chunk.day).zip(&chunk.attributes[at]);
            for ((&customer, &day), &code) in rows {
                let Some(place) = places[customer as usize] else { continue };
                if code != NO_CODE && (span.from..=span.to).contains(&day) {
                    let strike = &mut found[place as usize];
                    strike.visits += 1;
                    strike.sales += u32::from(sold[code as usize]);
                }
            }
        }
    }
    has_column.then_some(found)
}

impl Strike {
    pub(super) fn add(&mut self, other: Self) {
        self.visits += other.visits;
        self.sales += other.sales;
    }
}
