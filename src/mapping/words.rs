//! Header words that tell a column's role, in English and Chinese.

use super::Role;

/// Header words of a role, best first, as [`normal`] gives them.
struct Words {
    role: Role,
    /// Whole names.
    whole: &'static [&'static str],
    /// Ends of names: the head noun stands last.
    ends: &'static [&'static str],
    /// Names in which one of these occurs are not matched by their end.
    not: &'static [&'static str],
}

#[rustfmt::skip]
const WORDS: [Words; 9] = [
    Words {
        role: Role::Customer,
        whole: &[
            "customeruniqueid", "customerid", "customernumber", "customerno", "customercode", "customerkey", "custid", "custno", "custcode",
            "clientid", "clientcode", "memberid", "memberno", "membernumber", "buyerid", "userid", "customeruserid",
            "accountid", "accountnumber", "soldtoparty", "soldto", "kunnr", "householdkey", "visitorid", "客户id",
            "客户编号", "客户编码", "客户代码", "客户号", "会员id", "会员编号", "会员号", "会员卡号", "会员编码", "会员代码",
            "用户id", "用户编号", "用户号", "用户标识", "用户编码", "买家id", "买家编号", "顾客id", "顾客编号", "消费者id", "买家会员名", "买家账号",
            "买家昵称", "下单账号", "下单帐号", "用户账号", "用户帐号", "客户账号", "会员账号", "售达方", "手机号", "手机号码",
            "手机", "会员手机号", "买家手机号", "客户手机号", "联系手机", "收货人手机号", "收货人手机", "联系电话", "电话",
            "customeremail", "email", "billingemail", "billingemailaddress", "emailaddress", "customerphone", "phone",
            "customer", "customername", "client", "clientname", "buyer", "buyername", "member", "username", "user",
            "客户", "客户名称", "客户姓名", "会员", "会员名", "会员名称", "会员姓名", "用户", "用户名", "买家", "买家姓名",
            "买家名称", "顾客", "顾客姓名", "收货人", "收货人姓名", "billingname", "门店编码", "门店编号", "门店代码", "网点编码", "网点编号", "终端编码", "终端编号", "售点编码",
            "outletid", "outletcode", "outletno", "id", "编号", "姓名", "fullname", "name",
        ],
        ends: &[
            "customerid", "customernumber", "customerno", "customercode", "clientid", "memberid", "userid", "buyerid",
            "客户id", "客户编号", "客户编码", "客户号", "会员id", "会员编号", "会员号", "用户id", "用户编号", "买家id",
            "customer", "customername", "客户名称", "会员名",
        ],
        not: &["count", "type", "segment", "group", "数"],
    },
    Words {
        role: Role::Order,
        whole: &[
            "orderid", "orderno", "ordernumber", "ordernum", "ordercode", "orderkey", "invoiceno", "invoiceid",
            "invoicenumber", "invoicenum", "invoice", "transactionid", "transactionno", "transactionnumber", "receiptid",
            "receiptno", "receiptnumber", "receipt", "basketid", "billno", "billid", "billnumber", "ticketid", "ticketno",
            "salesorder", "salesorderid", "salesordernumber", "salesdocument", "billingdocument", "vbeln",
            "documentnumber", "documentno", "order", "订单号", "订单编号", "订单id", "订单编码", "订单流水号", "主订单编号",
            "主订单号", "父订单号", "订单", "交易号", "交易编号", "交易单号", "交易id", "交易流水号", "流水号", "销售单号",
            "单据编号", "单据号", "单据号码", "单号", "小票号", "小票编号", "票号", "发票号", "发票号码", "发票编号",
            "销售凭证", "开票凭证", "子订单编号", "子订单号",
        ],
        ends: &[
            "orderid", "orderno", "ordernumber", "invoiceno", "invoiceid", "invoicenumber", "transactionid", "receiptno",
            "订单号", "订单编号", "订单id", "单据号", "流水号", "小票号",
        ],
        not: &["退款", "refund", "return", "parent", "运单", "快递", "物流"],
    },
    Words {
        role: Role::Date,
        whole: &[
            "orderdate", "invoicedate", "transactiondate", "purchasedate", "saledate", "salesdate", "datepurchased",
            "dateofpurchase", "dateoforder", "orderdatetime", "orderpurchasetimestamp", "ordertime", "orderedat",
            "purchasetime", "transactiontime", "createdat", "createdate", "creationdate", "datecreated", "createdtime",
            "paidat", "paiddate", "paymentdate", "paymenttime", "billingdate", "fkdat", "audat", "documentdate", "docdate",
            "postingdate", "orderplaced", "date", "datetime", "timestamp", "eventtime", "day", "time", "下单时间", "下单日期",
            "订单日期", "订单时间", "订单创建时间", "订单创建日期", "订单付款时间", "付款时间", "付款日期", "支付时间",
            "支付日期", "买家付款时间", "成交时间", "成交日期", "交易时间", "交易日期", "购买时间", "购买日期", "消费时间",
            "消费日期", "销售时间", "销售日期", "创建时间", "创建日期", "开票日期", "开单日期", "单据日期", "记账日期", "日期",
            "时间",
        ],
        ends: &["date", "datetime", "timestamp", "日期", "时间"],
        not: &[
            "ship", "deliver", "dispatch", "due", "birth", "end", "expir", "update", "modif", "refund", "return", "cancel",
            "regist", "signup", "join", "first", "last", "approved", "estimated", "发货", "收货", "到货", "签收", "出生",
            "注册", "入会", "到期", "更新", "修改", "完成", "结束", "退款", "退货", "确认", "关闭", "首次", "最后", "最近",
            "交货",
        ],
    },
    Words {
        role: Role::Amount,
        whole: &[
            "netamount", "netsales", "netrevenue", "netvalue", "netwr", "amountpaid", "paidamount", "totalpaid",
            "payamount", "paymentamount", "paymentvalue", "linetotal", "linerevenue", "lineamount", "itemtotal",
            "salesamount", "salesvalue", "salestotal", "sales", "salesrevenue", "revenue", "totalsales", "totalrevenue",
            "totalamount", "ordertotal", "ordertotalamount", "orderamount", "ordervalue", "invoiceamount",
            "transactionamount", "transactionvalue", "purchaseamount", "totalprice", "extendedprice", "grandtotal", "total",
            "subtotal", "turnover", "gmv", "amount", "amountspent", "amt", "spend", "spent", "totalspent", "dollarvalue",
            "monetary", "value", "grosssales", "grossamount", "实付金额", "实付款", "实付", "买家实际支付金额",
            "实际支付金额", "实际付款金额", "实收金额", "实收", "实际金额", "支付金额", "付款金额", "订单实付金额",
            "订单支付金额", "商品实付金额", "成交金额", "成交额", "结算金额", "净额", "销售净额", "销售额", "销售金额", "销售收入",
            "营业额", "营业收入", "收入", "订单金额", "订单总金额", "订单总额", "交易金额", "交易额", "消费金额", "消费额",
            "购买金额", "总金额", "总额", "总价", "价税合计", "合计金额", "合计", "小计", "金额", "含税金额", "应付金额", "买家应付货款",
            "货款金额",
        ],
        ends: &[
            "amount", "revenue", "sales", "totalprice", "ordertotal", "turnover", "实付金额", "支付金额", "销售额", "销售金额",
            "成交金额", "订单金额", "消费金额", "金额",
        ],
        not: &[
            "discount", "tax", "ship", "freight", "cost", "fee", "profit", "margin", "refund", "return", "balance",
            "budget", "target", "forecast", "rank", "quantity", "score", "market", "industry", "折扣", "优惠", "税", "运费", "邮费", "成本", "手续费",
            "利润", "毛利", "退款", "退货", "余额", "预算", "目标", "市场", "行业", "定金", "红包", "积分", "佣金", "服务费",
        ],
    },
    Words {
        role: Role::Quantity,
        whole: &[
            "quantity", "qty", "quantitysold", "quantityordered", "orderquantity", "orderqty", "salesquantity", "salesqty",
            "lineitemquantity", "itemquantity", "itemqty", "units", "unitssold", "unitsales", "pieces", "itemcount",
            "numberofitems", "fkimg", "数量", "购买数量", "商品数量", "销售数量", "订购数量", "订单数量", "下单数量", "件数",
            "商品件数", "购买件数", "宝贝总数量", "商品数量合计", "销量", "销售件数",
        ],
        ends: &["quantity", "qty", "数量", "件数", "销量"],
        not: &["discount", "stock", "refund", "return", "库存", "退货", "退款", "种类"],
    },
    Words {
        role: Role::Price,
        whole: &[
            "unitprice", "price", "priceperunit", "priceeach", "itemprice", "lineitemprice", "itemcost", "sellingprice",
            "salesprice", "saleprice", "productprice", "单价", "销售单价", "商品单价", "产品单价", "成交单价", "售价", "销售价",
            "销售价格", "商品价格", "成交价", "京东价", "价格",
        ],
        ends: &["unitprice", "price", "单价", "售价"],
        not: &["total", "list", "original", "compareat", "cost", "原价", "标价", "吊牌", "成本", "总价"],
    },
    Words {
        role: Role::Category,
        whole: &[
            "category", "productcategory", "categoryname", "itemcategory", "productgroup", "productline", "producttype",
            "productfamily", "department", "materialgroup", "matkl", "品类", "品类名称", "类别", "商品类别", "产品类别",
            "类别名称", "商品品类", "产品品类", "商品分类", "产品分类", "分类", "一级分类", "一级类目", "一级品类", "类目",
            "商品类目", "大类", "商品大类", "产品线", "产品大类", "物料组", "宝贝种类", "subcategory", "子类别", "小类",
            "二级类目",
        ],
        ends: &["category", "categoryname", "类别", "品类", "类目", "分类"],
        not: &["sub", "customer", "子", "客户", "会员"],
    },
    Words {
        role: Role::Channel,
        whole: &[
            "channel", "saleschannel", "orderchannel", "channelname", "distributionchannel", "vtweg", "ordersource",
            "salesplatform", "platform", "source", "渠道", "销售渠道", "渠道名称", "渠道类型", "购买渠道", "下单渠道",
            "订单渠道", "成交渠道", "分销渠道", "订单来源", "来源渠道", "下单平台", "销售平台", "平台", "来源",
        ],
        ends: &["channel", "渠道"],
        not: &[],
    },
    Words {
        role: Role::Region,
        whole: &[
            "region", "salesregion", "regionname", "territory", "salesterritory", "area", "province", "state", "country",
            "shippingprovince", "shippingcountry", "billingprovince", "billingcountry", "customerstate", "customercountry",
            "countryname", "city", "customercity", "地区", "区域", "大区", "销售大区", "销售区域", "销售地区", "所在地区",
            "所属区域", "区域名称", "省份", "省", "省自治区", "收货省份", "收货人省份", "所在省份", "省市", "国家", "国家地区",
            "城市", "所在城市", "收货城市", "收货人城市", "市",
        ],
        ends: &["region", "province", "country", "地区", "区域", "大区", "省份", "城市"],
        not: &["编码", "code"],
    },
];

/// Traditional characters of header names, each before its simplified form.
const TRADITIONAL: &str = "戶户編编號号訂订單单時时間间額额會会員员買买顧顾數数價价類类別别區区國国實实銷销貨货帳账產产發发\
    聯联絡络電电話话機机購购總总計计淨净營营業业費费來来縣县據据憑凭證证結结應应開开創创註注冊册碼码稱称賬账貝贝\
    寶宝屬属線线綫线組组積积點点";

/// The simplified form of a character.
fn simplified(letter: char) -> char {
    let mut pairs = TRADITIONAL.chars();
    while let (Some(traditional), Some(simplified)) = (pairs.next(), pairs.next()) {
        if traditional == letter {
            return simplified;
        }
    }
    letter
}

/// A header name without case, signs, what stands in brackets, and in simplified characters.
///
/// ```
/// use segmentlab::mapping::normal;
/// assert_eq!(normal("Target Rate (%)"), "targetrate");
/// assert_eq!(normal("客戶數"), "客户数");
/// ```
#[must_use]
pub fn normal(name: &str) -> String {
    let mut depth = 0_u32;
    let mut kept = String::new();
    for letter in name.chars() {
        match letter {
            '(' | '（' | '[' | '【' => depth += 1,
            ')' | '）' | ']' | '】' => depth = depth.saturating_sub(1),
            _ if depth == 0 && letter.is_alphanumeric() => {
                kept.extend(simplified(letter).to_lowercase());
            }
            _ => {}
        }
    }
    kept
}

/// How well a normal name fits each role: 500 and above for a whole name, below for its end.
pub(super) fn scores(name: &str) -> impl Iterator<Item = (Role, u32)> {
    WORDS.iter().filter_map(move |words| {
        let rank =
            |list: &[&str], fits: &dyn Fn(&str) -> bool| list.iter().position(|word| fits(word));
        if let Some(rank) = rank(words.whole, &|word| word == name) {
            return Some((words.role, 1000 - rank as u32));
        }
        if words.not.iter().any(|word| name.contains(word)) {
            return None;
        }
        if words.role == Role::Quantity && name.starts_with("numberof") {
            return Some((words.role, 400));
        }
        rank(words.ends, &|word| name.ends_with(word)).map(|rank| (words.role, 500 - rank as u32))
    })
}

/// Whether a name is known as a whole.
pub(super) fn is_known(name: &str) -> bool {
    scores(name).any(|(_, score)| score > 500)
}

/// Whether a name says that the column holds dates, of transactions or of anything else.
pub(super) fn names_dates(name: &str) -> bool {
    WORDS.iter().filter(|words| words.role == Role::Date).any(|words| {
        words.whole.contains(&name) || words.ends.iter().any(|word| name.ends_with(word))
    })
}

/// Words of names under which goals stand.
const GOALS: [&str; 8] = ["target", "quota", "goal", "planned", "目标", "指标", "计划", "任务"];

/// Whether a normal name says that its numbers are aimed at.
pub(super) fn is_goal(name: &str) -> bool {
    GOALS.iter().any(|word| name.contains(word))
}

/// Whether a name says that its dates are not those of transactions.
pub(super) fn is_other_date(name: &str) -> bool {
    WORDS
        .iter()
        .filter(|words| words.role == Role::Date)
        .any(|words| words.not.iter().any(|word| name.contains(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_normal_and_belong_to_one_role() {
        let mut seen = std::collections::BTreeMap::new();
        for words in &WORDS {
            for word in words.whole {
                assert_eq!(normal(word), *word);
                assert_eq!(seen.insert(word, words.role), None, "{word}");
            }
            for word in words.ends.iter().chain(words.not) {
                assert_eq!(normal(word), *word);
            }
        }
    }

    #[test]
    fn names_are_compared_without_signs() {
        for (name, expected) in [
            ("Order ID", "orderid"),
            ("客户 ID", "客户id"),
            ("省/自治区", "省自治区"),
            ("Annual Income (k$)", "annualincome"),
            ("年收入（万）", "年收入"),
            ("number_of_cds", "numberofcds"),
            ("客戶編號", "客户编号"),
            ("訂單日期", "订单日期"),
            ("<script>alert(1)</script>", "scriptalertscript"),
        ] {
            assert_eq!(normal(name), expected);
        }
    }
}
