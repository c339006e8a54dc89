//! Where features come from.

use serde::Serialize;

use super::{Ascending, FeatureKey};
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

/// What can be said of every customer with a purchase.
const KEYS: [FeatureKey; 6] = [
    FeatureKey::Recency,
    FeatureKey::Frequency,
    FeatureKey::Monetary,
    FeatureKey::Basket,
    FeatureKey::Cadence,
    FeatureKey::Tenure,
];

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
        KEYS.into_iter().filter_map(|key| FeatureInfo::of(&self.column(&key).ok()?, key)).collect()
    }

    /// One value per customer, in the order of the customers, NaN where it is missing.
    ///
    /// # Errors
    /// [`Error::NoSuchFeature`].
    pub fn column(&self, key: &FeatureKey) -> Result<Vec<f64>, Error> {
        let customers = self.customers;
        let days = |from: i32, to: i32| (i64::from(to) - i64::from(from)) as f64;
        Ok(match key {
            FeatureKey::Recency => customers.recency.iter().map(|&days| days.into()).collect(),
            FeatureKey::Frequency => customers.frequency.iter().map(|&n| n.into()).collect(),
            FeatureKey::Monetary => customers.monetary.iter().map(|m| m.to_f64()).collect(),
            FeatureKey::Basket => {
                let orders = customers.frequency.iter().map(|&orders| f64::from(orders));
                customers.net.iter().zip(orders).map(|(net, n)| net.to_f64() / n).collect()
            }
            FeatureKey::Cadence => {
                let purchases = customers.first.iter().zip(&customers.last);
                let gaps = customers.frequency.iter().map(|&orders| f64::from(orders) - 1.0);
                let cadence = |(first, last), gaps| {
                    if gaps > 0.0 { days(first, last) / gaps } else { f64::NAN }
                };
                purchases.zip(gaps).map(|((&f, &l), gaps)| cadence((f, l), gaps)).collect()
            }
            FeatureKey::Tenure => {
                customers.first.iter().map(|&first| days(first, customers.as_of)).collect()
            }
            _ => return Err(Error::NoSuchFeature { feature: key.clone() }),
        })
    }
}

impl FeatureInfo {
    /// How values spread; `None` where all are missing.
    fn of(values: &[f64], key: FeatureKey) -> Option<Self> {
        let known = Ascending::of(values.iter().copied());
        let (min, max) = known.range()?;
        Some(Self {
            key,
            missing: (values.len() - known.values().len()) as u32,
            distinct: known.distinct() as u32,
            min,
            median: known.quantile(0.5),
            mean: known.moments().mean,
            max,
            skewness: known.skewness(),
        })
    }
}
