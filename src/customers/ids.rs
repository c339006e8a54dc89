//! Two orders of customer ids: bytewise, and as a person sorts them.

use crate::table::Dictionary;

/// Sorts codes by the bytes of their ids.
pub(super) fn sort_bytewise(codes: &mut [u32], ids: &Dictionary) {
    // Ids such as CUST-000123 differ late; past what they share, eight bytes settle most pairs
    // without a look at the strings.
    let shared = shared_prefix(codes, ids);
    let mut keyed: Vec<(u64, u32)> =
        codes.iter().map(|&code| (leading_bytes(&ids.get(code)[shared..]), code)).collect();
    keyed.sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| ids.get(a.1).cmp(ids.get(b.1))));
    for (code, (_, sorted)) in codes.iter_mut().zip(keyed) {
        *code = sorted;
    }
}

fn shared_prefix(codes: &[u32], ids: &Dictionary) -> usize {
    let Some((&first, rest)) = codes.split_first() else {
        return 0;
    };
    let first = ids.get(first);
    rest.iter().fold(first.len(), |shared, &code| {
        let id = ids.get(code);
        first[..shared].iter().zip(id).take_while(|(a, b)| a == b).count()
    })
}

fn leading_bytes(bytes: &[u8]) -> u64 {
    let mut leading = [0; 8];
    let length = bytes.len().min(8);
    leading[..length].copy_from_slice(&bytes[..length]);
    u64::from_be_bytes(leading)
}

/// The place of each id when whole numbers stand by value before all others, and these bytewise.
/// `codes` are sorted bytewise; equal numbers (`7`, `007`) keep that order.
pub(super) fn natural_ranks(codes: &[u32], ids: &Dictionary) -> Vec<u32> {
    let mut keyed: Vec<(IdKey, u32)> = codes
        .iter()
        .zip(0..)
        .map(|(&code, position)| (IdKey::of(ids.get(code)), position))
        .collect();
    let digits = |position: u32| significant(ids.get(codes[position as usize]));
    keyed.sort_unstable_by(|a, b| {
        a.0.cmp(&b.0)
            .then_with(|| match a.0 {
                IdKey::LongNumber(_) => digits(a.1).cmp(digits(b.1)),
                IdKey::Number(_) | IdKey::Other => std::cmp::Ordering::Equal,
            })
            .then(a.1.cmp(&b.1))
    });
    let mut ranks = vec![0; codes.len()];
    for ((_, position), rank) in keyed.into_iter().zip(0..) {
        ranks[position as usize] = rank;
    }
    ranks
}

/// This many digits always fit 64 bits.
const U64_DIGITS: usize = 19;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum IdKey {
    Number(u64),
    /// A whole number that may pass 64 bits, by its count of digits.
    LongNumber(usize),
    Other,
}

impl IdKey {
    fn of(id: &[u8]) -> Self {
        if id.is_empty() || !id.iter().all(u8::is_ascii_digit) {
            return Self::Other;
        }
        let digits = significant(id);
        if digits.len() > U64_DIGITS {
            return Self::LongNumber(digits.len());
        }
        Self::Number(digits.iter().fold(0, |value, digit| 10 * value + u64::from(digit - b'0')))
    }
}

fn significant(digits: &[u8]) -> &[u8] {
    let zeros = digits.iter().take_while(|&&digit| digit == b'0').count();
    &digits[zeros..]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::customers::by_hand::dictionary;

    fn bytewise(ids: &[&str]) -> Vec<String> {
        let ids = dictionary(ids);
        let mut codes: Vec<u32> = (0..ids.len() as u32).collect();
        sort_bytewise(&mut codes, &ids);
        codes.iter().map(|&code| ids.text(code).into_owned()).collect()
    }

    #[test]
    fn bytewise_order_holds_past_the_eight_bytes_that_are_compared_first() {
        let sorted = bytewise(&["CUST-123456789", "CUST-12345678", "CUST-1", "CUST-2", "CUST-10"]);
        assert_eq!(sorted, ["CUST-1", "CUST-10", "CUST-12345678", "CUST-123456789", "CUST-2"]);
    }

    #[test]
    fn whole_numbers_stand_by_value_before_the_rest() {
        let mut ids = [
            "100",
            "20",
            "3",
            "007",
            "7",
            "-1",
            "1.5",
            "B2",
            "B10",
            "99999999999999999999",
            "100000000000000000000",
            "099999999999999999998",
        ];
        ids.sort_unstable();
        let dictionary = dictionary(&ids);
        let codes: Vec<u32> = (0..ids.len() as u32).collect();
        let ranks = natural_ranks(&codes, &dictionary);
        let mut ranked: Vec<(u32, &str)> = ranks.into_iter().zip(ids).collect();
        ranked.sort_unstable();
        let order: Vec<&str> = ranked.into_iter().map(|(_, id)| id).collect();
        assert_eq!(
            order,
            [
                "3",
                "007",
                "7",
                "20",
                "100",
                "099999999999999999998",
                "99999999999999999999",
                "100000000000000000000",
                "-1",
                "1.5",
                "B10",
                "B2",
            ]
        );
    }
}
