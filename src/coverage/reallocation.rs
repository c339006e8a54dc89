//! How effort is spent anew: what is asked, and what is told.

use serde::{Deserialize, Serialize};

use crate::error::Error;

/// How effort is spent anew.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReallocationParams {
    /// What a cell gives for the effort spent on it.
    pub model: ResponseModel,
    /// What may be spent, as a multiple of what was.
    pub budget: f64,
    /// What a touch costs; 1 counts touches.
    pub cost: f64,
    /// The dimension, by its place, whose segments have costs and capacities of their own.
    pub by: Option<u32>,
    /// Those costs and capacities.
    pub costs: Vec<CellCost>,
    /// Part of its present touches that every cell keeps, 0 to 1, as far as it needs them.
    pub floor: f64,
    /// Bounds of single cells.
    pub limits: Vec<CellLimit>,
}

impl Default for ReallocationParams {
    /// The same touches, by a constant response; every cell keeps half of its own.
    fn default() -> Self {
        Self {
            model: ResponseModel::Constant,
            budget: 1.0,
            cost: 1.0,
            by: None,
            costs: Vec::new(),
            floor: 0.5,
            limits: Vec::new(),
        }
    }
}

/// What a cell gives for the effort spent on it, see [`Response`].
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum ResponseModel {
    /// Each touch up to the need reaches the same part of the cell's worth.
    Constant,
    /// ADBUDG through the cell's present touches and sales: no touch keeps a part of the sales, very many reach its
    /// potential.
    Adbudg {
        /// The exponent, above 0; above 1 the curve is an S.
        shape: f64,
        /// Part of the present sales that stays without any touch, 0 to below 1.
        kept: f64,
    },
}

/// What a segment of a dimension costs and can do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CellCost {
    /// Its name.
    pub segment: String,
    /// What a touch costs; `None` as everywhere.
    pub cost: Option<f64>,
    /// Touches it can make in the period; `None` without a limit.
    pub capacity: Option<f64>,
}

/// Bounds of one cell, in touches; `None` as everywhere.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CellLimit {
    /// The segments that meet in it, by name.
    pub place: Vec<String>,
    /// At least.
    pub floor: Option<f64>,
    /// At most; never more than the need.
    pub ceiling: Option<f64>,
}

/// Effort as it is and as it would be best.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Reallocation {
    /// In the order of the cells.
    pub cells: Vec<SpentCell>,
    /// What may be spent.
    pub budget: f64,
    /// What is spent now.
    pub spent_before: f64,
    /// What would be spent; less than the budget where no cell needs more.
    pub spent: f64,
    /// What the model gives for it now.
    pub gain_before: f64,
    /// What it would give: no allocation within these bounds gives more, up to `CLOSE` of it, if `exact`.
    pub gain: f64,
    /// No allocation gives more than this, by the model.
    pub bound: f64,
    /// Whether the best was reached, and not only come close to.
    pub exact: bool,
    /// What the gain is counted in.
    pub worth: Worth,
    /// From where to where touches move, the largest first: given up and taken on are paired by size.
    pub moves: Vec<Move>,
    /// To bring every cell to its target.
    pub to_target: Needed,
    /// To make all that is planned and was not made; `None` without a plan.
    pub to_plan: Option<Needed>,
}

/// What a cell's worth is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Worth {
    /// Potential.
    Potential,
    /// Own sales, where no potential is known.
    Value,
    /// Customers, where neither is.
    Customers,
}

/// A cell's effort.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct SpentCell {
    /// Touches made.
    pub before: f64,
    /// Touches it should have; as many as before where it is left out.
    pub after: f64,
    /// Touches it can use.
    pub need: f64,
    /// At least so many.
    pub floor: f64,
    /// What a touch costs.
    pub cost: f64,
    /// What the model gives before and after.
    pub gain_before: f64,
    /// After.
    pub gain_after: f64,
    /// The model cannot be put through its figures: it has no touches, no sales, or no potential above them.
    pub left_out: bool,
}

/// Touches that go from one cell to another; `None` is the budget that is added or left over.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Move {
    /// From this cell.
    pub from: Option<u32>,
    /// To this one.
    pub to: Option<u32>,
    /// What it costs.
    pub spent: f64,
}

/// What something takes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Needed {
    /// Customers.
    pub customers: u32,
    /// Touches.
    pub touches: u32,
    /// What they cost.
    pub cost: f64,
}

impl ReallocationParams {
    /// # Errors
    /// [`Error::BadSetting`] for what is out of range.
    pub(super) fn check(&self) -> Result<(), Error> {
        let refused = |setting: &str, found: f64, expected: &str| {
            Err(Error::BadSetting {
                setting: format!("reallocation.{setting}"),
                found: found.to_string(),
                expected: expected.into(),
            })
        };
        if !(0.0..=100.0).contains(&self.budget) {
            return refused("budget", self.budget, "0..=100");
        }
        if !(0.0..=1.0).contains(&self.floor) {
            return refused("floor", self.floor, "0..=1");
        }
        let own = self.costs.iter().filter_map(|one| one.cost);
        if let Some(cost) = std::iter::once(self.cost).chain(own).find(|cost| !is_cost(*cost)) {
            return refused("cost", cost, "0.000001..=1000000000");
        }
        if let ResponseModel::Adbudg { shape, kept } = self.model {
            if !(0.1..=10.0).contains(&shape) {
                return refused("shape", shape, "0.1..=10");
            }
            if !(0.0..1.0).contains(&kept) {
                return refused("kept", kept, "0..=0.99");
            }
        }
        let capacities = self.costs.iter().filter_map(|one| one.capacity);
        let limits = self.limits.iter().flat_map(|one| [one.floor, one.ceiling]).flatten();
        let wrong = capacities.chain(limits).find(|touches| !(0.0..=1e12).contains(touches));
        wrong.map_or(Ok(()), |wrong| refused("limits", wrong, "0..=1000000000000"))
    }
}

fn is_cost(cost: f64) -> bool {
    (1e-6..=1e9).contains(&cost)
}

impl Needed {
    pub(super) fn add(&mut self, customers: u32, touches: u32, cost: f64) {
        self.customers += customers;
        self.touches += touches;
        self.cost += f64::from(touches) * cost;
    }
}
