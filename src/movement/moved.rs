//! A division on two dates.

use serde::Serialize;

use crate::customers::Customers;
use crate::segments::{Comparison, Label, Segmentation, compare};
use crate::transactions::Day;

/// A division on two dates.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Movement {
    /// The earlier as-of date.
    pub earlier: Day,
    /// The later one: that of the study.
    pub later: Day,
    /// Customers of both dates: rows are the segments of the earlier date, columns those of the later one.
    pub moved: Comparison,
    /// Per segment of the later date, customers whose first purchase came after the earlier date.
    pub newcomers: Vec<u32>,
    /// Those of them who have no segment on the later date.
    pub newcomers_unassigned: u32,
}

/// Who moved. `now` divides the customers `today`, `then` those of an earlier date, who come from the same transactions;
/// each has one label per customer. Segments of the earlier date stand in the order of today, those that are gone last.
///
/// ```
/// use segmentlab::customers::Customers;
/// use segmentlab::movement::movement;
/// use segmentlab::segments::{Label, Segmentation};
///
/// let division = |labels: &[u16]| Segmentation {
///     names: vec!["high".into(), "low".into()],
///     labels: labels.iter().copied().map(Label::Segment).collect(),
/// };
/// // Customers 0 and 2 were there before; 0 fell, 2 stayed, 1 came.
/// let before = Customers { code: vec![0, 2], as_of: 10, ..Customers::default() };
/// let today = Customers { code: vec![0, 1, 2], as_of: 40, ..Customers::default() };
/// let found = movement((&before, &division(&[0, 1])), (&today, &division(&[1, 0, 1])));
/// assert_eq!(found.moved.counts, [[0, 1], [0, 1]]);
/// assert_eq!(found.newcomers, [1, 0]);
/// ```
#[must_use]
pub fn movement(
    (before, then): (&Customers, &Segmentation),
    (today, now): (&Customers, &Segmentation),
) -> Movement {
    let then = in_order_of(then, &now.names);
    // Both stand in the order of their ids, and who was there before is there today.
    let mut earlier = before.code.iter().zip(&then.labels).peekable();
    let (mut from, mut to) = (Vec::new(), Vec::new());
    let (mut newcomers, mut newcomers_unassigned) = (vec![0; now.names.len()], 0);
    for (code, &label) in today.code.iter().zip(&now.labels) {
        match (earlier.next_if(|(known, _)| *known == code), label) {
            (Some((_, &label_then)), _) => {
                from.push(label_then);
                to.push(label);
            }
            (None, Label::Segment(segment)) => newcomers[usize::from(segment)] += 1,
            (None, Label::Unassigned) => newcomers_unassigned += 1,
        }
    }
    let moved = compare(
        &Segmentation { names: then.names, labels: from },
        &Segmentation { names: now.names.clone(), labels: to },
    );
    Movement { earlier: before.as_of, later: today.as_of, moved, newcomers, newcomers_unassigned }
}

/// The same division with its segments in the order of `names`, and those that are none of them last.
fn in_order_of(division: &Segmentation, names: &[String]) -> Segmentation {
    // Segments may share a name, as unnamed clusters do: then the order is known already.
    if division.names == names {
        return division.clone();
    }
    let mut order: Vec<usize> = (0..division.names.len()).collect();
    let place = |name: &String| names.iter().position(|other| other == name);
    order.sort_by_key(|&at| place(&division.names[at]).unwrap_or(names.len()));
    let mut places = vec![0; order.len()];
    for (place, &at) in order.iter().enumerate() {
        places[at] = place as u16;
    }
    let label = |label: &Label| match *label {
        Label::Segment(segment) => Label::Segment(places[usize::from(segment)]),
        Label::Unassigned => Label::Unassigned,
    };
    Segmentation {
        names: order.iter().map(|&at| division.names[at].clone()).collect(),
        labels: division.labels.iter().map(label).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn division(names: &[&str], labels: &[i32]) -> Segmentation {
        let label = |&label: &i32| u16::try_from(label).map_or(Label::Unassigned, Label::Segment);
        Segmentation {
            names: names.iter().map(|&name| name.to_owned()).collect(),
            labels: labels.iter().map(label).collect(),
        }
    }

    fn customers(code: &[u32], as_of: Day) -> Customers {
        Customers { code: code.to_vec(), as_of, ..Customers::default() }
    }

    #[test]
    fn who_came_later_is_a_newcomer() {
        // Codes stand in the order of ids, not of numbers.
        let (before, today) = (customers(&[7, 2], 5), customers(&[9, 7, 2, 4], 8));
        let then = division(&["a", "b"], &[1, -1]);
        let now = division(&["a", "b"], &[0, 0, 1, -1]);
        let found = movement((&before, &then), (&today, &now));
        assert_eq!((found.earlier, found.later), (5, 8));
        assert_eq!(found.moved.counts, [[0, 0], [1, 0]]);
        assert_eq!(found.moved.only_columns, [0, 1]);
        assert_eq!((found.newcomers, found.newcomers_unassigned), (vec![1, 0], 1));
    }

    #[test]
    fn segments_of_then_stand_as_those_of_now() {
        let (before, today) = (customers(&[0, 1, 2], 5), customers(&[0, 1, 2], 8));
        let then = division(&["gone", "west", "east"], &[0, 1, 2]);
        let now = division(&["east", "west"], &[0, 1, 1]);
        let moved = movement((&before, &then), (&today, &now)).moved;
        assert_eq!(moved.rows, ["east", "west", "gone"]);
        assert_eq!(moved.counts, [[0, 1], [0, 1], [1, 0]]);
    }

    #[test]
    fn unnamed_clusters_keep_their_order() {
        let (before, today) = (customers(&[0, 1], 5), customers(&[0, 1], 8));
        let (then, now) = (division(&["", ""], &[1, 0]), division(&["", ""], &[1, 1]));
        let moved = movement((&before, &then), (&today, &now)).moved;
        assert_eq!(moved.counts, [[0, 1], [0, 1]]);
    }
}
