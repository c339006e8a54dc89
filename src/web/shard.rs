//! The handle of a pool worker.

use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::message::PartMessage;
use super::thrown::Thrown;
use crate::mapping::{ImportParams, check};
use crate::transactions::{self, Parsed, Start};

/// Parses blocks of a file.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Shard(transactions::Shard);

#[wasm_bindgen]
impl Shard {
    /// A shard for checked params; `names` are those of [`Study::begin`](super::Study::begin).
    ///
    /// # Errors
    /// Those of [`check`].
    #[wasm_bindgen(constructor)]
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over owned values")]
    pub fn new(params: Ts<ImportParams>, names: Vec<String>) -> Result<Self, Thrown> {
        Ok(Self(transactions::Shard::new(check(&params.to_rust()?, &names)?)))
    }

    /// Parses one block, see [`transactions::Shard::parse`]; without `start`, after the first line end.
    /// `undefined`: the same call again, with more bytes.
    ///
    /// # Errors
    /// None but a failing conversion.
    pub fn parse(
        &mut self,
        block: u32,
        bytes: &[u8],
        offset: f64,
        start: Option<f64>,
        until: f64,
        is_last: bool,
    ) -> Result<Option<Ts<PartMessage>>, Thrown> {
        let start = start.map_or(Start::Speculative, |from| Start::At(from as u64));
        match self.0.parse(block, bytes, offset as u64, start, until as u64, is_last) {
            Parsed::Part(part) => Ok(Some(PartMessage::from(*part).into_ts()?)),
            Parsed::NeedMore => Ok(None),
        }
    }
}
