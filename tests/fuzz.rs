//! A short, fixed run of the fuzz targets: seeds, and inputs made from them by cutting, copying and spoiling.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::Path;

#[path = "../fuzz/src/lib.rs"]
mod bodies;

/// Numbers as they come, the same each time.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit.max(1)
    }
}

/// Bytes that mean something to one reader or another.
const TOKENS: [&[u8]; 20] = [
    b"\"",
    b",",
    b"\n",
    b"\r\n",
    b";",
    b"\t",
    b"\0",
    b".",
    b"-",
    b"(",
    b")",
    b"1",
    b"/",
    b"<",
    b">",
    b"E+11",
    b"\xff",
    b"\xef\xbc\x91",
    b"\x81\x30\x81",
    b"\xe4\xb8\x87",
];

fn spoil(input: &mut Vec<u8>, other: &[u8], random: &mut Random) {
    for _ in 0..=random.below(4) {
        let at = random.below(input.len());
        let end = input.len().min(at + random.below(20));
        match random.below(6) {
            0 => drop(input.drain(at..end)),
            1 => {
                let token = TOKENS[random.below(TOKENS.len())];
                input.splice(at..at, token.iter().copied());
            }
            2 => {
                let copied = input[at..end].to_vec();
                let to = random.below(input.len());
                input.splice(to..to, copied);
            }
            3 => {
                let from = random.below(other.len());
                let taken = other[from..].iter().take(30).copied().collect::<Vec<u8>>();
                input.splice(at..end, taken);
            }
            4 => input.truncate(at + 1),
            _ if input.is_empty() => {}
            _ => input[at] = random.below(256) as u8,
        }
    }
}

/// Runs a target on its seeds and on inputs made from them.
fn run(target: &str, body: fn(&[u8]), cases: usize) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds").join(target);
    let mut paths: Vec<_> =
        fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    paths.sort();
    let seeds: Vec<Vec<u8>> = paths.iter().map(|path| fs::read(path).unwrap()).collect();
    assert!(!seeds.is_empty());
    for seed in &seeds {
        body(seed);
    }
    let mut random = Random(1);
    for _ in 0..cases {
        let mut input = seeds[random.below(seeds.len())].clone();
        let other = &seeds[random.below(seeds.len())];
        spoil(&mut input, other, &mut random);
        let run = std::panic::catch_unwind(|| body(&input));
        assert!(run.is_ok(), "{target} fails on {}", input.escape_ascii());
    }
}

#[test]
fn csv() {
    run("csv", bodies::csv, 1500);
}

#[test]
fn number() {
    run("number", bodies::number, 3000);
}

#[test]
fn date() {
    run("date", bodies::date, 3000);
}

#[test]
fn encoding() {
    run("encoding", bodies::encoding, 1500);
}

#[test]
fn workbook() {
    run("workbook", bodies::workbook, 1500);
}
