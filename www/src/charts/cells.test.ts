import { describe, expect, it } from "vitest";
import { cells, cellsHeight } from "./cells";
import { picture } from "./picture.fixture";
import { shadeOf, toneShadeOf } from "./shade";
import { chartThemes } from "./theme";

const theme = chartThemes.light;
const size = { width: 600, height: cellsHeight(2) };
const data = {
  corner: "Segment",
  columns: ["Gold", "A name that does not fit into one line of its column"],
  rows: [
    {
      name: "Champions",
      swatch: theme.segments[0] ?? "",
      cells: [
        { text: "12", beneath: "75%", shade: shadeOf(6, theme) },
        { text: "4", beneath: "25%", shade: shadeOf(0, theme) },
      ],
    },
    { name: "All", cells: [{ text: "12" }, { text: "4" }] },
  ],
  description: "Segments against tiers",
};

describe("a table of coloured cells as a picture", () => {
  const svg = picture(cells(data, theme, size), size);

  it("bears every name and figure", () => {
    for (const text of ["Segment", "Gold", "Champions", "All", "12", "75%", "4", "25%"])
      expect(svg).toContain(`>${text}<`);
  });

  it("breaks long names of columns into lines, and loses no word", () => {
    const words = [...svg.matchAll(/>([^<>\n]+)</g)].map(([, text]) => text).join(" ");
    for (const word of data.columns[1]?.split(" ") ?? []) expect(words).toContain(word);
    expect(svg).not.toContain(`>${data.columns[1]}<`);
  });

  it("colours what has a colour, and nothing else", () => {
    const filled = (colour: string) => svg.split(`fill="${colour}"`).length - 1;
    expect(filled(theme.scale[5] ?? "")).toBe(1);
    expect(filled(theme.faint)).toBe(1);
    expect(filled(theme.segments[0] ?? "")).toBe(1);
    expect(svg.match(/<path/g)?.length).toBe(3);
  });
});

it("colours the mean of all neutrally, and both sides of it alike strong", () => {
  expect(toneShadeOf(0, theme)).toEqual({ fill: theme.tones[4], ink: theme.text });
  expect(toneShadeOf(-4, theme)).toEqual({ fill: theme.tones[0], ink: theme.toneInks[3] });
  expect(toneShadeOf(4, theme)).toEqual({ fill: theme.tones[8], ink: theme.toneInks[3] });
});
