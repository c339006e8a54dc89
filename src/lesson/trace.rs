//! Lloyd's algorithm, every step kept.

use super::Place;

/// A step in the measure.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Act {
    /// Centroids were placed.
    Seed { centroids: Vec<Place> },
    /// Each point went to the nearest centroid, of equals to the first.
    Assign { labels: Vec<u8>, changed: u32, inertia: f64 },
    /// Each centroid went to the mean of its points; one without any to the point farthest from its own centroid.
    Move { centroids: Vec<Place>, shift: f64, refilled: Vec<u32>, inertia: f64 },
    /// No point wanted to another centroid.
    Converge { iterations: u32, inertia: f64 },
}

/// From centroids to convergence. Inertia falls with every round or the trace ends, so it ends.
pub(super) fn trace(places: &[Place], start: Vec<Place>) -> Vec<Act> {
    let mut acts = vec![Act::Seed { centroids: start.clone() }];
    let mut centroids = start;
    let mut labels = Vec::new();
    let mut inertia = f64::INFINITY;
    for iterations in 0.. {
        let next: Vec<u8> = places.iter().map(|&place| nearest(place, &centroids)).collect();
        let assigned = inertia_of(places, &next, &centroids);
        if assigned >= inertia {
            acts.push(Act::Converge { iterations, inertia });
            break;
        }
        let stayed = next.iter().zip(&labels).filter(|(new, old)| new == old).count();
        let changed = (next.len() - stayed) as u32;
        labels = next;
        acts.push(Act::Assign { labels: labels.clone(), changed, inertia: assigned });
        let (moved, refilled) = means(places, &labels, &centroids);
        let shift = centroids.iter().zip(&moved).map(|(&a, &b)| distance(a, b)).fold(0.0, f64::max);
        centroids = moved;
        inertia = inertia_of(places, &labels, &centroids);
        acts.push(Act::Move {
            centroids: centroids.clone(),
            shift: shift.sqrt(),
            refilled,
            inertia,
        });
    }
    acts
}

/// Labels, centroids and inertia that a trace ends with.
pub(super) fn end(acts: &[Act]) -> (&[u8], &[Place], f64) {
    let mut end: (&[u8], &[Place], f64) = (&[], &[], f64::INFINITY);
    for act in acts {
        match act {
            Act::Seed { centroids } => end.1 = centroids,
            Act::Assign { labels, .. } => end.0 = labels,
            Act::Move { centroids, inertia, .. } => (end.1, end.2) = (centroids, *inertia),
            Act::Converge { .. } => {}
        }
    }
    end
}

/// Squared.
pub(super) fn distance(a: Place, b: Place) -> f64 {
    (a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1])
}

fn nearest(place: Place, centroids: &[Place]) -> u8 {
    let mut best = (0, f64::INFINITY);
    for (label, &centroid) in centroids.iter().enumerate() {
        let away = distance(place, centroid);
        if away < best.1 {
            best = (label as u8, away);
        }
    }
    best.0
}

pub(super) fn inertia_of(places: &[Place], labels: &[u8], centroids: &[Place]) -> f64 {
    places.iter().zip(labels).map(|(&at, &label)| distance(at, centroids[usize::from(label)])).sum()
}

/// The mean of each cluster, and the clusters without points.
fn means(places: &[Place], labels: &[u8], before: &[Place]) -> (Vec<Place>, Vec<u32>) {
    let mut sums = vec![[0.0; 2]; before.len()];
    let mut sizes = vec![0.0; before.len()];
    for (&[x, y], &label) in places.iter().zip(labels) {
        let label = usize::from(label);
        sums[label][0] += x;
        sums[label][1] += y;
        sizes[label] += 1.0;
    }
    let mut means: Vec<Place> = sums
        .iter()
        .zip(&sizes)
        .zip(before)
        .map(|((sum, &size), &old)| if size > 0.0 { sum.map(|sum| sum / size) } else { old })
        .collect();
    let empty: Vec<u32> = (0..means.len() as u32).filter(|&at| sizes[at as usize] == 0.0).collect();
    if !empty.is_empty() {
        let own = |at: usize| distance(places[at], means[usize::from(labels[at])]);
        let mut farthest: Vec<(usize, f64)> = (0..places.len()).map(|at| (at, own(at))).collect();
        farthest.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        for (&label, (at, _)) in empty.iter().zip(farthest) {
            means[label as usize] = places[at];
        }
    }
    (means, empty)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn places() -> impl Strategy<Value = (Vec<Place>, Vec<Place>)> {
        // Whole numbers, so that equal points and equal distances come up.
        let place = || (-20..20_i32, -20..20_i32).prop_map(|(x, y)| [f64::from(x), f64::from(y)]);
        (prop::collection::vec(place(), 8..60), prop::collection::vec(place(), 2..8))
    }

    fn inertias(acts: &[Act]) -> Vec<f64> {
        let inertia = |act: &Act| match act {
            Act::Seed { .. } => None,
            Act::Assign { inertia, .. }
            | Act::Move { inertia, .. }
            | Act::Converge { inertia, .. } => Some(*inertia),
        };
        acts.iter().filter_map(inertia).collect()
    }

    proptest! {
        #[test]
        fn inertia_never_rises((places, start) in places()) {
            let inertias = inertias(&trace(&places, start));
            prop_assert!(inertias.windows(2).all(|pair| pair[1] <= pair[0] * (1.0 + 1e-12)));
        }

        #[test]
        fn at_the_end_every_point_is_with_a_nearest_centroid_and_every_centroid_a_mean(
            (places, start) in places()
        ) {
            let acts = trace(&places, start);
            let (labels, centroids, inertia) = end(&acts);
            for (&place, &label) in places.iter().zip(labels) {
                let own = distance(place, centroids[usize::from(label)]);
                let least = centroids.iter().map(|&c| distance(place, c)).fold(f64::INFINITY, f64::min);
                prop_assert!(own <= least + 1e-9);
            }
            let (again, _) = means(&places, labels, centroids);
            for (label, (&a, &b)) in again.iter().zip(centroids).enumerate() {
                prop_assert!(!labels.contains(&(label as u8)) || distance(a, b) < 1e-18);
            }
            prop_assert!((inertia_of(&places, labels, centroids) - inertia).abs() < 1e-9);
        }

        #[test]
        fn from_the_centroids_of_any_move_the_rest_is_the_same((places, start) in places()) {
            let acts = trace(&places, start);
            for at in 0..acts.len() {
                let Act::Move { centroids, .. } = &acts[at] else { continue };
                // The first pass of a new trace counts every point as changed.
                let told = |acts: &[Act]| (inertias(acts), end(acts).1.to_vec());
                let again = trace(&places, centroids.clone());
                if acts.len() - at > 2 {
                    prop_assert_eq!(told(&again[1..]), told(&acts[at + 1..]));
                }
            }
        }
    }

    /// By hand: both points are nearer to the first centroid, so the second, which has none, goes to the point
    /// farther from the mean of 2; they are equally far, so to the first.
    #[test]
    fn a_centroid_without_points_goes_to_the_farthest_point() {
        let acts = trace(&[[0.0, 0.0], [4.0, 0.0]], vec![[1.0, 0.0], [90.0, 0.0]]);
        let moved = Act::Move {
            centroids: vec![[2.0, 0.0], [0.0, 0.0]],
            shift: 90.0,
            refilled: vec![1],
            inertia: 8.0,
        };
        assert_eq!(acts[2], moved);
        assert_eq!(acts.last(), Some(&Act::Converge { iterations: 2, inertia: 0.0 }));
    }
}
