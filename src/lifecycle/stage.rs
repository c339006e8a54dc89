//! The stages.

use serde::{Deserialize, Serialize};

use crate::segments::{Label, Segmentation};

/// A stage of the lifecycle, in the order of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// One order, and it lies within the newness window.
    New,
    /// Not silent for longer than the warning gap.
    Active,
    /// Not silent for longer than the warning gap, and the last order came after a gap that counted as lost.
    Returned,
    /// Silent for longer than the warning gap.
    Drowsy,
    /// Silent for longer than the loss gap.
    Lost,
}

impl Stage {
    /// All stages, in their order. Prospects are no customers yet and are counted apart.
    pub const ALL: [Self; 5] = [Self::New, Self::Active, Self::Returned, Self::Drowsy, Self::Lost];

    /// Its name in records and among the names of a segmentation.
    ///
    /// ```
    /// use segmentlab::lifecycle::Stage;
    /// assert_eq!(Stage::ALL.map(Stage::name), ["new", "active", "returned", "drowsy", "lost"]);
    /// ```
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Active => "active",
            Self::Returned => "returned",
            Self::Drowsy => "drowsy",
            Self::Lost => "lost",
        }
    }
}

impl From<&[Stage]> for Segmentation {
    /// One segment per stage, in the order of [`Stage::ALL`], those without customers too.
    fn from(stages: &[Stage]) -> Self {
        Self {
            names: Stage::ALL.map(|stage| stage.name().to_owned()).to_vec(),
            labels: stages.iter().map(|&stage| Label::Segment(stage as u16)).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_segment_is_its_place_among_the_stages() {
        let segmentation = Segmentation::from([Stage::Lost, Stage::New].as_slice());
        assert_eq!(segmentation.labels, [Label::Segment(4), Label::Segment(0)]);
        for (at, stage) in Stage::ALL.into_iter().enumerate() {
            assert_eq!(segmentation.names[at], stage.name());
            assert_eq!(serde_json::to_value(stage).unwrap(), stage.name());
        }
    }
}
