//! Columns of a customer file.

use std::collections::BTreeSet;

use super::{Chunk, Transactions};

impl Transactions {
    /// Customers of a customer file: those with an id, or all rows where no column gives one.
    #[must_use]
    pub fn listed_customers(&self) -> usize {
        if self.has_ids() { self.customers.len() } else { self.kept_rows() }
    }

    /// Whether a column gives the customers' ids.
    #[must_use]
    pub fn has_ids(&self) -> bool {
        self.chunks.iter().any(|chunk| !chunk.customer.is_empty())
    }

    /// Whether rows have a day, as those of orders and of visits have.
    #[must_use]
    pub fn has_days(&self) -> bool {
        self.chunks.iter().any(|chunk| !chunk.day.is_empty())
    }

    /// Whether rows have a day or an amount, as those of a customer file have not.
    #[must_use]
    pub fn has_orders(&self) -> bool {
        self.chunks.iter().any(|chunk| !chunk.day.is_empty() || !chunk.amount.is_empty())
    }

    /// Whether rows are visits or other contacts: of a customer on a day, and no orders.
    #[must_use]
    pub fn are_contacts(&self) -> bool {
        let has_amounts = self.chunks.iter().any(|chunk| !chunk.amount.is_empty());
        self.has_ids() && self.has_days() && !has_amounts
    }

    /// A numeric column with one value per listed customer, NaN where missing: the first row of a customer counts.
    /// `None` if no such column was read.
    #[must_use]
    pub fn measure(&self, name: &str) -> Option<Vec<f64>> {
        let at = self.measures.iter().position(|known| known == name)?;
        Some(self.of_first_rows(|chunk| chunk.measures.get(at)))
    }

    /// A column of repeated text, by its place in [`attributes`](Self::attributes), with one code per listed customer,
    /// [`NO_CODE`](super::NO_CODE) where missing: the first row of a customer counts.
    #[must_use]
    pub fn attribute(&self, at: usize) -> Vec<u32> {
        self.of_first_rows(|chunk| chunk.attributes.get(at))
    }

    fn of_first_rows<T: Copy>(&self, column: impl Fn(&Chunk) -> Option<&Vec<T>>) -> Vec<T> {
        let mut values = Vec::with_capacity(self.listed_customers());
        for chunk in &self.chunks {
            let column = column(chunk).map_or(&[][..], Vec::as_slice);
            if chunk.customer.is_empty() {
                values.extend_from_slice(column);
                continue;
            }
            for (&customer, &value) in chunk.customer.iter().zip(column) {
                // Codes count up as ids are met.
                if customer as usize == values.len() {
                    values.push(value);
                }
            }
        }
        values
    }

    fn kept_rows(&self) -> usize {
        self.chunks.iter().map(Chunk::len).sum()
    }
}

/// Rows, counted from 0 over all chunks, whose customer stands in an earlier row; with the customer.
pub(super) fn repeated_customers(chunks: &[Chunk]) -> impl Iterator<Item = (u32, u32)> {
    let codes = chunks.iter().flat_map(|chunk| &chunk.customer);
    let mut known = 0;
    (0..).zip(codes).filter_map(move |(row, &code)| {
        // Codes count up as ids are met.
        let is_new = code == known;
        known += u32::from(is_new);
        (!is_new).then_some((row, code))
    })
}

/// The names of columns, each once: the second `age` becomes `age (2)`, and a column without a name its number.
pub(super) fn unique_names(columns: &[u32], names: &[String]) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let own = |column: u32| match names.get(column as usize) {
        Some(name) if !name.is_empty() => name.clone(),
        _ => (column + 1).to_string(),
    };
    let unique = |&column: &u32| {
        let name = own(column);
        let numbered = (2..).map(|number| format!("{name} ({number})"));
        let free = std::iter::once(name.clone()).chain(numbered).find(|name| !taken.contains(name));
        let free = free.unwrap_or(name);
        taken.insert(free.clone());
        free
    };
    columns.iter().map(unique).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::Money;

    #[test]
    fn visits_are_told_from_orders_and_lists() {
        let of = |customer: &[u32], day: &[i32], amount: &[i64]| Transactions {
            chunks: vec![Chunk {
                customer: customer.to_vec(),
                day: day.to_vec(),
                amount: amount.iter().map(|&amount| Money(amount)).collect(),
                ..Chunk::default()
            }],
            ..Transactions::default()
        };
        assert!(of(&[0], &[7], &[]).are_contacts());
        assert!(!of(&[0], &[7], &[5]).are_contacts(), "orders");
        assert!(!of(&[0], &[], &[]).are_contacts(), "a list");
        assert!(!of(&[], &[7], &[]).are_contacts(), "targets by day");
    }

    #[test]
    fn names_are_given_once() {
        let names = ["age", "", "age", "age (2)"].map(String::from);
        assert_eq!(unique_names(&[0, 1, 2, 3], &names), ["age", "2", "age (2)", "age (2) (2)"]);
    }

    #[test]
    fn rows_of_a_known_customer_are_repeated() {
        let chunk = |customer: &[u32]| Chunk { customer: customer.to_vec(), ..Chunk::default() };
        let chunks = [chunk(&[0, 1, 0]), chunk(&[2, 1, 3])];
        assert_eq!(repeated_customers(&chunks).collect::<Vec<_>>(), [(2, 0), (4, 1)]);
    }
}
