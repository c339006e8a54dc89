//! What the user wrote on a card.

use serde::{Deserialize, Serialize};

use crate::segments::Division;

/// The user's own words on the card of one segment; `None` keeps what the data says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PersonaEdits {
    /// The division the segment belongs to.
    pub division: Division,
    /// What the segment is known by: its name, or of a cluster the features, its number and how many there are, so that
    /// words do not pass to other customers where segments are cut otherwise.
    pub segment: String,
    /// The title.
    pub title: Option<String>,
    /// Notes under the card.
    pub notes: Option<String>,
    /// Goal of the contact plan.
    pub goal: Option<String>,
    /// Its channel.
    pub channel: Option<String>,
    /// Its content.
    pub content: Option<String>,
    /// How often.
    pub frequency: Option<String>,
}
