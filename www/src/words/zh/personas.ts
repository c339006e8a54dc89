import type { FeatureKey, TraitKey } from "../../engine/protocol";
import type { Words } from "..";
import { plain, sentence } from "../sentence";
import { f, spaced } from "./format";
import { terms } from "./terms";

type Attribute = Extract<TraitKey, { readonly kind: "attribute" }>;
type Plain = Exclude<FeatureKey["kind"], "share" | "column">;

const adjectives: Record<Plain, { readonly above: string; readonly below: string }> = {
  recency: { above: "久未购买", below: "近期活跃" },
  frequency: { above: "高频", below: "低频" },
  monetary: { above: "高消费", below: "低消费" },
  basket: { above: "高客单价", below: "低客单价" },
  cadence: { above: "回购慢", below: "回购快" },
  tenure: { above: "首购较早", below: "首购较晚" },
};

const used = (how: "多" | "少", { role, name }: Attribute, category: string): string => {
  if (role === "region") return `${how}来自${category}`;
  if (role === "channel") return `${how}用${category}`;
  return role === "category" ? `${how}买${category}` : `${name}${how}为“${category}”`;
};

const against = (share: number, overall: number): string => `${f.percent(share)}，全体为 ${f.percent(overall)}`;

export const personas: Words["personas"] = {
  headline: (n, first) => {
    if (first === null) return sentence`共 ${f.number(n)} 张客户画像。`;
    const brings = first.value === null ? plain("") : sentence`，贡献 ${f.percent(first.value, 0)} 的金额`;
    return sentence`共 ${f.number(n)} 张客户画像；价值最高的是“${plain(first.title)}”${brings}。`;
  },
  basis: "每张卡片用白话介绍一个客户群。点句末的 n 查看依据；标题、备注和触达计划可以改写，并随设置保存。",
  how: [
    "卡片只写文件里有的内容：不编造姓名、头像、引语和动机。",
    "标题由最可靠的差异组成。目标取决于本群 R、F、M 与全体的比较（看中位数，相同则看均值）；渠道和内容取占比可靠地高出全体两成以上的那一个；频率取本群自己的回购间隔中位数。",
    "示例是一位真实客户，即离本群均值最近的那位，编号已打码。",
  ],
  cards: "卡片",
  card: (at, all) => `${f.number(at)} / ${f.number(all)}`,
  previous: "上一张",
  next: "下一张",
  print: "打印全部卡片",
  toReport: "去生成报告",
  evidence: "查看依据",
  parts: {
    size: "规模与价值",
    apart: "突出之处",
    habit: "购买习惯",
    stage: "生命周期与风险",
    example: "真实示例",
    plan: "触达计划",
    notes: "备注",
  },
  title: (of) =>
    spaced(
      of.adjectives.length > 0
        ? [`${of.adjectives.join("、")}的客户`, ...of.tails].join("，")
        : `${of.tails.join("、")}的客户`,
    ),
  ordinary: "与全体相近的客户",
  adjective: (kind, above) => adjectives[kind][above ? "above" : "below"],
  higher: (name, above) => spaced(`${name}偏${above ? "高" : "低"}`),
  often: (key, category) => used("多", key, category),
  seldom: (key, category) => used("少", key, category),
  gap: (of) =>
    `回购间隔中位数 ${f.number(of.median, 1)} 天，一半在 ${f.number(of.low, 1)} 至 ${f.number(of.high, 1)} 天之间${of.overall === null ? "" : `；全体为 ${f.number(of.overall, 1)} 天`}。`,
  noGap: "本群还没有人回购。",
  basket: (own, overall) => `平均每单 ${f.money(own)}，全体为 ${f.money(overall)}。`,
  weekday: (name, share, overall) => `${name}下单相对集中：占本群订单 ${against(share, overall)}。`,
  month: (name, share, overall) => `${name}下单相对集中：占本群订单 ${against(share, overall)}。`,
  category: (name, share, overall) => spaced(`买得最多的是${name}：占本群购买明细 ${against(share, overall)}。`),
  channel: (name, share, overall) => spaced(`用得最多的渠道是${name}：占本群购买明细 ${against(share, overall)}。`),
  noHabit: "客户文件不含订单，无从得知购买习惯。",
  stage: (stage, share, overall) => `人数最多的阶段是“${terms.stages[stage]}”：占 ${against(share, overall)}。`,
  risk: (share, overall) =>
    share === 0 ? `没有人沉睡或流失，全体为 ${f.percent(overall)}。` : `沉睡或流失的占 ${against(share, overall)}。`,
  noStage: "没有订单，无法判断生命周期。",
  example: (masked) => `客户 ${masked}，离本群均值最近。`,
  fewExample: "不足五位客户时不列示例，以免被认出。",
  noExample: "没有能区分客户的数值，无法选出离均值最近的客户。",
  facts: {
    orders: "购买订单",
    gaps: "回购间隔个数",
    gapQuartiles: "四分位数（天）",
    gapOverall: "全体中位数（天）",
    basket: "平均每单净额",
    basketOverall: "全体平均每单净额",
    count: "取该值的",
    of: "订单或明细总数",
    stageCustomers: "处于该阶段",
    risky: "沉睡或流失",
    r: "R 不逊于全体",
    f: "F 不逊于全体",
    m: "M 不逊于全体",
    yes: "是",
    no: "否",
  },
  goals: {
    reward: { name: "维护奖励", text: "致谢并给予专属权益，邀请转介绍。" },
    repeat: { name: "促进复购", text: "消费高但次数少：推荐与上次购买相配的商品。" },
    retain: { name: "重点挽留", text: "优质客户近来沉默：专人联系，了解原因。" },
    win_back: { name: "唤回", text: "曾有较高消费：给一次明确的回归优惠，无效则停。" },
    upsell: { name: "提升客单价", text: "次数不少于全体，金额偏低：组合装、大包装、满额包邮。" },
    second_order: { name: "促成下一单", text: "近期买过，次数少：让下一单更容易、更快发生。" },
    remind: { name: "轻提醒", text: "次数不少于全体，金额偏低，近来沉默：按原有节奏提醒一次。" },
    low_cost: { name: "低成本触达", text: "近度、频次、金额都不占优：只用自动消息。" },
    unknown: { name: "数据未能判断", text: "没有订单，文件未说明他们如何购买。" },
  },
  goal: (name, text) => `${name}：${text}`,
  plan: {
    goal: "目标",
    channel: "渠道",
    content: "内容",
    frequency: "频率",
  },
  planChannel: (name) => spaced(`${name}：使用占比明显高于全体。`),
  noChannel: "数据中没有渠道。",
  plainChannel: "没有哪个渠道的使用可靠地高于全体。",
  planContent: (name) => spaced(`${name}：购买占比明显高于全体。`),
  noContent: "数据中没有品类。",
  plainContent: "没有哪个品类的购买可靠地高于全体。",
  every: (every) => `约每 ${f.number(every)} 天一次，与其回购节奏一致。`,
  noEvery: "没有回购，无从得知节奏。",
  notesEmpty: "暂无。",
  edit: {
    title: "标题",
    change: (what) => `改写${what}`,
    edited: "已改写",
    reset: (what) => `恢复数据给出的${what}`,
    keep: "保存",
    cancel: "取消",
    hint: "留空即恢复为数据给出的内容。",
  },
};
