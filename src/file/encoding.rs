//! How characters are coded, and where lines end in it.

use memchr::{memchr2, memrchr2};
use serde::{Deserialize, Serialize};

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

/// Byte order marks.
const MARKS: [(&[u8], Encoding); 4] = [
    (b"\xEF\xBB\xBF", Encoding::Utf8),
    (b"\xFF\xFE", Encoding::Utf16Le),
    (b"\xFE\xFF", Encoding::Utf16Be),
    (b"\x84\x31\x95\x33", Encoding::Gb18030),
];

impl Encoding {
    /// The encoding that a byte order mark at the start of a file names.
    ///
    /// ```
    /// use segmentlab::file::Encoding;
    /// assert_eq!(Encoding::of_mark(b"\xFF\xFEi\0d\0"), Some(Encoding::Utf16Le));
    /// ```
    #[must_use]
    pub fn of_mark(first: &[u8]) -> Option<Self> {
        MARKS.iter().find(|(mark, _)| first.starts_with(mark)).map(|&(_, encoding)| encoding)
    }

    /// Bytes of this encoding's byte order mark at the start of a file, 0 if there is none.
    #[must_use]
    pub fn mark_len(self, first: &[u8]) -> usize {
        let mark = MARKS.iter().find(|&&(mark, of)| of == self && first.starts_with(mark));
        mark.map_or(0, |(mark, _)| mark.len())
    }

    /// Bytes of the unit that a line end takes up.
    #[must_use]
    pub fn unit(self) -> usize {
        if matches!(self, Self::Utf16Le | Self::Utf16Be) { 2 } else { 1 }
    }

    /// Where the first line end at or after `at` begins. In all encodings but UTF-16 its byte is never part
    /// of a longer character; in UTF-16 `at` is where a unit begins.
    #[must_use]
    pub fn line_end(self, bytes: &[u8], at: usize) -> Option<usize> {
        let bytes = bytes.get(at..)?;
        let found = if self.unit() == 1 {
            memchr2(b'\n', b'\r', bytes)
        } else {
            let units = bytes.chunks_exact(2);
            units.into_iter().position(|unit| self.is_line_end(unit)).map(|unit| unit * 2)
        };
        found.map(|found| at + found)
    }

    /// Behind the last line end; 0 if there is none.
    pub(super) fn last_line_end(self, bytes: &[u8]) -> usize {
        let found = if self.unit() == 1 {
            memrchr2(b'\n', b'\r', bytes)
        } else {
            bytes.chunks_exact(2).rposition(|unit| self.is_line_end(unit)).map(|unit| unit * 2)
        };
        found.map_or(0, |found| found + self.unit())
    }

    /// Where the first record of a block starts that begins at `from`, if that stands outside quotes: behind
    /// the first line end that ends at or after `from`. `bytes` begin at `offset` in the file, a [`unit`](Self::unit)
    /// or more before `from` unless that is the file's start.
    #[must_use]
    pub fn first_line(self, bytes: &[u8], offset: u64, from: u64, is_last: bool) -> FirstLine {
        let unit = self.unit();
        let first = from.saturating_sub(unit as u64).next_multiple_of(unit as u64);
        let Some(at) = self.line_end(bytes, first.saturating_sub(offset) as usize) else {
            return FirstLine::None;
        };
        let next = at + unit;
        let behind = bytes.get(next..next + unit);
        let start = match (self.ascii(&bytes[at..next]), behind) {
            (Some(b'\r'), None) if !is_last => return FirstLine::NeedMore,
            (Some(b'\r'), Some(behind)) if self.ascii(behind) == Some(b'\n') => next + unit,
            _ => next,
        };
        FirstLine::At(offset + start as u64)
    }

    fn is_line_end(self, unit: &[u8]) -> bool {
        matches!(self.ascii(unit), Some(b'\n' | b'\r'))
    }

    /// The unit, if it is ASCII.
    fn ascii(self, unit: &[u8]) -> Option<u8> {
        match (self, unit) {
            (Self::Utf16Le, &[byte, 0]) | (Self::Utf16Be, &[0, byte]) | (_, &[byte]) => Some(byte),
            _ => None,
        }
    }

    pub(super) fn coder(self) -> &'static encoding_rs::Encoding {
        match self {
            Self::Utf8 => encoding_rs::UTF_8,
            Self::Utf16Le => encoding_rs::UTF_16LE,
            Self::Utf16Be => encoding_rs::UTF_16BE,
            Self::Gb18030 => encoding_rs::GB18030,
            Self::Big5 => encoding_rs::BIG5,
            Self::ShiftJis => encoding_rs::SHIFT_JIS,
            Self::Windows1252 => encoding_rs::WINDOWS_1252,
        }
    }
}

/// Where the first line of a block starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FirstLine {
    /// At this offset in the file.
    At(u64),
    /// No line ends in the bytes.
    None,
    /// The bytes end in a carriage return: what follows may belong to the line end.
    NeedMore,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_of_a_block() {
        let bytes = b"a\r\nb\nc\rd";
        for (from, start) in [(1, 3), (2, 3), (3, 3), (4, 5), (5, 5), (6, 7), (7, 7)] {
            for offset in 0..from {
                let found =
                    Encoding::Big5.first_line(&bytes[offset as usize..], offset, from, true);
                assert_eq!(found, FirstLine::At(start), "{from} {offset}");
            }
            let wide: Vec<u8> = bytes.iter().flat_map(|&byte| [0, byte]).collect();
            for from in [2 * from - 1, 2 * from] {
                let before = from.saturating_sub(2);
                let found =
                    Encoding::Utf16Be.first_line(&wide[before as usize..], before, from, true);
                assert_eq!(found, FirstLine::At(2 * start), "{from} in UTF-16");
            }
        }
        assert_eq!(Encoding::Utf8.first_line(bytes, 0, 8, true), FirstLine::None);
        assert_eq!(Encoding::Utf8.first_line(b"a\r", 0, 1, false), FirstLine::NeedMore);
        assert_eq!(Encoding::Utf8.first_line(b"a\r", 0, 1, true), FirstLine::At(2));
    }

    #[test]
    fn a_unit_with_the_byte_of_a_line_end_is_none() {
        // U+0A0A and U+0D00.
        let bytes = [0x0A, 0x0A, 0x0D, 0x00];
        assert_eq!(Encoding::Utf16Be.line_end(&bytes, 0), None);
        assert_eq!(Encoding::Utf16Le.line_end(&bytes, 0), Some(2));
        assert_eq!(Encoding::Utf16Le.last_line_end(&bytes), 4);
    }
}
