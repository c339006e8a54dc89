import { transfer } from "comlink";
import type { ShardRole } from "../roles";
import {
  Clusterer,
  type Layout,
  type PartMessage,
  type RowsMessage,
  type RowWords,
  Shard,
  type Wanted,
} from "../wasm/segmentlab";
import type { Block } from "./blocks";

/** Bytes given beyond a block's end, for the record that runs over it; four times as many each time they do not do. */
const TAIL = 1 << 16;

/** The shard's side: reads its blocks from the files themselves; files that are written alike share a Rust shard. */
export function createShard(): ShardRole {
  const reader = new FileReaderSync();
  let clusterer: Clusterer | null = null;
  let pass: { files: readonly Blob[]; shards: Shard[]; layoutOf: readonly number[] } | null = null;

  /** Gives the block's bytes from `from` on, and more of what follows until that is enough. */
  function withBytes<T>(
    block: Block,
    from: number,
    use: (shard: Shard, bytes: Uint8Array, isLast: boolean) => T | undefined,
  ): T {
    const file = pass?.files[block.file];
    const shard = pass?.shards[pass.layoutOf[block.file] ?? 0];
    if (file === undefined || shard === undefined) throw new Error("a block was given before a pass began");
    for (let tail = TAIL; ; tail *= 4) {
      const until = Math.min(file.size, Math.max(block.end, from) + tail);
      const bytes = new Uint8Array(reader.readAsArrayBuffer(file.slice(from, until)));
      const done = use(shard, bytes, until === file.size);
      if (done !== undefined) return done;
    }
  }

  return {
    begin(files: readonly Blob[], layouts: readonly Layout[], layoutOf: readonly number[]): void {
      for (const shard of pass?.shards ?? []) shard.free();
      pass = null;
      pass = { files, shards: layouts.map((layout) => new Shard(layout)), layoutOf };
    },

    parse(block: Block, start?: number): PartMessage {
      const exact = block.offset === 0 ? 0 : start;
      // A block that has to find its own start looks at what stands before it: after a line end, which takes
      // up to two bytes, it starts at once.
      const from = exact ?? Math.max(0, block.offset - 2);
      const part = withBytes(block, from, (shard, bytes, isLast) =>
        shard.parse(block.index, bytes, from, exact ?? block.offset, exact !== undefined, block.end, isLast),
      );
      return transfer(part, buffersOf(part));
    },

    extract(
      block: Block,
      start: number,
      line: number,
      wanted: Wanted,
      words: RowWords,
      duplicates: Float64Array,
    ): RowsMessage {
      const rows = withBytes(block, start, (shard, bytes, isLast) =>
        shard.extract(wanted, words, duplicates, block.index, bytes, start, line, block.end, isLast),
      );
      return transfer(rows, [rows.text.buffer]);
    },

    beginUnits(matrix, columns, params) {
      clusterer?.free();
      clusterer = null;
      clusterer = new Clusterer(matrix, columns, params);
    },

    work(unit) {
      if (clusterer === null) throw new Error("a unit was given before a sweep began");
      return clusterer.work(unit);
    },

    endUnits() {
      clusterer?.free();
      clusterer = null;
    },
  };
}

function buffersOf({
  customer,
  order,
  day,
  amount,
  returned,
  prints,
  leads,
  customers,
  orders,
  attributes,
  measures,
}: PartMessage): ArrayBuffer[] {
  const strings = [customers, orders, ...attributes.map((column) => column.values)];
  const codes = attributes.map((column) => column.codes);
  const figures = measures.map((column) => column.values);
  const columns = [customer, order, day, amount, returned, prints, leads, ...codes, ...figures];
  return [...columns, ...strings.flatMap(({ bytes, ends }) => [bytes, ends])].map((column) => column.buffer);
}
