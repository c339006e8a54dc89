import { describe, expect, it } from "vitest";
import { scrollToSee, sightAt, tallest, trackHeight } from "./window";

const small = { count: 100, rowHeight: 32, view: 320 };
// Twice as tall as can be laid out.
const tall = { count: tallest / 16, rowHeight: 32, view: 320 };

describe("rows in sight", () => {
  it("start at the top", () => {
    expect(sightAt(small, 0)).toEqual({ first: 0, end: 10, shift: 0 });
  });

  it("are cut where a row is half scrolled away", () => {
    expect(sightAt(small, 40)).toEqual({ first: 1, end: 12, shift: 8 });
  });

  it("end with the last row, however far the bar is dragged", () => {
    const bottom = small.count * small.rowHeight - small.view;
    expect(sightAt(small, bottom)).toEqual({ first: 90, end: 100, shift: 0 });
    expect(sightAt(small, bottom + 999)).toEqual({ first: 90, end: 100, shift: 0 });
  });

  it("are none in an empty table", () => {
    expect(sightAt({ count: 0, rowHeight: 32, view: 320 }, 0)).toEqual({ first: 0, end: 0, shift: 0 });
  });

  it("reach first and last row of a table too tall to lay out", () => {
    expect(trackHeight(tall)).toBe(tallest);
    expect(sightAt(tall, 0).first).toBe(0);
    const last = sightAt(tall, tallest - tall.view);
    expect(last.end).toBe(tall.count);
    expect(last.shift).toBeCloseTo(0, 3);
  });
});

describe("scrolling to a row", () => {
  it("stays where the row is in sight", () => {
    expect(scrollToSee(small, 5, 10)).toBe(10);
  });

  it("moves no further than needed", () => {
    // Row 10 ends at 352; the view is 320 high.
    expect(scrollToSee(small, 10, 0)).toBe(32);
    expect(scrollToSee(small, 2, 200)).toBe(64);
  });

  it("brings any row of a very tall table wholly into sight", () => {
    for (const row of [0, 1, 12_345, tall.count - 1]) {
      const { first, end, shift } = sightAt(tall, scrollToSee(tall, row, tallest / 2));
      expect(row).toBeGreaterThanOrEqual(first);
      expect(row).toBeLessThan(end);
      expect((row - first) * tall.rowHeight - shift).toBeGreaterThanOrEqual(-1);
    }
  });
});
