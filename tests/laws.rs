//! What holds for every file: the order of rows, the unit of money, the cutting into blocks and the
//! number of workers leave no trace, and parts add up to the whole.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use proptest::prelude::*;

use segmentlab::customers::{Civil, Customers, CustomersParams, Monetary, Refunds, fold, overview};
use segmentlab::error::Error;
use segmentlab::export::{CustomerQuery, CustomerTable, ExportWords, SortKey};
use segmentlab::features::FeatureSource;
use segmentlab::file::{Delimiter, Encoding};
use segmentlab::mapping::{DateOrder, DecimalMark, ImportParams, Role};
use segmentlab::rfm::{Rfm, RfmParams, Rule, RuleSet, Scoring, Tiers, Ties, report, score};
use segmentlab::transactions::{Transactions, read_all};

/// Ids that sort differently by value and by bytes, need quotes, or look like formulas.
const IDS: [&str; 14] = [
    "1",
    "02",
    "10",
    "9",
    "007",
    "7",
    "b",
    "B",
    "客户甲",
    "a,b",
    "say \"x\"",
    "=1+1",
    "-5",
    "two\nlines",
];
const REGIONS: [&str; 4] = ["", "华东", "华北", "x,y"];

#[derive(Debug, Clone)]
struct Row {
    customer: usize,
    order: Option<u8>,
    day: i32,
    cents: i64,
    region: usize,
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let row =
        (0..IDS.len(), proptest::option::of(0..30_u8), 0..500, -3_000..9_000_i64, 0..REGIONS.len())
            .prop_map(|(customer, order, day, cents, region)| Row {
                customer,
                order,
                day,
                // Few different amounts, so that many tie.
                cents: cents / 500 * 500,
                region,
            });
    proptest::collection::vec(row, 1..80)
}

fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

/// The rows as a file, amounts times `unit` tenths.
fn file(rows: &[Row], unit: i64) -> Vec<u8> {
    let mut text = String::from("customer,order,date,amount,region\n");
    for row in rows {
        let mills = row.cents * unit;
        let sign = if mills < 0 { "-" } else { "" };
        let (whole, decimals) = (mills.abs() / 1_000, mills.abs() % 1_000);
        let order = row.order.map_or(String::new(), |order| format!("S{order}"));
        let (customer, region) = (quoted(IDS[row.customer]), quoted(REGIONS[row.region]));
        let date = Civil::of(15_000 + row.day);
        text += &format!("{customer},{order},{date},{sign}{whole}.{decimals:03},{region}\n");
    }
    text.into_bytes()
}

fn import() -> ImportParams {
    ImportParams {
        encoding: Encoding::Utf8,
        delimiter: Delimiter::Comma,
        worksheet: false,
        skip_lines: 0,
        spare_columns: 0,
        duplicates: segmentlab::mapping::Duplicates::Keep,
        header: true,
        roles: [Role::Customer, Role::Order, Role::Date, Role::Amount, Role::Region]
            .map(Some)
            .to_vec(),
        date_order: Some(DateOrder::YearFirst),
        decimal: Some(DecimalMark::Point),
        date_guess: None,
        decimal_guess: None,
    }
}

fn read(files: &[&[u8]]) -> Transactions {
    read_all(files, &import(), 1 << 20, 1).unwrap().transactions
}

fn customers_params() -> impl Strategy<Value = CustomersParams> {
    let refunds = prop_oneof![Just(Refunds::Net), Just(Refunds::Drop), Just(Refunds::Separate)];
    let monetary = prop_oneof![Just(Monetary::Sum), Just(Monetary::MeanPerOrder)];
    (refunds, monetary).prop_map(|(refunds, monetary)| CustomersParams {
        refunds,
        monetary,
        ..CustomersParams::default()
    })
}

fn scoring() -> impl Strategy<Value = Scoring> {
    let ties = prop_oneof![Just(Ties::Together), Just(Ties::ById)];
    prop_oneof![
        4 => (2..=10_u8, any::<bool>(), ties)
            .prop_map(|(bins, nested, ties)| Scoring::Quantile { bins, nested, ties }),
        1 => Just(Scoring::Mean),
        1 => Just(Scoring::Median),
    ]
}

fn rfm_params() -> impl Strategy<Value = RfmParams> {
    let tiers = prop_oneof![
        Just(Tiers::Share { high: 0.8, middle: 0.15 }),
        Just(Tiers::Quantile { high: 0.2, middle: 0.3 })
    ];
    (scoring(), tiers).prop_map(|(scoring, tiers)| {
        let half = Rule { name: "half".into(), r: [1, 1], f: [1, 2], m: [1, 2] };
        RfmParams {
            scoring,
            tiers,
            weights: [3.0, 2.0, 1.0],
            rules: RuleSet::Own { rules: vec![half] },
        }
    })
}

/// Everything that leaves the program about these files.
fn exported(
    transactions: &Transactions,
    params: &CustomersParams,
    rfm: &RfmParams,
) -> Result<Vec<u8>, Error> {
    let customers = fold(transactions, params)?;
    let rfm = score(&customers, rfm)?;
    let words = ExportWords {
        columns: std::array::from_fn(|column| format!("c{column}")),
        attributes: vec!["region".into()],
        segments: vec!["half".into(), "others".into()],
        tiers: ["A", "B", "C"].map(String::from),
    };
    let query = CustomerQuery { sort: SortKey::Monetary, ..CustomerQuery::default() };
    let source = FeatureSource::new(transactions, &customers);
    let mut bytes = CustomerTable::new(transactions, &customers, &rfm).csv(&words, &query, &source);
    bytes.extend(serde_json::to_vec(&report(&customers, &rfm)).unwrap());
    bytes.extend(serde_json::to_vec(&overview(transactions, &customers, params)?).unwrap());
    Ok(bytes)
}

fn study(rows: &[Row], params: &CustomersParams, rfm: &RfmParams) -> Option<(Customers, Rfm)> {
    let customers = fold(&read(&[&file(rows, 10)]), params).ok()?;
    let rfm = score(&customers, rfm).unwrap();
    Some((customers, rfm))
}

proptest! {
    #[test]
    fn the_order_of_rows_leaves_no_trace(
        (rows, shuffled) in rows().prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle())),
        params in customers_params(),
        rfm in rfm_params(),
    ) {
        let (one, other) = (read(&[&file(&rows, 10)]), read(&[&file(&shuffled, 10)]));
        prop_assert_eq!(exported(&one, &params, &rfm), exported(&other, &params, &rfm));
    }

    #[test]
    fn blocks_and_workers_leave_no_trace(
        rows in rows(),
        block_size in 1..600_usize,
        workers in 1..5_usize,
        rfm in rfm_params(),
    ) {
        let file = file(&rows, 10);
        let whole = read(&[&file]);
        let cut = read_all(&[&file], &import(), block_size, workers).unwrap().transactions;
        let params = CustomersParams::default();
        prop_assert_eq!(exported(&whole, &params, &rfm), exported(&cut, &params, &rfm));
    }

    #[test]
    fn the_same_file_twice_doubles_m_and_nothing_else(rows in rows(), params in customers_params()) {
        let file = file(&rows, 10);
        let Ok(once) = fold(&read(&[&file]), &params) else { return Ok(()) };
        let twice = fold(&read(&[&file, &file]), &params).unwrap();
        prop_assert_eq!(&twice.recency, &once.recency);
        prop_assert_eq!(&twice.frequency, &once.frequency);
        prop_assert_eq!(&twice.attributes, &once.attributes);
        for at in 0..once.len() {
            // A mean is rounded to millionths before it could be doubled.
            prop_assert!((twice.monetary[at].0 - 2 * once.monetary[at].0).abs() <= 1);
            prop_assert_eq!(twice.net[at].0, 2 * once.net[at].0);
            prop_assert_eq!(twice.refunded[at].0, 2 * once.refunded[at].0);
        }
    }

    #[test]
    fn another_currency_scales_m_and_leaves_scores(rows in rows(), rfm in rfm_params()) {
        let params = CustomersParams::default();
        let Some((customers, scored)) = study(&rows, &params, &rfm) else { return Ok(()) };
        // Times 100, and times 7.1.
        for unit in [1_000, 71] {
            let other = fold(&read(&[&file(&rows, unit)]), &params).unwrap();
            for at in 0..customers.len() {
                prop_assert_eq!(other.monetary[at].0 * 10, customers.monetary[at].0 * unit);
            }
            let rescored = score(&other, &rfm).unwrap();
            prop_assert_eq!(&rescored.scores, &scored.scores);
            prop_assert_eq!(&rescored.tier, &scored.tier);
        }
    }

    #[test]
    fn a_better_value_never_scores_less(rows in rows(), scoring in scoring()) {
        let nested = matches!(scoring, Scoring::Quantile { nested: true, .. });
        let by_id = matches!(scoring, Scoring::Quantile { ties: Ties::ById, .. });
        let all = Rule { name: "all".into(), r: [1, 2], f: [1, 2], m: [1, 2] };
        let rfm = RfmParams { scoring, rules: RuleSet::Own { rules: vec![all] }, ..RfmParams::default() };
        let Some((customers, scored)) = study(&rows, &CustomersParams::default(), &rfm) else { return Ok(()) };
        let [recency, frequency, monetary] = customers.dimensions();
        for a in 0..customers.len() {
            for b in 0..customers.len() {
                let (sa, sb) = (scored.scores_of(a), scored.scores_of(b));
                let same_r = !nested || sa[0] == sb[0];
                let same_f = same_r && (!nested || sa[1] == sb[1]);
                if recency[a] < recency[b] {
                    prop_assert!(sa[0] >= sb[0]);
                }
                if same_r && frequency[a] > frequency[b] {
                    prop_assert!(sa[1] >= sb[1]);
                }
                if same_f && monetary[a] > monetary[b] {
                    prop_assert!(sa[2] >= sb[2]);
                }
                if !by_id && recency[a] == recency[b] {
                    prop_assert_eq!(sa[0], sb[0]);
                }
                if !by_id && same_f && monetary[a] == monetary[b] {
                    prop_assert_eq!(sa[2], sb[2]);
                }
                if monetary[a] == monetary[b] {
                    prop_assert_eq!(scored.tier[a], scored.tier[b]);
                }
                if monetary[a] > monetary[b] {
                    prop_assert!(scored.tier[a] <= scored.tier[b]);
                }
            }
        }
    }

    #[test]
    fn told_apart_by_id_bins_differ_by_one_at_most(rows in rows(), bins in 2..=10_u8) {
        let scoring = Scoring::Quantile { bins, nested: false, ties: Ties::ById };
        let all = Rule { name: "all".into(), r: [1, 2], f: [1, 2], m: [1, 2] };
        let rfm = RfmParams { scoring, rules: RuleSet::Own { rules: vec![all] }, ..RfmParams::default() };
        let Some((customers, scored)) = study(&rows, &CustomersParams::default(), &rfm) else { return Ok(()) };
        for dimension in report(&customers, &scored).dimensions {
            let (min, max) = (dimension.sizes.iter().min(), dimension.sizes.iter().max());
            prop_assert!(max.unwrap() - min.unwrap() <= 1);
        }
    }

    #[test]
    fn parts_add_up(rows in rows(), params in customers_params(), rfm in rfm_params()) {
        let transactions = read(&[&file(&rows, 10)]);
        let Ok(customers) = fold(&transactions, &params) else { return Ok(()) };
        let totals = &customers.totals;
        let n = customers.len() as u32;
        prop_assert_eq!(totals.purchase_rows + totals.refund_rows + totals.rows_after_as_of, rows.len() as u64);
        prop_assert_eq!(customers.frequency.iter().map(|&f| u64::from(f)).sum::<u64>(), totals.orders);
        prop_assert_eq!(customers.net.iter().map(|net| i128::from(net.0)).sum::<i128>(), totals.revenue);

        let whole = overview(&transactions, &customers, &params).unwrap();
        prop_assert_eq!(whole.periods.iter().map(|p| u64::from(p.orders)).sum::<u64>(), totals.orders);
        let revenue: f64 = whole.periods.iter().map(|p| p.revenue).sum();
        prop_assert!((revenue - whole.revenue).abs() < 1e-6);
        prop_assert!(whole.periods.is_sorted_by(|a, b| a.start < b.start));
        prop_assert!(whole.periods.iter().all(|p| p.customers <= n));
        for histogram in &whole.histograms {
            prop_assert_eq!(histogram.counts.iter().sum::<u32>(), n);
            prop_assert_eq!(histogram.edges.len(), histogram.counts.len() + 1);
            prop_assert!(histogram.edges.is_sorted_by(|a, b| a < b));
        }

        let found = report(&customers, &score(&customers, &rfm).unwrap());
        for dimension in &found.dimensions {
            prop_assert_eq!(dimension.sizes.iter().sum::<u32>(), n);
        }
        prop_assert_eq!(found.cells.iter().map(|cell| cell.customers).sum::<u32>(), n);
        prop_assert_eq!(found.segments.iter().map(|row| row.customers).sum::<u32>(), n);
        prop_assert_eq!(found.tiers.iter().map(|row| row.customers).sum::<u32>(), n);
        let close_to_one = |shares: Vec<f64>| (shares.iter().sum::<f64>() - 1.0).abs() < 1e-9;
        prop_assert!(close_to_one(found.segments.iter().map(|row| row.customer_share).collect()));
        prop_assert!(close_to_one(found.tiers.iter().map(|row| row.customer_share).collect()));
        if found.value > 0.0 {
            prop_assert!(close_to_one(found.segments.iter().filter_map(|row| row.value_share).collect()));
            prop_assert!(close_to_one(found.tiers.iter().filter_map(|row| row.value_share).collect()));
        }
    }
}
