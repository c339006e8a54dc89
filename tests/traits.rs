//! What is known of customers, against a plain recount of public files.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use std::collections::BTreeMap;
use std::fs;

use segmentlab::customers::{CustomersParams, fold};
use segmentlab::features::{FeatureKey, FeatureSource};
use segmentlab::mapping::Role;
use segmentlab::profile::{Trait, TraitGroup, TraitKey, TraitValues, traits};
use segmentlab::segments::{Label, Segmentation};
use segmentlab::transactions::Transactions;

/// The cells of a line; quoted ones may hold the delimiter.
fn cells(line: &str, delimiter: char) -> Vec<String> {
    let (mut found, mut quoted) = (vec![String::new()], false);
    for letter in line.trim_end_matches('\r').chars() {
        match letter {
            '"' => quoted = !quoted,
            _ if letter == delimiter && !quoted => found.push(String::new()),
            _ => found.last_mut().unwrap().push(letter),
        }
    }
    found
}

/// Rows of a file by the names of its columns.
fn rows(path: &str, delimiter: char) -> Option<Vec<BTreeMap<String, String>>> {
    let bytes = fs::read(common::shared(path)?).unwrap();
    let text = match std::str::from_utf8(&bytes) {
        Ok(text) => text.to_owned(),
        Err(_) if path.contains("gb18030") => encoding_rs::GB18030.decode(&bytes).0.into_owned(),
        Err(_) => encoding_rs::WINDOWS_1252.decode(&bytes).0.into_owned(),
    };
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    let names = cells(lines.next().unwrap(), delimiter);
    Some(lines.map(|line| names.iter().cloned().zip(cells(line, delimiter)).collect()).collect())
}

/// Rows per value of a column.
fn counts(rows: &[BTreeMap<String, String>], column: &str) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for row in rows {
        *counts.entry(row[column].clone()).or_default() += 1;
    }
    counts
}

/// The value with the highest count; none where several have it.
fn most<K: Clone>(counts: &BTreeMap<K, usize>) -> Option<K> {
    let highest = *counts.values().max().unwrap();
    let mut found = counts.iter().filter(|(_, count)| **count == highest);
    let (value, _) = found.next().unwrap();
    found.next().is_none().then(|| value.clone())
}

fn attribute<'t>(found: &'t [Trait], wanted: &str) -> &'t Trait {
    let is_wanted =
        |key: &TraitKey| matches!(key, TraitKey::Attribute { name, .. } if name == wanted);
    found.iter().find(|one| is_wanted(&one.key)).unwrap_or_else(|| panic!("no {wanted}"))
}

/// The category of each customer; none where there is none.
fn categories(of: &Trait) -> Vec<Option<&str>> {
    let TraitValues::Categories { codes, names } = &of.values else { panic!("{:?}", of.key) };
    codes.iter().map(|&code| names.get(code as usize).map(String::as_str)).collect()
}

fn attributes_of(read: &Transactions) -> Vec<(&str, Role)> {
    read.attributes.iter().map(|one| (one.name.as_str(), one.role)).collect()
}

#[test]
fn marketing_campaign() {
    let path = "data/marketing_campaign/marketing_campaign.csv";
    let Some(rows) = rows(path, '\t') else { return };
    let listed = common::transactions(path).unwrap();
    let repeated = [("Education", Role::Attribute), ("Marital_Status", Role::Attribute)];
    assert_eq!(attributes_of(&listed), repeated);

    let source = FeatureSource::of_customers(&listed);
    let found = traits(&source).unwrap();
    for (name, _) in repeated {
        let of = attribute(&found, name);
        assert_eq!(of.group, TraitGroup::Demographics);
        let values: Vec<Option<&str>> = rows.iter().map(|row| Some(row[name].as_str())).collect();
        assert_eq!(categories(of), values);

        let segments = Segmentation::of_column(&source.attribute(name).unwrap());
        let recounted = counts(&rows, name);
        assert_eq!(segments.names.len(), recounted.len());
        let mut before = usize::MAX;
        for (segment, value) in (0..).zip(&segments.names) {
            let label = Label::Segment(segment);
            let customers = segments.labels.iter().filter(|&&of| of == label).count();
            assert_eq!(customers, recounted[value], "{value}");
            assert!(customers <= before, "the most frequent first");
            before = customers;
        }
    }
    let of_group = |group: TraitGroup| -> Vec<&str> {
        let figures = found.iter().filter(|one| one.group == group);
        let names = figures.filter_map(|one| match &one.key {
            TraitKey::Figure { feature: FeatureKey::Column { name } } => Some(name.as_str()),
            _ => None,
        });
        names.collect()
    };
    let demographics = ["Year_Birth", "Income", "Kidhome", "Teenhome"];
    assert_eq!(of_group(TraitGroup::Demographics), demographics);
    assert_eq!(of_group(TraitGroup::Behaviour).len(), 12, "Recency, six Mnt.., five Num..");
    let attitudes = of_group(TraitGroup::Attitudes);
    assert_eq!(attitudes.len(), 7, "five AcceptedCmp, Complain, Response");
    assert!(of_group(TraitGroup::Other).is_empty());
}

/// Year, month and day of `6/12/2016`, month first, or of `2017/4/27`.
fn date(text: &str) -> (u32, u32, u32) {
    let parts: Vec<u32> = text.split('/').map(|part| part.parse().unwrap()).collect();
    if parts[0] > 31 { (parts[0], parts[1], parts[2]) } else { (parts[2], parts[0], parts[1]) }
}

/// Sakamoto's weekday, from 1 for Monday.
fn weekday((year, month, day): (u32, u32, u32)) -> u32 {
    let year = if month < 3 { year - 1 } else { year };
    let shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month as usize - 1];
    let from_sunday = (year + year / 4 - year / 100 + year / 400 + shift + day) % 7;
    if from_sunday == 0 { 7 } else { from_sunday }
}

/// Every customer's favourite values, weekday and month against a recount.
fn recount_orders(path: &str, customer: &str, order: &str, day: &str, columns: &[&str]) {
    let Some(rows) = rows(path, ',') else { return };
    let orders = common::transactions(path).unwrap();
    let customers = fold(&orders, &CustomersParams::default()).unwrap();
    let source = FeatureSource::new(&orders, &customers);
    let found = traits(&source).unwrap();
    let mut of_customer: BTreeMap<&str, Vec<&BTreeMap<String, String>>> = BTreeMap::new();
    for row in &rows {
        of_customer.entry(&row[customer]).or_default().push(row);
    }
    // Both are in the order of the ids' bytes.
    let ids: Vec<_> =
        (0..source.len()).map(|at| String::from_utf8(source.id(at).to_vec()).unwrap()).collect();
    assert!(ids.iter().eq(of_customer.keys()));

    for column in columns {
        let expected = of_customer.values().map(|rows| {
            let rows: Vec<_> = rows.iter().map(|&row| row.clone()).collect();
            most(&counts(&rows, column))
        });
        let expected: Vec<Option<String>> = expected.collect();
        let expected: Vec<Option<&str>> = expected.iter().map(Option::as_deref).collect();
        assert_eq!(categories(attribute(&found, column)), expected, "{column}");
    }
    let days = of_customer.values().map(|rows| {
        // Six orders of the Chinese file have two dates; the first one counts.
        let mut orders = BTreeMap::new();
        for row in rows {
            let date = date(&row[day]);
            let first = orders.entry(&row[order]).or_insert(date);
            *first = date.min(*first);
        }
        let (mut weekdays, mut months) = (BTreeMap::new(), BTreeMap::new());
        for date in orders.into_values() {
            *weekdays.entry(weekday(date)).or_default() += 1;
            *months.entry(date.1).or_default() += 1;
        }
        (most(&weekdays), most(&months))
    });
    let (weekdays, months): (Vec<Option<u32>>, Vec<Option<u32>>) = days.unzip();
    let numbers = |of: &Trait| -> Vec<Option<u32>> {
        categories(of).into_iter().map(|part| part.map(|part| part.parse().unwrap())).collect()
    };
    let find = |key: &TraitKey| found.iter().find(|one| one.key == *key).unwrap();
    assert_eq!(numbers(find(&TraitKey::Weekday)), weekdays);
    assert_eq!(numbers(find(&TraitKey::Month)), months);
}

#[test]
fn superstore() {
    let path = "data/superstore/Sample - Superstore.csv";
    let columns = ["Category", "Region", "Ship Mode", "Segment", "City", "State", "Sub-Category"];
    recount_orders(path, "Customer ID", "Order ID", "Order Date", &columns);
    let Some(orders) = common::transactions(path) else { return };
    let names: Vec<&str> = orders.attributes.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, columns, "neither names of customers nor of products");
}

#[test]
fn superstore_in_chinese() {
    let path = "data/tableau_cn_superstore/derived/超市订单.gb18030.csv";
    let columns = ["类别", "地区", "邮寄方式", "细分", "城市", "省/自治区", "子类别"];
    recount_orders(path, "客户 ID", "订单 ID", "订单日期", &columns);
    let Some(orders) = common::transactions(path) else { return };
    let names: Vec<&str> = orders.attributes.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, columns);
}

#[test]
fn species_of_iris() {
    let Some(listed) = common::transactions("data/clustering/iris.csv") else { return };
    assert_eq!(attributes_of(&listed), [("label", Role::Attribute)]);
    let source = FeatureSource::of_customers(&listed);
    let segments = Segmentation::of_column(&source.attribute("label").unwrap());
    assert_eq!(segments.names, ["1", "2", "3"]);
    for segment in 0..3 {
        let rows = usize::from(segment) * 50..usize::from(segment) * 50 + 50;
        assert!(segments.labels[rows].iter().all(|&label| label == Label::Segment(segment)));
    }
}

#[test]
fn customers_of_a_mall_in_chinese() {
    let path = "data/cn_translated/商场客户.csv";
    let Some(rows) = rows(path, ',') else { return };
    let listed = common::transactions(path).unwrap();
    assert_eq!(attributes_of(&listed), [("性别", Role::Attribute)]);
    let found = traits(&FeatureSource::of_customers(&listed)).unwrap();
    let gender = attribute(&found, "性别");
    assert_eq!(gender.group, TraitGroup::Demographics);
    let expected: Vec<Option<&str>> = rows.iter().map(|row| Some(row["性别"].as_str())).collect();
    assert_eq!(categories(gender), expected);
}
