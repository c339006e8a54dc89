//! What coverage is told from.

use super::{Making, touches_in};
use crate::coverage::{
    CellTargets, CoverageInputs, CoverageIssueCode, KnownTouches, OutcomeColumn, Span,
};
use crate::customers::Civil;
use crate::features::FeatureKey;
use crate::table::Dictionary;

/// Values of a column of contacts that may say whether something was sold, at most.
const MOST_OUTCOMES: usize = 12;

impl Making<'_, '_> {
    /// What is there; a period without a touch is noted.
    pub(super) fn inputs(&mut self, targets: Option<&CellTargets>) -> CoverageInputs {
        let touches = self.known_touches();
        if let Some(known) = touches.filter(|known| known.in_period == 0) {
            let example = format!("{} - {}", Civil::of(known.first), Civil::of(known.last));
            self.issues.count(CoverageIssueCode::EmptyPeriod, known.count.into(), vec![example]);
        }
        let figures = self.sources.list.figures().into_iter().filter_map(|key| match key {
            FeatureKey::Column { name } => Some(name),
            _ => None,
        });
        let table = self.sources.targets;
        CoverageInputs {
            customers: self.sources.list.len() as u32,
            listed: self.sources.listed,
            orders: self.sources.orders.is_some(),
            contacts: !self.contacts.is_empty(),
            touches,
            target_rows: targets.map(|targets| targets.rows),
            target_figures: table.map(|table| table.measures.clone()).unwrap_or_default(),
            target_periods: self.target_periods().unwrap_or_default(),
            value: self.net.now.is_some(),
            dimensions: self.dimensions.offered.clone(),
            figures: figures.collect(),
            outcomes: self.outcomes(),
        }
    }

    fn known_touches(&self) -> Option<KnownTouches> {
        let (touches, period) = self.touches.as_ref().zip(self.params.period)?;
        let (first, last) = touches.span()?;
        let (made_in, scheduled_in) = touches_in(period, self.params.as_of);
        let count = |span: Span| touches.counts(span.from, span.to).iter().sum::<u32>();
        Some(KnownTouches {
            count: touches.len() as u32,
            in_period: count(made_in),
            scheduled: count(scheduled_in),
            first,
            last,
        })
    }

    fn outcomes(&self) -> Vec<OutcomeColumn> {
        let columns = self.contacts.iter().flat_map(|(file, _)| &file.attributes);
        let few = columns.filter(|column| column.values.len() <= MOST_OUTCOMES);
        few.map(|column| OutcomeColumn { name: column.name.clone(), values: texts(&column.values) })
            .collect()
    }

    /// Values of the column of the targets' periods.
    fn target_periods(&self) -> Option<Vec<String>> {
        let only = self.params.targets.as_ref()?.only.as_ref()?;
        let columns = &self.sources.targets?.attributes;
        Some(texts(&columns.iter().find(|column| column.name == only.column)?.values))
    }
}

fn texts(values: &Dictionary) -> Vec<String> {
    (0..values.len() as u32).map(|code| values.text(code).into_owned()).collect()
}
