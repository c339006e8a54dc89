//! Lloyd's algorithm.

use ndarray::{Array2, ArrayView1, ArrayView2};
use rand::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::Run;

pub(in crate::cluster) fn nearest(
    row: ArrayView1<'_, f64>,
    centroids: ArrayView2<'_, f64>,
) -> (usize, f64) {
    let mut best = (0, f64::INFINITY);
    for (label, centroid) in centroids.outer_iter().enumerate() {
        let distance = row.iter().zip(centroid).map(|(a, b)| (a - b) * (a - b)).sum();
        if distance < best.1 {
            best = (label, distance);
        }
    }
    best
}

/// k-means++.
pub(super) fn seeded(rows: ArrayView2<'_, f64>, k: usize, seed: u64) -> Array2<f64> {
    let mut chance = Xoshiro256PlusPlus::seed_from_u64(seed);
    let mut centroids = Array2::zeros((k, rows.ncols()));
    let mut distances = vec![1.0; rows.nrows()];
    for at in 0..k {
        let mut left = chance.gen_range(0.0..1.0) * distances.iter().sum::<f64>();
        let pick = distances.iter().position(|&distance| {
            left -= distance;
            left < 0.0
        });
        centroids.row_mut(at).assign(&rows.row(pick.unwrap_or(0)));
        let known = centroids.slice(ndarray::s![..=at, ..]);
        distances = rows.outer_iter().map(|row| nearest(row, known).1).collect();
    }
    centroids
}

pub(super) fn lloyd(
    rows: ArrayView2<'_, f64>,
    mut centroids: Array2<f64>,
    limit: u32,
    tolerance: f64,
) -> Run {
    let within = tolerance * rows.var_axis(ndarray::Axis(0), 0.0).mean().unwrap_or(0.0);
    let mut inertia = f64::INFINITY;
    let mut iterations = 0;
    while iterations < limit {
        iterations += 1;
        let mut sums = Array2::<f64>::zeros(centroids.raw_dim());
        let mut sizes = vec![0.0; centroids.nrows()];
        let mut total = 0.0;
        for row in rows.outer_iter() {
            let (label, distance) = nearest(row, centroids.view());
            sums.row_mut(label).scaled_add(1.0, &row);
            sizes[label] += 1.0;
            total += distance;
        }
        let before = centroids.clone();
        for (label, &size) in sizes.iter().enumerate() {
            if size > 0.0 {
                centroids.row_mut(label).assign(&(&sums.row(label) / size));
            }
        }
        let settled = total >= inertia;
        inertia = total.min(inertia);
        if settled || (&centroids - &before).mapv(|x| x * x).sum() <= within {
            break;
        }
    }
    Run { centroids, inertia, iterations }
}
