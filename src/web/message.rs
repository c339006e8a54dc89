//! Records that carry columns as typed arrays.

use js_sys::{
    BigInt64Array, BigUint64Array, Float32Array, Float64Array, Int32Array, Uint8Array, Uint32Array,
};
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::preserve;
use tsify::Tsify;

use crate::cluster::{Clusters, project};
use crate::error::Error;
use crate::features::Prepared;
use crate::mapping::ImportParams;
use crate::table::{Dictionary, Money};
use crate::transactions::{Chunk, Outcome, Part, PartFacts, ReadReport, Rows};

/// A [`Part`] on its way from a shard to the study.
#[derive(Debug, Serialize, Deserialize, Tsify)]
pub struct PartMessage {
    facts: PartFacts,
    #[serde(with = "preserve")]
    #[tsify(type = "Uint32Array<ArrayBuffer>")]
    customer: Uint32Array,
    #[serde(with = "preserve")]
    #[tsify(type = "Uint32Array<ArrayBuffer>")]
    order: Uint32Array,
    #[serde(with = "preserve")]
    #[tsify(type = "Int32Array<ArrayBuffer>")]
    day: Int32Array,
    #[serde(with = "preserve")]
    #[tsify(type = "BigInt64Array<ArrayBuffer>")]
    amount: BigInt64Array,
    #[serde(with = "preserve")]
    #[tsify(type = "Uint8Array<ArrayBuffer>")]
    returned: Uint8Array,
    #[serde(with = "preserve")]
    #[tsify(type = "BigUint64Array<ArrayBuffer>")]
    prints: BigUint64Array,
    #[serde(with = "preserve")]
    #[tsify(type = "Uint32Array<ArrayBuffer>")]
    leads: Uint32Array,
    customers: Strings,
    orders: Strings,
    attributes: Vec<Column>,
    measures: Vec<Figures>,
}

/// A numeric column.
#[derive(Debug, Serialize, Deserialize, Tsify)]
pub struct Figures {
    #[serde(with = "preserve")]
    #[tsify(type = "Float64Array<ArrayBuffer>")]
    values: Float64Array,
}

/// A [`Dictionary`] as its two arrays.
#[derive(Debug, Serialize, Deserialize, Tsify)]
pub struct Strings {
    #[serde(with = "preserve")]
    #[tsify(type = "Uint8Array<ArrayBuffer>")]
    bytes: Uint8Array,
    #[serde(with = "preserve")]
    #[tsify(type = "Uint32Array<ArrayBuffer>")]
    ends: Uint32Array,
}

/// Codes and what they stand for.
#[derive(Debug, Serialize, Deserialize, Tsify)]
pub struct Column {
    #[serde(with = "preserve")]
    #[tsify(type = "Uint32Array<ArrayBuffer>")]
    codes: Uint32Array,
    values: Strings,
}

/// Rows copied from one block.
#[derive(Debug, Serialize, Tsify)]
pub struct RowsMessage {
    #[serde(with = "preserve")]
    #[tsify(type = "Uint8Array<ArrayBuffer>")]
    text: Uint8Array,
    /// Rows read.
    rows: u64,
    /// Rows copied.
    copied: u64,
    /// Offset of the next block's first record.
    end: u64,
    /// Physical line of that record, counted from 1.
    line: u64,
}

/// What a finished read tells the page.
#[derive(Debug, Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct ReadMessage {
    /// The report.
    pub report: ReadReport,
    /// The whole column decided otherwise: read again with these params.
    pub again: Option<ImportParams>,
}

/// A [`Projection`](crate::cluster::Projection) as typed arrays.
#[derive(Debug, Serialize, Tsify)]
#[tsify(missing_as_null)]
#[serde(rename_all = "camelCase")]
pub struct ProjectionMessage {
    /// Rows of the matrix, ascending.
    #[serde(with = "preserve")]
    #[tsify(type = "Uint32Array<ArrayBuffer>")]
    rows: Uint32Array,
    #[serde(with = "preserve")]
    #[tsify(type = "Float32Array<ArrayBuffer>")]
    x: Float32Array,
    #[serde(with = "preserve")]
    #[tsify(type = "Float32Array<ArrayBuffer>")]
    y: Float32Array,
    /// The cluster of each row.
    #[serde(with = "preserve")]
    #[tsify(type = "Uint32Array<ArrayBuffer>")]
    labels: Uint32Array,
    /// Centroids in the plane.
    centroids: Vec<[f64; 2]>,
    /// Shares of the variance that the axes carry; null for two features.
    explained: Option<[f64; 2]>,
    /// Per axis, the weight of each feature; null for two features.
    loadings: Option<[Vec<f64>; 2]>,
}

impl ProjectionMessage {
    pub(super) fn of(
        prepared: &Prepared,
        clusters: &Clusters,
        features: Option<Vec<u32>>,
        most: u32,
    ) -> Result<Self, Error> {
        let axes = features.and_then(|axes| match axes[..] {
            [x, y] => Some([x as usize, y as usize]),
            _ => None,
        });
        let found = project(prepared, clusters, axes, most)?;
        Ok(Self {
            rows: found.rows.as_slice().into(),
            x: found.x.as_slice().into(),
            y: found.y.as_slice().into(),
            labels: found.labels.as_slice().into(),
            centroids: found.centroids,
            explained: found.explained,
            loadings: found.loadings,
        })
    }
}

impl From<Part> for PartMessage {
    fn from(part: Part) -> Self {
        let Part { facts, chunk, prints, leads, customers, orders, attributes } = part;
        let amount: Vec<i64> = chunk.amount.into_iter().map(|amount| amount.0).collect();
        Self {
            facts,
            customer: chunk.customer.as_slice().into(),
            order: chunk.order.as_slice().into(),
            day: chunk.day.as_slice().into(),
            amount: amount.as_slice().into(),
            returned: chunk.returned.as_slice().into(),
            prints: prints.as_slice().into(),
            leads: leads.as_slice().into(),
            customers: customers.into(),
            orders: orders.into(),
            attributes: chunk
                .attributes
                .iter()
                .zip(attributes)
                .map(|(codes, values)| Column {
                    codes: codes.as_slice().into(),
                    values: values.into(),
                })
                .collect(),
            measures: chunk
                .measures
                .iter()
                .map(|values| Figures { values: values.as_slice().into() })
                .collect(),
        }
    }
}

impl From<PartMessage> for Part {
    fn from(message: PartMessage) -> Self {
        let (codes, attributes) = message
            .attributes
            .into_iter()
            .map(|column| (column.codes.to_vec(), column.values.into()))
            .unzip();
        Self {
            facts: message.facts,
            chunk: Chunk {
                customer: message.customer.to_vec(),
                order: message.order.to_vec(),
                day: message.day.to_vec(),
                amount: message.amount.to_vec().into_iter().map(Money).collect(),
                returned: message.returned.to_vec(),
                attributes: codes,
                measures: message.measures.into_iter().map(|one| one.values.to_vec()).collect(),
            },
            prints: message.prints.to_vec(),
            leads: message.leads.to_vec(),
            customers: message.customers.into(),
            orders: message.orders.into(),
            attributes,
        }
    }
}

impl From<Dictionary> for Strings {
    fn from(dictionary: Dictionary) -> Self {
        let (bytes, ends) = dictionary.into_packed();
        Self { bytes: bytes.as_slice().into(), ends: ends.as_slice().into() }
    }
}

impl From<Strings> for Dictionary {
    fn from(strings: Strings) -> Self {
        Self::from_packed(strings.bytes.to_vec(), strings.ends.to_vec())
    }
}

impl From<Rows> for RowsMessage {
    fn from(rows: Rows) -> Self {
        let Rows { text, rows, copied, end, line } = rows;
        Self { text: text.as_slice().into(), rows, copied, end, line }
    }
}

impl From<&Outcome> for ReadMessage {
    fn from(outcome: &Outcome) -> Self {
        Self { report: outcome.report.clone(), again: outcome.again.clone() }
    }
}
