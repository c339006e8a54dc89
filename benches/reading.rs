//! Time per row of reading five million order lines from memory, by stage, on one thread.
//!
//! `cargo bench --bench reading [rows]`; the file is generated and the same every time. A fifth of the rows once
//! more with Chinese text, in UTF-8 and in GB18030: how many times as long does the other encoding take?
#![allow(missing_docs, clippy::print_stdout, clippy::unwrap_used)]

use std::fmt::Write;
use std::time::{Duration, Instant};

use segmentlab::file::{Delimiter, HEAD_BYTES, Record, Splitter, Step};
use segmentlab::mapping::{check, header_names, look};
use segmentlab::transactions::{Block, Parsed, Reader, Shard, Start};

const BLOCK: usize = 8 << 20;
const TAIL: usize = 64 << 10;

/// Orders of one to three lines by 300,000 customers over three years, in order of time.
fn orders(rows: usize) -> String {
    let mut text =
        String::from("order_id,customer_id,date,quantity,price,category,channel,region\n");
    let mut state = 88_172_645_463_325_252_u64;
    let mut random = |below: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state % below
    };
    let (mut order, mut row) = (0, 0);
    while row < rows {
        order += 1;
        let (customer, days) = (random(300_000), row * 1095 / rows);
        let (year, month, day) = (2022 + days / 365, days % 365 / 31 + 1, days % 28 + 1);
        let (channel, region) = (["web", "store", "app"][random(3) as usize], random(30));
        for _ in 0..=random(3) {
            let (quantity, cents, category) = (1 + random(5), 100 + random(20_000), random(12));
            let price = format!("{}.{:02}", cents / 100, cents % 100);
            writeln!(text, "O{order:07},C{customer:06},{year}-{month:02}-{day:02},{quantity},{price},cat{category:02},{channel},R{region:02}").unwrap();
            row += 1;
        }
    }
    text
}

/// Time this thread was running, where the system tells it; else time on the clock.
fn now(start: Instant) -> Duration {
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let running =
        stat.and_then(|stat| stat.split(' ').next()?.parse().ok()).map(Duration::from_nanos);
    running.unwrap_or_else(|| start.elapsed())
}

fn told(what: &str, rows: usize, bytes: usize, time: Duration) {
    let seconds = time.as_secs_f64();
    println!(
        "{what:10} {:7.1} ns/row {:6.3} s {:6.0} MB/s",
        seconds * 1e9 / rows as f64,
        seconds,
        bytes as f64 / seconds / 1e6
    );
}

fn main() {
    let rows = std::env::args().skip(1).find_map(|word| word.parse().ok()).unwrap_or(5_000_000);
    let text = orders(rows);
    let bytes = text.as_bytes();
    println!("{rows} rows, {} MB", bytes.len() / 1_000_000);
    for _ in 0..3 {
        measure(bytes, rows);
    }
    let rows = rows / 5;
    let chinese = chinese(&orders(rows));
    let gb18030 = encoding_rs::GB18030.encode(&chinese).0;
    for _ in 0..3 {
        println!("Chinese, UTF-8, {} MB", chinese.len() / 1_000_000);
        let utf8 = measure(chinese.as_bytes(), rows);
        println!("Chinese, GB18030, {} MB", gb18030.len() / 1_000_000);
        println!("{:.2} times as long", measure(&gb18030, rows).as_secs_f64() / utf8.as_secs_f64());
    }
}

/// The same orders with names and values as Chinese shops have them.
fn chinese(orders: &str) -> String {
    let (_, rows) = orders.split_once('\n').unwrap();
    let rows = rows
        .replace(",cat", ",休闲食品")
        .replace(",web", ",网上商城")
        .replace(",store", ",线下门店")
        .replace(",app", ",手机应用")
        .replace(",R", ",华东大区");
    format!("订单编号,客户编号,下单日期,数量,单价,品类,渠道,地区\n{rows}")
}

/// The time that parsing takes.
fn measure(bytes: &[u8], rows: usize) -> Duration {
    let clock = Instant::now();
    let start = now(clock);
    let mut splitter = Splitter::<false>::new(bytes, 0, Delimiter::Comma, true);
    let mut record = Record::new(8);
    let mut fields = 0;
    while splitter.step(&mut record) == Step::Record {
        fields += record.fields;
    }
    told("split", rows, bytes.len(), now(clock) - start);
    assert!(fields >= rows * 8);

    let first = &bytes[..bytes.len().min(HEAD_BYTES)];
    let params = look(first, &[], bytes.len() as u64, None).unwrap().params;
    let plan = check(&params, &header_names(first, &params)).unwrap();
    let mut shard = Shard::new(plan.clone());
    let mut reader = Reader::new(plan);
    let (mut parsing, mut merging) = (Duration::ZERO, Duration::ZERO);
    for (number, start) in (0..bytes.len()).step_by(BLOCK).enumerate() {
        let (offset, until) = (start.saturating_sub(2), bytes.len().min(start + BLOCK));
        let end = bytes.len().min(until + TAIL);
        let block = Block {
            number: number as u32,
            bytes: &bytes[offset..end],
            offset: offset as u64,
            until: until as u64,
            is_last: end == bytes.len(),
        };
        let begun = now(clock);
        let parsed = shard
            .parse(block, if start == 0 { Start::At(0) } else { Start::Speculative(start as u64) });
        parsing += now(clock) - begun;
        let Parsed::Part(part) = parsed else { panic!("records are short") };
        let begun = now(clock);
        reader.add(*part).unwrap();
        merging += now(clock) - begun;
    }
    let begun = now(clock);
    reader.end_file();
    let outcome = reader.finish().unwrap();
    merging += now(clock) - begun;
    told("parse", rows, bytes.len(), parsing);
    told("merge", rows, bytes.len(), merging);
    assert_eq!(outcome.report.set_aside, 0);
    println!(
        "{} customers, {} orders",
        outcome.report.customers,
        outcome.transactions.orders.len()
    );
    parsing
}
