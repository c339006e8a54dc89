//! Customers with their cluster, as a file.

use serde::{Deserialize, Serialize};

use super::{BYTE_ORDER_MARK, Record};
use crate::cluster::Clusters;
use crate::features::{FeatureSource, Prepared};

/// The words of a file of clustered customers, in the user's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClusterWords {
    /// Column names: id, number of the cluster, its name, distance to its centroid.
    pub columns: [String; 4],
    /// Column names of the features, in the order of the matrix's columns.
    pub features: Vec<String>,
    /// One per cluster.
    pub names: Vec<String>,
}

/// All customers of the source in its order as CSV like that of [`CustomerTable::csv`](super::CustomerTable::csv):
/// id, cluster (counted from 1), its name, the distance to its centroid in the measure of the matrix, and the
/// features in their units. Customers who were left out of the clustering have no cluster; missing values are
/// empty.
#[must_use]
pub fn clusters_csv(
    source: &FeatureSource<'_>,
    prepared: &Prepared,
    clusters: &Clusters,
    words: &ClusterWords,
) -> Vec<u8> {
    let mut record = Record::starting(BYTE_ORDER_MARK);
    for name in words.columns.iter().chain(&words.features) {
        record.text(name.as_bytes());
    }
    record.end();
    let mut rows = prepared.customers.iter().zip(0..).peekable();
    for customer in 0..source.len() {
        record.text(&source.id(customer));
        match rows.next_if(|(position, _)| **position as usize == customer) {
            Some((_, row)) => {
                let label = clusters.labels[row] as usize;
                let name = words.names.get(label).map_or("", String::as_str);
                record.number(label + 1);
                record.text(name.as_bytes());
                let point = prepared.matrix.row(row);
                let centroid = clusters.centroids.row(label);
                let squares: f64 = point.iter().zip(centroid).map(|(x, c)| (x - c) * (x - c)).sum();
                record.decimal(squares.sqrt());
            }
            None => (0..3).for_each(|_| record.text(b"")),
        }
        for column in &prepared.raw {
            let value = column[customer];
            if value.is_nan() { record.text(b"") } else { record.number(value) }
        }
        record.end();
    }
    record.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cluster::Method;
    use crate::customers::by_hand::{Line, transactions};
    use crate::customers::{CustomersParams, fold};
    use crate::features::{FeatureKey, FeatureParams, FeaturesParams, Scaling, Transform, prepare};

    #[test]
    fn everyone_is_in_it_with_what_is_known() {
        let lines = [
            Line::new("=a", "1", 0, 1_000),
            Line::new("b", "2", 3, 250),
            Line::new("c", "3", 9, 1_050),
        ];
        let transactions = transactions(&lines);
        let customers = fold(&transactions, &CustomersParams::default()).unwrap();
        let source = FeatureSource::new(&transactions, &customers);
        let feature =
            |key| FeatureParams { key, transform: Transform::None, scaling: Scaling::None };
        let params = FeaturesParams {
            features: vec![feature(FeatureKey::Recency), feature(FeatureKey::Monetary)],
            ..FeaturesParams::default()
        };
        let columns = params.features.iter().map(|one| source.column(&one.key).unwrap()).collect();
        let mut prepared = prepare(columns, &params).unwrap();
        // As if the second customer lacked a value.
        prepared.raw[1][1] = f64::NAN;
        prepared.customers = vec![0, 2];
        prepared.matrix = prepared.matrix.select(ndarray::Axis(0), &[0, 2]);
        let clusters = Clusters {
            method: Method::KMeans,
            centroids: ndarray::array![[10.0, 10.0], [4.0, 6.5]],
            labels: vec![0, 1],
            sizes: vec![1, 1],
            inertia: 0.0,
            total: 0.0,
            iterations: Some(1),
            mixture: None,
            bic: None,
        };
        let words = ClusterWords {
            columns: ["id", "cluster", "name", "distance"].map(String::from),
            features: vec!["R".into(), "M".into()],
            names: vec!["old, few".into(), "new".into()],
        };
        let csv = String::from_utf8(clusters_csv(&source, &prepared, &clusters, &words)).unwrap();
        // Distances: none from (10, 10); (1, 10.5) lies 3 and 4 from (4, 6.5).
        assert_eq!(
            csv.trim_start_matches('\u{feff}'),
            "id,cluster,name,distance,R,M\r\n'=a,1,\"old, few\",0,10,10\r\nb,,,,7,\r\nc,2,new,5,1,10.5\r\n"
        );
    }
}
