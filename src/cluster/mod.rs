//! Customers clustered by their features: k-means, the choice of k, quality, stability, projection.

pub mod kmeans;
pub mod quality;

mod clusters;
mod params;
mod projection;
mod report;
mod sweep;

pub use clusters::{ClusterModel, Clusters};
pub use params::{Choice, ClusterParams, Effort, Method};
pub use projection::{Projection, project};
pub use report::{ClusterReport, ClusterRow, FeatureMeans, SilhouetteReport};
pub use sweep::{
    Clusterer, Measured, Suggestion, Sweep, SweepReport, SweepRow, Unit, UnitResult, UnitWork, Vote,
};

use kmeans::{KMeansValidParams, Points};
