//! The boundary to JavaScript, from the side of JavaScript, in a worker of a real browser.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use js_sys::{Array, Object, Reflect};
use segmentlab::customers::CustomersParams;
use segmentlab::export::{CustomerQuery, ExportWords, SortKey};
use segmentlab::mapping::Layout;
use segmentlab::rfm::{RfmParams, RuleSet, Scoring};
use segmentlab::web::{Shard, Study};
use tsify::{Ts, Tsify};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

const FILE: &[u8] = b"order,date,customer,amount\n\
    1,2024-01-01,ann,10.5\n\
    1,2024-01-01,ann,4.5\n\
    2,2024-01-05,\"bob, jr\",20\n\
    3,2024-02-01,ann,30\n\
    4,2024-02-09,,7\n\
    5,2024-02-10,cleo,5\n\
    6,2024-02-11,\"bob, jr\",-2\n";

/// The property of a record, by its name in JavaScript.
fn get(record: &JsValue, name: &str) -> JsValue {
    let value = Reflect::get(record, &name.into()).unwrap();
    assert!(!value.is_undefined(), "no {name}");
    value
}

fn number(record: &JsValue, name: &str) -> f64 {
    get(record, name).as_f64().unwrap()
}

fn look(file: &[u8], bytes: f64) -> JsValue {
    Study::new()
        .look(file, Vec::new(), bytes, bytes, None, false)
        .map_err(JsValue::from)
        .unwrap()
        .js_value()
}

/// The layout that a head tells of, made as the page makes it.
fn layout(file: &[u8]) -> Ts<Layout> {
    let head = look(file, file.len() as f64);
    let names = Array::from(&get(&head, "columns")).map(&mut |column, _, _| get(&column, "name"));
    let layout = Object::new();
    Reflect::set(&layout, &"params".into(), &get(&head, "params")).unwrap();
    Reflect::set(&layout, &"names".into(), &names).unwrap();
    Ts::new_unchecked(layout.into())
}

fn begin(study: &mut Study, layout: Ts<Layout>, other: Option<u32>) -> Result<(), JsValue> {
    study.begin(vec![layout], vec![0], 0.0, 0.0, other).map_err(JsValue::from)
}

/// Reads `FILE` as two blocks that meet in the middle of a record, the second parsed first.
fn read() -> (Study, JsValue) {
    let mut study = Study::new();
    begin(&mut study, layout(FILE), None).unwrap();
    let mut shard = Shard::new(layout(FILE)).map_err(JsValue::from).unwrap();

    let cut = FILE.len() / 2;
    let (before, size) = (cut - 2, FILE.len() as f64);
    let second = shard
        .parse(1, &FILE[before..], before as f64, cut as f64, false, size, true)
        .map_err(JsValue::from)
        .unwrap();
    let short = shard
        .parse(0, &FILE[..cut], 0.0, 0.0, true, cut as f64, false)
        .map_err(JsValue::from)
        .unwrap();
    assert!(short.is_none(), "the record across the cut does not end in the bytes given");
    let first =
        shard.parse(0, FILE, 0.0, 0.0, true, cut as f64, true).map_err(JsValue::from).unwrap();
    for part in [first, second] {
        assert_eq!(study.add(part.unwrap()).map_err(JsValue::from).unwrap(), None);
    }
    assert_eq!((study.rows_read(), study.rows_set_aside()), (7.0, 1.0));
    study.end_file();
    let message = study.finish().map_err(JsValue::from).unwrap();
    (study, message.js_value())
}

#[wasm_bindgen_test]
fn two_blocks_read_as_one_file() {
    let (_, message) = read();
    let report = get(&message, "report");
    assert_eq!(number(&report, "rows"), 7.0);
    assert_eq!(number(&report, "kept"), 6.0);
    assert_eq!(number(&report, "customers"), 3.0);

    // Row 5 names no customer: it stands on line 6.
    let issues = Array::from(&get(&report, "issues"));
    assert_eq!(issues.length(), 1);
    assert_eq!(get(&issues.get(0), "code"), "no_customer");
    let examples = Array::from(&get(&issues.get(0), "examples"));
    assert_eq!(number(&examples.get(0), "line"), 6.0);
}

#[wasm_bindgen_test]
fn transactions_fold_to_customers() {
    let (mut study, _) = read();
    let params = CustomersParams::default().into_ts().unwrap();
    let overview = study.fold(params).map_err(JsValue::from).unwrap().js_value();
    assert_eq!(number(&overview, "customers"), 3.0);
    // 1, 2, 3 and 5; 6 is a refund, 4 has no customer.
    assert_eq!(number(&overview, "orders"), 4.0);
    // 10.5 + 4.5 + 20 + 30 + 5, less 2.
    assert_eq!(number(&overview, "revenue"), 68.0);
    // The day after the last row, 2024-02-12, is 19,765 days after 1970-01-01.
    assert_eq!(number(&overview, "asOf"), 19_765.0);
}

#[wasm_bindgen_test]
fn customers_are_scored_found_and_exported() {
    let (mut study, _) = read();
    study.fold(CustomersParams::default().into_ts().unwrap()).map_err(JsValue::from).unwrap();
    let params =
        RfmParams { scoring: Scoring::Median, rules: RuleSet::Eight, ..RfmParams::default() };
    let report = study.score(params.into_ts().unwrap()).map_err(JsValue::from).unwrap().js_value();
    let segments = Array::from(&get(&report, "segments"));

    // As of 2024-02-12, R F M: ann 11 2 45, bob 38 1 18, cleo 2 1 5; medians 11 1 18.
    // A value scores 2 above the median, for R at or below it.
    let query = CustomerQuery { sort: SortKey::Monetary, descending: true, ..Default::default() };
    let found = study.find(query.clone().into_ts().unwrap()).map_err(JsValue::from).unwrap();
    let rows = study.rows(&found).map_err(JsValue::from).unwrap();
    let seen: Vec<(String, f64, String)> = rows
        .iter()
        .map(|row| {
            let row = row.js_value();
            let segment = segments.get(number(&row, "segment") as u32);
            let name = |record: &JsValue, field| get(record, field).as_string().unwrap();
            (name(&row, "id"), number(&row, "recency"), name(&segment, "name"))
        })
        .collect();
    let row = |id: &str, recency, segment: &str| (id.to_owned(), recency, segment.to_owned());
    assert_eq!(
        seen,
        [
            row("ann", 11.0, "key_valued"),
            row("bob, jr", 38.0, "ordinary_to_win_back"),
            row("cleo", 2.0, "ordinary_to_develop"),
        ]
    );

    let words = ExportWords {
        columns: std::array::from_fn(|column| format!("column {column}")),
        attributes: Vec::new(),
        segments: Vec::new(),
        tiers: ["high".into(), "middle".into(), "low".into()],
    };
    let csv = study.customers_csv(words.into_ts().unwrap(), query.into_ts().unwrap());
    let csv = String::from_utf8(csv.map_err(JsValue::from).unwrap()).unwrap();
    let lines: Vec<&str> = csv.trim_end().lines().collect();
    assert!(lines[0].starts_with("\u{feff}column 0,"), "{csv}");
    assert!(lines[2].starts_with("\"bob, jr\",38,1,18"), "{csv}");
    assert_eq!(lines.len(), 4);
}

#[wasm_bindgen_test]
fn customers_of_another_table_are_matched_and_what_was_read_stays() {
    let (mut study, _) = read();
    let other = b"customer,region\nann,north\nzoe,south\nzed,south\n";
    let thrown = JsValue::from(study.join(7).unwrap_err());
    assert_eq!(get(&thrown, "code"), "not_ready");
    begin(&mut study, layout(other), Some(7)).unwrap();
    let mut shard = Shard::new(layout(other)).map_err(JsValue::from).unwrap();
    let size = other.len() as f64;
    let part = shard.parse(0, other, 0.0, 0.0, true, size, true).map_err(JsValue::from).unwrap();
    assert_eq!(study.add(part.unwrap()).map_err(JsValue::from).unwrap(), None);
    study.end_file();
    study.finish().map_err(JsValue::from).unwrap();
    let report = study.join(7).map_err(JsValue::from).unwrap().js_value();
    assert_eq!(number(&get(&report, "matched"), "customers"), 1.0);
    assert_eq!(number(&get(&report, "onlyTransactions"), "customers"), 2.0);
    assert_eq!(number(&get(&report, "onlyOther"), "customers"), 2.0);
    assert!(study.fold(CustomersParams::default().into_ts().unwrap()).is_ok());
}

#[wasm_bindgen_test]
fn errors_arrive_as_objects_with_a_code() {
    let thrown =
        JsValue::from(Study::new().look(b"", Vec::new(), 0.0, 0.0, None, false).unwrap_err());
    assert_eq!(get(&thrown, "code"), "empty_file");

    let mut study = Study::new();
    let params = CustomersParams::default().into_ts().unwrap();
    let thrown = JsValue::from(study.fold(params).unwrap_err());
    assert_eq!(get(&thrown, "code"), "not_ready");
    assert_eq!(get(&thrown, "step"), "read");
}

#[wasm_bindgen_test]
fn a_file_that_cannot_fit_is_refused_before_it_is_read() {
    let mut study = Study::new();
    let needs = number(&look(FILE, 1e12), "estimatedMemory");
    let thrown = study.begin(vec![layout(FILE)], vec![0], 1e12, needs, None).unwrap_err();
    let thrown = JsValue::from(thrown);
    assert_eq!(get(&thrown, "code"), "too_large");
    assert_eq!(number(&thrown, "bytes"), 1e12);
    assert!(number(&thrown, "needs") > number(&thrown, "limit"));
}

#[wasm_bindgen_test]
fn a_role_given_twice_is_refused_with_its_columns() {
    let mut study = Study::new();
    let layout = layout(FILE);
    let roles: Array = get(&get(&layout.js_value(), "params"), "roles").dyn_into().unwrap();
    roles.set(0, "customer".into());
    roles.set(2, "customer".into());
    let thrown = begin(&mut study, layout, None).unwrap_err();
    assert_eq!(get(&thrown, "code"), "bad_mapping");
    assert_eq!(get(&thrown, "role"), "customer");
    let columns: Vec<_> =
        Array::from(&get(&thrown, "columns")).iter().map(|column| column.as_f64()).collect();
    assert_eq!(columns, [Some(0.0), Some(2.0)]);
}

#[wasm_bindgen_test]
fn a_record_of_another_shape_is_a_fault_that_says_so() {
    let mut study = Study::new();
    let layout: Ts<Layout> = Ts::new_unchecked("no layout".into());
    let thrown = begin(&mut study, layout, None).unwrap_err();
    assert_eq!(get(&thrown, "code"), "engine_crashed");
}
