//! A read that goes on.

use crate::error::Error;
use crate::mapping::{Layout, check};
use crate::transactions::Reader;

/// A reader, and which columns the files have that it goes through.
#[derive(Debug)]
pub(super) struct Reading {
    pub(super) reader: Reader,
    /// The table whose customers are read; `None` for the transactions.
    pub(super) other: Option<u32>,
    /// Column names of each layout.
    names: Vec<Vec<String>>,
    /// The layout of each file still to come, the next one last.
    to_come: Vec<u32>,
}

impl Reading {
    pub(super) fn new(
        layouts: &[Layout],
        mut files: Vec<u32>,
        other: Option<u32>,
    ) -> Result<Self, Error> {
        let first = layouts.first().ok_or(Error::EmptyFile)?;
        let reader = Reader::new(check(&first.params, &first.names)?);
        let names = layouts.iter().map(|layout| layout.names.clone()).collect();
        files.reverse();
        files.pop();
        Ok(Self { reader, other, names, to_come: files })
    }

    pub(super) fn end_file(&mut self) {
        self.reader.end_file();
        let next = self.to_come.pop().and_then(|layout| self.names.get(layout as usize));
        if let Some(names) = next {
            self.reader.begin_file(names.clone());
        }
    }
}
