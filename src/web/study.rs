//! The handle of the engine's worker.

use std::collections::BTreeMap;

use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::{Clustering, Described, PartMessage, ReadMessage, Reading, Thrown};
use crate::coverage::{Book, Roster};
use crate::customers::{Customers, CustomersParams, Overview, fold, overview};
use crate::error::{Error, Step};
use crate::export::{
    CustomerQuery, CustomerRow, CustomerTable, ExportWords, UnmatchedWords, unmatched_csv,
};
use crate::file::HEAD_BYTES;
use crate::join::{Ids, Join, JoinReport, JoinSide, join};
use crate::lifecycle::LifecycleParams;
use crate::mapping::{Head, ImportParams, Layout, affordable, align, look_stacked};
use crate::recipe::{Recalled, Recipe};
use crate::rfm::{Rfm, RfmParams, RfmReport, report, score};
use crate::transactions::{Added, Transactions};

/// What was made of the files so far. A step discards what was built on an earlier run of it.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Study {
    /// Of the file last looked at.
    head: Option<Head>,
    reading: Option<Reading>,
    pub(super) transactions: Option<Transactions>,
    /// Customers of the other tables, by their numbers.
    pub(super) others: BTreeMap<u32, Ids>,
    /// Rows of those that are of contacts or targets.
    pub(super) rows_beside: BTreeMap<u32, Transactions>,
    /// Coverage as it was last told.
    pub(super) covered: Option<Book>,
    /// Whom that was of.
    pub(super) roster: Option<Roster>,
    pub(super) customers: Option<Customers>,
    pub(super) clustering: Clustering,
    pub(super) rfm: Option<Rfm>,
    /// The profile made last, with what its personas are made of.
    pub(super) described: Option<Described>,
    /// How stages of the lifecycle were last told.
    pub(super) lifecycle: LifecycleParams,
}

#[wasm_bindgen]
impl Study {
    /// An empty study.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Bytes of the start of a file that [`look`](Self::look) and [`begin`](Self::begin) want.
    #[wasm_bindgen(js_name = headBytes)]
    #[must_use]
    pub fn head_bytes() -> f64 {
        HEAD_BYTES as f64
    }

    /// Looks at a file's first bytes and samples from further on, see [`look_stacked`].
    ///
    /// # Errors
    /// Those of [`look_stacked`].
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over owned values")]
    pub fn look(
        &mut self,
        first: &[u8],
        samples: Vec<js_sys::Uint8Array>,
        bytes: f64,
        total: f64,
        params: Option<Ts<ImportParams>>,
        worksheet: bool,
    ) -> Result<Ts<Head>, Thrown> {
        let samples: Vec<Vec<u8>> = samples.iter().map(js_sys::Uint8Array::to_vec).collect();
        let samples: Vec<&[u8]> = samples.iter().map(Vec::as_slice).collect();
        let params = params.map(|params| params.to_rust()).transpose()?;
        let head = look_stacked(first, &samples, bytes as u64, total as u64, params, worksheet)?;
        Ok(self.head.insert(head).clone().into_ts()?)
    }

    /// Brings a recipe to the file last looked at, see [`Recipe::recall`].
    ///
    /// # Errors
    /// [`Error::BadRecipe`], [`Error::NotReady`].
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over owned values")]
    pub fn recall(&self, recipe: Ts<Recipe>) -> Result<Ts<Recalled>, Thrown> {
        let head = self.head.as_ref().ok_or(Error::NotReady { step: Step::Head })?;
        let read =
            recipe.to_rust().map_err(|problem| Error::BadRecipe { found: problem.to_string() })?;
        Ok(read.checked()?.recall(head).into_ts()?)
    }

    /// How a further file of a table is read, see [`align`].
    ///
    /// # Errors
    /// Those of [`align`].
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over owned values")]
    pub fn align(table: Ts<Layout>, own: Ts<Layout>) -> Result<Ts<Layout>, Thrown> {
        Ok(align(&table.to_rust()?, &own.to_rust()?)?.into_ts()?)
    }

    /// Starts a read. `layouts` are all that differ, the first file's first; `files` says which one each file has;
    /// `needs` is the estimated memory for so many bytes. Without `other`, transactions are read; with it, the
    /// customers of the table of this number, and all else stays.
    ///
    /// # Errors
    /// Those of [`check`] and [`affordable`].
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over owned values")]
    pub fn begin(
        &mut self,
        layouts: Vec<Ts<Layout>>,
        files: Vec<u32>,
        bytes: f64,
        needs: f64,
        other: Option<u32>,
    ) -> Result<(), Thrown> {
        match other {
            None => {
                let (head, others) = (self.head.take(), std::mem::take(&mut self.others));
                let rows_beside = std::mem::take(&mut self.rows_beside);
                *self = Self { head, others, rows_beside, ..Self::default() };
            }
            Some(table) => {
                drop(self.others.remove(&table));
                drop(self.rows_beside.remove(&table));
            }
        }
        affordable(bytes as u64, needs as u64)?;
        let layouts: Vec<Layout> =
            layouts.iter().map(Ts::to_rust).collect::<Result<_, tsify::Error>>()?;
        self.reading = Some(Reading::new(&layouts, files, other)?);
        Ok(())
    }

    /// Adds the next part in file order; an offset says from where its block has to be parsed instead.
    ///
    /// # Errors
    /// Those of [`Reader::add`].
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over owned values")]
    pub fn add(&mut self, part: Ts<PartMessage>) -> Result<Option<f64>, Thrown> {
        let reading = self.reading.as_mut().ok_or(Error::NotReady { step: Step::Head })?;
        match reading.reader.add(part.to_rust()?.into())? {
            Added::Taken => Ok(None),
            Added::Reparse { from, .. } => Ok(Some(from as f64)),
        }
    }

    /// Ends a file after its last part.
    #[wasm_bindgen(js_name = endFile)]
    pub fn end_file(&mut self) {
        if let Some(reading) = &mut self.reading {
            reading.end_file();
        }
    }

    /// Rows read so far.
    #[wasm_bindgen(getter, js_name = rowsRead)]
    #[must_use]
    pub fn rows_read(&self) -> f64 {
        self.reading.as_ref().map_or(0, |reading| reading.reader.rows()) as f64
    }

    /// Rows set aside so far.
    #[wasm_bindgen(getter, js_name = rowsSetAside)]
    #[must_use]
    pub fn rows_set_aside(&self) -> f64 {
        self.reading.as_ref().map_or(0, |reading| reading.reader.set_aside()) as f64
    }

    /// Ends the read.
    ///
    /// # Errors
    /// Those of [`Reader::finish`].
    pub fn finish(&mut self) -> Result<Ts<ReadMessage>, Thrown> {
        let reading = self.reading.take().ok_or(Error::NotReady { step: Step::Head })?;
        let outcome = reading.reader.finish()?;
        let message = ReadMessage::from(&outcome);
        (self.described, self.covered) = (None, None);
        match reading.other {
            None => self.transactions = Some(outcome.transactions),
            Some(table) => {
                let read = outcome.transactions;
                self.others.insert(table, Ids::of(&read));
                if read.has_days() || !read.has_ids() {
                    self.rows_beside.insert(table, read);
                }
            }
        }
        Ok(message.into_ts()?)
    }

    /// Lines of one file's rows that equal an earlier one, ascending; what [`Shard::extract`](super::Shard::extract) wants.
    #[wasm_bindgen(js_name = duplicateLines)]
    #[must_use]
    pub fn duplicate_lines(&self, file: u32) -> Vec<f64> {
        let places = self.transactions.iter().flat_map(|read| &read.duplicates);
        places.filter(|place| place.file == file).map(|place| place.line as f64).collect()
    }

    /// Matches the customers of the transactions with those of another table.
    ///
    /// # Errors
    /// [`Error::NotReady`].
    pub fn join(&self, table: u32) -> Result<Ts<JoinReport>, Thrown> {
        Ok(self.joined(table)?.report().into_ts()?)
    }

    /// The customers that only one side of a join has, as CSV.
    ///
    /// # Errors
    /// [`Error::NotReady`].
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over owned values")]
    #[wasm_bindgen(js_name = unmatchedCsv)]
    pub fn unmatched_csv(
        &self,
        table: u32,
        side: Ts<JoinSide>,
        words: Ts<UnmatchedWords>,
    ) -> Result<Vec<u8>, Thrown> {
        Ok(unmatched_csv(&self.joined(table)?, side.to_rust()?, &words.to_rust()?))
    }

    /// Folds transactions to customers.
    ///
    /// # Errors
    /// Those of [`fold`].
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over owned values")]
    pub fn fold(&mut self, params: Ts<CustomersParams>) -> Result<Ts<Overview>, Thrown> {
        let params = params.to_rust()?;
        (self.customers, self.rfm) = (None, None);
        (self.described, self.covered) = (None, None);
        self.clustering = Clustering::default();
        let transactions =
            self.transactions.as_ref().ok_or(Error::NotReady { step: Step::Read })?;
        let customers = self.customers.insert(fold(transactions, &params)?);
        Ok(overview(transactions, customers, &params)?.into_ts()?)
    }

    /// Scores customers.
    ///
    /// # Errors
    /// Those of [`score`].
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over owned values")]
    pub fn score(&mut self, params: Ts<RfmParams>) -> Result<Ts<RfmReport>, Thrown> {
        let params = params.to_rust()?;
        (self.rfm, self.described, self.covered) = (None, None, None);
        let customers = self.customers.as_ref().ok_or(Error::NotReady { step: Step::Customers })?;
        let rfm = self.rfm.insert(score(customers, &params)?);
        Ok(report(customers, rfm).into_ts()?)
    }

    /// Positions of the customers that match.
    ///
    /// # Errors
    /// [`Error::NotReady`].
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over owned values")]
    pub fn find(&self, query: Ts<CustomerQuery>) -> Result<Vec<u32>, Thrown> {
        Ok(self.table()?.find(&query.to_rust()?))
    }

    /// The customers at these positions.
    ///
    /// # Errors
    /// [`Error::NotReady`].
    pub fn rows(&self, positions: &[u32]) -> Result<Vec<Ts<CustomerRow>>, Thrown> {
        Ok(self.table()?.rows(positions).iter().map(Tsify::into_ts).collect::<Result<_, _>>()?)
    }

    /// The customers that match as CSV.
    ///
    /// # Errors
    /// [`Error::NotReady`].
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over owned values")]
    #[wasm_bindgen(js_name = customersCsv)]
    pub fn customers_csv(
        &self,
        words: Ts<ExportWords>,
        query: Ts<CustomerQuery>,
    ) -> Result<Vec<u8>, Thrown> {
        Ok(self.table()?.csv(&words.to_rust()?, &query.to_rust()?, &self.source()?))
    }
}

impl Study {
    fn joined(&self, table: u32) -> Result<Join<'_>, Error> {
        match (&self.transactions, self.others.get(&table)) {
            (Some(transactions), Some(other)) => Ok(join(transactions, other)),
            _ => Err(Error::NotReady { step: Step::Read }),
        }
    }

    fn table(&self) -> Result<CustomerTable<'_>, Error> {
        let transactions =
            self.transactions.as_ref().ok_or(Error::NotReady { step: Step::Read })?;
        let customers = self.customers.as_ref().ok_or(Error::NotReady { step: Step::Customers })?;
        let rfm = self.rfm.as_ref().ok_or(Error::NotReady { step: Step::Rfm })?;
        Ok(CustomerTable::new(transactions, customers, rfm))
    }
}
