/** What the page and the engine say to each other. The records are derived from the Rust structs. */
import type * as wasm from "./wasm/segmentlab";

export type {
  BinaryKind,
  Cell,
  ColumnHead,
  ColumnKind,
  ColumnSpread,
  CustomerRow,
  DateEvidence,
  DateOrder,
  DateReading,
  Day,
  DecimalMark,
  Delimiter,
  Difference,
  Dimension,
  Duplicates,
  Encoding,
  EncodingReason,
  Example,
  ExportWords,
  FileKind,
  Head,
  Histogram,
  ImportParams,
  Issue,
  IssueCode,
  Monetary,
  NumberEvidence,
  Overlap,
  Overview,
  Period,
  PeriodUnit,
  ReadReport,
  Recalled,
  RefundMark,
  Refunds,
  RfmReport,
  Role,
  RoleReason,
  Rule,
  RuleCheck,
  RuleSet,
  Scoring,
  SegmentRow,
  SheetInfo,
  SortKey,
  Spread,
  Step,
  TierRow,
  Tiers,
  Ties,
} from "./wasm/segmentlab";

import type {
  CustomerRow,
  ExportWords,
  Head,
  ImportParams,
  IssueCode,
  Overview,
  ReadReport,
  Recalled,
  RfmReport,
  SheetInfo,
} from "./wasm/segmentlab";

// Rust fills in what is left out; the page always says everything.
export type CustomersParams = Required<wasm.CustomersParams>;
export type RfmParams = Required<wasm.RfmParams>;
export type Recipe = Omit<wasm.Recipe, "customers" | "rfm"> & { customers: CustomersParams; rfm: RfmParams };
export type CustomerQuery = Required<wasm.CustomerQuery>;

/** What stops a step. Every promise of `Engine` that fails, fails with one of these. */
export type EngineError =
  | wasm.Error
  /** The user stopped it, or asked for something that replaces it. */
  | { code: "cancelled" }
  /** A worker ended in the middle of its work; the detail is for a bug report. The file has to be opened again. */
  | { code: "engine_crashed"; detail: string }
  /** The browser gave no more memory. The file has to be opened again. */
  | { code: "out_of_memory" };

/** What the first look at a file found; of a workbook, at one of its sheets. */
export type Looked = Head & {
  /** The sheets, where the file is a workbook. */
  readonly sheets: readonly SheetInfo[] | null;
  /** The sheet that is looked at. */
  readonly sheet: string | null;
};

/** How far a sheet of a workbook is unpacked; the total is null where the sheet does not tell. */
export interface SheetProgress {
  readonly rows: number;
  readonly total: number | null;
}

/** How a file is looked at. */
export interface LookOptions {
  /** Looked at instead of guesses. */
  readonly params?: ImportParams;
  /** The sheet of a workbook; without one that which is open, or else the one that looks most like data. */
  readonly sheet?: string;
  /** Told while a workbook is unpacked. */
  readonly onUnpacking?: (progress: SheetProgress) => void;
}

/** How far a pass over the file is. */
export interface Progress {
  readonly bytes: number;
  readonly total: number;
  readonly rows: number;
  readonly setAside: number;
  /** The file is being read a second time, because the whole column settled a form that the head had left open. */
  readonly again: boolean;
}

/** What reading came to. */
export interface ReadResult {
  readonly report: ReadReport;
  /** The params the report was read with: those asked for, with what the whole column settled. */
  readonly params: ImportParams;
  /** Whether the file was read twice to get there. */
  readonly again: boolean;
}

/** Rows that can be taken away: those set aside for one reason, those with a remark, refunds, or all set aside (null). */
export type RowReason = IssueCode | "refund" | null;

/** The words of a file of rows: the names of the two columns put before the file's own, and of the reasons. */
export interface RowWords {
  readonly line: string;
  readonly reason: string;
  readonly reasons: Readonly<Record<IssueCode | "refund", string>>;
}

/** The engine as the page sees it. Steps build on each other: open, read, fold, score; then find, rows and the exports. */
export interface Engine {
  /**
   * Takes the user's file in and looks at its head. Seals the page first: from here on nothing can be fetched, lazy
   * parts of the page included. A file opened before is dropped.
   */
  open(file: File, options?: LookOptions): Promise<Looked>;
  /** The same for data that ships with the page: no seal, and no requests are counted. */
  openSample(file: File, options?: LookOptions): Promise<Looked>;
  /** Brings settings that were kept to the file last opened: how it would be read by them, and what differs. */
  recall(recipe: Recipe): Promise<Recalled>;
  read(params: ImportParams, onProgress: (progress: Progress) => void): Promise<ReadResult>;
  /** Stops `open`, `read` or `exportRows` where they are; they fail with `cancelled`. */
  cancel(): void;
  fold(params: CustomersParams): Promise<Overview>;
  score(params: RfmParams): Promise<RfmReport>;
  /** Positions of the customers that match, in the order asked for. */
  find(query: CustomerQuery): Promise<Uint32Array>;
  rows(positions: Uint32Array): Promise<CustomerRow[]>;
  /** The customers that match as a CSV file. */
  exportCustomers(words: ExportWords, query: CustomerQuery): Promise<Blob>;
  /** Rows of the file, as they stand there, as a CSV file; reads the file again. Progress counts rows copied as set aside. */
  exportRows(reason: RowReason, words: RowWords, onProgress: (progress: Progress) => void): Promise<Blob>;
}

/** Brings whatever was thrown into the one form the page shows. */
export function asEngineError(thrown: unknown): EngineError {
  if (typeof thrown === "object" && thrown !== null && !(thrown instanceof Error) && "code" in thrown)
    return thrown as EngineError;
  return { code: "engine_crashed", detail: String(thrown) };
}
