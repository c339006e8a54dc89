//! Spans of days.

use serde::{Deserialize, Serialize};

use crate::customers::Civil;
use crate::table::{Day, day_of};

/// Days from the first to the last, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// The first.
    pub from: Day,
    /// The last.
    pub to: Day,
}

/// Days in a mean month.
pub const MONTH: f64 = 30.4375;

impl Span {
    /// How many days.
    #[must_use]
    pub fn days(self) -> u32 {
        u32::try_from(i64::from(self.to) - i64::from(self.from) + 1).unwrap_or(0)
    }

    /// How many months: whole ones by the calendar, and the days left over as parts of a mean month. A quarter is three,
    /// so that a monthly figure of it is three times that of the month.
    ///
    /// ```
    /// use segmentlab::coverage::Span;
    /// use segmentlab::table::day_of;
    /// let span = |from: (u32, u32, u32), to: (u32, u32, u32)| {
    ///     Some(Span { from: day_of(from.0, from.1, from.2)?, to: day_of(to.0, to.1, to.2)? })
    /// };
    /// let quarter = span((2025, 1, 1), (2025, 3, 31));
    /// assert_eq!(quarter.map(Span::months), Some(3.0));
    /// let week = span((2025, 3, 1), (2025, 3, 7));
    /// assert_eq!(week.map(Span::months), Some(7.0 / 30.4375));
    /// ```
    #[must_use]
    pub fn months(self) -> f64 {
        let (whole, left) = self.whole_months().unwrap_or((0, self.days()));
        f64::from(whole) + f64::from(left) / MONTH
    }

    /// The same months right before; where the span has no whole number of them, as many days.
    #[must_use]
    pub fn before(self) -> Self {
        let to = self.from.saturating_sub(1);
        let months = self.whole_months().filter(|(_, left)| *left == 0);
        let from = months.and_then(|(months, _)| months_from(self.from, -i64::from(months)));
        Self { from: from.unwrap_or(self.from.saturating_sub_unsigned(self.days())), to }
    }

    /// Whole months by the calendar, and the days left over.
    fn whole_months(self) -> Option<(u32, u32)> {
        let end = self.to.checked_add(1).filter(|&end| end >= self.from)?;
        let count = |day| {
            let Civil { year, month, .. } = Civil::of(day);
            year * 12 + i64::from(month)
        };
        let most = count(end) - count(self.from);
        let whole = [most, most - 1].into_iter().filter(|&months| months >= 0);
        whole.into_iter().find_map(|months| {
            let left = end - months_from(self.from, months)?;
            Some((u32::try_from(months).ok()?, u32::try_from(left).ok()?))
        })
    }
}

/// The same day of the month so many months later, or the last one there is.
pub(super) fn months_from(day: Day, months: i64) -> Option<Day> {
    let Civil { year, month, day: of_month } = Civil::of(day);
    let months = year * 12 + i64::from(month) - 1 + months;
    let year = u32::try_from(months.div_euclid(12)).ok()?;
    let month = months.rem_euclid(12) as u32 + 1;
    (1..=u32::from(of_month)).rev().find_map(|of_month| day_of(year, month, of_month))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(from: (u32, u32, u32), to: (u32, u32, u32)) -> Span {
        let day = |(year, month, day)| day_of(year, month, day).unwrap();
        Span { from: day(from), to: day(to) }
    }

    #[test]
    fn months_are_those_of_the_calendar() {
        for (from, to, months) in [
            ((2025, 10, 1), (2025, 12, 31), 3.0),
            ((2024, 2, 1), (2024, 2, 29), 1.0),
            ((2025, 1, 15), (2026, 1, 14), 12.0),
            ((2025, 1, 31), (2025, 2, 27), 1.0),
            ((2025, 1, 1), (2025, 2, 10), 1.0 + 10.0 / MONTH),
            ((2025, 1, 20), (2025, 2, 10), 22.0 / MONTH),
            ((2025, 5, 2), (2025, 5, 1), 0.0),
        ] {
            assert_eq!(span(from, to).months(), months, "{from:?} {to:?}");
        }
    }

    #[test]
    fn before_a_quarter_is_a_quarter() {
        let quarter = span((2025, 1, 1), (2025, 3, 31));
        assert_eq!(quarter.before(), span((2024, 10, 1), (2024, 12, 31)));
        let year = span((2025, 1, 1), (2025, 12, 31));
        assert_eq!(year.before().days(), 366);
        let ten_days = span((2025, 3, 5), (2025, 3, 14));
        assert_eq!(ten_days.before(), span((2025, 2, 23), (2025, 3, 4)));
    }

    #[test]
    fn days_that_no_calendar_has_are_no_panic() {
        let all = Span { from: Day::MIN, to: Day::MAX };
        assert_eq!((all.months(), all.before().to), (0.0, Day::MIN));
    }
}
