//! Values to scores, over all customers or within the bins of another dimension.

use super::{Cut, Ties, quantile_cuts, score_by};

/// Scores by the same cuts for all.
pub(super) fn scores_by_cuts(values: &[i64], cuts: &[Cut]) -> Vec<u8> {
    values.iter().map(|&value| score_by(cuts, value)).collect()
}

/// Quantile scores within each group of customers, from 1 for the smallest values.
///
/// With [`Ties::ById`] the score is `ceil(bins * rank / n)`, equal values ranked by `id_rank`.
pub(super) fn scores_within(
    groups: &Groups,
    values: &[i64],
    id_rank: &[u32],
    bins: u8,
    ties: Ties,
) -> Vec<u8> {
    let mut scores = vec![1; values.len()];
    for members in groups.iter() {
        match ties {
            Ties::Together => {
                let mut ascending: Vec<i64> =
                    members.iter().map(|&member| values[member as usize]).collect();
                ascending.sort_unstable();
                let cuts = quantile_cuts(&ascending, bins);
                for &member in members {
                    scores[member as usize] = score_by(&cuts, values[member as usize]);
                }
            }
            Ties::ById => {
                let mut ranked: Vec<(i64, u32, u32)> = members
                    .iter()
                    .map(|&member| (values[member as usize], id_rank[member as usize], member))
                    .collect();
                ranked.sort_unstable();
                for (&(_, _, member), rank) in ranked.iter().zip(1_usize..) {
                    let score = (usize::from(bins) * rank).div_ceil(ranked.len());
                    scores[member as usize] = score as u8;
                }
            }
        }
    }
    scores
}

/// Customers divided by the scores they already have.
pub(super) struct Groups {
    groups: Vec<Vec<u32>>,
}

impl Groups {
    /// All customers together.
    pub(super) fn all(customers: usize) -> Self {
        Self { groups: vec![(0..customers as u32).collect()] }
    }

    /// Each group divided by a score.
    pub(super) fn divided(&self, scores: &[u8], bins: u8) -> Self {
        let mut groups = Vec::new();
        for members in &self.groups {
            let mut parts = vec![Vec::new(); bins.into()];
            for &member in members {
                parts[usize::from(scores[member as usize]) - 1].push(member);
            }
            groups.extend(parts);
        }
        Self { groups }
    }

    fn iter(&self) -> impl Iterator<Item = &[u32]> {
        self.groups.iter().map(Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_values_are_told_apart_by_id_and_bins_are_even() {
        // Five ones and a two into three bins of two; ids in reverse order.
        let values = [1, 1, 1, 2, 1, 1];
        let id_rank = [5, 4, 3, 2, 1, 0];
        let scores = scores_within(&Groups::all(6), &values, &id_rank, 3, Ties::ById);
        assert_eq!(scores, [3, 2, 2, 3, 1, 1]);
    }

    #[test]
    fn equal_values_stay_together() {
        let values = [1, 1, 1, 2, 1, 1];
        let scores = scores_within(&Groups::all(6), &values, &[0; 6], 3, Ties::Together);
        // Both cuts are 1: the middle bin is empty.
        assert_eq!(scores, [1, 1, 1, 3, 1, 1]);
    }

    #[test]
    fn within_a_group_only_its_members_count() {
        let values = [1, 2, 100, 200];
        let groups = Groups::all(4).divided(&[1, 1, 2, 2], 2);
        let scores = scores_within(&groups, &values, &[0, 1, 2, 3], 2, Ties::Together);
        assert_eq!(scores, [1, 2, 1, 2]);
    }

    #[test]
    fn groups_divide_further() {
        let groups = Groups::all(4).divided(&[1, 1, 2, 2], 2).divided(&[1, 2, 1, 1], 2);
        let sizes: Vec<usize> = groups.iter().map(<[u32]>::len).collect();
        assert_eq!(sizes, [1, 1, 2, 0]);
    }
}
