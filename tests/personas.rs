//! Every figure of the cards, counted again from the rows of the file.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod by_hand;
mod common;

use std::collections::BTreeMap;

use by_hand::{
    Buyer, Orders, assert_close, buyers, deviation, files, listed, mean, mid_p, month_of, quantile,
    read, records,
};
use segmentlab::customers::{CustomersParams, fold, order_days};
use segmentlab::features::{FeatureKey, FeatureSource};
use segmentlab::lifecycle::{Gaps, LifecycleParams, Stage, stages};
use segmentlab::mapping::Role;
use segmentlab::persona::{Buying, Goal, Peak, Persona, personas};
use segmentlab::profile::{Profile, TraitKey, profile, traits};
use segmentlab::rfm::{RfmParams, score};
use segmentlab::segments::{Division, Segmentation};

/// The cards of the segments of RFM, with the segment of each id.
struct Cards {
    profile: Profile,
    personas: Vec<Persona>,
    segment_of: BTreeMap<String, u32>,
}

fn cards(orders: &Orders) -> Cards {
    let transactions = read(&orders.path);
    let customers = fold(&transactions, &CustomersParams::default()).unwrap();
    let rfm = score(&customers, &RfmParams::default()).unwrap();
    let segmentation = Segmentation::from(&rfm);
    let days = order_days(&transactions, &customers).unwrap();
    let thresholds = LifecycleParams::default().check(&Gaps::of(&customers, &days)).unwrap();
    let stages = stages(&customers, &days, &thresholds);
    let source = FeatureSource::new(&transactions, &customers);
    let profile = profile(&traits(&source).unwrap(), &segmentation, &Division::Rfm, None, None);
    let buying =
        Buying { transactions: &transactions, customers: &customers, days: &days, stages: &stages };
    let personas = personas(&profile, &segmentation, &source, Some(buying)).unwrap();
    let segment = |at: usize| segmentation.labels[at].segment().unwrap() as u32;
    let id = |at: usize| transactions.customers.text(customers.code[at]).into_owned();
    let segment_of = (0..customers.len()).map(|at| (id(at), segment(at))).collect();
    Cards { profile, personas, segment_of }
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    quantile(&values.collect::<Vec<_>>(), 0.5)
}

fn as_floats(values: impl Iterator<Item = i64>) -> Vec<f64> {
    values.map(|value| value as f64).collect()
}

/// The value the segment has surely and by more than a fifth more of than all, with the least chance; and at least ten.
fn surest(own: &BTreeMap<String, u64>, all: &BTreeMap<String, u64>) -> Option<String> {
    let (of, whole): (u64, u64) = (own.values().sum(), all.values().sum());
    let more = own.iter().filter_map(|(value, &count)| {
        let is_above = count as f64 / of as f64 > 1.2 * all[value] as f64 / whole as f64;
        (is_above && count >= 10).then(|| (value, mid_p(count, of, all[value], whole)))
    });
    // Beyond 2.58 deviations of a normal variable lies .00494002.
    let sure = more.filter(|(_, p)| *p <= 0.004_940_02);
    sure.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(value, _)| value.clone())
}

#[track_caller]
fn assert_peak(
    peak: &Option<Peak>,
    value: Option<String>,
    own: &BTreeMap<String, u64>,
    all: &BTreeMap<String, u64>,
) {
    assert_eq!(peak.as_ref().map(|peak| &peak.value), value.as_ref());
    let Some(peak) = peak else { return };
    let (of, whole): (u64, u64) = (own.values().sum(), all.values().sum());
    assert_eq!((peak.count, peak.of), (own[&peak.value], of));
    assert_close(peak.share, peak.count as f64 / of as f64);
    assert_close(peak.overall, all[&peak.value] as f64 / whole as f64);
    assert_close(peak.index, 100.0 * peak.share / peak.overall);
}

fn counted(values: impl Iterator<Item = (String, u64)>) -> BTreeMap<String, u64> {
    let mut counts = BTreeMap::new();
    for (value, count) in values {
        *counts.entry(value).or_default() += count;
    }
    counts
}

fn rows_of<'a>(
    buyers: impl Iterator<Item = &'a Buyer>,
    orders: &Orders,
    role: Role,
) -> BTreeMap<String, u64> {
    let of_role = |(at, _): &(usize, String)| orders.roles[*at].0 == role;
    counted(buyers.flat_map(|buyer| {
        let rows = buyer.rows.iter().filter(|(key, _)| of_role(key));
        rows.map(|((_, value), &rows)| (value.clone(), rows))
    }))
}

fn weekdays<'a>(buyers: impl Iterator<Item = &'a Buyer>) -> BTreeMap<String, u64> {
    // 1970-01-05 was a Monday.
    counted(buyers.flat_map(|buyer| {
        buyer.days.iter().map(|day| ((1 + (day - 4).rem_euclid(7)).to_string(), 1))
    }))
}

fn months<'a>(buyers: impl Iterator<Item = &'a Buyer>) -> BTreeMap<String, u64> {
    counted(buyers.flat_map(|buyer| buyer.days.iter().map(|&day| (month_of(day).to_string(), 1))))
}

/// The value of most rows, the bytewise first of equals.
fn most(counts: &BTreeMap<String, u64>) -> Option<String> {
    let most = counts.values().max()?;
    counts.iter().find(|(_, count)| *count == most).map(|(value, _)| value.clone())
}

fn stage_of(buyer: &Buyer, as_of: i64, [warning, loss]: [i64; 2]) -> Stage {
    let silence = as_of - buyer.last;
    if silence > loss {
        Stage::Lost
    } else if silence > warning {
        Stage::Drowsy
    } else if buyer.days.len() == 1 {
        Stage::New
    } else if buyer.gaps().last().is_some_and(|&gap| gap > loss) {
        Stage::Returned
    } else {
        Stage::Active
    }
}

#[test]
fn cards_as_counted_from_the_rows() {
    for orders in files() {
        let Cards { profile, personas, segment_of } = cards(&orders);
        let (buyers, as_of) = buyers(&orders);
        assert!(buyers.keys().eq(segment_of.keys()), "{:?}", orders.path);
        assert_eq!(personas.len(), profile.report.segments.len());
        let all_gaps = as_floats(buyers.values().flat_map(Buyer::gaps));
        let gaps_in_force = [0.8, 0.9].map(|part| quantile(&all_gaps, part).ceil() as i64);
        let spans = buyers.values().map(|buyer| (buyer.first, buyer.last));
        let (first, last) = spans.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))).unwrap();
        for persona in &personas {
            let own: Vec<(&String, &Buyer)> =
                buyers.iter().filter(|(id, _)| segment_of[*id] == persona.segment).collect();
            let of_own = || own.iter().map(|(_, buyer)| *buyer);
            let habit = persona.habit.as_ref().unwrap();

            let orders_of = |buyers: &mut dyn Iterator<Item = &Buyer>| -> (u64, f64) {
                buyers.fold((0, 0.0), |(n, net), buyer| {
                    (n + buyer.days.len() as u64, net + buyer.net)
                })
            };
            let (count, net) = orders_of(&mut of_own());
            assert_eq!(habit.orders, count);
            assert_close(habit.basket, net / count as f64);
            let (count, net) = orders_of(&mut buyers.values());
            assert_close(habit.basket_overall, net / count as f64);

            let gaps = as_floats(of_own().flat_map(Buyer::gaps));
            assert_eq!(habit.gaps as usize, gaps.len());
            assert_eq!(habit.gap.is_some(), !gaps.is_empty());
            if let Some(found) = habit.gap {
                for (found, part) in found.into_iter().zip([0.25, 0.5, 0.75]) {
                    assert_close(found, quantile(&gaps, part));
                }
                assert_eq!(persona.plan.every, Some((found[1] + 0.5).floor() as u32));
            }
            assert_close(habit.gap_overall.unwrap(), quantile(&all_gaps, 0.5));

            let (days, all_days) = (weekdays(of_own()), weekdays(buyers.values()));
            assert_peak(&habit.weekday, surest(&days, &all_days), &days, &all_days);
            let (own_months, all_months) = (months(of_own()), months(buyers.values()));
            let month = surest(&own_months, &all_months).filter(|_| last - first + 1 >= 365);
            assert_peak(&habit.month, month, &own_months, &all_months);
            for (role, usual, plan) in [
                (Role::Category, &habit.category, &persona.plan.content),
                (Role::Channel, &habit.channel, &persona.plan.channel),
            ] {
                if orders.roles.iter().all(|(known, _)| *known != role) {
                    continue;
                }
                let (rows, all) =
                    (rows_of(of_own(), &orders, role), rows_of(buyers.values(), &orders, role));
                assert_peak(usual, most(&rows), &rows, &all);
                assert_peak(plan, surest(&rows, &all), &rows, &all);
            }

            let in_stage = |buyer: &Buyer, stage| stage_of(buyer, as_of, gaps_in_force) == stage;
            assert_eq!(persona.stages.len(), 5);
            for found in &persona.stages {
                let count = of_own().filter(|buyer| in_stage(buyer, found.stage)).count();
                let all = buyers.values().filter(|buyer| in_stage(buyer, found.stage)).count();
                assert_eq!(found.customers as usize, count);
                assert_close(found.share, count as f64 / own.len() as f64);
                assert_close(found.overall, all as f64 / buyers.len() as f64);
            }

            // By medians, then by means.
            let better = |of: &dyn Fn(&Buyer) -> f64| {
                let (own, all): (Vec<f64>, Vec<f64>) =
                    (of_own().map(of).collect(), buyers.values().map(of).collect());
                let (low, high) = (median(own.iter().copied()), median(all.iter().copied()));
                if low == high { mean(&own) >= mean(&all) } else { low > high }
            };
            let traits = persona.traits.unwrap();
            assert_eq!(traits.recent, better(&|buyer| -((as_of - buyer.last) as f64)));
            assert_eq!(traits.frequent, better(&|buyer| buyer.days.len() as f64));
            assert_eq!(traits.valuable, better(&|buyer| buyer.net));
            let goal = match (traits.valuable, traits.recent, traits.frequent) {
                (true, true, true) => Goal::Reward,
                (true, true, false) => Goal::Repeat,
                (true, false, true) => Goal::Retain,
                (true, false, false) => Goal::WinBack,
                (false, true, true) => Goal::Upsell,
                (false, true, false) => Goal::SecondOrder,
                (false, false, true) => Goal::Remind,
                (false, false, false) => Goal::LowCost,
            };
            assert_eq!(persona.plan.goal, goal);

            assert_example(persona, &profile, &own, as_of);
        }
    }
}

/// The example is a customer of the segment whose figures are told as they are, under a masked id.
fn assert_example(persona: &Persona, profile: &Profile, own: &[(&String, &Buyer)], as_of: i64) {
    if own.len() < 5 {
        return assert_eq!(persona.example, None);
    }
    let example = persona.example.as_ref().unwrap();
    let at = |feature: FeatureKey| {
        let key = TraitKey::Figure { feature };
        profile.report.traits.iter().position(|one| one.key == key).unwrap()
    };
    let figure = |feature| example.figures[at(feature)].unwrap();
    let is_like = |buyer: &Buyer| {
        figure(FeatureKey::Recency) == (as_of - buyer.last) as f64
            && figure(FeatureKey::Frequency) == buyer.days.len() as f64
            && figure(FeatureKey::Tenure) == (as_of - buyer.first) as f64
            && (figure(FeatureKey::Monetary) - buyer.net).abs() < 1e-3
    };
    let is_masked = |id: &str| {
        let (id, shown): (Vec<char>, Vec<char>) =
            (id.chars().collect(), example.masked.chars().collect());
        id.len() == shown.len()
            && id[0] == shown[0]
            && id.last() == shown.last()
            && shown[1..id.len() - 1].iter().all(|&c| c == '*')
    };
    let alike = own.iter().filter(|(id, buyer)| is_like(buyer) && is_masked(id)).count();
    assert!(alike >= 1, "{example:?}");
}

#[test]
fn cards_of_a_customer_file_as_read_from_its_rows() {
    let file = "data/marketing_campaign/marketing_campaign.csv";
    let Some(path) = common::shared(file) else { return };
    let (header, rows) = records(&path, '\t');
    let place = |name: &str| header.iter().position(|column| column == name).unwrap();
    let listed = listed(&path, &["Education", "Marital_Status"]);
    let source = FeatureSource::of_customers(&listed);
    let education = source.attribute("Education").unwrap();
    let segmentation = Segmentation::of_column(&education);
    let division = Division::Attribute { name: "Education".into() };
    let profile = profile(&traits(&source).unwrap(), &segmentation, &division, None, None);
    let found = personas(&profile, &segmentation, &source, None).unwrap();
    assert_eq!(found.len(), 5);
    for persona in found {
        assert_eq!((&persona.habit, persona.traits), (&None, None));
        assert_eq!((persona.stages.len(), persona.plan.goal), (0, Goal::Unknown));
        assert_eq!((&persona.plan.channel, persona.plan.every), (&None, None));

        let name = &segmentation.names[persona.segment as usize];
        let own: Vec<&Vec<String>> =
            rows.iter().filter(|row| row[place("Education")] == *name).collect();
        let example = persona.example.unwrap();
        let columns: Vec<Option<usize>> =
            profile.report.traits.iter().map(|one| figure_of(&one.key).map(place)).collect();
        let typical = nearest(&rows, &own, &columns.iter().flatten().copied().collect::<Vec<_>>());
        for (column, figure) in columns.iter().zip(&example.figures) {
            let cell = column.map(|at| typical[at].as_str()).filter(|cell| !cell.is_empty());
            assert_eq!(cell.map(|cell| cell.parse().unwrap()), *figure, "{name}");
        }
        let told: Vec<&str> = example.categories.iter().flatten().map(String::as_str).collect();
        assert_eq!(told, [&typical[place("Marital_Status")]], "{name}");
        let id: Vec<char> = typical[place("ID")].chars().collect();
        let hidden = if id.len() > 3 {
            format!("{}{}{}", id[0], "*".repeat(id.len() - 2), id[id.len() - 1])
        } else {
            "*".repeat(id.len())
        };
        assert_eq!(example.masked, hidden);
    }
}

fn figure_of(key: &TraitKey) -> Option<&str> {
    match key {
        TraitKey::Figure { feature: FeatureKey::Column { name } } => Some(name),
        _ => None,
    }
}

/// The row of `own` with every figure that is nearest to their mean, in standard deviations of all rows.
fn nearest<'a>(all: &[Vec<String>], own: &[&'a Vec<String>], columns: &[usize]) -> &'a [String] {
    let column = |rows: &mut dyn Iterator<Item = &Vec<String>>, at: usize| -> Vec<f64> {
        rows.map(|row| row[at].as_str())
            .filter(|cell| !cell.is_empty())
            .map(|cell| cell.parse().unwrap())
            .collect()
    };
    let scales: Vec<(usize, f64, f64)> = columns
        .iter()
        .map(|&at| {
            (
                at,
                mean(&column(&mut own.iter().copied(), at)),
                deviation(&column(&mut all.iter(), at)),
            )
        })
        .filter(|(_, _, deviation)| *deviation > 0.0)
        .collect();
    let off = |row: &[String]| -> f64 {
        scales
            .iter()
            .map(|&(at, mean, deviation)| {
                ((row[at].parse::<f64>().unwrap() - mean) / deviation).powi(2)
            })
            .sum()
    };
    let whole = own.iter().filter(|row| columns.iter().all(|&at| !row[at].is_empty()));
    whole.min_by(|a, b| off(a).total_cmp(&off(b))).unwrap()
}
