//! Beyond restarts: better partitions looked for from those that were found.
//!
//! A population of partitions, each the end of an exchange of points, has children: the clusters of two parents are
//! merged pairwise until as many are left as are wanted (Fränti, Kivijärvi, Kaukoranta and Nevalainen, "Genetic
//! algorithms for large-scale clustering problems", The Computer Journal 40, 1997), then one cluster is moved
//! elsewhere (Gribel and Vidal, "HG-means: a scalable hybrid genetic algorithm for minimum sum-of-squares
//! clustering", Pattern Recognition 88, 2019).

use rand::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::{Partition, Rows, squared};

/// Partitions that survive, and to which many more may be born before the worst die.
const POPULATION: usize = 10;
/// Two partitions whose inertia differs by no more than this share count as one.
const SAME: f64 = 1e-9;

/// Tries as often as said to better a partition by moving one cluster elsewhere.
pub(super) fn bettered(start: Partition<'_>, tries: usize, seed: u64) -> Partition<'_> {
    let mut chance = Xoshiro256PlusPlus::seed_from_u64(seed);
    let mut best = start;
    for _ in 0..tries {
        if best.inertia() == 0.0 {
            break;
        }
        let mut other = best.moved(&mut chance);
        other.exchange();
        if other.inertia() < best.inertia() {
            best = other;
        }
    }
    best
}

/// The best partition of a population that begins with the centroids given, after so many children in a row that
/// brought nothing better.
pub(super) fn bred<'a>(
    rows: Rows<'a>,
    starts: impl Iterator<Item = Vec<f64>>,
    patience: usize,
    seed: u64,
) -> Option<Partition<'a>> {
    let mut chance = Xoshiro256PlusPlus::seed_from_u64(seed);
    let mut all: Vec<Partition<'a>> = Vec::new();
    for start in starts.take(POPULATION) {
        let mut one = Partition::new(rows, start);
        one.exchange();
        all.push(one);
    }
    let mut best = all.iter().map(Partition::inertia).fold(f64::INFINITY, f64::min);
    let mut waited = 0;
    while waited < patience && best > 0.0 && !all.is_empty() {
        waited += 1;
        let (one, other) = (parent(&all, &mut chance), parent(&all, &mut chance));
        let mut child = if one == other {
            all[one].moved(&mut chance)
        } else {
            Partition::new(rows, merged(&all[one], &all[other])).moved(&mut chance)
        };
        child.exchange();
        if child.inertia() < best * (1.0 - SAME) {
            best = child.inertia();
            waited = 0;
        }
        let is_same = |other: &Partition<'_>| {
            (other.inertia() - child.inertia()).abs() <= SAME * child.inertia()
        };
        if !all.iter().any(is_same) {
            all.push(child);
        }
        if all.len() > 2 * POPULATION {
            all.sort_by(|a, b| a.inertia().total_cmp(&b.inertia()));
            all.truncate(POPULATION);
        }
    }
    all.into_iter().min_by(|a, b| a.inertia().total_cmp(&b.inertia()))
}

/// The better of two.
fn parent(all: &[Partition<'_>], chance: &mut Xoshiro256PlusPlus) -> usize {
    let mut any = || chance.gen_range(0..all.len() as u32) as usize;
    let (one, other) = (any(), any());
    if all[other].inertia() < all[one].inertia() { other } else { one }
}

/// Centroids of the clusters of two partitions after the pairs whose merging costs least were merged, until as many
/// are left as each had.
fn merged(one: &Partition<'_>, other: &Partition<'_>) -> Vec<f64> {
    let mut clusters: Vec<(Vec<f64>, f64)> = one
        .clusters()
        .chain(other.clusters())
        .map(|(centroid, size)| (centroid.to_vec(), size))
        .collect();
    for _ in 0..clusters.len() / 2 {
        let mut cheapest = (0, 1, f64::INFINITY);
        for (a, (centroid, size)) in clusters.iter().enumerate() {
            for (b, (other, other_size)) in clusters.iter().enumerate().skip(a + 1) {
                let cost =
                    squared(centroid, other) * size * other_size / (size + other_size).max(1.0);
                if cost < cheapest.2 {
                    cheapest = (a, b, cost);
                }
            }
        }
        let (other, other_size) = clusters.remove(cheapest.1);
        let (centroid, size) = &mut clusters[cheapest.0];
        let both = (*size + other_size).max(1.0);
        for (value, other) in centroid.iter_mut().zip(other) {
            *value = (*value * *size + other * other_size) / both;
        }
        *size = both;
    }
    clusters.into_iter().flat_map(|(centroid, _)| centroid).collect()
}
