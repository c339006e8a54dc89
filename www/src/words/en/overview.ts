import type { Monetary, PeriodUnit, Refunds, Role } from "../../engine/protocol";
import { plain, sentence } from "../sentence";
import { count, f } from "./format";
import { terms } from "./terms";

export interface Range {
  readonly from: number | null;
  readonly to: number | null;
}

/** The unit of a value of R, F or M in running text. */
const units = {
  r: (value: number) => (value === 1 ? "1 day" : `${f.number(value, 1)} days`),
  f: (value: number) => (value === 1 ? "1 order" : `${f.number(value, 1)} orders`),
  m: (value: number) => f.money(value),
} as const;

const figures = {
  customers: {
    name: "Customers",
    how: "Everyone with at least one purchase up to the as-of date. Who has refunds only is left out and counted beside it.",
  },
  orders: {
    name: "Orders",
    how: "Rows with the same customer and order number are one order; without an order number, the same customer and calendar day. Refunds are never orders.",
  },
  revenue: {
    name: "Revenue",
    how: "Sum of the amounts of all purchases; what refunds do to it is set above. Sums are exact decimals and do not depend on the order of rows.",
  },
  basket: { name: "Basket", how: "Revenue divided by orders." },
  period: {
    name: "Period",
    how: "From the first to the last day with a purchase. Times of day are not looked at.",
  },
  oneOrder: { name: "One order only", how: "Customers with exactly one order, as a share of all customers." },
  topFifth: {
    name: "Top fifth",
    how: "Share of revenue of the fifth of customers with the highest M. Where a fifth is not a whole number of customers, the last one counts in part.",
  },
  refunds: {
    name: "Refunds",
    how: "Rows with a negative amount or quantity, or with an order number that the refund mark catches. They never count in R or F.",
  },
};

export const overview = {
  headline: (of: {
    customers: number;
    orders: number;
    revenue: number;
    first: number;
    last: number;
    topFifth: number | null;
  }) => {
    const rest =
      of.topFifth === null ? plain(".") : sentence`; the top fifth brings ${f.percent(of.topFifth, 0)} of it.`;
    return sentence`${f.number(of.customers)} ${plain(of.customers === 1 ? "customer" : "customers")} placed ${f.number(of.orders)} ${plain(of.orders === 1 ? "order" : "orders")} worth ${f.compact(of.revenue)} between ${f.day(of.first)} and ${f.day(of.last)}${rest}`;
  },
  basis: {
    asOf: (day: number, chosen: boolean) =>
      chosen ? `As of ${f.day(day)}, the day you chose.` : `As of ${f.day(day)}, the day after the last transaction.`,
    refunds: (mode: Refunds, rows: number) =>
      rows === 0
        ? "No refunds."
        : {
            net: `${count(rows, "refund row")} reduce revenue.`,
            drop: `${count(rows, "refund row")} left out.`,
            separate: `${count(rows, "refund row")} kept separate.`,
          }[mode],
    saveRefunds: "Save them as CSV",
    setAside: (rows: number) => `${count(rows, "row")} set aside`,
    nothingSetAside: "No row was set aside.",
  },
  settings: "Settings",
  asOf: {
    name: "As of",
    note: "Recency counts back from this day; later rows are not counted. Default: the day after the last transaction.",
    tooEarly: (first: number) => `No purchase lies on or before this day; the first is on ${f.day(first)}.`,
    reset: "Use the default",
    label: "Date",
  },
  refunds: {
    name: "Refunds",
    options: { net: "reduce M", drop: "left out", separate: "kept separate" } satisfies Record<Refunds, string>,
  },
  mark: {
    name: "Refund mark",
    options: { auto: "automatic", never: "none", prefix: "own prefix" },
    hints: {
      auto: "Order numbers of a C followed by digits, if all rows with such numbers are negative.",
      never: "Only negative amounts and quantities are refunds.",
      prefix: "Order numbers that start so are refunds too.",
    },
    prefix: "Order numbers start with",
    value: (prefix: string) => `starts with ${prefix}`,
    caught: (orders: number) => `Catches ${count(orders, "order number")}.`,
  },
  monetary: {
    name: "M is",
    options: { sum: "sum of amounts", mean_per_order: "mean per order" } satisfies Record<Monetary, string>,
  },
  afterAsOf: (rows: number) => `${count(rows, "row")} after the as-of date ${rows === 1 ? "is" : "are"} not counted.`,
  allZero: {
    title: "Every amount is zero",
    text: "Revenue, M and shares of value say nothing here. R and F are not affected.",
  },
  figures,
  figureNotes: {
    customers: (refundOnly: number) => (refundOnly === 0 ? "" : `${f.number(refundOnly)} more with refunds only`),
    orders: (perCustomer: number) => `${f.number(perCustomer, 1)} per customer`,
    revenue: (rows: number) => `from ${count(rows, "purchase row")}`,
    basket: "mean per order",
    period: (days: number) => count(days, "day"),
    oneOrder: (customers: number) => count(customers, "customer"),
    topFifth: "of revenue",
    refunds: (rows: number, orders: number) => `${count(rows, "row")}, ${count(orders, "order")}`,
  },
  /** Two parts that may stand on a line each. */
  periodValue: (first: number, last: number): [string, string] => [f.day(first), `to ${f.day(last)}`],
  over: {
    title: "Orders over time",
    unit: { day: "by day", week: "by week, from Monday", month: "by month" } satisfies Record<PeriodUnit, string>,
    incomplete: (unit: string) => `${unit}; hollow bars: the file does not cover the whole period`,
    label: (unit: PeriodUnit, start: number) => (unit === "month" ? f.month(start) : f.day(start)),
    columns: ["Period", "Orders", "Revenue", "Customers"],
    orders: "Orders",
    revenue: "Revenue (unit of the file)",
    incompleteMark: (label: string) => `${label} (incomplete)`,
    point: (label: string, orders: number, revenue: number, customers: number) =>
      `${label}\n${count(orders, "order")}\nRevenue ${f.money(revenue)}\n${count(customers, "customer")}`,
    description: (periods: number, best: string, orders: number) =>
      `Orders and revenue over ${count(periods, "period")}. Most orders: ${best} with ${f.number(orders)}.`,
  },
  distributions: {
    title: "Customers by R, F and M",
    names: { r: "Recency R", f: "Frequency F", m: "Monetary M" },
    how: {
      r: "Calendar days from the day of the last purchase to the as-of date.",
      f: "Number of distinct orders that are purchases. Rows of one order count once.",
      m: "Sum of a customer's amounts, or their mean per order, as set above.",
    },
    axes: { r: "Days since the last purchase", f: "Orders", m: "Amount (unit of the file)" },
    axesLog: "Amount (unit of the file, log scale)",
    customers: "Customers",
    median: (value: string) => `median ${value}`,
    spread: {
      r: (low: number, median: number, high: number) =>
        `Median ${units.r(median)}; the middle half lies between ${f.number(low, 1)} and ${f.number(high, 1)}.`,
      f: (low: number, median: number, high: number) =>
        `Median ${units.f(median)}; the middle half lies between ${f.number(low, 1)} and ${f.number(high, 1)}.`,
      m: (low: number, median: number, high: number) =>
        `Median ${f.money(median)}; the middle half lies between ${f.money(low)} and ${f.money(high)}.`,
    },
    range: {
      r: ({ from, to }: Range) =>
        from === null
          ? `up to ${units.r(to ?? 0)}`
          : to === null
            ? `${units.r(from)} or more`
            : from === to
              ? units.r(from)
              : `${f.number(from)} to ${units.r(to)}`,
      f: ({ from, to }: Range) =>
        from === null
          ? `up to ${units.f(to ?? 0)}`
          : to === null
            ? `${units.f(from)} or more`
            : from === to
              ? units.f(from)
              : `${f.number(from)} to ${units.f(to)}`,
      m: ({ from, to }: Range) =>
        from === null
          ? `below ${f.money(to ?? 0)}`
          : to === null
            ? `${f.money(from)} or more`
            : `${f.money(from)} to below ${f.money(to)}`,
    },
    point: (range: string, customers: number, share: number) =>
      `${range}\n${count(customers, "customer")}, ${f.percent(share)}`,
    columns: ["Values", "Customers", "Share"],
    description: (name: string, spread: string, customers: number) =>
      `Distribution of ${name} over ${count(customers, "customer")}. ${spread}`,
  },
  toRfm: "See RFM segments",
  chart: { showTable: "Table", showChart: "Chart" },
  lacking: {
    toData: "Go to Data",
    nothing: {
      title: "No file has been read yet",
      text: "Drop a file with orders, or try a sample: here you will see customers, orders, revenue and how they are spread.",
    },
    notRead: {
      title: "The file has not been read yet",
      text: "Check the columns on the Data screen and read the file.",
    },
    customers: {
      title: "This file holds customers, not orders",
      text: (missing: readonly Role[]) =>
        `Recency, frequency and amount come from orders. What is missing: ${f.list(missing.map((role) => terms.roles[role].toLowerCase()))}. If a column of the file holds it, give it that role on the Data screen; else open a file with one row per order.`,
    },
    dateOrder: {
      title: "Are the dates day/month or month/day?",
      text: "Every date of the file can be read both ways. Choose on the Data screen; it changes all figures.",
    },
    failed: {
      title: "There is no result",
      text: "The last step did not succeed; the message above says why. Your settings are kept.",
    },
  },
};
