//! Cells as text: blanks around them, marks of absence, ids.

/// Cells that say that there is no value, as programs write them.
const MISSING: [&[u8]; 12] = [
    b"NULL", b"null", b"Null", b"\\N", b"NaN", b"nan", b"N/A", b"n/a", b"#N/A", b"NA", b"None",
    b"<NA>",
];

/// Whether a trimmed cell holds no value.
///
/// ```
/// use segmentlab::table::is_missing;
/// assert!(is_missing(b"") && is_missing(b"NULL") && !is_missing(b"0"));
/// ```
#[inline]
#[must_use]
pub fn is_missing(text: &[u8]) -> bool {
    match text.first() {
        None => true,
        Some(b'N' | b'n' | b'\\' | b'#' | b'<') => MISSING.contains(&text),
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

/// An id as it is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Id<'a> {
    /// The id; empty where the cell holds none.
    pub text: &'a [u8],
    /// Whether decimals were taken off: 17850.0 read as 17850.
    pub decimal: bool,
}

/// Reads an id: trimmed; without the wrapping that keeps a spreadsheet from calculating with it
/// (`="0012"`, and an apostrophe before `=`, `+`, `-` or `@`); without the `.0` of a whole number
/// that went through floating point.
///
/// ```
/// use segmentlab::table::read_id;
/// assert_eq!(read_id(b" 17850.0").text, b"17850");
/// assert_eq!(read_id(b"=\"0012\"").text, b"0012");
/// assert_eq!(read_id(b"'=A1").text, b"=A1");
/// assert_eq!(read_id(b"NULL").text, b"");
/// ```
#[inline]
#[must_use]
pub fn read_id(text: &[u8]) -> Id<'_> {
    let mut text = trim(text);
    match text {
        [b'=', b'"', .., b'"'] if text.len() > 3 => text = trim(&text[2..text.len() - 1]),
        [b'\'', b'=' | b'+' | b'-' | b'@', ..] => text = &text[1..],
        _ => {}
    }
    if is_missing(text) {
        return Id { text: b"", decimal: false };
    }
    if text.last() == Some(&b'0')
        && let Some(whole) = without_decimals(text)
    {
        return Id { text: whole, decimal: true };
    }
    Id { text, decimal: false }
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
            ("  ", "", false),
            ("nan", "", false),
            ("Nan", "Nan", false),
        ] {
            assert_eq!(read_id(cell.as_bytes()), Id { text: id.as_bytes(), decimal }, "{cell}");
        }
    }
}
