//! The part of the study that describes: profiles and personas of a division.

use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::{Study, Thrown};
use crate::customers::trends;
use crate::error::Error;
use crate::persona::Persona;
use crate::profile::{Profile, ProfileReport, profile, traits};
use crate::segments::{Division, Segmentation};

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
        Ok(self.described.insert(described).report.into_ts()?)
    }

    /// A persona for each segment of the profile made last.
    ///
    /// # Errors
    /// [`Error::NotReady`].
    pub fn personas(&self) -> Result<Vec<Ts<Persona>>, Thrown> {
        Ok(Vec::new())
    }
}

impl Study {
    fn found_divisions(&self) -> Result<Vec<Division>, Error> {
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

    fn described(&self, division: &Division, names: Vec<String>) -> Result<Profile, Error> {
        let segmentation = self.segmentation(division, names)?;
        let traits = traits(&self.source()?)?;
        let groups = segmentation.names.len();
        let trends = self.bought().ok().map(|(transactions, customers)| {
            trends(transactions, customers, groups, |at| segmentation.labels[at].segment())
        });
        let value = self.values();
        Ok(profile(&traits, &segmentation, division, value.as_deref(), trends.transpose()?))
    }
}
