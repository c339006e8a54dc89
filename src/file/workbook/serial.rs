//! The serial numbers by which workbooks count days.

use std::io::Write;

use super::put_number;

/// Which day is the first of a workbook's calendar.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum DateSystem {
    /// 1 is 1900-01-01, and 60 the 29th of February 1900, which never was.
    #[default]
    From1900,
    /// 0 is 1904-01-01.
    From1904,
}

/// What a number format makes of a number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum NumberForm {
    /// A number.
    #[default]
    Plain,
    /// A day, with or without a time of day.
    Date,
    /// A time that has passed, in hours beyond 24.
    Elapsed,
}

/// Seconds of a day.
const DAY: f64 = 86_400.0;

/// The serial of 9999-12-31, the last day there is.
const LAST: f64 = 2_958_465.0;

/// Days from 1899-12-31 to 1904-01-01, the false day included.
const TO_1904: f64 = 1_462.0;

/// Appends what a number means under its format: a date bare, with a time where it has one, rounded to the second;
/// a time alone, or a time that has passed, as quoted text; a number that no date stands for as a number.
///
/// The 29th of February 1900 is quoted, as it is no date.
pub(super) fn put_serial(value: f64, form: NumberForm, system: DateSystem, into: &mut Vec<u8>) {
    if form == NumberForm::Plain || !(0.0..LAST + 1.0).contains(&value) {
        return put_number(value, into);
    }
    if form == NumberForm::Elapsed || value < 1.0 {
        return put_time((value * DAY).round() as u64, into);
    }
    let serial = if system == DateSystem::From1904 { value + TO_1904 } else { value };
    let seconds = (serial * DAY).round() as u64;
    let (days, time) = (seconds / 86_400, seconds % 86_400);
    let is_false_day = system == DateSystem::From1900 && days == 60;
    // From March 1900 on, serials count days from 1899-12-30.
    let since_1970 =
        days as i64 - if days < 60 { 25_568 } else { 25_569 } - i64::from(is_false_day);
    let (year, month, day) = civil(since_1970);
    let day = if is_false_day { 29 } else { day };
    // Writing to memory does not fail.
    let _ = if is_false_day {
        write!(into, "\"{year:04}-{month:02}-{day:02}\"")
    } else {
        write!(into, "{year:04}-{month:02}-{day:02}")
    };
    if time > 0 && !is_false_day {
        let _ = write!(into, " {:02}:{:02}:{:02}", time / 3600, time / 60 % 60, time % 60);
    }
}

/// Appends seconds as quoted hours, minutes and seconds.
pub(super) fn put_time(seconds: u64, into: &mut Vec<u8>) {
    let _ = write!(into, "\"{:02}:{:02}:{:02}\"", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

/// Year, month and day of a day counted from 1970-01-01 in the Gregorian calendar, after Howard Hinnant's
/// `civil_from_days`.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(value: f64, form: NumberForm, system: DateSystem) -> String {
        let mut into = Vec::new();
        put_serial(value, form, system, &mut into);
        String::from_utf8(into).unwrap()
    }

    /// Serials as Excel shows them.
    #[test]
    fn dates_of_both_systems() {
        for (value, system, text) in [
            (1.0, DateSystem::From1900, "1900-01-01"),
            (59.0, DateSystem::From1900, "1900-02-28"),
            (60.0, DateSystem::From1900, "\"1900-02-29\""),
            (61.0, DateSystem::From1900, "1900-03-01"),
            (25_569.0, DateSystem::From1900, "1970-01-01"),
            (42_852.0, DateSystem::From1900, "2017-04-27"),
            (40_513.351_388_888_89, DateSystem::From1900, "2010-12-01 08:26:00"),
            (42_851.999_999_9, DateSystem::From1900, "2017-04-27"),
            (36_585.0, DateSystem::From1900, "2000-02-29"),
            (2_958_465.0, DateSystem::From1900, "9999-12-31"),
            (2_958_466.0, DateSystem::From1900, "2958466"),
            (-1.5, DateSystem::From1900, "-1.5"),
            (41_390.0, DateSystem::From1904, "2017-04-27"),
            (1.0, DateSystem::From1904, "1904-01-02"),
            (0.5, DateSystem::From1900, "\"12:00:00\""),
        ] {
            assert_eq!(shown(value, NumberForm::Date, system), text, "{value} {system:?}");
        }
        assert_eq!(shown(1.5, NumberForm::Elapsed, DateSystem::From1900), "\"36:00:00\"");
        assert_eq!(shown(42_852.5, NumberForm::Plain, DateSystem::From1900), "42852.5");
    }
}
