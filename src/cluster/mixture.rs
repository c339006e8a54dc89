//! Gaussian mixtures: each customer goes to the likeliest of k normal distributions.

use linfa::DatasetBase;
use linfa::traits::Fit;
use linfa_clustering::GaussianMixtureModel;
use ndarray::{Array2, ArrayView2, Axis};
use serde::{Deserialize, Serialize};

use super::{Assigner, Clusters, Method, Stream, canonical, chance, sample, shortened, squares};
use crate::error::Error;

/// Customers a mixture is fitted on; of more, a sample of so many. All are assigned.
pub const MIXTURE_POINTS: usize = 5_000;

/// What is added to the variances, each tried when a fit fails with the one before: a component may shrink to
/// customers who are all the same along some direction. Features brought to measure have variances near 1.
const FLOORS: [f64; 3] = [1e-6, 1e-4, 1e-2];

/// Components of a mixture, in canonical order; their means are the centroids.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Mixture {
    /// One per component; they add up to 1.
    pub weights: Vec<f64>,
    /// One per component: its covariance, row by row.
    pub covariances: Vec<Vec<f64>>,
}

impl Clusters {
    /// A mixture of `k` normal distributions with covariances of their own, fitted by expectation and maximisation
    /// (linfa) on at most [`MIXTURE_POINTS`] rows; every row goes to its likeliest component. Components are in
    /// canonical order, led by the feature at `lead`. The fit's last digits are rounded off (see the model's figures), since logarithms differ by
    /// platform in them.
    ///
    /// # Errors
    /// [`Error::MixtureFailed`] where the fit does not converge, or components collapse.
    ///
    /// ```
    /// use ndarray::Array2;
    /// use segmentlab::cluster::Clusters;
    /// // Two groups of 50 on a line, 100 apart.
    /// let matrix = Array2::from_shape_fn((100, 1), |(row, _)| (row % 50 + row / 50 * 150) as f64);
    /// let clusters = Clusters::of_mixture(matrix.view(), 2, 0, 0)?;
    /// assert_eq!(clusters.sizes, [50, 50]);
    /// assert_eq!((clusters.labels[0], clusters.labels[99]), (1, 0));
    /// # Ok::<(), segmentlab::error::Error>(())
    /// ```
    pub fn of_mixture(
        matrix: ArrayView2<'_, f64>,
        k: u32,
        seed: u32,
        lead: usize,
    ) -> Result<Self, Error> {
        let drawn = sample(matrix.nrows(), MIXTURE_POINTS, chance(seed, Stream::Points, 1));
        let drawn: Vec<usize> = drawn.into_iter().map(|row| row as usize).collect();
        let points = DatasetBase::from(matrix.select(Axis(0), &drawn));
        let fits = FLOORS.into_iter().filter_map(|floor| fitted(&points, k, seed, floor, lead));
        let assigned = fits.filter_map(|(centroids, mixture)| {
            let assigner = Assigner::likeliest(&centroids, &mixture)?;
            Some((centroids, mixture, assigner))
        });
        let (centroids, mixture, assigner) =
            { assigned }.next().ok_or(Error::MixtureFailed { clusters: k })?;
        let mut sizes = vec![0; k as usize];
        let (mut inertia, mut log_likelihood) = (0.0, 0.0);
        let mut labels = Vec::with_capacity(matrix.nrows());
        for row in matrix.outer_iter() {
            let (found, likelihood) = assigner.likelihood(row);
            let centroid = centroids.row(found.label as usize);
            inertia += row.iter().zip(centroid).map(|(a, b)| (a - b) * (a - b)).sum::<f64>();
            log_likelihood += likelihood;
            sizes[found.label as usize] += 1;
            labels.push(found.label);
        }
        let (n, d) = (matrix.nrows() as f64, matrix.ncols() as f64);
        let free = f64::from(k) * (1.0 + d + d * (d + 1.0) / 2.0) - 1.0;
        Ok(Self {
            method: Method::GaussianMixture,
            centroids,
            labels,
            sizes,
            inertia,
            total: squares(matrix),
            iterations: None,
            mixture: Some(mixture),
            bic: Some(free * libm::log(n) - 2.0 * log_likelihood),
        })
    }
}

/// Means and components in canonical order; `None` where the fit fails or is no figure.
fn fitted(
    points: &DatasetBase<Array2<f64>, ndarray::Array1<()>>,
    k: u32,
    seed: u32,
    floor: f64,
    lead: usize,
) -> Option<(Array2<f64>, Mixture)> {
    let found = GaussianMixtureModel::params_with_rng(k as usize, chance(seed, Stream::Mixture, 0))
        .reg_covariance(floor)
        .max_n_iterations(200)
        .fit(points)
        .ok()?;
    let means = found.means().mapv(shortened);
    let order = canonical(means.view(), lead);
    let mixture = Mixture {
        weights: order.iter().map(|&at| shortened(found.weights()[at])).collect(),
        covariances: order
            .iter()
            .map(|&at| found.covariances().index_axis(Axis(0), at).iter().copied().collect())
            .map(|covariance: Vec<f64>| covariance.into_iter().map(shortened).collect())
            .collect(),
    };
    let figures = mixture.weights.iter().chain(mixture.covariances.iter().flatten()).chain(&means);
    figures.into_iter().all(|figure| figure.is_finite()).then_some(())?;
    Some((means.select(Axis(0), &order), mixture))
}

#[cfg(test)]
mod tests {
    use ndarray::s;
    use rand::Rng;

    use super::*;

    /// A wide cloud of 300 around (0, 0), a tight one of 100 at its edge, around (16, 0).
    fn wide_and_tight() -> Array2<f64> {
        let mut chance = chance(11, Stream::Points, 0);
        // Sum of 12 even numbers less 6: mean 0, variance 1.
        let mut normal = || (0..12).map(|_| chance.gen_range(0.0..1.0)).sum::<f64>() - 6.0;
        let mut rows = Array2::from_shape_simple_fn((400, 2), &mut normal);
        rows.slice_mut(s![..300, ..]).mapv_inplace(|value| value * 8.0);
        rows.slice_mut(s![300.., 0]).mapv_inplace(|value| value + 16.0);
        rows
    }

    #[test]
    fn a_tight_cloud_is_told_from_a_wide_one() {
        let rows = wide_and_tight();
        let found = Clusters::of_mixture(rows.view(), 2, 0, 0).unwrap();
        // Canonical order: the tight one comes first.
        let is_right = |(at, &label): (usize, &u32)| label == u32::from(at < 300);
        let right = |labels: &[u32]| labels.iter().enumerate().filter(|&one| is_right(one)).count();
        assert!(right(&found.labels) > 385, "{}", right(&found.labels));
        // The nearest mean would give much of the wide cloud to the tight one.
        let nearest = Assigner::Nearest(found.centroids.clone());
        let labels: Vec<u32> = rows.outer_iter().map(|row| nearest.assign(row).label).collect();
        assert!(right(&labels) < 370, "{}", right(&labels));
        assert!((found.centroids[[0, 0]] - 16.0).abs() < 0.5, "{}", found.centroids);
        let mixture = found.mixture.unwrap();
        assert!((mixture.weights[0] - 0.25).abs() < 0.03, "{:?}", mixture.weights);
        let [xx, xy, yx, yy] = mixture.covariances[0][..] else { panic!("{mixture:?}") };
        assert!((xx - 1.0).abs() < 0.4 && (yy - 1.0).abs() < 0.4, "{xx} {yy}");
        assert!(xy.abs() < 0.3 && xy == yx, "{xy} {yx}");
    }

    #[test]
    fn bic_speaks_for_the_number_that_made_the_points() {
        let rows = wide_and_tight();
        let bic = |k| Clusters::of_mixture(rows.view(), k, 0, 0).unwrap().bic.unwrap();
        assert!(bic(2) < bic(1), "{} {}", bic(2), bic(1));
        assert!(bic(2) < bic(4), "{} {}", bic(2), bic(4));
    }

    #[test]
    fn bic_of_one_component_by_hand() {
        // Mean 0, variance 1 (the floor of 1e-6 aside): -2 ln L = n (ln 2 pi + 1); two free figures.
        let rows = Array2::from_shape_fn((100, 1), |(row, _)| (row % 2 * 2) as f64 - 1.0);
        let bic = Clusters::of_mixture(rows.view(), 1, 0, 0).unwrap().bic.unwrap();
        let expected = 100.0 * ((2.0 * std::f64::consts::PI).ln() + 1.0) + 2.0 * 100.0_f64.ln();
        assert!((bic - expected).abs() < 1e-3, "{bic} {expected}");
    }

    #[test]
    fn the_same_seed_gives_the_same_mixture() {
        let rows = wide_and_tight();
        let found = |seed| Clusters::of_mixture(rows.view(), 3, seed, 0).unwrap();
        assert_eq!(found(1), found(1));
    }

    #[test]
    fn components_without_points_of_their_own_are_an_error() {
        let rows = Array2::from_shape_fn((20, 1), |(row, _)| (row % 2) as f64);
        let failed = Clusters::of_mixture(rows.view(), 9, 0, 0);
        assert_eq!(failed, Err(Error::MixtureFailed { clusters: 9 }));
    }
}
