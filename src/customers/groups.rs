//! Values gathered per customer.

/// Values of each customer side by side, by a counting sort: no comparison between customers.
pub(super) struct Groups {
    /// Where each customer's values end.
    ends: Vec<u32>,
    values: Vec<u32>,
}

impl Groups {
    /// Gathers pairs of (customer, value); values keep their order within a customer.
    pub(super) fn of(customers: usize, pairs: &[(u32, u32)]) -> Self {
        let mut ends = vec![0; customers];
        for &(customer, _) in pairs {
            ends[customer as usize] += 1;
        }
        let mut start = 0;
        for count in &mut ends {
            start += std::mem::replace(count, start);
        }
        // Each start moves on as values are placed and is the end when all are.
        let mut values = vec![0; pairs.len()];
        for &(customer, value) in pairs {
            let at = &mut ends[customer as usize];
            values[*at as usize] = value;
            *at += 1;
        }
        Self { ends, values }
    }

    /// Calls `visit` with each customer who has values, and the values.
    pub(super) fn visit(&mut self, mut visit: impl FnMut(u32, &mut [u32])) {
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
        Groups::of(5, &pairs).visit(|customer, values| seen.push((customer, values.to_vec())));
        assert_eq!(seen, [(0, vec![1, 1]), (2, vec![7, 6]), (3, vec![9])]);
    }

    #[test]
    fn no_pairs_no_visits() {
        Groups::of(3, &[]).visit(|customer, _| panic!("customer {customer} has no values"));
    }
}
