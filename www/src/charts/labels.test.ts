import { describe, expect, it } from "vitest";
import { labelStride, placeLabels, textWidth } from "./labels";

describe("labels", () => {
  it("share a row until they touch, then take the next, then are left out", () => {
    const at = (x: number) => ({ x, width: 20 });
    const rows = placeLabels([at(0), at(10), at(12), at(40)], 2);
    expect(rows.map(({ item, row }) => [item.x, row])).toEqual([
      [0, 0],
      [10, 1],
      [40, 0],
    ]);
  });

  it("are thinned so that none touch", () => {
    // Ten labels of 40 with a gap of 10 need 500.
    expect(labelStride(10, 500, 40)).toBe(1);
    expect(labelStride(10, 250, 40)).toBe(2);
    expect(labelStride(10, 10, 40)).toBe(10);
  });

  it("are twice as wide in Chinese", () => {
    expect(textWidth("中位数", 12)).toBe(36);
    expect(textWidth("abc", 12)).toBeLessThan(24);
  });
});
