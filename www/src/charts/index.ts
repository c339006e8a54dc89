export type { BinRange, Bins } from "./bins";
export { preloadCharts } from "./chart";
export { type Band, type DistributionWords, distribution, type Mark } from "./distribution";
export type { Size } from "./drawing";
export { ChartFigure } from "./figure";
export { type OrdersPeriod, type OrdersWords, orders } from "./orders";
export { rampSteps, type Scale, scaleOf, stepOf } from "./ramp";
export { type ChartTable, distributionTable } from "./table";
export { chartThemes, type ThemeName } from "./theme";
