//! Laws of the k-means kernel. The truth is a plain Lloyd that compares every point with every centroid.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use linfa::ParamGuard;
use ndarray::{Array2, ArrayView1, ArrayView2, Axis};
use proptest::prelude::*;
use rand::seq::SliceRandom;
use rand::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;
use segmentlab::cluster::kmeans::{KMeansParams, KMeansValidParams, Points, Run};

const LIMIT: u32 = 300;

fn squared(a: ArrayView1<'_, f64>, b: ArrayView1<'_, f64>) -> f64 {
    a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum()
}

fn plain_labels(rows: ArrayView2<'_, f64>, centroids: &Array2<f64>) -> Vec<usize> {
    let nearest = |row: ArrayView1<'_, f64>| {
        let apart: Vec<f64> = centroids.outer_iter().map(|one| squared(row, one)).collect();
        (0..apart.len()).min_by(|&a, &b| apart[a].total_cmp(&apart[b])).unwrap()
    };
    rows.outer_iter().map(nearest).collect()
}

/// Lloyd's algorithm as it is taught; `None` where a cluster runs empty.
fn plain(
    rows: ArrayView2<'_, f64>,
    mut centroids: Array2<f64>,
    passes: u32,
) -> Option<Array2<f64>> {
    let mut before = Vec::new();
    for _ in 0..passes {
        let labels = plain_labels(rows, &centroids);
        if labels == before {
            break;
        }
        for (label, mut centroid) in centroids.outer_iter_mut().enumerate() {
            let members: Vec<usize> = (0..labels.len()).filter(|&at| labels[at] == label).collect();
            centroid.assign(&rows.select(Axis(0), &members).mean_axis(Axis(0))?);
        }
        before = labels;
    }
    Some(centroids)
}

fn inertia(rows: ArrayView2<'_, f64>, centroids: &Array2<f64>) -> f64 {
    let labels = plain_labels(rows, centroids);
    rows.outer_iter().zip(labels).map(|(row, label)| squared(row, centroids.row(label))).sum()
}

/// Overlapping clouds, on a grid if `step` is above 0, so that there are ties and equal rows.
fn clouds(n: usize, d: usize, step: f64, seed: u64) -> Array2<f64> {
    let mut chance = Xoshiro256PlusPlus::seed_from_u64(seed);
    let centers = Array2::from_shape_simple_fn((4, d), || chance.gen_range(-3.0..3.0));
    Array2::from_shape_fn((n, d), |(row, column)| {
        let noise: f64 = (0..4).map(|_| chance.gen_range(-1.0..1.0)).sum();
        let value = centers[[row % 4, column]] + noise;
        if step > 0.0 { (value / step).round() * step } else { value }
    })
}

fn close(a: &Array2<f64>, b: &Array2<f64>) -> bool {
    a.iter().zip(b).all(|(a, b)| (a - b).abs() <= 1e-9 * (1.0 + b.abs()))
}

fn distinct(rows: &Array2<f64>) -> usize {
    let mut known: Vec<Vec<u64>> =
        rows.outer_iter().map(|row| row.iter().map(|x| (x + 0.0).to_bits()).collect()).collect();
    known.sort_unstable();
    known.dedup();
    known.len()
}

/// Distinct rows of the points, the first of a shuffled order.
fn start(rows: &Array2<f64>, k: usize, seed: u64) -> Array2<f64> {
    let mut order: Vec<usize> = (0..rows.nrows()).collect();
    order.shuffle(&mut Xoshiro256PlusPlus::seed_from_u64(seed));
    let mut chosen: Vec<usize> = Vec::new();
    for at in order {
        if chosen.len() < k && chosen.iter().all(|&one| rows.row(one) != rows.row(at)) {
            chosen.push(at);
        }
    }
    rows.select(Axis(0), &chosen)
}

fn params(k: u32, seed: u64) -> KMeansValidParams {
    KMeansParams::new(k).seed(seed).check().unwrap()
}

fn bits(run: &Run) -> (Vec<u64>, u64, u32) {
    let centroids = run.centroids.iter().map(|value| value.to_bits()).collect();
    (centroids, run.inertia.to_bits(), run.iterations)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn passes_are_those_of_plain_lloyd(
        n in 1usize..700, d in 1usize..=25, k in 1usize..=20, seed: u64, passes in 1u32..9,
    ) {
        let rows = clouds(n, d, 0.0, seed);
        let start = start(&rows, k.min(n), seed);
        let Some(expected) = plain(rows.view(), start.clone(), passes) else { return Ok(()) };
        let run = Points::new(rows.view()).refine(start, passes, 0.0);
        prop_assert!(close(&run.centroids, &expected), "{} and {expected}", run.centroids);
        let exact = inertia(rows.view(), &run.centroids);
        prop_assert!((run.inertia - exact).abs() <= 1e-12 * exact, "{} and {exact}", run.inertia);
    }

    /// On a grid of whole steps all distances are exact, so ties are ties and fall to the first centroid. With few
    /// columns there are many equal rows.
    #[test]
    fn a_pass_is_that_of_plain_lloyd_among_ties_and_equal_rows(
        n in 1usize..700, d in 1usize..=12, k in 1usize..=20, seed: u64,
    ) {
        let rows = clouds(n, d, 1.0, seed);
        let start = start(&rows, k, seed);
        let Some(expected) = plain(rows.view(), start.clone(), 1) else { return Ok(()) };
        prop_assert_eq!(Points::new(rows.view()).refine(start, 1, 0.0).centroids, expected);
    }

    #[test]
    fn where_it_ends_every_point_is_with_its_nearest_centroid_and_every_centroid_is_a_mean(
        n in 1usize..900, d in 1usize..=25, k in 1usize..=20, seed: u64, on_grid: bool,
    ) {
        let rows = clouds(n, d, if on_grid { 0.5 } else { 0.0 }, seed);
        let k = k.min(distinct(&rows));
        let points = Points::new(rows.view());
        let run = points.run(&params(k as u32, seed), 0);
        prop_assert!(run.iterations < LIMIT);
        let found = points.finish(&run);
        prop_assert_eq!(found.sizes.iter().sum::<u32>() as usize, n);
        for (label, centroid) in found.centroids.outer_iter().enumerate() {
            let members: Vec<usize> = (0..n).filter(|&at| found.labels[at] as usize == label).collect();
            prop_assert_eq!(members.len(), found.sizes[label] as usize);
            prop_assert!(!members.is_empty());
            let mean = rows.select(Axis(0), &members).mean_axis(Axis(0)).unwrap();
            prop_assert!(squared(mean.view(), centroid).sqrt() < 1e-9, "{mean} and {centroid}");
        }
        for (row, &label) in rows.outer_iter().zip(&found.labels) {
            let own = squared(row, found.centroids.row(label as usize));
            for other in found.centroids.outer_iter() {
                prop_assert!(own <= squared(row, other) + 1e-9);
            }
        }
        let exact = inertia(rows.view(), &found.centroids);
        prop_assert!((found.inertia - exact).abs() <= 1e-12 * exact + 1e-18);
    }

    #[test]
    fn the_order_of_rows_changes_no_bit(
        n in 1usize..900, d in 1usize..=25, k in 1usize..=12, seed: u64, on_grid: bool,
    ) {
        let rows = clouds(n, d, if on_grid { 0.5 } else { 0.0 }, seed);
        let mut order: Vec<usize> = (0..n).collect();
        order.shuffle(&mut Xoshiro256PlusPlus::seed_from_u64(seed ^ 1));
        let shuffled = rows.select(Axis(0), &order);
        let (given, other) = (Points::new(rows.view()), Points::new(shuffled.view()));
        let params = params(k.min(distinct(&rows)) as u32, seed);
        let (run, again) = (given.run(&params, 3), other.run(&params, 3));
        prop_assert_eq!(bits(&run), bits(&again));
        let (labels, permuted) = (given.finish(&run).labels, other.finish(&again).labels);
        prop_assert_eq!(order.iter().map(|&at| labels[at]).collect::<Vec<_>>(), permuted);
    }

    #[test]
    fn units_change_no_label(n in 1usize..500, d in 1usize..=25, k in 1usize..=9, seed: u64, power in -40i32..40) {
        let rows = clouds(n, d, 0.0, seed);
        let scale = 2f64.powi(power);
        let params = params(k.min(n) as u32, seed);
        let (small, large) = (Points::new(rows.view()), Points::new((&rows * scale).view()));
        let (run, scaled) = (small.run(&params, 0), large.run(&params, 0));
        prop_assert_eq!(&run.centroids * scale, scaled.centroids.clone());
        prop_assert_eq!(run.inertia * scale * scale, scaled.inertia);
        prop_assert_eq!(small.finish(&run).labels, large.finish(&scaled).labels);
    }

    #[test]
    fn as_many_clusters_as_distinct_rows_leave_nothing(n in 1usize..40, d in 1usize..=12, seed: u64) {
        let rows = clouds(n, d, 2.0, seed);
        let points = Points::new(rows.view());
        let run = points.run(&params(distinct(&rows) as u32, seed), 0);
        prop_assert_eq!(run.inertia, 0.0);
        prop_assert!(points.finish(&run).sizes.iter().all(|&size| size > 0));
    }

    #[test]
    fn seeds_are_distinct_points(n in 1usize..300, d in 1usize..=12, k in 1usize..=20, seed: u64) {
        let rows = clouds(n, d, 1.0, seed);
        let k = k.min(distinct(&rows));
        let seeds = Points::new(rows.view()).seeds(k, seed);
        prop_assert_eq!(distinct(&seeds), k);
        for seed in seeds.outer_iter() {
            prop_assert!(rows.outer_iter().any(|row| row == seed));
        }
    }

    #[test]
    fn clusters_without_points_are_given_the_farthest(
        n in 20usize..300, d in 1usize..=12, k in 2usize..=8, seed: u64,
    ) {
        let rows = clouds(n, d, 0.0, seed);
        // All but the first begin where no point will ever be nearest to them.
        let mut start = Array2::from_elem((k, d), 1e6);
        start.row_mut(0).assign(&rows.row(0));
        let points = Points::new(rows.view());
        let run = points.refine(start, LIMIT, 0.0);
        prop_assert!(points.finish(&run).sizes.iter().all(|&size| size > 0));
    }
}

/// Worked out by hand: the second centroid gets no point; of 0, 1, 2 and 10, the last is farthest from the first
/// centroid at 1, so it is given away, and 1 is the mean of the rest.
#[test]
fn the_farthest_point_refills_an_empty_cluster() {
    for columns in [1, 12] {
        let rows = Array2::from_shape_fn((4, columns), |(row, column)| {
            if column == 0 { [2.0, 10.0, 0.0, 1.0][row] } else { 0.0 }
        });
        let mut start = Array2::zeros((2, columns));
        (start[[0, 0]], start[[1, 0]]) = (1.0, -100.0);
        let run = Points::new(rows.view()).refine(start, 1, 0.0);
        assert_eq!(run.centroids.column(0).to_vec(), [1.0, 10.0]);
        assert_eq!((run.inertia, run.iterations), (2.0, 1));
    }
}

#[test]
fn more_clusters_than_distinct_rows_end_with_empty_ones() {
    for columns in [2, 12] {
        let rows = Array2::from_shape_fn((50, columns), |(row, _)| (row % 3) as f64);
        let points = Points::new(rows.view());
        let run = points.run(&params(5, 1), 0);
        assert_eq!(run.inertia, 0.0);
        assert_eq!(points.finish(&run).sizes.iter().filter(|&&size| size > 0).count(), 3);
    }
}

/// Lengths that halve again and again cannot be parted in the middle of their range.
#[test]
fn a_million_million_times_as_rich_customers_do_not_make_it_slow_or_wrong() {
    let mut chance = Xoshiro256PlusPlus::seed_from_u64(5);
    let rows =
        Array2::from_shape_simple_fn((20_000, 2), || 0.5f64.powi(chance.gen_range(-500..500)));
    let points = Points::new(rows.view());
    let run = points.run(&params(4, 1), 0);
    let exact = inertia(rows.view(), &run.centroids);
    assert!((run.inertia - exact).abs() <= 1e-9 * exact, "{} and {exact}", run.inertia);
}

#[test]
fn a_tolerance_ends_a_run_earlier() {
    let rows = clouds(3000, 3, 0.0, 8);
    let points = Points::new(rows.view());
    let start = start(&rows, 6, 8);
    let after = |passes| points.refine(start.clone(), passes, 0.0).centroids;
    let shift = |pass: u32| (after(pass) - after(pass - 1)).mapv(|x| x * x).sum();
    let exact = points.refine(start.clone(), LIMIT, 0.0);
    let rough = points.refine(start.clone(), LIMIT, 1e-3);
    assert!(rough.iterations < exact.iterations);
    let most = 1e-3 * rows.var_axis(Axis(0), 0.0).mean().unwrap();
    assert!(shift(rough.iterations) <= most && shift(rough.iterations - 1) > most);
}
