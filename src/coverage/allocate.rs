//! Where to spend a budget.

use std::collections::BinaryHeap;

use serde::{Deserialize, Serialize};

use super::{Envelope, Response, last};
use crate::error::Error;

/// A cell that something can be spent on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Spending {
    /// What it gives.
    pub response: Response,
    /// Spent at least, not negative.
    pub floor: f64,
    /// Spent at most: the cell's need, or less.
    pub ceiling: f64,
    /// Which of the groups has to do the work.
    pub group: usize,
}

/// The best way to spend a budget.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Allocation {
    /// Spent on each cell.
    pub spent: Vec<f64>,
    /// Given by all of them.
    pub gain: f64,
    /// No allocation gives more than this.
    pub bound: f64,
}

/// How far, of the bound, an allocation may stay below it and pass for the best.
pub const CLOSE: f64 = 1e-9;

/// Parts of the problem that are looked at before the best so far has to do.
const MOST_PARTS: usize = 4_000;

/// The allocation of a budget over cells that gives most: nothing below a cell's floor or above its ceiling, at most
/// `capacities[group]` in each group and at most `budget` in all.
///
/// Where returns fall from the start the marginal responses of all cells that are neither at their floor nor at their
/// ceiling are equal, or equal within their group where that is full. Curves with an S are not concave, and equal
/// marginal responses may be far from the best; the problem is then bounded from above by the least concave curves over
/// them and parted where these are not tight (Udell and Boyd 2013), until no part can give more than the best found by
/// [`CLOSE`] of it. `bound` says how much more could be possible where that takes too long.
///
/// # Errors
/// [`Error::BadAllocation`] if a number is no number or negative, a floor is above its ceiling, or the floors need more
/// than the budget or a capacity.
///
/// ```
/// use segmentlab::coverage::{Response, Spending, allocate};
/// let cell = |rate| Spending { response: Response::Constant { rate }, floor: 0.0, ceiling: 6.0, group: 0 };
/// let best = allocate(&[cell(1.0), cell(3.0)], &[f64::INFINITY], 8.0)?;
/// assert_eq!(best.spent, [2.0, 6.0]);
/// assert_eq!(best.gain, 20.0);
/// # Ok::<(), segmentlab::error::Error>(())
/// ```
pub fn allocate(cells: &[Spending], capacities: &[f64], budget: f64) -> Result<Allocation, Error> {
    check(cells, capacities, budget)?;
    let bounds = cells.iter().map(|cell| (cell.floor, cell.ceiling)).collect();
    let part = |bounds| Part::of(cells, bounds, capacities, budget);
    let mut best: Option<(f64, Vec<f64>)> = None;
    let mut open = BinaryHeap::new();
    open.extend(part(bounds));
    let mut looked = 0;
    let mut bound = f64::NEG_INFINITY;
    while let Some(next) = open.pop() {
        bound = next.bound;
        let found = gain(cells, &next.spent);
        if best.as_ref().is_none_or(|(most, _)| found > *most) {
            best = Some((found, next.spent.clone()));
        }
        let most = best.as_ref().map_or(found, |(most, _)| *most);
        looked += 1;
        if bound - most <= CLOSE * bound.abs().max(1.0) || looked == MOST_PARTS {
            break;
        }
        open.extend(next.halves().into_iter().flatten().filter_map(part));
    }
    let (gain, spent) = best.unwrap_or_default();
    Ok(Allocation { spent, gain, bound: bound.max(gain) })
}

fn gain(cells: &[Spending], spent: &[f64]) -> f64 {
    cells.iter().zip(spent).map(|(cell, &spent)| cell.response.at(spent)).sum()
}

/// Bounds of every cell, the best allocation of the concave curves between them, and what that gives.
struct Part {
    bounds: Vec<(f64, f64)>,
    spent: Vec<f64>,
    bound: f64,
    /// The cell whose concave curve lies highest above its response, if any does.
    loose: Option<usize>,
}

impl Part {
    /// `None` if the lower bounds need too much.
    fn of(
        cells: &[Spending],
        bounds: Vec<(f64, f64)>,
        capacities: &[f64],
        budget: f64,
    ) -> Option<Self> {
        let curves: Vec<Envelope> = cells
            .iter()
            .zip(&bounds)
            .map(|(cell, &(low, high))| Envelope::new(cell.response, low, high))
            .collect();
        let mut members = vec![Vec::new(); capacities.len()];
        for (at, cell) in cells.iter().enumerate() {
            members[cell.group].push(at);
        }
        let groups: Vec<Group> = members
            .iter()
            .zip(capacities)
            .map(|(members, &capacity)| Group {
                curves: members.iter().map(|&at| curves[at]).collect(),
                capacity,
            })
            .collect();
        let needed: Vec<f64> = groups.iter().map(Group::least).collect();
        let is_short = groups.iter().zip(&needed).any(|(group, &needed)| needed > group.capacity);
        if is_short || needed.iter().sum::<f64>() > budget {
            return None;
        }
        let mut spent = vec![0.0; cells.len()];
        for ((group, members), amount) in groups.iter().zip(&members).zip(fill(&groups, budget)) {
            for (&at, amount) in members.iter().zip(fill(&group.curves, amount)) {
                spent[at] = amount;
            }
        }
        let values: Vec<f64> = curves.iter().zip(&spent).map(|(curve, &x)| curve.at(x)).collect();
        let over = |at: usize| values[at] - cells[at].response.at(spent[at]);
        let loose = (0..cells.len()).filter(|&at| over(at) > 0.0);
        let loose = loose.reduce(|most, at| if over(at) > over(most) { at } else { most });
        Some(Self { bounds, bound: values.iter().sum(), spent, loose })
    }

    /// The part below and the part above what is spent where the concave curve is loosest.
    fn halves(&self) -> Option<[Vec<(f64, f64)>; 2]> {
        let at = self.loose?;
        let [mut below, mut above] = [self.bounds.clone(), self.bounds.clone()];
        below[at].1 = self.spent[at];
        above[at].0 = self.spent[at];
        Some([below, above])
    }
}

impl PartialEq for Part {
    fn eq(&self, other: &Self) -> bool {
        self.bound.total_cmp(&other.bound).is_eq()
    }
}

impl Eq for Part {}

impl PartialOrd for Part {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Part {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.bound.total_cmp(&other.bound)
    }
}

/// Something that wants to be spent on, the more the less it costs.
trait Demand {
    /// At any price.
    fn least(&self) -> f64;
    /// How much is worth a price above 0; never more at a higher price.
    fn at_price(&self, price: f64) -> f64;
}

impl Demand for Envelope {
    fn least(&self) -> f64 {
        self.low
    }

    fn at_price(&self, price: f64) -> f64 {
        self.worth(price)
    }
}

/// Cells that share a capacity.
struct Group {
    curves: Vec<Envelope>,
    capacity: f64,
}

impl Demand for Group {
    fn least(&self) -> f64 {
        self.curves.iter().map(Demand::least).sum()
    }

    fn at_price(&self, price: f64) -> f64 {
        let wanted: f64 = self.curves.iter().map(|curve| curve.at_price(price)).sum();
        wanted.min(self.capacity)
    }
}

/// Shares an amount out at the price at which all of it is wanted: what is wanted at that price but not at the next
/// higher one is given in order until nothing is left.
fn fill(of: &[impl Demand], amount: f64) -> Vec<f64> {
    let wanted = |price: f64| -> f64 { of.iter().map(|one| one.at_price(price)).sum() };
    let lowest = f64::MIN_POSITIVE;
    if wanted(lowest) <= amount {
        return of.iter().map(|one| one.at_price(lowest)).collect();
    }
    let price = last(lowest, f64::MAX, |price| wanted(price) > amount);
    let above = f64::from_bits(price.to_bits() + 1);
    let mut given: Vec<f64> = of.iter().map(|one| one.at_price(above).max(one.least())).collect();
    let mut left = (amount - given.iter().sum::<f64>()).max(0.0);
    for (given, one) in given.iter_mut().zip(of) {
        let more = (one.at_price(price) - *given).clamp(0.0, left);
        *given += more;
        left -= more;
    }
    given
}

fn check(cells: &[Spending], capacities: &[f64], budget: f64) -> Result<(), Error> {
    let is_amount = |x: f64| x >= 0.0;
    let is_fine = |cell: &Spending| {
        is_amount(cell.floor)
            && cell.floor <= cell.ceiling
            && cell.ceiling.is_finite()
            && cell.group < capacities.len()
            && match cell.response {
                Response::Constant { rate } => is_amount(rate) && rate.is_finite(),
                Response::Adbudg { least, most, shape, half } => {
                    let finite = [least, most, shape, half].iter().all(|x| x.is_finite());
                    finite && is_amount(least) && least <= most && shape > 0.0 && half > 0.0
                }
            }
    };
    if let Some(cell) = cells.iter().position(|cell| !is_fine(cell)) {
        return Err(Error::BadAllocation { cell: Some(cell) });
    }
    let mut needed = vec![0.0; capacities.len()];
    for cell in cells {
        needed[cell.group] += cell.floor;
    }
    let fits = capacities.iter().zip(&needed).all(|(capacity, needed)| needed <= capacity);
    if !fits || !is_amount(budget) || needed.iter().sum::<f64>() > budget {
        return Err(Error::BadAllocation { cell: None });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use rand::{Rng, SeedableRng};
    use rand_xoshiro::Xoshiro256PlusPlus;

    use super::*;

    fn cell(response: Response, ceiling: f64) -> Spending {
        Spending { response, floor: 0.0, ceiling, group: 0 }
    }

    fn adbudg(most: f64, shape: f64, half: f64) -> Response {
        Response::Adbudg { least: 0.0, most, shape, half }
    }

    fn whole(cells: &[Spending], budget: f64) -> Allocation {
        allocate(cells, &[f64::INFINITY], budget).unwrap()
    }

    /// The best of all allocations in steps of one.
    fn by_steps(cells: &[Spending], capacities: &[f64], budget: u32) -> f64 {
        fn go(cells: &[Spending], left: f64, rooms: &mut [f64]) -> f64 {
            let Some((first, others)) = cells.split_first() else { return 0.0 };
            let mut best = f64::NEG_INFINITY;
            let mut spent = first.floor;
            while spent <= first.ceiling && spent <= left && spent <= rooms[first.group] {
                rooms[first.group] -= spent;
                best = best.max(first.response.at(spent) + go(others, left - spent, rooms));
                rooms[first.group] += spent;
                spent += 1.0;
            }
            best
        }
        go(cells, f64::from(budget), &mut capacities.to_vec())
    }

    fn assert_fits(cells: &[Spending], capacities: &[f64], budget: f64, found: &Allocation) {
        let slack = 1e-9 * budget.max(1.0);
        assert!(found.spent.iter().sum::<f64>() <= budget + slack);
        for (cell, &spent) in cells.iter().zip(&found.spent) {
            assert!(cell.floor <= spent && spent <= cell.ceiling, "{cell:?} {spent}");
        }
        for (group, capacity) in capacities.iter().enumerate() {
            let own = cells.iter().zip(&found.spent).filter(|(cell, _)| cell.group == group);
            assert!(own.map(|(_, spent)| spent).sum::<f64>() <= capacity + slack);
        }
        let gain: f64 = cells.iter().zip(&found.spent).map(|(cell, &x)| cell.response.at(x)).sum();
        assert!((gain - found.gain).abs() <= 1e-12 * gain.abs());
    }

    #[test]
    fn falling_returns_meet_the_closed_form() {
        // The marginal response of most * x / (half + x) is most * half / (half + x)^2: equal where
        // half + x = sqrt(most * half / price), the price being that at which the budget is spent.
        let curves = [(90.0, 10.0), (40.0, 4.0), (70.0, 30.0)];
        let cells = curves.map(|(most, half)| cell(adbudg(most, 1.0, half), 1e6));
        let budget = 100.0;
        let roots: f64 = curves.iter().map(|(most, half)| (most * half).sqrt()).sum();
        let halves: f64 = curves.iter().map(|(_, half)| half).sum();
        let found = whole(&cells, budget);
        for ((most, half), spent) in curves.into_iter().zip(&found.spent) {
            let expected = (most * half).sqrt() / roots * (budget + halves) - half;
            assert!((spent - expected).abs() < 1e-7, "{spent} {expected}");
        }
        assert!(found.bound - found.gain <= 1e-9 * found.bound);
    }

    #[test]
    fn steps_of_one_are_never_better() {
        let mut chance = Xoshiro256PlusPlus::seed_from_u64(4);
        for round in 0..60 {
            let capacities =
                [f64::from(chance.gen_range(4..14)), f64::from(chance.gen_range(4..14))];
            let cells: Vec<Spending> = (0..4)
                .map(|at| {
                    let response = if chance.gen_bool(0.3) {
                        Response::Constant { rate: f64::from(chance.gen_range(0..5)) }
                    } else {
                        let half: f64 = chance.gen_range(1.0..200.0);
                        adbudg(chance.gen_range(1.0..40.0), chance.gen_range(0.5..4.0), half)
                    };
                    let floor = f64::from(chance.gen_range(0..2));
                    let ceiling = floor + f64::from(chance.gen_range(0..9));
                    Spending { response, floor, ceiling, group: at % 2 }
                })
                .collect();
            let budget = chance.gen_range(5..20);
            let found = allocate(&cells, &capacities, f64::from(budget)).unwrap();
            assert_fits(&cells, &capacities, f64::from(budget), &found);
            let steps = by_steps(&cells, &capacities, budget);
            assert!(found.gain >= steps - 1e-9 * steps, "{round}: {} {steps}", found.gain);
            assert!(found.bound - found.gain <= CLOSE * found.bound.max(1.0), "{round}");
        }
    }

    #[test]
    fn an_s_is_climbed_or_left_alone() {
        // Both need about 10 to move; there is enough for one of them, and equal shares would give next to nothing.
        let cells = [cell(adbudg(50.0, 6.0, 1e6), 30.0), cell(adbudg(50.0, 6.0, 1e6), 30.0)];
        let found = whole(&cells, 14.0);
        let least = found.spent[0].min(found.spent[1]);
        assert_eq!(least, 0.0);
        assert!(found.gain > 40.0);
    }

    #[test]
    fn more_budget_never_gives_less() {
        let cells = [
            cell(adbudg(30.0, 3.0, 500.0), 25.0),
            cell(adbudg(20.0, 0.8, 5.0), 25.0),
            cell(Response::Constant { rate: 0.7 }, 10.0),
        ];
        let gains: Vec<f64> = (0..80).map(|budget| whole(&cells, f64::from(budget)).gain).collect();
        assert!(gains.windows(2).all(|two| two[1] >= two[0] - 1e-9));
        assert!((gains[79] - gains[60]).abs() < 1e-9, "needs are met from 60 on");
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let fine = cell(Response::Constant { rate: 1.0 }, 5.0);
        let wrong = [
            Spending { floor: 6.0, ..fine.clone() },
            Spending { floor: f64::NAN, ..fine.clone() },
            Spending { group: 1, ..fine.clone() },
            cell(adbudg(1.0, 0.0, 1.0), 5.0),
            cell(Response::Constant { rate: -1.0 }, 5.0),
        ];
        for wrong in wrong {
            let error = allocate(&[fine.clone(), wrong.clone()], &[10.0], 10.0).unwrap_err();
            assert_eq!(error, Error::BadAllocation { cell: Some(1) }, "{wrong:?}");
        }
        let needy = Spending { floor: 4.0, ..fine };
        for (capacity, budget) in [(10.0, 7.0), (7.0, 10.0), (10.0, -1.0)] {
            let error = allocate(&[needy.clone(), needy.clone()], &[capacity], budget).unwrap_err();
            assert_eq!(error, Error::BadAllocation { cell: None });
        }
    }
}
