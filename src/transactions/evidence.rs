//! What whole columns show about their own form, with the cells that show it.

use super::{Day, PartExample, PartReading, Witnesses, shown};
use crate::table::{
    DateEvidence, DateFit, DateOrder, NumberEvidence, NumberFit, day_of_month, read_date,
};

/// How many dates that read differently by order are kept.
pub(super) const READINGS: usize = 5;

/// What whole columns show, whatever becomes of the row.
#[derive(Debug, Default)]
pub(super) struct Evidence {
    pub(super) dates: DateEvidence,
    pub(super) numbers: NumberEvidence,
    pub(super) days: Option<(Day, Day)>,
    pub(super) witnesses: Witnesses,
    /// The line that is looked at, as examples count them.
    pub(super) line: u64,
}

impl Evidence {
    /// Counts a date cell; `turned` as in [`Date`](crate::table::Date).
    #[inline]
    pub(super) fn date(
        &mut self,
        fit: DateFit,
        turned: Option<(u8, u8)>,
        column: u32,
        text: &[u8],
    ) {
        self.dates.count(fit);
        if let Some((first, last)) = turned {
            self.dates.count_turned(first, last);
            self.keep_reading(column, text);
        }
        match fit {
            DateFit::Unambiguous => {}
            DateFit::DayFirst if self.dates.day_first > 1 => {}
            DateFit::MonthFirst if self.dates.month_first > 1 => {}
            DateFit::Both if self.witnesses.readings.len() == READINGS => {}
            _ => self.keep_date(fit, column, text),
        }
    }

    /// Counts a number cell.
    #[inline]
    pub(super) fn number(&mut self, fit: NumberFit, column: u32, text: &[u8]) {
        self.numbers.count(fit);
        match fit {
            NumberFit::Point if self.numbers.point == 1 => {
                self.witnesses.point = Some(self.example(column, text));
            }
            NumberFit::Comma if self.numbers.comma == 1 => {
                self.witnesses.comma = Some(self.example(column, text));
            }
            _ => {}
        }
    }

    /// Takes the day of a row into the days seen.
    #[inline]
    pub(super) fn day(&mut self, day: Day) {
        let (first, last) = self.days.unwrap_or((day, day));
        self.days = Some((first.min(day), last.max(day)));
    }

    /// Takes note of an unambiguous date behind the 12th of its month.
    #[inline]
    pub(super) fn late(&mut self, day: Day) {
        self.dates.late = self.dates.late || day_of_month(day) > 12;
    }

    #[cold]
    fn keep_date(&mut self, fit: DateFit, column: u32, text: &[u8]) {
        let example = self.example(column, text);
        match fit {
            DateFit::Unambiguous => {}
            DateFit::DayFirst => self.witnesses.day_first = Some(example),
            DateFit::MonthFirst => self.witnesses.month_first = Some(example),
            DateFit::Both => self.keep_reading(column, text),
        }
    }

    /// Keeps a cell that is another day in another order.
    #[cold]
    fn keep_reading(&mut self, column: u32, text: &[u8]) {
        if self.witnesses.readings.len() == READINGS {
            return;
        }
        let day = |order| read_date(text, order).day;
        let [day_first, month_first] = [DateOrder::DayFirst, DateOrder::MonthFirst].map(day);
        let year_first = day(DateOrder::YearFirst);
        let mut days = [day_first, month_first, year_first].into_iter().flatten();
        let one = days.next();
        if days.any(|day| Some(day) != one) {
            let example = self.example(column, text);
            let reading = PartReading { example, day_first, month_first, year_first };
            self.witnesses.add_reading(reading);
        }
    }

    #[cold]
    fn example(&self, column: u32, text: &[u8]) -> PartExample {
        PartExample { line: self.line, column: Some(column), value: shown(text) }
    }
}

impl Witnesses {
    /// Keeps a date that reads differently by order, if its day was not met before.
    fn add_reading(&mut self, reading: PartReading) {
        if self.readings.iter().all(|known| known.days() != reading.days()) {
            self.readings.push(reading);
        }
    }
}
