import type { Words } from "..";
import { plain, sentence } from "../sentence";
import { f } from "./format";

const people = (n: number): string => `${f.number(n)} 位客户`;

export const profiles: Words["profiles"] = {
  nobody: "没有客户归入任何群。",
  headline: (of) => {
    const brings = of.value === null ? plain("") : sentence`，贡献 ${f.percent(of.value, 0)} 的金额`;
    const apart = of.apart ?? "与全体相比没有可靠的差异";
    return sentence`“${plain(of.name)}”占客户的 ${f.percent(of.share, 0)}${brings}：${plain(apart)}。`;
  },
  basis: (of) =>
    `${people(of.customers)}分为 ${f.number(of.segments)} 群，按 ${f.number(of.traits)} 项特征逐群与全体比较。${of.unassigned === 0 ? "" : `未归群的 ${people(of.unassigned)}不参与。`}`,
  lacking: {
    title: "还没有可描述的群",
    text: "没有订单的客户可以通过聚类得到分群，也可以按客户文件中的文本字段划分。",
    toClusters: "去聚类",
  },
  noColumns: {
    title: "没有可用来描述客户的字段",
    text: "请把客户文件中的列指定为“数值字段”或“文本字段”，再重新读取。",
  },
  settings: "描述对象",
  division: "客户划分方式",
  export: "将群体特征存为 CSV",
  toPersonas: "查看客户画像",
  size: (customers, share) => `${people(customers)}，占全体 ${f.percent(share)}`,
  value: (share, mean) => (share === null ? `人均 ${mean}` : `占金额 ${f.percent(share)}，人均 ${mean}`),
  small: "不足 30 位客户，所有数字都不稳定。",
  segments: {
    title: "各群的突出之处",
    how: [
      "每群与所有已归群的客户比较。最多列出三项差异，最可靠的在前；只列既足够大又足够可靠的：标准化差异不小于 0.2，或指数在 80 至 120 之外，且 v 检验值的绝对值不小于 2.58。类别还要求本群至少有五位（或按全体占比应有五位）客户。",
      "标准化差异：本群均值减全体均值，以全体的标准差为单位。指数：本群占比除以全体占比，再乘 100。v 检验值：与随机抽取同样多客户相比，差异相当于几个标准误（与 FactoMineR 的 catdes 相同）；类别则由出现该人数的概率换算为正态分位数。",
      "“略”“明显”“远”分别对应 0.2、0.5、0.8 个标准差（Cohen）。",
    ],
    customers: "客户",
    value: "金额",
    mean: "人均金额",
    apart: "突出之处",
    rule: "规则",
    ruleHow: (sample, all) =>
      `用一棵浅决策树（最多三个条件）把本群与其他客户分开${sample < all ? `，规则由 ${people(all)}中的 ${f.number(sample)} 位得出` : ""}。准确率：符合规则的客户中属于本群的比例。覆盖率：本群客户中符合规则的比例。两者都在全体客户上计数。`,
    trend: (first, last, text) => `${first} 至 ${last} 的金额：${text}`,
    trendTitle: "金额走势",
  },
  table: {
    title: "各群对照",
    how: "数值为均值；类别为有取值的客户中的占比。只有既足够大又足够可靠的差异才着色：与全体相差的标准差越多，或占比与全体相差的倍数越大，颜色越深（两倍或一半为第二级）。",
    note: "差异既足够大又足够可靠时着色",
    trait: "特征",
    all: "全体",
    hint: "指向单元格或用方向键移动，可查看 n、指数、标准化差异和 v 检验值。",
    categories: (n) => `${f.number(n)} 类`,
    open: (name) => `展开${name}的类别`,
    shut: (name) => `收起${name}的类别`,
    group: (name, traits) => `${name}，${f.number(traits)} 项`,
    share: "占比",
    others: (n) => `其他 ${f.number(n)} 类`,
    low: "较低",
    high: "较高",
  },
  chart: { showTable: "表格", showChart: "图形" },
  spread: {
    title: "各群的分布",
    figure: "数值",
    category: "类别",
    boxes: {
      how: "箱体：居中的一半客户，中间的线为中位数。须线：箱长 1.5 倍以内最远的值。圆点：均值。虚线：全体客户的中位数。须线以外的值不画出，最小值和最大值见表格。",
      log: "对数刻度",
      median: (value) => `全体中位数 ${value}`,
      point: (of) =>
        `${of.name}\n中位数 ${of.median}，均值 ${of.mean}\n居中一半 ${of.lower} 至 ${of.upper}\n须线 ${of.low} 至 ${of.high}\n${people(of.n)}`,
      columns: ["群", "n", "最小值", "下四分位", "中位数", "上四分位", "最大值", "均值"],
      description: (name, segments) => `${f.number(segments)} 群的${name}箱线图。`,
    },
    shares: {
      how: "各类别在本群有取值的客户中所占的比例。只画出客户最多的几类，其余合并为“其他”。",
      others: "其他",
      point: (of) => `${of.name}\n${of.parts.join("\n")}\n${people(of.n)}`,
      part: (category, share) => `${category} ${f.percent(share)}`,
      description: (name, segments) => `${f.number(segments)} 群中${name}的构成。`,
    },
    nobody: (name) => `${name}\n没有取值`,
  },
  file: {
    name: "群体特征",
    columns: [
      "群",
      "客户数",
      "占客户",
      "金额",
      "占金额",
      "类型",
      "特征",
      "类别",
      "n",
      "均值或占比",
      "全体均值或占比",
      "下四分位",
      "中位数",
      "上四分位",
      "标准化差异",
      "指数",
      "v 检验值",
      "足够大且可靠",
    ],
    yes: "是",
    no: "否",
  },
};
