//! Coverage of a list of customers, put together.

mod filling;
mod inputs;
mod made;
mod making;
mod markets;
mod owners;
mod period;
mod planned;
mod worth;

use made::Made;
use making::Making;
use owners::summed;
use period::{fill_in_periods, touches_in};
use planned::planned;
use worth::Net;

use crate::coverage::{
    CellReach, Compliance, CoverageParams, CoverageReport, Dimensions, Grid, Sources, Status,
};
use crate::error::Error;
use crate::segments::Segmentation;
use crate::table::Day;

/// What is known of each customer of the list, kept for the lists of whom to call and for spending a budget.
#[derive(Debug, Clone)]
pub struct Book {
    pub(super) grid: Grid,
    /// Touches in the period, and the last ones; empty where none are known.
    pub(super) made: Vec<u32>,
    pub(super) last: Vec<Option<Day>>,
    /// Empty without a plan.
    pub(super) statuses: Vec<Status>,
    pub(super) planned: Vec<u32>,
    /// Net amount in the period, and of all orders.
    pub(super) value: Option<Vec<f64>>,
    pub(super) total: Option<Vec<f64>>,
    /// In the period; NaN where unknown.
    pub(super) potential: Option<Vec<f64>>,
    pub(super) tier: Option<Segmentation>,
    pub(super) owner: Option<Segmentation>,
    pub(super) touches: u32,
    /// Coverage of the cells.
    pub(super) cells: Vec<CellReach>,
    /// The plan of the cells; empty without one.
    pub(super) plans: Vec<Compliance>,
}

/// Coverage of the customers (METHODS section 7): see [`CoverageReport`] for what is told.
///
/// What the params leave open is taken from the files: region and channel as dimensions, the three months up to the last
/// touch or the end of its month, the tier column and 3, 2 and 1 touches a month for each customer of its tiers.
///
/// # Errors
/// [`Error::BadSetting`] for a period that ends before it begins or a plan or capacity below zero;
/// [`Error::NoSuchFeature`] for columns that are not there; [`Error::BadGrid`], [`Error::BadReach`], [`Error::BadTiers`].
///
/// ```
/// use segmentlab::coverage::{CoverageParams, Sources, coverage};
/// use segmentlab::features::FeatureSource;
/// use segmentlab::{error::Error, mapping::{Role, look}, transactions::read_all};
/// let read = |file: &[u8]| {
///     let head = look(file, &[], file.len() as u64, None)?;
///     Ok::<_, Error>(read_all(&[file], &head.params, 1 << 20, 1)?.transactions)
/// };
/// let list = read(b"customer,region,potential\nA,north,90\nB,north,50\nC,south,10\n")?;
/// let visits = read(b"customer,date\nA,2025-11-03\nC,2025-12-30\nX,2025-12-31\n")?;
/// let sources = Sources {
///     list: FeatureSource::of_customers(&list),
///     listed: true,
///     places: None,
///     orders: None,
///     contacts: vec![&visits],
///     targets: None,
///     divisions: Vec::new(),
///     divide: &|_| Err(Error::BadTiers),
/// };
/// let (report, _) = coverage(&sources, &CoverageParams::default())?;
/// let whole = &report.now.whole;
/// assert_eq!((whole.customers, whole.covered, whole.at_stake), (3, Some(2), Some(50.0)));
/// assert_eq!(report.issues[0].examples, ["X"]);
/// # Ok::<(), Error>(())
/// ```
pub fn coverage(
    sources: &Sources<'_>,
    params: &CoverageParams,
) -> Result<(CoverageReport, Book), Error> {
    let contacts = sources.placed();
    let dimensions = Dimensions::of(sources, &contacts);
    let mut making = Making::new(sources, &contacts, &dimensions, params.clone())?;
    making.fill_in()?;
    making.told()
}

/// The group of each customer.
fn groups_of(division: &Segmentation) -> Vec<Option<usize>> {
    division.labels.iter().map(|label| label.segment()).collect()
}

fn bad_setting(setting: &str, found: f64, expected: &str) -> Error {
    Error::BadSetting {
        setting: setting.into(),
        found: found.to_string(),
        expected: expected.into(),
    }
}
