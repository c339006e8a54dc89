//! The customers: outlets of all channels, with their habits.

use std::fmt::Write;

use super::BOM;
use super::calendar::{day, written};
use super::orders;
use super::random::Random;
use super::world::{CATEGORIES, CHANNELS, Channel, REGIONS, Region, TIERS, Tier};

const COUNT: usize = 2_000;

pub struct Outlet {
    pub id: String,
    pub name: String,
    pub region: &'static Region,
    pub province: &'static str,
    pub channel: &'static Channel,
    pub tier: &'static Tier,
    pub dealer: String,
    /// The day the customer was entered in the book.
    pub entered: i64,
    /// The days between which the customer buys; nothing for a prospect.
    pub buys: Option<(i64, i64)>,
    /// A silence in between, for those who come back.
    pub silence: Option<(i64, i64)>,
    /// Usual days between orders.
    pub pace: i64,
    /// Own size against the usual of tier and channel, in percent.
    pub size: i64,
    /// Positions of the categories it carries.
    pub carries: Vec<usize>,
    /// What it could buy in a month, in yuan.
    pub potential: i64,
}

pub fn generate(random: &mut Random) -> Vec<Outlet> {
    (1..=COUNT).map(|number| outlet(number, random)).collect()
}

fn outlet(number: usize, random: &mut Random) -> Outlet {
    let region = &REGIONS[random.weighted(REGIONS.iter().map(|r| r.share))];
    let at = random.between(0, region.provinces.len() as i64 - 1);
    let province = region.provinces[at as usize];
    let channel = &CHANNELS[random.weighted(CHANNELS.iter().map(|c| c.share))];
    let tier = &TIERS[random.weighted(TIERS.iter().map(|t| t.share))];
    let size = random.between(60, 160);
    let (entered, buys) = time(random);
    Outlet {
        id: format!("K{number:05}"),
        name: format!("{province}{}{number:04}", channel.name),
        region,
        province,
        channel,
        tier,
        dealer: format!("{province}经销商{:02}", random.between(1, 3)),
        entered,
        buys,
        silence: buys.and_then(|span| silence(span, random)),
        pace: (tier.days * channel.pace * random.between(60, 150) / 10_000).max(3),
        size,
        carries: carries(channel, random),
        potential: potential(channel, tier, size, random),
    }
}

/// When the customer was entered, and from when to when it buys.
fn time(random: &mut Random) -> (i64, Option<(i64, i64)>) {
    let new = random.chance(22);
    let first =
        if new { random.between(orders::FIRST + 60, orders::LAST - 10) } else { orders::FIRST };
    let entered = if new {
        first - random.between(0, 20)
    } else {
        random.between(day(2020, 1, 1), orders::FIRST - 1)
    };
    if random.chance(6) {
        return (entered, None);
    }
    let leaves = random.chance(20) && orders::LAST - first > 90;
    let last = if leaves { random.between(first + 30, orders::LAST - 30) } else { orders::LAST };
    (entered, Some((first, last)))
}

/// One in twenty pauses for four to seven months and comes back.
fn silence((first, last): (i64, i64), random: &mut Random) -> Option<(i64, i64)> {
    if !random.chance(5) || last - first < 330 {
        return None;
    }
    let from = random.between(first + 60, last - 260);
    Some((from, from + random.between(120, 210)))
}

fn carries(channel: &Channel, random: &mut Random) -> Vec<usize> {
    let wanted = random.between(2, 6) as usize;
    let mut likes = channel.likes;
    let mut carried = Vec::new();
    while carried.len() < wanted && likes.iter().any(|&like| like > 0) {
        let category = random.weighted(likes.iter().copied());
        likes[category] = 0;
        carried.push(category);
    }
    carried
}

fn potential(channel: &Channel, tier: &Tier, size: i64, random: &mut Random) -> i64 {
    let orders_a_month = 3_000 * 100 / (tier.days * channel.pace).max(1);
    let cases = channel.cases * tier.cases * size / 10_000;
    let yuan_a_case = 70;
    let bought = orders_a_month * cases * yuan_a_case * 21 / 1_000;
    (bought * random.between(100, 220) / 100 / 100 * 100).max(500)
}

pub fn csv(outlets: &[Outlet]) -> String {
    let mut text = format!("{BOM}客户编号,客户名称,大区,省份,渠道,等级,经销商,建档日期,月度潜力\n");
    for outlet in outlets {
        let Outlet { id, name, province, dealer, potential, .. } = outlet;
        let (region, channel, tier) = (outlet.region.name, outlet.channel.name, outlet.tier.name);
        let entered = written(outlet.entered);
        let row = format!(
            "{id},{name},{region},{province},{channel},{tier},{dealer},{entered},{potential}"
        );
        let _ = writeln!(text, "{row}");
    }
    text
}

/// Names a category by its position.
pub fn category(position: usize) -> &'static str {
    CATEGORIES[position].name
}
