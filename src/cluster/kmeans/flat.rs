//! Points of many features, one after the other in ascending order.

/// Points in canonical order, each filled up with zeros to a multiple of four values.
#[derive(Debug, Clone)]
pub(super) struct Flat {
    pub values: Vec<f64>,
    pub stride: usize,
}

impl Flat {
    /// Takes in rows of `columns` values; with them comes the place each had among the rows.
    pub fn new(values: &[f64], columns: usize) -> (Self, Vec<u32>) {
        let stride = columns.next_multiple_of(4).max(4);
        let row = |at: u32| &values[at as usize * columns..][..columns];
        let mut order: Vec<(f64, u32)> = values
            .chunks_exact(columns.max(1))
            .enumerate()
            // Adding zero makes one zero of both.
            .map(|(at, row)| (row[0] + 0.0, at as u32))
            .collect();
        order.sort_unstable_by(|&(a, at_a), &(b, at_b)| {
            a.total_cmp(&b).then_with(|| {
                let mut pairs = row(at_a).iter().zip(row(at_b));
                let unlike = pairs.find(|(a, b)| a != b);
                unlike.map_or(std::cmp::Ordering::Equal, |(a, b)| a.total_cmp(b))
            })
        });
        let mut sorted = vec![0.0; order.len() * stride];
        for (to, &(_, at)) in sorted.chunks_exact_mut(stride).zip(&order) {
            to.iter_mut().zip(row(at)).for_each(|(to, from)| *to = from + 0.0);
        }
        (Self { values: sorted, stride }, order.into_iter().map(|(_, at)| at).collect())
    }

    pub fn len(&self) -> usize {
        self.values.len() / self.stride
    }

    #[inline(always)]
    pub fn row(&self, at: usize) -> &[f64] {
        &self.values[at * self.stride..][..self.stride]
    }

    /// Adds a point to the sum of its cluster.
    pub fn add_to(&self, sums: &mut [f64], at: usize, label: usize) {
        let sum = &mut sums[label * self.stride..][..self.stride];
        sum.iter_mut().zip(self.row(at)).for_each(|(sum, value)| *sum += value);
    }

    /// Moves a point from one sum to another.
    pub fn shift(&self, sums: &mut [f64], at: usize, from: usize, to: usize) {
        let sum = &mut sums[from * self.stride..][..self.stride];
        sum.iter_mut().zip(self.row(at)).for_each(|(sum, value)| *sum -= value);
        self.add_to(sums, at, to);
    }
}

/// The weight that a place among the weights, laid end to end, falls into; never one of zero, unless all are.
pub(super) fn drawn(weights: &[f64], mut place: f64) -> usize {
    let mut last = 0;
    for (at, &weight) in weights.iter().enumerate() {
        if weight > 0.0 {
            last = at;
            if place < weight {
                break;
            }
            place -= weight;
        }
    }
    last
}
