//! Files in all encodings: each is recognised, and reads to what the same file in UTF-8 does.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use std::fs;

use segmentlab::file::{Encoding, EncodingReason, HEAD_BYTES, detect};
use segmentlab::issue::IssueCode;
use segmentlab::mapping::{Head, ImportParams, look};
use segmentlab::transactions::{Outcome, read_all};

use Encoding::{Big5, Gb18030, ShiftJis, Utf8, Utf16Be, Utf16Le, Windows1252};
use common::{encode, shared};

fn head(file: &[u8], params: Option<ImportParams>) -> Head {
    look(&file[..file.len().min(HEAD_BYTES)], &[], file.len() as u64, params).unwrap()
}

/// Own sentences and tables, the short ones first.
const TEXTS: [(Encoding, &[&str]); 5] = [
    (
        Gb18030,
        &[
            "客户编号,订单日期,金额\n1,2024-01-02,3\n",
            "姓名,金额\n1,2\n",
            "客户,日期,金额\n",
            "id,date,amount,region\n7,2024-01-02,3.5,华东\n",
            "id,city\n1,上海\n",
            "id,name\n1,张伟\n",
            "id,name\n1,李\n",
            "会员ID,下单时间,实付金额,门店\nA001,2024/3/5 10:00,19.90,徐家汇店\nA002,2024/3/6 11:20,35.00,五角场店\n",
            "订单号\t买家昵称\t商品标题\t数量\n1001\t小鱼儿\t纯棉T恤 男款\t2\n1002\t阳光明媚\t蓝牙耳机\t1\n",
            "产品名称;销售额;利润\n牛奶（250ml）;12,5;1,2\n面包;8,0;0,9\n",
            "省份,城市,渠道,经销商\n广东,深圳,现代渠道,深圳市鑫隆贸易有限公司\n江苏,苏州,传统渠道,苏州博远商行\n",
            "联通,移动\n1,2\n",
            "备注\n客户说：“明天下午三点以后再送货”，请提前电话联系。\n",
            "编号,说明\n1,这批货物在运输途中受潮，已经和仓库核对过数量，等待供应商回复之后再决定是退货还是折价处理。\n",
        ],
    ),
    (
        Big5,
        &[
            "客戶編號,訂單日期,金額\n1,2024-01-02,3\n",
            "姓名,金額\n1,2\n",
            "id,name\n1,陳怡君\n",
            "id,city\n1,臺北市\n2,高雄市\n",
            "會員編號,消費日期,消費金額,門市\nA001,2024/3/5,1990,信義店\nA002,2024/3/6,350,西門店\n",
            "商品名稱\t單價\t數量\n有機牛奶\t95\t2\n全麥吐司\t60\t1\n",
            "備註\n客戶表示明天下午三點以後才在家，請先打電話聯絡。\n",
            "編號,說明\n1,這批貨物在運送途中受潮，已經和倉庫核對過數量，等供應商回覆之後再決定要退貨還是折價處理。\n",
        ],
    ),
    (
        ShiftJis,
        &[
            "顧客番号,注文日,金額\n1,2024-01-02,3\n",
            "id,name\n1,田中\n",
            "id,name\n1,さくら\n",
            "id,city\n1,東京都\n2,大阪府\n",
            "会員ID,購入日,売上,店舗\nA001,2024/3/5,1990,渋谷店\nA002,2024/3/6,350,新宿店\n",
            "商品名\t数量\nコーヒー豆\t2\nチョコレート\t1\n",
            "備考\n明日の午後三時以降に配達してほしいとのことです。事前にお電話ください。\n",
        ],
    ),
    (
        Windows1252,
        &[
            "id,name\n1,José\n",
            "id,name\n1,Zoë Müller\n",
            "id,price\n1,£5.00\n",
            "id,price\n1,€ 12.50\n2,€ 3.10\n",
            "Größe;Straße;Preis\n5;Hauptstraße;3,50\n",
            "nom;prénom;montant\nLefèvre;Hélène;12,50\nGarçon;François;3,20\n",
            "cliente,año,país\n1,2024,España\n2,2024,México\n",
            "id,stad\n1,Malmö\n2,Århus\n3,Ærø\n",
            "product,note\nMug,The customer’s favourite – “best” mug\n",
            "id,cidade\n1,São Paulo\n2,Goiânia\n3,Brasília\n",
            "id,café\n1,à la carte\n2,où ça\n",
        ],
    ),
    (
        Utf8,
        &[
            "客户编号,订单日期,金额\n1,2024-01-02,3\n",
            "id,name\n1,José\n",
            "id,name\n1,田中さくら\n",
            "id,price\n1,€5\n",
        ],
    ),
];

#[test]
fn encodings_are_recognised() {
    let mut wrong = Vec::new();
    for (encoding, texts) in TEXTS {
        for text in texts {
            let rows = "17,2024-05-06,12.50\n".repeat(3000);
            // Alone, with much ASCII behind it, and many times over.
            for file in [text.to_string(), format!("{text}{rows}"), text.repeat(300)] {
                let bytes = encode(&file, encoding);
                let reason =
                    if encoding == Utf8 { EncodingReason::Valid } else { EncodingReason::Likely };
                let found = detect(&bytes, &[], true);
                if found != (encoding, reason) {
                    wrong.push((encoding, found, text, file.len()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn utf16_is_known_by_its_zeros_and_marks() {
    for (_, texts) in TEXTS {
        for text in texts {
            for encoding in [Utf16Le, Utf16Be] {
                let found = detect(&encode(text, encoding), &[], true);
                assert_eq!(found, (encoding, EncodingReason::Valid), "{text}");
            }
            for encoding in [Utf8, Utf16Le, Utf16Be, Gb18030] {
                let file = encode(&format!("\u{feff}{text}"), encoding);
                assert_eq!(detect(&file, &[], true), (encoding, EncodingReason::Mark), "{text}");
                assert_eq!(encoding.mark_len(&file), encode("\u{feff}", encoding).len());
            }
        }
    }
}

#[test]
fn samples_tell_where_the_start_is_ascii() {
    let start = "id,city\n1,x\n".repeat(100);
    assert_eq!(detect(start.as_bytes(), &[], true), (Utf8, EncodingReason::Ascii));
    let later = encode("海\n2,北京\n3,深圳\n", Gb18030);
    let samples = [start.as_bytes(), &later[1..]];
    assert_eq!(detect(start.as_bytes(), &samples, false), (Gb18030, EncodingReason::Likely));
    let later = "海\n2,北京\n3,深圳\n".as_bytes();
    let samples = [&later[1..later.len() - 2]];
    assert_eq!(detect(start.as_bytes(), &samples, false), (Utf8, EncodingReason::Valid));
}

#[test]
fn a_few_stray_bytes_leave_utf8_what_it_is() {
    let mut file = "客户编号,客户名称,金额\n1,张伟,3\n2,李娜,4\n".as_bytes().to_vec();
    file.extend_from_slice(b"3,\xE9\xFF,5\n");
    assert_eq!(detect(&file, &[], true), (Utf8, EncodingReason::Likely));
    let head = head(&file, None);
    assert_eq!((head.params.encoding, head.bad_bytes), (Utf8, 2));
}

#[test]
fn the_head_shows_decoded_text() {
    let text = "客户编号,订单日期,金额,地区\n1,2024-01-02,3.5,华东\n2,2024-01-03,4,华南\n1,2024-01-05,4,华东\n";
    let plain = head(text.as_bytes(), None);
    for encoding in [Gb18030, Utf16Le, Utf16Be] {
        let file = encode(text, encoding);
        let head = head(&file, None);
        assert_eq!(head.params, ImportParams { encoding, ..plain.params.clone() });
        assert_eq!((&head.columns, &head.preview), (&plain.columns, &plain.preview));
        assert_eq!((head.bad_bytes, head.bom), (0, false));
    }
    // What the user chose is used, and said to be chosen.
    let file = encode(text, Gb18030);
    let chosen = ImportParams { encoding: Windows1252, ..plain.params.clone() };
    let head = head(&file, Some(chosen));
    assert_eq!(head.encoding_reason, EncodingReason::Chosen);
    assert_eq!((head.params.encoding, head.columns[3].name.as_str()), (Windows1252, "µØÇø"));
}

#[test]
fn rows_are_estimated_by_the_bytes_of_the_file() {
    let text =
        format!("客户编号,订单日期,金额,地区\n{}", "10,2024-01-02,3.5,华东\n".repeat(200_000));
    for encoding in [Utf8, Gb18030, Utf16Le] {
        let estimated = head(&encode(&text, encoding), None).estimated_rows;
        assert!(estimated.abs_diff(200_000) < 2_000, "{encoding:?}: {estimated}");
    }
}

/// What a read comes to, but for the number of bytes.
fn content(outcome: &Outcome) -> impl PartialEq + std::fmt::Debug + use<> {
    let transactions = &outcome.transactions;
    let mut report = outcome.report.clone();
    report.bytes = 0;
    report.files.clear();
    let attributes: Vec<_> =
        transactions.attributes.iter().map(|attribute| attribute.values.clone()).collect();
    let texts = (transactions.customers.clone(), transactions.orders.clone(), attributes);
    (transactions.chunks.clone(), texts, transactions.last_day, report)
}

fn read(file: &[u8]) -> Outcome {
    read_all(&[file], &head(file, None).params, 1 << 30, 1).unwrap()
}

#[test]
fn the_chinese_superstore_is_the_same_in_all_encodings() {
    let folder = "data/tableau_cn_superstore/derived/";
    let Some(path) = shared(&format!("{folder}超市订单.gb18030.csv")) else { return };
    let gb18030 = fs::read(path).unwrap();
    let utf8 = fs::read(shared(&format!("{folder}超市订单.utf8bom.年月日.csv")).unwrap()).unwrap();
    let reference: serde_json::Value =
        serde_json::from_slice(&fs::read(shared("reference/other.json").unwrap()).unwrap())
            .unwrap();
    let facts = &reference["tableau_cn_superstore"];

    let found = head(&gb18030, None);
    assert_eq!((found.params.encoding, found.encoding_reason), (Gb18030, EncodingReason::Likely));
    assert_eq!(found.bad_bytes, 0);
    let outcome = read(&gb18030);
    let of_utf8 = read(&utf8);
    assert_eq!(outcome.report.kept, facts["rows"].as_u64().unwrap());
    assert_eq!(outcome.report.customers, facts["customers"].as_u64().unwrap());
    let (transactions, same) = (&outcome.transactions, &of_utf8.transactions);
    assert_eq!(transactions.orders.len() as u64, facts["orders"].as_u64().unwrap());
    assert_eq!(transactions.chunks, same.chunks);
    assert_eq!(transactions.customers, same.customers);
    assert_eq!(transactions.orders, same.orders);
    assert!(outcome.report.issues.is_empty());

    // The same text once more, in the encodings of two bytes a unit.
    let text = encoding_rs::GB18030.decode(&gb18030).0;
    let plain = content(&read(text.as_bytes()));
    assert_eq!(content(&outcome), plain);
    for encoding in [Utf16Le, Utf16Be] {
        assert_eq!(content(&read(&encode(&text, encoding))), plain, "{encoding:?}");
    }
}

#[test]
fn the_american_superstore_is_the_same_in_all_encodings() {
    let Some(path) = shared("data/superstore/Sample - Superstore.csv") else { return };
    let utf8 = fs::read(path).unwrap();
    let text = String::from_utf8(utf8.clone()).unwrap();
    let text = text.trim_start_matches('\u{feff}');
    let plain = content(&read(&utf8));
    for encoding in [Windows1252, Utf16Le, Utf16Be] {
        let file = encode(text, encoding);
        assert_eq!(head(&file, None).params.encoding, encoding);
        assert_eq!(content(&read(&file)), plain, "{encoding:?}");
    }
}

#[test]
fn what_cannot_be_read_is_told_with_its_place() {
    let text = "客户编号,日期,金额,备注\n甲,2024-01-02,1,好\n乙,2024-01-03,2,坏\n丙,2024-01-04,x,坏\n丁,2024-01-05,4,好\n";
    let mut file = encode(text, Gb18030);
    // 坏 is BB B5: its second byte is made a delimiter's.
    let bad = encode("坏\n", Gb18030);
    while let Some(at) = file.windows(3).position(|window| window == bad) {
        file[at + 1] = 0x20;
    }
    let params = ImportParams { encoding: Gb18030, ..head(&file, None).params };
    let outcome = read_all(&[&file], &params, 20, 2).unwrap();
    let issues = &outcome.report.issues;
    let [number, bytes] = &issues[..] else { panic!("{issues:?}") };
    assert_eq!((number.code, number.count), (IssueCode::BadNumber, 1));
    assert_eq!((bytes.code, bytes.count, bytes.set_aside), (IssueCode::BadBytes, 2, false));
    let places: Vec<_> =
        bytes.examples.iter().map(|example| (example.line, &*example.value)).collect();
    assert_eq!(places, [(3, "\u{fffd} "), (4, "\u{fffd} ")]);
    assert_eq!(bytes.examples[0].column.as_deref(), Some("备注"));
}

#[test]
fn nul_bytes_are_taken_out_and_told() {
    let rows: String = (0..50).map(|row| format!("c1,2024-01-02,3,x{row}\n")).collect();
    let file = format!(
        "customer,date,amount,note\n{rows}c\02,2024-\001-03,1\05\0,\0\nc1,2024-01-04,7,y\0"
    );
    let outcome = read(file.as_bytes());
    assert_eq!((outcome.report.kept, outcome.report.customers), (52, 2));
    assert_eq!(outcome.transactions.customers.text(1), "c2");
    assert_eq!(outcome.transactions.chunks[0].amount[50].0, 15_000_000);
    let [issue] = &outcome.report.issues[..] else { panic!("{:?}", outcome.report.issues) };
    assert_eq!((issue.code, issue.count), (IssueCode::NulBytes, 2));
    let lines: Vec<_> =
        issue.examples.iter().map(|example| (example.line, &*example.value)).collect();
    assert_eq!(lines, [(52, "c2"), (53, "y")]);
}
