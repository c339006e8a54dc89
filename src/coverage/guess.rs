//! What columns are for, by their names.

use super::{Outcome, Per, Potential, Span, months_from};
use crate::mapping::normal;
use crate::table::{Dictionary, day_of};

#[rustfmt::skip]
const POTENTIAL: [&str; 9] =
    ["潜力", "潜在", "容量", "总需求", "potential", "wallet", "capacity", "opportunity", "categoryspend"];

#[rustfmt::skip]
const TIER: [&str; 14] = [
    "等级", "级别", "分级", "层级", "客户级", "分类等级", "tier", "grade", "class", "level", "abc", "priority", "rank", "rating",
];

const RATE: [&str; 6] = ["覆盖率", "铺货率", "分销率", "coverage", "distribution", "penetration"];

#[rustfmt::skip]
const UNIVERSE: [&str; 16] = [
    "客户数", "家数", "网点数", "门店数", "店数", "户数", "终端数", "总体", "universe", "customers", "outlets", "stores", "accounts",
    "doors", "households", "population",
];

#[rustfmt::skip]
const SALES: [&str; 10] =
    ["销售", "金额", "营收", "收入", "回款", "sales", "revenue", "amount", "turnover", "value"];

#[rustfmt::skip]
const MARKET: [&str; 8] =
    ["市场", "行业", "大盘", "品类", "market", "industry", "category", "total"];

#[rustfmt::skip]
const BEFORE: [&str; 12] = [
    "上期", "上年", "去年", "同期", "上季", "上月", "前期", "previous", "prior", "last", "before", "ly",
];

const OUTCOME: [&str; 8] = ["成交", "签单", "下单", "转化", "converted", "sale", "sold", "outcome"];

const YES: [&str; 12] =
    ["是", "有", "成交", "已成交", "成功", "yes", "y", "true", "1", "won", "sold", "success"];

fn has(name: &str, parts: &[&str]) -> bool {
    parts.iter().any(|part| name.contains(part))
}

/// Whether a column of this name and so many values ranks customers.
pub(super) fn is_tier(name: &str, values: usize) -> bool {
    (2..=6).contains(&values) && has(&normal(name), &TIER)
}

/// The column that says what customers could bring.
pub(super) fn potential<'n>(mut names: impl Iterator<Item = &'n str>) -> Option<Potential> {
    let name = names.find(|name| has(&normal(name), &POTENTIAL))?;
    // What stands in brackets too.
    let known = name.to_lowercase();
    let per = if has(&known, &["月", "month"]) {
        Per::Month
    } else if has(&known, &["季", "quarter"]) {
        Per::Quarter
    } else if has(&known, &["年", "year", "annual"]) {
        Per::Year
    } else {
        Per::Period
    };
    Some(Potential { column: name.to_owned(), per })
}

/// What a numeric column of the targets is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TargetFigure {
    Rate,
    Universe,
    Sales,
    Market,
    MarketBefore,
}

pub(super) fn target_figure(name: &str) -> Option<TargetFigure> {
    let name = normal(name);
    let of_market = has(&name, &MARKET);
    if has(&name, &RATE) {
        Some(TargetFigure::Rate)
    } else if has(&name, &UNIVERSE) {
        Some(TargetFigure::Universe)
    } else if of_market && (has(&name, &SALES) || has(&name, &["规模", "size", "额"])) {
        Some(if has(&name, &BEFORE) { TargetFigure::MarketBefore } else { TargetFigure::Market })
    } else if has(&name, &SALES) && !has(&name, &BEFORE) {
        Some(TargetFigure::Sales)
    } else {
        None
    }
}

/// The column of contacts that says whether something was sold, by its name and a value that says yes.
pub(super) fn outcome<'c>(
    mut columns: impl Iterator<Item = (&'c str, &'c Dictionary)>,
) -> Option<Outcome> {
    columns.find_map(|(name, values)| {
        if !has(&normal(name), &OUTCOME) {
            return None;
        }
        let yes = (0..values.len() as u32).map(|code| values.text(code)).find(|value| {
            let value = value.trim().to_lowercase();
            YES.contains(&&*value)
        })?;
        Some(Outcome { column: name.to_owned(), value: yes.into_owned() })
    })
}

/// The stretch of time that a text names: `2025`, `2025Q4`, `2025年4季度`, `2025-10`, `202510`, `2025年10月`.
pub(super) fn span_named(text: &str) -> Option<Span> {
    let text = text.trim().to_lowercase();
    let parts: Vec<u32> = text
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    let is_quarter = text.contains('q') || text.contains('季');
    let (year, month, months) = match parts[..] {
        [year] if year < 10_000 => (year, 1, 12),
        [joint] if joint < 1_000_000 => (joint / 100, joint % 100, 1),
        [year, quarter @ 1..=4] if is_quarter => (year, quarter * 3 - 2, 3),
        [year, month] => (year, month, 1),
        _ => return None,
    };
    if !(1900..2100).contains(&year) || text.chars().count() > 12 {
        return None;
    }
    let from = day_of(year, month, 1)?;
    Some(Span { from, to: months_from(from, months)? - 1 })
}

/// What tiers are planned with, per month, from the first tier on.
pub(super) const PLAN: [f64; 3] = [3.0, 2.0, 1.0];

/// Where a tier stands, by its name: what is lower comes first.
pub(super) fn tier_order(name: &str) -> (usize, String) {
    #[rustfmt::skip]
    const ORDER: [&[&str]; 3] = [
        &["high", "高", "重点", "核心", "vip", "gold", "key", "large", "大"],
        &["middle", "medium", "mid", "中", "普通", "一般", "silver", "standard"],
        &["low", "低", "small", "小", "bronze", "其他", "others"],
    ];
    let whole = normal(name);
    let known = ORDER.iter().position(|words| words.iter().any(|word| whole.starts_with(word)));
    (known.unwrap_or(ORDER.len()), name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn potential_is_found_with_its_time() {
        let found = |names: &[&str]| potential(names.iter().copied());
        let of = |column: &str, per| Some(Potential { column: column.into(), per });
        assert_eq!(found(&["年龄", "月度潜力"]), of("月度潜力", Per::Month));
        assert_eq!(found(&["Annual wallet"]), of("Annual wallet", Per::Year));
        assert_eq!(found(&["潜力（季度）"]), of("潜力（季度）", Per::Quarter));
        assert_eq!(found(&["市场容量"]), of("市场容量", Per::Period));
        assert_eq!(found(&["age"]), None);
    }

    #[test]
    fn figures_of_targets() {
        use TargetFigure::{Market, MarketBefore, Rate, Sales, Universe};
        for (name, figure) in [
            ("目标覆盖率", Some(Rate)),
            ("市场客户数", Some(Universe)),
            ("目标销售额", Some(Sales)),
            ("市场销售额", Some(Market)),
            ("上期市场销售额", Some(MarketBefore)),
            ("Target coverage", Some(Rate)),
            ("Outlets", Some(Universe)),
            ("target revenue", Some(Sales)),
            ("market size", Some(Market)),
            ("market sales last year", Some(MarketBefore)),
            ("去年销售额", None),
            ("人数上限", None),
        ] {
            assert_eq!(target_figure(name), figure, "{name}");
        }
    }

    #[test]
    fn periods_by_their_names() {
        let span = |from: (u32, u32, u32), to: (u32, u32, u32)| {
            let day = |(year, month, day)| day_of(year, month, day).unwrap();
            Some(Span { from: day(from), to: day(to) })
        };
        let quarter = span((2025, 10, 1), (2025, 12, 31));
        assert_eq!(["2025Q4", "2025年4季度", "2025-Q4"].map(span_named), [quarter; 3]);
        let month = span((2025, 9, 1), (2025, 9, 30));
        assert_eq!(["2025-09", "2025年9月", "202509", "2025/9"].map(span_named), [month; 4]);
        assert_eq!(span_named("2024年"), span((2024, 1, 1), (2024, 12, 31)));
        for text in ["华东", "3012", "Q4", "2012 Olympic Road 12", "2025Q0", "2025-13", ""] {
            assert_eq!(span_named(text), None, "{text}");
        }
    }

    #[test]
    fn tiers_go_down() {
        let sorted = |mut names: Vec<&'static str>| {
            names.sort_by_key(|name| tier_order(name));
            names
        };
        assert_eq!(sorted(vec!["C", "A", "B"]), ["A", "B", "C"]);
        assert_eq!(sorted(vec!["低", "高", "中"]), ["高", "中", "低"]);
        assert_eq!(sorted(vec!["Silver", "Bronze", "Gold"]), ["Gold", "Silver", "Bronze"]);
        assert!(is_tier("客户等级", 3) && is_tier("Tier", 4));
        assert!(!is_tier("等级", 40) && !is_tier("省份", 3));
    }

    #[test]
    fn an_outcome_has_a_value_that_says_yes() {
        let values = Dictionary::from_packed("否是".as_bytes().to_vec(), vec![3, 6]);
        let found = outcome([("结果", &values), ("是否成交", &values)].into_iter());
        assert_eq!(found, Some(Outcome { column: "是否成交".into(), value: "是".into() }));
        assert_eq!(outcome([("大区", &values)].into_iter()), None);
    }
}
