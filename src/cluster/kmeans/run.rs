//! What one unit of the search for the best clustering does.

use ndarray::{Array2, Axis};
use rand::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::super::Effort;
use super::{KMeansValidParams, Partition, Points, Run, bettered, bred};

/// From so many points on, only a sample of so many is searched: exchanging single points gains next to nothing
/// there, and a sample of ten thousand knows which clusters there are.
const MANY: usize = 10_000;
/// Points that a start's tries to move a cluster elsewhere look through, and the most tries.
const TRIED: usize = 10_000;
const MOST_TRIES: usize = 16;
/// Points that the children of a population in a row without a better one look through, and the most children.
const BORN: usize = 100_000;
const MOST_CHILDREN: usize = 30;

impl Points {
    /// One unit: the same params and number give the same run.
    ///
    /// By [`Effort::Default`] a start: greedy k-means++ and Lloyd's algorithm; with fewer than 10,000 points single
    /// points are then exchanged between clusters, and up to 16 times (fewer above 625 points) one cluster is moved
    /// elsewhere to see whether that is better.
    ///
    /// By [`Effort::Thorough`] a population of ten such partitions that has children until 30 in a row (fewer above
    /// 3,300 points, at least 10) brought nothing better. From 10,000 points on it lives on a sample of 10,000, another
    /// in each unit, and Lloyd's algorithm goes on from its best with all points; so its time grows no faster than that
    /// of a default start.
    #[must_use]
    pub fn run(&self, params: &KMeansValidParams, number: u32) -> Run {
        let seed = seed_of(params, number);
        let refined = |start| self.refine(start, params.max_n_iterations, params.tolerance);
        let k = params.n_clusters as usize;
        if self.is_empty() || k < 2 {
            return self.start(params, number);
        }
        match params.effort {
            Effort::Default if self.len() >= MANY => self.start(params, number),
            Effort::Default => {
                let first = self.start(params, number);
                let second = refined(self.exchanged(&first, seed));
                Run { iterations: first.iterations + second.iterations, ..second }
            }
            Effort::Thorough if self.len() >= MANY => refined(self.sample(seed).best_bred(k, seed)),
            Effort::Thorough => refined(self.best_bred(k, seed)),
        }
    }

    /// A start and nothing more, whatever the effort: greedy k-means++ and Lloyd's algorithm.
    #[must_use]
    pub fn start(&self, params: &KMeansValidParams, number: u32) -> Run {
        let seeds = self.seeds(params.n_clusters as usize, seed_of(params, number));
        self.refine(seeds, params.max_n_iterations, params.tolerance)
    }

    /// What becomes of a run by exchanging single points and moving clusters.
    fn exchanged(&self, run: &Run, seed: u64) -> Array2<f64> {
        let centroids = self.space.filled_up(run.centroids.view());
        let mut partition = Partition::new(self.space.rows(), centroids);
        partition.exchange();
        let best = bettered(partition, (TRIED / self.len()).min(MOST_TRIES), seed);
        self.space.cut_back(best.centroids(), run.centroids.clone())
    }

    fn best_bred(&self, k: usize, seed: u64) -> Array2<f64> {
        let mut chance = Xoshiro256PlusPlus::seed_from_u64(seed);
        let starts =
            std::iter::repeat_with(|| self.space.filled_up(self.seeds(k, chance.r#gen()).view()));
        let patience = (BORN / self.len()).min(MOST_CHILDREN);
        let best = bred(self.space.rows(), starts, patience, seed);
        let shape = Array2::zeros((k, self.rows.ncols()));
        best.map_or(shape.clone(), |best| self.space.cut_back(best.centroids(), shape))
    }

    /// Points at equal steps of the canonical order, from one that the seed says.
    fn sample(&self, seed: u64) -> Self {
        let first: f64 = Xoshiro256PlusPlus::seed_from_u64(seed).gen_range(0.0..1.0);
        let step = self.len() as f64 / MANY as f64;
        let places = (0..MANY).map(|at| ((at as f64 + first) * step) as usize);
        let rows: Vec<usize> =
            places.map(|at| self.order[at.min(self.len() - 1)] as usize).collect();
        Self::new(self.rows.select(Axis(0), &rows).view())
    }
}

/// A seed for one unit. Mixed, so that seeds next to each other share no start (SplitMix64: Steele, Lea and Flood,
/// "Fast splittable pseudorandom number generators", 2014).
fn seed_of(params: &KMeansValidParams, number: u32) -> u64 {
    let parts = [params.seed, params.n_clusters.into(), number.into()];
    parts.into_iter().fold(0, |state, part| {
        let sum = (state ^ part).wrapping_add(0x9E37_79B9_7F4A_7C15);
        let first = (sum ^ sum >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let second = (first ^ first >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        second ^ second >> 31
    })
}
