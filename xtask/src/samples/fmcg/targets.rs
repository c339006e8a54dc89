//! The targets of the last quarter, by region and channel.

use std::fmt::Write;

use super::BOM;
use super::outlets::Outlet;
use super::random::Random;
use super::world::{CHANNELS, REGIONS};

/// One row for each region and channel: how many customers the market has and what all sell them, now and in the
/// quarter before; which part is to be reached, and what is to be sold.
pub fn csv(outlets: &[Outlet], random: &mut Random) -> String {
    let mut text =
        format!("{BOM}季度,大区,渠道,市场客户数,市场销售额,上期市场销售额,目标覆盖率,目标销售额\n");
    for region in &REGIONS {
        for channel in &CHANNELS {
            let here = outlets
                .iter()
                .filter(|o| o.region.name == region.name && o.channel.name == channel.name);
            let customers = here.clone().count() as i64;
            let potential: i64 = here.map(|outlet| outlet.potential).sum();
            let market = customers * random.between(110, 190) / 100 + 1;
            let quarter = potential * 3;
            let all =
                quarter * market / customers.max(1) * random.between(80, 95) / 100 / 1_000 * 1_000;
            let before = all * random.between(92, 106) / 100 / 1_000 * 1_000;
            let reach = random.between(12, 18) * 5;
            let sales = quarter * random.between(40, 60) / 100 / 1_000 * 1_000;
            let (region, channel) = (region.name, channel.name);
            let _ = writeln!(
                text,
                "2025Q4,{region},{channel},{market},{all},{before},{reach}%,{sales}"
            );
        }
    }
    text
}
