//! The settings of all steps, kept to be used again on the same file or on next month's.

mod recalled;

use serde::{Deserialize, Serialize};

use crate::cluster::{Choice, ClusterModel, ClusterParams};
use crate::coverage::{CoverageParams, ReallocationParams};
use crate::customers::CustomersParams;
use crate::error::Error;
use crate::lifecycle::LifecycleParams;
use crate::mapping::ImportParams;
use crate::persona::PersonaEdits;
use crate::rfm::RfmParams;
use crate::segments::Division;

pub use recalled::{Difference, Recalled};

/// What [`Recipe::version`] is now.
pub const VERSION: u32 = 1;

/// The settings of all steps. The same file and the same recipe give the same study, byte for byte.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Recipe {
    /// Form of this record, [`VERSION`].
    pub version: u32,
    /// Name of the file it was made on.
    pub file: String,
    /// Sheet that was read, of a workbook.
    pub sheet: Option<String>,
    /// Names of the columns, in the order of `import.roles`.
    pub columns: Vec<String>,
    /// How the file was read.
    pub import: ImportParams,
    /// How transactions became customers.
    pub customers: CustomersParams,
    /// How customers were scored and named.
    pub rfm: RfmParams,
    /// How customers were clustered; `None` where they were not.
    #[serde(default)]
    pub clusters: Option<ClusterRecipe>,
    /// How stages of the lifecycle are told.
    pub lifecycle: LifecycleParams,
    /// The division that is described.
    pub division: Division,
    /// What the user wrote on the cards.
    pub personas: Vec<PersonaEdits>,
    /// What was asked of coverage.
    pub coverage: CoverageParams,
    /// How its effort was spent anew.
    pub reallocation: ReallocationParams,
    /// How the tables beside it were read, as customer files beside orders.
    pub companions: Vec<CompanionRecipe>,
}

/// How a table beside the main one was read; its fields are those of [`Recipe`], and [`Recipe::recall`] takes them there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CompanionRecipe {
    /// Name of its file.
    pub file: String,
    /// Sheet that was read, of a workbook.
    pub sheet: Option<String>,
    /// Names of the columns, in the order of `import.roles`.
    pub columns: Vec<String>,
    /// How the file was read.
    pub import: ImportParams,
}

/// How customers were clustered, and what came of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClusterRecipe {
    /// How numbers of clusters were tried.
    pub params: ClusterParams,
    /// Which was taken.
    pub choice: Choice,
    /// What other customers are assigned by; its names are the user's.
    pub model: ClusterModel,
    /// The model is of other customers, and these were assigned by it.
    #[serde(default)]
    pub assigned: bool,
}

impl Recipe {
    /// The recipe, if it is one of this version with a name for each column.
    ///
    /// # Errors
    /// [`Error::BadRecipe`].
    pub fn checked(self) -> Result<Self, Error> {
        if self.version != VERSION {
            return Err(Error::BadRecipe { found: format!("version {}", self.version) });
        }
        let beside = self.companions.iter().map(|one| (&one.columns, &one.import.roles));
        let uneven = std::iter::once((&self.columns, &self.import.roles))
            .chain(beside)
            .find(|(columns, roles)| columns.len() != roles.len())
            .map(|(columns, roles)| format!("{} columns, {} roles", columns.len(), roles.len()));
        uneven.map_or(Ok(self), |found| Err(Error::BadRecipe { found }))
    }
}
