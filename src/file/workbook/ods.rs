//! Workbooks of OpenDocument: .ods.

use std::collections::HashSet;
use std::io::Read;

use super::{
    Archive, MAX_COLUMNS, Sheet, SheetInfo, SheetText, Stop, Tag, Token, Xml, broken, put_boolean,
    put_iso, put_number, put_text, put_time, resolve,
};
use crate::error::Error;

/// An open workbook.
#[derive(Debug)]
pub(super) struct Ods(Archive);

impl Ods {
    /// Goes through the sheets once, to know how large they are.
    pub(super) fn open(mut archive: Archive) -> Result<(Self, Vec<Sheet>), Error> {
        if let Some(mut manifest) = archive.xml("META-INF/manifest.xml")? {
            while let Some(token) = manifest.next()? {
                if matches!(token, Token::Start(tag) if tag.name == b"encryption-data") {
                    return Err(Error::EncryptedWorkbook);
                }
            }
        }
        let xml = archive.xml("content.xml")?.ok_or_else(broken)?;
        match walk(xml, None) {
            Ok(sheets) => Ok((Self(archive), sheets)),
            Err(Stop::Failed(error)) => Err(error),
            Err(Stop::Stopped) => Err(broken()),
        }
    }

    /// Puts out the cells of a sheet. Of merged cells the first alone does.
    pub(super) fn put(&mut self, sheet: usize, text: &mut SheetText) -> Result<(), Stop> {
        let xml = self.0.xml("content.xml")?.ok_or_else(broken)?;
        walk(xml, Some((sheet, text))).map(|_| ())
    }
}

/// What a cell says of its value.
#[derive(Debug, Default)]
struct Cell {
    kind: Kind,
    /// The value as the cell's attribute has it.
    value: Vec<u8>,
    /// The text that it shows.
    shown: Vec<u8>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Kind {
    /// No value, or one that is only shown.
    #[default]
    Shown,
    Number,
    Date,
    Time,
    Boolean,
}

impl Cell {
    fn begin(&mut self, tag: Tag) {
        self.shown.clear();
        self.value.clear();
        let (kind, value): (_, &[u8]) = match tag.attribute(b"office:value-type") {
            // Errors are strings and numbers to older programs.
            _ if tag.attribute(b"calcext:value-type") == Some(b"error") => (Kind::Shown, b""),
            Some(b"float" | b"percentage" | b"currency") => (Kind::Number, b"office:value"),
            Some(b"date") => (Kind::Date, b"office:date-value"),
            Some(b"time") => (Kind::Time, b"office:time-value"),
            Some(b"boolean") => (Kind::Boolean, b"office:boolean-value"),
            _ => (Kind::Shown, b"office:string-value"),
        };
        self.kind = kind;
        resolve(tag.attribute(value).unwrap_or_default(), &mut self.value);
    }

    fn is_filled(&self) -> bool {
        !(self.value.is_empty() && self.shown.is_empty())
    }

    fn put(&self, into: &mut Vec<u8>) {
        let value = std::str::from_utf8(&self.value).unwrap_or_default();
        match self.kind {
            Kind::Number => match value.parse::<f64>() {
                Ok(number) if number.is_finite() => put_number(number, into),
                _ => put_text(&self.shown, into),
            },
            Kind::Date => put_iso(&self.value, into),
            Kind::Time => match seconds(value) {
                Some(seconds) => put_time(seconds, into),
                None => put_text(&self.shown, into),
            },
            Kind::Boolean => put_boolean(value == "true", into),
            Kind::Shown if self.value.is_empty() => put_text(&self.shown, into),
            Kind::Shown => put_text(&self.value, into),
        }
    }
}

/// `PT08H26M00S` in seconds.
fn seconds(duration: &str) -> Option<u64> {
    let (hours, rest) = duration.strip_prefix("PT")?.split_once('H')?;
    let (minutes, rest) = rest.split_once('M')?;
    let seconds: f64 = rest.strip_suffix('S')?.replace(',', ".").parse().ok()?;
    let whole = hours.parse::<u64>().ok()?.checked_mul(3600)?;
    whole.checked_add(minutes.parse::<u64>().ok()?.checked_mul(60)?)?.checked_add(seconds as u64)
}

/// Goes through all sheets and tells what they are; puts out the cells of the wanted one.
fn walk<R: Read>(
    mut xml: Xml<R>,
    mut wanted: Option<(usize, &mut SheetText)>,
) -> Result<Vec<Sheet>, Stop> {
    let mut sheets: Vec<Sheet> = Vec::new();
    let mut hidden_styles: HashSet<Vec<u8>> = HashSet::new();
    let mut style = Vec::new();
    let mut place = Place::default();
    let mut cell = Cell::default();
    // Tables inside of cells are none of the workbook's sheets.
    let mut depth = 0_u32;
    while let Some(token) = xml.next()? {
        match token {
            Token::Start(tag) => match tag.name {
                b"style" => {
                    style.clear();
                    style.extend_from_slice(tag.attribute(b"style:name").unwrap_or_default());
                }
                b"table-properties" if tag.attribute(b"table:display") == Some(b"false") => {
                    hidden_styles.insert(style.clone());
                }
                b"table" => {
                    if depth == 0 {
                        sheets.push(sheet(tag, &hidden_styles));
                        place = Place::default();
                    }
                    depth += u32::from(!tag.is_empty);
                }
                b"table-row" if depth == 1 => {
                    let rows = tag.number(b"table:number-rows-repeated").unwrap_or(1).max(1);
                    if tag.is_empty {
                        place.row = place.row.saturating_add(rows);
                    } else {
                        (place.rows, place.column, place.is_filled) = (rows, 0, false);
                    }
                }
                b"table-cell" if depth == 1 => {
                    let columns = tag.number(b"table:number-columns-repeated").unwrap_or(1).max(1);
                    let is_empty = tag.is_empty;
                    cell.begin(tag);
                    if !is_empty {
                        read_shown(&mut xml, &mut cell.shown)?;
                    }
                    if cell.is_filled() {
                        let text = of_wanted(&mut wanted, sheets.len());
                        put(&cell, &mut place, columns, text)?;
                    }
                    place.column = place.column.saturating_add(columns);
                }
                b"covered-table-cell" if depth == 1 => {
                    let columns = tag.number(b"table:number-columns-repeated").unwrap_or(1).max(1);
                    let is_empty = tag.is_empty;
                    place.column = place.column.saturating_add(columns);
                    if !is_empty {
                        xml.skip()?;
                    }
                }
                _ => {}
            },
            Token::End(b"table") => depth = depth.saturating_sub(1),
            Token::End(b"table-row") if depth == 1 => {
                if place.is_filled {
                    if let Some(text) = of_wanted(&mut wanted, sheets.len()) {
                        text.repeat(place.rows - 1)?;
                    }
                    if let Some(sheet) = sheets.last_mut() {
                        sheet.count(&place);
                    }
                }
                (place.row, place.cells) = (place.row.saturating_add(place.rows), 0);
            }
            _ => {}
        }
    }
    Ok(sheets)
}

/// Where in a sheet.
#[derive(Debug, Default)]
struct Place {
    row: u32,
    /// How many rows are alike from here.
    rows: u32,
    column: u32,
    /// Filled cells of the row, and the end of the last.
    cells: u64,
    end: u32,
    is_filled: bool,
}

fn sheet(tag: Tag, hidden_styles: &HashSet<Vec<u8>>) -> Sheet {
    let style = tag.attribute(b"table:style-name").unwrap_or_default();
    let info = SheetInfo {
        name: tag.text(b"table:name").unwrap_or_default(),
        hidden: hidden_styles.contains(style),
        rows: Some(0),
        columns: Some(0),
    };
    Sheet { info, cells: 0 }
}

impl Sheet {
    fn count(&mut self, place: &Place) {
        self.cells += place.cells * u64::from(place.rows);
        self.info.rows = Some(place.row.saturating_add(place.rows));
        self.info.columns = self.info.columns.max(Some(place.end));
    }
}

/// The text, if the sheet that is being read is the wanted one.
fn of_wanted<'t, 's>(
    wanted: &'t mut Option<(usize, &mut SheetText<'s>)>,
    sheets: usize,
) -> Option<&'t mut SheetText<'s>> {
    match wanted {
        Some((sheet, text)) if *sheet + 1 == sheets => Some(text),
        _ => None,
    }
}

/// Puts a cell out as often as it stands side by side.
fn put(
    cell: &Cell,
    place: &mut Place,
    columns: u32,
    text: Option<&mut SheetText>,
) -> Result<(), Stop> {
    place.is_filled = true;
    place.cells += u64::from(columns);
    place.end = place.column.saturating_add(columns);
    if place.end > MAX_COLUMNS {
        return Err(broken().into());
    }
    if let Some(text) = text {
        for column in place.column..place.end {
            cell.put(text.at(place.row, column)?);
        }
    }
    Ok(())
}

/// Appends the paragraphs of a cell, whose start tag was the last token, a blank between two; comments and
/// pictures are left out.
fn read_shown<R: Read>(xml: &mut Xml<R>, into: &mut Vec<u8>) -> Result<(), Error> {
    let mut is_first = true;
    loop {
        match xml.next()?.ok_or_else(broken)? {
            Token::Start(tag) if tag.is_empty => {}
            Token::Start(tag) if tag.name == b"p" => {
                if !is_first {
                    into.push(b' ');
                }
                is_first = false;
                read_paragraph(xml, into)?;
            }
            Token::Start(_) => xml.skip()?,
            Token::End(_) => return Ok(()),
            Token::Text(_) | Token::Cdata(_) => {}
        }
    }
}

fn read_paragraph<R: Read>(xml: &mut Xml<R>, into: &mut Vec<u8>) -> Result<(), Error> {
    let mut depth = 1_u64;
    while depth > 0 {
        match xml.next()?.ok_or_else(broken)? {
            Token::Start(tag) => {
                match tag.name {
                    b"s" => {
                        let blanks = tag.number(b"text:c").unwrap_or(1).min(1 << 10);
                        into.extend((0..blanks).map(|_| b' '));
                    }
                    b"tab" | b"line-break" => into.push(b' '),
                    _ => {}
                }
                depth += u64::from(!tag.is_empty);
            }
            Token::End(_) => depth -= 1,
            Token::Text(text) => resolve(text, into),
            Token::Cdata(text) => into.extend_from_slice(text),
        }
    }
    Ok(())
}
