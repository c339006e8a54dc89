//! Profiles against figures of others and against plain counts over the rows of the files.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod by_hand;
mod common;

use std::collections::BTreeMap;

use by_hand::{
    Buyer, assert_close, buyers, deviation, files, listed, mean, mid_p, quantile, read, records,
};
use segmentlab::customers::{CustomersParams, fold, trends};
use segmentlab::features::{FeatureKey, FeatureSource};
use segmentlab::profile::{
    ProfileReport, RuleTest, SegmentProfile, Trait, TraitKey, TraitProfile, TraitSpread,
    TraitValues, category_v, profile, traits,
};
use segmentlab::rfm::{RfmParams, score};
use segmentlab::segments::{Division, Label, Segmentation};

fn column(name: &str) -> TraitKey {
    TraitKey::Figure { feature: FeatureKey::Column { name: name.into() } }
}

/// Segments by the values of a column of records, with the values.
fn segments(records: &[Vec<String>], at: usize) -> Segmentation {
    let mut names: Vec<String> = records.iter().map(|record| record[at].clone()).collect();
    names.sort();
    names.dedup();
    let label = |record: &Vec<String>| {
        Label::Segment(names.iter().position(|name| *name == record[at]).unwrap() as u16)
    };
    Segmentation { labels: records.iter().map(label).collect(), names }
}

/// METHODS section 4: FactoMineR's figures for setosa.
#[test]
fn iris_is_as_in_the_reference() {
    let Some(path) = common::shared("data/clustering/iris.csv") else { return };
    let (_, rows) = records(&path, ',');
    let trait_of = |at: usize| Trait {
        key: column(&format!("x{}", at + 1)),
        group: segmentlab::profile::TraitGroup::Other,
        values: TraitValues::Figures(rows.iter().map(|row| row[at].parse().unwrap()).collect()),
    };
    let traits: Vec<Trait> = (0..4).map(trait_of).collect();
    let division = Division::Attribute { name: "label".into() };
    let found = profile(&traits, &segments(&rows, 4), &division, None, None).report;
    let setosa = &found.segments[0];
    assert_eq!(setosa.customers, 50);
    for (found, expected) in setosa.traits.iter().zip([-8.7572, 7.3648, -11.2638, -10.8314]) {
        let TraitProfile::Figure { v: Some(v), .. } = found else { panic!("a figure") };
        assert!((v - expected).abs() < 5e-5, "{v} {expected}");
    }
    // Petals of at most 1.9 are those of setosa, the others begin at 3.0.
    let rule = setosa.rule.as_ref().unwrap();
    assert_eq!((rule.precision, rule.recall), (1.0, 1.0));
    assert_eq!(rule.conditions.len(), 1);
    assert_eq!(setosa.differences[0].at, 2);
    assert_laws(&found);
}

/// What holds of every report.
fn assert_laws(report: &ProfileReport) {
    let customers: u32 = report.segments.iter().map(|segment| segment.customers).sum();
    assert_eq!(customers, report.customers);
    assert_close(report.segments.iter().map(|segment| segment.share).sum(), 1.0);
    if let Some(value) = report.value {
        assert_close(report.segments.iter().filter_map(|segment| segment.value).sum(), value);
        assert_close(report.segments.iter().filter_map(|segment| segment.value_share).sum(), 1.0);
    }
    for (at, info) in report.traits.iter().enumerate() {
        assert_eq!(info.n + info.missing, report.customers);
        let (mut n, mut of_each) = (0, BTreeMap::new());
        for segment in &report.segments {
            match &segment.traits[at] {
                TraitProfile::Figure { n: known, .. } => n += known,
                TraitProfile::Categories { n: known, counts, others, .. } => {
                    n += known;
                    assert_eq!(counts.iter().sum::<u32>() + others, *known);
                    for (place, count) in counts.iter().enumerate() {
                        *of_each.entry(place).or_insert(0) += count;
                    }
                }
            }
        }
        assert_eq!(n, info.n);
        if let TraitSpread::Categories { counts, .. } = &info.spread {
            assert!(of_each.values().eq(counts));
        }
    }
    for segment in &report.segments {
        assert_eq!(segment.small, segment.customers < 30);
        let sizes = segment.differences.iter().map(|one| one.v.abs());
        assert!(sizes.clone().is_sorted_by(|a, b| a >= b) && sizes.clone().all(|v| v >= 2.58));
    }
}

/// A figure of a segment against all, from their values.
#[track_caller]
fn assert_figure(found: &TraitProfile, own: &[f64], all: &[f64]) {
    let TraitProfile::Figure { n, spread, difference, v } = found else { panic!("a figure") };
    assert_eq!(*n as usize, own.len());
    let Some(spread) = spread else { return assert!(own.is_empty()) };
    assert_close(spread.mean, mean(own));
    let near = |found: f64, expected: f64| {
        assert!((found - expected).abs() <= 1e-6 * expected.abs().max(1.0), "{found} {expected}");
    };
    near(spread.deviation, deviation(own));
    for (found, part) in spread.quartiles.into_iter().zip([0.25, 0.5, 0.75]) {
        near(found, quantile(own, part));
    }
    let [q1, _, q3] = spread.quartiles;
    let (low, high) = (q1 - 1.5 * (q3 - q1), q3 + 1.5 * (q3 - q1));
    let inside = || own.iter().filter(|&&value| low - 1e-9 <= value && value <= high + 1e-9);
    near(spread.whiskers[0], inside().copied().fold(f64::INFINITY, f64::min));
    near(spread.whiskers[1], inside().copied().fold(f64::NEG_INFINITY, f64::max));
    near(spread.min, own.iter().copied().fold(f64::INFINITY, f64::min));
    near(spread.max, own.iter().copied().fold(f64::NEG_INFINITY, f64::max));
    let sd = deviation(all);
    assert_eq!(difference.is_some(), sd > 0.0);
    if let (Some(difference), Some(v)) = (difference, v) {
        near(*difference, (mean(own) - mean(all)) / sd);
        let (n, of) = (own.len() as f64, all.len() as f64);
        let error = sd * ((of - n) / (of - 1.0) / n).sqrt();
        near(*v, (mean(own) - mean(all)) / error);
    }
}

/// Categories of a segment against all, from how many have each.
fn assert_categories(
    found: &TraitProfile,
    values: &[String],
    own: &BTreeMap<String, u64>,
    all: &BTreeMap<String, u64>,
) {
    let TraitProfile::Categories { n, counts, indices, v, .. } = found else {
        panic!("categories")
    };
    let (of, whole): (u64, u64) = (own.values().sum(), all.values().sum());
    assert_eq!(u64::from(*n), of);
    for (at, value) in values.iter().enumerate() {
        let count = own.get(value).copied().unwrap_or(0);
        assert_eq!(u64::from(counts[at]), count, "{value}");
        let Some(index) = indices[at] else {
            assert_eq!(of, 0);
            continue;
        };
        let ratio = count as f64 / of as f64 / (all[value] as f64 / whole as f64);
        assert_close(index, 100.0 * ratio);
        if let Some(v) = v[at] {
            assert_eq!(v > 0.0, ratio > 1.0);
            // The chance of a normal variable beyond |v| is the mid-p of the tail.
            let p = mid_p(count, of, all[value], whole);
            if p > 1e-280 {
                let beyond = libm::erfc(v.abs() / std::f64::consts::SQRT_2) / 2.0;
                assert!((beyond / p - 1.0).abs() < 1e-6, "{value}: {v} {p}");
            }
        }
    }
}

/// What is known of a customer.
type Figure<'a> = &'a dyn Fn(&Buyer) -> Option<f64>;

#[test]
fn figures_of_orders_as_counted_from_the_rows() {
    for orders in files() {
        let transactions = read(&orders.path);
        let customers = fold(&transactions, &CustomersParams::default()).unwrap();
        let rfm = score(&customers, &RfmParams::default()).unwrap();
        let segmentation = Segmentation::from(&rfm);
        let source = FeatureSource::new(&transactions, &customers);
        let traits = traits(&source).unwrap();
        let value: Vec<f64> = customers.net.iter().map(|net| net.to_f64()).collect();
        let groups = segmentation.names.len();
        let segment_of = |at: usize| segmentation.labels[at].segment();
        let trends = trends(&transactions, &customers, groups, segment_of).unwrap();
        let report =
            profile(&traits, &segmentation, &Division::Rfm, Some(&value), Some(trends)).report;
        assert_laws(&report);

        let (buyers, as_of) = buyers(&orders);
        let buyers: Vec<&Buyer> = buyers.values().collect();
        assert_eq!(report.customers as usize, buyers.len());
        let total: f64 = buyers.iter().map(|buyer| buyer.net).sum();
        assert_close(report.value.unwrap(), total);
        let figures: [(FeatureKey, Figure); 6] = [
            (FeatureKey::Recency, &|buyer| Some((as_of - buyer.last) as f64)),
            (FeatureKey::Frequency, &|buyer| Some(buyer.days.len() as f64)),
            (FeatureKey::Monetary, &|buyer| Some(buyer.net)),
            (FeatureKey::Basket, &|buyer| Some(buyer.net / buyer.days.len() as f64)),
            (FeatureKey::Tenure, &|buyer| Some((as_of - buyer.first) as f64)),
            (FeatureKey::Cadence, &|buyer| {
                let span = (buyer.last - buyer.first) as f64;
                (buyer.days.len() > 1).then(|| span / (buyer.days.len() - 1) as f64)
            }),
        ];
        for segment in &report.segments {
            let is_own = |at: usize| segment_of(at) == Some(segment.segment as usize);
            let own: Vec<&Buyer> =
                (0..buyers.len()).filter(|&at| is_own(at)).map(|at| buyers[at]).collect();
            assert_eq!(segment.customers as usize, own.len());
            assert_close(segment.share, own.len() as f64 / buyers.len() as f64);
            let net: f64 = own.iter().map(|buyer| buyer.net).sum();
            assert_close(segment.value.unwrap(), net);
            assert_close(segment.value_share.unwrap(), net / total);
            assert_close(segment.mean_value.unwrap(), net / own.len() as f64);
            assert_close(segment.trend.iter().sum(), net);
            for (feature, figure) in &figures {
                let key = TraitKey::Figure { feature: feature.clone() };
                let at = report.traits.iter().position(|one| one.key == key).unwrap();
                let values = |buyers: &[&Buyer]| -> Vec<f64> {
                    buyers.iter().filter_map(|buyer| figure(buyer)).collect()
                };
                assert_figure(&segment.traits[at], &values(&own), &values(&buyers));
            }
        }
        assert_rules(&report, &traits, &segmentation);
    }
}

/// Each rule counted again on the traits.
fn assert_rules(report: &ProfileReport, traits: &[Trait], segmentation: &Segmentation) {
    let mut rules = 0;
    for segment in &report.segments {
        let Some(rule) = &segment.rule else { continue };
        rules += 1;
        let (mut named, mut right) = (0, 0);
        for (customer, label) in segmentation.labels.iter().enumerate() {
            let holds = rule.conditions.iter().all(|condition| {
                let info = &report.traits[condition.at as usize];
                let known = traits.iter().find(|one| one.key == info.key).unwrap();
                match (&known.values, &condition.test, &info.spread) {
                    (TraitValues::Figures(values), RuleTest::Within { low, high }, _) => {
                        let value = values[customer];
                        low.is_none_or(|low| value > low) && high.is_none_or(|high| value <= high)
                    }
                    (
                        TraitValues::Categories { codes, names },
                        test,
                        TraitSpread::Categories { values, .. },
                    ) => {
                        let own = names.get(codes[customer] as usize);
                        let is = |place: &u32| own == Some(&values[*place as usize]);
                        match test {
                            RuleTest::Is { category } => is(category),
                            RuleTest::IsNot { categories } => {
                                own.is_some() && !categories.iter().any(is)
                            }
                            RuleTest::Within { .. } => panic!("a category has no bounds"),
                        }
                    }
                    _ => panic!("{condition:?}"),
                }
            });
            named += u32::from(holds && *label != Label::Unassigned);
            right += u32::from(holds && label.segment() == Some(segment.segment as usize));
        }
        assert_eq!((rule.named, rule.right), (named, right), "{}", segment.name);
        assert_close(rule.precision, f64::from(right) / f64::from(named));
        assert_close(rule.recall, f64::from(right) / f64::from(segment.customers));
        // Better than to name everyone.
        let f1 = |precision: f64, recall: f64| 2.0 * precision * recall / (precision + recall);
        assert!(f1(rule.precision, rule.recall) > f1(segment.share, 1.0));
    }
    assert!(rules > 0);
}

#[test]
fn a_customer_file_as_counted_from_its_rows() {
    let file = "data/marketing_campaign/marketing_campaign.csv";
    let Some(path) = common::shared(file) else { return };
    let (header, rows) = records(&path, '\t');
    let place = |name: &str| header.iter().position(|column| column == name).unwrap();
    let listed = listed(&path, &["Education", "Marital_Status"]);
    let traits = traits(&FeatureSource::of_customers(&listed)).unwrap();
    let education = place("Education");
    let segmentation = segments(&rows, education);
    let division = Division::Attribute { name: "Education".into() };
    let report = profile(&traits, &segmentation, &division, None, None).report;
    assert_laws(&report);
    assert_rules(&report, &traits, &segmentation);
    assert_eq!((report.customers, report.value, report.unit), (2_240, None, None));

    let known = |key: &TraitKey| report.traits.iter().position(|one| one.key == *key);
    let of = |segment: &SegmentProfile, at: usize| -> Vec<String> {
        let own = rows.iter().filter(|row| row[education] == segment.name);
        own.map(|row| row[at].clone()).filter(|cell| !cell.is_empty()).collect()
    };
    let figures =
        |cells: &[String]| -> Vec<f64> { cells.iter().map(|cell| cell.parse().unwrap()).collect() };
    let cells = |at: usize| -> Vec<String> {
        rows.iter().map(|row| row[at].clone()).filter(|cell| !cell.is_empty()).collect()
    };
    let counted = |cells: &[String]| {
        let mut counts: BTreeMap<String, u64> = BTreeMap::new();
        cells.iter().for_each(|cell| *counts.entry(cell.clone()).or_default() += 1);
        counts
    };
    let named = |key: &TraitKey, name: &str| matches!(key, TraitKey::Attribute { name: own, .. } if own == name);
    assert!(!report.traits.iter().any(|one| named(&one.key, "Education")), "the division itself");
    let status = report.traits.iter().position(|one| named(&one.key, "Marital_Status")).unwrap();
    let TraitSpread::Categories { values, .. } = &report.traits[status].spread else {
        panic!("categories")
    };
    for segment in &report.segments {
        for name in ["Income", "MntWines", "Kidhome", "NumWebPurchases"] {
            let (at, place) = (known(&column(name)).unwrap(), place(name));
            let (own, all) = (figures(&of(segment, place)), figures(&cells(place)));
            assert_figure(&segment.traits[at], &own, &all);
        }
        let at = place("Marital_Status");
        let (own, all) = (counted(&of(segment, at)), counted(&cells(at)));
        assert_categories(&segment.traits[status], values, &own, &all);
    }
}

/// `min(hypergeom.cdf(x - 1), hypergeom.sf(x)) + hypergeom.pmf(x) / 2` through `norm.isf`, SciPy 1.17.1.
#[test]
fn a_v_test_of_thousands_is_as_in_scipy() {
    let v = category_v(1_204, 3_950, 5_210, 18_532).unwrap();
    assert!((v - 3.710_114_408_725_119).abs() < 1e-8, "{v}");
}
