//! Points of few features in a k-d tree, so that whole boxes of them can be handled at once.
//!
//! What the tree is used for comes from Kanungo et al., "An efficient k-means clustering algorithm: analysis and
//! implementation", IEEE TPAMI 24 (2002), and from Pelleg and Moore, "Accelerating exact k-means algorithms with
//! geometric reasoning", KDD 1999. The tree depends on the set of points alone and never on the order they came in:
//! boxes are split by value, and the points of a leaf stand in ascending order. So all sums over it are the same
//! bits for every order of rows.

use std::cmp::Ordering;

/// Points of a leaf; fewer only cost nodes, more cost distances.
const LEAF: usize = 32;

/// A split in the middle of a box is taken if it leaves at least this share of the points on either side; else the
/// points are halved. So far outliers cannot make the tree deep.
const LEAST_SHARE: usize = 16;

/// Points in a k-d tree; `D` is the number of features, rounded up to even with zeros.
#[derive(Debug, Clone)]
pub(super) struct Tree<const D: usize> {
    /// Points in canonical order.
    pub rows: Vec<[f64; D]>,
    /// Nodes in preorder.
    pub nodes: Vec<Node<D>>,
}

/// A box of points. The left child follows its parent; the right one follows the left one's descendants.
#[derive(Debug, Clone)]
pub(super) struct Node<const D: usize> {
    /// The middle of the box.
    pub middle: [f64; D],
    /// How far it reaches from there to either side.
    pub reach: [f64; D],
    /// The sum of its points.
    pub sum: [f64; D],
    /// Its first point.
    pub start: u32,
    /// After its last point.
    pub end: u32,
    /// The node after its last descendant.
    pub next: u32,
}

impl<const D: usize> Node<D> {
    /// Its points, as a range of rows.
    pub fn range(&self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// No more than the squared distance of any of its points from a place.
    pub fn at_least_from(&self, place: &[f64; D]) -> f64 {
        let mut sum = 0.0;
        let sides = self.middle.iter().zip(&self.reach);
        for ((middle, reach), place) in sides.zip(place) {
            let outside = (middle - place).abs() - reach;
            let outside = if outside > 0.0 { outside } else { 0.0 };
            sum += outside * outside;
        }
        sum
    }
}

struct Record<const D: usize> {
    row: [f64; D],
    given: u32,
}

impl<const D: usize> Tree<D> {
    /// Takes in rows of `columns` values; with the tree comes the place each of its points had among the rows.
    pub fn new(values: &[f64], columns: usize) -> (Self, Vec<u32>) {
        let mut records: Vec<Record<D>> = values
            .chunks_exact(columns.max(1))
            .enumerate()
            .map(|(given, from)| {
                let mut row = [0.0; D];
                // Adding zero makes one zero of both.
                row.iter_mut().zip(from).for_each(|(to, from)| *to = from + 0.0);
                Record { row, given: given as u32 }
            })
            .collect();
        let mut tree = Self { rows: Vec::new(), nodes: Vec::new() };
        tree.nodes.reserve(2 * records.len() / (LEAF / 2) + 1);
        tree.grow(&mut records, 0);
        tree.rows = records.iter().map(|record| record.row).collect();
        (tree, records.iter().map(|record| record.given).collect())
    }

    /// The children of a node; `None` for a leaf.
    pub fn children(&self, at: usize) -> Option<[usize; 2]> {
        let left = at + 1;
        (self.nodes[at].next as usize > left).then(|| [left, self.nodes[left].next as usize])
    }

    /// Adds the node of these points and all below it; the sum of the points.
    fn grow(&mut self, records: &mut [Record<D>], start: usize) -> [f64; D] {
        let at = self.nodes.len();
        let (middle, reach) = bounding(records);
        let (start32, end) = (start as u32, (start + records.len()) as u32);
        self.nodes.push(Node { middle, reach, sum: [0.0; D], start: start32, end, next: 0 });
        let widest = (0..D).fold(0, |a, b| if reach[b] > reach[a] { b } else { a });
        let sum = if records.len() <= LEAF || reach[widest] == 0.0 {
            records.sort_unstable_by(|a, b| compare(&a.row, &b.row, 0));
            let mut sum = [0.0; D];
            records.iter().for_each(|record| add(&mut sum, &record.row));
            sum
        } else {
            let cut = split(records, widest, middle[widest]);
            let (left, right) = records.split_at_mut(cut);
            let mut sum = self.grow(left, start);
            add(&mut sum, &self.grow(right, start + cut));
            sum
        };
        self.nodes[at].sum = sum;
        self.nodes[at].next = self.nodes.len() as u32;
        sum
    }
}

#[inline(always)]
pub(super) fn add<const D: usize>(sum: &mut [f64; D], row: &[f64; D]) {
    for j in 0..D {
        sum[j] += row[j];
    }
}

fn bounding<const D: usize>(records: &[Record<D>]) -> ([f64; D], [f64; D]) {
    let first = records.first().map_or([0.0; D], |record| record.row);
    let (mut low, mut high) = (first, first);
    for Record { row, .. } in records {
        for j in 0..D {
            low[j] = if row[j] < low[j] { row[j] } else { low[j] };
            high[j] = if row[j] > high[j] { row[j] } else { high[j] };
        }
    }
    let middle: [f64; D] = std::array::from_fn(|j| low[j] + (high[j] - low[j]) / 2.0);
    let reach = std::array::from_fn(|j| (high[j] - middle[j]).max(middle[j] - low[j]));
    (middle, reach)
}

/// Parts the records in two by value; where the second part begins, which is neither 0 nor their number.
fn split<const D: usize>(records: &mut [Record<D>], along: usize, value: f64) -> usize {
    let count = records.len();
    // Without a branch, as which side comes next cannot be foretold.
    let mut cut = 0;
    for at in 0..count {
        let left = records[at].row[along] <= value;
        records.swap(at, cut);
        cut += usize::from(left);
    }
    if cut.min(count - cut) >= count / LEAST_SHARE {
        return cut.clamp(1, count - 1);
    }
    records.select_nth_unstable_by(count / 2, |a, b| compare(&a.row, &b.row, along));
    count / 2
}

/// The order of points by value, one feature first.
fn compare<const D: usize>(a: &[f64; D], b: &[f64; D], first: usize) -> Ordering {
    let by = |j: usize| a[j].total_cmp(&b[j]);
    by(first).then_with(|| (0..D).map(by).find(|order| order.is_ne()).unwrap_or(Ordering::Equal))
}
