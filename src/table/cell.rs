//! Cells as text: blanks around them, marks of absence, ids.

/// Cells that say that there is no value, as programs write them.
const MISSING: [&[u8]; 21] = [
    b"NULL",
    b"null",
    b"Null",
    b"\\N",
    b"NaN",
    b"nan",
    b"N/A",
    b"n/a",
    b"#N/A",
    b"NA",
    b"None",
    b"<NA>",
    b"-",
    b"--",
    "–".as_bytes(),
    "—".as_bytes(),
    "——".as_bytes(),
    "无".as_bytes(),
    "(空白)".as_bytes(),
    "（空白）".as_bytes(),
    b"(blank)",
];

/// Whether a trimmed cell holds no value.
///
/// ```
/// use segmentlab::table::is_missing;
/// assert!(is_missing(b"") && is_missing(b"NULL") && is_missing(b"--") && !is_missing(b"0"));
/// ```
#[inline]
#[must_use]
pub fn is_missing(text: &[u8]) -> bool {
    match text.first() {
        None => true,
        Some(b'N' | b'n' | b'\\' | b'#' | b'<' | b'-' | b'(' | 0xE2 | 0xE6 | 0xEF) => {
            MISSING.contains(&text)
        }
        Some(_) => false,
    }
}

/// Bytes of a blank beyond those of ASCII at the start: spaces of any width, marks of direction and of a byte
/// order, which copying leaves behind unseen, and the end of a file as DOS marks it.
fn blank_at_start(text: &[u8]) -> usize {
    match text {
        [0x1A, ..] => 1,
        [0xC2, 0xA0, ..] => 2,
        [first, second, third, ..] if is_blank([*first, *second, *third]) => 3,
        _ => 0,
    }
}

/// The same at the end.
fn blank_at_end(text: &[u8]) -> usize {
    match text {
        [.., 0x1A] => 1,
        [.., 0xC2, 0xA0] => 2,
        [.., first, second, third] if is_blank([*first, *second, *third]) => 3,
        _ => 0,
    }
}

fn is_blank(bytes: [u8; 3]) -> bool {
    matches!(
        bytes,
        [0xE2, 0x80, 0x80..=0x8F | 0xA8..=0xAF]
            | [0xE2, 0x81, 0x9F | 0xA0 | 0xA6..=0xA9]
            | [0xE3, 0x80, 0x80]
            | [0xEF, 0xBB, 0xBF]
    )
}

/// A cell without the blanks around it.
#[inline]
#[must_use]
pub fn trim(text: &[u8]) -> &[u8] {
    let plain = |byte: Option<&u8>| byte.is_none_or(|&byte| byte > b' ' && byte < 0x7F);
    if plain(text.first()) && plain(text.last()) { text } else { trim_blanks(text) }
}

fn trim_blanks(mut text: &[u8]) -> &[u8] {
    loop {
        let before = text.len();
        text = text.trim_ascii();
        text = &text[blank_at_start(text)..];
        text = &text[..text.len() - blank_at_end(text)];
        if text.len() == before {
            return text;
        }
    }
}

/// A trimmed cell without the wrapping that keeps a spreadsheet from calculating with it: `="0012"`, and
/// `` `12.50 `` and `'12.50` as payment services and spreadsheets write it.
#[inline]
pub(super) fn unwrap(text: &[u8]) -> &[u8] {
    match text {
        [b'`' | b'\'', inner @ ..] if !inner.is_empty() => inner,
        [b'=', b'"', inner @ .., b'"'] if !inner.is_empty() => inner,
        _ => text,
    }
}

/// An id as it is compared.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Id<'a> {
    /// The id; empty where the cell holds none.
    pub text: &'a [u8],
    /// Whether decimals were taken off: 17850.0 read as 17850.
    pub decimal: bool,
    /// Whether a spreadsheet has cut its digits: 1.23457E+11, 310000123456789000.
    pub rounded: bool,
}

/// Reads an id: trimmed; without the wrapping that keeps a spreadsheet from calculating with it
/// (`="0012"`, a backtick, and an apostrophe before `=`, `+`, `-` or `@`); without the `.0` of a whole number
/// that went through floating point. Leading zeros belong to it.
///
/// ```
/// use segmentlab::table::read_id;
/// assert_eq!(read_id(b" 17850.0").text, b"17850");
/// assert_eq!(read_id(b"=\"0012\"").text, b"0012");
/// assert_eq!(read_id(b"'=A1").text, b"=A1");
/// assert_eq!(read_id(b"NULL").text, b"");
/// assert!(read_id(b"1.23457E+11").rounded);
/// ```
#[inline]
#[must_use]
pub fn read_id(text: &[u8]) -> Id<'_> {
    let mut text = trim(text);
    match text {
        [b'=', b'"', .., b'"'] => text = trim(unwrap(text)),
        [b'\'', b'=' | b'+' | b'-' | b'@', ..] | [b'`', _, ..] => text = &text[1..],
        _ => {}
    }
    if is_missing(text) {
        return Id::default();
    }
    if text.last() == Some(&b'0')
        && let Some(whole) = without_decimals(text)
    {
        return Id { text: whole, decimal: true, rounded: is_filled_up(whole) };
    }
    let rounded = match text {
        [.., b'+', _, _] => is_scientific(text),
        [.., b'0', b'0'] => is_filled_up(text),
        _ => false,
    };
    Id { text, decimal: false, rounded }
}

/// Digits of a number that a spreadsheet keeps.
const KEPT_DIGITS: usize = 15;

/// Whether digits were written with an exponent of two digits, as spreadsheets write numbers that are too wide.
#[cold]
fn is_scientific(text: &[u8]) -> bool {
    let [first, decimals @ .., b'E' | b'e', b'+', tens, ones] = text else { return false };
    let decimals = match decimals {
        [b'.' | b',', digits @ ..] if !digits.is_empty() => digits,
        [] => &[],
        _ => return false,
    };
    [first, tens, ones].into_iter().chain(decimals).all(u8::is_ascii_digit)
}

/// Whether zeros stand for all digits past the fifteenth, the last that spreadsheets keep; a sixteenth alone is too
/// often a zero by chance.
fn is_filled_up(text: &[u8]) -> bool {
    text.len() > KEPT_DIGITS + 1
        && text.iter().all(u8::is_ascii_digit)
        && text[KEPT_DIGITS..].iter().all(|&digit| digit == b'0')
}

/// The whole part of digits, a point and zeros.
fn without_decimals(text: &[u8]) -> Option<&[u8]> {
    let zeros = text.iter().rev().take_while(|&&byte| byte == b'0').count();
    let whole = text[..text.len() - zeros].strip_suffix(b".")?;
    (!whole.is_empty() && whole.iter().all(u8::is_ascii_digit)).then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids() {
        for (cell, id, decimal) in [
            ("17850", "17850", false),
            ("17850.0", "17850", true),
            ("17850.000", "17850", true),
            ("0.0", "0", true),
            ("100", "100", false),
            ("1.10", "1.10", false),
            ("v1.0", "v1.0", false),
            (".0", ".0", false),
            ("\u{a0}\u{3000} 客户1\t", "客户1", false),
            ("=\"0012\"", "0012", false),
            ("=\"\"", "=\"\"", false),
            ("'-5", "-5", false),
            ("'99", "'99", false),
            ("`0012", "0012", false),
            ("\u{200b}\u{202a}0012\u{202c}\u{a0}\u{1a}", "0012", false),
            ("无", "", false),
            ("（空白）", "", false),
            ("无锡", "无锡", false),
            ("007", "007", false),
            ("007.0", "007", true),
            ("  ", "", false),
            ("-", "", false),
            ("——", "", false),
            ("-5", "-5", false),
            ("nan", "", false),
            ("Nan", "Nan", false),
        ] {
            let expected = Id { text: id.as_bytes(), decimal, rounded: false };
            assert_eq!(read_id(cell.as_bytes()), expected, "{cell}");
        }
    }

    #[test]
    fn ids_that_lost_digits() {
        for cell in [
            "1.23457E+11",
            "1E+11",
            "1.23457e+15",
            " 6,90001E+12 ",
            "310000123456789000",
            "31000012345678900.0",
        ] {
            assert!(read_id(cell.as_bytes()).rounded, "{cell}");
        }
        for cell in [
            "310000123456789010",
            "3100001234567890",
            "SO0000123456789000",
            "12.3E+11",
            "1.E+11",
            "AE+11",
            "1.2E-11",
            "1.2E+1",
            "+11",
            "E+11",
            "a+12",
        ] {
            assert!(!read_id(cell.as_bytes()).rounded, "{cell}");
        }
    }
}
