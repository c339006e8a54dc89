//! Checked params: what reading needs to know.

use super::{DateOrder, DecimalMark, ImportParams, Role, folded};
use crate::error::Error;

/// Where the amount of a row comes from; columns are counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AmountFrom {
    /// A column of amounts.
    Amount(u32),
    /// Quantity times price.
    Product {
        /// Column of quantities.
        quantity: u32,
        /// Column of prices.
        price: u32,
    },
}

/// How a file is read: params that were checked. Columns are counted from 0.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadPlan {
    /// The params this plan was made from.
    pub params: ImportParams,
    /// Names of all columns; empty where there is none.
    pub names: Vec<String>,
    /// The customer's id.
    pub customer: Option<u32>,
    /// Order or invoice number.
    pub order: Option<u32>,
    /// Day of the transaction.
    pub date: Option<u32>,
    /// Amount, or quantity and price.
    pub amount: Option<AmountFrom>,
    /// Quantity, whose sign marks a return.
    pub quantity: Option<u32>,
    /// Category, channel and region, as far as mapped, in this order; then the other columns of repeated text, by
    /// their names as the numeric ones.
    pub attributes: Vec<(Role, u32)>,
    /// Numeric columns, by their names and not by their places, so that the files of a stack agree.
    pub measures: Vec<u32>,
    /// The order of day and month to read by.
    pub date_order: DateOrder,
    /// The decimal mark to read by.
    pub decimal: DecimalMark,
}

/// Checks params against the columns that are there.
///
/// # Errors
/// [`Error::BadMapping`] if two columns play one role other than [`Role::Measure`] and [`Role::Attribute`], or a role is given to a column
/// that does not exist.
pub fn check(params: &ImportParams, names: &[String]) -> Result<ReadPlan, Error> {
    let column = |role: Role| -> Result<Option<u32>, Error> {
        let columns: Vec<u32> = (0..)
            .zip(&params.roles)
            .filter(|&(_, played)| *played == Some(role))
            .map(|(column, _)| column)
            .collect();
        match columns[..] {
            [] => Ok(None),
            [column] if (column as usize) < names.len() => Ok(Some(column)),
            _ => Err(Error::BadMapping { role, columns }),
        }
    };
    let quantity = column(Role::Quantity)?;
    let price = column(Role::Price)?;
    let amount = match (column(Role::Amount)?, quantity, price) {
        (Some(amount), ..) => Some(AmountFrom::Amount(amount)),
        (None, Some(quantity), Some(price)) => Some(AmountFrom::Product { quantity, price }),
        _ => None,
    };
    let mut attributes = Vec::new();
    for role in [Role::Category, Role::Channel, Role::Region] {
        attributes.extend(column(role)?.map(|column| (role, column)));
    }
    let others = repeated(Role::Attribute, params, names)?;
    attributes.extend(others.into_iter().map(|column| (Role::Attribute, column)));
    Ok(ReadPlan {
        measures: repeated(Role::Measure, params, names)?,
        params: params.clone(),
        names: names.to_vec(),
        customer: column(Role::Customer)?,
        order: column(Role::Order)?,
        date: column(Role::Date)?,
        amount,
        quantity,
        attributes,
        date_order: params.date_order.or(params.date_guess).unwrap_or(DateOrder::MonthFirst),
        decimal: params.decimal.or(params.decimal_guess).unwrap_or(DecimalMark::Point),
    })
}

/// The columns of a role that any number of them can play.
fn repeated(role: Role, params: &ImportParams, names: &[String]) -> Result<Vec<u32>, Error> {
    let columns = (0..).zip(&params.roles).filter(|(_, played)| **played == Some(role));
    let mut columns: Vec<u32> = columns.map(|(column, _)| column).collect();
    if columns.iter().any(|&column| column as usize >= names.len()) {
        return Err(Error::BadMapping { role, columns });
    }
    // The sort is stable: of two columns of one name the first stays first.
    columns.sort_by_cached_key(|&column| folded(&names[column as usize]));
    Ok(columns)
}
