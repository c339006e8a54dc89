//! Which columns hold repeated text.

use super::{
    ColumnKind, ColumnSample, Role, RoleReason, is_class, is_grouping, names_one, names_owner,
};

/// Different values, at most.
const MOST: u32 = 50;

/// Different values, at most, where the name says that they are categories, channels or regions, or who looks after a
/// customer: a country has many cities.
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

/// Gives all other columns of text to [`Role::Attribute`]: the rows of targets are few, and each stands for a group.
pub(super) fn guess_groups(guessed: &mut [Option<(Role, RoleReason)>], samples: &[ColumnSample]) {
    for (played, sample) in guessed.iter_mut().zip(samples) {
        if played.is_none() && sample.kind() == ColumnKind::Text {
            *played = Some((Role::Attribute, RoleReason::Content));
        }
    }
}

fn is_attribute(name: &str, sample: &ColumnSample) -> bool {
    let is_named = is_grouping(name) || names_owner(name);
    let is_text = match sample.kind() {
        ColumnKind::Text => is_named || !names_one(name),
        ColumnKind::Number => is_class(name) && sample.fractions == 0,
        ColumnKind::Date | ColumnKind::Empty => false,
    };
    let most = if is_named { MOST_NAMED } else { MOST };
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
    fn text_of_visits_and_targets_says_who_and_what_for() {
        let row =
            |at: u32| format!("2024-01-{:02},K{},R{},业务{}", at % 28 + 1, at % 9, at % 3, at % 70);
        assert_eq!(attributes("拜访日期,客户编号,结果,业务员", 300, row), ["结果", "业务员"]);
        let file =
            "tier,kind,target revenue\nA,x,1000\nA,x,500\nA,x,500\nA,x,500\nA,x,500\nB,x,500\n";
        let head = look(file.as_bytes(), &[], file.len() as u64, None).unwrap();
        assert_eq!(head.kind, FileKind::Targets);
        let text = Some(Role::Attribute);
        assert_eq!(head.params.roles, [text, text, Some(Role::Measure)]);
        let file =
            "季度,大区,客户数,销售额,目标覆盖率\nQ1,华东,120,5000,85%\nQ1,华南,90,4000,80%\n";
        let head = look(file.as_bytes(), &[], file.len() as u64, None).unwrap();
        assert_eq!(head.kind, FileKind::Targets);
        let number = Some(Role::Measure);
        assert_eq!(head.params.roles, [text, Some(Role::Region), number, number, number]);
    }
}
