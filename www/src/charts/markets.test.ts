import { describe, expect, it } from "vitest";
import { type AgainstData, against, againstHeight } from "./against";
import { picture } from "./picture.fixture";
import { type StancePoint, stanceGrid } from "./stance-grid";
import { chartThemes } from "./theme";

const theme = chartThemes.light;

describe("cells against their market", () => {
  const data: AgainstData = {
    whole: 0.2,
    rows: [
      { name: "North · shops", weight: 0.5, rate: 0.1, point: "North\nshare 10%" },
      { name: "South · web", weight: 0.3, rate: 0.3, point: "South\nshare 30%" },
      { name: "Nothing sold", weight: 0.2, rate: 0, point: "Nothing\nshare 0%" },
    ],
  };
  const percent = (share: number) => `${Math.round(100 * share)}%`;
  const words = { weight: "Of the market", rate: "Share", whole: "all 20%", percent, description: "Share by cell" };
  const size = { width: 480, height: againstHeight(data.rows.length) };
  const drawing = against(data, words, theme, size);
  const svg = picture(drawing, size);

  it("look as they should", () => {
    expect(svg).toMatchSnapshot();
  });

  it("name every cell, its size and what is reached there", () => {
    for (const text of ["North · shops", "Nothing sold", "50%", "20%", "10%", "30%", "0%", "all 20%", "Of the market"])
      expect(svg).toContain(`>${text}<`);
  });

  it("set off the bars that fall short, and only them", () => {
    expect(svg.split(`"${theme.tones[1]}"`)).toHaveLength(3);
    expect(svg.split(`"${theme.bar}"`)).toHaveLength(2);
  });

  it("do not set off what is written as the whole is", () => {
    const close = { whole: 0.2, rows: [{ name: "North", weight: 1, rate: 0.1998, point: "" }] };
    expect(picture(against(close, words, theme, size), size)).not.toContain(`"${theme.tones[1]}"`);
  });

  it("are pointed at anywhere along their row", () => {
    expect(data.rows.map((_, row) => drawing.spots?.hit(5, drawing.spots.at(row).y + 4))).toEqual([0, 1, 2]);
  });
});

describe("the grid of three by three", () => {
  const of = (name: string, strength: number, attractiveness: number, weight: number): StancePoint => ({
    name,
    strength,
    attractiveness,
    weight,
    point: `${name}\nweight ${weight}`,
  });
  const words = {
    strength: "Strength",
    attractiveness: "Attractiveness",
    thirds: ["low", "middle", "high"] as const,
    box: (strong: number, attractive: number) => ({
      text: `box ${strong}${attractive}`,
      call: strong + attractive > 2 ? (2 as const) : (0 as const),
    }),
    description: "Cells in a grid",
  };
  const size = { width: 480, height: 360 };
  const points = [of("small", 0.5, 0.5, 1), of("large", 0.1, 0.9, 9), of("edge", 1, 0, 4)];
  const drawing = stanceGrid(points, words, theme, size);
  const svg = picture(drawing, size);

  it("looks as it should", () => {
    expect(svg).toMatchSnapshot();
  });

  it("names its boxes and its cells, the largest first", () => {
    for (const text of ["box 00", "box 22", "small", "large", "edge"]) expect(svg).toContain(`>${text}<`);
    expect(drawing.points).toEqual(["large\nweight 9", "edge\nweight 4", "small\nweight 1"]);
  });

  it("keeps every dot within the picture, the area in proportion to its weight", () => {
    const circles = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"/g)].map((found) =>
      found.slice(1).map(Number),
    );
    expect(circles).toHaveLength(3);
    for (const [x = 0, y = 0, r = 0] of circles) {
      expect(x + r).toBeLessThanOrEqual(size.width);
      expect(y + r).toBeLessThanOrEqual(size.height);
    }
    const radii = circles.map(([, , r = 0]) => r);
    // 9 and 4 to 1: radii of 3 and 2 to 1.
    expect((radii[0] ?? 0) / (radii[2] ?? 1)).toBeCloseTo(3, 0);
    expect((radii[1] ?? 0) / (radii[2] ?? 1)).toBeCloseTo(2, 0);
  });

  it("finds each dot where it lies, also where two have the same place", () => {
    const twins = stanceGrid([of("one", 0.5, 0.5, 5), of("other", 0.5, 0.5, 4)], words, theme, size);
    const found = [0, 1].map((place) => {
      const { x = 0, y = 0 } = twins.spots?.at(place) ?? {};
      return twins.spots?.hit(x, y - 8);
    });
    expect(found).toEqual([0, 1]);
  });

  it("leaves out names for which there is no room, never a dot", () => {
    const many = Array.from({ length: 60 }, (_, at) => of(`segment number ${at}`, 0.5, 0.5 + at / 1000, 60 - at));
    const crowded = stanceGrid(many, words, theme, size);
    expect(crowded.points).toHaveLength(60);
    const named = picture(crowded, size).split(">segment number ").length - 1;
    expect(named).toBeGreaterThan(0);
    expect(named).toBeLessThan(60);
  });
});
