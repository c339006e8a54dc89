import type { Words } from "..";
import { f } from "./format";

export const issues: Words["issues"] = {
  table: {
    no_customer: { name: "缺客户编号", text: "客户编号为空。这一行不属于任何客户，不计入任何客户指标。" },
    no_date: { name: "缺日期", text: "日期为空，无法确定发生时间。" },
    bad_date: {
      name: "日期无法识别",
      text: "不符合该列的日期格式，或年份不在 1900 至 2199 之间。请改正单元格，或在上方更改日期顺序。",
    },
    no_number: { name: "缺金额", text: "金额、数量或单价为空。" },
    bad_number: { name: "数字无法识别", text: "金额、数量或单价不是数字。请改正单元格，或在上方更改小数点。" },
    number_too_large: { name: "数字过大", text: "数字太大，无法精确相加。" },
    too_few_fields: { name: "字段过少", text: "这一行在必需的列之前就结束了。" },
    too_many_fields: {
      name: "字段过多",
      text: "有内容的字段比表头的列还多，数值可能已经错位。常见原因：值里含分隔符，却没有加引号。",
    },
    unclosed_quote: { name: "引号未闭合", text: "引号打开后没有闭合。该行不计入，从下一行继续读取。" },
    short_row: { name: "行尾缺字段（保留）", text: "行尾缺少字段，但都不是必需的列。" },
    id_decimal: { name: "编号带 .0（保留）", text: "例如 17850.0，已按 17850 读取。" },
    not_utf8: {
      name: "含无法识别的字符（保留）",
      text: "不是 UTF-8 的字节已用替代符号表示。把文件另存为 UTF-8 即可避免。",
    },
    refund: { name: "退货", text: "金额或数量为负，或订单号带退货标记。" },
  },
  line: "行号",
  place: (example) =>
    [
      `第 ${f.number(example.line)} 行`,
      example.column === null ? "" : `，“${example.column}”列`,
      example.value === "" ? "：空" : `：${example.value}`,
    ].join(""),
};
