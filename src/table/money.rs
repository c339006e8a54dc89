//! Exact decimal amounts.

use serde::{Serialize, Serializer};

/// An amount in millionths of the file's currency unit.
///
/// Sums of decimals are exact and do not depend on the order of rows, and two customers who spent
/// the same always compare equal, which scoring by quantiles needs. Decimals past the sixth are
/// rounded half away from zero, which also undoes float noise such as `-60.70400000000001`.
/// One value holds up to 9.2 million million units; sums are kept in 128 bits ([`MoneySum`]).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct Money(pub i64);

/// A sum of [`Money`], in millionths; cannot overflow for any file that fits on a disk.
pub type MoneySum = i128;

impl Money {
    /// Millionths per unit.
    pub const SCALE: i64 = 1_000_000;

    /// The amount in units, as the nearest `f64`.
    #[must_use]
    pub fn to_f64(self) -> f64 {
        sum_to_f64(self.0.into())
    }

    /// `self` times `other` (quantity times price), rounded half away from zero; `None` when it does not fit.
    ///
    /// ```
    /// use segmentlab::table::Money;
    /// let six = Money(6_000_000);
    /// let price = Money(2_550_000);
    /// assert_eq!(six.times(price), Some(Money(15_300_000)));
    /// ```
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        // Nearly all products fit 64 bits, where a division is cheap.
        if self.0.unsigned_abs().leading_zeros() + other.0.unsigned_abs().leading_zeros() >= 66 {
            let narrow = self.0 * other.0;
            return Some(Self((narrow + Self::SCALE / 2 * narrow.signum()) / Self::SCALE));
        }
        let wide = i128::from(self.0) * i128::from(other.0);
        let half = i128::from(Self::SCALE / 2) * wide.signum();
        i64::try_from((wide + half) / i128::from(Self::SCALE)).ok().map(Self)
    }
}

/// Millionths as units, as the nearest `f64`.
///
/// ```
/// assert_eq!(segmentlab::table::sum_to_f64(8_911_407_904_000), 8_911_407.904);
/// ```
#[must_use]
pub fn sum_to_f64(millionths: MoneySum) -> f64 {
    // Below 2^53 both operands are exact, so the division rounds once.
    millionths as f64 / Money::SCALE as f64
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_f64(self.to_f64())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Against the definition in whole numbers: |product - rounded * 10^6| is at most half of 10^6.
        #[test]
        fn products_are_rounded_half_away(a: i64, b: i64, shift_a in 0..63_u32, shift_b in 0..63_u32) {
            let (a, b) = (a >> shift_a, b >> shift_b);
            let wide = i128::from(a) * i128::from(b);
            match Money(a).times(Money(b)) {
                Some(Money(product)) => {
                    let rest = wide - i128::from(product) * 1_000_000;
                    prop_assert!(rest.abs() <= 500_000);
                    prop_assert!(rest.abs() < 500_000 || rest.signum() != wide.signum());
                }
                None => prop_assert!(wide.unsigned_abs() / 1_000_000 >= i64::MAX as u128),
            }
        }
    }
}
