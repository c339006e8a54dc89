import { describe, expect, it } from "vitest";
import { kCurve } from "./k-curve";
import type { KMeasure } from "./k-measure";
import { nameplates } from "./nameplates";
import { picture } from "./picture.fixture";
import { scatter } from "./scatter";
import { beyondEdge, scatterAxis } from "./scatter-axis";
import { silhouettes } from "./silhouettes";
import { chartThemes } from "./theme";

const theme = chartThemes.light;

describe("the measures over k", () => {
  const size = { width: 360, height: 260 };
  const short = (value: number) => String(Number(value.toFixed(2)));
  // Iris: the inertia of METHODS.md at k = 2 and 4, and of the best known at 3.
  const inertia: KMeasure = {
    title: "Inertia",
    values: [152.348, 78.851, 57.228],
    taken: { index: 1, label: "knee 3" },
    range: [0, 200],
    weight: 2,
    format: short,
  };
  const gap: KMeasure = {
    title: "Gap",
    values: [0.5, 0.6, null],
    errors: [0.02, 0.03, null],
    taken: null,
    weight: 1,
    format: short,
  };
  const stability: KMeasure = {
    title: "Stability",
    values: [0.9, 0.7, 0.5],
    threshold: 0.6,
    taken: null,
    range: [0.4, 1],
    weight: 1,
    format: short,
  };
  const words = {
    axis: "k",
    suggested: "suggested",
    chosen: "chosen",
    both: "suggested, chosen",
    pending: "not yet",
    points: ["2 clusters", "3 clusters", "4 clusters"],
    description: "Measures",
  };
  const data = { ks: [2, 3, 4], measures: [inertia, gap, stability], chosen: 1, suggested: 0 };
  const drawn = (of: Partial<typeof data> = {}) => picture(kCurve({ ...data, ...of }, words, theme, size), size);

  it("look as they should", () => {
    expect(drawn()).toMatchSnapshot();
  });

  it("name what is suggested and what is chosen, and in one where both are the same", () => {
    expect(drawn()).toContain(">suggested<");
    expect(drawn()).toContain(">chosen<");
    expect(drawn({ chosen: 0 })).toContain(">suggested, chosen<");
  });

  it("say which measure is not computed yet", () => {
    expect(drawn({ measures: [inertia, { ...gap, values: [null, null, null] }] })).toContain(">not yet<");
    expect(drawn()).not.toContain(">not yet<");
  });

  it("warn of what lies below the threshold", () => {
    const circles = (svg: string) => svg.split("\n").filter((line) => line.includes(`fill="${theme.beware}"`));
    const warned = circles(drawn()).filter((line) => line.startsWith("<path") || line.startsWith("<circle"));
    expect(warned).toHaveLength(1);
  });

  it("point at the same number in every panel", () => {
    expect(kCurve(data, words, theme, size).pointed).toHaveLength(data.measures.length);
  });
});

describe("the silhouettes", () => {
  const size = { width: 360, height: 220 };
  const data = {
    mean: 0.4,
    marked: null,
    clusters: [
      { name: "A", colour: 2, profile: [0.7, 0.5, 0.3], share: 0.75, note: "0.50", point: "A\nmean 0.5" },
      { name: "B", colour: 9, profile: [0.3, -0.1], share: 0.25, note: "0.10", point: "B\nmean 0.1" },
    ],
  };
  const words = { axis: "Silhouette", note: "mean", mean: "mean 0.40", value: String, description: "Silhouettes" };

  it("look as they should", () => {
    expect(picture(silhouettes(data, words, theme, size), size)).toMatchSnapshot();
  });

  it("are found by their stripe, from top to bottom", () => {
    const { spots } = silhouettes(data, words, theme, size);
    const found = Array.from({ length: size.height }, (_, y) => spots?.hit(100, y) ?? null).filter((at) => at !== null);
    expect(found).toEqual([...found].sort((a, b) => a - b));
    expect(new Set(found)).toEqual(new Set([0, 1]));
    // Three quarters of the customers are in the first.
    expect(found.filter((at) => at === 0).length).toBeGreaterThan(found.length / 2);
  });
});

describe("customers as points", () => {
  const size = { width: 360, height: 240 };
  const data = {
    x: [0, 1, 9, 10],
    y: [0, 1, 9, 10],
    labels: [0, 0, 1, 1],
    clusters: [
      { name: "Low", short: "1", colour: 2, at: [0.5, 0.5] as const, point: "Low" },
      { name: "High", short: "2", colour: 9, at: [9.5, 9.5] as const, point: "High" },
    ],
    marked: null,
    mayLog: false,
  };
  const words = { x: "PC1", y: "PC2", log: "log scale", value: String, description: "Points" };

  it("have axes, centres and names that look as they should", () => {
    expect(picture(scatter(data, words, theme, size), size)).toMatchSnapshot();
  });

  it("are found where they lie, and nowhere else", () => {
    const { spots } = scatter(data, words, theme, size);
    const at = [0, 1].map((index) => spots?.at(index) ?? { x: 0, y: 0 });
    // Low values lie to the left and at the bottom.
    expect(at[0]?.x).toBeLessThan(at[1]?.x ?? 0);
    expect(at[0]?.y).toBeGreaterThan(at[1]?.y ?? 0);
    const found = new Set<number | null>();
    for (let y = 0; y < size.height; y += 2)
      for (let x = 0; x < size.width; x += 2) found.add(spots?.hit(x, y) ?? null);
    expect(found).toEqual(new Set([null, 0, 1]));
    expect(spots?.hit(size.width / 2, size.height / 2)).toBeNull();
  });

  it("paint every point once", () => {
    const painted: number[] = [];
    const context = {
      beginPath: () => undefined,
      moveTo: () => undefined,
      fill: () => undefined,
      arc: (x: number) => painted.push(Math.round(x)),
    };
    scatter({ ...data, marked: 1 }, words, theme, size).beneath?.(context as unknown as CanvasRenderingContext2D);
    expect(painted).toHaveLength(4);
    // The cluster that stands out comes last.
    expect(painted).toEqual([...painted].sort((a, b) => a - b));
  });

  it("lie by ratio where a few large values would press the rest into a corner", () => {
    const skewed = [0, 1, 2, 3, 4, 5, 6, 100_000];
    expect(scatterAxis(skewed, true, 5)).toMatchObject({ log: true, ticks: [0, 1, 10, 100, 1000, 10_000, 100_000] });
    expect(scatterAxis(skewed, false, 5).log).toBe(false);
    expect(scatterAxis([1, 2, 3], true, 4).ticks).toEqual([1, 1.5, 2, 2.5, 3]);
    const place = scatterAxis([-1000, -1, 0, 0, 0, 1, 1000], true, 5).place;
    expect(place(0)).toBeCloseTo(0.5);
    expect(place(1000) + place(-1000)).toBeCloseTo(1);
  });
});

describe("an axis of principal components", () => {
  // A thousand customers between 0 and 1, and two far outside.
  const values = [...Array.from({ length: 1000 }, (_, index) => index / 1000), 50, -80];

  it("leaves a few customers far outside at its edge, and says how many", () => {
    const { place, ends } = scatterAxis(values, false, 5);
    expect(ends[0]).toBeGreaterThan(-1);
    expect(ends[1]).toBeLessThan(2);
    expect(place(50)).toBe(place(ends[1]));
    expect(beyondEdge(values, values)).toBe(2);
  });

  it("leaves none out where none lies far outside", () => {
    const near = values.slice(0, 1000);
    expect(scatterAxis(near, false, 5).ends).toEqual([0, 0.999]);
    expect(beyondEdge(near, near)).toBe(0);
  });
});

it("names are written apart from each other and from marks, within the plot", () => {
  const plot = { left: 0, top: 0, right: 300, bottom: 200 };
  const names = ["First", "Second", "Third"];
  const marks = [
    [100, 100],
    [130, 100],
    [290, 100],
  ] as const;
  const [first, second, third] = nameplates(names, marks, plot);
  // To its right lies the second mark, at the right edge of the plot the third.
  expect(first?.align).toBe("right");
  expect(second?.align).toBe("left");
  expect(third?.align).toBe("right");
});
