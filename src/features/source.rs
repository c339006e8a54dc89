//! Where features come from.

use std::borrow::Cow;

use super::{Categories, FeatureInfo, FeatureKey};
use crate::customers::{Customers, frequent_values, shares};
use crate::error::Error;
use crate::join::Ids;
use crate::mapping::Role;
use crate::transactions::{Attribute, Day, NO_CODE, Transactions};

/// What can be said of every customer with a purchase.
const OF_ORDERS: [FeatureKey; 6] = [
    FeatureKey::Recency,
    FeatureKey::Frequency,
    FeatureKey::Monetary,
    FeatureKey::Basket,
    FeatureKey::Cadence,
    FeatureKey::Tenure,
];

/// Shares of one attribute that are offered at most.
const MOST_SHARES: usize = 12;

/// A value is offered where at least one customer in so many buys it.
const RARE: usize = 100;

/// The customers and all that is known of them: from their orders, or as a customer file lists them; and from
/// further customer files, joined by id.
///
/// ```
/// use segmentlab::features::{FeatureKey, FeatureSource};
/// use segmentlab::{join::Ids, mapping::look, transactions::read_all};
/// let read = |file: &[u8]| {
///     let head = look(file, &[], file.len() as u64, None)?;
///     Ok::<_, segmentlab::error::Error>(read_all(&[file], &head.params, 1 << 20, 1)?.transactions)
/// };
/// let listed = read(b"customer,age\nA,30\nB,41\n")?;
/// let other = Ids::of(&read(b"customer,score\nB,5\nC,6\n")?);
/// let source = FeatureSource::of_customers(&listed).joined(&other);
/// let column = |name: &str| source.column(&FeatureKey::Column { name: name.into() });
/// assert_eq!(column("age")?, [30.0, 41.0]);
/// assert!(column("score")?[0].is_nan() && column("score")?[1] == 5.0);
/// # Ok::<(), segmentlab::error::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct FeatureSource<'a> {
    base: Base<'a>,
    joined: Vec<Joined<'a>>,
}

/// What says who the customers are.
#[derive(Debug, Clone, Copy)]
enum Base<'a> {
    Orders { transactions: &'a Transactions, customers: &'a Customers },
    Listed(&'a Transactions),
    Beside(&'a Ids),
}

/// A further customer file.
#[derive(Debug, Clone)]
struct Joined<'a> {
    file: &'a Ids,
    /// Where the file has each customer.
    places: Vec<Option<u32>>,
}

impl<'a> FeatureSource<'a> {
    /// Customers with their orders; `customers` come from these transactions.
    #[must_use]
    pub fn new(transactions: &'a Transactions, customers: &'a Customers) -> Self {
        Self { base: Base::Orders { transactions, customers }, joined: Vec::new() }
    }

    /// Customers as a customer file lists them, in its order, each once; where no column gives an id, its rows.
    #[must_use]
    pub fn of_customers(listed: &'a Transactions) -> Self {
        Self { base: Base::Listed(listed), joined: Vec::new() }
    }

    /// Customers as a file beside the orders lists them, in its order, each once.
    #[must_use]
    pub fn of_file(file: &'a Ids) -> Self {
        Self { base: Base::Beside(file), joined: Vec::new() }
    }

    /// The same customers with the numeric columns of another file too, and with those of repeated text. Customers whom
    /// it does not have lack them; of columns with one name those of the file joined first are taken.
    #[must_use]
    pub fn joined(mut self, file: &'a Ids) -> Self {
        let has_facts = !(file.measures().is_empty() && file.attributes().is_empty());
        if has_facts && self.has_ids() {
            let ids: Vec<Cow<'a, [u8]>> = (0..self.len()).map(|at| self.id(at)).collect();
            let places = file.places(ids.iter().map(|id| &**id));
            self.joined.push(Joined { file, places });
        }
        self
    }

    /// Customers there are.
    #[must_use]
    pub fn len(&self) -> usize {
        match self.base {
            Base::Orders { customers, .. } => customers.len(),
            Base::Listed(listed) => listed.listed_customers(),
            Base::Beside(file) => file.len(),
        }
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The id of a customer; without a column of ids the number of the row, counted from 1.
    #[must_use]
    pub fn id(&self, customer: usize) -> Cow<'a, [u8]> {
        match self.base {
            Base::Orders { transactions, customers } => {
                transactions.customers.get(customers.code[customer]).into()
            }
            Base::Listed(listed) if listed.has_ids() => {
                listed.customers.get(customer as u32).into()
            }
            Base::Listed(_) => (customer + 1).to_string().into_bytes().into(),
            Base::Beside(file) => file.id(customer).into(),
        }
    }

    fn has_ids(&self) -> bool {
        match self.base {
            Base::Orders { .. } | Base::Beside(_) => true,
            Base::Listed(listed) => listed.has_ids(),
        }
    }

    /// The transactions, and the customers who were folded from them; `None` where a customer file lists them.
    #[must_use]
    pub fn orders(&self) -> Option<(&'a Transactions, &'a Customers)> {
        match self.base {
            Base::Orders { transactions, customers } => Some((transactions, customers)),
            Base::Listed(_) | Base::Beside(_) => None,
        }
    }

    /// The features that can be chosen: those of orders, the numeric columns in the order of their files, then of each
    /// attribute the shares of its most frequent values, at most twelve that one customer in a hundred buys at all.
    /// Without those that every customer lacks.
    #[must_use]
    pub fn catalog(&self) -> Vec<FeatureInfo> {
        let plain = self.figures().into_iter();
        let plain = plain.filter_map(|key| FeatureInfo::of(&self.column(&key).ok()?, key));
        plain.chain(self.shares()).collect()
    }

    /// The figures of orders, where there are any, and the numeric columns in the order of their files.
    #[must_use]
    pub fn figures(&self) -> Vec<FeatureKey> {
        let of_orders = match self.base {
            Base::Orders { .. } => &OF_ORDERS[..],
            Base::Listed(_) | Base::Beside(_) => &[],
        };
        of_orders.iter().cloned().chain(self.measures()).collect()
    }

    fn shares(&self) -> Vec<FeatureInfo> {
        let Some((transactions, customers)) = self.orders() else { return Vec::new() };
        let least = customers.len().div_ceil(RARE);
        let mut found = Vec::new();
        for (at, Attribute { role, values, .. }) in transactions.attributes.iter().enumerate() {
            // Shares are told by role; of these columns there can be several.
            if *role == Role::Attribute {
                continue;
            }
            let columns =
                frequent_values(transactions, customers, at, MOST_SHARES).and_then(|top| {
                    Ok(top.clone().into_iter().zip(shares(transactions, customers, at, &top)?))
                });
            for (value, column) in columns.into_iter().flatten() {
                let buyers = column.iter().filter(|&&share| share > 0.0).count();
                let value = values.text(value).into_owned();
                let info = FeatureInfo::of(&column, FeatureKey::Share { role: *role, value });
                found.extend(info.filter(|info| buyers >= least && info.min < info.max));
            }
        }
        found
    }

    fn measures(&self) -> Vec<FeatureKey> {
        let mut keys = Vec::new();
        let own: Vec<&String> = match self.base {
            Base::Orders { .. } => Vec::new(),
            Base::Listed(listed) => listed.measures.iter().collect(),
            Base::Beside(file) => file.measures().iter().map(|one| &one.name).collect(),
        };
        let joined = self.joined.iter().flat_map(|joined| joined.file.measures());
        for name in own.into_iter().chain(joined.map(|measures| &measures.name)) {
            let key = FeatureKey::Column { name: name.clone() };
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        keys
    }

    /// One value per customer, in the order of the customers, NaN where it is missing.
    ///
    /// # Errors
    /// [`Error::NoSuchFeature`].
    pub fn column(&self, key: &FeatureKey) -> Result<Vec<f64>, Error> {
        let found = match (key, self.base) {
            (FeatureKey::Column { name }, _) => self.measure(name),
            (FeatureKey::Share { role, value }, Base::Orders { transactions, customers }) => {
                share(*role, value, transactions, customers)
            }
            (_, Base::Orders { customers, .. }) => of_orders(key, customers),
            (_, Base::Listed(_) | Base::Beside(_)) => None,
        };
        found.ok_or_else(|| Error::NoSuchFeature { feature: key.clone() })
    }

    fn measure(&self, name: &str) -> Option<Vec<f64>> {
        if let Base::Listed(listed) = self.base
            && let Some(values) = listed.measure(name)
        {
            return Some(values);
        }
        if let Base::Beside(file) = self.base
            && let Some(own) = file.measures().iter().find(|one| one.name == name)
        {
            return Some(own.values.clone());
        }
        self.joined.iter().find_map(|Joined { file, places }| {
            let found = file.measures().iter().find(|measures| measures.name == name)?;
            let value =
                |place: &Option<u32>| place.map_or(f64::NAN, |at| found.values[at as usize]);
            Some(places.iter().map(value).collect())
        })
    }
}

impl FeatureSource<'_> {
    /// The columns of repeated text, by their names and what they mean: those of the orders or of the customer file, then
    /// those of the joined files. A name stands once: of columns with one name the first is taken.
    #[must_use]
    pub fn attributes(&self) -> Vec<(String, Role)> {
        let own: Vec<(&String, Role)> = match self.base {
            Base::Orders { transactions: own, .. } | Base::Listed(own) => {
                own.attributes.iter().map(|one| (&one.name, one.role)).collect()
            }
            Base::Beside(file) => {
                file.attributes().iter().map(|one| (&one.name, one.role)).collect()
            }
        };
        let joined = self.joined.iter().flat_map(|joined| joined.file.attributes());
        let mut found: Vec<(String, Role)> = Vec::new();
        for (name, role) in own.into_iter().chain(joined.map(|one| (&one.name, one.role))) {
            if found.iter().all(|(known, _)| known != name) {
                found.push((name.clone(), role));
            }
        }
        found
    }

    /// The same as [`attribute`](Self::attribute), but without a value where several are equally frequent among the
    /// orders of a customer: the first of them would pass for a habit.
    #[must_use]
    pub fn favourite(&self, name: &str) -> Option<Categories> {
        let Base::Orders { transactions: own, customers } = self.base else {
            return self.attribute(name);
        };
        let Some(at) = own.attributes.iter().position(|one| one.name == name) else {
            return self.attribute(name);
        };
        let mut codes = customers.attributes[at].clone();
        for (code, _) in codes.iter_mut().zip(&customers.tied[at]).filter(|(_, tied)| **tied) {
            *code = NO_CODE;
        }
        Some(Categories::of(&codes, &own.attributes[at].values))
    }

    /// A column of repeated text, one value per customer in the order of the customers: of orders the most frequent
    /// one, see [`Customers::attributes`], of a customer file that of the customer's first row. `None` if there is no
    /// such column.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<Categories> {
        let place = |own: &Transactions| own.attributes.iter().position(|one| one.name == name);
        let own = match self.base {
            Base::Orders { transactions, customers } => place(transactions).map(|at| {
                Categories::of(&customers.attributes[at], &transactions.attributes[at].values)
            }),
            Base::Listed(listed) => place(listed)
                .map(|at| Categories::of(&listed.attribute(at), &listed.attributes[at].values)),
            Base::Beside(file) => {
                let found = file.attributes().iter().find(|one| one.name == name);
                found.map(|one| Categories::of(&one.codes, &one.values))
            }
        };
        if own.is_some() {
            return own;
        }
        self.joined.iter().find_map(|Joined { file, places }| {
            let found = file.attributes().iter().find(|one| one.name == name)?;
            let code = |place: &Option<u32>| place.map_or(NO_CODE, |at| found.codes[at as usize]);
            let codes: Vec<u32> = places.iter().map(code).collect();
            Some(Categories::of(&codes, &found.values))
        })
    }
}

/// The share of a value, where the file has it.
fn share(
    role: Role,
    value: &str,
    transactions: &Transactions,
    customers: &Customers,
) -> Option<Vec<f64>> {
    let at = transactions.attributes.iter().position(|attribute| attribute.role == role)?;
    let values = &transactions.attributes[at].values;
    let code = (0..values.len() as u32).find(|&code| values.text(code) == value)?;
    shares(transactions, customers, at, &[code]).ok()?.pop()
}

/// A figure of the orders of each customer.
fn of_orders(key: &FeatureKey, customers: &Customers) -> Option<Vec<f64>> {
    let days = |from: Day, to: Day| (i64::from(to) - i64::from(from)) as f64;
    let orders = || customers.frequency.iter().map(|&orders| f64::from(orders));
    Some(match key {
        FeatureKey::Recency => customers.recency.iter().map(|&days| days.into()).collect(),
        FeatureKey::Frequency => orders().collect(),
        FeatureKey::Monetary => customers.monetary.iter().map(|m| m.to_f64()).collect(),
        FeatureKey::Basket => {
            customers.net.iter().zip(orders()).map(|(net, orders)| net.to_f64() / orders).collect()
        }
        FeatureKey::Cadence => {
            let spans = customers.first.iter().zip(&customers.last);
            let cadence = |((&first, &last), orders): ((&Day, &Day), f64)| {
                if orders > 1.0 { days(first, last) / (orders - 1.0) } else { f64::NAN }
            };
            spans.zip(orders()).map(cadence).collect()
        }
        FeatureKey::Tenure => {
            customers.first.iter().map(|&first| days(first, customers.as_of)).collect()
        }
        FeatureKey::Share { .. } | FeatureKey::Column { .. } => return None,
    })
}
