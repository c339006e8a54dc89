import type { Words } from "..";
import { plain, sentence } from "../sentence";
import { f } from "./format";
import { terms } from "./terms";

const days = (value: number) => `${f.number(value, 1)} 天`;
const orders = (value: number) => `${f.number(value, 1)} 单`;

export const overview: Words["overview"] = {
  headline: (of) => {
    const rest =
      of.topFifth === null ? plain("。") : sentence`，其中前五分之一的客户贡献 ${f.percent(of.topFifth, 0)}。`;
    return sentence`${f.day(of.first)} 至 ${f.day(of.last)}，${f.number(of.customers)} 位客户下了 ${f.number(of.orders)} 单，金额 ${f.compact(of.revenue)}${rest}`;
  },
  basis: {
    asOf: (day, chosen) => (chosen ? `截至 ${f.day(day)}（您选定）。` : `截至 ${f.day(day)}，即最后一笔交易的次日。`),
    refunds: (mode, rows) =>
      rows === 0
        ? "没有退货。"
        : {
            net: `${f.number(rows)} 行退货已冲减金额。`,
            drop: `${f.number(rows)} 行退货已剔除。`,
            separate: `${f.number(rows)} 行退货单独列出。`,
          }[mode],
    saveRefunds: "导出退货行",
    setAside: (rows) => `${f.number(rows)} 行未计入`,
    nothingSetAside: "所有行都已计入。",
  },
  settings: "设置",
  asOf: {
    name: "截至",
    note: "R 从这一天往回数，之后的行不计入。默认为最后一笔交易的次日。",
    tooEarly: (first) => `截至这一天没有购买，首笔购买在 ${f.day(first)}。`,
    reset: "恢复默认",
    label: "日期",
  },
  refunds: { name: "退货", options: { net: "冲减金额", drop: "剔除", separate: "单独列出" } },
  mark: {
    name: "退货标记",
    options: { auto: "自动", never: "不用", prefix: "自定前缀" },
    hints: {
      auto: "订单号为 C 加数字，且这类订单的行全为负数时，视为退货。",
      never: "只有金额或数量为负的行算退货。",
      prefix: "以此开头的订单号也算退货。",
    },
    prefix: "订单号开头",
    value: (prefix) => `以 ${prefix} 开头`,
    caught: (count) => `命中 ${f.number(count)} 个订单号。`,
  },
  monetary: { name: "M 取", options: { sum: "金额合计", mean_per_order: "每单平均" } },
  afterAsOf: (rows) => `截至日之后的 ${f.number(rows)} 行未计入。`,
  allZero: { title: "全部金额为零", text: "金额、M 和金额占比在这里没有意义；R 和 F 不受影响。" },
  figures: {
    customers: { name: "客户", how: "截至日为止至少购买过一次的客户。只有退货的客户不计入，另行列出人数。" },
    orders: {
      name: "订单",
      how: "同一客户、同一订单号的行算一单；没有订单号时，同一客户同一天算一单。退货不算订单。",
    },
    revenue: { name: "金额", how: "全部购买金额之和，退货的处理见上方设置。按十进制精确相加，与行的先后无关。" },
    basket: { name: "客单价", how: "金额除以订单数。" },
    period: { name: "期间", how: "从首次购买日到末次购买日，只看日期，不看时刻。" },
    oneOrder: { name: "只买过一次", how: "恰好只有一单的客户占全部客户的比例。" },
    topFifth: {
      name: "前五分之一",
      how: "M 最高的五分之一客户占总金额的比例。五分之一不是整数时，最后一位按比例计入。",
    },
    refunds: { name: "退货", how: "金额或数量为负，或订单号带退货标记的行。退货从不计入 R 和 F。" },
  },
  figureNotes: {
    customers: (refundOnly) => (refundOnly === 0 ? "" : `另有 ${f.number(refundOnly)} 位只有退货`),
    orders: (perCustomer) => `人均 ${f.number(perCustomer, 1)} 单`,
    revenue: (rows) => `来自 ${f.number(rows)} 行购买`,
    basket: "每单平均",
    period: (count) => `${f.number(count)} 天`,
    oneOrder: (customers) => `${f.number(customers)} 位客户`,
    topFifth: "占总金额",
    refunds: (rows, count) => `${f.number(rows)} 行，${f.number(count)} 单`,
  },
  periodValue: (first, last) => [f.day(first), `至 ${f.day(last)}`],
  over: {
    title: "订单走势",
    unit: { day: "按天", week: "按周（周一起）", month: "按月" },
    incomplete: (unit) => `${unit}；空心柱：文件未覆盖整个时段`,
    label: (unit, start) => (unit === "month" ? f.month(start) : f.day(start)),
    columns: ["时段", "订单", "金额", "客户"],
    orders: "订单（单）",
    revenue: "金额（文件所用单位）",
    incompleteMark: (label) => `${label}（不完整）`,
    point: (label, count, revenue, customers) =>
      `${label}\n${f.number(count)} 单\n金额 ${f.money(revenue)}\n${f.number(customers)} 位客户`,
    description: (periods, best, count) =>
      `${f.number(periods)} 个时段的订单与金额，订单最多的是 ${best}，${f.number(count)} 单。`,
  },
  distributions: {
    title: "客户的 R、F、M 分布",
    names: { r: "最近购买 R", f: "购买频次 F", m: "购买金额 M" },
    how: {
      r: "最后一次购买日到截至日的日历天数。",
      f: "不同购买订单的个数，同一单的多行只算一次。",
      m: "客户的金额合计或每单平均，见上方设置。",
    },
    axes: { r: "距最后一次购买的天数", f: "订单（单）", m: "金额（文件所用单位）" },
    axesLog: "金额（文件所用单位，对数刻度）",
    customers: "客户（位）",
    median: (value) => `中位数 ${value}`,
    spread: {
      r: (low, median, high) => `中位数 ${days(median)}，中间一半在 ${f.number(low, 1)} 至 ${days(high)}之间。`,
      f: (low, median, high) => `中位数 ${orders(median)}，中间一半在 ${f.number(low, 1)} 至 ${orders(high)}之间。`,
      m: (low, median, high) => `中位数 ${f.money(median)}，中间一半在 ${f.money(low)} 至 ${f.money(high)} 之间。`,
    },
    range: {
      r: ({ from, to }) =>
        from === null
          ? `${days(to ?? 0)}以内`
          : to === null
            ? `${days(from)}以上`
            : from === to
              ? days(from)
              : `${f.number(from)}–${days(to)}`,
      f: ({ from, to }) =>
        from === null
          ? `${orders(to ?? 0)}以内`
          : to === null
            ? `${orders(from)}以上`
            : from === to
              ? orders(from)
              : `${f.number(from)}–${orders(to)}`,
      m: ({ from, to }) =>
        from === null
          ? `${f.money(to ?? 0)} 以下`
          : to === null
            ? `${f.money(from)} 以上`
            : `${f.money(from)}–${f.money(to)}`,
    },
    point: (range, customers, share) => `${range}\n${f.number(customers)} 位客户，占 ${f.percent(share)}`,
    columns: ["取值", "客户", "占比"],
    description: (name, spread, customers) => `${f.number(customers)} 位客户的${name}分布。${spread}`,
  },
  toRfm: "查看 RFM 分群",
  chart: { showTable: "看表格", showChart: "看图" },
  lacking: {
    toData: "前往数据",
    nothing: {
      title: "还没有读取文件",
      text: "拖入订单文件或打开示例，这里会显示客户、订单、金额以及它们的分布。",
    },
    notRead: { title: "文件尚未读取", text: "请在“数据”页核对各列，然后读取文件。" },
    customers: {
      title: "这是客户文件，不是订单文件",
      text: (missing) =>
        `R、F、M 来自订单，现在缺少：${missing.map((role) => terms.roles[role]).join("、")}。如果某一列就是它，请在“数据”页指定；否则请打开每行一单的文件。`,
    },
    dateOrder: {
      title: "日期是日/月还是月/日？",
      text: "文件中所有日期两种读法都成立。请在“数据”页选定，它会改变全部结果。",
    },
    failed: { title: "没有结果", text: "上一步没有成功，原因见上方提示。您的设置都还在。" },
  },
};
