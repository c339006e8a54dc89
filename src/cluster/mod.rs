//! Customers clustered by their features: k-means, the choice of k, quality, stability, projection.

pub mod kmeans;
pub mod quality;

mod assigned;
mod assigner;
mod axes;
mod canonical;
mod chance;
mod clusters;
mod mixture;
mod model;
mod params;
mod projection;
mod report;
mod sweep;

pub use assigned::{Assigned, ModelFit};
pub use clusters::Clusters;
pub use kmeans::{KMeans, KMeansParams, Points};
pub use mixture::{MIXTURE_POINTS, Mixture};
pub use model::{ClusterModel, MODEL_VERSION};
pub use params::{Choice, ClusterParams, Effort, Method};
pub use projection::{Projection, project};
pub use report::{ClusterReport, ClusterRow, FeatureMeans, SilhouetteReport};
pub use sweep::{
    Clusterer, Measured, REFERENCES, RESAMPLES, Suggestion, Sweep, SweepReport, SweepRow, Unit,
    UnitResult, UnitWork, Vote,
};

use assigner::Assigner;
use axes::{Axes, shortened};
use canonical::canonical;
use chance::{Stream, chance, sample, shuffled};
use kmeans::nearest;
use quality::{Silhouettes, Stability, silhouettes, squares};
