//! Where features come from.

use std::borrow::Cow;

use serde::Serialize;

use super::{Ascending, Cap, FeatureKey, Transform};
use crate::customers::{Customers, frequent_values, shares};
use crate::error::Error;
use crate::join::Ids;
use crate::mapping::Role;
use crate::transactions::{Attribute, Day, Transactions};

/// A feature that can be chosen, and how its values spread over the customers; in the feature's unit.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct FeatureInfo {
    /// What it is.
    pub key: FeatureKey,
    /// Customers who lack it.
    pub missing: u32,
    /// Distinct values.
    pub distinct: u32,
    /// The lowest value.
    pub min: f64,
    /// The median.
    pub median: f64,
    /// The mean.
    pub mean: f64,
    /// The highest value.
    pub max: f64,
    /// Third standardised moment (population): above 1, a few large values carry the mean.
    pub skewness: f64,
    /// What takes its skew out, where the skewness is above 1: ln(1 + x), if need be after capping
    /// ([`Cap::USUAL`]), or Yeo-Johnson where even then values are below -1.
    pub suggested: Transform,
}

/// From which skewness on a few large values decide the distances.
const SKEWED: f64 = 1.0;

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
/// let other = Ids::of(read(b"customer,score\nB,5\nC,6\n")?);
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

    /// The same customers with the numeric columns of another file too. Customers whom it does not have lack them;
    /// of columns with one name those of the file joined first are taken.
    #[must_use]
    pub fn joined(mut self, file: &'a Ids) -> Self {
        if !file.measures().is_empty() && self.has_ids() {
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
        }
    }

    fn has_ids(&self) -> bool {
        match self.base {
            Base::Orders { .. } => true,
            Base::Listed(listed) => listed.has_ids(),
        }
    }

    /// The features that can be chosen: those of orders, the numeric columns in the order of their files, then of each
    /// attribute the shares of its most frequent values, at most twelve that one customer in a hundred buys at all.
    /// Without those that every customer lacks.
    #[must_use]
    pub fn catalog(&self) -> Vec<FeatureInfo> {
        let of_orders = match self.base {
            Base::Orders { .. } => &OF_ORDERS[..],
            Base::Listed(_) => &[],
        };
        let plain = of_orders.iter().cloned().chain(self.measures());
        let plain = plain.filter_map(|key| FeatureInfo::of(&self.column(&key).ok()?, key));
        plain.chain(self.shares()).collect()
    }

    fn shares(&self) -> Vec<FeatureInfo> {
        let Base::Orders { transactions, customers } = self.base else { return Vec::new() };
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
        let own = match self.base {
            Base::Orders { .. } => &[][..],
            Base::Listed(listed) => &listed.measures[..],
        };
        let joined = self.joined.iter().flat_map(|joined| joined.file.measures());
        for name in own.iter().chain(joined.map(|measures| &measures.name)) {
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
            (_, Base::Listed(_)) => None,
        };
        found.ok_or_else(|| Error::NoSuchFeature { feature: key.clone() })
    }

    fn measure(&self, name: &str) -> Option<Vec<f64>> {
        if let Base::Listed(listed) = self.base
            && let Some(values) = listed.measure(name)
        {
            return Some(values);
        }
        self.joined.iter().find_map(|Joined { file, places }| {
            let found = file.measures().iter().find(|measures| measures.name == name)?;
            let value =
                |place: &Option<u32>| place.map_or(f64::NAN, |at| found.values[at as usize]);
            Some(places.iter().map(value).collect())
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

impl FeatureInfo {
    /// How values spread; `None` where all are missing.
    fn of(values: &[f64], key: FeatureKey) -> Option<Self> {
        let known = Ascending::of(values.iter().copied());
        let (min, max) = known.range()?;
        let skewness = known.skewness();
        Some(Self {
            key,
            missing: (values.len() - known.values().len()) as u32,
            distinct: known.distinct() as u32,
            min,
            median: known.quantile(0.5),
            mean: known.moments().mean,
            max,
            skewness,
            suggested: match skewness > SKEWED {
                true if known.quantile(Cap::USUAL.low) > -1.0 => Transform::Log1p,
                true => Transform::YeoJohnson,
                false => Transform::None,
            },
        })
    }
}
