//! A sheet as text: one line per row, cells divided by commas.

use std::io::Write;
use std::ops::ControlFlow;

use super::{MAX_COLUMNS, MAX_ROWS, MAX_TEXT, broken};
use crate::error::Error;

/// Why the text of a sheet was not put out to its end.
#[derive(Debug, PartialEq)]
pub(super) enum Stop {
    /// Whoever takes the text wants no more of it.
    Stopped,
    /// It cannot be read.
    Failed(Error),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

/// The first rows, so many, are made equally long, so that every column shows in the header, named or not.
const EVEN_ROWS: u32 = 1000;

/// Rows among which the header is.
const TOP_ROWS: usize = 30;

/// What takes a piece of text, and the rows that were put out so far.
pub(super) type Sink<'a> = dyn FnMut(&[u8], u32) -> ControlFlow<()> + 'a;

/// Puts cells out in pieces; cells come row by row, from left to right.
pub(super) struct SheetText<'a> {
    text: Vec<u8>,
    piece: usize,
    sink: &'a mut Sink<'a>,
    /// Row and column of the cell last put out.
    row: u32,
    column: Option<u32>,
    /// Where the first rows end and how many cells they have, until they are put out.
    first: Option<Vec<(usize, u32)>>,
    bytes: u64,
}

impl<'a> SheetText<'a> {
    /// Pieces are a little longer than `piece` bytes and end with a line; the first holds as many rows as are made
    /// equally long.
    pub(super) fn new(piece: usize, sink: &'a mut Sink<'a>) -> Self {
        Self {
            text: Vec::new(),
            piece,
            sink,
            row: 0,
            column: None,
            first: Some(Vec::new()),
            bytes: 0,
        }
    }

    /// Goes to a cell, counted from 0, and gives the place for its value.
    #[inline]
    pub(super) fn at(&mut self, row: u32, column: u32) -> Result<&mut Vec<u8>, Stop> {
        if row != self.row {
            self.go_to(row)?;
        }
        let commas = match self.column {
            None => column,
            Some(last) if last < column => column - last,
            Some(_) => return Err(broken().into()),
        };
        if column >= MAX_COLUMNS {
            return Err(broken().into());
        }
        for _ in 0..commas {
            self.text.push(b',');
        }
        self.column = Some(column);
        Ok(&mut self.text)
    }

    /// The line that was put out last, once more for each of the next rows.
    pub(super) fn repeat(&mut self, times: u32) -> Result<(), Stop> {
        if self.column.is_none() {
            return Ok(());
        }
        let start = memchr::memrchr(b'\n', &self.text).map_or(0, |at| at + 1);
        let line = self.text[start..].to_vec();
        let (row, column) = (self.row, self.column);
        for next in (row + 1..).take(times as usize) {
            self.go_to(next)?;
            self.text.extend_from_slice(&line);
            self.column = column;
        }
        Ok(())
    }

    fn go_to(&mut self, row: u32) -> Result<(), Stop> {
        if row < self.row || row >= MAX_ROWS {
            return Err(broken().into());
        }
        self.note_length();
        for _ in self.row..row {
            self.text.push(b'\n');
        }
        (self.row, self.column) = (row, None);
        if self.text.len() >= self.piece && (self.first.is_none() || row >= EVEN_ROWS) {
            self.put()
        } else {
            Ok(())
        }
    }

    /// Notes how long one of the first rows is.
    fn note_length(&mut self) {
        if let (Some(first), Some(column)) = (&mut self.first, self.column)
            && self.row < EVEN_ROWS
        {
            first.push((self.text.len(), column + 1));
        }
    }

    /// Makes the first rows equally long, blank ones left out.
    fn make_even(&mut self) {
        let first = self.first.take().unwrap_or_default();
        let mut lengths: Vec<u32> = first.iter().map(|&(_, cells)| cells).collect();
        let top = lengths.iter().take(TOP_ROWS).max().copied().unwrap_or(0);
        lengths.sort_unstable();
        // A stray note far to the right makes no columns.
        let usual = lengths.get((lengths.len() * 99).div_ceil(100).saturating_sub(1));
        let columns = top.max(usual.copied().unwrap_or(0));
        let mut even = Vec::with_capacity(self.text.len());
        let mut from = 0;
        for (end, cells) in first {
            even.extend_from_slice(&self.text[from..end]);
            even.extend((cells..columns).map(|_| b','));
            from = end;
        }
        even.extend_from_slice(&self.text[from..]);
        self.text = even;
    }

    /// Ends the last line and puts out what is left.
    pub(super) fn finish(mut self) -> Result<(), Stop> {
        self.note_length();
        if self.column.is_some() {
            self.text.push(b'\n');
            self.row += 1;
        }
        self.put()
    }

    fn put(&mut self) -> Result<(), Stop> {
        if self.first.is_some() {
            self.make_even();
        }
        self.bytes += self.text.len() as u64;
        if self.bytes > MAX_TEXT {
            return Err(Error::WorkbookTooLarge { bytes: self.bytes, limit: MAX_TEXT }.into());
        }
        let flow = (self.sink)(&self.text, self.row);
        self.text.clear();
        if flow.is_break() { Err(Stop::Stopped) } else { Ok(()) }
    }
}

/// Appends text as a quoted field of one line: line breaks and tabs become a blank, other control characters go,
/// and what is not UTF-8 is replaced. Text of nothing appends nothing.
pub(super) fn put_text(text: &[u8], into: &mut Vec<u8>) {
    if text.is_empty() {
        return;
    }
    into.push(b'"');
    if std::str::from_utf8(text).is_ok() {
        put_clean(text, into);
    } else {
        put_clean(String::from_utf8_lossy(text).as_bytes(), into);
    }
    into.push(b'"');
}

fn put_clean(text: &[u8], into: &mut Vec<u8>) {
    let mut rest = text;
    while let Some(at) = rest.iter().position(|&byte| byte < b' ' || byte == b'"') {
        into.extend_from_slice(&rest[..at]);
        let found = rest[at];
        rest = &rest[at + 1..];
        match found {
            b'"' => into.extend_from_slice(b"\"\""),
            b'\r' if rest.first() == Some(&b'\n') => {}
            b'\r' | b'\n' | b'\t' => into.push(b' '),
            _ => {}
        }
    }
    into.extend_from_slice(rest);
}

/// Appends a number in the shortest form that reads back exactly, without an exponent.
pub(super) fn put_number(value: f64, into: &mut Vec<u8>) {
    // Writing to memory does not fail; -0 is 0.
    let _ = write!(into, "{}", value + 0.0);
}

/// Appends a boolean.
pub(super) fn put_boolean(value: bool, into: &mut Vec<u8>) {
    into.extend_from_slice(if value { b"TRUE" } else { b"FALSE" });
}

/// Appends a date or a time as XML writes them (`2017-04-27`, `2017-04-27T08:26:00.5Z`): the date bare, fractions of a
/// second left out; anything else as text.
pub(super) fn put_iso(text: &[u8], into: &mut Vec<u8>) {
    let shape = |text: &[u8], shape: &[u8]| {
        text.len() == shape.len()
            && text.iter().zip(shape).all(|(byte, shape)| match shape {
                b'0' => byte.is_ascii_digit(),
                other => byte == other,
            })
    };
    let (day, time) = match memchr::memchr2(b'T', b' ', text) {
        Some(at) => (&text[..at], Some(&text[at + 1..])),
        None => (text, None),
    };
    let time = time.map(|time| &time[..time.len().min(8)]);
    if !shape(day, b"0000-00-00") || time.is_some_and(|time| !shape(time, b"00:00:00")) {
        return put_text(text, into);
    }
    into.extend_from_slice(day);
    if let Some(time) = time.filter(|time| *time != b"00:00:00") {
        into.push(b' ');
        into.extend_from_slice(time);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(write: impl Fn(&mut Vec<u8>)) -> String {
        let mut into = Vec::new();
        write(&mut into);
        String::from_utf8(into).unwrap()
    }

    #[test]
    fn values() {
        for (number, text) in [
            (17_850.0, "17850"),
            (12.5, "12.5"),
            (2.55, "2.55"),
            (-0.0, "0"),
            (-3.0, "-3"),
            (0.1 + 0.2, "0.30000000000000004"),
            (1e21, "1000000000000000000000"),
            (1e-7, "0.0000001"),
        ] {
            assert_eq!(put(|into| put_number(number, into)), text);
        }
        for (text, field) in [
            ("", ""),
            ("a,b", "\"a,b\""),
            ("5\" disc", "\"5\"\" disc\""),
            ("a\r\nb\nc\rd\te", "\"a b c d e\""),
            ("a\0b\u{1}c", "\"abc\""),
            ("00123", "\"00123\""),
        ] {
            assert_eq!(put(|into| put_text(text.as_bytes(), into)), field);
        }
        assert_eq!(put(|into| put_text(b"a\xFFb", into)), "\"a\u{FFFD}b\"");
        for (text, field) in [
            ("2017-04-27", "2017-04-27"),
            ("2017-04-27T08:26:00", "2017-04-27 08:26:00"),
            ("2017-04-27T00:00:00.000", "2017-04-27"),
            ("2017-04-27T08:26:00.500Z", "2017-04-27 08:26:00"),
            ("2017", "\"2017\""),
        ] {
            assert_eq!(put(|into| put_iso(text.as_bytes(), into)), field);
        }
    }

    fn lines(piece: usize, cells: &[(u32, u32)]) -> Result<(String, Vec<usize>), Stop> {
        let mut all = Vec::new();
        let mut pieces = Vec::new();
        let mut sink = |text: &[u8], _: u32| {
            all.extend_from_slice(text);
            pieces.push(text.len());
            ControlFlow::Continue(())
        };
        let mut text = SheetText::new(piece, &mut sink);
        for &(row, column) in cells {
            text.at(row, column)?.push(b'x');
        }
        text.finish()?;
        Ok((String::from_utf8(all).unwrap(), pieces))
    }

    #[test]
    fn line_n_is_row_n() {
        let cells = [(0, 1), (0, 3), (2, 0), (2, 1), (5, 2)];
        let expected = ",x,,x\n\nx,x,,\n\n\n,,x,\n";
        assert_eq!(lines(1 << 20, &cells).unwrap(), (expected.to_owned(), vec![expected.len()]));
        let later = [cells.as_slice(), &[(1000, 0), (1001, 1), (1001, 4)]].concat();
        let expected = [expected, &"\n".repeat(994), "x\n,x,,,x\n"].concat();
        let (text, pieces) = lines(1, &later).unwrap();
        assert_eq!((text, pieces.len()), (expected, 3));
    }

    #[test]
    fn cells_out_of_order_are_a_fault() {
        for cells in
            [[(1, 0), (0, 0)], [(0, 1), (0, 1)], [(0, 1), (0, 0)], [(0, 0), (9_999_999, 0)]]
        {
            assert_eq!(lines(1, &cells).err(), Some(Stop::Failed(broken())), "{cells:?}");
        }
    }
}
