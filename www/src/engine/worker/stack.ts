/** Files with the same columns, stacked as one table. */
import type { EngineError, Head, ImportParams, Opened, Refused, Table } from "../protocol";
import type { TextSource } from "../roles";
import { type Layout, Study } from "../wasm/segmentlab";
import { thrownAs } from "./thrown";

/** Samples taken from beyond the head, evenly spread, and the bytes of each. */
const SAMPLES = 4;
const SAMPLE_BYTES = 1 << 16;

/** What the user sets for a table and what then holds for all its files that were read so before. */
const SHARED = ["encoding", "delimiter", "skipLines", "header"] as const;

interface StackedFile {
  readonly source: TextSource;
  /** How it is read by itself: its roles are those of its own guess. */
  readonly layout: Layout;
  /** Its first block is ASCII, which says nothing of the encoding. */
  readonly isAscii: boolean;
}

/** A table as the engine keeps it. */
export interface Stack {
  readonly files: readonly [StackedFile, ...StackedFile[]];
  readonly head: Head;
}

/** How the files of a pass are read: the layouts that differ, the first file's first, and which one each file has. */
export interface Plan {
  readonly layouts: Layout[];
  readonly layoutOf: number[];
}

const naturally = new Intl.Collator("en", { numeric: true });
const inOrder = (a: StackedFile, b: StackedFile) => naturally.compare(a.source.name, b.source.name);

/** Looks at files one by one and puts those with the same columns together, also with those that are there. */
export async function stacked(
  study: Study,
  sources: readonly TextSource[],
  before: readonly Stack[],
  stop: AbortSignal,
): Promise<{ stacks: Stack[]; refused: Refused[] }> {
  const groups = new Map<string, { before: Stack | null; files: StackedFile[] }>();
  for (const stack of before) groups.set(stack.head.stackKey, { before: stack, files: [...stack.files] });
  const refused: Refused[] = [];
  for (const source of sources) {
    try {
      const head = await glance(study, source);
      stop.throwIfAborted();
      const group = groups.get(head.stackKey) ?? { before: null, files: [] };
      group.files.push({ source, layout: layoutOf(head), isAscii: head.encodingReason === "ascii" });
      groups.set(head.stackKey, group);
    } catch (thrown) {
      const error = thrownAs(thrown);
      if (FATAL.includes(error.code)) throw error;
      refused.push({ name: source.name, error });
    }
  }
  const stacks: Stack[] = [];
  for (const { before, files } of groups.values()) {
    if (before?.files.length === files.length) stacks.push(before);
    else stacks.push(await stackOf(study, files.sort(inOrder), before?.head.params));
    stop.throwIfAborted();
  }
  return { stacks, refused };
}

const FATAL: readonly EngineError["code"][] = ["cancelled", "engine_crashed", "out_of_memory"];

/** Looks at a table again by other params. */
export async function lookedAgain(study: Study, { files, head }: Stack, params: ImportParams): Promise<Stack> {
  const [first, ...others] = files;
  const changed = SHARED.filter((key) => params[key] !== head.params[key]);
  const again = async (file: StackedFile): Promise<StackedFile> => {
    const own = file.layout.params;
    const mine = changed.filter((key) => own[key] === head.params[key]);
    if (mine.length === 0) return file;
    const wanted = { ...own, ...Object.fromEntries(mine.map((key) => [key, params[key]])) };
    return { ...file, layout: layoutOf(await glance(study, file.source, wanted)) };
  };
  const looked: StackedFile[] = [];
  for (const file of others) looked.push(await again(file));
  return stackOf(study, [first, ...looked], params);
}

/** How each file is read by the params of the table. */
export function planOf({ files }: Stack, params: ImportParams): Plan {
  const [first] = files;
  const table: Layout = { params, names: first.layout.names };
  const known = new Map<string, number>();
  const layouts: Layout[] = [];
  const layoutOf = files.map((file, at) => {
    const layout = at === 0 ? table : named(file.source, files.length, () => Study.align(table, file.layout));
    const key = JSON.stringify(layout);
    const number = known.get(key) ?? layouts.push(layout) - 1;
    known.set(key, number);
    return number;
  });
  return { layouts, layoutOf };
}

/** What the page is told of the tables. */
export const toldOf = (stacks: readonly Stack[], refused: readonly Refused[]): Opened => ({
  tables: stacks.map(tableOf),
  refused,
});

export const tableOf = ({ files, head }: Stack): Table => ({
  files: files.map(({ source: { name, size } }) => ({ name, size })),
  head: { ...head, sheets: files[0].source.sheets, sheet: files[0].source.sheet },
});

/** Says of which of several files it is that something fails. */
export function named<T>(source: TextSource | undefined, files: number, work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    throw withName(source, files, thrown);
  }
}

export function withName(source: TextSource | undefined, files: number, thrown: unknown): EngineError {
  const error = thrownAs(thrown);
  return files > 1 && source !== undefined && !FATAL.includes(error.code) ? { ...error, file: source.name } : error;
}

const layoutOf = (head: Head): Layout => ({ params: head.params, names: head.columns.map((column) => column.name) });

const bytesOf = async (blob: Blob, from: number, until: number) =>
  new Uint8Array(await blob.slice(from, until).arrayBuffer());

/** A look at a file's first block only: enough to tell its columns. */
async function glance(study: Study, { text, sheet }: TextSource, params?: ImportParams): Promise<Head> {
  const bytes = text.size;
  try {
    return study.look(await bytesOf(text, 0, SAMPLE_BYTES), [], bytes, bytes, params, sheet !== null);
  } catch (thrown) {
    // What looks wrong may only have been cut short.
    if (bytes <= SAMPLE_BYTES) throw thrown;
    return study.look(await bytesOf(text, 0, Study.headBytes()), [], bytes, bytes, params, sheet !== null);
  }
}

/** Looks at the first file well, and at samples from its rest and from the other files. */
async function stackOf(study: Study, sorted: readonly StackedFile[], params?: ImportParams): Promise<Stack> {
  const [first, ...others] = sorted;
  if (first === undefined) throw new Error("a table without a file");
  const { text, sheet } = first.source;
  const total = sorted.reduce((sum, file) => sum + file.source.text.size, 0);
  const samples = others.length === 0 ? spread(text) : ofOthers(first, others);
  const head = study.look(
    await bytesOf(text, 0, Study.headBytes()),
    await Promise.all(samples.map(({ blob, from }) => bytesOf(blob, from, from + SAMPLE_BYTES))),
    text.size,
    total,
    params,
    sheet !== null,
  );
  const { encoding } = head.params;
  const known = others.map((file) =>
    file.isAscii ? { ...file, layout: { ...file.layout, params: { ...file.layout.params, encoding } } } : file,
  );
  return { files: [{ ...first, layout: layoutOf(head) }, ...known], head };
}

interface Sample {
  readonly blob: Blob;
  readonly from: number;
}

function spread(blob: Blob): Sample[] {
  const headBytes = Study.headBytes();
  const beyond = Math.max(0, blob.size - headBytes - SAMPLE_BYTES);
  if (beyond === 0) return [];
  return Array.from({ length: SAMPLES }, (_, i) => ({
    blob,
    // Even places, where UTF-16 has its units.
    from: headBytes + 2 * Math.floor((beyond * (i + 1)) / SAMPLES / 2),
  }));
}

/** Samples from the middle of a few further files that are written like the first. */
function ofOthers(first: StackedFile, others: readonly StackedFile[]): Sample[] {
  const alike = others.filter(({ layout }) => isWrittenAlike(layout, first.layout));
  const wanted = Math.min(SAMPLES, alike.length);
  return Array.from({ length: wanted }, (_, i) => {
    const blob = alike[Math.floor((alike.length * (i + 0.5)) / wanted)]?.source.text ?? new Blob();
    return { blob, from: Math.max(0, 2 * Math.floor((blob.size - SAMPLE_BYTES) / 4)) };
  });
}

const isWrittenAlike = (a: Layout, b: Layout): boolean =>
  a.params.encoding === b.params.encoding &&
  a.params.delimiter === b.params.delimiter &&
  a.names.length === b.names.length &&
  a.names.every((name, at) => name === b.names[at]);
