import { describe, expect, it } from "vitest";
import { wordsOf } from "../../words";
import { lifecycle } from "../samples.fixture";
import { cohortRows, secondMonth } from "./cohorts";

const en = wordsOf("en");
const { cohorts } = lifecycle;

describe("cohorts", () => {
  it("are shares of their customers, the strongest of all months after the first", () => {
    const rows = cohortRows(cohorts, 0, "share", en);
    expect(rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ["100%", "50%", "33%"],
      ["100%", "33%"],
      ["100%"],
    ]);
    expect(rows[0]?.cells.map(({ strength }) => strength)).toEqual([null, 1, 2 / 3]);
  });

  it("are hollow in a month that is not over", () => {
    const open = cohortRows(cohorts, 0, "count", en).map(({ cells }) => cells.map((cell) => cell.open));
    expect(open).toEqual([[false, false, true], [false, true], [true]]);
  });

  it("come back in the second month: only where it is over", () => {
    // Of the first two cohorts, only the second month of the first is over.
    expect(secondMonth(cohorts)).toBe(3 / 6);
    expect(secondMonth({ ...cohorts, complete: true })).toBe(4 / 9);
    expect(secondMonth({ ...cohorts, months: [14_914], sizes: [6], active: [[6]] })).toBeNull();
  });

  it("of a few customers do not set the scale", () => {
    const few = { ...cohorts, sizes: [20, 1, 1], active: [[20, 10, 5], [1, 1], [1]] };
    const [large, small] = cohortRows(few, 0, "share", en);
    expect(large?.cells.map(({ strength }) => strength)).toEqual([null, 1, 0.5]);
    expect(small?.cells.map(({ strength }) => strength)).toEqual([null, 1]);
  });

  it("without customers are left out", () => {
    const rows = cohortRows({ ...cohorts, sizes: [6, 0, 1], active: [[6, 3, 2], [0, 0], [1]] }, 0, "share", en);
    expect(rows).toHaveLength(2);
  });
});
