//! What the sampled cells of a column are.

use super::ColumnKind;
use crate::table::{
    DateEvidence, DateFit, DateOrder, DecimalMark, Interner, NumberEvidence, is_missing, read_date,
    read_number, trim,
};

/// Characters of a cell that are shown.
const SHOWN: usize = 200;

/// A column of sampled rows.
#[derive(Debug, Default)]
pub(super) struct ColumnSample {
    pub(super) rows: u32,
    pub(super) missing: u32,
    pub(super) distinct: u32,
    pub(super) examples: Vec<String>,
    pub(super) dates: DateEvidence,
    pub(super) numbers: NumberEvidence,
    /// Numbers that are not whole.
    pub(super) fractions: u32,
    /// Cells that begin with `#`, as order names of shop systems do.
    pub(super) hashes: u32,
    /// Filled cells that do not stand behind the one before them, shorter ones first.
    pub(super) steps_back: u32,
    /// Bytes of all distinct cells.
    pub(super) bytes: u64,
    meetings: Meetings,
}

/// How often values of one sample turn up in another.
#[derive(Debug, Default)]
struct Meetings {
    /// Pairs of values of different samples.
    pairs: f64,
    /// Pairs that are equal.
    met: f64,
}

impl ColumnSample {
    /// `ends` says where in the rows each sample ends.
    pub(super) fn of<'a>(cells: impl Iterator<Item = &'a [u8]>, ends: &[usize]) -> Self {
        let mut sample = Self::default();
        let mut values = Interner::new();
        let mut before: &[u8] = &[];
        // For each value the last sample it was seen in; for each sample its distinct values.
        let mut seen: Vec<(usize, u32)> = Vec::new();
        let mut distinct = vec![0_f64; ends.len()];
        for (row, cell) in cells.enumerate() {
            let cell = trim(cell);
            sample.rows += 1;
            if is_missing(cell) {
                sample.missing += 1;
                continue;
            }
            let part = ends.partition_point(|&end| end <= row);
            let code = values.intern(cell) as usize;
            match seen.get_mut(code) {
                Some((last, samples)) if *last != part => {
                    sample.meetings.met += f64::from(*samples);
                    (*last, *samples) = (part, *samples + 1);
                    distinct[part] += 1.0;
                }
                Some(_) => {}
                None => {
                    seen.push((part, 1));
                    distinct[part] += 1.0;
                }
            }
            if code + 1 == values.strings().len() && sample.examples.len() < 3 {
                let text = shown(cell);
                if !sample.examples.contains(&text) {
                    sample.examples.push(text);
                }
            }
            if let Some(fit) = date_fit(cell) {
                sample.dates.count(fit);
            }
            let number = read_number(cell, DecimalMark::Point);
            if let Some(fit) = number.fit {
                sample.numbers.count(fit);
                let whole =
                    number.value.is_ok_and(|value| value.0 % crate::table::Money::SCALE == 0);
                sample.fractions += u32::from(!whole);
            }
            sample.steps_back += u32::from((before.len(), before) >= (cell.len(), cell));
            before = cell;
            sample.hashes += u32::from(cell.first() == Some(&b'#'));
        }
        sample.distinct = values.strings().len() as u32;
        sample.bytes = values.strings().bytes() as u64;
        let all: f64 = distinct.iter().sum();
        sample.meetings.pairs =
            (all * all - distinct.iter().map(|one| one * one).sum::<f64>()) / 2.0;
        sample
    }

    /// Distinct values to be expected in so many rows, rather too many than too few: as many per row as
    /// sampled, or, where samples share values, three times as many as let so many meet by
    /// chance, for frequent values meet more often.
    pub(super) fn expected_distinct(&self, rows: u64) -> u64 {
        let per_row = rows as f64 * f64::from(self.distinct) / f64::from(self.rows.max(1));
        let by_meeting = 3.0 * self.meetings.pairs / self.meetings.met;
        let least = f64::from(self.distinct);
        if by_meeting.is_finite() {
            per_row.min(by_meeting).max(least) as u64
        } else {
            per_row as u64
        }
    }

    pub(super) fn filled(&self) -> u32 {
        self.rows - self.missing
    }

    /// Nine cells in ten make the kind.
    pub(super) fn kind(&self) -> ColumnKind {
        let most = |count: u64| count * 10 >= u64::from(self.filled()) * 9;
        if self.filled() == 0 {
            ColumnKind::Empty
        } else if most(self.dates.readable()) {
            ColumnKind::Date
        } else if most(self.numbers.readable()) {
            ColumnKind::Number
        } else {
            ColumnKind::Text
        }
    }
}

/// What a cell is as a date; digits alone only if they lie in the years 1900 to 2100.
fn date_fit(cell: &[u8]) -> Option<DateFit> {
    let fit = read_date(cell, DateOrder::DayFirst).fit?;
    if cell.iter().all(u8::is_ascii_digit)
        && !(b"1900"..=b"2100").contains(&&[cell[0], cell[1], cell[2], cell[3]])
    {
        return None;
    }
    Some(fit)
}

/// The kind of a single cell, for telling a header from a row.
pub(super) fn is_value(cell: &[u8]) -> bool {
    let cell = trim(cell);
    date_fit(cell).is_some() || read_number(cell, DecimalMark::Point).fit.is_some()
}

/// A cell as text, cut where it gets long.
pub(super) fn shown(cell: &[u8]) -> String {
    let start = &cell[..cell.len().min(SHOWN * 4)];
    String::from_utf8_lossy(start).chars().take(SHOWN).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Samples of 1,000 rows from a file of a million, of values drawn from so many.
    fn expected(values: u64) -> u64 {
        let mut state = 1_u64;
        let cells: Vec<String> = (0..5000)
            .map(|_| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                format!("C{}", (state >> 33) % values)
            })
            .collect();
        let ends = [1000, 2000, 3000, 4000, 5000];
        ColumnSample::of(cells.iter().map(String::as_bytes), &ends).expected_distinct(1_000_000)
    }

    #[test]
    fn expected_values_are_not_far_above_those_there_are() {
        assert_eq!(expected(30), 30 * 3);
        for values in [1000, 30_000, 300_000] {
            let ratio = expected(values) as f64 / values as f64;
            assert!((1.0..5.0).contains(&ratio), "{values}: {ratio}");
        }
    }

    #[test]
    fn values_that_stay_in_their_place_go_on_as_they_begin() {
        let cells: Vec<String> = (0..4000).map(|row| format!("O{}", row / 2)).collect();
        let sample = ColumnSample::of(cells.iter().map(String::as_bytes), &[2000, 3000, 4000]);
        assert_eq!(sample.expected_distinct(1_000_000), 500_000);
    }
}
