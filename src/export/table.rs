//! Customers as the page's table shows them.

use serde::Serialize;

use super::{CustomerQuery, Search, SortKey};
use crate::customers::Customers;
use crate::rfm::Rfm;
use crate::transactions::{Day, NO_CODE, Transactions};

/// One row of the customer table.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct CustomerRow {
    /// The id as in the file.
    pub id: String,
    /// R in days.
    pub recency: u32,
    /// F in orders.
    pub frequency: u32,
    /// M.
    pub monetary: f64,
    /// Refunded amount, not negative.
    pub refunded: f64,
    /// First purchase.
    pub first: Day,
    /// Last purchase.
    pub last: Day,
    /// Scores of R, F and M.
    pub scores: [u8; 3],
    /// Weighted score, 1 to the number of bins.
    pub score: f64,
    /// Index into `RfmReport::segments`.
    pub segment: u16,
    /// 0 high, 1 middle, 2 low.
    pub tier: u8,
    /// Most frequent category, channel, region as far as mapped (`Overview::attributes`).
    pub attributes: Vec<Option<String>>,
}

/// The customers of a study with their scores.
///
/// ```
/// use segmentlab::customers::Customers;
/// use segmentlab::export::{CustomerQuery, CustomerTable};
/// use segmentlab::rfm::{RfmParams, score};
/// use segmentlab::table::{Dictionary, Money};
/// use segmentlab::transactions::Transactions;
///
/// let customers = Customers {
///     code: vec![0, 1],
///     rank: vec![0, 1],
///     recency: vec![3, 90],
///     frequency: vec![7, 1],
///     monetary: vec![Money(20_000_000), Money(500_000_000)],
///     net: vec![Money(20_000_000), Money(500_000_000)],
///     refunded: vec![Money(0); 2],
///     first: vec![10, 13],
///     last: vec![100, 13],
///     ..Customers::default()
/// };
/// let transactions = Transactions {
///     customers: Dictionary::from_packed(b"AdaBob".to_vec(), vec![3, 6]),
///     ..Transactions::default()
/// };
/// let rfm = score(&customers, &RfmParams::default())?;
/// let table = CustomerTable::new(&transactions, &customers, &rfm);
/// let found = table.find(&CustomerQuery { descending: true, ..CustomerQuery::default() });
/// assert_eq!(found, [1, 0]);
/// assert_eq!(table.rows(&found)[0].id, "Bob");
/// # Ok::<(), segmentlab::error::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct CustomerTable<'a> {
    pub(super) transactions: &'a Transactions,
    pub(super) customers: &'a Customers,
    pub(super) rfm: &'a Rfm,
}

impl<'a> CustomerTable<'a> {
    /// `customers` come from these transactions and `rfm` from these customers.
    #[must_use]
    pub fn new(transactions: &'a Transactions, customers: &'a Customers, rfm: &'a Rfm) -> Self {
        Self { transactions, customers, rfm }
    }

    /// Positions in [`Customers`] of those who match, in the order asked for; ties by id.
    #[must_use]
    pub fn find(&self, query: &CustomerQuery) -> Vec<u32> {
        let search = Search::new(&query.search);
        let [r, f, _] = &self.rfm.scores;
        let mut found: Vec<(u64, u32, u32)> = (0..self.customers.len() as u32)
            .filter(|&position| {
                let at = position as usize;
                query.segment.is_none_or(|segment| self.rfm.segment[at] == segment)
                    && query.r.is_none_or(|score| r[at] == score)
                    && query.f.is_none_or(|score| f[at] == score)
                    && query.tier.is_none_or(|tier| self.rfm.tier[at] == tier)
                    && search.finds(self.id(at))
            })
            .map(|position| {
                let key = self.sort_key(query.sort, position as usize);
                let key = if query.descending { !key } else { key };
                (key, self.customers.rank[position as usize], position)
            })
            .collect();
        found.sort_unstable();
        found.into_iter().map(|(_, _, position)| position).collect()
    }

    /// The rows at these positions; positions past the last customer are left out.
    #[must_use]
    pub fn rows(&self, positions: &[u32]) -> Vec<CustomerRow> {
        let known = positions.iter().map(|&position| position as usize);
        known.filter(|&at| at < self.customers.len()).map(|at| self.row(at)).collect()
    }

    fn row(&self, at: usize) -> CustomerRow {
        let customers = self.customers;
        CustomerRow {
            id: self.transactions.customers.text(customers.code[at]).into_owned(),
            recency: customers.recency[at],
            frequency: customers.frequency[at],
            monetary: customers.monetary[at].to_f64(),
            refunded: customers.refunded[at].to_f64(),
            first: customers.first[at],
            last: customers.last[at],
            scores: self.rfm.scores_of(at),
            score: self.rfm.weighted[at],
            segment: self.rfm.segment[at],
            tier: self.rfm.tier[at],
            attributes: self
                .attributes(at)
                .map(|value| value.map(|value| String::from_utf8_lossy(value).into_owned()))
                .collect(),
        }
    }

    pub(super) fn id(&self, at: usize) -> &'a [u8] {
        self.transactions.customers.get(self.customers.code[at])
    }

    /// Most frequent values, `None` where all cells are empty.
    pub(super) fn attributes(&self, at: usize) -> impl Iterator<Item = Option<&'a [u8]>> {
        self.transactions.attributes.iter().zip(&self.customers.attributes).map(
            move |(attribute, codes)| {
                let code = codes[at];
                (code != NO_CODE).then(|| attribute.values.get(code))
            },
        )
    }

    /// Sorts as the column does.
    fn sort_key(&self, sort: SortKey, at: usize) -> u64 {
        let customers = self.customers;
        match sort {
            SortKey::Customer => customers.rank[at].into(),
            SortKey::Recency => customers.recency[at].into(),
            SortKey::Frequency => customers.frequency[at].into(),
            SortKey::Monetary => ascending(customers.monetary[at].0),
            SortKey::Refunded => ascending(customers.refunded[at].0),
            // Scores are positive, and the bits of positive numbers ascend with them.
            SortKey::Score => self.rfm.weighted[at].to_bits(),
            SortKey::Segment => self.rfm.segment[at].into(),
            SortKey::Tier => self.rfm.tier[at].into(),
            SortKey::First => ascending(customers.first[at].into()),
            SortKey::Last => ascending(customers.last[at].into()),
        }
    }
}

/// Moves the lowest number to zero.
fn ascending(value: i64) -> u64 {
    value.cast_unsigned() ^ 1 << 63
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::customers::by_hand::{Line, transactions};
    use crate::customers::{CustomersParams, fold};
    use crate::rfm::{RfmParams, score};

    struct Study(Transactions, Customers, Rfm);

    impl Study {
        fn of(lines: &[Line]) -> Self {
            let transactions = transactions(lines);
            let customers = fold(&transactions, &CustomersParams::default()).unwrap();
            let rfm = score(&customers, &RfmParams::default()).unwrap();
            Self(transactions, customers, rfm)
        }

        fn find(&self, query: &CustomerQuery) -> Vec<String> {
            let table = CustomerTable::new(&self.0, &self.1, &self.2);
            table.rows(&table.find(query)).into_iter().map(|row| row.id).collect()
        }
    }

    fn four() -> Study {
        Study::of(&[
            Line::new("10", "1", 5, 300),
            Line::new("9", "2", 7, 100),
            Line::new("9", "3", 9, 200),
            Line::new("b7", "4", 2, 900),
            Line::new("B8", "5", 2, 300),
            Line::new("B8", "6", 3, -700),
        ])
    }

    fn by(sort: SortKey, descending: bool) -> CustomerQuery {
        CustomerQuery { sort, descending, ..CustomerQuery::default() }
    }

    #[test]
    fn sorts_by_every_column_and_ties_by_id() {
        let study = four();
        for (sort, expected) in [
            (SortKey::Customer, ["9", "10", "B8", "b7"]),
            (SortKey::Recency, ["9", "10", "B8", "b7"]),
            (SortKey::Frequency, ["10", "B8", "b7", "9"]),
            (SortKey::Monetary, ["B8", "9", "10", "b7"]),
            (SortKey::Refunded, ["9", "10", "b7", "B8"]),
            (SortKey::First, ["B8", "b7", "10", "9"]),
            (SortKey::Last, ["B8", "b7", "10", "9"]),
        ] {
            assert_eq!(study.find(&by(sort, false)), expected, "{sort:?}");
        }
    }

    #[test]
    fn the_largest_first_still_breaks_ties_by_id() {
        let study = four();
        assert_eq!(study.find(&by(SortKey::Monetary, true)), ["b7", "9", "10", "B8"]);
        assert_eq!(study.find(&by(SortKey::Recency, true)), ["B8", "b7", "10", "9"]);
    }

    #[test]
    fn segments_tiers_and_scores_sort_by_their_number() {
        let study = four();
        for (sort, values) in [
            (SortKey::Segment, study.2.segment.iter().map(|&n| f64::from(n)).collect::<Vec<_>>()),
            (SortKey::Tier, study.2.tier.iter().map(|&n| f64::from(n)).collect()),
            (SortKey::Score, study.2.weighted.clone()),
        ] {
            let table = CustomerTable::new(&study.0, &study.1, &study.2);
            let found = table.find(&by(sort, false));
            assert!(found.is_sorted_by_key(|&at| values[at as usize]), "{sort:?}");
        }
    }

    #[test]
    fn filters_hold_together() {
        let study = four();
        let table = CustomerTable::new(&study.0, &study.1, &study.2);
        let all = table.rows(&table.find(&CustomerQuery::default()));
        for row in &all {
            let query = CustomerQuery {
                segment: Some(row.segment),
                r: Some(row.scores[0]),
                f: Some(row.scores[1]),
                tier: Some(row.tier),
                ..CustomerQuery::default()
            };
            let found = table.rows(&table.find(&query));
            let expected: Vec<_> = all
                .iter()
                .filter(|other| {
                    (other.segment, other.scores[0], other.scores[1], other.tier)
                        == (row.segment, row.scores[0], row.scores[1], row.tier)
                })
                .cloned()
                .collect();
            assert_eq!(found, expected);
            assert!(found.len() < all.len());
        }
    }

    #[test]
    fn search_looks_into_ids() {
        let search = CustomerQuery { search: "b".into(), ..by(SortKey::Customer, false) };
        assert_eq!(four().find(&search), ["B8", "b7"]);
    }

    #[test]
    fn a_row_tells_what_the_file_says() {
        let line = Line { region: Some("华东"), ..Line::new("a", "1", 5, 1_250) };
        let other = Line { region: Some(""), ..Line::new("b", "2", 9, 100) };
        let study = Study::of(&[line, other]);
        let rows = CustomerTable::new(&study.0, &study.1, &study.2).rows(&[0, 7, 1]);
        assert_eq!(rows.len(), 2);
        assert_eq!((rows[0].recency, rows[0].frequency, rows[0].monetary), (5, 1, 12.5));
        assert_eq!((rows[0].first, rows[0].last, rows[0].refunded), (5, 5, 0.0));
        assert_eq!(rows[0].attributes, [Some("华东".to_owned())]);
        assert_eq!(rows[1].attributes, [None]);
    }
}
