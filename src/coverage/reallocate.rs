//! What it takes to reach the target and to keep the plan, and where the same effort would bring more.

use serde::{Deserialize, Serialize};

use super::{Book, CLOSE, Response, Spending, allocate, whole_up};
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

/// Needed as it is and as it would be best.
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
    /// No allocation gives more than this.
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

/// A cell on its way into the allocation.
struct Priced {
    cost: f64,
    made: f64,
    /// Touches up to what each customer needs.
    kept: f64,
    need: f64,
    worth: f64,
    value: f64,
    group: usize,
}

impl Book {
    /// The best way to spend a budget over the cells (METHODS section 7), and what target and plan would take. A cell needs
    /// its planned touches, or, without a plan, as many as cover its target.
    ///
    /// # Errors
    /// [`Error::BadSetting`] for params out of range; [`Error::BadAllocation`] where the floors need more than the budget
    /// or a capacity.
    pub fn reallocate(&self, params: &ReallocationParams) -> Result<Reallocation, Error> {
        params.check()?;
        let worth = self.worth_of_cells();
        let cells = self.priced(params, worth);
        let curves: Vec<Option<Response>> =
            cells.iter().map(|cell| params.model.curve(cell)).collect();
        let floors = self.floors(params, &cells);
        let budget_of = |cell: &Priced| cell.made * cell.cost;
        let before: f64 = cells.iter().map(budget_of).sum();
        let mut budget = params.budget * before;
        let mut spendings = Vec::new();
        let mut places = Vec::new();
        for (at, (cell, curve)) in cells.iter().zip(&curves).enumerate() {
            let (floor, ceiling) = floors[at];
            let Some(response) = *curve else {
                budget -= budget_of(cell);
                continue;
            };
            spendings.push(Spending {
                response,
                floor: floor * cell.cost,
                ceiling: ceiling * cell.cost,
                group: cell.group,
            });
            places.push(at);
        }
        let capacities = self.capacities(params, &cells, &curves);
        let found = allocate(&spendings, &capacities, budget.max(0.0))?;
        let mut told: Vec<SpentCell> = cells
            .iter()
            .zip(&curves)
            .zip(&floors)
            .map(|((cell, curve), &(floor, _))| {
                let at = |touches: f64| curve.map_or(0.0, |curve| curve.at(touches * cell.cost));
                let gain_before = match params.model {
                    ResponseModel::Constant => at(cell.kept.min(cell.need)),
                    ResponseModel::Adbudg { .. } => at(cell.made),
                };
                SpentCell {
                    before: cell.made,
                    after: cell.made,
                    need: cell.need,
                    floor,
                    cost: cell.cost,
                    gain_before,
                    gain_after: gain_before,
                    left_out: curve.is_none(),
                }
            })
            .collect();
        for (place, spent) in places.into_iter().zip(&found.spent) {
            let cell = &mut told[place];
            cell.after = spent / cell.cost;
            cell.gain_after = curves[place].map_or(0.0, |curve| curve.at(*spent));
        }
        let sum = |of: fn(&SpentCell) -> f64| told.iter().map(of).sum::<f64>();
        let left_out: f64 = cells
            .iter()
            .zip(&curves)
            .filter(|(_, curve)| curve.is_none())
            .map(|(cell, _)| budget_of(cell))
            .sum();
        let moves = moves(&told);
        Ok(Reallocation {
            budget: budget + left_out,
            spent_before: before,
            spent: sum(|cell| cell.after * cell.cost),
            gain_before: sum(|cell| cell.gain_before),
            gain: sum(|cell| cell.gain_after),
            bound: found.bound,
            exact: found.bound - found.gain <= CLOSE * found.bound.abs().max(1.0),
            worth,
            moves,
            to_target: self.to_target(&cells),
            to_plan: self.to_plan(&cells),
            cells: told,
        })
    }

    fn worth_of_cells(&self) -> Worth {
        if self.potential.is_some() {
            Worth::Potential
        } else if self.value.is_some() {
            Worth::Value
        } else {
            Worth::Customers
        }
    }

    fn priced(&self, params: &ReallocationParams, worth: Worth) -> Vec<Priced> {
        let mut kept = vec![0.0; self.grid.len()];
        let mut made = vec![0.0; self.grid.len()];
        for (at, cell) in self.grid.of_customers().enumerate() {
            let Some((cell, &own)) = cell.zip(self.made.get(at)) else { continue };
            let wanted = if self.plans.is_empty() { self.touches } else { self.planned[at] };
            kept[cell] += f64::from(own.min(wanted));
            made[cell] += f64::from(own);
        }
        let by = params.by.map(|by| by as usize).filter(|&by| by < self.grid.names.len());
        (0..self.grid.len())
            .map(|cell| {
                let group = by.map_or(0, |by| self.grid.place(cell)[by]);
                let own = by.and_then(|by| {
                    let name = &self.grid.names[by][group];
                    params.costs.iter().find(|one| one.segment == *name)?.cost
                });
                let reached = &self.cells[cell];
                let need = match self.plans.get(cell) {
                    Some(plan) => plan.planned as f64,
                    None => f64::from(whole_up(reached.target)) * f64::from(self.touches),
                };
                Priced {
                    cost: own.unwrap_or(params.cost),
                    made: made[cell],
                    kept: kept[cell],
                    need,
                    worth: match worth {
                        Worth::Potential => reached.potential.unwrap_or(0.0),
                        Worth::Value => reached.value.unwrap_or(0.0).max(0.0),
                        Worth::Customers => f64::from(reached.customers),
                    },
                    value: reached.value.unwrap_or(0.0),
                    group,
                }
            })
            .collect()
    }

    /// Floor and ceiling of each cell, in touches.
    fn floors(&self, params: &ReallocationParams, cells: &[Priced]) -> Vec<(f64, f64)> {
        let of = |(at, cell): (usize, &Priced)| {
            let names: Vec<&str> = self
                .grid
                .names
                .iter()
                .zip(self.grid.place(at))
                .map(|(names, place)| names[place].as_str())
                .collect();
            let own = params.limits.iter().find(|limit| limit.place == names);
            let ceiling = own.and_then(|own| own.ceiling).unwrap_or(f64::INFINITY).min(cell.need);
            let usual = params.floor * cell.made;
            let floor = own.and_then(|own| own.floor).unwrap_or(usual);
            (floor.min(ceiling), ceiling)
        };
        cells.iter().enumerate().map(of).collect()
    }

    /// What each group may spend, less what its cells spend that are left out.
    fn capacities(
        &self,
        params: &ReallocationParams,
        cells: &[Priced],
        curves: &[Option<Response>],
    ) -> Vec<f64> {
        let by = params.by.map(|by| by as usize).filter(|&by| by < self.grid.names.len());
        let Some(by) = by else { return vec![f64::INFINITY] };
        let of = |(group, name): (usize, &String)| {
            let line = params.costs.iter().find(|one| one.segment == *name);
            let touches = line.and_then(|line| line.capacity).unwrap_or(f64::INFINITY);
            let cost = line.and_then(|line| line.cost).unwrap_or(params.cost);
            let fixed = cells
                .iter()
                .zip(curves)
                .filter(|(cell, curve)| cell.group == group && curve.is_none());
            let fixed: f64 = fixed.map(|(cell, _)| cell.made * cell.cost).sum();
            (touches * cost - fixed).max(0.0)
        };
        self.grid.names[by].iter().enumerate().map(of).collect()
    }

    /// The fewest touches that bring every cell to its target.
    fn to_target(&self, cells: &[Priced]) -> Needed {
        let mut missing: Vec<Vec<u32>> = vec![Vec::new(); self.grid.len()];
        for (at, cell) in self.grid.of_customers().enumerate() {
            let Some((cell, &made)) = cell.zip(self.made.get(at)) else { continue };
            if made < self.touches {
                missing[cell].push(self.touches - made);
            }
        }
        let mut found = Needed::default();
        for (cell, mut missing) in missing.into_iter().enumerate() {
            missing.sort_unstable();
            let gap = self.cells[cell].gap.unwrap_or(0);
            let touches: u32 = missing.iter().take(gap as usize).sum();
            found.add(gap, touches, cells[cell].cost);
        }
        found
    }

    fn to_plan(&self, cells: &[Priced]) -> Option<Needed> {
        if self.plans.is_empty() {
            return None;
        }
        let mut found = Needed::default();
        for (at, cell) in self.grid.of_customers().enumerate() {
            let Some(cell) = cell else { continue };
            let touches = self.planned[at].saturating_sub(self.made[at]);
            found.add(u32::from(touches > 0), touches, cells[cell].cost);
        }
        Some(found)
    }
}

impl Needed {
    fn add(&mut self, customers: u32, touches: u32, cost: f64) {
        self.customers += customers;
        self.touches += touches;
        self.cost += f64::from(touches) * cost;
    }
}

impl ResponseModel {
    /// The response of a cell to money; `None` where it cannot be put through the cell's figures.
    fn curve(self, cell: &Priced) -> Option<Response> {
        match self {
            Self::Constant if cell.need > 0.0 => {
                Some(Response::Constant { rate: cell.worth / (cell.need * cell.cost) })
            }
            Self::Adbudg { shape, kept } => {
                let (most, least) = (cell.worth, kept * cell.value);
                let fits = cell.value > 0.0 && most > cell.value && cell.made > 0.0;
                let x = libm::pow(cell.made * cell.cost, shape);
                let half = x * (most - cell.value) / (cell.value - least);
                fits.then_some(Response::Adbudg { least, most, shape, half })
            }
            Self::Constant => None,
        }
    }
}

impl ReallocationParams {
    fn check(&self) -> Result<(), Error> {
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

/// Touches given up and taken on, paired by size; what is left of either side is budget that was added or freed.
fn moves(cells: &[SpentCell]) -> Vec<Move> {
    let change = |cell: &SpentCell| (cell.after - cell.before) * cell.cost;
    let side = |sign: f64| {
        let changes = (0_u32..).zip(cells.iter().map(|cell| sign * change(cell)));
        // What rounding leaves is no move.
        let mut found: Vec<(u32, f64)> = changes.filter(|(_, change)| *change > 1e-6).collect();
        found.sort_by(|a, b| b.1.total_cmp(&a.1));
        found
    };
    let (mut from, mut to) = (side(-1.0), side(1.0));
    from.reverse();
    to.reverse();
    let mut found = Vec::new();
    loop {
        let (given, taken) = (from.pop(), to.pop());
        let spent = match (given, taken) {
            (None, None) => break,
            (Some((_, given)), Some((_, taken))) => given.min(taken),
            (Some((_, one)), None) | (None, Some((_, one))) => one,
        };
        found.push(Move { from: given.map(|one| one.0), to: taken.map(|one| one.0), spent });
        for (side, one) in [(&mut from, given), (&mut to, taken)] {
            if let Some((cell, change)) = one.filter(|(_, change)| change - spent > 1e-6) {
                side.push((cell, change - spent));
            }
        }
    }
    found.sort_by(|a, b| b.spent.total_cmp(&a.spent));
    found
}
