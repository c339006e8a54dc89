//! What reading will need.

use super::{ColumnSample, Head, ImportParams, Role};
use crate::error::Error;

/// Most memory that a page is expected to give, in bytes: WebAssembly addresses 4 GiB, and growing
/// columns are moved.
pub const MEMORY_LIMIT: u64 = 3 << 30;

/// What page, engine and two shards take with no file open.
const BASE: u64 = 160 << 20;

/// What a dictionary needs for a string beside its bytes: its end, its slots and room to grow.
const PER_STRING: u64 = 48;

/// What folding and scoring need for a customer.
const PER_CUSTOMER: u64 = 120;

/// The fingerprint of a row, by which duplicates are found, and its share of the copy when they are.
const PER_ROW: u64 = 10;

/// Estimates the memory for reading so many rows, in bytes.
pub(super) fn estimate(params: &ImportParams, columns: &[ColumnSample], rows: u64) -> u64 {
    let of_column = |(role, sample): (&Option<Role>, &ColumnSample)| {
        let distinct = sample.expected_distinct(rows);
        let string = sample.bytes * 3 / 2 / u64::from(sample.distinct.max(1)) + PER_STRING;
        match role {
            None | Some(Role::Price) => 0,
            Some(Role::Date) => rows * 4,
            Some(Role::Amount) => rows * 8,
            // Once per row as read, and once per customer as a feature.
            Some(Role::Measure) => rows * 16,
            Some(Role::Quantity) => rows,
            Some(Role::Customer) => rows * 4 + distinct * (string + PER_CUSTOMER),
            Some(Role::Order | Role::Category | Role::Channel | Role::Region | Role::Attribute) => {
                rows * 4 + distinct * string
            }
        }
    };
    let product = if params.roles.contains(&Some(Role::Amount)) { 0 } else { rows * 8 };
    BASE + product + rows * PER_ROW + params.roles.iter().zip(columns).map(of_column).sum::<u64>()
}

impl Head {
    /// Whether the estimated memory can be had.
    ///
    /// # Errors
    /// [`Error::TooLarge`].
    pub fn affordable(&self) -> Result<(), Error> {
        affordable(self.bytes, self.estimated_memory)
    }
}

/// Whether so much memory can be had for a file of so many bytes.
///
/// # Errors
/// [`Error::TooLarge`].
pub fn affordable(bytes: u64, needs: u64) -> Result<(), Error> {
    if needs > MEMORY_LIMIT {
        return Err(Error::TooLarge { bytes, needs, limit: MEMORY_LIMIT });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::error::Error;
    use crate::mapping::{MEMORY_LIMIT, look};

    #[test]
    fn what_cannot_fit_is_refused_with_the_numbers() {
        let rows = (0..2_000).map(|row| format!("c{row},2024-01-01,9.5\n"));
        let file = format!("customer,date,amount\n{}", rows.collect::<String>());
        let head = |bytes| look(file.as_bytes(), &[], bytes, None).unwrap();
        assert_eq!(head(file.len() as u64).affordable(), Ok(()));
        // A terabyte holds at least 4e10 rows of at most 25 bytes, and a row keeps 16 bytes: 640 GB.
        let bytes = 1 << 40;
        let error = head(bytes).affordable().unwrap_err();
        let Error::TooLarge { bytes: told, needs, limit } = error else { panic!("{error:?}") };
        assert_eq!((told, limit), (bytes, MEMORY_LIMIT));
        assert!(needs > 640_000_000_000, "{needs}");
    }
}
