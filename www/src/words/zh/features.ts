import type { FeatureKey } from "../../engine/protocol";
import type { Words } from "..";

type Plain = Exclude<FeatureKey["kind"], "share" | "column">;

const names: Record<Plain, { readonly name: string; readonly short: string; readonly unit: string }> = {
  recency: { name: "距上次购买天数（R）", short: "R", unit: "天" },
  frequency: { name: "购买频次（F）", short: "F", unit: "单" },
  monetary: { name: "购买金额（M）", short: "M", unit: "金额" },
  basket: { name: "客单价", short: "客单价", unit: "金额" },
  cadence: { name: "平均下单间隔", short: "下单间隔", unit: "天" },
  tenure: { name: "首购距今", short: "首购距今", unit: "天" },
};

export const features: Words["features"] = {
  name: (key) => {
    if (key.kind === "share") return `${key.value}占比`;
    return key.kind === "column" ? key.name : names[key.kind].name;
  },
  short: (key) => {
    if (key.kind === "share") return key.value;
    return key.kind === "column" ? key.name : names[key.kind].short;
  },
  unit: (key) => {
    if (key.kind === "share") return "金额占比";
    return key.kind === "column" ? "" : names[key.kind].unit;
  },
  how: {
    recency: "最后一次购买到截至日期的天数。",
    frequency: "购买订单数。",
    monetary: "按“概览”中的选择：金额合计，或每单平均。",
    basket: "净金额除以购买订单数。",
    cadence: "首末两次购买相隔的天数除以订单数减一；只有一单的客户为缺失。",
    tenure: "首次购买到截至日期的天数。",
    share: "该取值在客户购买金额中所占的比例。",
    column: "客户文件中的原值。",
  },
  transforms: { none: "不变换", log1p: "ln(1 + x)", yeo_johnson: "Yeo-Johnson" },
  scalings: { standard: "标准化", min_max: "归一到 0–1", robust: "按四分位数", none: "不缩放" },
  missing: { drop: "剔除该客户", median: "以中位数填补" },
};
