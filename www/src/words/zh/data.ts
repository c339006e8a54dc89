import type { Example, FileKind, Role, TurnedDates } from "../../engine/protocol";
import type { Words } from "..";
import { plain, sentence } from "../sentence";
import { f } from "./format";
import { terms } from "./terms";

const needs: Record<Role, string> = { ...terms.roles, amount: "金额（或数量和单价）" };
const names = (roles: readonly Role[]) => roles.map((role) => needs[role]).join("、");

const firstOf = (first: Example | null) =>
  first === null ? "" : `，最先见于第 ${f.number(first.line)} 行：${first.value}`;

const looksLike: Record<Exclude<FileKind, "transactions">, string> = {
  customers: "客户",
  contacts: "拜访或联系",
  targets: "目标",
};

const yearPlaces = ({ first, last }: TurnedDates) =>
  `首个数字在 ${f.number(first[0])} 至 ${f.number(first[1])} 之间，末个数字在 ${f.number(last[0])} 至 ${f.number(last[1])} 之间`;

export const data: Words["data"] = {
  empty: {
    headline: sentence`拖入订单或客户文件，看清您的客户是谁。`,
    basis: "全部由本网页在您自己的电脑上计算。",
    drop: "把 CSV 或 Excel 文件拖到这里",
    dropping: "松开即可打开",
    choose: "选择文件",
    what: [
      "一行一笔订单或订单明细：客户、日期、金额（或数量和单价）。如有订单号、品类、渠道、地区等列，也会用上。",
      "Excel 和 OpenDocument 工作簿（.xlsx、.xlsm、.xlsb、.xls、.ods）；CSV 或文本，常见编码均可（UTF-8、GBK、Big5、UTF-16 等），以逗号、分号、制表符、竖线或空格分列，列名中英文均可。文件大小不限，分块读取。",
      "可以一次拖入多个文件：列相同的合并读取；客户资料、拜访记录、目标与订单并列。",
    ],
    samples: "或者先用示例看看",
    neverTitle: "绝不会对您的数据做的事",
    never: [
      "不上传：文件打开后，网页被禁止连接任何地址，并显示实测的请求次数。",
      "不留存：关闭或重新加载网页，数据即被忘掉。",
      "不改动：对磁盘上的文件只读不写。",
    ],
  },
  samples: {
    retail: {
      name: "Online Retail",
      what: "英国一家礼品批发商 2010 年 12 月至 2011 年 12 月的 25,900 张发票，含退货，部分缺客户编号。",
      source:
        "来源：D. Chen，Online Retail，UCI Machine Learning Repository 2015，doi 10.24432/C5BW33，CC BY 4.0；由 541,909 行明细按发票汇总",
    },
    fmcg: {
      name: "快消订单",
      what: "一家快消企业 18 个月的订单，含大区、渠道和品类。",
      source: "由固定种子的程序生成，不涉及真实企业或个人",
    },
  },
  another: "打开其他文件",
  tables: {
    title: "文件",
    note: (files, tables) => `${f.number(files)} 个文件，合为 ${f.number(tables)} 张表；列相同的文件合并读取`,
    name: (first, files) => (files < 2 ? first : `${first} 等 ${f.number(files)} 个文件`),
    add: "添加文件",
    table: "表",
    kind: "看作",
    kindOf: (table) => `${table} 看作什么`,
    customer: "客户列",
    customerOf: (table) => `${table} 的客户列`,
    rows: "行数",
    setAside: "未计入",
    notRead: "未读取",
    main: "计算依据",
    first: "改用此表计算",
    files: (n) => `全部 ${f.number(n)} 个文件，按读取顺序`,
    file: "文件",
    size: "大小",
    refused: (n) => `${f.number(n)} 个文件未打开`,
  },
  joins: {
    title: "客户匹配",
    note: "按客户编号；17850.0 与 17850 视为同一客户",
    both: "两边都有",
    onlyIn: (table) => `仅在“${table}”中`,
    prospects: (table) => `仅在“${table}”中：尚无购买`,
    customers: "客户数",
    rowsIn: (table) => `“${table}”中的行数`,
    examples: "最先出现的编号",
  },
  head: {
    headline: (file, kind, rows, exact, columns) =>
      kind === "transactions"
        ? sentence`${plain(file)} 看起来是订单数据，${plain(exact ? "" : "约 ")}${f.number(rows)} 行、${f.number(columns)} 列。`
        : sentence`${plain(file)} 看起来是${plain(looksLike[kind])}数据，${plain(exact ? "" : "约 ")}${f.number(rows)} 行、${f.number(columns)} 列。`,
    sheetBasis: (sheet, sampled) =>
      `工作表“${sheet}”。依据开头和其后几处的 ${f.number(sampled)} 行判断；判断有误请在下方更改。`,
    basis: (bytes, sampled) =>
      `${f.bytes(bytes)}。依据文件开头和其后几处的 ${f.number(sampled)} 行判断；判断有误请在下方更改。`,
  },
  settings: {
    label: "读取方式",
    sheet: "工作表",
    hiddenSheet: (name) => `${name}（隐藏）`,
    delimiter: "分隔符",
    header: "首行",
    headerYes: "列名",
    headerNo: "数据",
    dateOrder: "日期",
    decimal: "小数点",
    auto: "自动",
    autoGuess: (guess) => `自动：${guess}`,
    doubtful: (roles) => `仅凭内容判断，请核对：${roles.map((role) => terms.roles[role]).join("、")}`,
  },
  missing: {
    title: "还不能算订单",
    text: (roles) => `概览和 RFM 需要客户、日期和金额。还缺：${names(roles)}。如果文件里有，请在下方指定。`,
  },
  customerFile: {
    title: "这是客户文件，里面没有交易记录",
    text: (roles, measures, attributes) =>
      `一行一位客户。${measures ? "“聚类”按其中的数值字段比较客户；与订单一起打开时，按客户编号关联。" : "把某一列指定为“数值字段”，“聚类”就能按它比较客户。"}${attributes ? "“群体特征”按其中的文本字段划分和描述客户。" : ""}概览和 RFM 看的是客户何时买了多少，需要含客户编号、日期、金额（或数量和单价）的订单。这里缺少：${names(roles)}。如果下方某一列就是，请为它指定；否则请打开订单文件。`,
  },
  roles: {
    title: "列的含义",
    note: "哪一列是什么",
    role: "含义",
    column: "列",
    why: "依据",
    none: "无",
    needed: "必需",
    for: {
      customer: "谁买的",
      order: "号码相同的行算一单",
      date: "何时买的",
      amount: "该行的净额",
      quantity: "件数，乘单价得金额",
      price: "每件价格",
      category: "商品类别",
      channel: "在哪里卖出",
      region: "省份、大区或国家",
      measure: "客户的数值，用于聚类",
      attribute: "类别，用于描述各群",
    },
    reasons: { header: "列名", content: "内容，请核对", chosen: "您选的" },
    shared: {
      measure: "在预览中选择；客户文件可有任意多列。",
      attribute: "在预览中选择；值有重复的列都可以，列数不限。",
    },
    columnFor: (role) => `“${role}”对应的列`,
    unnamed: (position) => `第 ${f.number(position)} 列`,
    search: "搜索列",
    matches: (shown, all) =>
      shown < all ? `共 ${f.number(all)} 列，显示前 ${f.number(shown)} 列；输入以缩小范围` : `${f.number(all)} 列`,
  },
  columns: {
    title: "预览",
    note: (rows) => `前 ${f.number(rows)} 行，按读取结果显示`,
    line: "行",
    noRole: "不使用",
    roleOf: (column) => `“${column}”列的含义`,
    kind: "类型",
    rows: "行",
    distinct: "不同值",
    missing: "空值 %",
    shown: (shown, all) => `显示 ${f.number(all)} 列中的 ${f.number(shown)} 列`,
    showMore: (n, all) => `再显示 ${f.number(n)} 列（共 ${f.number(all)} 列）`,
    summary: "各列概况",
    summaryNote: "依据抽查的行",
    name: "列",
    role: "含义",
    examples: "示例值",
  },
  read: {
    button: "读取整个文件",
    overview: "查看概览",
    clusters: "查看聚类",
    profiles: "查看群体特征",
    rfm: "查看 RFM 分群",
    memory: (bytes) => `约需内存 ${f.bytes(bytes)}`,
    progress: (done, total, rows, setAside) =>
      `${f.bytes(done)} / ${f.bytes(total)} · ${f.number(rows)} 行 · ${f.number(setAside)} 行未计入`,
    reading: "正在读取整个文件",
    unpacked: (done, total) => (total === 0 ? `${f.number(done)} 行` : `${f.number(done)} / ${f.number(total)} 行`),
    readingAgain: "正在重新读取：整列的内容确定了开头未能确定的格式",
    exporting: "正在文件中查找这些行",
  },
  report: {
    headline: (rows, customers, setAside) =>
      setAside === 0
        ? sentence`读取 ${f.number(rows)} 行，${f.number(customers)} 位客户，全部计入。`
        : sentence`读取 ${f.number(rows)} 行，${f.number(customers)} 位客户；${f.number(setAside)} 行未计入。`,
    rowsOnly: (rows, columns, setAside) =>
      setAside === 0
        ? sentence`读取 ${f.number(rows)} 行、${f.number(columns)} 列，全部计入。`
        : sentence`读取 ${f.number(rows)} 行、${f.number(columns)} 列；${f.number(setAside)} 行未计入。`,
    basis: (file, bytes, kept, rows) =>
      `${file}，${f.bytes(bytes)}。${f.number(kept)} 行（${f.percent(rows === 0 ? 0 : kept / rows)}）参与计算。`,
    blank: (lines) => (lines === 0 ? null : `跳过 ${f.number(lines)} 个空行。`),
    setAside: "未计入的行",
    setAsideNote: "不参与计算，一行不丢，可以导出",
    nothing: "所有行都参与计算。",
    kept: "值得留意",
    keptNote: "这些行参与计算",
    reason: "原因",
    rows: "行数",
    share: "占全部 %",
    first: "最先出现的位置",
    export: "导出 CSV",
    exportOf: (reason) => `导出 CSV：${reason}`,
    exportAll: (rows) => `导出全部 ${f.number(rows)} 行`,
    dateOrder: (order, evidence) => {
      const only = order === "month_first" ? evidence.monthFirst : evidence.dayFirst;
      if (evidence.turned !== null && evidence.turned.cells === evidence.dayFirst + evidence.monthFirst + evidence.both)
        return `日期：${terms.dateOrders[order]}。年份只有两位：${yearPlaces(evidence.turned)}；变动大的是日，变动小的是年。`;
      if (order === "year_first" || only + evidence.both === 0)
        return `日期：${terms.dateOrders[order]}，${f.number(evidence.unambiguous)} 行均无歧义。`;
      return `日期：${terms.dateOrders[order]}。${f.number(only)} 行只能这样读；${f.number(evidence.both)} 行两种读法都通。`;
    },
    decimal: (mark, evidence) => {
      const only = mark === "point" ? evidence.point : evidence.comma;
      const either = evidence.eitherComma + evidence.eitherPoint;
      if (either === 0) return null;
      const commas = evidence.eitherComma >= evidence.eitherPoint;
      const example = commas ? "1,234" : "1.234";
      const as = commas === (mark === "point") ? "千位分隔" : "小数";
      return only > 0
        ? `数字：${terms.decimals[mark]}。${f.number(only)} 个单元格只能这样读；${f.number(either)} 个两种读法都通。`
        : `数字：${f.number(either)} 个单元格如 ${example}，既可能是千位分隔，也可能是小数，按${as}读取；如不对，请在下方更改小数点。`;
    },
  },
  again: {
    title: "整列的内容与开头的判断不同，文件已重新读取",
    dates: (now, evidence, first) =>
      now === "year_first" && evidence.turned !== null
        ? `日期为${terms.dateOrders[now]}：年份只有两位，${yearPlaces(evidence.turned)}。`
        : `日期为${terms.dateOrders[now]}：${f.number(now === "month_first" ? evidence.monthFirst : evidence.dayFirst)} 行只能这样读${firstOf(first)}。`,
    decimal: (now, first) => `金额的写法是 ${terms.decimals[now]}${firstOf(first)}。`,
  },
  undecided: {
    title: "日、月、年的顺序从文件里看不出来",
    text: (rows) =>
      `全部 ${f.number(rows)} 个日期不止一种读法都说得通，只有您能判断。R 值和所有时间段都取决于它；选好之后才会计算概览和 RFM。`,
    example: "文件中",
    choose: (order) => `是${terms.dateOrders[order]}`,
  },
  reopen: "重新打开",
};
