//! Workbooks in binary: .xls of Excel 95 to 2003, and .xlsb.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{
    Data, ExcelDateTime, ExcelDateTimeType, Range, Reader, SheetType, SheetVisible, Xls, XlsError,
    Xlsb, XlsbError,
};

use super::{
    DateSystem, NumberForm, Sheet, SheetInfo, SheetText, Stop, broken, put_boolean, put_iso,
    put_number, put_serial, put_text,
};
use crate::error::{BinaryKind, Error};

/// The sheets of a workbook, all of whose cells are in memory.
#[derive(Debug)]
pub(super) struct Binary(Vec<Range<Data>>);

impl Binary {
    /// Reads an .xls workbook.
    pub(super) fn open_xls(bytes: Vec<u8>) -> Result<(Self, Vec<Sheet>), Error> {
        // Stream names are in UTF-16; that of a workbook with a password holds the whole of another.
        let has = |name: &str| {
            let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
            memchr::memmem::find(&bytes, &name).is_some()
        };
        if has("EncryptedPackage") && has("EncryptionInfo") {
            return Err(Error::EncryptedWorkbook);
        }
        let is_workbook = has("Workbook") || has("Book");
        let opened = guarded(|| Xls::new(Cursor::new(bytes)))?;
        match opened {
            Ok(workbook) => Self::of(workbook),
            Err(XlsError::Password) => Err(Error::EncryptedWorkbook),
            Err(_) if is_workbook => Err(broken()),
            Err(_) => Err(Error::NotText { kind: BinaryKind::Ole }),
        }
    }

    /// Reads an .xlsb workbook.
    pub(super) fn open_xlsb(bytes: Vec<u8>) -> Result<(Self, Vec<Sheet>), Error> {
        match guarded(|| Xlsb::new(Cursor::new(bytes)))? {
            Ok(workbook) => Self::of(workbook),
            Err(XlsbError::Password) => Err(Error::EncryptedWorkbook),
            Err(_) => Err(broken()),
        }
    }

    fn of<W: Reader<Cursor<Vec<u8>>>>(mut workbook: W) -> Result<(Self, Vec<Sheet>), Error> {
        let (mut ranges, mut sheets) = (Vec::new(), Vec::new());
        for sheet in workbook.sheets_metadata().to_vec() {
            if sheet.typ != SheetType::WorkSheet {
                continue;
            }
            let read = guarded(|| workbook.worksheet_range(&sheet.name))?;
            let range =
                read.map_err(|_| Error::BrokenWorkbook { sheet: Some(sheet.name.clone()) })?;
            let end = range.end();
            sheets.push(Sheet {
                info: SheetInfo {
                    name: sheet.name,
                    hidden: sheet.visible != SheetVisible::Visible,
                    rows: Some(end.map_or(0, |(row, _)| row + 1)),
                    columns: Some(end.map_or(0, |(_, column)| column + 1)),
                },
                cells: range.used_cells().count() as u64,
            });
            ranges.push(range);
        }
        Ok((Self(ranges), sheets))
    }

    /// Puts out the cells of a sheet.
    pub(super) fn put(&self, sheet: usize, text: &mut SheetText) -> Result<(), Stop> {
        let range = self.0.get(sheet).ok_or_else(broken)?;
        let Some((first_row, first_column)) = range.start() else { return Ok(()) };
        for (row, column, value) in range.used_cells() {
            if matches!(value, Data::String(text) if text.is_empty()) {
                continue;
            }
            put(value, text.at(first_row + row as u32, first_column + column as u32)?);
        }
        Ok(())
    }
}

fn put(value: &Data, into: &mut Vec<u8>) {
    match value {
        Data::Int(number) => put_number(*number as f64, into),
        Data::Float(number) => put_number(*number, into),
        Data::String(text) => put_text(text.as_bytes(), into),
        Data::Bool(value) => put_boolean(*value, into),
        Data::DateTime(date) => {
            let form = if date.is_duration() { NumberForm::Elapsed } else { NumberForm::Date };
            put_serial(date.as_f64(), form, system_of(date), into);
        }
        Data::DateTimeIso(text) | Data::DurationIso(text) => put_iso(text.as_bytes(), into),
        Data::Error(error) => put_text(error.to_string().as_bytes(), into),
        Data::Empty => {}
    }
}

/// The date system is known to the reader alone; it shows in what the date equals.
fn system_of(date: &ExcelDateTime) -> DateSystem {
    let kind =
        if date.is_duration() { ExcelDateTimeType::TimeDelta } else { ExcelDateTimeType::DateTime };
    let is_1904 = *date == ExcelDateTime::new(date.as_f64(), kind, true);
    if is_1904 { DateSystem::From1904 } else { DateSystem::From1900 }
}

/// Runs a reader of others, which may panic on a broken file: it reads tables of offsets that the file holds.
fn guarded<T>(read: impl FnOnce() -> T) -> Result<T, Error> {
    catch_unwind(AssertUnwindSafe(read)).map_err(|_| broken())
}
