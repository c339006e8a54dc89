//! What coverage is told from.

use std::borrow::Cow;

use super::TouchKind;
use crate::customers::Customers;
use crate::error::Error;
use crate::features::FeatureSource;
use crate::join::places;
use crate::segments::{Division, Label, Segmentation};
use crate::transactions::Transactions;

/// The customers who should be covered, and all that other files say of them.
pub struct Sources<'a> {
    /// Who should be covered, with the columns that describe them.
    pub list: FeatureSource<'a>,
    /// There is a customer file, whether or not it is taken for `list`.
    pub listed: bool,
    /// The place of each of them among the customers of the study; `None` where they are the same.
    pub places: Option<Vec<Option<u32>>>,
    /// The orders, and the customers of the study, who made them.
    pub orders: Option<(&'a Transactions, &'a Customers)>,
    /// Files of contacts.
    pub contacts: Vec<&'a Transactions>,
    /// The file of targets.
    pub targets: Option<&'a Transactions>,
    /// Ways to divide the customers of the study.
    pub divisions: Vec<Division>,
    /// Divides them.
    pub divide: &'a dyn Fn(&Division) -> Result<Segmentation, Error>,
}

/// A file of contacts and the place of each of its customers on the list.
pub(super) type PlacedContacts<'a> = (&'a Transactions, Vec<Option<u32>>);

impl<'a> Sources<'a> {
    /// The contacts with their customers' places on the list.
    pub(super) fn placed(&self) -> Vec<PlacedContacts<'a>> {
        if self.contacts.is_empty() {
            return Vec::new();
        }
        let ids: Vec<Cow<'a, [u8]>> = (0..self.list.len()).map(|at| self.list.id(at)).collect();
        let place = |file: &&'a Transactions| {
            (*file, places(file.customers.iter(), ids.iter().map(|id| &**id)))
        };
        self.contacts.iter().map(place).collect()
    }

    /// Touches that are there, contacts before purchases.
    pub(super) fn usual_touch(&self) -> Option<TouchKind> {
        if self.contacts.is_empty() {
            self.orders.map(|_| TouchKind::Purchases)
        } else {
            Some(TouchKind::Contacts)
        }
    }

    /// The place of each customer of the list among the customers of the study.
    pub(super) fn study_places(&self) -> Cow<'_, [Option<u32>]> {
        match &self.places {
            Some(places) => Cow::Borrowed(places),
            None => Cow::Owned((0..self.list.len() as u32).map(Some).collect()),
        }
    }

    /// Values of the study's customers as those of the list.
    pub(super) fn of_study<T: Copy>(&self, values: Vec<T>, missing: T) -> Vec<T> {
        let value = |place: &Option<u32>| place.map_or(missing, |place| values[place as usize]);
        match &self.places {
            Some(places) => places.iter().map(value).collect(),
            None => values,
        }
    }

    /// What the file calls a customer of the list.
    pub(super) fn id(&self, customer: usize) -> String {
        String::from_utf8_lossy(&self.list.id(customer)).into_owned()
    }

    /// A division of the study as one of the list.
    pub(super) fn divided(&self, division: &Division) -> Result<Segmentation, Error> {
        let Segmentation { names, labels } = (self.divide)(division)?;
        Ok(Segmentation { names, labels: self.of_study(labels, Label::Unassigned) })
    }

    /// Customers of the study who are not on the list, as ids.
    pub(super) fn unlisted(&self) -> Vec<String> {
        let (Some(places), Some((transactions, customers))) = (&self.places, self.orders) else {
            return Vec::new();
        };
        let mut is_listed = vec![false; customers.len()];
        for place in places.iter().flatten() {
            is_listed[*place as usize] = true;
        }
        let codes = customers.code.iter().zip(is_listed).filter(|(_, listed)| !listed);
        codes.map(|(&code, _)| transactions.customers.text(code).into_owned()).collect()
    }
}
