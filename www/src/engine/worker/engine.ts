import { type Remote, transfer, wrap } from "comlink";
import type { ImportParams, Progress, ReadResult, RefundMark } from "../protocol";
import type { EngineRole, EngineSetup, ShardRole, TextSource } from "../roles";
import { initSync, type PartMessage, Study } from "../wasm/segmentlab";
import { blocksOf, type Lane, parseInOrder } from "./blocks";
import { createClustering } from "./clustering";
import { lookedAgain, named, planOf, type Stack, stacked, tableOf, toldOf, withName } from "./stack";
import { wantedRows, wordsForRows } from "./wanted";

const CSV = "text/csv;charset=utf-8";
/** Excel takes a file without it for the system's old encoding. */
const BYTE_ORDER_MARK = "\uFEFF";

type OnProgress = (progress: Progress) => void;

/** The engine's side. */
export function createEngine(): Omit<EngineRole, "watchRequests"> {
  let study: Study;
  let shards: Remote<ShardRole>[] = [];
  let blockBytes = 0;
  let stacks: Stack[] = [];
  /** The params each table was read with. */
  const readWith = new Map<number, ImportParams>();
  let transactions: number | null = null;
  let marked: RefundMark = { kind: "auto" };
  let running = new AbortController();

  /** Ends whatever runs, and gives what runs next its own end. */
  function restart(): AbortSignal {
    running.abort({ code: "cancelled" });
    running = new AbortController();
    return running.signal;
  }

  function stackAt(table: number): Stack {
    const stack = stacks[table];
    if (stack === undefined) throw { code: "not_ready", step: "head" };
    return stack;
  }

  async function take(sources: readonly TextSource[], before: readonly Stack[]) {
    const stop = restart();
    const { stacks: found, refused } = await stacked(study, sources, before, stop);
    const [first] = refused;
    if (first !== undefined && refused.length === sources.length)
      throw sources.length > 1 ? { ...first.error, file: first.name } : first.error;
    stacks = found;
    return toldOf(stacks, refused);
  }

  /** One pass over the files of a table. */
  async function pass(table: number, params: ImportParams, again: boolean, stop: AbortSignal, onProgress: OnProgress) {
    const stack = stackAt(table);
    const { layouts, layoutOf } = planOf(stack, params);
    const sources = stack.files.map(({ source }) => source);
    const sizes = sources.map(({ text }) => text.size);
    const { total, before } = summed(sizes);
    readWith.delete(table);
    const isOther = table !== transactions;
    const beside = isOther && transactions !== null ? stackAt(transactions).head.estimatedMemory : 0;
    const needs = stack.head.estimatedMemory + beside;
    study.begin(layouts, Uint32Array.from(layoutOf), total, needs, isOther ? table : undefined);
    const texts = sources.map(({ text }) => text);
    await Promise.all(shards.map((shard) => shard.begin(texts, layouts, layoutOf)));
    stop.throwIfAborted();
    const lanes: Lane<PartMessage>[] = shards.map((shard) => ({
      parse: (block, start) =>
        shard.parse(block, start).catch((thrown: unknown) => {
          throw withName(sources[block.file], sources.length, thrown);
        }),
    }));
    onProgress({ bytes: 0, total, rows: 0, setAside: 0, again });
    await parseInOrder(
      blocksOf(sizes, blockBytes),
      lanes,
      (part, block) => {
        const start = named(sources[block.file], sources.length, () => study.add(part));
        if (start !== undefined) return start;
        if (block.last) study.endFile();
        const bytes = (before[block.file] ?? 0) + block.end;
        onProgress({ bytes, total, rows: study.rowsRead, setAside: study.rowsSetAside, again });
        return undefined;
      },
      stop,
    );
    const finished = study.finish();
    readWith.set(table, params);
    return finished;
  }

  async function read(table: number, params: ImportParams, onProgress: OnProgress): Promise<ReadResult> {
    const stop = restart();
    const first = await pass(table, params, false, stop, onProgress);
    if (first.again === null) return { report: first.report, params, again: false };
    const second = await pass(table, first.again, true, stop, onProgress);
    return { report: second.report, params: first.again, again: true };
  }

  return {
    start({ module, shards: ports, blockBytes: bytes }: EngineSetup): void {
      initSync({ module });
      study = new Study();
      shards = ports.map((port) => wrap<ShardRole>(port));
      blockBytes = bytes;
    },

    open: (sources) => take(sources, []),
    add: (sources) => take(sources, stacks),

    async look(table, params) {
      const stop = restart();
      const looked = await lookedAgain(study, stackAt(table), params);
      stop.throwIfAborted();
      stacks = stacks.with(table, looked);
      return tableOf(looked);
    },

    async recall(table, recipe) {
      // The study knows the head that was looked at last.
      const stack = stackAt(table);
      await lookedAgain(study, stack, stack.head.params);
      return study.recall(recipe);
    },

    read(table, params, onProgress) {
      transactions = table;
      return read(table, params, onProgress);
    },
    readOther(table, params, onProgress) {
      if (table === transactions) throw { code: "not_ready", step: "read" };
      return read(table, params, onProgress);
    },
    join: (table) => study.join(table),
    cancel: () => void restart(),

    fold(params) {
      marked = params.refundMark;
      return study.fold(params);
    },

    score: (params) => study.score(params),
    ...createClustering({ study: () => study, shards: () => shards, restart }),

    find(query) {
      const found = study.find(query);
      return transfer(found, [found.buffer]);
    },

    rows: (positions) => study.rows(positions),

    lifecycle: (params) => study.lifecycle(params),
    movement: (division, names, earlier) => study.movement(division, [...names], earlier),
    divisions: () => study.divisions(),
    profile: (division, names) => study.profile(division, [...names]),
    personas: () => study.personas(),
    coverage: (params, names) => study.coverage(params, [...names]),
    findCalls(query) {
      const found = study.findCalls(query);
      return transfer(found, [found.buffer]);
    },
    callRows: (positions) => study.callRows(positions),
    exportCalls: (words, query) => new Blob([study.callsCsv(words, query)], { type: CSV }),
    reallocate: (params) => study.reallocate(params),
    labels(division, names) {
      const found = study.labels(division, [...names]);
      return transfer(found, [found.labels.buffer]);
    },
    facts() {
      const found = study.facts();
      const columns = [
        found.value,
        ...found.figures.map(({ values }) => values),
        ...found.texts.map(({ codes }) => codes),
      ];
      return transfer(
        found,
        columns.map(({ buffer }) => buffer),
      );
    },
    lesson(params) {
      const found = study.lesson(params);
      return transfer(found, [found.x.buffer, found.y.buffer, found.labels.buffer]);
    },
    exportCustomers: (words, query) => new Blob([study.customersCsv(words, query)], { type: CSV }),
    exportClusters: (words) => new Blob([study.clustersCsv(words)], { type: CSV }),
    exportUnmatched: (table, side, words) => new Blob([study.unmatchedCsv(table, side, words)], { type: CSV }),

    async exportRows(table, reason, words, onProgress) {
      const stop = restart();
      const stack = stackAt(table);
      const params = readWith.get(table);
      const [shard] = shards;
      if (params === undefined || shard === undefined) throw { code: "not_ready", step: "read" };
      const { layouts, layoutOf } = planOf(stack, params);
      const sources = stack.files.map(({ source }) => source);
      const sizes = sources.map(({ text }) => text.size);
      const { total, before } = summed(sizes);
      await shard.begin(
        sources.map(({ text }) => text),
        layouts,
        layoutOf,
      );
      const wanted = wantedRows(reason, marked);
      const wordsOf = (file: number) =>
        wordsForRows(
          words,
          sources.length > 1 ? (sources[file]?.name ?? null) : null,
          file > 0 && layoutOf[file] === layoutOf[file - 1],
        );
      // Each block's text goes into a blob at once, which the browser may keep on disk.
      const texts: Blob[] = [];
      let next = { end: 0, line: 1 };
      let duplicates = new Float64Array();
      let [rows, copied] = [0, 0];
      for (const block of blocksOf(sizes, blockBytes)) {
        if (block.index === 0) {
          next = { end: 0, line: 1 };
          if (table === transactions) duplicates = study.duplicateLines(block.file);
        }
        const found = await shard.extract(block, next.end, next.line, wanted, wordsOf(block.file), duplicates);
        stop.throwIfAborted();
        texts.push(new Blob([found.text]));
        rows += found.rows;
        copied += found.copied;
        next = found;
        const bytes = (before[block.file] ?? 0) + block.end;
        onProgress({ bytes, total, rows, setAside: copied, again: false });
      }
      return new Blob([BYTE_ORDER_MARK, ...texts], { type: CSV });
    },
  };
}

/** The sum of all sizes, and of those before each. */
function summed(sizes: readonly number[]): { total: number; before: number[] } {
  let total = 0;
  const before = sizes.map((size) => {
    total += size;
    return total - size;
  });
  return { total, before };
}
