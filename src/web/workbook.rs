//! The handle of the worker that turns workbooks into text.

use std::ops::ControlFlow;

use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::Thrown;
use crate::file::{self, SheetInfo};

/// Bytes of text that are handed over at a time.
const PIECE: usize = 1 << 18;

/// An open workbook.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Workbook(file::Workbook);

#[wasm_bindgen]
impl Workbook {
    /// Opens a workbook.
    ///
    /// # Errors
    /// Those of [`file::Workbook::open`].
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: Vec<u8>) -> Result<Self, Thrown> {
        Ok(Self(file::Workbook::open(bytes)?))
    }

    /// Its sheets.
    ///
    /// # Errors
    /// None but a failing conversion.
    pub fn sheets(&self) -> Result<Vec<Ts<SheetInfo>>, Thrown> {
        Ok(self.0.sheets().map(Tsify::into_ts).collect::<Result<_, _>>()?)
    }

    /// The sheet that looks most like data.
    #[wasm_bindgen(getter, js_name = bestSheet)]
    #[must_use]
    pub fn best_sheet(&self) -> String {
        self.0.best_sheet().to_owned()
    }

    /// Hands the text of a sheet over in pieces, each with the rows that were put out so far; what `told` throws ends it.
    ///
    /// # Errors
    /// Those of [`file::Workbook::text`].
    pub fn text(&mut self, sheet: &str, told: &js_sys::Function) -> Result<(), Thrown> {
        let mut hand = |piece: &[u8], rows: u32| {
            let piece = js_sys::Uint8Array::from(piece);
            match told.call2(&JsValue::NULL, &piece, &rows.into()) {
                Ok(_) => ControlFlow::Continue(()),
                Err(_) => ControlFlow::Break(()),
            }
        };
        Ok(self.0.text(sheet, PIECE, &mut hand)?)
    }
}
