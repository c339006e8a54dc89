//! Typed cells and columns: numbers, dates, money, ids.

mod money;

pub use money::{Money, MoneySum, sum_to_f64};

/// Distinct strings in order of first appearance.
#[derive(Debug, Default, Clone)]
pub struct Dictionary {}
