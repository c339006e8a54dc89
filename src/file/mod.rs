//! Bytes to records.

mod binary;
mod detect;
mod encoding;
mod field;
mod likely;
mod mask;
mod sniff;
mod split;
mod text;
mod workbook;

pub use binary::{binary_kind, markup_kind};
pub use detect::{EncodingReason, detect};
pub use encoding::{Encoding, FirstLine};
pub use field::{is_blank, unquote};
pub use sniff::{Cells, cells, sniff};
pub use split::{Record, Splitter, Step};
pub use text::{Fault, Text, skip_lines};
pub use workbook::{MAX_PART, MAX_TEXT, SheetInfo, Workbook};

use likely::likeliest;
use mask::special;
use text::is_utf8;

use serde::{Deserialize, Serialize};

/// A quoted field that is not closed within so many bytes of its record's start is taken for a stray quote.
pub const MAX_RECORD: usize = 1 << 20;

/// A record longer than this stops the reading.
pub const MAX_LINE: usize = 8 << 20;

/// Bytes of the start of a file that `mapping::look` wants to see; more than [`MAX_RECORD`] of text in any encoding,
/// so that a stray quote in the header shows.
pub const HEAD_BYTES: usize = 2 * MAX_RECORD + (64 << 10);

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
