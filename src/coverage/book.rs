//! Coverage of a list of customers, put together.

use super::sources::PlacedContacts;
use super::targets::cell_targets;
use super::{
    CellMarket, CellReach, CellTargets, Compliance, CoverageInputs, CoverageIssueCode,
    CoverageParams, CoverageReport, Criterion, Dimensions, Grid, GridDimension, Issues, Known,
    KnownTouches, Moved, OutcomeColumn, OwnerReport, PLAN, PlanLine, ReachParams, ReachReport,
    Reached, Roster, Sources, Span, StandFigures, Status, Strike, Tellable, TierFigure, TierPlan,
    TouchKind, Touched, Touches, checks, compliance, market, outcome, potential, reach, scores,
    stances, strikes, target_columns, tier_order, tiers,
};
use crate::customers::{Civil, net_between, order_days};
use crate::error::Error;
use crate::features::FeatureKey;
use crate::issue::EXAMPLES;
use crate::segments::{Label, Segmentation};
use crate::table::{Day, day_of};

/// Months of the usual period.
const USUAL_MONTHS: u32 = 3;

/// Values of a column of contacts that may say whether something was sold, at most.
const MOST_OUTCOMES: usize = 12;

/// What is known of each customer of the list, kept for the lists of whom to call and for spending a budget.
#[derive(Debug, Clone)]
pub struct Book {
    pub(super) grid: Grid,
    /// Touches in the period; empty where none are known, as the two after it.
    pub(super) made: Vec<u32>,
    pub(super) last: Vec<Option<Day>>,
    pub(super) statuses: Vec<Status>,
    pub(super) planned: Vec<u32>,
    pub(super) value: Option<Vec<f64>>,
    /// In the period; NaN where unknown.
    pub(super) potential: Option<Vec<f64>>,
    pub(super) tier: Option<Segmentation>,
    pub(super) owner: Option<Segmentation>,
    pub(super) touches: u32,
    /// Coverage of the cells.
    pub(super) cells: Vec<CellReach>,
    /// The plan of the cells; empty without one.
    pub(super) plans: Vec<Compliance>,
}

/// Coverage of the customers (METHODS section 7): see [`CoverageReport`] for what is told.
///
/// What the params leave open is taken from the files: region and channel as dimensions, the three months up to the last
/// touch, the tier column and 3, 2 and 1 touches a month for each customer of its tiers.
///
/// # Errors
/// [`Error::BadSetting`] for a period that ends before it begins or a plan or capacity below zero;
/// [`Error::NoSuchFeature`] for columns that are not there; [`Error::BadGrid`], [`Error::BadReach`], [`Error::BadTiers`].
///
/// ```
/// use segmentlab::coverage::{CoverageParams, Sources, coverage};
/// use segmentlab::features::FeatureSource;
/// use segmentlab::{error::Error, mapping::{Role, look}, transactions::read_all};
/// let read = |file: &[u8]| {
///     let head = look(file, &[], file.len() as u64, None)?;
///     Ok::<_, Error>(read_all(&[file], &head.params, 1 << 20, 1)?.transactions)
/// };
/// let list = read(b"customer,region,potential\nA,north,90\nB,north,50\nC,south,10\n")?;
/// let visits = read(b"customer,date\nA,2025-11-03\nC,2025-12-30\nX,2025-12-31\n")?;
/// let sources = Sources {
///     list: FeatureSource::of_customers(&list),
///     listed: true,
///     places: None,
///     orders: None,
///     contacts: vec![&visits],
///     targets: None,
///     divisions: Vec::new(),
///     divide: &|_| Err(Error::BadTiers),
/// };
/// let (report, _) = coverage(&sources, &CoverageParams::default())?;
/// let whole = &report.now.whole;
/// assert_eq!((whole.customers, whole.covered, whole.at_stake), (3, Some(2), Some(50.0)));
/// assert_eq!(report.issues[0].examples, ["X"]);
/// # Ok::<(), Error>(())
/// ```
pub fn coverage(
    sources: &Sources<'_>,
    params: &CoverageParams,
) -> Result<(CoverageReport, Book), Error> {
    let contacts = sources.placed();
    let dimensions = Dimensions::of(sources, &contacts);
    let mut making = Making::new(sources, &contacts, params.clone())?;
    making.fill_in(&dimensions)?;
    making.told(&dimensions)
}

/// Compliance of the customers by groups of so many touches each.
type By<'b> = dyn Fn(&[Option<usize>], &[Option<u32>]) -> Vec<Compliance> + 'b;

/// Coverage under construction.
struct Making<'s, 'a> {
    sources: &'s Sources<'a>,
    contacts: &'s [PlacedContacts<'a>],
    params: CoverageParams,
    issues: Issues,
    touches: Option<Touches>,
    /// The period up to the as-of date.
    made_in: Option<Span>,
    value: Option<Vec<f64>>,
    value_before: Option<Vec<f64>>,
    potential: Option<Vec<f64>>,
    tier: Option<Segmentation>,
    owner: Option<Segmentation>,
}

impl<'s, 'a> Making<'s, 'a> {
    fn new(
        sources: &'s Sources<'a>,
        contacts: &'s [PlacedContacts<'a>],
        mut params: CoverageParams,
    ) -> Result<Self, Error> {
        let mut issues = Issues::default();
        let is_listed = sources.list.orders().is_none();
        params.roster = Some(if is_listed { Roster::Listed } else { Roster::Buyers });
        params.touched = params.touched.filter(|touched| match touched {
            TouchKind::Contacts => !contacts.is_empty(),
            TouchKind::Purchases => sources.orders.is_some(),
        });
        params.touched = params.touched.or_else(|| sources.usual_touch());
        let touches = match params.touched {
            Some(TouchKind::Contacts) => Some(of_contacts(sources, contacts, &mut issues)),
            Some(TouchKind::Purchases) => of_purchases(sources)?,
            None => None,
        };
        let unlisted = sources.unlisted();
        let examples = unlisted.iter().take(EXAMPLES).cloned().collect();
        issues.count(CoverageIssueCode::BuyersUnlisted, unlisted.len() as u64, examples);
        fill_in_periods(sources, touches.as_ref(), &mut params)?;
        let made_in = params
            .period
            .map(|span| Span { to: params.as_of.unwrap_or(span.to).min(span.to), ..span });
        let (mut value, mut value_before) = (None, None);
        if let Some((transactions, customers)) = sources.orders {
            let net = |span: Option<Span>| {
                let Some(Span { from, to }) = span else { return Ok(None) };
                let net = net_between(transactions, customers, from, to)?;
                Ok::<_, Error>(Some(sources.of_study(net, 0.0)))
            };
            (value, value_before) = (net(params.period)?, net(params.before)?);
        }
        Ok(Self {
            sources,
            contacts,
            params,
            issues,
            touches,
            made_in,
            value,
            value_before,
            potential: None,
            tier: None,
            owner: None,
        })
    }

    /// Takes from the files what the params leave open.
    fn fill_in(&mut self, dimensions: &Dimensions<'_, '_>) -> Result<(), Error> {
        self.fill_in_potential()?;
        let offered = dimensions.offered();
        let params = &mut self.params;
        if params.dimensions.as_ref().is_none_or(Vec::is_empty) {
            params.dimensions = Some(dimensions.usual(&offered));
        }
        params.tier = params.tier.take().or_else(|| dimensions.usual_tier(&offered));
        params.owner = params.owner.take().or_else(|| dimensions.usual_owner(&offered));
        if params.dimensions.as_ref().is_some_and(Vec::is_empty) {
            params.dimensions = Some(vec![GridDimension::Score]);
        }
        if let Some(table) = self.sources.targets {
            params.targets.get_or_insert_with(|| target_columns(table));
        }
        let columns = self.contacts.iter().flat_map(|(file, _)| &file.attributes);
        let found = outcome(columns.map(|column| (column.name.as_str(), &column.values)));
        params.outcome = params.outcome.take().or(found);
        if let Some(tier) = &self.params.tier {
            let found = self.segmentation(dimensions, &tier.clone())?;
            let tier = if *tier == GridDimension::Score || is_of_engine(tier) {
                found
            } else {
                in_order(found)
            };
            self.fill_in_plan(&tier)?;
            self.tier = Some(tier);
        }
        if let Some(owner) = &self.params.owner {
            self.owner = Some(self.segmentation(dimensions, &owner.clone())?);
        }
        Ok(())
    }

    fn fill_in_potential(&mut self) -> Result<(), Error> {
        let figures = self.sources.list.figures();
        let names = figures.iter().filter_map(|key| match key {
            FeatureKey::Column { name } => Some(name.as_str()),
            _ => None,
        });
        self.params.potential = self.params.potential.take().or_else(|| potential(names));
        let Some(potential) = &self.params.potential else { return Ok(()) };
        let mut values =
            self.sources.list.column(&FeatureKey::Column { name: potential.column.clone() })?;
        let times = self.params.period.map_or(1.0, |span| potential.per.times(span));
        let id = |at: usize| String::from_utf8_lossy(&self.sources.list.id(at)).into_owned();
        for (at, value) in values.iter_mut().enumerate() {
            if *value < 0.0 {
                self.issues.add(CoverageIssueCode::NegativePotential, || id(at));
                *value = f64::NAN;
            } else if value.is_nan() {
                self.issues.add(CoverageIssueCode::UnknownPotential, || id(at));
            }
            *value *= times;
        }
        self.potential = Some(values);
        Ok(())
    }

    /// The plan of each tier, as the params have it or by its place.
    fn fill_in_plan(&mut self, tier: &Segmentation) -> Result<(), Error> {
        let usual = |at: usize| PLAN[at.min(PLAN.len() - 1)];
        let line = |(at, name): (usize, &String)| {
            let given = self.params.plan.iter().find(|line| line.tier == *name);
            let per_month = given.map_or_else(|| usual(at), |line| line.per_month);
            PlanLine { tier: name.clone(), per_month }
        };
        let plan: Vec<PlanLine> = tier.names.iter().enumerate().map(line).collect();
        let wrong = plan.iter().find(|line| !(0.0..=1e4).contains(&line.per_month));
        if let Some(wrong) = wrong {
            return Err(bad_setting("plan", wrong.per_month, "0..=10000"));
        }
        self.params.plan = plan;
        Ok(())
    }

    fn segmentation(
        &self,
        dimensions: &Dimensions<'_, '_>,
        dimension: &GridDimension,
    ) -> Result<Segmentation, Error> {
        if *dimension == GridDimension::Score {
            self.by_score()
        } else {
            dimensions.segmentation(dimension)
        }
    }

    /// High, middle and low by the weighted figures.
    fn by_score(&self) -> Result<Segmentation, Error> {
        let customers = self.sources.list.len();
        let score = &self.params.score;
        let unknown = || vec![f64::NAN; customers];
        let mut columns: Vec<(Vec<f64>, f64)> = Vec::new();
        for one in &score.criteria {
            let values = match &one.figure {
                TierFigure::Value => self.value.clone().unwrap_or_else(unknown),
                TierFigure::Potential => self.potential.clone().unwrap_or_else(unknown),
                TierFigure::Closeness => self.made().map_or_else(unknown, |made| {
                    made.iter().map(|&made| f64::from(made)).collect()
                }),
                TierFigure::Feature { key } => match (&self.sources.list, key) {
                    (list, FeatureKey::Column { .. }) => list.column(key)?,
                    (list, _) if self.sources.places.is_none() => list.column(key)?,
                    _ => return Err(Error::NoSuchFeature { feature: key.clone() }),
                },
            };
            columns.push((values, one.weight));
        }
        if columns.is_empty() {
            let worth = self.potential.as_ref().or(self.value.as_ref());
            columns.push((worth.cloned().unwrap_or_else(unknown), 1.0));
        }
        let criteria: Vec<Criterion<'_>> =
            columns.iter().map(|(values, weight)| Criterion { values, weight: *weight }).collect();
        tiers(&scores(&criteria)?, score.shares)
    }

    fn made(&self) -> Option<Vec<u32>> {
        let Span { from, to } = self.made_in?;
        Some(self.touches.as_ref()?.counts(from, to))
    }

    fn told(mut self, dimensions: &Dimensions<'_, '_>) -> Result<(CoverageReport, Book), Error> {
        let asked = self.params.dimensions.clone().unwrap_or_default();
        let divisions = asked
            .iter()
            .map(|one| self.segmentation(dimensions, one))
            .collect::<Result<Vec<_>, _>>()?;
        let grid = Grid::of(&divisions.iter().collect::<Vec<_>>())?;
        self.count_customers_without(&grid);
        let named: Vec<_> = asked.iter().map(|one| dimensions.named(one)).collect();
        let targets = self.targets(&grid, &named);
        let made = self.made();
        let reach_params = ReachParams { touches: self.params.touches, target: self.params.target };
        let of = |touches: Option<&'_ [u32]>, value: Option<&'_ [f64]>| {
            let of = Reached {
                touches,
                value,
                potential: self.potential.as_deref(),
                targets: targets.as_ref().map(|targets| &*targets.rate),
            };
            reach(&grid, of, &reach_params)
        };
        let now = of(made.as_deref(), self.value.as_deref())?;
        let made_before = self.made_before();
        let before = made_before
            .as_ref()
            .map(|made| of(Some(made), self.value_before.as_deref()))
            .transpose()?;
        let cells: Vec<Option<usize>> = grid.of_customers().collect();
        let moved = self.moved(&grid, made.as_deref(), made_before.as_deref());
        let planned = self.planned();
        let last = self.last();
        let touched = self.touched(made.as_deref(), &planned, last.as_deref());
        let as_of = self.made_in.map_or(0, |span| span.to);
        let days = self.params.period.map_or(0, Span::days);
        let by = |groups: &[Option<usize>], capacities: &[Option<u32>]| {
            compliance(&touched, groups, capacities, as_of, days)
        };
        let has_plan = self.tier.is_some() && made.is_some();
        let (mut plans, mut plan, mut tier_plans) = (Vec::new(), None, Vec::new());
        if let Some(tier) = self.tier.as_ref().filter(|_| has_plan) {
            plans = by(&cells, &vec![None; grid.len()]);
            let groups = groups_of(tier);
            tier_plans = self.tier_plans(by(&groups, &vec![None; tier.names.len()]));
            plan = by(&vec![Some(0); touched.len()], &[None]).pop();
        }
        let strikes = self.strikes();
        let cell_strikes = strikes.as_ref().map(|of| summed(of, &cells, grid.len()));
        let owners = self.owners(
            &by,
            has_plan,
            made.as_deref(),
            made_before.as_deref(),
            strikes.as_deref(),
        )?;
        let statuses: Vec<Status> =
            touched.iter().map(|one| Status::of(one, as_of, days)).collect();
        let markets = self.markets(&grid, &now, targets.as_ref(), before.as_ref(), made.as_deref());
        let against = market(&markets)?;
        for &cell in &against.beyond {
            let name = || name_of(&grid, cell as usize);
            self.issues.add(CoverageIssueCode::BeyondMarket, name);
        }
        let stances = self.stances(&now, &markets, &against)?;
        let checks = self.checks(&grid, &planned);
        let months = self.params.period.map(Span::months);
        let inputs = self.inputs(dimensions, targets.as_ref());
        let unowned = self.owner.as_ref().map(|owner| {
            owner.labels.iter().filter(|label| **label == Label::Unassigned).count() as u32
        });
        let book = Book {
            touches: self.params.touches,
            cells: now.cells.clone(),
            plans: plans.clone(),
            made: made.unwrap_or_default(),
            last: last.unwrap_or_default(),
            statuses: if has_plan { statuses } else { Vec::new() },
            planned,
            value: self.value,
            potential: self.potential,
            tier: self.tier,
            owner: self.owner,
            grid,
        };
        let report = CoverageReport {
            params: self.params,
            inputs,
            months,
            before,
            moved,
            tiers: tier_plans,
            plan,
            plans,
            owners,
            unowned,
            strike: cell_strikes.as_ref().map(|_| all_of(strikes.as_deref().unwrap_or_default())),
            strikes: cell_strikes.unwrap_or_default(),
            markets,
            sales_targets: targets
                .filter(|targets| targets.sales.iter().any(|sales| !sales.is_nan()))
                .map(|targets| targets.sales.iter().map(|&sales| known(sales)).collect())
                .unwrap_or_default(),
            market: against,
            stances,
            checks,
            issues: self.issues.0,
            now,
        };
        Ok((report, book))
    }

    fn count_customers_without(&mut self, grid: &Grid) {
        for (at, cell) in grid.of_customers().enumerate() {
            if cell.is_none() {
                self.issues.add(CoverageIssueCode::Outside, || id_of(self.sources, at));
            }
        }
        if let Some(tier) = &self.tier {
            for (at, label) in tier.labels.iter().enumerate() {
                if *label == Label::Unassigned {
                    self.issues.add(CoverageIssueCode::WithoutTier, || id_of(self.sources, at));
                }
            }
        }
    }

    fn targets(
        &mut self,
        grid: &Grid,
        dimensions: &[super::NamedDimension],
    ) -> Option<CellTargets> {
        let (table, columns) = self.sources.targets.zip(self.params.targets.as_ref())?;
        let mut found = cell_targets(table, columns, grid, dimensions, self.params.period);
        self.issues.0.append(&mut found.issues);
        Some(found)
    }

    /// Touches of the period before; `None` where no touch reaches back so far.
    fn made_before(&self) -> Option<Vec<u32>> {
        let (touches, span) = self.touches.as_ref().zip(self.params.before)?;
        let (first, _) = touches.span()?;
        (first <= span.to).then(|| touches.counts(span.from, span.to))
    }

    fn last(&self) -> Option<Vec<Option<Day>>> {
        Some(self.touches.as_ref()?.last(self.made_in?.to))
    }

    /// Touches planned for each customer in the period; none without a tier.
    fn planned(&self) -> Vec<u32> {
        let customers = self.sources.list.len();
        let Some((tier, span)) = self.tier.as_ref().zip(self.params.period) else {
            return vec![0; customers];
        };
        let of_tier: Vec<u32> =
            self.params.plan.iter().map(|line| planned(line.per_month, span)).collect();
        let of = |label: &Label| label.segment().map_or(0, |tier| of_tier[tier]);
        tier.labels.iter().map(of).collect()
    }

    fn touched(
        &self,
        made: Option<&[u32]>,
        planned: &[u32],
        last: Option<&[Option<Day>]>,
    ) -> Vec<Touched> {
        let later = self.params.period.zip(self.made_in).map(|(all, made)| (made.to + 1, all.to));
        let scheduled = self.touches.as_ref().zip(later);
        let scheduled = scheduled.map(|(touches, (from, to))| touches.counts(from, to));
        (0..planned.len())
            .map(|at| Touched {
                planned: planned[at],
                made: made.map_or(0, |made| made[at]),
                scheduled: scheduled.as_ref().map_or(0, |scheduled| scheduled[at]),
                last: last.and_then(|last| last[at]),
            })
            .collect()
    }

    fn tier_plans(&self, found: Vec<Compliance>) -> Vec<TierPlan> {
        let Some(span) = self.params.period else { return Vec::new() };
        let lines = self.params.plan.iter().zip(found);
        lines
            .map(|(line, compliance)| TierPlan {
                tier: line.tier.clone(),
                per_month: line.per_month,
                planned: planned(line.per_month, span),
                compliance,
            })
            .collect()
    }

    fn moved(&self, grid: &Grid, now: Option<&[u32]>, before: Option<&[u32]>) -> Vec<Moved> {
        let Some((now, before)) = now.zip(before) else { return Vec::new() };
        let mut found = vec![Moved::default(); grid.len()];
        for (at, cell) in grid.of_customers().enumerate() {
            let Some(cell) = cell else { continue };
            let is_covered = |touches: &[u32]| touches[at] >= self.params.touches;
            match (is_covered(before), is_covered(now)) {
                (true, true) => found[cell].kept += 1,
                (false, true) => found[cell].gained += 1,
                (true, false) => found[cell].lost += 1,
                (false, false) => {}
            }
        }
        found
    }

    fn strikes(&self) -> Option<Vec<Strike>> {
        if self.params.touched != Some(TouchKind::Contacts) {
            return None;
        }
        let (outcome, span) = self.params.outcome.as_ref().zip(self.made_in)?;
        strikes(self.contacts, outcome, span, self.sources.list.len())
    }

    fn owners(
        &self,
        by: &By<'_>,
        has_plan: bool,
        made: Option<&[u32]>,
        made_before: Option<&[u32]>,
        strikes: Option<&[Strike]>,
    ) -> Result<Vec<OwnerReport>, Error> {
        let Some(owner) = &self.owner else { return Ok(Vec::new()) };
        let grid = Grid::of(&[owner])?;
        let groups = groups_of(owner);
        let reach_of = |touches: Option<&[u32]>| {
            let of = Reached {
                touches,
                value: self.value.as_deref(),
                potential: self.potential.as_deref(),
                targets: None,
            };
            let params = ReachParams { touches: self.params.touches, target: self.params.target };
            reach(&grid, of, &params)
        };
        let now = reach_of(made)?;
        let before = made_before.map(|made| reach_of(Some(made))).transpose()?;
        let capacities = self.capacities(&owner.names)?;
        let plans = has_plan.then(|| by(&groups, &capacities));
        let strikes = strikes.map(|of| summed(of, &groups, owner.names.len()));
        let of = |at: usize, name: &String| {
            let cell = &now.cells[at];
            OwnerReport {
                owner: name.clone(),
                customers: cell.customers,
                covered: cell.covered,
                covered_before: before.as_ref().and_then(|before| before.cells[at].covered),
                value: cell.value,
                at_stake: cell.at_stake,
                compliance: plans.as_ref().map(|plans| plans[at].clone()),
                strike: strikes.as_ref().map(|strikes| strikes[at]),
            }
        };
        Ok(owner.names.iter().enumerate().map(|(at, name)| of(at, name)).collect())
    }

    /// Touches that each owner can make in the period.
    fn capacities(&self, owners: &[String]) -> Result<Vec<Option<u32>>, Error> {
        let CoverageParams { capacity, capacities, period, .. } = &self.params;
        let given = capacity.iter().chain(capacities.iter().map(|one| &one.per_month));
        if let Some(&wrong) = given.into_iter().find(|one| !(0.0..=1e6).contains(*one)) {
            return Err(bad_setting("capacity", wrong, "0..=1000000"));
        }
        let of = |owner: &String| {
            let own = capacities.iter().find(|one| one.owner == *owner).map(|one| one.per_month);
            own.or(*capacity).zip(*period).map(|(per_month, span)| planned(per_month, span))
        };
        Ok(owners.iter().map(of).collect())
    }

    fn markets(
        &mut self,
        grid: &Grid,
        now: &ReachReport,
        targets: Option<&CellTargets>,
        before: Option<&ReachReport>,
        made: Option<&[u32]>,
    ) -> Vec<CellMarket> {
        let mut active = vec![0_u32; grid.len()];
        for (at, cell) in grid.of_customers().enumerate() {
            let is_active = match (&self.value, made) {
                (Some(value), _) => value[at] > 0.0,
                (None, Some(made)) => made[at] >= self.params.touches,
                (None, None) => true,
            };
            if let Some(cell) = cell.filter(|_| is_active) {
                active[cell] += 1;
            }
        }
        let mut sales_before = vec![0.0; grid.len()];
        for (at, cell) in grid.of_customers().enumerate() {
            if let Some((value, cell)) = self.value_before.as_ref().zip(cell) {
                sales_before[cell] += value[at];
            }
        }
        // Sales of the period before are known where the orders reach back into it.
        let is_before = sales_before.iter().any(|&sales| sales != 0.0) || before.is_some();
        let is_before = is_before && self.value_before.is_some();
        let mut found = Vec::new();
        for cell in 0..grid.len() {
            let sales = now.cells[cell].value.unwrap_or(0.0);
            if sales < 0.0 {
                self.issues.add(CoverageIssueCode::NegativeSales, || name_of(grid, cell));
            }
            let stated = |of: fn(&CellTargets) -> &Vec<f64>| known(of(targets?)[cell]);
            found.push(CellMarket {
                customers: active[cell].into(),
                universe: stated(|targets| &targets.universe),
                sales: sales.max(0.0),
                market: stated(|targets| &targets.market),
                sales_before: is_before.then(|| sales_before[cell].max(0.0)),
                market_before: stated(|targets| &targets.market_before),
            });
        }
        found
    }

    fn stances(
        &self,
        now: &ReachReport,
        markets: &[CellMarket],
        against: &super::MarketReport,
    ) -> Result<Vec<super::Stance>, Error> {
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
            let share = if has_market { standing.share } else { cell.wallet };
            StandFigures {
                attractive: [size, or_nan(standing.market_growth), or_nan(cell.white_space)],
                strong: [or_nan(share), or_nan(cell.rate), or_nan(standing.growth)],
            }
        };
        let figures: Vec<StandFigures> = (0..markets.len()).map(of).collect();
        stances(&figures, &self.params.stands)
    }

    fn checks(&self, grid: &Grid, planned: &[u32]) -> Vec<super::Checks> {
        let worth = self.potential.as_ref().or(self.value.as_ref());
        let ever = self.touches.as_ref().zip(self.made_in);
        let mut found = vec![Known::default(); grid.len()];
        for (at, cell) in grid.of_customers().enumerate() {
            let Some(cell) = cell else { continue };
            let own = &mut found[cell];
            own.customers += 1;
            if let Some(worth) = worth.map(|worth| worth[at]).filter(|worth| worth.is_finite()) {
                own.worth_known += 1;
                own.worth += worth;
                own.squares += worth * worth;
            }
            let is_touched = ever.is_some_and(|(touches, span)| {
                touches.of(at).first().is_some_and(|&first| first <= span.to)
            });
            own.touched += u32::from(is_touched);
            let is_owned =
                self.owner.as_ref().is_some_and(|owner| owner.labels[at] != Label::Unassigned);
            own.planned += u32::from(is_owned && planned[at] > 0);
        }
        let tellable = Tellable {
            worth: worth.is_some(),
            touches: ever.is_some(),
            plan: self.owner.is_some() && self.tier.is_some(),
        };
        checks(&found, tellable)
    }

    fn inputs(
        &mut self,
        dimensions: &Dimensions<'_, '_>,
        targets: Option<&CellTargets>,
    ) -> CoverageInputs {
        let touches = self.touches.as_ref().zip(self.made_in).and_then(|(touches, made_in)| {
            let (first, last) = touches.span()?;
            let count = |from, to| touches.counts(from, to).iter().sum::<u32>();
            let end = self.params.period.map_or(made_in.to, |span| span.to);
            Some(KnownTouches {
                count: touches.len() as u32,
                in_period: count(made_in.from, made_in.to),
                scheduled: count(made_in.to + 1, end),
                first,
                last,
            })
        });
        if let Some(known) = touches.filter(|known| known.in_period == 0) {
            let example = format!("{} - {}", Civil::of(known.first), Civil::of(known.last));
            self.issues.count(CoverageIssueCode::EmptyPeriod, known.count.into(), vec![example]);
        }
        let figures = self.sources.list.figures().into_iter().filter_map(|key| match key {
            FeatureKey::Column { name } => Some(name),
            _ => None,
        });
        let columns = self.contacts.iter().flat_map(|(file, _)| &file.attributes);
        let outcomes =
            columns.filter(|column| column.values.len() <= MOST_OUTCOMES).map(|column| {
                let codes = 0..column.values.len() as u32;
                OutcomeColumn {
                    name: column.name.clone(),
                    values: codes.map(|code| column.values.text(code).into_owned()).collect(),
                }
            });
        let table = self.sources.targets;
        let only = self.params.targets.as_ref().and_then(|targets| targets.only.as_ref());
        let periods = table.zip(only).and_then(|(table, only)| {
            let column = table.attributes.iter().find(|column| column.name == only.column)?;
            let codes = 0..column.values.len() as u32;
            Some(codes.map(|code| column.values.text(code).into_owned()).collect())
        });
        CoverageInputs {
            customers: self.sources.list.len() as u32,
            listed: self.sources.listed,
            orders: self.sources.orders.is_some(),
            contacts: !self.contacts.is_empty(),
            touches,
            target_rows: targets.map(|targets| targets.rows),
            target_figures: table.map(|table| table.measures.clone()).unwrap_or_default(),
            target_periods: periods.unwrap_or_default(),
            value: self.value.is_some(),
            dimensions: dimensions.offered(),
            figures: figures.collect(),
            outcomes: outcomes.collect(),
        }
    }
}

fn of_contacts(
    sources: &Sources<'_>,
    contacts: &[PlacedContacts<'_>],
    issues: &mut Issues,
) -> Touches {
    let (touches, unmatched) = Touches::of_contacts(contacts, sources.list.len());
    let mut examples = Vec::new();
    for (file, places) in contacts {
        let unlisted = (0..).zip(places).filter(|(_, place)| place.is_none());
        let left = EXAMPLES - examples.len();
        examples.extend(
            unlisted.take(left).map(|(code, _): (u32, _)| file.customers.text(code).into_owned()),
        );
    }
    issues.count(CoverageIssueCode::TouchesUnlisted, unmatched, examples);
    touches
}

fn of_purchases(sources: &Sources<'_>) -> Result<Option<Touches>, Error> {
    let Some((transactions, customers)) = sources.orders else { return Ok(None) };
    let days = order_days(transactions, customers)?;
    Ok(Some(Touches::of_orders(&days, &sources.study_places())))
}

/// The period: as asked, else the three months up to the last touch or order; and as many days before it.
fn fill_in_periods(
    sources: &Sources<'_>,
    touches: Option<&Touches>,
    params: &mut CoverageParams,
) -> Result<(), Error> {
    for (name, span) in [("period", params.period), ("before", params.before)] {
        if let Some(span) = span.filter(|span| span.to < span.from) {
            return Err(Error::BadSetting {
                setting: name.into(),
                found: format!("{} - {}", Civil::of(span.from), Civil::of(span.to)),
                expected: "ascending".into(),
            });
        }
    }
    let last = touches.and_then(Touches::span).map(|(_, last)| last);
    let last = last.or_else(|| sources.orders.and_then(|(_, of)| of.last.iter().max().copied()));
    let usual = last.map(|last| Span { from: months_earlier(last, USUAL_MONTHS) + 1, to: last });
    params.period = params.period.or(usual);
    params.before = params.before.or(params.period.map(Span::before));
    Ok(())
}

/// The same day of the month so many months before, or the last one there is.
fn months_earlier(day: Day, months: u32) -> Day {
    let Civil { year, month, day: of_month } = Civil::of(day);
    let months = year * 12 + i64::from(month) - 1 - i64::from(months);
    let (year, month) = (months.div_euclid(12) as u32, months.rem_euclid(12) as u32 + 1);
    let days = (1..=u32::from(of_month)).rev();
    days.into_iter().find_map(|of_month| day_of(year, month, of_month)).unwrap_or(day)
}

/// Touches in a span, rounded to whole ones.
fn planned(per_month: f64, span: Span) -> u32 {
    (per_month * span.months()).round() as u32
}

fn groups_of(division: &Segmentation) -> Vec<Option<usize>> {
    division.labels.iter().map(|label| label.segment()).collect()
}

fn summed(of: &[Strike], groups: &[Option<usize>], count: usize) -> Vec<Strike> {
    let mut found = vec![Strike::default(); count];
    for (one, group) in of.iter().zip(groups) {
        if let Some(group) = *group {
            found[group].add(*one);
        }
    }
    found
}

fn all_of(of: &[Strike]) -> Strike {
    let mut found = Strike::default();
    of.iter().for_each(|one| found.add(*one));
    found
}

fn known(figure: f64) -> Option<f64> {
    Some(figure).filter(|figure| !figure.is_nan())
}

fn id_of(sources: &Sources<'_>, customer: usize) -> String {
    String::from_utf8_lossy(&sources.list.id(customer)).into_owned()
}

fn name_of(grid: &Grid, cell: usize) -> String {
    let place = grid.place(cell);
    let names = grid.names.iter().zip(place).map(|(names, at)| names[at].as_str());
    names.collect::<Vec<_>>().join(" · ")
}

/// Whether the order of the segments is the engine's own.
fn is_of_engine(dimension: &GridDimension) -> bool {
    use crate::segments::Division;
    match dimension {
        GridDimension::Division { division } => !matches!(division, Division::Attribute { .. }),
        _ => false,
    }
}

/// The tiers of a column from the highest down.
fn in_order(division: Segmentation) -> Segmentation {
    let Segmentation { names, labels } = division;
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_by_key(|&at| tier_order(&names[at]));
    let mut places = vec![0_u16; names.len()];
    for (place, &at) in (0..).zip(&order) {
        places[at] = place;
    }
    let label = |label: Label| match label {
        Label::Segment(at) => Label::Segment(places[usize::from(at)]),
        Label::Unassigned => Label::Unassigned,
    };
    Segmentation {
        names: order.iter().map(|&at| names[at].clone()).collect(),
        labels: labels.into_iter().map(label).collect(),
    }
}

fn bad_setting(setting: &str, found: f64, expected: &str) -> Error {
    Error::BadSetting {
        setting: setting.into(),
        found: found.to_string(),
        expected: expected.into(),
    }
}
