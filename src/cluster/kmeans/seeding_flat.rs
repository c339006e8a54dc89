//! Squared distances from the nearest seed, point by point.
//!
//! A new seed at least twice as far from a point's seed as the point is cannot be nearer to it: Raff, "Exact
//! acceleration of k-means++ and k-means||", IJCAI 2021.

use super::{Flat, Seeding, drawn, squared};

/// Points that are summed up at a time.
const BLOCK: usize = 256;
/// More than rounding can do to a squared distance, as a share of it.
const ROUNDING: f64 = 1e-12;

pub(super) struct FlatSeeding<'a> {
    points: &'a Flat,
    /// Squared distance of each point from the nearest seed.
    apart: Vec<f64>,
    /// Their sum, per block.
    sums: Vec<f64>,
    /// The nearest seed of each point, by number.
    owners: Vec<u32>,
    /// Points that are seeds.
    seeds: Vec<usize>,
}

impl<'a> FlatSeeding<'a> {
    pub fn new(points: &'a Flat) -> Self {
        let n = points.len();
        Self {
            points,
            apart: vec![f64::INFINITY; n],
            sums: vec![f64::INFINITY; n.div_ceil(BLOCK)],
            owners: vec![0; n],
            seeds: Vec::new(),
        }
    }

    /// For each seed, the squared distance up to which its points stay with it.
    fn safe(&self, seed: &[f64]) -> Vec<f64> {
        let quarter = |&other: &usize| squared(self.points.row(other), seed) / 4.0;
        self.seeds.iter().map(|other| quarter(other) * (1.0 - ROUNDING)).collect()
    }
}

impl Seeding for FlatSeeding<'_> {
    fn draw(&self, chance: f64) -> usize {
        let total = self.sums.iter().sum::<f64>();
        let mut rest = chance * total;
        let last = self.sums.iter().rposition(|&sum| sum > 0.0).unwrap_or(0);
        let mut block = 0;
        while block < last && rest >= self.sums[block] {
            rest -= self.sums[block];
            block += 1;
        }
        let end = self.apart.len().min((block + 1) * BLOCK);
        block * BLOCK + drawn(&self.apart[block * BLOCK..end], rest)
    }

    fn left_by(&self, point: usize) -> f64 {
        let seed = self.points.row(point);
        let safe = self.safe(seed);
        let mut total = 0.0;
        let blocks = self.apart.chunks(BLOCK).zip(self.owners.chunks(BLOCK));
        for (block, (apart, owners)) in blocks.enumerate() {
            let mut sum = 0.0;
            for (at, (&apart, &owner)) in apart.iter().zip(owners).enumerate() {
                if apart <= safe[owner as usize] {
                    sum += apart;
                    continue;
                }
                let now = squared(self.points.row(block * BLOCK + at), seed);
                sum += if now < apart { now } else { apart };
            }
            total += sum;
        }
        total
    }

    fn add(&mut self, point: usize) {
        let seed = self.points.row(point);
        let safe = self.safe(seed);
        let number = self.seeds.len() as u32;
        let blocks = self.apart.chunks_mut(BLOCK).zip(self.owners.chunks_mut(BLOCK));
        for (block, (apart, owners)) in blocks.enumerate() {
            let mut sum = 0.0;
            for (at, (apart, owner)) in apart.iter_mut().zip(owners).enumerate() {
                if number == 0 || *apart > safe[*owner as usize] {
                    let now = squared(self.points.row(block * BLOCK + at), seed);
                    if now < *apart {
                        (*apart, *owner) = (now, number);
                    }
                }
                sum += *apart;
            }
            self.sums[block] = sum;
        }
        self.seeds.push(point);
    }
}
