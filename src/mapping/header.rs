//! Where the header stands, and the names in it.

use super::is_value;
use crate::file::{Cells, Delimiter, cells};
use crate::table::{is_missing, trim};

/// Records that titles are told by.
const JUDGED: usize = 200;

/// Most records that can stand above the header.
const TITLES: usize = 30;

/// Rows in which values are looked for, below what may be a header of two lines.
const ROWS_BELOW: usize = 5;

/// Cells of a record.
type Row = [Vec<u8>];

/// How many records at the start are titles, comments and names of column groups: those with far fewer
/// filled cells than a usual record, and the first line of a header of two.
pub(super) fn titles(rows: &[Vec<Vec<u8>>]) -> usize {
    let usual = usual_filled(rows);
    let holds_value = |row: &Row| row.iter().any(|cell| is_value(cell));
    let top = &rows[..rows.len().min(TITLES + 1)];
    // The first full row, if it holds names only and values stand below: what is above it is no header.
    let full = top.iter().position(|row| filled(row) >= usual);
    let full_names = full.filter(|&at| {
        !holds_value(&top[at])
            && rows.get(at + 1).is_some_and(|row| filled(row) >= usual && holds_value(row))
    });
    let last_names = top.iter().rposition(|row| filled(row) >= usual && !holds_value(row));
    let is_title = |(at, row): &(usize, &Vec<Vec<u8>>)| {
        let filled = filled(row);
        let comment = row.first().is_some_and(|cell| cell.starts_with(b"#"));
        // A short row with values above one of names only: "Exported", 2024-02-01.
        let above_names = last_names.is_some_and(|names| *at < names) && holds_value(row);
        // As full as half: "Customer:", "all".
        let half = filled * 2 == usual && full_names.is_some_and(|names| *at < names);
        filled < usual && (filled == 1 || filled * 2 < usual || half || comment || above_names)
    };
    let first = top.iter().enumerate().take_while(is_title).count();
    if first > TITLES || first == rows.len() {
        return 0;
    }
    match rows.get(first + 1) {
        Some(below) if continues(&rows[first], below) => first + 1,
        // Names of column groups over a whole line of names: rows that hold values come behind both.
        Some(below)
            if filled(&rows[first]) < usual
                && filled(below) >= usual
                && !holds_value(below)
                && rows.iter().skip(first + 2).take(ROWS_BELOW).any(|row| holds_value(row)) =>
        {
            first + 1
        }
        _ => first,
    }
}

/// Whether a row goes on with the header above it, as merged cells leave it: it fills every cell that is
/// empty there, has empty ones itself, and holds no value.
fn continues(above: &Row, below: &Row) -> bool {
    let empty = |row: &Row, column: usize| row.get(column).is_none_or(|cell| trim(cell).is_empty());
    let columns = above.len().max(below.len());
    let gaps = (0..columns).filter(|&column| empty(above, column)).count();
    gaps > 0
        && (0..columns).any(|column| empty(below, column))
        && (0..columns).all(|column| !empty(above, column) || !empty(below, column))
        && !below.iter().any(|cell| is_value(cell))
}

fn filled(row: &Row) -> usize {
    row.iter().filter(|cell| !is_missing(trim(cell))).count()
}

/// The most frequent number of filled cells; the larger of two.
fn usual_filled(rows: &[Vec<Vec<u8>>]) -> usize {
    most_frequent(rows.iter().take(JUDGED).map(|row| filled(row)))
}

/// The most frequent number of fields; the larger of two.
pub(super) fn usual_length(rows: &[Vec<Vec<u8>>]) -> usize {
    most_frequent(rows.iter().map(Vec::len))
}

fn most_frequent(lengths: impl Iterator<Item = usize>) -> usize {
    let mut counts = std::collections::BTreeMap::new();
    for length in lengths {
        *counts.entry(length).or_insert(0_usize) += 1;
    }
    counts
        .into_iter()
        .max_by_key(|&(length, count)| (count, length))
        .map_or(0, |(length, _)| length)
}

/// The offset behind so many physical lines, at most the end.
pub(super) fn behind_lines(text: &[u8], lines: u32) -> usize {
    crate::file::skip_lines(text, lines, true).unwrap_or(text.len())
}

/// The names of a header below `skip_lines` lines of some text without byte order mark; empty where a
/// column has none.
///
/// Where the line above holds names of column groups, as merged cells leave them, a column without a name
/// takes the one that stands above it, and columns of the same name are told apart by their group.
pub(super) fn names(text: &[u8], delimiter: Delimiter, skip_lines: u32) -> Vec<String> {
    let (above, below) = text.split_at(behind_lines(text, skip_lines));
    let record = cells(below, delimiter, true, 1, 1).rows.pop().unwrap_or_default();
    let groups = cells(above, delimiter, true, TITLES, usize::MAX).rows.pop();
    names_of(&record, groups.filter(|row| filled(row) > 1).as_deref())
}

fn names_of(record: &Row, groups: Option<&Row>) -> Vec<String> {
    let text = |cell: &Vec<u8>| String::from_utf8_lossy(trim(cell)).into_owned();
    let own: Vec<String> = record.iter().map(text).collect();
    let Some(groups) = groups else { return own };
    let mut group = String::new();
    let mut names = Vec::with_capacity(own.len());
    for (column, name) in own.iter().enumerate() {
        let above = groups.get(column).map(text).unwrap_or_default();
        if !above.is_empty() {
            group.clone_from(&above);
        }
        let twin = !name.is_empty() && own.iter().filter(|other| *other == name).count() > 1;
        names.push(match (name.is_empty(), twin && !group.is_empty()) {
            (true, _) => above,
            (false, true) => format!("{group} {name}"),
            (false, false) => name.clone(),
        });
    }
    names
}

/// The physical line, counted from 0, on which the record behind so many others starts.
pub(super) fn line_of(found: &Cells, records: usize) -> u32 {
    found.starts.get(records).map_or(0, |&line| u32::try_from(line).unwrap_or(u32::MAX))
}

/// Columns at the end without a name and a role that are empty but for a few rows.
pub(super) fn spare_columns<'a>(
    columns: impl DoubleEndedIterator<Item = (&'a str, bool, u32)>,
    rows: u32,
) -> u32 {
    // A filled cell in twenty is no accident any more.
    let is_spare = |&(name, has_role, filled): &(&str, bool, u32)| {
        name.is_empty() && !has_role && u64::from(filled) * 20 < u64::from(rows)
    };
    columns.rev().take_while(is_spare).count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn top(text: &str) -> (u32, Vec<String>) {
        let found = cells(text.as_bytes(), Delimiter::Comma, true, 100, 10_000);
        let skip = line_of(&found, titles(&found.rows));
        (skip, names(text.as_bytes(), Delimiter::Comma, skip))
    }

    #[test]
    fn titles_and_comments_stand_above_the_header() {
        for (text, skip) in [
            ("id,date,sum\n1,2024-01-01,5\n2,2024-01-02,6\n", 0),
            ("Sales 2024\n\nid,date,sum\n1,2024-01-01,5\n2,2024-01-02,6\n", 2),
            ("销售报表,,\n导出时间,2024-02-01,\nid,date,sum\n1,2024-01-01,5\n2,2024-01-02,6\n", 2),
            (
                "条件：,全部,,\n渠道：,线上,,\nid,date,sum,shop\n1,2024-01-01,5,a\n2,2024-01-02,6,a\n",
                2,
            ),
            ("# from, shop\nid,date,sum\n1,2024-01-01,5\n2,2024-01-02,6\n", 1),
            ("#,date,sum\n1,2024-01-01,5\n2,2024-01-02,6\n", 0),
            ("\"a\nb\",,\nid,date,sum\n1,2024-01-01,5\n2,2024-01-02,6\n", 2),
            ("id,sum\n1,5\n2,6\n", 0),
            ("Report\nid,sum\n1,5\n2,6\n", 1),
            ("1,2024-01-01,5\n2,2024-01-02,6\n", 0),
            ("a,b,c\n1,,\n2,,\n3,,\n", 0),
        ] {
            assert_eq!(top(text).0, skip, "{text}");
        }
    }

    #[test]
    fn merged_cells_leave_a_header_of_two_lines() {
        let names = |text| top(text).1;
        let merged = "编号,2023,,2024,\n,金额,数量,金额,数量\n1,5,1,6,1\n2,5,1,7,2\n";
        assert_eq!(top(merged).0, 1);
        assert_eq!(names(merged), ["编号", "2023 金额", "2023 数量", "2024 金额", "2024 数量"]);
        let groups = "客户,,,订单,,,\n编号,姓名,地区,日期,金额,数量,备注\n1,a,b,2024-01-01,5,6,x\n2,a,b,2024-01-01,5,6,y\n";
        assert_eq!(names(groups)[..3], ["编号", "姓名", "地区"]);
        let half = "客户,,订单,\n编号,姓名,日期,金额\n1,a,2024-01-01,5\n2,b,2024-01-01,5\n";
        assert_eq!((top(half).0, names(half)[3].as_str()), (1, "金额"));
        let of_text = "name,,city\nAnn,x,Rome\nBob,y,Oslo\n";
        assert_eq!(top(of_text).0, 0);
        let plain = "id,,c\n1,x,3\n2,y,4\n";
        assert_eq!((top(plain).0, names(plain)[1].as_str()), (0, ""));
    }

    #[test]
    fn columns_at_the_end_are_spare_where_hardly_a_row_fills_them() {
        let columns = [("a", false, 0), ("", false, 3), ("", false, 0)];
        assert_eq!(spare_columns(columns.into_iter(), 100), 2);
        assert_eq!(spare_columns(columns.into_iter(), 60), 1);
        assert_eq!(spare_columns([("", true, 0), ("b", false, 0)].into_iter(), 60), 0);
    }
}
