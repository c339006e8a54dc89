//! Workbooks of Excel since 2007: .xlsx and .xlsm.

use std::collections::HashMap;
use std::io::Read;

use super::{
    Archive, DateSystem, NumberForm, SharedStrings, Sheet, SheetInfo, SheetText, Stop, Token, Xml,
    broken, built_in_form, cell_name, count_cells, form_of, put_cells,
};
use crate::error::Error;

/// Bytes of XML that a cell takes up at least, by which the cells of a large sheet are guessed.
const BYTES_PER_CELL: u64 = 30;

/// Sheets of so many bytes of XML are looked through when the workbook is opened.
const SMALL: u64 = 64 << 10;

/// An open workbook.
#[derive(Debug)]
pub(super) struct Xlsx {
    archive: Archive,
    /// The part of each sheet.
    parts: Vec<String>,
    pub(super) facts: Facts,
}

/// What cells refer to.
#[derive(Debug, Default)]
pub(super) struct Facts {
    pub(super) strings: SharedStrings,
    /// What each cell style makes of a number.
    pub(super) forms: Vec<NumberForm>,
    pub(super) dates: DateSystem,
}

impl Xlsx {
    /// Reads everything but the sheets.
    pub(super) fn open(mut archive: Archive) -> Result<(Self, Vec<Sheet>), Error> {
        let workbook = workbook_part(&mut archive)?;
        let (folder, name) = workbook.rsplit_once('/').unwrap_or(("", &workbook));
        let related = relations(&mut archive, &format!("{folder}/_rels/{name}.rels"), folder)?;
        let (named, dates) = sheets(archive.xml(&workbook)?.ok_or_else(broken)?)?;
        let part_of = |kind: &str| {
            related.values().find(|(known, _)| known.ends_with(kind)).map(|(_, part)| part.clone())
        };
        let mut facts = Facts { dates, ..Facts::default() };
        if let Some(part) = part_of("/styles")
            && let Some(xml) = archive.xml(&part)?
        {
            facts.forms = forms(xml)?;
        }
        if let Some(part) = part_of("/sharedStrings")
            && let Some(xml) = archive.xml(&part)?
        {
            facts.strings = SharedStrings::read(xml)?;
        }
        let (mut parts, mut listed) = (Vec::new(), Vec::new());
        for Named { name, hidden, relation } in named {
            // Charts and dialogs are sheets without cells.
            let Some((_, part)) =
                related.get(&relation).filter(|(kind, _)| kind.ends_with("/worksheet"))
            else {
                continue;
            };
            listed.push(about(&mut archive, part, name, hidden)?);
            parts.push(part.clone());
        }
        Ok((Self { archive, parts, facts }, listed))
    }

    /// Puts out the cells of a sheet.
    pub(super) fn put(&mut self, sheet: usize, text: &mut SheetText) -> Result<(), Stop> {
        let part = self.parts.get(sheet).ok_or_else(broken)?;
        let xml = self.archive.xml(part)?.ok_or_else(broken)?;
        put_cells(xml, &self.facts, text)
    }
}

/// What is known of a sheet before its cells are read.
fn about(archive: &mut Archive, part: &str, name: String, hidden: bool) -> Result<Sheet, Error> {
    let size = archive.size(part);
    let mut info = SheetInfo { name, hidden, rows: None, columns: None };
    let mut cells = size / BYTES_PER_CELL;
    if size <= SMALL
        && let Some(xml) = archive.xml(part)?
    {
        // That a sheet cannot be read is told when it is wanted.
        cells = count_cells(xml).unwrap_or(1);
    }
    if let Some(xml) = archive.xml(part)? {
        (info.rows, info.columns) = dimension(xml).unwrap_or_default();
    }
    Ok(Sheet { info, cells })
}

/// Rows and columns as the sheet declares them; a single cell is what programs write that do not know.
fn dimension<R: Read>(mut xml: Xml<R>) -> Option<(Option<u32>, Option<u32>)> {
    while let Some(token) = xml.next().ok()? {
        match token {
            Token::Start(tag) if tag.name == b"dimension" => {
                let (_, last) =
                    std::str::from_utf8(tag.attribute(b"ref")?).ok()?.split_once(':')?;
                let (row, column) = cell_name(last.as_bytes())?;
                return Some((Some(row? + 1), Some(column + 1)));
            }
            Token::Start(tag) if tag.name == b"sheetData" => return None,
            _ => {}
        }
    }
    None
}

/// A sheet as the workbook lists it.
struct Named {
    name: String,
    hidden: bool,
    relation: String,
}

/// The part that lists the sheets.
fn workbook_part(archive: &mut Archive) -> Result<String, Error> {
    let related = relations(archive, "_rels/.rels", "")?;
    let office = related.values().find(|(kind, _)| kind.ends_with("/officeDocument"));
    Ok(office.map_or_else(|| "xl/workbook.xml".to_owned(), |(_, part)| part.clone()))
}

/// The parts that a part refers to: kind and name by their id.
fn relations(
    archive: &mut Archive,
    part: &str,
    folder: &str,
) -> Result<HashMap<String, (String, String)>, Error> {
    let mut related = HashMap::new();
    let Some(mut xml) = archive.xml(part)? else { return Ok(related) };
    while let Some(token) = xml.next()? {
        if let Token::Start(tag) = token
            && tag.name == b"Relationship"
            && let (Some(id), Some(kind), Some(target)) =
                (tag.text(b"Id"), tag.text(b"Type"), tag.text(b"Target"))
        {
            related.insert(id, (kind, resolved(folder, &target)));
        }
    }
    Ok(related)
}

/// A part's name from the folder it is referred to from.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            ".." => {
                path.pop();
            }
            "." | "" => {}
            step => path.push(step),
        }
    }
    path.join("/")
}

/// The sheets in their order, and the date system.
fn sheets<R: Read>(mut xml: Xml<R>) -> Result<(Vec<Named>, DateSystem), Error> {
    let mut named = Vec::new();
    let mut dates = DateSystem::From1900;
    while let Some(token) = xml.next()? {
        let Token::Start(tag) = token else { continue };
        match tag.name {
            b"workbookPr" if matches!(tag.attribute(b"date1904"), Some(b"1" | b"true")) => {
                dates = DateSystem::From1904;
            }
            b"sheet" => {
                let relation = tag.attributes().find(|(name, _)| name.ends_with(b":id"));
                named.push(Named {
                    name: tag.text(b"name").unwrap_or_default(),
                    hidden: matches!(tag.attribute(b"state"), Some(b"hidden" | b"veryHidden")),
                    relation: relation
                        .map(|(_, id)| String::from_utf8_lossy(id).into_owned())
                        .unwrap_or_default(),
                });
            }
            _ => {}
        }
    }
    Ok((named, dates))
}

/// What each cell style makes of a number.
fn forms<R: Read>(mut xml: Xml<R>) -> Result<Vec<NumberForm>, Error> {
    let mut own: HashMap<u32, NumberForm> = HashMap::new();
    let mut forms = Vec::new();
    let mut in_cells = false;
    while let Some(token) = xml.next()? {
        match token {
            Token::Start(tag) if tag.name == b"numFmt" => {
                if let (Some(id), Some(code)) = (tag.number(b"numFmtId"), tag.text(b"formatCode")) {
                    own.insert(id, form_of(&code));
                }
            }
            Token::Start(tag) if tag.name == b"cellXfs" => in_cells = !tag.is_empty,
            Token::End(b"cellXfs") => in_cells = false,
            Token::Start(tag) if tag.name == b"xf" && in_cells => {
                let id = tag.number(b"numFmtId").unwrap_or(0);
                let form = own.get(&id).copied().or_else(|| built_in_form(id));
                forms.push(form.unwrap_or_default());
            }
            _ => {}
        }
    }
    Ok(forms)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_parts() {
        for (folder, target, part) in [
            ("xl", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl", "/xl/styles.xml", "xl/styles.xml"),
            ("xl/deep", "../styles.xml", "xl/styles.xml"),
            ("", "xl/workbook.xml", "xl/workbook.xml"),
        ] {
            assert_eq!(resolved(folder, target), part);
        }
    }

    #[test]
    fn styles_refer_to_formats_by_their_place() {
        let xml = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;\"/>\
                   <numFmt numFmtId=\"14\" formatCode=\"0.0\"/></numFmts>\
                   <cellStyleXfs><xf numFmtId=\"22\"/></cellStyleXfs>\
                   <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"><x/></xf><xf numFmtId=\"14\"/><xf numFmtId=\"46\"/>\
                   <xf numFmtId=\"31\"/><xf/></cellXfs></styleSheet>";
        use NumberForm::{Date, Elapsed, Plain};
        let forms = forms(Xml::new(xml.as_bytes())).unwrap();
        assert_eq!(forms, [Plain, Date, Plain, Elapsed, Date, Plain]);
    }
}
