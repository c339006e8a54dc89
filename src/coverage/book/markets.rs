//! Cells against their market, and as segments to choose from.

use super::Making;
use crate::coverage::{
    CellMarket, CellTargets, Checks, CoverageIssueCode, Grid, Known, MarketReport, ReachReport,
    Stance, StandFigures, Tellable, Touched, checks, stances,
};
use crate::error::Error;
use crate::segments::Label;

impl Making<'_, '_> {
    /// Own customers and sales of each cell, and what the targets say of its market. An own customer is one with sales in
    /// the period; without orders, one who is covered; without touches, anyone.
    pub(super) fn markets(
        &mut self,
        grid: &Grid,
        now: &ReachReport,
        targets: Option<&CellTargets>,
        made: Option<&[u32]>,
    ) -> Vec<CellMarket> {
        let mut active = vec![0_u32; grid.len()];
        let mut before = vec![0.0; grid.len()];
        for (at, cell) in grid.of_customers().enumerate() {
            let Some(cell) = cell else { continue };
            active[cell] += u32::from(match (&self.net.now, made) {
                (Some(net), _) => net[at] > 0.0,
                (None, Some(made)) => made[at] >= self.params.touches,
                (None, None) => true,
            });
            before[cell] += self.net.before.as_ref().map_or(0.0, |net| net[at]);
        }
        let mut found = Vec::new();
        for cell in 0..grid.len() {
            let sales = now.cells[cell].value.unwrap_or(0.0);
            if sales < 0.0 {
                self.issues.add(CoverageIssueCode::NegativeSales, || grid.name(cell));
            }
            let stated = |of: fn(&CellTargets) -> &Vec<f64>| {
                Some(of(targets?)[cell]).filter(|figure| !figure.is_nan())
            };
            found.push(CellMarket {
                customers: active[cell].into(),
                universe: stated(|targets| &targets.universe),
                sales: sales.max(0.0),
                market: stated(|targets| &targets.market),
                sales_before: self.net.before.as_ref().map(|_| before[cell].max(0.0)),
                market_before: stated(|targets| &targets.market_before),
            });
        }
        found
    }

    pub(super) fn count_cells_beyond(&mut self, grid: &Grid, against: &MarketReport) {
        for &cell in &against.beyond {
            self.issues.add(CoverageIssueCode::BeyondMarket, || grid.name(cell as usize));
        }
    }

    /// The place of each cell in the grid of three by three.
    pub(super) fn stances(
        &self,
        now: &ReachReport,
        markets: &[CellMarket],
        against: &MarketReport,
    ) -> Result<Vec<Stance>, Error> {
        let or_nan = |figure: Option<f64>| figure.unwrap_or(f64::NAN);
        let has_market = markets.iter().any(|cell| cell.market.is_some());
        let of = |at: usize| -> StandFigures {
            let (cell, standing) = (&now.cells[at], &against.cells[at]);
            if cell.customers == 0 && markets[at].market.is_none() {
                return StandFigures { attractive: [f64::NAN; 3], strong: [f64::NAN; 3] };
            }
            let size = if has_market {
                or_nan(markets[at].market)
            } else {
                cell.potential.unwrap_or(f64::from(cell.customers))
            };
            // Without orders own sales are unknown, not none.
            let share = standing.share.filter(|_| self.net.now.is_some());
            let share = if has_market { share } else { cell.wallet };
            StandFigures {
                attractive: [size, or_nan(standing.market_growth), or_nan(cell.white_space)],
                strong: [or_nan(share), or_nan(cell.rate), or_nan(standing.growth)],
            }
        };
        let figures: Vec<StandFigures> = (0..markets.len()).map(of).collect();
        stances(&figures, &self.params.stands)
    }

    /// Whether each cell is a segment to work with.
    pub(super) fn checks(&self, grid: &Grid, touched: &[Touched]) -> Vec<Checks> {
        let worth = self.potential.as_ref().or(self.net.now.as_ref());
        let has_touches = self.touches.is_some() && self.made_in.is_some();
        let mut found = vec![Known::default(); grid.len()];
        for (at, (cell, touched)) in grid.of_customers().zip(touched).enumerate() {
            let Some(cell) = cell else { continue };
            let own = &mut found[cell];
            own.customers += 1;
            if let Some(worth) = worth.map(|worth| worth[at]).filter(|worth| worth.is_finite()) {
                own.worth_known += 1;
                own.worth += worth;
                own.squares += worth * worth;
            }
            own.touched += u32::from(touched.last.is_some());
            let owner = self.owner.as_ref().map(|owner| owner.labels[at]);
            let is_owned = owner.is_some_and(|owner| owner != Label::Unassigned);
            own.planned += u32::from(is_owned && touched.planned > 0);
        }
        let tellable = Tellable {
            worth: worth.is_some(),
            touches: has_touches,
            plan: self.owner.is_some() && self.tier.is_some(),
        };
        checks(&found, tellable)
    }
}
