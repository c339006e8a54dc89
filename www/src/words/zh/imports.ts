import type { Words } from "..";
import { f } from "./format";
import { terms } from "./terms";

const name = (of: string) => (of === "" ? "（无列名）" : `“${of}”`);

export const imports: Words["imports"] = {
  encoding: "编码",
  encodings: (of, reason) =>
    ({
      mark: `${terms.encodings[of]}（文件注明）`,
      ascii: `${terms.encodings[of]}（只见到 ASCII）`,
      valid: terms.encodings[of],
      likely: `${terms.encodings[of]}（最可能）`,
      chosen: `${terms.encodings[of]}（您选的）`,
    })[reason],
  chooseEncoding: (of, reason) =>
    reason === "likely"
      ? `文件没有注明编码，${terms.encodings[of]} 最符合。如果预览里的文字是乱码，请换一种编码。`
      : "",
  skipLines: "表头之上",
  skipLinesValue: (lines) => `${f.number(lines)} 行`,
  skipLinesWrong: "0 至 1,000 的整数",
  skipLinesNote: "标题和说明，读取时跳过。",
  duplicates: "完全重复的行",
  keep: "保留",
  drop: "去重",
  skipped: (lines, shown) =>
    `表头之上有 ${f.number(lines)} 行，已跳过：${shown.map((line) => `“${line}”`).join("、")}。`,
  spare: (first, columns) =>
    columns === 1
      ? `第 ${f.number(first)} 列没有列名，最多只有几行有内容；这些行已经错位，不计入。`
      : `第 ${f.number(first)} 至 ${f.number(first + columns - 1)} 列没有列名，最多只有几行有内容；这些行已经错位，不计入。`,
  unit: (column, unit) => `按列名，“${column}”列以${unit}为单位；页面上的金额都沿用这一单位。`,
  badBytes: (places, of) =>
    `抽查的行里有 ${f.number(places)} 处不符合 ${terms.encodings[of]} 编码，以 � 显示。如果很多，请换一种编码。`,
  odd: "异常值",
  oddOf: (kind, values) => `不是${kind}：${values.join(" · ")}`,
  spread: "分布",
  spreadRows: (from, to) => `${from} 至 ${to}`,
  others: (rows) => `其他 ${f.number(rows)}`,
  swapped: {
    title: "日和月可能在此之前已被对调",
    text: (swapped, kept) =>
      `${f.number(swapped)} 个日期年份在前，没有一个晚于当月 12 日；其余 ${f.number(kept)} 个只能按一种顺序读。表格软件按错误的日期顺序打开文件就会这样：能转换的对调成日期，转换不了的留作文本。R 值会差出几个月，请改用生成该表格的原始文件。`,
  },
  save: "保存设置",
  saveNote: "把读取和打分的设置存为 JSON；下个月和新文件一起拖入即可沿用。",
  file: "设置",
  ready: (from) => `${from} 的设置已就绪，请拖入要沿用它们的文件。`,
  recalled: {
    title: (from) => `已沿用 ${from} 的设置`,
    same: "列和格式都相同。",
    differs: "不同之处：",
    absent: (files) => `当时一起读入的${files.map(name).join("、")}这次没有，或列对不上。`,
    incomplete: "有的列不在了，请在下方为缺少的含义指定列。",
    again: "改为重新判断",
  },
  differences: (difference) => {
    switch (difference.kind) {
      case "column_missing":
        return difference.role === null
          ? `“${difference.name}”列不在了。`
          : difference.instead === null
            ? `“${difference.name}”列（${terms.roles[difference.role]}）不在了。`
            : `“${difference.name}”列不在了，改用“${difference.instead}”作为${terms.roles[difference.role]}，请核对。`;
      case "columns_new":
        return `新出现的列：${difference.names.slice(0, 8).map(name).join("、")}${difference.names.length > 8 ? `等 ${f.number(difference.names.length)} 列` : ""}。`;
      case "columns_moved":
        return "列的顺序变了。";
      case "encoding":
        return `编码是 ${terms.encodings[difference.is]}，此前是 ${terms.encodings[difference.was]}。`;
      case "delimiter":
        return `分隔符是${terms.delimiters[difference.is]}，此前是${terms.delimiters[difference.was]}。`;
      case "skip_lines":
        return `表头之上有 ${f.number(difference.is)} 行，此前是 ${f.number(difference.was)} 行。`;
      case "header":
        return difference.is ? "这个文件有列名，此前没有。" : "这个文件没有列名。";
    }
  },
};
