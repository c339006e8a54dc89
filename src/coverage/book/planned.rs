//! The plan of each tier.

use super::{Making, bad_setting};
use crate::coverage::{Compliance, PLAN, PlanLine, Span, TierPlan};
use crate::error::Error;
use crate::segments::{Label, Segmentation};

/// Touches in a span, rounded to whole ones.
pub(super) fn planned(per_month: f64, span: Span) -> u32 {
    (per_month * span.months()).round() as u32
}

impl Making<'_, '_> {
    /// The plan of each tier, as the params have it or by its place.
    pub(super) fn fill_in_plan(&mut self, tier: &Segmentation) -> Result<(), Error> {
        let usual = |at: usize| PLAN[at.min(PLAN.len() - 1)];
        let line = |(at, name): (usize, &String)| {
            let given = self.params.plan.iter().find(|line| line.tier == *name);
            let per_month = given.map_or_else(|| usual(at), |line| line.per_month);
            PlanLine { tier: name.clone(), per_month }
        };
        let plan: Vec<PlanLine> = tier.names.iter().enumerate().map(line).collect();
        let wrong = plan.iter().find(|line| !(0.0..=1e4).contains(&line.per_month));
        if let Some(wrong) = wrong {
            return Err(bad_setting("plan", wrong.per_month, "0..=10000"));
        }
        self.params.plan = plan;
        Ok(())
    }

    /// Touches planned for each customer in the period; none without a tier.
    pub(super) fn planned(&self) -> Vec<u32> {
        let Some((tier, span)) = self.tier.as_ref().zip(self.params.period) else {
            return vec![0; self.sources.list.len()];
        };
        let lines = self.params.plan.iter();
        let of_tier: Vec<u32> = lines.map(|line| planned(line.per_month, span)).collect();
        let of = |label: &Label| label.segment().map_or(0, |tier| of_tier[tier]);
        tier.labels.iter().map(of).collect()
    }

    /// The plan of each tier with what came of it.
    pub(super) fn tier_plans(&self, found: Vec<Compliance>) -> Vec<TierPlan> {
        let Some(span) = self.params.period else { return Vec::new() };
        let lines = self.params.plan.iter().zip(found);
        lines
            .map(|(line, compliance)| TierPlan {
                tier: line.tier.clone(),
                per_month: line.per_month,
                planned: planned(line.per_month, span),
                compliance,
            })
            .collect()
    }
}
