import { describe, expect, it } from "vitest";
import { picture } from "./picture.fixture";
import { type ShiftRow, shifts, shiftsHeight } from "./shifts";
import { chartThemes } from "./theme";

const theme = chartThemes.light;
const rows: readonly ShiftRow[] = [
  { name: "south · shops", before: 30, after: 150, most: 150, change: "+120", point: "south · shops\n30 → 150" },
  { name: "south · web", before: 90, after: 30, most: 150, change: "−60", point: "south · web\n90 → 30" },
  { name: "north · web", before: 40, after: 40, most: 60, change: "0", point: "north · web\n40 → 40" },
];
const words = {
  axis: "Touches in the period",
  log: "equal ratios",
  before: "now",
  after: "best",
  most: "need",
  value: String,
  description: "Touches before and after",
};
const size = { width: 480, height: shiftsHeight(rows.length) };
const drawing = shifts(rows, words, theme, size);
const svg = picture(drawing, size);

describe("touches before and after", () => {
  it("look as they should", () => {
    expect(svg).toMatchSnapshot();
  });

  it("name every row, its change and the three marks", () => {
    for (const text of ["south · shops", "+120", "−60", "now", "best", "need"]) expect(svg).toContain(`>${text}<`);
  });

  it("colour a rise and a fall apart", () => {
    expect(svg).toContain(theme.barStrong);
    expect(svg).toContain(theme.tones[1]);
    const rising = shifts(rows.slice(0, 1), words, theme, size);
    expect(picture(rising, size)).not.toContain(theme.tones[1]);
  });

  it("tell ratios where one row would press the rest into a corner, and say so", () => {
    const home = { ...rows[0], name: "home", before: 5900, after: 4800, most: 21_800 } as ShiftRow;
    const skewed = shifts([home, ...rows.map((row) => ({ ...row, most: row.most / 3 }))], words, theme, size);
    expect(picture(skewed, size)).toContain("equal ratios");
    expect(svg).not.toContain("equal ratios");
  });

  it("are pointed at anywhere along their row", () => {
    const hits = drawing.points.map((_, row) => drawing.spots?.hit(5, (drawing.spots?.at(row).y ?? 0) + 4));
    expect(hits).toEqual([0, 1, 2]);
  });

  it("stand in a narrow place, where the marks are explained one below the other", () => {
    const narrow = { width: 120, height: 300 };
    expect(picture(shifts(rows, words, theme, narrow), narrow)).toContain(">need<");
  });
});
