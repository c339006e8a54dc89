//! Which delimiter a file uses.

use std::collections::BTreeMap;

use super::{Delimiter, Record, Splitter, Step, is_blank, unquote};

/// Records that are judged by.
const JUDGED: usize = 200;

/// Columns beyond which a record is not taken apart.
const COLUMNS: usize = 1 << 16;

/// Records of a sample.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Cells {
    /// The values of each record; blank lines are passed over, and records with an unclosed quote, but for the first.
    pub rows: Vec<Vec<Vec<u8>>>,
    /// Physical line, counted from 0, on which each record starts; none of those that were joined.
    pub starts: Vec<u64>,
    /// Bytes these records take up.
    pub bytes: u64,
    /// Physical lines passed.
    pub lines: u64,
    /// Whether nothing of the bytes was left over.
    pub is_all: bool,
}

impl Cells {
    /// Adds the records of another sample.
    pub fn join(&mut self, mut other: Self) {
        self.rows.append(&mut other.rows);
        self.bytes += other.bytes;
        self.is_all = false;
    }
}

/// The first records of some text: at most `rows` of them and about `budget` cells; a record that
/// the bytes cut off is left out.
#[must_use]
pub fn cells(
    bytes: &[u8],
    delimiter: Delimiter,
    is_last: bool,
    rows: usize,
    budget: usize,
) -> Cells {
    if delimiter == Delimiter::Blanks {
        collect::<true>(bytes, delimiter, is_last, rows, budget)
    } else {
        collect::<false>(bytes, delimiter, is_last, rows, budget)
    }
}

fn collect<const BLANKS: bool>(
    bytes: &[u8],
    delimiter: Delimiter,
    is_last: bool,
    rows: usize,
    budget: usize,
) -> Cells {
    let mut splitter = Splitter::<BLANKS>::new(bytes, 0, delimiter, is_last);
    let mut record = Record::new((bytes.len() + 1).min(COLUMNS));
    let mut scratch = Vec::new();
    let mut found = Cells::default();
    let mut left = budget;
    while found.rows.len() < rows && left > 0 {
        match splitter.step(&mut record) {
            Step::Record => {
                if !is_blank(&bytes[record.start..record.end], delimiter.byte()) {
                    left = left.saturating_sub(record.fields);
                    let fields = (0..record.fields).map_while(|column| record.field(bytes, column));
                    found
                        .rows
                        .push(fields.map(|field| unquote(field, &mut scratch).to_vec()).collect());
                    found.starts.push(found.lines);
                }
            }
            // A stray quote in the header costs no names.
            Step::Unclosed if found.rows.is_empty() => {
                let line = &bytes[record.start..record.end];
                let fields = line.split(|&byte| byte == delimiter.byte());
                found.rows.push(
                    fields
                        .map(|field| field.iter().copied().filter(|&byte| byte != b'"').collect())
                        .collect(),
                );
                found.starts.push(found.lines);
            }
            Step::Unclosed => {}
            Step::TooLong | Step::Incomplete => return found,
            Step::End => {
                found.is_all = true;
                return found;
            }
        }
        found.lines += record.lines;
        found.bytes = record.next as u64;
    }
    found
}

/// The delimiter that cuts the first records most evenly into two or more fields; `None` if none does.
///
/// ```
/// use segmentlab::file::{Delimiter, sniff};
/// assert_eq!(sniff(b"a;b\n1,5;2\n", true), Some(Delimiter::Semicolon));
/// assert_eq!(sniff(b"one\ntwo\n", true), None);
/// ```
#[must_use]
pub fn sniff(bytes: &[u8], is_last: bool) -> Option<Delimiter> {
    let mut best: Option<(Delimiter, f64)> = None;
    for delimiter in [Delimiter::Comma, Delimiter::Tab, Delimiter::Semicolon, Delimiter::Pipe] {
        let (share, fields) = evenness(bytes, delimiter, is_last);
        if fields < 2 || share < 0.5 {
            continue;
        }
        // More fields are the better sign where the lines are cut about as evenly.
        let score = share + 0.02 * (fields.min(10) as f64);
        if best.is_none_or(|(_, other)| score > other) {
            best = Some((delimiter, score));
        }
    }
    // Blanks stand in ordinary text too, so they are asked last and must cut nearly all lines alike.
    best.map(|(delimiter, _)| delimiter).or_else(|| {
        let (share, fields) = evenness(bytes, Delimiter::Blanks, is_last);
        (fields >= 2 && share >= 0.9).then_some(Delimiter::Blanks)
    })
}

/// The most frequent number of fields, and the share of records that have it.
fn evenness(bytes: &[u8], delimiter: Delimiter, is_last: bool) -> (f64, usize) {
    let records = cells(bytes, delimiter, is_last, JUDGED, 200_000).rows;
    let mut counts = BTreeMap::new();
    for record in &records {
        *counts.entry(record.len()).or_insert(0_usize) += 1;
    }
    let most = counts.iter().max_by_key(|&(_, count)| count);
    most.map_or((0.0, 0), |(&fields, &count)| (count as f64 / records.len() as f64, fields))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delimiters() {
        for (text, delimiter) in [
            ("a,b\n1,2\n", Some(Delimiter::Comma)),
            ("a\tb\n1,5\t2,5\n", Some(Delimiter::Tab)),
            ("a;b;c\n1,5;2,5;3,5\n2,5;3;x\n", Some(Delimiter::Semicolon)),
            ("a|b\n1|2\n", Some(Delimiter::Pipe)),
            (" id  date\n 1 19970101\n", Some(Delimiter::Blanks)),
            ("id,name\n1,\"a;b\"\n2,\"c;d;e\"\n", Some(Delimiter::Comma)),
            ("a,b,c", Some(Delimiter::Comma)),
            ("one\ntwo\n", None),
            ("", None),
            ("Some words here.\nAnd a line of others that goes on.\nEnd.\n", None),
        ] {
            assert_eq!(sniff(text.as_bytes(), true), delimiter, "{text:?}");
        }
    }
}
