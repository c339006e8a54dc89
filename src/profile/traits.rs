//! Everything known of the customers, in columns.

use super::{TraitGroup, TraitKey, group_of};
use crate::customers::{Civil, OrderDays, order_days};
use crate::error::Error;
use crate::features::{Categories, FeatureSource};
use crate::transactions::{Day, NO_CODE};

/// Something known of each customer.
#[derive(Debug, Clone, PartialEq)]
pub struct Trait {
    /// What it is.
    pub key: TraitKey,
    /// What kind of thing it says.
    pub group: TraitGroup,
    /// What it is for each customer.
    pub values: TraitValues,
}

/// The values of a trait, in the order of the customers.
#[derive(Debug, Clone, PartialEq)]
pub enum TraitValues {
    /// In the unit of the figure; NaN where missing.
    Figures(Vec<f64>),
    /// Categories.
    Categories {
        /// Places in `names`; [`NO_CODE`] where missing.
        codes: Vec<u32>,
        /// The categories that customers have: values bytewise ascending, weekdays and months by their numbers.
        names: Vec<String>,
    },
}

impl TraitValues {
    /// Whether every customer lacks it.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        match self {
            Self::Figures(values) => values.iter().all(|value| value.is_nan()),
            Self::Categories { names, .. } => names.is_empty(),
        }
    }
}

/// What is known of the customers: the figures of their orders and numeric columns, the columns of repeated text, and
/// the weekday and the month of most orders; no value where a customer has several equally often. Without those that every customer lacks; by groups, and within a group in
/// this order.
///
/// # Errors
/// Those of [`order_days`].
///
/// ```
/// use segmentlab::features::{FeatureKey, FeatureSource};
/// use segmentlab::profile::{TraitGroup, TraitKey, TraitValues, traits};
/// use segmentlab::{mapping::look, transactions::read_all};
/// let file = b"customer,age,city\nA,30,Rome\nB,41,Oslo\nC,41,Rome\n";
/// let head = look(file, &[], file.len() as u64, None)?;
/// let listed = read_all(&[file], &head.params, 1 << 20, 1)?.transactions;
/// let found = traits(&FeatureSource::of_customers(&listed))?;
/// assert_eq!(found[0].key, TraitKey::Figure { feature: FeatureKey::Column { name: "age".into() } });
/// assert_eq!(found[1].group, TraitGroup::Geography);
/// let names = vec!["Oslo".to_owned(), "Rome".to_owned()];
/// assert_eq!(found[1].values, TraitValues::Categories { codes: vec![1, 0, 1], names });
/// # Ok::<(), segmentlab::error::Error>(())
/// ```
pub fn traits(source: &FeatureSource<'_>) -> Result<Vec<Trait>, Error> {
    let mut found = Vec::new();
    let mut add = |key: TraitKey, values: TraitValues| {
        if !values.is_missing() {
            found.push(Trait { group: group_of(&key), key, values });
        }
    };
    for feature in source.figures() {
        let values = source.column(&feature)?;
        add(TraitKey::Figure { feature }, TraitValues::Figures(values));
    }
    for (name, role) in source.attributes() {
        if let Some(Categories { codes, names }) = source.favourite(&name) {
            let values = TraitValues::Categories { codes, names };
            add(TraitKey::Attribute { name, role }, values);
        }
    }
    if let Some((transactions, customers)) = source.orders() {
        let days = order_days(transactions, customers)?;
        add(TraitKey::Weekday, most_orders(&days, customers.len(), 7, weekday));
        add(TraitKey::Month, most_orders(&days, customers.len(), 12, month));
    }
    found.sort_by_key(|one| one.group);
    Ok(found)
}

/// From 0, which is Monday.
fn weekday(day: Day) -> u8 {
    // 1970-01-01 was a Thursday.
    (day + 3).rem_euclid(7) as u8
}

/// From 0, which is January.
fn month(day: Day) -> u8 {
    Civil::of(day).month - 1
}

/// Which of so many parts of a cycle the most orders of each customer fall into, none of equals; named by their numbers
/// from 1.
fn most_orders(
    days: &OrderDays,
    customers: usize,
    parts: usize,
    part: impl Fn(Day) -> u8,
) -> TraitValues {
    let mut held = vec![false; parts];
    let mut most = Vec::with_capacity(customers);
    for customer in 0..customers {
        let mut orders = [0_u32; 12];
        for &day in days.of(customer) {
            orders[usize::from(part(day))] += 1;
        }
        let highest = orders.iter().max().copied().unwrap_or(0);
        let mut with_most = (0..parts).filter(|&part| orders[part] == highest);
        let best = with_most.next().filter(|_| with_most.next().is_none());
        if let Some(best) = best {
            held[best] = true;
        }
        most.push(best);
    }
    let names = (1..).zip(&held).filter(|(_, held)| **held).map(|(part, _): (u32, _)| part);
    let names: Vec<String> = names.map(|part| part.to_string()).collect();
    let mut next = 0;
    let places: Vec<u32> = held
        .iter()
        .map(|&held| {
            if !held {
                return NO_CODE;
            }
            next += 1;
            next - 1
        })
        .collect();
    let code = |part: Option<usize>| part.map_or(NO_CODE, |part| places[part]);
    TraitValues::Categories { codes: most.into_iter().map(code).collect(), names }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::customers::{CustomersParams, fold};
    use crate::features::FeatureKey;
    use crate::join::Ids;
    use crate::mapping::{Role, look};
    use crate::transactions::{Transactions, read_all};

    fn read(file: &str) -> Transactions {
        let head = look(file.as_bytes(), &[], file.len() as u64, None).unwrap();
        read_all(&[file.as_bytes()], &head.params, 1 << 20, 1).unwrap().transactions
    }

    fn categories(of: &Trait) -> Vec<Option<&str>> {
        let TraitValues::Categories { codes, names } = &of.values else { panic!("{of:?}") };
        codes.iter().map(|&code| names.get(code as usize).map(String::as_str)).collect()
    }

    #[test]
    fn of_orders_and_of_joined_files() {
        // 2024-01-01 was a Monday; c has two orders on Tuesdays and two on Sundays, in June and in July.
        let orders = read(
            "customer,order,date,amount,region\n\
             a,1,2024-01-01,5,north\n\
             b,2,2024-02-06,7,south\n\
             b,2,2024-02-06,7,north\n\
             b,3,2024-02-07,7,north\n\
             b,4,2024-03-05,7,\n\
             c,5,2024-06-30,1,\n\
             c,6,2024-06-30,1,\n\
             c,7,2024-07-02,1,\n\
             c,8,2024-07-09,1,\n",
        );
        let customers = fold(&orders, &CustomersParams::default()).unwrap();
        let listed = Ids::of(&read("customer,age,region\nb,30,east\nc,41,west\nd,7,west\n"));
        let source = FeatureSource::new(&orders, &customers).joined(&listed);
        let found = traits(&source).unwrap();
        let groups: Vec<TraitGroup> = found.iter().map(|one| one.group).collect();
        assert!(groups.is_sorted());
        let find = |key: TraitKey| found.iter().find(|one| one.key == key).unwrap();

        let frequency = find(TraitKey::Figure { feature: FeatureKey::Frequency });
        assert_eq!(frequency.values, TraitValues::Figures(vec![1.0, 3.0, 4.0]));
        let age = FeatureKey::Column { name: "age".into() };
        let TraitValues::Figures(ages) = &find(TraitKey::Figure { feature: age }).values else {
            panic!("age is a figure")
        };
        assert!(ages[0].is_nan());
        assert_eq!(ages[1..], [30.0, 41.0]);

        let region = find(TraitKey::Attribute { name: "region".into(), role: Role::Region });
        assert_eq!(categories(region), [Some("north"), Some("north"), None], "that of the orders");
        assert_eq!(found.iter().filter(|one| one.group == TraitGroup::Geography).count(), 1);
        assert_eq!(categories(find(TraitKey::Weekday)), [Some("1"), Some("2"), None]);
        // Two orders in June and two in July, two on Tuesdays and two on Sundays: no habit.
        assert_eq!(categories(find(TraitKey::Month)), [Some("1"), Some("2"), None]);
    }

    #[test]
    fn a_column_that_nobody_fills_is_no_trait() {
        let file = "customer,age,city\na,1,\nb,2,\n";
        let listed = read(file);
        assert_eq!(listed.attributes.len(), 1);
        let found = traits(&FeatureSource::of_customers(&listed)).unwrap();
        assert_eq!(found.len(), 1);
    }
}
