//! Profiles of a million customers in eight segments by 15 figures and 5 columns of categories, against one run of
//! k-means (eight clusters, one start) on the same, the categories as their codes.
//!
//! `cargo bench --bench profiles`; the same customers every time.
#![allow(missing_docs, clippy::print_stdout, clippy::unwrap_used)]

use std::hint::black_box;
use std::time::Instant;

use linfa::ParamGuard;
use ndarray::Array2;
use rand::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;
use segmentlab::cluster::kmeans::{KMeansParams, Points};
use segmentlab::features::FeatureKey;
use segmentlab::mapping::Role;
use segmentlab::profile::{Trait, TraitGroup, TraitKey, TraitValues, profile};
use segmentlab::segments::{Division, Label, Segmentation};

const CUSTOMERS: usize = 1_000_000;
const FIGURES: usize = 15;
const CATEGORIES: usize = 5;
const VALUES: u32 = 12;
const SEGMENTS: usize = 8;
const RUNS: usize = 3;

fn main() {
    let mut chance = Xoshiro256PlusPlus::seed_from_u64(1);
    let labels: Vec<usize> = (0..CUSTOMERS).map(|_| chance.gen_range(0..SEGMENTS)).collect();
    let mut traits = Vec::new();
    for column in 0..FIGURES {
        let centers: Vec<f64> = (0..SEGMENTS).map(|_| chance.gen_range(-2.0..2.0)).collect();
        let mut noise = || (0..6).map(|_| chance.gen_range(-1.0..1.0)).sum::<f64>();
        let values = labels.iter().map(|&label| centers[label] + noise()).collect();
        traits.push(Trait {
            key: TraitKey::Figure { feature: FeatureKey::Column { name: column.to_string() } },
            group: TraitGroup::Other,
            values: TraitValues::Figures(values),
        });
    }
    for column in 0..CATEGORIES {
        let mut code = |label: usize| match chance.gen_range(0..3) {
            0 => (label + column) as u32 % VALUES,
            _ => chance.gen_range(0..VALUES),
        };
        let codes = labels.iter().map(|&label| code(label)).collect();
        let names = (0..VALUES).map(|value| value.to_string()).collect();
        traits.push(Trait {
            key: TraitKey::Attribute { name: format!("c{column}"), role: Role::Attribute },
            group: TraitGroup::Other,
            values: TraitValues::Categories { codes, names },
        });
    }
    let rows = Array2::from_shape_fn((CUSTOMERS, traits.len()), |(row, column)| {
        match &traits[column].values {
            TraitValues::Figures(values) => values[row],
            TraitValues::Categories { codes, .. } => f64::from(codes[row]),
        }
    });
    let segmentation = Segmentation {
        names: (0..SEGMENTS).map(|segment| segment.to_string()).collect(),
        labels: labels.iter().map(|&label| Label::Segment(label as u16)).collect(),
    };
    let profiles = least(|| profile(&traits, &segmentation, &Division::Clusters, None, None));
    let params = KMeansParams::new(SEGMENTS as u32).seed(7).check().unwrap();
    let clusters = least(|| {
        let points = Points::new(rows.view());
        points.finish(&points.run(&params, 0))
    });
    println!("{CUSTOMERS} customers, {} columns, {SEGMENTS} segments", traits.len());
    println!("{:<24}{profiles:>8.3} s", "profiles");
    println!("{:<24}{clusters:>8.3} s", "one run of k-means");
    println!("{:<24}{:>8.3}", "ratio", profiles / clusters);
}

/// Seconds of the fastest of a few runs: what others do on the machine only adds.
fn least<T>(run: impl Fn() -> T) -> f64 {
    let timed = (0..RUNS).map(|_| {
        let start = Instant::now();
        black_box(run());
        start.elapsed().as_secs_f64()
    });
    timed.fold(f64::INFINITY, f64::min)
}
