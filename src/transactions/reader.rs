//! Parts put together in file order.

use super::{Part, ReadReport, Transactions};
use crate::error::Error;
use crate::mapping::{ImportParams, ReadPlan};

/// What becomes of a part that was added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    /// It was taken, or is held until the parts before it have come.
    Taken,
    /// The block did not start where it was supposed to: parse it again from exactly this offset.
    Reparse {
        /// Number of the block.
        block: u32,
        /// Offset in the file.
        from: u64,
    },
}

/// A finished read.
#[derive(Debug)]
pub struct Outcome {
    /// The rows.
    pub transactions: Transactions,
    /// Facts for the page.
    pub report: ReadReport,
    /// The whole column decided otherwise than the plan assumed: read again with these params.
    pub again: Option<ImportParams>,
}

/// Puts parts together in file order, so that the result equals a sequential read for any size of
/// blocks and any number of shards.
#[derive(Debug)]
pub struct Reader {
    plan: ReadPlan,
    rows: u64,
    set_aside: u64,
}

impl Reader {
    /// A reader for a plan.
    #[must_use]
    pub fn new(plan: ReadPlan) -> Self {
        Self { plan, rows: 0, set_aside: 0 }
    }

    /// Adds the part of a block; parts may come in any order.
    ///
    /// # Errors
    /// [`Error::LineTooLong`], [`Error::TooLarge`].
    pub fn add(&mut self, _part: Part) -> Result<Added, Error> {
        Ok(Added::Taken)
    }

    /// Rows taken so far.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.rows
    }

    /// Rows set aside so far.
    #[must_use]
    pub fn set_aside(&self) -> u64 {
        self.set_aside
    }

    /// Ends the file after its last part; another with the same columns may follow.
    pub fn end_file(&mut self) {}

    /// Settles what the whole columns decide.
    ///
    /// # Errors
    /// Those of a file in which nothing can be used: [`Error::NoReadableDate`], [`Error::NoReadableNumber`],
    /// [`Error::NoCustomer`], [`Error::NoRows`], [`Error::HeaderOnly`], [`Error::EmptyFile`].
    pub fn finish(self) -> Result<Outcome, Error> {
        let _ = self.plan;
        Err(Error::EmptyFile)
    }
}
