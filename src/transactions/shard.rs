//! One block of a file, parsed on its own.

use super::{
    Chunk, Evidence, Judge, Kept, NO_CODE, Notes, Part, PartFacts, Scratch, Verdict, fingerprint,
};
use crate::file::{Encoding, FirstLine, Record, Splitter, Step, Text, skip_lines, unquote};
use crate::issue::IssueCode;
use crate::mapping::ReadPlan;
use crate::table::{Dictionary, Interner, trim};

/// Where reading starts in the bytes given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// With the first record at or after this offset in the file, where the block begins, taking it that it stands
    /// outside quotes. The bytes begin two bytes before it, or at the file's beginning.
    Speculative(u64),
    /// At this offset in the file. 0 is the file's beginning: byte order mark and header are passed over.
    At(u64),
}

/// The bytes of a block and where they stand.
#[derive(Debug, Clone, Copy)]
pub struct Block<'a> {
    /// Number of the block in its file, counted from 0.
    pub number: u32,
    /// The bytes: the block and some way beyond; before a speculative start also the two bytes before it.
    pub bytes: &'a [u8],
    /// Where the bytes begin in the file.
    pub offset: u64,
    /// Where the block ends in the file.
    pub until: u64,
    /// Whether the bytes reach the end of the file.
    pub is_last: bool,
}

/// What came of a block.
#[derive(Debug, Clone, PartialEq)]
pub enum Parsed {
    /// Its records.
    Part(Box<Part>),
    /// The last record does not end within the bytes given: the same call again, with more bytes.
    NeedMore,
}

/// Parses blocks by a plan. Calls do not depend on each other: any shard may parse any block at any time.
#[derive(Debug)]
pub struct Shard {
    pub(super) judge: Judge,
    pub(super) record: Record,
    pub(super) scratch: Scratch,
    /// Holds the text of blocks that have to be decoded.
    pub(super) buffer: String,
    strings: Strings,
}

impl Shard {
    /// A shard for a plan.
    #[must_use]
    pub fn new(plan: ReadPlan) -> Self {
        let attributes = plan.attributes.iter().map(|_| Interner::new()).collect();
        let judge = Judge::new(plan);
        let record = judge.record();
        let strings = Strings {
            customers: Interner::new(),
            orders: Interner::new(),
            attributes,
            scratch: Vec::new(),
        };
        Self { judge, record, scratch: Scratch::default(), buffer: String::new(), strings }
    }

    /// Parses the records that start in a block.
    pub fn parse(&mut self, block: Block, start: Start) -> Parsed {
        let part = if self.judge.is_blanks() {
            self.read::<true>(block, start)
        } else {
            self.read::<false>(block, start)
        };
        let (customers, orders, attributes) = self.strings.take();
        match part {
            Some((facts, rows)) => {
                let KeptRows { chunk, prints, leads } = rows;
                let part = Part { facts, chunk, prints, leads, customers, orders, attributes };
                Parsed::Part(Box::new(part))
            }
            None => Parsed::NeedMore,
        }
    }

    fn read<const BLANKS: bool>(
        &mut self,
        block: Block,
        start: Start,
    ) -> Option<(PartFacts, KeptRows)> {
        let Self { judge, record, scratch, buffer, strings } = self;
        let Block { offset, until, .. } = block;
        let encoding = judge.plan.params.encoding;
        let start = match start {
            Start::At(start) => start,
            Start::Speculative(from) => first_start(block, from, encoding)?,
        };
        let mut facts =
            PartFacts { block: block.number, until, start, end: start, ..PartFacts::default() };
        let chunk = strings.chunk(judge.plan.measures.len());
        let mut rows = KeptRows { chunk, ..KeptRows::default() };
        if start >= until {
            return Some((facts, rows));
        }
        let mut at = (start - offset) as usize;
        // The header belongs to the first block, however far it reaches.
        let mut header = start == 0 && judge.plan.params.header;
        if start == 0 {
            at += encoding.mark_len(block.bytes);
        }
        let stretch = (until - offset) as usize;
        let mut text = Text::new(block.bytes, at, stretch, block.is_last, encoding, buffer);
        let (bytes, mut at) = (text.bytes, text.at);
        if start == 0 {
            let skip = judge.plan.params.skip_lines;
            at += skip_lines(&bytes[at..], skip, block.is_last)?;
            facts.lines = skip.into();
        }
        let mut splitter =
            Splitter::<BLANKS>::new(bytes, at, judge.plan.params.delimiter, block.is_last);
        let mut evidence = Evidence::default();
        let mut notes = Notes::default();
        while header || splitter.at() < text.until {
            let step = splitter.step(record);
            evidence.line = facts.lines;
            let known = facts.rows;
            match step {
                Step::Record if header => {
                    header = judge.is_blank(bytes, record);
                    facts.blank_lines += if header { record.lines } else { 0 };
                }
                Step::Record => match judge.judge(scratch, bytes, record, &mut evidence) {
                    Verdict::Kept(kept) => {
                        rows.note(facts.lines, facts.kept, &bytes[record.start..record.end]);
                        facts.rows += 1;
                        facts.kept += 1;
                        strings.keep(&mut rows.chunk, &kept, &judge.plan, bytes, record);
                        if kept.has_remarks() {
                            for (code, column) in judge.remarks(&kept) {
                                let value =
                                    column.and_then(|column| record.field(bytes, column as usize));
                                notes.add(
                                    code,
                                    facts.lines,
                                    column,
                                    value.unwrap_or(&bytes[record.start..record.end]),
                                );
                            }
                        }
                        if !judge.plan.measures.is_empty() {
                            let columns = &mut rows.chunk.measures;
                            let keep = |at: usize, value| columns[at].push(value);
                            let [.., scratch] = scratch;
                            let bad = judge.measures(scratch, bytes, record, &mut evidence, keep);
                            if let Some((column, value)) = bad {
                                let code = IssueCode::BadMeasure;
                                notes.add(code, facts.lines, Some(column), value);
                            }
                        }
                    }
                    Verdict::Aside { code, column, value } => {
                        facts.rows += 1;
                        notes.add(code, facts.lines, column, value);
                    }
                    Verdict::Blank => facts.blank_lines += record.lines,
                },
                Step::Unclosed if header => header = false,
                Step::Unclosed => {
                    facts.rows += 1;
                    notes.add(
                        IssueCode::UnclosedQuote,
                        facts.lines,
                        None,
                        &bytes[record.start..record.end],
                    );
                }
                Step::TooLong => {
                    facts.too_long = Some(facts.lines);
                    break;
                }
                Step::Incomplete => return None,
                Step::End => break,
            }
            if facts.rows > known {
                for fault in text.faults(record) {
                    let column = record.column_of(fault.at);
                    let value = column.and_then(|column| record.field(bytes, column));
                    let value = value.unwrap_or(&bytes[record.start..record.end]);
                    notes.add(fault.code, facts.lines, column.map(|column| column as u32), value);
                }
            }
            facts.lines += record.lines;
        }
        facts.end = offset + text.place(splitter.at()) as u64;
        facts.dates = evidence.dates;
        facts.numbers = evidence.numbers;
        facts.witnesses = evidence.witnesses;
        facts.first_day = evidence.days.map(|(first, _)| first);
        facts.last_day = evidence.days.map(|(_, last)| last);
        facts.issues = notes.into_issues();
        Some((facts, rows))
    }
}

/// What is known of the kept rows of a block.
#[derive(Debug, Default)]
struct KeptRows {
    chunk: Chunk,
    prints: Vec<u64>,
    leads: Vec<u32>,
}

impl KeptRows {
    /// Notes the next kept row, and where it stands if that is not where the rows before let expect it.
    #[inline]
    fn note(&mut self, line: u64, row: u64, text: &[u8]) {
        self.prints.push(fingerprint(text));
        let lead = (line - row) as u32;
        if self.leads.last().copied().unwrap_or(0) != lead {
            self.leads.extend([row as u32, lead]);
        }
    }
}

/// Where the first record of a block starts, if the block's beginning stands outside quotes; the
/// block's end if no line ends in it, for then no record can start there. `None`: more bytes are needed.
fn first_start(block: Block, from: u64, encoding: Encoding) -> Option<u64> {
    let Block { bytes, offset, until, is_last, .. } = block;
    match encoding.first_line(bytes, offset, from, is_last) {
        FirstLine::At(start) => Some(start.min(until)),
        FirstLine::None => Some(until),
        FirstLine::NeedMore => None,
    }
}

/// The strings of a part and the columns that point to them.
#[derive(Debug)]
struct Strings {
    customers: Interner,
    orders: Interner,
    attributes: Vec<Interner>,
    scratch: Vec<u8>,
}

impl Strings {
    fn chunk(&self, measures: usize) -> Chunk {
        Chunk {
            measures: vec![Vec::new(); measures],
            attributes: self.attributes.iter().map(|_| Vec::new()).collect(),
            ..Chunk::default()
        }
    }

    fn take(&mut self) -> (Dictionary, Dictionary, Vec<Dictionary>) {
        (
            self.customers.take(),
            self.orders.take(),
            self.attributes.iter_mut().map(Interner::take).collect(),
        )
    }

    #[inline(always)]
    fn keep(
        &mut self,
        chunk: &mut Chunk,
        kept: &Kept,
        plan: &ReadPlan,
        bytes: &[u8],
        record: &Record,
    ) {
        if plan.customer.is_some() {
            chunk.customer.push(code(&mut self.customers, kept.customer.text));
        }
        if plan.order.is_some() {
            chunk.order.push(code(&mut self.orders, kept.order.text));
        }
        if plan.date.is_some() {
            chunk.day.push(kept.day);
        }
        if plan.amount.is_some() {
            chunk.amount.push(kept.amount);
        }
        if plan.quantity.is_some() {
            chunk.returned.push(kept.returned.into());
        }
        let columns = plan.attributes.iter().zip(&mut self.attributes).zip(&mut chunk.attributes);
        for ((&(_, column), values), codes) in columns {
            let field = record.field(bytes, column as usize).unwrap_or_default();
            codes.push(code(values, trim(unquote(field, &mut self.scratch))));
        }
    }
}

/// The code of a cell, [`NO_CODE`] for an empty one.
#[inline]
fn code(strings: &mut Interner, text: &[u8]) -> u32 {
    if text.is_empty() { NO_CODE } else { strings.intern(text) }
}
