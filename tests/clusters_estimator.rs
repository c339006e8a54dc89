//! The estimator: beside linfa's own k-means, on anything at all, and in a sweep shared out in any way.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its data has to fail")]

mod common;
mod sets;

use linfa::DatasetBase;
use linfa::traits::{Fit, Predict};
use ndarray::Array2;
use proptest::prelude::*;
use rand::SeedableRng;
use rand_xoshiro::Xoshiro256Plus;
use segmentlab::cluster::kmeans::{KMeans, KMeansError};
use segmentlab::cluster::{ClusterParams, Clusterer, Effort, Sweep, Unit, UnitResult};
use sets::set;

#[test]
fn linfa_comes_no_lower_and_predicts_the_same_from_the_same_centroids() {
    for name in ["iris_raw", "mall_income_spending_std"] {
        let Some(set) = set(name) else { return };
        let dataset = DatasetBase::from(set.rows.clone());
        for k in [2_u32, 3, 5, 8] {
            let model = KMeans::params(k).fit(&dataset).unwrap();
            let chance = Xoshiro256Plus::seed_from_u64(0);
            let params = linfa_clustering::KMeans::params_with_rng(k as usize, chance);
            let theirs = params.clone().fit(&dataset).unwrap();
            // Theirs is the mean.
            let inertia = theirs.inertia() * set.rows.nrows() as f64;
            assert!(model.inertia() <= inertia * (1.0 + 1e-9), "{name} {k}: {inertia}");
            // No step of theirs moves centroids that are ours already.
            let init = linfa_clustering::KMeansInit::Precomputed(model.centroids().clone());
            let same = params.n_runs(1).init_method(init).fit(&dataset).unwrap();
            assert_eq!(same.predict(&dataset), model.predict(&dataset), "{name} {k}");
        }
    }
}

/// Small matrices with duplicates and columns of one value.
fn matrices() -> impl Strategy<Value = Array2<f64>> {
    (1..=20_usize, 1..=4_usize, prop::bool::ANY).prop_flat_map(|(rows, columns, is_coarse)| {
        let value = if is_coarse {
            (0..3_i32).prop_map(f64::from).boxed()
        } else {
            prop_oneof![-1e3..1e3, -1e140..1e140, Just(0.0), Just(-0.0), Just(1e-300)].boxed()
        };
        prop::collection::vec(value, rows * columns)
            .prop_map(move |values| Array2::from_shape_vec((rows, columns), values).unwrap())
    })
}

fn distinct(rows: &Array2<f64>) -> u32 {
    let mut seen: Vec<_> = Vec::new();
    for row in rows.outer_iter() {
        if !seen.contains(&row) {
            seen.push(row);
        }
    }
    seen.len() as u32
}

proptest! {
    #[test]
    fn whatever_comes_is_clustered_or_refused(
        rows in matrices(), k in 0..=25_u32, is_thorough: bool, seed: u64,
    ) {
        let effort = if is_thorough { Effort::Thorough } else { Effort::Default };
        let dataset = DatasetBase::from(rows.clone());
        match KMeans::params(k).n_init(2).effort(effort).seed(seed).fit(&dataset) {
            Ok(model) => {
                prop_assert!((1..=distinct(&rows)).contains(&k));
                prop_assert!(model.inertia() >= 0.0 && model.inertia().is_finite());
                prop_assert_eq!(model.centroids().dim(), (k as usize, rows.ncols()));
                prop_assert!(model.centroids().iter().all(|value| value.is_finite()));
                prop_assert_eq!(model.sizes().iter().sum::<u32>() as usize, rows.nrows());
                let labels: Vec<usize> =
                    model.labels().iter().map(|&label| label as usize).collect();
                prop_assert_eq!(model.predict(&dataset).to_vec(), labels);
            }
            Err(KMeansError::NoClusters) => prop_assert_eq!(k, 0),
            Err(KMeansError::TooManyClusters { clusters, distinct: found }) => {
                prop_assert_eq!((clusters, found), (k, distinct(&rows)));
                prop_assert!(k > found);
            }
            Err(other) => prop_assert!(false, "{other}"),
        }
    }
}

/// A sweep whose units are done by so many workers at once, `turn` saying in which order what they came to is taken
/// in; what is known in the end, as text.
fn swept(
    rows: &Array2<f64>,
    effort: Effort,
    workers: usize,
    turn: fn(&mut Vec<(Unit, UnitResult)>),
) -> String {
    let params = ClusterParams { k_max: 4, n_init: 3, effort, ..ClusterParams::default() };
    let mut sweep = Sweep::new(rows.view(), distinct(rows), params.clone()).unwrap();
    let clusterers: Vec<Clusterer> =
        (0..workers).map(|_| Clusterer::new(rows.view(), params.clone())).collect();
    loop {
        let units: Vec<Unit> = std::iter::from_fn(|| sweep.deal()).collect();
        if units.is_empty() {
            return serde_json::to_string(&sweep.report()).unwrap();
        }
        let mut done: Vec<(Unit, UnitResult)> = std::thread::scope(|scope| {
            let share = |(at, clusterer)| {
                let mine: Vec<Unit> = units.iter().skip(at).step_by(workers).cloned().collect();
                let clusterer: &Clusterer = clusterer;
                scope.spawn(move || {
                    mine.into_iter()
                        .map(|unit| {
                            let result = clusterer.work(&unit);
                            (unit, result)
                        })
                        .collect::<Vec<_>>()
                })
            };
            let threads: Vec<_> = clusterers.iter().enumerate().map(share).collect();
            threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
        });
        turn(&mut done);
        for (unit, result) in done {
            sweep.put(&unit, result);
        }
    }
}

#[test]
fn workers_and_the_order_they_end_in_leave_no_trace() {
    let Some(iris) = set("iris_std") else { return };
    for effort in [Effort::Default, Effort::Thorough] {
        let one = swept(&iris.rows, effort, 1, |_| ());
        assert!(one.contains("\"suggestion\":{"), "{one}");
        assert_eq!(swept(&iris.rows, effort, 3, |_| ()), one);
        assert_eq!(swept(&iris.rows, effort, 2, |done| done.reverse()), one);
    }
}
