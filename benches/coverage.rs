//! Coverage of a million customers with five million touches over a grid of three dimensions, with plan and owners, against
//! reading the two files they come from.
//!
//! `cargo bench --bench coverage`; the same customers every time.
#![allow(missing_docs, clippy::print_stdout, clippy::unwrap_used)]

use std::fmt::Write;
use std::hint::black_box;
use std::time::Instant;

use rand::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;
use segmentlab::coverage::{CoverageParams, GridDimension, Sources, coverage};
use segmentlab::error::Error;
use segmentlab::features::FeatureSource;
use segmentlab::join::Ids;
use segmentlab::mapping::look;
use segmentlab::segments::Division;
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
    let mut visits = String::from("customer,date,owner\n");
    for _ in 0..TOUCHES {
        let (month, day) = (chance.gen_range(1..=12), chance.gen_range(1..=28));
        let customer = chance.gen_range(0..CUSTOMERS);
        // One visit in ten is somebody else's.
        let owner = if chance.gen_bool(0.1) { chance.gen_range(0..200) } else { customer % 200 };
        writeln!(visits, "C{customer:07},2024-{month:02}-{day:02},O{owner}").unwrap();
    }
    println!("{CUSTOMERS} customers, {TOUCHES} touches, 8 x 5 x 3 cells, 200 owners");
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
    println!("coverage                   {telling:.3} s");
    println!("ratio                      {:.3}", telling / reading);
}

fn read(file: &str) -> Transactions {
    let bytes = file.as_bytes();
    let first = &bytes[..bytes.len().min(segmentlab::file::HEAD_BYTES)];
    let head = look(first, &[], bytes.len() as u64, None).unwrap();
    read_all(&[bytes], &head.params, 8 << 20, 2).unwrap().transactions
}

/// Everything from the files that were read.
fn told(listed: &Transactions, contacts: &Transactions) -> u32 {
    let beside = Ids::of(contacts);
    let sources = Sources {
        list: FeatureSource::of_customers(listed).joined(&beside),
        listed: true,
        places: None,
        orders: None,
        contacts: vec![contacts],
        targets: None,
        divisions: Vec::new(),
        divide: &|_| Err(Error::BadTiers),
    };
    let dimension = |name: &str| GridDimension::Division {
        division: Division::Attribute { name: name.into() },
    };
    let params = CoverageParams {
        dimensions: Some(["region", "channel", "tier"].map(dimension).to_vec()),
        ..CoverageParams::default()
    };
    let (report, book) = coverage(&sources, &params).unwrap();
    assert_eq!((report.now.cells.len(), report.owners.len(), book.tiers().len()), (120, 200, 3));
    report.now.whole.customers
}
