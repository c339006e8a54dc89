//! How the values of a sampled column spread, and which cells are not of its kind.

use super::{ColumnKind, ColumnSample, ColumnSpread, day_of_cell, shown};
use crate::table::{DateOrder, Day, DecimalMark, is_missing, read_number, trim};

/// Bins of a distribution, at most.
const BINS: usize = 12;

/// Examples of odd cells.
const EXAMPLES: usize = 3;

/// Filled cells that are not of the column's kind.
#[derive(Debug, Default)]
pub(super) struct Odd {
    pub(super) count: u32,
    /// The first different ones.
    pub(super) examples: Vec<String>,
}

impl Odd {
    fn add(&mut self, cell: &[u8]) {
        self.count += 1;
        if self.examples.len() < EXAMPLES {
            let text = shown(cell);
            if !self.examples.contains(&text) {
                self.examples.push(text);
            }
        }
    }
}

/// The odd cells of dates and numbers, and their distribution; dates are read in the order the sample decides, else
/// month first, and numbers with the mark it decides, else a point, as reading itself begins.
pub(super) fn odd_and_spread<'a>(
    sample: &ColumnSample,
    cells: impl Iterator<Item = &'a [u8]>,
) -> (Odd, Option<ColumnSpread>) {
    let kind = sample.kind();
    let order = sample.dates.decide().unwrap_or(DateOrder::MonthFirst);
    let mark = sample.numbers.decide().unwrap_or(DecimalMark::Point);
    let mut odd = Odd::default();
    let mut values = Vec::new();
    for cell in cells {
        if is_missing(trim(cell)) {
            continue;
        }
        let value = match kind {
            ColumnKind::Date => day_of_cell(trim(cell), order, sample.day_numbers).map(f64::from),
            ColumnKind::Number => read_number(cell, mark).value.ok().map(|value| value.to_f64()),
            ColumnKind::Text | ColumnKind::Empty => break,
        };
        match value {
            Some(value) => values.push(value),
            None => odd.add(trim(cell)),
        }
    }
    let spread = bins(&values).map(|Bins { min, max, counts }| match kind {
        ColumnKind::Date => ColumnSpread::Dates { first: min as Day, last: max as Day, counts },
        _ => ColumnSpread::Numbers { min, max, counts },
    });
    (odd, spread)
}

#[derive(Debug, PartialEq)]
struct Bins {
    min: f64,
    max: f64,
    counts: Vec<u32>,
}

/// Values in bins of equal width from the lowest to the highest; few whole numbers have a bin each.
fn bins(values: &[f64]) -> Option<Bins> {
    let min = values.iter().copied().reduce(f64::min)?;
    let max = values.iter().copied().reduce(f64::max)?;
    let range = max - min;
    let is_whole = values.iter().all(|value| value.fract() == 0.0);
    let count = if is_whole { BINS.min(range as usize + 1) } else { BINS };
    let mut counts = vec![0; if range > 0.0 { count } else { 1 }];
    let last = counts.len() - 1;
    for value in values {
        let at = ((value - min) / range * counts.len() as f64) as usize;
        counts[at.min(last)] += 1;
    }
    Some(Bins { min, max, counts })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_fall_into_bins_of_equal_width() {
        let counts = |values: &[f64]| bins(values).map(|bins| bins.counts);
        assert_eq!(counts(&[]), None);
        assert_eq!(counts(&[7.5, 7.5]), Some(vec![2]));
        assert_eq!(counts(&[1.0, 2.0, 2.0, 4.0]), Some(vec![1, 2, 0, 1]));
        let steps: Vec<f64> = (0..=24).map(|step| f64::from(step) / 2.0).collect();
        assert_eq!(
            bins(&steps),
            Some(Bins { min: 0.0, max: 12.0, counts: [vec![2; 11], vec![3]].concat() })
        );
    }
}
