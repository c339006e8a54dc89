//! The least concave curve above a response.

use super::Response;

/// The least concave curve that lies nowhere below a response between two bounds: a straight line from the lower bound
/// to where the response takes over, and the response from there on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Envelope {
    response: Response,
    pub(super) low: f64,
    pub(super) high: f64,
    /// Where the line ends; the lower bound where there is none.
    joint: f64,
    /// Of the line.
    slope: f64,
}

impl Envelope {
    pub(super) fn new(response: Response, low: f64, high: f64) -> Self {
        let joint = match response {
            Response::Constant { .. } => high,
            Response::Adbudg { .. } => joint(&response, low, high),
        };
        let rise = response.at(joint) - response.at(low);
        let slope = if joint > low { rise / (joint - low) } else { f64::INFINITY };
        Self { response, low, high, joint, slope }
    }

    pub(super) fn at(&self, x: f64) -> f64 {
        if x < self.joint && x > self.low {
            self.response.at(self.low) + self.slope * (x - self.low)
        } else {
            self.response.at(x)
        }
    }

    /// How much is worth its price: the largest amount whose last small unit gives at least the price, which is
    /// above 0.
    pub(super) fn worth(&self, price: f64) -> f64 {
        if self.joint > self.low && self.slope < price {
            return self.low;
        }
        if self.response.marginal(self.high) >= price {
            return self.high;
        }
        if self.response.marginal(self.joint) < price {
            return self.joint;
        }
        last(self.joint, self.high, |x| self.response.marginal(x) >= price)
    }
}

/// Where the line from the lower bound touches the response, or the upper bound.
fn joint(response: &Response, low: f64, high: f64) -> f64 {
    let turn = response.inflection();
    if low >= turn {
        return low;
    }
    if high <= turn {
        return high;
    }
    // Beyond the turn the slope falls: the line touches where it is that of the chord.
    let is_steeper = |x: f64| response.marginal(x) * (x - low) >= response.at(x) - response.at(low);
    if is_steeper(high) { high } else { last(turn, high, is_steeper) }
}

/// The last number from `low`, of which it holds, to `high`, of which it does not; it holds of all up to one and of none
/// beyond. Both are not negative.
pub(super) fn last(low: f64, high: f64, holds: impl Fn(f64) -> bool) -> f64 {
    // Numbers above zero stand in the order of their bits.
    let (mut low, mut high) = (low.to_bits(), high.to_bits());
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if holds(f64::from_bits(middle)) {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::from_bits(low)
}

#[cfg(test)]
mod tests {
    use super::*;

    const S: Response = Response::Adbudg { least: 0.0, most: 10.0, shape: 3.0, half: 100.0 };

    fn points(low: f64, high: f64) -> impl Iterator<Item = f64> {
        (0..=200).map(move |at| low + (high - low) * f64::from(at) / 200.0)
    }

    #[test]
    fn lies_above_and_is_concave() {
        for (low, high) in [(0.0, 20.0), (0.0, 2.0), (1.0, 30.0), (6.0, 20.0), (2.0, 2.0)] {
            let envelope = Envelope::new(S, low, high);
            let values: Vec<f64> = points(low, high).map(|x| envelope.at(x)).collect();
            for (x, value) in points(low, high).zip(&values) {
                assert!(*value >= S.at(x) - 1e-12, "{low} {high} {x}");
            }
            for three in values.windows(3) {
                assert!(three[1] - three[0] >= three[2] - three[1] - 1e-9, "{low} {high}");
            }
            assert!(
                (values[0] - S.at(low)).abs() < 1e-12 && (values[200] - S.at(high)).abs() < 1e-12
            );
        }
    }

    #[test]
    fn worth_is_the_best_amount_at_a_price() {
        for response in [
            S,
            Response::Constant { rate: 0.5 },
            Response::Adbudg { least: 1.0, most: 5.0, shape: 1.0, half: 3.0 },
        ] {
            let envelope = Envelope::new(response, 0.0, 25.0);
            for price in [0.01, 0.2, 0.4, 0.6, 1.2, 3.0] {
                let net = |x: f64| envelope.at(x) - price * x;
                let best = points(0.0, 25.0).map(net).fold(f64::NEG_INFINITY, f64::max);
                assert!(net(envelope.worth(price)) >= best - 1e-9, "{response:?} {price}");
            }
        }
    }
}
