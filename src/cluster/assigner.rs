//! Which cluster a point belongs to.

use ndarray::{Array2, ArrayView1, ArrayView2};

use super::{Mixture, nearest};

/// Assigns points: to the nearest centroid, or to the likeliest component of a mixture.
#[derive(Debug)]
pub(super) enum Assigner {
    Nearest(Array2<f64>),
    Likeliest(Vec<Component>),
}

/// A cluster, and how far its centroid is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Assignment {
    pub(super) label: u32,
    /// Of a mixture: in standard deviations of the component (Mahalanobis).
    pub(super) distance: f64,
}

/// A normal distribution.
#[derive(Debug)]
pub(super) struct Component {
    mean: Vec<f64>,
    /// The covariance is this lower triangle times its transpose.
    root: Array2<f64>,
    /// Logarithm of the weight times the density at the mean.
    log_peak: f64,
}

impl Assigner {
    /// `None` where weights or covariances are those of no distribution.
    pub(super) fn likeliest(centroids: &Array2<f64>, mixture: &Mixture) -> Option<Self> {
        let (clusters, width) = centroids.dim();
        if mixture.weights.len() != clusters || mixture.covariances.len() != clusters {
            return None;
        }
        if mixture.weights.iter().any(|weight| !weight.is_finite() || *weight <= 0.0) {
            return None;
        }
        let parts = centroids.outer_iter().zip(&mixture.weights).zip(&mixture.covariances);
        let component = |((mean, weight), covariance): ((ArrayView1<'_, f64>, &f64), &Vec<f64>)| {
            let covariance = ArrayView2::from_shape((width, width), covariance).ok()?;
            let root = root(covariance)?;
            let log_root = root.diag().iter().map(|&one| libm::log(one)).sum::<f64>();
            let log_peak = libm::log(*weight) - log_root - width as f64 * HALF_LOG_2_PI;
            Some(Component { mean: mean.to_vec(), root, log_peak })
        };
        parts.map(component).collect::<Option<_>>().map(Self::Likeliest)
    }

    /// One row per cluster.
    pub(super) fn into_centroids(self) -> Array2<f64> {
        match self {
            Self::Nearest(centroids) => centroids,
            Self::Likeliest(components) => {
                let width = components.first().map_or(0, |one| one.mean.len());
                let of = |(cluster, at): (usize, usize)| components[cluster].mean[at];
                Array2::from_shape_fn((components.len(), width), of)
            }
        }
    }

    /// Of equally near or likely ones the first.
    pub(super) fn assign(&self, point: ArrayView1<'_, f64>) -> Assignment {
        match self {
            Self::Nearest(centroids) => {
                let (label, square) = nearest(point, centroids.view());
                Assignment { label: label as u32, distance: square.sqrt() }
            }
            Self::Likeliest(_) => self.likelihood(point).0,
        }
    }

    /// With the logarithm of the mixture's density at the point; 0 where there is no mixture.
    pub(super) fn likelihood(&self, point: ArrayView1<'_, f64>) -> (Assignment, f64) {
        let Self::Likeliest(components) = self else { return (self.assign(point), 0.0) };
        let mut best = Assignment { label: 0, distance: f64::INFINITY };
        let mut logs = Vec::with_capacity(components.len());
        let mut greatest = f64::NEG_INFINITY;
        for (label, component) in components.iter().enumerate() {
            let square = component.square(point);
            let log = component.log_peak - square / 2.0;
            if log > greatest {
                greatest = log;
                best = Assignment { label: label as u32, distance: square.sqrt() };
            }
            logs.push(log);
        }
        // The greatest is taken out first: far from all components every density is 0 in numbers.
        let sum: f64 = logs.iter().map(|log| libm::exp(log - greatest)).sum();
        (best, greatest + libm::log(sum))
    }
}

/// Half the logarithm of 2 pi.
const HALF_LOG_2_PI: f64 = 0.918_938_533_204_672_8;

impl Component {
    /// Squared Mahalanobis distance to the mean.
    fn square(&self, point: ArrayView1<'_, f64>) -> f64 {
        let mut solved = Vec::with_capacity(point.len());
        let mut sum = 0.0;
        for (at, value) in point.iter().enumerate() {
            let known = solved.iter().zip(self.root.row(at)).map(|(a, b)| a * b).sum::<f64>();
            let one = (value - self.mean[at] - known) / self.root[[at, at]];
            sum += one * one;
            solved.push(one);
        }
        sum
    }
}

/// Cholesky's root of a symmetric matrix; `None` where it is not positive definite.
fn root(matrix: ArrayView2<'_, f64>) -> Option<Array2<f64>> {
    let mut root = Array2::<f64>::zeros(matrix.raw_dim());
    for a in 0..matrix.nrows() {
        for b in 0..=a {
            let known: f64 = (0..b).map(|at| root[[a, at]] * root[[b, at]]).sum();
            let rest = matrix[[a, b]] - known;
            if a != b {
                root[[a, b]] = rest / root[[b, b]];
            } else if rest > 0.0 && rest.is_finite() {
                root[[a, a]] = rest.sqrt();
            } else {
                return None;
            }
        }
    }
    Some(root)
}

#[cfg(test)]
mod tests {
    use ndarray::array;

    use super::*;

    #[test]
    fn distance_and_density_by_hand() {
        // Covariance [[4, 2], [2, 5]] has determinant 16 and inverse [[5, -2], [-2, 4]] / 16.
        let mixture = Mixture { weights: vec![1.0], covariances: vec![vec![4.0, 2.0, 2.0, 5.0]] };
        let assigner = Assigner::likeliest(&array![[1.0, 0.0]], &mixture).unwrap();
        // At (1, 2) from the mean: (5 - 8 + 16) / 16.
        let (found, log) = assigner.likelihood(array![2.0, 2.0].view());
        assert!((found.distance - (13.0_f64 / 16.0).sqrt()).abs() < 1e-15);
        let expected = -(2.0 * std::f64::consts::PI).ln() - 16.0_f64.ln() / 2.0 - 13.0 / 32.0;
        assert!((log - expected).abs() < 1e-14, "{log} {expected}");
    }

    #[test]
    fn a_point_far_from_all_still_has_its_likeliest() {
        let mixture = Mixture { weights: vec![0.5; 2], covariances: vec![vec![1.0], vec![4.0]] };
        let assigner = Assigner::likeliest(&array![[0.0], [-5.0]], &mixture).unwrap();
        let (found, log) = assigner.likelihood(array![1000.0].view());
        // 1005 / 2 standard deviations against 1000.
        assert_eq!(found, Assignment { label: 1, distance: 502.5 });
        assert!(log.is_finite());
    }

    #[test]
    fn a_covariance_that_is_none_is_refused() {
        for covariance in [vec![1.0, 2.0, 2.0, 1.0], vec![0.0; 4], vec![f64::NAN; 4], vec![1.0]] {
            let mixture = Mixture { weights: vec![1.0], covariances: vec![covariance] };
            assert!(Assigner::likeliest(&array![[0.0, 0.0]], &mixture).is_none());
        }
    }
}
