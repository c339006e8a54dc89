//! How segments buy.

use super::{Buying, Habit, Peak, favourite, standing_out};
use crate::customers::{Civil, Sorted, purchase_rows};
use crate::error::Error;
use crate::lifecycle::gaps_between;
use crate::mapping::Role;
use crate::segments::Segmentation;
use crate::transactions::Day;

/// Days that a file has to cover before its months are told.
const YEAR: u32 = 365;

/// What is counted of each segment, by its place among the names of the segmentation, and of all of them.
pub(super) struct Habits {
    segments: Vec<Counts>,
    all: Counts,
    months_are_told: bool,
    categories: Option<Values>,
    channels: Option<Values>,
}

#[derive(Default, Clone)]
struct Counts {
    orders: u64,
    net: f64,
    /// From Monday.
    weekdays: [u64; 7],
    /// From January.
    months: [u64; 12],
    gaps: Vec<i64>,
}

/// Purchase rows by the values of a column.
struct Values {
    names: Vec<String>,
    segments: Vec<Vec<u64>>,
    all: Vec<u64>,
}

impl Habits {
    pub(super) fn of(buying: &Buying<'_>, segmentation: &Segmentation) -> Result<Self, Error> {
        let customers = buying.customers;
        let mut segments = vec![Counts::default(); segmentation.names.len()];
        for (customer, label) in segmentation.labels.iter().enumerate() {
            if let Some(segment) = label.segment() {
                let net = customers.net[customer].to_f64();
                segments[segment].add(buying.days.of(customer), net);
            }
        }
        let first = customers.first.iter().min().copied().unwrap_or_default();
        let last = customers.last.iter().max().copied().unwrap_or_default();
        Ok(Self {
            all: Counts::sum(&segments),
            segments,
            months_are_told: last.abs_diff(first) + 1 >= YEAR,
            categories: Values::of(buying, segmentation, Role::Category)?,
            channels: Values::of(buying, segmentation, Role::Channel)?,
        })
    }

    pub(super) fn habit(&self, segment: usize) -> Habit {
        let (own, all) = (&self.segments[segment], &self.all);
        let number = |at: usize| (at + 1).to_string();
        let gaps = Sorted::new(own.gaps.clone(), 1);
        let came_back = !own.gaps.is_empty();
        let median = || Sorted::new(all.gaps.clone(), 1).quantile(1, 2);
        Habit {
            orders: own.orders,
            basket: own.net / own.orders as f64,
            basket_overall: all.net / all.orders as f64,
            gaps: own.gaps.len() as u64,
            gap: came_back.then(|| [1, 2, 3].map(|quarter| gaps.quantile(quarter, 4))),
            gap_overall: (!all.gaps.is_empty()).then(median),
            weekday: standing_out(&own.weekdays, &all.weekdays, number),
            month: self
                .months_are_told
                .then(|| standing_out(&own.months, &all.months, number))
                .flatten(),
            category: self.categories.as_ref().and_then(|values| values.favourite(segment)),
            channel: self.channels.as_ref().and_then(|values| values.favourite(segment)),
        }
    }

    /// The category that stands out most.
    pub(super) fn content(&self, segment: usize) -> Option<Peak> {
        self.categories.as_ref()?.standing_out(segment)
    }

    /// The channel that stands out most.
    pub(super) fn channel(&self, segment: usize) -> Option<Peak> {
        self.channels.as_ref()?.standing_out(segment)
    }
}

impl Counts {
    fn add(&mut self, days: &[Day], net: f64) {
        self.orders += days.len() as u64;
        self.net += net;
        for &day in days {
            // 1970-01-01 was a Thursday.
            self.weekdays[(day + 3).rem_euclid(7) as usize] += 1;
            self.months[usize::from(Civil::of(day).month) - 1] += 1;
        }
        self.gaps.extend(gaps_between(days).map(i64::from));
    }

    fn sum(parts: &[Self]) -> Self {
        let mut all = Self::default();
        for part in parts {
            all.orders += part.orders;
            all.net += part.net;
            all.weekdays.iter_mut().zip(part.weekdays).for_each(|(all, part)| *all += part);
            all.months.iter_mut().zip(part.months).for_each(|(all, part)| *all += part);
            all.gaps.extend(&part.gaps);
        }
        all
    }
}

impl Values {
    /// `None` where no column of the orders plays the role.
    fn of(
        buying: &Buying<'_>,
        segmentation: &Segmentation,
        role: Role,
    ) -> Result<Option<Self>, Error> {
        let attributes = &buying.transactions.attributes;
        let Some(at) = attributes.iter().position(|attribute| attribute.role == role) else {
            return Ok(None);
        };
        let values = &attributes[at].values;
        let segment = |customer: usize| segmentation.labels[customer].segment();
        let groups = segmentation.names.len();
        let segments = purchase_rows(buying.transactions, buying.customers, at, groups, segment)?;
        let total = |value: usize| segments.iter().map(|rows| rows[value]).sum();
        Ok(Some(Self {
            all: (0..values.len()).map(total).collect(),
            names: (0..values.len() as u32).map(|code| values.text(code).into_owned()).collect(),
            segments,
        }))
    }

    fn favourite(&self, segment: usize) -> Option<Peak> {
        favourite(&self.segments[segment], &self.all, |at| self.names[at].clone())
    }

    fn standing_out(&self, segment: usize) -> Option<Peak> {
        standing_out(&self.segments[segment], &self.all, |at| self.names[at].clone())
    }
}
