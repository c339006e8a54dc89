//! Files taken apart by plain code, and figures counted from their rows.
#![allow(dead_code, reason = "each test needs its part")]

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use segmentlab::mapping::{Role, look};
use segmentlab::transactions::{Transactions, read_all};

/// A file of orders and which of its columns is what.
pub struct Orders {
    pub path: PathBuf,
    pub customer: usize,
    pub order: usize,
    pub date: usize,
    /// Year, month and day as places among the numbers of a date.
    pub form: [usize; 3],
    /// One column, or two to be multiplied.
    pub amount: &'static [usize],
    pub roles: &'static [(Role, usize)],
}

/// The four files of orders, as far as they are there.
pub fn files() -> Vec<Orders> {
    let mut found = Vec::new();
    // Made by the commands that build and test.
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/public/samples/fmcg-orders.csv");
    found.extend(sample.exists().then_some(sample).map(|path| Orders {
        path,
        customer: 2,
        order: 0,
        date: 1,
        form: [0, 1, 2],
        amount: &[9],
        roles: &[(Role::Region, 3), (Role::Channel, 5), (Role::Category, 6)],
    }));
    let shared = super::common::shared;
    found.extend(shared("data/online_retail/online-retail.csv.gz").map(|path| Orders {
        path,
        customer: 6,
        order: 0,
        date: 4,
        form: [0, 1, 2],
        amount: &[3, 5],
        roles: &[(Role::Region, 7)],
    }));
    found.extend(shared("data/superstore/Sample - Superstore.csv").map(|path| Orders {
        path,
        customer: 5,
        order: 1,
        date: 2,
        form: [2, 0, 1],
        amount: &[17],
        roles: &[(Role::Category, 14)],
    }));
    let chinese = "data/tableau_cn_superstore/derived/超市订单.utf8bom.年月日.csv";
    found.extend(shared(chinese).map(|path| Orders {
        path,
        customer: 5,
        order: 1,
        date: 2,
        form: [0, 1, 2],
        amount: &[16],
        roles: &[(Role::Category, 13)],
    }));
    found
}

pub fn bytes(path: &Path) -> Vec<u8> {
    let bytes = fs::read(path).unwrap();
    if path.extension().is_none_or(|extension| extension != "gz") {
        return bytes;
    }
    let mut unpacked = Vec::new();
    flate2::read::MultiGzDecoder::new(&bytes[..]).read_to_end(&mut unpacked).unwrap();
    unpacked
}

/// The file read as the page does.
pub fn read(path: &Path) -> Transactions {
    let bytes = bytes(path);
    let first = &bytes[..bytes.len().min(segmentlab::file::HEAD_BYTES)];
    let head = look(first, &[], bytes.len() as u64, None).unwrap();
    read_all(&[&bytes], &head.params, 8 << 20, 2).unwrap().transactions
}

/// A customer file with these columns as attributes and the other roles as they are guessed.
pub fn listed(path: &Path, attributes: &[&str]) -> Transactions {
    let bytes = bytes(path);
    let mut params = look(&bytes, &[], bytes.len() as u64, None).unwrap().params;
    let (header, _) = records(path, '\t');
    for (name, role) in header.iter().zip(&mut params.roles) {
        if attributes.contains(&name.as_str()) {
            *role = Some(Role::Attribute);
        }
    }
    read_all(&[&bytes], &params, 1 << 20, 1).unwrap().transactions
}

/// Records under the header; quotes keep delimiters in.
pub fn records(path: &Path, delimiter: char) -> (Vec<String>, Vec<Vec<String>>) {
    let text = String::from_utf8_lossy(&bytes(path)).into_owned();
    let (mut records, mut record, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut quoted = false;
    for c in text.trim_start_matches('\u{feff}').chars() {
        match c {
            '"' => quoted = !quoted,
            _ if quoted => cell.push(c),
            '\r' => {}
            '\n' => {
                record.push(std::mem::take(&mut cell));
                records.push(std::mem::take(&mut record));
            }
            _ if c == delimiter => record.push(std::mem::take(&mut cell)),
            _ => cell.push(c),
        }
    }
    if !record.is_empty() {
        record.push(cell);
        records.push(record);
    }
    let header = records.remove(0);
    (header, records)
}

/// One customer as counted by hand.
#[derive(Default)]
pub struct Buyer {
    /// First day of each purchase order, ascending.
    pub days: Vec<i64>,
    pub first: i64,
    pub last: i64,
    pub net: f64,
    /// Purchase rows by role and value.
    pub rows: BTreeMap<(usize, String), u64>,
}

impl Buyer {
    pub fn gaps(&self) -> Vec<i64> {
        let days = self.days.windows(2);
        days.map(|pair| pair[1] - pair[0]).filter(|&gap| gap > 0).collect()
    }
}

/// Everyone with a purchase, by id, and the as-of date.
pub fn buyers(orders: &Orders) -> (BTreeMap<String, Buyer>, i64) {
    let (_, rows) = records(&orders.path, ',');
    let mut found: BTreeMap<String, Buyer> = BTreeMap::new();
    let mut of_orders: HashMap<(String, String), i64> = HashMap::new();
    let mut refunds: HashMap<String, f64> = HashMap::new();
    let mut last = i64::MIN;
    for row in rows {
        let numbers: Vec<i64> = row[orders.date]
            .split(|c: char| !c.is_ascii_digit())
            .filter(|part| !part.is_empty())
            .map(|part| part.parse().unwrap())
            .collect();
        let [year, month, day] = orders.form.map(|at| numbers[at]);
        let day = days_from_civil(year, month, day);
        last = last.max(day);
        let id = row[orders.customer].trim().trim_end_matches(".0").to_owned();
        if id.is_empty() {
            continue;
        }
        let amount: f64 = orders.amount.iter().map(|&at| row[at].parse::<f64>().unwrap()).product();
        if amount < 0.0 || row[orders.amount[0]].starts_with('-') {
            *refunds.entry(id).or_default() += amount.abs();
            continue;
        }
        let order = of_orders.entry((id.clone(), row[orders.order].clone())).or_insert(day);
        *order = day.min(*order);
        let buyer = found.entry(id).or_insert(Buyer { first: day, last: day, ..Buyer::default() });
        buyer.first = buyer.first.min(day);
        buyer.last = buyer.last.max(day);
        buyer.net += amount;
        for (at, (_, column)) in orders.roles.iter().enumerate() {
            if !row[*column].is_empty() {
                *buyer.rows.entry((at, row[*column].clone())).or_default() += 1;
            }
        }
    }
    for ((id, _), day) in of_orders {
        found.get_mut(&id).unwrap().days.push(day);
    }
    for (id, buyer) in &mut found {
        buyer.days.sort_unstable();
        buyer.net -= refunds.get(id).copied().unwrap_or_default();
    }
    (found, last + 1)
}

/// Days since 1970-01-01, counted year by year.
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let is_leap = |year: i64| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let years: i64 = (1970..year).map(|year| 365 + i64::from(is_leap(year))).sum();
    let lengths = [31, 28 + i64::from(is_leap(year)), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    years + lengths[..(month - 1) as usize].iter().sum::<i64>() + day - 1
}

/// The month of a day, by walking there.
pub fn month_of(day: i64) -> usize {
    let mut year = 1970;
    while days_from_civil(year + 1, 1, 1) <= day {
        year += 1;
    }
    (1..=12).rev().find(|&month| days_from_civil(year, month, 1) <= day).unwrap() as usize
}

pub fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// Population.
pub fn deviation(values: &[f64]) -> f64 {
    let mean = mean(values);
    mean_of(values, |value| (value - mean) * (value - mean)).sqrt()
}

fn mean_of(values: &[f64], of: impl Fn(f64) -> f64) -> f64 {
    values.iter().map(|&value| of(value)).sum::<f64>() / values.len() as f64
}

/// Type 7.
pub fn quantile(values: &[f64], part: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let h = (sorted.len() - 1) as f64 * part;
    let (low, high) = (h.floor() as usize, h.ceil() as usize);
    sorted[low] + (sorted[high] - sorted[low]) * (h - h.floor())
}

/// The one-sided mid-p of finding `x` of `k` with what `l` of `n` have: of the smaller tail, summed term by term.
pub fn mid_p(x: u64, k: u64, l: u64, n: u64) -> f64 {
    let mut logs = vec![0.0_f64];
    for i in 1..=n {
        logs.push(logs[i as usize - 1] + (i as f64).ln());
    }
    let choose = |n: u64, k: u64| logs[n as usize] - logs[k as usize] - logs[(n - k) as usize];
    let p = |x: u64| (choose(l, x) + choose(n - l, k - x) - choose(n, k)).exp();
    let below: f64 = ((k + l).saturating_sub(n)..x).map(p).sum();
    let above: f64 = (x + 1..=k.min(l)).map(p).sum();
    below.min(above) + p(x) / 2.0
}

#[track_caller]
pub fn assert_close(found: f64, expected: f64) {
    let scale = expected.abs().max(1e-6);
    assert!((found - expected).abs() <= 1e-7 * scale, "{found} is not {expected}");
}
