//! The different values of a sampled column.

use super::{ColumnSpread, ValueCount, shown};
use crate::table::Interner;

/// How many of the most frequent values are shown.
const TOP: usize = 5;

/// Different values with their rows, and how often samples share them.
#[derive(Debug)]
pub(super) struct Tally {
    values: Interner,
    seen: Vec<Seen>,
    /// Distinct values of each sample.
    distinct: Vec<f64>,
    /// Pairs of samples that share a value, over all values.
    met: f64,
}

/// One value.
#[derive(Debug)]
struct Seen {
    rows: u32,
    /// The sample it was seen in last.
    last: usize,
    /// Samples it was seen in.
    samples: u32,
}

/// How often values of one sample turn up in another.
#[derive(Debug, Default)]
pub(super) struct Meetings {
    /// Pairs of values of different samples.
    pub(super) pairs: f64,
    /// Pairs that are equal.
    pub(super) met: f64,
}

impl Tally {
    pub(super) fn new(samples: usize) -> Self {
        Self { values: Interner::new(), seen: Vec::new(), distinct: vec![0.0; samples], met: 0.0 }
    }

    /// Counts a cell of a sample; tells whether its value is new.
    pub(super) fn add(&mut self, cell: &[u8], sample: usize) -> bool {
        let code = self.values.intern(cell) as usize;
        match self.seen.get_mut(code) {
            Some(seen) => {
                seen.rows += 1;
                if seen.last != sample {
                    self.met += f64::from(seen.samples);
                    (seen.last, seen.samples) = (sample, seen.samples + 1);
                    self.distinct[sample] += 1.0;
                }
                false
            }
            None => {
                self.seen.push(Seen { rows: 1, last: sample, samples: 1 });
                self.distinct[sample] += 1.0;
                true
            }
        }
    }

    pub(super) fn distinct(&self) -> u32 {
        self.seen.len() as u32
    }

    /// Bytes of all different values.
    pub(super) fn bytes(&self) -> u64 {
        self.values.strings().bytes() as u64
    }

    pub(super) fn meetings(&self) -> Meetings {
        let all: f64 = self.distinct.iter().sum();
        let squares: f64 = self.distinct.iter().map(|one| one * one).sum();
        Meetings { pairs: (all * all - squares) / 2.0, met: self.met }
    }

    /// The most frequent values; of equally frequent ones those that come first.
    pub(super) fn spread(&self) -> ColumnSpread {
        let mut codes: Vec<usize> = (0..self.seen.len()).collect();
        codes.sort_by_key(|&code| std::cmp::Reverse(self.seen[code].rows));
        let top: Vec<ValueCount> = codes[..codes.len().min(TOP)]
            .iter()
            .map(|&code| ValueCount {
                value: shown(self.values.strings().get(code as u32)),
                count: self.seen[code].rows,
            })
            .collect();
        let rows: u32 = self.seen.iter().map(|seen| seen.rows).sum();
        let others = rows - top.iter().map(|value| value.count).sum::<u32>();
        ColumnSpread::Values { top, others }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_frequent_values_first() {
        let mut tally = Tally::new(1);
        for value in ["a", "b", "c", "b", "d", "e", "f", "g", "f", "b"] {
            tally.add(value.as_bytes(), 0);
        }
        let ColumnSpread::Values { top, others } = tally.spread() else { panic!("values") };
        let top: Vec<(&str, u32)> =
            top.iter().map(|value| (value.value.as_str(), value.count)).collect();
        assert_eq!(top, [("b", 3), ("f", 2), ("a", 1), ("c", 1), ("d", 1)]);
        assert_eq!(others, 2);
    }
}
