//! Who moved from which segment to which between two as-of dates.

mod earlier;
mod moved;
mod ruler;

pub use earlier::earlier_customers;
pub use moved::{Movement, movement};
pub use ruler::Ruler;
