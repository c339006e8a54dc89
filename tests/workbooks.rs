//! Workbooks: real ones against independent figures, made ones cell by cell.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;
#[allow(dead_code, reason = "not every test makes every kind")]
mod made;

use std::fs;
use std::ops::ControlFlow;

use made::{STYLES, ods, xlsx};
use segmentlab::customers::{Civil, CustomersParams, Refunds, fold};
use segmentlab::error::Error;
use segmentlab::file::{HEAD_BYTES, Workbook};
use segmentlab::mapping::{DecimalMark, Head, look_at_worksheet};
use segmentlab::rfm::{RfmParams, report, score};
use segmentlab::transactions::{Outcome, Transactions, read_all};

fn shared(path: &str) -> Option<Vec<u8>> {
    Some(fs::read(common::shared(path)?).unwrap())
}

fn text_of(workbook: &mut Workbook, sheet: &str) -> Result<Vec<u8>, Error> {
    let mut text = Vec::new();
    workbook.text(sheet, 1 << 16, &mut |piece, _| {
        text.extend_from_slice(piece);
        ControlFlow::Continue(())
    })?;
    Ok(text)
}

fn head_of(text: &[u8]) -> Head {
    look_at_worksheet(&text[..text.len().min(HEAD_BYTES)], &[], text.len() as u64, None).unwrap()
}

fn read(text: &[u8]) -> Outcome {
    read_all(&[text], &head_of(text).params, 1 << 20, 2).unwrap()
}

fn names(workbook: &Workbook) -> Vec<(&str, bool)> {
    workbook.sheets().map(|sheet| (sheet.name.as_str(), sheet.hidden)).collect()
}

/// Opens a workbook and puts out its best sheet as lines.
fn lines(bytes: Vec<u8>) -> Vec<String> {
    let mut workbook = Workbook::open(bytes).unwrap();
    let sheet = workbook.best_sheet().to_owned();
    let text = String::from_utf8(text_of(&mut workbook, &sheet).unwrap()).unwrap();
    text.lines().map(str::to_owned).collect()
}

fn assert_close(found: f64, expected: f64) {
    assert!((found - expected).abs() <= 1e-9 * expected.abs(), "{found} {expected}");
}

#[test]
fn a_sheet_of_one_column_is_refused() {
    let text = b"\"id,date,amount\"\n\"7,2024-01-05,10\"\n";
    let found = look_at_worksheet(text, &[], text.len() as u64, None);
    assert_eq!(found.err(), Some(Error::OneColumn { line: "id,date,amount".to_owned() }));
}

#[test]
fn the_chinese_superstore_is_as_in_the_reference() {
    let Some(bytes) = shared("data/tableau_cn_superstore/示例 - 超市.xls") else { return };
    let reference: serde_json::Value =
        serde_json::from_slice(&shared("reference/other.json").unwrap()).unwrap();
    let expected = &reference["tableau_cn_superstore"];
    let figure = |path: &str| expected.pointer(path).unwrap().as_f64().unwrap();

    let mut workbook = Workbook::open(bytes).unwrap();
    assert!(names(&workbook).contains(&("订单", false)), "{:?}", names(&workbook));
    assert_eq!(workbook.best_sheet(), "订单");
    let outcome = read(&text_of(&mut workbook, "订单").unwrap());
    assert_eq!(outcome.report.kept as f64, figure("/rows"));
    assert_eq!(outcome.report.customers as f64, figure("/customers"));
    assert_eq!(outcome.transactions.orders.len() as f64, figure("/orders"));
    let days = [outcome.transactions.first_day, outcome.transactions.last_day];
    let days = days.map(|day| Civil::of(day.unwrap()).to_string());
    assert_eq!(days, ["2014-01-01", "2017-12-30"]);

    // The reference counts each order once per day it has lines on.
    let customers = fold(&outcome.transactions, &CustomersParams::default()).unwrap();
    let sum = |values: &[u32]| values.iter().map(|&value| f64::from(value)).sum::<f64>();
    assert_eq!(sum(&customers.recency), figure("/rfm/r_sum"));
    assert_eq!(sum(&customers.frequency), figure("/rfm/f_sum"));
    let monetary: i64 = customers.monetary.iter().map(|value| value.0).sum();
    assert_close(monetary as f64 / 1e6, figure("/rfm/m_sum"));
    let report = report(&customers, &score(&customers, &RfmParams::default()).unwrap());
    for (dimension, name) in report.dimensions.iter().zip(["r", "f", "m"]) {
        for (at, &cut) in dimension.cuts.iter().enumerate() {
            assert_close(cut, figure(&format!("/rfm/cuts/{name}/{at}")));
        }
    }
}

#[test]
fn the_three_sheets_of_an_xls() {
    let Some(bytes) = shared("data/superstore/Sample - Superstore.2023.xls") else { return };
    let mut workbook = Workbook::open(bytes).unwrap();
    let sheets: Vec<(String, u32)> =
        workbook.sheets().map(|sheet| (sheet.name.clone(), sheet.rows.unwrap())).collect();
    assert_eq!(sheets.len(), 3);
    assert_eq!(sheets[0], ("Orders".to_owned(), 10_195));
    assert!(sheets.iter().any(|(name, _)| name == "People"), "{sheets:?}");
    assert!(sheets.iter().any(|(name, _)| name == "Returns"), "{sheets:?}");
    assert_eq!(workbook.best_sheet(), "Orders");
    let outcome = read(&text_of(&mut workbook, "Orders").unwrap());
    assert_eq!((outcome.report.kept, outcome.report.customers), (10_194, 804));
    let customers = fold(&outcome.transactions, &CustomersParams::default()).unwrap();
    assert_close(customers.totals.revenue as f64 / 1e6, 2_326_534.354_3);
    for sheet in ["People", "Returns"] {
        let head = head_of(&text_of(&mut workbook, sheet).unwrap());
        assert_eq!(head.columns.len(), 2, "{sheet}");
    }
}

/// Id, R, F, M, first and last purchase of all customers.
type Line = (String, u32, u32, i64, String, String);

fn customers_of(transactions: &Transactions) -> Vec<Line> {
    let params = CustomersParams { refunds: Refunds::Separate, ..CustomersParams::default() };
    let customers = fold(transactions, &params).unwrap();
    (0..customers.len())
        .map(|at| {
            (
                transactions.customers.text(customers.code[at]).into_owned(),
                customers.recency[at],
                customers.frequency[at],
                customers.monetary[at].0,
                Civil::of(customers.first[at]).to_string(),
                Civil::of(customers.last[at]).to_string(),
            )
        })
        .collect()
}

#[test]
fn online_retail_as_a_workbook_gives_the_customers_of_the_reference() {
    let Some(bytes) = shared("data/online_retail/online-retail.rebuilt.xlsx") else { return };
    let mut workbook = Workbook::open(bytes).unwrap();
    let rows = workbook.sheets().next().unwrap().rows;
    assert_eq!(rows, Some(541_910));
    let sheet = workbook.best_sheet().to_owned();
    let text = text_of(&mut workbook, &sheet).unwrap();
    assert_eq!(text.iter().filter(|&&byte| byte == b'\n').count(), 541_910);
    let outcome = read(&text);
    assert_eq!(outcome.report.rows, 541_909);

    let expected = shared("reference/online_retail_rfm.csv").unwrap();
    let expected = String::from_utf8(expected).unwrap();
    let line = |line: &str| -> Line {
        let cells: Vec<&str> = line.split(',').collect();
        (
            cells[0].to_owned(),
            cells[1].parse().unwrap(),
            cells[3].parse().unwrap(),
            // Six decimals, so that without the point it is millionths.
            cells[4].replace('.', "").parse().unwrap(),
            cells[6].to_owned(),
            cells[7].to_owned(),
        )
    };
    let expected: Vec<Line> = expected.lines().skip(1).map(line).collect();
    assert_eq!(customers_of(&outcome.transactions), expected);
}

#[test]
fn inline_strings_and_no_dimension() {
    let path = "data/online_retail/Online_Retail.first20000.inline-strings.xlsx";
    let Some(bytes) = shared(path) else { return };
    let mut workbook = Workbook::open(bytes).unwrap();
    assert_eq!(workbook.sheets().next().unwrap().rows, None);
    let sheet = workbook.best_sheet().to_owned();
    let text = text_of(&mut workbook, &sheet).unwrap();
    let head = head_of(&text);
    assert_eq!(head.columns[0].name, "InvoiceNo");
    assert_eq!(
        head.preview[0],
        [
            "536365",
            "85123A",
            "WHITE HANGING HEART T-LIGHT HOLDER",
            "6",
            "2010-12-01 08:26:00",
            "2.55",
            "17850",
            "United Kingdom"
        ]
    );
    let outcome = read(&text);
    // The same rows of the csv.
    let whole = common::transactions("data/online_retail/online-retail.csv.gz").unwrap();
    let rows = outcome.transactions.chunks.iter().map(|chunk| chunk.amount.len()).sum::<usize>();
    assert_eq!(outcome.report.rows, 20_000);
    let amounts = |transactions: &Transactions| {
        let chunks = transactions.chunks.iter();
        chunks.flat_map(|chunk| chunk.amount.clone()).take(rows).collect::<Vec<_>>()
    };
    assert_eq!(amounts(&outcome.transactions), amounts(&whole));
}

#[test]
fn cells_of_all_kinds() {
    let rows = r#"
<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>日</t></r><r><t xml:space="preserve">期 </t></r></is></c></row>
<row r="3"><c r="A3" s="1"><v>42852</v></c><c r="B3" s="2"><v>42852</v></c><c r="C3" s="3"><v>1.5</v></c>
<c r="D3" s="4"><v>1234.5</v></c><c r="E3" s="5"><v>40513.351388888892</v></c><c r="F3" s="6"><v>60</v></c></row>
<row r="4"><c r="A4" t="b"><v>1</v></c><c r="B4" t="e"><v>#DIV/0!</v></c><c r="C4" t="str"><f>A1&amp;"x"</f><v>a"b</v></c>
<c r="D4"><f t="shared" si="0"/><v>2.5499999999999998</v></c><c r="E4" s="7" t="s"><v>1</v></c><c r="F4" t="d"><v>2017-04-27T08:26:00</v></c></row>
<row><c><v>1E3</v></c><c s="5"/><c t="s"><v>2</v></c></row>"#;
    let book = xlsx()
        .styles(STYLES)
        .strings("<si><t>编号</t></si><si><t>00123</t></si><si><t>two\nlines</t></si>")
        .sheet("Sheet1", "", rows);
    assert_eq!(
        lines(book.bytes()),
        [
            "\"编号\",\"日期 \",,,,",
            "",
            "2017-04-27,2017-04-27,\"36:00:00\",1234.5,2010-12-01 08:26:00,\"1900-02-29\"",
            "TRUE,\"#DIV/0!\",\"a\"\"b\",2.55,\"00123\",2017-04-27 08:26:00",
            "1000,,\"two lines\",,,",
        ]
    );
}

#[test]
fn the_1904_system_and_hidden_sheets() {
    let cells = |n: usize| {
        let row =
            |row: usize| format!("<row r=\"{row}\"><c r=\"A{row}\" s=\"1\"><v>41390</v></c></row>");
        (1..=n).map(row).collect::<String>()
    };
    let book = xlsx()
        .properties("date1904=\"1\"")
        .styles(STYLES)
        .sheet("说明", "", &cells(1))
        .sheet("hidden", "hidden", &cells(9))
        .sheet("very", "veryHidden", &cells(9))
        .sheet("data", "", &cells(2));
    let mut workbook = Workbook::open(book.bytes()).unwrap();
    assert_eq!(
        names(&workbook),
        [("说明", false), ("hidden", true), ("very", true), ("data", false)]
    );
    assert_eq!(workbook.best_sheet(), "data");
    assert_eq!(text_of(&mut workbook, "data").unwrap(), b"2017-04-27\n2017-04-27\n");
    assert_eq!(text_of(&mut workbook, "very").unwrap().len(), 9 * 11);
    let missing = text_of(&mut workbook, "none");
    assert_eq!(missing, Err(Error::NoSuchSheet { sheet: "none".to_owned() }));
}

/// A true number means itself, whatever the decimal mark of the numbers that are text.
#[test]
fn true_numbers_keep_their_value_beside_texts_with_a_decimal_comma() {
    let row = |row: u32, amount: &str| {
        format!(
            "<row r=\"{row}\"><c r=\"A{row}\" t=\"inlineStr\"><is><t>0{row}</t></is></c>\
             <c r=\"B{row}\" s=\"1\"><v>42852</v></c>{amount}</row>"
        )
    };
    let text = |row: u32, text: &str| {
        format!("<c r=\"C{row}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
    };
    let number = |row: u32, number: &str| format!("<c r=\"C{row}\"><v>{number}</v></c>");
    let header = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>customer</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>date</t></is></c>\
                  <c r=\"C1\" t=\"inlineStr\"><is><t>amount</t></is></c></row>";
    let rows = [
        header.to_owned(),
        row(2, &text(2, "1.234,56")),
        row(3, &number(3, "1.125")),
        row(4, &number(4, "2.5")),
        row(5, &number(5, "0.5")),
        row(6, &text(6, "3,25")),
        row(7, ""),
    ];
    let book = xlsx().styles(STYLES).sheet("a", "", &rows.concat());
    let mut workbook = Workbook::open(book.bytes()).unwrap();
    let outcome = read(&text_of(&mut workbook, "a").unwrap());
    assert_eq!(outcome.report.decimal, Some(DecimalMark::Comma));
    let amounts: Vec<i64> = outcome
        .transactions
        .chunks
        .iter()
        .flat_map(|chunk| chunk.amount.iter().map(|amount| amount.0))
        .collect();
    assert_eq!(amounts, [1_234_560_000, 1_125_000, 2_500_000, 500_000, 3_250_000]);
    let issues: Vec<_> =
        outcome.report.issues.iter().map(|issue| (issue.code, issue.count)).collect();
    assert_eq!(issues, [(segmentlab::issue::IssueCode::NoNumber, 1)]);
    assert_eq!(outcome.report.issues[0].examples[0].line, 7, "the row of the sheet");
    let ids = &outcome.transactions.customers;
    assert_eq!(ids.text(0), "02", "zeros of a text survive");
}

#[test]
fn sheets_of_opendocument() {
    let book = ods(
        r#"<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>"#,
        r#"<table:table table:name="订单" table:style-name="ta1">
<table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2" office:value-type="string"><text:p>编号</text:p></table:table-cell>
<table:covered-table-cell><text:p>not seen</text:p></table:covered-table-cell>
<table:table-cell office:value-type="string"><office:annotation><text:p>a note</text:p></office:annotation><text:p>日<text:span>期</text:span></text:p><text:p>x<text:s text:c="2"/>y</text:p></table:table-cell></table:table-row></table:table-header-rows>
<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="date" office:date-value="2017-04-27T08:26:00"><text:p>27.04.17</text:p></table:table-cell>
<table:table-cell table:number-columns-repeated="2" office:value-type="currency" office:value="1234.5"><text:p>1.234,50 €</text:p></table:table-cell>
<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>WAHR</text:p></table:table-cell>
<table:table-cell office:value-type="time" office:time-value="PT36H05M00S"><text:p>36:05</text:p></table:table-cell>
<table:table-cell calcext:value-type="error" office:value-type="string" office:string-value=""><text:p>#DIV/0!</text:p></table:table-cell>
<table:table-cell office:value-type="percentage" office:value="0.05"><text:p>5%</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>
<table:table table:name="hidden" table:style-name="ta2"><table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row></table:table>"#,
    );
    let mut workbook = Workbook::open(book.clone()).unwrap();
    assert_eq!(names(&workbook), [("订单", false), ("hidden", true)]);
    let sheet = workbook.sheets().next().unwrap();
    assert_eq!((sheet.rows, sheet.columns), (Some(5), Some(7)));
    let row = "2017-04-27 08:26:00,1234.5,1234.5,TRUE,\"36:05:00\",\"#DIV/0!\",0.05";
    assert_eq!(lines(book), ["\"编号\",,\"日期 x  y\",,,,", "", "", row, row]);
    assert_eq!(text_of(&mut workbook, "hidden").unwrap(), b"1\n");
}

/// A title across merged cells, a blank row, and names in merged cells above the header.
#[test]
fn a_title_and_merged_cells_stand_above_the_header() {
    let cell = |name: &str, text: &str| {
        format!("<c r=\"{name}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
    };
    let mut rows = format!("<row r=\"1\">{}</row>", cell("A1", "销售报表"));
    rows += &format!("<row r=\"3\">{}{}</row>", cell("A3", "客户"), cell("C3", "订单"));
    let names =
        [("A4", "编号"), ("B4", "地区"), ("C4", "下单日期"), ("D4", "金额"), ("E4", "备注")];
    let names: String = names.iter().map(|(at, name)| cell(at, name)).collect();
    rows += &format!("<row r=\"4\">{names}</row>");
    for row in 5..25 {
        rows += &format!(
            "<row r=\"{row}\">{}{}<c r=\"C{row}\" s=\"1\"><v>42852</v></c><c r=\"D{row}\"><v>{row}</v></c>{}</row>",
            cell(&format!("A{row}"), &format!("00{row}")),
            cell(&format!("B{row}"), "华东"),
            cell(&format!("E{row}"), "无"),
        );
    }
    let book = xlsx().styles(STYLES).sheet("a", "", &rows);
    let mut workbook = Workbook::open(book.bytes()).unwrap();
    let text = text_of(&mut workbook, "a").unwrap();
    let head = head_of(&text);
    assert_eq!(head.params.skip_lines, 3);
    let names: Vec<&str> = head.columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(names, ["编号", "地区", "下单日期", "金额", "备注"]);
    let outcome = read(&text);
    assert_eq!((outcome.report.kept, outcome.report.set_aside), (20, 0));
    assert_eq!(outcome.transactions.customers.text(0), "005");
}
