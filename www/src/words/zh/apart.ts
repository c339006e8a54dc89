import type { FeatureKey, TraitKey } from "../../engine/protocol";
import type { Words } from "..";
import type { Degree } from "../en/apart";
import { f, spaced } from "./format";

type Plain = Exclude<FeatureKey["kind"], "share" | "column">;

const figures: Record<Plain, readonly [name: string, above: string, below: string]> = {
  recency: ["距上次购买的天数", "多", "少"],
  frequency: ["购买次数", "多", "少"],
  monetary: ["购买金额", "高", "低"],
  basket: ["客单价", "高", "低"],
  cadence: ["下单间隔", "长", "短"],
  tenure: ["距首次购买的天数", "多", "少"],
};

const named = (key: FeatureKey): readonly [name: string, above: string, below: string] => {
  if (key.kind === "share") return [`${key.value}占比`, "高", "低"];
  return key.kind === "column" ? [key.name, "高", "低"] : figures[key.kind];
};

const degrees: Record<Degree, (word: string) => string> = {
  some: (word) => `略${word}`,
  clear: (word) => `明显偏${word}`,
  far: (word) => `远${word}于全体`,
};

const of = (key: TraitKey, category: string): string => {
  if (key.kind === "weekday" || key.kind === "month") return `多在${category}下单的客户`;
  if (key.kind === "figure") return category;
  if (key.role === "region") return `来自${category}的客户`;
  if (key.role === "channel") return `主要通过${category}购买的客户`;
  if (key.role === "category") return `主要购买${category}的客户`;
  return `${key.name}为“${category}”的客户`;
};

export const apart: Words["apart"] = {
  unit: (key, text) => {
    if (key.kind === "recency" || key.kind === "cadence" || key.kind === "tenure") return `${text} 天`;
    return key.kind === "frequency" ? `${text} 单` : text;
  },
  figure: (told) => {
    const [name, above, below] = named(told.key);
    return spaced(
      `${name}${degrees[told.degree](told.above ? above : below)}（均值 ${told.value}，全体 ${told.overall}）`,
    );
  },
  category: ({ key, category, ratio, share, overall }) => {
    const who = of(key, category);
    if (share === 0) return spaced(`没有${who}（全体 ${f.percent(overall)}）`);
    const shares = `（${f.percent(share)}，全体 ${f.percent(overall)}）`;
    if (ratio >= 1.5) return spaced(`${who}占比是全体的 ${f.number(ratio, 1)} 倍${shares}`);
    return spaced(`${who}占比偏${ratio > 1 ? "高" : "低"}${shares}`);
  },
  sentence: (phrases) => `与全体相比：${phrases.join("；")}。`,
  nothing: "与全体相比，没有既足够大又足够可靠的差异。",
  within: (name, low, high) => {
    if (low === null) return `${name}不超过 ${high}`;
    return high === null ? `${name}大于 ${low}` : `${name}大于 ${low}、不超过 ${high}`;
  },
  is: (name, category) => spaced(`${name}为${category}`),
  isNot: (name, categories) => spaced(`${name}不为${either.format(categories)}`),
  rule: (conditions, of) =>
    spaced(
      `${conditions.join("，且")}：符合条件的 ${f.number(of.named)} 位客户中 ${f.percent(of.precision, 0)} 属于本群，覆盖本群的 ${f.percent(of.recall, 0)}。`,
    ),
  noRule: "没有一条简短的规则比“全部客户”更能描述本群。",
  facts: {
    n: "有取值的客户",
    count: "其中属于该类别",
    customers: "客户数",
    all: "全体客户",
    mean: "均值",
    meanOverall: "全体均值",
    quartiles: "四分位数",
    quartilesOverall: "全体四分位数",
    share: "占比",
    overall: "全体占比",
    index: "指数",
    difference: "标准化差异",
    v: "v 检验值",
    value: "金额",
    valueAll: "全体金额",
    named: "符合规则的客户",
    right: "其中属于本群",
    precision: "准确率",
    recall: "覆盖率",
  },
  quartiles: (low, median, high) => `${low} · ${median} · ${high}`,
  deviations: (value) => `${value} 个标准差`,
};

const either = new Intl.ListFormat("zh-CN", { type: "disjunction" });
