//! Rows that are none: totals, and the header once more.

use crate::file::{Record, unquote};
use crate::mapping::ReadPlan;
use crate::table::{is_missing, trim};

/// Words that name a total whatever stands beside them.
const SURE: [&str; 12] = [
    "合计",
    "总计",
    "小计",
    "总合计",
    "合 计",
    "总 计",
    "小 计",
    "累计",
    "本页小计",
    "本页合计",
    "共计",
    "grand total",
];

/// Words that name a total in a row that is no transaction, and could also be somebody's name.
const LIKELY: [&str; 9] =
    ["total", "totals", "subtotal", "sub total", "sub-total", "total:", "sum", "sum:", "汇总"];

/// Longest of these words.
const LONGEST: usize = 16;

/// Whether a text names a total; `undated` says that the row has no date that would make it a transaction.
///
/// A colon may follow the word, and blanks may stand around it; letters count in either case.
#[inline]
pub(super) fn is_total(text: &[u8], undated: bool) -> bool {
    match text.first() {
        Some(0xE5..=0xE7 | b'T' | b't' | b'S' | b's' | b'G' | b'g') if text.len() <= LONGEST => {
            names_total(text, undated) || names_period_total(text)
        }
        Some(b'0'..=b'9') if text.last() == Some(&0xA1) => names_period_total(text),
        _ => false,
    }
}

/// Whether a text names the total of a day, a month or a year, as ledgers do: `本月合计`, `1月小计`, `2024年累计`.
#[cold]
fn names_period_total(text: &[u8]) -> bool {
    let text = trim(text);
    let period =
        ["合计", "小计", "累计"].iter().find_map(|word| text.strip_suffix(word.as_bytes()));
    period.is_some_and(|period| {
        let begins =
            period.starts_with("本".as_bytes()) || period.first().is_some_and(u8::is_ascii_digit);
        begins
            && ["日", "月", "季", "年", "期"].iter().any(|unit| period.ends_with(unit.as_bytes()))
    })
}

#[cold]
fn names_total(text: &[u8], undated: bool) -> bool {
    let text = ["：".as_bytes(), b":"]
        .iter()
        .fold(text, |text, &colon| text.strip_suffix(colon).unwrap_or(text));
    let is = |word: &&str| word.as_bytes().eq_ignore_ascii_case(trim(text));
    SURE.iter().any(is) || (undated && LIKELY.iter().any(is))
}

/// Whether a text ends in such a word behind a blank, as the subtotals of a spreadsheet do: `张三 汇总`, `7 Total`.
fn ends_in_total(text: &[u8]) -> bool {
    let last = text.iter().rposition(|&byte| byte == b' ');
    last.is_some_and(|blank| names_total(trim(&text[blank..]), true))
}

/// A row that is set aside, looked at once more.
pub(super) struct FootRow<'a, 'r> {
    pub(super) bytes: &'a [u8],
    pub(super) record: &'r Record,
    pub(super) plan: &'r ReadPlan,
    pub(super) columns: usize,
}

impl<'a> FootRow<'a, '_> {
    fn raw(&self, column: usize) -> &'a [u8] {
        self.record.field(self.bytes, column).unwrap_or_default()
    }

    /// Whether the row says what the header says: every cell is empty or what its column is called, and two
    /// are, or all of a single column.
    pub(super) fn repeats_header(&self) -> bool {
        if !self.plan.params.header {
            return false;
        }
        let mut scratch = Vec::new();
        let mut same = 0;
        for (column, name) in self.plan.names.iter().enumerate().take(self.columns) {
            let cell = trim(unquote(self.raw(column), &mut scratch));
            // A name may begin with that of a group of columns.
            match (cell.is_empty(), name.as_bytes().ends_with(cell)) {
                (true, _) => {}
                (false, true) => same += 1,
                (false, false) => return false,
            }
        }
        same >= self.columns.min(2)
    }

    /// The cell that names a total: the first filled one, or that of the customer, the order or the date. In a row
    /// without a date the first may end in the word.
    pub(super) fn total(&self) -> Option<(u32, &'a [u8])> {
        let mut scratch = Vec::new();
        let first = (0..self.columns)
            .find(|&column| !is_missing(trim(unquote(self.raw(column), &mut scratch))));
        let plan = self.plan;
        let told = [plan.customer, plan.order, plan.date]
            .into_iter()
            .flatten()
            .map(|column| column as usize);
        let undated = plan.date.is_some_and(|column| {
            is_missing(trim(unquote(self.raw(column as usize), &mut scratch)))
        });
        let mut columns = first.into_iter().chain(told);
        columns.find_map(|column| {
            let mut scratch = Vec::new();
            let text = trim(unquote(self.raw(column), &mut scratch));
            let subtotal = undated && Some(column) == first && ends_in_total(text);
            (is_total(text, true) || subtotal).then_some((column as u32, self.raw(column)))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_totals() {
        for word in ["本月合计", "1月小计", "2024年累计"] {
            assert!(is_total(word.as_bytes(), false), "{word}");
        }
        assert!(!is_total("3号小计".as_bytes(), false) && !is_total("7月设计".as_bytes(), false));
        for word in ["合计", "合计：", " 总计 ", "小计:", "Grand Total", "GRAND TOTAL:"] {
            assert!(is_total(trim(word.as_bytes()), false), "{word}");
        }
        for word in ["Total", "TOTAL:", "Sum", "汇总", "subtotal"] {
            assert!(is_total(word.as_bytes(), true), "{word}");
            assert!(!is_total(word.as_bytes(), false), "{word}");
        }
        for word in ["", "TotalEnergies", "合计数", "Sumi", "T", "总计划部", "17850"] {
            assert!(!is_total(word.as_bytes(), true), "{word}");
        }
    }
}
