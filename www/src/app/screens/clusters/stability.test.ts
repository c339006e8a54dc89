import { expect, it } from "vitest";
import { bandOf } from "./stability";

it("puts stabilities into the bands of METHODS.md", () => {
  const values = [0, 0.599, 0.6, 0.749, 0.75, 0.85, 0.851, 1];
  expect(values.map(bandOf)).toEqual([
    "unstable",
    "unstable",
    "doubtful",
    "doubtful",
    "stable",
    "stable",
    "highly_stable",
    "highly_stable",
  ]);
});
