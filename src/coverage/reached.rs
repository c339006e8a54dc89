//! Coverage of cells: what it is told from, and what is told.

use serde::{Deserialize, Serialize};

/// What counts as reached, and how many should be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReachParams {
    /// Touches in the period from which on a customer counts as covered, at least 1.
    pub touches: u32,
    /// Part of the customers of a cell that should be covered, 0 to 1, where the cell has no target of its own.
    pub target: f64,
}

impl Default for ReachParams {
    /// One touch, all customers.
    fn default() -> Self {
        Self { touches: 1, target: 1.0 }
    }
}

/// What is known of the customers, one entry each in the order of the grid's.
#[derive(Debug, Clone, Copy, Default)]
pub struct Reached<'a> {
    /// Qualifying touches in the period: contacts, visits or purchases; `None` where they are not known.
    pub touches: Option<&'a [u32]>,
    /// What they bring now.
    pub value: Option<&'a [f64]>,
    /// What they could bring in all, to us and to others, not negative; NaN where unknown.
    pub potential: Option<&'a [f64]>,
    /// One entry per cell of the grid: the part of its customers that should be covered, 0 to 1; NaN where not stated.
    pub targets: Option<&'a [f64]>,
}

/// Coverage of one cell, or of all.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct CellReach {
    /// Target customers.
    pub customers: u32,
    /// Of them those with enough touches; `None` where touches are not known, as all that builds on it.
    pub covered: Option<u32>,
    /// Covered of the target customers; `None` without any.
    pub rate: Option<f64>,
    /// Value of all; `None` where values are not known.
    pub value: Option<f64>,
    /// Value of the covered over value of all; `None` where that is not above zero.
    pub value_rate: Option<f64>,
    /// Part of the customers that should be covered; `None` without any.
    pub goal: Option<f64>,
    /// Customers that should be covered.
    pub target: f64,
    /// Customers missing to the target, rounded up.
    pub gap: Option<u32>,
    /// Target less coverage, in percentage points; negative above the target.
    pub points: Option<f64>,
    /// Potential of all, as far as known; `None` where no potential is.
    pub potential: Option<f64>,
    /// Customers whose potential is known.
    pub potential_known: u32,
    /// Potential of the covered over potential of all: weighted distribution.
    pub potential_rate: Option<f64>,
    /// Potential of those not covered; `None` where it is not known.
    pub at_stake: Option<f64>,
    /// Potential less value, of customers whose potential is known: what others sell them.
    pub white_space: Option<f64>,
    /// Value over potential of the same customers.
    pub wallet: Option<f64>,
    /// Customers expected if the dimensions had nothing to do with each other.
    pub expected: f64,
    /// Customers over expected ones; `None` where none are expected.
    pub lift: Option<f64>,
}

/// Coverage of all cells.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct ReachReport {
    /// Names of the segments of each dimension.
    pub names: Vec<Vec<String>>,
    /// In the order of the grid's cells.
    pub cells: Vec<CellReach>,
    /// All customers in cells.
    pub whole: CellReach,
    /// Customers in no cell.
    pub outside: u32,
}
