//! Coverage of a million customers with five million touches over a grid of three dimensions, against reading the two
//! files they come from.
//!
//! `cargo bench --bench coverage`; the same customers every time.
#![allow(missing_docs, clippy::print_stdout, clippy::unwrap_used)]

use std::fmt::Write;
use std::hint::black_box;
use std::time::Instant;

use rand::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;
use segmentlab::coverage::{Grid, ReachParams, Reached, Touched, Touches, compliance, reach};
use segmentlab::features::FeatureSource;
use segmentlab::join::places;
use segmentlab::mapping::look;
use segmentlab::segments::Segmentation;
use segmentlab::transactions::{Transactions, read_all};

const CUSTOMERS: u32 = 1_000_000;
const TOUCHES: u32 = 5_000_000;
const RUNS: usize = 3;

fn main() {
    let mut chance = Xoshiro256PlusPlus::seed_from_u64(1);
    let mut list = String::from("customer,region,channel,tier,potential\n");
    for customer in 0..CUSTOMERS {
        let (region, channel, tier) =
            (chance.gen_range(0..8), chance.gen_range(0..5), chance.gen_range(0..3));
        let potential = chance.gen_range(100..90_000);
        writeln!(list, "C{customer:07},R{region},K{channel},T{tier},{potential}").unwrap();
    }
    let mut visits = String::from("customer,date\n");
    for _ in 0..TOUCHES {
        let (month, day) = (chance.gen_range(1..=12), chance.gen_range(1..=28));
        writeln!(visits, "C{:07},2024-{month:02}-{day:02}", chance.gen_range(0..CUSTOMERS))
            .unwrap();
    }
    println!("{CUSTOMERS} customers, {TOUCHES} touches, 8 x 5 x 3 cells");
    let mut reading = Vec::new();
    let mut telling = Vec::new();
    for _ in 0..RUNS {
        let start = Instant::now();
        let (listed, contacts) = (read(&list), read(&visits));
        reading.push(start.elapsed().as_secs_f64());
        let start = Instant::now();
        black_box(told(&listed, &contacts));
        telling.push(start.elapsed().as_secs_f64());
    }
    let [reading, telling] = [reading, telling].map(|mut times| {
        times.sort_by(f64::total_cmp);
        times[RUNS / 2]
    });
    println!("reading both files         {reading:.3} s");
    println!("matching and coverage      {telling:.3} s");
    println!("ratio                      {:.3}", telling / reading);
}

fn read(file: &str) -> Transactions {
    let bytes = file.as_bytes();
    let first = &bytes[..bytes.len().min(segmentlab::file::HEAD_BYTES)];
    let head = look(first, &[], bytes.len() as u64, None).unwrap();
    read_all(&[bytes], &head.params, 8 << 20, 2).unwrap().transactions
}

/// Everything from the files that were read: who is who, the grid, its coverage, and the plan of each tier.
fn told(listed: &Transactions, contacts: &Transactions) -> usize {
    let source = FeatureSource::of_customers(listed);
    let customers = source.len();
    let divisions = ["region", "channel", "tier"]
        .map(|name| Segmentation::of_column(&source.attribute(name).unwrap()));
    let grid = Grid::of(&divisions.each_ref()).unwrap();
    let potential = listed.measure("potential").unwrap();
    let ids: Vec<Vec<u8>> = (0..customers).map(|at| source.id(at).to_vec()).collect();
    let places = places(contacts.customers.iter(), ids.iter().map(Vec::as_slice));
    let (touches, _) = Touches::of_contacts(&[(contacts, places)], customers);
    let counts = touches.counts(19_723, 20_088);
    let of = Reached { touches: Some(&counts), potential: Some(&potential), ..Reached::default() };
    let report = reach(&grid, of, &ReachParams { touches: 4, target: 0.9 }).unwrap();
    let last = touches.last(20_088);
    let touched: Vec<Touched> = counts
        .iter()
        .zip(&last)
        .map(|(&made, &last)| Touched { planned: 6, made, scheduled: 0, last })
        .collect();
    let tiers: Vec<Option<usize>> =
        divisions[2].labels.iter().map(|label| label.segment()).collect();
    let kept = compliance(&touched, &tiers, &[None; 3], 20_088, 365);
    report.cells.len() + kept.len()
}
