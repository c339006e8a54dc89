//! The boundary to JavaScript: convert, call, convert.
//!
//! Records cross as plain objects, bulk columns as typed arrays. What a call throws is always a plain
//! object with a `code`: an [`Error`](crate::error::Error), or `engine_crashed` after a panic.

mod clusterer;
mod clustering;
mod coverage;
mod description;
mod facts;
mod insight;
mod kmeans;
mod labels;
mod lesson;
mod message;
mod reading;
mod shard;
mod study;
mod thrown;
mod workbook;

pub use clusterer::Clusterer;
pub use facts::{FactsMessage, FigureColumn, TextColumn};
pub use kmeans::k_means;
pub use labels::LabelsMessage;
pub use lesson::LessonMessage;
pub use message::{Column, PartMessage, ProjectionMessage, ReadMessage, RowsMessage, Strings};
pub use shard::Shard;
pub use study::Study;
pub use workbook::Workbook;

use clustering::Clustering;
use description::Described;
use reading::Reading;
use thrown::Thrown;
