//! Records of a CSV file that a spreadsheet opens without running anything.

use std::fmt::Display;
use std::io::Write;

use crate::table::Money;

/// CSV under construction.
pub(super) struct Record {
    bytes: Vec<u8>,
    /// Whether the record has a field yet.
    begun: bool,
}

impl Record {
    pub(super) fn starting(bytes: &[u8]) -> Self {
        Self { bytes: bytes.to_vec(), begun: false }
    }

    pub(super) fn end(&mut self) {
        self.bytes.extend_from_slice(b"\r\n");
        self.begun = false;
    }

    pub(super) fn finish(self) -> Vec<u8> {
        self.bytes
    }

    fn separate(&mut self) {
        if self.begun {
            self.bytes.push(b',');
        }
        self.begun = true;
    }

    /// A cell of text; what a spreadsheet would run is made plain by an apostrophe in front.
    pub(super) fn text(&mut self, text: &[u8]) {
        self.separate();
        let guard: &[u8] = if is_formula(text) { b"'" } else { b"" };
        let quoted = text.iter().any(|byte| matches!(byte, b',' | b'"' | b'\r' | b'\n'));
        if !quoted {
            self.bytes.extend_from_slice(guard);
            self.bytes.extend_from_slice(text);
            return;
        }
        self.bytes.push(b'"');
        self.bytes.extend_from_slice(guard);
        for &byte in text {
            if byte == b'"' {
                self.bytes.push(b'"');
            }
            self.bytes.push(byte);
        }
        self.bytes.push(b'"');
    }

    /// A whole number or a date: nothing in it needs quotes.
    pub(super) fn number(&mut self, number: impl Display) {
        self.separate();
        self.put(format_args!("{number}"));
    }

    /// All decimals the amount has, and no more.
    pub(super) fn money(&mut self, amount: Money) {
        self.separate();
        let scale = Money::SCALE.unsigned_abs();
        let millionths = amount.0.unsigned_abs();
        let sign = if amount < Money(0) { "-" } else { "" };
        self.put(format_args!("{sign}{}", millionths / scale));
        let mut decimals = millionths % scale;
        if decimals > 0 {
            let mut digits = 6;
            while decimals.is_multiple_of(10) {
                decimals /= 10;
                digits -= 1;
            }
            self.put(format_args!(".{decimals:0digits$}"));
        }
    }

    /// Rounded to four decimals.
    pub(super) fn decimal(&mut self, value: f64) {
        self.money(Money((value * 1e4).round() as i64 * 100));
    }

    fn put(&mut self, what: std::fmt::Arguments<'_>) {
        // A vector takes all that is written to it.
        let _ = self.bytes.write_fmt(what);
    }
}

/// Whether a spreadsheet may take the text for a formula. Full-width signs count: Excel in Chinese and
/// Japanese takes them for the plain ones. A number with a sign is a number.
fn is_formula(text: &[u8]) -> bool {
    let starts = [b"=", b"+", b"-", b"@", b"\t", b"\r", b"\n"];
    let full_width = ["＝", "＋", "－", "＠"];
    let signed = starts.iter().any(|start| text.starts_with(*start))
        || full_width.iter().any(|start| text.starts_with(start.as_bytes()));
    signed && !is_number(text)
}

/// A sign, digits, and perhaps a point and more digits.
fn is_number(text: &[u8]) -> bool {
    let unsigned = text.strip_prefix(b"-").or_else(|| text.strip_prefix(b"+")).unwrap_or(text);
    let all_digits = |part: &[u8]| !part.is_empty() && part.iter().all(u8::is_ascii_digit);
    match unsigned.iter().position(|&byte| byte == b'.') {
        Some(point) => all_digits(&unsigned[..point]) && all_digits(&unsigned[point + 1..]),
        None => all_digits(unsigned),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(write: impl FnOnce(&mut Record)) -> String {
        let mut record = Record::starting(b"");
        write(&mut record);
        String::from_utf8(record.finish()).unwrap()
    }

    fn text(text: &str) -> String {
        cell(|record| record.text(text.as_bytes()))
    }

    #[test]
    fn quotes_as_rfc_4180_says() {
        assert_eq!(text("plain"), "plain");
        assert_eq!(text("a,b"), "\"a,b\"");
        assert_eq!(text("say \"hi\""), "\"say \"\"hi\"\"\"");
        assert_eq!(text("two\nlines"), "\"two\nlines\"");
    }

    #[test]
    fn formulas_are_made_plain() {
        for start in ["=", "+", "-", "@", "\t", "＝", "＋", "－", "＠"] {
            let formula = format!("{start}cmd|' /C calc'!A0");
            assert_eq!(text(&formula), format!("'{formula}"));
        }
        assert_eq!(text("\rx"), "\"'\rx\"");
        assert_eq!(text("=A1,B1"), "\"'=A1,B1\"");
        assert_eq!(text("-"), "'-");
        assert_eq!(text("-2+3"), "'-2+3");
        assert_eq!(text("+1."), "'+1.");
    }

    #[test]
    fn numbers_stay_numbers() {
        for number in ["-5", "+3.25", "17850", "-0.5"] {
            assert_eq!(text(number), number);
        }
        assert_eq!(text("a=b"), "a=b");
    }

    #[test]
    fn amounts_are_printed_exactly() {
        let money = |millionths| cell(|record| record.money(Money(millionths)));
        assert_eq!(money(8_911_407_904_000), "8911407.904");
        assert_eq!(money(-60_704_000), "-60.704");
        assert_eq!(money(100_000), "0.1");
        assert_eq!(money(-1), "-0.000001");
        assert_eq!(money(0), "0");
        assert_eq!(money(120_000_000), "120");
        assert_eq!(money(i64::MIN), "-9223372036854.775808");
    }

    #[test]
    fn scores_have_four_decimals_at_most() {
        let decimal = |value| cell(|record| record.decimal(value));
        assert_eq!(decimal(11.0 / 3.0), "3.6667");
        assert_eq!(decimal(4.5), "4.5");
        assert_eq!(decimal(5.0), "5");
        assert_eq!(decimal(4.999_99), "5");
    }

    #[test]
    fn fields_and_records_are_separated() {
        let lines = cell(|record| {
            record.text(b"");
            record.number(7);
            record.end();
            record.text(b"x");
            record.end();
        });
        assert_eq!(lines, ",7\r\nx\r\n");
    }
}
