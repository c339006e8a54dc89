//! The part of the study that describes: profiles and personas of a division.

use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::{Study, Thrown};
use crate::customers::{order_days, trends};
use crate::error::{Error, Step};
use crate::lifecycle::{Gaps, stages};
use crate::persona::{Buying, Persona, personas};
use crate::profile::{Profile, ProfileReport, profile, traits};
use crate::segments::{Division, Segmentation};

/// A profile, and the division that it is of.
#[derive(Debug)]
pub(super) struct Described {
    profile: Profile,
    segmentation: Segmentation,
}

#[wasm_bindgen]
impl Study {
    /// The divisions that can be described now.
    ///
    /// # Errors
    /// [`Error::NotReady`].
    pub fn divisions(&self) -> Result<Vec<Ts<Division>>, Thrown> {
        let found = self.found_divisions()?;
        Ok(found.iter().map(Tsify::into_ts).collect::<Result<_, _>>()?)
    }

    /// Profiles of a division's segments, see [`profile`]. `names` has one name per cluster.
    ///
    /// # Errors
    /// [`Error::NotReady`], and those of [`traits`] and [`trends`].
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over owned values")]
    pub fn profile(
        &mut self,
        division: Ts<Division>,
        names: Vec<String>,
    ) -> Result<Ts<ProfileReport>, Thrown> {
        self.described = None;
        let described = self.described(&division.to_rust()?, names)?;
        Ok(self.described.insert(described).profile.report.into_ts()?)
    }

    /// A persona for each segment of the profile made last, see [`personas`].
    ///
    /// # Errors
    /// [`Error::NotReady`], and those of [`personas`].
    pub fn personas(&self) -> Result<Vec<Ts<Persona>>, Thrown> {
        let found = self.made_personas()?;
        Ok(found.iter().map(Tsify::into_ts).collect::<Result<_, _>>()?)
    }
}

impl Study {
    pub(super) fn found_divisions(&self) -> Result<Vec<Division>, Error> {
        let source = self.source()?;
        let mut found = Vec::new();
        if self.rfm.is_some() {
            found.extend([Division::Rfm, Division::Tiers]);
        }
        if self.taken_segmentation(Vec::new()).is_ok() {
            found.push(Division::Clusters);
        }
        if self.customers.is_some() {
            found.push(Division::Lifecycle);
        }
        let columns = source.attributes().into_iter().filter(|(name, _)| {
            let values = source.attribute(name).map_or(0, |column| column.names.len());
            (2..=Segmentation::MOST_VALUES).contains(&values)
        });
        found.extend(columns.map(|(name, _)| Division::Attribute { name }));
        Ok(found)
    }

    fn described(&self, division: &Division, names: Vec<String>) -> Result<Described, Error> {
        let segmentation = self.segmentation(division, names)?;
        let traits = traits(&self.source()?)?;
        let groups = segmentation.names.len();
        let trends = self.bought().ok().map(|(transactions, customers)| {
            trends(transactions, customers, groups, |at| segmentation.labels[at].segment())
        });
        let value = self.values();
        let profile =
            profile(&traits, &segmentation, division, value.as_deref(), trends.transpose()?);
        Ok(Described { profile, segmentation })
    }

    fn made_personas(&self) -> Result<Vec<Persona>, Error> {
        let missing = Error::NotReady { step: Step::Customers };
        let Described { profile, segmentation } = self.described.as_ref().ok_or(missing)?;
        let source = self.source()?;
        let Ok((transactions, customers)) = self.bought() else {
            return personas(profile, segmentation, &source, None);
        };
        let days = &order_days(transactions, customers)?;
        let thresholds = self.lifecycle.check(&Gaps::of(customers, days))?;
        let stages = &stages(customers, days, &thresholds);
        let buying = Buying { transactions, customers, days, stages };
        personas(profile, segmentation, &source, Some(buying))
    }
}
