//! Numeric columns of customer files: which are taken for figures, how they are read, joined and brought to measure.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use segmentlab::customers::{CustomersParams, fold};
use segmentlab::features::{FeatureKey, FeatureSource, FeaturesParams, Transform, prepare};
use segmentlab::issue::IssueCode;
use segmentlab::join::Ids;
use segmentlab::mapping::{Duplicates, FileKind, ImportParams, Layout, Role, look};
use segmentlab::transactions::{Outcome, Transactions, read_all, read_stacked};

fn read(file: &str) -> Outcome {
    let head = look(file.as_bytes(), &[], file.len() as u64, None).unwrap();
    assert_eq!(head.kind, FileKind::Customers, "{file}");
    read_all(&[file.as_bytes()], &head.params, 1 << 20, 1).unwrap()
}

fn column(source: &FeatureSource<'_>, name: &str) -> Vec<f64> {
    source.column(&FeatureKey::Column { name: name.into() }).unwrap()
}

/// Equal, or missing in both.
fn same(found: &[f64], expected: &[f64]) {
    let bits =
        |values: &[f64]| -> Vec<u64> { values.iter().map(|value| value.to_bits()).collect() };
    assert_eq!(bits(found), bits(expected), "{found:?}");
}

fn issue(outcome: &Outcome, code: IssueCode) -> (u64, Vec<(u64, Option<String>, String)>) {
    let issue = outcome.report.issues.iter().find(|issue| issue.code == code).unwrap();
    assert!(!issue.set_aside);
    let examples = issue.examples.iter().cloned();
    (issue.count, examples.map(|one| (one.line, one.column, one.value)).collect())
}

/// Suggested features of a file of the shared data: names, and those whose logarithm is taken.
fn suggested(path: &str) -> Option<(Transactions, Vec<String>, Vec<String>)> {
    let listed = common::transactions(path)?;
    let params = FeaturesParams::suggest(&FeatureSource::of_customers(&listed).catalog());
    let (mut names, mut skewed) = (Vec::new(), Vec::new());
    for one in params.features {
        let FeatureKey::Column { name } = one.key else { panic!("{:?}", one.key) };
        if one.transform == Transform::Log1p {
            skewed.push(name.clone());
        }
        names.push(name);
    }
    Some((listed, names, skewed))
}

#[test]
fn mall_customers() {
    let Some((listed, names, skewed)) = suggested("data/mall_customers/Mall_Customers.csv") else {
        return;
    };
    assert_eq!(names, ["Age", "Annual Income (k$)", "Spending Score (1-100)"]);
    assert!(skewed.is_empty());
    let source = FeatureSource::of_customers(&listed);
    assert_eq!((source.len(), &*source.id(0)), (200, &b"0001"[..]));
    let params = FeaturesParams::suggest(&source.catalog());
    let raw: Vec<Vec<f64>> =
        params.features[1..].iter().map(|one| source.column(&one.key).unwrap()).collect();
    // `reference/clusters.json`, `mall_income_spending_raw`: the sum of squares about the means.
    let total: f64 = raw.iter().map(|values| squares(values)).sum();
    assert!((total - 269_981.28).abs() < 1e-6, "{total}");
}

fn squares(values: &[f64]) -> f64 {
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    values.iter().map(|value| (value - mean) * (value - mean)).sum()
}

#[test]
fn wholesale_customers() {
    let path = "data/wholesale_customers/Wholesale customers data.csv";
    let Some((listed, names, skewed)) = suggested(path) else { return };
    let figures = ["Fresh", "Milk", "Grocery", "Frozen", "Detergents_Paper", "Delicassen"];
    assert_eq!(names, figures, "channel and region are codes");
    assert_eq!(skewed, figures);
    let source = FeatureSource::of_customers(&listed);
    assert_eq!((source.len(), &*source.id(439)), (440, &b"440"[..]));
    let total: f64 = figures.iter().map(|name| squares(&column(&source, name))).sum();
    // `reference/clusters.json`, `wholesale_raw6`.
    assert!((total / 157_595_857_165.609_07 - 1.0).abs() < 1e-12, "{total}");
    let params = FeaturesParams::suggest(&source.catalog());
    let raw = params.features.iter().map(|one| source.column(&one.key).unwrap()).collect();
    let prepared = prepare(raw, &params).unwrap();
    let total: f64 = prepared.matrix.iter().map(|z| z * z).sum();
    assert!((total - 2640.0).abs() < 1e-9, "{total}");
}

#[test]
fn iris_and_wine() {
    for (path, columns, total) in [
        // `reference/clusters.json`, `iris_raw` and `wine_raw`.
        ("data/clustering/iris.csv", 4, 681.3706),
        ("data/clustering/wine.csv", 13, 17_592_296.383_508_474),
    ] {
        let Some(listed) = common::transactions(path) else { return };
        let names: Vec<String> = (1..=columns).map(|number| format!("x{number}")).collect();
        assert_eq!(listed.measures, names, "the class is no figure");
        let source = FeatureSource::of_customers(&listed);
        let found: f64 = names.iter().map(|name| squares(&column(&source, name))).sum();
        assert!((found / total - 1.0).abs() < 1e-12, "{found}");
    }
}

#[test]
fn marketing_campaign() {
    let path = "data/marketing_campaign/marketing_campaign.csv";
    let Some((listed, names, _)) = suggested(path) else { return };
    let constant = ["Z_CostContact", "Z_Revenue"];
    assert!(!listed.measures.iter().any(|name| constant.contains(&name.as_str())));
    assert!(!listed.measures.contains(&"ID".to_owned()));
    assert_eq!(names[..2], ["Year_Birth", "Income"]);
    let source = FeatureSource::of_customers(&listed);
    assert_eq!(source.len(), 2240);
    let catalog = source.catalog();
    assert_eq!(catalog.len(), 23, "29 columns without id, two texts, a date and two constants");
    let income = catalog.iter().find(|info| info.key == key("Income")).unwrap();
    assert_eq!((income.missing, income.max), (24, 666_666.0));
}

fn key(name: &str) -> FeatureKey {
    FeatureKey::Column { name: name.into() }
}

#[test]
fn headers_in_chinese() {
    let Some(listed) = common::transactions("data/cn_translated/商场客户.csv") else { return };
    assert_eq!(listed.measures, ["年龄", "年收入（万）", "消费指数"]);
}

#[test]
fn cells_that_are_no_numbers_are_missing_and_counted() {
    let file = "id,age,score\na,30,1\nb,old,n.v.\nc,,3\nd,\"41,5\",4\ne,12.5%,5\n";
    let mut params = look(file.as_bytes(), &[], file.len() as u64, None).unwrap().params;
    params.roles = vec![Some(Role::Customer), Some(Role::Measure), Some(Role::Measure)];
    let outcome = read_all(&[file.as_bytes()], &params, 1 << 20, 1).unwrap();
    let source = FeatureSource::of_customers(&outcome.transactions);
    same(&column(&source, "age"), &[30.0, f64::NAN, f64::NAN, f64::NAN, 0.125]);
    same(&column(&source, "score"), &[1.0, f64::NAN, 3.0, 4.0, 5.0]);
    assert_eq!(outcome.report.kept, 5, "no row is set aside for it");
    let (rows, examples) = issue(&outcome, IssueCode::BadMeasure);
    assert_eq!(rows, 2, "a row counts once, and an empty cell not at all");
    assert_eq!(examples[0], (3, Some("age".into()), "old".into()));
}

#[test]
fn the_columns_decide_how_decimals_are_written() {
    let outcome = read("id;height;weight\na;1,81;80,5\nb;1,655;1.080,5\n");
    let source = FeatureSource::of_customers(&outcome.transactions);
    same(&column(&source, "height"), &[1.81, 1.655]);
    same(&column(&source, "weight"), &[80.5, 1080.5]);
}

#[test]
fn the_first_row_of_a_customer_counts() {
    let file = "id,age\na,30\nb,31\na,99\nc,33\nb,31\n";
    let mut params = look(file.as_bytes(), &[], file.len() as u64, None).unwrap().params;
    assert_eq!(params.roles, [Some(Role::Customer), Some(Role::Measure)]);
    let read = |params: &ImportParams| read_all(&[file.as_bytes()], params, 8, 2).unwrap();
    let outcome = read(&params);
    let source = FeatureSource::of_customers(&outcome.transactions);
    same(&column(&source, "age"), &[30.0, 31.0, 33.0]);
    let told = |line: u64, id: &str| (line, None, id.to_owned());
    let (rows, examples) = issue(&outcome, IssueCode::RepeatedCustomer);
    assert_eq!((rows, examples), (2, vec![told(4, "a"), told(6, "b")]));

    params.duplicates = Duplicates::Drop;
    let outcome = read(&params);
    let (rows, examples) = issue(&outcome, IssueCode::RepeatedCustomer);
    assert_eq!((rows, examples), (1, vec![told(4, "a")]), "the last row was set aside");
    same(&column(&FeatureSource::of_customers(&outcome.transactions), "age"), &[30.0, 31.0, 33.0]);
}

#[test]
fn blocks_and_shards_leave_no_trace() {
    let rows = (0..300).map(|row| format!("k{},{}.5,{}\n", row % 250, row * 7 % 90, row % 13));
    let file = format!("id,age,score\n{}", rows.collect::<String>());
    let head = look(file.as_bytes(), &[], file.len() as u64, None).unwrap();
    let columns = |block, shards| {
        let read = read_all(&[file.as_bytes()], &head.params, block, shards).unwrap().transactions;
        let source = FeatureSource::of_customers(&read);
        (column(&source, "age"), column(&source, "score"))
    };
    let whole = columns(1 << 20, 1);
    assert_eq!(whole.0.len(), 250);
    for (block, shards) in [(7, 1), (64, 3), (1000, 2)] {
        assert_eq!(columns(block, shards), whole);
    }
}

#[test]
fn files_that_are_stacked_agree_by_the_names_of_columns() {
    let layout = |file: &str| {
        let head = look(file.as_bytes(), &[], file.len() as u64, None).unwrap();
        let names = head.columns.iter().map(|column| column.name.clone()).collect();
        Layout { params: head.params, names }
    };
    let first = "id,weight,age,height\na,80,30,1.8\nb,70,31,1.7\n";
    let second = "age;height;id;Weight\n32;1.6;c;60\n33;1.5;d;50\n";
    let layouts = [layout(first), layout(second)];
    let files = [(first.as_bytes(), &layouts[0]), (second.as_bytes(), &layouts[1])];
    let read = read_stacked(&files, 16, 2).unwrap().transactions;
    assert_eq!(read.measures, ["weight", "age", "height"]);
    let source = FeatureSource::of_customers(&read);
    same(&column(&source, "weight"), &[80.0, 70.0, 60.0, 50.0]);
    same(&column(&source, "age"), &[30.0, 31.0, 32.0, 33.0]);
    same(&column(&source, "height"), &[1.8, 1.7, 1.6, 1.5]);
}

#[test]
fn a_customer_file_is_joined_to_orders() {
    let orders =
        "customer,order,date,amount\n7.0,1,2024-01-02,5\nX,2,2024-01-04,6\n9,3,2024-02-01,7\n";
    let head = look(orders.as_bytes(), &[], orders.len() as u64, None).unwrap();
    let orders = read_all(&[orders.as_bytes()], &head.params, 1 << 20, 1).unwrap().transactions;
    let customers = fold(&orders, &CustomersParams::default()).unwrap();
    let file = Ids::of(&read("customer,age,shops\n9,41,2\n7,30,\n8,50,1\n9,99,9\n").transactions);
    let source = FeatureSource::new(&orders, &customers).joined(&file);
    let ids: Vec<Vec<u8>> = (0..3).map(|at| source.id(at).into_owned()).collect();
    assert_eq!(ids, [b"7".to_vec(), b"9".to_vec(), b"X".to_vec()]);
    same(&column(&source, "age"), &[30.0, 41.0, f64::NAN]);
    same(&column(&source, "shops"), &[f64::NAN, 2.0, f64::NAN]);
    assert_eq!(source.catalog().last().unwrap().key, key("shops"));
    assert!(source.column(&key("nothing")).is_err());
}

#[test]
fn columns_without_a_name_or_with_the_same_one_can_be_told_apart() {
    let outcome = read("id,age,,age\na,30,5,1\nb,31,6,2\n");
    assert_eq!(outcome.transactions.measures, ["age", "3", "age (2)"]);
}
