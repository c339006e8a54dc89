//! Touches of each customer of the list, made and planned.

use super::{Making, touches_in};
use crate::coverage::{Compliance, Grid, Moved, Span, Status, Touched, compliance};
use crate::table::Day;

/// Touches of each customer; `None` where they are not known.
pub(super) struct Made {
    /// In the period up to the as-of date.
    pub(super) now: Option<Vec<u32>>,
    /// In the period before, if some touch reaches back so far.
    pub(super) before: Option<Vec<u32>>,
    /// The last ones up to the as-of date.
    pub(super) last: Option<Vec<Option<Day>>>,
    /// All of it against the plan.
    pub(super) touched: Vec<Touched>,
    as_of: Day,
    days: u32,
}

impl Made {
    /// Touches against the plan, per group.
    pub(super) fn compliance(
        &self,
        groups: &[Option<usize>],
        capacities: &[Option<u32>],
    ) -> Vec<Compliance> {
        compliance(&self.touched, groups, capacities, self.as_of, self.days)
    }

    /// How each customer stands against the plan.
    pub(super) fn statuses(&self) -> Vec<Status> {
        self.touched.iter().map(|one| Status::of(one, self.as_of, self.days)).collect()
    }

    /// Touches planned for each customer.
    pub(super) fn planned(&self) -> Vec<u32> {
        self.touched.iter().map(|one| one.planned).collect()
    }

    /// Customers of each cell by what changed since the period before, `least` touches covering one; empty where one of the
    /// two is not known.
    pub(super) fn moved(&self, grid: &Grid, least: u32) -> Vec<Moved> {
        let Some((now, before)) = self.now.as_ref().zip(self.before.as_ref()) else {
            return Vec::new();
        };
        let mut found = vec![Moved::default(); grid.len()];
        for ((cell, &before), &now) in grid.of_customers().zip(before).zip(now) {
            let Some(cell) = cell else { continue };
            match (before >= least, now >= least) {
                (true, true) => found[cell].kept += 1,
                (false, true) => found[cell].gained += 1,
                (true, false) => found[cell].lost += 1,
                (false, false) => {}
            }
        }
        found
    }
}

impl Making<'_, '_> {
    /// Touches in the period up to the as-of date.
    pub(super) fn touches_now(&self) -> Option<Vec<u32>> {
        let Span { from, to } = self.made_in?;
        Some(self.touches.as_ref()?.counts(from, to))
    }

    pub(super) fn made(&self) -> Made {
        let now = self.touches_now();
        let known = self.touches.as_ref().zip(self.params.period);
        let scheduled = known.map(|(touches, period)| {
            let (_, Span { from, to }) = touches_in(period, self.params.as_of);
            touches.counts(from, to)
        });
        let last = self.touches.as_ref().zip(self.made_in);
        let last = last.map(|(touches, span)| touches.last(span.to));
        let touched = self.planned().into_iter().enumerate().map(|(at, planned)| Touched {
            planned,
            made: now.as_ref().map_or(0, |now| now[at]),
            scheduled: scheduled.as_ref().map_or(0, |scheduled| scheduled[at]),
            last: last.as_ref().and_then(|last| last[at]),
        });
        Made {
            touched: touched.collect(),
            before: self.touches_before(),
            now,
            last,
            as_of: self.made_in.map_or(0, |span| span.to),
            days: self.params.period.map_or(0, Span::days),
        }
    }

    /// Touches of the period before; `None` where no touch reaches back so far.
    fn touches_before(&self) -> Option<Vec<u32>> {
        let (touches, span) = self.touches.as_ref().zip(self.params.before)?;
        let (first, _) = touches.span()?;
        (first <= span.to).then(|| touches.counts(span.from, span.to))
    }
}
