//! What does not stop the work: rows set aside and oddities, counted with their first examples.

use serde::{Deserialize, Serialize};

/// How many examples of one kind are kept.
pub const EXAMPLES: usize = 5;

/// Why a row was set aside, or what was noticed about rows that were kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum IssueCode {
    // Codes that set rows aside stand before `ShortRow`, the first of those that do not.
    /// Set aside: the customer cell is empty.
    NoCustomer,
    /// Set aside: the date cell is empty.
    NoDate,
    /// Set aside: the date cell cannot be read in the column's form.
    BadDate,
    /// Set aside: the amount (or quantity, or price) cell is empty.
    NoNumber,
    /// Set aside: the amount (or quantity, or price) cell is not a number.
    BadNumber,
    /// Set aside: a number too large to add up exactly.
    NumberTooLarge,
    /// Set aside: the row ends before a column that is needed.
    TooFewFields,
    /// Set aside: more filled fields than the header has columns (values may have shifted).
    TooManyFields,
    /// Set aside: a quote is opened and never closed.
    UnclosedQuote,
    /// Set aside: the header's names stand here once more.
    RepeatedHeader,
    /// Set aside: a row of totals (合计, Total ...).
    TotalRow,
    /// Set aside: the row equals an earlier one in every cell, and the user has such rows dropped.
    DuplicateDropped,
    /// Kept: the row is short, and no needed column is missing.
    ShortRow,
    /// Kept: an id such as `17850.0` was read as `17850`.
    IdDecimal,
    /// Kept: an id such as `1.23457E+11`, whose last digits a spreadsheet has dropped.
    IdRounded,
    /// Noted on any row, kept or not: bytes that the encoding does not allow were replaced by U+FFFD.
    BadBytes,
    /// Noted on any row: the file itself holds U+FFFD, the mark of characters that an earlier program lost.
    LostCharacters,
    /// Noted on any row: NUL bytes were taken out.
    NulBytes,
    /// Kept: a bare number was read as the serial number of a day, as Excel counts them.
    SerialDate,
    /// Kept: a bare number was read as a Unix time, in UTC.
    UnixTime,
    /// Kept, with the value missing: a cell of a numeric column is not a number, or too large for one.
    BadMeasure,
    /// Kept and not used: in a customer file, the customer stands in an earlier row, which counts.
    RepeatedCustomer,
    /// Kept: the row equals an earlier one in every cell.
    Duplicate,
}

impl IssueCode {
    /// Whether rows with this issue are left out of the table.
    #[must_use]
    pub fn sets_aside(self) -> bool {
        self < Self::ShortRow
    }
}

/// One place where an issue was seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Example {
    /// Number of the file, counted from 0, where several are read as one.
    pub file: u32,
    /// Physical line on which the row starts, counted from 1; the row's number in a worksheet.
    pub line: u64,
    /// Name of the column, where one is to blame.
    pub column: Option<String>,
    /// The value found, cut at 80 characters.
    pub value: String,
}

/// One kind of issue: how often, and the first places.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Issue {
    /// What it is.
    pub code: IssueCode,
    /// How many rows.
    pub count: u64,
    /// Whether these rows were left out.
    pub set_aside: bool,
    /// The first places, in file order, at most [`EXAMPLES`].
    pub examples: Vec<Example>,
}
