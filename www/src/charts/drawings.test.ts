import { describe, expect, it } from "vitest";
import { wordsOf } from "../words";
import { distribution } from "./distribution";
import type { Size } from "./drawing";
import { orders } from "./orders";
import { picture } from "./picture.fixture";
import { chartThemes } from "./theme";

const size: Size = { width: 360, height: 220 };

const { f } = wordsOf("en");
const say = wordsOf("en").overview.distributions;
const words = {
  x: say.axes.f,
  y: say.customers,
  value: f.compact,
  count: f.compact,
  point: (range: Parameters<typeof say.range.f>[0], customers: number, share: number) =>
    say.point(say.range.f(range), customers, share),
  description: "Orders per customer",
};
const bins = { edges: [1, 2, 3, 4, 5], counts: [60, 25, 10, 5], openBelow: false, openAbove: true, log: false };
const cut = {
  bins,
  whole: true,
  marks: [
    { value: 1, label: "1" },
    { value: 3, label: "3" },
  ],
  bands: ["F1", "F2", "F3"].map((name) => ({ name, short: name.slice(1) })),
};

describe("a distribution", () => {
  it("looks as it should", () => {
    expect(picture(distribution(cut, words, chartThemes.light, size), size)).toMatchSnapshot();
  });

  it("tells each bar in words, the shares adding up to the whole", () => {
    const { points } = distribution(cut, words, chartThemes.light, size);
    expect(points).toEqual([
      "1 order\n60 customers, 60.0%",
      "2 orders\n25 customers, 25.0%",
      "3 orders\n10 customers, 10.0%",
      "4 orders or more\n5 customers, 5.0%",
    ]);
  });

  it("names its bands, cut points and the open end", () => {
    const svg = picture(distribution(cut, words, chartThemes.light, size), size);
    for (const label of ["F1", "F2", "F3", "4+", "Orders", "Customers"]) expect(svg).toContain(`>${label}<`);
  });

  it("is drawn in the colours of its theme", () => {
    const svg = picture(distribution(cut, words, chartThemes.dark, size), size);
    expect(svg).toContain(chartThemes.dark.bar);
    expect(svg).not.toContain(chartThemes.light.bar);
  });

  it("stands on one bin alone", () => {
    const one = { edges: [7, 8], counts: [3], openBelow: false, openAbove: false, log: false };
    const svg = picture(
      distribution({ ...cut, bins: one, marks: [], bands: [] }, words, chartThemes.light, size),
      size,
    );
    expect(svg).toContain(">7<");
  });
});

describe("orders over time", () => {
  const periods = [
    { label: "Jan 2011", orders: 20, revenue: 900.5, complete: true, point: "Jan 2011\n20 orders" },
    { label: "Feb 2011", orders: 35, revenue: 1500, complete: true, point: "Feb 2011\n35 orders" },
    { label: "Mar 2011", orders: 4, revenue: 120, complete: false, point: "Mar 2011 (incomplete)\n4 orders" },
  ];
  const orderWords = { orders: "Orders", revenue: "Revenue", axis: f.compact, description: "Orders by month" };
  const at = { width: 420, height: 300 };

  it("look as they should", () => {
    expect(picture(orders(periods, orderWords, chartThemes.light, at), at)).toMatchSnapshot();
  });

  it("are hollow where the period is incomplete", () => {
    const svg = picture(orders(periods, orderWords, chartThemes.light, at), at);
    expect(svg.match(/stroke-dasharray/g)).toHaveLength(2);
  });

  it("tell each period in words", () => {
    expect(orders(periods, orderWords, chartThemes.light, at).points).toEqual(periods.map(({ point }) => point));
  });
});
