//! What is asked of coverage.

use serde::{Deserialize, Serialize};

use super::{Span, Stands, TierShares};
use crate::features::FeatureKey;
use crate::segments::Division;
use crate::table::Day;

/// Coverage as it is asked for; `None` is what the files say by themselves, see [`CoverageReport`](super::CoverageReport).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CoverageParams {
    /// One to three; they make the cells.
    pub dimensions: Option<Vec<GridDimension>>,
    /// Who should be covered.
    pub roster: Option<Roster>,
    /// What a touch is.
    pub touched: Option<TouchKind>,
    /// Touches in the period from which on a customer counts as covered, at least 1.
    pub touches: u32,
    /// The period that is told of.
    pub period: Option<Span>,
    /// The period before, to compare with.
    pub before: Option<Span>,
    /// Touches of the period after this day are scheduled, not made.
    pub as_of: Option<Day>,
    /// Part of the customers of a cell that should be covered, 0 to 1, where the targets do not say it.
    pub target: f64,
    /// Columns of the file of targets.
    pub targets: Option<TargetColumns>,
    /// What customers could bring.
    pub potential: Option<Potential>,
    /// What the visit plan goes by.
    pub tier: Option<GridDimension>,
    /// What [`GridDimension::Score`] goes by.
    pub score: TierScore,
    /// Touches planned for each customer of a tier; other tiers have the usual plan.
    pub plan: Vec<PlanLine>,
    /// Who looks after the customers.
    pub owner: Option<GridDimension>,
    /// Touches that an owner can make in a month, where that is known.
    pub capacity: Option<f64>,
    /// The same for single owners.
    pub capacities: Vec<Capacity>,
    /// The column of contacts that says whether something was sold, and the value that says yes.
    pub outcome: Option<Outcome>,
    /// What makes a segment attractive, and one's stand in it strong.
    pub stands: Stands,
}

impl Default for CoverageParams {
    fn default() -> Self {
        Self {
            dimensions: None,
            roster: None,
            touched: None,
            touches: 1,
            period: None,
            before: None,
            as_of: None,
            target: 0.9,
            targets: None,
            potential: None,
            tier: None,
            score: TierScore::default(),
            plan: Vec::new(),
            owner: None,
            capacity: None,
            capacities: Vec::new(),
            outcome: None,
            stands: Stands::default(),
        }
    }
}

/// What cells can be made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum GridDimension {
    /// A division of the customers; columns among them.
    Division {
        /// Which one.
        division: Division,
    },
    /// High, middle and low by [`CoverageParams::score`].
    Score,
    /// A column of the contacts: of each customer the value of most contacts, of equally frequent ones that of the
    /// latest.
    Contact {
        /// Its name.
        name: String,
    },
}

/// Who should be covered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Roster {
    /// The customers of a customer file.
    Listed,
    /// The customers with a purchase.
    Buyers,
}

/// What a touch is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum TouchKind {
    /// A row of a contact file.
    Contacts,
    /// A purchase order.
    Purchases,
}

/// Columns of the file of targets by their names; `None` for what it does not say.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TargetColumns {
    /// Part of the customers that should be covered.
    pub rate: Option<String>,
    /// Customers of the market.
    pub universe: Option<String>,
    /// Own sales aimed at.
    pub sales: Option<String>,
    /// Sales of all.
    pub market: Option<String>,
    /// Sales of all in the period before.
    pub market_before: Option<String>,
    /// Only rows with this value count, as those of one quarter.
    pub only: Option<Only>,
}

/// Rows with a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct Only {
    /// The column.
    pub column: String,
    /// The value.
    pub value: String,
}

/// A column that says what customers could bring.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct Potential {
    /// Its name.
    pub column: String,
    /// For how long.
    pub per: Per,
}

/// The time that a figure is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Per {
    /// A month.
    Month,
    /// Three months.
    Quarter,
    /// Twelve months.
    Year,
    /// The period that is told of, whatever its length.
    Period,
}

impl Per {
    /// How often it fits into a span.
    #[must_use]
    pub fn times(self, span: Span) -> f64 {
        match self {
            Self::Month => span.months(),
            Self::Quarter => span.months() / 3.0,
            Self::Year => span.months() / 12.0,
            Self::Period => 1.0,
        }
    }
}

/// What tiers by a score go by.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct TierScore {
    /// The figures and how much each matters; without any, potential, or else value.
    pub criteria: Vec<WeightedFigure>,
    /// Which part of the customers is high, and which middle.
    pub shares: TierShares,
}

/// A figure of the customers and how much it matters.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct WeightedFigure {
    /// The figure.
    pub figure: TierFigure,
    /// Among the others, not negative.
    pub weight: f64,
}

/// Figures that customers can be ranked by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum TierFigure {
    /// Net amount in the period.
    Value,
    /// What they could bring.
    Potential,
    /// Touches in the period: how close they are.
    Closeness,
    /// A feature: a figure of the orders, or a numeric column.
    Feature {
        /// Which one.
        key: FeatureKey,
    },
}

/// The plan of a tier.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlanLine {
    /// Its name.
    pub tier: String,
    /// Touches of each customer in a month.
    pub per_month: f64,
}

/// What an owner can do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Capacity {
    /// Who.
    pub owner: String,
    /// Touches in a month.
    pub per_month: f64,
}

/// The value of a column of contacts that says that something was sold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// The column.
    pub column: String,
    /// The value.
    pub value: String,
}
