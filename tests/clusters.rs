//! k-means against the best inertia others came to, with every number of clusters of the reference figures.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its data has to fail")]

mod common;
mod sets;

use linfa::traits::Fit;
use linfa::{DatasetBase, ParamGuard};
use ndarray::{Array2, Axis};
use segmentlab::cluster::Effort;
use segmentlab::cluster::kmeans::{Clustering, KMeans, KMeansParams, Points, Run};
use sets::{Set, set, sets};

fn best(points: &Points, k: u32, effort: Effort) -> Run {
    let params = KMeansParams::new(k).effort(effort).check().unwrap();
    let runs = (0..10).map(|number| points.run(&params, number));
    runs.min_by(|a, b| a.inertia.total_cmp(&b.inertia)).unwrap()
}

fn clustered(set: &Set, k: u32) -> Clustering {
    let points = Points::new(set.rows.view());
    points.finish(&best(&points, k, Effort::Default))
}

fn descending(mut sizes: Vec<u32>) -> Vec<u32> {
    sizes.sort_unstable_by(|a, b| b.cmp(a));
    sizes
}

#[track_caller]
fn assert_close(found: f64, expected: f64, share: f64) {
    assert!((found / expected - 1.0).abs() <= share, "{found} is not {expected}");
}

/// What of the sets is not as it has to be, in words.
fn amiss(what: impl Fn(&Set, &Points) -> Vec<String>) -> Vec<String> {
    let all = sets().unwrap_or_default();
    all.iter().flat_map(|set| what(set, &Points::new(set.rows.view()))).collect()
}

const NOTHING: [String; 0] = [];

#[test]
fn sets_are_prepared_as_the_reference_says() {
    for set in sets().unwrap_or_default() {
        let mean = set.rows.mean_axis(Axis(0)).unwrap();
        let total = (&set.rows - &mean).mapv(|apart| apart * apart).sum();
        // Standardised columns have variance 1.
        assert_close(total, set.total.unwrap_or(set.rows.len() as f64), 1e-12);
    }
}

/// The first of the ten runs that comes as low as said; where there is one, the best of the ten does so too.
fn as_low_as(points: &Points, k: u32, effort: Effort, inertia: f64) -> Option<Run> {
    let params = KMeansParams::new(k).effort(effort).check().unwrap();
    (0..10).map(|number| points.run(&params, number)).find(|run| run.inertia <= inertia)
}

#[test]
fn restarts_come_as_low_as_fifty_starts_of_scikit_learn() {
    let amiss = amiss(|set, points| {
        let high = set.optima.iter().filter(|optimum| {
            let bound = optimum.of_fifty * (1.0 + 1e-3);
            as_low_as(points, optimum.k, Effort::Default, bound).is_none()
        });
        high.map(|optimum| format!("{} {}", set.name, optimum.k)).collect()
    });
    assert_eq!(amiss, NOTHING);
}

#[test]
fn thorough_search_comes_as_low_as_is_known() {
    let amiss = amiss(|set, points| {
        let high = set.optima.iter().filter(|optimum| {
            let bound = optimum.known * (1.0 + 1e-6);
            as_low_as(points, optimum.k, Effort::Thorough, bound).is_none()
        });
        high.map(|optimum| format!("{} {}", set.name, optimum.k)).collect()
    });
    assert_eq!(amiss, NOTHING);
}

#[test]
fn the_same_inertia_comes_with_the_same_sizes() {
    let amiss = amiss(|set, points| {
        let others = set.optima.iter().filter_map(|optimum| {
            let bound = optimum.of_fifty * (1.0 + 1e-12);
            let run = as_low_as(points, optimum.k, Effort::Default, bound)?;
            if run.inertia < optimum.of_fifty * (1.0 - 1e-12) {
                return None;
            }
            let sizes = descending(points.finish(&run).sizes);
            let is_other = sizes != optimum.sizes;
            is_other.then(|| format!("{} {}: {sizes:?}", set.name, optimum.k))
        });
        others.collect()
    });
    assert_eq!(amiss, NOTHING);
}

#[test]
fn iris_comes_out_as_in_r() {
    let Some(iris) = set("iris_raw") else { return };
    let three = clustered(&iris, 3);
    assert_close(three.inertia, 78.85144, 1e-6);
    let mut within = vec![0.0; 3];
    for (row, &label) in iris.rows.outer_iter().zip(&three.labels) {
        let apart = &row - &three.centroids.row(label as usize);
        within[label as usize] += apart.dot(&apart);
    }
    // By descending mean of the sepal's length.
    assert_eq!(three.sizes, [38, 62, 50]);
    for (found, expected) in within.into_iter().zip([23.87947, 39.82097, 15.15100]) {
        assert_close(found, expected, 1e-6);
    }
    assert_close(clustered(&iris, 2).inertia, 152.34795, 1e-6);
    assert_close(clustered(&iris, 4).inertia, 57.22847, 1e-6);
}

#[test]
fn online_retail_comes_out_with_four_clusters_as_known() {
    let Some(retail) = set("online_retail") else { return };
    let four = clustered(&retail, 4);
    assert_close(four.inertia, 3938.4296, 1e-4);
    assert_eq!(descending(four.sizes), [1549, 1176, 890, 724]);
}

#[test]
fn the_order_of_rows_leaves_no_trace() {
    for name in ["iris_raw", "wholesale_log1p_std6", "wine_std"] {
        let Some(set) = set(name) else { return };
        let n = set.rows.nrows();
        // 7 divides none of the numbers of rows, so every row comes up once.
        let order: Vec<usize> = (0..n).map(|at| (at * 7 + 3) % n).collect();
        let shuffled = set.rows.select(Axis(0), &order);
        for effort in [Effort::Default, Effort::Thorough] {
            let fitted = |rows: &Array2<f64>| {
                let params = KMeans::params(5).n_init(2).effort(effort);
                params.fit(&DatasetBase::from(rows.clone())).unwrap()
            };
            let (plain, other) = (fitted(&set.rows), fitted(&shuffled));
            let expected: Vec<u32> = order.iter().map(|&at| plain.labels()[at]).collect();
            assert_eq!(other.labels(), expected, "{name} {effort:?}");
            assert_eq!(other.centroids(), plain.centroids(), "{name} {effort:?}");
            assert_eq!(other.inertia().to_bits(), plain.inertia().to_bits(), "{name} {effort:?}");
        }
    }
}
