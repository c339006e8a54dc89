import { expect, it } from "vitest";
import { fall, inertiaText } from "./fall";
import { format } from "./format";

const f = format("en");

it("writes an inertia with about three digits", () => {
  expect([0.5, 7.256, 45.31, 1240.4, 42_130_000_000].map((value) => inertiaText(f, value))).toEqual([
    "0.5",
    "7.26",
    "45.3",
    "1,240",
    "42.1B",
  ]);
});

it("takes as many decimals as tell two of them apart", () => {
  expect(fall(f, 1240, 912)).toEqual(["1,240", "912"]);
  expect(fall(f, 912.44, 912.31)).toEqual(["912.4", "912.3"]);
  expect(fall(f, 42_130_000_000, 42_129_000_000)).toEqual(["42,130,000,000", "42,129,000,000"]);
  expect(fall(f, 912, 912)).toBeNull();
  expect(fall(f, 912, 911.999_999_99)).toBeNull();
});
