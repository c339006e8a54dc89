import { describe, expect, it } from "vitest";
import { type Block, blocksOf, type Lane, parseInOrder } from "./blocks";

interface FakePart {
  readonly block: number;
  readonly start: number | undefined;
}

/** A lane whose replies come when the test says so, in the order in which they were asked for. */
class SlowLane implements Lane<FakePart> {
  readonly asked: { block: Block; start: number | undefined; reply: () => void; fail: (why: unknown) => void }[] = [];

  parse(block: Block, start?: number): Promise<FakePart> {
    return new Promise((resolve, reject) => {
      const reply = () => resolve({ block: block.index, start });
      this.asked.push({ block, start, reply, fail: reject });
    });
  }

  get waiting(): number[] {
    return this.asked.map((one) => one.block.index);
  }

  answer(): void {
    const first = this.asked.shift();
    if (first === undefined) throw new Error("nothing was asked of this lane");
    first.reply();
  }
}

/** Lets everything run that can run without a further reply. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

const never = new AbortController().signal;

describe("blocksOf", () => {
  it("covers every byte once", () => {
    const blocks = blocksOf([25], 10);
    expect(blocks.map((block) => [block.offset, block.end, block.last])).toEqual([
      [0, 10, false],
      [10, 20, false],
      [20, 25, true],
    ]);
  });

  it("makes no empty block at the end of a file that divides evenly", () => {
    expect(blocksOf([20], 10).map((block) => block.end)).toEqual([10, 20]);
  });

  it("gives an empty file one block, so that its emptiness is told", () => {
    expect(blocksOf([0], 10)).toEqual([{ file: 0, index: 0, offset: 0, end: 0, last: true }]);
  });
});

it("goes from file to file, each with blocks of its own", () => {
  const blocks = blocksOf([15, 0, 7], 10);
  expect(blocks.map(({ file, index, offset, end, last }) => [file, index, offset, end, last])).toEqual([
    [0, 0, 0, 10, false],
    [0, 1, 10, 15, true],
    [1, 0, 0, 0, true],
    [2, 0, 0, 7, true],
  ]);
});

describe("parseInOrder", () => {
  it("gives blocks of small files to different lanes", async () => {
    const lanes = [new SlowLane(), new SlowLane()] as const;
    void parseInOrder(blocksOf([3, 3, 3], 10), lanes, () => undefined, never);
    await settle();
    expect(lanes.map((lane) => lane.asked.map((one) => one.block.file))).toEqual([[0, 2], [1]]);
  });

  it("accepts parts in file order, whichever lane is faster", async () => {
    const lanes = [new SlowLane(), new SlowLane()] as const;
    const accepted: number[] = [];
    const done = parseInOrder(blocksOf([60], 10), lanes, (part) => void accepted.push(part.block), never);
    await settle();
    lanes[1].answer();
    lanes[1].answer();
    await settle();
    expect(accepted).toEqual([]);
    lanes[0].answer();
    await settle();
    expect(accepted).toEqual([0, 1]);
    lanes[0].answer();
    await settle();
    expect(accepted).toEqual([0, 1, 2, 3]);
    for (const lane of lanes) while (lane.asked.length > 0) lane.answer();
    await done;
    expect(accepted).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it("keeps at most two blocks per lane in hand", async () => {
    const lanes = [new SlowLane(), new SlowLane()] as const;
    void parseInOrder(blocksOf([100], 10), lanes, () => undefined, never);
    await settle();
    expect([lanes[0].waiting, lanes[1].waiting]).toEqual([
      [0, 2],
      [1, 3],
    ]);
    lanes[1].answer();
    lanes[1].answer();
    await settle();
    expect(lanes[1].waiting).toEqual([]);
    lanes[0].answer();
    await settle();
    expect([lanes[0].waiting, lanes[1].waiting]).toEqual([[2, 4], [5]]);
  });

  it("has a block parsed again by the same lane from the byte that accept names, before any later block", async () => {
    const lanes = [new SlowLane(), new SlowLane()] as const;
    const accepted: FakePart[] = [];
    const done = parseInOrder(
      blocksOf([30], 10),
      lanes,
      (part) => {
        if (part.block === 1 && part.start === undefined) return 13;
        accepted.push(part);
        return undefined;
      },
      never,
    );
    await settle();
    lanes[0].answer();
    lanes[0].answer();
    lanes[1].answer();
    await settle();
    expect(accepted).toEqual([{ block: 0, start: undefined }]);
    expect(lanes[1].asked.map((one) => [one.block.index, one.start])).toEqual([[1, 13]]);
    lanes[1].answer();
    await done;
    expect(accepted).toEqual([
      { block: 0, start: undefined },
      { block: 1, start: 13 },
      { block: 2, start: undefined },
    ]);
  });

  it("fails when a block cannot be made to start where the one before it ends", async () => {
    const lane: Lane<FakePart> = { parse: async (block, start) => ({ block: block.index, start }) };
    await expect(parseInOrder(blocksOf([5], 10), [lane], () => 3, never)).rejects.toThrow("block 0");
  });

  it("stops at once when told to, and takes no reply that comes later", async () => {
    const lane = new SlowLane();
    const accepted: number[] = [];
    const stop = new AbortController();
    const done = parseInOrder(blocksOf([30], 10), [lane], (part) => void accepted.push(part.block), stop.signal);
    await settle();
    lane.answer();
    await settle();
    stop.abort({ code: "cancelled" });
    await expect(done).rejects.toEqual({ code: "cancelled" });
    while (lane.asked.length > 0) lane.answer();
    await settle();
    expect(accepted).toEqual([0]);
    expect(lane.asked).toEqual([]);
  });

  it("fails with what a lane fails with", async () => {
    const lane = new SlowLane();
    const done = parseInOrder(blocksOf([30], 10), [lane], () => undefined, never);
    await settle();
    lane.asked[0]?.fail({ code: "file_changed" });
    await expect(done).rejects.toEqual({ code: "file_changed" });
  });
});
