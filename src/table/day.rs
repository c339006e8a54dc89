//! Calendar days.

use std::ops::RangeInclusive;

use super::Day;

/// Years that a transaction can lie in. Systems write 0001-01-01 and 9999-12-31 where they know no date;
/// one such row would move the as-of date and fill the series with empty months.
const YEARS: RangeInclusive<u32> = 1900..=2199;

/// The day of a calendar date of the (proleptic) Gregorian calendar; `None` if there is no such date,
/// or its year is not one of 1900 to 2199.
///
/// ```
/// use segmentlab::table::day_of;
/// assert_eq!(day_of(1970, 1, 1), Some(0));
/// assert_eq!(day_of(2016, 2, 29), Some(16_860));
/// assert_eq!(day_of(2017, 2, 29), None);
/// assert_eq!(day_of(9999, 12, 31), None);
/// ```
#[inline]
#[must_use]
pub fn day_of(year: u32, month: u32, day: u32) -> Option<Day> {
    const LENGTHS: [u32; 13] = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let length = LENGTHS.get(month as usize)? + u32::from(leap && month == 2);
    if day == 0 || day > length || !YEARS.contains(&year) {
        return None;
    }
    // Counted in years from March, so that the leap day comes last; the months from March on are
    // 31 and 30 days long by a rule that a division follows.
    let (years, months) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days = years * 365 + years / 4 - years / 100 + years / 400 + (153 * months + 2) / 5 + day;
    Some(days.cast_signed() - 719_469)
}

/// The day of the month of a day, 1 to 31.
///
/// ```
/// use segmentlab::table::{day_of, day_of_month};
/// assert_eq!(day_of(2016, 2, 29).map(day_of_month), Some(29));
/// assert_eq!(day_of_month(-1), 31);
/// ```
#[inline]
#[must_use]
pub fn day_of_month(day: Day) -> u32 {
    // The way back of `day_of`: eras of 400 years from March, the years and then the months in them.
    let days = (day + 719_468).rem_euclid(146_097).cast_unsigned();
    let year = (days - days / 1460 + days / 36_524 - days / 146_096) / 365;
    let of_year = days - (365 * year + year / 4 - year / 100);
    let months = (5 * of_year + 2) / 153;
    of_year - (153 * months + 2) / 5 + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_follow_the_calendar() {
        let mut expected = day_of(1900, 1, 1).unwrap() - 1;
        for year in YEARS {
            for month in 1..=12 {
                let mut day = 1;
                while let Some(found) = day_of(year, month, day) {
                    expected += 1;
                    assert_eq!(found, expected);
                    assert_eq!(day_of_month(found), day);
                    day += 1;
                }
                let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
                let length = match month {
                    2 if leap => 29,
                    2 => 28,
                    4 | 6 | 9 | 11 => 30,
                    _ => 31,
                };
                assert_eq!(day - 1, length);
            }
        }
        assert_eq!(expected, day_of(2199, 12, 31).unwrap());
        assert_eq!(day_of(1970, 1, 1), Some(0));
        assert_eq!((day_of(1899, 12, 31), day_of(2200, 1, 1)), (None, None));
    }
}
