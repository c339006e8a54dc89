//! What the customers buy and send back in eighteen months.

use std::fmt::Write;

use super::BOM;
use super::calendar::{date, written};
use super::outlets::{Outlet, category};
use super::random::Random;
use super::world::{CATEGORIES, PACKS};

/// 2024-07-01 and 2025-12-31.
pub const FIRST: i64 = 19_905;
pub const LAST: i64 = 20_453;

pub struct Line {
    category: usize,
    /// Cases; negative when sent back.
    cases: i64,
    /// Tenths of a yuan per case.
    price: i64,
}

pub struct Order {
    day: i64,
    outlet: usize,
    /// The customer id was left out when the order was entered.
    nameless: bool,
    returned: bool,
    lines: Vec<Line>,
}

/// All orders, by day, and by customer within a day.
pub fn generate(outlets: &[Outlet], random: &mut Random) -> Vec<Order> {
    let mut orders = Vec::new();
    for (at, outlet) in outlets.iter().enumerate() {
        of_outlet(at, outlet, random, &mut orders);
    }
    orders.sort_by_key(|order| (order.day, order.returned, order.outlet));
    orders
}

fn of_outlet(at: usize, outlet: &Outlet, random: &mut Random, orders: &mut Vec<Order>) {
    let Some((first, last)) = outlet.buys else {
        return;
    };
    let mut day = first + random.between(0, outlet.pace.min(LAST - first));
    while day <= last {
        let silent = outlet.silence.is_some_and(|(from, to)| (from..to).contains(&day));
        if !silent {
            let lines = lines(outlet, day, random);
            if random.rarely(20) {
                sent_back(at, day, &lines, random, orders);
            }
            orders.push(Order {
                day,
                outlet: at,
                nameless: random.rarely(6),
                returned: false,
                lines,
            });
        }
        day += (outlet.pace * random.between(50, 150) / 100).max(1);
    }
}

fn lines(outlet: &Outlet, day: i64, random: &mut Random) -> Vec<Line> {
    let (year, month, _) = date(day);
    let wanted = [1, 2, 3][random.weighted([65, 25, 10].into_iter())].min(outlet.carries.len());
    let mut carried = outlet.carries.clone();
    let mut lines = Vec::new();
    for _ in 0..wanted {
        let category = carried.swap_remove(random.between(0, carried.len() as i64 - 1) as usize);
        let goods = &CATEGORIES[category];
        let usual = outlet.channel.cases * outlet.tier.cases * outlet.size / 10_000;
        let season = goods.season[month as usize - 1];
        let cases = (usual * season * random.between(50, 150) / 10_000).max(1);
        let pack = PACKS[random.between(0, PACKS.len() as i64 - 1) as usize];
        // Prices went up by three in a hundred with the new year.
        let rise = if year > 2024 { 103 } else { 100 };
        let price = goods.price * pack * outlet.channel.price * rise / 1_000_000;
        lines.push(Line { category, cases, price });
    }
    lines
}

/// Part of the first line comes back within three weeks.
fn sent_back(at: usize, day: i64, lines: &[Line], random: &mut Random, orders: &mut Vec<Order>) {
    let day = day + random.between(3, 20);
    let Some(line) = lines.first().filter(|_| day <= LAST) else {
        return;
    };
    let cases = -(line.cases * random.between(10, 60) / 100).max(1);
    let lines = vec![Line { category: line.category, cases, price: line.price }];
    orders.push(Order { day, outlet: at, nameless: false, returned: true, lines });
}

pub fn csv(orders: &[Order], outlets: &[Outlet]) -> String {
    let mut text = format!("{BOM}订单号,下单日期,客户编号,大区,省份,渠道,品类,数量,单价,金额\n");
    let (mut day, mut number) = (0, 0);
    for order in orders {
        number = if order.day == day { number + 1 } else { 1 };
        day = order.day;
        let (y, m, d) = date(day);
        let kind = if order.returned { 'T' } else { 'D' };
        let id = format!("{kind}{:02}{m:02}{d:02}{number:04}", y % 100);
        let outlet = &outlets[order.outlet];
        let customer = if order.nameless { "" } else { &outlet.id };
        let place = format!("{},{},{}", outlet.region.name, outlet.province, outlet.channel.name);
        for line in &order.lines {
            let Line { cases, price, .. } = *line;
            let (goods, price, amount) =
                (category(line.category), yuan(price), yuan(cases * price));
            let _ = writeln!(
                text,
                "{id},{},{customer},{place},{goods},{cases},{price},{amount}",
                written(day)
            );
        }
    }
    text
}

/// Tenths of a yuan as a decimal.
fn yuan(tenths: i64) -> String {
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, tenth) = (tenths.abs() / 10, tenths.abs() % 10);
    if tenth == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{tenth}") }
}

#[cfg(test)]
mod tests {
    use super::super::calendar::day;
    use super::{FIRST, LAST, yuan};

    #[test]
    fn the_period_is_eighteen_months() {
        assert_eq!((FIRST, LAST), (day(2024, 7, 1), day(2025, 12, 31)));
    }

    #[test]
    fn yuan_are_written_short() {
        assert_eq!([yuan(420), yuan(-5), yuan(1234)], ["42", "-0.5", "123.4"]);
    }
}
