//! Files with the same columns, read as one table.

use serde::{Deserialize, Serialize};

use super::{ColumnHead, ImportParams, Role};
use crate::error::Error;
use crate::table::trim;

/// How one file is read: its params, and the names of its columns.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct Layout {
    /// The params.
    pub params: ImportParams,
    /// One name per column, empty where there is none.
    pub names: Vec<String>,
}

/// Two files can be stacked if their keys are equal: the same set of column names, in any order and any case;
/// without a header the same number of columns with the same kinds. Columns without a name do not count.
pub(super) fn stack_key(columns: &[ColumnHead], header: bool) -> String {
    if !header {
        let kinds: Vec<String> =
            columns.iter().map(|column| format!("{:?}", column.kind)).collect();
        return format!("-\n{}", kinds.join("\n"));
    }
    let mut names: Vec<String> =
        columns.iter().map(|column| folded(&column.name)).filter(|name| !name.is_empty()).collect();
    names.sort_unstable();
    format!("+\n{}", names.join("\n"))
}

/// How a further file of a table is read: its own encoding, delimiter, title lines and order of columns; the
/// table's roles, by the names of the columns (by their places where neither file has names), and the table's
/// choices for dates, numbers and duplicates. The second of two columns of one name plays what the table's second does.
///
/// ```
/// use segmentlab::mapping::{Layout, Role, align, look};
/// let layout = |file: &str| {
///     let head = look(file.as_bytes(), &[], file.len() as u64, None)?;
///     let names = head.columns.into_iter().map(|column| column.name).collect();
///     Ok::<_, segmentlab::error::Error>(Layout { params: head.params, names })
/// };
/// let first = layout("customer,date,amount\na,2024-01-02,5\n")?;
/// let second = layout("AMOUNT;Date;Customer\n7;2024-01-03;b\n")?;
/// let aligned = align(&first, &second)?;
/// assert_eq!(aligned.params.roles, [Some(Role::Amount), Some(Role::Date), Some(Role::Customer)]);
/// # Ok::<(), segmentlab::error::Error>(())
/// ```
///
/// # Errors
/// [`Error::ColumnMissing`] if a column that plays a role is not there.
pub fn align(table: &Layout, own: &Layout) -> Result<Layout, Error> {
    let by_place = table.names.iter().chain(&own.names).all(|name| name.is_empty());
    let (theirs, ours) = (occurrences(&table.names), occurrences(&own.names));
    let mut roles: Vec<Option<Role>> = vec![None; own.names.len()];
    for (place, role) in table.params.roles.iter().enumerate() {
        let Some(role) = *role else { continue };
        let found = if by_place {
            Some(place).filter(|&place| place < roles.len())
        } else {
            theirs.get(place).and_then(|wanted| ours.iter().position(|name| name == wanted))
        };
        match found {
            Some(place) => roles[place] = Some(role),
            None => return Err(Error::ColumnMissing { role }),
        }
    }
    let ImportParams { encoding, delimiter, worksheet, skip_lines, header, spare_columns, .. } =
        own.params;
    let params = ImportParams {
        encoding,
        delimiter,
        worksheet,
        skip_lines,
        header,
        spare_columns,
        roles,
        ..table.params.clone()
    };
    Ok(Layout { params, names: own.names.clone() })
}

/// Each name as it is compared, with how often it stood before.
fn occurrences(names: &[String]) -> Vec<(String, usize)> {
    let names: Vec<String> = names.iter().map(|name| folded(name)).collect();
    let before = |place: usize| names[..place].iter().filter(|name| **name == names[place]).count();
    let counts: Vec<usize> = (0..names.len()).map(before).collect();
    names.into_iter().zip(counts).collect()
}

/// A name without blanks around it and without case.
pub(super) fn folded(name: &str) -> String {
    String::from_utf8_lossy(trim(name.as_bytes())).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mapping::look;

    fn head(file: &str) -> crate::mapping::Head {
        look(file.as_bytes(), &[], file.len() as u64, None).unwrap()
    }

    fn layout(file: &str) -> Layout {
        let head = head(file);
        Layout {
            names: head.columns.iter().map(|column| column.name.clone()).collect(),
            params: head.params,
        }
    }

    #[test]
    fn names_in_any_order_and_case_are_the_same_columns() {
        let key = |file: &str| head(file).stack_key;
        let orders = key("customer,date,amount\na,2024-01-02,5\n");
        assert_eq!(key(" Amount ;DATE;customer\n7;2024-01-03;b\n"), orders);
        assert_ne!(key("customer,date\na,2024-01-02\n"), orders);
        assert_ne!(key("customer,date,amount,region\na,2024-01-02,5,x\n"), orders);
        assert_ne!(key("customer,customer,date,amount\na,b,2024-01-02,5\n"), orders);
        let bare = key("a1,2024-01-02,5.5\n");
        assert_eq!(key("a2,2024-02-02,7.5\n"), bare);
        assert_ne!(key("2024-01-02,a1,5.5\n"), bare);
    }

    #[test]
    fn what_is_chosen_for_the_table_holds_for_every_file() {
        let mut table = layout("who,date,amount,amount\na,2024-01-02,5,6\n");
        table.params.roles = vec![Some(Role::Customer), Some(Role::Date), None, Some(Role::Amount)];
        table.params.decimal = Some(crate::mapping::DecimalMark::Comma);
        let own = layout("amount\tamount\tdate\twho\n5\t6\t2024-01-02\ta\n");
        let aligned = align(&table, &own).unwrap();
        assert_eq!(
            aligned.params.roles,
            [None, Some(Role::Amount), Some(Role::Date), Some(Role::Customer)]
        );
        assert_eq!(aligned.params.delimiter, own.params.delimiter);
        assert_eq!(aligned.params.decimal, table.params.decimal);
    }

    #[test]
    fn a_column_that_is_lacking_is_named_by_its_role() {
        let table = layout("customer,date,amount\na,2024-01-02,5\n");
        let own = layout("customer,date,sum\na,2024-01-02,5\n");
        assert_eq!(align(&table, &own), Err(Error::ColumnMissing { role: Role::Amount }));
    }

    #[test]
    fn without_names_the_place_counts() {
        let mut table = layout("a1,2024-01-02,5.5\n");
        table.params.roles = vec![Some(Role::Customer), Some(Role::Date), Some(Role::Amount)];
        let own = layout("a2;2024-01-02;5.5\n");
        assert_eq!(align(&table, &own).unwrap().params.roles, table.params.roles);
    }
}
