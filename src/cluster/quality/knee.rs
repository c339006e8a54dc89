//! The knee of a falling curve.

/// The knee of the inertia: with both axes brought to 0..1, the point that lies furthest below the chord from the first
/// to the last (Kneedle, Satopaa and others 2011, without smoothing). `points` are (k, inertia), ascending in k; which
/// one is the knee depends on how far they reach.
///
/// `None` for fewer than three points and where none lies below the chord.
///
/// ```
/// use segmentlab::cluster::quality::knee;
/// assert_eq!(knee(&[(1, 100.0), (2, 40.0), (3, 10.0), (4, 8.0), (5, 6.0)]), Some(3));
/// assert_eq!(knee(&[(1, 3.0), (2, 2.0), (3, 1.0)]), None);
/// ```
#[must_use]
pub fn knee(points: &[(u32, f64)]) -> Option<u32> {
    let (&(first, top), &(last, floor)) = (points.first()?, points.last()?);
    let (width, height) = (f64::from(last - first), top - floor);
    if points.len() < 3 || height <= 0.0 {
        return None;
    }
    let mut best = None;
    // Less is rounding.
    let mut furthest = 1e-9;
    for &(k, inertia) in points {
        let below = 1.0 - f64::from(k - first) / width - (inertia - floor) / height;
        if below > furthest {
            (best, furthest) = (Some(k), below);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_curve_with_a_corner_has_its_knee_there() {
        for corner in 2..=9_u32 {
            let inertia = |k: u32| {
                let (steep, flat) = (100.0, 1.0);
                steep * f64::from(corner.saturating_sub(k)) + flat * f64::from(10 - k.max(corner))
            };
            let points: Vec<(u32, f64)> = (1..=10).map(|k| (k, inertia(k))).collect();
            assert_eq!(knee(&points), Some(corner));
        }
    }

    #[test]
    fn what_does_not_fall_or_bulges_has_none() {
        assert_eq!(knee(&[(1, 1.0), (2, 1.0), (3, 1.0)]), None);
        assert_eq!(knee(&[(1, 9.0), (2, 8.0), (3, 1.0)]), None);
        assert_eq!(knee(&[(1, 9.0), (2, 1.0)]), None);
        assert_eq!(knee(&[]), None);
    }
}
