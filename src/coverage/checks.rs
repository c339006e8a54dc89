//! Whether a segment is one that can be worked with.

use serde::Serialize;

use crate::profile::figure_v;

/// Customers from which on a segment has enough of them.
pub const ENOUGH: u32 = 30;

/// Part of the customers of whom something has to be known.
const MOST: f64 = 0.8;

/// Standard deviations from which on a difference counts, and how sure it has to be.
const DIFFERENT: (f64, f64) = (0.2, 2.58);

/// One check; what it goes by is told beside each field of [`Checks`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Check {
    /// The figure; `None` where the data cannot tell.
    pub figure: Option<f64>,
    /// Whether it is enough.
    pub passes: Option<bool>,
}

/// The five questions that Kotler asks of a segment, as far as the data can tell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Checks {
    /// Part of the customers whose potential is known, or else value; enough from .8 on.
    pub measurable: Check,
    /// Part of all potential, or else of value, or customers; enough from half an even share on, with [`ENOUGH`] customers.
    pub substantial: Check,
    /// Part of the customers ever touched; enough from one half on.
    pub accessible: Check,
    /// Standard deviations by which mean potential, or else value, differs from that of all; enough from .2 on if the
    /// v.test is 2.58 or more.
    pub differentiable: Check,
    /// Part of the customers with a plan and an owner; enough from .8 on.
    pub actionable: Check,
}

/// What is known of the customers of a segment.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Known {
    /// How many there are.
    pub customers: u32,
    /// Of them those whose worth is known, and the sum of it and of its squares.
    pub worth_known: u32,
    /// Sum of worth.
    pub worth: f64,
    /// Sum of its squares.
    pub squares: f64,
    /// Customers ever touched.
    pub touched: u32,
    /// Customers with a plan and an owner.
    pub planned: u32,
}

/// Which of the sums are there at all.
#[derive(Debug, Clone, Copy)]
pub struct Tellable {
    /// Potential or value.
    pub worth: bool,
    /// Touches.
    pub touches: bool,
    /// Tiers with a plan, and owners.
    pub plan: bool,
}

/// Checks of all segments, of which so many have customers.
#[must_use]
pub fn checks(segments: &[Known], tellable: Tellable) -> Vec<Checks> {
    let mut all = Known::default();
    for one in segments {
        all.customers += one.customers;
        all.worth_known += one.worth_known;
        all.worth += one.worth;
        all.squares += one.squares;
    }
    let filled = segments.iter().filter(|one| one.customers > 0).count();
    segments.iter().map(|one| one.checked(&all, filled, tellable)).collect()
}

impl Known {
    fn checked(&self, all: &Self, filled: usize, tellable: Tellable) -> Checks {
        if self.customers == 0 {
            return Checks::default();
        }
        let customers = f64::from(self.customers);
        let part = |of: u32| f64::from(of) / customers;
        let from =
            |figure: f64, least: f64| Check { figure: Some(figure), passes: Some(figure >= least) };
        let told = |is_told: bool, check: Check| if is_told { check } else { Check::default() };
        let weight = if tellable.worth && all.worth > 0.0 {
            self.worth / all.worth
        } else {
            customers / f64::from(all.customers)
        };
        let is_large = self.customers >= ENOUGH && weight * filled as f64 >= 0.5;
        Checks {
            measurable: told(tellable.worth, from(part(self.worth_known), MOST)),
            substantial: Check { figure: Some(weight), passes: Some(is_large) },
            accessible: told(tellable.touches, from(part(self.touched), 0.5)),
            differentiable: told(tellable.worth, self.differs(all).unwrap_or_default()),
            actionable: told(tellable.plan, from(part(self.planned), MOST)),
        }
    }

    fn differs(&self, all: &Self) -> Option<Check> {
        let known = f64::from(all.worth_known);
        let mean = all.worth / known;
        let sd = (all.squares / known - mean * mean).max(0.0).sqrt();
        let own = self.worth / f64::from(self.worth_known);
        let v = figure_v(own, self.worth_known, mean, sd, all.worth_known)?;
        let figure = (own - mean) / sd;
        let passes = figure.abs() >= DIFFERENT.0 && v.abs() >= DIFFERENT.1;
        Some(Check { figure: Some(figure), passes: Some(passes) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: Tellable = Tellable { worth: true, touches: true, plan: true };

    /// So many customers of equal worth.
    fn of(customers: u32, worth: f64) -> Known {
        let n = f64::from(customers);
        Known {
            customers,
            worth_known: customers,
            worth: n * worth,
            squares: n * worth * worth,
            touched: customers / 2,
            planned: customers,
        }
    }

    #[test]
    fn each_question_by_its_figure() {
        let found = checks(&[of(100, 10.0), of(100, 20.0), of(10, 15.0), of(0, 0.0)], ALL);
        let passes = |at: usize| {
            let Checks { measurable, substantial, accessible, differentiable, actionable } =
                found[at];
            [measurable, substantial, accessible, differentiable, actionable].map(|one| one.passes)
        };
        assert_eq!(passes(0), [Some(true); 5]);
        assert_eq!(passes(2)[1], Some(false), "ten customers are few");
        assert_eq!(passes(2)[3], Some(false), "as the mean of all");
        assert_eq!(passes(3), [None; 5]);
        // 1,000 of 3,150.
        assert_eq!(found[0].substantial.figure, Some(1000.0 / 3150.0));
    }

    #[test]
    fn what_the_data_cannot_tell_is_open() {
        let none = Tellable { worth: false, touches: false, plan: false };
        let found = checks(&[of(60, 0.0), of(40, 0.0)], none)[0];
        assert_eq!(found.substantial.figure, Some(0.6));
        for open in [found.measurable, found.accessible, found.differentiable, found.actionable] {
            assert_eq!(open, Check::default());
        }
    }
}
