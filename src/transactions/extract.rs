//! Raw rows of a file, copied out for a reason.

use serde::{Deserialize, Serialize};

use super::{Block, Evidence, Kept, Shard, Verdict};
use crate::file::{Splitter, Step, Text, skip_lines};
use crate::issue::IssueCode;
use crate::mapping::Duplicates;
use crate::table::Money;

/// Which rows are copied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(tag = "kind", content = "which", rename_all = "snake_case")]
pub enum Wanted {
    /// Rows with this issue.
    Issue(IssueCode),
    /// All rows set aside.
    SetAside,
    /// Refunds among the kept rows: negative amount or quantity, or a marked order id.
    Refunds(Option<OrderMark>),
}

/// Which order ids mark a refund.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct OrderMark {
    /// The id starts so.
    pub prefix: String,
    /// And goes on with digits only.
    pub digits: bool,
}

impl OrderMark {
    /// Whether an id is marked.
    ///
    /// ```
    /// use segmentlab::transactions::OrderMark;
    /// let mark = OrderMark { prefix: "C".into(), digits: true };
    /// assert!(mark.marks(b"C536379") && !mark.marks(b"C") && !mark.marks(b"CD-1"));
    /// ```
    #[must_use]
    pub fn marks(&self, id: &[u8]) -> bool {
        id.strip_prefix(self.prefix.as_bytes()).is_some_and(|rest| {
            !self.digits || (!rest.is_empty() && rest.iter().all(u8::is_ascii_digit))
        })
    }
}

/// The words of a file of rows: what stands before each row.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RowWords {
    /// The column of file names, where several files are read as one.
    pub file: Option<FileWords>,
    /// The header of this file stands above the rows of an earlier one already.
    pub without_header: bool,
    /// Name of the column of line numbers.
    pub line: String,
    /// Name of the column of reasons.
    pub reason: String,
    /// A word for each issue; the reason of those without one stays empty.
    pub reasons: Vec<(IssueCode, String)>,
    /// The word for a refund.
    pub refund: String,
}

/// The words of a column of file names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct FileWords {
    /// Name of the column.
    pub column: String,
    /// The file's name.
    pub name: String,
}

/// What came of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Extracted {
    /// Its rows.
    Rows(Rows),
    /// The last record does not end within the bytes given: the same call again, with more bytes.
    NeedMore,
}

/// Rows copied from one block.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Rows {
    /// File name where there are several, line number and reason, then the row as it stands in the file but in UTF-8,
    /// cut by the file's delimiter; before the rows of the first block the header, unless it stands above those of an
    /// earlier file. The row of an unclosed quote is one quoted field, lest it
    /// swallow those behind it.
    pub text: Vec<u8>,
    /// Rows looked at.
    pub rows: u64,
    /// Rows copied.
    pub copied: u64,
    /// Where the next block's first record starts in the file.
    pub end: u64,
    /// Physical line of that record, counted from 1.
    pub line: u64,
}

impl Shard {
    /// Copies the wanted rows of a block; blocks go in file order, each from where the one before ended:
    /// `duplicates` are the lines in this file of the rows that equal an earlier one, ascending, as
    /// [`Transactions::duplicates`](super::Transactions::duplicates) has them; `start` and `line` are 0 and 1 at the file's beginning, then [`Rows::end`] and [`Rows::line`].
    pub fn extract(
        &mut self,
        wanted: &Wanted,
        words: &RowWords,
        duplicates: &[u64],
        block: Block,
        start: u64,
        line: u64,
    ) -> Extracted {
        let rows = if self.judge.is_blanks() {
            self.copy::<true>(wanted, words, duplicates, block, start, line)
        } else {
            self.copy::<false>(wanted, words, duplicates, block, start, line)
        };
        rows.map_or(Extracted::NeedMore, Extracted::Rows)
    }

    fn copy<const BLANKS: bool>(
        &mut self,
        wanted: &Wanted,
        words: &RowWords,
        duplicates: &[u64],
        block: Block,
        start: u64,
        line: u64,
    ) -> Option<Rows> {
        let Self { judge, record, scratch, buffer, .. } = self;
        let Block { offset, until, is_last, .. } = block;
        let encoding = judge.plan.params.encoding;
        let mut rows = Rows { end: start, line, ..Rows::default() };
        if start >= until {
            return Some(rows);
        }
        let delimiter = judge.plan.params.delimiter;
        let mut at = (start - offset) as usize;
        let mut header = start == 0 && judge.plan.params.header;
        if start == 0 {
            at += encoding.mark_len(block.bytes);
        }
        let stretch = (until - offset) as usize;
        let mut text = Text::new(block.bytes, at, stretch, is_last, encoding, buffer);
        let (bytes, mut at) = (text.bytes, text.at);
        if start == 0 {
            let skip = judge.plan.params.skip_lines;
            at += skip_lines(&bytes[at..], skip, is_last)?;
            rows.line += u64::from(skip);
        }
        let mut splitter = Splitter::<BLANKS>::new(bytes, at, delimiter, is_last);
        let mut evidence = Evidence::default();
        while header || splitter.at() < text.until {
            let step = splitter.step(record);
            let verdict = match step {
                Step::Record if header && judge.is_blank(bytes, record) => Verdict::Blank,
                Step::Record | Step::Unclosed if header => {
                    header = false;
                    let raw = &bytes[record.start..record.next];
                    if !words.without_header {
                        let file = words.file.as_ref().map(|file| file.column.as_str());
                        put(
                            &mut rows.text,
                            file,
                            [&words.line, &words.reason],
                            delimiter.byte(),
                            raw,
                        );
                    }
                    Verdict::Blank
                }
                Step::Record => judge.judge(scratch, bytes, record, &mut evidence),
                Step::Unclosed => {
                    Verdict::Aside { code: IssueCode::UnclosedQuote, column: None, value: &[] }
                }
                // Reading stopped here with an error; there is nothing behind it.
                Step::TooLong | Step::End => break,
                Step::Incomplete => return None,
            };
            rows.rows += u64::from(!matches!(verdict, Verdict::Blank));
            let mut remarks: Vec<IssueCode> = Vec::new();
            if let Verdict::Kept(kept) = &verdict {
                remarks.extend(judge.remarks(kept).map(|(code, _)| code));
                let mut scratch = Vec::new();
                let bad = judge.measures(&mut scratch, bytes, record, &mut evidence, |_, _| {});
                remarks.extend(bad.map(|_| IssueCode::BadMeasure));
                if duplicates.binary_search(&rows.line).is_ok() {
                    remarks.push(match judge.plan.params.duplicates {
                        Duplicates::Keep => IssueCode::Duplicate,
                        Duplicates::Drop => IssueCode::DuplicateDropped,
                    });
                }
            }
            if !matches!(verdict, Verdict::Blank) {
                remarks.extend(text.faults(record).map(|fault| fault.code));
            }
            if let Some(word) = wanted.word(&verdict, &remarks, words) {
                let line = rows.line.to_string();
                let file = words.file.as_ref().map(|file| file.name.as_str());
                if step == Step::Unclosed {
                    let raw = quoted(&bytes[record.start..record.end]);
                    put(&mut rows.text, file, [&line, word], delimiter.byte(), &raw);
                } else {
                    put(
                        &mut rows.text,
                        file,
                        [&line, word],
                        delimiter.byte(),
                        &bytes[record.start..record.next],
                    );
                }
                rows.copied += 1;
            }
            rows.line += record.lines;
        }
        rows.end = offset + text.place(splitter.at()) as u64;
        Some(rows)
    }
}

impl Wanted {
    /// The word that stands before a row if it is wanted.
    fn word<'w>(
        &self,
        verdict: &Verdict,
        remarks: &[IssueCode],
        words: &'w RowWords,
    ) -> Option<&'w str> {
        match (self, verdict) {
            (Self::SetAside, Verdict::Aside { code, .. }) => Some(words.of(*code)),
            (Self::SetAside, Verdict::Kept(_))
                if remarks.contains(&IssueCode::DuplicateDropped) =>
            {
                Some(words.of(IssueCode::DuplicateDropped))
            }
            (Self::Issue(wanted), Verdict::Aside { code, .. }) if wanted == code => {
                Some(words.of(*code))
            }
            (Self::Issue(wanted), _) if remarks.contains(wanted) => Some(words.of(*wanted)),
            (Self::Refunds(mark), Verdict::Kept(kept))
                if !remarks.contains(&IssueCode::DuplicateDropped) =>
            {
                is_refund(kept, mark.as_ref()).then_some(&words.refund)
            }
            _ => None,
        }
    }
}

impl RowWords {
    fn of(&self, code: IssueCode) -> &str {
        self.reasons.iter().find(|(known, _)| *known == code).map_or("", |(_, word)| word)
    }
}

fn is_refund(kept: &Kept, mark: Option<&OrderMark>) -> bool {
    kept.amount < Money(0) || kept.returned || mark.is_some_and(|mark| mark.marks(kept.order.text))
}

/// Puts fields before a row, and a line end behind it if it has none.
fn put(text: &mut Vec<u8>, file: Option<&str>, fields: [&str; 2], delimiter: u8, row: &[u8]) {
    for field in file.into_iter().chain(fields).map(str::as_bytes) {
        if field.iter().any(|&byte| byte == delimiter || matches!(byte, b'"' | b'\n' | b'\r')) {
            text.extend_from_slice(&quoted(field));
        } else {
            text.extend_from_slice(field);
        }
        text.push(delimiter);
    }
    text.extend_from_slice(row);
    if !row.ends_with(b"\n") && !row.ends_with(b"\r") {
        text.push(b'\n');
    }
}

fn quoted(field: &[u8]) -> Vec<u8> {
    let mut quoted = vec![b'"'];
    for &byte in field {
        quoted.extend_from_slice(if byte == b'"' { b"\"\"" } else { std::slice::from_ref(&byte) });
    }
    quoted.push(b'"');
    quoted
}
