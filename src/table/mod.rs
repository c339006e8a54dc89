//! Typed cells and columns: numbers, dates, money, ids.

mod dictionary;
mod interner;
mod money;

pub use dictionary::Dictionary;
pub use interner::Interner;
pub use money::{Money, MoneySum, sum_to_f64};

use serde::{Deserialize, Serialize};

/// A calendar day, counted from 1970-01-01.
#[cfg_attr(target_arch = "wasm32", tsify::declare)]
pub type Day = i32;

/// Order of day and month where digits alone do not tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// Year first: 2017-04-27, 2017/4/27, 20170427, 2017年4月27日.
    YearFirst,
    /// Day first: 27.04.2017.
    DayFirst,
    /// Month first: 4/27/2017.
    MonthFirst,
}

/// The decimal mark of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum DecimalMark {
    /// 1,234.56
    Point,
    /// 1.234,56
    Comma,
}

/// How many cells of the date column each order of day and month can read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct DateEvidence {
    /// Only year first (or a form that names the month).
    pub unambiguous: u64,
    /// Only day first.
    pub day_first: u64,
    /// Only month first.
    pub month_first: u64,
    /// Day first as well as month first.
    pub both: u64,
}

/// How many cells of the number columns each decimal mark can read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct NumberEvidence {
    /// Neither mark occurs: 1234.
    pub plain: u64,
    /// Only with a decimal point: 12.50, 1,234.56.
    pub point: u64,
    /// Only with a decimal comma: 12,50, 1.234,56.
    pub comma: u64,
    /// With either: 1,234 or 1.234.
    pub both: u64,
}
