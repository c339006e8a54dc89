//! Which column plays which role: guessed from header words and content, checked before reading.

use serde::{Deserialize, Serialize};

pub use crate::table::{DateOrder, DecimalMark};

mod guess;
mod look;
mod memory;
mod plan;
mod sample;
mod words;

use guess::{guess, is_header, kind_of};
pub use look::{header_names, look};
pub use memory::MEMORY_LIMIT;
use memory::estimate;
use sample::{ColumnSample, is_value, shown};
use words::{is_known, is_other_date, normal, scores};

pub use plan::{AmountFrom, ReadPlan, check};

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
    /// For dates: the order of day and month; `None` if the sample fits both.
    pub date_order: Option<DateOrder>,
    /// For numbers: the decimal mark; `Point` where nothing tells.
    pub decimal: Option<DecimalMark>,
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
    /// Whether the first record names the columns.
    pub header: bool,
    /// One entry per column.
    pub roles: Vec<Option<Role>>,
    /// The user's choice of the order of day and month in the date column; `None`: the whole column decides.
    pub date_order: Option<DateOrder>,
    /// The user's choice of the decimal mark of amount, quantity and price; `None`: the whole column decides.
    pub decimal: Option<DecimalMark>,
    /// Order to read by while the column has not decided: what the head shows, or what an earlier read settled.
    #[serde(default)]
    pub date_guess: Option<DateOrder>,
    /// Decimal mark to read by while the columns have not decided.
    #[serde(default)]
    pub decimal_guess: Option<DecimalMark>,
}

/// What the first look at a file found: the guesses, and a preview to judge them by.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Head {
    /// Bytes in the whole file.
    pub bytes: u64,
    /// Whether a byte order mark was found (it is not part of the first name).
    pub bom: bool,
    /// The guesses as params; what `read` takes.
    pub params: ImportParams,
    /// The columns.
    pub columns: Vec<ColumnHead>,
    /// What the file is taken for.
    pub kind: FileKind,
    /// First records under the header, at most 8, as read.
    pub preview: Vec<Vec<String>>,
    /// Rows looked at.
    pub sampled_rows: u32,
    /// Rows in the whole file, estimated from the mean length of the sampled ones; exact when the sample is the file.
    pub estimated_rows: u64,
    /// Estimated memory for reading with these params, in bytes.
    pub estimated_memory: u64,
}
