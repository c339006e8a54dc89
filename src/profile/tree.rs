//! A shallow classification tree that tells one segment from the rest.

use super::{MISSING, OTHER, Sample, SampledColumn, readable};

/// Questions asked one after the other.
const DEPTH: usize = 3;

/// The fewest customers a leaf has; of a large sample, one in so many.
const LEAST: usize = 5;
const LEAST_PART: usize = 100;

/// Impurity that only rounding takes away.
const ROUNDING: f64 = 1e-9;

/// An answer on the way down; whoever lacks the value goes neither way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Step {
    Above(f64),
    UpTo(f64),
    Is(u8),
    IsNot(u8),
}

/// Grows a tree (CART: Breiman and others 1984) on the sample: at each node the question that lowers Gini's impurity
/// most, at most three deep, each leaf with at least 5 customers and 1 %. Gives the way to the node with the best F1
/// for the segment (the harmonic mean of precision and recall), of equals the shorter way, then the one met first;
/// `None` where no question helps. Each answer comes with the place of its column.
pub(super) fn best_path(sample: &Sample, inside: &[bool]) -> Option<Vec<(u32, Step)>> {
    let rows: Vec<u32> = (0..sample.len() as u32).collect();
    let ascending = sample.columns.iter().map(|column| match column {
        SampledColumn::Figure { ascending, .. } => ascending.clone(),
        SampledColumn::Categories(_) => Vec::new(),
    });
    let root = Node { ascending: ascending.collect(), rows };
    let least = LEAST.max(sample.len().div_ceil(LEAST_PART));
    let segment = Counts::of(root.rows.iter().copied(), inside).inside;
    let mut search = Search { sample, inside, least, segment, path: Vec::new(), best: None };
    search.descend(&root);
    search.best.map(|(_, path)| path)
}

/// The customers who came to a node.
struct Node {
    rows: Vec<u32>,
    /// Of each column of figures, those with a value, by value.
    ascending: Vec<Vec<u32>>,
}

/// Customers, and how many of them are in the segment.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    all: usize,
    inside: usize,
}

struct Search<'a> {
    sample: &'a Sample,
    inside: &'a [bool],
    least: usize,
    /// Customers of the segment in the sample.
    segment: usize,
    path: Vec<(u32, Step)>,
    best: Option<(Counts, Vec<(u32, Step)>)>,
}

/// A question: of which column, the answers, and the impurity they leave.
struct Question {
    at: usize,
    answers: [Step; 2],
    impurity: f64,
}

impl Search<'_> {
    fn descend(&mut self, node: &Node) {
        if self.path.len() == DEPTH {
            return;
        }
        let Some(Question { at, answers, .. }) = self.question(node) else { return };
        for answer in answers {
            let child = self.answering(node, at, answer);
            self.path.push((at as u32, answer));
            self.judge(Counts::of(child.rows.iter().copied(), self.inside));
            self.descend(&child);
            self.path.pop();
        }
    }

    /// F1 is 2 * right / (named + segment): compared as whole numbers.
    fn judge(&mut self, counts: Counts) {
        let is_better = self.best.as_ref().is_none_or(|(best, path)| {
            let ours = counts.inside as u64 * (best.all + self.segment) as u64;
            let theirs = best.inside as u64 * (counts.all + self.segment) as u64;
            ours > theirs || ours == theirs && self.path.len() < path.len()
        });
        if is_better {
            self.best = Some((counts, self.path.clone()));
        }
    }

    fn answering(&self, node: &Node, at: usize, answer: Step) -> Node {
        let gives = |&&row: &&u32| answer.is_given(&self.sample.columns[at], row as usize);
        let pick = |rows: &Vec<u32>| rows.iter().filter(gives).copied().collect();
        Node { rows: pick(&node.rows), ascending: node.ascending.iter().map(pick).collect() }
    }

    /// The question that leaves the least impurity; of equals the one met first.
    fn question(&self, node: &Node) -> Option<Question> {
        let counts = Counts::of(node.rows.iter().copied(), self.inside);
        let enough = counts.impurity() - ROUNDING;
        let questions =
            (0..self.sample.columns.len()).filter_map(|at| match &self.sample.columns[at] {
                SampledColumn::Figure { values, .. } => self.cut(at, values, node, counts),
                SampledColumn::Categories(places) => self.one_of(at, places, node, counts),
            });
        let better = |a: Question, b: Question| if b.impurity < a.impurity { b } else { a };
        questions.reduce(better).filter(|question| question.impurity < enough)
    }

    /// A figure up to a threshold, or above.
    fn cut(&self, at: usize, values: &[f64], node: &Node, counts: Counts) -> Option<Question> {
        let rows = &node.ascending[at];
        let known = Counts::of(rows.iter().copied(), self.inside);
        let lacking = counts.without(known).impurity();
        let mut below = Counts::default();
        let mut best: Option<(f64, [f64; 2])> = None;
        for pair in rows.windows(2) {
            below.add(self.inside[pair[0] as usize]);
            let [low, high] = [values[pair[0] as usize], values[pair[1] as usize]];
            if low < high && below.all >= self.least && known.all - below.all >= self.least {
                let impurity = lacking + below.impurity() + known.without(below).impurity();
                if best.is_none_or(|(least, _)| impurity < least) {
                    best = Some((impurity, [low, high]));
                }
            }
        }
        let (impurity, [low, high]) = best?;
        let threshold = readable(low, high);
        let answers = [Step::UpTo(threshold), Step::Above(threshold)];
        Some(Question { at, answers, impurity })
    }

    /// One category, or any other.
    fn one_of(&self, at: usize, places: &[u8], node: &Node, counts: Counts) -> Option<Question> {
        let mut of = [Counts::default(); MISSING as usize + 1];
        for &row in &node.rows {
            of[usize::from(places[row as usize])].add(self.inside[row as usize]);
        }
        let missing = of[usize::from(MISSING)];
        let known = counts.without(missing);
        let questions = (0..OTHER).filter_map(|place| {
            let with = of[usize::from(place)];
            let is_fair = with.all >= self.least && known.all - with.all >= self.least;
            is_fair.then(|| Question {
                at,
                answers: [Step::Is(place), Step::IsNot(place)],
                impurity: missing.impurity() + with.impurity() + known.without(with).impurity(),
            })
        });
        questions.reduce(|a, b| if b.impurity < a.impurity { b } else { a })
    }
}

impl Step {
    fn is_given(self, column: &SampledColumn, row: usize) -> bool {
        match (column, self) {
            (SampledColumn::Figure { values, .. }, Self::Above(low)) => {
                values[row].is_finite() && values[row] > low
            }
            (SampledColumn::Figure { values, .. }, Self::UpTo(high)) => {
                values[row].is_finite() && values[row] <= high
            }
            (SampledColumn::Categories(places), Self::Is(place)) => places[row] == place,
            (SampledColumn::Categories(places), Self::IsNot(place)) => {
                places[row] != MISSING && places[row] != place
            }
            _ => false,
        }
    }
}

impl Counts {
    fn of(rows: impl Iterator<Item = u32>, inside: &[bool]) -> Self {
        let mut counts = Self::default();
        rows.for_each(|row| counts.add(inside[row as usize]));
        counts
    }

    fn add(&mut self, inside: bool) {
        self.all += 1;
        self.inside += usize::from(inside);
    }

    fn without(self, part: Self) -> Self {
        Self { all: self.all - part.all, inside: self.inside - part.inside }
    }

    /// Gini's impurity times the customers, halved: p (1 - p) n.
    fn impurity(self) -> f64 {
        if self.all == 0 {
            return 0.0;
        }
        self.inside as f64 * (self.all - self.inside) as f64 / self.all as f64
    }
}
