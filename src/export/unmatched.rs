//! Customers that a join leaves over, as a file.

use serde::{Deserialize, Serialize};

use super::{BYTE_ORDER_MARK, Record};
use crate::join::{Join, JoinSide};

/// Column names of a file of unmatched customers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct UnmatchedWords {
    /// The customer's id.
    pub customer: String,
    /// Rows in the file that has the customer.
    pub rows: String,
}

/// The customers that only one side has, in file order, as CSV like that of
/// [`CustomerTable::csv`](super::CustomerTable::csv).
///
/// ```
/// use segmentlab::export::{UnmatchedWords, unmatched_csv};
/// use segmentlab::join::{Ids, JoinSide, join};
/// use segmentlab::transactions::Transactions;
/// let (transactions, other) = (Transactions::default(), Ids::default());
/// let words = UnmatchedWords { customer: "id".into(), rows: "rows".into() };
/// let csv = unmatched_csv(&join(&transactions, &other), JoinSide::Other, &words);
/// assert_eq!(csv, b"\xEF\xBB\xBFid,rows\r\n");
/// ```
#[must_use]
pub fn unmatched_csv(join: &Join, side: JoinSide, words: &UnmatchedWords) -> Vec<u8> {
    let mut record = Record::starting(BYTE_ORDER_MARK);
    record.text(words.customer.as_bytes());
    record.text(words.rows.as_bytes());
    record.end();
    for (id, rows) in join.unmatched(side) {
        record.text(id);
        record.number(rows);
        record.end();
    }
    record.finish()
}
