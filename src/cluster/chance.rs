//! Repeatable chance.

use rand::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

/// What chance is needed for. Each has a stream of its own, so that none follows another.
#[derive(Debug, Clone, Copy)]
pub(super) enum Stream {
    /// Points that silhouettes are computed for.
    Silhouette = 1,
    /// Points that a clustering of fewer is made of.
    Points = 2,
    /// Reference sets.
    Reference = 3,
    /// Resamples.
    Resample = 4,
    /// Shown points.
    Shown = 5,
    /// Starts of a mixture.
    Mixture = 6,
}

/// The generator of a stream; `number` tells the draws of a stream apart.
pub(super) fn chance(seed: u32, stream: Stream, number: u32) -> Xoshiro256PlusPlus {
    let key = u64::from(number) << 32 | u64::from(seed);
    Xoshiro256PlusPlus::seed_from_u64(key ^ (stream as u64) << 56)
}

/// All of `n` in an order of chance, as far as the first `m`.
pub(super) fn shuffled(n: usize, m: usize, mut chance: impl Rng) -> Vec<u32> {
    let mut all: Vec<u32> = (0..n as u32).collect();
    let m = m.min(n);
    for at in 0..m {
        // Not usize: it draws otherwise where that is 32 bits wide.
        let other = chance.gen_range(at as u32..n as u32);
        all.swap(at, other as usize);
    }
    all.truncate(m);
    all
}

/// `m` of `n`, ascending, each as likely as any other; all where `m` is not below `n`.
pub(super) fn sample(n: usize, m: usize, chance: impl Rng) -> Vec<u32> {
    if m >= n {
        return (0..n as u32).collect();
    }
    let mut drawn = shuffled(n, m, chance);
    drawn.sort_unstable();
    drawn
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_is_ascending_without_repeats_and_repeatable() {
        let drawn = sample(1000, 100, chance(7, Stream::Silhouette, 0));
        assert_eq!(drawn.len(), 100);
        assert!(drawn.is_sorted_by(|a, b| a < b) && drawn[99] < 1000);
        assert_eq!(drawn, sample(1000, 100, chance(7, Stream::Silhouette, 0)));
        assert_ne!(drawn, sample(1000, 100, chance(8, Stream::Silhouette, 0)));
        assert_ne!(drawn, sample(1000, 100, chance(7, Stream::Points, 0)));
        assert_ne!(drawn, sample(1000, 100, chance(7, Stream::Silhouette, 1)));
        assert_eq!(sample(3, 5, chance(0, Stream::Points, 0)), [0, 1, 2]);
    }

    #[test]
    fn every_one_is_as_likely() {
        // 2 of 5 in 10,000 draws: 4,000 each, with a standard deviation of 49.
        let mut counts = [0; 5];
        for number in 0..10_000 {
            for drawn in sample(5, 2, chance(1, Stream::Points, number)) {
                counts[drawn as usize] += 1;
            }
        }
        assert!(counts.iter().all(|&count: &i32| (count - 4000).abs() < 250), "{counts:?}");
    }
}
