//! What tests of whole files share.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use segmentlab::file::{Encoding, HEAD_BYTES};
use segmentlab::mapping::look;
use segmentlab::transactions::{Transactions, read_all};

/// A file of the public data sets and reference figures: in the folder named by `SEGMENTLAB_SHARED`,
/// else in `../shared`. `None`, with a word on stderr, where there is no such folder.
pub fn shared(path: &str) -> Option<PathBuf> {
    let named = std::env::var_os("SEGMENTLAB_SHARED").map(PathBuf::from);
    let folder =
        named.clone().unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"));
    if named.is_none() && !folder.join("reference").is_dir() {
        eprintln!("skipped: no shared data in {}", folder.display());
        return None;
    }
    Some(folder.join(path))
}

/// A file of the shared data read as the page does, with the roles and forms that are guessed.
#[allow(dead_code, reason = "not every test reads whole files")]
pub fn transactions(path: &str) -> Option<Transactions> {
    let bytes = fs::read(shared(path)?).unwrap();
    let mut unpacked = Vec::new();
    let bytes = if path.ends_with(".gz") {
        flate2::read::MultiGzDecoder::new(&bytes[..]).read_to_end(&mut unpacked).unwrap();
        unpacked
    } else {
        bytes
    };
    let first = &bytes[..bytes.len().min(HEAD_BYTES)];
    let head = look(first, &[], bytes.len() as u64, None).unwrap();
    Some(read_all(&[&bytes], &head.params, 8 << 20, 2).unwrap().transactions)
}

/// Text in an encoding that has all of its characters.
#[allow(dead_code, reason = "not every test writes other encodings")]
pub fn encode(text: &str, encoding: Encoding) -> Vec<u8> {
    let coder = match encoding {
        Encoding::Utf8 => return text.as_bytes().to_vec(),
        Encoding::Utf16Le => return text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        Encoding::Utf16Be => return text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        Encoding::Gb18030 => encoding_rs::GB18030,
        Encoding::Big5 => encoding_rs::BIG5,
        Encoding::ShiftJis => encoding_rs::SHIFT_JIS,
        Encoding::Windows1252 => encoding_rs::WINDOWS_1252,
    };
    let (bytes, _, lossy) = coder.encode(text);
    assert!(!lossy, "{encoding:?} lacks a character");
    bytes.into_owned()
}
