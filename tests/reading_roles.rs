//! Roles guessed for the exports of shop and accounting systems.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use segmentlab::mapping::{FileKind, Head, Role, RoleReason, look};

/// A file of these columns with forty rows. What is not a word below is the stem of four values.
fn head(columns: &[(&str, &str)]) -> Head {
    let names: Vec<&str> = columns.iter().map(|&(name, _)| name).collect();
    let mut text = names.join(",") + "\n";
    for row in 0..40 {
        let cells = columns.iter().map(|&(_, content)| match content {
            "id" => format!("A{:03}", row / 2),
            "row" => format!("{}", row + 1),
            "#" => format!("#{}", 1000 + row / 2),
            "phone" => format!("138{:08}", row / 3),
            "date" => format!("2024-03-{:02} 10:{row:02}:00", row % 28 + 1),
            "money" => format!("{}.{:02}", 10 + row, row),
            "count" => format!("{}", row % 3 + 1),
            "" => String::new(),
            word => format!("{word}{}", row % 4),
        });
        text += &(cells.collect::<Vec<_>>().join(",") + "\n");
    }
    look(text.as_bytes(), &[], text.len() as u64, None).unwrap()
}

fn assert_roles(columns: &[(&str, &str)], expected: &[(Role, &str)]) {
    let head = head(columns);
    let mut roles: Vec<(Role, &str)> = head
        .columns
        .iter()
        .filter_map(|column| column.role.map(|role| (role, column.name.as_str())))
        .collect();
    roles.sort_by_key(|&(role, _)| role);
    assert_eq!(roles, expected);
    assert_eq!(head.kind, FileKind::Transactions);
}

#[test]
fn taobao_and_tmall() {
    assert_roles(
        &[
            ("订单编号", "id"),
            ("买家会员名", "买家"),
            ("买家支付宝账号", "账号"),
            ("买家应付货款", "money"),
            ("买家应付邮费", "money"),
            ("总金额", "money"),
            ("买家实际支付金额", "money"),
            ("订单状态", "交易成功"),
            ("收货人姓名", "收货人"),
            ("收货地址", "地址"),
            ("联系手机", "phone"),
            ("订单创建时间", "date"),
            ("订单付款时间", "date"),
            ("宝贝标题", "宝贝"),
            ("宝贝种类", "count"),
            ("宝贝总数量", "count"),
            ("退款金额", "money"),
        ],
        &[
            (Role::Customer, "买家会员名"),
            (Role::Order, "订单编号"),
            (Role::Date, "订单创建时间"),
            (Role::Amount, "买家实际支付金额"),
            (Role::Quantity, "宝贝总数量"),
            (Role::Category, "宝贝种类"),
            (Role::Attribute, "订单状态"),
        ],
    );
}

#[test]
fn jd_and_youzan() {
    assert_roles(
        &[
            ("订单号", "id"),
            ("商品名称", "商品"),
            ("订购数量", "count"),
            ("下单时间", "date"),
            ("京东价", "money"),
            ("订单金额", "money"),
            ("结算金额", "money"),
            ("下单帐号", "账号"),
            ("客户姓名", "客户"),
            ("联系电话", "phone"),
            ("订单完成时间", "date"),
        ],
        &[
            (Role::Customer, "下单帐号"),
            (Role::Order, "订单号"),
            (Role::Date, "下单时间"),
            (Role::Amount, "结算金额"),
            (Role::Quantity, "订购数量"),
        ],
    );
    assert_roles(
        &[
            ("订单号", "id"),
            ("订单创建时间", "date"),
            ("买家付款时间", "date"),
            ("买家姓名", "买家"),
            ("买家手机号", "phone"),
            ("商品数量合计", "count"),
            ("订单实付金额", "money"),
            ("运费", "money"),
            ("收货人省份", "省"),
            ("收货人城市", "市"),
            ("订单来源", "渠道"),
        ],
        &[
            (Role::Customer, "买家手机号"),
            (Role::Order, "订单号"),
            (Role::Date, "订单创建时间"),
            (Role::Amount, "订单实付金额"),
            (Role::Quantity, "商品数量合计"),
            (Role::Channel, "订单来源"),
            (Role::Region, "收货人省份"),
            (Role::Attribute, "收货人城市"),
        ],
    );
}

#[test]
fn shopify_and_woocommerce() {
    assert_roles(
        &[
            ("Name", "#"),
            ("Email", "mail"),
            ("Financial Status", "paid"),
            ("Paid at", "date"),
            ("Subtotal", "money"),
            ("Shipping", "money"),
            ("Taxes", "money"),
            ("Total", "money"),
            ("Discount Amount", "money"),
            ("Created at", "date"),
            ("Lineitem quantity", "count"),
            ("Lineitem name", "item"),
            ("Lineitem price", "money"),
            ("Billing Name", "name"),
            ("Shipping Province", "state"),
            ("Shipping Country", "land"),
            ("Refunded Amount", "money"),
            ("Source", "web"),
        ],
        &[
            (Role::Customer, "Email"),
            (Role::Order, "Name"),
            (Role::Date, "Created at"),
            (Role::Amount, "Total"),
            (Role::Quantity, "Lineitem quantity"),
            (Role::Channel, "Source"),
            (Role::Region, "Shipping Province"),
            (Role::Attribute, "Financial Status"),
            (Role::Attribute, "Shipping Country"),
        ],
    );
    assert_roles(
        &[
            ("Order Number", "row"),
            ("Order Status", "done"),
            ("Order Date", "date"),
            ("Customer User ID", "id"),
            ("First Name (Billing)", "first"),
            ("Email (Billing)", "mail"),
            ("Order Total Amount", "money"),
            ("Order Shipping Amount", "money"),
            ("Quantity", "count"),
            ("Item Cost", "money"),
        ],
        &[
            (Role::Customer, "Customer User ID"),
            (Role::Order, "Order Number"),
            (Role::Date, "Order Date"),
            (Role::Amount, "Order Total Amount"),
            (Role::Quantity, "Quantity"),
            (Role::Attribute, "Order Status"),
        ],
    );
}

#[test]
fn sap_and_olist() {
    assert_roles(
        &[
            ("Sales Document", "id"),
            ("Sold-To Party", "kunde"),
            ("Billing Date", "date"),
            ("Net Value", "money"),
            ("Billed Quantity", "count"),
            ("Material Group", "group"),
            ("Distribution Channel", "channel"),
            ("Sales Organization", "org"),
        ],
        &[
            (Role::Customer, "Sold-To Party"),
            (Role::Order, "Sales Document"),
            (Role::Date, "Billing Date"),
            (Role::Amount, "Net Value"),
            (Role::Quantity, "Billed Quantity"),
            (Role::Category, "Material Group"),
            (Role::Channel, "Distribution Channel"),
            (Role::Attribute, "Sales Organization"),
        ],
    );
    assert_roles(
        &[
            ("order_id", "id"),
            ("customer_unique_id", "kunde"),
            ("order_purchase_timestamp", "date"),
            ("order_delivered_customer_date", "date"),
            ("price", "money"),
            ("freight_value", "money"),
            ("product_category_name", "product"),
            ("customer_state", "state"),
        ],
        // One price per row and no quantity: the price is the amount.
        &[
            (Role::Customer, "customer_unique_id"),
            (Role::Order, "order_id"),
            (Role::Date, "order_purchase_timestamp"),
            (Role::Amount, "price"),
            (Role::Category, "product_category_name"),
            (Role::Region, "customer_state"),
        ],
    );
}

#[test]
fn plain_chinese_books_of_orders() {
    assert_roles(
        &[
            ("序号", "row"),
            ("会员号", "id"),
            ("订单日期", "date"),
            ("品类", "品"),
            ("单价", "money"),
            ("数量", "count"),
            ("渠道", "渠"),
            ("省份", "省"),
        ],
        &[
            (Role::Customer, "会员号"),
            (Role::Date, "订单日期"),
            (Role::Quantity, "数量"),
            (Role::Price, "单价"),
            (Role::Category, "品类"),
            (Role::Channel, "渠道"),
            (Role::Region, "省份"),
        ],
    );
    assert_roles(
        &[
            ("客户编号", "id"),
            ("客户姓名", "客户"),
            ("下单时间", "date"),
            ("发货时间", "date"),
            ("销售额（元）", "money"),
            ("利润", "money"),
            ("成本金额", "money"),
            ("类别", "类"),
            ("地区", "区"),
        ],
        &[
            (Role::Customer, "客户编号"),
            (Role::Date, "下单时间"),
            (Role::Amount, "销售额（元）"),
            (Role::Category, "类别"),
            (Role::Region, "地区"),
        ],
    );
}

#[test]
fn the_content_speaks_where_the_header_does_not() {
    let head = head(&[("k1", "id"), ("k2", "date"), ("k3", "money")]);
    assert_eq!(head.columns[1].role, Some(Role::Date));
    assert_eq!(head.columns[1].reason, Some(RoleReason::Content));
    // Which text is a customer and which number an amount, the content of named columns does not say.
    assert_eq!((head.columns[0].role, head.columns[2].role), (None, None));
}

#[test]
fn roles_that_were_chosen_are_kept_and_shown_as_chosen() {
    let text = "customer,date,amount,other\na,2024-01-02,1,7\nb,2024-01-03,2,8\n";
    let first = look(text.as_bytes(), &[], text.len() as u64, None).unwrap();
    let mut params = first.params;
    params.roles = vec![Some(Role::Customer), Some(Role::Date), None, Some(Role::Amount)];
    let again = look(text.as_bytes(), &[], text.len() as u64, Some(params.clone())).unwrap();
    assert_eq!(again.params, params);
    let reasons: Vec<Option<RoleReason>> =
        again.columns.iter().map(|column| column.reason).collect();
    assert_eq!(
        reasons,
        [Some(RoleReason::Header), Some(RoleReason::Header), None, Some(RoleReason::Chosen)]
    );
}

#[test]
fn ids_that_never_repeat_make_a_file_of_customers() {
    let kind = |ids: &[u32], rows: usize| {
        let mut text = String::from("customer_id,last_order_total,signup,date,amount\n");
        for id in ids {
            text += &format!("C{id:06},7,2020-01-01,2024-01-02,{id}.50\n");
        }
        let all = look(text.as_bytes(), &[], text.len() as u64, None).unwrap();
        let part = look(text.as_bytes(), &[], (text.len() * rows) as u64, None).unwrap();
        (all.kind, part.kind)
    };
    let ascending: Vec<u32> = (0..100).collect();
    let shuffled: Vec<u32> = (0..100).map(|id| id * 37 % 101).collect();
    let repeated: Vec<u32> = (0..100).map(|id| id * 37 % 99).collect();
    assert_eq!(kind(&ascending, 10), (FileKind::Customers, FileKind::Customers));
    assert_eq!(kind(&shuffled, 10), (FileKind::Customers, FileKind::Transactions));
    assert_eq!(kind(&repeated, 10), (FileKind::Transactions, FileKind::Transactions));
}
