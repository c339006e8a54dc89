//! The lesson as the page has it: laws, and the kernel and linfa as checks.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use linfa::DatasetBase;
use linfa::traits::{Fit, Predict};
use linfa_clustering::{KMeans, KMeansInit};
use ndarray::Array2;
use rand::SeedableRng;
use rand_xoshiro::Xoshiro256PlusPlus;
use segmentlab::cluster::kmeans::Points;
use segmentlab::error::{Error, Step};
use segmentlab::features::FeatureKey;
use segmentlab::lesson::{
    Lesson, LessonData, LessonParams, LessonStep, Measure, Sample, Start, lesson,
};

const SAMPLES: [Sample; 6] = [
    Sample::Blobs,
    Sample::Uneven,
    Sample::Elongated,
    Sample::Moons,
    Sample::Rings,
    Sample::Scales,
];

fn of_sample(sample: Sample) -> LessonParams {
    LessonParams { data: LessonData::Sample { sample }, ..LessonParams::default() }
}

fn run(params: &LessonParams) -> Lesson {
    lesson(params, |_| Err(Error::NotReady { step: Step::Customers })).unwrap()
}

fn run_on(x: &[f64], y: &[f64], params: &LessonParams) -> Result<Lesson, Error> {
    let data = LessonData::Features { x: FeatureKey::Recency, y: FeatureKey::Monetary };
    lesson(&LessonParams { data, ..params.clone() }, |key| {
        Ok(if *key == FeatureKey::Recency { x.to_vec() } else { y.to_vec() })
    })
}

fn last_labels(lesson: &Lesson) -> &[u8] {
    &lesson.labels[lesson.labels.len() - lesson.points.len()..]
}

fn seeds(lesson: &Lesson) -> Vec<[f64; 2]> {
    let Some(LessonStep::Seeded { centroids }) = lesson.report.steps.first() else {
        panic!("a lesson begins with seeds")
    };
    centroids.clone()
}

fn inertia(lesson: &Lesson) -> f64 {
    let Some(LessonStep::Converged { inertia, .. }) = lesson.report.steps.last() else {
        panic!("a lesson ends converged")
    };
    *inertia
}

fn rows(lesson: &Lesson) -> Array2<f64> {
    Array2::from_shape_fn((lesson.points.len(), 2), |(row, axis)| lesson.points[row][axis])
}

fn matrix(centroids: &[[f64; 2]]) -> Array2<f64> {
    Array2::from_shape_fn((centroids.len(), 2), |(row, axis)| centroids[row][axis])
}

/// Lessons in raw units, so that points and centroids are in the measure as they are.
fn raw_lessons() -> impl Iterator<Item = Lesson> {
    let starts = [Start::PlusPlus, Start::Random, Start::Bad];
    SAMPLES.into_iter().flat_map(move |sample| {
        starts.clone().map(|start| {
            run(&LessonParams { measure: Measure::Raw, start, k: Some(4), ..of_sample(sample) })
        })
    })
}

fn last_centroids(lesson: &Lesson) -> Vec<[f64; 2]> {
    let moved = lesson.report.steps.iter().rev().find_map(|step| match step {
        LessonStep::Moved { centroids, .. } => Some(centroids.clone()),
        _ => None,
    });
    moved.unwrap()
}

#[test]
fn ends_where_the_kernel_ends_from_the_same_seeds() {
    for lesson in raw_lessons() {
        let run = Points::new(rows(&lesson).view()).refine(matrix(&seeds(&lesson)), 300, 0.0);
        assert!((inertia(&lesson) / run.inertia - 1.0).abs() < 1e-9);
        let mut found = last_centroids(&lesson);
        let mut expected: Vec<_> = run.centroids.outer_iter().map(|row| [row[0], row[1]]).collect();
        found.sort_by(|a, b| a[0].total_cmp(&b[0]));
        expected.sort_by(|a, b| a[0].total_cmp(&b[0]));
        for (found, expected) in found.iter().flatten().zip(expected.iter().flatten()) {
            assert!((found - expected).abs() <= 1e-9 * expected.abs().max(1.0));
        }
    }
}

/// linfa counts a centroid among the points of its own mean, so its way is another; where a lesson ends it has
/// nothing to change either.
#[test]
fn linfa_stays_where_a_lesson_ends() {
    for lesson in raw_lessons() {
        let ends = matrix(&last_centroids(&lesson));
        let theirs = KMeans::params_with_rng(4, Xoshiro256PlusPlus::seed_from_u64(0))
            .init_method(KMeansInit::Precomputed(ends.clone()))
            .n_runs(1)
            .max_n_iterations(300)
            .tolerance(1e-12)
            .fit(&DatasetBase::from(rows(&lesson)))
            .unwrap();
        let labels: Vec<u8> =
            theirs.predict(&rows(&lesson)).iter().map(|&label| label as u8).collect();
        assert_eq!(last_labels(&lesson), labels);
        assert!(
            theirs
                .centroids()
                .iter()
                .zip(&ends)
                .all(|(a, b)| (a - b).abs() <= 1e-9 * b.abs().max(1.0))
        );
    }
}

/// The groups were made one after the other, so a point's number tells its group.
#[test]
fn four_clear_groups_are_found_and_missed_from_a_bad_start() {
    let found = run(&of_sample(Sample::Blobs));
    assert_eq!(found.report.best.gain, 0.0);
    let mut first: Vec<u8> = Vec::new();
    for group in last_labels(&found).chunks(45) {
        let at_home = group.iter().filter(|&&label| label == group[0]).count();
        assert!(at_home > 40 && !first.contains(&group[0]));
        first.push(group[0]);
    }
    for seed in 0..5 {
        let missed = run(&LessonParams { start: Start::Bad, seed, ..of_sample(Sample::Blobs) });
        assert!(missed.report.best.gain > 0.2, "{}", missed.report.best.gain);
        let gain = 1.0 - missed.report.best.inertia / inertia(&missed);
        assert!((missed.report.best.gain - gain).abs() < 1e-12);
    }
}

#[test]
fn figures_whose_squares_are_no_numbers_are_left_out() {
    let x = [1.0, 2.0, 5.0, 9.0, 1e180, 3.0];
    let y = [4.0, 1.0, 3.0, 8.0, 1.0, -1e200];
    for measure in [Measure::Raw, Measure::Standard, Measure::Log] {
        let params = LessonParams { k: Some(2), measure, outlier: true, ..LessonParams::default() };
        let found = run_on(&x, &y, &params).unwrap();
        assert_eq!((found.report.customers, found.report.dropped), (4, 2));
        assert!(inertia(&found).is_finite());
    }
}

#[test]
fn no_start_ends_below_the_best_known() {
    for sample in SAMPLES {
        let random =
            |seed| LessonParams { start: Start::Random, seed, k: Some(5), ..of_sample(sample) };
        // What is best known has to be found by the starts of another lesson, not by this one.
        let known = run(&random(99)).report.best.inertia;
        for seed in 0..4 {
            assert!(inertia(&run(&random(seed))) >= known * (1.0 - 1e-9));
        }
    }
}

/// The first 80 people are young, the rest old; standardised the ages part them, raw the incomes do.
#[test]
fn scaling_decides_who_belongs_together() {
    let params = of_sample(Sample::Scales);
    let scaled = run(&params);
    let labels = last_labels(&scaled);
    assert!(labels[..80].iter().all(|&label| label == labels[0]));
    assert!(labels[80..].iter().all(|&label| label != labels[0]));

    let raw = run(&LessonParams { measure: Measure::Raw, ..params });
    let incomes = |wanted: u8| -> Vec<f64> {
        let labelled = raw.points.iter().zip(last_labels(&raw));
        labelled.filter(|(_, label)| **label == wanted).map(|(point, _)| point[1]).collect()
    };
    let highest = |incomes: &[f64]| incomes.iter().copied().fold(0.0, f64::max);
    let lowest = |incomes: &[f64]| incomes.iter().copied().fold(f64::INFINITY, f64::min);
    let (one, other) = (incomes(0), incomes(1));
    assert!(highest(&one) < lowest(&other) || highest(&other) < lowest(&one));
    assert!(raw.report.axes[1].share > 0.9999);
}

/// Dragging is a given start: from the seeds of a trace comes the same trace.
#[test]
fn given_centroids_begin_the_trace() {
    for measure in [Measure::Raw, Measure::Standard] {
        let params = LessonParams { measure, ..of_sample(Sample::Uneven) };
        let found = run(&params);
        let start = Start::Given { centroids: seeds(&found) };
        let again = run(&LessonParams { start, k: None, ..params });
        assert_eq!(last_labels(&found), last_labels(&again));
        assert_eq!(found.report.steps.len(), again.report.steps.len());
    }
}

#[test]
fn an_outlier_takes_a_cluster_or_pulls_a_centroid() {
    let with = run(&LessonParams { outlier: true, k: Some(2), ..of_sample(Sample::Uneven) });
    assert_eq!(with.points.len(), run(&of_sample(Sample::Uneven)).points.len() + 1);
    let end = with.report.outlier.unwrap();
    let others = last_labels(&with).iter().filter(|&&label| u32::from(label) == end.cluster);
    assert_eq!(end.alone, others.count() == 1);
    assert!(end.alone || (end.pull > 0.0 && end.share > 0.01));

    // By hand: unscaled, of 0, 2, 6 and 8 the outlier is 8 + 0.75 * 8 = 14, on either axis; from seeds at 0 and 8,
    // the second cluster is {6, 8, 14}: mean 28 / 3, without the outlier 7.
    let values = [0.0, 2.0, 6.0, 8.0];
    let start = Start::Given { centroids: vec![[0.0, 0.0], [8.0, 8.0]] };
    let params =
        LessonParams { outlier: true, measure: Measure::Raw, start, ..LessonParams::default() };
    let end = run_on(&values, &values, &params).unwrap().report.outlier.unwrap();
    assert!(!end.alone);
    assert!((end.pull - (28.0 / 3.0 - 7.0) * 2.0_f64.sqrt()).abs() < 1e-12);
    // Twice: 2 for {0, 2}; for {6, 8, 14} 296 - 784 / 3 = 104 / 3, of which the outlier (14 / 3)^2 = 196 / 9.
    let share = (196.0 / 9.0) / (2.0 + 104.0 / 3.0);
    assert!((end.share - share).abs() < 1e-12);
}

#[test]
fn customers_who_lack_a_figure_are_left_out_and_of_many_some_are_drawn() {
    let x: Vec<f64> = (0..1000).map(|at| f64::from(at % 37)).collect();
    let mut y: Vec<f64> = (0..1000).map(|at| f64::from(at % 101)).collect();
    y[3] = f64::NAN;
    y[4] = f64::INFINITY;
    let found = run_on(&x, &y, &LessonParams::default()).unwrap();
    assert_eq!((found.report.customers, found.report.dropped), (998, 2));
    assert_eq!((found.points.len(), found.report.k), (600, 4));
}

#[test]
fn what_cannot_be_clustered_is_refused() {
    let params = LessonParams::default();
    let refused = |x: &[f64], params: &LessonParams| run_on(x, x, params).unwrap_err();
    let few = Error::TooFewCustomers { customers: 0, dropped: 1 };
    assert_eq!(refused(&[f64::NAN], &params), few);
    let many = Error::TooManyClusters { clusters: 4, distinct: 3 };
    assert_eq!(refused(&[1.0, 2.0, 3.0, 3.0], &params), many);
    let k = |k| LessonParams { k: Some(k), ..LessonParams::default() };
    for (k, found) in [(k(1), "1"), (k(9), "9")] {
        let Error::BadSetting { setting, found: told, .. } = refused(&[1.0], &k) else {
            panic!("{k:?}")
        };
        assert_eq!((setting.as_str(), told.as_str()), ("k", found));
    }
    let start = Start::Given { centroids: vec![[0.0, f64::NAN], [1.0, 1.0]] };
    let nan = LessonParams { start, ..LessonParams::default() };
    assert!(
        matches!(refused(&[1.0], &nan), Error::BadSetting { setting, .. } if setting == "start.centroids")
    );
    let nobody = lesson(
        &LessonParams {
            data: LessonData::Features { x: FeatureKey::Recency, y: FeatureKey::Monetary },
            ..LessonParams::default()
        },
        |_| Err(Error::NotReady { step: Step::Customers }),
    );
    assert_eq!(nobody, Err(Error::NotReady { step: Step::Customers }));
}

/// A feature that is the same for all has no spread to be measured in.
#[test]
fn a_constant_axis_carries_nothing() {
    let values: Vec<f64> = (0..50).map(f64::from).collect();
    let found = run_on(&values, &[7.0; 50], &LessonParams::default()).unwrap();
    assert_eq!(found.report.axes.map(|axis| axis.share), [1.0, 0.0]);
    assert!(inertia(&found).is_finite());
}
