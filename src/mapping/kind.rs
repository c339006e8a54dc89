//! What a file is taken for.

use std::collections::BTreeSet;

use super::{ColumnKind, ColumnSample, FileKind, Role, is_goal, normal};

/// What roles and columns make of a file: with a date and an amount its rows are transactions; with a customer and
/// a date, contacts; without a customer, numbers for groups that stand there once each, targets.
pub(super) fn kind_of(
    roles: &[Option<Role>],
    names: &[String],
    samples: &[ColumnSample],
    rows: &[Vec<Vec<u8>>],
) -> FileKind {
    let has = |role| roles.contains(&Some(role));
    if has(Role::Date) && (has(Role::Amount) || (has(Role::Quantity) && has(Role::Price))) {
        FileKind::Transactions
    } else if has(Role::Customer) && has(Role::Date) {
        FileKind::Contacts
    } else if !has(Role::Customer) && is_targets(roles, names, samples, rows) {
        FileKind::Targets
    } else {
        FileKind::Customers
    }
}

fn is_targets(
    roles: &[Option<Role>],
    names: &[String],
    samples: &[ColumnSample],
    rows: &[Vec<Vec<u8>>],
) -> bool {
    let is_group = |column: usize| {
        matches!(roles[column], Some(Role::Category | Role::Channel | Role::Region))
            || samples[column].kind() != ColumnKind::Number
    };
    let (groups, numbers): (Vec<usize>, Vec<usize>) =
        (0..names.len().min(roles.len())).partition(|&column| is_group(column));
    if numbers.is_empty() {
        return false;
    }
    if numbers.iter().any(|&column| is_goal(&normal(&names[column]))) {
        return true;
    }
    let has_group = roles
        .iter()
        .any(|role| matches!(role, Some(Role::Category | Role::Channel | Role::Region)));
    let mut seen = BTreeSet::new();
    has_group
        && rows.iter().all(|row| {
            seen.insert(groups.iter().map(|&column| row.get(column)).collect::<Vec<_>>())
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mapping::look;

    fn kind(file: &str) -> FileKind {
        look(file.as_bytes(), &[], file.len() as u64, None).unwrap().kind
    }

    #[test]
    fn each_kind_of_file() {
        assert_eq!(
            kind("客户编号,下单日期,金额\nK1,2024-01-02,5\nK1,2024-01-03,5\n"),
            FileKind::Transactions
        );
        assert_eq!(kind("客户编号,大区,等级\nK1,华东,A\nK2,华东,B\n"), FileKind::Customers);
        assert_eq!(
            kind("拜访日期,客户编号,是否成交\n2024-01-02,K1,否\n2024-01-03,K1,是\n"),
            FileKind::Contacts
        );
        assert_eq!(kind("大区,渠道,家数\n华东,商超,121\n华东,餐饮,90\n"), FileKind::Targets);
        assert_eq!(kind("tier,target revenue\nA,1000\nB,500\n"), FileKind::Targets);
    }

    #[test]
    fn one_visit_to_each_customer_is_still_a_visit() {
        let rows = |header: &str| {
            let rows = (0..60).map(|at| format!("2024-01-{:02},K{at:03}\n", at % 28 + 1));
            kind(&format!("{header}\n{}", rows.collect::<String>()))
        };
        assert_eq!(rows("拜访日期,客户编号"), FileKind::Contacts);
        assert_eq!(rows("visit date,outlet code"), FileKind::Contacts);
        assert_eq!(rows("开通日期,客户编号"), FileKind::Customers);
    }

    #[test]
    fn a_month_and_sales_of_the_market_are_no_orders() {
        let file =
            "月份,大区,目标覆盖率,市场销售额\n2025-10-01,华东,80%,9000\n2025-10-01,华南,70%,800\n";
        assert_eq!(kind(file), FileKind::Targets);
    }

    #[test]
    fn groups_that_stand_there_more_than_once_make_no_targets() {
        // As the wholesale customers of UCI: two codes and what each customer buys.
        assert_eq!(
            kind("Channel,Region,Fresh,Milk\n2,3,12669,9656\n2,3,7057,9810\n"),
            FileKind::Customers
        );
    }
}
