import { describe, expect, it } from "vitest";
import { type Dealer, type UnitLane, workOff } from "./units";

/** A lane whose units are finished by hand. */
function lane() {
  const open: { unit: number; finish: (result: number) => void; fail: (why: unknown) => void }[] = [];
  const lane: UnitLane<number, number> = {
    work: (unit) => new Promise((finish, fail) => open.push({ unit, finish, fail })),
  };
  return { lane, open };
}

/** Deals 1 and 2, and 3 when both are done. */
function dealer() {
  const waiting = [1, 2];
  const put: [number, number][] = [];
  const of: Dealer<number, number> = {
    deal: () => waiting.shift(),
    put: (unit, result) => {
      put.push([unit, result]);
      if (put.length === 2) waiting.push(3);
    },
  };
  return { of, put };
}

const settled = () => new Promise((done) => setTimeout(done));

describe("workOff", () => {
  it("keeps all lanes busy and deals what becomes possible", async () => {
    const [a, b] = [lane(), lane()];
    const { of, put } = dealer();
    const all = workOff([a.lane, b.lane], of, new AbortController().signal);
    expect([a.open.map(({ unit }) => unit), b.open.map(({ unit }) => unit)]).toEqual([[1], [2]]);
    b.open[0]?.finish(20);
    await settled();
    expect(a.open.length + b.open.length).toBe(2);
    a.open[0]?.finish(10);
    await settled();
    b.open[1]?.finish(30);
    await all;
    expect(put).toEqual([
      [2, 20],
      [1, 10],
      [3, 30],
    ]);
  });

  it("is over at once when there is nothing to do", async () => {
    await workOff([lane().lane], { deal: () => undefined, put: () => {} }, new AbortController().signal);
  });

  it("fails as soon as it is stopped, and takes nothing in any more", async () => {
    const a = lane();
    const { of, put } = dealer();
    const stop = new AbortController();
    const all = workOff([a.lane], of, stop.signal);
    stop.abort({ code: "cancelled" });
    await expect(all).rejects.toEqual({ code: "cancelled" });
    a.open[0]?.finish(10);
    await settled();
    expect(put).toEqual([]);
    expect(a.open.length).toBe(1);
  });

  it("fails with the first failure of a lane, and with one of taking in", async () => {
    const a = lane();
    const all = workOff([a.lane], dealer().of, new AbortController().signal);
    a.open[0]?.fail("broken");
    await expect(all).rejects.toBe("broken");

    const b = lane();
    const refusing: Dealer<number, number> = {
      ...dealer().of,
      put: () => {
        throw "refused";
      },
    };
    const other = workOff([b.lane], refusing, new AbortController().signal);
    b.open[0]?.finish(1);
    await expect(other).rejects.toBe("refused");
  });
});
