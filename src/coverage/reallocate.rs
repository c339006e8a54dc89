//! Where the same effort would bring more, and what it takes to reach the target and to keep the plan.

use super::{
    Book, CLOSE, Needed, Reallocation, ReallocationParams, Response, ResponseModel, Spending,
    SpentCell, Worth, allocate, moves, whole_up,
};
use crate::error::Error;

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
    /// [`Error::BadSetting`] for params out of range; [`Error::BadAllocation`] where the floors, and what cells keep that
    /// are left out, need more than the budget or a capacity.
    ///
    /// ```
    /// use segmentlab::coverage::{CoverageParams, ReallocationParams, Sources, Worth, coverage};
    /// # use segmentlab::features::FeatureSource;
    /// # use segmentlab::{error::Error, mapping::look, transactions::read_all};
    /// # let read = |file: &[u8]| {
    /// #     let head = look(file, &[], file.len() as u64, None)?;
    /// #     Ok::<_, Error>(read_all(&[file], &head.params, 1 << 20, 1)?.transactions)
    /// # };
    /// let list = read(b"customer,region,potential\nA,north,90\nB,north,90\nC,south,20\nD,south,20\n")?;
    /// let visits = read(b"customer,date\nA,2025-12-01\nC,2025-12-02\nD,2025-12-03\n")?;
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
    /// let (_, book) = coverage(&sources, &CoverageParams { target: 1.0, ..CoverageParams::default() })?;
    /// let found = book.reallocate(&ReallocationParams { floor: 0.0, ..ReallocationParams::default() })?;
    /// // Three visits as before; each of the two that the north can use reaches more.
    /// assert_eq!(found.cells.iter().map(|cell| cell.after).collect::<Vec<_>>(), [2.0, 1.0]);
    /// assert_eq!((found.worth, found.moves[0].from, found.moves[0].to), (Worth::Potential, Some(1), Some(0)));
    /// # Ok::<(), Error>(())
    /// ```
    pub fn reallocate(&self, params: &ReallocationParams) -> Result<Reallocation, Error> {
        params.check()?;
        let worth = self.worth_of_cells();
        let cells = self.priced(params, worth);
        let curves: Vec<Option<Response>> =
            cells.iter().map(|cell| params.model.curve(cell)).collect();
        let floors = self.floors(params, &cells);
        let budget_of = |cell: &Priced| cell.made * cell.cost;
        let before: f64 = cells.iter().map(budget_of).sum();
        let budget = params.budget * before;
        let mut left_out = 0.0;
        let mut spendings = Vec::new();
        let mut places = Vec::new();
        for (at, (cell, curve)) in cells.iter().zip(&curves).enumerate() {
            let (floor, ceiling) = floors[at];
            let Some(response) = *curve else {
                left_out += budget_of(cell);
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
        let mut capacities = self.capacities(params, &cells, &curves);
        let mut needed = vec![0.0; capacities.len()];
        for one in &spendings {
            needed[one.group] += one.floor;
        }
        for (capacity, needed) in capacities.iter_mut().zip(&needed) {
            *capacity = with_room(*capacity, *needed);
        }
        let free = with_room(budget - left_out, needed.iter().sum());
        let found = allocate(&spendings, &capacities, free)?;
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
        Ok(Reallocation {
            budget,
            spent_before: before,
            spent: sum(|cell| cell.after * cell.cost),
            gain_before: sum(|cell| cell.gain_before),
            gain: sum(|cell| cell.gain_after),
            bound: found.bound,
            exact: found.bound - found.gain <= CLOSE * found.bound.abs().max(1.0),
            worth,
            moves: moves(&told),
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
        let by = self.by(params);
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

    /// The dimension whose segments have costs of their own.
    fn by(&self, params: &ReallocationParams) -> Option<usize> {
        params.by.map(|by| by as usize).filter(|&by| by < self.grid.names.len())
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
        let Some(by) = self.by(params) else { return vec![f64::INFINITY] };
        let of = |(group, name): (usize, &String)| {
            let line = params.costs.iter().find(|one| one.segment == *name);
            let touches = line.and_then(|line| line.capacity).unwrap_or(f64::INFINITY);
            let cost = line.and_then(|line| line.cost).unwrap_or(params.cost);
            let fixed = cells
                .iter()
                .zip(curves)
                .filter(|(cell, curve)| cell.group == group && curve.is_none());
            let fixed: f64 = fixed.map(|(cell, _)| cell.made * cell.cost).sum();
            touches * cost - fixed
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

/// A limit that rounding alone has put below what is needed, as what is needed.
fn with_room(limit: f64, needed: f64) -> f64 {
    let is_rounding = limit < needed && needed - limit <= 1e-9 * needed.max(1.0);
    if is_rounding { needed } else { limit }
}
