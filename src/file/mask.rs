//! Finding the bytes that matter, 64 at a time.

/// Bit `i` is set where byte `i` is a delimiter, a quote, a line feed or a carriage return; with
/// `BLANKS`, tabs count as delimiters too.
#[inline]
pub(super) fn special<const BLANKS: bool>(bytes: &[u8; 64], delimiter: u8) -> u64 {
    imp::special::<BLANKS>(bytes, delimiter)
}

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod imp {
    use core::arch::wasm32::{u8x16_bitmask, u8x16_eq, u8x16_splat, v128, v128_load, v128_or};

    #[inline]
    pub(super) fn special<const BLANKS: bool>(bytes: &[u8; 64], delimiter: u8) -> u64 {
        let delimiter = u8x16_splat(delimiter);
        let mut mask = 0;
        for quarter in (0..4).rev() {
            // SAFETY: 16 bytes from `quarter * 16` lie within the 64; the load needs no alignment.
            let chunk = unsafe { v128_load(bytes.as_ptr().add(quarter * 16).cast::<v128>()) };
            let mut hits = v128_or(
                v128_or(u8x16_eq(chunk, delimiter), u8x16_eq(chunk, u8x16_splat(b'"'))),
                v128_or(u8x16_eq(chunk, u8x16_splat(b'\n')), u8x16_eq(chunk, u8x16_splat(b'\r'))),
            );
            if BLANKS {
                hits = v128_or(hits, u8x16_eq(chunk, u8x16_splat(b'\t')));
            }
            mask = mask << 16 | u64::from(u8x16_bitmask(hits));
        }
        mask
    }
}

#[cfg(target_arch = "x86_64")]
mod imp {
    use core::arch::x86_64::{
        __m128i, _mm_cmpeq_epi8, _mm_loadu_si128, _mm_movemask_epi8, _mm_or_si128, _mm_set1_epi8,
    };

    #[inline]
    pub(super) fn special<const BLANKS: bool>(bytes: &[u8; 64], delimiter: u8) -> u64 {
        let mut mask = 0;
        for quarter in (0..4).rev() {
            // SAFETY: 16 bytes from `quarter * 16` lie within the 64, the load needs no alignment, and
            // every x86-64 has SSE2.
            let hits = unsafe {
                let chunk = _mm_loadu_si128(bytes.as_ptr().add(quarter * 16).cast::<__m128i>());
                let equal = |byte: u8| _mm_cmpeq_epi8(chunk, _mm_set1_epi8(byte.cast_signed()));
                let mut hits = _mm_or_si128(
                    _mm_or_si128(equal(delimiter), equal(b'"')),
                    _mm_or_si128(equal(b'\n'), equal(b'\r')),
                );
                if BLANKS {
                    hits = _mm_or_si128(hits, equal(b'\t'));
                }
                _mm_movemask_epi8(hits)
            };
            mask = mask << 16 | u64::from(hits as u16);
        }
        mask
    }
}

#[cfg(not(any(all(target_arch = "wasm32", target_feature = "simd128"), target_arch = "x86_64")))]
mod imp {
    pub(super) fn special<const BLANKS: bool>(bytes: &[u8; 64], delimiter: u8) -> u64 {
        super::plain::<BLANKS>(bytes, delimiter)
    }
}

#[cfg(any(
    test,
    not(any(all(target_arch = "wasm32", target_feature = "simd128"), target_arch = "x86_64"))
))]
fn plain<const BLANKS: bool>(bytes: &[u8; 64], delimiter: u8) -> u64 {
    bytes.iter().rev().fold(0, |mask, &byte| {
        let hit =
            byte == delimiter || matches!(byte, b'"' | b'\n' | b'\r') || (BLANKS && byte == b'\t');
        mask << 1 | u64::from(hit)
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn all_bytes_at_all_places() {
        for byte in 0..=255_u8 {
            for place in 0..64 {
                let mut bytes =
                    *b"field one,field \"two\"\tfield three\r\nfield four|field five;field 6";
                bytes[place] = byte;
                for delimiter in *b",;\t| " {
                    assert_eq!(
                        super::special::<false>(&bytes, delimiter),
                        super::plain::<false>(&bytes, delimiter)
                    );
                    assert_eq!(
                        super::special::<true>(&bytes, delimiter),
                        super::plain::<true>(&bytes, delimiter)
                    );
                }
            }
        }
    }
}
