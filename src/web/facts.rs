//! What every customer is known by, for whoever takes the customers away.

use js_sys::{Float64Array, Uint32Array};
use serde::Serialize;
use serde_wasm_bindgen::preserve;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::{Study, Thrown};
use crate::features::{Categories, FeatureKey, FeatureSource};
use crate::mapping::Role;
use crate::transactions::NO_CODE;

/// The customers, each column in the order of their positions.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct FactsMessage {
    /// Ids; the numbers of the rows where no column gives one.
    ids: Vec<String>,
    /// Net amounts; empty for a customer file.
    #[serde(with = "preserve")]
    #[tsify(type = "Float64Array<ArrayBuffer>")]
    value: Float64Array,
    /// The numeric columns, those of joined files too.
    figures: Vec<FigureColumn>,
    /// The columns of repeated text: those of the orders or of the customer file, then those of joined files.
    texts: Vec<TextColumn>,
}

/// A numeric column.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct FigureColumn {
    /// Its name in the file.
    name: String,
    /// NaN where missing.
    #[serde(with = "preserve")]
    #[tsify(type = "Float64Array<ArrayBuffer>")]
    values: Float64Array,
}

/// A column of repeated text.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct TextColumn {
    /// Its name in the file.
    name: String,
    /// Category, channel or region, or [`Role::Attribute`].
    role: Role,
    /// The values that customers have.
    values: Vec<String>,
    /// Places among the values; their number where missing.
    #[serde(with = "preserve")]
    #[tsify(type = "Uint32Array<ArrayBuffer>")]
    codes: Uint32Array,
}

impl FactsMessage {
    fn of(source: &FeatureSource<'_>, value: Option<Vec<f64>>) -> Result<Self, Thrown> {
        let ids = (0..source.len())
            .map(|customer| String::from_utf8_lossy(&source.id(customer)).into_owned());
        let mut figures = Vec::new();
        for key in source.figures() {
            let FeatureKey::Column { name } = &key else { continue };
            let values = source.column(&key)?.as_slice().into();
            figures.push(FigureColumn { name: name.clone(), values });
        }
        let texts = source.attributes().into_iter().filter_map(|(name, role)| {
            let column = source.attribute(&name)?;
            Some(TextColumn::of(name, role, column))
        });
        Ok(Self {
            ids: ids.collect(),
            value: value.unwrap_or_default().as_slice().into(),
            figures,
            texts: texts.collect(),
        })
    }
}

impl TextColumn {
    fn of(name: String, role: Role, Categories { mut codes, names }: Categories) -> Self {
        for code in codes.iter_mut().filter(|code| **code == NO_CODE) {
            *code = names.len() as u32;
        }
        Self { name, role, values: names, codes: codes.as_slice().into() }
    }
}

#[wasm_bindgen]
impl Study {
    /// Everything that files say of the customers.
    ///
    /// # Errors
    /// [`Error::NotReady`](crate::error::Error::NotReady).
    pub fn facts(&self) -> Result<Ts<FactsMessage>, Thrown> {
        Ok(FactsMessage::of(&self.source()?, self.values())?.into_ts()?)
    }
}
