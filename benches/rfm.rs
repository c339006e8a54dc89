//! Medians of folding and scoring a generated file: 5,000,000 rows, 300,000 customers, 2,000,000 orders.
//!
//! `cargo bench --bench rfm`
#![allow(clippy::print_stdout, reason = "the medians are what it is run for")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use segmentlab::customers::{CustomersParams, fold, overview};
use segmentlab::export::{CustomerQuery, CustomerTable, SortKey};
use segmentlab::mapping::Role;
use segmentlab::rfm::{RfmParams, report, score};
use segmentlab::table::{Dictionary, Interner, Money};
use segmentlab::transactions::{Attribute, Chunk, Day, Transactions};

const CUSTOMERS: u32 = 300_000;
const ORDERS: u32 = 2_000_000;
/// Rows of orders 0, 1 and 2: two and a half on average.
const ROWS_OF: [u32; 2] = [2, 3];
const CHUNK: usize = 150_000;
const DAYS: u32 = 730;
const REGIONS: u32 = 31;
const CATEGORIES: u32 = 12;
const RUNS: usize = 7;

fn main() {
    let plain = generate(&[]);
    let params = CustomersParams::default();
    print("fold", || fold(&plain, &params).map(|customers| customers.len()));
    let customers = fold(&plain, &params).unwrap_or_default();
    print("overview", || overview(&plain, &customers, &params).map(|it| it.periods.len()));
    print("score", || score(&customers, &RfmParams::default()).map(|rfm| rfm.weighted.len()));
    let rfm = score(&customers, &RfmParams::default()).unwrap_or_default();
    print("report", || report(&customers, &rfm).cells.len());
    let table = CustomerTable::new(&plain, &customers, &rfm);
    let query =
        CustomerQuery { sort: SortKey::Monetary, descending: true, ..CustomerQuery::default() };
    print("find", || table.find(&query).len());

    let mut by_day = generate(&[]);
    for chunk in &mut by_day.chunks {
        chunk.order.clear();
    }
    by_day.orders = Dictionary::default();
    print("fold, orders by day", || fold(&by_day, &params).map(|customers| customers.len()));

    let described = generate(&[(Role::Category, CATEGORIES), (Role::Region, REGIONS)]);
    print("fold, category and region", || fold(&described, &params).map(|it| it.len()));
}

fn print<T>(what: &str, mut run: impl FnMut() -> T) {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            black_box(run());
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    println!("{what:<28}{:>8.1} ms", times[RUNS / 2].as_secs_f64() * 1e3);
}

/// Orders come by day, their rows together; a customer keeps one region and buys of all categories.
fn generate(attributes: &[(Role, u32)]) -> Transactions {
    let mut random = Random(7);
    let mut chunks = vec![Chunk::default()];
    for order in 0..ORDERS {
        // The square makes some customers buy much more than others.
        let share = f64::from(random.below(1 << 20)) / f64::from(1 << 20);
        let customer = (share * share * f64::from(CUSTOMERS)) as u32;
        let day = (u64::from(order) * u64::from(DAYS) / u64::from(ORDERS)) as Day;
        for _ in 0..ROWS_OF[order as usize % 2] {
            if chunks.last().is_some_and(|chunk| chunk.customer.len() == CHUNK) {
                chunks.push(Chunk::default());
            }
            let Some(chunk) = chunks.last_mut() else { return Transactions::default() };
            let cents = i64::from(random.below(20_000)) - 200;
            chunk.customer.push(customer);
            chunk.order.push(order);
            chunk.day.push(day);
            chunk.amount.push(Money(cents * Money::SCALE / 100));
            chunk.attributes.resize_with(attributes.len(), Vec::new);
            for (codes, &(role, values)) in chunk.attributes.iter_mut().zip(attributes) {
                let code =
                    if role == Role::Region { customer % values } else { random.below(values) };
                codes.push(code);
            }
        }
    }
    // Customers are met in no order of their ids.
    let scattered = |code: u32| u64::from(code) * 7_919 % u64::from(CUSTOMERS);
    Transactions {
        duplicates: Vec::new(),
        chunks,
        customers: dictionary(CUSTOMERS, |code| format!("C{:07}", scattered(code))),
        orders: dictionary(ORDERS, |code| format!("SO-2024-{code:08}")),
        measures: Vec::new(),
        attributes: attributes
            .iter()
            .map(|&(role, count)| Attribute {
                name: format!("{role:?}"),
                role,
                values: dictionary(count, |code| format!("v{code}")),
            })
            .collect(),
        first_day: Some(0),
        last_day: Some(DAYS as Day - 1),
    }
}

fn dictionary(count: u32, text: impl Fn(u32) -> String) -> Dictionary {
    let mut interner = Interner::new();
    for code in 0..count {
        interner.intern(text(code).as_bytes());
    }
    interner.finish()
}

/// A linear congruential generator: the same file on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: u32) -> u32 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (((self.0 >> 33) * u64::from(bound)) >> 31) as u32
    }
}
