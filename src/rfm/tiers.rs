//! Value tiers: high, middle and low by M.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use super::bad;
use crate::error::Error;
use crate::table::Money;

/// How value tiers are cut.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Tiers {
    /// By cumulative share of M: the best customers until `high` of the value, then until `high + middle`.
    /// The customer who reaches the share is still in; customers without a positive M are low.
    Share {
        /// 0 to 1.
        high: f64,
        /// 0 to 1 - high.
        middle: f64,
    },
    /// By share of customers, ranked by M; the customer who reaches the share is still in.
    Quantile {
        /// 0 to 1.
        high: f64,
        /// 0 to 1 - high.
        middle: f64,
    },
}

/// The three tiers, in this order.
pub(super) const TIERS: usize = 3;
const LOW: u8 = 2;

/// 0.8 + 0.15 is a hair above 0.95 in binary; a customer exactly at the share would be let in.
const SLACK: f64 = 1e-12;

impl Tiers {
    fn shares(&self) -> (f64, f64) {
        match *self {
            Self::Share { high, middle } | Self::Quantile { high, middle } => (high, middle),
        }
    }

    pub(super) fn check(&self) -> Result<(), Error> {
        let (high, middle) = self.shares();
        if !(0.0..=1.0).contains(&high) {
            return Err(bad("tiers.high", &high.to_string(), "0..=1"));
        }
        if !(middle >= 0.0 && high + middle <= 1.0 + SLACK) {
            return Err(bad("tiers.middle", &middle.to_string(), "0..=1-high"));
        }
        Ok(())
    }

    /// 0 high, 1 middle, 2 low, per customer; equal M always in the same tier.
    pub(super) fn assign(&self, monetary: &[Money]) -> Vec<u8> {
        let (high, middle) = self.shares();
        let upto = [high - SLACK, high + middle - SLACK];
        let mut best: Vec<(Money, u32)> = monetary.iter().copied().zip(0..).collect();
        best.sort_unstable_by_key(|&(amount, _)| Reverse(amount));
        let weight = |amount: Money| match self {
            Self::Share { .. } => i128::from(amount.0.max(0)),
            Self::Quantile { .. } => 1,
        };
        let total: i128 = monetary.iter().map(|&amount| weight(amount)).sum();
        let mut tiers = vec![LOW; monetary.len()];
        let mut better = 0;
        for equal in best.chunk_by(|a, b| a.0 == b.0) {
            let weight = weight(equal[0].0);
            if weight == 0 {
                break;
            }
            let share = better as f64 / total as f64;
            let tier = upto.iter().filter(|&&upto| share >= upto).count() as u8;
            for &(_, customer) in equal {
                tiers[customer as usize] = tier;
            }
            better += weight * equal.len() as i128;
        }
        tiers
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ABC: Tiers = Tiers::Share { high: 0.8, middle: 0.15 };

    fn assign(tiers: &Tiers, units: &[i64]) -> Vec<u8> {
        let monetary: Vec<Money> = units.iter().map(|unit| Money(unit * Money::SCALE)).collect();
        tiers.assign(&monetary)
    }

    #[test]
    fn the_best_make_up_the_share() {
        // 50 and 30 are 80 %; 15 makes 95 %.
        assert_eq!(assign(&ABC, &[3, 50, 15, 2, 30]), [2, 0, 1, 2, 0]);
    }

    #[test]
    fn who_reaches_the_share_is_in() {
        assert_eq!(assign(&ABC, &[95, 5]), [0, 2]);
        assert_eq!(assign(&ABC, &[70, 20, 10]), [0, 0, 1]);
    }

    #[test]
    fn equal_amounts_share_a_tier() {
        // Before the four twenties stand 20 %, so all of them are high.
        assert_eq!(assign(&ABC, &[20, 20, 20, 20, 20]), [0; 5]);
        let quantile = Tiers::Quantile { high: 0.2, middle: 0.3 };
        assert_eq!(
            assign(&quantile, &[5, 5, 4, 3, 2, 1, 1, 1, 1, 1]),
            [0, 0, 1, 1, 1, 2, 2, 2, 2, 2]
        );
    }

    #[test]
    fn who_brought_nothing_is_low() {
        assert_eq!(assign(&Tiers::Share { high: 1.0, middle: 0.0 }, &[10, 0, -5]), [0, 2, 2]);
        assert_eq!(assign(&ABC, &[0, 0]), [2, 2]);
    }

    #[test]
    fn quantiles_rank_negative_amounts_too() {
        let thirds = Tiers::Quantile { high: 1.0 / 3.0, middle: 1.0 / 3.0 };
        assert_eq!(assign(&thirds, &[-9, -1, -5]), [2, 0, 1]);
    }

    fn refused(tiers: &Tiers) -> String {
        match tiers.check().unwrap_err() {
            Error::BadSetting { setting, .. } => setting,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_high_share_out_of_range() {
        for high in [-0.1, 1.1, f64::NAN] {
            assert_eq!(refused(&Tiers::Share { high, middle: 0.0 }), "tiers.high");
            assert_eq!(refused(&Tiers::Quantile { high, middle: 0.0 }), "tiers.high");
        }
    }

    #[test]
    fn a_middle_share_out_of_range() {
        for middle in [-0.1, 0.3, f64::NAN] {
            assert_eq!(refused(&Tiers::Share { high: 0.8, middle }), "tiers.middle");
        }
        assert!(Tiers::Share { high: 0.7, middle: 0.3 }.check().is_ok());
    }
}
