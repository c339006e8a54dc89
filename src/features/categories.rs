//! Values of repeated text, one per customer.

use crate::table::Dictionary;
use crate::transactions::NO_CODE;

/// What a column of repeated text says of each customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Categories {
    /// Places in `names`, in the order of the customers; [`NO_CODE`] where missing.
    pub codes: Vec<u32>,
    /// The values that customers have, bytewise ascending, each once: so the order of rows in the file leaves no trace.
    pub names: Vec<String>,
}

impl Categories {
    /// Of codes into a file's values.
    pub(super) fn of(codes: &[u32], values: &Dictionary) -> Self {
        let mut is_held = vec![false; values.len()];
        for &code in codes.iter().filter(|&&code| code != NO_CODE) {
            is_held[code as usize] = true;
        }
        let mut held: Vec<u32> =
            (0..values.len() as u32).filter(|&code| is_held[code as usize]).collect();
        held.sort_unstable_by(|&a, &b| values.get(a).cmp(values.get(b)));
        let mut places = vec![NO_CODE; values.len()];
        for (place, &code) in (0..).zip(&held) {
            places[code as usize] = place;
        }
        let place = |&code: &u32| if code == NO_CODE { NO_CODE } else { places[code as usize] };
        Self {
            codes: codes.iter().map(place).collect(),
            names: held.iter().map(|&code| values.text(code).into_owned()).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_that_nobody_has_are_left_out_and_the_others_ascend() {
        // Nobody is in the west.
        let values = Dictionary::from_packed(b"southnorthwesteast".to_vec(), vec![5, 10, 14, 18]);
        let categories = Categories::of(&[3, 0, NO_CODE, 1, 0], &values);
        assert_eq!(categories.names, ["east", "north", "south"]);
        assert_eq!(categories.codes, [0, 2, NO_CODE, 1, 2]);
    }

    #[test]
    fn without_a_value_there_is_no_name() {
        let values = Dictionary::from_packed(b"a".to_vec(), vec![1]);
        let categories = Categories::of(&[NO_CODE, NO_CODE], &values);
        assert_eq!((categories.names.len(), categories.codes), (0, vec![NO_CODE, NO_CODE]));
    }
}
