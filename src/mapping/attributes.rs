//! Which columns hold repeated text.

use super::{ColumnKind, ColumnSample, Role, RoleReason, is_class, is_grouping, names_one};

/// Different values, at most.
const MOST: u32 = 50;

/// Different values, at most, where the name says that they are categories, channels or regions: a country has many
/// cities.
const MOST_NAMED: u32 = 1000;

/// Rows per value, at least.
const REPEATED: u32 = 3;

/// Mean bytes of a value, at most: 30 Chinese characters. What is longer was written by hand.
const LONGEST: u64 = 90;

/// Gives columns of repeated text that play no role yet to [`Role::Attribute`], the first ones, at most so many: those
/// with few different values, each in several rows. Numbers only where the name says that they are classes.
pub(super) fn guess_attributes(
    guessed: &mut [Option<(Role, RoleReason)>],
    names: &[String],
    samples: &[ColumnSample],
    most: usize,
) {
    let columns = guessed.iter_mut().zip(names).zip(samples);
    let found = columns
        .filter(|((played, name), sample)| played.is_none() && is_attribute(name, sample))
        .take(most);
    for ((played, _), _) in found {
        *played = Some((Role::Attribute, RoleReason::Content));
    }
}

fn is_attribute(name: &str, sample: &ColumnSample) -> bool {
    let is_text = match sample.kind() {
        ColumnKind::Text => is_grouping(name) || !names_one(name),
        ColumnKind::Number => is_class(name) && sample.fractions == 0,
        ColumnKind::Date | ColumnKind::Empty => false,
    };
    let most = if is_grouping(name) { MOST_NAMED } else { MOST };
    // One value tells customers apart where the others have none.
    let tells = sample.distinct > 1 || sample.missing > 0;
    is_text
        && tells
        && sample.distinct <= most
        && sample.filled() / REPEATED >= sample.distinct
        && sample.bytes <= LONGEST * u64::from(sample.distinct)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mapping::{FileKind, look};

    /// Names of the attributes of a file with so many of these rows behind its header.
    fn attributes(header: &str, rows: u32, row: impl Fn(u32) -> String) -> Vec<String> {
        let rows: String = (0..rows).map(|at| row(at) + "\n").collect();
        let file = format!("{header}\n{rows}");
        let head = look(file.as_bytes(), &[], file.len() as u64, None).unwrap();
        let columns = head.columns.into_iter();
        columns.filter(|one| one.role == Some(Role::Attribute)).map(|one| one.name).collect()
    }

    #[test]
    fn repeated_text_of_customers() {
        let header =
            "客户编号,姓名,性别,会员等级,省份,城市,学历,手机,备注,收货地址,入会日期,年龄,邮箱";
        let found = attributes(header, 600, |at| {
            let gender = ["男", "女"][at as usize % 2];
            let (level, city, degree) = (at % 4, at % 150, at % 5);
            format!(
                "K{at},王{},{gender},L{level},P{},C{city},D{degree},1380000{at:04},n{at},A{},2024-01-{:02},{},m{}@x",
                at % 9,
                at % 30,
                at % 7,
                at % 28 + 1,
                at % 50,
                at % 9
            )
        });
        assert_eq!(found, ["性别", "会员等级", "城市", "学历"], "the province is the region");
    }

    #[test]
    fn orders_have_them_too_at_most_twelve() {
        let wide: Vec<String> = (0..15).map(|number| format!("w{number}")).collect();
        let header = format!("customer,order,date,amount,product name,{}", wide.join(","));
        let found = attributes(&header, 300, |at| {
            let cells: Vec<String> =
                (0..15).map(|number| format!("v{}", at % (number + 2))).collect();
            format!(
                "c{},o{at},2024-01-{:02},{at}.5,p{},{}",
                at % 40,
                at % 28 + 1,
                at % 120,
                cells.join(",")
            )
        });
        assert_eq!(found, wide[..12]);
    }

    #[test]
    fn what_does_not_repeat_or_differ_is_none() {
        let found = attributes("who,always,often,rarely,flag,long", 90, |at| {
            let flag = if at % 3 == 0 { "yes" } else { "" };
            let long = "words ".repeat(20);
            format!("a{at},same,x{},x{},{flag},{long}{}", at % 30, at % 31, at % 2)
        });
        assert_eq!(found, ["often", "flag"], "30 values in 90 rows are enough, 31 are not");
    }

    #[test]
    fn numbers_are_classes_where_they_are_called_so() {
        let found = attributes("x,label,kids,class,cluster", 150, |at| {
            format!("{at}.5,{},{},{}.25,{at}", at / 50, at % 3, at % 4)
        });
        assert_eq!(found, ["label"], "fractions are figures, and what never repeats is no class");
    }

    #[test]
    fn text_of_visits_and_targets_is_not_of_customers() {
        let row = |at: u32| format!("2024-01-{:02},K{},R{}", at % 28 + 1, at % 9, at % 3);
        assert!(attributes("拜访日期,客户编号,结果", 60, row).is_empty());
        let file =
            "tier,kind,target revenue\nA,x,1000\nA,x,500\nA,x,500\nA,x,500\nA,x,500\nB,x,500\n";
        let head = look(file.as_bytes(), &[], file.len() as u64, None).unwrap();
        assert_eq!(head.kind, FileKind::Targets);
        assert!(!head.params.roles.contains(&Some(Role::Attribute)));
    }
}
