import { describe, expect, it } from "vitest";
import { parseCuts } from "./scoring";

describe("own cut points", () => {
  it("are divided by blanks or semicolons", () => {
    expect(parseCuts("14.2 33 72")).toEqual([14.2, 33, 72]);
    expect(parseCuts(" 1; 2；3 ")).toEqual([1, 2, 3]);
  });

  it("must ascend", () => {
    expect(parseCuts("2 1")).toBeNull();
    expect(parseCuts("1 1")).toBeNull();
  });

  it("must be numbers, one to nine", () => {
    expect(parseCuts("")).toBeNull();
    expect(parseCuts("a")).toBeNull();
    expect(parseCuts("1 2 3 4 5 6 7 8 9")).toHaveLength(9);
    expect(parseCuts("1 2 3 4 5 6 7 8 9 10")).toBeNull();
  });
});
