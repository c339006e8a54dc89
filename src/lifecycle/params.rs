//! How stages are told.

use serde::{Deserialize, Serialize};

/// How stages are told; `None` takes what the repurchase gaps of the file say. All in days.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct LifecycleParams {
    /// A single order so recent is new; by default the warning gap.
    pub newness: Option<u32>,
    /// Longer silence is drowsy; by default the 80th percentile of all repurchase gaps.
    pub warning: Option<u32>,
    /// Longer silence is lost; by default the 90th percentile of all repurchase gaps.
    pub loss: Option<u32>,
    /// A customer with at least three orders is judged by his own median gap times this factor; the loss gap keeps
    /// its ratio to the warning gap.
    pub own_gap: Option<f64>,
}
