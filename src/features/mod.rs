//! The named matrix that clustering works on: one row per customer, one column per feature.

mod ascending;
mod categories;
mod distinct;
mod fit;
mod info;
mod key;
mod model;
mod params;
mod prepare;
mod source;
mod suggest;
mod yeo_johnson;

use ascending::{Ascending, Moments};
pub use categories::Categories;
use distinct::distinct_rows;
use fit::{Fit, check_finite, check_log};
pub use info::FeatureInfo;
pub use key::FeatureKey;
use model::complete;
pub use model::{Applied, FeatureModel, FittedFeature};
pub use params::{Cap, FeatureParams, FeaturesParams, Missing, Scaling, Transform};
pub use prepare::{FeatureReport, Prepared, PreparedReport, prepare, prepare_by};
pub use source::FeatureSource;
use yeo_johnson::{fit_lambda, undo_yeo_johnson, yeo_johnson};
