//! Distinct strings behind small codes.

use std::borrow::Cow;

/// Distinct strings in order of first appearance: string `code` is the `code`-th one seen.
///
/// All bytes lie in one vector, so a dictionary crosses between workers as two arrays. Strings are
/// found by an [`Interner`](super::Interner), which a finished dictionary no longer needs.
///
/// ```
/// use segmentlab::table::Dictionary;
/// let dictionary = Dictionary::from_packed(b"ABCA".to_vec(), vec![1, 4]);
/// assert_eq!(dictionary.len(), 2);
/// assert_eq!(dictionary.get(1), b"BCA");
/// assert_eq!(dictionary.text(0), "A");
/// ```
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Dictionary {
    bytes: Vec<u8>,
    /// Where each string ends in `bytes`.
    ends: Vec<u32>,
}

impl Dictionary {
    /// Builds a dictionary from the bytes of all strings and the offset at which each ends.
    ///
    /// # Panics
    /// [`get`](Self::get) panics later if the offsets do not ascend or pass the bytes.
    #[must_use]
    pub fn from_packed(bytes: Vec<u8>, ends: Vec<u32>) -> Self {
        Self { bytes, ends }
    }

    /// The bytes of all strings and the offset at which each ends.
    #[must_use]
    pub fn into_packed(self) -> (Vec<u8>, Vec<u32>) {
        (self.bytes, self.ends)
    }

    /// Number of strings.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Bytes of all strings together.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.bytes.len()
    }

    /// The string of a code, as bytes (UTF-8).
    ///
    /// # Panics
    /// If no string has the code.
    #[inline]
    #[must_use]
    pub fn get(&self, code: u32) -> &[u8] {
        let code = code as usize;
        let start = if code == 0 { 0 } else { self.ends[code - 1] };
        &self.bytes[start as usize..self.ends[code] as usize]
    }

    /// The string of a code, as text.
    ///
    /// # Panics
    /// If no string has the code.
    #[must_use]
    pub fn text(&self, code: u32) -> Cow<'_, str> {
        String::from_utf8_lossy(self.get(code))
    }

    /// All strings, in order of their codes.
    pub fn iter(&self) -> impl Iterator<Item = &[u8]> {
        let mut start = 0;
        self.ends.iter().map(move |&end| {
            let from = start;
            start = end as usize;
            &self.bytes[from..start]
        })
    }

    /// Appends a string, which must not be there yet, and returns its code.
    #[inline]
    pub(super) fn push(&mut self, string: &[u8]) -> u32 {
        let code = self.ends.len() as u32;
        let at = self.bytes.len();
        let n = string.len();
        if (4..=16).contains(&n) {
            // Two overlapping halves of fixed length cost less than a call that copies any length.
            self.bytes.extend_from_slice(&[0; 16]);
            let room = &mut self.bytes[at..at + n];
            if n >= 8 {
                room[..8].copy_from_slice(&string[..8]);
                room[n - 8..].copy_from_slice(&string[n - 8..]);
            } else {
                room[..4].copy_from_slice(&string[..4]);
                room[n - 4..].copy_from_slice(&string[n - 4..]);
            }
            self.bytes.truncate(at + n);
        } else {
            self.bytes.extend_from_slice(string);
        }
        self.ends.push(self.bytes.len() as u32);
        code
    }
}
