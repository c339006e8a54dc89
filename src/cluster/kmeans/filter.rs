//! Points assigned by the boxes of a k-d tree: the filtering algorithm of Kanungo et al., "An efficient k-means
//! clustering algorithm: analysis and implementation", IEEE TPAMI 24 (2002).
//!
//! On the way down, centroids that cannot be nearest to any point of a box are left behind. A box with one centroid
//! left is assigned as a whole by its stored sum; only in leaves that clusters share, distances are computed. Which
//! box belongs to whom is remembered from pass to pass in the manner of a lazy segment tree: that tells whether any
//! label changed without looking at them.

use super::{Assign, Tree, add, squared};

/// Labels of a box are not all the same.
const MIXED: u32 = u32::MAX;
/// Points that have no label yet.
const UNKNOWN: u32 = u32::MAX - 1;
/// Twice what rounding can do to a squared distance of so few features, and some more.
const ROUNDING: f64 = 1e-13;

pub(super) struct Filter<'a, const D: usize> {
    tree: &'a Tree<D>,
    centroids: Vec<[f64; D]>,
    sums: Vec<[f64; D]>,
    sizes: Vec<f64>,
    /// The one label of each node, or `MIXED`; what stands below a node that is not mixed is out of date.
    owners: Vec<u32>,
    /// Of points in mixed leaves; of all after a call of `labels`.
    labels: Vec<u32>,
    /// The centroids that are left, node by node on the way down.
    left: Vec<u32>,
    /// The squared distances of those that are looked at.
    apart: Vec<f64>,
    changed: bool,
}

impl<'a, const D: usize> Filter<'a, D> {
    pub fn new(tree: &'a Tree<D>, k: usize) -> Self {
        Self {
            tree,
            centroids: vec![[0.0; D]; k],
            sums: vec![[0.0; D]; k],
            sizes: vec![0.0; k],
            owners: vec![UNKNOWN; tree.nodes.len()],
            labels: vec![0; tree.rows.len()],
            left: Vec::with_capacity(16 * k),
            apart: vec![0.0; k],
            changed: false,
        }
    }

    /// Assigns the points of a node to the centroids from `from` on.
    fn visit(&mut self, at: usize, from: usize) {
        let tree = self.tree;
        let node = &tree.nodes[at];
        let to = self.left.len();
        let mut best = (self.left[from], f64::INFINITY);
        for (apart, &label) in self.apart.iter_mut().zip(&self.left[from..to]) {
            *apart = squared(&node.middle, &self.centroids[label as usize]);
            if *apart < best.1 {
                best = (label, *apart);
            }
        }
        let nearest = self.centroids[best.0 as usize];
        for (&apart, seat) in self.apart.iter().zip(from..to) {
            let label = self.left[seat];
            let other = &self.centroids[label as usize];
            if label == best.0 || !is_behind(&node.reach, &nearest, best.1, other, apart) {
                self.left.push(label);
            }
        }
        if self.left.len() == to + 1 {
            self.own(at, best.0);
        } else if let Some(children) = self.tree.children(at) {
            let owner = self.owners[at];
            if owner != MIXED {
                children.iter().for_each(|&child| self.owners[child] = owner);
            }
            children.iter().for_each(|&child| self.visit(child, to));
            let [left, right] = children.map(|child| self.owners[child]);
            self.owners[at] = if left == right { left } else { MIXED };
        } else {
            self.share(at, to);
        }
        self.left.truncate(to);
    }

    fn own(&mut self, at: usize, label: u32) {
        let node = &self.tree.nodes[at];
        add(&mut self.sums[label as usize], &node.sum);
        self.sizes[label as usize] += f64::from(node.end - node.start);
        self.changed |= self.owners[at] != label;
        self.owners[at] = label;
    }

    /// Assigns the points of a leaf one by one.
    fn share(&mut self, at: usize, from: usize) {
        let range = self.tree.nodes[at].range();
        let owner = self.owners[at];
        let mut all = None;
        for (row, label) in self.tree.rows[range.clone()].iter().zip(&mut self.labels[range]) {
            let mut best = (0, f64::INFINITY);
            for &candidate in &self.left[from..] {
                let apart = squared(row, &self.centroids[candidate as usize]);
                best = if apart < best.1 { (candidate, apart) } else { best };
            }
            add(&mut self.sums[best.0 as usize], row);
            self.sizes[best.0 as usize] += 1.0;
            self.changed |= best.0 != if owner == MIXED { *label } else { owner };
            *label = best.0;
            all = if all.is_none_or(|all| all == best.0) { Some(best.0) } else { Some(MIXED) };
        }
        self.owners[at] = all.unwrap_or(MIXED);
    }
}

/// Whether every point of a box is nearer to one centroid than to another, by their squared distances from its
/// middle: whether the difference is more than the box can make up for, reaching so far.
#[inline(always)]
fn is_behind<const D: usize>(
    reach: &[f64; D],
    nearest: &[f64; D],
    least: f64,
    other: &[f64; D],
    apart: f64,
) -> bool {
    let mut gain = 0.0;
    for j in 0..D {
        gain += reach[j] * (other[j] - nearest[j]).abs();
    }
    apart * (1.0 - ROUNDING) - least > 2.0 * gain * (1.0 + ROUNDING)
}

impl<const D: usize> Assign for Filter<'_, D> {
    fn assign(&mut self, centroids: &[f64]) -> bool {
        self.centroids.copy_from_slice(centroids.as_chunks::<D>().0);
        self.sums.fill([0.0; D]);
        self.sizes.fill(0.0);
        self.changed = false;
        self.left.clear();
        self.left.extend(0..self.sizes.len() as u32);
        self.visit(0, 0);
        self.changed
    }

    fn totals(&self) -> (&[f64], &[f64]) {
        (self.sums.as_flattened(), &self.sizes)
    }

    fn give(&mut self, point: usize, from: usize, to: usize) {
        let row = &self.tree.rows[point];
        self.sums[from].iter_mut().zip(row).for_each(|(sum, value)| *sum -= value);
        add(&mut self.sums[to], row);
        self.sizes[from] -= 1.0;
        self.sizes[to] += 1.0;
    }

    fn labels(&mut self) -> &[u32] {
        let mut at = 0;
        while let Some(node) = self.tree.nodes.get(at) {
            if self.owners[at] == MIXED {
                at += 1;
            } else {
                self.labels[node.range()].fill(self.owners[at]);
                at = node.next as usize;
            }
        }
        &self.labels
    }
}
