//! Medians of k-means against linfa-clustering's, on one thread: as many starts, the same tolerance.
//!
//! `cargo bench --bench clustering [rows,features,clusters]`; overlapping clouds, the same every time. Beside them
//! stand the parts of a fit, and what a plain pass of this machine costs: comparing each point with each centroid.
#![allow(missing_docs, clippy::print_stdout, clippy::unwrap_used)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use linfa::ParamGuard;
use linfa::traits::Fit;
use ndarray::Array2;
use rand::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;
use segmentlab::cluster::kmeans::{KMeansParams, Points, Run};

/// Rows, features, clusters, and the starts that linfa is given time for.
const JOBS: [(usize, usize, usize, usize); 4] =
    [(10_000, 3, 5, 10), (200_000, 4, 6, 10), (1_000_000, 3, 8, 1), (50_000, 20, 10, 10)];
const STARTS: u32 = 10;
const TOLERANCE: f64 = 1e-4;
const RUNS: usize = 5;

/// Clouds around centers of a cube, wide enough to overlap.
fn clouds(n: usize, d: usize, k: usize) -> Array2<f64> {
    let mut chance = Xoshiro256PlusPlus::seed_from_u64(1);
    let centers = Array2::from_shape_simple_fn((k, d), || chance.gen_range(-4.0..4.0));
    Array2::from_shape_fn((n, d), |(row, column)| {
        let noise: f64 = (0..12).map(|_| chance.gen_range(-0.5..0.5)).sum();
        centers[[row % k, column]] + 1.5 * noise
    })
}

fn main() {
    let asked: Option<Vec<usize>> = std::env::args()
        .nth(1)
        .and_then(|jobs| jobs.split(',').map(|number| number.parse().ok()).collect());
    match asked.as_deref() {
        Some(&[n, d, k]) => measure((n, d, k, 1)),
        _ => JOBS.into_iter().for_each(measure),
    }
}

fn measure((n, d, k, linfa_starts): (usize, usize, usize, usize)) {
    println!("{n} rows, {d} features, {k} clusters");
    let rows = clouds(n, d, k);
    let params = KMeansParams::new(k as u32).tolerance(TOLERANCE).seed(7).check().unwrap();
    let points = Points::new(rows.view());
    let run = points.run(&params, 0);
    let [one, ten] = [1, STARTS].map(|starts| {
        time(RUNS, || {
            let points = Points::new(rows.view());
            let runs = (0..starts).map(|number| points.run(&params, number));
            let best: Run = runs.min_by(|a, b| a.inertia.total_cmp(&b.inertia)).unwrap();
            points.finish(&best).inertia
        })
    });
    print("one start", one);
    print("ten starts", ten);
    print("  making points ready", time(RUNS, || Points::new(rows.view())));
    print("  seeding", time(RUNS, || points.seeds(k, 3)));
    let start = points.seeds(k, 3);
    let refined = points.refine(start.clone(), 300, TOLERANCE);
    let passes = f64::from(refined.iterations);
    let all = time(RUNS, || points.refine(start.clone(), 300, TOLERANCE));
    print(&format!("  {passes} passes"), all);
    print("  a pass", (all.0 / passes, all.1));
    print("  labels", time(RUNS, || points.finish(&run)));
    plain_pass(&rows, &start);

    let dataset = linfa::DatasetBase::from(rows);
    let linfa = time(if n > 20_000 { 1 } else { 3 }, || {
        linfa_clustering::KMeans::params_with_rng(k, Xoshiro256PlusPlus::seed_from_u64(7))
            .n_runs(linfa_starts)
            .tolerance(TOLERANCE)
            .fit(&dataset)
            .unwrap()
            .inertia()
    });
    let ours = if linfa_starts == 1 { one } else { ten };
    print(&format!("linfa, {linfa_starts} starts"), (linfa.0, linfa.1 * n as f64));
    println!("{:<28}{:>10.1} times\n", "  against ours", linfa.0 / ours.0);
}

/// What there is to beat without leaving any comparison out.
fn plain_pass(rows: &Array2<f64>, centroids: &Array2<f64>) {
    let (n, d, k) = (rows.nrows(), rows.ncols(), centroids.nrows());
    let columns = rows.t().as_standard_layout().into_owned();
    let mut nearest = vec![0u32; n];
    let pass = time(RUNS, || {
        const BLOCK: usize = 128;
        for start in (0..n).step_by(BLOCK) {
            let end = n.min(start + BLOCK);
            let mut least = [f64::INFINITY; BLOCK];
            for label in 0..k {
                let mut apart = [0.0; BLOCK];
                for column in 0..d {
                    let (center, values) = (centroids[[label, column]], columns.row(column));
                    let values = &values.to_slice().unwrap()[start..end];
                    for (apart, value) in apart.iter_mut().zip(values) {
                        *apart += (value - center) * (value - center);
                    }
                }
                for ((least, apart), nearest) in
                    least.iter_mut().zip(apart).zip(&mut nearest[start..end])
                {
                    if apart < *least {
                        (*least, *nearest) = (apart, label as u32);
                    }
                }
            }
        }
        0.0
    });
    print("  a plain pass, vectorised", pass);
    let operations = (3 * n * d * k) as f64;
    println!("{:<28}{:>10.2} GFlop/s", "", operations / pass.0 / 1e9);
}

/// Median seconds, and what came out.
fn time<T: Outcome>(runs: usize, mut run: impl FnMut() -> T) -> (f64, f64) {
    let mut outcome = 0.0;
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            let done = black_box(run());
            let took = start.elapsed();
            outcome = done.inertia();
            took
        })
        .collect();
    times.sort_unstable();
    (times[runs / 2].as_secs_f64(), outcome)
}

fn print(what: &str, (seconds, inertia): (f64, f64)) {
    let inertia = if inertia > 0.0 { format!("   inertia {inertia:.6}") } else { String::new() };
    println!("{what:<28}{:>10.3} ms{inertia}", seconds * 1e3);
}

trait Outcome {
    fn inertia(&self) -> f64 {
        0.0
    }
}
impl Outcome for f64 {
    fn inertia(&self) -> f64 {
        *self
    }
}
impl Outcome for Run {}
impl Outcome for Points {}
impl Outcome for Array2<f64> {}
impl Outcome for segmentlab::cluster::kmeans::Clustering {}
