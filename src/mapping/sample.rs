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
}

impl ColumnSample {
    pub(super) fn of<'a>(cells: impl Iterator<Item = &'a [u8]>) -> Self {
        let mut sample = Self::default();
        let mut values = Interner::new();
        let mut before: &[u8] = &[];
        for cell in cells {
            let cell = trim(cell);
            sample.rows += 1;
            if is_missing(cell) {
                sample.missing += 1;
                continue;
            }
            if values.intern(cell) as usize + 1 == values.strings().len()
                && sample.examples.len() < 3
            {
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
        sample
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
