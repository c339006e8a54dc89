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
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
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
}

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

    /// Adds what another part of the column says.
    pub fn add(&mut self, other: &Self) {
        self.unambiguous += other.unambiguous;
        self.day_first += other.day_first;
        self.month_first += other.month_first;
        self.both += other.both;
    }

    /// Cells that are a date in some order.
    #[must_use]
    pub fn readable(&self) -> u64 {
        self.unambiguous + self.day_first + self.month_first + self.both
    }

    /// The order that reads most cells; `None` where day first and month first read equally many
    /// and it makes a difference.
    #[must_use]
    pub fn decide(&self) -> Option<DateOrder> {
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
            DateEvidence { unambiguous, day_first, month_first, both }.decide()
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
