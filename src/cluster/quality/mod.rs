//! How good a clustering is.

mod measures;

pub use measures::{Quality, Silhouettes, quality, silhouettes};
