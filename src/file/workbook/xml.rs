//! XML as workbooks hold it, token by token, without ever holding a whole part.

use std::io::{self, Read};

use memchr::{memchr, memchr3, memmem};

use super::broken;
use crate::error::Error;

/// Bytes that are read at a time.
const BLOCK: usize = 256 << 10;

/// A single tag or run of text longer than this is taken for a broken file.
const MAX_TOKEN: usize = 64 << 20;

/// What comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// A start tag, or an empty element.
    Start(Tag<'a>),
    /// The local name of an end tag.
    End(&'a [u8]),
    /// Characters as they stand, entities unresolved.
    Text(&'a [u8]),
    /// Characters that hold no entities.
    Cdata(&'a [u8]),
}

/// A start tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    /// Name without its prefix.
    pub(super) name: &'a [u8],
    attributes: &'a [u8],
    /// `<a/>`: no end tag follows.
    pub(super) is_empty: bool,
}

impl<'a> Tag<'a> {
    fn of(inner: &'a [u8]) -> Self {
        let (inner, is_empty) = inner.strip_suffix(b"/").map_or((inner, false), |tag| (tag, true));
        let end = inner.iter().position(u8::is_ascii_whitespace).unwrap_or(inner.len());
        let (name, attributes) = inner.split_at(end);
        Self { name: local(name), attributes, is_empty }
    }

    /// The attributes in their order, with prefixes, entities unresolved.
    pub(super) fn attributes(self) -> impl Iterator<Item = (&'a [u8], &'a [u8])> {
        let mut rest = self.attributes;
        std::iter::from_fn(move || {
            rest = rest.trim_ascii_start();
            let equals = memchr(b'=', rest)?;
            let name = rest[..equals].trim_ascii_end();
            let (&quote, value) = rest[equals + 1..].trim_ascii_start().split_first()?;
            if !matches!(quote, b'"' | b'\'') {
                return None;
            }
            let close = memchr(quote, value)?;
            rest = &value[close + 1..];
            Some((name, &value[..close]))
        })
    }

    /// An attribute by its full name, entities unresolved.
    pub(super) fn attribute(self, name: &[u8]) -> Option<&'a [u8]> {
        self.attributes().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// An attribute as text.
    pub(super) fn text(self, name: &[u8]) -> Option<String> {
        let mut value = Vec::new();
        resolve(self.attribute(name)?, &mut value);
        Some(String::from_utf8_lossy(&value).into_owned())
    }

    /// An attribute as a number.
    pub(super) fn number(self, name: &[u8]) -> Option<u32> {
        std::str::from_utf8(self.attribute(name)?).ok()?.parse().ok()
    }
}

/// A name without its prefix.
fn local(name: &[u8]) -> &[u8] {
    memchr(b':', name).map_or(name, |colon| &name[colon + 1..])
}

/// Reads XML in UTF-8. Comments, declarations and document types are passed over.
#[derive(Debug)]
pub(super) struct Xml<R> {
    source: R,
    buffer: Vec<u8>,
    /// First byte that was not yet told of.
    at: usize,
    /// Behind the last byte that was read.
    end: usize,
    is_whole: bool,
}

impl<R: Read> Xml<R> {
    pub(super) fn new(source: R) -> Self {
        Self { source, buffer: Vec::new(), at: 0, end: 0, is_whole: false }
    }

    /// The next token; `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<Token<'_>>, Error> {
        loop {
            let unread = &self.buffer[self.at..self.end];
            let Some(&first) = unread.first() else {
                if self.is_whole {
                    return Ok(None);
                }
                self.fill()?;
                continue;
            };
            let length = if first == b'<' { markup_len(unread) } else { memchr(b'<', unread) };
            let Some(length) = length else {
                if self.is_whole && first != b'<' {
                    let start = std::mem::replace(&mut self.at, self.end);
                    return Ok(Some(Token::Text(&self.buffer[start..self.end])));
                }
                if self.is_whole {
                    return Err(broken());
                }
                self.fill()?;
                continue;
            };
            let start = self.at;
            self.at += length;
            // What is passed over must not keep the borrow that is given away.
            if first == b'<' && matches!(self.buffer.get(start + 1), Some(b'?' | b'!')) {
                let is_cdata = self.buffer[start..].starts_with(b"<![CDATA[");
                if !is_cdata {
                    continue;
                }
                return Ok(Some(Token::Cdata(&self.buffer[start + 9..self.at - 3])));
            }
            let bytes = &self.buffer[start..self.at];
            return Ok(Some(match bytes {
                [b'<', b'/', name @ .., b'>'] => Token::End(local(name.trim_ascii_end())),
                [b'<', inner @ .., b'>'] => Token::Start(Tag::of(inner)),
                text => Token::Text(text),
            }));
        }
    }

    /// Passes over the rest of an element whose start tag was the last token.
    pub(super) fn skip(&mut self) -> Result<(), Error> {
        let mut depth = 1_u64;
        while depth > 0 {
            match self.next()?.ok_or_else(broken)? {
                Token::Start(tag) if !tag.is_empty => depth += 1,
                Token::End(_) => depth -= 1,
                _ => {}
            }
        }
        Ok(())
    }

    /// Appends the characters of an element whose start tag was the last token, those of the elements inside included.
    pub(super) fn characters(&mut self, into: &mut Vec<u8>) -> Result<(), Error> {
        let mut depth = 1_u64;
        while depth > 0 {
            match self.next()?.ok_or_else(broken)? {
                Token::Start(tag) if !tag.is_empty => depth += 1,
                Token::Start(_) => {}
                Token::End(_) => depth -= 1,
                Token::Text(text) => resolve(text, into),
                Token::Cdata(text) => into.extend_from_slice(text),
            }
        }
        Ok(())
    }

    /// Reads on; what was told of makes room.
    fn fill(&mut self) -> Result<(), Error> {
        self.buffer.copy_within(self.at..self.end, 0);
        self.end -= self.at;
        self.at = 0;
        if self.end > MAX_TOKEN {
            return Err(broken());
        }
        let room = (self.end * 2).max(BLOCK);
        if self.buffer.len() < room {
            self.buffer.resize(room, 0);
        }
        while self.end < self.buffer.len() {
            match self.source.read(&mut self.buffer[self.end..]) {
                Ok(0) => {
                    self.is_whole = true;
                    break;
                }
                Ok(read) => self.end += read,
                Err(fault) if fault.kind() == io::ErrorKind::Interrupted => {}
                Err(_) => return Err(broken()),
            }
        }
        Ok(())
    }
}

/// Bytes of the tag, comment or declaration that stands here; `None` if it does not end.
fn markup_len(bytes: &[u8]) -> Option<usize> {
    let until = |close: &[u8]| memmem::find(bytes, close).map(|at| at + close.len());
    match bytes.get(1)? {
        b'?' => return until(b"?>"),
        b'!' if bytes.starts_with(b"<!--") => return until(b"-->"),
        b'!' if bytes.starts_with(b"<![CDATA[") => return until(b"]]>"),
        // Too short to tell which of these it is.
        b'!' if bytes.len() < 9 => return None,
        _ => {}
    }
    let mut at = 1;
    loop {
        let found = at + memchr3(b'>', b'"', b'\'', &bytes[at..])?;
        if bytes[found] == b'>' {
            return Some(found + 1);
        }
        at = found + 1;
        at += memchr(bytes[found], &bytes[at..])? + 1;
    }
}

/// Appends characters with their entities resolved; what is no entity stays as it stands.
pub(super) fn resolve(text: &[u8], into: &mut Vec<u8>) {
    let mut rest = text;
    while let Some(ampersand) = memchr(b'&', rest) {
        into.extend_from_slice(&rest[..ampersand]);
        rest = &rest[ampersand..];
        let length = memchr(b';', &rest[..rest.len().min(12)]);
        let character = length.and_then(|length| entity(&rest[1..length]));
        if let (Some(length), Some(character)) = (length, character) {
            into.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
            rest = &rest[length + 1..];
        } else {
            into.push(b'&');
            rest = &rest[1..];
        }
    }
    into.extend_from_slice(rest);
}

fn entity(name: &[u8]) -> Option<char> {
    let number = |digits: &[u8], radix| {
        char::from_u32(u32::from_str_radix(std::str::from_utf8(digits).ok()?, radix).ok()?)
    };
    match name {
        b"amp" => Some('&'),
        b"lt" => Some('<'),
        b"gt" => Some('>'),
        b"quot" => Some('"'),
        b"apos" => Some('\''),
        [b'#', b'x' | b'X', digits @ ..] => number(digits, 16),
        [b'#', digits @ ..] => number(digits, 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives one byte at a time.
    struct Drops<'a>(&'a [u8]);

    impl Read for Drops<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let Some((&first, rest)) = self.0.split_first() else { return Ok(0) };
            (into[0], self.0) = (first, rest);
            Ok(1)
        }
    }

    fn told(xml: &[u8]) -> Vec<String> {
        let mut xml = Xml::new(Drops(xml));
        let mut told = Vec::new();
        while let Some(token) = xml.next().unwrap() {
            told.push(match token {
                Token::Start(tag) => {
                    let attributes: Vec<String> = tag
                        .attributes()
                        .map(|(name, value)| format!(" {}={}", lossy(name), lossy(value)))
                        .collect();
                    format!(
                        "<{}{}{}",
                        lossy(tag.name),
                        attributes.concat(),
                        if tag.is_empty { "/" } else { "" }
                    )
                }
                Token::End(name) => format!("</{}", lossy(name)),
                Token::Text(text) | Token::Cdata(text) => lossy(text),
            });
        }
        told
    }

    fn lossy(bytes: &[u8]) -> String {
        String::from_utf8_lossy(bytes).into_owned()
    }

    #[test]
    fn tokens() {
        let xml = b"<?xml version='1.0'?><!-- <a> --><x:a b = \"1>2\" c:d='\"'>t&lt;<e f=\"g\"/><![CDATA[<h>]]></x:a >\n";
        assert_eq!(
            told(xml),
            ["<a b=1>2 c:d=\"", "t&lt;", "<e f=g/", "<h>", "</a", "\n"].map(str::to_owned)
        );
    }

    #[test]
    fn a_tag_that_does_not_end_is_a_fault() {
        for xml in ["<a", "<a b=\"", "<!--", "<![CDATA[ ]]"] {
            assert_eq!(Xml::new(xml.as_bytes()).next().err(), Some(broken()), "{xml}");
        }
    }

    #[test]
    fn entities() {
        for (text, resolved) in [
            ("a&amp;b&lt;&gt;&quot;&apos;", "a&b<>\"'"),
            ("&#65;&#x8BA2;", "A订"),
            ("&nbsp;&;& &#xD800;&#", "&nbsp;&;& &#xD800;&#"),
        ] {
            let mut into = Vec::new();
            resolve(text.as_bytes(), &mut into);
            assert_eq!(lossy(&into), resolved);
        }
    }
}
