//! How good a clustering is: measures of one, and what tells a number of clusters from another.

mod gap;
mod indices;
mod knee;
mod silhouette;
mod stability;

pub use gap::{GAP_POINTS, Gap, gap_choice};
pub use indices::{Quality, quality};
pub use knee::knee;
pub use silhouette::{SILHOUETTE_POINTS, Silhouettes, silhouettes};
pub use stability::{Band, RESAMPLE_POINTS, Stability};

pub(super) use gap::{References, gap, squares};
pub(super) use stability::resample;
