//! The normal distribution from its far end.
#![allow(clippy::excessive_precision, reason = "coefficients as they were published")]

use std::f64::consts::{LN_2, PI};

/// How many standard deviations a normal variable exceeds with a probability given by its natural logarithm, which
/// is at most ln 1/2. By the rational functions of Wichura (1988, algorithm AS 241, PPND16), good to 1e-15; where
/// the probability is too small for them (below 1e-316), by the asymptotic series of the tail.
pub(super) fn upper_quantile(log_p: f64) -> f64 {
    let log_p = log_p.min(-LN_2);
    let p = libm::exp(log_p);
    let q = 0.5 - p;
    if q <= 0.425 {
        let r = 0.180_625 - q * q;
        return q * polynomial(&A, r) / polynomial(&B, r);
    }
    let r = (-log_p).sqrt();
    if r <= 5.0 {
        let r = r - 1.6;
        return polynomial(&C, r) / polynomial(&D, r);
    }
    if r <= 27.0 {
        let r = r - 5.0;
        return polynomial(&E, r) / polynomial(&F, r);
    }
    far_quantile(log_p)
}

/// Solves ln Q(x) = -x²/2 - ln x - ln √(2π) + ln(1 - 1/x² + 3/x⁴ - 15/x⁶ ...) for x. From 38 on four terms give all
/// digits, and each step brings x a thousand times nearer.
fn far_quantile(log_p: f64) -> f64 {
    let half_log_2_pi = libm::log(2.0 * PI) / 2.0;
    let mut x = (-2.0 * log_p).sqrt();
    for _ in 0..8 {
        let r = 1.0 / (x * x);
        let series = 1.0 - r * (1.0 - r * (3.0 - r * (15.0 - 105.0 * r)));
        x = (-2.0 * (log_p + half_log_2_pi + libm::log(x) - libm::log(series))).sqrt();
    }
    x
}

/// Coefficients from the constant one on.
fn polynomial(coefficients: &[f64; 8], x: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, coefficient| sum * x + coefficient)
}

const A: [f64; 8] = [
    3.387_132_872_796_366_608_0,
    133.141_667_891_784_377_45,
    1_971.590_950_306_551_442_7,
    13_731.693_765_509_461_125,
    45_921.953_931_549_871_457,
    67_265.770_927_008_700_853,
    33_430.575_583_588_128_105,
    2_509.080_928_730_122_672_7,
];
const B: [f64; 8] = [
    1.0,
    42.313_330_701_600_911_252,
    687.187_007_492_057_908_30,
    5_394.196_021_424_751_107_7,
    21_213.794_301_586_595_867,
    39_307.895_800_092_710_610,
    28_729.085_735_721_942_674,
    5_226.495_278_852_854_561_0,
];
const C: [f64; 8] = [
    1.423_437_110_749_683_577_34,
    4.630_337_846_156_545_295_90,
    5.769_497_221_460_691_405_50,
    3.647_848_324_763_204_605_04,
    1.270_458_252_452_368_382_58,
    2.417_807_251_774_506_117_70e-1,
    2.272_384_498_926_918_458_33e-2,
    7.745_450_142_783_414_076_40e-4,
];
const D: [f64; 8] = [
    1.0,
    2.053_191_626_637_758_821_87,
    1.676_384_830_183_803_849_40,
    6.897_673_349_851_000_045_50e-1,
    1.481_039_764_274_800_745_90e-1,
    1.519_866_656_361_645_719_66e-2,
    5.475_938_084_995_344_946_00e-4,
    1.050_750_071_644_416_843_24e-9,
];
const E: [f64; 8] = [
    6.657_904_643_501_103_777_20,
    5.463_784_911_164_114_369_90,
    1.784_826_539_917_291_335_80,
    2.965_605_718_285_048_912_30e-1,
    2.653_218_952_657_612_309_30e-2,
    1.242_660_947_388_078_438_60e-3,
    2.711_555_568_743_487_578_15e-5,
    2.010_334_399_292_288_132_65e-7,
];
const F: [f64; 8] = [
    1.0,
    5.998_322_065_558_879_376_90e-1,
    1.369_298_809_227_358_053_10e-1,
    1.487_536_129_085_061_485_25e-2,
    7.868_691_311_456_132_591_00e-4,
    1.846_318_317_510_054_681_80e-5,
    1.421_511_758_316_445_888_70e-7,
    2.044_263_103_389_939_785_64e-15,
];

#[cfg(test)]
mod tests {
    use super::*;

    /// Roots of ln Q(x) = ln p found by mpmath with 40 digits.
    #[test]
    fn quantiles_as_mpmath_has_them() {
        let of_p = [
            (0.4, 0.253_347_103_135_799_74),
            (0.1, 1.281_551_565_544_600_4),
            (0.075, 1.439_531_470_938_455_9),
            (0.0749, 1.440_238_267_527_963_7),
            (0.025, 1.959_963_984_540_054_2),
            (1e-5, 4.264_890_793_922_824_6),
            (1e-12, 7.034_483_825_301_131_9),
            (1e-20, 9.262_340_089_798_407_6),
            (1e-100, 21.273_453_560_965_324),
            (1e-300, 37.047_096_299_361_199),
        ];
        let of_logs = [
            (-700.0, 37.295_079_632_647_417),
            (-730.0, 38.090_429_516_011_879),
            (-1_000.0, 44.615_747_731_969_403),
            (-5_000.0, 99.944_748_174_841_092),
            (-1e5, 447.197_893_678_525_05),
            (-1e6, 1_414.207_782_991_017_3),
        ];
        let logs = of_p.map(|(p, x)| (libm::log(p), x)).into_iter().chain(of_logs);
        for (log_p, expected) in logs {
            let found = upper_quantile(log_p);
            assert!((found / expected - 1.0).abs() < 1e-14, "{log_p}: {found} {expected}");
        }
    }

    #[test]
    fn half_is_the_middle_and_more_is_taken_for_half() {
        assert!(upper_quantile(-LN_2).abs() < 1e-15);
        assert!(upper_quantile(-0.6).abs() < 1e-15);
    }
}
