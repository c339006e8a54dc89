//! One label per customer, whatever the method, and two such divisions against each other.

mod comparison;
mod division;
mod segmentation;

pub use comparison::{Comparison, adjusted_rand_index, compare};
pub use division::Division;
pub use segmentation::{Label, Segmentation};
