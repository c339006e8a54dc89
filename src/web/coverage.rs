//! The part of the study that tells of coverage.

use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::{Study, Thrown};
use crate::coverage::{
    Book, CallQuery, CallRow, CoverageParams, CoverageReport, Reallocation, ReallocationParams,
    Roster, Sources, coverage,
};
use crate::error::{Error, Step};
use crate::export::{CallWords, calls_csv};
use crate::features::FeatureSource;
use crate::join::places;
use crate::segments::{Division, Segmentation};
use crate::transactions::Transactions;

#[wasm_bindgen]
impl Study {
    /// Who is covered, see [`coverage`]. `names` has one name per cluster.
    ///
    /// # Errors
    /// [`Error::NotReady`], and those of [`coverage`].
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over owned values")]
    pub fn coverage(
        &mut self,
        params: Ts<CoverageParams>,
        names: Vec<String>,
    ) -> Result<Ts<CoverageReport>, Thrown> {
        self.covered = None;
        let params = params.to_rust()?;
        let divide = |division: &Division| self.segmentation(division, names.clone());
        let (report, book) = coverage(&self.sources(params.roster, &divide)?, &params)?;
        self.roster = report.params.roster;
        self.covered = Some(book);
        Ok(report.into_ts()?)
    }

    /// Positions of the customers of a list, see [`Book::find`].
    ///
    /// # Errors
    /// [`Error::NotReady`].
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over owned values")]
    #[wasm_bindgen(js_name = findCalls)]
    pub fn find_calls(&self, query: Ts<CallQuery>) -> Result<Vec<u32>, Thrown> {
        Ok(self.book()?.find(&query.to_rust()?))
    }

    /// The customers at these positions.
    ///
    /// # Errors
    /// [`Error::NotReady`].
    #[wasm_bindgen(js_name = callRows)]
    pub fn call_rows(&self, positions: &[u32]) -> Result<Vec<Ts<CallRow>>, Thrown> {
        let rows = self.calls(positions)?;
        Ok(rows.iter().map(Tsify::into_ts).collect::<Result<_, _>>()?)
    }

    /// The customers of a list as CSV.
    ///
    /// # Errors
    /// [`Error::NotReady`].
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over owned values")]
    #[wasm_bindgen(js_name = callsCsv)]
    pub fn calls_csv(&self, words: Ts<CallWords>, query: Ts<CallQuery>) -> Result<Vec<u8>, Thrown> {
        let positions = self.book()?.find(&query.to_rust()?);
        Ok(calls_csv(&self.calls(&positions)?, &words.to_rust()?))
    }

    /// The best way to spend a budget, see [`Book::reallocate`].
    ///
    /// # Errors
    /// [`Error::NotReady`], and those of [`Book::reallocate`].
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over owned values")]
    pub fn reallocate(&self, params: Ts<ReallocationParams>) -> Result<Ts<Reallocation>, Thrown> {
        Ok(self.book()?.reallocate(&params.to_rust()?)?.into_ts()?)
    }
}

impl Study {
    fn book(&self) -> Result<&Book, Error> {
        self.covered.as_ref().ok_or(Error::NotReady { step: Step::Customers })
    }

    fn calls(&self, positions: &[u32]) -> Result<Vec<CallRow>, Error> {
        let (book, list) = (self.book()?, self.listed(self.roster)?);
        let id = |at: u32| String::from_utf8_lossy(&list.id(at as usize)).into_owned();
        Ok(positions.iter().map(|&at| book.row(at, id(at))).collect())
    }

    /// The customers who should be covered, with their own columns only.
    fn listed(&self, roster: Option<Roster>) -> Result<FeatureSource<'_>, Error> {
        let transactions =
            self.transactions.as_ref().ok_or(Error::NotReady { step: Step::Read })?;
        if !transactions.has_orders() {
            return Ok(FeatureSource::of_customers(transactions));
        }
        if roster != Some(Roster::Buyers)
            && let Some(table) = self.list_beside()
        {
            return Ok(FeatureSource::of_file(&self.others[&table]));
        }
        let customers = self.customers.as_ref().ok_or(Error::NotReady { step: Step::Customers })?;
        Ok(FeatureSource::new(transactions, customers))
    }

    /// The customer file beside the orders; the largest, if there are several.
    fn list_beside(&self) -> Option<u32> {
        let lists = self
            .others
            .iter()
            .filter(|(table, file)| !file.is_empty() && !self.rows_beside.contains_key(table));
        lists.max_by_key(|(_, file)| file.len()).map(|(&table, _)| table)
    }

    fn sources<'a>(
        &'a self,
        roster: Option<Roster>,
        divide: &'a dyn Fn(&Division) -> Result<Segmentation, Error>,
    ) -> Result<Sources<'a>, Error> {
        let list = self.listed(roster)?;
        let beside = list.orders().is_none().then(|| self.list_beside()).flatten();
        let orders = self.bought().ok();
        let places = orders.filter(|_| list.orders().is_none()).map(|(transactions, customers)| {
            let buyers = customers.code.iter().map(|&code| transactions.customers.get(code));
            let ids: Vec<_> = (0..list.len()).map(|at| list.id(at)).collect();
            places(ids.iter().map(|id| &**id), buyers)
        });
        let others =
            self.others.iter().filter(|(table, _)| places.is_none() || beside != Some(**table));
        let list = others.fold(list, |list, (_, file)| list.joined(file));
        let is_list = |transactions: &Transactions| !transactions.has_orders();
        Ok(Sources {
            list,
            listed: self.list_beside().is_some() || self.transactions.as_ref().is_some_and(is_list),
            places,
            orders,
            contacts: self.rows_beside.values().filter(|rows| rows.are_contacts()).collect(),
            targets: self.rows_beside.values().find(|rows| !rows.has_ids()),
            divisions: self.found_divisions()?,
            divide,
        })
    }
}
