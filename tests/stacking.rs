//! Files that are stacked read as the one file they were cut from, however each of them is written; customers of
//! two files are matched by id.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;

use proptest::prelude::*;

use segmentlab::export::{UnmatchedWords, unmatched_csv};
use segmentlab::issue::IssueCode;
use segmentlab::join::{Ids, JoinSide, join};
use segmentlab::mapping::{Layout, MEMORY_LIMIT, Role, affordable, align, look, look_stacked};
use segmentlab::transactions::{Outcome, Transactions, read_all, read_stacked};

const NAMES: [&str; 4] = ["customer", "order", "date", "amount"];

/// Rows in the order of `NAMES`.
type Row = [String; 4];

/// How one file is written: the order of its columns, its delimiter, whether its names are in capitals.
#[derive(Debug, Clone)]
struct Style {
    order: Vec<usize>,
    delimiter: char,
    capitals: bool,
}

fn written(rows: &[Row], style: &Style) -> String {
    let line = |cells: &dyn Fn(usize) -> String| {
        style
            .order
            .iter()
            .map(|&column| cells(column))
            .collect::<Vec<_>>()
            .join(&style.delimiter.to_string())
    };
    let name = |column: usize| match style.capitals {
        true => format!(" {} ", NAMES[column].to_uppercase()),
        false => NAMES[column].to_owned(),
    };
    let mut text = line(&name);
    for row in rows {
        text.push('\n');
        text.push_str(&line(&|column| row[column].clone()));
    }
    text
}

fn layout(file: &[u8]) -> Layout {
    let head = look(file, &[], file.len() as u64, None).unwrap();
    Layout {
        names: head.columns.into_iter().map(|column| column.name).collect(),
        params: head.params,
    }
}

/// Codes of customer and order, day, amount.
type Kept = (u32, u32, i32, i64);

/// Everything that was read, without the chunks it came in.
fn facts(outcome: &Outcome) -> (Vec<Kept>, [Vec<Vec<u8>>; 2]) {
    let Transactions { chunks, customers, orders, .. } = &outcome.transactions;
    let rows = chunks.iter().flat_map(|chunk| {
        (0..chunk.customer.len())
            .map(|at| (chunk.customer[at], chunk.order[at], chunk.day[at], chunk.amount[at].0))
    });
    let strings = |ids: &segmentlab::table::Dictionary| ids.iter().map(<[u8]>::to_vec).collect();
    (rows.collect(), [strings(customers), strings(orders)])
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let row = (0..9_u32, 0..30_u32, 1..29_u32, -500..5000_i32, 0..8_u32).prop_map(
        |(customer, order, day, cents, fault)| {
            [
                if fault == 0 { String::new() } else { format!("C{customer}") },
                format!("A{order}"),
                if fault == 1 { "soon".to_owned() } else { format!("2024-03-{day:02}") },
                format!("{}.{:02}", cents / 100, cents.rem_euclid(100)),
            ]
        },
    );
    proptest::collection::vec(row, 1..60)
}

fn style() -> impl Strategy<Value = Style> {
    (
        Just(vec![0, 1, 2, 3]).prop_shuffle(),
        prop_oneof![Just(','), Just(';'), Just('\t'), Just('|')],
        any::<bool>(),
    )
        .prop_map(|(order, delimiter, capitals)| Style { order, delimiter, capitals })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn parts_of_a_file_read_as_the_whole(
        rows in rows(),
        styles in proptest::collection::vec(style(), 1..6),
        block in 8_usize..400,
    ) {
        // A first row that can be used, so that neither way ends in an error.
        let sure = ["C1", "A1", "2024-03-02", "5.00"].map(str::to_owned);
        let rows: Vec<Row> = std::iter::once(sure).chain(rows).collect();
        let plain = Style { order: vec![0, 1, 2, 3], delimiter: ',', capitals: false };
        let whole = written(&rows, &plain);
        let table = layout(whole.as_bytes());
        let whole = read_all(&[whole.as_bytes()], &table.params, 1 << 20, 1).unwrap();

        let parts: Vec<&[Row]> = rows.chunks(rows.len().div_ceil(styles.len())).collect();
        let files: Vec<String> = parts.iter().zip(&styles).map(|(rows, style)| written(rows, style)).collect();
        // Roles are those of the table; what each file's own look guesses of a few rows does not matter.
        let table = align(&table, &layout(files[0].as_bytes())).unwrap();
        let layouts: Vec<Layout> = files.iter().map(|file| layout(file.as_bytes())).collect();
        let stack: Vec<(&[u8], &Layout)> = files
            .iter()
            .zip(std::iter::once(&table).chain(&layouts[1..]))
            .map(|(file, layout)| (file.as_bytes(), layout))
            .collect();
        let stacked = read_stacked(&stack, block, 2).unwrap();

        prop_assert_eq!(facts(&stacked), facts(&whole));
        let count = |outcome: &Outcome, code| {
            outcome.report.issues.iter().find(|issue| issue.code == code).map_or(0, |issue| issue.count)
        };
        for code in [IssueCode::NoCustomer, IssueCode::BadDate] {
            prop_assert_eq!(count(&stacked, code), count(&whole, code));
        }
        let of_files = &stacked.report.files;
        prop_assert_eq!(of_files.len(), files.len());
        for ((of_file, rows), file) in of_files.iter().zip(&parts).zip(&files) {
            prop_assert_eq!(of_file.rows, rows.len() as u64);
            prop_assert_eq!(of_file.bytes, file.len() as u64);
        }
        prop_assert_eq!(of_files.iter().map(|file| file.set_aside).sum::<u64>(), whole.report.set_aside);
        // Each example stands where it says: line 1 of every file is its header.
        for issue in &stacked.report.issues {
            for example in &issue.examples {
                let row = &parts[example.file as usize][example.line as usize - 2];
                let column = example.column.as_ref().map(|name| name.trim().to_lowercase());
                let column = NAMES.iter().position(|name| Some(*name) == column.as_deref()).unwrap();
                prop_assert_eq!(&row[column], &example.value);
            }
        }
    }

    #[test]
    fn a_join_is_what_sets_say(
        ours in proptest::collection::vec((0..40_u32, any::<bool>()), 1..60),
        theirs in proptest::collection::vec((0..40_u32, any::<bool>()), 1..60),
    ) {
        // Some ids went through floating point: 7.0 is 7.
        let id = |&(id, decimal): &(u32, bool)| if decimal { format!("{id}.0") } else { format!(" {id}") };
        let lines: Vec<String> = ours.iter().map(|one| format!("{},2024-01-02,5", id(one))).collect();
        let orders = format!("customer,date,amount\n{}\n", lines.join("\n"));
        let lines: Vec<String> = theirs.iter().map(|one| format!("{},x", id(one))).collect();
        let others = format!("customer,region\n{}\n", lines.join("\n"));
        let read = |file: &str, roles: [Option<Role>; 3]| {
            let mut params = layout(file.as_bytes()).params;
            let columns = params.roles.len();
            params.roles = roles[..columns].to_vec();
            read_all(&[file.as_bytes()], &params, 64, 2).unwrap().transactions
        };
        let orders = read(&orders, [Some(Role::Customer), Some(Role::Date), Some(Role::Amount)]);
        let others = Ids::of(&read(&others, [Some(Role::Customer), None, None]));
        let joined = join(&orders, &others);
        let report = joined.report();

        let set = |rows: &[(u32, bool)]| rows.iter().map(|row| row.0).collect::<BTreeSet<_>>();
        let (left, right) = (set(&ours), set(&theirs));
        let rows = |rows: &[(u32, bool)], of: &dyn Fn(&u32) -> bool| rows.iter().filter(|row| of(&row.0)).count() as u64;
        prop_assert_eq!(report.matched.customers, left.intersection(&right).count() as u64);
        prop_assert_eq!(report.matched.rows, rows(&ours, &|id| right.contains(id)));
        prop_assert_eq!(report.matched.other_rows, rows(&theirs, &|id| left.contains(id)));
        prop_assert_eq!(report.only_transactions.customers, left.difference(&right).count() as u64);
        prop_assert_eq!(report.only_transactions.rows, rows(&ours, &|id| !right.contains(id)));
        prop_assert_eq!(report.only_other.customers, right.difference(&left).count() as u64);
        prop_assert_eq!(report.only_other.rows, rows(&theirs, &|id| !left.contains(id)));

        let words = UnmatchedWords { customer: "id".into(), rows: "rows".into() };
        for (side, expected) in [
            (JoinSide::Transactions, left.difference(&right).collect::<BTreeSet<_>>()),
            (JoinSide::Other, right.difference(&left).collect()),
        ] {
            let csv = String::from_utf8(unmatched_csv(&joined, side, &words)).unwrap();
            let ids: Vec<u32> = csv.lines().skip(1).map(|line| line.split(',').next().unwrap().parse().unwrap()).collect();
            prop_assert_eq!(ids.len(), expected.len());
            prop_assert_eq!(ids.iter().collect::<BTreeSet<_>>(), expected);
        }
    }
}

#[test]
fn what_many_files_need_is_told_of_all_of_them() {
    let rows = (0..2_000).map(|row| format!("c{row},2024-01-01,9.5\n"));
    let file = format!("customer,date,amount\n{}", rows.collect::<String>());
    let bytes = file.len() as u64;
    let head = |total| {
        look_stacked(file.as_bytes(), &[file.as_bytes()], bytes, total, None, false).unwrap()
    };
    let ten = head(10 * bytes);
    assert_eq!(ten.bytes, 10 * bytes);
    assert!((19_000..=21_000).contains(&ten.estimated_rows), "{}", ten.estimated_rows);
    assert_eq!(ten.affordable(), Ok(()));
    let many = head(10_000_000 * bytes);
    assert!(many.estimated_memory > MEMORY_LIMIT);
    assert_eq!(many.affordable(), affordable(many.bytes, many.estimated_memory));
    assert!(many.affordable().is_err());
}
