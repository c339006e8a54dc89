//! Numbers that a person can read.

/// Decimal places, and zeros before the point, that are tried.
const PLACES: i32 = 18;

/// The number of fewest digits that is not below `low` and is below `high`; of several the one nearest to the middle.
/// `low` is below `high`.
pub(super) fn readable(low: f64, high: f64) -> f64 {
    (-PLACES..=PLACES).rev().find_map(|exponent| multiple(low, high, exponent)).unwrap_or(low)
}

/// The multiple of `10^exponent` within the bounds that is nearest to their middle.
fn multiple(low: f64, high: f64, exponent: i32) -> Option<f64> {
    let power = (0..exponent.abs()).fold(1.0, |power, _| power * 10.0);
    let in_units = |value: f64| if exponent < 0 { value * power } else { value / power };
    let [first, end] = [low, high].map(|bound| in_units(bound).ceil());
    let nearest = (in_units(low / 2.0 + high / 2.0) + 0.5).floor().min(end - 1.0).max(first);
    // Of whole numbers only the quotient is the nearest to the decimal.
    let value = if exponent < 0 { nearest / power } else { nearest * power };
    (low <= value && value < high).then_some(value + 0.0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn few_digits_near_the_middle() {
        for ([low, high], expected) in [
            ([115.0, 116.0], 115.0),
            ([1.0, 2.0], 1.0),
            ([1.0, 100.0], 50.0),
            ([0.0, 5.0], 0.0),
            ([-3.0, 7.0], 0.0),
            ([256.13, 256.19], 256.16),
            ([256.13, 257.19], 257.0),
            ([9_870.0, 12_340.0], 10_000.0),
            ([0.1, 0.3], 0.2),
            ([-0.31, -0.3], -0.31),
            ([-12.0, -9.0], -10.0),
            ([1e-9, 3e-9], 2e-9),
        ] {
            assert_eq!(readable(low, high), expected, "{low} {high}");
        }
    }

    proptest! {
        #[test]
        fn always_between(low in -1e9..1e9_f64, apart in 1e-9..1e6_f64) {
            let found = readable(low, low + apart);
            prop_assume!(low < low + apart);
            prop_assert!(low <= found && found < low + apart);
        }

        #[test]
        fn neighbours_are_told_apart(low in any::<f64>()) {
            prop_assume!(low.is_finite() && low.next_up().is_finite());
            prop_assert_eq!(readable(low, low.next_up()), low);
        }
    }
}
