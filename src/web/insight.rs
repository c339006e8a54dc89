//! The part of the study that describes: lifecycle, movement, profiles, personas.

use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::{Study, Thrown};
use crate::customers::{Customers, order_days};
use crate::error::{Error, Step};
use crate::join::prospects;
use crate::lifecycle::{Gaps, LifecycleParams, LifecycleReport, lifecycle};
use crate::movement::{Movement, Ruler, earlier_customers, movement};
use crate::persona::Persona;
use crate::profile::ProfileReport;
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

    /// The divisions that can be described now.
    ///
    /// # Errors
    /// [`Error::NotReady`].
    pub fn divisions(&self) -> Result<Vec<Ts<Division>>, Thrown> {
        Err(Error::NotReady { step: Step::Customers }.into())
    }

    /// Profiles of a division's segments. `names` has one name per cluster.
    ///
    /// # Errors
    /// [`Error::NotReady`].
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over owned values")]
    pub fn profile(
        &mut self,
        division: Ts<Division>,
        names: Vec<String>,
    ) -> Result<Ts<ProfileReport>, Thrown> {
        let _ = (division.to_rust()?, names);
        Err(Error::NotReady { step: Step::Customers }.into())
    }

    /// A persona for each segment of the profile made last.
    ///
    /// # Errors
    /// [`Error::NotReady`].
    pub fn personas(&self) -> Result<Vec<Ts<Persona>>, Thrown> {
        Err(Error::NotReady { step: Step::Customers }.into())
    }
}

impl Study {
    /// A division of the customers as they are. `names` has one name per cluster.
    pub(super) fn segmentation(
        &self,
        division: &Division,
        names: Vec<String>,
    ) -> Result<Segmentation, Error> {
        if *division == Division::Clusters {
            return self.taken_segmentation(names);
        }
        self.divide(division, names, self.bought()?.1)
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
    fn bought(&self) -> Result<(&Transactions, &Customers), Error> {
        let transactions =
            self.transactions.as_ref().ok_or(Error::NotReady { step: Step::Read })?;
        let customers = self.customers.as_ref().ok_or(Error::NotReady { step: Step::Customers })?;
        Ok((transactions, customers))
    }
}
