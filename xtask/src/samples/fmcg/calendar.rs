//! Days as numbers since 1970-01-01, and back (Howard Hinnant's algorithms).

/// The number of the day.
pub fn day(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// Year, month and day of a number.
pub fn date(number: i64) -> (i64, i64, i64) {
    let shifted = number + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = (shifted_month + 2) % 12 + 1;
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

/// As Excel in China writes it: 2024/7/1.
pub fn written(number: i64) -> String {
    let (year, month, day) = date(number);
    format!("{year}/{month}/{day}")
}

#[cfg(test)]
mod tests {
    use super::{date, day, written};

    #[test]
    fn known_days() {
        assert_eq!(day(1970, 1, 1), 0);
        // 30 years with 7 leap days, then January and February 29.
        assert_eq!(day(2000, 3, 1), 30 * 365 + 7 + 31 + 29);
        assert_eq!(written(day(2024, 7, 1)), "2024/7/1");
    }

    #[test]
    fn there_and_back() {
        for number in day(2023, 12, 1)..day(2026, 2, 1) {
            let (y, m, d) = date(number);
            assert_eq!(day(y, m, d), number);
        }
    }
}
