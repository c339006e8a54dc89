//! The handle that does units of a sweep in a pool worker.

use ndarray::ArrayView2;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::Thrown;
use crate::cluster::{self, ClusterParams, Unit, UnitResult};
use crate::error::{Error, Step};

/// Does units of a sweep.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Clusterer(cluster::Clusterer);

#[wasm_bindgen]
impl Clusterer {
    /// Takes the matrix in, row by row.
    ///
    /// # Errors
    /// [`Error::NotReady`] for a matrix whose rows are not all of a length.
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over owned values")]
    #[wasm_bindgen(constructor)]
    pub fn new(matrix: &[f64], columns: u32, params: Ts<ClusterParams>) -> Result<Self, Thrown> {
        let columns = columns as usize;
        let rows = matrix.len() / columns.max(1);
        let matrix = ArrayView2::from_shape((rows, columns), matrix)
            .map_err(|_| Error::NotReady { step: Step::Features })?;
        Ok(Self(cluster::Clusterer::new(matrix, params.to_rust()?)))
    }

    /// Does a unit.
    ///
    /// # Errors
    /// None but those of the boundary.
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over owned values")]
    pub fn work(&self, unit: Ts<Unit>) -> Result<Ts<UnitResult>, Thrown> {
        Ok(self.0.work(&unit.to_rust()?).into_ts()?)
    }
}
