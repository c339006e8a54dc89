//! Planned touches against those made.

use serde::{Deserialize, Serialize};

use crate::table::Day;

/// What is known of one customer's touches in a period.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Touched {
    /// Planned for the period.
    pub planned: u32,
    /// Made in the period.
    pub made: u32,
    /// Arranged, but not made yet.
    pub scheduled: u32,
    /// The last one ever, up to the as-of date.
    pub last: Option<Day>,
}

/// How a customer stands against the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// No touch is planned.
    Unplanned,
    /// Planned, but never touched.
    Never,
    /// The last touch is no longer ago than the interval of the plan.
    OnTrack,
    /// It is longer ago, by up to half an interval.
    Due,
    /// Longer still.
    Overdue,
}

impl Status {
    /// All, in the order in which they are told.
    pub const ALL: [Self; 5] =
        [Self::Unplanned, Self::Never, Self::OnTrack, Self::Due, Self::Overdue];

    /// The status on the as-of date, `days` being the length of the period that the plan is for. The interval of the
    /// plan is the period over the planned touches.
    ///
    /// ```
    /// use segmentlab::coverage::{Status, Touched};
    /// // Two touches in 30 days: every 15.
    /// let on = |last| Status::of(&Touched { planned: 2, last: Some(last), ..Touched::default() }, 100, 30);
    /// assert_eq!([85, 84, 77].map(on), [Status::OnTrack, Status::Due, Status::Overdue]);
    /// ```
    #[must_use]
    pub fn of(touched: &Touched, as_of: Day, days: u32) -> Self {
        let Touched { planned, last, .. } = *touched;
        if planned == 0 {
            return Self::Unplanned;
        }
        let Some(last) = last else { return Self::Never };
        // In halves of an interval, without a division: silence / (days / planned) * 2.
        let silence = i64::from(as_of) - i64::from(last);
        let halves = 2 * silence * i64::from(planned);
        let interval = i64::from(days);
        if halves <= 2 * interval {
            Self::OnTrack
        } else if halves <= 3 * interval {
            Self::Due
        } else {
            Self::Overdue
        }
    }
}

/// Touches of a group of customers against their plan: all in one cell, of one tier or of one owner.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Compliance {
    /// Customers with a plan.
    pub customers: u32,
    /// Planned touches.
    pub planned: u64,
    /// Made touches, those without a plan too.
    pub made: u64,
    /// Of the planned ones those made; more touches than planned never make up for a customer who had fewer.
    pub kept: u64,
    /// Kept over planned; `None` without a plan.
    pub rate: Option<f64>,
    /// Planned and neither made ...
    pub remaining: u64,
    /// ... nor scheduled.
    pub to_schedule: u64,
    /// Made beyond the plan.
    pub over: u64,
    /// Customers with more touches than planned.
    pub over_served: u32,
    /// Customers in each status, in the order of [`Status::ALL`].
    pub statuses: [u32; Status::ALL.len()],
    /// Planned over available touches; `None` where the capacity is not known or zero.
    pub capacity_use: Option<f64>,
}

/// Planned touches against those made, per group (METHODS section 7). `groups` has the group of each customer, `None` for
/// customers in none; `capacities` the touches each group can make in the period, where that is known.
///
/// ```
/// use segmentlab::coverage::{Touched, compliance};
/// let customer = |planned, made| Touched { planned, made, ..Touched::default() };
/// let all = [customer(3, 5), customer(2, 0), customer(1, 1)];
/// let found = &compliance(&all, &[Some(0); 3], &[Some(12)], 100, 30)[0];
/// // 3 + 0 + 1 of 6 are kept: the two visits too many do not count for the two that were missed.
/// assert_eq!((found.kept, found.planned, found.over), (4, 6, 2));
/// assert_eq!(found.capacity_use, Some(0.5));
/// ```
#[must_use]
pub fn compliance(
    customers: &[Touched],
    groups: &[Option<usize>],
    capacities: &[Option<u32>],
    as_of: Day,
    days: u32,
) -> Vec<Compliance> {
    let mut found = vec![Compliance::default(); capacities.len()];
    for (touched, group) in customers.iter().zip(groups) {
        if let Some(group) = *group {
            found[group].add(touched, Status::of(touched, as_of, days));
        }
    }
    for (found, capacity) in found.iter_mut().zip(capacities) {
        found.rate = (found.planned > 0).then(|| found.kept as f64 / found.planned as f64);
        found.capacity_use = capacity
            .filter(|&capacity| capacity > 0)
            .map(|capacity| found.planned as f64 / f64::from(capacity));
    }
    found
}

impl Default for Compliance {
    fn default() -> Self {
        Self {
            customers: 0,
            planned: 0,
            made: 0,
            kept: 0,
            rate: None,
            remaining: 0,
            to_schedule: 0,
            over: 0,
            over_served: 0,
            statuses: [0; Status::ALL.len()],
            capacity_use: None,
        }
    }
}

impl Compliance {
    fn add(&mut self, touched: &Touched, status: Status) {
        let Touched { planned, made, scheduled, .. } = *touched;
        self.customers += u32::from(planned > 0);
        self.planned += u64::from(planned);
        self.made += u64::from(made);
        self.kept += u64::from(made.min(planned));
        self.remaining += u64::from(planned.saturating_sub(made));
        self.to_schedule += u64::from(planned.saturating_sub(made).saturating_sub(scheduled));
        self.over += u64::from(made.saturating_sub(planned));
        self.over_served += u32::from(made > planned);
        self.statuses[status as usize] += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made_up() -> Vec<Touched> {
        (0..200_u32)
            .map(|at| Touched {
                planned: at % 4,
                made: at * 7 % 5,
                scheduled: at * 3 % 3,
                last: (at % 6 > 0).then(|| 40 + (at * 11 % 60) as Day),
            })
            .collect()
    }

    #[test]
    fn parts_make_the_whole() {
        let customers = made_up();
        let groups: Vec<Option<usize>> = (0..200).map(|at| Some(at % 3)).collect();
        let parts = compliance(&customers, &groups, &[None, Some(0), Some(80)], 100, 30);
        let whole = &compliance(&customers, &[Some(0); 200], &[Some(100)], 100, 30)[0];
        let sum = |of: &dyn Fn(&Compliance) -> u64| parts.iter().map(of).sum::<u64>();
        assert_eq!(sum(&|one| one.planned), whole.planned);
        assert_eq!(sum(&|one| one.kept), whole.kept);
        assert_eq!(sum(&|one| one.over), whole.over);
        // What was planned is kept or remains; what was made is kept or too much.
        assert_eq!(whole.planned, whole.kept + whole.remaining);
        assert_eq!(whole.made, whole.kept + whole.over);
        assert_eq!(whole.statuses.iter().sum::<u32>(), 200);
        assert_eq!((parts[0].capacity_use, parts[1].capacity_use), (None, None));
    }

    #[test]
    fn more_visits_to_the_same_customer_never_raise_compliance() {
        let mut customers = made_up();
        let rate = |customers: &[Touched]| {
            compliance(customers, &[Some(0); 200], &[None], 100, 30)[0].rate
        };
        let before = rate(&customers);
        for one in customers.iter_mut().filter(|one| one.made >= one.planned) {
            one.made += 10;
        }
        assert_eq!(rate(&customers), before);
    }

    #[test]
    fn without_a_plan_there_is_no_rate() {
        let one = [Touched { made: 3, last: Some(90), ..Touched::default() }];
        let found = &compliance(&one, &[Some(0)], &[Some(5)], 100, 30)[0];
        assert_eq!((found.rate, found.over_served, found.customers), (None, 1, 0));
        assert_eq!(found.statuses, [1, 0, 0, 0, 0]);
    }

    #[test]
    fn a_plan_without_a_touch_is_never() {
        let one = Touched { planned: 1, ..Touched::default() };
        assert_eq!(Status::of(&one, 100, 30), Status::Never);
    }
}
