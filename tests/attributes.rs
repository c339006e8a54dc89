//! Columns of repeated text: how they are read, stacked and joined.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use segmentlab::features::FeatureSource;
use segmentlab::issue::IssueCode;
use segmentlab::join::Ids;
use segmentlab::mapping::{Layout, Role, look};
use segmentlab::transactions::{Outcome, read_all, read_stacked};

/// Reads with these roles, in blocks of so many bytes.
fn read(file: &str, roles: &[Option<Role>], block: usize) -> Outcome {
    let head = look(file.as_bytes(), &[], file.len() as u64, None).unwrap();
    let mut params = head.params;
    params.roles = roles.to_vec();
    read_all(&[file.as_bytes()], &params, block, 2).unwrap()
}

/// The value of each customer, empty where missing.
fn values(source: &FeatureSource<'_>, name: &str) -> Vec<String> {
    let column = source.attribute(name).unwrap();
    let name = |&code: &u32| column.names.get(code as usize).cloned().unwrap_or_default();
    column.codes.iter().map(name).collect()
}

const TEXT: Option<Role> = Some(Role::Attribute);
const CUSTOMER: Option<Role> = Some(Role::Customer);

#[test]
fn the_first_row_of_a_customer_counts_and_the_others_are_told() {
    let file = "id,city\na,Rome\nb,Oslo\na,Bonn\nc,\nb,Oslo\n";
    for block in [8, 1 << 20] {
        let outcome = read(file, &[CUSTOMER, TEXT], block);
        let source = FeatureSource::of_customers(&outcome.transactions);
        assert_eq!(values(&source, "city"), ["Rome", "Oslo", ""]);
        let issues = &outcome.report.issues;
        let repeated = issues.iter().find(|one| one.code == IssueCode::RepeatedCustomer).unwrap();
        assert_eq!((repeated.count, repeated.examples[0].line), (2, 4));
    }
}

#[test]
fn columns_stand_as_in_the_first_file_whatever_the_order_of_the_next() {
    let layout = |file: &str, roles: &[Option<Role>]| {
        let head = look(file.as_bytes(), &[], file.len() as u64, None).unwrap();
        let names = head.columns.iter().map(|column| column.name.clone()).collect();
        let mut params = head.params;
        params.roles = roles.to_vec();
        Layout { params, names }
    };
    let first = "id,zone,area,Class\na,z1,north,c1\nb,z2,south,c2\n";
    let second = "class;area;id;zone\nc2;north;c;z3\n";
    let region = Some(Role::Region);
    let layouts = [
        layout(first, &[CUSTOMER, TEXT, region, TEXT]),
        layout(second, &[TEXT, region, CUSTOMER, TEXT]),
    ];
    let files = [(first.as_bytes(), &layouts[0]), (second.as_bytes(), &layouts[1])];
    let read = read_stacked(&files, 16, 2).unwrap().transactions;
    let names: Vec<&str> = read.attributes.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["area", "zone", "Class"], "the region first, then as in the file");
    let source = FeatureSource::of_customers(&read);
    assert_eq!(values(&source, "zone"), ["z1", "z2", "z3"]);
    assert_eq!(values(&source, "area"), ["north", "south", "north"]);
    assert_eq!(values(&source, "Class"), ["c1", "c2", "c2"]);
}

#[test]
fn a_joined_file_adds_its_text_and_leaves_what_is_known_already() {
    let listed = read("id,city\na,Rome\nb,Oslo\nc,Bonn\n", &[CUSTOMER, TEXT], 1 << 20);
    let roles = [CUSTOMER, TEXT, TEXT];
    let other = read("id,level,city\nb,gold,Kyiv\nc,,Kyiv\nx,iron,Kyiv\n", &roles, 1 << 20);
    let other = Ids::of(&other.transactions);
    let source = FeatureSource::of_customers(&listed.transactions).joined(&other);
    let names: Vec<String> = source.attributes().into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["city", "level"]);
    assert_eq!(values(&source, "city"), ["Rome", "Oslo", "Bonn"]);
    assert_eq!(values(&source, "level"), ["", "gold", ""]);
    let levels = source.attribute("level").unwrap().names;
    assert_eq!(levels, ["gold"], "nobody here is iron");
    assert!(source.attribute("nothing").is_none());
}

#[test]
fn text_of_visits_is_not_of_customers() {
    let roles = [CUSTOMER, Some(Role::Date), TEXT];
    let visits = read("id,date,result\na,2024-01-02,yes\na,2024-01-03,no\n", &roles, 1 << 20);
    assert_eq!(visits.transactions.attributes.len(), 1);
    assert!(Ids::of(&visits.transactions).attributes().is_empty());
}
