//! Who is reached, cell by cell.

use super::{CellReach, Grid, ReachParams, ReachReport, Reached};
use crate::error::Error;

/// Sums over the customers of a cell.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    customers: u32,
    covered: u32,
    /// Customers that should be covered.
    target: f64,
    potential_known: u32,
    value: f64,
    value_covered: f64,
    /// Of those not covered.
    potential_open: f64,
    potential: f64,
    /// Value of those with a known potential.
    value_known: f64,
}

/// Coverage of the cells of a grid (METHODS section 7): numeric and by value, the gap to the target in customers and
/// percentage points and what it could bring, white space and share of wallet, and customers against those expected if
/// the dimensions were independent.
///
/// Sums run over the customers in their order, so the same customers give the same bits.
///
/// # Errors
/// [`Error::BadReach`] if no touch is asked for, a target is not from 0 to 1, or a column is of other customers or cells.
///
/// ```
/// use segmentlab::coverage::{Grid, ReachParams, Reached, reach};
/// use segmentlab::segments::{Label, Segmentation};
///
/// let labels = [0, 0, 0, 1].map(Label::Segment).to_vec();
/// let region = Segmentation { names: vec!["north".into(), "south".into()], labels };
/// let grid = Grid::of(&[&region])?;
/// let of = Reached {
///     touches: Some(&[2, 0, 1, 0]),
///     value: Some(&[6.0, 1.0, 3.0, 4.0]),
///     potential: None,
///     targets: None,
/// };
/// let report = reach(&grid, of, &ReachParams { touches: 1, target: 0.9 })?;
/// let north = &report.cells[0];
/// assert_eq!((north.customers, north.covered, north.gap), (3, Some(2), Some(1)));
/// assert_eq!(north.value_rate, Some(0.9));
/// assert_eq!(report.whole.rate, Some(0.5));
/// # Ok::<(), segmentlab::error::Error>(())
/// ```
pub fn reach(grid: &Grid, of: Reached<'_>, params: &ReachParams) -> Result<ReachReport, Error> {
    let Reached { touches, value, potential, targets } = of;
    let customers = grid.of_customers().count();
    let lengths = [touches.map(<[u32]>::len), value.map(<[f64]>::len), potential.map(<[f64]>::len)];
    let is_even = lengths.into_iter().flatten().all(|length| length == customers)
        && targets.is_none_or(|targets| targets.len() == grid.len());
    let is_part = |target: &f64| (0.0..=1.0).contains(target);
    let stated = targets.unwrap_or_default().iter().filter(|target| !target.is_nan());
    let wrong = std::iter::once(&params.target).chain(stated).find(|target| !is_part(target));
    if params.touches == 0 || wrong.is_some() || !is_even {
        let target = wrong.copied().unwrap_or(params.target);
        return Err(Error::BadReach { touches: params.touches, target });
    }
    let goal = |cell: usize| match targets.map(|targets| targets[cell]) {
        Some(own) if !own.is_nan() => own,
        _ => params.target,
    };
    let mut cells = vec![Sums::default(); grid.len()];
    let mut whole = Sums::default();
    let mut outside = 0;
    for (customer, cell) in grid.of_customers().enumerate() {
        let value = value.map_or(0.0, |value| value[customer]);
        let could = potential.map_or(f64::NAN, |potential| potential[customer]);
        let Some(cell) = cell else {
            outside += 1;
            continue;
        };
        let covered = touches.is_some_and(|touches| touches[customer] >= params.touches);
        for sums in [&mut cells[cell], &mut whole] {
            sums.add(covered, value, could);
        }
    }
    for (at, cell) in cells.iter_mut().enumerate() {
        // A product, not a sum of goals: 85 of a hundred customers are 85.
        cell.target = goal(at) * f64::from(cell.customers);
        whole.target += cell.target;
    }
    let shares = marginals(grid, &cells);
    let total = f64::from(whole.customers);
    let expected = |cell: usize| -> f64 {
        if whole.customers == 0 {
            return 0.0;
        }
        let place = grid.place(cell);
        total
            * place
                .iter()
                .zip(&shares)
                .map(|(&at, shares)| f64::from(shares[at]) / total)
                .product::<f64>()
    };
    let known = Known {
        touches: touches.is_some(),
        value: value.is_some(),
        potential: potential.is_some(),
    };
    Ok(ReachReport {
        names: grid.names.clone(),
        cells: cells.iter().enumerate().map(|(at, sums)| sums.told(expected(at), known)).collect(),
        whole: whole.told(total, known),
        outside,
    })
}

/// Customers of each segment of each dimension.
fn marginals(grid: &Grid, cells: &[Sums]) -> Vec<Vec<u32>> {
    let mut found: Vec<Vec<u32>> = grid.names.iter().map(|names| vec![0; names.len()]).collect();
    for (cell, sums) in cells.iter().enumerate() {
        for (customers, at) in found.iter_mut().zip(grid.place(cell)) {
            customers[at] += sums.customers;
        }
    }
    found
}

/// Which columns there are.
#[derive(Debug, Clone, Copy)]
struct Known {
    touches: bool,
    value: bool,
    potential: bool,
}

impl Sums {
    fn add(&mut self, covered: bool, value: f64, potential: f64) {
        self.customers += 1;
        self.value += value;
        if covered {
            self.covered += 1;
            self.value_covered += value;
        }
        // What is below zero is as unknown as what is missing.
        if potential >= 0.0 && potential.is_finite() {
            self.potential_known += 1;
            self.potential += potential;
            self.value_known += value;
            if !covered {
                self.potential_open += potential;
            }
        }
    }

    fn told(&self, expected: f64, known: Known) -> CellReach {
        let Self { customers, target, .. } = *self;
        let part = |of: f64, whole: f64| (whole > 0.0).then(|| of / whole);
        let covered = known.touches.then_some(self.covered);
        let rate = covered.and_then(|covered| part(f64::from(covered), f64::from(customers)));
        let goal = part(target, f64::from(customers));
        let worth = known.value && known.potential;
        let reached = known.touches && known.potential;
        CellReach {
            customers,
            covered,
            rate,
            value: known.value.then_some(self.value),
            value_rate: part(self.value_covered, self.value)
                .filter(|_| known.touches && known.value),
            goal,
            target,
            gap: covered.map(|covered| whole_up(target).saturating_sub(covered)),
            points: goal.zip(rate).map(|(goal, rate)| 100.0 * (goal - rate)),
            potential: known.potential.then_some(self.potential),
            potential_known: self.potential_known,
            potential_rate: part(self.potential - self.potential_open, self.potential)
                .filter(|_| reached),
            at_stake: reached.then_some(self.potential_open),
            white_space: worth.then_some(self.potential - self.value_known),
            wallet: part(self.value_known, self.potential).filter(|_| worth),
            expected,
            lift: part(f64::from(customers), expected),
        }
    }
}

/// Rounded up, but not for what rounding has put above a whole number: .07 * 100 is 7.000000000000001.
pub(super) fn whole_up(wanted: f64) -> u32 {
    let nearest = wanted.round();
    let is_whole = (wanted - nearest).abs() <= 1e-9 * nearest.max(1.0);
    (if is_whole { nearest } else { wanted.ceil() }) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segments::{Label, Segmentation};

    fn division(names: u16, labels: &[u16]) -> Segmentation {
        Segmentation {
            names: (0..names).map(|name| name.to_string()).collect(),
            labels: labels.iter().map(|&label| Label::Segment(label)).collect(),
        }
    }

    #[test]
    fn parts_add_up_to_the_whole() {
        let n = 500_u32;
        let label = |of: u32| (0..n).map(|at| (at * of % 7 % 3) as u16).collect::<Vec<_>>();
        let [a, b, c] = [1, 3, 5].map(|of| division(3, &label(of)));
        let touches: Vec<u32> = (0..n).map(|at| at * 13 % 4).collect();
        let value: Vec<f64> = (0..n).map(|at| f64::from(at % 91) - 3.0).collect();
        let potential: Vec<f64> =
            (0..n).map(|at| if at % 5 == 0 { f64::NAN } else { f64::from(at % 77 * 2) }).collect();
        let grid = Grid::of(&[&a, &b, &c]).unwrap();
        let of = Reached {
            touches: Some(&touches),
            value: Some(&value),
            potential: Some(&potential),
            targets: None,
        };
        let report = reach(&grid, of, &ReachParams { touches: 2, target: 0.8 }).unwrap();
        let sum = |of: &dyn Fn(&CellReach) -> f64| report.cells.iter().map(of).sum::<f64>();
        assert_eq!(sum(&|cell| cell.customers.into()), f64::from(n));
        let covered = |cell: &CellReach| f64::from(cell.covered.unwrap());
        assert_eq!(sum(&covered), covered(&report.whole));
        assert_eq!(sum(&|cell| cell.value.unwrap()), report.whole.value.unwrap());
        let potential = |cell: &CellReach| cell.potential.unwrap();
        assert_eq!(sum(&potential), potential(&report.whole));
        // What is covered and what is at stake make the potential.
        let reached = report.whole.potential_rate.unwrap() * potential(&report.whole);
        assert!((reached + report.whole.at_stake.unwrap() - potential(&report.whole)).abs() < 1e-6);
        assert_eq!(sum(&|cell| cell.potential_known.into()), 400.0);
        assert_eq!(sum(&|cell| cell.at_stake.unwrap()), report.whole.at_stake.unwrap());
        assert_eq!(sum(&|cell| cell.white_space.unwrap()), report.whole.white_space.unwrap());
        assert!((sum(&|cell| cell.expected) - f64::from(n)).abs() < 1e-9);
        // Weights of the cells' rates sum to the rate of all.
        let rate = sum(&|cell| cell.rate.unwrap_or(0.0) * f64::from(cell.customers)) / f64::from(n);
        assert!((rate - report.whole.rate.unwrap()).abs() < 1e-12);
    }

    #[test]
    fn a_gap_is_in_whole_customers() {
        let of = |customers: usize, covered: usize, target: f64| {
            let grid = Grid::of(&[&division(1, &vec![0; customers])]).unwrap();
            let touches: Vec<u32> = (0..customers).map(|at| u32::from(at < covered)).collect();
            let of = Reached { touches: Some(&touches), ..Reached::default() };
            let whole = reach(&grid, of, &ReachParams { touches: 1, target }).unwrap().whole;
            (whole.gap.unwrap(), whole.points.map(|points| (points * 1e6).round() / 1e6))
        };
        assert_eq!(of(10, 3, 0.75), (5, Some(45.0)));
        assert_eq!(of(100, 0, 0.07), (7, Some(7.0)));
        assert_eq!(of(10, 9, 0.8), (0, Some(-10.0)));
        assert_eq!(of(0, 0, 0.8), (0, None));
    }

    #[test]
    fn a_cell_may_have_a_target_of_its_own() {
        let grid = Grid::of(&[&division(2, &[0, 0, 0, 0, 1, 1])]).unwrap();
        let of = Reached {
            touches: Some(&[1, 0, 0, 0, 1, 0]),
            targets: Some(&[0.5, f64::NAN]),
            ..Reached::default()
        };
        let report = reach(&grid, of, &ReachParams { touches: 1, target: 1.0 }).unwrap();
        let gaps: Vec<_> = report.cells.iter().map(|cell| (cell.goal, cell.gap)).collect();
        assert_eq!(gaps, [(Some(0.5), Some(1)), (Some(1.0), Some(1))]);
        // Two of four and two of two should be covered: four of six.
        assert_eq!((report.whole.target, report.whole.gap), (4.0, Some(2)));
        assert_eq!(report.whole.goal, Some(4.0 / 6.0));
    }

    #[test]
    fn without_touches_nothing_is_said_of_coverage() {
        let grid = Grid::of(&[&division(1, &[0, 0])]).unwrap();
        let of = Reached { potential: Some(&[3.0, f64::NAN]), ..Reached::default() };
        let whole = reach(&grid, of, &ReachParams::default()).unwrap().whole;
        assert_eq!(
            (whole.covered, whole.rate, whole.gap, whole.at_stake),
            (None, None, None, None)
        );
        assert_eq!((whole.customers, whole.potential, whole.potential_known), (2, Some(3.0), 1));
    }

    #[test]
    fn independent_dimensions_have_a_lift_of_one() {
        // Two halves by two thirds and a third: 4, 2, 4, 2.
        let a = division(2, &[0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1]);
        let b = division(2, &[0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1, 1]);
        let of = Reached { touches: Some(&[0; 12]), ..Reached::default() };
        let report = reach(&Grid::of(&[&a, &b]).unwrap(), of, &ReachParams::default()).unwrap();
        for cell in report.cells {
            assert!((cell.lift.unwrap() - 1.0).abs() < 1e-12);
            assert_eq!((cell.value, cell.at_stake, cell.wallet), (None, None, None));
        }
    }

    #[test]
    fn a_negative_potential_is_not_used() {
        let grid = Grid::of(&[&division(1, &[0, 0, 0])]).unwrap();
        let of = Reached {
            touches: Some(&[0, 0, 1]),
            value: Some(&[1.0, 2.0, 3.0]),
            potential: Some(&[-5.0, 10.0, 4.0]),
            targets: None,
        };
        let report = reach(&grid, of, &ReachParams::default()).unwrap();
        let whole = report.whole;
        assert_eq!((whole.at_stake, whole.white_space), (Some(10.0), Some(9.0)));
        assert_eq!(whole.wallet, Some(5.0 / 14.0));
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let grid = Grid::of(&[&division(1, &[0])]).unwrap();
        let of = Reached { touches: Some(&[0]), ..Reached::default() };
        for params in [(0, 1.0), (1, 1.01), (1, -0.1), (1, f64::NAN)] {
            let params = ReachParams { touches: params.0, target: params.1 };
            assert!(matches!(reach(&grid, of, &params), Err(Error::BadReach { .. })));
        }
        let short = Reached { touches: Some(&[]), ..of };
        assert!(reach(&grid, short, &ReachParams::default()).is_err());
        for targets in [&[1.5][..], &[-0.5], &[0.5, 0.5]] {
            let stated = Reached { targets: Some(targets), ..of };
            assert!(reach(&grid, stated, &ReachParams::default()).is_err(), "{targets:?}");
        }
    }
}
