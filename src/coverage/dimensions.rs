//! What cells can be made of.

use super::{GridDimension, NamedDimension, OfferedDimension, PlacedContacts, Sources, is_tier};
use crate::error::Error;
use crate::features::{Categories, FeatureKey};
use crate::mapping::{Role, names_owner};
use crate::segments::{Division, Segmentation};
use crate::transactions::{Day, NO_CODE, Transactions};

/// Owners at most; of other columns the usual number of values.
const MOST_OWNERS: usize = 1000;

/// What cells can be made of, and what each comes to.
pub(super) struct Dimensions<'s, 'a> {
    sources: &'s Sources<'a>,
    contacts: &'s [PlacedContacts<'a>],
    /// Columns of the list by name, then of the study.
    columns: Vec<Column>,
    /// Columns of contacts.
    contact_columns: Vec<(String, usize)>,
    /// Everything with at least two segments and not too many; owners may be more.
    pub(super) offered: Vec<OfferedDimension>,
}

struct Column {
    name: String,
    role: Role,
    values: usize,
    of_study: bool,
}

impl<'s, 'a> Dimensions<'s, 'a> {
    pub(super) fn of(sources: &'s Sources<'a>, contacts: &'s [PlacedContacts<'a>]) -> Self {
        let mut columns: Vec<Column> = Vec::new();
        for (name, role) in sources.list.attributes() {
            let values = sources.list.attribute(&name).map_or(0, |column| column.names.len());
            columns.push(Column { name, role, values, of_study: false });
        }
        for division in &sources.divisions {
            let Division::Attribute { name } = division else { continue };
            if columns.iter().all(|known| known.name != *name) {
                let values = (sources.divide)(division).map_or(0, |found| found.names.len());
                let role = Role::Attribute;
                columns.push(Column { name: name.clone(), role, values, of_study: true });
            }
        }
        let mut contact_columns: Vec<(String, usize)> = Vec::new();
        for (file, _) in contacts {
            for column in &file.attributes {
                let is_known = columns.iter().any(|known| known.name == column.name)
                    || contact_columns.iter().any(|(known, _)| *known == column.name);
                if !is_known {
                    contact_columns.push((column.name.clone(), column.values.len()));
                }
            }
        }
        let mut found = Self { sources, contacts, columns, contact_columns, offered: Vec::new() };
        found.offered = found.offer();
        found
    }

    fn offer(&self) -> Vec<OfferedDimension> {
        let fits = |name: &str, values: usize| {
            let most = if names_owner(name) { MOST_OWNERS } else { Segmentation::MOST_VALUES };
            (2..=most).contains(&values)
        };
        let offer =
            |dimension, values: usize| OfferedDimension { dimension, segments: values as u32 };
        let columns = self.columns.iter().filter(|one| fits(&one.name, one.values));
        let columns = columns.map(|one| offer(column(&one.name), one.values));
        let contacts = self.contact_columns.iter().filter(|(name, values)| fits(name, *values));
        let contacts = contacts
            .map(|(name, values)| offer(GridDimension::Contact { name: name.clone() }, *values));
        let divisions = self.sources.divisions.iter();
        let divisions = divisions
            .filter(|division| !matches!(division, Division::Attribute { .. }))
            .filter_map(|division| {
                let values = (self.sources.divide)(division).ok()?.names.len();
                Some(offer(GridDimension::Division { division: division.clone() }, values))
            });
        columns.chain(contacts).chain(divisions).collect()
    }

    /// The customers of the list by a dimension; [`GridDimension::Score`] is no column, and not found here.
    pub(super) fn segmentation(&self, dimension: &GridDimension) -> Result<Segmentation, Error> {
        let absent = |name: &str| Error::NoSuchFeature {
            feature: FeatureKey::Column { name: name.to_owned() },
        };
        match dimension {
            GridDimension::Division { division: Division::Attribute { name } } => {
                let known = self.columns.iter().find(|one| one.name == *name);
                match known {
                    Some(one) if one.of_study => {
                        self.sources.divided(&Division::Attribute { name: name.clone() })
                    }
                    _ => {
                        let column = self.sources.list.attribute(name);
                        let column = column.ok_or_else(|| absent(name))?;
                        Ok(Segmentation::of_most(&column, most(name)))
                    }
                }
            }
            GridDimension::Division { division } => self.sources.divided(division),
            GridDimension::Contact { name } => {
                let column = contact_column(self.contacts, name, self.sources.list.len());
                let column = column.ok_or_else(|| absent(name))?;
                Ok(Segmentation::of_most(&column, most(name)))
            }
            GridDimension::Score => Err(Error::BadTiers),
        }
    }

    /// How a file of targets may name it.
    pub(super) fn named(&self, dimension: &GridDimension) -> NamedDimension {
        let name = match dimension {
            GridDimension::Division { division: Division::Attribute { name } }
            | GridDimension::Contact { name } => Some(name.clone()),
            _ => None,
        };
        let known = self.columns.iter().find(|one| Some(&one.name) == name.as_ref());
        let role = known.map(|one| one.role).filter(|role| *role != Role::Attribute);
        NamedDimension { name, role }
    }

    /// Region and channel where there are both; else the first columns that cells can be made of; else a division.
    pub(super) fn usual(&self) -> Vec<GridDimension> {
        let offered = &self.offered;
        let is_offered =
            |one: &&Column| offered.iter().any(|known| known.dimension == column(&one.name));
        let mut columns: Vec<&Column> = self.columns.iter().filter(is_offered).collect();
        columns.retain(|one| one.values <= 20 && !names_owner(&one.name));
        // A stable sort: columns of one role stay in their order.
        columns.sort_by_key(|one| match one.role {
            Role::Region => 0,
            Role::Channel => 1,
            Role::Category => 4,
            _ if is_tier(&one.name, one.values) => 2,
            _ => 3,
        });
        let found: Vec<GridDimension> =
            columns.iter().take(2).map(|one| column(&one.name)).collect();
        if found.is_empty() {
            // Not what contacts say: who was never contacted would be in no cell, and all others covered.
            let of_contacts =
                |one: &&OfferedDimension| matches!(one.dimension, GridDimension::Contact { .. });
            let mut others = offered.iter().filter(|one| !of_contacts(one));
            return others.next().map(|one| one.dimension.clone()).into_iter().collect();
        }
        found
    }

    /// The column that ranks customers, else the value tiers.
    pub(super) fn usual_tier(&self) -> Option<GridDimension> {
        let offered = &self.offered;
        let named = self.columns.iter().find(|one| is_tier(&one.name, one.values));
        let tiers = GridDimension::Division { division: Division::Tiers };
        named
            .map(|one| column(&one.name))
            .or_else(|| offered.iter().any(|one| one.dimension == tiers).then_some(tiers))
    }

    /// The column of those who look after customers: one of the list first, for a column of the contacts says nothing of
    /// customers who were never touched.
    pub(super) fn usual_owner(&self) -> Option<GridDimension> {
        let offered = &self.offered;
        let name_of = |one: &OfferedDimension| match &one.dimension {
            GridDimension::Contact { name } => Some((1, name.clone())),
            GridDimension::Division { division: Division::Attribute { name } } => {
                Some((0, name.clone()))
            }
            _ => None,
        };
        let named =
            |one: &&OfferedDimension| name_of(one).is_some_and(|(_, name)| names_owner(&name));
        let found = offered.iter().filter(named).min_by_key(|one| name_of(one).map(|(at, _)| at));
        found.map(|one| one.dimension.clone())
    }
}

fn column(name: &str) -> GridDimension {
    GridDimension::Division { division: Division::Attribute { name: name.to_owned() } }
}

fn most(name: &str) -> usize {
    if names_owner(name) { MOST_OWNERS } else { Segmentation::MOST_VALUES }
}

/// Of each customer the value of most contacts; of equally frequent ones that of the latest, of those the bytewise
/// smallest. `None` if no file has the column.
fn contact_column(
    contacts: &[PlacedContacts<'_>],
    name: &str,
    customers: usize,
) -> Option<Categories> {
    let place = |file: &Transactions| file.attributes.iter().position(|one| one.name == name);
    let files = contacts.iter().filter_map(|(file, places)| Some((*file, places, place(file)?)));
    let files: Vec<_> = files.collect();
    if files.is_empty() {
        return None;
    }
    let texts = |file: &Transactions, at: usize| -> Vec<String> {
        let values = &file.attributes[at].values;
        (0..values.len() as u32).map(|code| values.text(code).into_owned()).collect()
    };
    let mut names: Vec<String> = files.iter().flat_map(|(file, _, at)| texts(file, *at)).collect();
    names.sort_unstable();
    names.dedup();
    let codes: Vec<Vec<u32>> = files
        .iter()
        .map(|(file, _, at)| {
            let code = |text: String| names.binary_search(&text).map_or(NO_CODE, |at| at as u32);
            texts(file, *at).into_iter().map(code).collect()
        })
        .collect();
    let visit = |to: &mut dyn FnMut(usize, u32, Day)| {
        for ((file, places, at), codes) in files.iter().zip(&codes) {
            for chunk in &file.chunks {
                let rows = chunk.customer.iter().zip(&chunk.attributes[*at]).zip(&chunk.day);
                for ((&customer, &code), &day) in rows {
                    if let Some(place) = places[customer as usize].filter(|_| code != NO_CODE) {
                        to(place as usize, codes[code as usize], day);
                    }
                }
            }
        }
    };
    // Counted first and put in place then: the rows of a customer are few, and sorted among themselves.
    let mut ends = vec![0_usize; customers + 1];
    visit(&mut |customer, _, _| ends[customer + 1] += 1);
    for customer in 0..customers {
        ends[customer + 1] += ends[customer];
    }
    let mut rows = vec![(0_u32, 0 as Day); ends[customers]];
    visit(&mut |customer, code, day| {
        rows[ends[customer]] = (code, day);
        ends[customer] += 1;
    });
    let mut start = 0;
    let codes = ends[..customers]
        .iter()
        .map(|&end| most_frequent(&mut rows[std::mem::replace(&mut start, end)..end]));
    Some(Categories { codes: codes.collect(), names })
}

/// The value of most rows; [`NO_CODE`] of none.
fn most_frequent(rows: &mut [(u32, Day)]) -> u32 {
    rows.sort_unstable();
    let best = rows.chunk_by(|a, b| a.0 == b.0).max_by_key(|same| {
        let latest = same.last().map(|row| row.1);
        (same.len(), latest, std::cmp::Reverse(same[0].0))
    });
    best.map_or(NO_CODE, |best| best[0].0)
}
