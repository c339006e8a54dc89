//! Workbooks made cell by cell.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Styles by their number: none, 年月日, a day of the week, hours that have passed, money, date and time, a Chinese
/// date of Excel's own, text.
pub const STYLES: &str = r##"<numFmts count="4"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/>
<numFmt numFmtId="165" formatCode="[$-804]aaaa;@"/><numFmt numFmtId="166" formatCode="[h]:mm:ss"/>
<numFmt numFmtId="167" formatCode="#,##0.00&quot;元&quot;"/></numFmts>
<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/>
<xf numFmtId="22"/><xf numFmtId="31"/><xf numFmtId="49"/></cellXfs>"##;

/// A part of a container.
#[derive(Debug, Clone)]
pub struct Part {
    name: String,
    content: String,
}

impl Part {
    pub fn of(name: &str, content: &str) -> Self {
        Self { name: name.to_owned(), content: content.to_owned() }
    }
}

/// A container of parts.
pub fn zipped(parts: &[Part]) -> Vec<u8> {
    zipped_by(parts, CompressionMethod::Deflated)
}

fn zipped_by(parts: &[Part], method: CompressionMethod) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for part in parts {
        let options = SimpleFileOptions::default().compression_method(method);
        zip.start_file(&part.name, options).unwrap();
        zip.write_all(part.content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// An .xlsx workbook being made.
#[derive(Debug, Clone)]
pub struct Xlsx {
    properties: String,
    styles: String,
    strings: String,
    /// Name, state, rows.
    sheets: Vec<[String; 3]>,
    is_closed: bool,
    is_stored: bool,
}

pub fn xlsx() -> Xlsx {
    Xlsx {
        properties: String::new(),
        styles: String::new(),
        strings: String::new(),
        sheets: Vec::new(),
        is_closed: true,
        is_stored: false,
    }
}

impl Xlsx {
    pub fn properties(mut self, attributes: &str) -> Self {
        self.properties = attributes.to_owned();
        self
    }

    pub fn styles(mut self, xml: &str) -> Self {
        self.styles = xml.to_owned();
        self
    }

    pub fn strings(mut self, xml: &str) -> Self {
        self.strings = xml.to_owned();
        self
    }

    pub fn sheet(mut self, name: &str, state: &str, rows: &str) -> Self {
        self.sheets.push([name, state, rows].map(str::to_owned));
        self
    }

    /// The XML of sheets breaks off.
    pub fn unclosed(mut self) -> Self {
        self.is_closed = false;
        self
    }

    /// Parts are not packed.
    pub fn stored(mut self) -> Self {
        self.is_stored = true;
        self
    }

    pub fn bytes(&self) -> Vec<u8> {
        const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let relations = |of: &[(String, &str, String)]| {
            let line = |(id, kind, target): &(String, &str, String)| {
                format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
            };
            format!("<Relationships>{}</Relationships>", of.iter().map(line).collect::<String>())
        };
        let mut related = vec![
            ("rId100".to_owned(), "styles", "styles.xml".to_owned()),
            ("rId101".to_owned(), "sharedStrings", "sharedStrings.xml".to_owned()),
        ];
        let mut listed = String::new();
        let mut parts = Vec::new();
        for (at, [name, state, rows]) in self.sheets.iter().enumerate() {
            let state = if state.is_empty() { String::new() } else { format!("state=\"{state}\"") };
            listed +=
                &format!("<sheet name=\"{name}\" sheetId=\"{at}\" {state} r:id=\"rId{at}\"/>");
            related.push((format!("rId{at}"), "worksheet", format!("worksheets/sheet{at}.xml")));
            let end = if self.is_closed { "</sheetData></worksheet>" } else { "" };
            let xml = format!("<?xml version=\"1.0\"?><worksheet><sheetData>{rows}{end}");
            parts.push(Part::of(&format!("xl/worksheets/sheet{at}.xml"), &xml));
        }
        let root = [("rId1".to_owned(), "officeDocument", "xl/workbook.xml".to_owned())];
        let workbook = format!(
            "<workbook><workbookPr {}/><sheets>{listed}</sheets></workbook>",
            self.properties
        );
        parts.extend([
            Part::of("_rels/.rels", &relations(&root)),
            Part::of("xl/_rels/workbook.xml.rels", &relations(&related)),
            Part::of("xl/workbook.xml", &workbook),
            Part::of("xl/styles.xml", &format!("<styleSheet>{}</styleSheet>", self.styles)),
            Part::of("xl/sharedStrings.xml", &format!("<sst>{}</sst>", self.strings)),
        ]);
        let method =
            if self.is_stored { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        zipped_by(&parts, method)
    }
}

/// An .ods workbook of some styles and tables.
pub fn ods(styles: &str, tables: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content><office:automatic-styles>{styles}\
         </office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>\
         </office:document-content>"
    );
    zipped(&[
        Part::of("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        Part::of("content.xml", &content),
    ])
}

/// Numbers as they come, the same each time.
#[derive(Debug)]
pub struct Random(pub u64);

impl Random {
    /// A number below a limit.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}
