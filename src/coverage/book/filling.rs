//! What the params leave open, taken from the files.

use super::{Making, groups_of};
use crate::coverage::{
    Criterion, GridDimension, TierFigure, outcome, scores, target_columns, tier_order, tiers,
};
use crate::error::Error;
use crate::features::{FeatureKey, FeatureSource};
use crate::segments::{Division, Label, Segmentation};

impl Making<'_, '_> {
    /// Takes from the files what the params leave open.
    pub(super) fn fill_in(&mut self) -> Result<(), Error> {
        self.fill_in_potential()?;
        let dimensions = self.dimensions;
        let params = &mut self.params;
        if params.dimensions.as_ref().is_none_or(Vec::is_empty) {
            let usual = dimensions.usual();
            let or_score = if usual.is_empty() { vec![GridDimension::Score] } else { usual };
            params.dimensions = Some(or_score);
        }
        params.tier = params.tier.take().or_else(|| dimensions.usual_tier());
        params.owner = params.owner.take().or_else(|| dimensions.usual_owner());
        if let Some(table) = self.sources.targets {
            let period = params.period;
            params.targets.get_or_insert_with(|| target_columns(table, period));
        }
        let columns = self.contacts.iter().flat_map(|(file, _)| &file.attributes);
        let found = outcome(columns.map(|column| (column.name.as_str(), &column.values)));
        params.outcome = params.outcome.take().or(found);
        if let Some(dimension) = self.params.tier.clone() {
            let found = self.segmentation(&dimension)?;
            let tier = if is_in_order(&dimension) { found } else { in_order(found) };
            self.fill_in_plan(&tier)?;
            self.tier = Some(tier);
        }
        if let Some(owner) = &self.params.owner {
            self.owner = Some(self.segmentation(owner)?);
        }
        Ok(())
    }

    /// The customers of the list by a dimension.
    pub(super) fn segmentation(&self, dimension: &GridDimension) -> Result<Segmentation, Error> {
        if *dimension == GridDimension::Score {
            self.by_score()
        } else {
            self.dimensions.segmentation(dimension)
        }
    }

    /// High, middle and low by the weighted figures.
    fn by_score(&self) -> Result<Segmentation, Error> {
        let score = &self.params.score;
        let unknown = || vec![f64::NAN; self.sources.list.len()];
        let mut columns: Vec<(Vec<f64>, f64)> = Vec::new();
        for one in &score.criteria {
            let values = match &one.figure {
                TierFigure::Value => self.net.now.clone().unwrap_or_else(unknown),
                TierFigure::Potential => self.potential.clone().unwrap_or_else(unknown),
                TierFigure::Closeness => self.touches_now().map_or_else(unknown, |made| {
                    made.iter().map(|&made| f64::from(made)).collect()
                }),
                TierFigure::Feature { key } => self.feature(key)?,
            };
            columns.push((values, one.weight));
        }
        if columns.is_empty() {
            // Where nothing is known of anybody all are alike, and in one tier.
            let alike = || vec![0.0; self.sources.list.len()];
            let worth = self.potential.as_ref().or(self.net.now.as_ref());
            columns.push((worth.cloned().unwrap_or_else(alike), 1.0));
        }
        let criteria: Vec<Criterion<'_>> =
            columns.iter().map(|(values, weight)| Criterion { values, weight: *weight }).collect();
        tiers(&scores(&criteria)?, score.shares)
    }

    /// A column of the list; a figure of the orders also where a file lists the customers.
    fn feature(&self, key: &FeatureKey) -> Result<Vec<f64>, Error> {
        match (key, &self.sources.places, self.sources.orders) {
            (FeatureKey::Column { .. }, ..) | (_, None, _) | (.., None) => {
                self.sources.list.column(key)
            }
            (_, Some(_), Some((transactions, customers))) => {
                let column = FeatureSource::new(transactions, customers).column(key)?;
                Ok(self.sources.of_study(column, f64::NAN))
            }
        }
    }
}

/// Whether the engine itself has put the segments in order.
fn is_in_order(dimension: &GridDimension) -> bool {
    match dimension {
        GridDimension::Division { division } => !matches!(division, Division::Attribute { .. }),
        GridDimension::Score => true,
        GridDimension::Contact { .. } => false,
    }
}

/// The tiers of a column from the highest down.
fn in_order(division: Segmentation) -> Segmentation {
    let groups = groups_of(&division);
    let names = division.names;
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_by_key(|&at| tier_order(&names[at]));
    let mut places = vec![0_u16; names.len()];
    for (place, &at) in (0..).zip(&order) {
        places[at] = place;
    }
    let label =
        |group: Option<usize>| group.map_or(Label::Unassigned, |at| Label::Segment(places[at]));
    Segmentation {
        names: order.iter().map(|&at| names[at].clone()).collect(),
        labels: groups.into_iter().map(label).collect(),
    }
}
