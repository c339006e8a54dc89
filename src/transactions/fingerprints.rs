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

impl Fingerprints {
    /// Adds a part whose first record stands at `start`.
    pub(super) fn add(&mut self, part: &mut Part, start: Place) {
        if !part.prints.is_empty() {
            let (prints, leads) =
                (std::mem::take(&mut part.prints), std::mem::take(&mut part.leads));
            self.parts.push(Prints { start, prints, leads });
        }
    }

    /// The rows that equal an earlier one, ascending, counted from 0 over all parts, and where they stand.
    pub(super) fn repeated(self) -> (Vec<u32>, Vec<Place>) {
        let (starts, lines): (Vec<(usize, Place)>, Vec<Vec<u32>>) = {
            let mut row = 0;
            let parts = self.parts.iter();
            let starts = parts.map(|part| {
                row += part.prints.len();
                (row - part.prints.len(), part.start)
            });
            (starts.collect(), self.parts.iter().map(|part| part.leads.clone()).collect())
        };
        let rows = repeated_rows(self.parts.into_iter().map(|part| part.prints).collect());
        let place = |&row: &u32| {
            let at = starts.partition_point(|&(first, _)| first <= row as usize) - 1;
            let (first, start) = starts[at];
            let within = row - first as u32;
            let (pairs, _) = lines[at].as_chunks::<2>();
            let ahead = pairs[..pairs.partition_point(|&[from, _]| from <= within)].last();
            let lead = ahead.map_or(0, |&[_, lead]| lead);
            Place { line: start.line + u64::from(within) + u64::from(lead), ..start }
        };
        let places = rows.iter().map(place).collect();
        (rows, places)
    }
}

/// The rows whose fingerprint an earlier row has, ascending.
fn repeated_rows(parts: Vec<Vec<u64>>) -> Vec<u32> {
    let rows: usize = parts.iter().map(Vec::len).sum();
    let bits = (rows / BUCKET).next_power_of_two().trailing_zeros();
    let bucket = |print: u64| print.checked_shr(64 - bits).unwrap_or(0) as usize;
    let mut ends = vec![0_usize; (1 << bits) + 1];
    for &print in parts.iter().flatten() {
        ends[bucket(print) + 1] += 1;
    }
    for at in 1..ends.len() {
        ends[at] += ends[at - 1];
    }
    let mut next = ends.clone();
    let mut sorted = vec![(0_u32, 0_u32, 0_u32); rows];
    let mut row = 0;
    for prints in parts {
        for print in prints {
            let slot = &mut next[bucket(print)];
            sorted[*slot] = ((print >> 32) as u32, print as u32, row);
            *slot += 1;
            row += 1;
        }
    }
    let mut repeated = Vec::new();
    let mut table: Vec<(u32, u32)> = Vec::new();
    for range in ends.windows(2) {
        let bucket = &sorted[range[0]..range[1]];
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
    repeated.sort_unstable();
    repeated
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
            prop_assert_eq!(repeated_rows(parts), expected);
        }
    }

    #[test]
    fn many_rows_go_through_many_buckets() {
        let prints: Vec<u64> =
            (0..100_000_u64).map(|row| fingerprint(&(row % 60_000).to_le_bytes())).collect();
        let expected: Vec<u32> = (60_000..100_000).collect();
        assert_eq!(repeated_rows(vec![prints]), expected);
    }
}
