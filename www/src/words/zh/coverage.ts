import type { Words } from "..";
import { sentence } from "../sentence";
import { features } from "./features";
import { f } from "./format";

const kinds = { contacts: "拜访与联系", purchases: "购买" };
const span = ({ from, to }: { from: number; to: number }) => `${f.day(from)} 至 ${f.day(to)}`;

export const coverage: Words["coverage"] = {
  parts: { label: "查看内容", gaps: "覆盖缺口", plan: "拜访计划与负责人", effort: "资源测算", market: "市场对照" },
  score: "评分等级",
  headline: (whole, short) => {
    if (whole.rate === null || whole.covered === null)
      return sentence`应覆盖 ${f.number(whole.customers)} 位客户；文件里还没有触达记录`;
    const reached = sentence`应覆盖 ${f.number(whole.customers)} 位客户，已覆盖 ${f.number(whole.covered)} 位，覆盖率 ${f.percent(whole.rate)}`;
    return short.gap === 0
      ? sentence`${reached}，各格均已达标`
      : sentence`${reached}；${f.number(short.cells)} 格未达标，还差 ${f.number(short.gap)} 位`;
  },
  basis: ({ params, inputs }) =>
    [
      params.period === null ? null : span(params.period),
      params.touched === null
        ? null
        : `期间内${params.touched === "contacts" ? "拜访或联系" : "购买"}满 ${f.number(params.touches)} 次计为已覆盖`,
      params.roster === "listed"
        ? `客户名单 ${f.number(inputs.customers)} 位`
        : `有购买的客户 ${f.number(inputs.customers)} 位`,
    ]
      .filter((part) => part !== null)
      .join(" · "),
  settings: {
    label: "覆盖设置",
    none: "无",
    reset: "恢复为文件默认",
    outcome: "有成交的拜访",
    dimensions: {
      name: "分格维度",
      places: ["维度一", "维度二", "维度三"],
      note: "维度一为行，维度二为列，维度三的每个取值单列一张表。",
    },
    roster: {
      name: "应覆盖客户",
      names: { listed: "客户名单", buyers: "已购客户" },
      hints: { listed: "名单上的全部客户，含从未购买的。", buyers: "有过购买的全部客户。" },
    },
    touches: {
      name: "覆盖标准",
      kind: "触达口径",
      kinds,
      least: "期间内至少触达次数",
      wrong: "请输入 1 至 1,000 的整数。",
      value: (kind, least) => (least === 1 ? kinds[kind] : `${kinds[kind]}，至少 ${f.number(least)} 次`),
    },
    period: {
      name: "统计期间",
      before: "对比期间",
      from: "开始日期",
      to: "结束日期",
      asOf: "截止日",
      asOfNote: "期间内在此日之后的触达算已排期，不算已完成。",
      asOfWrong: "请选择统计期间内的一天。",
      wrong: "结束日期早于开始日期。",
      value: (from, to) => span({ from, to }),
    },
    target: {
      name: "目标覆盖率",
      note: "每格客户中应覆盖的比例。",
      file: "用于目标文件里没有写明目标的格。",
      wrong: "请输入 0 至 100 的百分数。",
    },
    potential: {
      name: "客户潜力",
      column: "潜力所在列",
      per: "该列的时间口径",
      pers: { month: "每月", quarter: "每季度", year: "每年", period: "整个统计期间" },
    },
    tier: { name: "客户等级", column: "拜访计划依据" },
    score: {
      note: "每项指标先按客户排名，再按权重平均，因此不受单位影响。",
      figure: (figure) => {
        switch (figure.kind) {
          case "value":
            return "期间销售额的权重";
          case "potential":
            return "客户潜力的权重";
          case "closeness":
            return "期间触达次数的权重";
          case "feature":
            return `${features.name(figure.key)}的权重`;
        }
      },
      high: "高等级：得分最高的",
      middle: "中等级：其后的",
      wrong: "请输入 0 至 100 的数。",
      wrongShare: "请输入百分数，两项合计不超过 100。",
    },
    owner: {
      name: "负责人",
      column: "负责人所在列",
      capacity: "每人每月可触达次数",
      note: "不清楚时填 0。",
      wrong: "请输入 0 至 1,000,000 的数。",
    },
  },
  measures: {
    rate: { name: "客户覆盖率", how: "已覆盖客户数 ÷ 格内客户数。期间内触达次数达到要求的客户计为已覆盖。" },
    valueRate: { name: "销售额加权覆盖率", how: "已覆盖客户的期间销售额 ÷ 格内全部客户的期间销售额。" },
    potentialRate: {
      name: "加权铺货率",
      how: "已覆盖客户的潜力 ÷ 全部客户的潜力。潜力指客户的总采购能力，不是本品销售额。",
    },
    gap: { name: "缺口客户数", how: "目标覆盖率 × 客户数，向上取整，再减已覆盖客户数；不小于零。" },
    points: { name: "缺口百分点", how: "目标覆盖率减实际覆盖率；超出目标时为负。" },
    atStake: { name: "未覆盖潜力", how: "未覆盖客户在统计期间的潜力合计。" },
    whiteSpace: { name: "待开发空间", how: "潜力已知的客户：期间潜力减本品销售额，即他们向别家采购的部分。" },
    wallet: { name: "钱包份额", how: "潜力已知的客户：本品销售额 ÷ 潜力。" },
    customers: { name: "客户数", how: "名单上落在该格的客户数。" },
    lift: {
      name: "提升度",
      how: "实际客户数 ÷ 期望客户数；期望为各维度互不相关时的客户数（行合计 × 列合计 ÷ 总数）。期望不足 5 的格不着色。",
    },
  },
  heat: {
    title: (measure) => `各格${measure}`,
    note: "n 为客户数。",
    measure: "指标",
    all: "合计",
    sums: "合计按所含客户整体计算；缺口合计为各格缺口之和，一格超额不能抵另一格的不足。",
    hint: "指向某格可看明细；点选某格，下方名单只列该格客户。",
    tones: {
      rate: { low: "低于目标 20 个百分点", high: "高 20 个百分点" },
      points: { low: "低于目标 20 个百分点", high: "高 20 个百分点" },
      lift: { low: "少于期望", high: "多于期望" },
    },
    detail: {
      customers: (n) => `${f.number(n)} 位客户`,
      covered: (n, rate) => `已覆盖 ${f.number(n)} 位，${f.percent(rate)}`,
      gap: (gap, goal) =>
        gap === 0 ? `已达目标 ${f.percent(goal)}` : `距目标 ${f.percent(goal)} 还差 ${f.number(gap)} 位`,
      atStake: (value) => `未覆盖潜力 ${f.money(value)}`,
      expected: (expected, lift) => `期望 ${f.number(expected, 1)} 位，提升度 ${f.fixed(lift, 2)}`,
      few: "（样本太少，仅供参考）",
    },
  },
  ranked: {
    title: "缺口排名",
    note: ({ cells, gap, stake }) =>
      `${f.number(cells)} 格未达标，共差 ${f.number(gap)} 位客户${stake === null ? "" : `；这些格里未覆盖客户的潜力合计 ${f.money(stake)}`}。`,
    cell: "格",
    customers: "客户数",
    covered: "已覆盖",
    rate: "覆盖率",
    goal: "目标",
    points: "缺口（百分点）",
    gap: "缺口（位）",
    atStake: "未覆盖潜力",
    choose: (name) => `查看${name}的待跟进客户`,
    first: (n) => `只列前 ${f.number(n)} 格。`,
    more: (n) => `查看全部 ${f.number(n)} 格`,
    fewer: (n) => `只看前 ${f.number(n)} 格`,
    export: "保存为 CSV",
    none: { title: "各格均已达标", text: "可以提高目标覆盖率，或提高触达次数要求，看看下一步该往哪里投入。" },
  },
  periods: {
    title: "与上期对比",
    note: (before, now) => `${span(before)} 与 ${span(now)}，客户名单相同。`,
    by: "分组维度",
    before: "上期",
    now: "本期",
    change: "变化（百分点）",
    track: "0% 至 100%",
    goal: "目标",
    gained: "新覆盖",
    lost: "不再覆盖",
    points: (change) => `${change > 0 ? "+" : ""}${f.fixed(change, 1)}`,
    legend: { before: "上期", now: "本期", goal: "目标" },
    how: [
      "两期都按当前名单和当前目标计算，变化只来自触达，不来自名单。",
      "新覆盖：本期已覆盖而上期没有。不再覆盖：上期已覆盖而本期没有。",
    ],
    none: {
      title: "没有可对比的上期",
      text: (before) =>
        before === null
          ? "文件里没有可用于对比的日期。"
          : `${span(before)} 之间没有触达记录。请添加上期的文件，或改选统计期间。`,
    },
  },
  calls: {
    title: "待跟进名单",
    label: "名单",
    names: { uncovered: "未覆盖", overdue: "逾期", due: "应访", never: "从未触达", over_served: "超频拜访" },
    found: (n) => `${f.number(n)} 位客户`,
    any: "全部",
    export: "保存待跟进名单",
    columns: ["期间潜力", "期间销售额", "累计销售额", "已触达次数", "计划次数", "最近触达", "状态"],
    which: {
      uncovered: "未覆盖客户",
      never: "从未触达客户",
      due: "应访客户",
      overdue: "逾期客户",
      over_served: "超频拜访客户",
    },
    empty: {
      uncovered: "这里的客户都已覆盖。",
      never: "有计划的客户都触达过。",
      due: "没有应访的客户。",
      overdue: "没有逾期的客户。",
      over_served: "没有触达次数超过计划的客户。",
    },
    how: [
      "潜力大的排在前面；没有潜力数据时按累计销售额排。",
      "计划间隔 = 期间天数 ÷ 计划次数。到期末为止，距最近一次触达不超过一个间隔为正常；超出不到半个间隔为应访；更久为逾期。",
    ],
  },
  status: { unplanned: "无计划", never: "从未触达", on_track: "正常", due: "应访", overdue: "逾期" },
  statuses: ["无计划", "从未触达", "正常", "应访", "逾期"],
  plan: {
    title: "各等级拜访计划",
    note: (plan, months) =>
      `计划 ${f.number(plan.planned)} 次，有效完成 ${f.number(plan.kept)} 次${plan.rate === null ? "" : `，达成率 ${f.percent(plan.rate)}`}${months === null ? "" : `；统计期间约 ${f.number(months, 1)} 个月`}。`,
    columns: {
      customers: "客户数",
      perMonth: "每位每月计划",
      planned: "计划次数",
      made: "实际次数",
      kept: "有效次数",
      rate: "频次达成率",
      remaining: "未完成",
      toSchedule: "待排期",
      over: "超出计划",
      overServed: "超频客户",
    },
    perMonthOf: (tier) => `${tier}：每位客户每月计划触达次数`,
    wrong: "请输入 0 至 1,000 的数。",
    short: "统计期间太短，有的等级折算后不足半次，按 0 次计划。",
    how: [
      "每位客户的计划 = 所属等级的每月次数 × 统计期间月数，四舍五入取整。没有自定计划时，从最高等级起依次为每月 3、2、1 次。",
      "有效次数：每位客户的实际次数，最多计到计划次数。频次达成率 = 有效次数 ÷ 计划次数，多访的客户不能抵少访的客户。",
      "未完成：计划了还没做的次数。待排期：未完成减去截止日之后已排的次数。超出计划：超频客户多出的次数。没有等级的客户没有计划，不计入。",
    ],
    noTouches: {
      title: "文件里没有触达记录",
      text: "请添加拜访或联系记录（客户编号和日期），或打开订单：购买也可以算作触达。",
    },
    noTiers: {
      title: "没有可用于计划的等级",
      text: "请在“客户等级”里选择拜访计划的依据：某一列，或按潜力、销售额评分。",
    },
  },
  statusTable: {
    title: "客户状态",
    bar: "构成",
    unplanned: (n) => `${f.number(n)} 位客户没有计划，未计入。`,
    how: [
      "计划间隔 = 期间天数 ÷ 计划次数。到期末为止，距最近一次触达不超过一个间隔为正常；超出不到半个间隔为应访；更久为逾期；到那时还没有触达记录为从未触达。",
    ],
  },
  owners: {
    title: "负责人对比",
    note: (owners, without) =>
      `共 ${f.number(owners)} 位负责人${without === 0 ? "" : `；${f.number(without)} 位客户没有负责人`}。`,
    sort: "排序",
    columns: {
      customers: "客户数",
      rate: "覆盖率",
      change: "变化（百分点）",
      compliance: "频次达成率",
      capacity: "产能占用",
      strike: "拜访成交率",
      value: "销售额",
      atStake: "未覆盖潜力",
    },
    none: {
      title: "文件里没有负责人",
      text: "请在客户名单或拜访记录中加上业务员、负责人或经销商一列，或在“负责人”里选择一列。",
    },
    how: [
      "负责人来自拜访记录时，取拜访该客户次数最多的人；次数相同取最近拜访的人。没拜访过的客户没有负责人，因此不显示覆盖率。",
      "产能占用 = 计划次数 ÷ 该负责人期间内可触达次数。拜访成交率 = 有成交的拜访 ÷ 全部拜访；业内另有其他口径。",
      "未覆盖潜力：其名下未覆盖客户的潜力合计。",
    ],
  },
  inputs: {
    title: "数据依据",
    note: "只有客户名单是必需的，其余每一项都能多算一些内容。",
    missing: "缺少：",
    items: {
      customers: { name: "客户", adds: "添加客户名单或订单，其余各项都以此为准。" },
      touches: {
        name: "触达记录",
        adds: "添加拜访或联系记录（客户编号、日期）或订单，可得：覆盖率、缺口、与上期对比、待跟进名单。",
      },
      value: { name: "销售额", adds: "添加订单，可得：销售额加权覆盖率、待开发空间、钱包份额、市场份额与增速。" },
      potential: { name: "客户潜力", adds: "在客户名单中加一列潜力数值，可得：未覆盖潜力、加权铺货率、待开发空间。" },
      targets: {
        name: "目标与市场",
        adds: "添加一份文件，含大区、渠道等与客户名单相同的列，以及目标覆盖率、市场客户数、市场或目标销售额，可得：各格目标、渗透率、份额。",
      },
      tier: { name: "客户等级", adds: "加一列等级（如 A、B、C），可得：拜访计划、频次达成率、应访与逾期客户。" },
      owner: { name: "负责人", adds: "加一列业务员或经销商，可得：负责人对比。" },
      capacity: { name: "产能", adds: "在“负责人”里设置每人每月可触达次数，可得：产能占用。" },
      outcome: { name: "拜访结果", adds: "在拜访记录中加一列是否成交，可得：拜访成交率。" },
    },
    known: {
      customers: (n, listed) => `${listed ? "客户名单" : "有购买的客户"} ${f.number(n)} 位`,
      touches: (kind, known) =>
        `${f.day(known.first)} 至 ${f.day(known.last)} 共 ${f.number(known.count)} ${kind === "contacts" ? "次拜访与联系" : "笔订单"}，期间内 ${f.number(known.inPeriod)}${known.scheduled === 0 ? "" : `，已排期 ${f.number(known.scheduled)}`}`,
      value: "期间内订单净额",
      column: (name) => `取自“${name}”`,
      targets: (rows) => `目标文件 ${f.number(rows)} 行`,
      set: "已设置",
      outcome: (column, value) => `${column} = ${value}`,
    },
  },
  issues: {
    title: "文件中需要留意的地方",
    examples: (examples, all) => `${examples.join("、")}${all > examples.length && examples.length > 1 ? "……" : ""}`,
    told: {
      touches_unlisted: (n) => `${f.number(n)} 次触达的客户不在名单上，未计入：`,
      buyers_unlisted: (n) => `${f.number(n)} 位有购买的客户不在名单上，未计入：`,
      outside: (n) => `${f.number(n)} 位客户在某个维度上没有取值，不在任何格中：`,
      target_unknown: (n) => `${f.number(n)} 行目标对应的格不存在，未采用：`,
      target_repeated: (n) => `${f.number(n)} 行目标与前面的行重复，未采用：`,
      target_above_one: (n) => `${f.number(n)} 个目标超过 100%，未采用：`,
      target_percent: (n) => `${f.number(n)} 个目标没有百分号，已按百分数处理：`,
      target_negative: (n) => `${f.number(n)} 行目标含负数，负数未采用：`,
      targets_elsewhere: (n) => `${f.number(n)} 行目标不含当前的任何维度，未采用。请选择目标文件里有的维度。`,
      negative_potential: (n) => `${f.number(n)} 位客户的潜力为负，按未知处理：`,
      unknown_potential: (n) => `${f.number(n)} 位客户没有潜力数据，不计入未覆盖潜力：`,
      empty_period: (n) => `统计期间内没有触达；全部 ${f.number(n)} 次在：`,
      without_tier: (n) => `${f.number(n)} 位客户没有等级，因此没有计划：`,
      beyond_market: (n) => `${f.number(n)} 格的客户数或销售额超过市场数据：`,
      negative_sales: (n) => `${f.number(n)} 格的销售额为负，与市场对照时按零处理：`,
    },
  },
};
