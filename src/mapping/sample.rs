//! What the sampled cells of a column are.

use super::{ColumnKind, ColumnSpread, Meetings, Odd, Tally, odd_and_spread};
use crate::table::{
    DateEvidence, DateFit, DateOrder, Day, DecimalMark, NumberEvidence, is_missing, read_date,
    read_day_number, read_number, trim,
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
    /// Filled cells that are not of the column's kind.
    pub(super) odd: Odd,
    /// How the values spread; `None` for an empty column.
    pub(super) spread: Option<ColumnSpread>,
    /// Bare numbers may count days: the column is known to hold dates.
    pub(super) day_numbers: bool,
    meetings: Meetings,
}

impl ColumnSample {
    /// `ends` says where in the rows each sample ends; `day_numbers`, whether bare numbers may count days.
    pub(super) fn of<'a>(
        cells: impl Iterator<Item = &'a [u8]> + Clone,
        ends: &[usize],
        day_numbers: bool,
    ) -> Self {
        let mut sample = Self { day_numbers, ..Self::default() };
        let mut tally = Tally::new(ends.len());
        let mut before: &[u8] = &[];
        for (row, cell) in cells.clone().enumerate() {
            let cell = trim(cell);
            sample.rows += 1;
            if is_missing(cell) {
                sample.missing += 1;
                continue;
            }
            let is_new = tally.add(cell, ends.partition_point(|&end| end <= row));
            if is_new && sample.examples.len() < 3 {
                let text = shown(cell);
                if !sample.examples.contains(&text) {
                    sample.examples.push(text);
                }
            }
            if let Some(fit) = date_fit(cell, day_numbers) {
                sample.dates.count(fit);
                if let Some((first, last)) = read_date(cell, DateOrder::DayFirst).turned {
                    sample.dates.count_turned(first, last);
                }
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
        sample.distinct = tally.distinct();
        sample.bytes = tally.bytes();
        sample.meetings = tally.meetings();
        (sample.odd, sample.spread) = odd_and_spread(&sample, cells);
        if sample.kind() == ColumnKind::Text {
            sample.spread = Some(tally.spread());
        }
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

/// What a cell is as a date; digits alone only if they lie in the years 1900 to 2100, or may count days.
fn date_fit(cell: &[u8], day_numbers: bool) -> Option<DateFit> {
    let Some(fit) = read_date(cell, DateOrder::DayFirst).fit else {
        let counts = day_numbers && read_day_number(cell).is_some();
        return counts.then_some(DateFit::Unambiguous);
    };
    let is_run = cell.iter().take(8).all(u8::is_ascii_digit);
    let is_near = cell.first_chunk().is_some_and(|year| (b"1900"..=b"2100").contains(&year));
    (!is_run || is_near).then_some(fit)
}

/// The day of a cell of a date column.
pub(super) fn day_of_cell(cell: &[u8], order: DateOrder, day_numbers: bool) -> Option<Day> {
    date_fit(cell, day_numbers)?;
    read_date(cell, order)
        .day
        .or_else(|| if day_numbers { read_day_number(cell).map(|(day, _)| day) } else { None })
}

/// The kind of a single cell, for telling a header from a row.
pub(super) fn is_value(cell: &[u8]) -> bool {
    let cell = trim(cell);
    date_fit(cell, false).is_some() || read_number(cell, DecimalMark::Point).fit.is_some()
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
        ColumnSample::of(cells.iter().map(String::as_bytes), &ends, false)
            .expected_distinct(1_000_000)
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
        let sample =
            ColumnSample::of(cells.iter().map(String::as_bytes), &[2000, 3000, 4000], false);
        assert_eq!(sample.expected_distinct(1_000_000), 500_000);
    }

    fn sample(cells: &[&str], day_numbers: bool) -> ColumnSample {
        ColumnSample::of(cells.iter().map(|cell| cell.as_bytes()), &[cells.len()], day_numbers)
    }

    #[test]
    fn odd_cells_are_counted_and_shown() {
        let mut cells = vec!["1.5"; 20];
        cells.extend(["free", "", "2,5,1", "free", "NULL", "1,5"]);
        let sample = sample(&cells, false);
        assert_eq!(sample.kind(), ColumnKind::Text, "one in ten is odd at most");

        let cells: Vec<&str> = [&["2.5"; 40][..], &["free", "", "1,5", "free"]].concat();
        let sample = self::sample(&cells, false);
        assert_eq!(sample.kind(), ColumnKind::Number);
        assert_eq!(sample.missing, 1);
        assert_eq!(sample.odd.count, 3, "a comma cannot be read where points decide");
        assert_eq!(sample.odd.examples, ["free", "1,5"]);
        let counts = vec![40];
        assert_eq!(sample.spread, Some(ColumnSpread::Numbers { min: 2.5, max: 2.5, counts }));
    }

    #[test]
    fn spreads_follow_the_kind() {
        let dates = sample(&["13/01/2024", "03/01/2024", "", "05/01/2024"], false);
        assert_eq!(
            dates.spread,
            Some(ColumnSpread::Dates {
                // 3, 5 and 13 January 2024: 19723 is the first.
                first: 19_725,
                last: 19_735,
                counts: vec![1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1],
            })
        );
        let thousands = sample(&["1,000", "3,000"], false);
        assert!(matches!(thousands.spread, Some(ColumnSpread::Numbers { max: 3000.0, .. })));
        let text = sample(&["北京", "上海", "北京"], false);
        assert!(matches!(text.spread, Some(ColumnSpread::Values { others: 0, .. })));
        assert_eq!(sample(&["", "-"], false).spread, None);
    }

    #[test]
    fn numbers_count_days_only_where_dates_are_known() {
        let cells = ["42852", "42853.5", "1493251200"];
        assert_eq!(sample(&cells, false).kind(), ColumnKind::Number);
        let dates = sample(&cells, true);
        assert_eq!(dates.kind(), ColumnKind::Date);
        assert_eq!((dates.dates.decide(), dates.odd.count), (Some(DateOrder::YearFirst), 0));
        assert!(matches!(
            dates.spread,
            Some(ColumnSpread::Dates { first: 17_283, last: 17_284, .. })
        ));
    }
}
