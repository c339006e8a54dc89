//! The texts that the cells of an .xlsx workbook share.

use std::io::Read;

use super::{Token, Xml, put_text};
use crate::error::Error;

/// Texts as quoted fields, one behind the other.
#[derive(Debug, Default)]
pub(super) struct SharedStrings {
    fields: Vec<u8>,
    ends: Vec<usize>,
}

impl SharedStrings {
    /// Reads `sharedStrings.xml`.
    pub(super) fn read<R: Read>(mut xml: Xml<R>) -> Result<Self, Error> {
        let mut strings = Self::default();
        let mut text = Vec::new();
        while let Some(token) = xml.next()? {
            let Token::Start(tag) = token else { continue };
            if tag.name == b"si" {
                text.clear();
                if !tag.is_empty {
                    read_rich_text(&mut xml, &mut text)?;
                }
                put_text(&text, &mut strings.fields);
                strings.ends.push(strings.fields.len());
            }
        }
        Ok(strings)
    }

    /// A text as a quoted field; `None` where there is no such.
    #[inline]
    pub(super) fn get(&self, index: usize) -> Option<&[u8]> {
        let &end = self.ends.get(index)?;
        let start = if index == 0 { 0 } else { self.ends[index - 1] };
        Some(&self.fields[start..end])
    }
}

/// Appends the text of an element that holds runs (`si`, `is`), whose start tag was the last token; readings of
/// Chinese and Japanese characters are left out.
pub(super) fn read_rich_text<R: Read>(xml: &mut Xml<R>, into: &mut Vec<u8>) -> Result<(), Error> {
    let start = into.len();
    let mut depth = 1_u64;
    while depth > 0 {
        match xml.next()?.ok_or_else(super::broken)? {
            Token::Start(tag) if tag.is_empty => {}
            Token::Start(tag) if tag.name == b"rPh" => xml.skip()?,
            Token::Start(tag) if tag.name == b"t" => xml.characters(into)?,
            Token::Start(_) => depth += 1,
            Token::End(_) => depth -= 1,
            Token::Text(_) | Token::Cdata(_) => {}
        }
    }
    unescape(into, start);
    Ok(())
}

/// Resolves `_x000D_` and the like, by which characters are written that XML does not allow.
pub(super) fn unescape(text: &mut Vec<u8>, from: usize) {
    let mut at = from;
    while let Some(found) = memchr::memmem::find(&text[at..], b"_x") {
        at += found;
        let code = match text.get(at..at + 7) {
            Some([b'_', b'x', digits @ .., b'_']) => std::str::from_utf8(digits)
                .ok()
                .filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
                .and_then(|digits| u32::from_str_radix(digits, 16).ok()),
            _ => None,
        };
        if let Some(character) = code.and_then(char::from_u32) {
            let mut bytes = [0; 4];
            let bytes = character.encode_utf8(&mut bytes).bytes();
            let length = bytes.len();
            text.splice(at..at + 7, bytes);
            at += length;
        } else {
            at += 2;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rich_text_and_escapes() {
        let xml = "<sst><si><t>a</t></si><si><r><rPr><b/></rPr><t>订</t></r><r><t xml:space=\"preserve\"> 单</t></r>\
                   <rPh sb=\"0\" eb=\"1\"><t>ding</t></rPh></si><si/><si><t>a_x000D_\nb_x005F_x000D_ _xZ_</t></si></sst>";
        let strings = SharedStrings::read(Xml::new(xml.as_bytes())).unwrap();
        let text =
            |index| strings.get(index).map(|text| String::from_utf8_lossy(text).into_owned());
        assert_eq!(text(0).as_deref(), Some("\"a\""));
        assert_eq!(text(1).as_deref(), Some("\"订 单\""));
        assert_eq!(text(2).as_deref(), Some(""));
        assert_eq!(text(3).as_deref(), Some("\"a b_x000D_ _xZ_\""));
        assert_eq!(text(4), None);
    }
}
