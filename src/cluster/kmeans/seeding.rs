//! Where a run starts: greedy k-means++.
//!
//! Arthur and Vassilvitskii, "k-means++: the advantages of careful seeding", SODA 2007: each next seed is drawn with a
//! chance in proportion to the squared distance from the seeds there are. Greedy as in their paper's last section and
//! as in scikit-learn: several are drawn and the one is kept that leaves the least sum of squared distances.

use rand::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

/// Squared distances of points from the nearest seed there is.
pub(super) trait Seeding {
    /// The point at a share (0 to below 1) of their sum.
    fn draw(&self, share: f64) -> usize;
    /// What their sum were, were the point a seed too.
    fn left_by(&self, point: usize) -> f64;
    /// Makes the point a seed.
    fn add(&mut self, point: usize);
}

/// The numbers of `k` of the points to start from.
pub(super) fn seeds(field: &mut dyn Seeding, points: usize, k: usize, seed: u64) -> Vec<usize> {
    let mut chance = Xoshiro256PlusPlus::seed_from_u64(seed);
    let trials = 2 + libm::log(k as f64) as usize;
    // Not as usize: it draws otherwise where that is 32 bits wide.
    let mut chosen = vec![chance.gen_range(0..points as u32) as usize];
    field.add(chosen[0]);
    while chosen.len() < k {
        let mut best = (0, f64::INFINITY);
        for _ in 0..trials {
            let candidate = field.draw(chance.gen_range(0.0..1.0));
            let left = field.left_by(candidate);
            if left < best.1 {
                best = (candidate, left);
            }
        }
        field.add(best.0);
        chosen.push(best.0);
    }
    chosen
}
