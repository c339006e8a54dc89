import { describe, expect, it } from "vitest";
import { Rows } from "./rows";

/** Rows that are their own index; each fetch is written down and waits until it is let go. */
function source(count: number, keep = 40) {
  const asked: [number, number][] = [];
  const waiting: (() => void)[] = [];
  const rows = new Rows(
    count,
    (from, to) =>
      new Promise<number[]>((resolve) => {
        asked.push([from, to]);
        waiting.push(() => resolve(Array.from({ length: to - from }, (_, index) => from + index)));
      }),
    { page: 10, keep },
  );
  const letGo = () => {
    for (const go of waiting.splice(0)) go();
  };
  return { rows, asked, letGo };
}

describe("rows of a long table", () => {
  it("come in pages, the last one short", async () => {
    const { rows, asked, letGo } = source(25);
    const wanted = rows.want(8, 25);
    letGo();
    expect(await wanted).toBe(true);
    expect(asked).toEqual([
      [0, 10],
      [10, 20],
      [20, 25],
    ]);
    expect(rows.slice(8, 12)).toEqual([8, 9, 10, 11]);
    expect(rows.row(24)).toBe(24);
  });

  it("are missing as a whole while one is missing", async () => {
    const { rows, letGo } = source(30);
    const wanted = rows.want(0, 10);
    expect(rows.slice(0, 5)).toBeNull();
    letGo();
    await wanted;
    expect(rows.slice(0, 10)).toHaveLength(10);
    expect(rows.slice(5, 11)).toBeNull();
  });

  it("are asked for once, even while they are on their way", async () => {
    const { rows, asked, letGo } = source(30);
    const first = rows.want(0, 10);
    expect(await rows.want(3, 7)).toBe(false);
    letGo();
    await first;
    expect(await rows.want(0, 10)).toBe(false);
    expect(asked).toHaveLength(1);
  });

  it("are forgotten in the order they were last used", async () => {
    const { rows, letGo } = source(100, 2);
    for (const from of [0, 10, 0, 20]) {
      const wanted = rows.want(from, from + 1);
      letGo();
      await wanted;
    }
    expect(rows.row(0)).toBe(0);
    expect(rows.row(10)).toBeUndefined();
    expect(rows.row(20)).toBe(20);
  });

  it("can be asked for again after a failure", async () => {
    let times = 0;
    const rows = new Rows<number>(5, async () => {
      times += 1;
      if (times === 1) throw new Error("gone");
      return [0, 1, 2, 3, 4];
    });
    await expect(rows.want(0, 5)).rejects.toThrow("gone");
    expect(await rows.want(0, 5)).toBe(true);
    expect(rows.row(4)).toBe(4);
  });
});
