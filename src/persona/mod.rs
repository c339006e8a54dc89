//! A profile made readable: codes and their evidence, no prose (METHODS section 6).

mod edits;
mod report;

pub use edits::PersonaEdits;
pub use report::{
    ContactPlan, Goal, Habit, LifeStage, Peak, Persona, PersonaExample, PersonaTraits,
};
