import { describe, expect, it } from "vitest";
import { toneOf, toneOfRatio, toneSteps } from "./tone";

describe("the tone of a standardised mean", () => {
  it("is neutral around the mean of all, and the strongest from two standard deviations on", () => {
    expect([0, 0.24, -0.24].map(toneOf)).toEqual([0, 0, 0]);
    expect([2, 7, -2, -7].map(toneOf)).toEqual([toneSteps, toneSteps, -toneSteps, -toneSteps]);
  });

  it("is as strong below the mean as above it", () => {
    for (const value of [0.3, 0.8, 1.1, 1.6, 1.9]) expect(toneOf(-value)).toBe(-toneOf(value));
  });
});

describe("the tone of a share against that of all", () => {
  it("is two steps for each doubling or halving, and the strongest for none", () => {
    expect([1, 1.5, 2, 4, 9, 0.5, 0.25, 0].map(toneOfRatio)).toEqual([0, 1, 2, 4, 4, -2, -4, -4]);
  });
});
