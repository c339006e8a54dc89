//! One block of a file, parsed on its own.

use super::{Extracted, Part, RowWords, Wanted};
use crate::mapping::ReadPlan;

/// Where reading starts in the bytes given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// After the first line end at or after the first byte, taking it that this byte stands outside quotes.
    /// The bytes begin one byte before the block.
    Speculative,
    /// At this offset in the file. 0 is the file's beginning: byte order mark and header are passed over.
    At(u64),
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
    plan: ReadPlan,
}

impl Shard {
    /// A shard for a plan.
    #[must_use]
    pub fn new(plan: ReadPlan) -> Self {
        Self { plan }
    }

    /// Parses block `block`, which ends before offset `until` of the file. `bytes` stand at `offset`
    /// in the file and go some way beyond `until`; `is_last` says that they reach the file's end.
    pub fn parse(
        &mut self,
        _block: u32,
        _bytes: &[u8],
        _offset: u64,
        _start: Start,
        _until: u64,
        _is_last: bool,
    ) -> Parsed {
        let _ = &self.plan;
        Parsed::NeedMore
    }

    /// Copies the wanted rows of a block; blocks go in file order, each from where the one before ended.
    /// `start` and `line` are offset and physical line (from 1) of the first record; 0 and 1 at the file's beginning.
    #[allow(clippy::too_many_arguments)]
    pub fn extract(
        &mut self,
        _wanted: &Wanted,
        _words: &RowWords,
        _bytes: &[u8],
        _offset: u64,
        (_start, _line): (u64, u64),
        _until: u64,
        _is_last: bool,
    ) -> Extracted {
        Extracted::NeedMore
    }
}
