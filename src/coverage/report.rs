//! What is told of coverage.

use serde::Serialize;

use super::{
    CellMarket, Checks, Compliance, CoverageParams, GridDimension, MarketReport, ReachReport,
    Stance,
};
use crate::table::Day;

/// Coverage of all cells, and all that is told beside it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct CoverageReport {
    /// What was asked, with what the files say by themselves filled in. What stays `None` is not there.
    pub params: CoverageParams,
    /// What is there.
    pub inputs: CoverageInputs,
    /// Length of the period, see [`Span::months`](super::Span::months); `None` without touches and orders.
    pub months: Option<f64>,
    /// Coverage in the period.
    pub now: ReachReport,
    /// In the period before, of the same customers against the same targets; `None` where no touch of it is known.
    pub before: Option<ReachReport>,
    /// Customers by what changed since, per cell; empty without a period before.
    pub moved: Vec<Moved>,
    /// Against the plan, per tier in their order; empty without tiers or touches.
    pub tiers: Vec<TierPlan>,
    /// The plan of all customers, those in no cell and without a tier too.
    pub plan: Option<Compliance>,
    /// The plan of each cell; empty without tiers or touches.
    pub plans: Vec<Compliance>,
    /// Per owner, the one with most customers first; empty without owners.
    pub owners: Vec<OwnerReport>,
    /// Customers whom nobody looks after; `None` without owners.
    pub unowned: Option<u32>,
    /// Visits and those with a sale, of all and per cell; `None` and empty where the contacts do not tell.
    pub strike: Option<Strike>,
    /// Per cell.
    pub strikes: Vec<Strike>,
    /// What the market is in each cell, and what one sells there.
    pub markets: Vec<CellMarket>,
    /// Sales aimed at, per cell; empty where no target says it.
    pub sales_targets: Vec<Option<f64>>,
    /// Against the market.
    pub market: MarketReport,
    /// Place of each cell in the grid of three by three.
    pub stances: Vec<Stance>,
    /// Whether each cell can be worked with.
    pub checks: Vec<Checks>,
    /// What was noticed.
    pub issues: Vec<CoverageIssue>,
}

/// What coverage could be told from.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct CoverageInputs {
    /// Customers who should be covered.
    pub customers: u32,
    /// There is a customer file.
    pub listed: bool,
    /// There are orders.
    pub orders: bool,
    /// There are contacts.
    pub contacts: bool,
    /// Touches that are known of the customers, and their first and last day.
    pub touches: Option<KnownTouches>,
    /// Rows of the targets that count; `None` without such a file.
    pub target_rows: Option<u64>,
    /// Numeric columns of that file.
    pub target_figures: Vec<String>,
    /// Values of the column of its periods.
    pub target_periods: Vec<String>,
    /// Own sales are known.
    pub value: bool,
    /// Cells can be made of these.
    pub dimensions: Vec<OfferedDimension>,
    /// Numeric columns that may say what customers could bring.
    pub figures: Vec<String>,
    /// Columns of contacts with their values, which may say whether something was sold.
    pub outcomes: Vec<OutcomeColumn>,
}

/// Something that cells can be made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct OfferedDimension {
    /// What.
    pub dimension: GridDimension,
    /// How many segments it has.
    pub segments: u32,
}

/// A column of contacts with few values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct OutcomeColumn {
    /// Its name.
    pub name: String,
    /// Its values.
    pub values: Vec<String>,
}

/// Touches that are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct KnownTouches {
    /// How many, whenever they were.
    pub count: u32,
    /// In the period, up to the as-of date.
    pub in_period: u32,
    /// In the period, after it.
    pub scheduled: u32,
    /// First day.
    pub first: Day,
    /// Last day.
    pub last: Day,
}

/// Customers of a cell by whether they were covered before and are now.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Moved {
    /// Both times.
    pub kept: u32,
    /// Only now.
    pub gained: u32,
    /// Only before.
    pub lost: u32,
}

/// A tier against its plan.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct TierPlan {
    /// Its name.
    pub tier: String,
    /// Touches planned for each customer in a month.
    pub per_month: f64,
    /// In the period.
    pub planned: u32,
    /// What came of it.
    pub compliance: Compliance,
}

/// One who looks after customers.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct OwnerReport {
    /// Who.
    pub owner: String,
    /// Customers.
    pub customers: u32,
    /// Of them those covered; `None` where touches are not known.
    pub covered: Option<u32>,
    /// The same in the period before.
    pub covered_before: Option<u32>,
    /// Value of the customers in the period.
    pub value: Option<f64>,
    /// Potential of those not covered.
    pub at_stake: Option<f64>,
    /// Against the plan; `None` without tiers or touches.
    pub compliance: Option<Compliance>,
    /// Visits to the customers, and those with a sale.
    pub strike: Option<Strike>,
}

/// Visits, and those with a sale.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Strike {
    /// All of the period.
    pub visits: u32,
    /// Those with a sale.
    pub sales: u32,
}

/// Something noticed about the inputs, with how often.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct CoverageIssue {
    /// What.
    pub code: CoverageIssueCode,
    /// How often.
    pub count: u64,
    /// The first ones: ids of customers, or names of cells.
    pub examples: Vec<String>,
}

/// What can be noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum CoverageIssueCode {
    /// Contacts of customers who are not on the list; left out.
    TouchesUnlisted,
    /// Customers who bought and are not on the list; left out.
    BuyersUnlisted,
    /// Customers without a value in one of the dimensions; in no cell.
    Outside,
    /// Targets for cells that the customers do not have; left out.
    TargetUnknown,
    /// A second target for the same cell; left out.
    TargetRepeated,
    /// A target rate above 1; not used.
    TargetAboveOne,
    /// Target rates given in percent, without the sign.
    TargetPercent,
    /// A negative figure of a target; not used.
    TargetNegative,
    /// Targets that name none of the dimensions; left out.
    TargetsElsewhere,
    /// A negative potential; taken for unknown.
    NegativePotential,
    /// Customers without a potential, where others have one.
    UnknownPotential,
    /// No touch lies in the period.
    EmptyPeriod,
    /// Customers without a tier; they have no plan.
    WithoutTier,
    /// Cells in which own figures are above those of the market.
    BeyondMarket,
    /// Cells whose own sales are below zero, taken for none against the market.
    NegativeSales,
}
