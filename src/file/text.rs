//! Whether bytes are text, and where it begins.

use crate::error::{BinaryKind, Error};

/// What the first bytes of a file say if it is not text.
#[must_use]
pub fn binary_kind(first: &[u8]) -> Option<BinaryKind> {
    let starts: [(&[u8], BinaryKind); 12] = [
        (b"PK\x03\x04", BinaryKind::Zip),
        (b"PK\x05\x06", BinaryKind::Zip),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", BinaryKind::Ole),
        (b"%PDF-", BinaryKind::Pdf),
        (b"\x1F\x8B", BinaryKind::Gzip),
        (b"\x89PNG\r\n\x1A\n", BinaryKind::Image),
        (b"\xFF\xD8\xFF", BinaryKind::Image),
        (b"GIF87a", BinaryKind::Image),
        (b"GIF89a", BinaryKind::Image),
        (b"\xFF\xFE", BinaryKind::Utf16),
        (b"\xFE\xFF", BinaryKind::Utf16),
        (b"II*\0", BinaryKind::Image),
    ];
    if let Some(&(_, kind)) = starts.iter().find(|(start, _)| first.starts_with(start)) {
        return Some(kind);
    }
    let sample = &first[..first.len().min(64 << 10)];
    let zeros =
        |from: usize| sample.iter().skip(from).step_by(2).filter(|&&byte| byte == 0).count();
    // Latin letters in UTF-16 have a zero in every other byte, always the same one.
    let (even, odd) = (zeros(0), zeros(1));
    if even.max(odd) * 4 > sample.len() && even.min(odd) * 20 <= even.max(odd) {
        return Some(BinaryKind::Utf16);
    }
    let control = |byte: u8| {
        byte < 0x20 && !matches!(byte, b'\t' | b'\n' | 0x0B | 0x0C | b'\r' | 0x1A | 0x1B)
    };
    let controls = sample.iter().filter(|&&byte| control(byte)).count();
    (even + odd > 0 || controls * 50 > sample.len()).then_some(BinaryKind::Unknown)
}

/// Length of the byte order mark at the start, 0 if there is none.
#[must_use]
pub fn bom_len(first: &[u8]) -> usize {
    if first.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 }
}

/// Checks that bytes are UTF-8 for the most part. Stray bytes in a text that otherwise shows it is
/// UTF-8 are let through; reading counts them. `is_last` says that the bytes are the whole file.
///
/// # Errors
/// [`Error::NotUtf8`] with the first place.
pub fn check_utf8(first: &[u8], is_last: bool) -> Result<(), Error> {
    let (mut good, mut bad) = (0_usize, 0_usize);
    let mut place = None;
    let mut offset = 0;
    for chunk in first.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        offset += chunk.valid().len();
        let invalid = chunk.invalid();
        // A character cut off where the sample ends is no fault.
        let cut = !is_last && offset + invalid.len() == first.len();
        if !invalid.is_empty() && !cut {
            bad += 1;
            place.get_or_insert(offset);
        }
        offset += invalid.len();
    }
    match place {
        Some(offset) if bad > good => {
            let line = 1 + lines(&first[..offset]);
            Err(Error::NotUtf8 { line, offset: offset as u64 })
        }
        _ => Ok(()),
    }
}

/// The offset behind so many physical lines; `None` where the bytes end before and are not the last.
///
/// ```
/// use segmentlab::file::skip_lines;
/// assert_eq!(skip_lines(b"Sales\r\n\r\nid,sum\r\n", 2, true), Some(9));
/// assert_eq!(skip_lines(b"Sales", 1, false), None);
/// assert_eq!(skip_lines(b"Sales", 1, true), Some(5));
/// ```
#[must_use]
pub fn skip_lines(bytes: &[u8], lines: u32, is_last: bool) -> Option<usize> {
    let mut at = 0;
    for _ in 0..lines {
        let Some(end) = memchr::memchr2(b'\n', b'\r', &bytes[at..]) else {
            return is_last.then_some(bytes.len());
        };
        at += end + 1;
        if bytes[at - 1] == b'\r' {
            match bytes.get(at) {
                Some(b'\n') => at += 1,
                None if !is_last => return None,
                _ => {}
            }
        }
    }
    Some(at)
}

/// Line ends in the bytes.
fn lines(bytes: &[u8]) -> u64 {
    let feeds = memchr::memchr_iter(b'\n', bytes).count();
    let returns =
        memchr::memchr_iter(b'\r', bytes).filter(|&at| bytes.get(at + 1) != Some(&b'\n')).count();
    (feeds + returns) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_are_not_text() {
        let utf16: Vec<u8> = "id,date\r\n1,2".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for (bytes, kind) in [
            (&b"PK\x03\x04\x14\0"[..], BinaryKind::Zip),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0", BinaryKind::Ole),
            (b"%PDF-1.7", BinaryKind::Pdf),
            (b"\x1F\x8B\x08", BinaryKind::Gzip),
            (b"\x89PNG\r\n\x1A\n\0\0", BinaryKind::Image),
            (b"\xFF\xFEi\0d\0", BinaryKind::Utf16),
            (&utf16, BinaryKind::Utf16),
            (b"id,name\n1,\0\0\0", BinaryKind::Unknown),
            (b"\x01\x02\x03\x04", BinaryKind::Unknown),
        ] {
            assert_eq!(binary_kind(bytes), Some(kind), "{bytes:?}");
        }
        for text in ["id,date\n1,2\n", "编号\t日期\r\n", "", "P", "a\x1A"] {
            assert_eq!(binary_kind(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn utf8_is_judged_by_the_whole_sample() {
        assert_eq!(check_utf8("订单,金额\n".as_bytes(), true), Ok(()));
        // GBK for 订单.
        let gbk = b"id,x\r\n1,\xB6\xA9\xB5\xA5\r\n";
        assert_eq!(check_utf8(gbk, true), Err(Error::NotUtf8 { line: 2, offset: 8 }));
        let mut stray = "订单,金额,客户\n".as_bytes().to_vec();
        stray.push(0xE9);
        stray.push(b'\n');
        assert_eq!(check_utf8(&stray, true), Ok(()));
        let cut = &"a订".as_bytes()[..3];
        assert_eq!(check_utf8(cut, false), Ok(()));
        assert_eq!(check_utf8(cut, true), Err(Error::NotUtf8 { line: 1, offset: 1 }));
    }
}
