//! What calls throw.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::error::Error;

/// A plain object with a `code`, ready to be thrown.
pub struct Thrown(JsValue);

/// What ends an instance of the engine; it must not be called again.
#[derive(Debug, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
enum Crash {
    EngineCrashed { detail: String },
}

impl From<Error> for Thrown {
    fn from(error: Error) -> Self {
        // The types the page sees say null; left alone an absent value would cross as undefined.
        let as_null = serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true);
        Self(error.serialize(&as_null).unwrap_or_default())
    }
}

impl From<Crash> for Thrown {
    fn from(crash: Crash) -> Self {
        Self(serde_wasm_bindgen::to_value(&crash).unwrap_or_default())
    }
}

// A record that does not convert is a fault of the page or the boundary, like a panic.
impl From<tsify::Error> for Thrown {
    fn from(error: tsify::Error) -> Self {
        Crash::EngineCrashed { detail: error.to_string() }.into()
    }
}

impl From<Thrown> for JsValue {
    fn from(thrown: Thrown) -> Self {
        thrown.0
    }
}

/// Lets a panic reach the caller with its message; left alone it would end in a bare trap.
#[wasm_bindgen(start)]
fn start() {
    std::panic::set_hook(Box::new(|panic| {
        let crash = Crash::EngineCrashed { detail: panic.to_string() };
        wasm_bindgen::throw_val(Thrown::from(crash).into());
    }));
}
