//! Bare numbers that stand for days: serials of spreadsheets, Unix times.

use super::{Day, day_of, narrow, trim, unwrap};

/// What a bare number in a date column counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayNumber {
    /// Days since the end of 1899, as Excel counts them.
    Serial,
    /// Seconds or milliseconds since 1970-01-01 in UTC.
    Unix,
}

/// Days from serial 0 to 1970-01-01, for serials behind the false leap day.
const EPOCH: Day = 25_569;

/// The day of a serial number in Excel's 1900 system, in years up to 2199. That system counts a 29 February 1900,
/// which never was: serial 60 is no day, and those before it stand one day later.
///
/// ```
/// use segmentlab::table::{day_of, day_of_serial};
/// assert_eq!(day_of_serial(1), day_of(1900, 1, 1));
/// assert_eq!((day_of_serial(59), day_of_serial(60), day_of_serial(61)), (day_of(1900, 2, 28), None, day_of(1900, 3, 1)));
/// assert_eq!(day_of_serial(42_852), day_of(2017, 4, 27));
/// ```
#[must_use]
pub fn day_of_serial(serial: u32) -> Option<Day> {
    let serial = Day::try_from(serial).ok()?;
    let day = match serial {
        0 | 60 => return None,
        1..60 => serial + 1 - EPOCH,
        _ => serial.checked_sub(EPOCH)?,
    };
    (day <= day_of(2199, 12, 31)?).then_some(day)
}

/// Reads a bare number as a day: five digits as a serial number (1927 to 2173), ten as Unix seconds (from
/// September 2001 on), thirteen as Unix milliseconds; a fraction is a time of day and dropped.
///
/// Fewer digits are none of these: `2017` is a year, not a day of 1905. Only a column that is known to hold dates
/// may be read so; in any other such numbers are ids.
///
/// ```
/// use segmentlab::table::{DayNumber, day_of, read_day_number};
/// assert_eq!(read_day_number(b"42852.35"), Some((day_of(2017, 4, 27).unwrap(), DayNumber::Serial)));
/// assert_eq!(read_day_number(b"1493251200"), Some((day_of(2017, 4, 27).unwrap(), DayNumber::Unix)));
/// assert_eq!(read_day_number(b"2017"), None);
/// ```
#[cold]
#[must_use]
pub fn read_day_number(text: &[u8]) -> Option<(Day, DayNumber)> {
    let text = narrow(text);
    let text = trim(unwrap(trim(&text)));
    let length = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let is_whole = match &text[length..] {
        [] => true,
        [b'.' | b',', fraction @ ..] => fraction.iter().all(u8::is_ascii_digit),
        _ => false,
    };
    if !is_whole || text.first() == Some(&b'0') || length > 13 {
        return None;
    }
    let value = text[..length].iter().fold(0, |value, digit| value * 10 + u64::from(digit - b'0'));
    let unix = |seconds: u64| {
        let day = Day::try_from(seconds / 86_400).ok()?;
        (day <= day_of(2199, 12, 31)?).then_some((day, DayNumber::Unix))
    };
    match length {
        5 => day_of_serial(value as u32).map(|day| (day, DayNumber::Serial)),
        10 => unix(value),
        13 => unix(value / 1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_days() {
        let april = day_of(2017, 4, 27).unwrap();
        for (text, day, number) in [
            ("42852", april, DayNumber::Serial),
            ("42852.0", april, DayNumber::Serial),
            ("42852.999", april, DayNumber::Serial),
            ("42852,35", april, DayNumber::Serial),
            (" ４２８５２ ", april, DayNumber::Serial),
            // The last second of the day, and of the day before.
            ("1493337599", april, DayNumber::Unix),
            ("1493251199", april - 1, DayNumber::Unix),
            ("1493251200.5", april, DayNumber::Unix),
            ("1493337599999", april, DayNumber::Unix),
            ("1493337600000", april + 1, DayNumber::Unix),
            ("10000", day_of(1927, 5, 18).unwrap(), DayNumber::Serial),
        ] {
            assert_eq!(read_day_number(text.as_bytes()), Some((day, number)), "{text}");
        }
    }

    #[test]
    fn numbers_that_are_no_days() {
        for text in [
            "",
            "5",
            "2017",
            "9999",
            "01234",
            "170427",
            "13812345678",
            "149325120012",
            "9999999999",
            "99999999999999",
            "-42852",
            "42852.3.5",
            "42852x",
            "4285２x",
            "42,852.5",
            "4.2852E4",
        ] {
            assert_eq!(read_day_number(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn serials_follow_the_calendar() {
        let mut expected = day_of(1900, 1, 1).unwrap();
        for serial in (1..60).chain(61..=109_574) {
            assert_eq!(day_of_serial(serial), Some(expected), "{serial}");
            expected += 1;
        }
        assert_eq!(expected, day_of(2199, 12, 31).unwrap() + 1);
        assert_eq!(
            (day_of_serial(0), day_of_serial(109_575), day_of_serial(u32::MAX)),
            (None, None, None)
        );
    }
}
