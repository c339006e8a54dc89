//! Those who look after the customers.

use super::{Made, Making, bad_setting, groups_of, planned};
use crate::coverage::{
    CoverageParams, Grid, OwnerReport, ReachParams, ReachReport, Reached, Strike, TouchKind, reach,
    strikes,
};
use crate::error::Error;
use crate::segments::Label;

impl Making<'_, '_> {
    /// Customers of each owner: covered, against the plan, and visits with a sale.
    pub(super) fn owners(
        &self,
        made: &Made,
        strikes: Option<&[Strike]>,
    ) -> Result<Vec<OwnerReport>, Error> {
        let Some(owner) = &self.owner else { return Ok(Vec::new()) };
        let grid = Grid::of(&[owner])?;
        let groups = groups_of(owner);
        let capacities = self.capacities(&owner.names)?;
        let now = self.reach_of(&grid, made.now.as_deref())?;
        let before = made.before.as_ref();
        let before = before.map(|made| self.reach_of(&grid, Some(made))).transpose()?;
        let plans = self.has_plan().then(|| made.compliance(&groups, &capacities));
        let strikes = strikes.map(|of| summed(of, &groups, owner.names.len()));
        let of = |(at, name): (usize, &String)| {
            let cell = &now.cells[at];
            OwnerReport {
                owner: name.clone(),
                customers: cell.customers,
                covered: cell.covered,
                covered_before: before.as_ref().and_then(|before| before.cells[at].covered),
                value: cell.value,
                at_stake: cell.at_stake,
                compliance: plans.as_ref().map(|plans| plans[at].clone()),
                strike: strikes.as_ref().map(|strikes| strikes[at]),
            }
        };
        Ok(owner.names.iter().enumerate().map(of).collect())
    }

    fn reach_of(&self, grid: &Grid, touches: Option<&[u32]>) -> Result<ReachReport, Error> {
        let of = Reached {
            touches,
            value: self.net.now.as_deref(),
            potential: self.potential.as_deref(),
            targets: None,
        };
        let params = ReachParams { touches: self.params.touches, target: self.params.target };
        reach(grid, of, &params)
    }

    /// Customers whom nobody looks after; `None` without owners.
    pub(super) fn unowned(&self) -> Option<u32> {
        let is_unowned = |label: &&Label| **label == Label::Unassigned;
        Some(self.owner.as_ref()?.labels.iter().filter(is_unowned).count() as u32)
    }

    /// Touches that each owner can make in the period.
    fn capacities(&self, owners: &[String]) -> Result<Vec<Option<u32>>, Error> {
        let CoverageParams { capacity, capacities, period, .. } = &self.params;
        let given = capacity.iter().chain(capacities.iter().map(|one| &one.per_month));
        if let Some(&wrong) = given.into_iter().find(|one| !(0.0..=1e6).contains(*one)) {
            return Err(bad_setting("capacity", wrong, "0..=1000000"));
        }
        let of = |owner: &String| {
            let own = capacities.iter().find(|one| one.owner == *owner).map(|one| one.per_month);
            own.or(*capacity).zip(*period).map(|(per_month, span)| planned(per_month, span))
        };
        Ok(owners.iter().map(of).collect())
    }

    /// Visits of each customer and those with a sale; `None` where the contacts do not tell.
    pub(super) fn strikes(&self) -> Option<Vec<Strike>> {
        if self.params.touched != Some(TouchKind::Contacts) {
            return None;
        }
        let (outcome, span) = self.params.outcome.as_ref().zip(self.made_in)?;
        strikes(self.contacts, outcome, span, self.sources.list.len())
    }
}

/// Sums of so many groups of customers.
pub(super) fn summed(of: &[Strike], groups: &[Option<usize>], count: usize) -> Vec<Strike> {
    let mut found = vec![Strike::default(); count];
    for (one, group) in of.iter().zip(groups) {
        if let Some(group) = *group {
            found[group].add(*one);
        }
    }
    found
}
