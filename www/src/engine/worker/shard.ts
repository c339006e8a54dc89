import { transfer } from "comlink";
import type { ImportParams } from "../protocol";
import type { ShardRole } from "../roles";
import { type PartMessage, Shard } from "../wasm/segmentlab";
import type { Block } from "./blocks";

/** Bytes given beyond a block's end, for the record that runs over it; four times as many each time they do not do. */
const TAIL = 1 << 16;

/** The shard's side: reads its blocks from the file itself. */
export function createShard(): ShardRole {
  const reader = new FileReaderSync();
  let pass: { file: File; shard: Shard } | null = null;

  return {
    begin(file: File, params: ImportParams, names: string[]): void {
      pass?.shard.free();
      pass = null;
      pass = { file, shard: new Shard(params, names) };
    },

    parse(block: Block, start?: number): PartMessage {
      if (pass === null) throw new Error("parse before begin");
      const { file, shard } = pass;
      // A block that has to find its own start looks at the byte before it: a line end there means that it starts at once.
      const from = start ?? Math.max(0, block.offset - 1);
      const given = block.offset === 0 ? 0 : start;
      for (let tail = TAIL; ; tail *= 4) {
        const until = Math.min(file.size, Math.max(block.end, from) + tail);
        const bytes = new Uint8Array(reader.readAsArrayBuffer(file.slice(from, until)));
        const part = shard.parse(block.index, bytes, from, given, block.end, until === file.size);
        if (part !== undefined) return transfer(part, buffersOf(part));
      }
    },
  };
}

function buffersOf({
  customer,
  order,
  day,
  amount,
  returned,
  customers,
  orders,
  attributes,
}: PartMessage): ArrayBuffer[] {
  const strings = [customers, orders, ...attributes.map((column) => column.values)];
  const columns = [customer, order, day, amount, returned, ...attributes.map((column) => column.codes)];
  return [...columns, ...strings.flatMap(({ bytes, ends }) => [bytes, ends])].map((column) => column.buffer);
}
