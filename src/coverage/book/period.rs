//! The period that is told of, and the one before.

use crate::coverage::{CoverageParams, Sources, Span, Touches, months_from};
use crate::customers::Civil;
use crate::error::Error;
use crate::table::Day;

/// Months of the usual period.
const USUAL_MONTHS: i64 = 3;

/// Days at the end of a month of which the last touch may miss some, as free days, and the month be taken for whole.
const LAST_DAYS: Day = 7;

/// The period: as asked, else the usual one up to the last touch or order; and the one right before it.
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
                expected: "from_to".into(),
            });
        }
    }
    let last = touches.and_then(Touches::span).map(|(_, last)| last);
    let last = last.or_else(|| sources.orders.and_then(|(_, of)| of.last.iter().max().copied()));
    params.period = params.period.or(last.and_then(usual));
    params.before = params.before.or(params.period.map(Span::before));
    Ok(())
}

/// The three months of the calendar that end with the month of a day, where the day is one of its last seven; else the
/// three months up to the day.
fn usual(last: Day) -> Option<Span> {
    let first = last - Day::from(Civil::of(last).day) + 1;
    let end = months_from(first, 1)? - 1;
    let to = if end - last < LAST_DAYS { end } else { last };
    // From the first of a month on: three months before the last of one may be a shorter month.
    Some(Span { from: months_from(to + 1, -USUAL_MONTHS)?, to })
}

/// The part of the period whose touches are made, up to the as-of date, and the part after it, whose touches are
/// scheduled.
pub(super) fn touches_in(period: Span, as_of: Option<Day>) -> (Span, Span) {
    let to = as_of.unwrap_or(period.to).min(period.to);
    let from = to.saturating_add(1).max(period.from);
    (Span { to, ..period }, Span { from, ..period })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::day_of;

    #[test]
    fn the_usual_period_is_three_months() {
        let day = |(year, month, day)| day_of(year, month, day).unwrap();
        for (last, from, to) in [
            ((2025, 12, 31), (2025, 10, 1), (2025, 12, 31)),
            ((2025, 12, 25), (2025, 10, 1), (2025, 12, 31)),
            ((2025, 12, 24), (2025, 9, 25), (2025, 12, 24)),
            ((2024, 2, 29), (2023, 12, 1), (2024, 2, 29)),
            ((2025, 5, 10), (2025, 2, 11), (2025, 5, 10)),
        ] {
            let found = usual(day(last)).unwrap();
            assert_eq!(found, Span { from: day(from), to: day(to) }, "{last:?}");
            assert_eq!(found.months(), 3.0);
        }
    }

    #[test]
    fn what_is_after_the_as_of_date_is_scheduled() {
        let period = Span { from: 10, to: 19 };
        let of = |as_of| {
            let (made, scheduled) = touches_in(period, as_of);
            [made.from, made.to, scheduled.from, scheduled.to]
        };
        assert_eq!(of(Some(14)), [10, 14, 15, 19]);
        assert_eq!(of(None), [10, 19, 20, 19], "nothing is scheduled");
        // Days before the period are of no part of it.
        assert_eq!(of(Some(5)), [10, 5, 10, 19]);
    }
}
