//! The cards of a division.

use super::{
    ContactPlan, Goal, Habits, LifeStage, Persona, PersonaExample, masked, persona_traits,
};
use crate::customers::{Customers, OrderDays};
use crate::error::Error;
use crate::features::FeatureSource;
use crate::lifecycle::Stage;
use crate::profile::{Example, Profile};
use crate::segments::Segmentation;
use crate::transactions::Transactions;

/// Segments with fewer customers show none of them: however it is masked, one of a few is easily recognised.
const HIDDEN_BELOW: u32 = 5;

/// What customers bought and when.
#[derive(Debug, Clone, Copy)]
pub struct Buying<'a> {
    /// All rows.
    pub transactions: &'a Transactions,
    /// The customers folded from them.
    pub customers: &'a Customers,
    /// Days of their orders.
    pub days: &'a OrderDays,
    /// Their stages of the lifecycle.
    pub stages: &'a [Stage],
}

/// A persona for each segment of a profile, which was made of this segmentation of the customers of `source`; `buying`
/// is of the same customers, and `None` for a customer file (METHODS section 6).
///
/// "All" are the customers with a segment. A weekday, month, category or channel stands out where its v.test over orders
/// or rows is at least 2.58, its index above 120 and the segment has at least ten of it; of those the one of the highest
/// v.test is told.
/// Orders count on the day of their first row, gaps are the days from one purchase day of a customer to his next.
///
/// # Errors
/// Those of [`purchase_rows`](crate::customers::purchase_rows).
///
/// ```
/// use segmentlab::customers::{CustomersParams, fold, order_days};
/// use segmentlab::features::FeatureSource;
/// use segmentlab::lifecycle::{Stage, Thresholds, stages};
/// use segmentlab::persona::{Buying, Goal, personas};
/// use segmentlab::profile::{profile, traits};
/// use segmentlab::segments::{Division, Segmentation};
/// use segmentlab::{mapping::look, transactions::read_all};
/// let file = b"customer,date,amount\nAda1,2024-01-02,5\nAda1,2024-03-02,50\nBob2,2024-01-05,5\n";
/// let head = look(file, &[], file.len() as u64, None)?;
/// let transactions = read_all(&[file], &head.params, 1 << 20, 1)?.transactions;
/// let customers = fold(&transactions, &CustomersParams::default())?;
/// let days = order_days(&transactions, &customers)?;
/// let thresholds = Thresholds { newness: 20, warning: 30, loss: 50, own_gap: None };
/// let stages = stages(&customers, &days, &thresholds);
/// let source = FeatureSource::new(&transactions, &customers);
/// let division = Segmentation::from(stages.as_slice());
/// let profile = profile(&traits(&source)?, &division, &Division::Lifecycle, None, None);
///
/// let buying = Buying { transactions: &transactions, customers: &customers, days: &days, stages: &stages };
/// let found = personas(&profile, &division, &source, Some(buying))?;
/// let returned = &found[0];
/// assert_eq!(returned.plan.goal, Goal::Reward);
/// assert_eq!(returned.plan.every, Some(60));
/// assert_eq!(returned.example, None, "there is only one of them");
/// assert_eq!(found[1].plan.goal, Goal::LowCost);
/// # Ok::<(), segmentlab::error::Error>(())
/// ```
pub fn personas(
    profile: &Profile,
    segmentation: &Segmentation,
    source: &FeatureSource<'_>,
    buying: Option<Buying<'_>>,
) -> Result<Vec<Persona>, Error> {
    let habits = buying.as_ref().map(|buying| Habits::of(buying, segmentation)).transpose()?;
    let stages = buying.map(|buying| counted(buying.stages, segmentation)).unwrap_or_default();
    let mut found = Vec::new();
    for (segment, example) in profile.report.segments.iter().zip(&profile.examples) {
        let at = segment.segment as usize;
        let traits = persona_traits(&profile.report, segment);
        let habit = habits.as_ref().map(|habits| habits.habit(at));
        let median = habit.as_ref().and_then(|habit| habit.gap).map(|[_, median, _]| median);
        found.push(Persona {
            segment: segment.segment,
            traits,
            stages: stages_of(&stages, at),
            example: example
                .as_ref()
                .filter(|_| segment.customers >= HIDDEN_BELOW)
                .map(|example| shown(example, source)),
            plan: ContactPlan {
                goal: Goal::of(traits),
                channel: habits.as_ref().and_then(|habits| habits.channel(at)),
                content: habits.as_ref().and_then(|habits| habits.content(at)),
                every: median.map(|days| (days + 0.5).floor() as u32),
            },
            habit,
        });
    }
    Ok(found)
}

/// Customers of each stage, per segment.
fn counted(stages: &[Stage], segmentation: &Segmentation) -> Vec<[u32; Stage::ALL.len()]> {
    let mut counts = vec![[0; Stage::ALL.len()]; segmentation.names.len()];
    for (&stage, label) in stages.iter().zip(&segmentation.labels) {
        if let Some(segment) = label.segment() {
            counts[segment][stage as usize] += 1;
        }
    }
    counts
}

/// Empty where no stages were told.
fn stages_of(counts: &[[u32; Stage::ALL.len()]], segment: usize) -> Vec<LifeStage> {
    let Some(own) = counts.get(segment) else { return Vec::new() };
    let customers: u32 = own.iter().sum();
    let all: u32 = counts.iter().flatten().sum();
    let stage = |(at, stage): (usize, Stage)| {
        let total: u32 = counts.iter().map(|counts| counts[at]).sum();
        LifeStage {
            stage,
            customers: own[at],
            share: f64::from(own[at]) / f64::from(customers),
            overall: f64::from(total) / f64::from(all),
        }
    };
    Stage::ALL.into_iter().enumerate().map(stage).collect()
}

fn shown(example: &Example, source: &FeatureSource<'_>) -> PersonaExample {
    PersonaExample {
        masked: masked(&source.id(example.customer as usize)),
        figures: example.figures.clone(),
        categories: example.categories.clone(),
    }
}
