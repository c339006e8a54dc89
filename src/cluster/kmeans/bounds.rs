//! Points of many features assigned with the help of bounds on their distances: Elkan, "Using the triangle inequality
//! to accelerate k-means", ICML 2003, with the one bound per point of Hamerly, "Making k-means even faster", SDM 2010,
//! looked at first.
//!
//! A bound loses what centroids have moved since it was computed. Instead of taking that off every bound in every
//! pass, each is kept as it would stand had the centroids come all their way from the start: way and bound are
//! compared when they are needed (after the accumulated drifts of Newling and Fleuret, "Fast k-means with accurate
//! bounds", ICML 2016). Bounds carry a margin for rounding, so labels are those of plain Lloyd.

use super::{Assign, Flat, squared};

/// More than rounding can do to a bound in any number of passes, as a share of it.
const ROUNDING: f64 = 1e-12;
const UNKNOWN: u32 = u32::MAX;

pub(super) struct Bounds<'a> {
    points: &'a Flat,
    k: usize,
    labels: Vec<u32>,
    /// Not less than the distance to the own centroid, less its way when that was computed.
    own: Vec<f64>,
    /// Not more than the distance to any other centroid, plus the way of `others` when that was computed.
    next: Vec<f64>,
    /// Not more than the distance to each centroid, plus its way when that was computed.
    each: Vec<f64>,
    /// How far each centroid has come.
    way: Vec<f64>,
    /// For each centroid, the way that the others made at most, pass by pass the one that made most.
    others: Vec<f64>,
    centroids: Vec<f64>,
    /// Half of how far centroids are from each other.
    halves: Vec<f64>,
    /// Half of how far the nearest other centroid is.
    nearest: Vec<f64>,
    sums: Vec<f64>,
    sizes: Vec<f64>,
}

impl<'a> Bounds<'a> {
    pub fn new(points: &'a Flat, k: usize) -> Self {
        let n = points.len();
        Self {
            points,
            k,
            labels: vec![UNKNOWN; n],
            own: vec![0.0; n],
            next: vec![0.0; n],
            each: vec![0.0; n * k],
            way: vec![0.0; k],
            others: vec![0.0; k],
            centroids: Vec::new(),
            halves: vec![0.0; k * k],
            nearest: vec![0.0; k],
            sums: vec![0.0; k * points.stride],
            sizes: vec![0.0; k],
        }
    }

    /// Takes in where the centroids are now.
    fn follow(&mut self, centroids: &[f64]) {
        let (stride, k) = (self.points.stride, self.k);
        let drifts: Vec<f64> = self
            .centroids
            .chunks_exact(stride)
            .zip(centroids.chunks_exact(stride))
            .map(|(before, now)| squared(before, now).sqrt())
            .collect();
        for (label, drift) in drifts.iter().enumerate() {
            self.way[label] += drift;
            let others = drifts.iter().enumerate().filter(|(other, _)| *other != label);
            self.others[label] += others.fold(0.0, |most, (_, &one)| f64::max(most, one));
        }
        self.centroids.clear();
        self.centroids.extend_from_slice(centroids);
        for a in 0..k {
            self.nearest[a] = f64::INFINITY;
            for b in (0..k).filter(|&b| b != a) {
                let half = squared(self.centroid(a), self.centroid(b)).sqrt() / 2.0;
                self.halves[a * k + b] = half;
                self.nearest[a] = self.nearest[a].min(half);
            }
        }
    }

    fn centroid(&self, label: usize) -> &[f64] {
        &self.centroids[label * self.points.stride..][..self.points.stride]
    }

    /// Computes every distance of a point.
    fn begin(&mut self, at: usize) -> usize {
        let row = self.points.row(at);
        let mut best = (0, f64::INFINITY);
        let mut second = f64::INFINITY;
        for label in 0..self.k {
            let apart = squared(row, self.centroid(label));
            self.each[at * self.k + label] = apart.sqrt() + self.way[label];
            if apart < best.1 {
                second = best.1;
                best = (label, apart);
            } else if apart < second {
                second = apart;
            }
        }
        self.own[at] = best.1.sqrt() - self.way[best.0];
        self.next[at] = second.sqrt() + self.others[best.0];
        best.0
    }

    /// The label of a point that has one.
    #[inline(always)]
    fn look(&mut self, at: usize, label: usize) -> usize {
        let far = self.own[at] + self.way[label];
        let free = self.next[at] - self.others[label];
        let way = self.way[label];
        if is_below(far, free, self.next[at] + way) || is_below(far, self.nearest[label], far + way)
        {
            return label;
        }
        self.compare(at, label)
    }

    #[inline(never)]
    fn compare(&mut self, at: usize, label: usize) -> usize {
        let row = self.points.row(at);
        let own = squared(row, self.centroid(label));
        let far = own.sqrt();
        let mut best = (label, own, far);
        let base = at * self.k;
        self.each[base + label] = far + self.way[label];
        self.own[at] = far - self.way[label];
        let free = self.next[at] - self.others[label];
        if is_below(far, free, self.next[at]) || is_below(far, self.nearest[label], far) {
            return label;
        }
        for other in (0..self.k).filter(|&other| other != label) {
            let bound = self.each[base + other];
            if is_below(best.2, bound - self.way[other], bound)
                || is_below(best.2, self.halves[best.0 * self.k + other], best.2)
            {
                continue;
            }
            let apart = squared(row, self.centroid(other));
            let far = apart.sqrt();
            self.each[base + other] = far + self.way[other];
            if apart < best.1 || apart == best.1 && other < best.0 {
                best = (other, apart, far);
            }
        }
        let mut free = f64::INFINITY;
        for other in (0..self.k).filter(|&other| other != best.0) {
            // What was passed over by the centroids' distance has a bound by that, too.
            let bound = self.each[base + other] - self.way[other];
            let half = self.halves[best.0 * self.k + other];
            free = free.min(bound.max(2.0 * half - best.2));
        }
        self.own[at] = best.2 - self.way[best.0];
        self.next[at] = free + self.others[best.0];
        best.0
    }
}

/// Whether a distance is below a bound for sure, given how large the numbers were that both were computed from.
#[inline(always)]
fn is_below(far: f64, bound: f64, from: f64) -> bool {
    bound - far > ROUNDING * (from + far)
}

impl Assign for Bounds<'_> {
    fn assign(&mut self, centroids: &[f64]) -> bool {
        self.follow(centroids);
        let mut changed = false;
        for at in 0..self.labels.len() {
            let before = self.labels[at];
            let label =
                if before == UNKNOWN { self.begin(at) } else { self.look(at, before as usize) };
            if label as u32 != before {
                changed = true;
                self.labels[at] = label as u32;
                if before == UNKNOWN {
                    self.points.add_to(&mut self.sums, at, label);
                } else {
                    self.points.shift(&mut self.sums, at, before as usize, label);
                    self.sizes[before as usize] -= 1.0;
                }
                self.sizes[label] += 1.0;
            }
        }
        changed
    }

    fn totals(&self) -> (&[f64], &[f64]) {
        (&self.sums, &self.sizes)
    }

    fn give(&mut self, point: usize, from: usize, to: usize) {
        self.points.shift(&mut self.sums, point, from, to);
        self.sizes[from] -= 1.0;
        self.sizes[to] += 1.0;
        self.labels[point] = to as u32;
        // Nothing is known of it any more.
        self.own[point] = f64::INFINITY;
        self.next[point] = f64::NEG_INFINITY;
        self.each[point * self.k..][..self.k].fill(f64::NEG_INFINITY);
    }

    fn labels(&mut self) -> &[u32] {
        &self.labels
    }
}
