import type { Words } from "..";
import { fall, inertiaText } from "../fall";
import { plain, type Sentence, sentence } from "../sentence";
import { f } from "./format";

const orders = { name: "年订单数", unit: null };
const basket = { name: "客单价", unit: null };
const plainAxes = [
  { name: "特征 1", unit: null },
  { name: "特征 2", unit: null },
] as const;

function falling(from: number, to: number): Sentence {
  const told = fall(f, from, to);
  return told === null
    ? sentence`簇内平方和仍为 ${inertiaText(f, to)}`
    : sentence`簇内平方和由 ${told[0]} 降到 ${told[1]}`;
}

export const learn: Words["learn"] = {
  title: "k-means 分步演示",
  inertia: (value) => inertiaText(f, value),
  samples: {
    blobs: {
      name: "界限分明的群",
      teaches: "四个大小相当的圆形群：只要起点合适，正是 k-means 最拿手的情形。",
      axes: [orders, basket],
    },
    uneven: {
      name: "宽窄不一的群",
      teaches: "一个松散的大群挨着两个紧凑的小群：k-means 偏好宽度相近的群，会把大群切开。",
      axes: [orders, basket],
    },
    elongated: {
      name: "拉长的群",
      teaches: "两个沿斜线拉长的群：k-means 只找圆形的群，会把两个群拦腰切断。",
      axes: [
        { name: "订单数", unit: null },
        { name: "消费额", unit: null },
      ],
    },
    moons: {
      name: "两弯月牙",
      teaches: "两弯互相咬合的月牙：直线边界分不开它们，k-means 在此失效。",
      axes: plainAxes,
    },
    rings: {
      name: "圆环与中心",
      teaches: "中心一团、外面一圈：两者均值相同，k-means 只会把它们对半切开。",
      axes: plainAxes,
    },
    scales: {
      name: "年龄与收入",
      teaches: "两个年龄段，收入高低都有：不做标准化时，以千计的收入会淹没年龄。",
      axes: [
        { name: "年龄", unit: "岁" },
        { name: "月收入", unit: null },
      ],
    },
  },
  own: {
    name: "我的客户",
    told: (x, y, shown, all, dropped, drawnIn) =>
      [
        shown < all
          ? `${x}与${y}：以固定种子从 ${f.number(all)} 位客户中抽取 ${f.number(shown)} 位。`
          : `${x}与${y}：共 ${f.number(all)} 位客户。`,
        ...(dropped > 0 ? [`${f.number(dropped)} 位客户缺少数值，未计入。`] : []),
        ...(drawnIn ? ["取对数时，小于 0 的数值按 0 计。"] : []),
      ].join(""),
  },
  steps: {
    seeded: {
      plus_plus: (k) =>
        sentence`在彼此相距较远的客户身上放下 ${f.number(k)} 个质心（k-means++），此时客户都还没有分群。`,
      random: (k) => sentence`随机抽取 ${f.number(k)} 位客户作为初始质心，此时客户都还没有分群。`,
      bad: (k) => sentence`${f.number(k)} 个质心挤在同一处出发：这是一个糟糕的起点。`,
      given: (k) => sentence`${f.number(k)} 个质心从您放置的位置出发，此时客户都还没有分群。`,
    },
    first: (n, inertia) =>
      sentence`${f.number(n)} 位客户各自归入最近的质心，簇内平方和（inertia）为 ${inertiaText(f, inertia)}。`,
    assigned: (changed, from, to) =>
      sentence`每位客户归入最近的质心：${f.number(changed)} 位换了群，${falling(from, to)}。`,
    moved: (from, to) => sentence`每个质心移到本群客户的均值处，${falling(from, to)}。`,
    refilled: (names, from, to) =>
      sentence`${plain(`质心 ${names.join("、")} `)}没有客户，跳到离自己质心最远的那位客户处；其余质心移到各自的均值处，${falling(from, to)}。`,
    converged: (iterations, inertia) =>
      sentence`没有客户再换群：k-means 经 ${f.number(iterations)} 次迭代收敛，簇内平方和为 ${inertiaText(f, inertia)}。`,
  },
  ends: {
    best: (starts) => sentence`另外 ${f.number(starts)} 个起点的结果都没有明显更低。`,
    better: (gain, inertia) =>
      sentence`还有更好的划分：簇内平方和可再低 ${f.percent(gain, gain < 0.01 ? 1 : 0)}，为 ${inertiaText(f, inertia)}。起点决定终点。`,
    alone: (name, k) => sentence`离群点独占了群 ${name}：${f.number(k)} 个群里有一个只描述一位客户。`,
    pulls: (name, share) => sentence`仅离群点一位就占簇内平方和的 ${f.percent(share, 0)}，并把质心 ${name} 拉向自己。`,
  },
  settings: "设置",
  data: "数据",
  axis: { x: "横轴", y: "纵轴" },
  k: "分群数 k",
  start: {
    name: "起点",
    kinds: { plus_plus: "k-means++", random: "随机客户", bad: "糟糕的起点", given: "手动放置" },
    again: "换一批种子",
  },
  scaling: "标准化",
  log: "取对数",
  outlier: "离群点",
  beware: (name, share) =>
    `未标准化：${name}占距离平方的 ${share > 0.999 ? "99.9% 以上" : f.percent(share, 0)}，几乎独自决定结果。`,
  stage: {
    description: (n, x, y, clusters) => `按${x}与${y}排布的 ${f.number(n)} 位客户，以及 ${f.number(clusters)} 个质心。`,
    outlier: "离群点",
    better: "✕ 更好划分的质心",
    centroid: (name, x, y) => `质心 ${name}，位于 ${x}、${y}。可用方向键移动。`,
    movable: "可移动的质心",
    hint: "可拖动质心，或用 Tab 键选中后以方向键移动。",
  },
  curve: {
    title: "簇内平方和",
    note: "每一步之后",
    best: "已知最优",
    description: (values) =>
      values.length === 0
        ? "第一次分群之后才有簇内平方和。"
        : `每一步之后的簇内平方和：${values.map((value) => inertiaText(f, value)).join("、")}。`,
  },
  clusters: { title: "各群", cluster: "群", customers: "客户", none: "–" },
  player: {
    label: "步骤",
    first: "到第一步",
    back: "后退一步",
    play: "播放",
    pause: "暂停",
    forward: "前进一步",
    last: "到最后一步",
    at: (step, steps) => `第 ${f.number(step)} 步，共 ${f.number(steps)} 步`,
    speed: "速度",
    perSecond: (steps) => `每秒 ${f.number(steps, 2)} 步`,
    projector: "投影模式",
    leave: "退出投影",
    keys: "按键",
  },
  keys: [
    ["← →", "后退、前进一步"],
    ["Home End", "到第一步、最后一步"],
    ["空格", "播放、暂停"],
    ["2 … 8", "分群数"],
    ["S", "标准化开关"],
    ["O", "加入或移除离群点"],
    ["B", "糟糕的起点，每按一次换一个"],
    ["N", "换一批种子"],
    ["F", "投影模式开关"],
    ["Tab、方向键", "选中并移动质心，按住 Shift 大步移动"],
  ],
};
