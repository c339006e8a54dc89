//! Regions, channels, tiers and categories, with what sets them apart. Percentages unless said otherwise.

pub struct Region {
    pub name: &'static str,
    pub provinces: &'static [&'static str],
    /// Share of the customers.
    pub share: i64,
    /// Planned visits that are really made.
    pub visited: i64,
}

pub const REGIONS: [Region; 7] = [
    Region {
        name: "华东",
        provinces: &["上海", "江苏", "浙江", "安徽", "山东", "福建"],
        share: 30,
        visited: 92,
    },
    Region { name: "华南", provinces: &["广东", "广西", "海南"], share: 20, visited: 88 },
    Region {
        name: "华北", provinces: &["北京", "天津", "河北", "山西"], share: 15, visited: 80
    },
    Region {
        name: "华中", provinces: &["湖北", "湖南", "河南", "江西"], share: 14, visited: 76
    },
    Region {
        name: "西南", provinces: &["四川", "重庆", "云南", "贵州"], share: 11, visited: 62
    },
    Region { name: "东北", provinces: &["辽宁", "吉林", "黑龙江"], share: 6, visited: 55 },
    Region { name: "西北", provinces: &["陕西", "甘肃", "新疆"], share: 4, visited: 48 },
];

pub struct Channel {
    pub name: &'static str,
    pub share: i64,
    /// Time between orders.
    pub pace: i64,
    /// Cases per order line of a customer of tier B.
    pub cases: i64,
    pub price: i64,
    /// How readily each category is taken on.
    pub likes: [i64; 8],
}

pub const CHANNELS: [Channel; 6] = [
    Channel {
        name: "商超",
        share: 12,
        pace: 90,
        cases: 60,
        price: 92,
        likes: [9, 9, 8, 7, 9, 9, 9, 9],
    },
    Channel {
        name: "便利店",
        share: 25,
        pace: 80,
        cases: 12,
        price: 104,
        likes: [9, 8, 9, 8, 1, 3, 1, 2],
    },
    Channel {
        name: "食杂店",
        share: 30,
        pace: 115,
        cases: 7,
        price: 106,
        likes: [8, 5, 8, 8, 7, 3, 4, 5],
    },
    Channel {
        name: "餐饮",
        share: 18,
        pace: 90,
        cases: 14,
        price: 98,
        likes: [9, 4, 1, 1, 9, 1, 5, 7],
    },
    Channel {
        name: "电商",
        share: 5,
        pace: 70,
        cases: 80,
        price: 90,
        likes: [4, 6, 9, 7, 5, 9, 8, 8],
    },
    Channel {
        name: "批发",
        share: 10,
        pace: 125,
        cases: 130,
        price: 84,
        likes: [8, 5, 8, 8, 7, 4, 5, 6],
    },
];

pub struct Tier {
    pub name: &'static str,
    pub share: i64,
    /// Days between orders.
    pub days: i64,
    pub cases: i64,
    /// Planned visits a month.
    pub visits: i64,
}

pub const TIERS: [Tier; 3] = [
    Tier { name: "A", share: 12, days: 10, cases: 240, visits: 3 },
    Tier { name: "B", share: 30, days: 19, cases: 100, visits: 2 },
    Tier { name: "C", share: 58, days: 34, cases: 45, visits: 1 },
];

pub struct Category {
    pub name: &'static str,
    /// Price of a case in tenths of a yuan.
    pub price: i64,
    /// Demand by month, January first.
    pub season: [i64; 12],
}

pub const CATEGORIES: [Category; 8] = [
    Category {
        name: "饮料",
        price: 420,
        season: [70, 75, 85, 95, 115, 140, 160, 155, 125, 95, 75, 80],
    },
    Category {
        name: "乳品",
        price: 580,
        season: [115, 105, 95, 95, 100, 95, 90, 95, 105, 105, 100, 105],
    },
    Category {
        name: "休闲食品",
        price: 760,
        season: [170, 120, 80, 85, 90, 90, 90, 90, 110, 100, 95, 130],
    },
    Category {
        name: "方便速食",
        price: 480,
        season: [105, 95, 95, 95, 95, 90, 95, 100, 100, 105, 110, 115],
    },
    Category {
        name: "粮油调味",
        price: 980,
        season: [140, 105, 85, 90, 90, 90, 85, 90, 115, 100, 100, 120],
    },
    Category {
        name: "个人护理",
        price: 1560,
        season: [95, 90, 105, 100, 105, 115, 115, 110, 100, 95, 120, 95],
    },
    Category {
        name: "家居清洁",
        price: 880,
        season: [140, 95, 100, 100, 100, 100, 95, 95, 100, 95, 120, 105],
    },
    Category {
        name: "纸品",
        price: 640,
        season: [120, 95, 95, 95, 95, 100, 95, 95, 100, 95, 135, 110],
    },
];

/// Pack sizes of a category, as parts of the price of its case.
pub const PACKS: [i64; 4] = [80, 95, 100, 125];
