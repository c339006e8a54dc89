//! Sweeps over k, what they suggest, and what is taken of them, on Online Retail and on made customers.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use std::fs;

use segmentlab::cluster::quality::Band;
use segmentlab::cluster::{
    Choice, ClusterModel, ClusterParams, ClusterReport, Clusterer, Clusters, Method, Sweep, Unit,
    UnitWork, Vote,
};
use segmentlab::error::Error;
use segmentlab::features::{
    FeatureKey, FeatureParams, FeaturesParams, Missing, Prepared, Scaling, Transform, prepare,
};

fn features(transform: Transform, missing: Missing) -> FeaturesParams {
    let keys = [FeatureKey::Recency, FeatureKey::Frequency, FeatureKey::Monetary];
    let feature = |key| FeatureParams { key, transform, scaling: Scaling::Standard };
    FeaturesParams { features: keys.map(feature).to_vec(), missing, cap: None }
}

/// Recency, frequency and monetary of the reference's 4,339 customers.
fn online_retail() -> Option<Prepared> {
    let path = common::shared("reference/online_retail_rfm.csv")?;
    let text = fs::read_to_string(path).unwrap();
    let column = |at: usize| {
        let cell = |line: &str| line.split(',').nth(at).unwrap().parse().unwrap();
        text.lines().skip(1).map(cell).collect()
    };
    let params = features(Transform::Log1p, Missing::Median);
    Some(prepare(vec![column(1), column(3), column(4)], &params).unwrap())
}

/// Four groups of 60 customers, far apart; every tenth has no monetary value.
fn made() -> Prepared {
    let jitter = |at: u32, by: u32| f64::from(at * by % 17);
    let column = |by: u32, of: fn(u32) -> u32| {
        (0..240).map(|at| f64::from(of(at % 4)) * 100.0 + jitter(at / 4, by)).collect()
    };
    let mut monetary: Vec<f64> = column(11, |group| group % 3);
    monetary.iter_mut().step_by(10).for_each(|value| *value = f64::NAN);
    let columns = vec![column(5, |group| group), column(7, |group| group / 2), monetary];
    prepare(columns, &features(Transform::None, Missing::Drop)).unwrap()
}

fn params(k_max: u32) -> ClusterParams {
    ClusterParams { k_max, ..ClusterParams::default() }
}

/// Does all units; `next` says which of those at hand comes in first.
fn swept(
    prepared: &Prepared,
    params: ClusterParams,
    mut next: impl FnMut(usize) -> usize,
) -> Sweep {
    let clusterer = Clusterer::new(prepared.matrix.view(), params.clone());
    let mut sweep = Sweep::new(prepared.matrix.view(), prepared.report.distinct, params).unwrap();
    let mut out: Vec<Unit> = Vec::new();
    loop {
        while out.len() < 8
            && let Some(unit) = sweep.deal()
        {
            out.push(unit);
        }
        if out.is_empty() {
            return sweep;
        }
        let unit = out.remove(next(out.len()));
        sweep.put(&unit, clusterer.work(&unit));
    }
}

/// Starts and measures only: all that clusterings of given numbers need.
fn curve(prepared: &Prepared, params: ClusterParams) -> Sweep {
    let clusterer = Clusterer::new(prepared.matrix.view(), params.clone());
    let mut sweep = Sweep::new(prepared.matrix.view(), prepared.report.distinct, params).unwrap();
    while let Some(unit) = sweep.deal()
        && matches!(unit.work, UnitWork::Run { .. } | UnitWork::Measure { .. })
    {
        sweep.put(&unit, clusterer.work(&unit));
    }
    sweep
}

#[test]
fn the_order_in_which_units_come_in_leaves_no_trace() {
    let prepared = made();
    let first = swept(&prepared, params(4), |_| 0);
    let last = swept(&prepared, params(4), |at_hand| at_hand - 1);
    let mut turn = 0;
    let mixed = swept(&prepared, params(4), |at_hand| {
        turn += 5;
        turn % at_hand
    });
    assert_eq!(first.report(), last.report());
    assert_eq!(first.report(), mixed.report());
    let (done, units) = first.progress();
    assert_eq!(done, units);
}

#[test]
fn the_curve_comes_first_from_small_k_and_every_unit_once() {
    let prepared = made();
    let clusterer = Clusterer::new(prepared.matrix.view(), params(5));
    let mut sweep =
        Sweep::new(prepared.matrix.view(), prepared.report.distinct, params(5)).unwrap();
    let (_, units) = sweep.progress();
    let mut ids = Vec::new();
    let mut order = Vec::new();
    while let Some(unit) = sweep.deal() {
        let of_curve = matches!(unit.work, UnitWork::Run { .. } | UnitWork::Measure { .. });
        order.push((!of_curve, unit.k));
        ids.push(unit.id);
        let result = clusterer.work(&unit);
        sweep.put(&unit, result.clone());
        sweep.put(&unit, result);
        assert_eq!(sweep.progress(), (ids.len() as u32, units));
        let rows = sweep.report().rows;
        assert!(rows.is_sorted_by_key(|row| row.k) && rows.len() >= unit.k as usize - 2);
        assert_eq!(sweep.report().suggestion.is_some(), ids.len() as u32 == units);
    }
    assert!(order.is_sorted());
    ids.sort_unstable();
    assert_eq!(ids, (0..units).collect::<Vec<_>>());
}

#[test]
fn four_groups_are_found_by_every_measure() {
    let report = swept(&made(), params(8), |_| 0).report();
    let suggestion = report.suggestion.unwrap();
    assert_eq!(suggestion.k, 4);
    for vote in [Vote::Silhouette, Vote::CalinskiHarabasz, Vote::DaviesBouldin, Vote::Gap] {
        assert!(suggestion.votes.contains(&vote), "{:?}", suggestion.each);
    }
    let four = &report.rows[2];
    let stability = four.stability.as_ref().unwrap();
    assert!(stability.iter().all(|one| one.band == Band::HighlyStable), "{stability:?}");
    assert_eq!((report.resample_customers, report.reference_points), (216, 216));
}

#[test]
fn more_clusters_than_distinct_rows_are_left_out_or_refused() {
    let columns = vec![vec![1.0, 2.0, 3.0, 3.0]; 3];
    let prepared = prepare(columns, &features(Transform::None, Missing::Drop)).unwrap();
    let sweep = swept(&prepared, params(15), |_| 0);
    let rows = sweep.report().rows;
    assert_eq!(rows.iter().map(|row| row.k).collect::<Vec<_>>(), [2, 3]);
    assert!(rows[1].inertia < 1e-20);
    assert_eq!(rows[1].gap, None);
    let beyond = ClusterParams { k_min: 4, ..params(15) };
    let refused = Sweep::new(prepared.matrix.view(), 3, beyond).unwrap_err();
    assert_eq!(refused, Error::TooManyClusters { clusters: 4, distinct: 3 });
}

#[test]
fn online_retail_as_the_reference_has_it() {
    let Some(prepared) = online_retail() else { return };
    let params = ClusterParams { k_min: 4, k_max: 4, n_init: 20, ..ClusterParams::default() };
    let sweep = curve(&prepared, params);
    let row = &sweep.report().rows[0];
    assert!((row.inertia / 3_938.429_557_881_351_7 - 1.0).abs() < 1e-4, "{}", row.inertia);
    let measured = row.measured.unwrap();
    assert_eq!(measured.sample, 4339);
    assert!((measured.silhouette.unwrap() - 0.333).abs() < 1e-3, "{measured:?}");
    let clusters = Clusters::of_sweep(&sweep, prepared.matrix.view(), 4).unwrap();
    let value = vec![1.0; 4339];
    let report = ClusterReport::of(&clusters, &prepared, Some(&value), None);
    assert!((report.silhouette.mean.unwrap() - measured.silhouette.unwrap()).abs() < 1e-15);
    let shares: f64 = report.clusters.iter().map(|one| one.share).sum();
    assert!((shares - 1.0).abs() < 1e-12);
    for (cluster, own) in report.clusters.iter().zip(&report.silhouette.profiles) {
        assert_eq!(cluster.value, Some(f64::from(cluster.customers)));
        assert!(own.is_sorted_by(|a, b| a >= b) && own.len() <= 200);
    }
}

#[test]
fn figures_of_clusters_are_of_customers_who_have_a_value() {
    let raw = vec![
        vec![1.0, 3.0, 5.0, 100.0, 104.0, 102.0],
        vec![1.0, 2.0, f64::NAN, f64::NAN, f64::NAN, f64::NAN],
        vec![f64::NAN, 4.0, 4.0, 9.0, 8.0, 6.0],
    ];
    let prepared = prepare(raw, &features(Transform::None, Missing::Median)).unwrap();
    let clusters = Clusters {
        labels: vec![1, 1, 1, 0, 0, 0],
        sizes: vec![3, 3],
        ..Clusters::of_sweep(&curve(&prepared, params(2)), prepared.matrix.view(), 2).unwrap()
    };
    let report = ClusterReport::of(&clusters, &prepared, Some(&[-9.0; 6]), None);
    let [first, second, third] = &report.features[..] else { panic!("{report:?}") };
    assert_eq!(first.means, [Some(102.0), Some(3.0)]);
    assert_eq!(first.medians, [Some(102.0), Some(3.0)]);
    assert_eq!((second.missing, second.mean, second.sd), (4, 1.5, 0.5));
    assert_eq!((&second.means, &second.medians), (&vec![None, Some(1.5)], &vec![None, Some(1.5)]));
    assert_eq!(second.standardised, [None, Some(0.0)]);
    // Of 4, 4, 9, 8, 6: mean 6.2, variance 4.16.
    assert_eq!((third.missing, third.mean), (1, 6.2));
    assert_eq!(third.medians, [Some(8.0), Some(4.0)]);
    let of = third.standardised[1].unwrap();
    assert!((of + 2.2 / 4.16_f64.sqrt()).abs() < 1e-12, "{of}");
    // Refunds alone have no shares.
    assert_eq!((report.value, report.clusters[0].value_share), (Some(-54.0), None));
    assert_eq!(report.clusters[0].value, Some(-27.0));
}

fn chosen(prepared: &Prepared, sweep: &Sweep, method: Method) -> Clusters {
    Clusters::of_choice(sweep, prepared, &Choice { k: Some(4), method }).unwrap().0
}

#[test]
fn a_model_survives_json_byte_for_byte_and_assigns_its_own_customers_as_they_were() {
    let mut all = vec![made()];
    all.extend(online_retail());
    for prepared in &all {
        let few = ClusterParams { k_min: 4, n_init: 3, ..params(4) };
        let sweep = curve(prepared, few);
        for method in [Method::KMeans, Method::GaussianMixture] {
            let clusters = chosen(prepared, &sweep, method);
            let names = ["a", "", "重要客户", "\"d\""].map(str::to_owned).to_vec();
            let model = clusters.model(prepared, names);
            let json = serde_json::to_string(&model).unwrap();
            let read: ClusterModel = serde_json::from_str(&json).unwrap();
            assert_eq!(serde_json::to_string(&read).unwrap(), json);
            let read = read.checked().unwrap();
            assert_eq!(read, model);

            let assigned = read.assign(prepared.raw.clone()).unwrap();
            assert_eq!(assigned.clusters.labels, clusters.labels);
            assert_eq!(assigned.clusters.centroids, clusters.centroids);
            assert_eq!(assigned.prepared.matrix, prepared.matrix);
            assert_eq!(assigned.prepared.report, prepared.report);
            // At most 5 of 100, and with distances that differ not much less.
            let fit = &assigned.fit;
            assert!(fit.share_beyond <= 0.05 && fit.share_beyond > 0.02, "{fit:?}");
            let shares = clusters.sizes.iter().map(|&size| f64::from(size));
            let n = clusters.labels.len() as f64;
            assert_eq!(fit.trained_shares, shares.map(|size| size / n).collect::<Vec<_>>());
            let report = ClusterReport::of_assigned(&assigned, None);
            assert_eq!(report.fit.as_ref(), Some(fit));
        }
    }
}

#[test]
fn customers_unlike_those_of_the_model_lie_beyond_its_reach() {
    let prepared = made();
    let sweep = curve(&prepared, params(4));
    for method in [Method::KMeans, Method::GaussianMixture] {
        let model = chosen(&prepared, &sweep, method).model(&prepared, vec![String::new(); 4]);
        let other = prepared.raw.iter().map(|column| column.iter().map(|x| x + 40.0).collect());
        let assigned = model.assign(other.collect()).unwrap();
        assert_eq!(assigned.fit.share_beyond, 1.0, "{method:?}");
        assert_eq!(assigned.fit.beyond, 216);
        assert_eq!(assigned.prepared.report.dropped, 24);
    }
}

#[test]
fn a_model_that_is_none_is_refused_with_the_reason() {
    let prepared = made();
    let sweep = curve(&prepared, params(4));
    let names = vec![String::new(); 4];
    let model = chosen(&prepared, &sweep, Method::KMeans).model(&prepared, names.clone());
    let mixture = chosen(&prepared, &sweep, Method::GaussianMixture).model(&prepared, names);
    let refused = |model: &ClusterModel, change: fn(&mut ClusterModel)| {
        let mut changed = model.clone();
        change(&mut changed);
        match changed.checked() {
            Err(Error::BadModel { found }) => found,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(refused(&model, |model| model.version = 9), "version 9");
    assert_eq!(refused(&model, |model| model.centroids.clear()), "centroids");
    assert_eq!(refused(&model, |model| model.centroids[2].truncate(1)), "centroids[2]");
    assert_eq!(refused(&model, |model| model.centroids[1][0] = f64::NAN), "centroids[1]");
    assert_eq!(refused(&model, |model| model.names.truncate(1)), "names");
    assert_eq!(refused(&model, |model| model.sizes = vec![0; 4]), "sizes");
    assert_eq!(refused(&model, |model| model.reach = -1.0), "reach");
    assert_eq!(refused(&model, |model| model.method = Method::GaussianMixture), "mixture");
    let scale = refused(&model, |model| model.features.features[0].scale = 0.0);
    assert_eq!(scale, "features.features[0].scale");
    assert_eq!(refused(&mixture, |model| model.mixture = None), "mixture");
    let flat = refused(&mixture, |model| {
        model.mixture.as_mut().unwrap().covariances[0] = vec![0.0; 9];
    });
    assert_eq!(flat, "mixture");
}
