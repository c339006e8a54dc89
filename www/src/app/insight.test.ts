import { describe, expect, it } from "vitest";
import type { Division } from "../engine/protocol";
import { editsOf, withEdits } from "./insight";

const rfm: Division = { kind: "rfm" };
const city: Division = { kind: "attribute", name: "City" };

describe("what the user wrote on the cards", () => {
  it("takes the place of what was written there before", () => {
    const once = withEdits([], { ...editsOf([], rfm, 2), title: "Best" });
    const twice = withEdits(once, { ...editsOf(once, rfm, 2), goal: "Thank them" });
    expect(twice).toEqual([{ ...editsOf([], rfm, 2), title: "Best", goal: "Thank them" }]);
  });

  it("goes with the last word of a card", () => {
    const written = withEdits([], { ...editsOf([], rfm, 2), title: "Best" });
    expect(withEdits(written, { ...editsOf(written, rfm, 2), title: null })).toEqual([]);
  });

  it("belongs to a segment of a division, and lies in an order of its own", () => {
    const card = (division: Division, segment: number) => ({ ...editsOf([], division, segment), notes: "n" });
    const cards = [card(rfm, 10), card(city, 1), card(rfm, 2)];
    const one = cards.reduce(withEdits, []);
    const other = [...cards].reverse().reduce(withEdits, []);
    expect(one).toEqual(other);
    expect(one.map(({ division, segment }) => [division.kind, segment])).toEqual([
      ["attribute", 1],
      ["rfm", 2],
      ["rfm", 10],
    ]);
    expect(editsOf(one, city, 2).notes).toBeNull();
    expect(editsOf(one, city, 1).notes).toBe("n");
  });
});
