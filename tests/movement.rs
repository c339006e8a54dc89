//! Who moved between two dates, on whole files: whatever divides the customers, everybody is accounted for.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use segmentlab::cluster::{ClusterModel, ClusterParams, Clusterer, Clusters, Sweep};
use segmentlab::customers::{Customers, CustomersParams, fold, order_days};
use segmentlab::features::{FeatureSource, FeaturesParams, prepare};
use segmentlab::lifecycle::{Gaps, LifecycleParams, Thresholds};
use segmentlab::movement::{Movement, Ruler, earlier_customers, movement};
use segmentlab::rfm::RfmParams;
use segmentlab::segments::{Label, Segmentation};
use segmentlab::table::day_of;
use segmentlab::transactions::Transactions;

fn superstore() -> Option<(Transactions, Customers)> {
    let transactions = common::transactions("data/superstore/Sample - Superstore.csv")?;
    let customers = fold(&transactions, &CustomersParams::default()).unwrap();
    Some((transactions, customers))
}

fn sizes(division: &Segmentation) -> Vec<u32> {
    let mut sizes = vec![0; division.names.len()];
    for label in &division.labels {
        if let Label::Segment(segment) = *label {
            sizes[usize::from(segment)] += 1;
        }
    }
    sizes
}

fn thresholds(transactions: &Transactions, customers: &Customers) -> Thresholds {
    let days = order_days(transactions, customers).unwrap();
    LifecycleParams::default().check(&Gaps::of(customers, &days)).unwrap()
}

fn clusters(transactions: &Transactions, customers: &Customers) -> ClusterModel {
    let source = FeatureSource::new(transactions, customers);
    let features = FeaturesParams::suggest(&source.catalog());
    let columns = features.features.iter().map(|one| source.column(&one.key).unwrap());
    let prepared = prepare(columns.collect(), &features).unwrap();
    let params = ClusterParams { features, k_max: 3, n_init: 3, ..ClusterParams::default() };
    let clusterer = Clusterer::new(prepared.matrix.view(), params.clone());
    let mut sweep = Sweep::new(prepared.matrix.view(), prepared.report.distinct, params).unwrap();
    while let Some(unit) = sweep.deal() {
        let result = clusterer.work(&unit);
        sweep.put(&unit, result);
    }
    let clusters = Clusters::of_sweep(&sweep, prepared.matrix.view(), 3).unwrap();
    clusters.model(&prepared, vec![String::new(); 3])
}

/// Rows are the segments as they were, columns and newcomers the segments as they are.
fn adds_up(ruler: Ruler<'_>, transactions: &Transactions, today: &Customers) -> Movement {
    let before = earlier_customers(transactions, today, day_of(2016, 6, 30).unwrap()).unwrap();
    let divide = |customers: &Customers| ruler.divide(transactions, customers, []).unwrap();
    let (then, now) = (divide(&before), divide(today));
    let found = movement((&before, &then), (today, &now));
    let moved = &found.moved;
    for (name, size) in then.names.iter().zip(sizes(&then)) {
        let rows = moved.rows.iter().zip(moved.counts.iter().zip(&moved.only_rows));
        let of_name = rows.filter(|(row, _)| *row == name);
        let sums = of_name.map(|(_, (row, only))| row.iter().sum::<u32>() + only);
        assert!(sums.clone().any(|sum| sum == size), "{ruler:?} {name}");
    }
    assert_eq!(moved.columns, now.names);
    for (at, size) in sizes(&now).into_iter().enumerate() {
        let column: u32 = moved.counts.iter().map(|row| row[at]).sum();
        assert_eq!(column + moved.only_columns[at] + found.newcomers[at], size, "{ruler:?} {at}");
    }
    let newcomers = found.newcomers.iter().sum::<u32>() + found.newcomers_unassigned;
    assert_eq!(newcomers as usize, today.len() - before.len());
    found
}

#[test]
fn whatever_divides_the_customers_everybody_is_accounted_for() {
    let Some((transactions, today)) = superstore() else { return };
    let params = RfmParams::default();
    let thresholds = thresholds(&transactions, &today);
    let model = clusters(&transactions, &today);
    for ruler in [
        Ruler::Rfm(&params),
        Ruler::Tiers(&params),
        Ruler::Lifecycle(&thresholds),
        Ruler::Clusters(&model),
        Ruler::Attribute("Region"),
    ] {
        let found = adds_up(ruler, &transactions, &today);
        assert!(found.moved.customers > 500, "{ruler:?}");
        let stayed: u32 = (0..found.moved.columns.len()).map(|at| found.moved.counts[at][at]).sum();
        assert!(0 < stayed && stayed < found.moved.customers, "{ruler:?}");
    }
}

#[test]
fn stages_on_both_dates_are_told_by_the_gaps_of_today() {
    let Some((transactions, today)) = superstore() else { return };
    let thresholds = thresholds(&transactions, &today);
    let earlier = day_of(2016, 6, 30).unwrap();
    let before = earlier_customers(&transactions, &today, earlier).unwrap();
    let then = Ruler::Lifecycle(&thresholds).divide(&transactions, &before, []).unwrap();
    let lost = before.last.iter().filter(|&&last| earlier - last > thresholds.loss as i32).count();
    assert_eq!(sizes(&then)[4] as usize, lost);
    let own = self::thresholds(&transactions, &before);
    assert_ne!(own.loss, thresholds.loss, "the file then had other gaps");
}

#[test]
fn a_column_that_is_not_there() {
    let Some((transactions, today)) = superstore() else { return };
    assert!(Ruler::Attribute("Shoe size").divide(&transactions, &today, []).is_err());
}
