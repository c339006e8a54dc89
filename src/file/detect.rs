//! Which encoding a file is in.

use serde::Serialize;

use super::{Encoding, is_utf8, likeliest};

/// Why an encoding was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum EncodingReason {
    /// A byte order mark names it.
    Mark,
    /// The head holds ASCII only, which all but UTF-16 read alike.
    Ascii,
    /// The bytes are valid UTF-8, or zeros stand where UTF-16 has them.
    Valid,
    /// The characters that come out are the likeliest.
    Likely,
    /// The user chose it.
    Chosen,
}

/// Bytes of the start that tell UTF-16 from others.
const START: usize = 64 << 10;

/// Bytes beyond ASCII, and what stands around them, that the encodings are weighed by.
const WEIGHED: usize = 32 << 10;

/// The encoding of a file by its first bytes and samples from further on, which may begin and end in the middle of
/// a line; `is_last` says that the first bytes are the whole file.
///
/// In this order: a byte order mark; zeros as UTF-16 has them; ASCII, which is read as UTF-8; UTF-8; else the encoding
/// whose characters are the likeliest.
///
/// ```
/// use segmentlab::file::{Encoding, EncodingReason, detect};
/// // 客户,金额 in GBK.
/// let bytes = b"\xBF\xCD\xBB\xA7,\xBD\xF0\xB6\xEE\n7,5\n";
/// assert_eq!(detect(bytes, &[], true), (Encoding::Gb18030, EncodingReason::Likely));
/// ```
#[must_use]
pub fn detect(first: &[u8], samples: &[&[u8]], is_last: bool) -> (Encoding, EncodingReason) {
    if let Some(encoding) = Encoding::of_mark(first) {
        return (encoding, EncodingReason::Mark);
    }
    if let Some(encoding) = wide(&first[..first.len().min(START) & !1]) {
        return (encoding, EncodingReason::Valid);
    }
    let pieces = samples.iter().filter(|_| !is_last).map(|sample| {
        let start = Encoding::Utf8.line_end(sample, 0).unwrap_or(sample.len());
        (&sample[start..], false)
    });
    let pieces: Vec<(&[u8], bool)> = std::iter::once((first, is_last)).chain(pieces).collect();
    if pieces.iter().all(|(piece, _)| piece.is_ascii()) {
        return (Encoding::Utf8, EncodingReason::Ascii);
    }
    if pieces.iter().all(|&(piece, is_last)| is_utf8(piece, is_last)) {
        return (Encoding::Utf8, EncodingReason::Valid);
    }
    (likeliest(&evidence(&pieces)), EncodingReason::Likely)
}

/// Lines with bytes beyond ASCII, an equal share of each piece.
fn evidence(pieces: &[(&[u8], bool)]) -> Vec<u8> {
    let share = WEIGHED / pieces.len().max(1);
    let mut evidence = Vec::new();
    for (piece, _) in pieces {
        let limit = evidence.len() + share;
        for line in piece.split_inclusive(|byte| matches!(byte, b'\n' | b'\r')) {
            let left = limit - evidence.len();
            if left == 0 {
                break;
            }
            if !line.is_ascii() {
                evidence.extend_from_slice(&line[..line.len().min(left)]);
            }
        }
    }
    evidence
}

/// UTF-16, if zeros stand in every other byte of ASCII characters, always in the same one, and what comes out is text.
fn wide(start: &[u8]) -> Option<Encoding> {
    let zeros = |from: usize| start.iter().skip(from).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let (most, least) = (even.max(odd), even.min(odd));
    let units = start.len() / 2;
    // An ideograph can hold a zero in its other byte, as the frequent U+4E00 does.
    if most == 0 || most * 20 < units || least * 4 > most {
        return None;
    }
    let encoding = if odd > even { Encoding::Utf16Le } else { Encoding::Utf16Be };
    let values = start.chunks_exact(2).map(|unit| match encoding {
        Encoding::Utf16Le => u16::from_le_bytes([unit[0], unit[1]]),
        _ => u16::from_be_bytes([unit[0], unit[1]]),
    });
    let odd_ones = char::decode_utf16(values)
        .filter(|found| match found {
            Ok(found) => found.is_control() && !found.is_ascii_whitespace() || *found > '\u{fff0}',
            Err(_) => true,
        })
        .count();
    let has_lines = encoding.line_end(start, 0).is_some() || most * 2 > units;
    (has_lines && odd_ones * 20 <= units).then_some(encoding)
}
