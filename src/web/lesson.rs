//! The part of the study that teaches.

use js_sys::{Float64Array, Uint8Array};
use serde::Serialize;
use serde_wasm_bindgen::preserve;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::{Study, Thrown};
use crate::lesson::{Lesson, LessonParams, LessonReport, lesson};

/// A [`Lesson`] with its bulk as typed arrays.
#[derive(Debug, Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct LessonMessage {
    /// The points in the units of the axes; an outlier that was put in comes last.
    #[serde(with = "preserve")]
    #[tsify(type = "Float64Array<ArrayBuffer>")]
    x: Float64Array,
    #[serde(with = "preserve")]
    #[tsify(type = "Float64Array<ArrayBuffer>")]
    y: Float64Array,
    /// The cluster of each point, pass after pass.
    #[serde(with = "preserve")]
    #[tsify(type = "Uint8Array<ArrayBuffer>")]
    labels: Uint8Array,
    /// All else.
    report: LessonReport,
}

#[wasm_bindgen]
impl Study {
    /// k-means step by step, see [`lesson`]; without customers, on the samples only.
    ///
    /// # Errors
    /// Those of [`lesson`].
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands over owned values")]
    pub fn lesson(&self, params: Ts<LessonParams>) -> Result<Ts<LessonMessage>, Thrown> {
        let found = lesson(&params.to_rust()?, |key| self.source()?.column(key))?;
        Ok(LessonMessage::from(found).into_ts()?)
    }
}

impl From<Lesson> for LessonMessage {
    fn from(lesson: Lesson) -> Self {
        let Lesson { points, labels, report } = lesson;
        let along = |axis: usize| points.iter().map(|point| point[axis]).collect::<Vec<f64>>();
        Self {
            x: along(0).as_slice().into(),
            y: along(1).as_slice().into(),
            labels: labels.as_slice().into(),
            report,
        }
    }
}
