import type { Words } from "..";

export const terms: Words["terms"] = {
  gap: "",
  roles: {
    customer: "客户编号",
    order: "订单号",
    date: "日期",
    amount: "金额",
    quantity: "数量",
    price: "单价",
    category: "品类",
    channel: "渠道",
    region: "地区",
    measure: "数值字段",
    attribute: "文本字段",
  },
  fileKinds: { transactions: "订单", customers: "客户", contacts: "拜访与联系", targets: "目标" },
  kinds: { empty: "空列", date: "日期", number: "数字", text: "文本" },
  dateOrders: { year_first: "年-月-日", day_first: "日/月/年", month_first: "月/日/年" },
  decimals: { point: "1,234.56", comma: "1.234,56" },
  encodings: {
    utf8: "UTF-8",
    utf16_le: "UTF-16 LE",
    utf16_be: "UTF-16 BE",
    gb18030: "GB18030（GBK）",
    big5: "Big5（繁体）",
    shift_jis: "Shift JIS（日文）",
    windows1252: "Windows-1252（西欧）",
  },
  delimiters: { comma: "逗号（,）", semicolon: "分号（;）", tab: "制表符", pipe: "竖线（|）", blanks: "空格" },
};
