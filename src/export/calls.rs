//! Whom to call, as a file.

use serde::{Deserialize, Serialize};

use super::{BYTE_ORDER_MARK, Record};
use crate::coverage::{CallRow, Status};
use crate::customers::Civil;

/// The words of a call list, in the user's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CallWords {
    /// Name of the column of ids.
    pub customer: String,
    /// Names of the dimensions.
    pub dimensions: Vec<String>,
    /// What the segments of each dimension are called.
    pub segments: Vec<Vec<String>>,
    /// Name of the column of tiers, and what they are called; `None` without tiers.
    pub tier: Option<NamedValues>,
    /// The same of owners.
    pub owner: Option<NamedValues>,
    /// Names of the columns: potential, value, value of all orders, touches made, touches planned, last touch,
    /// status.
    pub columns: [String; 7],
    /// Words of [`Status::ALL`].
    pub statuses: [String; Status::ALL.len()],
}

/// A column and its values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct NamedValues {
    /// Its name.
    pub name: String,
    /// What the values are called.
    pub values: Vec<String>,
}

/// Customers of a list in its order, as CSV like that of [`CustomerTable::csv`](super::CustomerTable::csv). Dimensions that
/// are the tier or the owner stand once.
///
/// ```
/// use segmentlab::coverage::{CallRow, Status};
/// use segmentlab::export::{CallWords, NamedValues, calls_csv};
/// let rows = [CallRow {
///     position: 7, id: "K7".into(), place: vec![1], tier: Some(0), owner: None,
///     value: None, total: None, potential: Some(1200.5),
///     made: 1, planned: 3, last: Some(20_000), status: Some(Status::Overdue),
/// }];
/// let words = CallWords {
///     customer: "Customer".into(),
///     dimensions: vec!["Region".into()],
///     segments: vec![vec!["north".into(), "south".into()]],
///     tier: Some(NamedValues { name: "Tier".into(), values: vec!["A".into()] }),
///     owner: None,
///     columns: ["Potential", "Sales", "All sales", "Made", "Planned", "Last", "Status"].map(String::from),
///     statuses: ["", "never", "on track", "due", "overdue"].map(String::from),
/// };
/// let csv = String::from_utf8(calls_csv(&rows, &words))?;
/// let lines: Vec<&str> = csv.trim_start_matches('\u{feff}').lines().collect();
/// assert_eq!(lines[0], "Customer,Region,Tier,Potential,Sales,All sales,Made,Planned,Last,Status");
/// assert_eq!(lines[1], "K7,south,A,1200.5,,,1,3,2024-10-04,overdue");
/// # Ok::<(), std::string::FromUtf8Error>(())
/// ```
#[must_use]
pub fn calls_csv(rows: &[CallRow], words: &CallWords) -> Vec<u8> {
    let mut record = Record::starting(BYTE_ORDER_MARK);
    let named = [&words.tier, &words.owner];
    let named = || named.into_iter().flatten().map(|one| one.name.as_str());
    // A tier that is a dimension too would stand there twice.
    let shown: Vec<usize> = (0..words.dimensions.len())
        .filter(|&at| named().all(|name| name != words.dimensions[at]))
        .collect();
    record.text(words.customer.as_bytes());
    for &at in &shown {
        record.text(words.dimensions[at].as_bytes());
    }
    for name in named() {
        record.text(name.as_bytes());
    }
    for name in &words.columns {
        record.text(name.as_bytes());
    }
    record.end();
    for row in rows {
        record.text(row.id.as_bytes());
        for &at in &shown {
            let segment = row.place.get(at).map(|&segment| segment as usize);
            let name =
                words.segments.get(at).zip(segment).and_then(|(names, segment)| names.get(segment));
            record.text(name.map_or(&[][..], |name| name.as_bytes()));
        }
        for (named, value) in [(&words.tier, row.tier), (&words.owner, row.owner)] {
            let Some(named) = named else { continue };
            let name = value.and_then(|value| named.values.get(value as usize));
            record.text(name.map_or(&[][..], |name| name.as_bytes()));
        }
        for figure in [row.potential, row.value, row.total] {
            match figure {
                Some(figure) => record.decimal(figure),
                None => record.text(b""),
            }
        }
        record.number(row.made);
        record.number(row.planned);
        match row.last {
            Some(day) => record.number(Civil::of(day)),
            None => record.text(b""),
        }
        let status = row.status.map(|status| words.statuses[status as usize].as_str());
        record.text(status.unwrap_or_default().as_bytes());
        record.end();
    }
    record.finish()
}
