//! What holds of coverage and of a budget spent anew, whatever the files say.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod covered;

use std::fmt::Write;

use covered::{Files, columns, span};
use rand::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;
use segmentlab::coverage::{
    Book, CellCost, CellLimit, CoverageIssueCode as Code, CoverageParams, Reallocation,
    ReallocationParams, ResponseModel, Worth,
};
use segmentlab::error::Error;

const REGIONS: [&str; 4] = ["east", "west", "north", "south"];
const CHANNELS: [&str; 3] = ["shop", "web", "phone"];

/// A list with gaps in it, orders of most of it and visits, of the last half of 2025.
struct Made {
    orders: String,
    list: String,
    visits: String,
}

fn made(seed: u64) -> Made {
    let mut chance = Xoshiro256PlusPlus::seed_from_u64(seed);
    let mut list = String::from("customer,region,channel,tier,potential\n");
    let mut visits = String::from("customer,date,owner\n");
    let mut orders = String::from("customer,order,date,amount\n");
    for customer in 0..400 {
        let region = REGIONS[chance.gen_range(0..4_usize).min(chance.gen_range(0..4))];
        let channel = if chance.gen_bool(0.05) { "" } else { CHANNELS[chance.gen_range(0..3)] };
        let tier = ["A", "B", "C", ""][chance.gen_range(0..40_usize) % 7 % 4];
        let potential = chance.gen_range(500..9000);
        let potential = if chance.gen_bool(0.1) { String::new() } else { potential.to_string() };
        writeln!(list, "C{customer},{region},{channel},{tier},{potential}").unwrap();
        let mut date =
            || format!("2025-{:02}-{:02}", chance.gen_range(7..=12), chance.gen_range(1..=28));
        for _ in 0..customer * 7 % 11 {
            writeln!(visits, "C{customer},{},O{}", date(), customer % 5).unwrap();
        }
        for order in 0..customer * 5 % 4 {
            let amount = 10 + customer * 37 % 410;
            writeln!(orders, "C{customer},{customer}-{order},{},{amount}", date()).unwrap();
        }
    }
    Made { orders, list, visits }
}

fn files(made: &Made) -> Files {
    let files = Files::of(made.orders.as_bytes());
    files.beside(made.list.as_bytes()).beside(made.visits.as_bytes())
}

fn params() -> CoverageParams {
    CoverageParams {
        dimensions: columns(&["region", "channel"]),
        period: span(20_251_001, 20_251_231),
        ..CoverageParams::default()
    }
}

fn is_close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0)
}

#[test]
fn parts_make_the_whole() {
    for seed in 0..4 {
        let (report, _) = files(&made(seed)).told(&params());
        let (cells, whole) = (&report.now.cells, &report.now.whole);
        let sum = |of: &dyn Fn(&segmentlab::coverage::CellReach) -> f64| -> f64 {
            cells.iter().map(of).sum()
        };
        let outside = f64::from(report.now.outside);
        assert!(outside > 0.0);
        assert_eq!(sum(&|cell| cell.customers.into()) + outside, 400.0);
        assert_eq!(sum(&|cell| cell.covered.unwrap().into()), whole.covered.unwrap().into());
        assert!(is_close(sum(&|cell| cell.value.unwrap()), whole.value.unwrap()));
        assert!(is_close(sum(&|cell| cell.potential.unwrap()), whole.potential.unwrap()));
        assert!(is_close(sum(&|cell| cell.at_stake.unwrap()), whole.at_stake.unwrap()));
        assert!(is_close(sum(&|cell| cell.white_space.unwrap()), whole.white_space.unwrap()));
        assert!(is_close(sum(&|cell| cell.expected), f64::from(whole.customers)));
        assert!(is_close(sum(&|cell| cell.target), whole.target));
        // Cells above their target do not make up for those below.
        assert!(sum(&|cell| cell.gap.unwrap().into()) >= f64::from(whole.gap.unwrap()));
        // Owners and those without one are all; so are tiers and those without one.
        let owned: u32 = report.owners.iter().map(|owner| owner.customers).sum();
        assert_eq!(owned + report.unowned.unwrap(), 400);
        let plan = report.plan.as_ref().unwrap();
        let of_tiers = |of: fn(&segmentlab::coverage::Compliance) -> u64| -> u64 {
            report.tiers.iter().map(|tier| of(&tier.compliance)).sum()
        };
        assert_eq!(of_tiers(|tier| tier.planned), plan.planned);
        assert_eq!(of_tiers(|tier| tier.kept), plan.kept);
        let in_tiers = plan.statuses.iter().sum::<u32>();
        assert_eq!(in_tiers, report.tiers.iter().flat_map(|tier| tier.compliance.statuses).sum());
        let without = report.issues.iter().find(|issue| issue.code == Code::WithoutTier);
        assert_eq!(u64::from(in_tiers) + without.map_or(0, |issue| issue.count), 400);
        assert_eq!(plan.made, plan.kept + plan.over);
        // Kept and gained are covered now, kept and lost were before.
        let before = &report.before.as_ref().unwrap().cells;
        for ((moved, now), before) in report.moved.iter().zip(cells).zip(before) {
            assert_eq!(Some(moved.kept + moved.gained), now.covered);
            assert_eq!(Some(moved.kept + moved.lost), before.covered);
        }
        let weights: f64 = report.market.cells.iter().filter_map(|cell| cell.weight).sum();
        assert!(report.markets.iter().all(|cell| cell.market.is_none()) && weights == 0.0);
    }
}

#[test]
fn the_order_of_the_rows_does_not_matter() {
    let made = made(5);
    let turned = |text: &str| {
        let mut lines: Vec<&str> = text.lines().collect();
        lines[1..].reverse();
        lines.join("\n") + "\n"
    };
    let other = Made {
        orders: turned(&made.orders),
        list: turned(&made.list),
        visits: turned(&made.visits),
    };
    let [(here, _), (there, _)] = [&made, &other].map(|made| files(made).told(&params()));
    assert_eq!(here.plans, there.plans);
    assert_eq!(here.tiers, there.tiers);
    assert_eq!(here.moved, there.moved);
    assert_eq!(here.owners.len(), there.owners.len());
    for (a, b) in here.now.cells.iter().zip(&there.now.cells) {
        assert_eq!((a.customers, a.covered, a.gap), (b.customers, b.covered, b.gap));
        assert!(is_close(a.at_stake.unwrap(), b.at_stake.unwrap()));
    }
}

#[test]
fn more_visits_where_enough_were_made_change_no_compliance() {
    let made = made(6);
    let rates = |made: &Made| {
        let (report, _) = files(made).told(&params());
        let rates: Vec<_> = report.plans.iter().map(|plan| (plan.kept, plan.rate)).collect();
        let (plan, covered) = (report.plan.unwrap(), report.now.whole.covered);
        (rates, plan.rate, covered, plan.over)
    };
    let before = rates(&made);
    let mut visits = made.visits.clone();
    let (_, book) = files(&made).told(&params());
    let mut more = 0;
    for at in 0..400 {
        let row = book.row(at, String::new());
        if row.planned > 0 && row.made >= row.planned {
            let owner = at % 5;
            writeln!(visits, "C{at},2025-11-05,O{owner}\nC{at},2025-11-06,O{owner}").unwrap();
            more += 2;
        }
    }
    assert!(more > 0);
    let after = rates(&Made { visits, ..made });
    assert_eq!((&after.0, after.1, after.2), (&before.0, before.1, before.2));
    assert_eq!(after.3, before.3 + more);
}

/// That nothing is spent beyond a bound, and that the figures fit each other.
fn assert_fits(found: &Reallocation, params: &ReallocationParams) {
    let slack = 1e-9 * found.budget.max(1.0);
    let sum = |of: &dyn Fn(&segmentlab::coverage::SpentCell) -> f64| -> f64 {
        found.cells.iter().map(of).sum()
    };
    assert!(is_close(sum(&|cell| cell.before * cell.cost), found.spent_before));
    assert!(is_close(found.budget, params.budget * found.spent_before));
    assert!(is_close(sum(&|cell| cell.after * cell.cost), found.spent));
    assert!(is_close(sum(&|cell| cell.gain_before), found.gain_before));
    assert!(is_close(sum(&|cell| cell.gain_after), found.gain));
    assert!(found.spent <= found.budget + slack);
    assert!(found.gain <= found.bound * (1.0 + 1e-9) && found.exact);
    for (at, cell) in (0_u32..).zip(&found.cells) {
        if cell.left_out {
            assert_eq!((cell.after, cell.gain_after), (cell.before, cell.gain_before));
        } else {
            assert!(
                cell.after >= cell.floor - slack && cell.after <= cell.need + slack,
                "{cell:?}"
            );
        }
        // What moves out and in is what changes.
        let moved = |is: &dyn Fn(&segmentlab::coverage::Move) -> bool| -> f64 {
            found.moves.iter().filter(|one| is(one)).map(|one| one.spent).sum()
        };
        let change = moved(&|one| one.to == Some(at)) - moved(&|one| one.from == Some(at));
        assert!((change - (cell.after - cell.before) * cell.cost).abs() <= 1e-6 * found.budget);
    }
}

const ADBUDG: ResponseModel = ResponseModel::Adbudg { shape: 1.7, kept: 0.3 };

#[test]
fn more_budget_never_gives_less() {
    let (_, book) = files(&made(7)).told(&params());
    for model in [ResponseModel::Constant, ADBUDG] {
        let mut last = 0.0;
        for step in 6..24 {
            let params = ReallocationParams {
                model,
                budget: f64::from(step) / 8.0,
                ..ReallocationParams::default()
            };
            let found = book.reallocate(&params).unwrap();
            assert_fits(&found, &params);
            assert!(found.gain >= last * (1.0 - 1e-9), "{step}");
            last = found.gain;
        }
    }
}

#[test]
fn capacities_limits_and_costs_hold() {
    let (_, book) = files(&made(8)).told(&params());
    let free = book.reallocate(&ReallocationParams::default()).unwrap();
    let of_region = |found: &Reallocation, region: usize| -> f64 {
        found.cells[region * 3..region * 3 + 3].iter().map(|cell| cell.after).sum()
    };
    let names = book.segments();
    let full = (0..4).max_by(|&a, &b| of_region(&free, a).total_cmp(&of_region(&free, b))).unwrap();
    let capacity = of_region(&free, full) * 0.8;
    let params = ReallocationParams {
        by: Some(0),
        costs: vec![CellCost {
            segment: names[0][full].clone(),
            cost: Some(1.5),
            capacity: Some(capacity),
        }],
        limits: vec![CellLimit {
            place: vec![names[0][0].clone(), names[1][0].clone()],
            floor: Some(3.0),
            ceiling: Some(7.5),
        }],
        floor: 0.2,
        ..ReallocationParams::default()
    };
    let found = book.reallocate(&params).unwrap();
    assert_fits(&found, &params);
    assert!(of_region(&found, full) <= capacity * (1.0 + 1e-9));
    assert!((3.0..=7.5).contains(&found.cells[0].after));
    assert!(found.cells[full * 3..full * 3 + 3].iter().all(|cell| cell.cost == 1.5));
    // More than there is cannot be kept.
    let params = ReallocationParams { floor: 0.6, budget: 0.5, ..ReallocationParams::default() };
    assert_eq!(book.reallocate(&params), Err(Error::BadAllocation { cell: None }));
}

/// Few customers without a plan: `(potential, sales, visits)` of each, one cell for each.
fn small(cells: &[(u32, u32, u32)], per_month: f64) -> Book {
    let mut made = Made {
        orders: "customer,date,amount\n".into(),
        list: "customer,region,tier,potential\n".into(),
        visits: "customer,date\n".into(),
    };
    for (at, &(potential, sales, visits)) in cells.iter().enumerate() {
        // A second customer of the lowest tier: a column of one value is no tier.
        writeln!(made.list, "C{at},R{at},A,{potential}\nD{at},R{at},B,0").unwrap();
        writeln!(made.orders, "C{at},2025-12-01,{sales}").unwrap();
        for day in 0..visits {
            writeln!(made.visits, "C{at},2025-{:02}-{:02}", 10 + day / 28, 1 + day % 28).unwrap();
        }
    }
    let line =
        |tier: &str, per_month| segmentlab::coverage::PlanLine { tier: tier.into(), per_month };
    let params = CoverageParams {
        dimensions: columns(&["region"]),
        plan: vec![line("A", per_month), line("B", 0.0)],
        ..params()
    };
    files(&made).told(&params).1
}

/// The best of all ways to make so many touches, in steps, by what the definition says each cell gives.
fn by_hand(needs: &[f64], budget: f64, step: f64, gives: &dyn Fn(usize, f64) -> f64) -> f64 {
    fn go(
        at: usize,
        needs: &[f64],
        left: f64,
        step: f64,
        gives: &dyn Fn(usize, f64) -> f64,
    ) -> f64 {
        if at == needs.len() {
            return 0.0;
        }
        let most = (left.min(needs[at]) / step).floor() as u32;
        let of = |steps: u32| {
            let spent = f64::from(steps) * step;
            gives(at, spent) + go(at + 1, needs, left - spent, step, gives)
        };
        (0..=most).map(of).fold(f64::NEG_INFINITY, f64::max)
    }
    go(0, needs, budget, step, gives)
}

const CELLS: [(u32, u32, u32); 4] = [(900, 300, 6), (400, 350, 3), (700, 100, 8), (650, 200, 2)];

/// METHODS section 7: b + (a - b) x^c / (d + x^c), through the present visits and sales.
fn adbudg(at: usize, shape: f64, kept: f64, touches: f64) -> f64 {
    let (potential, sales, visits) = CELLS[at];
    let [a, sales, visits] = [potential, sales, visits].map(f64::from);
    let b = kept * sales;
    // Solved for d where x is the present visits and the response the present sales.
    let d = visits.powf(shape) * (a - sales) / (sales - b);
    b + (a - b) * touches.powf(shape) / (d + touches.powf(shape))
}

#[test]
fn a_constant_response_is_spent_as_brute_force_spends_it() {
    let book = small(&CELLS, 3.0);
    let free = ReallocationParams { floor: 0.0, ..ReallocationParams::default() };
    for budget in [0.3, 0.7, 1.0, 1.5, 3.0] {
        let params = ReallocationParams { budget, ..free.clone() };
        let found = book.reallocate(&params).unwrap();
        assert_fits(&found, &params);
        assert_eq!((found.worth, found.spent_before), (Worth::Potential, 19.0));
        // Three a month for three months; each brings a ninth of the potential.
        let gives = |at: usize, touches: f64| f64::from(CELLS[at].0) / 9.0 * touches;
        let whole = by_hand(&[9.0; 4], (19.0 * budget).floor(), 1.0, &gives);
        let next = by_hand(&[9.0; 4], (19.0 * budget).ceil(), 1.0, &gives);
        // What is left of a budget that is no whole number buys a part of a touch.
        let part = 19.0 * budget - (19.0 * budget).floor();
        assert!(is_close(found.gain, whole + part * (next - whole)), "{budget}: {}", found.gain);
    }
    let found = book.reallocate(&free).unwrap();
    let before: Vec<f64> = found.cells.iter().map(|cell| cell.gain_before).collect();
    let expected: Vec<f64> =
        CELLS.iter().map(|&(potential, _, visits)| f64::from(potential * visits) / 9.0).collect();
    assert!(before.iter().zip(&expected).all(|(a, b)| is_close(*a, *b)), "{before:?}");
}

#[test]
fn an_s_is_spent_as_brute_force_spends_it() {
    let book = small(&CELLS, 3.0);
    for (shape, kept) in [(0.6, 0.2), (1.0, 0.0), (2.5, 0.0), (4.0, 0.5)] {
        for budget in [0.5, 1.0, 1.4] {
            let model = ResponseModel::Adbudg { shape, kept };
            let params = ReallocationParams { model, budget, floor: 0.0, ..Default::default() };
            let found = book.reallocate(&params).unwrap();
            assert_fits(&found, &params);
            let gives = |at: usize, touches: f64| adbudg(at, shape, kept, touches);
            for (at, cell) in found.cells.iter().enumerate() {
                assert!(is_close(cell.gain_before, f64::from(CELLS[at].1)), "through the present");
                assert!(is_close(cell.gain_after, gives(at, cell.after)));
            }
            let steps = by_hand(&[9.0; 4], 19.0 * budget, 0.5, &gives);
            assert!(found.gain >= steps * (1.0 - 1e-9), "{shape} {budget}: {} {steps}", found.gain);
            // Steps of half a touch come close.
            assert!(found.gain <= steps * 1.02, "{shape} {budget}: {} {steps}", found.gain);
        }
    }
}

#[test]
fn falling_returns_meet_the_closed_form() {
    // A need that no cell comes near. The marginal response of b + (a - b) x / (d + x) is (a - b) d / (d + x)^2: equal
    // where d + x is sqrt((a - b) d / price), the price being that at which the budget is spent.
    let book = small(&CELLS, 30.0);
    let (kept, budget) = (0.25, 1.2);
    let model = ResponseModel::Adbudg { shape: 1.0, kept };
    let params = ReallocationParams { model, budget, floor: 0.0, ..Default::default() };
    let found = book.reallocate(&params).unwrap();
    let curves = CELLS.map(|(potential, sales, visits)| {
        let [a, sales, visits] = [potential, sales, visits].map(f64::from);
        let b = kept * sales;
        (a - b, visits * (a - sales) / (sales - b))
    });
    let roots: f64 = curves.iter().map(|(rise, d)| (rise * d).sqrt()).sum();
    let halves: f64 = curves.iter().map(|(_, d)| d).sum();
    let spent = curves.map(|(rise, d)| (rise * d).sqrt() / roots * (19.0 * budget + halves) - d);
    // Visits to the third cell brought little: it is left at nothing, and the others share what is there.
    let open: Vec<usize> = (0..4).filter(|&at| spent[at] > 0.0).collect();
    assert_eq!(open, [0, 1, 3]);
    let roots: f64 = open.iter().map(|&at| (curves[at].0 * curves[at].1).sqrt()).sum();
    let halves: f64 = open.iter().map(|&at| curves[at].1).sum();
    for (at, cell) in found.cells.iter().enumerate() {
        let (rise, d) = curves[at];
        let share = (rise * d).sqrt() / roots * (19.0 * budget + halves) - d;
        assert_eq!(share > 0.0, open.contains(&at));
        let expected = share.max(0.0);
        assert!((cell.after - expected).abs() < 1e-6, "{at}: {} {expected}", cell.after);
    }
}
