//! The segment of each customer, for whoever takes the customers away.

use js_sys::Uint16Array;
use serde::Serialize;
use serde_wasm_bindgen::preserve;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::{Study, Thrown};
use crate::segments::{Division, Label, Segmentation};

/// A [`Segmentation`] as typed array.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct LabelsMessage {
    /// Names of the segments: keys of a shipped set, stages, values, or the user's own; empty for an unnamed cluster.
    names: Vec<String>,
    /// One per customer, in the order of their positions: a place among the names; the number of names where the
    /// customer has no segment.
    #[serde(with = "preserve")]
    #[tsify(type = "Uint16Array<ArrayBuffer>")]
    labels: Uint16Array,
}

impl From<Segmentation> for LabelsMessage {
    fn from(Segmentation { names, labels }: Segmentation) -> Self {
        let none = u16::try_from(names.len()).unwrap_or(u16::MAX);
        let labels: Vec<u16> = labels
            .into_iter()
            .map(|label| match label {
                Label::Segment(place) => place,
                Label::Unassigned => none,
            })
            .collect();
        Self { names, labels: labels.as_slice().into() }
    }
}

#[wasm_bindgen]
impl Study {
    /// The segment of each customer. `names` has one name per cluster.
    ///
    /// # Errors
    /// Those of the step that makes the division, see [`Study::divisions`].
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over owned values")]
    pub fn labels(
        &self,
        division: Ts<Division>,
        names: Vec<String>,
    ) -> Result<Ts<LabelsMessage>, Thrown> {
        let segmentation = self.segmentation(&division.to_rust()?, names)?;
        Ok(LabelsMessage::from(segmentation).into_ts()?)
    }
}
