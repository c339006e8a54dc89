//! Features brought to measure: the reference figures of whole files, and everything that is refused.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use segmentlab::customers::{CustomersParams, Refunds, fold};
use segmentlab::error::Error;
use segmentlab::features::{
    Cap, FeatureKey, FeatureParams, FeatureSource, FeaturesParams, FittedFeature, Missing,
    Prepared, Scaling, Transform, prepare,
};

const GAP: f64 = f64::NAN;

fn column(name: &str) -> FeatureKey {
    FeatureKey::Column { name: name.into() }
}

fn params(transform: Transform, scaling: Scaling) -> FeaturesParams {
    let feature = FeatureParams { key: column("x"), transform, scaling };
    FeaturesParams { features: vec![feature], ..FeaturesParams::default() }
}

fn one(values: &[f64], params: &FeaturesParams) -> Result<Prepared, Error> {
    prepare(vec![values.to_vec()], params)
}

fn fitted(values: &[f64], transform: Transform, scaling: Scaling) -> FittedFeature {
    one(values, &params(transform, scaling)).unwrap().model.features.remove(0)
}

fn near(found: f64, expected: f64, relative: f64) {
    assert!((found - expected).abs() <= relative * expected.abs(), "{found} for {expected}");
}

/// `reference/online_retail.json`, `kmeans_log1p_standardised`; lambdas of scikit-learn 1.9.1, `PowerTransformer`.
#[test]
fn online_retail_as_the_reference_has_it() {
    let Some(transactions) = common::transactions("data/online_retail/online-retail.csv.gz") else {
        return;
    };
    let params = CustomersParams { refunds: Refunds::Drop, ..CustomersParams::default() };
    let customers = fold(&transactions, &params).unwrap();
    let source = FeatureSource::new(&transactions, &customers);
    let catalog = source.catalog();
    let params = FeaturesParams::suggest(&catalog);
    let keys: Vec<&FeatureKey> = params.features.iter().map(|one| &one.key).collect();
    assert_eq!(keys, [&FeatureKey::Recency, &FeatureKey::Frequency, &FeatureKey::Monetary]);
    assert!(params.features.iter().all(|one| one.transform == Transform::Log1p));
    assert_eq!(params.cap, None);

    let columns: Vec<Vec<f64>> = keys.iter().map(|key| source.column(key).unwrap()).collect();
    let prepared = prepare(columns.clone(), &params).unwrap();
    assert_eq!(prepared.matrix.dim(), (4339, 3));
    let means = [3.856942405711087, 1.345478184209056, 6.592107521706619];
    let deviations = [1.3068625128367597, 0.6830597235596393, 1.2612652422207464];
    for (at, one) in prepared.model.features.iter().enumerate() {
        near(one.center, means[at], 1e-13);
        near(one.scale, deviations[at], 1e-13);
        near(prepared.matrix.column(at).iter().map(|z| z * z).sum(), 4339.0, 1e-12);
    }
    for (column, lambda) in
        columns.iter().zip([0.12540581739476975, -0.7642694269722129, -0.07500016105388554])
    {
        let found = fitted(column, Transform::YeoJohnson, Scaling::Standard).lambda.unwrap();
        assert!((found - lambda).abs() < 1e-6, "{found} for {lambda}");
    }

    // Of 4,339 customers, 1,494 have one order (`rfm_n_at_or_below_cuts`).
    let cadence = catalog.iter().find(|info| info.key == FeatureKey::Cadence).unwrap();
    assert_eq!((cadence.missing, cadence.min), (1494, 0.0));
    let basket = source.column(&FeatureKey::Basket).unwrap();
    let spent: f64 = basket.iter().zip(&columns[1]).map(|(basket, orders)| basket * orders).sum();
    near(spent, 8_911_407.904, 1e-12);

    // With refunds netted a few customers are below zero. They are capped: 22, the places 0 to 21 of 4,339 that lie
    // below the quantile at .005 * 4,338 = 21.69.
    let customers = fold(&transactions, &CustomersParams::default()).unwrap();
    let source = FeatureSource::new(&transactions, &customers);
    let params = FeaturesParams::suggest(&source.catalog());
    assert!(params.features.iter().all(|one| one.transform == Transform::Log1p));
    assert_eq!(params.cap, Some(Cap::USUAL));
    let columns = params.features.iter().map(|one| source.column(&one.key).unwrap()).collect();
    let report = prepare(columns, &params).unwrap().report;
    assert_eq!((report.features[2].capped_low, report.features[2].capped_high), (22, 22));
}

#[test]
fn scaling_by_hand() {
    // Mean 5, sd 2; quartiles 4 and 5.5, median 4.5.
    let values = [2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0];
    for (scaling, center, scale) in [
        (Scaling::Standard, 5.0, 2.0),
        (Scaling::MinMax, 2.0, 7.0),
        (Scaling::Robust, 4.5, 1.5),
        (Scaling::None, 0.0, 1.0),
    ] {
        let found = fitted(&values, Transform::None, scaling);
        assert_eq!((found.center, found.scale), (center, scale), "{scaling:?}");
    }
}

#[test]
fn caps_draw_in_and_count() {
    // Type 7 at .1 and .9 of 0..=10: 1 and 9.
    let values: Vec<f64> = (0..=10).map(f64::from).collect();
    let cap = Some(Cap { low: 0.1, high: 0.9 });
    let params = FeaturesParams { cap, ..params(Transform::None, Scaling::MinMax) };
    let prepared = one(&values, &params).unwrap();
    let report = &prepared.report.features[0];
    assert_eq!((report.capped_low, report.capped_high), (1, 1));
    assert_eq!(report.fitted.cap, Some([1.0, 9.0]));
    assert_eq!((report.mean, report.fitted.center, report.fitted.scale), (5.0, 1.0, 8.0));
    assert_eq!(prepared.matrix[[0, 0]], prepared.matrix[[1, 0]]);
    assert_eq!((prepared.report.customers, prepared.report.distinct), (11, 9));
}

#[test]
fn missing_values_are_filled_or_their_customers_left_out() {
    let columns = vec![vec![1.0, GAP, 3.0, 8.0], vec![2.0, 4.0, GAP, 6.0]];
    let feature = |name| FeatureParams {
        key: column(name),
        transform: Transform::None,
        scaling: Scaling::None,
    };
    let mut params = FeaturesParams {
        features: vec![feature("a"), feature("b")],
        missing: Missing::Median,
        cap: None,
    };
    let filled = prepare(columns.clone(), &params).unwrap();
    assert_eq!(filled.customers, [0, 1, 2, 3]);
    assert_eq!(filled.matrix.column(0).to_vec(), [1.0, 3.0, 3.0, 8.0]);
    assert_eq!(filled.matrix.column(1).to_vec(), [2.0, 4.0, 4.0, 6.0]);
    assert_eq!(filled.report.features[0].missing, 1);
    assert_eq!(filled.report.features[0].mean, 4.0, "of the values that are there");

    params.missing = Missing::Drop;
    let kept = prepare(columns, &params).unwrap();
    assert_eq!((kept.customers, kept.report.dropped), (vec![0, 3], 2));
    assert_eq!(kept.matrix.column(0).to_vec(), [1.0, 8.0]);
    assert_eq!(kept.report.features[0].missing, 1);
}

#[test]
fn a_model_brings_its_own_customers_to_the_same_measure() {
    let values = [0.0, 1.0, 2.0, GAP, 4.0, 50.0];
    for transform in [Transform::None, Transform::Log1p, Transform::YeoJohnson] {
        for missing in [Missing::Drop, Missing::Median] {
            let cap = Some(Cap { low: 0.0, high: 0.8 });
            let params = FeaturesParams { missing, cap, ..params(transform, Scaling::Standard) };
            let prepared = one(&values, &params).unwrap();
            let applied = prepared.model.apply(&[values.to_vec()]).unwrap();
            assert_eq!(applied.matrix, prepared.matrix);
            assert_eq!(applied.customers, prepared.customers);
            assert_eq!(applied.dropped, prepared.report.dropped);
            let fitted = &prepared.model.features[0];
            near(fitted.undo(fitted.apply(2.0)), 2.0, 1e-12);
        }
    }
}

#[test]
fn a_model_refuses_what_it_cannot_measure() {
    let prepared = one(&[0.0, 1.0, 7.0], &params(Transform::Log1p, Scaling::Standard)).unwrap();
    let mut model = prepared.model;
    assert!(matches!(
        model.apply(&[vec![3.0, -1.0, -8.0]]),
        Err(Error::FeatureOutOfRange { customers: 2, value, .. }) if value == "-1"
    ));
    model.features[0].scale = 0.0;
    let found = "features.features[0].scale".into();
    assert_eq!(model.apply(&[vec![3.0]]), Err(Error::BadModel { found }));
}

#[test]
fn what_is_refused() {
    let none = params(Transform::None, Scaling::Standard);
    let log = params(Transform::Log1p, Scaling::Standard);
    let x = || column("x");
    let error = |values: &[f64], params: &FeaturesParams| one(values, params).unwrap_err();

    assert_eq!(prepare(Vec::new(), &FeaturesParams::default()), Err(Error::NoFeatures));
    let twice = FeaturesParams {
        features: [&none.features[..], &log.features].concat(),
        ..FeaturesParams::default()
    };
    assert_eq!(prepare(vec![vec![1.0, 2.0]; 2], &twice), Err(Error::FeatureTwice { feature: x() }));
    assert_eq!(error(&[GAP, GAP], &none), Error::EmptyFeature { feature: x() });
    assert_eq!(error(&[1.0], &none), Error::TooFewCustomers { customers: 1, dropped: 0 });
    assert_eq!(error(&[], &none), Error::TooFewCustomers { customers: 0, dropped: 0 });
    let drop = FeaturesParams { missing: Missing::Drop, ..none.clone() };
    assert_eq!(error(&[1.0, GAP, GAP], &drop), Error::TooFewCustomers { customers: 1, dropped: 2 });

    let constant = |made_one| Error::ConstantFeature { feature: x(), value: 7.0, made_one };
    assert_eq!(error(&[7.0, GAP, 7.0], &none), constant(false));
    let cap = Some(Cap { low: 0.2, high: 0.8 });
    let capped = FeaturesParams { cap, ..none.clone() };
    assert_eq!(error(&[1.0, 7.0, 7.0, 7.0, 7.0, 9.0], &capped), constant(true));
    let robust = params(Transform::None, Scaling::Robust);
    assert_eq!(
        error(&[1.0, 7.0, 7.0, 7.0, 9.0], &robust),
        Error::FlatQuartiles { feature: x(), value: 7.0 }
    );

    let out = |customers, value: &str, expected: &str| Error::FeatureOutOfRange {
        feature: x(),
        customers,
        value: value.into(),
        expected: expected.into(),
    };
    assert_eq!(error(&[1.0, f64::INFINITY, 2.0], &none), out(1, "inf", "finite"));
    assert_eq!(error(&[1.0, -2.5, -1.0], &log), out(2, "-2.5", "above_minus_one"));
    let cap = Some(Cap { low: 0.5, high: 1.0 });
    let capped = FeaturesParams { cap, ..log };
    assert!(one(&[-5.0, 1.0, 2.0], &capped).is_ok(), "the cap draws it in first");

    for (low, high, setting, expected) in [
        (0.9, 0.1, "features.cap", "ascending"),
        (0.5, 0.5, "features.cap", "ascending"),
        (-0.1, 0.9, "features.cap.low", "0..=1"),
        (0.1, 1.5, "features.cap.high", "0..=1"),
        (GAP, 0.9, "features.cap.low", "0..=1"),
    ] {
        let params = FeaturesParams { cap: Some(Cap { low, high }), ..none.clone() };
        let Error::BadSetting { setting: found, expected: rule, .. } = error(&[1.0, 2.0], &params)
        else {
            panic!("{low} {high}")
        };
        assert_eq!((found.as_str(), rule.as_str()), (setting, expected));
    }
}

#[test]
fn the_order_of_customers_leaves_no_trace_in_the_fit() {
    let values: Vec<f64> = (1..500).map(|n| 1.0 / f64::from(n * 7919 % 500)).collect();
    let mut turned = values.clone();
    turned.reverse();
    for transform in [Transform::None, Transform::Log1p, Transform::YeoJohnson] {
        let params = params(transform, Scaling::Standard);
        assert_eq!(one(&values, &params).unwrap().model, one(&turned, &params).unwrap().model);
    }
}
