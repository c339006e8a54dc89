//! Who is reached, what is missed, and where to spend next (METHODS section 7).

mod allocate;
mod envelope;
mod response;

pub use allocate::{Allocation, CLOSE, Spending, allocate};
pub use response::Response;
