//! The stages.

use serde::{Deserialize, Serialize};

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
}
