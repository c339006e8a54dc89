//! What holds for splitting any text into records: what was written comes back, however it is quoted; the
//! splitter agrees with a reader that goes byte by byte.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use proptest::prelude::*;

use segmentlab::file::{Delimiter, Record, Splitter, Step, unquote};

const DELIMITERS: [Delimiter; 4] =
    [Delimiter::Comma, Delimiter::Semicolon, Delimiter::Tab, Delimiter::Pipe];

/// What a record is to be: its cells, or the first line of one with an unclosed quote.
#[derive(Debug, PartialEq)]
enum Row {
    Cells(Vec<Vec<u8>>),
    Unclosed(Vec<u8>),
}

/// The splitter's records and the lines they take up.
fn split(text: &[u8], delimiter: Delimiter) -> (Vec<Row>, u64) {
    let mut splitter = Splitter::<false>::new(text, 0, delimiter, true);
    let mut record = Record::new(text.len() + 1);
    let mut scratch = Vec::new();
    let (mut rows, mut lines) = (Vec::new(), 0);
    loop {
        match splitter.step(&mut record) {
            Step::Record => {
                let cells = (0..record.fields).map(|column| record.field(text, column).unwrap());
                rows.push(Row::Cells(
                    cells.map(|cell| unquote(cell, &mut scratch).to_vec()).collect(),
                ));
            }
            Step::Unclosed => rows.push(Row::Unclosed(text[record.start..record.end].to_vec())),
            Step::End => return (rows, lines),
            step => panic!("{step:?}"),
        }
        lines += record.lines;
    }
}

/// RFC 4180 byte by byte, with the same leniences.
fn oracle(text: &[u8], delimiter: u8) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let start = at;
        let mut cells = vec![Vec::new()];
        let mut field_start = true;
        let mut quoted = false;
        let mut breaks = false;
        loop {
            let byte = text.get(at).copied();
            let next = text.get(at + 1).copied();
            match byte {
                // Nothing closes it, or a quote on another line that does not end a field.
                _ if quoted
                    && (byte.is_none()
                        || breaks
                            && byte == Some(b'"')
                            && next.is_some_and(|next| {
                                next != b'"' && next != delimiter && next != b'\n' && next != b'\r'
                            })) =>
                {
                    let line =
                        text[start..].iter().take_while(|&&byte| byte != b'\n' && byte != b'\r');
                    let end = start + line.count();
                    rows.push(Row::Unclosed(text[start..end].to_vec()));
                    at = end + if text[end..].starts_with(b"\r\n") { 2 } else { 1 };
                    break;
                }
                Some(b'"') if quoted && next == Some(b'"') => {
                    cells.last_mut().unwrap().push(b'"');
                    at += 2;
                    continue;
                }
                Some(b'"') if quoted => quoted = false,
                Some(byte) if quoted => {
                    breaks |= byte == b'\n' || byte == b'\r';
                    cells.last_mut().unwrap().push(byte);
                }
                Some(b'"') if field_start => (quoted, breaks) = (true, false),
                Some(byte) if byte == delimiter => {
                    cells.push(Vec::new());
                    field_start = true;
                    at += 1;
                    continue;
                }
                None | Some(b'\n' | b'\r') => {
                    at += if byte == Some(b'\r') && next == Some(b'\n') { 2 } else { 1 };
                    rows.push(Row::Cells(cells));
                    break;
                }
                Some(byte) => cells.last_mut().unwrap().push(byte),
            }
            field_start = false;
            at += 1;
        }
    }
    rows
}

/// Whether a cell has to be quoted.
fn needs_quotes(cell: &str, delimiter: char) -> bool {
    cell.starts_with('"') || cell.contains(['\n', '\r', delimiter])
}

fn write(table: &[Vec<String>], quotes: &[bool], delimiter: u8, end: &str, ends: bool) -> String {
    let delimiter = char::from(delimiter);
    let mut quotes = quotes.iter().cycle();
    let mut text = String::new();
    for (row, cells) in table.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            if column > 0 {
                text.push(delimiter);
            }
            // A last line of one empty cell would not be there at all without quotes.
            let vanishes = cells.len() == 1 && cell.is_empty() && row + 1 == table.len() && !ends;
            if *quotes.next().unwrap() || needs_quotes(cell, delimiter) || vanishes {
                text += &format!("\"{}\"", cell.replace('"', "\"\""));
            } else {
                text += cell;
            }
        }
        if ends || row + 1 < table.len() {
            text += end;
        }
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn the_splitter_agrees_with_the_oracle(
        pieces in proptest::collection::vec(
            prop_oneof![Just("\""), Just(","), Just("\n"), Just("\r"), Just("\r\n"), Just("\"\""), Just("x"),
                Just("some longer text"), Just("客户"), Just(",\""), Just("\",")],
            0..120,
        ),
    ) {
        let text = pieces.concat();
        prop_assert_eq!(split(text.as_bytes(), Delimiter::Comma).0, oracle(text.as_bytes(), b','));
    }

    #[test]
    fn what_was_written_comes_back(
        table in proptest::collection::vec(
            proptest::collection::vec("[a-z0-9客,;|\t\"\n\r ]{0,12}", 1..8), 0..30),
        quotes in proptest::collection::vec(any::<bool>(), 1..20),
        delimiter in 0..DELIMITERS.len(),
        end in prop_oneof![Just("\n"), Just("\r\n"), Just("\r")],
        ends: bool,
    ) {
        let delimiter = DELIMITERS[delimiter];
        let text = write(&table, &quotes, delimiter.byte(), end, ends);
        let expected: Vec<Row> = table
            .iter()
            .map(|row| Row::Cells(row.iter().map(|cell| cell.as_bytes().to_vec()).collect()))
            .collect();
        let (rows, lines) = split(text.as_bytes(), delimiter);
        prop_assert_eq!(rows, expected);
        let units = text.replace("\r\n", "\n").replace('\r', "\n");
        prop_assert_eq!(lines, units.matches('\n').count() as u64 + u64::from(!ends && !table.is_empty()));
    }
}
