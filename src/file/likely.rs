//! How likely it is that bytes are text of an encoding: the sum of the logarithms of the chances that its
//! characters have, by rough classes.
//!
//! The tables of East Asian encodings are laid out by frequency: GB2312 and Shift JIS have their everyday
//! characters first, Big5 as well, so a class is a range of codes.

use std::collections::BTreeSet;

use super::Encoding;

/// The characters most frequent in modern Chinese, and those of business tables.
const SIMPLIFIED: &str = "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运客户订单编号付款额价姓城省店铺商销售件渠购买消费会员类型州圳湾仓县街镇";
const TRADITIONAL: &str = "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運客戶訂單編號付款額價姓城省店鋪商銷售渠購買消費會員類型州灣倉縣街鎮臺";

/// What stands against a sequence that is not allowed.
const BAD: f64 = -25.0;

/// What any ASCII character weighs, whatever the encoding.
const ASCII: f64 = -3.5;

/// What stands against an ideograph beside a small Latin letter.
const AMID_LETTERS: f64 = -3.0;

/// The likeliest encoding of text with bytes beyond ASCII.
pub(super) fn likeliest(bytes: &[u8]) -> Encoding {
    let wide = |encoding, common: &str, prior| {
        let table = Table { encoding, common: codes(common, encoding) };
        (encoding, prior + table.weigh(bytes))
    };
    let weighed = [
        (Encoding::Utf8, 2.0 + weigh_utf8(bytes)),
        wide(Encoding::Gb18030, SIMPLIFIED, 1.0),
        wide(Encoding::Big5, TRADITIONAL, -1.0),
        wide(Encoding::ShiftJis, "", -1.0),
        (Encoding::Windows1252, weigh_western(bytes)),
    ];
    let best = weighed.into_iter().max_by(|(_, one), (_, other)| one.total_cmp(other));
    best.map_or(Encoding::Utf8, |(encoding, _)| encoding)
}

/// The double bytes of characters.
fn codes(characters: &str, encoding: Encoding) -> BTreeSet<[u8; 2]> {
    let bytes = encoding.coder().encode(characters).0;
    bytes.as_chunks().0.iter().copied().collect()
}

/// UTF-8 with some stray bytes.
fn weigh_utf8(bytes: &[u8]) -> f64 {
    let weigh = |character: char| match character.len_utf8() {
        1 => ASCII,
        2 => -7.0,
        3 => -8.0,
        _ => -12.0,
    };
    let chunks = bytes.utf8_chunks();
    chunks
        .map(|chunk| {
            let stray = if chunk.invalid().is_empty() { 0.0 } else { -14.0 };
            chunk.valid().chars().map(weigh).sum::<f64>() + stray
        })
        .sum()
}

/// An encoding of one or two bytes per character.
struct Table {
    encoding: Encoding,
    /// The most frequent characters.
    common: BTreeSet<[u8; 2]>,
}

impl Table {
    fn weigh(&self, bytes: &[u8]) -> f64 {
        let mut sum = 0.0;
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            if byte < 0x80 {
                sum += ASCII;
                at += 1;
                continue;
            }
            let (length, weight) = self.character(&bytes[at..]);
            let beside = |place: Option<usize>| {
                let byte = place.and_then(|place| bytes.get(place));
                if byte.is_some_and(u8::is_ascii_lowercase) { AMID_LETTERS } else { 0.0 }
            };
            sum += weight;
            if length > 1 {
                sum += beside(at.checked_sub(1)) + beside(Some(at + length));
            }
            at += length;
        }
        sum
    }

    /// Length and weight of the character that begins with a byte beyond ASCII.
    fn character(&self, bytes: &[u8]) -> (usize, f64) {
        let lead = bytes[0];
        if self.encoding == Encoding::ShiftJis && matches!(lead, 0xA1..=0xDF) {
            return (1, -7.6);
        }
        if self.encoding == Encoding::Gb18030 {
            if lead == 0x80 {
                return (1, -14.0);
            }
            if bytes.get(1).is_some_and(u8::is_ascii_digit) {
                return match bytes.first_chunk::<4>() {
                    Some(four) if self.is_assigned(four) => (4, -17.0),
                    _ => (1, BAD),
                };
            }
        }
        let Some(&pair) = bytes.first_chunk::<2>() else {
            // Cut off where the evidence ends.
            return (1, 0.0);
        };
        if !self.is_assigned(&pair) {
            return (if pair[1] < 0x80 { 1 } else { 2 }, BAD);
        }
        if self.common.contains(&pair) {
            return (2, -6.7);
        }
        let code = u16::from_be_bytes(pair);
        let weight = match self.encoding {
            Encoding::Gb18030 => match (lead, pair[1]) {
                (0xB0..=0xD7, 0xA1..) => -9.1,
                (0xA1..=0xA3, 0xA1..) => -8.9,
                (0xD8..=0xF7, 0xA1..) => -11.9,
                (0xA4..=0xA9, 0xA1..) => -12.2,
                _ => -15.4,
            },
            Encoding::Big5 => match code {
                0xA440..=0xC67E => -9.4,
                0xA140..=0xA3BF => -9.2,
                0xC940..=0xF9D5 => -13.8,
                _ => -16.0,
            },
            _ => match code {
                0x829F..=0x82F1 => -5.6,
                0x8340..=0x8396 => -5.8,
                0x8140..=0x81AC => -7.7,
                0x824F..=0x829A => -7.6,
                0x889F..=0x9872 => -9.2,
                0x989F..=0xEAA4 => -13.2,
                _ => -16.0,
            },
        };
        (2, weight)
    }

    /// Whether the bytes are one character, and not one for private use.
    fn is_assigned(&self, bytes: &[u8]) -> bool {
        let coder = self.encoding.coder();
        let text = coder.decode_without_bom_handling_and_without_replacement(bytes);
        text.is_some_and(|text| !text.chars().any(|c| matches!(c, '\u{e000}'..='\u{f8ff}')))
    }
}

/// Windows-1252: accented letters stand among ASCII letters, and seldom side by side.
fn weigh_western(bytes: &[u8]) -> f64 {
    let at =
        |place: Option<usize>| place.and_then(|place| bytes.get(place)).copied().unwrap_or(b' ');
    let weigh = |(place, &byte): (usize, &u8)| {
        let (before, after) = (at(place.checked_sub(1)), at(Some(place + 1)));
        let in_word = before.is_ascii_alphabetic() || after.is_ascii_alphabetic();
        let alone = before < 0x80 && after < 0x80;
        let weight = match byte {
            0..0x80 => return ASCII,
            0x81 | 0x8D | 0x8F | 0x90 | 0x9D => BAD,
            0xD7 | 0xF7 => -9.5,
            0xDF..=0xFF if in_word => -4.6,
            0xC0..=0xDE if in_word => -6.0,
            0xC0..=0xFF if alone => -7.0,
            0xC0..=0xFF => -8.5,
            0x80 | 0x85 | 0x91..=0x94 | 0x96 | 0x97 | 0x99 | 0xA0 | 0xA1 | 0xA3 | 0xA5 => -6.5,
            0xA7 | 0xA9..=0xAB | 0xAE | 0xB0 | 0xB2 | 0xB3 | 0xB5 | 0xB7 | 0xBA..=0xBF => -6.5,
            _ => -9.5,
        };
        weight + if before < 0x80 { 0.0 } else { -3.0 }
    };
    bytes.iter().enumerate().map(weigh).sum()
}
