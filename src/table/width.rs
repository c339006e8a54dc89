//! Full-width and typographic forms of what stands in ASCII.

use std::borrow::Cow;

/// A cell with full-width letters, digits and signs, the many dashes and blanks, and the traditional forms of
/// 万 and 亿 brought to one form each: `１２，５００．５０` to `12,500.50`, `−3` to `-3`, `￥` to `¥`.
///
/// Cells without any of them, which are nearly all, are given back as they are. Bytes that are not UTF-8 stay.
pub(super) fn narrow(text: &[u8]) -> Cow<'_, [u8]> {
    // Every such character begins with one of these bytes.
    let begins = |byte: &u8| matches!(byte, 0xC2 | 0xE2 | 0xE3 | 0xE5 | 0xE8 | 0xEF);
    let Some(first) = text.iter().position(begins) else { return Cow::Borrowed(text) };
    let Ok(wide) = std::str::from_utf8(&text[first..]) else { return Cow::Borrowed(text) };
    if wide.chars().all(|letter| narrowed(letter) == letter) {
        return Cow::Borrowed(text);
    }
    let narrow: String = wide.chars().map(narrowed).collect();
    Cow::Owned([&text[..first], narrow.as_bytes()].concat())
}

fn narrowed(letter: char) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(letter) - 0xff01 + 0x21).unwrap_or(letter)
        }
        '￥' => '¥',
        '￡' => '£',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' => '-',
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => ' ',
        '\u{2018}' | '\u{2019}' => '\'',
        '萬' => '万',
        '億' => '亿',
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_forms_become_narrow() {
        for (wide, expected) in [
            ("１２，５００．５０", "12,500.50"),
            ("（￥３）", "(¥3)"),
            ("−3‒4–5—6－7", "-3-4-5-6-7"),
            ("1\u{202f}234\u{2009}5\u{a0}6\u{3000}7", "1 234 5 6 7"),
            ("1’234", "1'234"),
            ("3億5萬元", "3亿5万元"),
            ("２０１７年４月２７日", "2017年4月27日"),
            ("plain", "plain"),
        ] {
            assert_eq!(narrow(wide.as_bytes()).as_ref(), expected.as_bytes());
        }
    }

    #[test]
    fn what_has_one_form_is_not_copied() {
        for text in ["12.5", "2017年4月27日", "客户"] {
            assert!(matches!(narrow(text.as_bytes()), Cow::Borrowed(_)), "{text}");
        }
        let broken = [0xEF, 0xBC, b'1'];
        assert_eq!(narrow(&broken).as_ref(), broken);
    }
}
