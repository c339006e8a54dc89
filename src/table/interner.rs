//! Finding the code of a string.

use super::Dictionary;

/// A [`Dictionary`] under construction: gives equal strings equal codes.
///
/// Open addressing over one array of 16-byte slots. Strings of up to eleven bytes, which ids mostly
/// are, stand in the slot as they are, so that finding one touches one cache line; longer ones stand
/// there as a hash and are compared where they lie.
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
    /// A power of two of them.
    slots: Vec<Slot>,
    /// Strings at which the slots are doubled.
    room: usize,
}

/// A key and the code behind it, flat, so that they take 16 bytes.
#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    low: u64,
    high: u32,
    /// Code + 1; 0 where empty.
    next: u32,
}

impl Slot {
    #[inline]
    fn key(self) -> Key {
        Key { low: self.low, high: self.high }
    }
}

/// A short string, or the length and hash of a long one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Key {
    low: u64,
    high: u32,
}

const FIRST_SLOTS: usize = 1 << 8;

/// Longest string that stands in its slot.
const SHORT: usize = 11;

/// In the top byte of `Key::high` where that of a short string has its length.
const LONG: u32 = 0xFF << 24;

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
        Self {
            strings: Dictionary::default(),
            slots: vec![Slot::default(); FIRST_SLOTS],
            room: room(FIRST_SLOTS),
        }
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
        self.slots.fill(Slot::default());
        std::mem::take(&mut self.strings)
    }

    /// The code of a string, new or known.
    #[inline(always)]
    pub fn intern(&mut self, string: &[u8]) -> u32 {
        let key = Key::of(string);
        let mask = self.slots.len() - 1;
        let mut at = key.hash() & mask;
        loop {
            let slot = self.slots[at];
            if slot.next == 0 {
                return self.insert(string, key, at);
            }
            if slot.key() == key {
                let code = slot.next - 1;
                if key.high < LONG || self.strings.get(code) == string {
                    return code;
                }
            }
            at = (at + 1) & mask;
        }
    }

    #[inline]
    fn insert(&mut self, string: &[u8], key: Key, at: usize) -> u32 {
        let code = self.strings.push(string);
        self.slots[at] = Slot { low: key.low, high: key.high, next: code + 1 };
        if self.strings.len() >= self.room {
            self.grow();
        }
        code
    }

    #[cold]
    fn grow(&mut self) {
        let doubled = self.slots.len() * 2;
        let old = std::mem::replace(&mut self.slots, vec![Slot::default(); doubled]);
        self.room = room(doubled);
        let mask = doubled - 1;
        for slot in old {
            if slot.next != 0 {
                let mut at = slot.key().hash() & mask;
                while self.slots[at].next != 0 {
                    at = (at + 1) & mask;
                }
                self.slots[at] = slot;
            }
        }
    }
}

const A: u64 = 0x9e37_79b9_7f4a_7c15;
const B: u64 = 0xd6e8_feb8_6659_fd93;

impl Key {
    #[inline]
    fn of(string: &[u8]) -> Self {
        let n = string.len();
        if n > SHORT {
            return Self::of_long(string);
        }
        let (low, rest) = if n >= 8 {
            // The last four bytes, without those that `low` holds.
            (word(string, 0), (u64::from(half_word(string, n - 4)) >> (8 * (12 - n))) as u32)
        } else if n >= 4 {
            (
                u64::from(half_word(string, 0))
                    | u64::from(half_word(string, n - 4)) << (8 * (n - 4)),
                0,
            )
        } else if n > 0 {
            // One byte is its own middle and end.
            let (first, middle, last) = (string[0], string[n / 2], string[n - 1]);
            (
                u64::from(first)
                    | u64::from(middle) << (8 * (n / 2))
                    | u64::from(last) << (8 * (n - 1)),
                0,
            )
        } else {
            (0, 0)
        };
        Self { low, high: (n as u32) << 24 | rest }
    }

    fn of_long(string: &[u8]) -> Self {
        let n = string.len();
        let mut state = (n as u64).wrapping_mul(B);
        let mut mix = |word: u64| {
            state = (state ^ word).wrapping_mul(A);
            state ^= state >> 32;
        };
        let mut at = 0;
        while at + 8 < n {
            mix(word(string, at));
            at += 8;
        }
        mix(word(string, n - 8));
        Self { low: state, high: LONG | (n as u32 & !LONG) }
    }

    /// Multiply and shift: WebAssembly has no wide multiplication. The last two bits of the last byte
    /// choose among four neighbours, so that numbers that follow each other, as those of orders do,
    /// share a cache line.
    #[inline]
    fn hash(self) -> usize {
        let (mut low, mut high) = (self.low, self.high);
        let near;
        match (high >> 24) as usize {
            n @ 1..=8 => {
                let last = 8 * (n - 1);
                near = (low >> last) as usize & 3;
                low &= !(3 << last);
            }
            n @ 9..=SHORT => {
                let last = 8 * (n - 9);
                near = (high >> last) as usize & 3;
                high &= !(3 << last);
            }
            _ => near = 0,
        }
        let mixed = (low ^ u64::from(high).wrapping_mul(B)).wrapping_mul(A);
        (((mixed ^ mixed >> 32).wrapping_mul(B) >> 32) as usize) << 2 | near
    }
}

#[inline]
fn word(bytes: &[u8], at: usize) -> u64 {
    let mut word = [0; 8];
    word.copy_from_slice(&bytes[at..at + 8]);
    u64::from_le_bytes(word)
}

#[inline]
fn half_word(bytes: &[u8], at: usize) -> u32 {
    let mut word = [0; 4];
    word.copy_from_slice(&bytes[at..at + 4]);
    u32::from_le_bytes(word)
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
    fn keys_of_short_strings_hold_every_byte() {
        for n in 0..=SHORT {
            let string: Vec<u8> = (1..=n as u8).collect();
            let key = Key::of(&string);
            let bytes: Vec<u8> =
                key.low.to_le_bytes().into_iter().chain(key.high.to_le_bytes()).collect();
            let mut expected = [string, vec![0; 11 - n]].concat();
            expected.push(n as u8);
            assert_eq!(bytes, expected);
        }
    }

    #[test]
    fn long_strings_of_one_key_are_told_apart() {
        let mut interner = Interner::new();
        let strings = ["a long string, one", "a long string, two", "a long string, 3"];
        for (code, string) in strings.iter().enumerate() {
            assert_eq!(interner.intern(string.as_bytes()), code as u32);
        }
        let key = Key::of(strings[0].as_bytes());
        for slot in interner.slots.iter_mut().filter(|slot| slot.next == 2) {
            (slot.low, slot.high) = (key.low, key.high);
        }
        interner.grow();
        assert_eq!(interner.intern(strings[0].as_bytes()), 0);
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
