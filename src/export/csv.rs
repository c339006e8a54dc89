//! The file that is taken away.

use serde::{Deserialize, Serialize};

use super::{CustomerQuery, CustomerTable, Record};
use crate::customers::Civil;
use crate::features::{Categories, FeatureKey, FeatureSource};
use crate::mapping::Role;

/// The words of an exported file, in the user's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExportWords {
    /// Column names: id, R, F, M, refunded, first, last, R score, F score, M score, weighted score, segment, tier.
    pub columns: [String; 13],
    /// Column names of the attributes that are a category, a channel or a region, in the places of
    /// `Overview::attributes`; the others stand under their own names.
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
    /// front. A segment without a word is called by the name of its rule. Behind the columns of the orders stand those
    /// that joined files add to the `source`, which is of the same customers: text, then numbers, under their own names.
    ///
    /// ```
    /// # use segmentlab::customers::Customers;
    /// # use segmentlab::export::{CustomerQuery, CustomerTable, ExportWords};
    /// # use segmentlab::features::FeatureSource;
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
    /// let source = FeatureSource::new(&transactions, &customers);
    /// let csv = table.csv(&words, &CustomerQuery::default(), &source);
    /// let lines: Vec<&str> = std::str::from_utf8(&csv).unwrap().lines().collect();
    /// assert_eq!(lines[1], "Ada,3,7,20.5,0,1970-01-11,1970-04-11,5,1,1,2.3333,new_customers,A");
    /// # Ok::<(), segmentlab::error::Error>(())
    /// ```
    #[must_use]
    pub fn csv(
        &self,
        words: &ExportWords,
        query: &CustomerQuery,
        source: &FeatureSource<'_>,
    ) -> Vec<u8> {
        let joined = Joined::of(self, source);
        let mut record = Record::starting(BYTE_ORDER_MARK);
        for name in &words.columns {
            record.text(name.as_bytes());
        }
        for (at, attribute) in self.transactions.attributes.iter().enumerate() {
            let word = words.attributes.get(at).filter(|_| attribute.role != Role::Attribute);
            record.text(word.unwrap_or(&attribute.name).as_bytes());
        }
        joined.write_names(&mut record);
        record.end();
        for position in self.find(query) {
            self.write(&mut record, words, position as usize);
            joined.write(&mut record, position as usize);
            record.end();
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
    }
}

/// The columns of joined files, by their names.
struct Joined {
    texts: Vec<(String, Categories)>,
    figures: Vec<(String, Vec<f64>)>,
}

impl Joined {
    /// Those that the orders have not themselves.
    fn of(table: &CustomerTable<'_>, source: &FeatureSource<'_>) -> Self {
        let own = &table.transactions.attributes;
        let names = source.attributes().into_iter().map(|(name, _)| name);
        let texts = names.filter(|name| own.iter().all(|attribute| attribute.name != *name));
        let figures = source.figures().into_iter().filter_map(|key| {
            let values = source.column(&key).ok()?;
            if let FeatureKey::Column { name } = key { Some((name, values)) } else { None }
        });
        Self {
            texts: texts
                .filter_map(|name| source.attribute(&name).map(|column| (name, column)))
                .collect(),
            figures: figures.collect(),
        }
    }

    fn write_names(&self, record: &mut Record) {
        let texts = self.texts.iter().map(|(name, _)| name);
        for name in texts.chain(self.figures.iter().map(|(name, _)| name)) {
            record.text(name.as_bytes());
        }
    }

    fn write(&self, record: &mut Record, at: usize) {
        for (_, column) in &self.texts {
            let name = column.names.get(column.codes[at] as usize);
            record.text(name.map_or(b"", |name| name.as_bytes()));
        }
        for (_, values) in &self.figures {
            if values[at].is_nan() { record.text(b"") } else { record.number(values[at]) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::customers::{CustomersParams, fold};
    use crate::join::Ids;
    use crate::mapping::look;
    use crate::rfm::{RfmParams, score};
    use crate::transactions::{Transactions, read_all};

    fn read(file: &str) -> Transactions {
        let mut head = look(file.as_bytes(), &[], file.len() as u64, None).unwrap();
        for (column, role) in head.columns.iter().zip(&mut head.params.roles) {
            if ["paid by", "city"].contains(&&*column.name) {
                *role = Some(Role::Attribute);
            }
        }
        read_all(&[file.as_bytes()], &head.params, 1 << 20, 1).unwrap().transactions
    }

    #[test]
    fn every_column_stands_there_once_under_its_name() {
        let orders = read(
            "customer,date,amount,region,paid by\na,2024-01-01,5,N,card\nb,2024-01-02,7,S,cash\n",
        );
        let people = Ids::of(&read("customer,city,age,region\nb,Oslo,30.5,X\nc,Rome,4,Y\n"));
        let customers = fold(&orders, &CustomersParams::default()).unwrap();
        let rfm = score(&customers, &RfmParams::default()).unwrap();
        let source = FeatureSource::new(&orders, &customers).joined(&people);
        let words = ExportWords {
            columns: std::array::from_fn(|column| format!("c{column}")),
            attributes: vec!["Area".into(), "Text column".into()],
            segments: Vec::new(),
            tiers: ["A", "B", "C"].map(String::from),
        };
        let table = CustomerTable::new(&orders, &customers, &rfm);
        let csv = table.csv(&words, &CustomerQuery::default(), &source);
        let lines: Vec<String> =
            String::from_utf8(csv).unwrap().lines().map(String::from).collect();
        assert!(lines[0].ends_with(",c12,Area,paid by,city,age"), "{}", lines[0]);
        let ends: Vec<String> = lines[1..]
            .iter()
            .map(|line| line.split(',').skip(13).collect::<Vec<_>>().join("|"))
            .collect();
        assert_eq!(ends, ["N|card||", "S|cash|Oslo|30.5"]);
    }
}
