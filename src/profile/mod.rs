//! What sets a segment apart (METHODS section 5).

mod group;
mod key;
mod report;
mod traits;

pub use key::{TraitGroup, TraitKey};
pub use report::{
    FigureSpread, NamedDifference, ProfileReport, RuleCondition, RuleTest, SegmentProfile,
    SegmentRule, TraitInfo, TraitProfile, TraitSpread,
};
pub use traits::{Trait, TraitValues, traits};

use group::group_of;
