import type { Vote } from "../../engine/protocol";
import type { Words } from "..";
import { f, spaced } from "./format";

const votes: Record<Vote, string> = {
  knee: "簇内平方和的拐点",
  silhouette: "轮廓系数",
  calinski_harabasz: "Calinski-Harabasz",
  davies_bouldin: "Davies-Bouldin",
  gap: "Gap 统计量",
  stability: "稳定性",
};

const people = (n: number): string => `${f.number(n)} 位客户`;
const groups = (n: number): string => `${f.number(n)} 群`;
const two = (value: number): string => f.fixed(value, 2);
const list = (items: readonly string[]): string => spaced(f.list(items));
const lean = (higher: readonly string[], lower: readonly string[]): string =>
  spaced(
    [...(higher.length > 0 ? [`${list(higher)}越高`] : []), ...(lower.length > 0 ? [`${list(lower)}越低`] : [])].join(
      "，",
    ),
  );

export const clusters: Words["clusters"] = {
  chart: { showTable: "表格", showChart: "图形" },
  how: {
    inertia:
      "簇内平方和（inertia）：每位客户到所在群质心的距离平方之和。分群数越多，它越低，所以不看最低值，而看拐点，即再增加分群数已收效甚微之处。",
    drop: "比少一群时簇内平方和下降的比例。",
    silhouette:
      "每位客户的 (b - a) / max(a, b)：a 为到本群客户的平均距离，b 为到其他群平均距离中最小的一个。1 表示分得很开，0 表示在边界上，小于 0 表示离别的群更近。不超过 6,000 位客户时精确计算，超过时按固定种子抽取 6,000 位。",
    calinskiHarabasz: "各群质心之间的离散程度与群内离散程度之比（各除以自由度）。越大越好，数值高低因数据而异。",
    daviesBouldin: "每群与其最相似的另一群的相似度（两群离散程度之和除以质心距离）的平均值。越小越好。",
    gap: "簇内平方和的对数比同一范围内均匀随机数据低多少。取第一个满足以下条件的分群数：Gap 不低于下一个分群数的 Gap 减去其标准误。竖线为一倍标准误。",
    stability:
      "对客户有放回地重抽样后重新聚类，每群与最相近的新群的平均 Jaccard 相似度。低于 0.60 不稳定，0.60–0.75 存疑，0.75–0.85 稳定，高于 0.85 非常稳定（Hennig 2007）。",
    hits: "簇内平方和与最低值相差不超过百万分之一的起点数。命中很少，说明可能错过了更低的解：请增加起点数，或改用深度搜索。",
    suggestion:
      "五项指标各投一票。所有群都稳定的分群数加一票，含不稳定群的减一票；票数相同取较小者。这是附有理由的建议，不是结论，还要看打算如何使用这些群。",
    projection: "主成分：缩放后的特征变化最大的两个方向。图上分开的确实分开；图上重叠的，在未画出的方向上仍可能不同。",
    standardised: "颜色：群均值与全体均值之差，以全体客户的标准差为单位。数字：以特征自身单位表示的均值。",
    sizes: "金额为该群客户的净额。各群按 M（未用 M 时按第一个特征）的均值由高到低编号，重新运行时编号和颜色不变。",
    rand: "调整兰德指数：对所有客户两两配对，两种分群在“同群或不同群”上的一致程度，扣除随机因素。0 为随机水平，1 为完全相同；0.65 以上为较好，0.90 以上为极好（Steinley 2004）。",
  },
  curve: {
    title: "分群数",
    note: "点选或用方向键选择分群数",
    axis: "分群数 k",
    panels: {
      inertia: "簇内平方和",
      silhouette: "轮廓系数，越大越好",
      calinskiHarabasz: "Calinski-Harabasz，越大越好",
      daviesBouldin: "Davies-Bouldin，越小越好",
      gap: "Gap 与标准误",
      stability: "最不稳定的群，低于 0.60 为不稳定",
    },
    knee: "拐点",
    suggested: "建议",
    chosen: "已选",
    both: "建议，已选",
    pending: "尚未计算",
    clusters: groups,
    point: {
      inertia: (value, drop) => `簇内平方和 ${value}${drop === null ? "" : `，比上一档低 ${drop}`}`,
      silhouette: (value) => `轮廓系数 ${f.fixed(value, 3)}`,
      calinskiHarabasz: (value) => `Calinski-Harabasz ${value}`,
      daviesBouldin: (value) => `Davies-Bouldin ${f.fixed(value, 3)}`,
      gap: (value, error) => `Gap ${f.fixed(value, 3)}${error === null ? "" : ` ± ${f.fixed(error, 3)}`}`,
      stability: (value, band) => `最不稳定的群 ${two(value)}，${band}`,
      hits: (hits) => `${f.number(hits)} 个起点命中`,
    },
    description: (from, to, suggested) =>
      `${f.number(from)} 至 ${f.number(to)} 群的各项指标。${suggested === null ? "" : `建议 ${groups(suggested)}。`}`,
    table: {
      title: "各分群数的指标",
      columns: {
        k: "k",
        inertia: "平方和",
        drop: "降幅",
        silhouette: "轮廓",
        calinskiHarabasz: "CH",
        daviesBouldin: "DB",
        gap: "Gap",
        stability: "稳定",
        hits: "命中",
      },
      full: {
        k: "分群数",
        inertia: "簇内平方和",
        drop: "簇内平方和降幅",
        silhouette: "轮廓系数",
        calinskiHarabasz: "Calinski-Harabasz 指数",
        daviesBouldin: "Davies-Bouldin 指数",
        gap: "Gap 统计量",
        stability: "最不稳定的群",
        hits: "命中最低簇内平方和的起点数",
      },
      how: "指标说明",
      drawn: (of) =>
        `本次每个分群数：重抽样 ${f.number(of.resamples)} 次，每次 ${people(of.resampleCustomers)}；随机参照数据 ${f.number(of.references)} 组，每组 ${f.number(of.referencePoints)} 位。`,
      best: "该指标选中",
      legend: "● 该指标选中",
      choose: (k) => `选择 ${groups(k)}`,
    },
  },
  suggestion: {
    votes,
    text: (own, others) => {
      const names = (given: readonly Vote[]) => list(given.map((vote) => votes[vote]));
      const reason = own.length === 0 ? "没有指标直接选中，介于各指标的选择之间" : `${names(own)}支持这一分群数`;
      const rest = others.map((other) => `${names(other.votes)}选 ${f.number(other.k)}`);
      return spaced(`${reason}${rest.length === 0 ? "" : `；${rest.join("，")}`}。`);
    },
    title: (k) => `建议分 ${groups(k)}`,
    waiting: "所有分群数试算完毕后给出建议。",
    take: (k) => `采用 ${groups(k)}`,
    chosen: (k) => `您选择了 ${groups(k)}。`,
  },
  scatter: {
    title: "客户散点图",
    shown: (shown, all) =>
      shown === all ? `全部 ${people(all)}` : `${people(all)}中的 ${f.number(shown)} 位，按固定种子随机抽取`,
    x: "横轴",
    y: "纵轴",
    components: "主成分",
    component: (n, share) => `主成分 ${n}（解释 ${f.percent(share, 0)} 的方差）`,
    log: "对数刻度",
    right: (higher, lower) => `越往右：${lean(higher, lower)}。`,
    up: (higher, lower) => `越往上：${lean(higher, lower)}。`,
    beyond: (customers) => `其中 ${people(customers)}离其余客户很远，画在边缘。`,
    withUnit: (name, unit) => `${name}（${unit}）`,
    axes: (right, up, together) => `。${right}${up}${together}`,
    together: (share) => `两轴合计解释 ${f.percent(share, 0)} 的方差。`,
    point: (name, customers, share) => `${name}\n${people(customers)}，占 ${f.percent(share)}`,
    description: (shown, all, k, x, y) =>
      `${people(all)}中的 ${f.number(shown)} 位画成散点，分为 ${groups(k)}；横轴：${x}，纵轴：${y}。`,
  },
  heat: {
    title: "各群的差别",
    note: "群均值；其下为与全体均值相差几个标准差",
    cluster: "群",
    all: "全体客户",
    low: "较低",
    high: "较高",
    sd: (value) => `${Math.abs(value) < 0.05 ? "" : value < 0 ? "−" : "+"}${f.fixed(Math.abs(value), 1)} σ`,
    detail: {
      none: "无人有数值",
      mean: (value) => `均值 ${value}`,
      median: (value) => `中位数 ${value}`,
      all: (value) => `全体均值 ${value}`,
      customers: people,
    },
    hint: "指向单元格或用方向键移动，可查看中位数。",
  },
  silhouette: {
    title: "轮廓图",
    axis: "轮廓系数",
    mean: (value) => `均值 ${two(value)}`,
    note: (mean, negative) => (mean === null ? "–" : `${two(mean)} · ${f.number(negative)}`),
    noteTitle: "均值 · 负值",
    from: (sample, all) => (sample < all ? `抽样 ${people(sample)}，全体 ${f.number(all)} 位` : `全部 ${people(all)}`),
    summary: (mean, negative, sample, from) =>
      `${from}，均值 ${f.fixed(mean, 3)}：${mean >= 0.7 ? "结构清晰" : mean >= 0.5 ? "结构较为合理" : mean >= 0.25 ? "结构较弱" : "没有明显结构"}（Kaufman 与 Rousseeuw 的标准）。${negative === 0 ? "没有客户" : `${people(negative)}（${f.percent(negative / sample)}）`}离别的群比离本群更近。`,
    point: (name, mean, negative, customers) =>
      `${name}\n${mean === null ? "样本中没有该群客户" : `均值 ${f.fixed(mean, 3)}`}\n负值 ${f.number(negative)}\n该群共 ${people(customers)}`,
    columns: ["群", "均值", "负值", "客户"],
    description: (k, mean) => `${groups(k)}的轮廓系数，均值 ${f.fixed(mean, 3)}。`,
  },
  sizes: {
    title: "各群概况",
    note: "点选一行，各图同时突出显示",
    columns: {
      cluster: "群",
      customers: "客户",
      share: "占客户",
      valueShare: "占金额",
      silhouette: "轮廓系数",
      stability: "稳定性",
    },
    rename: (name) => `重命名${name}`,
    newName: (name) => `${name}的新名称`,
    bands: { unstable: "不稳定", doubtful: "存疑", stable: "稳定", highly_stable: "非常稳定" },
    warning: (names, all) =>
      `${names.length > 4 ? `${groups(all)}中有 ${groups(names.length)}` : list(names)}不稳定（低于 0.60）：换一批同类客户，分法就会不同。请换一个分群数，或不要据此行动。`,
  },
  compare: {
    title: "与 RFM 分群对照",
    note: "行：RFM 分群，列：聚类的群；颜色越深，占该行比例越大",
    noteDark: "行：RFM 分群，列：聚类的群；颜色越亮，占该行比例越大",
    corner: "分群",
    total: "合计",
    index: "调整兰德指数",
    scale: { chance: "0 随机", same: "1 相同" },
    agreement: {
      none: "一致程度与随机无异：两种分群从不同角度描述同一批客户。",
      little: "一致程度很低：各自看到了对方没有看到的差别。",
      partly: "部分一致：有些群相同，有些群划分不同。",
      largely: "大体一致：多数客户的归类相同。",
      same: "几乎相同：两种分群用一种即可。",
    },
    cell: (row, column, customers, share) => `${row}，${column}：${people(customers)}，占该行 ${f.percent(share)}`,
  },
};
