//! What a worker makes of one block.

use serde::{Deserialize, Serialize};

use super::{Chunk, Day};
use crate::issue::IssueCode;
use crate::table::{DateEvidence, Dictionary, NumberEvidence};

/// The records of one block, typed; made of plain columns, so that it crosses between workers as typed arrays.
///
/// A record belongs to the block in which it starts. Codes in `chunk` point into the dictionaries of
/// this part, which hold the strings of its kept rows in order of first appearance.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Part {
    /// Everything that is not a column.
    pub facts: PartFacts,
    /// The kept rows.
    pub chunk: Chunk,
    /// A fingerprint for each kept row: equal rows have equal ones.
    pub prints: Vec<u64>,
    /// Pairs (row, lead): from this kept row on, lines counted from 0 at `PartFacts::start` are `lead` ahead of the
    /// kept rows, up to the row of the next pair.
    pub leads: Vec<u32>,
    /// Customer ids of this part.
    pub customers: Dictionary,
    /// Order ids of this part.
    pub orders: Dictionary,
    /// Values of each attribute in this part, in the order of `ReadPlan::attributes`.
    pub attributes: Vec<Dictionary>,
}

/// The small facts of a [`Part`].
#[derive(Debug, Default, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct PartFacts {
    /// Number of the block in its file, counted from 0.
    pub block: u32,
    /// Offset in the file of the first record that was read.
    pub start: u64,
    /// Where the block ends.
    pub until: u64,
    /// Offset of the first record that starts at or beyond `until`.
    pub end: u64,
    /// Physical lines from `start` to `end`.
    pub lines: u64,
    /// Rows, blank lines and the header not counted.
    pub rows: u64,
    /// Rows kept: the length of the columns.
    pub kept: u64,
    /// Blank lines.
    pub blank_lines: u64,
    /// Earliest day of any row whose date could be read.
    pub first_day: Option<Day>,
    /// Latest such day.
    pub last_day: Option<Day>,
    /// What the date cells fit.
    pub dates: DateEvidence,
    /// What the number cells fit.
    pub numbers: NumberEvidence,
    /// Cells that show the form of dates and numbers.
    pub witnesses: Witnesses,
    /// Issues, one entry per code, in order of codes.
    pub issues: Vec<PartIssue>,
    /// A record without an end within [`MAX_LINE`](crate::file::MAX_LINE): its line, counted from 0 at `start`.
    /// Nothing was read from there on.
    pub too_long: Option<u64>,
}

/// One kind of issue in one block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct PartIssue {
    /// What it is.
    pub code: IssueCode,
    /// How many rows.
    pub count: u64,
    /// The first places.
    pub examples: Vec<PartExample>,
}

/// One place where an issue was seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct PartExample {
    /// Physical line on which the row starts, counted from 0 at `PartFacts::start`.
    pub line: u64,
    /// The column to blame, counted from 0.
    pub column: Option<u32>,
    /// The value found, cut at 80 characters.
    pub value: String,
}

/// The first cells of one block that show the form of dates and numbers.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Witnesses {
    /// A date that only reads day first.
    pub day_first: Option<PartExample>,
    /// A date that only reads month first.
    pub month_first: Option<PartExample>,
    /// A number that only reads with a decimal point.
    pub point: Option<PartExample>,
    /// A number that only reads with a decimal comma.
    pub comma: Option<PartExample>,
    /// Dates of different days that are another day in another order, at most five.
    pub readings: Vec<PartReading>,
}

/// A date that reads differently by order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct PartReading {
    /// Where it stands.
    pub example: PartExample,
    /// The day if the day stands first.
    pub day_first: Option<Day>,
    /// The day if the month stands first.
    pub month_first: Option<Day>,
    /// The day if the year stands first.
    pub year_first: Option<Day>,
}

impl PartReading {
    /// Day, month and year first.
    pub(super) fn days(&self) -> [Option<Day>; 3] {
        [self.day_first, self.month_first, self.year_first]
    }
}
