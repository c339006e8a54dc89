//! Days as year, month and day of the Gregorian calendar.

use std::fmt;

use crate::transactions::Day;

/// A calendar date; prints as ISO 8601.
///
/// ```
/// use segmentlab::customers::Civil;
/// assert_eq!(Civil::of(15_317).to_string(), "2011-12-09");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Civil {
    /// Astronomical: 0 is 1 BC.
    pub year: i64,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

/// Days from 0000-03-01 to 1970-01-01; years that begin in March end with the leap day.
const EPOCH: i64 = 719_468;
/// Days in 400 years.
const ERA: i64 = 146_097;

impl Civil {
    /// The date of a day.
    #[must_use]
    pub fn of(day: Day) -> Self {
        let days = i64::from(day) + EPOCH;
        let era = days.div_euclid(ERA);
        let of_era = days.rem_euclid(ERA);
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * of_year + 2) / 153;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        Self {
            year: year_of_era + era * 400 + i64::from(month <= 2),
            month: month as u8,
            day: (of_year - (153 * from_march + 2) / 5 + 1) as u8,
        }
    }
}

impl fmt::Display for Civil {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::day_of;

    #[test]
    fn known_days() {
        // Days since 1970-01-01 as `date -u -d ... +%s` over 86,400 gives them.
        for (day, text) in [
            (0, "1970-01-01"),
            (-1, "1969-12-31"),
            (11_016, "2000-02-29"),
            (11_017, "2000-03-01"),
            (-25_509, "1900-02-28"),
            (-25_508, "1900-03-01"),
            (19_782, "2024-02-29"),
        ] {
            assert_eq!(Civil::of(day).to_string(), text);
        }
    }

    #[test]
    fn every_day_of_three_centuries_comes_back_and_follows_the_day_before() {
        let mut before = Civil::of(-25_568);
        for day in -25_567..84_006 {
            let date = Civil::of(day);
            let (year, month) = (date.year as u32, u32::from(date.month));
            assert_eq!(day_of(year, month, date.day.into()), Some(day));
            let next_day = date.month == before.month && date.day == before.day + 1;
            assert!(next_day || date.day == 1, "{before} {date}");
            before = date;
        }
        assert_eq!(before.to_string(), "2199-12-31");
    }
}
