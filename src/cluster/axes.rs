//! Principal axes.

use linfa_linalg::eigh::{EigSort, EighInto};
use ndarray::{Array1, Array2, ArrayView1, ArrayView2};

/// The principal axes of points.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Axes {
    /// Mean of the points.
    pub(super) mean: Array1<f64>,
    /// One row per axis, by falling variance; each of length 1, its weight furthest from 0 above 0.
    pub(super) axes: Array2<f64>,
    /// Population variance along each axis, not below 0.
    pub(super) variances: Vec<f64>,
}

impl Axes {
    /// Of points, one per row. Axes are told apart by their eigenvalues of the covariance; where the decomposition
    /// fails, the features stand in for them.
    pub(super) fn of(rows: ArrayView2<'_, f64>) -> Self {
        let width = rows.ncols();
        let n = rows.nrows().max(1) as f64;
        let mut mean = Array1::<f64>::zeros(width);
        rows.outer_iter().for_each(|row| mean += &row);
        mean /= n;
        // In a fixed order: a product of matrices would round as the machine's instructions do.
        let mut covariance = Array2::<f64>::zeros((width, width));
        for row in rows.outer_iter() {
            for a in 0..width {
                for b in 0..=a {
                    covariance[[a, b]] += (row[a] - mean[a]) * (row[b] - mean[b]);
                }
            }
        }
        for a in 0..width {
            for b in 0..=a {
                covariance[[a, b]] /= n;
                covariance[[b, a]] = covariance[[a, b]];
            }
        }
        let features = (covariance.diag().to_owned(), Array2::eye(width));
        let (values, vectors) =
            covariance.eigh_into().map(EigSort::sort_eig_desc).unwrap_or(features);
        let mut axes = vectors.reversed_axes().as_standard_layout().mapv(shortened);
        for mut axis in axes.outer_iter_mut() {
            if largest(axis.view()) < 0.0 {
                axis.mapv_inplace(|weight| -weight);
            }
        }
        let variances = values.iter().map(|&value| shortened(value).max(0.0)).collect();
        Self { mean, axes, variances }
    }

    /// Where a point lies along an axis.
    pub(super) fn along(&self, axis: usize, point: ArrayView1<'_, f64>) -> f64 {
        let pairs = self.axes.row(axis).into_iter().zip(point).zip(&self.mean);
        pairs.map(|((weight, value), mean)| weight * (value - mean)).sum()
    }
}

/// The weight furthest from 0; of equal ones (but for rounding) the first.
fn largest(axis: ArrayView1<'_, f64>) -> f64 {
    axis.iter().fold(
        0.0,
        |best: f64, &weight| {
            if weight.abs() > best.abs() * (1.0 + 1e-6) { weight } else { best }
        },
    )
}

/// A number with the last 20 of its 52 binary digits rounded off: in those, what libraries compute differs by
/// platform, because square roots of sums, logarithms or fused products do.
pub(super) fn shortened(value: f64) -> f64 {
    const CUT: u64 = 1 << 20;
    if !value.is_finite() {
        return value;
    }
    f64::from_bits((value.to_bits() + CUT / 2) & !(CUT - 1))
}

#[cfg(test)]
mod tests {
    use ndarray::array;

    use super::*;

    #[test]
    fn a_diagonal_cloud_has_diagonal_axes() {
        // Along (1, 1) the points lie at -2, 0, 2 times sqrt 2, along (1, -1) at +-1 times sqrt 2.
        let rows = array![[-2.0, -2.0], [2.0, 2.0], [1.0, -1.0], [-1.0, 1.0]];
        let found = Axes::of(rows.view());
        let half = 0.5_f64.sqrt();
        for (weight, expected) in found.axes.iter().zip([half, half, half, -half]) {
            assert!((weight - expected).abs() < 1e-9, "{:?}", found.axes);
        }
        // 2 * 8 / 4 and 2 * 2 / 4.
        for (variance, expected) in found.variances.iter().zip([4.0, 1.0]) {
            assert!((variance - expected).abs() < 1e-9, "{:?}", found.variances);
        }
        assert!((found.along(0, rows.row(1)) - 8.0_f64.sqrt()).abs() < 1e-9);
    }

    #[test]
    fn one_feature_and_no_variance_have_axes() {
        let one = Axes::of(array![[1.0], [3.0]].view());
        assert_eq!((one.axes[[0, 0]], one.variances[0]), (1.0, 1.0));
        assert_eq!(one.along(0, array![3.0].view()), 1.0);
        let none = Axes::of(Array2::ones((3, 2)).view());
        assert_eq!(none.variances, [0.0, 0.0]);
        assert!(none.axes.iter().all(|weight| weight.is_finite()));
    }

    #[test]
    fn shortening_keeps_nine_digits() {
        for value in [1.0, -1.0 / 3.0, 1e300, 7e-300, 0.0] {
            let short = shortened(value);
            assert!((short - value).abs() <= value.abs() * 2e-10);
            assert_eq!(short.to_bits() & 0xF_FFFF, 0);
        }
        assert_eq!(shortened(f64::INFINITY), f64::INFINITY);
    }
}
