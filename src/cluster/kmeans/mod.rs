//! k-means: the partition into k clusters with the least sum of squared distances to their means.

mod error;
mod estimator;
mod lloyd;
mod params;
mod points;

pub use error::KMeansError;
pub use estimator::KMeans;
pub use params::{KMeansParams, KMeansValidParams};
pub use points::{Clustering, Points, Run};

pub(super) use lloyd::nearest;
use lloyd::{lloyd, seeded};
