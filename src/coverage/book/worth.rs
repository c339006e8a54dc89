//! What customers bring and what they could bring.

use super::Making;
use crate::coverage::{CoverageIssueCode, CoverageParams, Sources, Span, potential};
use crate::customers::net_between;
use crate::error::Error;
use crate::features::FeatureKey;

/// The net amount of each customer of the list; `None` where no orders tell it.
#[derive(Default)]
pub(super) struct Net {
    /// In the period.
    pub(super) now: Option<Vec<f64>>,
    /// In the period before, if the orders reach back into it.
    pub(super) before: Option<Vec<f64>>,
    /// Of all orders.
    pub(super) ever: Option<Vec<f64>>,
}

impl Net {
    pub(super) fn of(sources: &Sources<'_>, params: &CoverageParams) -> Result<Self, Error> {
        let Some((transactions, customers)) = sources.orders else { return Ok(Self::default()) };
        let first = customers.first.iter().min().copied();
        let net = |span: Option<Span>| {
            let Some(Span { from, to }) = span else { return Ok(None) };
            let net = net_between(transactions, customers, from, to)?;
            Ok::<_, Error>(Some(sources.of_study(net, 0.0)))
        };
        let before = params.before.filter(|before| first.is_some_and(|first| first <= before.to));
        let ever = customers.net.iter().map(|net| net.to_f64()).collect();
        let ever = Some(sources.of_study(ever, 0.0));
        Ok(Self { now: net(params.period)?, before: net(before)?, ever })
    }
}

impl Making<'_, '_> {
    /// The potential in the period, from the column that is asked for or that its name gives away.
    pub(super) fn fill_in_potential(&mut self) -> Result<(), Error> {
        let figures = self.sources.list.figures();
        let names = figures.iter().filter_map(|key| match key {
            FeatureKey::Column { name } => Some(name.as_str()),
            _ => None,
        });
        self.params.potential = self.params.potential.take().or_else(|| potential(names));
        let Some(potential) = &self.params.potential else { return Ok(()) };
        let key = FeatureKey::Column { name: potential.column.clone() };
        let mut values = self.sources.list.column(&key)?;
        let times = self.params.period.map_or(1.0, |span| potential.per.times(span));
        for (at, value) in values.iter_mut().enumerate() {
            if *value < 0.0 {
                let code = CoverageIssueCode::NegativePotential;
                self.issues.add(code, || self.sources.id(at));
                *value = f64::NAN;
            } else if value.is_nan() {
                let code = CoverageIssueCode::UnknownPotential;
                self.issues.add(code, || self.sources.id(at));
            }
            *value *= times;
        }
        self.potential = Some(values);
        Ok(())
    }
}
