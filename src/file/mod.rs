//! Bytes to records.

use serde::{Deserialize, Serialize};

/// A quoted field that is not closed within so many bytes of its record is taken for a stray quote.
pub const MAX_RECORD: usize = 1 << 20;

/// A record longer than this stops the reading.
pub const MAX_LINE: usize = 8 << 20;

/// Bytes of the start of a file that `mapping::look` wants to see.
pub const HEAD_BYTES: usize = 1 << 20;

/// What stands between two fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Delimiter {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// A tab.
    Tab,
    /// `|`
    Pipe,
    /// Runs of blanks; blanks at either end of a line do not count.
    Blanks,
}

/// How characters are coded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
}
