//! Whether bytes are text at all.

use super::Encoding;
use crate::error::BinaryKind;

/// What the first bytes of a file say if it is not text in this encoding. A few NUL bytes make no binary.
#[must_use]
pub fn binary_kind(first: &[u8], encoding: Encoding) -> Option<BinaryKind> {
    let starts: [(&[u8], BinaryKind); 10] = [
        (b"PK\x03\x04", BinaryKind::Zip),
        (b"PK\x05\x06", BinaryKind::Zip),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", BinaryKind::Ole),
        (b"%PDF-", BinaryKind::Pdf),
        (b"\x1F\x8B", BinaryKind::Gzip),
        (b"\x89PNG\r\n\x1A\n", BinaryKind::Image),
        (b"\xFF\xD8\xFF", BinaryKind::Image),
        (b"GIF87a", BinaryKind::Image),
        (b"GIF89a", BinaryKind::Image),
        (b"II*\0", BinaryKind::Image),
    ];
    if let Some(&(_, kind)) = starts.iter().find(|(start, _)| first.starts_with(start)) {
        return Some(kind);
    }
    if encoding.unit() > 1 {
        return None;
    }
    let sample = &first[..first.len().min(64 << 10)];
    let control = |byte: u8| {
        matches!(byte, 1..0x20)
            && !matches!(byte, b'\t' | b'\n' | 0x0B | 0x0C | b'\r' | 0x1A | 0x1B)
    };
    let controls = sample.iter().filter(|&&byte| control(byte)).count();
    let zeros = sample.iter().filter(|&&byte| byte == 0).count();
    (zeros * 10 > sample.len() || controls * 50 > sample.len()).then_some(BinaryKind::Unknown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_are_not_text() {
        for (bytes, kind) in [
            (&b"PK\x03\x04\x14\0"[..], BinaryKind::Zip),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0", BinaryKind::Ole),
            (b"%PDF-1.7", BinaryKind::Pdf),
            (b"\x1F\x8B\x08", BinaryKind::Gzip),
            (b"\x89PNG\r\n\x1A\n\0\0", BinaryKind::Image),
            (b"id,name\n1,\0\0\0", BinaryKind::Unknown),
            (b"\x01\x02\x03\x04", BinaryKind::Unknown),
        ] {
            assert_eq!(binary_kind(bytes, Encoding::Utf8), Some(kind), "{bytes:?}");
        }
        let noise: Vec<u8> = (0..4096_u32).map(|at| ((at * at) >> 5) as u8).collect();
        assert_eq!(binary_kind(&noise, Encoding::Gb18030), Some(BinaryKind::Unknown));
        for text in ["id,date\n1,2\n", "编号\t日期\r\n", "", "P", "a\x1A", "id,name\n1,a\0b\n2,c\n"]
        {
            assert_eq!(binary_kind(text.as_bytes(), Encoding::Utf8), None, "{text}");
        }
        assert_eq!(binary_kind(b"i\0d\0,\0x\0", Encoding::Utf16Le), None);
    }
}
