//! Customers as the page's tables show them and as files that are taken away.

mod calls;
mod clusters;
mod csv;
mod query;
mod record;
mod table;
mod unmatched;

pub use calls::{CallWords, NamedValues, calls_csv};
pub use clusters::{ClusterWords, clusters_csv};
pub use csv::ExportWords;
pub use query::{CustomerQuery, SortKey};
pub use table::{CustomerRow, CustomerTable};
pub use unmatched::{UnmatchedWords, unmatched_csv};

use csv::BYTE_ORDER_MARK;
use query::Search;
use record::Record;
