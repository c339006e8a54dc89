/** Files as text: what is no text becomes it before the engine sees it. */
import { proxy, wrap } from "comlink";
import { asEngineError, type EngineError, type SheetInfo, type SheetProgress } from "./protocol";
import type { Converted, WorkbookRole } from "./roles";
import { thrownAs } from "./worker/thrown";
import EngineWorker from "./worker/worker?worker&inline";

/** A file as the engine reads it. */
export interface Source {
  /** The user's file. */
  readonly file: File;
  /** The file itself, or the text of one of its sheets: line n is row n. */
  readonly text: Blob;
  /** The sheets, where it is a workbook. */
  readonly sheets: readonly SheetInfo[] | null;
  /** The sheet whose text it is. */
  readonly sheet: string | null;
}

export interface SourceOptions {
  readonly module: WebAssembly.Module;
  readonly onProgress: (progress: SheetProgress) => void;
  /** Ends the work at once, with its reason. */
  readonly signal: AbortSignal;
  /** Makes a counter for one more thread, where requests are counted. */
  readonly counter?: () => (count: number) => void;
}

/**
 * The text of a file: a text file is its own; of a workbook it is that of the wanted sheet, or of the one that looks
 * most like data. A worker of its own reads the workbook and is ended afterwards, which gives its memory back.
 */
export async function sourceOf(
  file: File,
  wanted: { readonly sheet: string | null },
  around: SourceOptions,
): Promise<Source> {
  const start = await firstBytes(file);
  if (!isContainer(start)) return { file, text: file, sheets: null, sheet: null };
  return { file, ...(await converted(file, wanted.sheet, around)) };
}

async function firstBytes(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(0, 8).arrayBuffer());
  } catch (thrown) {
    throw thrownAs(thrown);
  }
}

const CONTAINERS = [
  // A zip with parts, an empty one, and the container of Excel 97 to 2003.
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
];

export const isContainer = (start: Uint8Array): boolean =>
  CONTAINERS.some((bytes) => bytes.every((byte, at) => start[at] === byte));

async function converted(
  file: File,
  sheet: string | null,
  { module, onProgress, signal, counter }: SourceOptions,
): Promise<Converted> {
  signal.throwIfAborted();
  const worker = new EngineWorker({ name: "workbook" });
  const ended = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      reject({ code: "engine_crashed", detail: event.message } satisfies EngineError);
    });
  });
  const remote = wrap<WorkbookRole>(worker);
  const work = async () => {
    if (counter) await remote.watchRequests(proxy(counter()));
    await remote.start(module);
    return await remote.convert(file, sheet, proxy(onProgress));
  };
  try {
    return await Promise.race([work(), ended]);
  } catch (thrown) {
    throw asEngineError(thrown);
  } finally {
    worker.terminate();
  }
}
