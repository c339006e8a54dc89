//! k-means: the partition into k clusters with the least sum of squared distances to their means.

mod bounds;
mod distance;
mod error;
mod estimator;
mod filter;
mod flat;
mod lloyd;
mod params;
mod partition;
mod points;
mod run;
mod search;
mod seeding;
mod seeding_flat;
mod seeding_tree;
mod space;
mod tree;

pub use error::KMeansError;
pub use estimator::KMeans;
pub use params::{KMeansParams, KMeansValidParams};
pub use points::{Clustering, Points, Run};

pub(super) use distance::nearest;

use super::canonical;
use bounds::Bounds;
use distance::squared;
use filter::Filter;
use flat::{Flat, drawn};
use lloyd::{Assign, Limit, Rows, inertia, lloyd, mean_variance, means, totals};
use partition::Partition;
use search::{bettered, bred};
use seeding::{Seeding, seeds};
use seeding_flat::FlatSeeding;
use seeding_tree::TreeSeeding;
use space::Space;
use tree::{Tree, add};
