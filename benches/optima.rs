//! How often, and by how much, restarts and thorough search stay above the best known inertia, over the data sets of
//! the reference figures and many seeds, in the same time.
//!
//! `SEGMENTLAB_SHARED=... cargo bench --bench optima`
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "the table is what it is run for")]

#[path = "../tests/common/mod.rs"]
mod common;
#[path = "../tests/sets/mod.rs"]
mod sets;

use std::time::{Duration, Instant};

use linfa::ParamGuard;
use segmentlab::cluster::Effort;
use segmentlab::cluster::kmeans::{KMeansParams, Points};
use sets::{Set, sets};

const SEEDS: u64 = 3;

fn main() {
    println!(
        "{:<30} {:>3} | restarts in the time of thorough | ten default units | ten thorough units",
        "", "k"
    );
    let mut sums = [Sum::default(); 3];
    for set in sets().unwrap() {
        let points = Points::new(set.rows.view());
        for optimum in set.optima.iter().filter(|optimum| optimum.k > 1) {
            measure(&set, &points, optimum.k, optimum.known, &mut sums);
        }
    }
    for sum in sums {
        println!(
            "hits {} of {}, excess {:.1e}, worst {:.1e}, {:?}",
            sum.hits,
            sum.all,
            sum.excess / f64::from(sum.all),
            sum.worst,
            sum.time
        );
    }
}

#[derive(Clone, Copy, Default)]
struct Sum {
    hits: u32,
    all: u32,
    excess: f64,
    worst: f64,
    time: Duration,
}

impl Sum {
    fn add(&mut self, excess: f64, time: Duration) {
        self.all += 1;
        self.hits += u32::from(excess <= 1e-6);
        self.excess += excess.max(0.0);
        self.worst = self.worst.max(excess);
        self.time += time;
    }
}

fn measure(set: &Set, points: &Points, k: u32, known: f64, sums: &mut [Sum; 3]) {
    let mut own = [Sum::default(); 3];
    let mut least = f64::INFINITY;
    for seed in 0..SEEDS {
        let units = |effort| {
            let params = KMeansParams::new(k).seed(seed).effort(effort).check().unwrap();
            let start = Instant::now();
            let runs = (0..10).map(|number| points.run(&params, number).inertia);
            (runs.fold(f64::INFINITY, f64::min), start.elapsed())
        };
        let (default, default_time) = units(Effort::Default);
        let (thorough, thorough_time) = units(Effort::Thorough);
        let start = Instant::now();
        let mut restarts = f64::INFINITY;
        let mut number = 0;
        while start.elapsed() < thorough_time {
            let run = points.refine(points.seeds(k as usize, seed << 32 | number), 300, 0.0);
            restarts = restarts.min(run.inertia);
            number += 1;
        }
        least = least.min(thorough);
        let found = [(restarts, thorough_time), (default, default_time), (thorough, thorough_time)];
        for (at, (inertia, time)) in found.into_iter().enumerate() {
            own[at].add(inertia / known - 1.0, time);
            sums[at].add(inertia / known - 1.0, time);
        }
    }
    let cells: Vec<String> = own
        .iter()
        .map(|sum| {
            format!(
                "{:>2} hits, worst {:+.1e}, {:>6.1} ms",
                sum.hits,
                sum.worst,
                sum.time.as_secs_f64() * 1e3 / SEEDS as f64
            )
        })
        .collect();
    println!(
        "{:<30} {k:>3} | {} | least {:+.1e} {least:.6}",
        set.name,
        cells.join(" | "),
        least / known - 1.0
    );
}
