//! Which columns of a customer file are figures of the customers.

use super::{ColumnKind, ColumnSample, Role, RoleReason, is_class, is_id};

/// Rows from which on whole numbers that never repeat may be ids.
const SURE_ROWS: u32 = 20;

/// Digits of a number that names something: a phone, an account, an identity card.
const LONG: u64 = 9;

/// Gives the numeric columns that play no role yet to [`Role::Measure`]: not those that only name something, nor
/// those that always hold the same.
pub(super) fn guess_measures(
    guessed: &mut [Option<(Role, RoleReason)>],
    names: &[String],
    samples: &[ColumnSample],
) {
    for ((played, name), sample) in guessed.iter_mut().zip(names).zip(samples) {
        if played.is_none() && is_measure(name, sample) {
            *played = Some((Role::Measure, RoleReason::Content));
        }
    }
}

/// Gives all numeric columns to [`Role::Measure`], those of amounts and quantities too: what is aimed at is no order.
pub(super) fn guess_figures(guessed: &mut [Option<(Role, RoleReason)>], samples: &[ColumnSample]) {
    for (played, sample) in guessed.iter_mut().zip(samples) {
        let is_free = matches!(
            played,
            None | Some((Role::Order | Role::Amount | Role::Quantity | Role::Price, _))
        );
        if is_free && sample.kind() == ColumnKind::Number {
            *played = Some((Role::Measure, RoleReason::Content));
        }
    }
}

fn is_measure(name: &str, sample: &ColumnSample) -> bool {
    sample.kind() == ColumnKind::Number
        && sample.distinct > 1
        && !is_id(name)
        && !is_class(name)
        && !counts_rows(sample)
}

/// Whole numbers, each once, that go up row by row, or are too long to be counted.
fn counts_rows(sample: &ColumnSample) -> bool {
    let each_once = sample.fractions == 0 && sample.distinct == sample.filled();
    let long = sample.bytes >= LONG * u64::from(sample.distinct.max(1));
    // The first of several filled cells has none before it, and counts as a step forward.
    each_once && sample.filled() >= SURE_ROWS && (sample.steps_back == 0 || long)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mapping::look;

    /// Names of the measures of a file with these rows behind its header.
    fn measures(header: &str, rows: impl Fn(u32) -> String) -> Vec<String> {
        let rows: String = (0..40).map(|row| rows(row) + "\n").collect();
        let file = format!("{header}\n{rows}");
        let head = look(file.as_bytes(), &[], file.len() as u64, None).unwrap();
        let columns = head.columns.into_iter();
        columns.filter(|one| one.role == Some(Role::Measure)).map(|one| one.name).collect()
    }

    #[test]
    fn figures_are_measures_and_names_are_not() {
        let found = measures("member_id,age,ShopID,zip code,label,always,note,paid", |row| {
            format!(
                "M{row},{},{},2000{row},{},3,x,{}",
                20 + row % 30,
                row % 5,
                row % 3,
                row * 7 % 11
            )
        });
        assert_eq!(found, ["age", "paid"]);
        let found = measures("客户编号,年龄,手机,网点编号,年收入（万）", |row| {
            format!(
                "K{row},{},1380000{:04},{},{}.5",
                20 + row % 30,
                row * 7919 % 10_000,
                row % 4,
                row
            )
        });
        assert_eq!(found, ["年龄", "年收入（万）"]);
    }

    #[test]
    fn a_point_behind_a_name_is_no_part_of_it() {
        let found =
            measures("who,Store No.,paid.", |row| format!("a{row},{},{}", row % 5, row % 9));
        assert_eq!(found, ["paid."]);
    }

    #[test]
    fn whole_numbers_that_count_the_rows_are_none() {
        let found = measures("who,nr,score", |row| format!("a{row},{},{}", row + 1, row * 13 % 41));
        assert_eq!(found, ["score"], "no two scores are equal, but they do not ascend");
    }

    #[test]
    fn an_amount_without_a_date_is_a_figure_of_the_customer() {
        // As the customers of Hillstrom's mailing, with and without an id.
        let found = measures("recency,channel,visits,spend", |row| {
            format!("{},{},{},{}.5", row % 12, ["Web", "Phone"][row as usize % 2], row % 3, row)
        });
        assert_eq!(found, ["recency", "visits", "spend"]);
        let found = measures("客户编号,年龄,数量,消费金额", |row| {
            format!("K{row},{},{},{row}.5", 20 + row % 30, row % 4)
        });
        assert_eq!(found, ["年龄", "数量", "消费金额"]);
    }

    #[test]
    fn an_amount_of_orders_whose_date_is_not_known_stays_one() {
        for (header, id) in [("customer,when,spend", 7), ("order_id,when,spend", 40)] {
            let found = measures(header, |row| format!("K{},long ago,{row}.5", row % id));
            assert!(found.is_empty(), "{header}");
        }
    }

    #[test]
    fn orders_have_no_measures() {
        let found = measures("customer,date,amount,age", |row| {
            format!("c{},2024-01-{:02},{}.5,{}", row % 7, row % 28 + 1, row, row % 9)
        });
        assert!(found.is_empty());
    }
}
