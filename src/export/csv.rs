//! The file that is taken away.

use serde::{Deserialize, Serialize};

use super::{CustomerQuery, CustomerTable, Record};
use crate::customers::Civil;

/// The words of an exported file, in the user's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExportWords {
    /// Column names: id, R, F, M, refunded, first, last, R score, F score, M score, weighted score, segment, tier.
    pub columns: [String; 13],
    /// Column names of the attributes.
    pub attributes: Vec<String>,
    /// One per `RfmReport::segments`.
    pub segments: Vec<String>,
    /// High, middle, low.
    pub tiers: [String; 3],
}

/// Excel takes a file without it for the system's old encoding.
pub(super) const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

impl CustomerTable<'_> {
    /// The customers of a query as CSV: UTF-8 with byte order mark, CRLF, RFC 4180 quotes, dates as
    /// ISO 8601, amounts exact. Text that a spreadsheet would take for a formula gets an apostrophe in
    /// front. A segment without a word is called by the name of its rule.
    ///
    /// ```
    /// # use segmentlab::customers::Customers;
    /// # use segmentlab::export::{CustomerQuery, CustomerTable, ExportWords};
    /// # use segmentlab::rfm::{RfmParams, score};
    /// # use segmentlab::table::{Dictionary, Money};
    /// # use segmentlab::transactions::Transactions;
    /// # let customers = Customers {
    /// #     code: vec![0], rank: vec![0], recency: vec![3], frequency: vec![7],
    /// #     monetary: vec![Money(20_500_000)], net: vec![Money(20_500_000)], refunded: vec![Money(0)],
    /// #     first: vec![10], last: vec![100], ..Customers::default()
    /// # };
    /// # let transactions = Transactions {
    /// #     customers: Dictionary::from_packed(b"Ada".to_vec(), vec![3]),
    /// #     ..Transactions::default()
    /// # };
    /// # let rfm = score(&customers, &RfmParams::default())?;
    /// # let words = ExportWords {
    /// #     columns: ["id", "R", "F", "M", "refunded", "first", "last", "r", "f", "m", "score", "segment", "tier"].map(String::from),
    /// #     attributes: vec![], segments: vec![], tiers: ["A", "B", "C"].map(String::from),
    /// # };
    /// let table = CustomerTable::new(&transactions, &customers, &rfm);
    /// let csv = table.csv(&words, &CustomerQuery::default());
    /// let lines: Vec<&str> = std::str::from_utf8(&csv).unwrap().lines().collect();
    /// assert_eq!(lines[1], "Ada,3,7,20.5,0,1970-01-11,1970-04-11,5,1,1,2.3333,new_customers,A");
    /// # Ok::<(), segmentlab::error::Error>(())
    /// ```
    #[must_use]
    pub fn csv(&self, words: &ExportWords, query: &CustomerQuery) -> Vec<u8> {
        let attributes = self.transactions.attributes.len();
        let mut record = Record::starting(BYTE_ORDER_MARK);
        for name in &words.columns {
            record.text(name.as_bytes());
        }
        for attribute in 0..attributes {
            record.text(words.attributes.get(attribute).map_or(b"", |name| name.as_bytes()));
        }
        record.end();
        for position in self.find(query) {
            self.write(&mut record, words, position as usize);
        }
        record.finish()
    }

    fn write(&self, record: &mut Record, words: &ExportWords, at: usize) {
        let (customers, rfm) = (self.customers, self.rfm);
        record.text(self.id(at));
        record.number(customers.recency[at]);
        record.number(customers.frequency[at]);
        record.money(customers.monetary[at]);
        record.money(customers.refunded[at]);
        record.number(Civil::of(customers.first[at]));
        record.number(Civil::of(customers.last[at]));
        for score in rfm.scores_of(at) {
            record.number(score);
        }
        record.decimal(rfm.weighted[at]);
        let segment = usize::from(rfm.segment[at]);
        let rule = rfm.rules.get(segment).map_or("", |rule| &rule.name);
        record.text(words.segments.get(segment).map_or(rule, String::as_str).as_bytes());
        record.text(words.tiers[usize::from(rfm.tier[at])].as_bytes());
        for value in self.attributes(at) {
            record.text(value.unwrap_or(b""));
        }
        record.end();
    }
}
