import { asEngineError, type SheetInfo, type SheetProgress } from "../protocol";
import type { Converted, WorkbookRole } from "../roles";
import { initSync, Workbook } from "../wasm/segmentlab";

/** Milliseconds between two tellings of how far it is. */
const TELL_EVERY = 50;

/** The workbook's side: one workbook, one sheet, then the worker is ended. */
export function createWorkbook(): Omit<WorkbookRole, "watchRequests"> {
  return {
    start(module) {
      initSync({ module });
    },

    async convert(
      file: File,
      wanted: string | null,
      onProgress: (progress: SheetProgress) => void,
    ): Promise<Converted> {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const workbook = orBroken(wanted, () => new Workbook(bytes));
      const sheets = workbook.sheets() as SheetInfo[];
      const sheet = wanted ?? workbook.bestSheet;
      const total = sheets.find((one) => one.name === sheet)?.rows ?? null;
      // Each piece goes into a blob at once, which the browser may keep on disk.
      const pieces: Blob[] = [];
      let told = 0;
      onProgress({ rows: 0, total });
      orBroken(sheet, () =>
        workbook.text(sheet, (piece: Uint8Array<ArrayBuffer>, rows: number) => {
          pieces.push(new Blob([piece]));
          const now = performance.now();
          if (now - told < TELL_EVERY) return;
          told = now;
          onProgress({ rows, total });
        }),
      );
      return { text: new Blob(pieces, { type: "text/csv" }), sheets, sheet };
    },
  };
}

/** A reader of workbooks that panics does so over what it reads. */
function orBroken<T>(sheet: string | null, read: () => T): T {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof WebAssembly.RuntimeError || asEngineError(thrown).code !== "engine_crashed") throw thrown;
    throw { code: "broken_workbook", sheet };
  }
}
