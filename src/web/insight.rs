//! The part of the study that describes: lifecycle, movement, profiles, personas.

use tsify::Ts;
use wasm_bindgen::prelude::*;

use super::{Study, Thrown};
use crate::error::{Error, Step};
use crate::lifecycle::{LifecycleParams, LifecycleReport};
use crate::movement::Movement;
use crate::persona::Persona;
use crate::profile::ProfileReport;
use crate::segments::Division;
use crate::transactions::Day;

#[wasm_bindgen]
impl Study {
    /// Stages of the lifecycle.
    ///
    /// # Errors
    /// [`Error::NotReady`].
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over owned values")]
    pub fn lifecycle(
        &mut self,
        params: Ts<LifecycleParams>,
    ) -> Result<Ts<LifecycleReport>, Thrown> {
        let _ = params.to_rust()?;
        Err(Error::NotReady { step: Step::Customers }.into())
    }

    /// Who moved between an earlier date and the as-of date. `names` has one name per cluster.
    ///
    /// # Errors
    /// [`Error::NotReady`].
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over owned values")]
    pub fn movement(
        &self,
        division: Ts<Division>,
        names: Vec<String>,
        earlier: Day,
    ) -> Result<Ts<Movement>, Thrown> {
        let _ = (division.to_rust()?, names, earlier);
        Err(Error::NotReady { step: Step::Customers }.into())
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
