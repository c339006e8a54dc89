/** Files in blocks, parsed by several lanes at once and taken over strictly in file order. */
export interface Block {
  /** Number of the file. */
  readonly file: number;
  /** Number of the block in its file. */
  readonly index: number;
  /** First byte. */
  readonly offset: number;
  /** One past the last byte. */
  readonly end: number;
  /** Whether the file ends here. */
  readonly last: boolean;
}

/** Something that parses blocks, one after the other. */
export interface Lane<Part> {
  /** Parses the records that start in the block; with `start`, from exactly there. */
  parse(block: Block, start?: number): Promise<Part>;
}

/** Takes the next part in file order, or says from which byte its block has to be parsed instead. */
export type Accept<Part> = (part: Part, block: Block, lane: number) => number | undefined;

/** Blocks a lane may have in hand: one being parsed, one waiting for its turn or to be parsed. */
const DEPTH = 2;

/** The blocks of files of these sizes, one file after the other; small files keep all lanes busy, too. */
export function blocksOf(sizes: readonly number[], blockBytes: number): Block[] {
  return sizes.flatMap((bytes, file) => {
    const count = Math.max(1, Math.ceil(bytes / blockBytes));
    return Array.from({ length: count }, (_, index) => {
      const offset = index * blockBytes;
      return { file, index, offset, end: Math.min(bytes, offset + blockBytes), last: index === count - 1 };
    });
  });
}

/** Settles when every block was accepted, or at the first failure, or as soon as `stop` is given. */
export async function parseInOrder<Part>(
  blocks: readonly Block[],
  lanes: readonly Lane<Part>[],
  accept: Accept<Part>,
  stop: AbortSignal,
): Promise<void> {
  let next = 0;
  let turn: Promise<void> = Promise.resolve();

  const work = async (lane: Lane<Part>, number: number): Promise<void> => {
    for (;;) {
      const block = blocks[next++];
      if (block === undefined) return;
      const mine = turn;
      let pass = () => {};
      turn = new Promise((resolve) => {
        pass = resolve;
      });
      const part = await lane.parse(block);
      await mine;
      stop.throwIfAborted();
      const start = accept(part, block, number);
      if (start !== undefined) {
        const again = await lane.parse(block, start);
        stop.throwIfAborted();
        if (accept(again, block, number) !== undefined)
          throw new Error(`block ${block.index} of file ${block.file} does not start at ${start}`);
      }
      pass();
    }
  };

  // Lane by lane within each depth, so that neighbouring blocks go to different lanes.
  const workers = Array.from({ length: DEPTH }, () => lanes.map(work)).flat();
  await Promise.race([Promise.all(workers), stopped(stop)]);
}

function stopped(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const fail = () => reject(signal.reason);
    if (signal.aborted) fail();
    else signal.addEventListener("abort", fail, { once: true });
  });
}
