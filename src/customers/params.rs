//! How transactions become customers, and the check of it.

use serde::{Deserialize, Serialize};

use super::Marks;
use crate::error::Error;
use crate::mapping::Role;
use crate::transactions::{Chunk, Day, Transactions};

/// What is done with refunds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Refunds {
    /// They reduce M and never count in F or R.
    #[default]
    Net,
    /// They are left out and appear nowhere but in the counts.
    Drop,
    /// They do not touch M; each customer's refunds are told beside it.
    Separate,
}

/// Which order ids mark a refund, beside negative amounts and quantities.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum RefundMark {
    /// Ids of a C followed by digits, provided that all rows with such ids are negative.
    #[default]
    Auto,
    /// None.
    Never,
    /// Ids that start so.
    Prefix {
        /// The start.
        prefix: String,
    },
}

/// What M is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Monetary {
    /// Sum of net amounts.
    #[default]
    Sum,
    /// Mean per order: the sum over the number of purchase orders.
    MeanPerOrder,
}

/// How transactions become customers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct CustomersParams {
    /// What is done with refunds.
    pub refunds: Refunds,
    /// Which order ids mark a refund.
    pub refund_mark: RefundMark,
    /// What M is.
    pub monetary: Monetary,
    /// The as-of date as days since 1970-01-01; `None`: the day after the last transaction in the file.
    /// Later rows are not counted; a purchase on the day itself has R = 0.
    pub as_of: Option<Day>,
}

/// Params that hold for the transactions at hand.
#[derive(Debug)]
pub(super) struct CustomersPlan {
    pub(super) refunds: Refunds,
    pub(super) monetary: Monetary,
    pub(super) as_of: Day,
    pub(super) marks: Marks,
}

impl CustomersParams {
    /// Settles the as-of date and the orders that mark a refund.
    ///
    /// # Errors
    /// [`Error::NeedsTransactions`] when no column gives the customer, the day or the amount;
    /// [`Error::BadSetting`] for an empty prefix.
    pub(super) fn check(&self, transactions: &Transactions) -> Result<CustomersPlan, Error> {
        let missing = missing_roles(&transactions.chunks);
        if !missing.is_empty() {
            return Err(Error::NeedsTransactions { missing });
        }
        if matches!(&self.refund_mark, RefundMark::Prefix { prefix } if prefix.is_empty()) {
            return Err(Error::BadSetting {
                setting: "refundMark.prefix".into(),
                found: String::new(),
                expected: "not_empty".into(),
            });
        }
        Ok(CustomersPlan {
            refunds: self.refunds,
            monetary: self.monetary,
            as_of: self.as_of.or(transactions.last_day.map(|last| last + 1)).unwrap_or_default(),
            marks: Marks::find(&self.refund_mark, transactions),
        })
    }
}

fn missing_roles(chunks: &[Chunk]) -> Vec<Role> {
    let mut missing = Vec::new();
    if chunks.iter().all(|chunk| chunk.customer.is_empty()) {
        missing.push(Role::Customer);
    }
    if chunks.iter().all(|chunk| chunk.day.is_empty()) {
        missing.push(Role::Date);
    }
    if chunks.iter().all(|chunk| chunk.amount.is_empty()) {
        missing.push(Role::Amount);
    }
    missing
}
