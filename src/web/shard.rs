//! The handle of a pool worker.

use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::{PartMessage, RowsMessage, Thrown};
use crate::mapping::{Layout, check};
use crate::transactions::{self, Block, Extracted, Parsed, RowWords, Start, Wanted};

/// Parses blocks of a file.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Shard(transactions::Shard);

#[wasm_bindgen]
impl Shard {
    /// A shard for one of the layouts of [`Study::begin`](super::Study::begin).
    ///
    /// # Errors
    /// Those of [`check`].
    #[wasm_bindgen(constructor)]
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over owned values")]
    pub fn new(layout: Ts<Layout>) -> Result<Self, Thrown> {
        let Layout { params, names } = layout.to_rust()?;
        Ok(Self(transactions::Shard::new(check(&params, &names)?)))
    }

    /// Parses one block, see [`transactions::Shard::parse`]: from exactly `start`, or, where that is the block's
    /// beginning and not known to be a record's, from the first record there.
    /// `undefined`: the same call again, with more bytes.
    ///
    /// # Errors
    /// None but a failing conversion.
    #[allow(clippy::too_many_arguments, reason = "a call from JavaScript")]
    pub fn parse(
        &mut self,
        number: u32,
        bytes: &[u8],
        offset: f64,
        start: f64,
        is_exact: bool,
        until: f64,
        is_last: bool,
    ) -> Result<Option<Ts<PartMessage>>, Thrown> {
        let start = start as u64;
        let start = if is_exact { Start::At(start) } else { Start::Speculative(start) };
        let block = Block { number, bytes, offset: offset as u64, until: until as u64, is_last };
        match self.0.parse(block, start) {
            Parsed::Part(part) => Ok(Some(PartMessage::from(*part).into_ts()?)),
            Parsed::NeedMore => Ok(None),
        }
    }

    /// Copies the wanted rows of a block whose first record stands at `start` and on this line, see [`transactions::Shard::extract`].
    /// `undefined`: the same call again, with more bytes.
    ///
    /// # Errors
    /// None but a failing conversion.
    #[allow(
        clippy::too_many_arguments,
        clippy::needless_pass_by_value,
        reason = "a call from JavaScript"
    )]
    pub fn extract(
        &mut self,
        wanted: Ts<Wanted>,
        words: Ts<RowWords>,
        duplicates: &[f64],
        number: u32,
        bytes: &[u8],
        start: f64,
        line: f64,
        until: f64,
        is_last: bool,
    ) -> Result<Option<Ts<RowsMessage>>, Thrown> {
        let (wanted, words) = (wanted.to_rust()?, words.to_rust()?);
        let duplicates: Vec<u64> = duplicates.iter().map(|&line| line as u64).collect();
        let block = Block { number, bytes, offset: start as u64, until: until as u64, is_last };
        match self.0.extract(&wanted, &words, &duplicates, block, start as u64, line as u64) {
            Extracted::Rows(rows) => Ok(Some(RowsMessage::from(rows).into_ts()?)),
            Extracted::NeedMore => Ok(None),
        }
    }
}
