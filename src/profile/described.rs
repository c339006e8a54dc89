//! The segments of a division, described.

use super::{
    Categories, Column, Figures, Members, ProfileReport, Sample, SegmentProfile, Trait, TraitInfo,
    TraitKey, TraitProfile, TraitSpread, TraitValues, differences, medoid, rule,
};
use crate::customers::Trends;
use crate::segments::{Division, Segmentation};
use crate::transactions::NO_CODE;

/// Segments with fewer customers are small.
const FEW: usize = 30;

/// The profile of a division.
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    /// The figures.
    pub report: ProfileReport,
    /// A real customer of each segment of the report; `None` where no figure tells customers apart.
    pub examples: Vec<Option<Example>>,
}

/// A real customer with what is known of him.
#[derive(Debug, Clone, PartialEq)]
pub struct Example {
    /// His place among the customers.
    pub customer: u32,
    /// One entry per trait of the report: the figure, `None` where it is missing or no figure.
    pub figures: Vec<Option<f64>>,
    /// One entry per trait of the report: the category, `None` where it is missing or no category.
    pub categories: Vec<Option<String>>,
}

/// Describes each segment of a division against all customers who have a segment (METHODS section 5).
///
/// `traits` and `value`, the net amounts, have one entry per customer of the segmentation, `trends` one series per
/// name of it. Traits that no customer with a segment has, and the column that the division is by, are left out; so
/// are segments that nobody is in.
///
/// ```
/// use segmentlab::features::FeatureKey;
/// use segmentlab::profile::{Trait, TraitGroup, TraitKey, TraitProfile, TraitValues, profile};
/// use segmentlab::segments::{Division, Label, Segmentation};
///
/// let recency = Trait {
///     key: TraitKey::Figure { feature: FeatureKey::Recency },
///     group: TraitGroup::Behaviour,
///     values: TraitValues::Figures(vec![2.0, 4.0, 90.0, 96.0, 1.0]),
/// };
/// let labels = [0, 0, 1, 1].map(Label::Segment).into_iter().chain([Label::Unassigned]).collect();
/// let segmentation = Segmentation { names: vec!["new".into(), "lost".into()], labels };
/// let found = profile(&[recency], &segmentation, &Division::Lifecycle, None, None);
/// assert_eq!((found.report.customers, found.report.unassigned), (4, 1));
/// let TraitProfile::Figure { spread: Some(spread), .. } = &found.report.segments[1].traits[0] else {
///     panic!("a figure")
/// };
/// assert_eq!(spread.mean, 93.0);
/// ```
#[must_use]
pub fn profile(
    traits: &[Trait],
    segmentation: &Segmentation,
    division: &Division,
    value: Option<&[f64]>,
    trends: Option<Trends>,
) -> Profile {
    let members = Members::of(segmentation);
    let described: Vec<Described> = traits
        .iter()
        .filter(|one| !one.key.is_of(division))
        .filter_map(|one| Described::of(one, &members))
        .collect();
    let columns: Vec<&Column> = described.iter().map(|one| &one.column).collect();
    let overall: Vec<TraitSpread> = described.iter().map(|one| one.overall.clone()).collect();
    let sample = Sample::of(&members, &columns);
    let net = |customers: &[u32]| {
        value.map(|value| customers.iter().map(|&customer| value[customer as usize]).sum::<f64>())
    };
    let values: Vec<Option<f64>> = members.iter().map(net).collect();
    let whole: Option<f64> = value.map(|_| values.iter().flatten().sum());
    let mut examples = Vec::new();
    let mut segments = Vec::new();
    for (at, value) in values.into_iter().enumerate() {
        let customers = members.of_segment(at).len();
        let segment = members.segment(at);
        let traits: Vec<TraitProfile> =
            described.iter().map(|one| one.profiles[at].clone()).collect();
        let nearest = medoid(&members, at, &columns, &overall, &traits);
        examples.push(nearest.map(|customer| Example::of(customer, &described)));
        segments.push(SegmentProfile {
            segment,
            name: segmentation.names[segment as usize].clone(),
            customers: customers as u32,
            share: customers as f64 / members.total() as f64,
            small: customers < FEW,
            value,
            value_share: value
                .zip(whole)
                .and_then(|(value, whole)| (whole > 0.0).then(|| value / whole)),
            mean_value: value.map(|value| value / customers as f64),
            trend: trends
                .as_ref()
                .map(|trends| trends.revenue[segment as usize].clone())
                .unwrap_or_default(),
            differences: differences(&overall, &traits),
            rule: rule(&sample, &members, &columns, at),
            traits,
        });
    }
    let report = ProfileReport {
        division: division.clone(),
        customers: members.total() as u32,
        unassigned: (segmentation.labels.len() - members.total()) as u32,
        value: whole,
        unit: trends.as_ref().map(|trends| trends.unit),
        periods: trends.map(|trends| trends.periods).unwrap_or_default(),
        rule_sample: sample.len() as u32,
        traits: described.into_iter().map(|one| one.info(&members)).collect(),
        segments,
    };
    Profile { report, examples }
}

/// A trait with what it comes to.
struct Described<'a> {
    of: &'a Trait,
    column: Column<'a>,
    known: u32,
    overall: TraitSpread,
    profiles: Vec<TraitProfile>,
}

impl<'a> Described<'a> {
    /// `None` where nobody has a value.
    fn of(of: &'a Trait, members: &Members) -> Option<Self> {
        match &of.values {
            TraitValues::Figures(values) => {
                let figures = Figures::of(values, members);
                let spread = figures.overall()?;
                Some(Self {
                    of,
                    column: Column::Figure(values),
                    known: figures.known() as u32,
                    profiles: figures.profiles(&spread),
                    overall: TraitSpread::Figure { spread },
                })
            }
            TraitValues::Categories { codes, names } => {
                let categories = Categories::of(codes, names, members);
                (categories.known() > 0).then(|| Self {
                    of,
                    known: categories.known(),
                    profiles: categories.profiles(),
                    overall: categories.overall(),
                    column: Column::Categories(categories),
                })
            }
        }
    }

    fn info(self, members: &Members) -> TraitInfo {
        TraitInfo {
            key: self.of.key.clone(),
            group: self.of.group,
            n: self.known,
            missing: members.total() as u32 - self.known,
            spread: self.overall,
        }
    }
}

impl TraitKey {
    /// Whether it is the column that a division is by.
    fn is_of(&self, division: &Division) -> bool {
        match (self, division) {
            (Self::Attribute { name, .. }, Division::Attribute { name: of }) => name == of,
            _ => false,
        }
    }
}

impl Example {
    fn of(customer: u32, described: &[Described]) -> Self {
        let at = customer as usize;
        let figure = |one: &Described| match &one.of.values {
            TraitValues::Figures(values) => Some(values[at]).filter(|value| value.is_finite()),
            TraitValues::Categories { .. } => None,
        };
        let category = |one: &Described| match &one.of.values {
            TraitValues::Categories { codes, names } if codes[at] != NO_CODE => {
                names.get(codes[at] as usize).cloned()
            }
            _ => None,
        };
        Self {
            customer,
            figures: described.iter().map(figure).collect(),
            categories: described.iter().map(category).collect(),
        }
    }
}
