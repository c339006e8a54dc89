//! The digits of a number: groups of thousands, decimals, exponent.

/// Digits with groups, decimals and exponent, under a decimal mark, times a power of ten, in millionths.
/// `Some(None)`: too large.
pub(super) fn read_digits(body: &[u8], mark: u8, power: i32) -> Option<Option<i64>> {
    let exponent_at = body.iter().position(|byte| matches!(byte, b'e' | b'E'));
    let (mantissa, exponent) = match exponent_at {
        None => (body, 0),
        Some(at) => (&body[..at], read_exponent(&body[at + 1..])?),
    };
    let (whole, fraction) = match mantissa.iter().position(|&byte| byte == mark) {
        None => (mantissa, &[][..]),
        Some(at) => (&mantissa[..at], &mantissa[at + 1..]),
    };
    if !fraction.iter().all(u8::is_ascii_digit) || (whole.is_empty() && fraction.is_empty()) {
        return None;
    }
    let whole = read_groups(whole, mark)?;
    let mut digits = 0_i128;
    let mut shift = 6 + exponent + power;
    // Digits past the 30th lie far below a millionth, or make the number too large.
    for &digit in whole.iter().chain(fraction) {
        if digits < 10_i128.pow(30) {
            digits = digits * 10 + i128::from(digit - b'0');
        } else {
            shift += 1;
        }
    }
    shift -= fraction.len() as i32;
    Some(if digits == 0 {
        Some(0)
    } else if shift > 18 {
        None
    } else if shift >= 0 {
        digits.checked_mul(10_i128.pow(shift as u32)).and_then(|value| i64::try_from(value).ok())
    } else if shift < -32 {
        Some(0)
    } else {
        let unit = 10_i128.pow(shift.unsigned_abs());
        i64::try_from((digits + unit / 2) / unit).ok()
    })
}

fn read_exponent(text: &[u8]) -> Option<i32> {
    let (sign, digits) = match text {
        [b'-', rest @ ..] => (-1, rest),
        [b'+', rest @ ..] => (1, rest),
        _ => (1, text),
    };
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let value =
        digits.iter().fold(0_i32, |sum, digit| (sum * 10 + i32::from(digit - b'0')).min(1000));
    Some(sign * value)
}

/// The digits of a whole number, grouped or not.
fn read_groups(whole: &[u8], mark: u8) -> Option<Vec<u8>> {
    let other: &[u8] = if mark == b'.' { b"," } else { b"." };
    let separators = [other, b" ", b"'"];
    let mut digits = Vec::with_capacity(whole.len());
    let mut groups = Vec::new();
    let mut rest = whole;
    let mut separator: Option<&[u8]> = None;
    loop {
        let run = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        digits.extend_from_slice(&rest[..run]);
        groups.push(run);
        rest = &rest[run..];
        if rest.is_empty() {
            break;
        }
        let found = separators.into_iter().find(|candidate| rest.starts_with(candidate))?;
        if separator.is_some_and(|first| first != found) {
            return None;
        }
        separator = Some(found);
        rest = &rest[found.len()..];
    }
    if let [first, middle @ .., last] = &groups[..] {
        let sized = |size| middle.iter().all(|&group| group == size) && (1..=size).contains(first);
        if *last != 3 || whole.starts_with(b"0") || !(sized(3) || sized(2)) {
            return None;
        }
    }
    Some(digits)
}
