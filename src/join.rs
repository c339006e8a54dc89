//! Customers of the transactions and those of another file, matched by id.
//!
//! Ids are compared as [`read_id`](crate::table::read_id) gives them: trimmed, and `17850.0` as `17850`.

use std::collections::{HashMap, HashSet};

use foldhash::fast::FixedState;
use serde::{Deserialize, Serialize};

use crate::issue::EXAMPLES;
use crate::mapping::Role;
use crate::table::Dictionary;
use crate::transactions::{Chunk, Transactions};

/// The customers of a file: their ids, in how many kept rows each stands, their figures and categories.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Ids {
    ids: Dictionary,
    rows: Vec<u64>,
    measures: Vec<Measures>,
    attributes: Vec<Attributes>,
}

/// A numeric column of a customer file.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Measures {
    /// Its name, see [`Transactions::measures`].
    pub name: String,
    /// One value per customer of the file, NaN where missing.
    pub values: Vec<f64>,
}

/// A column of repeated text of a customer file.
#[derive(Debug, Clone, PartialEq)]
pub struct Attributes {
    /// Its name, see [`Attribute::name`](crate::transactions::Attribute).
    pub name: String,
    /// What it means.
    pub role: Role,
    /// One code per customer of the file, [`NO_CODE`](crate::transactions::NO_CODE) where missing.
    pub codes: Vec<u32>,
    /// What the codes stand for.
    pub values: Dictionary,
}

/// What two files have of each other's customers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct JoinReport {
    /// Customers in both.
    pub matched: Matched,
    /// Customers of the transactions whom the other file does not have.
    pub only_transactions: Unmatched,
    /// Customers of the other file without a transaction: prospects, where it is a customer file.
    pub only_other: Unmatched,
}

/// Customers in both files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Matched {
    /// How many.
    pub customers: u64,
    /// Their rows in the transactions.
    pub rows: u64,
    /// Their rows in the other file.
    pub other_rows: u64,
}

/// Customers in one file only.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Unmatched {
    /// How many.
    pub customers: u64,
    /// Their rows.
    pub rows: u64,
    /// The first ids in file order, at most [`EXAMPLES`].
    pub examples: Vec<String>,
}

/// The side of a join on which unmatched customers stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum JoinSide {
    /// In the transactions only.
    Transactions,
    /// In the other file only.
    Other,
}

/// Two files' ids and which of them were found on the other side.
#[derive(Debug)]
pub struct Join<'a> {
    transactions: Side<'a>,
    other: Side<'a>,
}

#[derive(Debug)]
struct Side<'a> {
    ids: &'a Dictionary,
    rows: Vec<u64>,
    matched: Vec<bool>,
}

impl Ids {
    /// The ids of rows that were read, the rows of each, and the numeric columns and those of repeated text, of which
    /// a customer's first row counts; the other columns are not. Rows with a day are no facts of customers, and
    /// none of their text is kept.
    #[must_use]
    pub fn of(read: &Transactions) -> Self {
        let rows = rows_of(&read.chunks, read.customers.len());
        let (mut measures, mut attributes) = (Vec::new(), Vec::new());
        if read.has_ids() {
            measures.extend(read.measures.iter().filter_map(|name| {
                Some(Measures { name: name.clone(), values: read.measure(name)? })
            }));
        }
        if read.has_ids() && !read.has_days() {
            attributes.extend(read.attributes.iter().enumerate().map(|(at, column)| Attributes {
                name: column.name.clone(),
                role: column.role,
                codes: read.attribute(at),
                values: column.values.clone(),
            }));
        }
        Self { ids: read.customers.clone(), rows, measures, attributes }
    }

    /// Customers of the file.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// The id of the customer at a position.
    #[must_use]
    pub fn id(&self, customer: usize) -> &[u8] {
        self.ids.get(customer as u32)
    }

    /// The numeric columns, in file order.
    #[must_use]
    pub fn measures(&self) -> &[Measures] {
        &self.measures
    }

    /// The columns of repeated text, category, channel and region first.
    #[must_use]
    pub fn attributes(&self) -> &[Attributes] {
        &self.attributes
    }

    /// For each of these ids its customer in this file, as a position in [`Measures::values`] and
    /// [`Attributes::codes`]; `None` where the file does not have it.
    #[must_use]
    pub fn places<'i>(&self, ids: impl Iterator<Item = &'i [u8]>) -> Vec<Option<u32>> {
        places(ids, self.ids.iter())
    }
}

/// For each wanted id its place among others; `None` where it is not there.
///
/// ```
/// let wanted = [b"b", b"x"].map(|id| id.as_slice());
/// let among = [b"a", b"b"].map(|id| id.as_slice());
/// assert_eq!(segmentlab::join::places(wanted.into_iter(), among.into_iter()), [Some(1), None]);
/// ```
#[must_use]
pub fn places<'w, 'a>(
    wanted: impl Iterator<Item = &'w [u8]>,
    among: impl Iterator<Item = &'a [u8]>,
) -> Vec<Option<u32>> {
    // Only looked up, never walked through: which hash it is does not show.
    let mut known = HashMap::with_capacity_and_hasher(among.size_hint().0, FixedState::default());
    known.extend(among.zip(0_u32..));
    wanted.map(|id| known.get(id).copied()).collect()
}

/// Matches the customers of transactions with those of another file.
///
/// ```
/// use segmentlab::{join::{Ids, join}, mapping::look, transactions::read_all};
/// let read = |file: &[u8]| {
///     let head = look(file, &[], file.len() as u64, None)?;
///     Ok::<_, segmentlab::error::Error>(read_all(&[file], &head.params, 1 << 20, 1)?.transactions)
/// };
/// let orders = read(b"customer,date,amount\n17850.0,2024-01-02,5\n17850.0,2024-01-03,5\nX,2024-01-04,5\n")?;
/// let customers = Ids::of(&read(b"customer,region\n17850,north\n12346,south\n")?);
/// let report = join(&orders, &customers).report();
/// assert_eq!((report.matched.customers, report.matched.rows), (1, 2));
/// assert_eq!(report.only_transactions.examples, ["X"]);
/// assert_eq!(report.only_other.examples, ["12346"]);
/// # Ok::<(), segmentlab::error::Error>(())
/// ```
#[must_use]
pub fn join<'a>(transactions: &'a Transactions, other: &'a Ids) -> Join<'a> {
    let ids = &transactions.customers;
    let mut ours = Side::of(ids, rows_of(&transactions.chunks, ids.len()));
    let mut theirs = Side::of(&other.ids, other.rows.clone());
    // The smaller side is hashed: the table is the only memory that joining needs.
    if ours.ids.len() < theirs.ids.len() {
        mark(&mut ours, &mut theirs);
    } else {
        mark(&mut theirs, &mut ours);
    }
    Join { transactions: ours, other: theirs }
}

/// Customers of these files, each once, who are not among the `buyers`; `None` without a file. A file without ids counts
/// for nothing.
///
/// ```
/// use segmentlab::{join::{Ids, prospects}, mapping::look, transactions::read_all};
/// let read = |file: &[u8]| {
///     let head = look(file, &[], file.len() as u64, None)?;
///     Ok::<_, segmentlab::error::Error>(read_all(&[file], &head.params, 1 << 20, 1)?.transactions)
/// };
/// let members = Ids::of(&read(b"customer,region\nA,north\nB,south\nC,south\n")?);
/// let guests = Ids::of(&read(b"customer,region\nC,north\nD,south\n")?);
/// let buyers: [&[u8]; 2] = [b"A", b"X"];
/// assert_eq!(prospects([&members, &guests], buyers.into_iter()), Some(3));
/// # Ok::<(), segmentlab::error::Error>(())
/// ```
#[must_use]
pub fn prospects<'f>(
    files: impl IntoIterator<Item = &'f Ids>,
    buyers: impl Iterator<Item = &'f [u8]>,
) -> Option<u64> {
    let mut files = files.into_iter().peekable();
    files.peek()?;
    let bought: HashSet<&[u8]> = buyers.collect();
    let listed: HashSet<&[u8]> = files.flat_map(|file| file.ids.iter()).collect();
    Some(listed.difference(&bought).count() as u64)
}

impl Join<'_> {
    /// The counts.
    #[must_use]
    pub fn report(&self) -> JoinReport {
        JoinReport {
            matched: Matched {
                customers: self.other.matched.iter().filter(|&&matched| matched).count() as u64,
                rows: self.transactions.matched_rows(),
                other_rows: self.other.matched_rows(),
            },
            only_transactions: self.transactions.left_over(),
            only_other: self.other.left_over(),
        }
    }

    /// Unmatched ids of a side with their rows, in file order.
    pub fn unmatched(&self, side: JoinSide) -> impl Iterator<Item = (&[u8], u64)> {
        match side {
            JoinSide::Transactions => self.transactions.unmatched(),
            JoinSide::Other => self.other.unmatched(),
        }
    }
}

impl<'a> Side<'a> {
    fn of(ids: &'a Dictionary, rows: Vec<u64>) -> Self {
        Self { ids, rows, matched: vec![false; ids.len()] }
    }

    fn matched_rows(&self) -> u64 {
        self.rows
            .iter()
            .zip(&self.matched)
            .filter(|(_, matched)| **matched)
            .map(|(rows, _)| rows)
            .sum()
    }

    fn unmatched(&self) -> impl Iterator<Item = (&[u8], u64)> {
        let rows = self.ids.iter().zip(&self.rows).zip(&self.matched);
        rows.filter(|(_, matched)| !**matched).map(|((id, &rows), _)| (id, rows))
    }

    fn left_over(&self) -> Unmatched {
        let mut left = Unmatched::default();
        for (id, rows) in self.unmatched() {
            left.customers += 1;
            left.rows += rows;
            if left.examples.len() < EXAMPLES {
                left.examples.push(String::from_utf8_lossy(id).into_owned());
            }
        }
        left
    }
}

/// Marks what the two sides share.
fn mark(small: &mut Side, large: &mut Side) {
    let places: HashMap<&[u8], usize> = small.ids.iter().zip(0..).collect();
    for (id, matched) in large.ids.iter().zip(&mut large.matched) {
        if let Some(&place) = places.get(id) {
            small.matched[place] = true;
            *matched = true;
        }
    }
}

fn rows_of(chunks: &[Chunk], ids: usize) -> Vec<u64> {
    let mut rows = vec![0; ids];
    for &code in chunks.iter().flat_map(|chunk| &chunk.customer) {
        rows[code as usize] += 1;
    }
    rows
}
