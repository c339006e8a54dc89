//! Workbooks: a sheet becomes text, which is then read like any other file.
//!
//! Line n of the text is row n of the sheet; the first field is column A, and cells behind the last filled one of a
//! row are left out. Text is always quoted, and a line break inside of a cell is a blank. Numbers stand bare, with a
//! decimal point, in the shortest form that reads back exactly; dates bare as `2017-04-27`, with a time of day as
//! `2017-04-27 08:26:00`; times alone as text; booleans as `TRUE` and `FALSE`; errors as text as they show.
//! Of merged cells, across and down, the first alone has the value. Formulas give the value they last had.

mod archive;
mod binary;
mod format;
mod ods;
mod serial;
mod shared_strings;
mod sheet_text;
mod xlsx;
mod xlsx_cells;
mod xml;

use archive::{Archive, Format};
use binary::Binary;
use format::{built_in_form, form_of};
use ods::Ods;
use serial::{DateSystem, NumberForm, put_serial, put_time};
use shared_strings::{SharedStrings, read_rich_text, unescape};
use sheet_text::{SheetText, Stop, put_boolean, put_iso, put_number, put_text};
use xlsx::{Facts, Xlsx};
use xlsx_cells::{cell_name, count_cells, put_cells};
use xml::{Tag, Token, Xml, resolve};

use std::ops::ControlFlow;

use serde::Serialize;

use super::{Encoding, binary_kind};
use crate::error::{BinaryKind, Error};

/// A part of a workbook that says it unpacks to more bytes than this is refused before anything is unpacked.
pub const MAX_PART: u64 = 3 << 29;

/// The text of a sheet may have so many bytes.
pub const MAX_TEXT: u64 = 2 << 30;

/// Rows and columns of the largest sheet there can be.
const MAX_ROWS: u32 = 1 << 20;
const MAX_COLUMNS: u32 = 1 << 14;

/// A sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct SheetInfo {
    /// Its name.
    pub name: String,
    /// Whether the workbook hides it.
    pub hidden: bool,
    /// Rows from the first to the last, as the sheet declares them; `None` where it does not.
    pub rows: Option<u32>,
    /// Columns from A to the last, as the sheet declares them.
    pub columns: Option<u32>,
}

/// A sheet and how much is in it.
#[derive(Debug)]
struct Sheet {
    info: SheetInfo,
    /// Filled cells; about, for large sheets.
    cells: u64,
}

/// An open workbook: .xlsx, .xlsm, .xlsb, .xls or .ods.
#[derive(Debug)]
pub struct Workbook {
    reader: Readers,
    sheets: Vec<Sheet>,
}

#[derive(Debug)]
enum Readers {
    Xlsx(Box<Xlsx>),
    Ods(Ods),
    Binary(Binary),
}

impl Workbook {
    /// Opens a workbook.
    ///
    /// ```
    /// use segmentlab::error::Error;
    /// use segmentlab::file::Workbook;
    /// assert_eq!(Workbook::open(b"PK\x03\x04".to_vec()).err(), Some(Error::BrokenWorkbook { sheet: None }));
    /// ```
    ///
    /// # Errors
    /// [`Error::EncryptedWorkbook`], [`Error::BrokenWorkbook`], [`Error::WorkbookTooLarge`], [`Error::EmptyWorkbook`];
    /// [`Error::NotText`] if the bytes are something else.
    pub fn open(bytes: Vec<u8>) -> Result<Self, Error> {
        let kind = binary_kind(&bytes, Encoding::Utf8).unwrap_or(BinaryKind::Unknown);
        let (reader, sheets) = match kind {
            BinaryKind::Zip => {
                let mut archive = Archive::open(bytes)?;
                match archive.format()? {
                    Format::Xlsx => {
                        let (xlsx, sheets) = Xlsx::open(archive)?;
                        (Readers::Xlsx(Box::new(xlsx)), sheets)
                    }
                    Format::Xlsb => {
                        let (binary, sheets) = Binary::open_xlsb(archive.into_bytes())?;
                        (Readers::Binary(binary), sheets)
                    }
                    Format::Ods => {
                        let (ods, sheets) = Ods::open(archive)?;
                        (Readers::Ods(ods), sheets)
                    }
                }
            }
            BinaryKind::Ole => {
                let (binary, sheets) = Binary::open_xls(bytes)?;
                (Readers::Binary(binary), sheets)
            }
            kind => return Err(Error::NotText { kind }),
        };
        if sheets.iter().all(|sheet| sheet.cells == 0) {
            return Err(Error::EmptyWorkbook);
        }
        Ok(Self { reader, sheets })
    }

    /// The sheets with cells, in the workbook's order, hidden ones among them.
    pub fn sheets(&self) -> impl Iterator<Item = &SheetInfo> {
        self.sheets.iter().map(|sheet| &sheet.info)
    }

    /// The sheet that looks most like data: of the visible ones, the one with the most cells. Of hidden ones only
    /// where no other holds any.
    #[must_use]
    pub fn best_sheet(&self) -> &str {
        let best = self.sheets.iter().rev().max_by_key(|sheet| {
            let visible = !sheet.info.hidden && sheet.cells > 0;
            (visible, sheet.cells)
        });
        best.map_or("", |sheet| &sheet.info.name)
    }

    /// Puts out the text of a sheet, in pieces that are a little longer than `piece` bytes and end with a line. `sink`
    /// takes each of them with the rows that were put out so far, and says whether to go on.
    ///
    /// # Errors
    /// [`Error::NoSuchSheet`]; [`Error::BrokenWorkbook`], [`Error::WorkbookTooLarge`], [`Error::EncryptedWorkbook`].
    pub fn text(
        &mut self,
        sheet: &str,
        piece: usize,
        sink: &mut dyn FnMut(&[u8], u32) -> ControlFlow<()>,
    ) -> Result<(), Error> {
        let Some(at) = self.sheets.iter().position(|known| known.info.name == sheet) else {
            return Err(Error::NoSuchSheet { sheet: sheet.to_owned() });
        };
        let mut text = SheetText::new(piece, sink);
        let put = match &mut self.reader {
            Readers::Xlsx(xlsx) => xlsx.put(at, &mut text),
            Readers::Ods(ods) => ods.put(at, &mut text),
            Readers::Binary(binary) => binary.put(at, &mut text),
        };
        match put.and_then(|()| text.finish()) {
            Ok(()) | Err(Stop::Stopped) => Ok(()),
            Err(Stop::Failed(Error::BrokenWorkbook { .. })) => {
                Err(Error::BrokenWorkbook { sheet: Some(sheet.to_owned()) })
            }
            Err(Stop::Failed(error)) => Err(error),
        }
    }
}

/// A fault of a workbook, wherever it lies.
fn broken() -> Error {
    Error::BrokenWorkbook { sheet: None }
}
