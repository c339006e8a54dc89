//! Values gathered per customer.

/// Values of each customer side by side, by a counting sort: no comparison between customers.
#[derive(Debug)]
pub(super) struct Groups<T> {
    /// Where each customer's values end.
    ends: Vec<u32>,
    values: Vec<T>,
}

impl<T: Copy + Default> Groups<T> {
    /// Gathers pairs of (customer, value); values keep their order within a customer.
    pub(super) fn of(customers: usize, pairs: &[(u32, T)]) -> Self {
        let mut ends = vec![0; customers];
        for &(customer, _) in pairs {
            ends[customer as usize] += 1;
        }
        let mut start = 0;
        for count in &mut ends {
            start += std::mem::replace(count, start);
        }
        // Each start moves on as values are placed and is the end when all are.
        let mut values = vec![T::default(); pairs.len()];
        for &(customer, value) in pairs {
            let at = &mut ends[customer as usize];
            values[*at as usize] = value;
            *at += 1;
        }
        Self { ends, values }
    }

    /// The values of a customer.
    pub(super) fn get(&self, customer: usize) -> &[T] {
        let start = customer.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.values[start as usize..self.ends[customer] as usize]
    }

    /// How many values there are.
    pub(super) fn len(&self) -> usize {
        self.values.len()
    }

    /// Calls `visit` with each customer who has values, and the values.
    pub(super) fn visit(&mut self, mut visit: impl FnMut(u32, &mut [T])) {
        let mut start = 0;
        for (customer, &end) in self.ends.iter().enumerate() {
            if end > start {
                visit(customer as u32, &mut self.values[start as usize..end as usize]);
            }
            start = end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_meet_their_customer() {
        let pairs = [(2, 7), (0, 1), (2, 6), (0, 1), (3, 9)];
        let mut seen = Vec::new();
        let mut groups = Groups::of(5, &pairs);
        groups.visit(|customer, values| seen.push((customer, values.to_vec())));
        assert_eq!(seen, [(0, vec![1, 1]), (2, vec![7, 6]), (3, vec![9])]);
        assert_eq!([0, 1, 2, 3, 4].map(|customer| groups.get(customer).len()), [2, 0, 2, 1, 0]);
        assert_eq!(groups.get(2), [7, 6]);
    }

    #[test]
    fn no_pairs_no_visits() {
        Groups::<u32>::of(3, &[]).visit(|customer, _| panic!("customer {customer} has no values"));
    }
}
