//! Transactions folded to one row per customer.

mod accounts;
mod calendar;
mod fold;
mod groups;
mod histogram;
mod ids;
mod marks;
mod modes;
mod order_days;
mod orders;
mod overview;
mod params;
mod periods;
mod purchases;
mod quantile;
mod rows;
mod shares;
mod sorted;
mod span;
mod table;
mod trends;

#[cfg(test)]
pub(crate) mod by_hand;

pub use calendar::Civil;
pub use fold::fold;
pub use histogram::Histogram;
pub use order_days::{OrderDays, order_days};
pub use overview::{Overview, overview};
pub use params::{CustomersParams, Monetary, RefundMark, Refunds};
pub use periods::{Period, PeriodUnit};
pub use purchases::purchase_rows;
pub use quantile::Quantile;
pub use shares::{frequent_values, shares};
pub use sorted::{Sorted, Spread};
pub use span::net_between;
pub use table::{Customers, Totals};
pub use trends::{Trends, trends};

use accounts::Accounts;
use groups::Groups;
use ids::{natural_ranks, sort_bytewise};
use marks::Marks;
use modes::modes;
use orders::Orders;
use params::CustomersPlan;
use periods::{Buyers, Starts, periods};
use rows::{Row, visit_rows};
