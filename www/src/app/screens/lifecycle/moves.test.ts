import { describe, expect, it } from "vitest";
import type { Movement } from "../../../engine/protocol";
import { wordsOf } from "../../../words";
import { flowOf, movesOf } from "./moves";

const en = wordsOf("en");

const movement = (of: Partial<Movement["moved"]>, rest: Partial<Movement> = {}): Movement => ({
  earlier: 15_000,
  later: 15_090,
  moved: {
    rows: ["new", "active"],
    columns: ["new", "active"],
    counts: [
      [3, 4],
      [0, 13],
    ],
    onlyRows: [0, 0],
    onlyColumns: [0, 0],
    neither: 0,
    customers: 20,
    adjustedRandIndex: null,
    ...of,
  },
  newcomers: [5, 0],
  newcomersUnassigned: 0,
  ...rest,
});

describe("moves", () => {
  it("hold every customer once, with a row for those who came later", () => {
    const moves = movesOf(movement({}), { kind: "lifecycle" }, en);
    expect(moves.from.map(({ name, customers }) => [name, customers])).toEqual([
      ["New", 7],
      ["Active", 13],
      ["Came later", 5],
    ]);
    expect(moves.to.map(({ name, customers }) => [name, customers])).toEqual([
      ["New", 8],
      ["Active", 17],
    ]);
    expect(moves).toMatchObject({ known: 20, stayed: 16, newcomers: 5, most: { from: 0, to: 1 } });
  });

  it("leave out segments nobody is in, and say who has none", () => {
    const moves = movesOf(
      movement(
        {
          counts: [
            [0, 0],
            [0, 13],
          ],
          onlyRows: [0, 2],
          onlyColumns: [0, 1],
          neither: 4,
        },
        { newcomers: [0, 0], newcomersUnassigned: 3 },
      ),
      { kind: "rfm" },
      en,
    );
    expect(moves.from.map(({ name }) => name)).toEqual(["active", "Others", "Came later"]);
    expect(moves.to.map(({ name, customers }) => [name, customers])).toEqual([
      ["active", 14],
      ["Others", 9],
    ]);
    expect(moves.counts).toEqual([
      [13, 2],
      [1, 4],
      [0, 3],
    ]);
    expect(moves.known).toBe(20);
  });

  it("know a segment again though the other date has others", () => {
    const one = movement({
      rows: ["b", "gone"],
      columns: ["a", "b"],
      counts: [
        [1, 6],
        [2, 0],
      ],
    });
    const moves = movesOf(one, { kind: "attribute", name: "Region" }, en);
    expect(moves.stayed).toBe(6);
    expect(moves.from[0]?.colour).toBe(moves.to[1]?.colour);
    expect(moves.from[1]?.colour).toBe("others");
    expect(moves.most).toMatchObject({ from: 1, to: 0 });
  });

  it("are ribbons with shares of where they come from", () => {
    const flow = flowOf(movesOf(movement({}), { kind: "lifecycle" }, en), en);
    expect(flow.links.map(({ size }) => size)).toEqual([3, 4, 13, 5]);
    expect(flow.links[1]?.point).toBe("New → Active\n4 customers, 57.1% of New");
    expect(flow.from[2]?.colour).toBeNull();
  });
});
