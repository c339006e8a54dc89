//! Coverage of the generated consumer goods book, counted again from the rows of its files.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod counted;
mod covered;

use std::collections::{BTreeMap, BTreeSet};

use counted::{Listed, Target, Visit, counted, in_quarter, sample, targets};
use covered::{Files, cell, columns, day, noticed, query, span};
use segmentlab::coverage::{
    Book, CallQuery, CallWhich, Compliance, CoverageIssueCode, CoverageParams, CoverageReport,
    GridDimension, Outcome, Per, Potential, Roster, Status, TouchKind,
};

/// Everything is left open but the period and the owners: those of the visits.
fn told() -> Option<(Files, CoverageParams)> {
    let files = Files::of(&sample("customers")?);
    let files = files.beside(&sample("visits")?).beside(&sample("targets")?);
    let period = span(20_251_001, 20_251_231);
    let owner = Some(GridDimension::Contact { name: "业务员".into() });
    Some((files, CoverageParams { period, owner, ..CoverageParams::default() }))
}

fn cells(list: &[Listed]) -> BTreeMap<(&str, &str), Vec<&Listed>> {
    let mut cells: BTreeMap<(&str, &str), Vec<&Listed>> = BTreeMap::new();
    for one in list {
        cells.entry((&one.region, &one.channel)).or_default().push(one);
    }
    assert!(cells.len() > 30);
    cells
}

fn is_close(found: f64, expected: f64) -> bool {
    (found - expected).abs() <= 1e-9 * expected.abs().max(1.0)
}

fn sum(of: &[&Listed], figure: impl Fn(&Listed) -> u64) -> u64 {
    of.iter().map(|one| figure(one)).sum()
}

#[test]
fn the_files_say_by_themselves_what_is_what() {
    let Some((files, params)) = told() else { return };
    let (report, _) = files.told(&CoverageParams { period: None, owner: None, ..params });
    let found = &report.params;
    assert_eq!(found.dimensions, columns(&["大区", "渠道"]));
    assert_eq!(found.tier, columns(&["等级"]).unwrap().pop());
    assert_eq!(
        found.owner,
        columns(&["经销商"]).unwrap().pop(),
        "the list says who is responsible"
    );
    let potential = Potential { column: "月度潜力".into(), per: Per::Month };
    assert_eq!(found.potential, Some(potential));
    assert_eq!(found.outcome, Some(Outcome { column: "是否成交".into(), value: "是".into() }));
    assert_eq!((found.roster, found.touched), (Some(Roster::Listed), Some(TouchKind::Contacts)));
    let targets = found.targets.as_ref().unwrap();
    let named = [&targets.rate, &targets.universe, &targets.sales].map(Option::as_deref);
    assert_eq!(named, [Some("目标覆盖率"), Some("市场客户数"), Some("目标销售额")]);
    assert_eq!(targets.only.as_ref().unwrap().value, "2025Q4");
    // The visits end in the last days of the quarter.
    assert_eq!((found.period, report.months), (params.period, Some(3.0)));
    assert_eq!(found.before, span(20_250_701, 20_250_930));
}

#[test]
fn cells_as_counted_from_the_rows() {
    let Some(((files, params), counted, targets)) =
        told().zip(counted()).zip(targets()).map(|((a, b), c)| (a, b, c))
    else {
        return;
    };
    let (report, _) = files.told(&params);
    let cells = cells(&counted.list);
    for (&(region, channel), own) in &cells {
        let at = cell(&report, &[region, channel]);
        let found = &report.now.cells[at];
        let (customers, covered) = (own.len() as u64, sum(own, |one| u64::from(one.made() > 0)));
        assert_eq!((found.customers, found.covered), (customers as u32, Some(covered as u32)));
        assert_eq!(found.rate, Some(covered as f64 / customers as f64));
        let Target { percent, universe, .. } = targets[&(region.to_owned(), channel.to_owned())];
        // In hundredths, so that nothing is rounded.
        let wanted = (customers * percent).div_ceil(100);
        assert_eq!(found.gap, Some(wanted.saturating_sub(covered) as u32));
        assert!(is_close(found.goal.unwrap(), percent as f64 / 100.0));
        let potential = |is: &dyn Fn(&Listed) -> bool| -> f64 {
            own.iter().filter(|one| is(one)).map(|one| 3.0 * one.potential).sum()
        };
        let (all, open) = (potential(&|_| true), potential(&|one| one.made() == 0));
        assert_eq!((found.potential, found.at_stake), (Some(all), Some(open)));
        assert!(is_close(found.potential_rate.unwrap(), (all - open) / all));
        assert_eq!(report.markets[at].universe, Some(universe));
        assert_eq!(report.market.cells[at].penetration, Some(covered as f64 / universe));
        assert_plan(&report.plans[at], own);
        let visits: Vec<&Visit> = own.iter().flat_map(|one| &one.visits).collect();
        let visits = || visits.iter().filter(|visit| in_quarter(visit.date));
        let strike = &report.strikes[at];
        assert_eq!(strike.visits as usize, visits().count());
        assert_eq!(strike.sales as usize, visits().filter(|visit| visit.sold).count());
    }
    let filled = report.now.cells.iter().filter(|cell| cell.customers > 0).count();
    assert_eq!((filled, report.now.outside), (cells.len(), 0), "no other cell has anybody");
    let universe: f64 = targets.values().map(|target| target.universe).sum();
    let covered = report.now.whole.covered.unwrap();
    assert_eq!(report.market.whole.penetration, Some(f64::from(covered) / universe));
}

fn assert_plan(found: &Compliance, own: &[&Listed]) {
    assert_eq!(found.customers as usize, own.len());
    assert_eq!(found.planned, sum(own, Listed::planned));
    assert_eq!(found.made, sum(own, Listed::made));
    assert_eq!(found.kept, sum(own, |one| one.made().min(one.planned())));
    assert_eq!(found.over, sum(own, |one| one.made().saturating_sub(one.planned())));
    assert_eq!(u64::from(found.over_served), sum(own, |one| u64::from(one.made() > one.planned())));
    for (status, &customers) in Status::ALL.iter().zip(&found.statuses) {
        assert_eq!(u64::from(customers), sum(own, |one| u64::from(one.status() == *status)));
    }
}

#[test]
fn tiers_and_owners_as_counted_from_the_rows() {
    let Some(((files, params), counted)) = told().zip(counted()) else { return };
    // Every owner can make 40 visits a month.
    let (report, _) = files.told(&CoverageParams { capacity: Some(40.0), ..params });
    let tiers: Vec<&str> = report.tiers.iter().map(|tier| &*tier.tier).collect();
    assert_eq!(tiers, ["A", "B", "C"]);
    for (tier, planned) in report.tiers.iter().zip([9, 6, 3]) {
        assert_eq!(tier.planned, planned);
        let own: Vec<&Listed> = counted.list.iter().filter(|one| one.tier == tier.tier).collect();
        assert_plan(&tier.compliance, &own);
    }
    assert_plan(report.plan.as_ref().unwrap(), &counted.list.iter().collect::<Vec<_>>());

    let mut of_owners: BTreeMap<&str, Vec<&Listed>> = BTreeMap::new();
    for one in &counted.list {
        of_owners.entry(one.owner().unwrap_or_default()).or_default().push(one);
    }
    let unowned = of_owners.remove("").unwrap().len();
    assert_eq!(report.unowned, Some(unowned as u32));
    assert_eq!(report.owners.len(), of_owners.len());
    for found in &report.owners {
        let own = &of_owners[&*found.owner];
        assert_eq!(found.customers as usize, own.len());
        let covered = sum(own, |one| u64::from(one.made() > 0));
        assert_eq!(found.covered, Some(covered as u32));
        let open = own.iter().filter(|one| one.made() == 0);
        assert_eq!(found.at_stake, Some(open.map(|one| 3.0 * one.potential).sum()));
        let plan = found.compliance.as_ref().unwrap();
        assert_plan(plan, own);
        assert_eq!(plan.capacity_use, Some(plan.planned as f64 / 120.0));
        let visits = own.iter().flat_map(|one| &one.visits);
        let sold = visits.filter(|visit| in_quarter(visit.date) && visit.sold).count();
        let strike = found.strike.unwrap();
        assert_eq!((strike.visits, strike.sales), (plan.made as u32, sold as u32));
    }
    let largest_first = report.owners.windows(2).all(|two| two[0].customers >= two[1].customers);
    assert!(largest_first);
}

#[test]
fn what_is_noticed_is_that_and_no_more() {
    let Some(((files, params), counted)) = told().zip(counted()) else { return };
    let (report, _) = files.told(&params);
    let unlisted = noticed(&report, CoverageIssueCode::TouchesUnlisted);
    assert_eq!(unlisted.0, counted.visits_unlisted);
    assert!(unlisted.1.iter().all(|id| counted.list.iter().all(|one| one.id != **id)));
    let strike = report.strike.unwrap();
    let in_quarter = counted.list.iter().map(Listed::made).sum::<u64>();
    assert_eq!(u64::from(strike.visits), in_quarter);
    assert_eq!(u64::from(report.inputs.touches.unwrap().in_period), in_quarter);
    // Cells may have more visited customers than the market has: no other finding.
    let beyond = noticed(&report, CoverageIssueCode::BeyondMarket).0;
    let is_beyond = |at: &usize| {
        report.markets[*at].universe.is_some_and(|u| report.markets[*at].customers > u)
    };
    assert_eq!(beyond as usize, (0..report.markets.len()).filter(is_beyond).count());
    let kinds = usize::from(unlisted.0 > 0) + usize::from(beyond > 0);
    assert_eq!(report.issues.len(), kinds, "{:?}", report.issues);
}

#[test]
fn lists_of_whom_to_call() {
    let Some(((files, params), counted)) = told().zip(counted()) else { return };
    let (report, book) = files.told(&params);
    let wanted = |is: &dyn Fn(&Listed) -> bool| -> Vec<u32> {
        let mut found: Vec<u32> = (0_u32..)
            .zip(&counted.list)
            .filter(|(_, one)| is(one))
            .map(|(position, _)| position)
            .collect();
        // Stable: equal ones stay in the order of the file.
        found.sort_by(|&a, &b| {
            let potential = |at: u32| counted.list[at as usize].potential;
            potential(b).total_cmp(&potential(a))
        });
        assert!(!found.is_empty());
        found
    };
    let uncovered = book.find(&query(CallWhich::Uncovered));
    assert_eq!(uncovered, wanted(&|one| one.made() == 0));
    for (which, status) in [
        (CallWhich::Never, Status::Never),
        (CallWhich::Due, Status::Due),
        (CallWhich::Overdue, Status::Overdue),
    ] {
        assert_eq!(book.find(&query(which)), wanted(&|one| one.status() == status), "{which:?}");
    }
    let over = book.find(&query(CallWhich::OverServed));
    assert_eq!(over, wanted(&|one| one.made() > one.planned()));
    assert_eq!(over.len() as u32, report.plan.as_ref().unwrap().over_served);

    let at = uncovered[0];
    let (row, one) = (book.row(at, String::new()), &counted.list[at as usize]);
    let names = book.segments();
    let place: Vec<&str> =
        row.place.iter().zip(names).map(|(&segment, names)| &*names[segment as usize]).collect();
    assert_eq!(place, [&one.region, &one.channel]);
    assert_eq!(row.potential, Some(3.0 * one.potential));
    assert_eq!((row.made, u64::from(row.planned)), (0, one.planned()));
    assert_eq!(book.tiers()[row.tier.unwrap() as usize], one.tier);
    assert_eq!(row.owner.map(|owner| &*book.owners()[owner as usize]), one.owner());
    assert_eq!(row.last, one.visits.iter().map(|visit| day(visit.date)).max());
    // Of one cell, tier and owner only those.
    let is_over = |one: &Listed| one.made() > one.planned();
    let first = counted.list.iter().find(|one| is_over(one)).unwrap();
    let place = |names: &[String], name: &str| names.iter().position(|one| one == name);
    let mine = CallQuery {
        cell: Some(cell(&report, &[&first.region, &first.channel]) as u32),
        tier: place(book.tiers(), &first.tier).map(|at| at as u32),
        owner: place(book.owners(), first.owner().unwrap()).map(|at| at as u32),
        ..query(CallWhich::OverServed)
    };
    let key = |one: &Listed| [&one.region, &one.channel, &one.tier].map(String::clone);
    let is_mine =
        |one: &Listed| is_over(one) && key(one) == key(first) && one.owner() == first.owner();
    assert_eq!(book.find(&mine), wanted(&is_mine));
}

/// Orders, with the customer list and the targets beside them.
fn with_orders() -> Option<(CoverageReport, Book)> {
    let files = Files::of(&sample("orders")?);
    let files = files.beside(&sample("customers")?).beside(&sample("targets")?);
    let period = span(20_251_001, 20_251_231);
    Some(files.told(&CoverageParams { period, ..CoverageParams::default() }))
}

#[test]
fn buyers_of_a_list_as_counted_from_the_rows() {
    let Some(((report, book), counted)) = with_orders().zip(counted()) else { return };
    let targets = targets().unwrap();
    assert_eq!(report.params.roster, Some(Roster::Listed));
    assert_eq!(report.params.touched, Some(TouchKind::Purchases));
    assert_eq!(report.now.whole.customers as usize, counted.list.len());
    let mut all = [0.0; 4];
    for (&(region, channel), own) in &cells(&counted.list) {
        let at = cell(&report, &[region, channel]);
        let found = &report.now.cells[at];
        let net: f64 = own.iter().map(|one| one.net()).sum();
        let potential: f64 = own.iter().map(|one| 3.0 * one.potential).sum();
        assert!(is_close(found.value.unwrap(), net), "{region} {channel}");
        assert!(is_close(found.white_space.unwrap(), potential - net));
        assert!(is_close(found.wallet.unwrap(), net / potential));
        let has_bought = |one: &Listed| {
            one.orders.iter().any(|(date, _, amount)| in_quarter(*date) && *amount > 0.0)
        };
        let covered = sum(own, |one| u64::from(has_bought(one)));
        assert_eq!(found.covered, Some(covered as u32), "{region} {channel}");
        let buyers = sum(own, |one| u64::from(one.net() > 0.0));
        let Target { universe, market: [market, market_before], .. } =
            targets[&(region.to_owned(), channel.to_owned())];
        let standing = &report.market.cells[at];
        assert_eq!(standing.penetration, Some(buyers as f64 / universe));
        let sold = net.max(0.0);
        assert!(is_close(standing.share.unwrap(), sold / market));
        assert!(is_close(standing.market_growth.unwrap(), market / market_before - 1.0));
        let before: f64 = own.iter().map(|one| one.net_before()).sum();
        assert!(is_close(standing.growth.unwrap(), sold / before - 1.0), "{region} {channel}");
        all = [all[0] + sold, all[1] + market, all[2] + before, all[3] + market_before];
    }
    let whole = &report.market.whole;
    assert!(is_close(whole.share.unwrap(), all[0] / all[1]));
    assert!(is_close(whole.growth.unwrap(), all[0] / all[2] - 1.0));
    assert!(is_close(whole.market_growth.unwrap(), all[1] / all[3] - 1.0));
    // Customers who never bought are on the list, and on that of whom to call.
    let never: Vec<u32> = (0_u32..)
        .zip(&counted.list)
        .filter(|(_, one)| one.orders.is_empty())
        .map(|(position, _)| position)
        .collect();
    assert!(!never.is_empty());
    let uncovered = book.find(&query(CallWhich::Uncovered));
    assert!(never.iter().all(|at| uncovered.contains(at)));
    let (found, examples) = noticed(&report, CoverageIssueCode::BuyersUnlisted);
    assert_eq!(found as usize, counted.buyers_unlisted.len());
    assert!(examples.iter().all(|id| counted.buyers_unlisted.contains(*id)));
}

#[test]
fn touches_by_orders_as_counted_from_the_rows() {
    let Some(((report, _), counted)) = with_orders().zip(counted()) else { return };
    // An order is one touch however many lines it has; it has a day of its own and is no refund.
    let orders: BTreeSet<(&str, &str)> = counted
        .list
        .iter()
        .flat_map(|one| one.orders.iter().map(move |line| (one, line)))
        .filter(|(_, (date, _, amount))| in_quarter(*date) && *amount > 0.0)
        .map(|(one, (_, order, _))| (&*one.id, &**order))
        .collect();
    assert_eq!(report.inputs.touches.unwrap().in_period as usize, orders.len());
    let before: f64 = counted.list.iter().map(Listed::net_before).sum();
    let found = report.before.as_ref().unwrap().whole.value.unwrap();
    assert!(is_close(found, before), "{found} {before}");
}
