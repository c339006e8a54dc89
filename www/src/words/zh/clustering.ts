import type { Method } from "../../engine/protocol";
import type { Words } from "..";
import { plain, sentence } from "../sentence";
import { f } from "./format";

const methods: Record<Method, string> = { k_means: "k-means", gaussian_mixture: "高斯混合" };

export const clustering: Words["clustering"] = {
  cluster: (index) => `第 ${f.number(index + 1)} 群`,
  headline: (of) =>
    of.value === null
      ? sentence`分为 ${f.number(of.k)} 群；${plain(of.name)}有 ${f.number(of.customers)} 位客户，占 ${f.percent(of.share, 0)}。`
      : sentence`分为 ${f.number(of.k)} 群；${plain(of.name)}占客户的 ${f.percent(of.share, 0)}，贡献 ${f.percent(of.value, 0)} 的金额。`,
  trying: (from, to) => sentence`正在试算 ${f.number(from)} 到 ${f.number(to)} 群`,
  progress: (done, units) => `已完成 ${f.number(done)} / ${f.number(units)} 个计算单元`,
  basis: (of) =>
    `对 ${f.number(of.customers)} 位客户按 ${f.list(of.features)} 做 ${methods[of.method]} 聚类；群间差异占总平方和的 ${f.percent(of.explained, 0)}。`,
  dropped: (customers) => `${f.number(customers)} 位客户因缺值未参与。`,
  stopped: { title: "试算已停止", text: "已完成的分群数仍然显示；要得到其余结果请重新运行。" },
  filled: (name, customers) => `${name}：${f.number(customers)} 个缺失值以中位数填补`,
  join: " · ",
  mixtureNote: "各分群数的指标是 k-means 的；高斯混合只按所选的分群数拟合。",
  run: "重新运行",
  brought: {
    title: (from, k) => `已有来自 ${from} 的 ${f.number(k)} 群模型`,
    text: "可以把当前客户归入它的各群：特征和尺度不变，归到最近的质心。",
    assign: "用它给当前客户分群",
  },
  assigned: {
    title: (from) => `按 ${from} 的模型分群`,
    text: (share) =>
      `${f.percent(share, 0)} 的客户到质心的距离，超过建模客户中 95% 的人。如果明显高于 5%，说明模型已不适用。`,
    anew: "不用模型，直接聚类",
  },
  modelReady: (from) => `${from} 的模型已就绪，请拖入要分群的客户文件。`,
  start: "开始聚类",
  lacking: {
    title: "还没有聚类",
    text: "按距上次购买天数、频次、金额等几个特征比较客户，相近的归为一群。系统会试算 2 到 15 群并逐一评价。",
  },
  noFigures: {
    title: "没有可用来比较客户的特征",
    text: "聚类至少需要两位客户，以及一列取值不同的数字。请在“数据”中把某列指定为数值字段，或添加他们的订单文件。",
  },
  settings: "设置",
  features: {
    name: "特征",
    value: (names) => (names.length <= 4 ? f.list(names) : `${f.number(names.length)} 个特征`),
    title: "选择比较客户的特征",
    intro: "偏态的特征（少数极大值、多数较小值）取 ln(1 + x) 后更容易区分。如果不缩放，数值最大的特征会单独决定结果。",
    columns: {
      feature: "特征",
      spread: "最小 · 中位数 · 最大",
      missing: "缺失",
      transform: "变换",
      scaling: "缩放",
    },
    transformOf: (name) => `${name}的变换`,
    scalingOf: (name) => `${name}的缩放`,
    spread: (min, median, max) => `${min} · ${median} · ${max}`,
    none: "请至少选择一个特征。",
    cancel: "取消",
    apply: "按这些特征聚类",
  },
  missing: { name: "缺失值" },
  cap: {
    name: "离群值",
    off: "不处理",
    value: (low, high) => `缩尾到 ${f.percent(low, 1)} 与 ${f.percent(high, 1)} 分位`,
    label: "按分位数缩尾",
    low: "下限",
    high: "上限",
    wrong: "请填 0 到 100 之间的百分数，下限小于上限。",
    how: "低于下限或高于上限分位数的值先收到分位数处，再做变换和缩放。表中的原始均值和中位数不受影响。",
    told: (name, low, high) => `${name}：${f.number(low)} 个值调高到下限，${f.number(high)} 个值调低到上限`,
  },
  search: {
    name: "搜索",
    options: { default: "多次重启", thorough: "深度搜索" },
    hints: {
      default: "每个分群数从不同起点重复若干次，取最好的一次。",
      thorough: "在重启之外，再有意改动较好的解并继续改进，耗时更长。",
    },
    value: (effort, starts, seed) =>
      `${effort === "default" ? "" : "深度搜索，"}${f.number(starts)} 个起点 · 种子 ${seed}`,
    starts: "每个分群数的起点数",
    startsWrong: "请填 1 到 100 的整数。",
    seed: "随机种子",
    seedWrong: "请填 0 到 4,294,967,295 的整数。",
    how: "同一文件、同一设置、同一种子，在任何机器上得到的分群都相同。",
  },
  method: { name: "方法", options: methods },
  unscaled: (names) => `${f.list(names)}未缩放：数值最大的特征会左右结果。`,
  exportCustomers: (customers) => `将 ${f.number(customers)} 位客户存为 CSV`,
  saveModel: "保存模型",
  saveModelNote: "把特征、尺度和质心存为 JSON；以后和新客户的文件一起拖入，即可按同一模型分群。",
};
