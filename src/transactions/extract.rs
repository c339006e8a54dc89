//! Raw rows of a file, copied out for a reason.

use serde::{Deserialize, Serialize};

use crate::issue::IssueCode;

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
    #[must_use]
    pub fn marks(&self, id: &[u8]) -> bool {
        id.strip_prefix(self.prefix.as_bytes())
            .is_some_and(|rest| !self.digits || (!rest.is_empty() && rest.iter().all(u8::is_ascii_digit)))
    }
}

/// The words of a file of rows: what stands before each row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct RowWords {
    /// Name of the column of line numbers.
    pub line: String,
    /// Name of the column of reasons.
    pub reason: String,
    /// A word for each issue; those without one are written as an empty field.
    pub reasons: Vec<(IssueCode, String)>,
    /// The word for a refund.
    pub refund: String,
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
    /// Line number and reason, then the row as it stands in the file; the file's header first.
    pub text: Vec<u8>,
    /// Rows read.
    pub rows: u64,
    /// Rows copied.
    pub copied: u64,
    /// Offset of the next block's first record.
    pub end: u64,
    /// Physical line of that record, counted from 1.
    pub line: u64,
}
