//! The named matrix that clustering works on: one row per customer, one column per feature.

mod key;
mod model;
mod params;
mod prepare;
mod source;

pub use key::FeatureKey;
pub use model::{FeatureModel, FittedFeature};
pub use params::{Cap, FeatureParams, FeaturesParams, Missing, Scaling, Transform};
pub use prepare::{FeatureReport, Prepared, PreparedReport, prepare};
pub use source::{FeatureInfo, FeatureSource};
