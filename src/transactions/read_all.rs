//! Reading from memory.

use super::Outcome;
use crate::error::Error;
use crate::mapping::ImportParams;

/// Reads whole files of the same columns, cut into blocks of `block_size` bytes that go round `shards` shards.
///
/// # Errors
/// Those of [`check`](crate::mapping::check) and [`Reader`](super::Reader).
pub fn read_all(
    _files: &[&[u8]],
    _params: &ImportParams,
    _block_size: usize,
    _shards: usize,
) -> Result<Outcome, Error> {
    Err(Error::EmptyFile)
}
