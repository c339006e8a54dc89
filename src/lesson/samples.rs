//! Points made for teaching: each set shows one strength or one weakness of k-means.

use std::f64::consts::PI;

use rand::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;
use serde::{Deserialize, Serialize};

/// A set of points made for teaching. The page knows what its axes are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Sample {
    /// Four clear groups: orders per year and amount per order. k-means finds them, from a bad start it may not.
    Blobs,
    /// One wide group beside two tight ones: orders per year and amount per order. k-means cuts the wide one.
    Uneven,
    /// Two groups drawn out along a slope: orders per year and revenue. k-means cuts them across.
    Elongated,
    /// Two sickles that reach into each other. k-means cuts both.
    Moons,
    /// A ring around a middle. k-means halves it.
    Rings,
    /// Two ages, incomes of all heights: years and income per month. Unscaled, income decides alone.
    Scales,
}

impl Sample {
    /// Groups that were made.
    #[must_use]
    pub fn groups(self) -> u32 {
        match self {
            Self::Blobs => 4,
            Self::Uneven => 3,
            Self::Elongated | Self::Moons | Self::Rings | Self::Scales => 2,
        }
    }

    /// The points, group after group, in the units of the axes; the same every time.
    ///
    /// ```
    /// use segmentlab::lesson::Sample;
    ///
    /// let ages = Sample::Scales.points().into_iter().map(|[age, _income]| age);
    /// assert!(ages.clone().all(|age| (18.0..=70.0).contains(&age)));
    /// assert_eq!(ages.count(), 160);
    /// ```
    #[must_use]
    pub fn points(self) -> Vec<[f64; 2]> {
        let mut chance = Chance(Xoshiro256PlusPlus::seed_from_u64(20_110_104));
        match self {
            Self::Blobs => [[6.0, 40.0], [22.0, 45.0], [8.0, 130.0], [24.0, 140.0]]
                .iter()
                .flat_map(|&middle| chance.group(45, middle, [2.2, 11.0]))
                .collect(),
            Self::Uneven => [
                chance.group(140, [11.0, 70.0], [4.0, 24.0]),
                chance.group(22, [25.0, 150.0], [0.9, 5.0]),
                chance.group(22, [25.5, 105.0], [0.9, 5.0]),
            ]
            .concat(),
            Self::Elongated => [450.0, 1450.0]
                .iter()
                .flat_map(|&base| chance.slope(80, base))
                .map(|[orders, revenue]| [whole(orders), whole(revenue)])
                .collect(),
            Self::Moons => {
                let mut upper = chance.arc(90, [0.0, 0.0], 1.0, [0.0, PI], 0.07);
                upper.extend(chance.arc(90, [1.0, 0.45], 1.0, [PI, 2.0 * PI], 0.07));
                upper
            }
            Self::Rings => {
                let mut inner = chance.arc(50, [0.0, 0.0], 0.0, [0.0, 1.0], 0.22);
                inner.extend(chance.arc(130, [0.0, 0.0], 1.6, [0.0, 2.0 * PI], 0.09));
                inner
            }
            Self::Scales => [27.0, 59.0]
                .iter()
                .flat_map(|&age| (0..80).map(|_| chance.person(age)).collect::<Vec<_>>())
                .collect(),
        }
    }
}

struct Chance(Xoshiro256PlusPlus);

impl Chance {
    /// From 0 to below 1.
    fn share(&mut self) -> f64 {
        self.0.gen_range(0.0..1.0)
    }

    /// Close to standard normal, within six deviations: the sum of twelve shares less six.
    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.share()).sum::<f64>() - 6.0
    }

    /// Orders and amounts about a middle; orders are whole and at least 1.
    fn group(&mut self, size: usize, middle: [f64; 2], deviation: [f64; 2]) -> Vec<[f64; 2]> {
        (0..size)
            .map(|_| {
                let orders = middle[0] + deviation[0] * self.normal();
                let amount = middle[1] + deviation[1] * self.normal();
                [tenths(orders.max(1.0)), tenths(amount.max(1.0))]
            })
            .collect()
    }

    /// Revenue that grows with the orders.
    fn slope(&mut self, size: usize, base: f64) -> Vec<[f64; 2]> {
        (0..size)
            .map(|_| {
                let orders = 2.0 + 38.0 * self.share();
                [orders, base + 55.0 * orders + 90.0 * self.normal()]
            })
            .collect()
    }

    fn arc(
        &mut self,
        size: usize,
        middle: [f64; 2],
        radius: f64,
        turn: [f64; 2],
        deviation: f64,
    ) -> Vec<[f64; 2]> {
        (0..size)
            .map(|_| {
                let angle = turn[0] + (turn[1] - turn[0]) * self.share();
                [
                    middle[0] + radius * libm::cos(angle) + deviation * self.normal(),
                    middle[1] + radius * libm::sin(angle) + deviation * self.normal(),
                ]
            })
            .collect()
    }

    /// Age from 18 to 70 about a middle, income from 2,000 to 60,000 in tens.
    fn person(&mut self, age: f64) -> [f64; 2] {
        let years = whole(age + 4.0 * self.normal()).clamp(18.0, 70.0);
        [years, 10.0 * whole(200.0 + 5800.0 * self.share())]
    }
}

fn whole(value: f64) -> f64 {
    (value + 0.5).floor()
}

fn tenths(value: f64) -> f64 {
    whole(value * 10.0) / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_are_the_same_every_time_and_finite() {
        for sample in [
            Sample::Blobs,
            Sample::Uneven,
            Sample::Elongated,
            Sample::Moons,
            Sample::Rings,
            Sample::Scales,
        ] {
            let points = sample.points();
            assert_eq!(points, sample.points());
            assert!(points.len() > 100 && points.len() < 250);
            assert!(points.iter().flatten().all(|value| value.is_finite()));
        }
    }
}
