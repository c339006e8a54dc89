//! Finding the code of a string.

use super::Dictionary;

/// A [`Dictionary`] under construction: gives equal strings equal codes.
///
/// Open addressing over one array of 64-bit slots; each holds the string's 32-bit hash beside its
/// code, so that a miss is seldom looked up in the strings and growing never reads them.
///
/// ```
/// use segmentlab::table::Interner;
/// let mut interner = Interner::new();
/// assert_eq!(interner.intern(b"A-1"), 0);
/// assert_eq!(interner.intern(b"B-2"), 1);
/// assert_eq!(interner.intern(b"A-1"), 0);
/// assert_eq!(interner.finish().len(), 2);
/// ```
#[derive(Debug, Clone)]
pub struct Interner {
    strings: Dictionary,
    /// Hash in the upper half, code + 1 in the lower; 0 where empty. A power of two of them.
    slots: Vec<u64>,
    /// Strings at which the slots are doubled.
    room: usize,
}

const FIRST_SLOTS: usize = 1 << 10;

/// At most five eighths of the slots are used: linear probing stays short.
fn room(slots: usize) -> usize {
    slots / 8 * 5
}

impl Default for Interner {
    fn default() -> Self {
        Self::new()
    }
}

impl Interner {
    /// An empty one.
    #[must_use]
    pub fn new() -> Self {
        Self { strings: Dictionary::default(), slots: vec![0; FIRST_SLOTS], room: room(FIRST_SLOTS) }
    }

    /// The strings so far.
    #[must_use]
    pub fn strings(&self) -> &Dictionary {
        &self.strings
    }

    /// Gives the strings away; the slots are freed.
    #[must_use]
    pub fn finish(self) -> Dictionary {
        self.strings
    }

    /// Gives the strings away and starts anew with the same room.
    #[must_use]
    pub fn take(&mut self) -> Dictionary {
        self.slots.fill(0);
        std::mem::take(&mut self.strings)
    }

    /// Forgets all strings and keeps the room.
    pub fn clear(&mut self) {
        self.slots.fill(0);
        self.strings.clear();
    }

    /// The code of a string, new or known.
    #[inline]
    pub fn intern(&mut self, string: &[u8]) -> u32 {
        let hash = hash(string);
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let slot = self.slots[at];
            if slot == 0 {
                return self.insert(string, hash, at);
            }
            if (slot >> 32) as u32 == hash {
                let code = slot as u32 - 1;
                if same(self.strings.get(code), string) {
                    return code;
                }
            }
            at = (at + 1) & mask;
        }
    }

    #[inline]
    fn insert(&mut self, string: &[u8], hash: u32, at: usize) -> u32 {
        let code = self.strings.push(string);
        self.slots[at] = u64::from(hash) << 32 | u64::from(code + 1);
        if self.strings.len() >= self.room {
            self.grow();
        }
        code
    }

    #[cold]
    fn grow(&mut self) {
        let doubled = self.slots.len() * 2;
        let old = std::mem::replace(&mut self.slots, vec![0; doubled]);
        self.room = room(doubled);
        let mask = doubled - 1;
        for slot in old {
            if slot != 0 {
                let mut at = (slot >> 32) as usize & mask;
                while self.slots[at] != 0 {
                    at = (at + 1) & mask;
                }
                self.slots[at] = slot;
            }
        }
    }
}

#[inline]
fn word(bytes: &[u8], at: usize) -> u64 {
    let mut word = [0; 8];
    word.copy_from_slice(&bytes[at..at + 8]);
    u64::from_le_bytes(word)
}

#[inline]
fn half_word(bytes: &[u8], at: usize) -> u64 {
    let mut word = [0; 4];
    word.copy_from_slice(&bytes[at..at + 4]);
    u32::from_le_bytes(word).into()
}

/// Up to 8 bytes as one word, overlapping loads instead of a loop.
#[inline]
fn short(bytes: &[u8]) -> u64 {
    let n = bytes.len();
    if n >= 4 {
        half_word(bytes, 0) << 32 | half_word(bytes, n - 4)
    } else if n > 0 {
        u64::from(bytes[0]) << 16 | u64::from(bytes[n / 2]) << 8 | u64::from(bytes[n - 1])
    } else {
        0
    }
}

/// Multiply and shift over 64-bit words: WebAssembly has no wide multiplication.
#[inline]
fn hash(bytes: &[u8]) -> u32 {
    const A: u64 = 0x9e37_79b9_7f4a_7c15;
    const B: u64 = 0xd6e8_feb8_6659_fd93;
    let n = bytes.len();
    let mut state = (n as u64).wrapping_mul(B);
    let mut mix = |word: u64| {
        state = (state ^ word).wrapping_mul(A);
        state ^= state >> 32;
    };
    if n <= 8 {
        mix(short(bytes));
    } else {
        let mut at = 0;
        while at + 8 < n {
            mix(word(bytes, at));
            at += 8;
        }
        mix(word(bytes, n - 8));
    }
    (state.wrapping_mul(B) >> 32) as u32
}

/// Equality without a call for short strings.
#[inline]
fn same(a: &[u8], b: &[u8]) -> bool {
    let n = a.len();
    if n != b.len() {
        return false;
    }
    if n <= 8 {
        short(a) == short(b)
    } else if n <= 16 {
        word(a, 0) == word(b, 0) && word(a, n - 8) == word(b, n - 8)
    } else {
        a == b
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    #[test]
    fn codes_follow_first_appearance_for_every_length() {
        let mut interner = Interner::new();
        let mut known = HashMap::new();
        let mut random = 1_u64;
        for _ in 0..200_000 {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let value = random >> 48;
            // Lengths 0 to 20 with long common starts.
            let text = format!("{:0>20}", value % 3000);
            let string = &text.as_bytes()[20 - (value % 21) as usize..];
            let next = known.len() as u32;
            let expected = *known.entry(string.to_vec()).or_insert(next);
            assert_eq!(interner.intern(string), expected, "{text}");
        }
        let strings = interner.finish();
        assert_eq!(strings.len(), known.len());
        for (string, code) in known {
            assert_eq!(strings.get(code), string);
        }
    }

    #[test]
    fn short_words_tell_all_short_strings_apart() {
        let mut seen = HashMap::new();
        for a in 0..=255_u8 {
            for b in [0, 1, b'0', b'9', 255] {
                for string in [&[a][..], &[a, b], &[a, b, a], &[b, a, 7], &[a, a, b, b], &[a, b, 0, 0, 1]] {
                    let key = (string.len(), short(string));
                    assert_eq!(*seen.entry(key).or_insert_with(|| string.to_vec()), string);
                }
            }
        }
    }

    #[test]
    fn a_taken_interner_starts_from_zero() {
        let mut interner = Interner::new();
        for i in 0..5000 {
            interner.intern(format!("{i}").as_bytes());
        }
        assert_eq!(interner.take().len(), 5000);
        assert_eq!(interner.intern(b"4999"), 0);
        assert_eq!(interner.strings().len(), 1);
    }
}
