//! What whole columns say about their own form.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

/// Order of day and month where digits alone do not tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// Year first: 2017-04-27, 2017/4/27, 20170427, 2017年4月27日.
    YearFirst,
    /// Day first: 27.04.2017.
    DayFirst,
    /// Month first: 4/27/2017.
    MonthFirst,
}

/// The decimal mark of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum DecimalMark {
    /// 1,234.56
    Point,
    /// 1.234,56
    Comma,
}

/// Which orders of day and month can read a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateFit {
    /// Only year first, or a form that names the month: any order reads it alike.
    Unambiguous,
    /// Only day first.
    DayFirst,
    /// Only month first.
    MonthFirst,
    /// Day first as well as month first.
    Both,
}

/// How many cells of the date column each order of day and month can read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct DateEvidence {
    /// Only year first (or a form that names the month).
    pub unambiguous: u64,
    /// Only day first.
    pub day_first: u64,
    /// Only month first.
    pub month_first: u64,
    /// Day first as well as month first.
    pub both: u64,
    /// Whether one of the unambiguous ones lies behind the 12th of its month.
    pub late: bool,
    /// Those of the last three that read year first too, with a year of two digits.
    pub turned: Option<TurnedDates>,
}

/// Dates such as 24-01-29, whose first and last numbers could both be the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct TurnedDates {
    /// How many there are.
    pub cells: u64,
    /// The lowest and the highest first number.
    pub first: (u8, u8),
    /// The lowest and the highest last number.
    pub last: (u8, u8),
}

impl TurnedDates {
    fn add(&mut self, other: &Self) {
        self.cells += other.cells;
        self.first = (self.first.0.min(other.first.0), self.first.1.max(other.first.1));
        self.last = (self.last.0.min(other.last.0), self.last.1.max(other.last.1));
    }

    /// Whether the year stands first: days range over the month, years over fewer numbers. `None` where both range
    /// about alike.
    fn is_year_first(&self) -> Option<bool> {
        let (first, last) = (self.first.1 - self.first.0, self.last.1 - self.last.0);
        let apart = if first.min(last) == 0 { APART_FROM_ONE } else { APART };
        (first.abs_diff(last) >= apart).then_some(first < last)
    }
}

/// By how much more the days must range than the years.
const APART: u8 = 10;

/// The same where there is but one year.
const APART_FROM_ONE: u8 = 3;

impl DateEvidence {
    /// Counts a cell.
    #[inline]
    pub fn count(&mut self, fit: DateFit) {
        match fit {
            DateFit::Unambiguous => self.unambiguous += 1,
            DateFit::DayFirst => self.day_first += 1,
            DateFit::MonthFirst => self.month_first += 1,
            DateFit::Both => self.both += 1,
        }
    }

    /// Counts the first and last number of a cell that was counted, where both could be the year.
    #[inline]
    pub fn count_turned(&mut self, first: u8, last: u8) {
        let one = TurnedDates { cells: 1, first: (first, first), last: (last, last) };
        self.turned.get_or_insert(TurnedDates { cells: 0, ..one }).add(&one);
    }

    /// Adds what another part of the column says.
    pub fn add(&mut self, other: &Self) {
        if let Some(turned) = &other.turned {
            self.turned.get_or_insert(TurnedDates { cells: 0, ..*turned }).add(turned);
        }
        self.unambiguous += other.unambiguous;
        self.day_first += other.day_first;
        self.month_first += other.month_first;
        self.both += other.both;
        self.late |= other.late;
    }

    /// How many of the unambiguous dates may have day and month swapped: all of them, where none lies behind the 12th
    /// of its month while every other date can be read in one order only. So a spreadsheet leaves dates
    /// behind that it took in by the wrong order: it turns those it can, and keeps the rest as text.
    ///
    /// ```
    /// use segmentlab::table::DateEvidence;
    /// let evidence = DateEvidence { unambiguous: 40, day_first: 60, ..DateEvidence::default() };
    /// assert_eq!(evidence.swapped(), 40);
    /// assert_eq!(DateEvidence { late: true, ..evidence }.swapped(), 0);
    /// assert_eq!(DateEvidence { both: 1, ..evidence }.swapped(), 0);
    /// ```
    #[must_use]
    pub fn swapped(&self) -> u64 {
        let one_order = (self.day_first > 0) != (self.month_first > 0);
        if one_order && self.both == 0 && !self.late { self.unambiguous } else { 0 }
    }

    /// Cells that are a date in some order.
    #[must_use]
    pub fn readable(&self) -> u64 {
        self.unambiguous + self.day_first + self.month_first + self.both
    }

    /// The order to read by: the one decided on, or while the user is asked, one that reads all dates.
    #[must_use]
    pub fn guess(&self) -> Option<DateOrder> {
        self.decide().or_else(|| self.all_turned().map(|_| DateOrder::YearFirst))
    }

    /// The dates that read year first too, if all do that some other order reads.
    fn all_turned(&self) -> Option<&TurnedDates> {
        let others = self.day_first + self.month_first + self.both;
        self.turned.as_ref().filter(|turned| turned.cells == others)
    }

    /// The order that reads most cells; `None` where two read equally many and it makes a difference. Where all
    /// dates have a year of two digits that could stand first as well as last, that one of both numbers is the
    /// day which ranges more widely.
    #[must_use]
    pub fn decide(&self) -> Option<DateOrder> {
        if let Some(turned) = self.all_turned() {
            match turned.is_year_first() {
                None => return None,
                Some(true) => return Some(DateOrder::YearFirst),
                Some(false) => {}
            }
        }
        match self.day_first.cmp(&self.month_first) {
            Ordering::Greater => Some(DateOrder::DayFirst),
            Ordering::Less => Some(DateOrder::MonthFirst),
            Ordering::Equal if self.day_first + self.both > 0 || self.unambiguous == 0 => None,
            Ordering::Equal => Some(DateOrder::YearFirst),
        }
    }
}

/// Which decimal marks can read a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberFit {
    /// Either, with the same value.
    Plain,
    /// Only a point.
    Point,
    /// Only a comma.
    Comma,
    /// Either, with different values: 1,234 is a thousand or one and a bit.
    EitherComma,
    /// Either, with different values: 1.234 is one and a bit or a thousand.
    EitherPoint,
}

/// How many cells of the number columns each decimal mark can read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct NumberEvidence {
    /// Neither mark occurs: 1234.
    pub plain: u64,
    /// Only with a decimal point: 12.50, 1,234.56.
    pub point: u64,
    /// Only with a decimal comma: 12,50, 1.234,56.
    pub comma: u64,
    /// With either, one comma before three digits: 1,234.
    pub either_comma: u64,
    /// With either, one point before three digits: 1.234.
    pub either_point: u64,
}

impl NumberEvidence {
    /// Counts a cell.
    #[inline]
    pub fn count(&mut self, fit: NumberFit) {
        match fit {
            NumberFit::Plain => self.plain += 1,
            NumberFit::Point => self.point += 1,
            NumberFit::Comma => self.comma += 1,
            NumberFit::EitherComma => self.either_comma += 1,
            NumberFit::EitherPoint => self.either_point += 1,
        }
    }

    /// Adds what another part of the column, or another column, says.
    pub fn add(&mut self, other: &Self) {
        self.plain += other.plain;
        self.point += other.point;
        self.comma += other.comma;
        self.either_comma += other.either_comma;
        self.either_point += other.either_point;
    }

    /// Cells that are a number with some mark.
    #[must_use]
    pub fn readable(&self) -> u64 {
        self.plain + self.point + self.comma + self.either_comma + self.either_point
    }

    /// The mark that reads more cells. Where both read equally many, three digits behind every comma make it one
    /// of thousands; behind every point only where other cells have no mark at all, as amounts below a
    /// thousand then have, for a point that every cell has stands before three decimals. `None` where
    /// that does not tell either.
    #[must_use]
    pub fn decide(&self) -> Option<DecimalMark> {
        let by_cells = self.point.cmp(&self.comma);
        match by_cells.then(self.either_comma.cmp(&self.either_point)) {
            Ordering::Greater => Some(DecimalMark::Point),
            Ordering::Less if by_cells.is_lt() || self.plain > 0 => Some(DecimalMark::Comma),
            Ordering::Less => Some(DecimalMark::Point),
            Ordering::Equal => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_that_reads_most_cells_wins() {
        let dates = |unambiguous, day_first, month_first, both| {
            DateEvidence { unambiguous, day_first, month_first, both, ..DateEvidence::default() }
                .decide()
        };
        assert_eq!(dates(0, 0, 0, 0), None);
        assert_eq!(dates(9, 0, 0, 0), Some(DateOrder::YearFirst));
        assert_eq!(dates(0, 1, 0, 9), Some(DateOrder::DayFirst));
        assert_eq!(dates(0, 1, 2, 9), Some(DateOrder::MonthFirst));
        assert_eq!(dates(0, 0, 0, 9), None);
        assert_eq!(dates(5, 0, 0, 9), None, "what the other cells mean stays open");
        assert_eq!(dates(5, 2, 2, 0), None);
    }

    #[test]
    fn of_two_numbers_that_could_be_the_year_the_one_that_ranges_less_is() {
        let decide = |day_first, both, cells, first, last| {
            let turned = Some(TurnedDates { cells, first, last });
            DateEvidence { day_first, both, turned, ..DateEvidence::default() }.decide()
        };
        assert_eq!(decide(9, 4, 13, (23, 24), (1, 31)), Some(DateOrder::YearFirst));
        assert_eq!(decide(9, 4, 13, (1, 31), (23, 24)), Some(DateOrder::DayFirst));
        assert_eq!(decide(9, 4, 13, (20, 24), (10, 20)), None, "the user must tell");
        assert_eq!(decide(4, 0, 4, (1, 9), (24, 24)), Some(DateOrder::DayFirst), "one year");
        assert_eq!(decide(4, 0, 4, (24, 24), (23, 25)), None);
        assert_eq!(decide(9, 4, 12, (23, 24), (1, 31)), Some(DateOrder::DayFirst), "one cannot");
        let mut halves = DateEvidence { both: 1, ..DateEvidence::default() };
        halves.count_turned(24, 1);
        let mut other = DateEvidence { day_first: 1, ..DateEvidence::default() };
        other.count_turned(23, 29);
        halves.add(&other);
        let whole = TurnedDates { cells: 2, first: (23, 24), last: (1, 29) };
        assert_eq!(halves.turned, Some(whole));
    }

    #[test]
    fn the_mark_that_reads_most_cells_wins() {
        let with = |plain, point, comma, either_comma, either_point| {
            NumberEvidence { plain, point, comma, either_comma, either_point }.decide()
        };
        let numbers = |point, comma, either_comma, either_point| {
            with(7, point, comma, either_comma, either_point)
        };
        assert_eq!(with(0, 0, 0, 9, 0), Some(DecimalMark::Point), "thousands");
        assert_eq!(with(0, 0, 0, 0, 9), Some(DecimalMark::Point), "three decimals everywhere");
        assert_eq!(with(0, 0, 1, 0, 9), Some(DecimalMark::Comma));
        assert_eq!(numbers(0, 0, 0, 0), None);
        assert_eq!(numbers(2, 1, 0, 9), Some(DecimalMark::Point));
        assert_eq!(numbers(0, 1, 9, 0), Some(DecimalMark::Comma));
        assert_eq!(numbers(0, 0, 9, 0), Some(DecimalMark::Point), "thousands");
        assert_eq!(numbers(0, 0, 0, 9), Some(DecimalMark::Comma), "thousands");
        assert_eq!(numbers(0, 0, 3, 3), None);
    }
}
