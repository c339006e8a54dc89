//! Names of weekdays beside a date; which one they name is not looked at.

use super::{is_time, trim};

/// What follows a weekday that begins the text: `Thu, 27 Apr 2017`, `星期四 2017-04-27`.
pub(super) fn behind_weekday(text: &[u8]) -> Option<&[u8]> {
    let rest = match english(text) {
        Some(rest) => rest.strip_prefix(b".").unwrap_or(rest),
        None => chinese(text)?,
    };
    let rest = trim(rest);
    Some(trim(rest.strip_prefix(b",").unwrap_or(rest)))
}

/// Whether what stands behind a date is a Chinese weekday, with or without a time of day: ` 星期四 8:26`, `(周四)`.
pub(super) fn is_weekday(rest: &[u8]) -> bool {
    let rest = trim(rest);
    let rest = match rest.strip_prefix(b"(") {
        Some(inner) => chinese(inner).and_then(|rest| rest.strip_prefix(b")")),
        None => chinese(rest),
    };
    rest.is_some_and(|rest| rest.is_empty() || is_time(&[b" ", rest].concat()))
}

fn english(text: &[u8]) -> Option<&[u8]> {
    const NAMES: [&str; 7] =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let length = text.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let word = text[..length].to_ascii_lowercase();
    // Also Tues, Thur, Thurs.
    let is_name = |name: &str| length >= 3 && name.as_bytes().starts_with(&word);
    NAMES.iter().any(|name| is_name(name)).then_some(&text[length..])
}

fn chinese(text: &[u8]) -> Option<&[u8]> {
    let strip = |text: &'_ [u8], words: &[&str]| {
        words.iter().find(|word| text.starts_with(word.as_bytes())).map(|word| word.len())
    };
    let week = strip(text, &["星期", "礼拜", "周", "週"])?;
    let day = strip(&text[week..], &["一", "二", "三", "四", "五", "六", "日", "天"])?;
    Some(&text[week + day..])
}
