//! Rows that equal an earlier one in every cell.

use std::hash::{BuildHasher, Hasher};

use foldhash::quality::FixedState;

use super::Part;

/// Where a row stands in what was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Number of the file, counted from 0.
    pub file: u32,
    /// Physical line, counted from 1.
    pub line: u64,
}

/// 64 bits that equal rows share and others hardly ever do: among five million different rows two meet
/// with a chance below one in a million.
#[inline]
pub(super) fn fingerprint(row: &[u8]) -> u64 {
    let mut hasher = FixedState::default().build_hasher();
    hasher.write(row);
    hasher.finish()
}

/// The fingerprints of all kept rows, in file order.
#[derive(Debug, Default)]
pub(super) struct Fingerprints {
    parts: Vec<Prints>,
}

/// Those of one part.
#[derive(Debug)]
struct Prints {
    start: Place,
    prints: Vec<u64>,
    /// Pairs of a row of the part and the lines by which its line and those behind it are ahead of their rows.
    leads: Vec<u32>,
}

/// Rows of about so many fingerprints are searched at a time, so that they stay in the cache.
const BUCKET: usize = 1 << 13;

/// Fingerprints that are laid out at a time: 12 MB of them.
const PASS: usize = 1 << 20;

impl Fingerprints {
    /// Adds a part whose first record stands at `start`.
    pub(super) fn add(&mut self, part: &mut Part, start: Place) {
        if !part.prints.is_empty() {
            let (prints, leads) =
                (std::mem::take(&mut part.prints), std::mem::take(&mut part.leads));
            self.parts.push(Prints { start, prints, leads });
        }
    }

    /// Where rows stand; they are counted from 0 over all parts.
    pub(super) fn places(&self, rows: &[u32]) -> Vec<Place> {
        let (mut starts, mut row) = (Vec::new(), 0);
        for part in &self.parts {
            starts.push((row, part));
            row += part.prints.len();
        }
        let place = |&row: &u32| {
            let at = starts.partition_point(|&(first, _)| first <= row as usize) - 1;
            let (first, part) = starts[at];
            place_in(part.start, &part.leads, row - first as u32)
        };
        rows.iter().map(place).collect()
    }

    /// The rows that equal an earlier one, ascending, counted from 0 over all parts, and where they stand.
    pub(super) fn repeated(self) -> (Vec<u32>, Vec<Place>) {
        let (mut starts, mut prints, mut leads) = (Vec::new(), Vec::new(), Vec::new());
        let mut row = 0;
        for part in self.parts {
            starts.push((row, part.start));
            row += part.prints.len();
            prints.push(part.prints);
            leads.push(part.leads);
        }
        let rows = repeated_rows(&prints);
        drop(prints);
        let place = |&row: &u32| {
            let at = starts.partition_point(|&(first, _)| first <= row as usize) - 1;
            let (first, start) = starts[at];
            place_in(start, &leads[at], row - first as u32)
        };
        let places = rows.iter().map(place).collect();
        (rows, places)
    }
}

/// Where a row of a part stands; it is counted from 0 in it.
fn place_in(start: Place, leads: &[u32], row: u32) -> Place {
    let (pairs, _) = leads.as_chunks::<2>();
    let ahead = pairs[..pairs.partition_point(|&[from, _]| from <= row)].last();
    let lead = ahead.map_or(0, |&[_, lead]| lead);
    Place { line: start.line + u64::from(row) + u64::from(lead), ..start }
}

/// The rows whose fingerprint an earlier row has, ascending.
///
/// Fingerprints are laid out by their first bits, a part of them at a time: a table for one bucket of them
/// stays in the cache, and the copy for one pass stays small beside what was read.
fn repeated_rows(parts: &[Vec<u64>]) -> Vec<u32> {
    let rows: usize = parts.iter().map(Vec::len).sum();
    let bits = (rows / BUCKET).next_power_of_two().trailing_zeros();
    let bucket = |print: u64| print.checked_shr(64 - bits).unwrap_or(0) as usize;
    let mut starts = vec![0_usize; (1 << bits) + 1];
    for &print in parts.iter().flatten() {
        starts[bucket(print) + 1] += 1;
    }
    for at in 1..starts.len() {
        starts[at] += starts[at - 1];
    }
    let mut repeated = Vec::new();
    let mut laid_out = Vec::new();
    let mut table = Vec::new();
    let mut first = 0;
    while first < starts.len() - 1 {
        let within = starts[first..].partition_point(|&start| start - starts[first] <= PASS);
        let last = (first + within - 1).clamp(first + 1, starts.len() - 1);
        lay_out(
            parts,
            &starts[first..=last],
            |print| bucket(print).wrapping_sub(first),
            &mut laid_out,
        );
        for range in starts[first..=last].windows(2) {
            let range = range[0] - starts[first]..range[1] - starts[first];
            find_repeated(&laid_out[range], &mut table, &mut repeated);
        }
        first = last;
    }
    repeated.sort_unstable();
    repeated
}

/// A fingerprint in halves, and its row.
type Laid = (u32, u32, u32);

/// Copies the fingerprints of a run of buckets, each behind the other, rows ascending within it. `starts` says where
/// each bucket starts, and where the last one ends; `bucket` is the number of a bucket in the run.
fn lay_out(
    parts: &[Vec<u64>],
    starts: &[usize],
    bucket: impl Fn(u64) -> usize,
    laid_out: &mut Vec<Laid>,
) {
    let buckets = starts.len() - 1;
    let mut next: Vec<usize> = starts.iter().map(|start| start - starts[0]).collect();
    laid_out.clear();
    laid_out.resize(next[buckets], (0, 0, 0));
    for (row, &print) in (0..).zip(parts.iter().flatten()) {
        let bucket = bucket(print);
        if bucket < buckets {
            laid_out[next[bucket]] = ((print >> 32) as u32, print as u32, row);
            next[bucket] += 1;
        }
    }
}

/// Adds the rows of one bucket whose fingerprint an earlier row has.
fn find_repeated(bucket: &[Laid], table: &mut Vec<(u32, u32)>, repeated: &mut Vec<u32>) {
    table.clear();
    table.resize((bucket.len() * 2).next_power_of_two(), (0, 0));
    let mask = table.len() - 1;
    // An empty slot holds zeros, so a fingerprint of zeros has no slot.
    let mut zeros = false;
    for &(high, low, row) in bucket {
        let key = (high, low);
        let mut at = low as usize & mask;
        while table[at] != (0, 0) && table[at] != key {
            at = (at + 1) & mask;
        }
        let known =
            if key == (0, 0) { std::mem::replace(&mut zeros, true) } else { table[at] == key };
        if known {
            repeated.push(row);
        } else {
            table[at] = key;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::HashSet;

    proptest! {
        #[test]
        fn rows_repeat_as_a_set_says(parts in prop::collection::vec(prop::collection::vec(0_u64..300, 0..200), 0..20), spread in 0_u32..2) {
            // Spread over all bits, or left in one bucket.
            let spread = |print: u64| if spread == 1 { print.wrapping_mul(0x9E37_79B9_7F4A_7C15) } else { print };
            let parts: Vec<Vec<u64>> = parts.into_iter().map(|part| part.into_iter().map(spread).collect()).collect();
            let mut seen = HashSet::new();
            let prints = parts.iter().flatten().enumerate();
            let expected: Vec<u32> = prints.filter(|(_, print)| !seen.insert(**print)).map(|(row, _)| row as u32).collect();
            prop_assert_eq!(repeated_rows(&parts), expected);
        }
    }

    #[test]
    fn many_rows_go_through_many_buckets_and_passes() {
        let print = |row: u64| fingerprint(&(row % 1_300_000).to_le_bytes());
        let prints: Vec<u64> = (0..1_500_000).map(print).collect();
        let expected: Vec<u32> = (1_300_000..1_500_000).collect();
        assert_eq!(repeated_rows(&[prints]), expected);
    }
}
