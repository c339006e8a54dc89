//! Bytes to records.

mod field;
mod mask;
mod sniff;
mod split;
mod text;
mod workbook;

pub use field::{is_blank, unquote};
pub use sniff::{Cells, cells, sniff};
pub use split::{Record, Splitter, Step};
pub use text::{binary_kind, bom_len, check_utf8, skip_lines};
pub use workbook::{MAX_PART, MAX_TEXT, SheetInfo, Workbook};

use mask::special;

use serde::{Deserialize, Serialize};

/// A quoted field that is not closed within so many bytes of its record's start is taken for a stray quote.
pub const MAX_RECORD: usize = 1 << 20;

/// A record longer than this stops the reading.
pub const MAX_LINE: usize = 8 << 20;

/// Bytes of the start of a file that `mapping::look` wants to see; more than [`MAX_RECORD`], so that a stray
/// quote in the header shows.
pub const HEAD_BYTES: usize = MAX_RECORD + (64 << 10);

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

impl Delimiter {
    /// The byte between fields; one of them for [`Blanks`](Self::Blanks).
    #[must_use]
    pub fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Pipe => b'|',
            Self::Blanks => b' ',
        }
    }
}

/// How characters are coded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// GB18030, of which GBK and GB2312 are parts.
    Gb18030,
    /// Big5, with the extensions of Hong Kong.
    Big5,
    /// Shift JIS.
    ShiftJis,
    /// Windows-1252, Western European.
    Windows1252,
}
