//! What stands around the digits of a number: sign, brackets, currency, percent, 万 and 亿.

use super::trim;

/// Digits, and what was said around them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dressed<'a> {
    /// Digits, groups, decimals, exponent; not empty.
    pub(super) body: &'a [u8],
    /// A minus on either side, or brackets.
    pub(super) negative: bool,
    /// The power of ten to multiply with: 4 for 万, -2 for percent.
    pub(super) power: i32,
    /// A currency was named.
    pub(super) currency: bool,
}

/// Currencies that stand before or after a number; longer ones before those they contain.
const CURRENCIES: [&str; 20] = [
    "US$",
    "HK$",
    "NT$",
    "RMB",
    "CNY",
    "USD",
    "EUR",
    "GBP",
    "HKD",
    "JPY",
    "TWD",
    "人民币",
    "美元",
    "港币",
    "¥",
    "$",
    "€",
    "£",
    "元",
    "圓",
];

/// Units of money that only stand after a number.
const MONEY_UNITS: [&str; 6] = ["元整", "圆整", "元正", "圆", "円", "块"];

/// Chinese units with their power of ten, composed ones before those they end in.
const POWERS: [(&str, i32); 9] = [
    ("万亿", 12),
    ("千亿", 11),
    ("百亿", 10),
    ("亿", 8),
    ("千万", 7),
    ("百万", 6),
    ("十万", 5),
    ("万", 4),
    ("千", 3),
];

/// Takes off everything around the digits; `None` where nothing is left.
///
/// Each kind goes once: one sign or pair of brackets, one currency before and one after, one unit or percent.
pub(super) fn undress(text: &[u8]) -> Option<Dressed<'_>> {
    let mut body = text;
    let (mut negative, mut signed) = (false, false);
    let (mut before, mut after) = (false, false);
    let mut power = None;
    loop {
        body = trim(body);
        if !signed && let [b'(', inner @ .., b')'] = body {
            (negative, signed, body) = (true, true, inner);
        } else if !signed && let Some(rest) = body.strip_prefix(b"+") {
            (signed, body) = (true, rest);
        } else if !signed
            && let Some(rest) = body.strip_prefix(b"-").or_else(|| body.strip_suffix(b"-"))
        {
            (negative, signed, body) = (true, true, rest);
        } else if !before && let Some(rest) = CURRENCIES.iter().find_map(|name| start(body, name)) {
            (before, body) = (true, rest);
        } else if !after
            && power.is_none()
            && let Some(rest) =
                MONEY_UNITS.iter().chain(&CURRENCIES).find_map(|name| end(body, name))
        {
            (after, body) = (true, rest);
        } else if power.is_none()
            && let Some((power_of, rest)) = unit(body)
        {
            (power, body) = (Some(power_of), rest);
        } else {
            break;
        }
    }
    let currency = before || after;
    if body.is_empty() || (currency && power == Some(PERCENT)) {
        return None;
    }
    Some(Dressed { body, negative, power: power.unwrap_or(0), currency })
}

const PERCENT: i32 = -2;

fn unit(body: &[u8]) -> Option<(i32, &[u8])> {
    if let Some(rest) = body.strip_suffix(b"%") {
        return Some((PERCENT, rest));
    }
    POWERS.iter().find_map(|&(name, power)| Some((power, body.strip_suffix(name.as_bytes())?)))
}

/// The text behind a name, in letters of either case.
fn start<'a>(text: &'a [u8], name: &str) -> Option<&'a [u8]> {
    let (head, rest) = text.split_at_checked(name.len())?;
    head.eq_ignore_ascii_case(name.as_bytes()).then_some(rest)
}

/// The text before a name, in letters of either case.
fn end<'a>(text: &'a [u8], name: &str) -> Option<&'a [u8]> {
    let (rest, tail) = text.split_at_checked(text.len().checked_sub(name.len())?)?;
    tail.eq_ignore_ascii_case(name.as_bytes()).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_around_digits() {
        for (text, body, negative, power, currency) in [
            ("(12.50)", "12.50", true, 0, false),
            ("$ (12.50)", "12.50", true, 0, true),
            ("-¥ 12", "12", true, 0, true),
            ("12-", "12", true, 0, false),
            ("usd 12", "12", false, 0, true),
            ("¥12元", "12", false, 0, true),
            ("1.5 万元", "1.5", false, 4, true),
            ("3亿", "3", false, 8, false),
            ("2千万", "2", false, 7, false),
            ("-12.5 %", "12.5", true, -2, false),
        ] {
            let expected = Dressed { body: body.as_bytes(), negative, power, currency };
            assert_eq!(undress(text.as_bytes()), Some(expected), "{text}");
        }
        for text in ["", "$", "()", "-", "万", "¥12%"] {
            assert_eq!(undress(text.as_bytes()), None, "{text}");
        }
    }
}
