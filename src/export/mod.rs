//! The customer table: rows for the page, and the file that is taken away.

mod csv;
mod query;
mod record;
mod table;

pub use csv::ExportWords;
pub use query::{CustomerQuery, SortKey};
pub use table::{CustomerRow, CustomerTable};

use query::Search;
use record::Record;
