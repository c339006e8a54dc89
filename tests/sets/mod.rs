//! Data sets with known optima of k-means, prepared as `reference/clusters.json` says.

#![allow(dead_code, reason = "not every test needs all of it")]

use std::fs;

use ndarray::{Array2, Axis};
use serde_json::Value;

use crate::common::shared;

/// A data set and what is known of its clusterings.
pub struct Set {
    pub name: &'static str,
    pub rows: Array2<f64>,
    /// Sum of squared distances to the mean; `None` where the reference does not say.
    pub total: Option<f64>,
    pub optima: Vec<Optimum>,
}

/// What others came to with `k` clusters.
pub struct Optimum {
    pub k: u32,
    /// Least inertia of 50 starts of scikit-learn.
    pub of_fifty: f64,
    /// Least known.
    pub known: f64,
    /// Points per cluster of the best of 50, descending.
    pub sizes: Vec<u32>,
}

/// A file and the columns used of it.
type Columns = (&'static str, &'static [&'static str]);
/// A set's name, where its columns are, and how they are prepared.
type Source = (&'static str, Columns, fn(Array2<f64>) -> Array2<f64>);

const IRIS: Columns = ("data/clustering/iris.csv", &["x1", "x2", "x3", "x4"]);
const WINE: Columns = (
    "data/clustering/wine.csv",
    &["x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8", "x9", "x10", "x11", "x12", "x13"],
);
const MALL: Columns =
    ("data/mall_customers/Mall_Customers.csv", &["Annual Income (k$)", "Spending Score (1-100)"]);
const MALL_AGE: Columns = (MALL.0, &["Age", "Annual Income (k$)", "Spending Score (1-100)"]);
const WHOLESALE: Columns = (
    "data/wholesale_customers/Wholesale customers data.csv",
    &["Fresh", "Milk", "Grocery", "Frozen", "Detergents_Paper", "Delicassen"],
);
const S1: Columns = ("data/clustering/s1.csv", &["x1", "x2"]);
const A1: Columns = ("data/clustering/a1.csv", &["x1", "x2"]);
const RETAIL: Columns =
    ("reference/online_retail_rfm.csv", &["recency_days", "frequency", "monetary"]);

const ALL: [Source; 13] = [
    ("iris_raw", IRIS, |rows| rows),
    ("iris_std", IRIS, standardised),
    ("wine_std", WINE, standardised),
    ("wine_raw", WINE, |rows| rows),
    ("mall_income_spending_raw", MALL, |rows| rows),
    ("mall_income_spending_std", MALL, standardised),
    ("mall_age_income_spending_std", MALL_AGE, standardised),
    ("wholesale_raw6", WHOLESALE, |rows| rows),
    ("wholesale_std6", WHOLESALE, standardised),
    ("wholesale_log1p_std6", WHOLESALE, |rows| standardised(rows.mapv(f64::ln_1p))),
    ("s1_raw", S1, |rows| rows),
    ("a1_raw", A1, |rows| rows),
    ("online_retail", RETAIL, |rows| standardised(rows.mapv(f64::ln_1p))),
];

/// All data sets; `None` where there is no shared data.
pub fn sets() -> Option<Vec<Set>> {
    ALL.iter().map(|(name, ..)| set(name)).collect()
}

/// The data set of a name; `None` where there is no shared data.
pub fn set(name: &str) -> Option<Set> {
    let &(name, (path, columns), prepare) = ALL.iter().find(|(known, ..)| *known == name).unwrap();
    let rows = prepare(columns_of(&fs::read_to_string(shared(path)?).unwrap(), columns));
    if name == "online_retail" {
        let known = json("reference/online_retail.json")?;
        let best = known["kmeans_log1p_standardised"]["best_of_50"].as_object().unwrap();
        let optima = best.iter().map(|(k, found)| optimum(k, found, "inertia")).collect();
        return Some(Set { name, rows, total: None, optima });
    }
    let known = json("reference/clusters.json")?;
    let all = known[name]["k"].as_object().unwrap();
    let optima = all.iter().map(|(k, found)| optimum(k, found, "best_inertia")).collect();
    Some(Set { name, rows, total: known[name]["total_ss"].as_f64(), optima })
}

fn json(path: &str) -> Option<Value> {
    Some(serde_json::from_str(&fs::read_to_string(shared(path)?).unwrap()).unwrap())
}

fn optimum(k: &str, found: &Value, best: &str) -> Optimum {
    let of_fifty = found[best].as_f64().unwrap();
    let sizes = found["sizes"].as_array().unwrap();
    Optimum {
        k: k.parse().unwrap(),
        of_fifty,
        known: found["best_known"].as_f64().unwrap_or(of_fifty),
        sizes: sizes.iter().map(|size| size.as_u64().unwrap() as u32).collect(),
    }
}

fn columns_of(text: &str, columns: &[&str]) -> Array2<f64> {
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    let header: Vec<&str> = lines.next().unwrap().split(',').collect();
    let places: Vec<usize> = columns
        .iter()
        .map(|column| header.iter().position(|name| name == column).unwrap())
        .collect();
    let values: Vec<f64> = lines
        .flat_map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            places.iter().map(move |&at| cells[at].parse::<f64>().unwrap()).collect::<Vec<_>>()
        })
        .collect();
    Array2::from_shape_vec((values.len() / columns.len(), columns.len()), values).unwrap()
}

/// Minus the mean, divided by the standard deviation of the population.
fn standardised(mut rows: Array2<f64>) -> Array2<f64> {
    for mut column in rows.axis_iter_mut(Axis(1)) {
        let (mean, deviation) = (column.mean().unwrap(), column.std(0.0));
        column.mapv_inplace(|value| (value - mean) / deviation);
    }
    rows
}
