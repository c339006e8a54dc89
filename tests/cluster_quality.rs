//! Measures of clusterings against scikit-learn's, and the projection against known figures.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use std::fs;

use ndarray::{Array2, Axis, s};
use segmentlab::cluster::quality::quality;
use segmentlab::cluster::{Clusters, Method, project};
use segmentlab::features::{
    FeatureKey, FeatureParams, FeaturesParams, Missing, Prepared, Scaling, Transform, prepare,
};
use segmentlab::segments::adjusted_rand_index;
use serde_json::Value;

/// Figures of a file, without the header and the columns before `from`.
fn figures(path: &str, from: usize, to: usize) -> Option<Array2<f64>> {
    let text = fs::read_to_string(common::shared(path)?).unwrap();
    let rows: Vec<Vec<f64>> = text
        .lines()
        .skip(1)
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            line.split(',').take(to).skip(from).map(|cell| cell.trim().parse().unwrap()).collect()
        })
        .collect();
    Some(Array2::from_shape_vec((rows.len(), to - from), rows.concat()).unwrap())
}

fn standardised(mut rows: Array2<f64>) -> Array2<f64> {
    for mut column in rows.columns_mut() {
        let mean = column.mean().unwrap();
        let sd = column.std(0.0);
        column.mapv_inplace(|value| (value - mean) / sd);
    }
    rows
}

/// A set of the reference, and the classes its figures were held against.
fn set(name: &str) -> Option<(Array2<f64>, Option<Vec<u32>>)> {
    let labelled = |file: &str, width: usize| {
        let all = figures(&format!("data/clustering/{file}.csv"), 0, width + 1)?;
        let labels = all.column(width).iter().map(|&label| label as u32).collect();
        Some((all.slice(s![.., ..width]).to_owned(), Some(labels)))
    };
    let wholesale = || {
        let all = figures("data/wholesale_customers/Wholesale customers data.csv", 0, 8)?;
        let channel = all.column(0).iter().map(|&label| label as u32).collect();
        Some((all.slice(s![.., 2..]).to_owned(), Some(channel)))
    };
    let mall = |from| Some((figures("data/mall_customers/Mall_Customers.csv", from, 5)?, None));
    let scaled = |(rows, labels)| Some((standardised(rows), labels));
    match name {
        "iris_raw" => labelled("iris", 4),
        "iris_std" => labelled("iris", 4).and_then(scaled),
        "wine_raw" => labelled("wine", 13),
        "wine_std" => labelled("wine", 13).and_then(scaled),
        "s1_raw" => labelled("s1", 2),
        "a1_raw" => labelled("a1", 2),
        "mall_income_spending_raw" => mall(3),
        "mall_income_spending_std" => mall(3).and_then(scaled),
        "mall_age_income_spending_std" => mall(2).and_then(scaled),
        "wholesale_raw6" => wholesale(),
        "wholesale_std6" => wholesale().and_then(scaled),
        "wholesale_log1p_std6" => {
            wholesale().and_then(|(rows, labels)| scaled((rows.mapv(f64::ln_1p), labels)))
        }
        _ => panic!("{name} is not known"),
    }
}

fn nearest(rows: &Array2<f64>, centroids: &Array2<f64>) -> Vec<u32> {
    let label = |row: ndarray::ArrayView1<'_, f64>| {
        let distance = |one: ndarray::ArrayView1<'_, f64>| (&row - &one).mapv(|x| x * x).sum();
        let distances: Vec<f64> = centroids.outer_iter().map(distance).collect();
        (0..distances.len()).min_by(|&a, &b| distances[a].total_cmp(&distances[b])).unwrap() as u32
    };
    rows.outer_iter().map(label).collect()
}

fn agreement(first: &[u32], second: &[u32]) -> f64 {
    let width = |labels: &[u32]| *labels.iter().max().unwrap() as usize + 1;
    let mut counts = vec![vec![0; width(second)]; width(first)];
    first.iter().zip(second).for_each(|(&a, &b)| counts[a as usize][b as usize] += 1);
    adjusted_rand_index(&counts).unwrap()
}

fn near(found: f64, expected: f64, within: f64, what: &str) {
    let off = (found - expected).abs() / expected.abs().max(0.1);
    assert!(off < within, "{what}: {found}, expected {expected}");
}

#[test]
fn every_clustering_of_the_reference_measures_as_scikit_learn_has_it() {
    let Some(path) = common::shared("reference/clusters.json") else { return };
    let reference: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let (mut measured, mut compared) = (0, 0);
    for (name, of_set) in reference.as_object().unwrap() {
        let Some(ks) = of_set.get("k").and_then(Value::as_object) else { continue };
        let (rows, classes) = set(name).unwrap();
        for (k, of_k) in ks {
            let Some(centres) = of_k.get("centres").and_then(Value::as_array) else { continue };
            let values = centres.iter().flat_map(|one| one.as_array().unwrap());
            let values: Vec<f64> = values.map(|value| value.as_f64().unwrap()).collect();
            let shape = (centres.len(), rows.ncols());
            let labels = nearest(&rows, &Array2::from_shape_vec(shape, values).unwrap());
            let what = |measure: &str| format!("{name}, k = {k}, {measure}");
            let expected = |measure: &str| of_k.get(measure).and_then(Value::as_f64);
            if let (Some(classes), Some(expected)) = (&classes, expected("ari_vs_labels")) {
                let found = agreement(&labels, classes);
                assert!((found - expected).abs() < 1e-12, "{}: {found}", what("ari"));
                compared += 1;
            }
            let found = quality(rows.view(), &labels);
            let Some(silhouette) = expected("silhouette") else {
                assert_eq!(found.silhouette, None, "{}", what("silhouette"));
                continue;
            };
            near(found.silhouette.unwrap(), silhouette, 1e-9, &what("silhouette"));
            assert_eq!(found.sample as usize, rows.nrows());
            let ch = expected("calinski_harabasz").unwrap();
            near(found.calinski_harabasz.unwrap(), ch, 1e-9, &what("Calinski-Harabasz"));
            let db = expected("davies_bouldin").unwrap();
            // Its distances come from squared norms: a point alone lies some 1e-8 from itself.
            near(found.davies_bouldin.unwrap(), db, 1e-7, &what("Davies-Bouldin"));
            measured += 1;
        }
    }
    assert!(measured > 70 && compared > 40, "{measured} measured, {compared} compared");
}

/// Iris brought to measure, and its species as clusters.
fn iris(scaling: Scaling) -> Option<(Prepared, Clusters)> {
    let (rows, species) = set("iris_raw")?;
    let key = |at: usize| FeatureKey::Column { name: format!("x{at}") };
    let feature = |at| FeatureParams { key: key(at), transform: Transform::None, scaling };
    let params = FeaturesParams {
        features: (0..4).map(feature).collect(),
        missing: Missing::Median,
        cap: None,
    };
    let columns = rows.columns().into_iter().map(|column| column.to_vec()).collect();
    let prepared = prepare(columns, &params).unwrap();
    let labels: Vec<u32> = species.unwrap().iter().map(|species| species - 1).collect();
    let mean = |label: u32| {
        let own: Vec<usize> = (0..150).filter(|&row| labels[row] == label).collect();
        prepared.matrix.select(Axis(0), &own).mean_axis(Axis(0)).unwrap()
    };
    let means: Vec<f64> = (0..3).flat_map(|label| mean(label).to_vec()).collect();
    let clusters = Clusters {
        method: Method::KMeans,
        centroids: Array2::from_shape_vec((3, 4), means).unwrap(),
        labels,
        sizes: vec![50; 3],
        inertia: 0.0,
        total: 0.0,
        iterations: None,
        mixture: None,
        bic: None,
    };
    Some((prepared, clusters))
}

#[test]
fn principal_components_of_iris() {
    // Shares and first axes as NumPy and R's prcomp have them; the second axis of raw iris as well.
    let known = [
        (
            Scaling::None,
            [0.924_618_723, 0.053_066_483],
            [0.361_386_59, -0.084_522_51, 0.856_670_61, 0.358_289_20],
        ),
        (
            Scaling::Standard,
            [0.729_624_454, 0.228_507_618],
            [0.521_065_91, -0.269_347_44, 0.580_413_10, 0.564_856_54],
        ),
    ];
    for (scaling, shares, axis) in known {
        let Some((prepared, clusters)) = iris(scaling) else { return };
        let found = project(&prepared, &clusters, None, 1000).unwrap();
        let [first, second] = found.loadings.unwrap();
        for (found, expected) in found.explained.unwrap().iter().zip(shares) {
            assert!((found - expected).abs() < 1e-8, "{found} {expected}");
        }
        for (found, expected) in first.iter().zip(axis) {
            assert!((found - expected).abs() < 1e-7, "{found} {expected}");
        }
        let across: f64 = first.iter().zip(&second).map(|(a, b)| a * b).sum();
        assert!(across.abs() < 1e-8);
        // The plane's points have the shares of the variance, and the centroids are the means of theirs.
        assert_eq!(found.rows.len(), 150);
        let variance = |at: &[f32]| at.iter().map(|&x| f64::from(x).powi(2)).sum::<f64>() / 150.0;
        let ratio = variance(&found.y) / variance(&found.x);
        assert!((ratio - shares[1] / shares[0]).abs() < 1e-5);
        let setosa = found.x[..50].iter().map(|&x| f64::from(x)).sum::<f64>() / 50.0;
        assert!((setosa - found.centroids[0][0]).abs() < 1e-5);
    }
}

#[test]
fn two_features_are_shown_in_their_units() {
    let Some((prepared, clusters)) = iris(Scaling::Standard) else { return };
    let found = project(&prepared, &clusters, Some([2, 0]), 1000).unwrap();
    assert_eq!((found.x[0], found.y[0]), (1.4, 5.1));
    assert_eq!((found.explained, found.loadings), (None, None));
    // Means of petal and sepal length of Iris setosa.
    assert!((found.centroids[0][0] - 1.462).abs() < 1e-12);
    assert!((found.centroids[0][1] - 5.006).abs() < 1e-12);
    assert!(project(&prepared, &clusters, Some([0, 4]), 10).is_err());
}

#[test]
fn few_shown_points_have_some_of_each_cluster_and_are_the_same_each_time() {
    let Some((prepared, mut clusters)) = iris(Scaling::Standard) else { return };
    // One customer alone.
    clusters.labels = (0..150).map(|row| if row == 77 { 2 } else { row % 2 }).collect();
    clusters.sizes = vec![75, 74, 1];
    let found = project(&prepared, &clusters, None, 10).unwrap();
    assert_eq!(found.rows.len(), 10);
    assert!(found.rows.is_sorted_by(|a, b| a < b) && found.rows.contains(&77));
    assert_eq!(found, project(&prepared, &clusters, None, 10).unwrap());
}

#[test]
fn one_feature_lies_on_a_line() {
    let key = FeatureKey::Frequency;
    let feature = FeatureParams { key, transform: Transform::None, scaling: Scaling::None };
    let params = FeaturesParams { features: vec![feature], missing: Missing::Median, cap: None };
    let prepared = prepare(vec![vec![1.0, f64::NAN, 3.0, 8.0]], &params).unwrap();
    let clusters = Clusters {
        method: Method::KMeans,
        centroids: ndarray::array![[8.0], [7.0 / 3.0]],
        labels: vec![1, 1, 1, 0],
        sizes: vec![1, 3],
        inertia: 0.0,
        total: 0.0,
        iterations: None,
        mixture: None,
        bic: None,
    };
    let found = project(&prepared, &clusters, None, 10).unwrap();
    // The mean, with the median 3 for the missing one, is 3.75.
    assert_eq!((found.x, found.y), (vec![-2.75, -0.75, -0.75, 4.25], vec![0.0; 4]));
    assert_eq!(found.explained, Some([1.0, 0.0]));
    assert_eq!(found.loadings, Some([vec![1.0], vec![0.0]]));
    let found = project(&prepared, &clusters, Some([0, 0]), 10).unwrap();
    assert_eq!(found.x, [1.0, 3.0, 3.0, 8.0]);
}
