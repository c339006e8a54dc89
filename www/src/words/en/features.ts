import type { FeatureKey, Missing, Scaling, Transform } from "../../engine/protocol";

type Plain = Exclude<FeatureKey["kind"], "share" | "column">;

const names: Record<Plain, { readonly name: string; readonly short: string; readonly unit: string }> = {
  recency: { name: "Recency (R)", short: "R", unit: "days" },
  frequency: { name: "Frequency (F)", short: "F", unit: "orders" },
  monetary: { name: "Monetary (M)", short: "M", unit: "amount" },
  basket: { name: "Amount per order", short: "Per order", unit: "amount" },
  cadence: { name: "Days between orders", short: "Cadence", unit: "days" },
  tenure: { name: "Days since first purchase", short: "Tenure", unit: "days" },
};

/** The figures customers are compared by. */
export const features = {
  name: (key: FeatureKey): string => {
    if (key.kind === "share") return `Share of ${key.value}`;
    return key.kind === "column" ? key.name : names[key.kind].name;
  },
  /** For narrow headers and axes. */
  short: (key: FeatureKey): string => {
    if (key.kind === "share") return key.value;
    return key.kind === "column" ? key.name : names[key.kind].short;
  },
  /** Empty where the file does not tell. */
  unit: (key: FeatureKey): string => {
    if (key.kind === "share") return "% of amount";
    return key.kind === "column" ? "" : names[key.kind].unit;
  },
  how: {
    recency: "Days from the last purchase to the as-of date.",
    frequency: "Orders that are purchases.",
    monetary: "As chosen under Overview: the sum of amounts, or the mean per order.",
    basket: "Net amount over purchase orders.",
    cadence: "Days from the first to the last purchase over orders less one; missing where there is one order only.",
    tenure: "Days from the first purchase to the as-of date.",
    share: "Share of this value in the amount of the customer's purchases.",
    column: "As in the customer file.",
  } satisfies Record<FeatureKey["kind"], string>,
  transforms: {
    none: "as it is",
    log1p: "ln(1 + x)",
    yeo_johnson: "Yeo-Johnson",
  } satisfies Record<Transform, string>,
  scalings: {
    standard: "standardised",
    min_max: "0 to 1",
    robust: "by quartiles",
    none: "not scaled",
  } satisfies Record<Scaling, string>,
  missing: {
    drop: "leave the customer out",
    median: "fill in the median",
  } satisfies Record<Missing, string>,
};
