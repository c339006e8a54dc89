//! Numbers that are measured and not added up: with all their digits, but not exact.

use super::{DecimalMark, NumberFault, NumberFit, read_number, trim};

/// A cell read as a figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    /// The value under the decimal mark: the nearest number to what the cell says.
    pub value: Result<f64, NumberFault>,
    /// Which marks can read it; `None`: neither.
    pub fit: Option<NumberFit>,
}

/// Reads a cell as [`read_number`] does, but keeps decimals past the sixth, and sizes that no amount has.
///
/// ```
/// use segmentlab::table::{DecimalMark, NumberFault, read_figure};
/// let read = |text: &str| read_figure(text.as_bytes(), DecimalMark::Point).value;
/// assert_eq!(read("0.00000012"), Ok(1.2e-7));
/// assert_eq!(read("1,234.5"), Ok(1234.5));
/// assert_eq!(read("12.5%"), Ok(0.125));
/// assert_eq!(read("many"), Err(NumberFault::Bad));
/// ```
#[must_use]
pub fn read_figure(text: &[u8], mark: DecimalMark) -> Figure {
    let number = read_number(text, mark);
    let value = match number.value {
        Err(fault @ (NumberFault::Bad | NumberFault::Empty)) => Err(fault),
        Ok(amount) => Ok(plain(text, mark).unwrap_or_else(|| amount.to_f64())),
        Err(NumberFault::TooLarge) => plain(text, mark).ok_or(NumberFault::TooLarge),
    };
    Figure { value, fit: number.fit }
}

/// A finite number of digits, at most one decimal mark and an exponent.
fn plain(text: &[u8], mark: DecimalMark) -> Option<f64> {
    let point = if mark == DecimalMark::Point { b'.' } else { b',' };
    let is_plain = |byte: &u8| {
        byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'e' | b'E') || *byte == point
    };
    let text = trim(text);
    if !text.iter().all(is_plain) {
        return None;
    }
    let text = std::str::from_utf8(text).ok()?;
    let value: f64 = if mark == DecimalMark::Point {
        text.parse().ok()?
    } else {
        text.replace(',', ".").parse().ok()?
    };
    value.is_finite().then_some(value + 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_digits_are_kept() {
        let read = |text: &str, mark| read_figure(text.as_bytes(), mark).value;
        let point = |text: &str| read(text, DecimalMark::Point);
        assert_eq!(point(" 31.234567891 "), Ok(31.234567891));
        assert_eq!(point("1e15"), Ok(1e15));
        assert_eq!(point("-0"), Ok(0.0));
        assert_eq!(point("1,234"), Ok(1234.0));
        assert_eq!(point("￥1.2万"), Ok(12_000.0));
        assert_eq!(point("1e999"), Err(NumberFault::TooLarge));
        assert_eq!(point("-"), Err(NumberFault::Empty));
        let comma = |text: &str| read(text, DecimalMark::Comma);
        assert_eq!(comma("0,12345678"), Ok(0.12345678));
        assert_eq!(comma("1.234"), Ok(1234.0));
        assert_eq!(comma("1.2.3"), Err(NumberFault::Bad));
    }
}
