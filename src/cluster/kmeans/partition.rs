//! Points shared out among clusters, and exchanged one by one until no single change betters the whole.
//!
//! Hartigan, "Clustering Algorithms", 1975. What is left cannot be bettered by Lloyd's algorithm either, but the
//! reverse is not so: Telgarsky and Vattani, "Hartigan's method: k-means clustering without Voronoi", AISTATS 2010.

use rand::Rng;
use rand_xoshiro::Xoshiro256PlusPlus;

use super::{Rows, drawn, inertia, means, squared, totals};

/// Passes over all points after which exchanging ends in any case.
const PASSES: usize = 100;
/// A change has to better the point's cost by this share: rounding alone would let points change to and fro.
const LEAST: f64 = 1e-12;

/// Points shared out among clusters. Centroids have the stride of the points.
#[derive(Debug, Clone)]
pub(super) struct Partition<'a> {
    rows: Rows<'a>,
    labels: Vec<u32>,
    sizes: Vec<f64>,
    centroids: Vec<f64>,
    inertia: f64,
    /// Clusters whose points were changed since the last exchange.
    touched: Vec<bool>,
}

impl<'a> Partition<'a> {
    /// Every point with the nearest of the centroids.
    pub fn new(rows: Rows<'a>, centroids: Vec<f64>) -> Self {
        let k = centroids.len() / rows.stride;
        let nearest = |row| nearest_but(row, &centroids, rows.stride, k).0 as u32;
        let labels = rows.values.chunks_exact(rows.stride).map(nearest).collect();
        let touched = vec![true; k];
        let mut new = Self { rows, labels, sizes: Vec::new(), centroids, inertia: 0.0, touched };
        new.measure();
        new
    }

    pub fn inertia(&self) -> f64 {
        self.inertia
    }

    pub fn centroids(&self) -> &[f64] {
        &self.centroids
    }

    /// Clusters with their numbers of points.
    pub fn clusters(&self) -> impl Iterator<Item = (&[f64], f64)> {
        self.centroids.chunks_exact(self.rows.stride).zip(self.sizes.iter().copied())
    }

    fn measure(&mut self) {
        let (sums, sizes) = totals(self.rows, &self.labels, self.centroids.len());
        means(&sums, &sizes, self.rows.stride, &mut self.centroids);
        self.sizes = sizes;
        self.inertia = inertia(self.rows, &self.labels, &self.centroids);
    }

    fn centroid(&self, cluster: usize) -> &[f64] {
        &self.centroids[cluster * self.rows.stride..][..self.rows.stride]
    }

    /// Lets single points change cluster, at once and one after the other, as long as that lessens the inertia.
    ///
    /// A point is only compared with clusters that changed since it was last looked at.
    pub fn exchange(&mut self) {
        let n = self.labels.len();
        let mut moment = 1;
        let mut changed: Vec<usize> = self.touched.iter().map(|&is| usize::from(is)).collect();
        let mut seen = vec![0; n];
        let mut last_change = 0;
        let mut step = 0;
        while step < n * PASSES && step < last_change + n {
            let at = step % n;
            step += 1;
            let since = std::mem::replace(&mut seen[at], moment);
            if let Some(to) = self.better(at, |cluster| changed[cluster] > since) {
                moment += 1;
                changed[self.labels[at] as usize] = moment;
                changed[to] = moment;
                self.give(at, to);
                last_change = step;
            }
        }
        self.touched.fill(false);
        self.measure();
    }

    /// The cluster in which a point would cost least, if that is not its own.
    fn better(&self, at: usize, changed: impl Fn(usize) -> bool) -> Option<usize> {
        let from = self.labels[at] as usize;
        let size = self.sizes[from];
        let all = changed(from);
        if size <= 1.0 || !all && !(0..self.sizes.len()).any(&changed) {
            return None;
        }
        let row = &self.rows.values[at * self.rows.stride..][..self.rows.stride];
        let leaving = squared(row, self.centroid(from)) * size / (size - 1.0);
        let mut best = (None, leaving * (1.0 - LEAST));
        for (to, &size) in self.sizes.iter().enumerate() {
            if to == from || !all && !changed(to) {
                continue;
            }
            let joining = squared(row, self.centroid(to)) * size / (size + 1.0);
            if joining < best.1 {
                best = (Some(to), joining);
            }
        }
        best.0
    }

    fn give(&mut self, at: usize, to: usize) {
        let stride = self.rows.stride;
        let from = std::mem::replace(&mut self.labels[at], to as u32) as usize;
        self.sizes[from] -= 1.0;
        self.sizes[to] += 1.0;
        let (less, more) = (self.sizes[from], self.sizes[to]);
        for (column, &value) in self.rows.values[at * stride..][..stride].iter().enumerate() {
            let old = &mut self.centroids[from * stride + column];
            *old -= (value - *old) / less;
            let new = &mut self.centroids[to * stride + column];
            *new += (value - *new) / more;
        }
    }

    /// The same with one cluster dissolved, likelier one that another could take over at little cost, and a new one
    /// begun around a point, likelier one that is ill served by what is left. At least two clusters are needed.
    pub fn moved(&self, chance: &mut Xoshiro256PlusPlus) -> Self {
        let stride = self.rows.stride;
        let out = chosen(chance, &self.takeovers());
        let mut moved = self.clone();
        let mut apart = Vec::with_capacity(self.labels.len());
        for (row, label) in self.rows.values.chunks_exact(stride).zip(&mut moved.labels) {
            if *label as usize == out {
                let (to, distance) = nearest_but(row, &self.centroids, stride, out);
                *label = to as u32;
                moved.touched[to] = true;
                apart.push(distance);
            } else {
                apart.push(squared(row, self.centroid(*label as usize)));
            }
        }
        // Ill served by the squared distance, but at times by little more than chance, as in HG-means.
        let (share, sum): (f64, f64) = (chance.gen_range(0.0..1.0), apart.iter().sum());
        let even = sum / apart.len() as f64;
        let weights: Vec<f64> =
            apart.iter().map(|apart| share * apart + (1.0 - share) * even).collect();
        let at = chosen(chance, &weights);
        let seed = self.rows.values[at * stride..][..stride].to_vec();
        let rows = self.rows.values.chunks_exact(stride).zip(apart);
        for ((row, apart), label) in rows.zip(&mut moved.labels) {
            if squared(row, &seed) < apart {
                moved.touched[*label as usize] = true;
                *label = out as u32;
            }
        }
        moved.touched[out] = true;
        moved.centroids[out * stride..][..stride].copy_from_slice(&seed);
        moved.measure();
        moved
    }

    /// Per cluster: the inverse of what it would cost to let another take all of its points over.
    fn takeovers(&self) -> Vec<f64> {
        let cheapest = |(at, (one, size)): (usize, (&[f64], f64))| {
            let others = self.clusters().enumerate().filter(|(other, _)| *other != at);
            let costs = others.map(|(_, (other, other_size))| {
                squared(one, other) * size * other_size / (size + other_size).max(1.0)
            });
            1.0 / costs.fold(f64::INFINITY, f64::min).max(f64::MIN_POSITIVE)
        };
        self.clusters().enumerate().map(cheapest).collect()
    }
}

/// The nearest of the centroids but one, and its squared distance.
fn nearest_but(row: &[f64], centroids: &[f64], stride: usize, but: usize) -> (usize, f64) {
    let mut best = (0, f64::INFINITY);
    for (at, centroid) in centroids.chunks_exact(stride).enumerate() {
        let distance = squared(row, centroid);
        if distance < best.1 && at != but {
            best = (at, distance);
        }
    }
    best
}

/// A place chosen with a chance in proportion to its weight.
fn chosen(chance: &mut Xoshiro256PlusPlus, weights: &[f64]) -> usize {
    drawn(weights, chance.gen_range(0.0..1.0) * weights.iter().sum::<f64>())
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;

    use super::*;

    fn squares(rows: Rows<'_>, labels: &[u32], k: usize) -> f64 {
        let (sums, sizes) = totals(rows, labels, k * rows.stride);
        let mut centroids = vec![0.0; sums.len()];
        means(&sums, &sizes, rows.stride, &mut centroids);
        inertia(rows, labels, &centroids)
    }

    /// Two hundred points in the plane, by a formula.
    fn scattered() -> Vec<f64> {
        (0..400).map(|at| f64::from(at * at % 211 + at % 17)).collect()
    }

    #[test]
    fn after_an_exchange_no_single_change_betters_the_whole() {
        let values = scattered();
        let rows = Rows { values: &values, stride: 2 };
        let mut partition = Partition::new(rows, values[..10].to_vec());
        let before = partition.inertia();
        partition.exchange();
        assert!(partition.inertia() < before);
        for at in 0..partition.labels.len() {
            for to in 0..5 {
                let mut labels = partition.labels.clone();
                labels[at] = to;
                assert!(squares(rows, &labels, 5) >= partition.inertia() * (1.0 - 1e-12));
            }
        }
    }

    #[test]
    fn an_exchange_betters_what_lloyd_leaves() {
        // Lloyd leaves 0, 4 | 7 as it is: 4 is 2 from its mean and 3 from the other; inertia 8. But 0 | 4, 7 has 4.5.
        let values = [0.0, 4.0, 7.0];
        let mut partition = Partition::new(Rows { values: &values, stride: 1 }, vec![2.0, 7.0]);
        assert_eq!((partition.labels.as_slice(), partition.inertia()), ([0, 0, 1].as_slice(), 8.0));
        partition.exchange();
        assert_eq!((partition.labels.as_slice(), partition.inertia()), ([0, 1, 1].as_slice(), 4.5));
    }

    #[test]
    fn moving_a_cluster_keeps_every_point_and_measures_anew() {
        let values = scattered();
        let rows = Rows { values: &values, stride: 2 };
        let mut partition = Partition::new(rows, values[..10].to_vec());
        partition.exchange();
        let mut chance = Xoshiro256PlusPlus::seed_from_u64(1);
        for _ in 0..20 {
            let moved = partition.moved(&mut chance);
            assert_eq!(moved.sizes.iter().sum::<f64>(), 200.0);
            assert_eq!(moved.inertia(), squares(rows, &moved.labels, 5));
            assert_ne!(moved.labels, partition.labels);
        }
    }
}
