//! What to aim at.

use super::{Goal, PersonaTraits};
use crate::features::FeatureKey;
use crate::profile::{ProfileReport, SegmentProfile, TraitKey, TraitProfile, TraitSpread};

/// How R, F and M of a segment stand against those of all customers with a segment: by their medians, and where these
/// are equal, as orders often are, by their means. `None` where one of the three is not among the traits.
pub(super) fn persona_traits(
    report: &ProfileReport,
    segment: &SegmentProfile,
) -> Option<PersonaTraits> {
    let above = |feature: FeatureKey| {
        let key = TraitKey::Figure { feature };
        let at = report.traits.iter().position(|one| one.key == key)?;
        match (&segment.traits[at], &report.traits[at].spread) {
            (
                TraitProfile::Figure { spread: Some(own), .. },
                TraitSpread::Figure { spread: all },
            ) => {
                let medians = own.quartiles[1].total_cmp(&all.quartiles[1]);
                Some(medians.then(own.mean.total_cmp(&all.mean)))
            }
            _ => None,
        }
    };
    Some(PersonaTraits {
        // As good as all counts as good: whoever is all customers is not worse than them.
        recent: above(FeatureKey::Recency)?.is_le(),
        frequent: above(FeatureKey::Frequency)?.is_ge(),
        valuable: above(FeatureKey::Monetary)?.is_ge(),
    })
}

impl Goal {
    /// What the eight combinations call for.
    pub(super) fn of(traits: Option<PersonaTraits>) -> Self {
        let Some(PersonaTraits { recent, frequent, valuable }) = traits else {
            return Self::Unknown;
        };
        match (recent, frequent, valuable) {
            (true, true, true) => Self::Reward,
            (true, false, true) => Self::Repeat,
            (false, true, true) => Self::Retain,
            (false, false, true) => Self::WinBack,
            (true, true, false) => Self::Upsell,
            (true, false, false) => Self::SecondOrder,
            (false, true, false) => Self::Remind,
            (false, false, false) => Self::LowCost,
        }
    }
}
