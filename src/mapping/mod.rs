//! Which column plays which role: guessed from header words and content, checked before reading.

use serde::{Deserialize, Serialize};

pub use crate::file::EncodingReason;
pub use crate::table::{DateOrder, DecimalMark};

mod attributes;
mod guess;
mod header;
mod kind;
mod look;
mod measures;
mod memory;
mod naming;
mod plan;
mod sample;
mod spread;
mod stack;
mod tally;
mod words;

use attributes::{guess_attributes, guess_groups};
use guess::{drop_facts_of_orders, guess, is_header};
use header::{behind_lines, line_of, names, spare_columns, titles, usual_length};
use kind::kind_of;
pub use look::{header_names, look, look_at_worksheet, look_stacked};
use measures::{guess_figures, guess_measures};
use memory::estimate;
pub use memory::{MEMORY_LIMIT, affordable};
pub use naming::names_owner;
use naming::{is_class, is_grouping, is_id, names_contacts, names_one};
use sample::{ColumnSample, day_of_cell, is_value, shown};
use spread::{Odd, odd_and_spread};
use stack::{folded, stack_key};
use tally::{Meetings, Tally};
pub use words::normal;
use words::{is_goal, is_known, is_other_date, names_dates, scores};

pub use plan::{AmountFrom, ReadPlan, check};
pub use stack::{Layout, align};

/// What a column means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Who bought: the customer's id.
    Customer,
    /// Order or invoice number.
    Order,
    /// Day of the transaction.
    Date,
    /// Net amount of the row.
    Amount,
    /// Units sold; with `Price`, stands in for `Amount`.
    Quantity,
    /// Price per unit.
    Price,
    /// Product group.
    Category,
    /// Sales channel.
    Channel,
    /// Region, province or country.
    Region,
    /// A figure of the customer, in a customer file; any number of columns play this.
    Measure,
    /// Another column of repeated text: gender, segment, payment; any number of columns play this.
    Attribute,
}

impl Role {
    /// Whether any number of columns play it.
    #[must_use]
    pub fn is_shared(self) -> bool {
        matches!(self, Self::Measure | Self::Attribute)
    }
}

/// The kind of content a column has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum ColumnKind {
    /// No filled cell was seen.
    Empty,
    /// Dates, with or without time.
    Date,
    /// Numbers.
    Number,
    /// Anything else.
    Text,
}

/// Why a column was given its role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum RoleReason {
    /// A word of the header is known.
    Header,
    /// Only the content speaks for it.
    Content,
    /// The user chose it.
    Chosen,
}

/// One column as the head of the file shows it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct ColumnHead {
    /// Name from the header, trimmed; empty where the header has none or there is no header.
    pub name: String,
    /// What the sampled cells are.
    pub kind: ColumnKind,
    /// The role it plays, if any.
    pub role: Option<Role>,
    /// Why.
    pub reason: Option<RoleReason>,
    /// Sampled rows whose cell is empty.
    pub missing: u32,
    /// Distinct values among the sampled rows.
    pub distinct: u32,
    /// Up to three different filled values, in file order.
    pub examples: Vec<String>,
    /// Sampled filled cells that are not of the column's kind.
    pub odd: u32,
    /// Up to three of them.
    pub odd_examples: Vec<String>,
    /// How the sampled values spread; `None` for an empty column.
    pub spread: Option<ColumnSpread>,
    /// For dates: the order of day and month; `None` if the sample fits both.
    pub date_order: Option<DateOrder>,
    /// For numbers: the decimal mark; `Point` where nothing tells.
    pub decimal: Option<DecimalMark>,
}

/// How the sampled values of a column spread.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum ColumnSpread {
    /// Numbers in bins of equal width.
    Numbers {
        /// The lowest value.
        min: f64,
        /// The highest value.
        max: f64,
        /// Rows per bin.
        counts: Vec<u32>,
    },
    /// Days in bins of equal width.
    Dates {
        /// The first day.
        first: crate::table::Day,
        /// The last day.
        last: crate::table::Day,
        /// Rows per bin.
        counts: Vec<u32>,
    },
    /// Text: the most frequent values.
    Values {
        /// Values with their rows, most frequent first, at most five.
        top: Vec<ValueCount>,
        /// Rows with any other value.
        others: u32,
    },
}

/// A value and in how many sampled rows it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ValueCount {
    /// The value, cut where it gets long.
    pub value: String,
    /// Rows.
    pub count: u32,
}

/// What a file is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// One row per order or order line.
    Transactions,
    /// One row per customer.
    Customers,
    /// One row per visit, call or other contact with a customer.
    Contacts,
    /// One row per group of customers with what is aimed at.
    Targets,
}

/// What becomes of rows that equal an earlier row in every cell; they are counted either way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Duplicates {
    /// They stay: an order can hold the same line twice.
    #[default]
    Keep,
    /// The first stays, the others are set aside.
    Drop,
}

/// How a file is to be read; all of it can be changed by the user, nothing is guessed again silently.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ImportParams {
    /// How characters are coded.
    pub encoding: crate::file::Encoding,
    /// What stands between fields.
    pub delimiter: crate::file::Delimiter,
    /// The text was made from a worksheet: quoted fields are text, bare ones are true numbers, with a decimal
    /// point, or true dates, year first.
    pub worksheet: bool,
    /// Physical lines above the header, or above the first row where there is none: titles and comments.
    pub skip_lines: u32,
    /// Whether the first record names the columns.
    pub header: bool,
    /// One entry per column.
    pub roles: Vec<Option<Role>>,
    /// Columns at the end, without a name and empty but for a few rows: rows that fill them have shifted.
    pub spare_columns: u32,
    /// What becomes of rows that equal an earlier one in every cell.
    pub duplicates: Duplicates,
    /// The user's choice of the order of day and month in the date column; `None`: the whole column decides.
    pub date_order: Option<DateOrder>,
    /// The user's choice of the decimal mark of amount, quantity and price; `None`: the whole column decides.
    pub decimal: Option<DecimalMark>,
    /// Order to read by while the column has not decided: what the head shows, or what an earlier read settled.
    pub date_guess: Option<DateOrder>,
    /// Decimal mark to read by while the columns have not decided.
    pub decimal_guess: Option<DecimalMark>,
}

/// What the first look at a file found: the guesses, and a preview to judge them by.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Head {
    /// Bytes in the whole file, or in all files that are stacked.
    pub bytes: u64,
    /// Whether a byte order mark was found (it is not part of the first name).
    pub bom: bool,
    /// Why the encoding of `params` was taken.
    pub encoding_reason: EncodingReason,
    /// Places in the head that the encoding does not allow.
    pub bad_bytes: u32,
    /// Lines above the header that are passed over, at most five.
    pub skipped: Vec<String>,
    /// The guesses as params; what `read` takes.
    pub params: ImportParams,
    /// The columns.
    pub columns: Vec<ColumnHead>,
    /// What the file is taken for.
    pub kind: FileKind,
    /// Equal for files that can be read as one table: the same column names in any order, or without a header
    /// the same kinds of columns.
    pub stack_key: String,
    /// First records under the header, at most 8, as read.
    pub preview: Vec<Vec<String>>,
    /// Rows looked at.
    pub sampled_rows: u32,
    /// Rows in the whole file, estimated from the mean length of the sampled ones; exact when the sample is the file.
    pub estimated_rows: u64,
    /// Estimated memory for reading with these params, in bytes.
    pub estimated_memory: u64,
    /// Most memory that can be had, in bytes: where the estimate is above, reading is refused.
    pub memory_limit: u64,
}
