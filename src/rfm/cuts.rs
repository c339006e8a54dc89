//! Cut points of one dimension.

use super::Scoring;
use crate::customers::{Quantile, Sorted};

/// A point that scores are cut at; a value that equals it stays below.
#[derive(Debug, Clone, Copy)]
pub(super) enum Cut {
    Quantile(Quantile),
    /// Sum over count, so that a value equal to the mean is known as such.
    Mean {
        sum: i128,
        count: i128,
    },
    /// In the unit of the dimension.
    Threshold {
        cut: f64,
        scale: i64,
    },
}

impl Cut {
    #[inline]
    pub(super) fn is_below(self, value: i64) -> bool {
        match self {
            Self::Quantile(quantile) => quantile.is_below(value),
            Self::Mean { sum, count } => sum < i128::from(value) * count,
            Self::Threshold { cut, scale } => cut < value as f64 / scale as f64,
        }
    }

    fn equals(self, value: i64) -> bool {
        match self {
            Self::Quantile(quantile) => quantile.equals(value),
            Self::Mean { sum, count } => sum == i128::from(value) * count,
            Self::Threshold { cut, scale } => cut == value as f64 / scale as f64,
        }
    }

    pub(super) fn to_f64(self, scale: i64) -> f64 {
        match self {
            Self::Quantile(quantile) => quantile.to_f64(scale),
            Self::Mean { sum, count } => sum as f64 / (count * i128::from(scale)) as f64,
            Self::Threshold { cut, .. } => cut,
        }
    }

    /// How many of the values equal the cut.
    pub(super) fn count_at(self, sorted: &Sorted) -> u32 {
        let values = sorted.values();
        let upto = values.partition_point(|&value| !self.is_below(value));
        match values[..upto].last() {
            Some(&value) if self.equals(value) => sorted.count(value) as u32,
            _ => 0,
        }
    }
}

/// The cuts of one dimension (0 for R, 1 for F, 2 for M) over ascending values.
pub(super) fn cuts(scoring: &Scoring, dimension: usize, sorted: &Sorted) -> Vec<Cut> {
    let values = sorted.values();
    match scoring {
        Scoring::Quantile { bins, .. } => quantile_cuts(values, *bins),
        Scoring::Median => quantile_cuts(values, 2),
        Scoring::Mean => {
            let sum = values.iter().map(|&value| i128::from(value)).sum();
            vec![Cut::Mean { sum, count: values.len() as i128 }]
        }
        Scoring::Thresholds { r, f, m } => [r, f, m][dimension]
            .iter()
            .map(|&cut| Cut::Threshold { cut, scale: sorted.scale() })
            .collect(),
    }
}

pub(super) fn quantile_cuts(ascending: &[i64], bins: u8) -> Vec<Cut> {
    (1..bins).map(|part| Cut::Quantile(Quantile::of(ascending, part.into(), bins.into()))).collect()
}

/// 1 + number of cuts strictly below the value.
#[inline]
pub(super) fn score_by(cuts: &[Cut], value: i64) -> u8 {
    cuts.iter().fold(1, |score, cut| score + u8::from(cut.is_below(value)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scores(scoring: &Scoring, values: &[i64], scale: i64) -> Vec<u8> {
        let sorted = Sorted::new(values.to_vec(), scale);
        let cuts = cuts(scoring, 2, &sorted);
        values.iter().map(|&value| score_by(&cuts, value)).collect()
    }

    #[test]
    fn the_mean_itself_is_low() {
        assert_eq!(scores(&Scoring::Mean, &[1, 2, 3], 1), [1, 1, 2]);
        // Mean 1/3: no binary number, yet 1 is above and 0 below.
        assert_eq!(scores(&Scoring::Mean, &[0, 0, 1], 1), [1, 1, 2]);
    }

    #[test]
    fn the_median_itself_is_low() {
        assert_eq!(scores(&Scoring::Median, &[1, 2, 9], 1), [1, 1, 2]);
        assert_eq!(scores(&Scoring::Median, &[1, 2, 3, 9], 1), [1, 1, 2, 2]);
    }

    #[test]
    fn a_threshold_counts_in_units() {
        let scoring = Scoring::Thresholds { r: vec![], f: vec![], m: vec![0.1, 2.5] };
        assert_eq!(
            scores(&scoring, &[100_000, 100_001, 2_500_000, 2_500_001], 1_000_000),
            [1, 2, 2, 3]
        );
    }

    #[test]
    fn customers_at_a_cut_are_counted() {
        let sorted = Sorted::new(vec![1, 1, 2, 2, 2, 3, 9], 1);
        // h = 6 * .5 = 3: the median is 2.
        let at: Vec<u32> =
            quantile_cuts(sorted.values(), 2).iter().map(|cut| cut.count_at(&sorted)).collect();
        assert_eq!(at, [3]);
        let between = Cut::Threshold { cut: 2.5, scale: 1 };
        assert_eq!(between.count_at(&sorted), 0);
        let before_all = Cut::Threshold { cut: 0.5, scale: 1 };
        assert_eq!(before_all.count_at(&sorted), 0);
    }
}
