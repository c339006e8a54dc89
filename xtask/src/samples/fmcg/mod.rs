//! A made-up book of a consumer goods maker in China (快消品): customers, orders, visits, targets.
//!
//! Everything follows from one seed by whole-number arithmetic, so every machine makes the same bytes.
//! Places are real, companies and people are not: customers and dealers are named by place and number.

mod calendar;
mod orders;
mod outlets;
mod random;
mod targets;
mod visits;
mod world;

use random::Random;

/// Excel in China takes a CSV for UTF-8 only if it starts with this.
const BOM: &str = "\u{feff}";

const SEED: u64 = 20_240_701;

/// Name and content of each file.
pub fn files() -> [(&'static str, String); 4] {
    let mut random = Random::new(SEED);
    let outlets = outlets::generate(&mut random);
    let orders = orders::generate(&outlets, &mut random);
    let visits = visits::generate(&outlets, &mut random);
    [
        ("fmcg-customers.csv", outlets::csv(&outlets)),
        ("fmcg-orders.csv", orders::csv(&orders, &outlets)),
        ("fmcg-visits.csv", visits::csv(&visits, &outlets)),
        ("fmcg-targets.csv", targets::csv(&outlets, &mut random)),
    ]
}

#[cfg(test)]
mod tests {
    use std::collections::{HashMap, HashSet};

    use super::files;

    /// Header to cell for each row of the named file.
    fn rows(name: &str) -> Vec<HashMap<String, String>> {
        let (_, text) = files().into_iter().find(|(file, _)| *file == name).unwrap();
        let text = text.strip_prefix('\u{feff}').expect("a BOM");
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        reader.deserialize().map(|row| row.unwrap()).collect()
    }

    #[test]
    fn twice_the_same_bytes() {
        assert_eq!(files(), files());
    }

    #[test]
    fn together_under_five_megabytes() {
        let bytes: usize = files().iter().map(|(_, text)| text.len()).sum();
        assert!(bytes < 5_000_000, "{bytes}");
    }

    #[test]
    fn amounts_are_quantity_times_price() {
        for row in rows("fmcg-orders.csv") {
            let cents = |cell: &str| (row[cell].parse::<f64>().unwrap() * 100.0).round() as i64;
            assert_eq!(
                cents("金额"),
                row["数量"].parse::<i64>().unwrap() * cents("单价"),
                "{row:?}"
            );
        }
    }

    #[test]
    fn orders_have_what_a_lesson_needs() {
        let orders = rows("fmcg-orders.csv");
        let customers = rows("fmcg-customers.csv");
        assert!((50_000..65_000).contains(&orders.len()), "{} rows", orders.len());
        assert_eq!(customers.len(), 2_000);

        let missing = orders.iter().filter(|row| row["客户编号"].is_empty()).count();
        assert!((100..1_000).contains(&missing), "{missing} rows without a customer");
        let returned = orders.iter().filter(|row| row["金额"].starts_with('-')).count();
        assert!((300..2_000).contains(&returned), "{returned} returned rows");

        let bought: HashSet<&str> = orders.iter().map(|row| row["客户编号"].as_str()).collect();
        let prospects =
            customers.iter().filter(|row| !bought.contains(row["客户编号"].as_str())).count();
        assert!((50..300).contains(&prospects), "{prospects} customers never bought");

        // A fifth or so stopped buying: nothing in the last four months.
        let recent: HashSet<&str> = orders
            .iter()
            .filter(|row| {
                ["2025/9/", "2025/10/", "2025/11/", "2025/12/"]
                    .iter()
                    .any(|month| row["下单日期"].starts_with(month))
            })
            .map(|row| row["客户编号"].as_str())
            .collect();
        let silent = bought.difference(&recent).count();
        assert!((200..600).contains(&silent), "{silent} customers fell silent");
    }

    #[test]
    fn an_order_has_one_customer_and_one_day() {
        let mut seen: HashMap<String, (String, String)> = HashMap::new();
        for row in rows("fmcg-orders.csv") {
            let facts = (row["客户编号"].clone(), row["下单日期"].clone());
            let first = seen.entry(row["订单号"].clone()).or_insert_with(|| facts.clone());
            assert_eq!(*first, facts, "{row:?}");
        }
    }

    #[test]
    fn drinks_sell_in_summer_and_snacks_before_new_year() {
        let mut sold: HashMap<(String, String), i64> = HashMap::new();
        for row in rows("fmcg-orders.csv") {
            let month = row["下单日期"].split('/').nth(1).unwrap().to_owned();
            let year = &row["下单日期"][..4];
            if year == "2025" {
                *sold.entry((row["品类"].clone(), month)).or_default() +=
                    row["数量"].parse::<i64>().unwrap();
            }
        }
        let of = |category: &str, month: &str| sold[&(category.to_owned(), month.to_owned())];
        assert!(of("饮料", "7") > of("饮料", "2"));
        assert!(of("休闲食品", "1") > of("休闲食品", "7"));
    }

    #[test]
    fn visits_and_targets_are_of_known_customers_and_places() {
        let customers = rows("fmcg-customers.csv");
        let ids: HashSet<&str> = customers.iter().map(|row| row["客户编号"].as_str()).collect();
        assert_eq!(ids.len(), customers.len());
        let visits = rows("fmcg-visits.csv");
        assert!(visits.iter().all(|row| ids.contains(row["客户编号"].as_str())));

        // A plan kept everywhere would leave no gap to find.
        let share = |region: &str| {
            let of = |rows: &[HashMap<String, String>]| {
                rows.iter().filter(|row| row["大区"] == region).count() as f64
            };
            of(&visits) / of(&customers)
        };
        assert!(share("西北") < 0.8 * share("华东"));

        let cells: HashSet<(String, String)> =
            customers.iter().map(|row| (row["大区"].clone(), row["渠道"].clone())).collect();
        let targets = rows("fmcg-targets.csv");
        let targeted: HashSet<(String, String)> =
            targets.iter().map(|row| (row["大区"].clone(), row["渠道"].clone())).collect();
        assert_eq!(targets.len(), targeted.len());
        assert!(cells.is_subset(&targeted));
    }
}
