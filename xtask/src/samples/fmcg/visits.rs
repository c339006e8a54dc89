//! Visits of the field force in the last quarter: planned by tier, made as well as each region makes them.

use std::fmt::Write;

use super::BOM;
use super::calendar::{day, written};
use super::outlets::Outlet;
use super::random::Random;

pub struct Visit {
    day: i64,
    outlet: usize,
    /// Sales representatives are numbers; each looks after one province and channel.
    rep: String,
    sold: bool,
}

pub fn generate(outlets: &[Outlet], random: &mut Random) -> Vec<Visit> {
    let mut visits = Vec::new();
    for (at, outlet) in outlets.iter().enumerate() {
        let rep = format!("{}业务{:02}", outlet.province, random.between(1, 5));
        // Some customers are on nobody's route.
        if random.chance((100 - outlet.region.visited) / 3) {
            continue;
        }
        for month in [10, 11, 12] {
            // Some favourites are called on more often than planned.
            let extra = i64::from(random.chance(6)) * 2;
            for _ in 0..outlet.tier.visits {
                if random.chance(outlet.region.visited) {
                    visits.push(visit(at, month, &rep, random));
                }
            }
            for _ in 0..extra {
                visits.push(visit(at, month, &rep, random));
            }
        }
    }
    visits.sort_by_key(|visit| (visit.day, visit.outlet));
    visits
}

fn visit(outlet: usize, month: i64, rep: &str, random: &mut Random) -> Visit {
    let day = day(2025, month, 1) + random.between(0, 29);
    Visit { day, outlet, rep: rep.to_owned(), sold: random.chance(45) }
}

pub fn csv(visits: &[Visit], outlets: &[Outlet]) -> String {
    let mut text = format!("{BOM}拜访日期,客户编号,大区,业务员,是否成交\n");
    for Visit { day, outlet, rep, sold } in visits {
        let outlet = &outlets[*outlet];
        let sold = if *sold { "是" } else { "否" };
        let _ =
            writeln!(text, "{},{},{},{rep},{sold}", written(*day), outlet.id, outlet.region.name);
    }
    text
}
