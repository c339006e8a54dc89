//! What holds for reading any file: blocks, shards and encodings leave no trace, and every row is kept or counted.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use proptest::prelude::*;

use segmentlab::file::{Delimiter, Encoding};
use segmentlab::issue::{Issue, IssueCode};
use segmentlab::mapping::{Duplicates, ImportParams, Role, check, header_names};
use segmentlab::table::Dictionary;
use segmentlab::transactions::{
    Block, Chunk, Extracted, Outcome, Place, ReadReport, RowWords, Shard, Wanted, read_all,
};

use common::encode;

/// Behind a blank line, with a line break in a name.
const HEADER: &str = "\norder,\"customer\nid\",date,amount,region\n";

/// A file of transactions with all that can go wrong in it.
fn messy_file() -> impl Strategy<Value = String> {
    let order =
        prop_oneof![Just(String::new()), "[A-C][0-9]{1,2}", "\"[A-C]\n[0-9],?\"", "[0-9]{2}\\.0"];
    let customer = prop_oneof![
        4 => "[a-e客][0-9]?",
        1 => Just(String::new()),
        1 => Just("NULL".to_owned()),
        1 => Just("\"two\r\nlines, \"\"quoted\"\"\"".to_owned()),
        1 => Just("a rather long customer name".to_owned()),
        1 => "[0-9]{3}\\.0",
    ];
    let date = prop_oneof![
        6 => "2024-0[1-9]-[12][0-9]",
        2 => "0?[1-9]/0?[1-9]/2024",
        1 => "(1[3-9]|2[0-8])/0[1-9]/2024",
        1 => "0[1-9]/(1[3-9]|2[0-8])/2024",
        1 => Just("soon".to_owned()),
        1 => Just(String::new()),
    ];
    let amount = prop_oneof![
        6 => "-?[1-9][0-9]{0,3}(\\.[0-9]{1,8})?",
        1 => "\"[1-9],[0-9]{3}(\\.[0-9])?\"",
        1 => "\"[1-9][0-9]?,[0-9]{2}\"",
        1 => Just("free".to_owned()),
        1 => Just(String::new()),
        1 => Just("1e13".to_owned()),
    ];
    let region =
        prop_oneof!["[东西南北]?", Just("\"a\"\"b\"".to_owned()), Just("5\" disc".to_owned())];
    let end = prop_oneof![4 => Just("\n"), 2 => Just("\r\n"), 1 => Just("\r"), 1 => Just("\n\n"), 1 => Just("\n , \r\n")];
    let tail = prop_oneof![6 => Just(""), 1 => Just(","), 1 => Just(",x"), 1 => Just(",\"open")];
    let row = (order, customer, date, amount, region, tail, end, 3..=9_usize).prop_map(
        |(order, customer, date, amount, region, tail, end, fields)| {
            // Some rows are short.
            let cells = [order, customer, date, amount, region];
            let count = if fields > 5 { 5 } else { fields };
            format!("{}{tail}{end}", cells[..count].join(","))
        },
    );
    let rows = proptest::collection::vec(row, 0..40);
    (any::<bool>(), rows, 0..40_usize).prop_map(|(bom, rows, repeated)| {
        let bom = if bom { "\u{feff}" } else { "" };
        // Rows from the first on once more, and the header.
        let repeated = rows.iter().take(repeated).map(String::as_str).collect::<String>() + HEADER;
        format!("{bom}Sales of \"2024\"\r\n# a,\"b{HEADER}{}{repeated}", rows.concat())
    })
}

/// For [`messy_file`], which has two lines above its header.
fn titled_params() -> ImportParams {
    ImportParams { skip_lines: 2, ..messy_params() }
}

fn messy_params() -> ImportParams {
    ImportParams {
        encoding: Encoding::Utf8,
        delimiter: Delimiter::Comma,
        worksheet: false,
        skip_lines: 0,
        spare_columns: 0,
        duplicates: Duplicates::Keep,
        header: true,
        roles: vec![
            Some(Role::Order),
            Some(Role::Customer),
            Some(Role::Date),
            Some(Role::Amount),
            Some(Role::Region),
        ],
        date_order: None,
        decimal: None,
        date_guess: None,
        decimal_guess: None,
    }
}

/// Everything a read came to, chunks joined.
#[derive(Debug, PartialEq)]
struct Result {
    rows: Chunk,
    customers: Dictionary,
    orders: Dictionary,
    attributes: Vec<Dictionary>,
    days: [Option<i32>; 2],
    duplicates: Vec<Place>,
    report: ReadReport,
    again: Option<ImportParams>,
}

impl From<Outcome> for Result {
    fn from(outcome: Outcome) -> Self {
        let transactions = outcome.transactions;
        let mut rows =
            Chunk { attributes: vec![vec![]; transactions.attributes.len()], ..Chunk::default() };
        for chunk in transactions.chunks {
            rows.customer.extend(chunk.customer);
            rows.order.extend(chunk.order);
            rows.day.extend(chunk.day);
            rows.amount.extend(chunk.amount);
            rows.returned.extend(chunk.returned);
            for (all, codes) in rows.attributes.iter_mut().zip(chunk.attributes) {
                all.extend(codes);
            }
        }
        Self {
            rows,
            customers: transactions.customers,
            orders: transactions.orders,
            attributes: transactions
                .attributes
                .into_iter()
                .map(|attribute| attribute.values)
                .collect(),
            days: [transactions.first_day, transactions.last_day],
            duplicates: transactions.duplicates,
            report: outcome.report,
            again: outcome.again,
        }
    }
}

/// The rows copied out for a reason, block by block.
fn extract(
    text: &[u8],
    params: &ImportParams,
    wanted: &Wanted,
    duplicates: &[u64],
    block_size: usize,
) -> (String, u64) {
    let names = header_names(text, params);
    let mut shard = Shard::new(check(params, &names).unwrap());
    let words = RowWords {
        line: "line".into(),
        reason: "reason".into(),
        reasons: vec![
            (IssueCode::BadDate, "date, bad".into()),
            (IssueCode::UnclosedQuote, "quote".into()),
        ],
        refund: "refund".into(),
        ..RowWords::default()
    };
    let (mut copied, mut count, mut start, mut line) = (Vec::new(), 0, 0, 1);
    for (number, from) in (0..text.len()).step_by(block_size).enumerate() {
        let until = (from + block_size).min(text.len()) as u64;
        let bytes = &text[(start as usize).min(text.len())..];
        let block = Block { number: number as u32, bytes, offset: start, until, is_last: true };
        let Extracted::Rows(rows) = shard.extract(wanted, &words, duplicates, block, start, line)
        else {
            panic!("all bytes were given");
        };
        copied.extend_from_slice(&rows.text);
        count += rows.copied;
        (start, line) = (rows.end, rows.line);
    }
    (String::from_utf8(copied).unwrap(), count)
}

/// A messy file in an encoding, with bytes spoilt at some places, and its params.
fn messy_bytes() -> impl Strategy<Value = (Vec<u8>, ImportParams)> {
    let encoding = prop_oneof![
        Just(Encoding::Utf8),
        Just(Encoding::Utf16Le),
        Just(Encoding::Utf16Be),
        Just(Encoding::Gb18030),
        Just(Encoding::Big5),
        Just(Encoding::ShiftJis),
        Just(Encoding::Windows1252),
    ];
    let byte = prop_oneof![2 => any::<u8>(), 1 => Just(0), 1 => Just(b'|')];
    let spoilt = proptest::collection::vec((any::<proptest::sample::Index>(), byte), 0..12);
    (messy_file(), encoding, spoilt).prop_map(|(text, encoding, spoilt)| {
        use Encoding::{Big5, ShiftJis, Windows1252};
        // Characters that each encoding has.
        let text = match encoding {
            Windows1252 => text.replace(['客', '东', '西', '南', '北'], "é"),
            Big5 | ShiftJis => text.replace('东', "海"),
            _ => text,
        };
        let has_mark = !matches!(encoding, Big5 | ShiftJis | Windows1252);
        let text = if has_mark { text } else { text.replace('\u{feff}', "") };
        let header = encode(text.split_once(HEADER).unwrap().0, encoding).len()
            + encode(HEADER, encoding).len();
        let mut bytes = encode(&text, encoding);
        for (place, byte) in spoilt {
            if header < bytes.len() {
                let at = header + place.index(bytes.len() - header);
                bytes[at] = byte;
            }
        }
        (bytes, ImportParams { encoding, ..titled_params() })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn blocks_and_shards_leave_no_trace(
        text in messy_file(),
        block_size in prop_oneof![1..200_usize, 200..5_000_usize],
        shards in 1..4_usize,
    ) {
        let params = titled_params();
        let whole = read_all(&[text.as_bytes()], &params, usize::MAX, 1).map(Result::from);
        let cut = read_all(&[text.as_bytes()], &params, block_size, shards).map(Result::from);
        prop_assert_eq!(cut, whole);
    }

    #[test]
    fn blocks_and_shards_leave_no_trace_in_any_encoding(
        (bytes, params) in messy_bytes(),
        block_size in prop_oneof![1..200_usize, 200..5_000_usize],
        shards in 1..4_usize,
    ) {
        let whole = read_all(&[&bytes], &params, usize::MAX, 1).map(Result::from);
        let cut = read_all(&[&bytes], &params, block_size, shards).map(Result::from);
        prop_assert_eq!(cut, whole);
    }

    #[test]
    fn a_file_reads_alike_in_all_encodings(text in messy_file()) {
        let read = |encoding| {
            let params = ImportParams { encoding, ..titled_params() };
            let mut result =
                read_all(&[&encode(&text, encoding)], &params, 300, 2).map(Result::from);
            if let Ok(result) = &mut result {
                result.report.bytes = 0;
                result.report.files.clear();
                result.again.as_mut().into_iter().for_each(|again| again.encoding = Encoding::Utf8);
            }
            result
        };
        let plain = read(Encoding::Utf8);
        for encoding in [Encoding::Gb18030, Encoding::Utf16Le, Encoding::Utf16Be] {
            prop_assert_eq!(&read(encoding), &plain);
        }
    }

    #[test]
    fn a_file_in_two_parts_reads_as_one(text in messy_file(), more in messy_file()) {
        let params = titled_params();
        let rows = more.split_once(HEADER).unwrap().1;
        // An unclosed quote would swallow what is put behind it.
        let text = text.replace(",\"open", "");
        let separator = if text.ends_with('\r') || text.ends_with('\n') { "" } else { "\n" };
        let joined = [text.as_str(), separator, rows].concat();
        let two = read_all(&[text.as_bytes(), more.as_bytes()], &params, 100, 2).map(Result::from);
        let one = read_all(&[joined.as_bytes()], &params, 100, 2).map(Result::from);
        if let (Ok(two), Ok(one)) = (&two, &one) {
            prop_assert_eq!(&two.rows, &one.rows);
            prop_assert_eq!(&two.customers, &one.customers);
            let counts = |issues: &[Issue]| issues.iter().map(|issue| (issue.code, issue.count)).collect::<Vec<_>>();
            prop_assert_eq!(counts(&two.report.issues), counts(&one.report.issues));
        } else {
            prop_assert_eq!(two.is_err(), one.is_err());
        }
    }

    #[test]
    fn every_row_is_kept_or_counted_and_can_be_taken_away(
        (bytes, params) in messy_bytes(),
        block_size in 1..300_usize,
        drop: bool,
    ) {
        let mut params = params;
        params.duplicates = if drop { Duplicates::Drop } else { Duplicates::Keep };
        let Ok(outcome) = read_all(&[&bytes], &params, 1 << 20, 1) else { return Ok(()) };
        params = outcome.again.unwrap_or(params);
        let lines = outcome.transactions.duplicates.iter().map(|place| place.line);
        let (duplicates, report) = (lines.collect::<Vec<u64>>(), outcome.report);
        let set_aside: u64 = report.issues.iter().filter(|issue| issue.set_aside).map(|issue| issue.count).sum();
        prop_assert_eq!(report.kept + report.set_aside, report.rows);
        prop_assert_eq!(set_aside, report.set_aside);
        for issue in &report.issues {
            prop_assert_eq!(issue.examples.len() as u64, issue.count.min(5));
            let wanted = Wanted::Issue(issue.code);
            let (_, copied) = extract(&bytes, &params, &wanted, &duplicates, block_size);
            prop_assert_eq!(copied, issue.count, "{:?}", issue.code);
        }
        let (copied, count) = extract(&bytes, &params, &Wanted::SetAside, &duplicates, block_size);
        prop_assert_eq!(count, report.set_aside);
        let (whole, _) = extract(&bytes, &params, &Wanted::SetAside, &duplicates, usize::MAX);
        prop_assert_eq!(copied, whole);
    }
}

/// A quoted field that runs over many blocks and over the bytes given beyond them; what stands in it
/// looks like rows.
#[test]
fn a_record_over_many_blocks() {
    let inside = "9,z,2024-01-01,1\r\n".repeat(20_000);
    let text = format!(
        "order,customer,date,amount\n1,a,2024-01-02,5\n\"{inside}\",b,2024-01-03,7\n3,c,2024-01-04,9\n"
    );
    let mut params = messy_params();
    params.roles.truncate(4);
    let read =
        |block_size| Result::from(read_all(&[text.as_bytes()], &params, block_size, 2).unwrap());
    let whole = read(usize::MAX);
    assert_eq!((whole.report.kept, whole.report.set_aside), (3, 0));
    assert_eq!(whole.orders.get(1), inside.trim().as_bytes());
    for block_size in [1000, 4096, 70_000] {
        assert_eq!(read(block_size), whole, "{block_size}");
    }
}

/// A stray quote with nothing to close it: that is known only a megabyte further on.
#[test]
fn a_stray_quote_far_from_the_end() {
    let row = "1,a,2024-01-02,5,x\n";
    let text = [&row.repeat(1000), "2,b,2024-01-02,5,\"y\n", &row.repeat(100_000)].concat();
    let text = format!("order,customer,date,amount,region\n{text}");
    let read = |block_size| {
        Result::from(read_all(&[text.as_bytes()], &messy_params(), block_size, 2).unwrap())
    };
    let whole = read(usize::MAX);
    assert_eq!((whole.report.kept, whole.report.set_aside), (101_000, 1));
    let issue = &whole.report.issues[0];
    assert_eq!((issue.code, issue.examples[0].line), (IssueCode::UnclosedQuote, 1002));
    for block_size in [19_000, 300_000] {
        assert_eq!(read(block_size), whole, "{block_size}");
    }
}

#[test]
fn rows_are_taken_away_as_they_stand() {
    let text = "order,customer,date,amount,region\r\n1,a,2024-01-02,5,x\r\n2,\"b\",soon,\"6\",y\r\nC3,a,2024-01-03,-5,z\r\n4,c,2024-01-04,5,\"open\r\n5,d,2024-01-05,5,x";
    let read = |wanted| extract(text.as_bytes(), &messy_params(), &wanted, &[], 30).0;
    let header = "line,reason,order,customer,date,amount,region\r\n";
    assert_eq!(
        read(Wanted::Issue(IssueCode::BadDate)),
        format!("{header}3,\"date, bad\",2,\"b\",soon,\"6\",y\r\n")
    );
    assert_eq!(
        read(Wanted::SetAside),
        format!(
            "{header}3,\"date, bad\",2,\"b\",soon,\"6\",y\r\n5,quote,\"4,c,2024-01-04,5,\"\"open\"\n"
        )
    );
    assert_eq!(read(Wanted::Refunds(None)), format!("{header}4,refund,C3,a,2024-01-03,-5,z\r\n"));
}
