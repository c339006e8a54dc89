//! Where centroids begin.

use rand::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::{Place, Plane, Start, distance, end, trace};

/// Places that a bad start is chosen from.
const CORNERS: usize = 24;

/// As many centroids as asked for; the plane has at least as many distinct points.
pub(super) fn placed(plane: &Plane, start: &Start, k: usize, seed: u32) -> Vec<Place> {
    let places = plane.places();
    let mut chance = Xoshiro256PlusPlus::seed_from_u64(seed.into());
    match start {
        Start::PlusPlus => plus_plus(&places, k, &mut chance),
        Start::Random => random(&places, k, &mut chance),
        Start::Bad => bad(&places, k, &mut chance),
        Start::Given { centroids } => centroids.iter().map(|&point| plane.place(point)).collect(),
    }
}

/// Greedy k-means++: of a few points drawn for each centroid the one that leaves the least squared distance.
fn plus_plus(places: &[Place], k: usize, chance: &mut Xoshiro256PlusPlus) -> Vec<Place> {
    let trials = 2 + libm::log(k as f64) as usize;
    let mut centroids = vec![places[below(places.len(), chance)]];
    let mut away: Vec<f64> = places.iter().map(|&place| distance(place, centroids[0])).collect();
    while centroids.len() < k {
        let mut best = (places[0], Vec::new(), f64::INFINITY);
        for _ in 0..trials {
            let drawn = places[far(&away, chance)];
            let left: Vec<f64> =
                away.iter().zip(places).map(|(away, &at)| away.min(distance(at, drawn))).collect();
            let sum = left.iter().sum();
            if sum < best.2 {
                best = (drawn, left, sum);
            }
        }
        centroids.push(best.0);
        away = best.1;
    }
    centroids
}

/// A number drawn with a chance proportional to its distance.
fn far(away: &[f64], chance: &mut Xoshiro256PlusPlus) -> usize {
    let mut left = chance.gen_range(0.0..1.0) * away.iter().sum::<f64>();
    for (at, &away) in away.iter().enumerate() {
        left -= away;
        if left < 0.0 {
            return at;
        }
    }
    // Rounding left a rest: the last point that is not taken.
    away.iter().rposition(|&away| away > 0.0).unwrap_or_default()
}

fn random(places: &[Place], k: usize, chance: &mut Xoshiro256PlusPlus) -> Vec<Place> {
    let mut order: Vec<usize> = (0..places.len()).collect();
    for at in 0..order.len() {
        let other = at + below(order.len() - at, chance);
        order.swap(at, other);
    }
    first_distinct(order.into_iter().map(|at| places[at]), k)
}

/// Of some crowds of seeds the one whose end has the highest inertia.
fn bad(places: &[Place], k: usize, chance: &mut Xoshiro256PlusPlus) -> Vec<Place> {
    let mut worst = (Vec::new(), f64::NEG_INFINITY);
    for _ in 0..CORNERS {
        let middle = places[below(places.len(), chance)];
        let mut near = places.to_vec();
        near.sort_by(|&a, &b| distance(a, middle).total_cmp(&distance(b, middle)));
        let crowd = first_distinct(near.into_iter(), k);
        let (_, _, inertia) = end(&trace(places, crowd.clone()));
        if inertia > worst.1 {
            worst = (crowd, inertia);
        }
    }
    worst.0
}

fn first_distinct(places: impl Iterator<Item = Place>, k: usize) -> Vec<Place> {
    let mut found: Vec<Place> = Vec::with_capacity(k);
    for place in places {
        if found.len() < k && !found.contains(&place) {
            found.push(place);
        }
    }
    found
}

fn below(limit: usize, chance: &mut Xoshiro256PlusPlus) -> usize {
    chance.gen_range(0..limit as u64) as usize
}
