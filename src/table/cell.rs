//! Cells as text: blanks around them, marks of absence, ids.

/// Cells that say that there is no value, as programs write them.
const MISSING: [&[u8]; 17] = [
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
        Some(b'N' | b'n' | b'\\' | b'#' | b'<' | b'-' | 0xE2) => MISSING.contains(&text),
        Some(_) => false,
    }
}

/// Blanks beyond ASCII that stand around cells: no-break space, narrow no-break space, ideographic space,
/// zero width no-break space.
const WIDE_BLANKS: [&[u8]; 4] = [b"\xC2\xA0", b"\xE2\x80\xAF", b"\xE3\x80\x80", b"\xEF\xBB\xBF"];

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
        for blank in WIDE_BLANKS {
            text = text.strip_prefix(blank).unwrap_or(text);
            text = text.strip_suffix(blank).unwrap_or(text);
        }
        if text.len() == before {
            return text;
        }
    }
}

/// A trimmed cell without the wrapping that keeps a spreadsheet from calculating with it: `="0012"`.
#[inline]
pub(super) fn unwrap(text: &[u8]) -> &[u8] {
    match text {
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
    /// Whether a spreadsheet has cut its digits: 1.23457E+11.
    pub rounded: bool,
}

/// Reads an id: trimmed; without the wrapping that keeps a spreadsheet from calculating with it
/// (`="0012"`, and an apostrophe before `=`, `+`, `-` or `@`); without the `.0` of a whole number
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
        [b'\'', b'=' | b'+' | b'-' | b'@', ..] => text = &text[1..],
        _ => {}
    }
    if is_missing(text) {
        return Id::default();
    }
    if text.last() == Some(&b'0')
        && let Some(whole) = without_decimals(text)
    {
        return Id { text: whole, decimal: true, rounded: false };
    }
    let rounded = matches!(text, [.., b'+', _, _]) && is_scientific(text);
    Id { text, decimal: false, rounded }
}

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
        for cell in ["1.23457E+11", "1E+11", "1.23457e+15", " 6,90001E+12 "] {
            assert!(read_id(cell.as_bytes()).rounded, "{cell}");
        }
        for cell in ["12.3E+11", "1.E+11", "AE+11", "1.2E-11", "1.2E+1", "+11", "E+11", "a+12"] {
            assert!(!read_id(cell.as_bytes()).rounded, "{cell}");
        }
    }
}
