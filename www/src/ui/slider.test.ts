import { expect, it } from "vitest";
import { numberWithin } from "./slider";

it("takes a number within its bounds, and nothing else", () => {
  expect(numberWithin("90", 0, 100)).toBe(90);
  expect(numberWithin(" 0.5 ", 0, 100)).toBe(0.5);
  expect(numberWithin("100", 0, 100)).toBe(100);
  for (const text of ["", " ", "101", "-1", "ninety", "1e999"]) expect(numberWithin(text, 0, 100), text).toBeNull();
});
