//! What a division is told by.

use crate::cluster::ClusterModel;
use crate::customers::{Customers, order_days};
use crate::error::Error;
use crate::features::{FeatureKey, FeatureSource};
use crate::join::Ids;
use crate::lifecycle::{Thresholds, stages};
use crate::rfm::{RfmParams, score};
use crate::segments::Segmentation;
use crate::transactions::Transactions;

/// What a division is told by, so that it can be told of the same customers on another date.
///
/// Scores and tiers are relative: they are cut anew on each date, by the same params. The gaps of the lifecycle and the
/// centroids of clusters stay: those of one date hold for the other, so that customers move and not the ruler.
#[derive(Debug, Clone, Copy)]
pub enum Ruler<'a> {
    /// Segments of scores.
    Rfm(&'a RfmParams),
    /// Value tiers.
    Tiers(&'a RfmParams),
    /// Stages of the lifecycle.
    Lifecycle(&'a Thresholds),
    /// Clusters.
    Clusters(&'a ClusterModel),
    /// A column of repeated text.
    Attribute(&'a str),
}

impl Ruler<'_> {
    /// Divides customers, who come from these transactions; `others` are files whose columns are joined to them.
    /// Customers who lack a feature of the clusters or the text are unassigned.
    ///
    /// # Errors
    /// Those of [`score`], [`order_days`] and [`ClusterModel::assign`]; [`Error::NoSuchFeature`] for a column that is
    /// not there.
    pub fn divide<'f>(
        &self,
        transactions: &Transactions,
        customers: &Customers,
        others: impl IntoIterator<Item = &'f Ids>,
    ) -> Result<Segmentation, Error> {
        let source = || {
            others
                .into_iter()
                .fold(FeatureSource::new(transactions, customers), |all, one| all.joined(one))
        };
        match *self {
            Self::Rfm(params) => Ok(Segmentation::from(&score(customers, params)?)),
            Self::Tiers(params) => Ok(Segmentation::of_tiers(&score(customers, params)?)),
            Self::Lifecycle(thresholds) => {
                let days = order_days(transactions, customers)?;
                Ok(Segmentation::from(stages(customers, &days, thresholds).as_slice()))
            }
            Self::Clusters(model) => {
                let source = source();
                let columns = model.features.features.iter().map(|one| source.column(&one.key));
                let assigned = model.assign(columns.collect::<Result<_, _>>()?)?;
                let (clusters, rows) = (&assigned.clusters, &assigned.prepared.customers);
                let names = model.names.clone();
                Ok(Segmentation::of_clusters(clusters, rows, customers.len(), names))
            }
            Self::Attribute(name) => {
                let key = FeatureKey::Column { name: name.to_owned() };
                let column =
                    source().attribute(name).ok_or(Error::NoSuchFeature { feature: key })?;
                Ok(Segmentation::of_column(&column))
            }
        }
    }
}
