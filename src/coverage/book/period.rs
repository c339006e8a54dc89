//! The period that is told of, and the one before.

use crate::coverage::{CoverageParams, Sources, Span, Touches, months_from};
use crate::customers::Civil;
use crate::error::Error;
use crate::table::Day;

/// Months of the usual period.
const USUAL_MONTHS: i64 = 3;

/// The period: as asked, else the three months up to the last touch or order; and the one right before it.
pub(super) fn fill_in_periods(
    sources: &Sources<'_>,
    touches: Option<&Touches>,
    params: &mut CoverageParams,
) -> Result<(), Error> {
    for (name, span) in [("period", params.period), ("before", params.before)] {
        if let Some(span) = span.filter(|span| span.to < span.from) {
            return Err(Error::BadSetting {
                setting: name.into(),
                found: format!("{} - {}", Civil::of(span.from), Civil::of(span.to)),
                expected: "ascending".into(),
            });
        }
    }
    let last = touches.and_then(Touches::span).map(|(_, last)| last);
    let last = last.or_else(|| sources.orders.and_then(|(_, of)| of.last.iter().max().copied()));
    let usual = last.map(|last| {
        let day_before = months_from(last, -USUAL_MONTHS).unwrap_or(last);
        Span { from: day_before.saturating_add(1), to: last }
    });
    params.period = params.period.or(usual);
    params.before = params.before.or(params.period.map(Span::before));
    Ok(())
}

/// The part of the period whose touches are made, up to the as-of date, and the part after it, whose touches are scheduled.
pub(super) fn touches_in(period: Span, as_of: Option<Day>) -> (Span, Span) {
    let to = as_of.unwrap_or(period.to).min(period.to);
    let from = to.saturating_add(1).max(period.from);
    (Span { to, ..period }, Span { from, ..period })
}
