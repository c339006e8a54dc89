import { describe, expect, it } from "vitest";
import { type BoxData, boxes } from "./box";
import { picture } from "./picture.fixture";
import { type SharesData, shares } from "./shares";
import { chartThemes } from "./theme";

const theme = chartThemes.light;
const size = { width: 420, height: 220 };

describe("box plots by segment", () => {
  const spread = (median: number, reach: number) => ({
    whiskers: [0, median + 2 * reach] as const,
    quartiles: [median - reach, median, median + reach] as const,
    mean: median + 1,
  });
  const data: BoxData = {
    median: 40,
    rows: [
      { name: "Champions", colour: 1, spread: spread(12, 8), point: "Champions\nmedian 12" },
      { name: "Lost", colour: null, spread: spread(90, 30), point: "Lost\nmedian 90" },
      { name: "Nobody", colour: 3, spread: null, point: "Nobody\nno value" },
    ],
  };
  const words = {
    axis: "Recency (R), days",
    log: "equal ratios",
    median: "median of all 40",
    value: String,
    description: "Box plots",
  };
  const drawing = boxes(data, words, theme, size);

  it("look as they should", () => {
    expect(picture(drawing, size)).toMatchSnapshot();
  });

  it("name every segment, one that nobody has a value in too", () => {
    for (const { name } of data.rows) expect(picture(drawing, size)).toContain(`>${name}<`);
    expect(picture(drawing, size)).toContain(">median of all 40<");
  });

  it("are pointed at anywhere along their row", () => {
    const hits = drawing.points.map((_, row) => drawing.spots?.hit(5, drawing.spots.at(row).y + 4));
    expect(hits).toEqual([0, 1, 2]);
    expect(drawing.spots?.hit(5, 2)).toBeNull();
  });

  it("tell ratios where a few large values would press the rest into a corner, and say so", () => {
    const skewed = {
      ...data,
      rows: [...data.rows, { name: "Few", colour: 4, spread: spread(40_000, 9000), point: "" }],
    };
    expect(picture(boxes(skewed, words, theme, size), size)).toContain("equal ratios");
    expect(picture(drawing, size)).not.toContain("equal ratios");
  });
});

describe("shares by segment", () => {
  const data: SharesData = {
    parts: ["United Kingdom", "France", "Others"],
    others: true,
    rows: [
      { name: "All", shares: [0.6, 0.2, 0.2], point: "All" },
      { name: "Lost", shares: [0.75, 0, 0.25], point: "Lost" },
      { name: "Nobody", shares: null, point: "Nobody\nno value" },
    ],
  };
  const words = { share: (share: number) => `${Math.round(100 * share)}%`, description: "Shares" };
  const svg = picture(shares(data, words, theme, size), size);

  it("look as they should", () => {
    expect(svg).toMatchSnapshot();
  });

  it("name their parts and write each share that has room; none has no label", () => {
    for (const text of [...data.parts, "60%", "75%"]) expect(svg).toContain(`>${text}<`);
    expect(svg).not.toContain(">0%<");
  });

  it("take the faint grey for the others, in both themes", () => {
    for (const one of Object.values(chartThemes))
      expect(picture(shares(data, words, one, size), size)).toContain(one.line);
  });
});
