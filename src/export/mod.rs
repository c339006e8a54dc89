//! The customer table: rows for the page, and the file that is taken away.

mod csv;
mod query;
mod record;
mod table;
mod unmatched;

pub use csv::ExportWords;
pub use query::{CustomerQuery, SortKey};
pub use table::{CustomerRow, CustomerTable};
pub use unmatched::{UnmatchedWords, unmatched_csv};

use csv::BYTE_ORDER_MARK;
use query::Search;
use record::Record;
