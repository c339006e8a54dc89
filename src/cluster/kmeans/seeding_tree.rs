//! Squared distances from the nearest seed, kept in a k-d tree: a seed farther from a box than any of its points is
//! from the seeds there are changes nothing in it.

use super::{Seeding, Tree, squared};

pub(super) struct TreeSeeding<'a, const D: usize> {
    tree: &'a Tree<D>,
    /// Squared distance of each point from the nearest seed.
    apart: Vec<f64>,
    /// Their sum, per node.
    sums: Vec<f64>,
    /// The largest of them, per node.
    most: Vec<f64>,
}

impl<'a, const D: usize> TreeSeeding<'a, D> {
    pub fn new(tree: &'a Tree<D>) -> Self {
        let (points, nodes) = (tree.rows.len(), tree.nodes.len());
        Self {
            tree,
            apart: vec![f64::INFINITY; points],
            sums: vec![f64::INFINITY; nodes],
            most: vec![f64::INFINITY; nodes],
        }
    }

    fn left_in(&self, at: usize, seed: &[f64; D]) -> f64 {
        let node = &self.tree.nodes[at];
        if node.at_least_from(seed) >= self.most[at] {
            return self.sums[at];
        }
        if let Some([left, right]) = self.tree.children(at) {
            return self.left_in(left, seed) + self.left_in(right, seed);
        }
        let mut sum = 0.0;
        for (row, &apart) in self.tree.rows[node.range()].iter().zip(&self.apart[node.range()]) {
            let now = squared(row, seed);
            sum += if now < apart { now } else { apart };
        }
        sum
    }

    fn add_in(&mut self, at: usize, seed: &[f64; D]) {
        let tree = self.tree;
        let node = &tree.nodes[at];
        if node.at_least_from(seed) >= self.most[at] {
            return;
        }
        if let Some([left, right]) = tree.children(at) {
            self.add_in(left, seed);
            self.add_in(right, seed);
            self.sums[at] = self.sums[left] + self.sums[right];
            self.most[at] = self.most[left].max(self.most[right]);
            return;
        }
        let (mut sum, mut most) = (0.0, 0.0);
        for (row, apart) in tree.rows[node.range()].iter().zip(&mut self.apart[node.range()]) {
            let now = squared(row, seed);
            *apart = if now < *apart { now } else { *apart };
            sum += *apart;
            most = if *apart > most { *apart } else { most };
        }
        (self.sums[at], self.most[at]) = (sum, most);
    }
}

impl<const D: usize> Seeding for TreeSeeding<'_, D> {
    fn draw(&self, chance: f64) -> usize {
        let mut rest = chance * self.sums[0];
        let mut at = 0;
        while let Some([left, right]) = self.tree.children(at) {
            at = if rest < self.sums[left] || self.most[right] == 0.0 {
                left
            } else {
                rest -= self.sums[left];
                right
            };
        }
        let range = self.tree.nodes[at].range();
        range.start + super::drawn(&self.apart[range], rest)
    }

    fn left_by(&self, point: usize) -> f64 {
        self.left_in(0, &self.tree.rows[point])
    }

    fn add(&mut self, point: usize) {
        self.add_in(0, &self.tree.rows[point]);
    }
}
