//! Times of day behind a date.

/// Whether what stands behind a date is a time of day: ` 08:26:00`, `T08:26Z`, ` 8:26 PM`, ` 下午8:26`, ` 8时26分`.
#[inline]
pub(super) fn is_time(rest: &[u8]) -> bool {
    is_plain(rest) || is_any(rest).is_some()
}

/// ` 08:26:00` and `T08:26:00`.
#[inline]
fn is_plain(rest: &[u8]) -> bool {
    let &[b' ' | b'T', h1, h2, b':', m1, m2, b':', s1, s2] = rest else { return false };
    let all_digits = [h1, h2, m1, m2, s1, s2].iter().all(u8::is_ascii_digit);
    all_digits && (h1 < b'2' || (h1 == b'2' && h2 < b'4')) && m1 < b'6' && s1 < b'6'
}

fn pair(text: &[u8]) -> Option<(u8, &[u8])> {
    let length = text.iter().take(2).take_while(|byte| byte.is_ascii_digit()).count();
    let value = text[..length].iter().fold(0, |value, digit| value * 10 + (digit - b'0'));
    (length > 0).then_some((value, &text[length..]))
}

fn strip<'a>(text: &'a [u8], words: &[&str]) -> Option<&'a [u8]> {
    words.iter().find_map(|word| text.strip_prefix(word.as_bytes()))
}

fn is_any(rest: &[u8]) -> Option<()> {
    let blanks = rest.iter().take_while(|&&byte| byte == b' ').count();
    let rest = if blanks > 0 { &rest[blanks..] } else { rest.strip_prefix(b"T")? };
    let half = strip(rest, &["上午", "下午"]);
    let (hour, rest) = pair(half.unwrap_or(rest).trim_ascii_start())?;
    let rest = strip(rest, &[":", "时", "点"])?;
    let (minute, rest) = pair(rest)?;
    let rest = strip(rest, &["分"]).unwrap_or(rest);
    let (second, rest) = match strip(rest, &[":"]).or(Some(rest)).and_then(pair) {
        Some((second, rest)) => (second, fraction(strip(rest, &["秒"]).unwrap_or(rest))),
        None => (0, rest),
    };
    let rest = rest.trim_ascii_start();
    let english = strip(rest, &["AM", "PM", "am", "pm"]);
    let rest = english.unwrap_or(rest).trim_ascii();
    let hours = if half.is_some() || english.is_some() { 1..13 } else { 0..24 };
    // A Chinese half of the day is also written before hours from 0 to 23.
    let fits = hours.contains(&hour) || (half.is_some() && hour < 24);
    (fits && minute < 60 && second < 60 && is_zone(rest)).then_some(())
}

/// Passes over a fraction of a second.
fn fraction(rest: &[u8]) -> &[u8] {
    match rest {
        [b'.' | b',', digits @ ..] => {
            let length = digits.iter().take_while(|byte| byte.is_ascii_digit()).count();
            if length > 0 { &digits[length..] } else { rest }
        }
        _ => rest,
    }
}

/// Nothing, `Z`, `UTC`, `GMT`, `+08`, `+0800`, `+08:00` or `GMT+0800 (China Standard Time)`.
fn is_zone(rest: &[u8]) -> bool {
    let named = strip(rest, &["UTC", "GMT"]).unwrap_or(rest);
    let name_at = named.iter().position(|&byte| byte == b'(').filter(|_| named.ends_with(b")"));
    let offset = match named[..name_at.unwrap_or(named.len())].trim_ascii_end() {
        b"" => return name_at.is_none() || named.len() < rest.len(),
        b"Z" => return named.len() == rest.len(),
        [b'+' | b'-', offset @ ..] => offset,
        _ => return false,
    };
    let Some((hours, rest)) = pair(offset) else { return false };
    let rest = rest.strip_prefix(b":").unwrap_or(rest);
    let minutes = if rest.is_empty() { Some((0, rest)) } else { pair(rest) };
    hours < 15 && minutes.is_some_and(|(minutes, rest)| minutes < 60 && rest.is_empty())
}
