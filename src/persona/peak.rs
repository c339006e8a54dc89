//! Values that a segment has more of, or most of.

use super::Peak;
use crate::profile::category_v;

/// Orders or rows that a value has at least, to stand out.
const FEW: u64 = 10;

/// How sure it has to be that the segment has more of it: beyond this, chance gives one in a hundred.
const SURE: f64 = 2.58;

/// How much more of it the segment has: its share over that of all, as an index.
const MORE: f64 = 120.0;

/// The value that stands out most above all: the one of the highest v.test ([`category_v`] of orders or rows) among those
/// whose v.test is at least 2.58, whose index is above 120, and of which the segment has at least ten; of equal ones the
/// first. Both slices have one count per value.
pub(super) fn standing_out(
    segment: &[u64],
    all: &[u64],
    name: impl Fn(usize) -> String,
) -> Option<Peak> {
    let [of, whole] = [segment, all].map(|counts| counts.iter().sum::<u64>());
    let small = |count: u64| u32::try_from(count).ok();
    let sure = |at: &usize| {
        let v = category_v(small(segment[*at])?, small(of)?, small(all[*at])?, small(whole)?)?;
        let index = 100.0 * (segment[*at] as f64 / of as f64) / (all[*at] as f64 / whole as f64);
        (segment[*at] >= FEW && v >= SURE && index > MORE).then_some(v)
    };
    let sure = (0..segment.len()).filter_map(|at| Some((at, sure(&at)?)));
    let best = sure.reduce(|best, next| if next.1 > best.1 { next } else { best });
    best.map(|(at, _)| peak(segment, all, at, name))
}

/// The value the segment has most of; of equal ones the bytewise smaller. `None` where it has nothing.
pub(super) fn favourite(
    segment: &[u64],
    all: &[u64],
    name: impl Fn(usize) -> String,
) -> Option<Peak> {
    let most = segment.iter().max().copied().filter(|&most| most > 0)?;
    let at = (0..segment.len()).filter(|&at| segment[at] == most).min_by_key(|&at| name(at))?;
    Some(peak(segment, all, at, name))
}

fn peak(segment: &[u64], all: &[u64], at: usize, name: impl Fn(usize) -> String) -> Peak {
    let [of, whole] = [segment, all].map(|counts| counts.iter().sum::<u64>());
    let share = segment[at] as f64 / of as f64;
    let overall = all[at] as f64 / whole as f64;
    let index = 100.0 * share / overall;
    Peak { value: name(at), count: segment[at], of, share, overall, index }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(at: usize) -> String {
        ["d", "c", "b", "a"][at].to_owned()
    }

    fn out(segment: &[u64], all: &[u64]) -> Option<String> {
        standing_out(segment, all, named).map(|peak| peak.value)
    }

    #[test]
    fn what_stands_out_is_sure_and_not_few() {
        // 60 of 100 against 300 of 1,000 is surer (SciPy: 6.55) than 20 of 100 against 50 of 1,000 (5.79).
        assert_eq!(out(&[60, 20, 20], &[300, 50, 650]).as_deref(), Some("d"));
        assert_eq!(out(&[50, 50], &[500, 500]), None);
        // The share is tripled, but there are nine.
        assert_eq!(out(&[9, 91], &[30, 970]), None);
        assert_eq!(out(&[10, 90], &[30, 970]).as_deref(), Some("d"));
        // Sure (15,000 of 100,000 against a share of .14), but hardly more.
        assert_eq!(out(&[15_000, 85_000], &[140_000, 860_000]), None);
        assert_eq!(out(&[100, 20], &[100, 20]), None, "everybody is in the segment");
    }

    #[test]
    fn a_favourite_has_the_most_and_tells_its_shares() {
        let found = favourite(&[5, 30, 30, 10], &[50, 60, 90, 200], named).unwrap();
        assert_eq!((found.value.as_str(), found.count, found.of), ("b", 30, 75));
        assert_eq!((found.share, found.overall), (0.4, 0.225));
        assert!((found.index - 40.0 / 0.225).abs() < 1e-12);
        assert_eq!(favourite(&[0, 0], &[4, 4], named), None);
    }
}
