import { type Remote, transfer, wrap } from "comlink";
import type { ImportParams, Progress, ReadResult, RefundMark } from "../protocol";
import type { EngineRole, EngineSetup, ShardRole } from "../roles";
import { initSync, type PartMessage, Study } from "../wasm/segmentlab";
import { blocksOf, type Lane, parseInOrder } from "./blocks";
import { wantedRows, wordsForRows } from "./wanted";

/** Samples taken from beyond the head, evenly spread, and the bytes of each. */
const SAMPLES = 4;
const SAMPLE_BYTES = 1 << 16;

const CSV = "text/csv;charset=utf-8";
/** Excel takes a file without it for the system's old encoding. */
const BYTE_ORDER_MARK = "\uFEFF";

/** The engine's side. */
export function createEngine(): Omit<EngineRole, "watchRequests"> {
  let study: Study;
  let shards: Remote<ShardRole>[] = [];
  let blockBytes = 0;
  let file: Blob | null = null;
  let wasRead = false;
  let marked: RefundMark = { kind: "auto" };
  let running = new AbortController();

  /** Ends whatever runs, and gives what runs next its own end. */
  function restart(): AbortSignal {
    running.abort({ code: "cancelled" });
    running = new AbortController();
    return running.signal;
  }

  function opened(): Blob {
    if (file === null) throw { code: "not_ready", step: "head" };
    return file;
  }

  const bytesOf = async (from: number, until: number) =>
    new Uint8Array(await opened().slice(from, until).arrayBuffer());

  async function pass(
    params: ImportParams,
    again: boolean,
    stop: AbortSignal,
    onProgress: (progress: Progress) => void,
  ) {
    const source = opened();
    wasRead = false;
    const names = study.begin(await bytesOf(0, Study.headBytes()), params);
    await Promise.all(shards.map((shard) => shard.begin(source, params, names)));
    stop.throwIfAborted();
    const lanes: Lane<PartMessage>[] = shards.map((shard) => ({ parse: (block, start) => shard.parse(block, start) }));
    const total = source.size;
    onProgress({ bytes: 0, total, rows: 0, setAside: 0, again });
    await parseInOrder(
      blocksOf(total, blockBytes),
      lanes,
      (part, block) => {
        const start = study.add(part);
        if (start === undefined)
          onProgress({ bytes: block.end, total, rows: study.rowsRead, setAside: study.rowsSetAside, again });
        return start;
      },
      stop,
    );
    const finished = study.finish();
    wasRead = true;
    return finished;
  }

  return {
    start({ module, shards: ports, blockBytes: bytes }: EngineSetup): void {
      initSync({ module });
      study = new Study();
      shards = ports.map((port) => wrap<ShardRole>(port));
      blockBytes = bytes;
    },

    async look(source, params, worksheet) {
      const stop = restart();
      file = source;
      const headBytes = Study.headBytes();
      const beyond = Math.max(0, source.size - headBytes - SAMPLE_BYTES);
      const offsets =
        beyond === 0
          ? []
          : // Even places, where UTF-16 has its units.
            Array.from({ length: SAMPLES }, (_, i) => headBytes + 2 * Math.floor((beyond * (i + 1)) / SAMPLES / 2));
      const first = await bytesOf(0, headBytes);
      const samples = await Promise.all(offsets.map((offset) => bytesOf(offset, offset + SAMPLE_BYTES)));
      stop.throwIfAborted();
      return study.look(first, samples, source.size, params, worksheet);
    },

    recall: (recipe) => study.recall(recipe),

    async read(params, onProgress): Promise<ReadResult> {
      const stop = restart();
      const first = await pass(params, false, stop, onProgress);
      if (first.again === null) return { report: first.report, params, again: false };
      const second = await pass(first.again, true, stop, onProgress);
      return { report: second.report, params: first.again, again: true };
    },

    cancel: () => void restart(),

    fold(params) {
      marked = params.refundMark;
      return study.fold(params);
    },

    score: (params) => study.score(params),

    find(query) {
      const found = study.find(query);
      return transfer(found, [found.buffer]);
    },

    rows: (positions) => study.rows(positions),
    exportCustomers: (words, query) => new Blob([study.customersCsv(words, query)], { type: CSV }),

    async exportRows(reason, words, onProgress) {
      const stop = restart();
      const source = opened();
      const [shard] = shards;
      if (!wasRead || shard === undefined) throw { code: "not_ready", step: "read" };
      const [wanted, told] = [wantedRows(reason, marked), wordsForRows(words)];
      const duplicates = study.duplicateLines(0);
      // Each block's text goes into a blob at once, which the browser may keep on disk.
      const texts: Blob[] = [];
      let next = { end: 0, line: 1 };
      let [rows, copied] = [0, 0];
      for (const block of blocksOf(source.size, blockBytes)) {
        const found = await shard.extract(block, next.end, next.line, wanted, told, duplicates);
        stop.throwIfAborted();
        texts.push(new Blob([found.text]));
        rows += found.rows;
        copied += found.copied;
        next = found;
        onProgress({ bytes: block.end, total: source.size, rows, setAside: copied, again: false });
      }
      return new Blob([BYTE_ORDER_MARK, ...texts], { type: CSV });
    },
  };
}
