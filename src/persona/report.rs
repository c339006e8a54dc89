//! What personas are made of.

use serde::{Deserialize, Serialize};

use crate::lifecycle::Stage;

/// A segment as a card. Its size, value and what sets it apart stand in the profile of the same place.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Persona {
    /// Its place among the names of the division, as in `SegmentProfile::segment`.
    pub segment: u32,
    /// How R, F and M stand against all; `None` for a customer file.
    pub traits: Option<PersonaTraits>,
    /// Buying habit; `None` for a customer file.
    pub habit: Option<Habit>,
    /// Stages of the lifecycle, in the order of [`Stage::ALL`]; empty for a customer file.
    pub stages: Vec<LifeStage>,
    /// A real customer, the one nearest to the mean of the segment; `None` where no figure tells customers apart, and
    /// where there are fewer than five.
    pub example: Option<PersonaExample>,
    /// How to go on with them.
    pub plan: ContactPlan,
}

/// Whether a segment is as good as all or better: as recent, as many orders, as much money. By the medians, and where
/// these are equal by the means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct PersonaTraits {
    /// R.
    pub recent: bool,
    /// F.
    pub frequent: bool,
    /// M.
    pub valuable: bool,
}

/// How they buy. Shares are of purchase orders (weekday, month) or of purchase rows with a value (category, channel).
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Habit {
    /// Purchase orders.
    pub orders: u64,
    /// Mean net amount per order.
    pub basket: f64,
    /// The same of all customers with a segment.
    pub basket_overall: f64,
    /// Repurchase gaps.
    pub gaps: u64,
    /// Their quartiles in days; `None` where nobody came back.
    pub gap: Option<[f64; 3]>,
    /// Median gap of all customers with a segment.
    pub gap_overall: Option<f64>,
    /// The weekday that stands out most above all customers, `1` is Monday; of what stands out see
    /// [`personas`](super::personas).
    pub weekday: Option<Peak>,
    /// The calendar month that stands out most, `1` is January; `None` where the file covers less than a year.
    pub month: Option<Peak>,
    /// The category of most purchase rows.
    pub category: Option<Peak>,
    /// The channel of most purchase rows.
    pub channel: Option<Peak>,
}

/// A value and how it stands in the segment against all customers.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Peak {
    /// The value.
    pub value: String,
    /// Orders or rows with it.
    pub count: u64,
    /// All of the segment.
    pub of: u64,
    /// Share in the segment.
    pub share: f64,
    /// Share among all customers.
    pub overall: f64,
    /// 100 times the one over the other.
    pub index: f64,
}

/// A stage within a segment.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct LifeStage {
    /// Which.
    pub stage: Stage,
    /// Customers of the segment in it.
    pub customers: u32,
    /// Share of the segment.
    pub share: f64,
    /// Share of all customers.
    pub overall: f64,
}

/// A real customer. The id is for the file's owner alone: the page masks it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct PersonaExample {
    /// The first and the last character of the id, the rest as asterisks; ids of up to three characters wholly so.
    pub masked: String,
    /// One entry per trait of the profile: the figure, `None` where it is missing or no figure.
    pub figures: Vec<Option<f64>>,
    /// One entry per trait of the profile: the category, `None` where it is missing or no category.
    pub categories: Vec<Option<String>>,
}

/// What to aim at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Goal {
    /// Recent, frequent, valuable: keep and reward.
    Reward,
    /// Recent and valuable, few orders: bring back sooner.
    Repeat,
    /// Frequent and valuable, not recent: reach before they are gone.
    Retain,
    /// Valuable once, neither recent nor frequent: win back.
    WinBack,
    /// Recent and frequent, little money: raise the amount per order.
    Upsell,
    /// Recent, neither frequent nor valuable: a second order.
    SecondOrder,
    /// Frequent, not recent, little money: remind.
    Remind,
    /// Neither: only what costs little.
    LowCost,
    /// Without orders the data cannot tell.
    Unknown,
}

/// Where a plan starts; the user goes on from there.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct ContactPlan {
    /// What to aim at.
    pub goal: Goal,
    /// The channel that stands out most above all customers.
    pub channel: Option<Peak>,
    /// The category that stands out most.
    pub content: Option<Peak>,
    /// Days between contacts: the median repurchase gap of the segment.
    pub every: Option<u32>,
}
