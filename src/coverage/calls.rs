//! Whom to call.

use serde::{Deserialize, Serialize};

use super::{Book, Status};
use crate::segments::{Label, Segmentation};
use crate::table::Day;

/// Which customers a list has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum CallWhich {
    /// With fewer touches than cover them.
    Uncovered,
    /// Planned and never touched.
    Never,
    /// Due, see [`Status::Due`].
    Due,
    /// Overdue.
    Overdue,
    /// With more touches than planned.
    OverServed,
}

/// A list of customers; `None` is any.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CallQuery {
    /// Which ones.
    pub which: CallWhich,
    /// In this cell.
    pub cell: Option<u32>,
    /// Of this tier, by its place.
    pub tier: Option<u32>,
    /// Of this owner, by its place.
    pub owner: Option<u32>,
}

/// A customer on a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct CallRow {
    /// Its place among all.
    pub position: u32,
    /// The id in the file.
    pub id: String,
    /// The segment of each dimension; empty outside the cells.
    pub place: Vec<u32>,
    /// The tier, by its place.
    pub tier: Option<u32>,
    /// The owner, by its place.
    pub owner: Option<u32>,
    /// Net amount in the period.
    pub value: Option<f64>,
    /// Net amount of all orders.
    pub total: Option<f64>,
    /// What it could bring in the period.
    pub potential: Option<f64>,
    /// Touches in the period.
    pub made: u32,
    /// Touches planned.
    pub planned: u32,
    /// The last touch up to the as-of date.
    pub last: Option<Day>,
    /// Against the plan; `None` without one.
    pub status: Option<Status>,
}

impl Book {
    /// Positions of the customers of a list: those who could bring most first, by potential, or else by all sales; equal
    /// ones in the order of the file. Nobody where touches are not known.
    ///
    /// ```
    /// use segmentlab::coverage::{CallQuery, CallWhich, CoverageParams, Sources, coverage};
    /// # use segmentlab::features::FeatureSource;
    /// # use segmentlab::{error::Error, mapping::look, transactions::read_all};
    /// # let read = |file: &[u8]| {
    /// #     let head = look(file, &[], file.len() as u64, None)?;
    /// #     Ok::<_, Error>(read_all(&[file], &head.params, 1 << 20, 1)?.transactions)
    /// # };
    /// let list = read(b"customer,region,potential\nA,north,90\nB,north,50\nC,south,70\n")?;
    /// let visits = read(b"customer,date\nA,2025-12-01\n")?;
    /// # let sources = Sources {
    /// #     list: FeatureSource::of_customers(&list),
    /// #     listed: true,
    /// #     places: None,
    /// #     orders: None,
    /// #     contacts: vec![&visits],
    /// #     targets: None,
    /// #     divisions: Vec::new(),
    /// #     divide: &|_| Err(Error::BadTiers),
    /// # };
    /// let (_, book) = coverage(&sources, &CoverageParams::default())?;
    /// let query = CallQuery { which: CallWhich::Uncovered, cell: None, tier: None, owner: None };
    /// assert_eq!(book.find(&query), [2, 1]);
    /// let row = book.row(2, "C".into());
    /// assert_eq!((row.made, row.potential, &*book.segments()[0][row.place[0] as usize]), (0, Some(70.0), "south"));
    /// # Ok::<(), Error>(())
    /// ```
    #[must_use]
    pub fn find(&self, query: &CallQuery) -> Vec<u32> {
        if self.made.is_empty() {
            return Vec::new();
        }
        let is_in = |division: &Option<Segmentation>, at: usize, wanted: Option<u32>| {
            let Some(wanted) = wanted else { return true };
            let own = division.as_ref().and_then(|division| division.labels[at].segment());
            own == Some(wanted as usize)
        };
        let status = |at: usize, wanted: Status| self.statuses.get(at) == Some(&wanted);
        let has_plan = |at: usize| {
            let tiers = self.tier.as_ref().filter(|_| !self.plans.is_empty());
            tiers.is_some_and(|tiers| tiers.labels[at] != Label::Unassigned)
        };
        let is_wanted = |at: usize| match query.which {
            CallWhich::Uncovered => self.made[at] < self.touches && self.grid.cell(at).is_some(),
            CallWhich::Never => status(at, Status::Never),
            CallWhich::Due => status(at, Status::Due),
            CallWhich::Overdue => status(at, Status::Overdue),
            CallWhich::OverServed => has_plan(at) && self.made[at] > self.planned[at],
        };
        let of_cell =
            |at: usize| query.cell.is_none_or(|cell| self.grid.cell(at) == Some(cell as usize));
        let mut found: Vec<u32> = (0..self.made.len())
            .filter(|&at| is_wanted(at) && of_cell(at))
            .filter(|&at| is_in(&self.tier, at, query.tier) && is_in(&self.owner, at, query.owner))
            .map(|at| at as u32)
            .collect();
        let worth = |at: u32| self.worth(at as usize);
        found.sort_by(|&a, &b| worth(b).total_cmp(&worth(a)).then(a.cmp(&b)));
        found
    }

    /// What a customer could bring, as far as known.
    fn worth(&self, at: usize) -> f64 {
        let known = |values: &Option<Vec<f64>>| {
            values.as_ref().map(|values| values[at]).filter(|value| value.is_finite())
        };
        // Without a potential a customer stands after all who have one.
        if self.potential.is_some() {
            return known(&self.potential).unwrap_or(f64::NEG_INFINITY);
        }
        // Of who bought nothing in the period the sales before still tell.
        known(&self.total).unwrap_or(0.0)
    }

    /// The customer at a position, as [`find`](Self::find) gives it; `id` is what the file calls it.
    ///
    /// # Panics
    /// When there is no such customer.
    #[must_use]
    pub fn row(&self, position: u32, id: String) -> CallRow {
        let at = position as usize;
        let place = self.grid.cell(at).map(|cell| self.grid.place(cell)).unwrap_or_default();
        let of = |division: &Option<Segmentation>| {
            let label = division.as_ref()?.labels[at];
            label.segment().map(|segment| segment as u32)
        };
        let known = |values: &Option<Vec<f64>>| {
            values.as_ref().map(|values| values[at]).filter(|value| value.is_finite())
        };
        CallRow {
            position,
            id,
            place: place.into_iter().map(|segment| segment as u32).collect(),
            tier: of(&self.tier),
            owner: of(&self.owner),
            value: known(&self.value),
            total: known(&self.total),
            potential: known(&self.potential),
            made: self.made.get(at).copied().unwrap_or_default(),
            planned: self.planned[at],
            last: self.last.get(at).copied().flatten(),
            status: self.statuses.get(at).copied(),
        }
    }

    /// Names of the segments of each dimension, which [`CallRow::place`] points to.
    #[must_use]
    pub fn segments(&self) -> &[Vec<String>] {
        &self.grid.names
    }

    /// Names of the tiers, from the highest down; none without tiers.
    #[must_use]
    pub fn tiers(&self) -> &[String] {
        self.tier.as_ref().map_or(&[], |tier| &tier.names)
    }

    /// Names of the owners; none without owners.
    #[must_use]
    pub fn owners(&self) -> &[String] {
        self.owner.as_ref().map_or(&[], |owner| &owner.names)
    }
}
