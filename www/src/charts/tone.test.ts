import { describe, expect, it } from "vitest";
import { toneOf, toneSteps } from "./tone";

describe("the tone of a standardised mean", () => {
  it("is neutral around the mean of all, and the strongest from two standard deviations on", () => {
    expect([0, 0.24, -0.24].map(toneOf)).toEqual([0, 0, 0]);
    expect([2, 7, -2, -7].map(toneOf)).toEqual([toneSteps, toneSteps, -toneSteps, -toneSteps]);
  });

  it("is as strong below the mean as above it", () => {
    for (const value of [0.3, 0.8, 1.1, 1.6, 1.9]) expect(toneOf(-value)).toBe(-toneOf(value));
  });
});
