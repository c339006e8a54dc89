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
      text: "最后一个有列名的列之后还有内容，数值可能已经错位。常见原因：值里含分隔符，却没有加引号。",
    },
    unclosed_quote: { name: "引号未闭合", text: "引号打开后没有闭合。该行不计入，从下一行继续读取。" },
    repeated_header: { name: "重复的表头", text: "列名在这里又出现一次，常见于多份导出拼接而成的文件。" },
    total_row: { name: "合计行", text: "这是其他行的合计，不是交易；计入会使金额翻倍。" },
    duplicate_dropped: { name: "完全重复", text: "与前面某一行所有单元格都相同。您选择只保留第一行。" },
    short_row: { name: "行尾缺字段（保留）", text: "行尾缺少字段，但都不是必需的列。" },
    id_decimal: { name: "编号带 .0（保留）", text: "例如 17850.0，已按 17850 读取。" },
    id_rounded: {
      name: "编号丢了末几位（保留）",
      text: "例如 1.23457E+11 或 420000123456789000：Excel 只保留 15 位有效数字，末几位已经丢失，不同的编号可能变成同一个。请从原始系统重新导出，并把该列设为文本。",
    },
    bad_bytes: {
      name: "含无法识别的字符",
      text: "不符合该编码的字节已用 � 代替。如果很多，请在上方换一种编码。",
    },
    lost_characters: {
      name: "字符此前已丢失",
      text: "文件里本来就有 �：之前保存它的程序写不出这些字符，只有原始文件里才有。",
    },
    nul_bytes: { name: "含 NUL 字节", text: "值为零、通常看不见的字节，已去掉。" },
    serial_date: {
      name: "日期是序列号（保留）",
      text: "纯数字按 Excel 的日期序列号读取：42852 即 2017 年 4 月 27 日。",
    },
    unix_time: {
      name: "日期是 Unix 时间（保留）",
      text: "自 1970 年起的秒数或毫秒数，按 UTC 的日期读取；北京时间早八小时进入新的一天。",
    },
    bad_measure: {
      name: "不是数字（保留）",
      text: "数值字段中有单元格无法读作数字，按缺失处理；该行其他列照常使用。",
    },
    repeated_customer: {
      name: "客户重复（不采用）",
      text: "客户文件中前面已有这位客户，以第一行为准。",
    },
    duplicate: {
      name: "完全重复（保留）",
      text: "与前面某一行所有单元格都相同。同一订单可能有两行相同的明细；如果不应有，请在上方选择去重。",
    },
    refund: { name: "退货", text: "金额或数量为负，或订单号带退货标记。" },
  },
  line: "行号",
  place: (example, file) =>
    [
      `${file === null ? "" : `${file} `}第 ${f.number(example.line)} 行`,
      example.column === null ? "" : `，“${example.column}”列`,
      example.value === "" ? "：空" : `：${example.value}`,
    ].join(""),
};
