//! What sets a segment apart (METHODS section 5).

mod key;
mod report;

pub use key::{TraitGroup, TraitKey};
pub use report::{
    FigureSpread, NamedDifference, ProfileReport, RuleCondition, RuleTest, SegmentProfile,
    SegmentRule, TraitInfo, TraitProfile, TraitSpread,
};
