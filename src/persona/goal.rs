//! What to aim at.

use super::{Goal, PersonaTraits};
use crate::features::FeatureKey;
use crate::profile::{ProfileReport, SegmentProfile, TraitKey, TraitProfile, TraitSpread};

/// How the medians of R, F and M of a segment stand against those of all customers with a segment; `None` where one of
/// the three is not among the traits.
pub(super) fn persona_traits(
    report: &ProfileReport,
    segment: &SegmentProfile,
) -> Option<PersonaTraits> {
    let medians = |feature: FeatureKey| {
        let key = TraitKey::Figure { feature };
        let at = report.traits.iter().position(|one| one.key == key)?;
        match (&segment.traits[at], &report.traits[at].spread) {
            (
                TraitProfile::Figure { spread: Some(own), .. },
                TraitSpread::Figure { spread: all },
            ) => Some((own.quartiles[1], all.quartiles[1])),
            _ => None,
        }
    };
    let (recency, recency_overall) = medians(FeatureKey::Recency)?;
    let (frequency, frequency_overall) = medians(FeatureKey::Frequency)?;
    let (monetary, monetary_overall) = medians(FeatureKey::Monetary)?;
    Some(PersonaTraits {
        recent: recency <= recency_overall,
        frequent: frequency >= frequency_overall,
        valuable: monetary >= monetary_overall,
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
