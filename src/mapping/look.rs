//! The first look at a file.

use super::{Head, ImportParams};
use crate::error::Error;

/// Most memory that a page is expected to give, in bytes.
pub const MEMORY_LIMIT: u64 = 3 << 30;

/// Looks at a file's first bytes ([`HEAD_BYTES`](crate::file::HEAD_BYTES) of them, or the whole file) and at a few
/// samples from further on, and guesses how it is to be read; with params, they are looked at instead of guesses.
///
/// # Errors
/// [`Error::EmptyFile`], [`Error::HeaderOnly`], [`Error::OneColumn`], [`Error::NotText`], [`Error::NotUtf8`],
/// [`Error::LineTooLong`].
pub fn look(
    _first: &[u8],
    _samples: &[&[u8]],
    _bytes: u64,
    _params: Option<ImportParams>,
) -> Result<Head, Error> {
    Err(Error::EmptyFile)
}

/// Names of all columns, empty where there is none: what [`check`](super::check) wants beside the params.
#[must_use]
pub fn header_names(_first: &[u8], _params: &ImportParams) -> Vec<String> {
    Vec::new()
}
