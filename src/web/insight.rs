//! The part of the study that tells of time: lifecycle and movement.

use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::{Study, Thrown};
use crate::customers::{Customers, order_days};
use crate::error::{Error, Step};
use crate::features::FeatureKey;
use crate::join::prospects;
use crate::lifecycle::{Gaps, LifecycleParams, LifecycleReport, lifecycle};
use crate::movement::{Movement, Ruler, earlier_customers, movement};
use crate::segments::{Division, Segmentation};
use crate::transactions::{Day, Transactions};

#[wasm_bindgen]
impl Study {
    /// Stages of the lifecycle, see [`lifecycle`]. The params are kept for what builds on the stages.
    ///
    /// # Errors
    /// [`Error::NotReady`], and those of [`lifecycle`].
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over owned values")]
    pub fn lifecycle(
        &mut self,
        params: Ts<LifecycleParams>,
    ) -> Result<Ts<LifecycleReport>, Thrown> {
        let params = params.to_rust()?;
        let (transactions, customers) = self.bought()?;
        let days = order_days(transactions, customers)?;
        let buyers = customers.code.iter().map(|&code| transactions.customers.get(code));
        let prospects = prospects(self.others.values(), buyers);
        let report = lifecycle(customers, &days, &params, prospects)?;
        self.lifecycle = params;
        self.described = None;
        Ok(report.into_ts()?)
    }

    /// Who moved between an earlier date and the as-of date. `names` has one name per cluster.
    ///
    /// # Errors
    /// [`Error::NotReady`], and those of [`earlier_customers`] and [`Ruler::divide`].
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over owned values")]
    pub fn movement(
        &self,
        division: Ts<Division>,
        names: Vec<String>,
        earlier: Day,
    ) -> Result<Ts<Movement>, Thrown> {
        let (transactions, today) = self.bought()?;
        let before = earlier_customers(transactions, today, earlier)?;
        let division = division.to_rust()?;
        let then = self.divide(&division, names.clone(), &before)?;
        let now = self.segmentation(&division, names)?;
        Ok(movement((&before, &then), (today, &now)).into_ts()?)
    }
}

impl Study {
    /// A division of the customers as they are. `names` has one name per cluster.
    pub(super) fn segmentation(
        &self,
        division: &Division,
        names: Vec<String>,
    ) -> Result<Segmentation, Error> {
        match division {
            Division::Clusters => self.taken_segmentation(names),
            Division::Attribute { name } => {
                let key = FeatureKey::Column { name: name.clone() };
                let column = self.source()?.attribute(name);
                column
                    .map(|column| Segmentation::of_column(&column))
                    .ok_or(Error::NoSuchFeature { feature: key })
            }
            _ => self.divide(division, names, self.bought()?.1),
        }
    }

    /// The division that holds for the customers of the study, told of customers on another date.
    fn divide(
        &self,
        division: &Division,
        names: Vec<String>,
        customers: &Customers,
    ) -> Result<Segmentation, Error> {
        let (transactions, today) = self.bought()?;
        let others = self.others.values();
        let divide = |ruler: Ruler<'_>| ruler.divide(transactions, customers, others);
        let scored = || self.rfm.as_ref().ok_or(Error::NotReady { step: Step::Rfm });
        match division {
            Division::Rfm => divide(Ruler::Rfm(&scored()?.params)),
            Division::Tiers => divide(Ruler::Tiers(&scored()?.params)),
            Division::Lifecycle => {
                let gaps = Gaps::of(today, &order_days(transactions, today)?);
                divide(Ruler::Lifecycle(&self.lifecycle.check(&gaps)?))
            }
            Division::Clusters => divide(Ruler::Clusters(&self.model(names)?)),
            Division::Attribute { name } => divide(Ruler::Attribute(name)),
        }
    }

    /// The transactions, and the customers folded from them.
    pub(super) fn bought(&self) -> Result<(&Transactions, &Customers), Error> {
        let transactions =
            self.transactions.as_ref().ok_or(Error::NotReady { step: Step::Read })?;
        let customers = self.customers.as_ref().ok_or(Error::NotReady { step: Step::Customers })?;
        Ok((transactions, customers))
    }
}
