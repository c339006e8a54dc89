//! Lists, visits and targets that are not as they should be: what is wrong is counted, and nothing else is lost.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod covered;

use covered::{Files, cell, columns, noticed, query, span};
use segmentlab::coverage::{
    CallWhich, Capacity, CoverageIssueCode as Code, CoverageParams, CoverageReport, GridDimension,
    Per, PlanLine, Potential, Roster,
};
use segmentlab::error::Error;

const LIST: &str = "customer,region,channel,tier,potential\n\
    A,north,shop,A,100\nB,north,web,B,80\nC,south,shop,A,60\nD,south,web,C,40\n\
    E,north,shop,B,20\nF,south,shop,C,10\n";
const VISITS: &str = "customer,date\nA,2025-10-03\nC,2025-11-04\nA,2025-12-05\n";

fn params() -> CoverageParams {
    CoverageParams {
        dimensions: columns(&["region", "channel"]),
        period: span(20_251_001, 20_251_231),
        target: 0.5,
        ..CoverageParams::default()
    }
}

fn with_targets(targets: &str) -> CoverageReport {
    let files = Files::of(LIST.as_bytes()).beside(VISITS.as_bytes()).beside(targets.as_bytes());
    files.told(&params()).0
}

fn goal(report: &CoverageReport, place: [&str; 2]) -> Option<f64> {
    report.now.cells[cell(report, &place)].goal
}

fn codes(report: &CoverageReport) -> Vec<Code> {
    report.issues.iter().map(|issue| issue.code).collect()
}

#[test]
fn targets_of_cells_that_are_not_there() {
    let report = with_targets(
        "region,channel,coverage,outlets\nnorth,shop,80%,5\nmoon,shop,90%,7\nnorth,fax,70%,9\n",
    );
    assert_eq!(noticed(&report, Code::TargetUnknown), (2, vec!["moon · shop", "north · fax"]));
    assert_eq!(report.inputs.target_rows, Some(1));
    assert_eq!(goal(&report, ["north", "shop"]), Some(0.8));
    assert_eq!(goal(&report, ["south", "web"]), Some(0.5), "those of others stay as asked");
    assert_eq!(codes(&report), [Code::TargetUnknown]);
}

#[test]
fn a_second_target_of_the_same_cell() {
    let report = with_targets(
        "region,channel,coverage,outlets\nnorth,shop,80%,5\nnorth,web,60%,4\nnorth,shop,20%,6\n",
    );
    assert_eq!(noticed(&report, Code::TargetRepeated).0, 1);
    assert_eq!(goal(&report, ["north", "shop"]), Some(0.8), "the first one counts");
    let at = cell(&report, &["north", "shop"]);
    assert_eq!(report.markets[at].universe, Some(5.0));
    assert_eq!(codes(&report), [Code::TargetRepeated]);
}

#[test]
fn rates_above_one_and_rates_in_percent() {
    let report = with_targets(
        "region,channel,coverage,outlets\nnorth,shop,0.8,5\nnorth,web,1.2,4\nsouth,web,0.3,6\n",
    );
    assert_eq!(noticed(&report, Code::TargetAboveOne).0, 1);
    assert_eq!(goal(&report, ["north", "web"]), Some(0.5), "not used");
    assert_eq!(report.markets[cell(&report, &["north", "web"])].universe, Some(4.0), "but kept");
    assert_eq!(codes(&report), [Code::TargetAboveOne]);

    // A rate of zero does not tell parts from percents.
    let report = with_targets(
        "region,channel,coverage,outlets\nnorth,shop,80,5\nnorth,web,0,4\nsouth,web,35.5,6\n",
    );
    assert_eq!(noticed(&report, Code::TargetPercent).0, 3);
    assert_eq!(goal(&report, ["north", "shop"]), Some(0.8));
    assert_eq!(goal(&report, ["north", "web"]), Some(0.0));
    assert_eq!(goal(&report, ["south", "web"]), Some(0.355));
    assert_eq!(codes(&report), [Code::TargetPercent]);
}

#[test]
fn negative_figures_of_targets() {
    let report = with_targets(
        "region,channel,coverage,outlets\nnorth,shop,80%,-5\nnorth,web,-60%,4\nsouth,web,30%,6\n",
    );
    assert_eq!(noticed(&report, Code::TargetNegative).0, 2);
    assert_eq!(goal(&report, ["north", "shop"]), Some(0.8), "the other figure of the row counts");
    assert_eq!(goal(&report, ["north", "web"]), Some(0.5));
    assert_eq!(report.markets[cell(&report, &["north", "shop"])].universe, None);
    assert_eq!(codes(&report), [Code::TargetNegative]);
}

#[test]
fn targets_that_name_no_dimension() {
    let report = with_targets("product,coverage,outlets\nsoap,80%,5\ntea,90%,6\n");
    assert_eq!(noticed(&report, Code::TargetsElsewhere).0, 2);
    assert_eq!(report.inputs.target_rows, Some(0));
    assert_eq!(codes(&report), [Code::TargetsElsewhere]);
}

#[test]
fn targets_of_coarser_and_finer_groups() {
    // Of regions only: the rate holds for each of its cells, the outlets of no single one.
    let report = with_targets("region,coverage,outlets\nnorth,80%,50\nsouth,40%,60\n");
    for channel in ["shop", "web"] {
        assert_eq!(goal(&report, ["north", channel]), Some(0.8));
        assert_eq!(goal(&report, ["south", channel]), Some(0.4));
    }
    assert!(report.markets.iter().all(|market| market.universe.is_none()));
    // By product too: outlets are summed up, rates weighted by them.
    let report = with_targets(
        "region,channel,product,coverage,outlets\nnorth,shop,soap,80%,10\nnorth,shop,tea,50%,30\n",
    );
    let at = cell(&report, &["north", "shop"]);
    assert_eq!(report.markets[at].universe, Some(40.0));
    assert_eq!(report.now.cells[at].goal, Some((0.8 * 10.0 + 0.5 * 30.0) / 40.0));
    assert_eq!(codes(&report), []);
}

#[test]
fn targets_of_the_period_that_is_asked_for() {
    let quarters = "quarter,region,channel,coverage,outlets\n\
        2025Q3,north,shop,30%,3\n2025Q4,north,shop,80%,5\n2026Q1,north,shop,90%,9\n";
    assert_eq!(goal(&with_targets(quarters), ["north", "shop"]), Some(0.8));
    // Months in words, in which the tenth stands before the ninth by its letters.
    let months = "month,region,channel,coverage,outlets\n2025年9月,north,shop,50%,5\n\
        2025年10月,north,shop,60%,5\n2025年12月,north,shop,70%,5\n";
    assert_eq!(goal(&with_targets(months), ["north", "shop"]), Some(0.7));
    // Of a period that no row is for the last one counts.
    let years =
        "year of plan,region,channel,coverage\n2019年,north,shop,40%\n2021年,north,shop,60%\n";
    assert_eq!(goal(&with_targets(years), ["north", "shop"]), Some(0.6));
}

#[test]
fn targets_of_each_month() {
    let report = with_targets(
        "region,channel,date,coverage,outlets,target sales\n\
         north,shop,2025-10-01,80%,10,500\nnorth,shop,2025-11-01,60%,10,600\n\
         north,shop,2025-12-01,70%,20,700\nnorth,shop,2025-12-01,10%,90,900\n\
         north,shop,2026-01-01,50%,30,800\n",
    );
    let at = cell(&report, &["north", "shop"]);
    // Sales add up over the months; shops are the same ones every month, and the last count is the one that holds.
    assert_eq!(report.sales_targets[at], Some(1800.0));
    assert_eq!(report.markets[at].universe, Some(20.0));
    let goal = report.now.cells[at].goal.unwrap();
    assert!((goal - (8.0 + 6.0 + 14.0) / 40.0).abs() < 1e-12);
    assert_eq!(noticed(&report, Code::TargetRepeated).0, 1, "the same month twice");
    assert_eq!(report.inputs.target_rows, Some(3));
}

#[test]
fn customers_in_no_cell_and_without_a_tier() {
    let list = "customer,region,channel,tier,potential\nA,north,shop,A,100\nB,,web,B,80\n\
        C,south,shop,,60\nD,south,,C,40\nE,north,web,B,50\nF,south,web,C,1\n";
    let files = Files::of(list.as_bytes()).beside(VISITS.as_bytes());
    let (report, book) = files.told(&params());
    assert_eq!(noticed(&report, Code::Outside), (2, vec!["B", "D"]));
    assert_eq!(noticed(&report, Code::WithoutTier), (1, vec!["C"]));
    assert_eq!((report.now.outside, report.now.whole.customers), (2, 4));
    // C has no plan that its visit could be beyond.
    let plan = report.plan.as_ref().unwrap();
    assert_eq!((plan.customers, plan.statuses[0], plan.over_served), (5, 0, 0));
    assert!(book.find(&query(CallWhich::OverServed)).is_empty());
    assert_eq!(book.find(&query(CallWhich::Uncovered)), [4, 5], "who is in no cell has no target");
    assert_eq!(book.find(&query(CallWhich::Never)), [1, 4, 3, 5], "but a plan");
    assert_eq!(codes(&report), [Code::Outside, Code::WithoutTier]);
}

#[test]
fn potential_below_zero_and_not_known() {
    let list = "customer,region,channel,tier,potential\nA,north,shop,A,100\nB,north,web,B,-80\n\
        C,south,shop,A,\nD,south,web,C,40\n";
    let files = Files::of(list.as_bytes()).beside(VISITS.as_bytes());
    let (report, book) = files.told(&params());
    assert_eq!(noticed(&report, Code::NegativePotential), (1, vec!["B"]));
    assert_eq!(noticed(&report, Code::UnknownPotential), (1, vec!["C"]));
    let whole = &report.now.whole;
    assert_eq!((whole.potential_known, whole.potential), (2, Some(140.0)));
    assert_eq!(whole.at_stake, Some(40.0));
    // Last on the list, but on it.
    assert_eq!(book.find(&query(CallWhich::Uncovered)), [3, 1]);
    assert_eq!(book.row(1, String::new()).potential, None);
}

#[test]
fn a_list_of_nothing_but_ids() {
    // Whom nobody visited has no owner; all the same he should have been covered.
    let visits = "customer,date,owner\nA,2025-10-03,Li\nB,2025-11-04,Wu\nA,2025-12-05,Li\n";
    let files = Files::of(b"customer,name\nA,Ann\nB,Bea\nC,Cid\nD,Dan\n");
    let (report, _) = files.beside(visits.as_bytes()).told(&CoverageParams::default());
    let whole = &report.now.whole;
    assert_eq!((whole.customers, whole.covered, whole.rate), (4, Some(2), Some(0.5)));
    assert_eq!((report.owners.len(), report.unowned), (2, Some(2)));
    assert_eq!(codes(&report), []);
}

#[test]
fn a_period_without_a_touch() {
    let files = Files::of(LIST.as_bytes()).beside(VISITS.as_bytes());
    let period = span(20_240_101, 20_240_331);
    let (report, book) = files.told(&CoverageParams { period, ..params() });
    let expected = (3, vec!["2025-10-03 - 2025-12-05"]);
    assert_eq!(noticed(&report, Code::EmptyPeriod), expected);
    assert_eq!((report.now.whole.covered, report.now.whole.gap), (Some(0), Some(3)));
    assert_eq!(book.find(&query(CallWhich::Uncovered)).len(), 6);
    assert!(report.before.is_none(), "nothing is known of a time before all touches");
    assert!(report.moved.is_empty());
}

#[test]
fn contacts_and_buyers_who_are_not_on_the_list() {
    let visits = "customer,date\nA,2025-10-03\nX,2025-11-04\nX,2025-12-05\nY,2025-12-06\n";
    let files = Files::of(LIST.as_bytes()).beside(visits.as_bytes());
    let (report, _) = files.told(&params());
    assert_eq!(noticed(&report, Code::TouchesUnlisted), (3, vec!["X", "Y"]));
    assert_eq!(report.inputs.touches.unwrap().count, 1);
    assert_eq!(codes(&report), [Code::TouchesUnlisted]);

    let orders = "customer,date,amount\nA,2025-10-03,5\nZ,2025-11-04,6\nZ,2025-11-05,7\n";
    let files = Files::of(orders.as_bytes()).beside(LIST.as_bytes());
    let (report, _) = files.told(&params());
    assert_eq!(noticed(&report, Code::BuyersUnlisted), (1, vec!["Z"]));
    assert_eq!((report.now.whole.customers, report.now.whole.value), (6, Some(5.0)));
    assert_eq!(codes(&report), [Code::BuyersUnlisted]);
}

#[test]
fn visits_after_the_as_of_date_are_scheduled() {
    let visits = "customer,date\nA,2025-09-20\nA,2025-10-03\nB,2025-11-20\nB,2025-12-05\n";
    let files = Files::of(LIST.as_bytes()).beside(visits.as_bytes());
    let as_of = span(20_251_130, 20_251_130).map(|day| day.from);
    let (report, _) = files.told(&CoverageParams { as_of, ..params() });
    let known = report.inputs.touches.unwrap();
    assert_eq!((known.count, known.in_period, known.scheduled), (4, 2, 1));
    // B: two of six planned visits are made or arranged.
    let tier = report.tiers.iter().find(|tier| tier.tier == "B").unwrap();
    let plan = &tier.compliance;
    assert_eq!((plan.planned, plan.kept, plan.remaining, plan.to_schedule), (12, 1, 11, 10));
    // Before the period has begun, nothing is made in it, and what lies before it is not scheduled.
    let as_of = span(20_250_901, 20_250_901).map(|day| day.from);
    let (report, _) = files.told(&CoverageParams { as_of, ..params() });
    let known = report.inputs.touches.unwrap();
    assert_eq!((known.in_period, known.scheduled), (0, 3));
}

#[test]
fn what_is_asked_for_and_not_there_is_refused() {
    let files = Files::of(LIST.as_bytes()).beside(VISITS.as_bytes());
    let refused = |params: CoverageParams| files.ask(&params).err();
    let is_setting = |error: Option<Error>, name: &str| {
        assert!(
            matches!(&error, Some(Error::BadSetting { setting, .. }) if setting == name),
            "{error:?}"
        );
    };
    let is_feature = |error: Option<Error>| {
        assert!(matches!(error, Some(Error::NoSuchFeature { .. })), "{error:?}")
    };
    let turned = span(20_251_001, 20_251_231)
        .map(|span| segmentlab::coverage::Span { from: span.to, to: span.from });
    is_setting(refused(CoverageParams { period: turned, ..params() }), "period");
    is_setting(refused(CoverageParams { before: turned, ..params() }), "before");
    let dimensions = columns(&["region", "colour"]);
    is_feature(refused(CoverageParams { dimensions, ..params() }));
    let contact = GridDimension::Contact { name: "rep".into() };
    is_feature(refused(CoverageParams { owner: Some(contact), ..params() }));
    let potential = Some(Potential { column: "wallet".into(), per: Per::Year });
    is_feature(refused(CoverageParams { potential, ..params() }));
    let tier = columns(&["class"]).unwrap().pop();
    is_feature(refused(CoverageParams { tier, ..params() }));
    for per_month in [-1.0, f64::NAN, f64::INFINITY] {
        let plan = vec![PlanLine { tier: "A".into(), per_month }];
        is_setting(refused(CoverageParams { plan, ..params() }), "plan");
        let owner = columns(&["region"]).unwrap().pop();
        let capacities = vec![Capacity { owner: "north".into(), per_month }];
        is_setting(refused(CoverageParams { owner, capacities, ..params() }), "capacity");
    }
    let target = 1.5;
    let error = refused(CoverageParams { target, ..params() });
    assert_eq!(error, Some(Error::BadReach { touches: 1, target }));
    let error = refused(CoverageParams { touches: 0, ..params() });
    assert_eq!(error, Some(Error::BadReach { touches: 0, target: 0.5 }));
    // There are no buyers: the list is what there is, and the report says so.
    let roster = Some(Roster::Buyers);
    let (report, _) = files.told(&CoverageParams { roster, ..params() });
    assert_eq!(report.params.roster, Some(Roster::Listed));
}
