//! A profile made readable: codes and their evidence, no prose (METHODS section 6).

mod cards;
mod edits;
mod goal;
mod habit;
mod mask;
mod peak;
mod report;

pub use cards::{Buying, personas};
pub use edits::PersonaEdits;
pub use report::{
    ContactPlan, Goal, Habit, LifeStage, Peak, Persona, PersonaExample, PersonaTraits,
};

use goal::persona_traits;
use habit::Habits;
use mask::masked;
use peak::{favourite, standing_out};
