//! How well clusters are found again in resamples (Hennig 2007, clusterboot).

use ndarray::{Array2, ArrayView2, Axis};
use rand::Rng;
use serde::Serialize;

use super::super::kmeans::{KMeansValidParams, Points, Run};
use super::super::{Stream, chance};

/// Points drawn per resample, at most.
pub const RESAMPLE_POINTS: usize = 2_000;

/// A cluster's mean Jaccard similarity over the resamples, and what that says.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Stability {
    /// Mean of the greatest Jaccard similarity to a cluster of the resample, 0 to 1.
    pub jaccard: f64,
    /// What it says.
    pub band: Band,
}

/// What a mean Jaccard similarity says of a cluster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Band {
    /// Below .60: not to be relied on.
    Unstable,
    /// From .60: a pattern, but which customers belong to it is doubtful.
    Doubtful,
    /// From .75.
    Stable,
    /// Above .85.
    HighlyStable,
}

impl Stability {
    /// Of a mean Jaccard similarity.
    ///
    /// ```
    /// use segmentlab::cluster::quality::{Band, Stability};
    /// assert_eq!(Stability::of(0.85).band, Band::Stable);
    /// assert_eq!(Stability::of(0.5999).band, Band::Unstable);
    /// ```
    #[must_use]
    pub fn of(jaccard: f64) -> Self {
        let band = if jaccard > 0.85 {
            Band::HighlyStable
        } else if jaccard >= 0.75 {
            Band::Stable
        } else if jaccard >= 0.60 {
            Band::Doubtful
        } else {
            Band::Unstable
        };
        Self { jaccard, band }
    }
}

/// One resample: min(rows, [`RESAMPLE_POINTS`]) rows drawn with replacement, each used once however often it was
/// drawn (as clusterboot does unless told otherwise), clustered anew by the better of two starts. Per cluster of `centroids`, in
/// canonical order led by the feature at `lead`, the greatest Jaccard similarity of its points drawn to those of a new cluster.
pub(in super::super) fn resample(
    rows: ArrayView2<'_, f64>,
    centroids: Array2<f64>,
    params: &KMeansValidParams,
    seed: u32,
    number: u32,
    lead: usize,
) -> Vec<f64> {
    let n = rows.nrows();
    let mut chance = chance(seed, Stream::Resample, number);
    let mut drawn: Vec<usize> =
        (0..n.min(RESAMPLE_POINTS)).map(|_| chance.gen_range(0..n as u32) as usize).collect();
    drawn.sort_unstable();
    drawn.dedup();
    let points = Points::new(rows.select(Axis(0), &drawn).view()).led_by(lead);
    let clusters = centroids.nrows();
    let known = points.finish(&Run { centroids, inertia: 0.0, iterations: 0 });
    let [one, other] = [0, 1].map(|start| points.start(params, start));
    let anew = points.finish(if other.inertia < one.inertia { &other } else { &one });
    jaccard(&known.labels, &anew.labels, clusters)
}

/// Per cluster of the first division, the greatest Jaccard similarity to one of the second; 0 for a cluster
/// without points.
pub(in super::super) fn jaccard(first: &[u32], second: &[u32], clusters: usize) -> Vec<f64> {
    let mut both = vec![vec![0_u32; clusters]; clusters];
    let mut sizes = [vec![0_u32; clusters], vec![0_u32; clusters]];
    for (&a, &b) in first.iter().zip(second) {
        let (a, b) = (a as usize, b as usize);
        both[a][b] += 1;
        sizes[0][a] += 1;
        sizes[1][b] += 1;
    }
    let similarity = |a: usize, b: usize| match sizes[0][a] + sizes[1][b] - both[a][b] {
        0 => 0.0,
        either => f64::from(both[a][b]) / f64::from(either),
    };
    let best = |a| (0..clusters).map(|b| similarity(a, b)).fold(0.0, f64::max);
    (0..clusters).map(best).collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::kmeans::KMeansParams;
    use super::*;

    #[test]
    fn jaccard_by_hand() {
        // {0, 1, 2} against {0, 1}: 2 of 3. {3, 4} against {2, 3, 4}: 2 of 3. Nobody is in the last.
        assert_eq!(jaccard(&[0, 0, 0, 1, 1], &[1, 1, 0, 0, 0], 3), [2.0 / 3.0, 2.0 / 3.0, 0.0]);
        // {0, 1, 2, 3} split in halves: 2 of 4.
        assert_eq!(jaccard(&[0, 0, 0, 0], &[0, 0, 1, 1], 2), [0.5, 0.0]);
        assert_eq!(jaccard(&[0, 1, 1], &[1, 0, 0], 2), [1.0, 1.0]);
    }

    fn mean_stability(rows: &Array2<f64>, k: u32) -> Vec<f64> {
        let params = KMeansParams::new(k).checked_before();
        let points = Points::new(rows.view());
        let starts = (0..10).map(|number| points.run(&params, number));
        let best = starts.reduce(|a, b| if b.inertia < a.inertia { b } else { a });
        let best = points.finish(&best.unwrap());
        let mut means = vec![0.0; k as usize];
        for number in 0..40 {
            let one = resample(rows.view(), best.centroids.clone(), &params, 1, number, 0);
            means.iter_mut().zip(one).for_each(|(mean, jaccard)| *mean += jaccard / 40.0);
        }
        means
    }

    #[test]
    fn clusters_far_apart_are_found_again_and_arbitrary_cuts_are_not() {
        let mut chance = chance(5, Stream::Points, 0);
        let mut even = |_| chance.gen_range(0.0..1.0);
        let noise = Array2::from_shape_simple_fn((300, 2), || even(0));
        let mut blobs = noise.clone();
        for (at, mut row) in blobs.outer_iter_mut().enumerate() {
            row += 10.0 * (at % 3) as f64;
        }
        let stable = mean_stability(&blobs, 3);
        assert!(stable.iter().all(|&one| one > 0.99), "{stable:?}");
        let cut = mean_stability(&noise, 7);
        assert!(cut.iter().sum::<f64>() / 7.0 < 0.75, "{cut:?}");
    }

    #[test]
    fn fewer_points_drawn_than_clusters_do_no_harm() {
        let rows = Array2::from_shape_fn((4, 1), |(row, _)| row as f64);
        let params = KMeansParams::new(4).checked_before();
        let one = resample(rows.view(), rows.clone(), &params, 0, 0, 0);
        assert!(one.iter().all(|jaccard| (0.0..=1.0).contains(jaccard)), "{one:?}");
        // Drawn with replacement, four of four are hardly ever all there: a point not drawn is not found again.
        let missed =
            (0..10).map(|number| resample(rows.view(), rows.clone(), &params, 0, number, 0));
        assert!(missed.flatten().any(|jaccard| jaccard == 0.0));
    }
}
