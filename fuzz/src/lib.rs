//! What each fuzz target does with its input, and what must hold whatever the input is.
//!
//! `tests/fuzz.rs` runs the same functions on a short, fixed stream of inputs.

use std::ops::ControlFlow;

use segmentlab::error::Error;
use segmentlab::file::{Encoding, Workbook};
use segmentlab::mapping::{Duplicates, ImportParams, Role, look};
use segmentlab::table::{
    DateFit, DateOrder, Day, DecimalMark, Money, NumberFault, NumberFit, read_date,
    read_day_number, read_number,
};
use segmentlab::transactions::{Outcome, ReadReport, read_all};

#[path = "../../tests/made/mod.rs"]
#[allow(dead_code, reason = "only some of the makers are wanted")]
mod made;

/// Bytes of an input that are looked at.
const LIMIT: usize = 1 << 16;

/// Bytes of a sheet's text that are waited for.
const TEXT_LIMIT: usize = 1 << 20;

const ENCODINGS: [Encoding; 7] = [
    Encoding::Utf8,
    Encoding::Utf16Le,
    Encoding::Utf16Be,
    Encoding::Gb18030,
    Encoding::Big5,
    Encoding::ShiftJis,
    Encoding::Windows1252,
];

/// A file of rows, behind one byte that says how it is read: guesses or roles by position, and blocks of any size
/// come to the same.
pub fn csv(input: &[u8]) {
    let Some((how, file)) = split_first(input) else { return };
    if let Ok(head) = look(file, &[], file.len() as u64, None) {
        reads_alike(file, &head.params, how);
        reads_alike(file, &by_position(head.params, how), how);
    }
}

/// The same in an encoding that the first byte names, whatever the bytes are.
pub fn encoding(input: &[u8]) {
    let Some((how, file)) = split_first(input) else { return };
    let Ok(head) = look(file, &[], file.len() as u64, None) else { return };
    let encoding = ENCODINGS[how as usize % ENCODINGS.len()];
    let params = ImportParams { encoding, ..by_position(head.params, how) };
    if let Ok(head) = look(file, &[], file.len() as u64, Some(params)) {
        reads_alike(file, &head.params, how);
    }
}

/// Numbers, one a line: what a cell fits does not depend on the mark, and an amount written out is read back.
pub fn number(input: &[u8]) {
    for text in lines(input) {
        let [point, comma] =
            [DecimalMark::Point, DecimalMark::Comma].map(|mark| read_number(text, mark));
        assert_eq!(point.fit, comma.fit);
        match point.fit {
            None => assert!(point.value.is_err() && comma.value == point.value),
            Some(NumberFit::Plain) => assert_eq!(point.value, comma.value),
            Some(NumberFit::Point) => assert_eq!(comma.value, Err(NumberFault::Bad)),
            Some(NumberFit::Comma) => assert_eq!(point.value, Err(NumberFault::Bad)),
            Some(NumberFit::EitherComma | NumberFit::EitherPoint) => {
                assert_ne!(point.value, comma.value);
            }
        }
        if let Ok(Money(millionths)) = point.value {
            let (size, sign) = (millionths.unsigned_abs(), if millionths < 0 { "-" } else { "" });
            let written = format!("{sign}{}.{:06}", size / 1_000_000, size % 1_000_000);
            let again = read_number(written.as_bytes(), DecimalMark::Point);
            assert_eq!(again.value, Ok(Money(millionths)), "{written}");
        }
    }
}

/// Dates, one a line: an order that is said to fit reads the cell, and the day written as a serial is read back.
pub fn date(input: &[u8]) {
    for text in lines(input) {
        let [year_first, day_first, month_first] =
            [DateOrder::YearFirst, DateOrder::DayFirst, DateOrder::MonthFirst]
                .map(|order| read_date(text, order));
        assert!(year_first.fit == day_first.fit && day_first.fit == month_first.fit);
        match day_first.fit {
            None => assert_eq!((day_first.day, month_first.day), (None, None)),
            Some(DateFit::Unambiguous) => {
                assert!(day_first.day.is_some());
                assert_eq!((year_first, day_first), (day_first, month_first));
            }
            Some(DateFit::DayFirst) => assert!(day_first.day.is_some()),
            Some(DateFit::MonthFirst) => {
                assert!(month_first.day.is_some() && day_first.day.is_none());
            }
            Some(DateFit::Both) => assert!(day_first.day.is_some() && month_first.day.is_some()),
        }
        let numbered = read_day_number(text).map(|(day, _)| day);
        assert!(numbered.is_none() || day_first.fit.is_none());
        for day in [year_first.day, day_first.day, month_first.day, numbered].into_iter().flatten()
        {
            reads_back(day);
        }
    }
}

/// A workbook, or the rows, strings and styles of one, parted by zeros: pieces of any size make the same text.
pub fn workbook(input: &[u8]) {
    let input = &input[..input.len().min(LIMIT)];
    let is_whole = input.starts_with(b"PK") || input.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]);
    let bytes = if is_whole {
        input.to_vec()
    } else {
        let mut parts = input.splitn(3, |&byte| byte == 0).map(String::from_utf8_lossy);
        let mut next = || parts.next().unwrap_or_default();
        let (rows, strings, styles) = (next(), next(), next());
        made::xlsx().sheet("s", "", &rows).strings(&strings).styles(&styles).stored().bytes()
    };
    let Ok(mut workbook) = Workbook::open(bytes) else { return };
    let names: Vec<String> = workbook.sheets().map(|sheet| sheet.name.clone()).collect();
    for name in names.iter().take(4) {
        let large = text_of(&mut workbook, name, TEXT_LIMIT / 2);
        if large.as_ref().is_ok_and(|text| text.len() < TEXT_LIMIT / 2) {
            assert_eq!(text_of(&mut workbook, name, 100), large);
        }
    }
}

fn text_of(workbook: &mut Workbook, sheet: &str, piece: usize) -> Result<Vec<u8>, Error> {
    let mut text = Vec::new();
    workbook.text(sheet, piece, &mut |piece, _| {
        assert!(
            std::str::from_utf8(piece).is_ok_and(|text| text.is_empty() || text.ends_with('\n')),
            "{}",
            piece.escape_ascii()
        );
        text.extend_from_slice(piece);
        if text.len() < TEXT_LIMIT { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    })?;
    Ok(text)
}

fn split_first(input: &[u8]) -> Option<(u8, &[u8])> {
    let (&how, file) = input.split_first()?;
    Some((how, &file[..file.len().min(LIMIT)]))
}

fn lines(input: &[u8]) -> impl Iterator<Item = &[u8]> {
    input[..input.len().min(LIMIT)].split(|&byte| byte == b'\n')
}

/// Roles given to the first columns, so that random files are read too.
fn by_position(params: ImportParams, how: u8) -> ImportParams {
    const ROLES: [Role; 6] =
        [Role::Customer, Role::Date, Role::Amount, Role::Order, Role::Quantity, Role::Region];
    let roles = (0..params.roles.len()).map(|at| ROLES.get(at).copied()).collect();
    let duplicates = if how & 1 == 0 { Duplicates::Keep } else { Duplicates::Drop };
    ImportParams { roles, duplicates, ..params }
}

/// Reads in one block and in many: nothing may differ.
fn reads_alike(file: &[u8], params: &ImportParams, how: u8) {
    let whole = read_all(&[file], params, usize::MAX, 1).map(Table::from);
    let block = [1, 13, 100, 4096][usize::from(how >> 1) % 4].max(file.len() / 200);
    let cut = read_all(&[file], params, block, 3).map(Table::from);
    assert_eq!(cut, whole);
    if let Ok(Table { report, rows, .. }) = whole {
        assert_eq!(report.kept + report.set_aside, report.rows);
        // Without a customer column there may be none at all, only a count.
        let has_ids = params.roles.contains(&Some(Role::Customer));
        assert!(!has_ids || rows.len() as u64 == report.kept);
    }
}

/// A day as a serial number of a spreadsheet, where that has five digits.
fn reads_back(day: Day) {
    let serial = day + 25_569;
    if (10_000..100_000).contains(&serial) {
        let again = read_day_number(serial.to_string().as_bytes());
        assert_eq!(again.map(|(day, _)| day), Some(day));
    }
}

/// A row, as far as columns are mapped.
#[derive(Debug, PartialEq)]
struct Row {
    customer: Option<u32>,
    order: Option<u32>,
    day: Option<Day>,
    amount: Option<Money>,
    returned: Option<u8>,
    attributes: Vec<u32>,
}

/// What a read came to, whatever the chunks.
#[derive(Debug, PartialEq)]
struct Table {
    report: ReadReport,
    rows: Vec<Row>,
    texts: Vec<Vec<u8>>,
    again: Option<ImportParams>,
}

impl From<Outcome> for Table {
    fn from(Outcome { transactions, report, again }: Outcome) -> Self {
        let mut rows = Vec::new();
        for chunk in &transactions.chunks {
            let columns = [chunk.customer.len(), chunk.order.len(), chunk.day.len()];
            let attributes = chunk.attributes.iter().map(Vec::len);
            let others = [chunk.amount.len(), chunk.returned.len()];
            let lengths = columns.into_iter().chain(others).chain(attributes);
            for row in 0..lengths.max().unwrap_or(0) {
                rows.push(Row {
                    customer: chunk.customer.get(row).copied(),
                    order: chunk.order.get(row).copied(),
                    day: chunk.day.get(row).copied(),
                    amount: chunk.amount.get(row).copied(),
                    returned: chunk.returned.get(row).copied(),
                    attributes: chunk.attributes.iter().map(|codes| codes[row]).collect(),
                });
            }
        }
        let dictionaries = [&transactions.customers, &transactions.orders].into_iter();
        let dictionaries =
            dictionaries.chain(transactions.attributes.iter().map(|column| &column.values));
        let texts = dictionaries.flat_map(|texts| texts.iter().map(<[u8]>::to_vec)).collect();
        Self { report, rows, texts, again }
    }
}
