//! A number of clusters with what speaks for it.

use serde::Serialize;

use super::super::quality::{Band, Gap, gap_choice};
use super::{Measured, SweepRow};

/// A measure's word for a number of clusters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Vote {
    /// The knee of the inertia.
    Knee,
    /// Greatest silhouette.
    Silhouette,
    /// Greatest Calinski-Harabasz index.
    CalinskiHarabasz,
    /// Least Davies-Bouldin index.
    DaviesBouldin,
    /// First k whose gap is not below the next less its error; 1 where the customers look like one cluster.
    Gap,
    /// All clusters are stable.
    Stability,
}

/// A number of clusters with what speaks for it.
///
/// Each of the five measures has a vote for the k it would take. A k all of whose clusters are stable has one more,
/// one with a cluster that is unstable has one less. The k with most is suggested, the least of equal ones: fewer
/// segments are easier to serve. It is a suggestion: what the segments are for may speak for another number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Suggestion {
    /// Clusters.
    pub k: u32,
    /// Measures that speak for it; [`Vote::Stability`] if all its clusters are stable.
    pub votes: Vec<Vote>,
    /// What each measure would take; [`Vote::Stability`] this k, if all its clusters are stable. Measures that take
    /// none are left out.
    pub each: Vec<(Vote, u32)>,
}

/// The suggestion of rows that are complete. `gap_of_one` is the gap of one cluster, where 2 were tried.
pub(super) fn suggest(
    rows: &[SweepRow],
    knee: Option<u32>,
    gap_of_one: Option<f64>,
) -> Option<Suggestion> {
    let measures = [
        (Vote::Knee, knee),
        (Vote::Silhouette, greatest(rows, |measured| measured.silhouette)),
        (Vote::CalinskiHarabasz, greatest(rows, |measured| measured.calinski_harabasz)),
        (Vote::DaviesBouldin, greatest(rows, |measured| Some(-measured.davies_bouldin?))),
        (Vote::Gap, gap_choice(&gaps(rows, gap_of_one))),
    ];
    let mut each: Vec<(Vote, u32)> =
        measures.into_iter().filter_map(|(vote, k)| Some((vote, k?))).collect();
    let score = |row: &SweepRow| {
        let votes = each.iter().filter(|&&(_, k)| k == row.k).count() as i32;
        match least_band(row) {
            Some(Band::Unstable) => votes - 1,
            Some(Band::Stable | Band::HighlyStable) => votes + 1,
            Some(Band::Doubtful) | None => votes,
        }
    };
    // Of equal ones `max_by_key` takes the last.
    let best = rows.iter().rev().max_by_key(|row| score(row))?;
    if least_band(best) >= Some(Band::Stable) {
        each.push((Vote::Stability, best.k));
    }
    let votes = each.iter().filter(|&&(_, k)| k == best.k).map(|of| of.0).collect();
    Some(Suggestion { k: best.k, votes, each })
}

/// The k of the greatest value, the first of equal ones. One number alone is no choice.
fn greatest(rows: &[SweepRow], of: impl Fn(&Measured) -> Option<f64>) -> Option<u32> {
    let known: Vec<(u32, f64)> =
        rows.iter().filter_map(|row| Some((row.k, of(row.measured.as_ref()?)?))).collect();
    if known.len() < 2 {
        return None;
    }
    known.into_iter().rev().max_by(|a, b| a.1.total_cmp(&b.1)).map(|(k, _)| k)
}

fn gaps(rows: &[SweepRow], of_one: Option<f64>) -> Vec<(u32, Gap)> {
    // The error of the first is never looked at.
    let one = of_one.map(|value| (1, Gap { value, error: 0.0 }));
    let rest =
        rows.iter().filter_map(|row| Some((row.k, Gap { value: row.gap?, error: row.gap_error? })));
    one.into_iter().chain(rest).collect()
}

/// The band of the least stable cluster.
fn least_band(row: &SweepRow) -> Option<Band> {
    row.stability.as_ref()?.iter().map(|one| one.band).min()
}

#[cfg(test)]
mod tests {
    use super::super::super::quality::Stability;
    use super::*;

    /// Silhouette, Calinski-Harabasz, Davies-Bouldin, gap, least stability.
    fn row(k: u32, [silhouette, ch, db, gap, jaccard]: [f64; 5]) -> SweepRow {
        SweepRow {
            k,
            inertia: 100.0 / f64::from(k),
            hits: 1,
            measured: Some(Measured {
                silhouette: Some(silhouette),
                sample: 100,
                calinski_harabasz: Some(ch),
                davies_bouldin: Some(db),
            }),
            gap: Some(gap),
            gap_error: Some(0.01),
            stability: Some(vec![Stability::of(0.99), Stability::of(jaccard)]),
        }
    }

    #[test]
    fn the_most_votes_win_and_are_named() {
        let rows = [
            row(2, [0.4, 10.0, 1.0, 0.2, 0.95]),
            row(3, [0.6, 30.0, 0.5, 0.5, 0.9]),
            row(4, [0.5, 20.0, 0.7, 0.4, 0.8]),
            row(5, [0.3, 15.0, 0.4, 0.3, 0.5]),
        ];
        let found = suggest(&rows, Some(4), Some(0.1)).unwrap();
        assert_eq!(found.k, 3);
        assert_eq!(
            found.votes,
            [Vote::Silhouette, Vote::CalinskiHarabasz, Vote::Gap, Vote::Stability]
        );
        let each = [
            (Vote::Knee, 4),
            (Vote::Silhouette, 3),
            (Vote::CalinskiHarabasz, 3),
            (Vote::DaviesBouldin, 5),
            (Vote::Gap, 3),
            (Vote::Stability, 3),
        ];
        assert_eq!(found.each, each);
    }

    #[test]
    fn an_unstable_cluster_speaks_against() {
        // 3 has three votes and 2 has two; with an unstable cluster 3 has two, and fewer clusters win.
        let rows = |jaccard| {
            [
                row(2, [0.6, 30.0, 1.0, 0.2, 0.7]),
                row(3, [0.5, 20.0, 0.5, 0.5, jaccard]),
                row(4, [0.4, 10.0, 0.6, 0.4, 0.7]),
            ]
        };
        assert_eq!(suggest(&rows(0.6), Some(3), None).unwrap().k, 3);
        assert_eq!(suggest(&rows(0.59), Some(3), None).unwrap().k, 2);
    }

    #[test]
    fn a_gap_that_never_grows_says_one_cluster() {
        let rows = [row(2, [0.4, 10.0, 1.0, 0.2, 0.7]), row(3, [0.3, 9.0, 1.1, 0.1, 0.7])];
        let found = suggest(&rows, None, Some(0.3)).unwrap();
        assert!(found.each.contains(&(Vote::Gap, 1)));
        assert_eq!(found.k, 2);
    }

    #[test]
    fn one_number_alone_has_no_votes() {
        let found = suggest(&[row(4, [0.4, 10.0, 1.0, 0.2, 0.7])], None, None).unwrap();
        assert_eq!((found.k, found.votes, found.each), (4, vec![], vec![]));
        assert_eq!(suggest(&[], None, None), None);
    }
}
