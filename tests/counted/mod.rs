//! The rows of the generated consumer goods book, to be counted by hand.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

use segmentlab::coverage::Status;

use super::covered::day;

/// Days of the fourth quarter of 2025.
pub const DAYS: i64 = 92;

/// A file of the sample; `None` where it was not made.
pub fn sample(name: &str) -> Option<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/public/samples");
    std::fs::read(folder.join(format!("fmcg-{name}.csv"))).ok()
}

pub fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = std::str::from_utf8(bytes).unwrap();
    text.lines().skip(1).map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

/// 2025/10/1 as 20251001.
pub fn number(date: &str) -> u32 {
    date.split('/').fold(0, |all, part| all * 100 + part.parse::<u32>().unwrap())
}

pub fn in_quarter(date: u32) -> bool {
    (20_251_001..=20_251_231).contains(&date)
}

pub struct Visit {
    pub date: u32,
    pub owner: String,
    pub sold: bool,
}

/// A row of the customer file with what the other files say of it.
pub struct Listed {
    pub id: String,
    pub region: String,
    pub channel: String,
    pub tier: String,
    /// In a month.
    pub potential: f64,
    pub visits: Vec<Visit>,
    /// Date, order and amount of the order lines.
    pub orders: Vec<(u32, String, f64)>,
}

pub struct Counted {
    pub list: Vec<Listed>,
    /// Of customers who are not on the list.
    pub visits_unlisted: u64,
    pub buyers_unlisted: BTreeSet<String>,
}

pub fn counted() -> Option<Counted> {
    let mut visits: HashMap<String, Vec<Visit>> = HashMap::new();
    for row in rows(&sample("visits")?) {
        let visit = Visit { date: number(&row[0]), owner: row[3].clone(), sold: row[4] == "是" };
        visits.entry(row[1].clone()).or_default().push(visit);
    }
    let mut orders: HashMap<String, Vec<(u32, String, f64)>> = HashMap::new();
    for row in rows(&sample("orders")?).into_iter().filter(|row| !row[2].is_empty()) {
        let line = (number(&row[1]), row[0].clone(), row[9].parse().unwrap());
        orders.entry(row[2].clone()).or_default().push(line);
    }
    let listed = |row: Vec<String>| Listed {
        visits: visits.remove(&row[0]).unwrap_or_default(),
        orders: orders.remove(&row[0]).unwrap_or_default(),
        id: row[0].clone(),
        region: row[2].clone(),
        channel: row[4].clone(),
        tier: row[5].clone(),
        potential: row[8].parse().unwrap(),
    };
    let list = rows(&sample("customers")?).into_iter().map(listed).collect();
    let visits_unlisted = visits.values().map(|visits| visits.len() as u64).sum();
    Some(Counted { list, visits_unlisted, buyers_unlisted: orders.into_keys().collect() })
}

impl Listed {
    pub fn made(&self) -> u64 {
        self.visits.iter().filter(|visit| in_quarter(visit.date)).count() as u64
    }

    /// Three, two and one visit a month, so three times as many in the quarter.
    pub fn planned(&self) -> u64 {
        match &*self.tier {
            "A" => 9,
            "B" => 6,
            _ => 3,
        }
    }

    pub fn status(&self) -> Status {
        let Some(last) = self.visits.iter().map(|visit| visit.date).max() else {
            return Status::Never;
        };
        // Silence over the interval of the plan.
        let halves = 2 * i64::from(day(20_251_231) - day(last)) * self.planned() as i64;
        if halves <= 2 * DAYS {
            Status::OnTrack
        } else if halves <= 3 * DAYS {
            Status::Due
        } else {
            Status::Overdue
        }
    }

    /// Who came most often; of several the one who came last, of those the first by name.
    pub fn owner(&self) -> Option<&str> {
        let mut of: BTreeMap<&str, (usize, u32)> = BTreeMap::new();
        for visit in &self.visits {
            let entry = of.entry(&visit.owner).or_default();
            *entry = (entry.0 + 1, entry.1.max(visit.date));
        }
        let most = of.values().max()?;
        of.iter().find(|(_, entry)| *entry == most).map(|(owner, _)| *owner)
    }

    /// Net amount in the quarter.
    pub fn net(&self) -> f64 {
        self.orders.iter().filter(|line| in_quarter(line.0)).map(|line| line.2).sum()
    }

    /// In the one before.
    pub fn net_before(&self) -> f64 {
        let before = 20_250_701..=20_250_930;
        self.orders.iter().filter(|line| before.contains(&line.0)).map(|line| line.2).sum()
    }
}

/// What a row of the targets says.
pub struct Target {
    pub percent: u64,
    pub universe: f64,
    /// Sales of all in the quarter and in the one before.
    pub market: [f64; 2],
}

/// Targets by region and channel.
pub fn targets() -> Option<BTreeMap<(String, String), Target>> {
    let bytes = sample("targets")?;
    let names: Vec<&str> =
        std::str::from_utf8(&bytes).unwrap().lines().next()?.split(',').collect();
    let at = |name: &str| names.iter().position(|known| *known == name);
    let places = ["目标覆盖率", "市场客户数", "市场销售额", "上期市场销售额"].map(at);
    let of = |row: Vec<String>| {
        let [rate, universe, market, before] = places.map(|at| &row[at.unwrap()]);
        let target = Target {
            percent: rate.strip_suffix('%').unwrap().parse().unwrap(),
            universe: universe.parse().unwrap(),
            market: [market, before].map(|sales| sales.parse().unwrap()),
        };
        ((row[1].clone(), row[2].clone()), target)
    };
    Some(rows(&bytes).into_iter().map(of).collect())
}
