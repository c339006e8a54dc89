//! What is asked of the customer table.

use serde::{Deserialize, Serialize};

/// Columns the customer table can be sorted by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum SortKey {
    /// Customer id: whole numbers by value and before the rest, the rest bytewise.
    Customer,
    /// R in days.
    Recency,
    /// F.
    Frequency,
    /// M.
    #[default]
    Monetary,
    /// Refunded amount.
    Refunded,
    /// Weighted score.
    Score,
    /// Position of the segment in the rules.
    Segment,
    /// Value tier.
    Tier,
    /// First purchase.
    First,
    /// Last purchase.
    Last,
}

/// Which customers, in which order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct CustomerQuery {
    /// Part of the id, letters in any case; empty for all.
    pub search: String,
    /// Only this segment (index into `RfmReport::segments`).
    pub segment: Option<u16>,
    /// Only this score of R.
    pub r: Option<u8>,
    /// Only this score of F.
    pub f: Option<u8>,
    /// Only this tier: 0 high, 1 middle, 2 low.
    pub tier: Option<u8>,
    /// Sorted by; ties by id.
    pub sort: SortKey,
    /// Largest first.
    pub descending: bool,
}

/// Part of an id, letters in any case.
pub(super) struct Search {
    /// In lower case.
    part: String,
}

impl Search {
    pub(super) fn new(part: &str) -> Self {
        Self { part: part.to_lowercase() }
    }

    pub(super) fn finds(&self, id: &[u8]) -> bool {
        let part = self.part.as_bytes();
        if part.is_empty() {
            return true;
        }
        if id.is_ascii() {
            return id.windows(part.len()).any(|window| window.eq_ignore_ascii_case(part));
        }
        String::from_utf8_lossy(id).to_lowercase().contains(&self.part)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_found_in_any_case() {
        assert!(Search::new("tb-1").finds(b"ES-TB-1438"));
        assert!(Search::new("TB-1").finds(b"es-tb-1438"));
        assert!(!Search::new("tb-2").finds(b"ES-TB-1438"));
        assert!(Search::new("").finds(b""));
        assert!(!Search::new("longer").finds(b"long"));
    }

    #[test]
    fn letters_beyond_ascii_have_case_too() {
        assert!(Search::new("émile").finds("ÉMILE-7".as_bytes()));
        assert!(Search::new("曾惠").finds("曾惠-14485".as_bytes()));
        assert!(!Search::new("é").finds(b"E"));
    }

    #[test]
    fn what_is_left_out_of_a_query_is_not_asked() {
        let query: CustomerQuery = serde_json::from_str(r#"{"r":5}"#).unwrap();
        assert_eq!(query, CustomerQuery { r: Some(5), ..CustomerQuery::default() });
        assert!(serde_json::from_str::<CustomerQuery>(r#"{"rr":5}"#).is_err());
    }
}
