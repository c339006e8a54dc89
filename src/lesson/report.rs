//! What a lesson tells the page.

use serde::Serialize;

use super::LessonAxis;

/// A step of a lesson. Centroids are in the units of the axes, inertia and shift in the measure.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum LessonStep {
    /// Centroids were placed; no point has a cluster yet.
    Seeded {
        /// Where, one per cluster.
        centroids: Vec<[f64; 2]>,
    },
    /// Each point went to the nearest centroid.
    Assigned {
        /// Which part of the lesson's labels they are, from 0.
        pass: u32,
        /// Points that changed cluster; all of them the first time.
        changed: u32,
        /// Sum of squared distances to the own centroid.
        inertia: f64,
    },
    /// Each centroid went to the mean of its points.
    Moved {
        /// Where to, one per cluster.
        centroids: Vec<[f64; 2]>,
        /// How far the one went that went farthest.
        shift: f64,
        /// Clusters without points, whose centroids went to the points farthest from their own.
        refilled: Vec<u32>,
        /// Sum of squared distances to the own centroid.
        inertia: f64,
    },
    /// Nothing changes any more.
    Converged {
        /// Rounds of assigning and moving.
        iterations: u32,
        /// Sum of squared distances to the own centroid.
        inertia: f64,
    },
}

/// The best partition known for the same points, measure and number of clusters.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct BestKnown {
    /// Its inertia.
    pub inertia: f64,
    /// Share by which that is below where the lesson ends; 0 where the lesson ends as well.
    pub gain: f64,
    /// Starts it was looked for with, beside the lesson's own.
    pub starts: u32,
    /// One per cluster, in the units of the axes.
    pub centroids: Vec<[f64; 2]>,
}

/// What the outlier does to the cluster it ends in.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct OutlierEnd {
    /// The cluster.
    pub cluster: u32,
    /// Whether it has the cluster to itself.
    pub alone: bool,
    /// Its share of the inertia, 0 to 1.
    pub share: f64,
    /// How far the centroid lies from the mean of the cluster's other points, in the measure.
    pub pull: f64,
}

/// A lesson without its points and labels.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct LessonReport {
    /// Clusters.
    pub k: u32,
    /// Customers that have both figures; where they are more than the points, those were drawn from them.
    pub customers: u32,
    /// Customers left out because they lack a figure.
    pub dropped: u32,
    /// How the axes are measured.
    pub axes: [LessonAxis; 2],
    /// From the seeds to convergence.
    pub steps: Vec<LessonStep>,
    /// What there would have been to find.
    pub best: BestKnown,
    /// What the last point does, where it is an outlier that was put in.
    pub outlier: Option<OutlierEnd>,
}
