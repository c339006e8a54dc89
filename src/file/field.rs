//! One field as it stands in the file.

use memchr::memchr;

/// The value of a field: outer quotes go, doubled quotes become one. Only a field that begins with a
/// quote is quoted; what follows its closing quote is taken as it stands.
///
/// ```
/// use segmentlab::file::unquote;
/// let mut scratch = Vec::new();
/// assert_eq!(unquote(b"\"5\"\" disc\"", &mut scratch), b"5\" disc");
/// assert_eq!(unquote(b"5\" disc", &mut scratch), b"5\" disc");
/// ```
#[inline]
pub fn unquote<'a>(field: &'a [u8], scratch: &'a mut Vec<u8>) -> &'a [u8] {
    match field.split_first() {
        Some((b'"', inner)) => unquote_inner(inner, scratch),
        _ => field,
    }
}

fn unquote_inner<'a>(inner: &'a [u8], scratch: &'a mut Vec<u8>) -> &'a [u8] {
    match memchr(b'"', inner) {
        None => return inner,
        Some(close) if close + 1 == inner.len() => return &inner[..close],
        Some(_) => {}
    }
    scratch.clear();
    let mut rest = inner;
    while let Some(quote) = memchr(b'"', rest) {
        scratch.extend_from_slice(&rest[..quote]);
        rest = &rest[quote + 1..];
        match rest.split_first() {
            Some((b'"', after)) => {
                scratch.push(b'"');
                rest = after;
            }
            _ => break,
        }
    }
    scratch.extend_from_slice(rest);
    scratch
}

/// Whether raw fields hold nothing: only delimiters, quotes and blanks.
#[must_use]
pub fn is_blank(raw: &[u8], delimiter: u8) -> bool {
    raw.iter().all(|&byte| {
        byte == delimiter || matches!(byte, b' ' | b'\t' | b'"' | b'\r' | b'\n' | 0x1A)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_fields() {
        for (field, value) in [
            ("", ""),
            ("a", "a"),
            ("\"\"", ""),
            ("\"a\"", "a"),
            ("\"a\"\"b\"", "a\"b"),
            ("\"\"\"\"", "\""),
            ("\"\"\"a\"\"\"", "\"a\""),
            ("\"a\"b", "ab"),
            ("\"a\"b\"c\"", "ab\"c\""),
            ("\"a\nb\"", "a\nb"),
            ("a\"b\"\"", "a\"b\"\""),
        ] {
            assert_eq!(unquote(field.as_bytes(), &mut Vec::new()), value.as_bytes(), "{field}");
        }
    }
}
