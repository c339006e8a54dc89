//! From where to where effort moves.

use super::{Move, SpentCell};

/// Touches given up and taken on, paired by size; what is left of either side is budget that was added or freed.
pub(super) fn moves(cells: &[SpentCell]) -> Vec<Move> {
    let all: f64 = cells.iter().map(|cell| cell.before.max(cell.after) * cell.cost).sum();
    // What rounding leaves is no move.
    let least = 1e-9 * all;
    let change = |cell: &SpentCell| (cell.after - cell.before) * cell.cost;
    let side = |sign: f64| {
        let changes = (0_u32..).zip(cells.iter().map(|cell| sign * change(cell)));
        let mut found: Vec<(u32, f64)> = changes.filter(|(_, change)| *change > least).collect();
        found.sort_by(|a, b| b.1.total_cmp(&a.1));
        found
    };
    let (mut from, mut to) = (side(-1.0), side(1.0));
    from.reverse();
    to.reverse();
    let mut found = Vec::new();
    loop {
        let (given, taken) = (from.pop(), to.pop());
        let spent = match (given, taken) {
            (None, None) => break,
            (Some((_, given)), Some((_, taken))) => given.min(taken),
            (Some((_, one)), None) | (None, Some((_, one))) => one,
        };
        found.push(Move { from: given.map(|one| one.0), to: taken.map(|one| one.0), spent });
        for (side, one) in [(&mut from, given), (&mut to, taken)] {
            if let Some((cell, change)) = one.filter(|(_, change)| change - spent > least) {
                side.push((cell, change - spent));
            }
        }
    }
    found.sort_by(|a, b| b.spent.total_cmp(&a.spent));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(before: f64, after: f64, cost: f64) -> SpentCell {
        let (need, floor, gain_before, gain_after) = (100.0, 0.0, 0.0, 0.0);
        SpentCell { before, after, need, floor, cost, gain_before, gain_after, left_out: false }
    }

    #[test]
    fn what_is_given_up_is_taken_on() {
        let cells = [
            cell(10.0, 4.0, 2.0),
            cell(5.0, 5.0, 3.0),
            cell(1.0, 9.0, 1.0),
            cell(8.0, 7.0, 1.0),
            cell(2.0, 5.0, 1.5),
        ];
        let found = moves(&cells);
        // 12 and 1 are given up, 8 and 4.5 taken on: half a unit is left over.
        for (at, one) in (0..).zip(&cells) {
            let sum = |of: fn(&Move) -> Option<u32>| -> f64 {
                found.iter().filter(|one| of(one) == Some(at)).map(|one| one.spent).sum()
            };
            let change = sum(|one| one.to) - sum(|one| one.from);
            assert!((change - (one.after - one.before) * one.cost).abs() < 1e-9, "{at}");
        }
        let left: Vec<f64> =
            found.iter().filter(|one| one.to.is_none()).map(|one| one.spent).collect();
        assert_eq!(left, [0.5]);
        assert_eq!((found[0].from, found[0].to, found[0].spent), (Some(0), Some(2), 8.0));
    }

    #[test]
    fn rounding_is_no_move() {
        let third = 1.0 / 3.0;
        assert_eq!(moves(&[cell(third * 3.0, 1.0 + 1e-15, 1.0), cell(2.0, 2.0 - 1e-15, 1.0)]), []);
        assert_eq!(moves(&[]), []);
    }
}
