//! Records and their fields.

use memchr::memchr2;

use super::{Delimiter, MAX_LINE, MAX_RECORD, special};

/// One record: where it lies in the bytes, and its fields as they stand there.
#[derive(Debug, Clone)]
pub struct Record {
    /// First byte.
    pub start: usize,
    /// Behind the last byte, without the line end.
    pub end: usize,
    /// First byte of the next record.
    pub next: usize,
    /// Physical lines it takes up.
    pub lines: u64,
    /// Number of fields.
    pub fields: usize,
    /// Where the first fields begin and end; those beyond its length are only counted.
    spans: Vec<(u32, u32)>,
}

impl Record {
    /// An empty record with room for so many fields.
    #[must_use]
    pub fn new(room: usize) -> Self {
        Self { start: 0, end: 0, next: 0, lines: 0, fields: 0, spans: vec![(0, 0); room] }
    }

    /// A field as it stands in the bytes, quotes included; `None` where the record is shorter.
    #[inline]
    #[must_use]
    pub fn field<'a>(&self, bytes: &'a [u8], column: usize) -> Option<&'a [u8]> {
        if column >= self.fields {
            return None;
        }
        let &(start, end) = self.spans.get(column)?;
        bytes.get(start as usize..end as usize)
    }

    /// What stands behind the first fields for which there is room.
    #[must_use]
    pub fn beyond<'a>(&self, bytes: &'a [u8]) -> &'a [u8] {
        match self.spans.last() {
            Some(&(_, end)) if self.fields > self.spans.len() => &bytes[end as usize..self.end],
            _ => &[],
        }
    }

    /// The column in which a byte of the record lies; `None` behind those for which there is room.
    #[must_use]
    pub fn column_of(&self, at: usize) -> Option<usize> {
        let spans = &self.spans[..self.fields.min(self.spans.len())];
        spans.iter().position(|&(start, end)| (start as usize..=end as usize).contains(&at))
    }

    #[inline]
    fn push(&mut self, start: usize, end: usize) {
        if let Some(span) = self.spans.get_mut(self.fields) {
            *span = (start as u32, end as u32);
        }
        self.fields += 1;
    }
}

/// What the splitter came upon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A record.
    Record,
    /// A record in which a quote is opened and not closed: its first line, which has no fields.
    Unclosed,
    /// A record longer than [`MAX_LINE`].
    TooLong,
    /// A record that does not end within the bytes.
    Incomplete,
    /// No more bytes.
    End,
}

/// Splits bytes into records, as RFC 4180 says and a little more: `\n`, `\r\n` and `\r` end a line;
/// a quote in the middle of a field is a character like any other. A quote is taken for unclosed if
/// none follows within [`MAX_RECORD`], or if the one that follows stands on another line and does not
/// end a field: a stray quote costs the line it stands on, not all lines to the next quote.
///
/// What a record is depends on its first byte and what follows alone, never on how much of the file
/// lies in `bytes`.
#[derive(Debug)]
pub struct Splitter<'a, const BLANKS: bool> {
    bytes: &'a [u8],
    delimiter: u8,
    /// Whether the bytes reach the end of the file.
    is_last: bool,
    /// First byte of the next record.
    at: usize,
    /// The 64 bytes looked at.
    base: usize,
    /// Special bytes among them that were not yet come to.
    mask: u64,
}

impl<'a, const BLANKS: bool> Splitter<'a, BLANKS> {
    /// Splits from `at`, where a record must start. `BLANKS` goes with [`Delimiter::Blanks`].
    ///
    /// # Panics
    /// If the bytes are 4 GiB or more.
    #[must_use]
    pub fn new(bytes: &'a [u8], at: usize, delimiter: Delimiter, is_last: bool) -> Self {
        assert!(u32::try_from(bytes.len()).is_ok(), "blocks are smaller than 4 GiB");
        debug_assert_eq!(BLANKS, delimiter == Delimiter::Blanks);
        let mut splitter =
            Self { bytes, delimiter: delimiter.byte(), is_last, at, base: 0, mask: 0 };
        splitter.seek(at);
        splitter
    }

    /// First byte of the next record.
    #[must_use]
    pub fn at(&self) -> usize {
        self.at
    }

    fn seek(&mut self, at: usize) {
        self.at = at;
        self.base = at & !63;
        self.mask = if at < self.bytes.len() { self.load() & (u64::MAX << (at & 63)) } else { 0 };
    }

    #[inline]
    fn load(&self) -> u64 {
        match self.bytes[self.base..].first_chunk::<64>() {
            Some(chunk) => special::<BLANKS>(chunk, self.delimiter),
            None => self.load_rest(),
        }
    }

    #[cold]
    fn load_rest(&self) -> u64 {
        let rest = &self.bytes[self.base..];
        let mut chunk = [0; 64];
        chunk[..rest.len()].copy_from_slice(rest);
        special::<BLANKS>(&chunk, self.delimiter)
    }

    /// The next special byte; the number of bytes if there is none.
    #[inline(always)]
    fn special(&mut self) -> usize {
        while self.mask == 0 {
            if self.base + 64 >= self.bytes.len() {
                return self.bytes.len();
            }
            self.base += 64;
            self.mask = self.load();
        }
        let at = self.base + self.mask.trailing_zeros() as usize;
        self.mask &= self.mask - 1;
        at
    }

    /// Goes to the next record.
    #[inline]
    pub fn step(&mut self, record: &mut Record) -> Step {
        let bytes = self.bytes;
        let start = self.at;
        if start >= bytes.len() {
            return if self.is_last { Step::End } else { Step::Incomplete };
        }
        record.start = start;
        record.fields = 0;
        record.lines = 1;
        let mut field = start;
        loop {
            let at = self.special();
            let Some(&byte) = bytes.get(at) else {
                return self.run_out(record, field);
            };
            if byte == self.delimiter || (BLANKS && byte == b'\t') {
                if !BLANKS || at > field {
                    record.push(field, at);
                }
                field = at + 1;
            } else if byte == b'"' {
                if at == field
                    && let Some(step) = self.pass_quoted(record)
                {
                    return step;
                }
            } else {
                if byte == b'\r' {
                    match bytes.get(at + 1) {
                        Some(b'\n') => {
                            self.special();
                            record.next = at + 2;
                        }
                        None if !self.is_last => return self.incomplete(start),
                        _ => record.next = at + 1,
                    }
                } else {
                    record.next = at + 1;
                }
                if !BLANKS || at > field {
                    record.push(field, at);
                }
                record.end = at;
                self.at = record.next;
                if at - start > MAX_LINE {
                    return Step::TooLong;
                }
                return Step::Record;
            }
        }
    }

    /// The bytes end without a line end.
    #[cold]
    fn run_out(&mut self, record: &mut Record, field: usize) -> Step {
        let end = self.bytes.len();
        if !self.is_last {
            return self.incomplete(record.start);
        }
        if !BLANKS || end > field {
            record.push(field, end);
        }
        record.end = end;
        record.next = end;
        self.at = end;
        if end - record.start > MAX_LINE { Step::TooLong } else { Step::Record }
    }

    fn incomplete(&self, start: usize) -> Step {
        if self.bytes.len() - start > MAX_LINE + 1 { Step::TooLong } else { Step::Incomplete }
    }

    /// Goes behind the closing quote; gives the step that ends the record where there is none.
    #[inline]
    fn pass_quoted(&mut self, record: &mut Record) -> Option<Step> {
        let bytes = self.bytes;
        let limit = record.start + MAX_RECORD;
        let lines = record.lines;
        loop {
            let at = self.special();
            if at >= limit {
                return Some(self.unclosed(record));
            }
            match bytes.get(at) {
                Some(b'"') => match bytes.get(at + 1) {
                    Some(b'"') => {
                        self.special();
                    }
                    None if !self.is_last => return Some(self.incomplete(record.start)),
                    // A quote that closes lines away and ends no field is not the one that was meant.
                    Some(&next) if record.lines > lines && !self.ends_field(next) => {
                        return Some(self.unclosed(record));
                    }
                    _ => return None,
                },
                Some(b'\n') => record.lines += 1,
                // The line feed behind it counts the line.
                Some(b'\r') => record.lines += u64::from(bytes.get(at + 1) != Some(&b'\n')),
                Some(_) => {}
                None if self.is_last => return Some(self.unclosed(record)),
                None => return Some(self.incomplete(record.start)),
            }
        }
    }

    fn ends_field(&self, byte: u8) -> bool {
        byte == self.delimiter || matches!(byte, b'\n' | b'\r') || (BLANKS && byte == b'\t')
    }

    #[cold]
    fn unclosed(&mut self, record: &mut Record) -> Step {
        let bytes = self.bytes;
        let start = record.start;
        record.fields = 0;
        record.lines = 1;
        match memchr2(b'\n', b'\r', &bytes[start..]) {
            Some(length) => {
                record.end = start + length;
                let crlf = bytes[record.end..].starts_with(b"\r\n");
                if !crlf
                    && bytes[record.end] == b'\r'
                    && record.end + 1 == bytes.len()
                    && !self.is_last
                {
                    return self.incomplete(start);
                }
                record.next = record.end + if crlf { 2 } else { 1 };
            }
            None if self.is_last => {
                record.end = bytes.len();
                record.next = bytes.len();
            }
            None => return self.incomplete(start),
        }
        self.seek(record.next);
        if record.end - start > MAX_LINE { Step::TooLong } else { Step::Unclosed }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str, is_last: bool) -> (Vec<Vec<&str>>, Step) {
        let mut splitter = Splitter::<false>::new(text.as_bytes(), 0, Delimiter::Comma, is_last);
        let mut record = Record::new(100);
        let mut rows = Vec::new();
        loop {
            match splitter.step(&mut record) {
                Step::Record => rows.push(
                    (0..record.fields)
                        .map(|i| {
                            std::str::from_utf8(record.field(text.as_bytes(), i).unwrap()).unwrap()
                        })
                        .collect(),
                ),
                Step::Unclosed => rows.push(vec!["unclosed", &text[record.start..record.end]]),
                step => return (rows, step),
            }
        }
    }

    #[test]
    fn line_ends_of_all_kinds() {
        for text in ["a,b\nc,d\n", "a,b\r\nc,d\r\n", "a,b\rc,d\r", "a,b\r\nc,d", "a,b\rc,d\n"] {
            assert_eq!(
                split(text, true),
                (vec![vec!["a", "b"], vec!["c", "d"]], Step::End),
                "{text:?}"
            );
        }
    }

    #[test]
    fn a_carriage_return_at_the_end_of_the_bytes_waits_for_what_follows() {
        assert_eq!(split("a,b\r", false), (vec![], Step::Incomplete));
        assert_eq!(split("a,b\r\n", false), (vec![vec!["a", "b"]], Step::Incomplete));
        assert_eq!(split("\"a\"", false), (vec![], Step::Incomplete));
    }

    #[test]
    fn quotes_hide_delimiters_and_line_ends() {
        let (rows, step) = split("\"a,\"\"b\r\n\",c\n,\"\"\n5\" disc,x\"y\n", true);
        assert_eq!(step, Step::End);
        assert_eq!(
            rows,
            [vec!["\"a,\"\"b\r\n\"", "c"], vec!["", "\"\""], vec!["5\" disc", "x\"y"]]
        );
    }

    #[test]
    fn an_unclosed_quote_costs_one_line() {
        let (rows, step) = split("a,b\nc,\"d\ne,f\n", true);
        assert_eq!(
            (rows, step),
            (vec![vec!["a", "b"], vec!["unclosed", "c,\"d"], vec!["e", "f"]], Step::End)
        );
        assert_eq!(split("c,\"d\ne,f\n", false), (vec![], Step::Incomplete));
    }

    #[test]
    fn a_stray_quote_does_not_swallow_lines_to_the_next_quote() {
        for next in ["19\" monitor", "\"Smith, J\""] {
            let text = format!("1,\"big box,3\n2,x,4\n3,{next},5\n");
            let (rows, _) = split(&text, true);
            assert_eq!(rows[0], ["unclosed", "1,\"big box,3"]);
            assert_eq!(rows[1..], [vec!["2", "x", "4"], vec!["3", next, "5"]], "{next}");
        }
    }

    #[test]
    fn an_unclosed_quote_is_told_apart_at_the_limit_whatever_follows() {
        let closed = format!("\"{}\"\nx\n", "a".repeat(MAX_RECORD - 2));
        assert_eq!(split(&closed, true).0.len(), 2);
        let late = format!("\"{}\"\nx\n", "a".repeat(MAX_RECORD - 1));
        assert_eq!(split(&late, true).0[0][0], "unclosed");
        let cut = &late[..MAX_RECORD];
        assert_eq!(split(cut, false), (vec![], Step::Incomplete));
    }

    #[test]
    fn a_record_beyond_the_limit_stops() {
        let fits = "a".repeat(MAX_LINE);
        assert_eq!(split(&format!("{fits}\nx"), true).1, Step::End);
        assert_eq!(split(&format!("{fits}a\nx"), true).1, Step::TooLong);
        assert_eq!(split(&format!("{fits}a"), true).1, Step::TooLong);
        assert_eq!(split(&format!("{fits}a"), false).1, Step::Incomplete);
        assert_eq!(split(&format!("{fits}aa"), false).1, Step::TooLong);
    }

    #[test]
    fn blanks_come_in_runs() {
        let text = b"  1 \t 19970101  \"a b\"   \n\n 2";
        let mut splitter = Splitter::<true>::new(text, 0, Delimiter::Blanks, true);
        let mut record = Record::new(5);
        let mut fields = Vec::new();
        while splitter.step(&mut record) == Step::Record {
            fields.push(
                (0..record.fields).map(|i| record.field(text, i).unwrap()).collect::<Vec<_>>(),
            );
        }
        assert_eq!(fields, [vec![&b"1"[..], b"19970101", b"\"a b\""], vec![], vec![b"2"]]);
    }

    #[test]
    fn fields_without_room_are_counted_and_shown_as_one() {
        let mut splitter = Splitter::<false>::new(b"a,b,c,,\n", 0, Delimiter::Comma, true);
        let mut record = Record::new(2);
        assert_eq!(splitter.step(&mut record), Step::Record);
        assert_eq!((record.fields, record.beyond(b"a,b,c,,\n")), (5, &b",c,,"[..]));
    }
}
