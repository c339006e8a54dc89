//! Typed cells and columns: numbers, dates, money, ids.

mod cell;
mod date;
mod day;
mod dictionary;
mod digits;
mod dress;
mod evidence;
mod figure;
mod interner;
mod money;
mod number;
mod serial;
mod time;
mod weekday;
mod width;

pub use cell::{Id, is_missing, read_id, trim};
pub use date::{Date, read_date};
pub use day::{day_of, day_of_month};
pub use dictionary::Dictionary;
pub use evidence::{
    DateEvidence, DateFit, DateOrder, DecimalMark, NumberEvidence, NumberFit, TurnedDates,
};
pub use figure::{Figure, read_figure};
pub use interner::Interner;
pub use money::{Money, MoneySum, sum_to_f64};
pub use number::{Number, NumberFault, read_number};
pub use serial::{DayNumber, day_of_serial, read_day_number};

use cell::unwrap;
use digits::read_digits;
use dress::undress;
use time::is_time;
use weekday::{behind_weekday, is_weekday};
use width::narrow;

/// A calendar day, counted from 1970-01-01.
#[cfg_attr(target_arch = "wasm32", tsify::declare)]
pub type Day = i32;
