//! A small generator of repeatable numbers (SplitMix64).

pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Random(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A whole number from `low` up to and with `high`, each as likely.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        let span = (high - low + 1).unsigned_abs();
        // The bias of the remainder is below 2^-50 for spans this small.
        low + i64::try_from(self.next() % span).unwrap_or(0)
    }

    /// True `percent` times out of a hundred.
    pub fn chance(&mut self, percent: i64) -> bool {
        self.between(1, 100) <= percent
    }

    /// True `permille` times out of a thousand.
    pub fn rarely(&mut self, permille: i64) -> bool {
        self.between(1, 1000) <= permille
    }

    /// A position in `weights`, as likely as its weight.
    pub fn weighted(&mut self, weights: impl Iterator<Item = i64> + Clone) -> usize {
        let mut left = self.between(1, weights.clone().sum());
        for (at, weight) in weights.enumerate() {
            left -= weight;
            if left <= 0 {
                return at;
            }
        }
        0
    }
}

#[cfg(test)]
mod tests {
    use super::Random;

    #[test]
    fn is_splitmix64() {
        // The first numbers for seed 1234567 as published with the reference implementation.
        let mut random = Random::new(1_234_567);
        let first: Vec<u64> = (0..3).map(|_| random.next()).collect();
        assert_eq!(
            first,
            [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]
        );
    }

    #[test]
    fn stays_within_bounds() {
        let mut random = Random::new(7);
        let drawn: Vec<i64> = (0..1000).map(|_| random.between(-2, 2)).collect();
        for value in -2..=2 {
            assert!(drawn.contains(&value));
        }
        assert!(drawn.iter().all(|value| (-2..=2).contains(value)));
    }

    #[test]
    fn a_weight_of_nothing_is_never_drawn() {
        let mut random = Random::new(7);
        assert!((0..1000).all(|_| random.weighted([1, 0, 3].into_iter()) != 1));
    }
}
