//! The rows of a transaction file: typed, dictionary-encoded columns of what was mapped.

use serde::Serialize;

use crate::issue::{Example, Issue};
use crate::mapping::{DateOrder, DecimalMark, Role};
use crate::table::{Dictionary, Money};

pub use crate::table::{DateEvidence, Day, NumberEvidence};

mod evidence;
mod extract;
mod fingerprints;
mod foot;
mod judge;
mod listed;
mod notes;
mod part;
mod read_all;
mod reader;
mod report;
mod shard;

use evidence::{Evidence, READINGS};
pub use extract::{Extracted, OrderMark, RowWords, Rows, Wanted};
pub use fingerprints::Place;
use fingerprints::{Fingerprints, fingerprint};
use foot::{FootRow, is_total};
use judge::{Judge, Kept, Scratch, Verdict};
use listed::{repeated_customers, unique_names};
use notes::{Notes, shown};
pub use part::{Part, PartExample, PartFacts, PartIssue, PartReading, Witnesses};
pub use read_all::{read_all, read_stacked};
pub use reader::{Added, Outcome, Reader};
use report::Report;

pub use shard::{Block, Parsed, Shard, Start};

/// Stands in a code column where a cell is empty.
pub const NO_CODE: u32 = u32::MAX;

/// What a whole file was read to. Columns are kept as the chunks they arrived in (one per block),
/// so nothing is ever moved to grow. Chunk boundaries mean nothing.
#[derive(Debug, Default)]
pub struct Transactions {
    /// Kept rows, in file order.
    pub chunks: Vec<Chunk>,
    /// Distinct customer ids, in order of first appearance; `Chunk::customer` points here.
    pub customers: Dictionary,
    /// Distinct order ids, in order of first appearance; empty when no column plays the role.
    pub orders: Dictionary,
    /// Category, channel and region, as far as mapped, in this order of roles; then the other columns of repeated text.
    pub attributes: Vec<Attribute>,
    /// Names of the numeric columns, in file order, each once; the number of a column that has no name.
    pub measures: Vec<String>,
    /// Latest day of any row whose date could be read, rows set aside for another reason included:
    /// the as-of date counts from it.
    pub last_day: Option<Day>,
    /// Earliest such day.
    pub first_day: Option<Day>,
    /// Kept rows, or with [`Duplicates::Drop`](crate::mapping::Duplicates) rows set aside, that equal an earlier
    /// kept one in every cell, in file order.
    pub duplicates: Vec<Place>,
}

/// Kept rows of one block. All columns have the same length; those that were not mapped are empty.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Chunk {
    /// Codes into `Transactions::customers`.
    pub customer: Vec<u32>,
    /// Codes into `Transactions::orders`, [`NO_CODE`] for an empty cell; empty when not mapped.
    pub order: Vec<u32>,
    /// Days; empty when not mapped.
    pub day: Vec<Day>,
    /// Amounts as in the file, or quantity times price; empty when neither is mapped.
    pub amount: Vec<Money>,
    /// 1 where the quantity cell is negative (amounts may be given without sign); empty when quantity is not mapped.
    pub returned: Vec<u8>,
    /// One code column per entry of `Transactions::attributes`, [`NO_CODE`] for an empty cell.
    pub attributes: Vec<Vec<u32>>,
    /// One column per entry of `Transactions::measures`, NaN where a cell is empty or no number.
    pub measures: Vec<Vec<f64>>,
}

impl Chunk {
    /// Rows in it.
    fn len(&self) -> usize {
        let codes = self.attributes.iter().map(Vec::len);
        let columns = [self.customer.len(), self.order.len(), self.day.len(), self.amount.len()];
        let figures = self.measures.iter().map(Vec::len);
        codes.chain(columns).chain(figures).chain([self.returned.len()]).max().unwrap_or(0)
    }

    /// Takes out rows; `rows` ascend.
    fn drop_rows(&mut self, rows: &[usize]) {
        fn without<T>(column: &mut Vec<T>, rows: &[usize]) {
            let (mut row, mut rows) = (0, rows.iter().peekable());
            if !column.is_empty() {
                column.retain(|_| {
                    row += 1;
                    rows.next_if_eq(&&(row - 1)).is_none()
                });
            }
        }
        without(&mut self.customer, rows);
        without(&mut self.order, rows);
        without(&mut self.day, rows);
        without(&mut self.amount, rows);
        without(&mut self.returned, rows);
        for codes in &mut self.attributes {
            without(codes, rows);
        }
        for values in &mut self.measures {
            without(values, rows);
        }
    }
}

/// A mapped column of repeated text.
#[derive(Debug)]
pub struct Attribute {
    /// Name of the column, unique among the attributes; the number of a column that has no name.
    pub name: String,
    /// Category, channel or region, or [`Role::Attribute`].
    pub role: Role,
    /// Distinct values, in order of first appearance.
    pub values: Dictionary,
}

/// Facts of a finished read, for the page.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct ReadReport {
    /// Bytes read.
    pub bytes: u64,
    /// Rows under the header, blank lines not counted.
    pub rows: u64,
    /// Rows kept.
    pub kept: u64,
    /// Rows set aside.
    pub set_aside: u64,
    /// Blank lines, which are passed over.
    pub blank_lines: u64,
    /// Distinct customers among the kept rows.
    pub customers: u64,
    /// Order of day and month that was used.
    pub date_order: Option<DateOrder>,
    /// How the order was settled.
    pub date_evidence: Option<DateEvidence>,
    /// The first date that reads in this order only.
    pub date_decider: Option<Example>,
    /// The first dates of different days that are another day in another order, at most five.
    pub date_readings: Vec<DateReading>,
    /// Dates whose day and month may have been swapped before, see [`DateEvidence::swapped`].
    pub swapped_dates: u64,
    /// Decimal mark that was used.
    pub decimal: Option<DecimalMark>,
    /// How the mark was settled.
    pub number_evidence: Option<NumberEvidence>,
    /// The first number that reads with this mark only.
    pub decimal_decider: Option<Example>,
    /// Everything counted on the way.
    pub issues: Vec<Issue>,
    /// What each file came to, in their order.
    pub files: Vec<FileRead>,
}

/// What one of the files that were read as one came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct FileRead {
    /// Bytes read.
    pub bytes: u64,
    /// Rows under the header, blank lines not counted.
    pub rows: u64,
    /// Rows set aside.
    pub set_aside: u64,
}

/// A date of the file that reads differently by order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct DateReading {
    /// Where it stands.
    pub example: Example,
    /// The day if the day stands first; `None` where it cannot.
    pub day_first: Option<Day>,
    /// The day if the month stands first.
    pub month_first: Option<Day>,
    /// The day if the year stands first.
    pub year_first: Option<Day>,
}
