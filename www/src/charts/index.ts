export type { BinRange, Bins } from "./bins";
export { preloadCharts } from "./chart";
export { type DistributionWords, distribution } from "./distribution";
export { ChartFigure, type ChartTable } from "./figure";
export { type OrdersPeriod, type OrdersWords, orders } from "./orders";
export { rampSteps, type Scale, scaleOf, stepOf } from "./ramp";
export { chartThemes, type ThemeName } from "./theme";
