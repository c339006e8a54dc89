import type { Words } from "..";
import { plain, sentence } from "../sentence";
import { f, spaced } from "./format";

type Zh = Words["market"];

const cells = (n: number) => `${f.number(n)} 个细分市场`;

const measures: Zh["against"]["measures"] = { share: "市场份额", penetration: "渗透率", attainment: "目标达成率" };

const ofMeasure: Zh["against"]["measures"] = { share: "占市场", penetration: "占市场客户", attainment: "占销售目标" };

const weighed: Zh["stances"]["weighed"] = {
  market: "占市场",
  universe: "占市场客户",
  potential: "占潜力",
  customers: "占客户",
};

const zones: Zh["stances"]["zones"] = { invest: "优先投入", select: "择优发展", harvest: "维持收割" };

const why: Record<Parameters<Zh["table"]["lackingPart"]>[1], string> = {
  universe: "缺市场客户数",
  market: "缺市场销售额",
  marketBefore: "缺上期市场销售额",
  target: "缺销售目标",
  orders: "缺订单",
  before: "缺上期订单",
  potential: "缺潜力或触达记录",
};

export const market: Zh = {
  title: "市场对照",
  headline: {
    share: (of) => {
      const all = sentence`市场份额 ${f.percent(of.whole)}：市场共 ${f.compact(of.base)}，本品 ${f.compact(of.own)}`;
      return of.worst === null
        ? sentence`${all}${plain("。")}`
        : sentence`${all}。缺口最大的是${of.worst.name}，份额 ${f.percent(of.worst.rate)}，比按整体份额少 ${f.compact(of.worst.short)}${plain("。")}`;
    },
    penetration: (of) => {
      const all = sentence`渗透率 ${f.percent(of.whole)}：市场客户 ${f.number(of.base)} 位，活跃 ${f.number(of.own)} 位`;
      return of.worst === null
        ? sentence`${all}${plain("。")}`
        : sentence`${all}。缺口最大的是${of.worst.name}，渗透率 ${f.percent(of.worst.rate)}，比按整体渗透率少 ${f.number(Math.round(of.worst.short))} 位。`;
    },
    attainment: (of) => {
      const all = sentence`销售目标达成 ${f.percent(of.whole)}：目标 ${f.compact(of.base)}，实际 ${f.compact(of.own)}`;
      return of.worst === null
        ? sentence`${all}${plain("。")}`
        : sentence`${all}。缺口最大的是${of.worst.name}，达成 ${f.percent(of.worst.rate)}，还差 ${f.compact(of.worst.short)}${plain("。")}`;
    },
    none: sentence`没有这些细分市场的市场数据；以下矩阵和检验只依据客户。`,
  },
  basis: (of) =>
    `市场数据：${of.file}，${of.period === null ? "" : `${of.period}，`}${f.number(of.rows)} 行。${of.span === null ? "" : `本品销售额：${f.day(of.span.from)} 至 ${f.day(of.span.to)}。`}`,
  targetsFile: "目标文件",
  settings: {
    label: "市场数据所在的列",
    columns: {
      market: "市场销售额",
      marketBefore: "上期市场销售额",
      universe: "市场客户数",
      sales: "销售目标",
      rate: "目标覆盖率",
    },
    none: "无",
    only: (column) => column,
    reset: "恢复自动识别",
  },
  empty: {
    title: "还没有市场数据",
    text: (dimensions) =>
      `请添加一个文件，每个细分市场、每期一行：${f.list(dimensions)}的写法与客户文件一致，后面各列有哪些给哪些，列名会自动识别。`,
    example: "例如",
    columns: {
      period: "季度",
      universe: "市场客户数",
      market: "市场销售额",
      marketBefore: "上期市场销售额",
      rate: "目标覆盖率",
      target: "目标销售额",
    },
    period: "2025Q4",
    adds: [
      "有市场客户数，可算各细分市场的渗透率。",
      "有市场销售额，可算市场份额、份额指数和应有销售额；再有上期市场销售额，可比较本品与市场的增速。",
      "有目标覆盖率，则各细分市场用各自的目标，不再用统一目标；有目标销售额，可算目标达成率。",
    ],
    without: "只凭客户能回答的部分见下方。",
    toData: "添加文件",
  },
  against: {
    title: { share: "各细分市场的市场份额", penetration: "各细分市场的渗透率", attainment: "各细分市场的目标达成率" },
    measure: "显示",
    measures,
    weight: ofMeasure,
    whole: (rate) => `整体 ${f.percent(rate)}`,
    note: (of) =>
      of.shown < of.all
        ? `按规模列出最大的 ${f.number(of.shown)} 个，共 ${f.number(of.all)} 个，其余见表。棕色：低于整体。`
        : "按规模从大到小。棕色：低于整体。",
    point: (of) => {
      const size =
        of.measure === "penetration" ? `${f.number(Math.round(Math.abs(of.short)))} 位` : f.compact(Math.abs(of.short));
      const than = of.measure === "attainment" ? "比目标" : `比按整体${measures[of.measure]}`;
      return [
        of.name,
        `${measures[of.measure]} ${f.percent(of.rate)}，整体 ${f.percent(of.whole)}`,
        `${ofMeasure[of.measure]} ${f.percent(of.weight)}`,
        `${than}${of.short > 0 ? "少" : "多"} ${size}`,
      ].join("\n");
    },
    description: (of) => `${of.title}：${cells(of.shown)}的条形与各自规模，竖线为整体 ${f.percent(of.whole)}。`,
    how: [
      "左侧为该细分市场占整体的比重，右侧为在其中做到的比率。虚线为整体比率，低于它的条形为棕色。",
      "灰条长而棕条短的地方，缺口最大。",
    ],
  },
  table: {
    title: "各细分市场与市场对照",
    titleAlone: "各细分市场的客户与销售额",
    cell: "细分市场",
    whole: "合计",
    weight: weighed,
    columns: {
      customers: "活跃客户数",
      universe: "市场客户数",
      penetration: "渗透率",
      weighted: "加权铺货率",
      sales: "本品销售额",
      market: "市场销售额",
      share: "市场份额",
      index: "份额指数",
      expected: "应有销售额",
      growth: "本品增速",
      marketGrowth: "市场增速",
      target: "销售目标",
      attainment: "目标达成率",
    },
    note: (all) => `${cells(all)}，按规模从大到小`,
    sortHint: (header) => `按${header}排序`,
    beyond: "本品数据超过市场数据",
    beyondNote: (n) =>
      `标出的 ${cells(n)}，本品数据超过市场数据，两边口径不一致。使用份额前请核对期间、单位和客户范围。`,
    concentration: (of) =>
      sentence`本品销售额的集中度相当于平均分布在 ${f.number(1 / of.index, 1)} 个细分市场，共有 ${f.number(of.cells)} 个（赫芬达尔指数 ${f.number(of.index, 3)}）。`,
    lacking: (parts) => `未列出：${parts.join("；")}。`,
    lackingPart: (names, reason, unplaced) =>
      `${f.list(names)}（${unplaced ? "目标文件没有按这些维度逐一分到细分市场" : why[reason]}）`,
    how: [
      "细分市场是各维度取值的一种组合，即覆盖缺口里的一格。",
      "活跃客户：期内有购买；没有订单时为期内已覆盖。渗透率为活跃客户占市场客户的比例，即数量铺货率。加权铺货率为已覆盖客户的潜力占全部潜力的比例。",
      "市场份额为本品销售额占市场销售额的比例。份额指数为该份额除以整体份额再乘 100。应有销售额为把本品全部销售额按市场分布摊到各细分市场所得。",
      "增速与上期相比。目标达成率为本品销售额除以销售目标。合计行的比率只计两边数据都有的细分市场。",
      "琥珀色：份额指数低于 100、增速落后于市场、目标未达成。",
      "赫芬达尔指数为各细分市场占本品销售额比例的平方和；其倒数即相当于几个同样大小的细分市场。",
    ],
  },
  stances: {
    title: "吸引力与竞争力",
    say: (of) =>
      of.cells === 0
        ? sentence`没有细分市场位于对角线上方：没有哪个既更有吸引力、又更有竞争力。`
        : sentence`优先投入 ${f.number(of.cells)} 个细分市场，${plain(weighed[of.by])} ${f.percent(of.share, 0)}：${plain(of.more > 0 ? spaced(`${of.names.join("、")}等 ${f.number(of.cells)} 个`) : f.list(of.names))}${plain("。")}`,
    weighed,
    note: (n) => `只是这 ${cells(n)}之间的相对排序，并非绝对水平。圆点面积为规模。`,
    axes: { attractiveness: "吸引力", strength: "竞争力" },
    thirds: ["低", "中", "高"],
    zones,
    zoneNotes: {
      invest: "有吸引力，基础也不差",
      select: "逐个挑选",
      harvest: "维持现状，少投入",
    },
    zoneSize: (n, share, by) => `${f.number(n)} 个，${weighed[by]} ${f.percent(share, 0)}`,
    zoneNone: "无",
    zoneMore: (n) => `另有 ${f.number(n)} 个`,
    point: (of) =>
      `${of.name}\n${zones[of.zone]}\n吸引力 ${f.fixed(of.attractiveness, 2)}，竞争力 ${f.fixed(of.strength, 2)}\n${weighed[of.by]} ${f.percent(of.weight)}`,
    description: (n) => `${cells(n)}的三乘三矩阵：横轴竞争力，纵轴吸引力，圆点面积为规模。`,
    columns: { cell: "细分市场", attractiveness: "吸引力", strength: "竞争力", zone: "建议" },
    settings: "各项标准的权重",
    weights: { attractiveness: "吸引力权重", strength: "竞争力权重" },
    criteria: {
      size: "规模",
      growth: "市场增速",
      whiteSpace: "待开发空间",
      share: "份额",
      coverage: "覆盖率",
      momentum: "本品增速",
    },
    sizes: { market: "市场销售额", potential: "潜力", customers: "客户数" },
    shares: { market: "市场份额", wallet: "钱包份额" },
    weight: (name, weight, known) => (known ? `${name} ${f.number(weight, 2)}` : `${name} –`),
    unknown: {
      growth: "需要本期和上期的市场销售额。",
      whiteSpace: "需要潜力和本品销售额。",
      share: "需要市场销售额或潜力，以及本品销售额。",
      coverage: "需要触达记录。",
      momentum: "需要上期订单。",
    },
    notKnown: "没有数据，不参与评分。",
    wrong: "请填 0 到 5 的数，三项不能都为 0。",
    reset: "恢复等权",
    none: { title: "有权重的标准都没有数据", text: "请在两边各给一项有数据的标准加上权重。" },
    chart: { showTable: "看表格", showChart: "看图" },
    how: [
      "吸引力和竞争力是各项标准排名的加权平均：每项标准取该细分市场在全部中的名次，折算到 0 至 1。没有数据的标准不参与。",
      "规模取市场销售额，没有则取潜力，再没有取客户数。待开发空间为潜力减去本品销售额。份额取市场份额，没有则取钱包份额。按三等分为低、中、高。",
      "对角线上方为优先投入，线上为择优发展，下方为维持收割。这只是相对排序，供讨论时参考，不能代替决策。",
    ],
  },
  checks: {
    title: "有效性检验",
    say: (of) =>
      of.open === 0
        ? sentence`${cells(of.segments)}中，${f.number(of.all)} 个通过全部五项检验。`
        : sentence`${cells(of.segments)}中，${f.number(of.told)} 个通过现有数据能判断的 ${f.number(5 - of.open)} 项检验。`,
    hardest: (name, n) => sentence`未通过最多的是${plain(name)}，${f.number(n)} 个。`,
    open: (names) => `数据不足以判断：${f.list(names)}。`,
    questions: {
      measurable: "可衡量性",
      substantial: "足量性",
      accessible: "可接近性",
      differentiable: "差异性",
      actionable: "可行动性",
    },
    figures: {
      measurable: "潜力或金额已知",
      substantial: "占总体",
      accessible: "曾触达",
      differentiable: "与均值差（标准差）",
      actionable: "有计划和负责人",
    },
    how: {
      measurable: "已知潜力（没有则看金额）的客户所占比例，80% 起通过。",
      substantial: "占全部潜力（没有则看金额，再没有看客户数）的比例，达到平均份额的一半、且客户不少于 30 位为通过。",
      accessible: "曾被触达的客户所占比例，50% 起通过。",
      differentiable: "平均潜力（没有则看金额）与全体相差几个标准差，0.2 起、且差异可靠（v.test 不小于 2.58）为通过。",
      actionable: "既有拜访计划又有负责人的客户所占比例，80% 起通过。",
    },
    pass: "通过",
    fail: "未通过",
    untold: "无法判断",
    passed: "通过项数",
    passedOf: (passed, told) => `${f.number(passed)} / ${f.number(told)}`,
    legend: { pass: "通过", fail: "未通过", untold: "无法判断" },
  },
  export: "保存为 CSV",
  file: { name: "市场对照", zone: "建议" },
};
