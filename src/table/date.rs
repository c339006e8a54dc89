//! Dates, read to days.

use super::{
    DateFit, DateOrder, Day, behind_weekday, day_of, is_time, is_weekday, narrow, trim, unwrap,
};

/// A cell read as a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Date {
    /// The day under the order; `None`: not a date in this order.
    pub day: Option<Day>,
    /// Which orders can read it; `None`: none.
    pub fit: Option<DateFit>,
    /// The first and the last number where both could be the year: 24-01-29.
    pub turned: Option<(u8, u8)>,
}

const UNREADABLE: Date = Date { day: None, fit: None, turned: None };

/// Reads a date with or without a time of day, which must be one and is then dropped.
///
/// Year first: `2017-04-27`, `2017/4/27`, `2017.4.27`, `20170427` (also with the `.0` of a number), `2017年4月27日`.
/// Month named: `27-Apr-17`, `April 27, 2017`. Day or month first: `27.04.2017`, `4/27/2017`, `27-04-17`; dots are
/// taken as a sign of day first. Years of two digits lie in 1969 to 2068 and stand last, unless
/// the order is year first or only the first number can be a year; whether `24-01-29` is of 2024 or of 2029,
/// the whole column tells, see [`DateEvidence`](super::DateEvidence). Full-width forms read alike; a weekday beside
/// the date (`Thu, 27 Apr 2017`, `2017-04-27 星期四`) is passed over.
///
/// A month without a day (`2017-04`) is no date, nor are six digits (`170427`), whose order nothing tells. Bare
/// numbers that count days are read by [`read_day_number`](super::read_day_number).
///
/// ```
/// use segmentlab::table::{DateFit, DateOrder, day_of, read_date};
/// let date = read_date(b"4/3/2017 08:26", DateOrder::MonthFirst);
/// assert_eq!(date.day, day_of(2017, 4, 3));
/// assert_eq!(date.fit, Some(DateFit::Both));
/// ```
#[inline]
#[must_use]
pub fn read_date(text: &[u8], order: DateOrder) -> Date {
    if let Some(day) = read_iso(text) {
        return Date { day: Some(day), fit: Some(DateFit::Unambiguous), turned: None };
    }
    let text = narrow(text);
    read_any(trim(unwrap(trim(&text))), order)
}

/// `2017-04-27`, also with `/` or `.`, alone or before a time.
#[inline]
fn read_iso(text: &[u8]) -> Option<Day> {
    let &[y1, y2, y3, y4, s1, m1, m2, s2, d1, d2, ref rest @ ..] = text else { return None };
    if s1 != s2 || !matches!(s1, b'-' | b'/' | b'.') {
        return None;
    }
    let digit = |byte: u8| u32::from(byte.wrapping_sub(b'0'));
    let all_digits = [y1, y2, y3, y4, m1, m2, d1, d2].iter().all(u8::is_ascii_digit);
    if !all_digits {
        return None;
    }
    let year = digit(y1) * 1000 + digit(y2) * 100 + digit(y3) * 10 + digit(y4);
    let day = day_of(year, digit(m1) * 10 + digit(m2), digit(d1) * 10 + digit(d2))?;
    (rest.is_empty() || is_time(rest)).then_some(day)
}

/// A run of digits: its value and length.
#[derive(Clone, Copy)]
struct Digits {
    value: u32,
    length: usize,
}

impl Digits {
    fn year(self) -> Option<u32> {
        match self.length {
            4 => Some(self.value),
            2 => Some(self.value + if self.value < 69 { 2000 } else { 1900 }),
            _ => None,
        }
    }

    fn is_short(self) -> bool {
        self.length <= 2
    }
}

/// Up to eight digits at the start, and the rest.
fn digits(text: &[u8]) -> Option<(Digits, &[u8])> {
    let length = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if length == 0 || length > 8 {
        return None;
    }
    let value = text[..length].iter().fold(0, |value, digit| value * 10 + u32::from(digit - b'0'));
    Some((Digits { value, length }, &text[length..]))
}

/// A number behind a separator; blanks may follow a dot, as in German.
fn part(separator: u8, rest: &[u8]) -> Option<(Digits, &[u8])> {
    digits(if separator == b'.' { rest.trim_ascii_start() } else { rest })
}

fn read_any(text: &[u8], order: DateOrder) -> Date {
    let unambiguous =
        |day: Option<Day>| Date { day, fit: day.map(|_| DateFit::Unambiguous), turned: None };
    if let Some(day) = read_month_first(text) {
        return unambiguous(Some(day));
    }
    if let Some(rest) = behind_weekday(text) {
        return read_any(rest, order);
    }
    if let Some(stamp) = read_stamp(text) {
        return unambiguous(Some(stamp));
    }
    let Some((first, rest)) = digits(text) else { return UNREADABLE };
    if first.length == 8 {
        let day = day_of(first.value / 10_000, first.value / 100 % 100, first.value % 100);
        return unambiguous(day.filter(|_| ends_or_time(rest) || is_zeros(rest)));
    }
    if let Some(rest) = rest.strip_prefix("年".as_bytes()) {
        return unambiguous(read_chinese(first, rest));
    }
    let Some((&separator, rest)) = rest.split_first() else { return UNREADABLE };
    if !matches!(separator, b'-' | b'/' | b'.' | b' ') {
        return UNREADABLE;
    }
    if let Some((month, rest)) = month_name(rest.trim_ascii_start()) {
        let rest = rest.strip_prefix(b",").unwrap_or(rest);
        let rest = rest.strip_prefix(&[separator]).unwrap_or(rest);
        let Some((year, rest)) = digits(rest.trim_ascii_start()) else { return UNREADABLE };
        let day = year
            .year()
            .filter(|_| first.is_short())
            .and_then(|year| day_of(year, month, first.value));
        return unambiguous(day.filter(|_| ends_or_time(rest)));
    }
    if separator == b' ' {
        return UNREADABLE;
    }
    let Some((second, rest)) = part(separator, rest) else { return UNREADABLE };
    let third = rest.strip_prefix(&[separator]).and_then(|rest| part(separator, rest));
    let Some((third, rest)) = third else {
        return UNREADABLE;
    };
    if !second.is_short() || !ends_or_time(rest) {
        return UNREADABLE;
    }
    if first.length == 4 && third.is_short() {
        return unambiguous(day_of(first.value, second.value, third.value));
    }
    if !first.is_short() {
        UNREADABLE
    } else {
        read_year_last([first, second, third], separator, order)
    }
}

/// Three numbers of which the last is the year, if it can be.
fn read_year_last([first, second, third]: [Digits; 3], separator: u8, order: DateOrder) -> Date {
    let year = third.year();
    let day_first = year.and_then(|year| day_of(year, second.value, first.value));
    let month_first = year.and_then(|year| day_of(year, first.value, second.value));
    let year_first = first
        .year()
        .filter(|_| third.is_short())
        .and_then(|year| day_of(year, second.value, third.value));
    let fit = match (day_first, month_first) {
        (Some(_), Some(_)) if separator == b'.' => Some(DateFit::DayFirst),
        (Some(_), Some(_)) => Some(DateFit::Both),
        (Some(_), None) => Some(DateFit::DayFirst),
        (None, Some(_)) => Some(DateFit::MonthFirst),
        (None, None) => year_first.map(|_| DateFit::Unambiguous),
    };
    let day = match order {
        _ if fit == Some(DateFit::Unambiguous) => year_first,
        DateOrder::YearFirst => year_first,
        DateOrder::DayFirst => day_first,
        DateOrder::MonthFirst => month_first,
    };
    let turned = year_first.filter(|_| fit != Some(DateFit::Unambiguous));
    Date { day, fit, turned: turned.map(|_| (first.value as u8, third.value as u8)) }
}

/// `20170427082600` and `201704270826`.
fn read_stamp(text: &[u8]) -> Option<Day> {
    if !matches!(text.len(), 12 | 14) || !text.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let (date, _) = digits(&text[..8])?;
    let pair =
        |at: usize| text.get(at..at + 2).map_or(0, |two| (two[0] - b'0') * 10 + two[1] - b'0');
    let is_time = pair(8) < 24 && pair(10) < 60 && pair(12) < 60;
    day_of(date.value / 10_000, date.value / 100 % 100, date.value % 100).filter(|_| is_time)
}

/// What follows `2017年`.
fn read_chinese(year: Digits, rest: &[u8]) -> Option<Day> {
    let (month, rest) = digits(rest.trim_ascii_start())?;
    let rest = rest.strip_prefix("月".as_bytes())?;
    let (day, rest) = digits(rest.trim_ascii_start())?;
    let rest =
        ["日", "号"].iter().find_map(|end| rest.strip_prefix(end.as_bytes())).unwrap_or(rest);
    if ends_or_time(rest) || is_time(&[b" ", rest].concat()) {
        return day_of(year.year()?, month.value, day.value);
    }
    None
}

/// `April 27, 2017`.
fn read_month_first(text: &[u8]) -> Option<Day> {
    let (month, rest) = month_name(text)?;
    let separated = |rest: &'_ [u8]| {
        rest.iter().take_while(|byte| matches!(byte, b' ' | b'-' | b',' | b'/')).count()
    };
    let (day, rest) = digits(&rest[separated(rest)..])?;
    let (year, rest) = digits(&rest[separated(rest)..])?;
    if !day.is_short() || !ends_or_time(rest) {
        return None;
    }
    day_of(year.year()?, month, day.value)
}

/// The month whose English name, or its first three or four letters, begins the text; and the rest.
fn month_name(text: &[u8]) -> Option<(u32, &[u8])> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let length = text.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let word = text[..length].to_ascii_lowercase();
    let is_name = |name: &str| match length {
        0..3 => false,
        3 | 4 => name.as_bytes().starts_with(&word),
        _ => name.as_bytes() == word,
    };
    let month = NAMES.iter().position(|name| is_name(name))? as u32 + 1;
    let rest = &text[length..];
    Some((month, rest.strip_prefix(b".").unwrap_or(rest)))
}

fn ends_or_time(rest: &[u8]) -> bool {
    rest.is_empty() || is_time(rest) || is_weekday(rest)
}

/// The decimals of a whole number that went through floating point.
fn is_zeros(rest: &[u8]) -> bool {
    matches!(rest, [b'.', zeros @ ..] if zeros.iter().all(|&digit| digit == b'0'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Day 17283 is 2017-04-27: 47 years of 365 days, 12 leap days from 1972 to 2016, and 116 days
    /// (31 + 28 + 31 + 26) into the year.
    const DAY: Day = 47 * 365 + 12 + 116;

    #[test]
    fn forms_that_any_order_reads() {
        for text in [
            "2017-04-27",
            "2017/4/27",
            "2017.04.27",
            "2017-4-27",
            "20170427",
            "2017年4月27日",
            "2017年04月27日",
            "2017年4月27",
            "17年4月27日",
            "27-Apr-17",
            "27 April 2017",
            "27-APR-2017",
            "Apr 27, 2017",
            "April 27 2017",
            "27 Apr, 2017",
            "27.Apr.2017",
            "Apr-27-2017",
            "20170427082600",
            "201704270826",
            " 2017-04-27 ",
            "20170427.0",
            "２０１７－０４－２７",
            "２０１７年４月２７日",
            "2017–04–27",
            "=\"2017-04-27\"",
            "Thu, 27 Apr 2017",
            "Thursday, April 27, 2017",
            "Thu 27 Apr 2017 08:26:00 GMT",
            "星期四 2017-04-27",
            "周四，2017年4月27日",
            "2017-04-27 星期四",
            "2017-04-27(周四)",
            "2017年4月27日星期四",
            "2017年4月27日 星期四 下午8:26",
            "2017/4/27 週四 08:26:00",
            "Thu, 27 Apr 2017 08:26:00 +0800",
            "Thu Apr 27 2017 08:26:00 GMT+0800 (China Standard Time)",
            "2017-04-27\u{3000}08:26",
        ] {
            for order in [DateOrder::YearFirst, DateOrder::DayFirst, DateOrder::MonthFirst] {
                let date = read_date(text.as_bytes(), order);
                assert_eq!(
                    date,
                    Date { day: Some(DAY), fit: Some(DateFit::Unambiguous), turned: None },
                    "{text}"
                );
            }
        }
        assert_eq!(read_date(b"98/04/27", DateOrder::MonthFirst).day, day_of(1998, 4, 27));
    }

    #[test]
    fn day_and_month_by_order() {
        for (text, fit, day_first, month_first) in [
            ("27.04.2017", DateFit::DayFirst, Some(DAY), None),
            ("27-4-17", DateFit::DayFirst, Some(DAY), None),
            ("27. 4. 2017", DateFit::DayFirst, Some(DAY), None),
            ("２７／０４／２０１７", DateFit::DayFirst, Some(DAY), None),
            ("Thu 4/27/2017", DateFit::MonthFirst, None, Some(DAY)),
            ("27/04/2017 08:26", DateFit::DayFirst, Some(DAY), None),
            ("4/27/2017", DateFit::MonthFirst, None, Some(DAY)),
            ("04-27-2017", DateFit::MonthFirst, None, Some(DAY)),
            ("03/04/2017", DateFit::Both, day_of(2017, 4, 3), day_of(2017, 3, 4)),
            ("03.04.2017", DateFit::DayFirst, day_of(2017, 4, 3), day_of(2017, 3, 4)),
        ] {
            for (order, day) in
                [(DateOrder::DayFirst, day_first), (DateOrder::MonthFirst, month_first)]
            {
                let date = read_date(text.as_bytes(), order);
                assert_eq!((date.day, date.fit), (day, Some(fit)), "{text}");
            }
        }
        assert_eq!(read_date(b"17-04-27", DateOrder::YearFirst).day, Some(DAY));
        assert_eq!(read_date(b"27-04-2017", DateOrder::YearFirst).day, None);
        for (text, turned) in [
            ("24-01-29", Some((24, 29))),
            ("24.01.29", Some((24, 29))),
            ("13/01/12", Some((13, 12))),
            ("24-1-9", None),
            ("9-1-24", None),
            ("24-01-2029", None),
            ("98-01-29", None),
            ("01-13-24", None),
        ] {
            assert_eq!(read_date(text.as_bytes(), DateOrder::DayFirst).turned, turned, "{text}");
        }
    }

    #[test]
    fn times_are_checked_and_dropped() {
        for time in [
            " 08:26:00",
            "T08:26:00",
            " 8:26",
            "T08:26:00Z",
            " 08:26:00.123",
            "T08:26:00.000+08:00",
            " 08:26:00 +0800",
            " 8:26 PM",
            " 8:26:01pm",
            " 下午 8:26:00",
            " 上午8:26",
            " 08:26:00 UTC",
            " 8时26分",
            " 8点26分01秒",
            " 23:59:59",
        ] {
            assert_eq!(
                read_date(format!("2017-04-27{time}").as_bytes(), DateOrder::DayFirst).day,
                Some(DAY),
                "{time}"
            );
            assert_eq!(
                read_date(format!("27/4/2017{time}").as_bytes(), DateOrder::DayFirst).day,
                Some(DAY),
                "{time}"
            );
        }
        assert_eq!(read_date("2017年4月27日8:26".as_bytes(), DateOrder::DayFirst).day, Some(DAY));
        assert_eq!(
            read_date("2017年4月27日 8时26分".as_bytes(), DateOrder::DayFirst).day,
            Some(DAY)
        );
        for time in [
            " 25:00",
            " 8:60",
            " 8:26:61",
            " 8",
            "x",
            " 13:00 PM",
            " 8:26 XM",
            " 8:26:00 +99",
            "08:26",
            " -",
            " 0:00 AM",
        ] {
            assert_eq!(
                read_date(format!("2017-04-27{time}").as_bytes(), DateOrder::DayFirst).day,
                None,
                "{time}"
            );
        }
    }

    #[test]
    fn what_is_no_date() {
        for text in [
            "",
            "abc",
            "2017",
            "2017-04",
            "2017-13-01",
            "2017-02-29",
            "31/04/2017",
            "0000-00-00",
            "20171301",
            "1.5",
            "12345",
            "2017-04/27",
            "1/2/3",
            "1.2.3.4",
            "27-Foo-2017",
            "123-04-2017",
            "2017-04-27-01",
            "138-1234-5678",
            "201704271",
            "2017年13月1日",
            "Mayor 1 2017",
            "99/99/99",
            "20170427240000",
            "170427",
            "2017年4月",
            "Apr-17",
            "20170427.5",
            "42852",
            "42852.35",
            "1493251200",
            "1493251200000",
            "Thu",
            "Thu Thu Thu",
            "Th 27 Apr 2017",
            "2017-04-27 星期八",
            "2017-04-27 (周四",
            "星期四",
        ] {
            assert_eq!(read_date(text.as_bytes(), DateOrder::DayFirst), UNREADABLE, "{text}");
        }
    }

    proptest! {
        /// The short way never reads what the long way reads otherwise.
        #[test]
        fn both_ways_agree(text in "[0-9]{4}[-/.][0-9]{2}[-/.][0-9]{2}( [0-9]{2}:[0-9]{2}(:[0-9]{2})?)?") {
            let long = read_any(text.as_bytes(), DateOrder::DayFirst).day;
            prop_assert_eq!(read_iso(text.as_bytes()), long, "{}", text);
        }

        #[test]
        fn nothing_panics(text in "[0-9年月日星期四(Thua),TZpr:/. -]{0,24}") {
            let _ = read_date(text.as_bytes(), DateOrder::MonthFirst);
        }
    }
}
