import type { Words } from "..";
import { plain, sentence } from "../sentence";
import { f } from "./format";

const days = (n: number) => `${f.number(n)} 天`;
const people = (n: number) => `${f.number(n)} 位客户`;

export const lifecycle: Words["lifecycle"] = {
  title: "生命周期",
  headline: (of) => {
    if (of.quiet === 0) return sentence`没有沉睡或流失的客户：所有人都在预警间隔之内买过。`;
    const who = sentence`${f.number(of.quiet)} 位客户已沉睡或流失，占 ${f.percent(of.share, 0)}`;
    return of.value === null
      ? sentence`${who}${plain("。")}`
      : sentence`${who}；他们至今贡献了 ${f.percent(of.value, 0)} 的金额。`;
  },
  basis: (asOf, warning, loss) => `截至 ${f.day(asOf)}。超过 ${days(warning)}未购买为沉睡，超过 ${days(loss)}为流失。`,
  ownBasis: (customers) => `其中 ${people(customers)}按自身间隔判断。`,
  settings: "设置",
  warning: {
    name: "预警间隔",
    short: "预警",
    note: (own) =>
      own === null
        ? "未购买天数超过它即为沉睡。"
        : `未购买天数超过它即为沉睡。本文件 80% 的回购间隔不超过 ${days(own)}。`,
    wrong: "请填 1 到流失间隔之间的整数天。",
  },
  loss: {
    name: "流失间隔",
    short: "流失",
    note: (own) =>
      own === null
        ? "未购买天数超过它即为流失。"
        : `未购买天数超过它即为流失。本文件 90% 的回购间隔不超过 ${days(own)}。`,
    wrong: "请填不小于预警间隔的整数天。",
  },
  newness: {
    name: "新客期",
    note: "只有一单且距今不超过这些天的为新客。不设时与预警间隔相同。",
    wrong: "请填不小于 0 的整数天。",
  },
  ownGap: {
    name: "自身间隔",
    off: "不用",
    on: (factor) => `中位数 × ${f.number(factor, 2)}`,
    use: "常客按自身间隔判断",
    factor: "倍数",
    wrong: "请填大于 0、不超过 20 的数。",
    note: "至少有三单的客户，未购买天数超过自身间隔中位数的这一倍数即为沉睡；流失间隔与预警间隔的比例不变。",
  },
  day: days,
  dayUnit: "天",
  fileOwn: "恢复为文件自身的间隔",
  noGaps: {
    title: "没有客户在另一天再次购买",
    text: "没有回购间隔，就无从得知多久不买算久。暂按 90 天和 180 天计，请改成行业常用的天数。",
  },
  stages: {
    title: "阶段",
    note: "金额为至今的贡献",
    strip: "各阶段客户",
    prospects: (n) => `客户名单中另有 ${people(n)}从未购买，为潜在客户，单独计数。`,
    columns: {
      stage: "阶段",
      customers: "客户",
      share: "占客户",
      value: "金额",
      valueShare: "占金额",
      recency: "未购买天数（中位数）",
    },
    means: {
      new: "只有一单，且在新客期内",
      active: "在预警间隔内买过",
      returned: "间隔超过流失间隔后又回来",
      drowsy: "未购买超过预警间隔",
      lost: "未购买超过流失间隔",
    },
    how: [
      "未购买天数从最近一次购买数到截至日。超过流失间隔为流失；否则超过预警间隔为沉睡。恰好等于间隔不算超过。",
      "其余客户中，只有一单且在新客期内的为新客；最近一次购买之前的间隔超过流失间隔的为回流；剩下的为活跃。",
      "金额为截至日为止的净额。中位数取该阶段客户的未购买天数。",
    ],
  },
  gaps: {
    title: "回购间隔",
    note: (of) =>
      `${people(of.customers)}回购，共 ${f.number(of.count)} 个间隔，一半不超过 ${f.number(of.median, 1)} 天。${of.beyond === 0 ? "" : `另有 ${f.number(of.beyond)} 个更长的间隔未画出。`}`,
    axes: { x: "相邻两个购买日之间的天数", y: "间隔（个）" },
    point: (from, to, gaps, share) =>
      `${from === to ? days(from) : `${f.number(from)} 至 ${days(to)}`}\n${f.number(gaps)} 个，${f.percent(share)}`,
    line: (name, n) => `${name} ${days(n)}`,
    bands: ["正常", "沉睡", "流失"],
    description: (gaps, warning, loss) =>
      `${f.number(gaps)} 个回购间隔的天数分布，预警间隔 ${days(warning)}，流失间隔 ${days(loss)}。`,
    drag: "可拖动手柄，或用方向键每次移动 1 天，用翻页键每次 10 天。",
    columns: ["天数", "间隔数", "占比"],
    range: (from, to) => (from === to ? f.number(from) : `${f.number(from)} 至 ${f.number(to)}`),
    how: [
      "间隔是同一客户相邻两个购买日之间的天数。同一天的几单算一次购买，退货不算。",
      "不设时，预警间隔取全部间隔的第 80 百分位，流失间隔取第 90 百分位（线性插值，第 7 型），向上取整到天。",
      "只有已经结束的间隔才看得到：还没回来的客户没有间隔，所以文件只有几个月时，百分位偏短。",
    ],
  },
  retention: {
    title: "按首购月份的留存",
    note: (mean) => (mean === null ? "" : `${f.percent(mean)} 的客户在首购次月再次购买。`),
    open: (month) => `虚线框：${month}尚未结束。`,
    latest: (shown, all) => `显示 ${f.number(all)} 个月中最近的 ${f.number(shown)} 个，表格列出全部。`,
    show: "格内显示",
    shows: { share: "占比", count: "人数" },
    cohort: "首购月份",
    size: "客户",
    after: "首购后第几个月",
    month: (n) => `第 ${f.number(n)} 月`,
    point: (of) =>
      `${of.cohort}首购\n${of.month}${of.after === 0 ? "" : `，${f.number(of.after)} 个月后`}${of.open ? "（未结束）" : ""}\n${people(of.size)}中 ${f.number(of.active)} 位购买，${f.percent(of.active / of.size)}`,
    description: (cohorts) => `${f.number(cohorts)} 个同期群在首购之后各月的购买比例。`,
    short: { title: "文件不足两个月", text: "留存要逐月比较，至少需要两个自然月内都有购买。" },
    how: [
      "同期群是首次购买（截至日为止）在同一个月的客户。每格是其中在之后某月至少下过一单的人数，占同期群的比例。",
      "首购当月按定义为 100%，不着色。在文件开始之前就买过的客户，会被算作最初几个月的新客户。",
    ],
  },
  movement: {
    title: "两个日期之间的流转",
    division: "客户划分",
    earlier: "较早日期",
    presets: (months) => (months === 12 ? "1 年" : `${f.number(months)} 个月`),
    presetsLabel: "往前多久",
    tooEarly: (first, last) => `请选 ${f.day(first)} 至 ${f.day(last)} 之间的日期。`,
    note: (of) =>
      `${f.day(of.earlier)} 已有的 ${people(of.customers)}中，${f.day(of.later)} 时 ${f.percent(of.stayed, 0)} 仍在原组；此后新增 ${f.number(of.newcomers)} 位。`,
    most: (from, to, customers) => `流动最多的是从${from}到${to}：${people(customers)}。`,
    side: (day) => f.day(day),
    newcomers: "之后新增",
    corner: { from: (day) => `${f.day(day)} ↓`, to: (day) => `${f.day(day)} →` },
    total: "合计",
    point: (of) => `${of.from} → ${of.to}\n${people(of.customers)}，占${of.from}的 ${f.percent(of.share)}`,
    cell: (from, to, customers, share) => `${from} → ${to}：${people(customers)}，${f.percent(share)}`,
    description: (of) =>
      `${people(of.customers)}在 ${f.day(of.earlier)} 与 ${f.day(of.later)} 之间的流转，数字见表格。`,
    table: "流转明细，附占行比例",
    flow: "流转",
    failed: "在该日期无法这样划分。",
    none: { title: "没有可比较的较早日期", text: "全部购买都在同一天。" },
    how: [
      "较早日期只计该日为止的购买，R 从该日往回数。两个日期用同样的设置划分客户，并按客户编号对应。",
      "RFM 分值和价值层在每个日期重新切分。生命周期的间隔和聚类的质心两边都用现在的，这样变动的是客户，而不是尺子。",
      "“之后新增”的客户在较早日期还没有购买。占比以行为基数。",
    ],
  },
};
