//! A recipe on another file.

use serde::Serialize;

use super::Recipe;
use crate::file::{Delimiter, Encoding};
use crate::mapping::{EncodingReason, Head, ImportParams, Role};

/// A recipe brought to a file.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Recalled {
    /// How this file is to be read.
    pub import: ImportParams,
    /// Whether all roles of the recipe found their columns.
    pub complete: bool,
    /// What is otherwise than in the file the recipe was made on.
    pub differences: Vec<Difference>,
}

/// One thing that is otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum Difference {
    /// A column is gone.
    ColumnMissing {
        /// Its name.
        name: String,
        /// The role it played.
        role: Option<Role>,
        /// The column that plays the role now, by a guess.
        instead: Option<String>,
    },
    /// Columns that were not there, in file order.
    ColumnsNew {
        /// Their names.
        names: Vec<String>,
    },
    /// The same columns stand in another order.
    ColumnsMoved,
    /// Characters are coded otherwise.
    Encoding {
        /// In the recipe.
        was: Encoding,
        /// In this file.
        is: Encoding,
    },
    /// Fields are divided otherwise.
    Delimiter {
        /// In the recipe.
        was: Delimiter,
        /// In this file.
        is: Delimiter,
    },
    /// The header stands on another line.
    SkipLines {
        /// Lines above it in the recipe.
        was: u32,
        /// Lines above it in this file.
        is: u32,
    },
    /// The one has a header, the other has none.
    Header {
        /// Whether this file has one.
        is: bool,
    },
}

impl Recipe {
    /// Brings the settings to a file that was looked at. Roles go by the names of columns, in whatever order
    /// they stand; forms that the file itself shows (encoding, delimiter, where the header stands) are taken
    /// from it, and what differs is told. A role whose column is gone goes to the column the head's
    /// guess gives it, if that column is a new one; but not a figure or a text of customers, of which another column
    /// tells something else. New columns of these are taken as guessed.
    ///
    /// ```
    /// use segmentlab::{mapping::{Role, look}, recipe::{Recipe, VERSION}};
    /// let file = |text: &'static [u8]| look(text, &[], text.len() as u64, None);
    /// let march = file(b"buyer,day,amount,note\nA,2024-03-05,1\nB,2024-03-06,2\n")?;
    /// let names = |head: &segmentlab::mapping::Head| head.columns.iter().map(|c| c.name.clone()).collect();
    /// let recipe = Recipe { version: VERSION, file: "march.csv".into(), sheet: None, columns: names(&march),
    ///     import: march.params.clone(), customers: Default::default(), rfm: Default::default(), clusters: None,
    ///     lifecycle: Default::default(), division: Default::default(), personas: vec![],
    ///     coverage: Default::default(), reallocation: Default::default(), companions: vec![] };
    /// let april = file(b"day;amount;buyer\n2024-04-05;1;A\n2024-04-06;2;B\n")?;
    /// let recalled = recipe.recall(&april);
    /// assert_eq!(recalled.import.roles, [Some(Role::Date), Some(Role::Amount), Some(Role::Customer)]);
    /// assert!(recalled.complete);
    /// assert_eq!(recalled.differences.len(), 3); // the delimiter, the column "note", the order of columns
    /// # Ok::<(), segmentlab::error::Error>(())
    /// ```
    #[must_use]
    pub fn recall(&self, head: &Head) -> Recalled {
        let mut differences = self.of_form(head);
        let names: Vec<String> = head.columns.iter().map(|column| normal(&column.name)).collect();
        let known: Vec<String> = self.columns.iter().map(|name| normal(name)).collect();
        // Without names columns are told by their place.
        let named = head.params.header && self.import.header;
        let now = |column: usize| {
            if named {
                names.iter().position(|name| *name == known[column])
            } else {
                Some(column).filter(|&column| column < names.len())
            }
        };
        let places: Vec<Option<usize>> = (0..known.len()).map(now).collect();
        let is_new = |column: usize| !places.contains(&Some(column));
        let role_of = |column: usize| self.import.roles.get(column).copied().flatten();

        let mut roles = vec![None; names.len()];
        for (column, &place) in places.iter().enumerate() {
            if let (Some(place), Some(role)) = (place, role_of(column)) {
                roles[place] = Some(role);
            }
        }
        let mut complete = true;
        for (column, place) in places.iter().enumerate() {
            if place.is_some() {
                continue;
            }
            let role = role_of(column);
            let guessed = role.filter(|role| !role.is_shared()).and_then(|role| {
                let guess = head.params.roles.iter().position(|guess| *guess == Some(role));
                guess.filter(|&place| is_new(place) && roles[place].is_none())
            });
            if let Some(place) = guessed {
                roles[place] = role;
            }
            complete &= role.is_none() || guessed.is_some();
            // A column without a name and a role is missed by nobody.
            if role.is_some() || !self.columns[column].is_empty() {
                differences.push(Difference::ColumnMissing {
                    name: self.columns[column].clone(),
                    role,
                    instead: guessed.map(|place| head.columns[place].name.clone()),
                });
            }
        }
        // Rows with a date are no list of customers, and have no figures of them.
        let has_date = roles.contains(&Some(Role::Date));
        for (column, guess) in head.params.roles.iter().enumerate() {
            let is_taken =
                guess.is_some_and(Role::is_shared) && !(has_date && *guess == Some(Role::Measure));
            if is_taken && is_new(column) && roles[column].is_none() {
                roles[column] = *guess;
            }
        }
        let new = (0..names.len()).filter(|&column| is_new(column) && !names[column].is_empty());
        let new: Vec<String> = new.map(|column| head.columns[column].name.clone()).collect();
        if named && !new.is_empty() {
            differences.push(Difference::ColumnsNew { names: new });
        }
        let found: Vec<usize> = places.into_iter().flatten().collect();
        if !found.is_sorted() {
            differences.push(Difference::ColumnsMoved);
        }
        // A guess is kept where the recipe's file showed no more than this one does.
        let sure = !matches!(head.encoding_reason, EncodingReason::Likely | EncodingReason::Ascii);
        let encoding =
            if sure || head.params.worksheet { head.params.encoding } else { self.import.encoding };
        let import = ImportParams {
            encoding,
            roles,
            duplicates: self.import.duplicates,
            date_order: self.import.date_order,
            decimal: self.import.decimal,
            ..head.params.clone()
        };
        Recalled { import, complete, differences }
    }

    /// How the form of a file differs.
    fn of_form(&self, head: &Head) -> Vec<Difference> {
        let (was, is) = (&self.import, &head.params);
        let mut differences = Vec::new();
        let coded = was.encoding != is.encoding && head.encoding_reason != EncodingReason::Ascii;
        if coded && head.encoding_reason != EncodingReason::Likely {
            differences.push(Difference::Encoding { was: was.encoding, is: is.encoding });
        }
        if was.delimiter != is.delimiter {
            differences.push(Difference::Delimiter { was: was.delimiter, is: is.delimiter });
        }
        if was.header != is.header {
            differences.push(Difference::Header { is: is.header });
        }
        if was.skip_lines != is.skip_lines {
            differences.push(Difference::SkipLines { was: was.skip_lines, is: is.skip_lines });
        }
        differences
    }
}

/// A name as it is compared.
fn normal(name: &str) -> String {
    name.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::super::{CompanionRecipe, VERSION};
    use super::*;
    use crate::coverage::{CoverageParams, ReallocationParams};
    use crate::customers::CustomersParams;
    use crate::error::Error;
    use crate::lifecycle::LifecycleParams;
    use crate::mapping::{Duplicates, look};
    use crate::rfm::RfmParams;
    use crate::segments::Division;

    fn head(text: &str) -> Head {
        look(text.as_bytes(), &[], text.len() as u64, None).unwrap()
    }

    fn recipe(head: &Head) -> Recipe {
        Recipe {
            version: VERSION,
            file: "march.csv".into(),
            sheet: None,
            columns: head.columns.iter().map(|column| column.name.clone()).collect(),
            import: head.params.clone(),
            customers: CustomersParams::default(),
            rfm: RfmParams::default(),
            clusters: None,
            lifecycle: LifecycleParams::default(),
            division: Division::default(),
            personas: Vec::new(),
            coverage: CoverageParams::default(),
            reallocation: ReallocationParams::default(),
            companions: Vec::new(),
        }
    }

    const MARCH: &str = "客户编号,日期,金额,备注\nA,2024-03-05,1,x\nB,2024-03-06,2,y\n";

    #[test]
    fn the_same_file_reads_the_same() {
        let head = head(MARCH);
        let mut recipe = recipe(&head);
        recipe.import.duplicates = Duplicates::Drop;
        recipe.import.roles[3] = Some(Role::Channel);
        let recalled = recipe.recall(&head);
        assert_eq!((recalled.import, recalled.complete), (recipe.import.clone(), true));
        assert_eq!(recalled.differences, []);
    }

    #[test]
    fn roles_follow_their_names() {
        let recipe = recipe(&head(MARCH));
        let april = head(
            "报表,,,,\n\n门店,金额, 日期 ,客户编号,备注\nX,1,2024-04-05,A,x\nY,2,2024-04-06,B,y\n",
        );
        let recalled = recipe.recall(&april);
        assert_eq!(
            recalled.import.roles,
            [None, Some(Role::Amount), Some(Role::Date), Some(Role::Customer), None]
        );
        assert!(recalled.complete);
        assert_eq!(
            recalled.differences,
            [
                Difference::SkipLines { was: 0, is: 2 },
                Difference::ColumnsNew { names: vec!["门店".into()] },
                Difference::ColumnsMoved,
            ]
        );
    }

    #[test]
    fn a_column_that_is_gone_is_told_with_what_stands_in() {
        let recipe = recipe(&head(MARCH));
        let april = head("客户编号,日期,实付金额\nA,2024-04-05,1\nB,2024-04-06,2\n");
        let recalled = recipe.recall(&april);
        assert_eq!(recalled.import.roles[2], Some(Role::Amount));
        assert!(recalled.complete);
        assert_eq!(
            recalled.differences[0],
            Difference::ColumnMissing {
                name: "金额".into(),
                role: Some(Role::Amount),
                instead: Some("实付金额".into()),
            }
        );
        let without = head("客户编号,备注\nA,x\nB,y\n");
        let recalled = recipe.recall(&without);
        assert!(!recalled.complete);
        assert_eq!(recalled.import.roles, [Some(Role::Customer), None]);
    }

    #[test]
    fn text_of_customers_goes_by_its_name_alone() {
        let rows = |header: &str| {
            let rows = (0..30).map(|at| format!("K{at},{},{}\n", at % 2, ["x", "y"][at % 2]));
            head(&format!("{header}\n{}", rows.collect::<String>()))
        };
        let march = rows("客户编号,年龄,性别");
        assert_eq!(march.params.roles[1..], [Some(Role::Measure), Some(Role::Attribute)]);
        let recipe = recipe(&march);
        let april = recipe.recall(&rows("客户编号,年龄,学历"));
        assert_eq!(april.import.roles, march.params.roles, "a new column is taken as guessed");
        assert!(!april.complete);
        let gone = Difference::ColumnMissing {
            name: "性别".into(),
            role: Some(Role::Attribute),
            instead: None,
        };
        assert_eq!(
            april.differences,
            [gone, Difference::ColumnsNew { names: vec!["学历".into()] }]
        );
    }

    #[test]
    fn a_recipe_is_the_same_after_it_was_written_and_read() {
        let recipe = recipe(&head(MARCH));
        let text = serde_json::to_string(&recipe).unwrap();
        let back: Recipe = serde_json::from_str(&text).unwrap();
        assert_eq!(back, recipe);
        assert_eq!(serde_json::to_string(&back).unwrap(), text);
        let unknown = text.replacen("\"version\"", "\"color\":1,\"version\"", 1);
        assert!(serde_json::from_str::<Recipe>(&unknown).is_err());
        assert!(recipe.clone().checked().is_ok());
        let later = Recipe { version: 2, ..recipe.clone() }.checked();
        assert_eq!(later, Err(Error::BadRecipe { found: "version 2".into() }));
        let short = Recipe { columns: vec![], ..recipe.clone() }.checked();
        assert_eq!(short, Err(Error::BadRecipe { found: "0 columns, 4 roles".into() }));
        let beside = CompanionRecipe {
            file: "people.csv".into(),
            sheet: None,
            columns: vec!["id".into()],
            import: recipe.import.clone(),
        };
        let uneven = Recipe { companions: vec![beside], ..recipe }.checked();
        assert_eq!(uneven, Err(Error::BadRecipe { found: "1 columns, 4 roles".into() }));
    }
}
