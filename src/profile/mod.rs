//! What sets a segment apart (METHODS section 5).

mod categories;
mod described;
mod differences;
mod example;
mod figures;
mod group;
mod key;
mod members;
mod normal;
mod report;
mod rule;
mod sample;
mod threshold;
mod traits;
mod tree;
mod v_test;

pub use described::{Example, Profile, profile};
pub use key::{TraitGroup, TraitKey};
pub use report::{
    FigureSpread, NamedDifference, ProfileReport, RuleCondition, RuleTest, SegmentProfile,
    SegmentRule, TraitInfo, TraitProfile, TraitSpread,
};
pub use traits::{Trait, TraitValues, traits};
pub use v_test::{category_v, figure_v};

use categories::{Categories, MISSING, OTHER};
use differences::differences;
use example::medoid;
use figures::Figures;
use group::group_of;
use members::Members;
use normal::upper_quantile;
use rule::rule;
use sample::{Column, Sample, SampledColumn};
use threshold::readable;
use tree::{Step, best_path};
