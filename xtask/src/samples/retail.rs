//! Online Retail reduced to what customer segmentation needs: invoice lines summed to one row per
//! invoice, customer, day, country and direction (sold or returned), in order of first appearance.

use std::collections::HashMap;
use std::fmt::Write;
use std::fs::File;
use std::path::Path;

use flate2::read::MultiGzDecoder;

use crate::run::Result;

const MILLION: i64 = 1_000_000;

/// What makes a row of the sample.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Key {
    invoice: String,
    date: String,
    customer: String,
    country: String,
    returned: bool,
}

/// The sample as CSV, made from the full gzipped file.
pub fn reduce(full: &Path) -> Result<String> {
    let file = File::open(full).map_err(|e| format!("cannot open {}: {e}", full.display()))?;
    let mut reader = csv::Reader::from_reader(MultiGzDecoder::new(file));
    let header = reader.headers().map_err(|e| e.to_string())?.clone();
    let column = |name: &str| {
        header
            .iter()
            .position(|field| field == name)
            .ok_or_else(|| format!("{} has no column {name}", full.display()))
    };
    let [invoice, quantity, date, price, customer, country] = [
        column("InvoiceNo")?,
        column("Quantity")?,
        column("InvoiceDate")?,
        column("UnitPrice")?,
        column("CustomerID")?,
        column("Country")?,
    ];

    let mut order: Vec<(Key, u32, i64)> = Vec::new();
    let mut place: HashMap<Key, usize> = HashMap::new();
    for record in reader.records() {
        let record = record.map_err(|e| e.to_string())?;
        let cell = |column: usize| record.get(column).unwrap_or_default();
        let units: i64 =
            cell(quantity).parse().map_err(|e| format!("quantity {}: {e}", cell(quantity)))?;
        let unit_price = millionths(cell(price)).ok_or_else(|| format!("price {}", cell(price)))?;
        let key = Key {
            invoice: cell(invoice).to_owned(),
            date: cell(date).split(' ').next().unwrap_or_default().to_owned(),
            customer: cell(customer).strip_suffix(".0").unwrap_or(cell(customer)).to_owned(),
            country: cell(country).to_owned(),
            // An amount of nothing must stay beside its like, so that no return hides in a sale.
            returned: units < 0 || unit_price < 0,
        };
        let at = *place.entry(key.clone()).or_insert_with(|| {
            order.push((key, 0, 0));
            order.len() - 1
        });
        order[at].1 += 1;
        order[at].2 += units * unit_price;
    }

    let mut text = String::from("InvoiceNo,InvoiceDate,CustomerID,Country,Lines,Amount\n");
    for (key, lines, amount) in &order {
        let Key { invoice, date, customer, country, .. } = key;
        writeln!(text, "{invoice},{date},{customer},{country},{lines},{}", decimal(*amount))
            .map_err(|e| e.to_string())?;
    }
    Ok(text)
}

/// "2.55" as 2,550,000; nothing beyond six decimals is lost because nothing beyond is accepted.
fn millionths(text: &str) -> Option<i64> {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if fraction.len() > 6 {
        return None;
    }
    let fraction = format!("{fraction:0<6}").parse::<i64>().ok()?;
    Some(sign * (whole.parse::<i64>().ok()? * MILLION + fraction))
}

/// The shortest decimal that is exactly this many millionths.
fn decimal(millionths: i64) -> String {
    let sign = if millionths < 0 { "-" } else { "" };
    let size = millionths.unsigned_abs();
    let text =
        format!("{sign}{}.{:06}", size / MILLION.unsigned_abs(), size % MILLION.unsigned_abs());
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::{decimal, millionths};

    #[test]
    fn decimals_keep_their_value() {
        for text in ["0", "2.55", "-11062.06", "0.001", "38970"] {
            assert_eq!(decimal(millionths(text).unwrap()), text);
        }
    }

    #[test]
    fn more_than_six_decimals_are_refused() {
        assert_eq!(millionths("0.0000001"), None);
    }
}
