//! Coverage on its way from the files to the report.

use super::{Book, Net, fill_in_periods, groups_of, summed, touches_in};
use crate::coverage::{
    CellTargets, CoverageIssueCode, CoverageParams, CoverageReport, Dimensions, Grid,
    GridDimension, Issues, PlacedContacts, ReachParams, Reached, Roster, Sources, Span, Strike,
    TouchKind, Touches, cell_targets, market, reach,
};
use crate::customers::order_days;
use crate::error::Error;
use crate::issue::EXAMPLES;
use crate::segments::{Label, Segmentation};

/// What is known so far.
pub(super) struct Making<'s, 'a> {
    pub(super) sources: &'s Sources<'a>,
    pub(super) contacts: &'s [PlacedContacts<'a>],
    pub(super) dimensions: &'s Dimensions<'s, 'a>,
    pub(super) params: CoverageParams,
    pub(super) issues: Issues,
    pub(super) touches: Option<Touches>,
    /// The period up to the as-of date.
    pub(super) made_in: Option<Span>,
    pub(super) net: Net,
    /// In the period; NaN where unknown.
    pub(super) potential: Option<Vec<f64>>,
    pub(super) tier: Option<Segmentation>,
    pub(super) owner: Option<Segmentation>,
}

impl<'s, 'a> Making<'s, 'a> {
    /// Touches and periods; the rest is filled in later.
    pub(super) fn new(
        sources: &'s Sources<'a>,
        contacts: &'s [PlacedContacts<'a>],
        dimensions: &'s Dimensions<'s, 'a>,
        mut params: CoverageParams,
    ) -> Result<Self, Error> {
        let mut issues = Issues::default();
        let is_listed = sources.list.orders().is_none();
        params.roster = Some(if is_listed { Roster::Listed } else { Roster::Buyers });
        let is_there = |touched: &TouchKind| match touched {
            TouchKind::Contacts => !contacts.is_empty(),
            TouchKind::Purchases => sources.orders.is_some(),
        };
        params.touched = params.touched.filter(is_there).or_else(|| sources.usual_touch());
        let touches = match params.touched {
            Some(TouchKind::Contacts) => Some(of_contacts(sources, contacts, &mut issues)),
            Some(TouchKind::Purchases) => of_purchases(sources)?,
            None => None,
        };
        let unlisted = sources.unlisted();
        let examples = unlisted.iter().take(EXAMPLES).cloned().collect();
        issues.count(CoverageIssueCode::BuyersUnlisted, unlisted.len() as u64, examples);
        fill_in_periods(sources, touches.as_ref(), &mut params)?;
        Ok(Self {
            sources,
            contacts,
            dimensions,
            issues,
            touches,
            made_in: params.period.map(|period| touches_in(period, params.as_of).0),
            net: Net::of(sources, &params)?,
            params,
            potential: None,
            tier: None,
            owner: None,
        })
    }

    /// Whether touches can be held against a plan.
    pub(super) fn has_plan(&self) -> bool {
        self.tier.is_some() && self.touches.is_some() && self.made_in.is_some()
    }

    /// The report, and the book to look things up in.
    pub(super) fn told(mut self) -> Result<(CoverageReport, Book), Error> {
        let asked = self.params.dimensions.clone().unwrap_or_default();
        let grid = self.grid(&asked)?;
        self.count_customers_without(&grid);
        let targets = self.targets(&grid, &asked);
        let made = self.made();
        let reach_params = ReachParams { touches: self.params.touches, target: self.params.target };
        let reach_of = |touches: Option<&Vec<u32>>, value: Option<&Vec<f64>>| {
            let of = Reached {
                touches: touches.map(Vec::as_slice),
                value: value.map(Vec::as_slice),
                potential: self.potential.as_deref(),
                targets: targets.as_ref().map(|targets| &*targets.rate),
            };
            reach(&grid, of, &reach_params)
        };
        let now = reach_of(made.now.as_ref(), self.net.now.as_ref())?;
        let before = made.before.as_ref();
        let before =
            before.map(|made| reach_of(Some(made), self.net.before.as_ref())).transpose()?;
        let moved = made.moved(&grid, self.params.touches);
        let cells: Vec<Option<usize>> = grid.of_customers().collect();
        let (mut plans, mut plan, mut tiers) = (Vec::new(), None, Vec::new());
        if let Some(tier) = self.tier.as_ref().filter(|_| self.has_plan()) {
            // Who has no tier has no plan, and no touch is beyond it.
            let groups = groups_of(tier);
            let in_tier = |at: usize| groups[at].is_some();
            let of_cells: Vec<_> =
                cells.iter().enumerate().map(|(at, cell)| cell.filter(|_| in_tier(at))).collect();
            let of_all: Vec<_> = (0..cells.len()).map(|at| in_tier(at).then_some(0)).collect();
            plans = made.compliance(&of_cells, &vec![None; grid.len()]);
            plan = made.compliance(&of_all, &[None]).pop();
            tiers = self.tier_plans(made.compliance(&groups, &vec![None; tier.names.len()]));
        }
        let strikes = self.strikes();
        let owners = self.owners(&made, strikes.as_deref())?;
        let markets = self.markets(&grid, &now, targets.as_ref(), made.now.as_deref());
        let against = market(&markets)?;
        self.count_cells_beyond(&grid, &against);
        let stances = self.stances(&now, &markets, &against)?;
        let checks = self.checks(&grid, &made.touched);
        let inputs = self.inputs(targets.as_ref());
        let sum_all = |of: &Vec<Strike>| summed(of, &vec![Some(0); of.len()], 1).pop();
        let report = CoverageReport {
            inputs,
            months: self.params.period.map(Span::months),
            before,
            moved,
            tiers,
            plan,
            plans: plans.clone(),
            owners,
            unowned: self.unowned(),
            strike: strikes.as_ref().and_then(sum_all),
            strikes: strikes.map(|of| summed(&of, &cells, grid.len())).unwrap_or_default(),
            markets,
            sales_targets: targets.map(CellTargets::into_sales).unwrap_or_default(),
            market: against,
            stances,
            checks,
            issues: self.issues.0,
            params: self.params,
            now,
        };
        let book = Book {
            touches: report.params.touches,
            cells: report.now.cells.clone(),
            statuses: if plans.is_empty() { Vec::new() } else { made.statuses() },
            plans,
            planned: made.planned(),
            made: made.now.unwrap_or_default(),
            last: made.last.unwrap_or_default(),
            value: self.net.now,
            total: self.net.ever,
            potential: self.potential,
            tier: self.tier,
            owner: self.owner,
            grid,
        };
        Ok((report, book))
    }

    fn grid(&self, asked: &[GridDimension]) -> Result<Grid, Error> {
        let divisions = asked.iter().map(|one| self.segmentation(one));
        let divisions = divisions.collect::<Result<Vec<_>, _>>()?;
        Grid::of(&divisions.iter().collect::<Vec<_>>())
    }

    fn count_customers_without(&mut self, grid: &Grid) {
        for (at, cell) in grid.of_customers().enumerate() {
            if cell.is_none() {
                self.issues.add(CoverageIssueCode::Outside, || self.sources.id(at));
            }
        }
        for (at, label) in self.tier.iter().flat_map(|tier| &tier.labels).enumerate() {
            if *label == Label::Unassigned {
                self.issues.add(CoverageIssueCode::WithoutTier, || self.sources.id(at));
            }
        }
    }

    fn targets(&mut self, grid: &Grid, asked: &[GridDimension]) -> Option<CellTargets> {
        let (table, columns) = self.sources.targets.zip(self.params.targets.as_ref())?;
        let named: Vec<_> = asked.iter().map(|one| self.dimensions.named(one)).collect();
        let mut found = cell_targets(table, columns, grid, &named, self.params.period);
        self.issues.0.append(&mut found.issues);
        Some(found)
    }
}

fn of_contacts(
    sources: &Sources<'_>,
    contacts: &[PlacedContacts<'_>],
    issues: &mut Issues,
) -> Touches {
    let (touches, unmatched) = Touches::of_contacts(contacts, sources.list.len());
    let unlisted = contacts.iter().flat_map(|(file, places)| {
        let codes = (0..).zip(places).filter(|(_, place)| place.is_none());
        codes.map(|(code, _): (u32, _)| file.customers.text(code).into_owned())
    });
    let examples = unlisted.take(EXAMPLES).collect();
    issues.count(CoverageIssueCode::TouchesUnlisted, unmatched, examples);
    touches
}

fn of_purchases(sources: &Sources<'_>) -> Result<Option<Touches>, Error> {
    let Some((transactions, customers)) = sources.orders else { return Ok(None) };
    let days = order_days(transactions, customers)?;
    Ok(Some(Touches::of_orders(&days, &sources.study_places())))
}
