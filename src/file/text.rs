//! A stretch of a file as UTF-8 text, whatever the file is coded in.

use encoding_rs::DecoderResult;
use memchr::{memchr, memchr2_iter, memmem};

use super::{Encoding, Record};
use crate::issue::IssueCode;

/// The bytes of U+FFFD.
const LOST: &str = "\u{fffd}";

/// Bytes that Windows-1252 leaves undefined.
const UNDEFINED: [u8; 5] = [0x81, 0x8D, 0x8F, 0x90, 0x9D];

/// A place in the text that is not as in the file, or where the file itself lost a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// Byte of the text.
    pub at: usize,
    /// `BadBytes`, `LostCharacters` or `NulBytes`.
    pub code: IssueCode,
}

/// The codes of faults.
const FAULTS: [IssueCode; 3] =
    [IssueCode::BadBytes, IssueCode::LostCharacters, IssueCode::NulBytes];

/// A stretch of a file from the start of a record on, as UTF-8: what the encoding does not allow is replaced by
/// U+FFFD, NUL bytes are taken out, and both are noted. Bytes that need neither are used as they stand.
///
/// Line ends in the text and in the file correspond one to one, which is how places in the text are found in the file.
#[derive(Debug)]
pub struct Text<'a> {
    /// The text; what stands before [`at`](Self::at) is not part of it.
    pub bytes: &'a [u8],
    /// Where it begins in `bytes`.
    pub at: usize,
    /// Records that start in `bytes` before this place start in the file before the end of the stretch.
    pub until: usize,
    faults: Vec<Fault>,
    /// Faults before the records not yet asked for.
    passed: usize,
    raw: Option<Raw<'a>>,
}

/// The bytes a text was decoded from.
#[derive(Debug)]
struct Raw<'a> {
    bytes: &'a [u8],
    encoding: Encoding,
    is_last: bool,
    /// A place in the text behind a line end, and the same place in `bytes`.
    known: (usize, usize),
    /// Where the text begins in `bytes`.
    at: usize,
}

impl<'a> Text<'a> {
    /// The text of `bytes[at..]`, where a record starts; `until` is the end of the stretch in the bytes, which
    /// go on behind it, and `is_last` says that they reach the end of the file. `buffer` keeps what has to be decoded.
    ///
    /// ```
    /// use segmentlab::file::{Encoding, Text};
    /// let mut buffer = String::new();
    /// let text = Text::new(b"\xBF\xCD\xBB\xA7,7\n", 0, 7, true, Encoding::Gb18030, &mut buffer);
    /// assert_eq!(text.bytes, "客户,7\n".as_bytes());
    /// ```
    #[must_use]
    pub fn new(
        bytes: &'a [u8],
        at: usize,
        until: usize,
        is_last: bool,
        encoding: Encoding,
        buffer: &'a mut String,
    ) -> Self {
        let rest = &bytes[at..];
        let is_ascii = is_ascii(rest);
        let is_text = match encoding {
            Encoding::Utf16Le | Encoding::Utf16Be => false,
            Encoding::Utf8 => is_ascii || is_utf8(rest, is_last),
            _ => is_ascii,
        };
        if is_text && memchr(0, rest).is_none() {
            let mut faults = Vec::new();
            if !is_ascii {
                note_lost(bytes, at, &mut faults);
            }
            return Self { bytes, at, until, faults, passed: 0, raw: None };
        }
        buffer.clear();
        let mut faults = Vec::new();
        // A line end is a place where decoding can start anew.
        let stretch = &bytes[at..until.clamp(at, bytes.len())];
        let known = at + encoding.last_line_end(stretch);
        decode(encoding, &bytes[at..known], true, buffer, &mut faults);
        let known = (buffer.len(), known);
        decode(encoding, &bytes[known.1..], is_last, buffer, &mut faults);
        note_lost(buffer.as_bytes(), 0, &mut faults);
        // Behind the last line end before it a record starts, unless the stretch ends right there.
        let until = known.0 + usize::from(known.1 < until);
        let raw = Raw { bytes, encoding, is_last, known, at };
        Self { bytes: buffer.as_bytes(), at: 0, until, faults, passed: 0, raw: Some(raw) }
    }

    /// Where a record's start or the end of the text stands in the bytes that were given.
    #[must_use]
    pub fn place(&self, at: usize) -> usize {
        let Some(raw) = &self.raw else { return at };
        if raw.is_last && at == self.bytes.len() {
            return raw.bytes.len();
        }
        let (from, mut place) = if at < raw.known.0 { (0, raw.at) } else { raw.known };
        for _ in memchr2_iter(b'\n', b'\r', &self.bytes[from..at]) {
            let end = raw.encoding.line_end(raw.bytes, place);
            place = end.map_or(raw.bytes.len(), |end| end + raw.encoding.unit());
        }
        place
    }

    /// The first fault of each code in a record; records are asked for in order.
    #[inline]
    pub fn faults(&mut self, record: &Record) -> impl Iterator<Item = Fault> + use<'_, 'a> {
        // What was taken out at the very end of a file stands behind its last byte.
        let is_end =
            record.next == self.bytes.len() && self.raw.as_ref().is_some_and(|raw| raw.is_last);
        let end = (record.next + usize::from(is_end)).max(record.end + 1);
        let from = self.pass(record.start);
        let found = from..self.pass(end);
        let found = &self.faults[found];
        let codes = if found.is_empty() { &[][..] } else { &FAULTS };
        codes.iter().filter_map(|&code| found.iter().find(|fault| fault.code == code).copied())
    }

    /// Passes the faults before a place; the number of those passed so far.
    #[inline]
    fn pass(&mut self, place: usize) -> usize {
        while self.faults.get(self.passed).is_some_and(|fault| fault.at < place) {
            self.passed += 1;
        }
        self.passed
    }

    /// Places that the encoding does not allow.
    #[must_use]
    pub fn bad_bytes(&self) -> usize {
        self.faults.iter().filter(|fault| fault.code == IssueCode::BadBytes).count()
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

/// Whether bytes are UTF-8, but for a character cut off at the end where it goes on.
pub(super) fn is_utf8(bytes: &[u8], is_last: bool) -> bool {
    match std::str::from_utf8(bytes) {
        Ok(_) => true,
        Err(error) => error.error_len().is_none() && !is_last,
    }
}

fn is_ascii(bytes: &[u8]) -> bool {
    let (chunks, rest) = bytes.as_chunks::<64>();
    rest.is_ascii()
        && chunks.iter().all(|chunk| chunk.iter().fold(0, |bits, byte| bits | byte) < 0x80)
}

/// Appends what bytes say, and notes what is bad or taken out.
fn decode(
    encoding: Encoding,
    bytes: &[u8],
    is_last: bool,
    text: &mut String,
    faults: &mut Vec<Fault>,
) {
    let (start, known) = (text.len(), faults.len());
    text.reserve(bytes.len() + bytes.len() / 2 + 16);
    if encoding == Encoding::Windows1252 {
        for piece in bytes.split_inclusive(|byte| UNDEFINED.contains(byte)) {
            match piece.split_last() {
                Some((last, defined)) if UNDEFINED.contains(last) => {
                    decode_piece(encoding, defined, true, text, faults);
                    note_bad(text, faults);
                }
                _ => decode_piece(encoding, piece, true, text, faults),
            }
        }
    } else {
        decode_piece(encoding, bytes, is_last, text, faults);
    }
    if memchr(0, &text.as_bytes()[start..]).is_some() {
        take_nuls_out(text, start, faults, known);
    }
}

fn decode_piece(
    encoding: Encoding,
    mut bytes: &[u8],
    is_last: bool,
    text: &mut String,
    faults: &mut Vec<Fault>,
) {
    let mut decoder = encoding.coder().new_decoder_without_bom_handling();
    loop {
        let (result, read) = decoder.decode_to_string_without_replacement(bytes, text, is_last);
        bytes = &bytes[read..];
        match result {
            DecoderResult::InputEmpty => return,
            DecoderResult::OutputFull => text.reserve(bytes.len() + bytes.len() / 2 + 16),
            DecoderResult::Malformed(..) => note_bad(text, faults),
        }
    }
}

fn note_bad(text: &mut String, faults: &mut Vec<Fault>) {
    faults.push(Fault { at: text.len(), code: IssueCode::BadBytes });
    text.push_str(LOST);
}

/// Takes NUL bytes out of the text from `start` on, whose faults are those from `known` on.
fn take_nuls_out(text: &mut String, start: usize, faults: &mut Vec<Fault>, known: usize) {
    let with_nuls = text.split_off(start);
    let mut bad = faults.split_off(known).into_iter().peekable();
    let mut passed = start;
    for piece in with_nuls.split_inclusive('\0') {
        let end = passed + piece.len();
        while let Some(fault) = bad.next_if(|fault| fault.at < end) {
            faults.push(Fault { at: fault.at - passed + text.len(), ..fault });
        }
        let kept = piece.trim_end_matches('\0');
        text.push_str(kept);
        if kept.len() < piece.len() {
            faults.push(Fault { at: text.len(), code: IssueCode::NulBytes });
        }
        passed = end;
    }
}

/// Notes where U+FFFD stands in the file itself.
fn note_lost(text: &[u8], from: usize, faults: &mut Vec<Fault>) {
    let known = faults.len();
    for found in memmem::find_iter(&text[from..], LOST) {
        let at = from + found;
        let bad = Fault { at, code: IssueCode::BadBytes };
        let near = faults[..known].partition_point(|fault| fault.at < at);
        if !faults[near..known].iter().take_while(|fault| fault.at == at).any(|&fault| fault == bad)
        {
            faults.push(Fault { at, code: IssueCode::LostCharacters });
        }
    }
    if known > 0 && faults.len() > known {
        faults.sort_by_key(|fault| fault.at);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8], encoding: Encoding) -> (String, Vec<(usize, IssueCode)>) {
        let mut buffer = String::new();
        let text = Text::new(bytes, 0, bytes.len(), true, encoding, &mut buffer);
        let faults = text.faults.iter().map(|fault| (fault.at, fault.code)).collect();
        (String::from_utf8(text.bytes.to_vec()).unwrap(), faults)
    }

    #[test]
    fn faults_are_noted_where_they_stand() {
        use IssueCode::{BadBytes, LostCharacters, NulBytes};
        let utf8 = |bytes: &[u8]| text(bytes, Encoding::Utf8);
        assert_eq!(utf8("客,1\n".as_bytes()), ("客,1\n".into(), vec![]));
        assert_eq!(utf8("a\u{fffd}".as_bytes()), ("a\u{fffd}".into(), vec![(1, LostCharacters)]));
        assert_eq!(utf8(b"a\xFFb"), ("a\u{fffd}b".into(), vec![(1, BadBytes)]));
        assert_eq!(
            utf8(b"a\0\0b\0"),
            ("ab".into(), vec![(1, NulBytes), (1, NulBytes), (2, NulBytes)])
        );
        let mixed = b"\0\xFFx\xEF\xBF\xBD\n\0\xFE";
        let expected =
            vec![(0, NulBytes), (0, BadBytes), (4, LostCharacters), (8, NulBytes), (8, BadBytes)];
        assert_eq!(utf8(mixed), ("\u{fffd}x\u{fffd}\n\u{fffd}".into(), expected));
        // A GB18030 lead byte before a line end; half a unit at the end of UTF-16; an undefined byte.
        let gb = text(b"\xBF\n\xBF\xCD", Encoding::Gb18030);
        assert_eq!(gb, ("\u{fffd}\n客".into(), vec![(0, BadBytes)]));
        let wide = text(b"a\0\xFD\xFFb", Encoding::Utf16Le);
        assert_eq!(wide, ("a\u{fffd}\u{fffd}".into(), vec![(1, LostCharacters), (4, BadBytes)]));
        let western = text(b"\x80\x81\xE9", Encoding::Windows1252);
        assert_eq!(western, ("€\u{fffd}é".into(), vec![(3, BadBytes)]));
    }

    #[test]
    fn line_ends_of_text_and_file_correspond() {
        let line = "客戶|甲\r\n金額,\"一\n二\"\r";
        for encoding in [Encoding::Gb18030, Encoding::Big5, Encoding::Utf16Be, Encoding::Utf16Le] {
            let bytes: Vec<u8> = match encoding {
                Encoding::Utf16Be => line.encode_utf16().flat_map(u16::to_be_bytes).collect(),
                Encoding::Utf16Le => line.encode_utf16().flat_map(u16::to_le_bytes).collect(),
                _ => encoding.coder().encode(line).0.into_owned(),
            };
            let places = [0, "客戶|甲\r\n".len(), "客戶|甲\r\n金額,\"一\n".len(), line.len()];
            let units = |text: &str| match encoding.unit() {
                2 => 2 * text.encode_utf16().count(),
                _ => encoding.coder().encode(text).0.len(),
            };
            for until in 1..=bytes.len() {
                let mut buffer = String::new();
                let text = Text::new(&bytes, 0, until, true, encoding, &mut buffer);
                for &place in &places {
                    let raw = units(&line[..place]);
                    assert_eq!(text.place(place), raw, "{encoding:?} {until} {place}");
                    assert_eq!(place < text.until, raw < until, "{encoding:?} {until} {place}");
                }
            }
        }
    }
}
