import { describe, expect, it } from "vitest";
import { type Bins, binRange, cutPosition, markPosition, positionOf } from "./bins";

const days: Bins = { edges: [0, 20, 40, 60], counts: [5, 3, 1], openBelow: false, openAbove: false, log: false };
const orders: Bins = { edges: [1, 2, 3, 4], counts: [9, 4, 2], openBelow: false, openAbove: true, log: false };
const amounts: Bins = { edges: [1, 10, 100], counts: [4, 6], openBelow: true, openAbove: false, log: true };

describe("what a bin holds", () => {
  it("of whole numbers is told with both ends", () => {
    expect(binRange(days, 0, true)).toEqual({ from: 0, to: 19 });
    expect(binRange(days, 1, true)).toEqual({ from: 20, to: 39 });
    expect(binRange(orders, 0, true)).toEqual({ from: 1, to: 1 });
  });

  it("includes the upper edge in the last bin", () => {
    expect(binRange(days, 2, true)).toEqual({ from: 40, to: 60 });
  });

  it("is open where the histogram is", () => {
    expect(binRange(orders, 2, true)).toEqual({ from: 3, to: null });
    expect(binRange(amounts, 0, false)).toEqual({ from: null, to: 10 });
  });
});

describe("a position among bins", () => {
  it("is proportional within a bin", () => {
    expect(positionOf(days, 0)).toBe(0);
    expect(positionOf(days, 30)).toBe(1.5);
    expect(positionOf(days, 60)).toBe(3);
  });

  it("is proportional to the ratio where bins are of equal ratio", () => {
    // The square root of 10 lies half way from 1 to 10.
    expect(positionOf(amounts, Math.sqrt(10))).toBeCloseTo(0.5);
    expect(positionOf(amounts, Math.sqrt(1000))).toBeCloseTo(1.5);
  });

  it("stays within the bins", () => {
    expect(positionOf(amounts, -5)).toBe(0);
    expect(positionOf(amounts, 1e9)).toBe(2);
  });

  it("of a cut lies right of the bar whose values it holds", () => {
    // Values equal to a cut are below it: one order belongs left of the cut at 1.
    expect(cutPosition(orders, 1, true)).toBe(1);
    expect(cutPosition(days, 19.2, true)).toBe(1);
    expect(cutPosition(amounts, 10, false)).toBe(1);
  });

  it("of a value lies over the middle of its own bar", () => {
    expect(markPosition(orders, 2)).toBe(1.5);
    expect(markPosition(days, 30)).toBe(1.5);
  });
});
