//! The handle of the engine's worker.

use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::{PartMessage, ReadMessage, Thrown};
use crate::customers::{Customers, CustomersParams, Overview, fold, overview};
use crate::error::{Error, Step};
use crate::export::{CustomerQuery, CustomerRow, CustomerTable, ExportWords};
use crate::file::HEAD_BYTES;
use crate::mapping::{Head, ImportParams, check, header_names, look, look_at_worksheet};
use crate::recipe::{Recalled, Recipe};
use crate::rfm::{Rfm, RfmParams, RfmReport, report, score};
use crate::transactions::{Added, Reader, Transactions};

/// What was made of the file so far. A step discards what was built on an earlier run of it.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Study {
    head: Option<Head>,
    reader: Option<Reader>,
    transactions: Option<Transactions>,
    customers: Option<Customers>,
    rfm: Option<Rfm>,
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

    /// Looks at a file's first bytes and samples from further on, see [`look`], or at those of the text of a sheet,
    /// see [`look_at_worksheet`].
    ///
    /// # Errors
    /// Those of [`look`].
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over owned values")]
    pub fn look(
        &mut self,
        first: &[u8],
        samples: Vec<js_sys::Uint8Array>,
        bytes: f64,
        params: Option<Ts<ImportParams>>,
        worksheet: bool,
    ) -> Result<Ts<Head>, Thrown> {
        let samples: Vec<Vec<u8>> = samples.iter().map(js_sys::Uint8Array::to_vec).collect();
        let samples: Vec<&[u8]> = samples.iter().map(Vec::as_slice).collect();
        let params = params.map(|params| params.to_rust()).transpose()?;
        let look = if worksheet { look_at_worksheet } else { look };
        let head = self.head.insert(look(first, &samples, bytes as u64, params)?);
        Ok(head.clone().into_ts()?)
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

    /// Starts a read; gives the names of the columns, which every shard wants.
    ///
    /// # Errors
    /// Those of [`check`]; [`Error::TooLarge`] when the file last looked at needs more memory than can be had.
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over owned values")]
    pub fn begin(&mut self, first: &[u8], params: Ts<ImportParams>) -> Result<Vec<String>, Thrown> {
        *self = Self { head: self.head.take(), ..Self::default() };
        if let Some(head) = &self.head {
            head.affordable()?;
        }
        let params = params.to_rust()?;
        let names = header_names(first, &params);
        self.reader = Some(Reader::new(check(&params, &names)?));
        Ok(names)
    }

    /// Adds the next part in file order; an offset says from where its block has to be parsed instead.
    ///
    /// # Errors
    /// Those of [`Reader::add`].
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over owned values")]
    pub fn add(&mut self, part: Ts<PartMessage>) -> Result<Option<f64>, Thrown> {
        let reader = self.reader.as_mut().ok_or(Error::NotReady { step: Step::Head })?;
        match reader.add(part.to_rust()?.into())? {
            Added::Taken => Ok(None),
            Added::Reparse { from, .. } => Ok(Some(from as f64)),
        }
    }

    /// Rows read so far.
    #[wasm_bindgen(getter, js_name = rowsRead)]
    #[must_use]
    pub fn rows_read(&self) -> f64 {
        self.reader.as_ref().map_or(0, Reader::rows) as f64
    }

    /// Rows set aside so far.
    #[wasm_bindgen(getter, js_name = rowsSetAside)]
    #[must_use]
    pub fn rows_set_aside(&self) -> f64 {
        self.reader.as_ref().map_or(0, Reader::set_aside) as f64
    }

    /// Ends the read.
    ///
    /// # Errors
    /// Those of [`Reader::finish`].
    pub fn finish(&mut self) -> Result<Ts<ReadMessage>, Thrown> {
        let mut reader = self.reader.take().ok_or(Error::NotReady { step: Step::Head })?;
        reader.end_file();
        let outcome = reader.finish()?;
        let message = ReadMessage::from(&outcome);
        self.transactions = Some(outcome.transactions);
        Ok(message.into_ts()?)
    }

    /// Lines of one file's rows that equal an earlier one, ascending; what [`Shard::extract`](super::Shard::extract) wants.
    #[wasm_bindgen(js_name = duplicateLines)]
    #[must_use]
    pub fn duplicate_lines(&self, file: u32) -> Vec<f64> {
        let places = self.transactions.iter().flat_map(|read| &read.duplicates);
        places.filter(|place| place.file == file).map(|place| place.line as f64).collect()
    }

    /// Folds transactions to customers.
    ///
    /// # Errors
    /// Those of [`fold`].
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over owned values")]
    pub fn fold(&mut self, params: Ts<CustomersParams>) -> Result<Ts<Overview>, Thrown> {
        let params = params.to_rust()?;
        (self.customers, self.rfm) = (None, None);
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
        self.rfm = None;
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
        Ok(self.table()?.csv(&words.to_rust()?, &query.to_rust()?))
    }
}

impl Study {
    fn table(&self) -> Result<CustomerTable<'_>, Error> {
        let transactions =
            self.transactions.as_ref().ok_or(Error::NotReady { step: Step::Read })?;
        let customers = self.customers.as_ref().ok_or(Error::NotReady { step: Step::Customers })?;
        let rfm = self.rfm.as_ref().ok_or(Error::NotReady { step: Step::Rfm })?;
        Ok(CustomerTable::new(transactions, customers, rfm))
    }
}
