//! Own sales against the market, cell by cell.

use serde::{Deserialize, Serialize};

use crate::error::Error;

/// What is known of one cell; `None` where it is not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CellMarket {
    /// Own customers.
    pub customers: f64,
    /// Customers of the market: the universe.
    pub universe: Option<f64>,
    /// Own sales in the period.
    pub sales: f64,
    /// Sales of all in the period.
    pub market: Option<f64>,
    /// Own sales in the period before.
    pub sales_before: Option<f64>,
    /// Sales of all in the period before.
    pub market_before: Option<f64>,
}

/// How a cell stands in its market; shares and growth as parts of 1, `None` where they cannot be told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct CellStanding {
    /// Own customers of those of the market.
    pub penetration: Option<f64>,
    /// Own sales of those of the market.
    pub share: Option<f64>,
    /// Share over the share in the market of all cells, times 100.
    pub index: Option<f64>,
    /// The cell's part of the market of all cells.
    pub weight: Option<f64>,
    /// Growth of own sales since the period before.
    pub growth: Option<f64>,
    /// Growth of the market.
    pub market_growth: Option<f64>,
    /// Sales expected if the own sales were spread over the cells as the market is.
    pub expected: Option<f64>,
}

/// All cells against their market.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct MarketReport {
    /// In the order of the cells.
    pub cells: Vec<CellStanding>,
    /// Of the cells whose market is known; its penetration of those whose universe is.
    pub whole: CellStanding,
    /// Herfindahl's index of own sales over the cells: 1 over as many equal cells, 1 if one cell has all. `None` without
    /// sales.
    pub concentration: Option<f64>,
    /// Cells in which own sales are more than those of the market, or own customers more than the universe: one of the
    /// two figures is wrong.
    pub beyond: Vec<u32>,
}

/// Penetration, share, growth and concentration (METHODS section 7). Cells without a known market have no share, and
/// stand outside those of the whole.
///
/// # Errors
/// [`Error::BadMarket`] if a figure is negative or no number.
///
/// ```
/// use segmentlab::coverage::{CellMarket, market};
/// let cell = |sales, market| CellMarket { sales, market: Some(market), ..CellMarket::default() };
/// let report = market(&[cell(30.0, 100.0), cell(10.0, 300.0)])?;
/// assert_eq!(report.whole.share, Some(0.1));
/// assert_eq!(report.cells[0].index, Some(300.0));
/// // As the market is spread, a quarter of the sales would lie in the first cell.
/// assert_eq!(report.cells[0].expected, Some(10.0));
/// assert_eq!(report.concentration, Some(0.625));
/// # Ok::<(), segmentlab::error::Error>(())
/// ```
pub fn market(cells: &[CellMarket]) -> Result<MarketReport, Error> {
    for (cell, of) in cells.iter().enumerate() {
        let figures = [of.universe, of.market, of.sales_before, of.market_before];
        let all = figures.into_iter().flatten().chain([of.customers, of.sales]);
        if !all.into_iter().all(|figure| figure >= 0.0 && figure.is_finite()) {
            return Err(Error::BadMarket { cell });
        }
    }
    let mut known = CellMarket::default();
    for cell in cells.iter().filter(|cell| cell.universe.is_some()) {
        known.customers += cell.customers;
        known.universe = Some(known.universe.unwrap_or(0.0) + cell.universe.unwrap_or(0.0));
    }
    for cell in cells.iter().filter(|cell| cell.market.is_some()) {
        known.sales += cell.sales;
        known.market = Some(known.market.unwrap_or(0.0) + cell.market.unwrap_or(0.0));
    }
    // Only where every cell has it does a sum over the cells say something.
    let whole_of = |of: &dyn Fn(&CellMarket) -> Option<f64>| -> Option<f64> {
        cells.iter().filter(|cell| cell.market.is_some()).map(of).sum()
    };
    known.sales_before = whole_of(&|cell| cell.sales_before).filter(|_| known.market.is_some());
    known.market_before = whole_of(&|cell| cell.market_before).filter(|_| known.market.is_some());
    let whole = standing(&known, &known);
    let sales: f64 = cells.iter().map(|cell| cell.sales).sum();
    let squares: f64 = cells.iter().map(|cell| cell.sales * cell.sales).sum();
    let is_beyond = |cell: &CellMarket| {
        cell.market.is_some_and(|market| cell.sales > market)
            || cell.universe.is_some_and(|universe| cell.customers > universe)
    };
    Ok(MarketReport {
        cells: cells.iter().map(|cell| standing(cell, &known)).collect(),
        whole,
        concentration: (sales > 0.0).then(|| squares / (sales * sales)),
        beyond: (0..).zip(cells).filter(|(_, cell)| is_beyond(cell)).map(|(at, _)| at).collect(),
    })
}

fn standing(cell: &CellMarket, whole: &CellMarket) -> CellStanding {
    let part = |of: f64, whole: Option<f64>| whole.filter(|&whole| whole > 0.0).map(|all| of / all);
    let grown = |now: f64, before: Option<f64>| part(now, before).map(|ratio| ratio - 1.0);
    let share = part(cell.sales, cell.market);
    let share_of_all = part(whole.sales, whole.market);
    let weight = cell.market.and_then(|market| part(market, whole.market));
    CellStanding {
        penetration: part(cell.customers, cell.universe),
        share,
        index: share.and_then(|share| part(100.0 * share, share_of_all)),
        weight,
        growth: grown(cell.sales, cell.sales_before),
        market_growth: cell.market.and_then(|market| grown(market, cell.market_before)),
        expected: weight.map(|weight| weight * whole.sales),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells() -> Vec<CellMarket> {
        (1..9)
            .map(|at| {
                let at = f64::from(at);
                CellMarket {
                    customers: 3.0 * at,
                    universe: Some(40.0 + at),
                    sales: at * at,
                    market: (at < 7.0).then_some(90.0 + 10.0 * at),
                    sales_before: Some(at),
                    market_before: Some(100.0),
                }
            })
            .collect()
    }

    #[test]
    fn parts_make_the_whole() {
        let report = market(&cells()).unwrap();
        let sum = |of: &dyn Fn(&CellStanding) -> Option<f64>| {
            report.cells.iter().filter_map(of).sum::<f64>()
        };
        assert!((sum(&|cell| cell.weight) - 1.0).abs() < 1e-12);
        // Of the six cells whose market is known: 1 + 4 + 9 + 16 + 25 + 36 of 100 + ... + 150.
        assert_eq!(report.whole.share, Some(91.0 / 750.0));
        assert!((sum(&|cell| cell.expected) - 91.0).abs() < 1e-9);
        // The share of all is the mean of the shares, weighted by the market.
        let weighted = sum(&|cell| Some(cell.share? * cell.weight?));
        assert!((weighted - 91.0 / 750.0).abs() < 1e-12);
        assert_eq!(report.whole.market_growth, Some(0.25));
        assert_eq!(report.whole.growth, Some(91.0 / 21.0 - 1.0));
        // 3 * (1 + ... + 8) of 8 * 40 + (1 + ... + 8), for all eight have a universe.
        assert_eq!(report.whole.penetration, Some(108.0 / 356.0));
        assert_eq!(report.cells[7].share, None);
        assert_eq!(report.cells[7].growth, Some(7.0));
    }

    #[test]
    fn concentration_is_from_one_over_the_cells_to_one() {
        let of = |sales: &[f64]| {
            let cells: Vec<CellMarket> =
                sales.iter().map(|&sales| CellMarket { sales, ..CellMarket::default() }).collect();
            market(&cells).unwrap().concentration
        };
        assert_eq!(of(&[5.0; 4]), Some(0.25));
        assert_eq!(of(&[5.0, 0.0, 0.0]), Some(1.0));
        assert_eq!(of(&[0.0, 0.0]), None);
    }

    #[test]
    fn more_than_there_is_is_told() {
        let mut cells = cells();
        cells[2].sales = 500.0;
        cells[4].customers = 100.0;
        assert_eq!(market(&cells).unwrap().beyond, [2, 4]);
    }

    #[test]
    fn what_cannot_be_is_refused() {
        for wrong in [-1.0, f64::NAN, f64::INFINITY] {
            let mut cells = cells();
            cells[3].market = Some(wrong);
            assert_eq!(market(&cells), Err(Error::BadMarket { cell: 3 }));
        }
    }

    #[test]
    fn without_a_market_nothing_is_said_of_it() {
        let report = market(&[CellMarket { sales: 5.0, ..CellMarket::default() }]).unwrap();
        assert_eq!(report.whole, CellStanding::default());
        assert_eq!(report.cells[0], CellStanding::default());
    }
}
