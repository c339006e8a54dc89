//! Workbooks that are broken, locked, too large or none at all: told as what they are, and never a panic.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;
#[allow(dead_code, reason = "not every test makes every kind")]
mod made;

use std::fs;
use std::ops::ControlFlow;

use made::{Part, STYLES, xlsx, zipped};
use segmentlab::error::{BinaryKind, Error};
use segmentlab::file::Workbook;

fn text_of(workbook: &mut Workbook, sheet: &str) -> Result<Vec<u8>, Error> {
    let mut text = Vec::new();
    workbook.text(sheet, 1 << 16, &mut |piece, _| {
        text.extend_from_slice(piece);
        ControlFlow::Continue(())
    })?;
    Ok(text)
}

#[test]
fn what_cannot_be_read_is_told_as_what_it_is() {
    let opened = |bytes: Vec<u8>| Workbook::open(bytes).map(|_| ()).err();
    let encrypted = |name: &str| {
        let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
        bytes.resize(1536, 0);
        for name in [name, "EncryptionInfo"] {
            bytes.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
        }
        bytes
    };
    assert_eq!(opened(encrypted("EncryptedPackage")), Some(Error::EncryptedWorkbook));
    assert_eq!(opened(encrypted("WordDocument")), Some(Error::NotText { kind: BinaryKind::Ole }));
    let manifest = r#"<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"#;
    let kind = ("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
    let locked = zipped(&[Part::of(kind.0, kind.1), Part::of("META-INF/manifest.xml", manifest)]);
    assert_eq!(opened(locked), Some(Error::EncryptedWorkbook));
    let word = zipped(&[Part::of("word/document.xml", "<w/>")]);
    assert_eq!(opened(word), Some(Error::NotText { kind: BinaryKind::Zip }));
    assert_eq!(opened(b"a,b\n1,2\n".to_vec()), Some(Error::NotText { kind: BinaryKind::Unknown }));
    assert_eq!(opened(xlsx().sheet("a", "", "").bytes()), Some(Error::EmptyWorkbook));
    let styled = "<row r=\"1\"><c r=\"A1\" s=\"1\"/></row>";
    assert_eq!(opened(xlsx().sheet("a", "", styled).bytes()), Some(Error::EmptyWorkbook));
}

#[test]
fn a_zip_bomb_is_refused_before_it_is_unpacked() {
    let mut book = xlsx().sheet("a", "", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>").bytes();
    // The central directory says how much a part unpacks to; four billion bytes here.
    let entry = memchr::memmem::rfind(&book, b"PK\x01\x02").unwrap();
    book[entry + 24..entry + 28].copy_from_slice(&4_000_000_000_u32.to_le_bytes());
    let limit = segmentlab::file::MAX_PART;
    assert_eq!(
        Workbook::open(book).err(),
        Some(Error::WorkbookTooLarge { bytes: 4_000_000_000, limit })
    );
}

/// Opens whatever the bytes are and puts out every sheet.
fn try_all(bytes: Vec<u8>) {
    let Ok(mut workbook) = Workbook::open(bytes) else { return };
    let sheets: Vec<String> = workbook.sheets().map(|sheet| sheet.name.clone()).collect();
    for sheet in sheets {
        let _ = text_of(&mut workbook, &sheet);
    }
}

#[test]
fn a_workbook_that_is_cut_off_is_broken() {
    let rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\" t=\"s\"><v>0</v></c></row>";
    let book = xlsx().strings("<si><t>a</t></si>").sheet("a", "", rows).bytes();
    for length in 4..book.len() {
        assert_eq!(
            Workbook::open(book[..length].to_vec()).err(),
            Some(Error::BrokenWorkbook { sheet: None }),
            "{length} of {}",
            book.len()
        );
    }
    let cut = xlsx().sheet("a", "", "<row r=\"1\"><c r=\"A1\"><v>1</v></c>").unclosed();
    let mut workbook = Workbook::open(cut.bytes()).unwrap();
    let broken = Error::BrokenWorkbook { sheet: Some("a".to_owned()) };
    assert_eq!(text_of(&mut workbook, "a"), Err(broken));
}

#[test]
fn no_change_of_bytes_makes_it_panic() {
    let rows =
        "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>42852</v></c><c r=\"B1\" t=\"s\"><v>0</v></c></row>";
    let strings = "<si><t>订单</t></si>";
    let stored = xlsx().styles(STYLES).strings(strings).sheet("a", "", rows).stored();
    let packed = xlsx().styles(STYLES).strings(strings).sheet("a", "", rows).bytes();
    let mut random = made::Random(7);
    for book in [stored.bytes(), packed] {
        for _ in 0..1000 {
            let mut changed = book.clone();
            for _ in 0..=random.below(3) {
                let at = random.below(changed.len());
                changed[at] = random.below(256) as u8;
            }
            try_all(changed);
        }
    }
}

#[test]
fn no_change_of_bytes_makes_an_xls_panic() {
    let path = "data/superstore/Sample - Superstore.2023.xls";
    let Some(path) = common::shared(path) else { return };
    let bytes = fs::read(path).unwrap();
    let mut random = made::Random(11);
    for _ in 0..100 {
        let mut changed = bytes.clone();
        // Most changes where the structure is: at the beginning and at the end.
        for _ in 0..40 {
            let at = random.below(8192);
            let at = if random.below(2) == 0 { at } else { changed.len() - 1 - at };
            changed[at] = random.below(256) as u8;
        }
        try_all(changed);
        try_all(bytes[..random.below(bytes.len())].to_vec());
    }
}
