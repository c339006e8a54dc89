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
    // Zeros behind the last line are padding, as a broken download leaves it.
    let padding = sample.iter().rev().take_while(|&&byte| byte == 0).count();
    let padding = if padding < sample.len() { padding } else { 0 };
    let sample = &sample[..sample.len() - padding];
    let control = |byte: u8| {
        matches!(byte, 1..0x20)
            && !matches!(byte, b'\t' | b'\n' | 0x0B | 0x0C | b'\r' | 0x1A | 0x1B)
    };
    let controls = sample.iter().filter(|&&byte| control(byte)).count();
    let zeros = sample.iter().filter(|&&byte| byte == 0).count();
    (zeros * 10 > sample.len() || controls * 50 > sample.len()).then_some(BinaryKind::Unknown)
}

/// What the start of some text says if it is no table of lines: a web page, XML or JSON.
#[must_use]
pub fn markup_kind(text: &[u8]) -> Option<BinaryKind> {
    let text = text.trim_ascii_start();
    let start = text[..text.len().min(1 << 10)].to_ascii_lowercase();
    let begins = |tags: &[&str]| tags.iter().any(|tag| start.starts_with(tag.as_bytes()));
    let is_json = |rest: &[u8], then: &[u8]| {
        rest.trim_ascii_start().first().is_some_and(|byte| then.contains(byte))
    };
    match start.first()? {
        b'<' if begins(&["<?xml"]) => {
            let is_page = memchr::memmem::find(&start, b"<html").is_some();
            Some(if is_page { BinaryKind::Html } else { BinaryKind::Xml })
        }
        b'<' if begins(&["<workbook", "<ss:workbook"]) => Some(BinaryKind::Xml),
        b'<' => begins(&[
            "<!doctype",
            "<!--",
            "<html",
            "<head",
            "<body",
            "<meta",
            "<style",
            "<table",
            "<tr",
            "<div",
            "<center",
        ])
        .then_some(BinaryKind::Html),
        b'm' => begins(&["mime-version:"]).then_some(BinaryKind::Html),
        b'[' => is_json(&start[1..], b"{[").then_some(BinaryKind::Json),
        b'{' => is_json(&start[1..], b"\"").then_some(BinaryKind::Json),
        _ => None,
    }
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
            (b"id,name\n1,\0\0\0x", BinaryKind::Unknown),
            (b"\0\0\0\0", BinaryKind::Unknown),
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
        assert_eq!(binary_kind(b"id,name\n1,a\n\0\0\0\0\0\0", Encoding::Utf8), None, "padding");
    }

    #[test]
    fn markup_is_no_table() {
        for (text, kind) in [
            ("\r\n<table border=1><tr>", BinaryKind::Html),
            ("<!DOCTYPE html>\n<html>", BinaryKind::Html),
            ("<?xml version=\"1.0\"?>\n<!DOCTYPE html>\n<HTML>", BinaryKind::Html),
            ("MIME-Version: 1.0\nX-Document-Type: Workbook", BinaryKind::Html),
            ("<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:", BinaryKind::Xml),
            ("[\n  {\"id\": 1}", BinaryKind::Json),
            ("{\"id\": 1}\n{\"id\": 2}", BinaryKind::Json),
        ] {
            assert_eq!(markup_kind(text.as_bytes()), Some(kind), "{text}");
        }
        for text in ["<5,>5\n1,2\n", "[id],[date]\n", "{id},date\n", "mime,type\n", "", "<NA>,1\n"]
        {
            assert_eq!(markup_kind(text.as_bytes()), None, "{text}");
        }
    }
}
