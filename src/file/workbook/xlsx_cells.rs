//! The cells of an .xlsx sheet.

use std::io::Read;

use super::{
    Facts, NumberForm, SheetText, Stop, Token, Xml, broken, put_boolean, put_iso, put_number,
    put_serial, put_text, read_rich_text, unescape,
};
use crate::error::Error;

/// How the value of a cell is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Shared,
    Text,
    Inline,
    Boolean,
    Iso,
}

/// The cell being read.
#[derive(Debug, Clone, Copy)]
struct Cell {
    row: u32,
    column: u32,
    kind: Kind,
    form: NumberForm,
}

/// Puts out the cells that hold a value. Of merged cells the first alone does; of formulas it is the value last
/// computed.
pub(super) fn put_cells<R: Read>(
    mut xml: Xml<R>,
    facts: &Facts,
    text: &mut SheetText,
) -> Result<(), Stop> {
    // Where the next row and the next cell stand if they do not say.
    let (mut row, mut column) = (0_u32, 0_u32);
    let mut cell = Cell { row, column, kind: Kind::Number, form: NumberForm::Plain };
    let mut value = Vec::new();
    while let Some(token) = xml.next()? {
        match token {
            Token::Start(tag) => match tag.name {
                b"c" => {
                    cell = Cell { row, column, kind: Kind::Number, form: NumberForm::Plain };
                    for (name, found) in tag.attributes() {
                        match name {
                            b"r" => {
                                let (row, column) = cell_name(found).ok_or_else(broken)?;
                                cell.row = row.unwrap_or(cell.row);
                                cell.column = column;
                            }
                            b"s" => cell.form = form(found, facts),
                            b"t" => cell.kind = kind(found),
                            _ => {}
                        }
                    }
                    column = cell.column + 1;
                    value.clear();
                }
                b"v" if !tag.is_empty && cell.kind == Kind::Inline => xml.skip()?,
                b"v" if !tag.is_empty => xml.characters(&mut value)?,
                b"is" if !tag.is_empty => read_rich_text(&mut xml, &mut value)?,
                b"f" if !tag.is_empty => xml.skip()?,
                b"row" => {
                    if let Some(number) = tag.attribute(b"r") {
                        let number = digits(number).and_then(|number| number.checked_sub(1));
                        row = number.ok_or_else(broken)?;
                    }
                    row += u32::from(tag.is_empty);
                    column = 0;
                }
                b"sheetData" if tag.is_empty => return Ok(()),
                _ => {}
            },
            Token::End(b"c") if !value.is_empty() => put(cell, &mut value, facts, text)?,
            Token::End(b"row") => row += 1,
            Token::End(b"sheetData") => return Ok(()),
            _ => {}
        }
    }
    // The end of the cells never came.
    Err(broken().into())
}

/// Puts out one value.
fn put(cell: Cell, value: &mut Vec<u8>, facts: &Facts, text: &mut SheetText) -> Result<(), Stop> {
    if cell.kind == Kind::Shared {
        let index = digits(value.trim_ascii()).ok_or_else(broken)?;
        let field = facts.strings.get(index as usize).ok_or_else(broken)?;
        if !field.is_empty() {
            text.at(cell.row, cell.column)?.extend_from_slice(field);
        }
        return Ok(());
    }
    let into = text.at(cell.row, cell.column)?;
    match cell.kind {
        Kind::Number if cell.form == NumberForm::Plain && is_shortest(value) => {
            into.extend_from_slice(value);
        }
        Kind::Number => match number(value) {
            Some(number) if cell.form == NumberForm::Plain => put_number(number, into),
            Some(number) => put_serial(number, cell.form, facts.dates, into),
            None => put_text(value, into),
        },
        Kind::Boolean => put_boolean(matches!(&value[..], b"1" | b"true"), into),
        Kind::Iso => put_iso(value, into),
        Kind::Text => {
            unescape(value, 0);
            put_text(value, into);
        }
        Kind::Inline | Kind::Shared => put_text(value, into),
    }
    Ok(())
}

/// Cells that hold a value, without looking at what it is.
pub(super) fn count_cells<R: Read>(mut xml: Xml<R>) -> Result<u64, Error> {
    let mut cells = 0;
    while let Some(token) = xml.next()? {
        cells += u64::from(matches!(token, Token::Start(tag) if matches!(tag.name, b"v" | b"is")));
    }
    Ok(cells)
}

fn kind(name: &[u8]) -> Kind {
    match name {
        b"s" => Kind::Shared,
        b"str" | b"e" => Kind::Text,
        b"inlineStr" => Kind::Inline,
        b"b" => Kind::Boolean,
        b"d" => Kind::Iso,
        _ => Kind::Number,
    }
}

fn form(style: &[u8], facts: &Facts) -> NumberForm {
    let form = digits(style).and_then(|style| facts.forms.get(style as usize));
    form.copied().unwrap_or_default()
}

/// Row, where it is named, and column of `B7`, counted from 0.
#[inline]
pub(super) fn cell_name(name: &[u8]) -> Option<(Option<u32>, u32)> {
    let letters = name.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    if !(1..=3).contains(&letters) {
        return None;
    }
    let letter = |byte: u8| u32::from(byte.to_ascii_uppercase() - b'A') + 1;
    let column = name[..letters].iter().fold(0, |column, &byte| column * 26 + letter(byte)) - 1;
    let row = match &name[letters..] {
        [] => None,
        row => Some(digits(row)?.checked_sub(1)?),
    };
    Some((row, column))
}

/// A number of at most nine digits.
#[inline]
fn digits(text: &[u8]) -> Option<u32> {
    let is_number = (1..=9).contains(&text.len()) && text.iter().all(u8::is_ascii_digit);
    is_number.then(|| text.iter().fold(0, |number, &byte| number * 10 + u32::from(byte - b'0')))
}

fn number(text: &[u8]) -> Option<f64> {
    let number: f64 = std::str::from_utf8(text.trim_ascii()).ok()?.parse().ok()?;
    number.is_finite().then_some(number)
}

/// Whether a number stands there as it is put out: up to 15 digits are exact in a binary fraction, so that no
/// shorter form reads back as the same.
#[inline]
fn is_shortest(text: &[u8]) -> bool {
    let text = text.strip_prefix(b"-").unwrap_or(text);
    let mut digits = 0;
    let mut point = None;
    for (at, &byte) in text.iter().enumerate() {
        match byte {
            b'0'..=b'9' => digits += 1,
            b'.' if point.is_none() && at > 0 => point = Some(at),
            _ => return false,
        }
    }
    let no_spare_zero = text.first() != Some(&b'0') || matches!(text, [b'0', b'.', ..]);
    let ends_well = point.is_none() || !matches!(text.last(), Some(b'0' | b'.'));
    (1..=15).contains(&digits) && no_spare_zero && ends_well
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_cells() {
        for (name, at) in [
            ("A1", Some((Some(0), 0))),
            ("Z10", Some((Some(9), 25))),
            ("AA1", Some((Some(0), 26))),
            ("XFD1048576", Some((Some(1_048_575), 16_383))),
            ("B", Some((None, 1))),
            ("A0", None),
            ("12", None),
            ("ABCD1", None),
            ("A-1", None),
            ("", None),
        ] {
            assert_eq!(cell_name(name.as_bytes()), at, "{name}");
        }
    }

    #[test]
    fn numbers_that_need_not_be_written_anew() {
        for text in ["1", "-1", "17850", "2.55", "0.5", "-0.125", "123456789012345"] {
            assert!(is_shortest(text.as_bytes()), "{text}");
            assert_eq!(text, text.parse::<f64>().unwrap().to_string());
        }
        for text in
            ["", "-", "0", "007", "1.", ".5", "1.50", "1E5", "2.5499999999999998", "1.2.3", "+1"]
        {
            assert!(!is_shortest(text.as_bytes()), "{text}");
        }
    }
}
