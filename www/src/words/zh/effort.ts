import type { Words } from "..";
import { plain, sentence } from "../sentence";
import { f } from "./format";

type Gained = Parameters<Words["effort"]["table"]["gain"]>[0];

const gained: Record<Gained, string> = {
  potential: "潜力",
  value: "销售额",
  customers: "客户",
  sales: "曲线测算的销售额",
};

const whole = (n: number) => f.number(Math.round(n));
const touches = (n: number) => `${whole(n)} 次`;
/** What is spent: touches where each costs one, else money. */
const spent = (n: number, inTouches: boolean) => (inTouches ? touches(n) : `成本 ${f.money(n)}`);
const gain = (n: number, of: Gained) => (of === "customers" ? `${whole(n)} 个` : f.money(n));
/** The same, short enough for a sentence. */
const short = (n: number, of: Gained) => (of === "customers" ? gain(n, of) : f.compact(n));

export const effort: Words["effort"] = {
  levers: { title: "调整情景", note: "拖动滑块、按方向键或直接输入，下方随之重算" },
  target: {
    name: "目标覆盖率",
    unit: "%",
    note: "每格客户中应覆盖的比例",
    ofFile: (cells, all) =>
      cells === all
        ? "各格在目标文件中都有自己的目标，以文件为准"
        : `${f.number(all)} 格中有 ${f.number(cells)} 格在目标文件中有自己的目标，这些格以文件为准`,
    wrong: "请填 0 到 100 之间的数",
  },
  plan: {
    name: (tier) => `${tier}：计划`,
    unit: "次/月",
    note: (customers, planned) => `${f.number(customers)} 位客户，期间每户 ${touches(planned)}`,
    wrong: "请填 0 到 31 之间的数",
    none: "没有客户等级就没有拜访计划：每格的需求按达到目标覆盖率所需的次数计。",
  },
  budget: {
    name: "预算，占现有投入",
    unit: "%",
    note: (of) =>
      `即 ${spent(of.budget, of.inTouches)}，其中各格必须保留 ${of.inTouches ? touches(of.held) : f.money(of.held)}`,
    wrong: "请填 0 到 10,000 之间的数",
  },
  cost: {
    name: "单次成本",
    unit: "/次",
    inTouches: "填 1 表示预算按次数计",
    inMoney: "单位与文件中的金额相同；另设了成本的类别以其为准",
    wrong: "请填大于 0 的数",
  },
  takes: {
    title: "需要多少投入",
    now: "期间已投入",
    target: "达到目标还需",
    plan: "完成计划还需",
    touches,
    cost: (cost) => `成本 ${f.money(cost)}`,
    forCustomers: (n) => `涉及 ${f.number(n)} 位客户`,
    ofNow: (share) => `相当于现有的 ${f.percent(share, 0)}`,
    reached: "不需要：各格均已达标",
    kept: "不需要：计划次数均已完成",
    how: [
      "达到目标：在未达标的格中，从还差次数最少的客户补起，补到算作已覆盖，直到该格达标。这是达标所需的最少次数。",
      "完成计划：逐个客户计算未完成的计划次数之和。一位客户多出的次数不能抵另一位客户的缺口。",
      "成本为次数乘以该格的单次成本。",
    ],
  },
  best: {
    title: "预算的最优分配",
    settings: "设置",
    none: "当前设置没有结果：通常是各格必须保留的次数超过了预算或可用次数。请降低下限，或提高预算、可用次数。",
    unbound: "清除下限与可用次数",
  },
  model: {
    name: "响应曲线",
    kinds: { constant: "固定响应", adbudg: "ADBUDG 曲线" },
    hints: {
      constant: "在需求以内，每次触达带来的回报相同",
      adbudg: "销售额随触达次数沿曲线上升，从不触达也能保留的部分直到潜力",
    },
    shape: "指数 c",
    shapeNote: "大于 1 时为 S 形；不大于 1 时边际回报逐次递减",
    shapeWrong: "请填 0.1 到 10 之间的数",
    kept: "不触达也能保留的销售额",
    keptWrong: "请填 0 到 99 之间的数",
    how: [
      "固定响应：一格的价值（潜力；没有潜力时取本品销售额，都没有时取客户数）由所需次数平均实现，每次的回报为价值 ÷ 需求。目前的触达只计每个客户需求以内的次数。",
      "ADBUDG：销售额 = b + (a − b) · xᶜ / (d + xᶜ)，x 为投在该格的投入。a 取该格的潜力，b 取销售额中不触达也能保留的部分，d 的取值使曲线经过该格目前的触达次数和销售额，c 为指数。",
      "一格的需求是计划次数；没有计划时，是达到目标覆盖率所需的次数。超出需求的部分不再投入。",
      "预算投向边际回报最高之处，并满足下限、上限和可用次数。结果是所述模型下的精确最优解，不是近似；若未能证明最优，会写明与上界的差距。模型中的次数是连续的，显示时取整。",
      "模型是对响应的假设，不是测量：数据在每格只有一个点。请看方向，并用小范围试点检验。",
    ],
  },
  floor: {
    name: "各格至少保留",
    value: (share) => `现有次数的 ${f.percent(share, 0)}`,
    unit: "%（现有次数）",
    note: "各格不会低于现有次数的这一比例（以其需求为限）。单格的上下限在表中设置。",
    wrong: "请填 0 到 100 之间的数",
  },
  by: {
    name: "成本与可用次数",
    label: "按",
    none: "全部相同",
    own: (dimension, segments) => `按${dimension}，已设 ${f.number(segments)} 项`,
    cost: "单次成本",
    capacity: "可用次数",
    costOf: (segment) => `${segment}的单次成本`,
    capacityOf: (segment) => `${segment}在期间内的可用次数`,
    unlimited: "不限",
    note: "可用次数按整个期间计。要限制每位负责人的次数，请把负责人选为分格维度之一。",
    fromPlan: "采用负责人的可用次数",
  },
  headline: (of) => {
    const amount = (n: number) => (of.inTouches ? `${touches(n)}触达` : `成本 ${f.money(n)}`);
    const start =
      of.budget !== 1
        ? sentence`预算为现有的 ${f.percent(of.budget, 0)}（投入 ${plain(spent(of.spent, of.inTouches))}）时`
        : of.available !== null
          ? sentence`现有 ${amount(of.available)}中只用 ${spent(of.spent, of.inTouches)}`
          : sentence`同样的 ${amount(of.spent)}`;
    const after = short(of.after, of.gained);
    const name = plain(gained[of.gained]);
    if (of.rise === null) return sentence`${start}，可实现${name} ${after}。`;
    if (Math.abs(of.rise) < 0.0005) return sentence`${start}，可实现的${name}与现在相同：${after}。`;
    const much = sentence`${plain(of.rise > 0 ? "多" : "少")} ${f.percent(Math.abs(of.rise))}`;
    return sentence`${start}，可实现的${name}${much}：由 ${short(of.before, of.gained)} 变为 ${after}。`;
  },
  proof: {
    exact: "这是所述模型的最优解：在这些约束内，没有别的分配能带来更多。",
    bound: (bound, of, share) => `在这些约束内不会超过 ${gain(bound, of)}；本方案与它相差至多 ${f.percent(share, 2)}。`,
    idle: (left, inTouches) =>
      `预算中有 ${spent(left, inTouches)}${inTouches ? "" : " "}用不上：受需求、上限或可用次数所限，没有格能再吸收。`,
    leftOut: (cells) =>
      `${f.number(cells)} 格未参与（表中已标出）：没有触达、没有销售额，或潜力不高于销售额，画不出曲线。这些格保持现有次数。`,
    noPotential: "曲线需要客户潜力和销售额：请在客户文件中加入潜力列，并加入订单文件。在此之前请用固定响应。",
    purchases:
      "没有拜访文件，这里把购买当作触达：被重新分配的是订单，而订单并不由我们支配。加入拜访或联系记录后，方案才可执行。",
    above: "部分格目前的次数已超过需求；超出部分一律让出，即使曲线仍在上升。",
  },
  chart: {
    title: "调整前后的触达次数",
    note: (shown, all) =>
      shown === all ? "按变化从大到小" : `${f.number(all)} 格中变化最大的 ${f.number(shown)} 格，全部见表`,
    axis: "期间触达次数",
    before: "现有",
    after: "最优",
    most: "需求",
    point: (of) =>
      `${of.name}\n${whole(of.before)} → ${touches(of.after)}，需求 ${touches(of.need)}\n${gained[of.gained]} ${gain(of.gainBefore, of.gained)} → ${gain(of.gainAfter, of.gained)}`,
    change: (n) => (Math.round(n) > 0 ? `+${whole(n)}` : Math.round(n) < 0 ? `−${whole(-n)}` : "0"),
    description: (cells) => `${f.number(cells)} 格现有与最优的触达次数，以及各格的需求。`,
  },
  moves: {
    title: "从哪里调到哪里",
    note: "让出与接收按大小配对；具体调哪一次不影响结果。",
    all: (n) => `显示全部 ${f.number(n)} 项`,
    columns: { from: "从", to: "到", touches: "次数", given: "减少次数", taken: "增加次数", cost: "成本" },
    added: "新增预算",
    left: "结余预算",
    by: "按维度汇总",
    summed: (dimension) => `按${dimension}汇总`,
    given: "让出",
    taken: "接收",
    amount: (n, inTouches) => (inTouches ? touches(n) : f.money(n)),
    point: (from, to, amount) => `${from} → ${to}\n${amount}`,
    description: (n) => `${f.number(n)} 项调整从让出一侧流向接收一侧，数字见表格。`,
    none: "无需调整：现有分配已是最优，或受约束不能移动。",
  },
  table: {
    title: "全部分格",
    note: "上下限留空即按统一设置；任何一格都不会超过需求",
    cell: "分格",
    before: "现有",
    after: "最优",
    change: "变化",
    need: "需求",
    floor: "下限",
    ceiling: "上限",
    cost: "单次成本",
    gain: (of) => {
      const name = { potential: "潜力", value: "销售额", customers: "客户", sales: "测算销售额" }[of];
      return [`现有${name}`, `最优${name}`];
    },
    total: "合计",
    leftOut: "未参与",
    floorOf: (cell) => `${cell}的次数下限`,
    ceilingOf: (cell) => `${cell}的次数上限`,
    wrong: "请填不小于 0 的数",
    more: (n) => `再显示 ${f.number(n)} 行`,
    reset: "清除各格的上下限",
    export: "保存为 CSV",
  },
  empty: {
    title: "还没有可分配的投入",
    text: "请加入拜访、联系或外呼记录（每次触达一行，含客户和日期），或加入订单：之后这里会算出达到目标、完成计划需要多少投入，以及同样的投入放在哪里回报更高。",
    action: "添加文件",
  },
  file: {
    name: "资源分配",
    leftOut: "未参与",
    columns: (of) => [
      "现有次数",
      "最优次数",
      "变化",
      "需求",
      "下限",
      "单格上限",
      "单次成本",
      "现有投入",
      "最优投入",
      `现有${gained[of]}`,
      `最优${gained[of]}`,
      "备注",
    ],
  },
};
