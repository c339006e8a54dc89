//! Numbers, read straight to exact amounts.

use super::{
    DecimalMark, Money, NumberFit, is_missing, narrow, read_digits, trim, undress, unwrap,
};

/// Why a cell is no amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberFault {
    /// It holds no value.
    Empty,
    /// It is not a number under the decimal mark.
    Bad,
    /// It is larger than an amount can be.
    TooLarge,
}

/// A cell read as a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number {
    /// The value under the decimal mark.
    pub value: Result<Money, NumberFault>,
    /// Which marks can read it; `None`: neither.
    pub fit: Option<NumberFit>,
}

const TENS: [u64; 7] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];

/// Reads a cell under a decimal mark: `-12.5`, `1,234.56`, `1 234,56`, `￥12`, `12 €`, `(12.50)`, `12.50-`, `1E5`,
/// `12.5%` (0.125), `1.2万` (12,000), `3亿元`, `１２．５`.
///
/// Groups of thousands have three digits (or, as in India, two before the last three), parted by the
/// other mark, a blank or an apostrophe. A unit multiplies exactly: decimals are rounded to millionths once, behind it.
///
/// A dash alone says that there is no value, as exports write it; with a currency, or with two blanks behind it, it
/// is the zero of a spreadsheet's accounting format (`$ -`).
///
/// ```
/// use segmentlab::table::{DecimalMark, Money, NumberFit, read_number};
/// let number = read_number("¥1,234.50".as_bytes(), DecimalMark::Point);
/// assert_eq!(number.value, Ok(Money(1_234_500_000)));
/// assert_eq!(number.fit, Some(NumberFit::Point));
/// assert_eq!(read_number("1.2万".as_bytes(), DecimalMark::Point).value, Ok(Money(12_000_000_000)));
/// ```
#[inline]
#[must_use]
pub fn read_number(text: &[u8], mark: DecimalMark) -> Number {
    read_plain(text, mark).unwrap_or_else(|| read_any(text, mark))
}

/// Digits with at most one mark, the form of nearly all cells.
#[inline]
fn read_plain(text: &[u8], mark: DecimalMark) -> Option<Number> {
    let (negative, digits) = match text.split_first() {
        Some((b'-', rest)) => (true, rest),
        _ => (false, text),
    };
    let mut whole = 0_u64;
    let mut at = 0;
    while let Some(digit) = digits.get(at).map(|byte| byte.wrapping_sub(b'0'))
        && digit < 10
    {
        whole = whole.wrapping_mul(10).wrapping_add(digit.into());
        at += 1;
    }
    if at > 12 {
        return None;
    }
    let sign =
        |millionths: u64| Money(if negative { -(millionths as i64) } else { millionths as i64 });
    let Some(&separator) = digits.get(at) else {
        let value = Ok(sign(whole * TENS[6]));
        return (at > 0).then_some(Number { value, fit: Some(NumberFit::Plain) });
    };
    if separator != b'.' && separator != b',' {
        return None;
    }
    let decimals = &digits[at + 1..];
    let mut fraction = 0_u64;
    for &byte in decimals.iter().take(6) {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        fraction = fraction * 10 + u64::from(digit);
    }
    let mut millionths = whole * TENS[6];
    if decimals.len() <= 6 {
        millionths += fraction * TENS[6 - decimals.len()];
    } else {
        if !decimals[6..].iter().all(u8::is_ascii_digit) {
            return None;
        }
        millionths += fraction + u64::from(decimals[6] >= b'5');
    }
    if at + decimals.len() == 0 {
        return None;
    }
    let is_mark = (separator == b'.') == (mark == DecimalMark::Point);
    if decimals.len() == 3 && (1..=3).contains(&at) && digits[0] != b'0' {
        // One group of thousands, or three decimals.
        let value = if is_mark { millionths } else { (whole * 1000 + fraction) * TENS[6] };
        let fit = if separator == b',' { NumberFit::EitherComma } else { NumberFit::EitherPoint };
        return Some(Number { value: Ok(sign(value)), fit: Some(fit) });
    }
    let fit = if separator == b'.' { NumberFit::Point } else { NumberFit::Comma };
    let value = if is_mark { Ok(sign(millionths)) } else { Err(NumberFault::Bad) };
    Some(Number { value, fit: Some(fit) })
}

/// Everything else: what stands around the digits, groups, exponents.
#[cold]
fn read_any(text: &[u8], mark: DecimalMark) -> Number {
    let text = narrow(text);
    if is_accounting_zero(&text) {
        return Number { value: Ok(Money(0)), fit: Some(NumberFit::Plain) };
    }
    let text = trim(unwrap(trim(&text)));
    if is_missing(text) {
        return Number { value: Err(NumberFault::Empty), fit: None };
    }
    let Some(dressed) = undress(text) else {
        return Number { value: Err(NumberFault::Bad), fit: None };
    };
    let point = read_digits(dressed.body, b'.', dressed.power);
    let comma = read_digits(dressed.body, b',', dressed.power);
    let fit = match (point, comma) {
        (None, None) => None,
        (Some(_), None) => Some(NumberFit::Point),
        (None, Some(_)) => Some(NumberFit::Comma),
        (Some(a), Some(b)) if a == b => Some(NumberFit::Plain),
        (Some(_), Some(_)) if dressed.body.contains(&b',') => Some(NumberFit::EitherComma),
        (Some(_), Some(_)) => Some(NumberFit::EitherPoint),
    };
    let value = match if mark == DecimalMark::Point { point } else { comma } {
        None => Err(NumberFault::Bad),
        Some(None) => Err(NumberFault::TooLarge),
        Some(Some(millionths)) => {
            Ok(Money(if dressed.negative { -millionths } else { millionths }))
        }
    };
    Number { value, fit }
}

/// Whether a cell is the zero of an accounting format: a dash with a currency, or with the blanks behind it that
/// stand for the decimals.
fn is_accounting_zero(text: &[u8]) -> bool {
    let inner = trim(text);
    let Some(at) = inner.iter().position(|&byte| byte == b'-') else { return false };
    if inner.len() == 1 {
        return text.starts_with(b" ") && text.trim_ascii_start().starts_with(b"-  ");
    }
    if inner.iter().any(u8::is_ascii_digit) {
        return false;
    }
    // A digit in its place shows whether the rest is a currency and nothing else.
    let filled = [&inner[..at], b"0", &inner[at + 1..]].concat();
    undress(&filled).is_some_and(|dressed| {
        dressed.currency && !dressed.negative && dressed.power == 0 && dressed.body == b"0"
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str, mark: DecimalMark) -> Result<f64, NumberFault> {
        read_number(text.as_bytes(), mark).value.map(Money::to_f64)
    }

    #[test]
    fn forms_under_a_point() {
        for (text, value) in [
            ("0", 0.0),
            ("-0", 0.0),
            ("42", 42.0),
            ("007", 7.0),
            ("-12.5", -12.5),
            ("+12.5", 12.5),
            (".5", 0.5),
            ("12.", 12.0),
            ("1,234", 1234.0),
            ("1,234.56", 1234.56),
            ("1,234,567.89", 1_234_567.89),
            ("12,34,567.5", 1_234_567.5),
            ("1 234.5", 1234.5),
            ("1'234.5", 1234.5),
            ("(12.50)", -12.5),
            ("12.50-", -12.5),
            ("\u{2212}3", -3.0),
            ("￥12", 12.0),
            ("-¥ 12.5", -12.5),
            ("$-12.5", -12.5),
            ("12.5 €", 12.5),
            ("12.5元", 12.5),
            ("US$1,000", 1000.0),
            ("CNY 8", 8.0),
            ("1E5", 100_000.0),
            ("1.5e-3", 0.0015),
            ("2.5E+06", 2_500_000.0),
            (" 7 ", 7.0),
            ("0.0000005", 0.000_001),
            ("0.00000049", 0.0),
            ("-60.70400000000001", -60.704),
            ("125.43999999999998", 125.44),
            ("9223372036854.775807", 9_223_372_036_854.775),
            ("1e-400", 0.0),
            ("000000000000000000000000000000000012", 12.0),
            ("1\u{202f}234.5", 1234.5),
            ("1\u{2009}234.5", 1234.5),
            ("1’234.5", 1234.5),
            ("１２３．５０", 123.5),
            ("－１２，５００", -12500.0),
            ("＋3", 3.0),
            ("（12.50）", -12.5),
            ("–12.5", -12.5),
            ("‒12.5", -12.5),
            ("$(12.50)", -12.5),
            ("$ (1,234.50)", -1234.5),
            ("HK$12", 12.0),
            ("NT$ 1,200", 1200.0),
            ("12.5 usd", 12.5),
            ("RMB 12.5元", 12.5),
            ("￥1,234.50", 1234.5),
            ("50块", 50.0),
            ("100元整", 100.0),
            ("1200円", 1200.0),
            ("1.2万", 12_000.0),
            ("1.23456789万", 12_345.678_9),
            ("0.0000000001亿", 0.01),
            ("3亿", 300_000_000.0),
            ("３億", 300_000_000.0),
            ("-1.5 万元", -15_000.0),
            ("￥1.5万", 15_000.0),
            ("2千", 2000.0),
            ("5千万", 50_000_000.0),
            ("1.2万亿", 1_200_000_000_000.0),
            ("12.5%", 0.125),
            ("１２．５％", 0.125),
            ("(5%)", -0.05),
            ("$ -", 0.0),
            ("¥ –  ", 0.0),
            ("- €", 0.0),
            (" -   ", 0.0),
            ("=\"12.5\"", 12.5),
        ] {
            assert_eq!(read(text, DecimalMark::Point), Ok(value), "{text}");
        }
    }

    #[test]
    fn what_is_no_number() {
        for text in [
            "abc",
            "1,5",
            "1.2.3",
            "12,34",
            "1,23,45",
            "--5",
            "-(5)",
            "1e",
            "e5",
            "12%%",
            "¥12%",
            "1万%",
            "万",
            "1万2",
            "3亿5000万",
            "-$-",
            ".",
            "1 23",
            "1,234 567",
            "0,123",
            "0x10",
            "1_000",
            "$",
            "5-3",
            "$万",
            "12:30",
            "1.2e3.4",
            "()",
        ] {
            assert_eq!(read(text, DecimalMark::Point), Err(NumberFault::Bad), "{text}");
        }
        for text in ["", "  ", "NULL", "nan", "\u{a0}", "-", " - ", "--", "—", "－"] {
            assert_eq!(read(text, DecimalMark::Point), Err(NumberFault::Empty), "{text}");
        }
        for text in [
            "9223372036854.775808",
            "1e13",
            "1e999",
            "10万亿",
            "99999999999999999999999999999999999999999",
        ] {
            assert_eq!(read(text, DecimalMark::Point), Err(NumberFault::TooLarge), "{text}");
        }
    }

    #[test]
    fn forms_under_a_comma() {
        for (text, value) in [
            ("1,5", 1.5),
            ("1.234", 1234.0),
            ("1.234,56", 1234.56),
            ("1,234", 1.234),
            ("-0,5", -0.5),
        ] {
            assert_eq!(read(text, DecimalMark::Comma), Ok(value), "{text}");
        }
        assert_eq!(read("12.50", DecimalMark::Comma), Err(NumberFault::Bad));
    }

    #[test]
    fn what_a_cell_tells_about_the_mark() {
        for (text, fit) in [
            ("12", Some(NumberFit::Plain)),
            ("1E5", Some(NumberFit::Plain)),
            ("1 234", Some(NumberFit::Plain)),
            ("12.5", Some(NumberFit::Point)),
            ("0.125", Some(NumberFit::Point)),
            ("1234.125", Some(NumberFit::Point)),
            ("1,234,567", Some(NumberFit::Point)),
            ("12,5", Some(NumberFit::Comma)),
            ("1.234.567", Some(NumberFit::Comma)),
            ("1.234", Some(NumberFit::EitherPoint)),
            ("-1,234", Some(NumberFit::EitherComma)),
            ("￥1,234", Some(NumberFit::EitherComma)),
            ("1.234万", Some(NumberFit::EitherPoint)),
            ("12.5%", Some(NumberFit::Point)),
            ("$ -", Some(NumberFit::Plain)),
            ("-", None),
            ("x", None),
        ] {
            for mark in [DecimalMark::Point, DecimalMark::Comma] {
                assert_eq!(read_number(text.as_bytes(), mark).fit, fit, "{text}");
            }
        }
    }

    proptest! {
        /// Written out with any number of decimals, groups or none, an amount comes back.
        #[test]
        fn written_amounts_come_back(millionths in -9_000_000_000_000_000_000..=9_000_000_000_000_000_000_i64, comma: bool, grouped: bool) {
            let (whole, fraction) = (millionths.unsigned_abs() / 1_000_000, millionths.unsigned_abs() % 1_000_000);
            let (mark, other) = if comma { (',', '.') } else { ('.', ',') };
            let digits = whole.to_string();
            let mut text = String::from(if millionths < 0 { "-" } else { "" });
            for (place, digit) in digits.chars().enumerate() {
                if grouped && place > 0 && (digits.len() - place) % 3 == 0 {
                    text.push(other);
                }
                text.push(digit);
            }
            text += &format!("{mark}{fraction:06}");
            let mark = if comma { DecimalMark::Comma } else { DecimalMark::Point };
            prop_assert_eq!(read_number(text.as_bytes(), mark).value, Ok(Money(millionths)), "{}", text);
        }

        /// The short way and the long way agree wherever the short way answers.
        #[test]
        fn both_ways_agree(text in "-?[0-9]{0,14}[.,]?[0-9]{0,9}", comma: bool) {
            let mark = if comma { DecimalMark::Comma } else { DecimalMark::Point };
            if let Some(number) = read_plain(text.as_bytes(), mark) {
                prop_assert_eq!(number, read_any(text.as_bytes(), mark), "{}", text);
            }
        }
    }
}
