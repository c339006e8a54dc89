/** What the kinds of workers answer to; one script plays them all. */

import type {
  CallQuery,
  CallRow,
  CallWords,
  Choice,
  ClusterModel,
  ClusterParams,
  ClusterReport,
  ClusterWords,
  Comparison,
  CoverageParams,
  CoverageReport,
  CustomerQuery,
  CustomerRow,
  CustomersParams,
  Day,
  Division,
  ExportWords,
  FactsMessage,
  FeatureInfo,
  FeaturesParams,
  ImportParams,
  JoinReport,
  JoinSide,
  LabelsMessage,
  LessonMessage,
  LessonParams,
  LifecycleParams,
  LifecycleReport,
  Movement,
  Opened,
  Overview,
  Persona,
  ProfileReport,
  Progress,
  ProjectionMessage,
  ReadResult,
  Reallocation,
  ReallocationParams,
  Recalled,
  Recipe,
  RfmParams,
  RfmReport,
  RowReason,
  RowWords,
  SheetInfo,
  SheetProgress,
  Sweeping,
  SweepResult,
  Table,
  UnmatchedWords,
} from "./protocol";
import type {
  Layout,
  PartMessage,
  RowsMessage,
  RowWords as ToldWords,
  Unit,
  UnitResult,
  Wanted,
} from "./wasm/segmentlab";
import type { Block } from "./worker/blocks";

/** The name of a worker says which role it plays. */
export type RoleName = "engine" | "shard" | "workbook";

export interface EngineSetup {
  readonly module: WebAssembly.Module;
  /** One port per shard. */
  readonly shards: MessagePort[];
  readonly blockBytes: number;
}

/** A file as it is read. */
export interface TextSource {
  readonly name: string;
  /** Bytes of the user's file. */
  readonly size: number;
  /** What its blocks are cut from: the file itself, or the text of one of its sheets. */
  readonly text: Blob;
  /** The sheets, where it is a workbook. */
  readonly sheets: readonly SheetInfo[] | null;
  /** The sheet whose text it is. */
  readonly sheet: string | null;
}

/** Owns the study: schedules blocks over the shards, merges their parts, and answers the steps. */
export interface EngineRole {
  start(setup: EngineSetup): void;
  watchRequests(told: (count: number) => void): void;
  open(sources: readonly TextSource[]): Promise<Opened>;
  add(sources: readonly TextSource[]): Promise<Opened>;
  look(table: number, params: ImportParams): Promise<Table>;
  read(table: number, params: ImportParams, onProgress: (progress: Progress) => void): Promise<ReadResult>;
  readOther(table: number, params: ImportParams, onProgress: (progress: Progress) => void): Promise<ReadResult>;
  join(table: number): JoinReport;
  recall(table: number, recipe: Recipe): Promise<Recalled>;
  cancel(): void;
  fold(params: CustomersParams): Overview;
  score(params: RfmParams): RfmReport;
  features(): FeatureInfo[];
  defaultFeatures(): FeaturesParams;
  sweep(params: ClusterParams, onSweep: (told: Sweeping) => void): Promise<SweepResult>;
  cluster(choice: Choice): ClusterReport;
  projection(features: readonly [number, number] | null, most: number): ProjectionMessage;
  compare(names: readonly string[]): Comparison;
  assign(model: ClusterModel): ClusterReport;
  clusterModel(names: readonly string[]): ClusterModel;
  lifecycle(params: LifecycleParams): LifecycleReport;
  movement(division: Division, names: readonly string[], earlier: Day): Movement;
  divisions(): Division[];
  profile(division: Division, names: readonly string[]): ProfileReport;
  personas(): Persona[];
  coverage(params: CoverageParams, names: readonly string[]): CoverageReport;
  findCalls(query: CallQuery): Uint32Array;
  callRows(positions: Uint32Array): CallRow[];
  exportCalls(words: CallWords, query: CallQuery): Blob;
  reallocate(params: ReallocationParams): Reallocation;
  labels(division: Division, names: readonly string[]): LabelsMessage;
  facts(): FactsMessage;
  lesson(params: LessonParams): LessonMessage;
  find(query: CustomerQuery): Uint32Array;
  rows(positions: Uint32Array): CustomerRow[];
  exportCustomers(words: ExportWords, query: CustomerQuery): Blob;
  exportClusters(words: ClusterWords): Blob;
  exportUnmatched(table: number, side: JoinSide, words: UnmatchedWords): Blob;
  exportRows(
    table: number,
    reason: RowReason,
    words: RowWords,
    onProgress: (progress: Progress) => void,
  ): Promise<Blob>;
}

/** What the page says to a shard's worker. */
export interface ShardSetup {
  /** The port is the engine's line to this shard; `ShardRole` answers on it. */
  start(module: WebAssembly.Module, engine: MessagePort): void;
  watchRequests(told: (count: number) => void): void;
}

/** Parses blocks of the files and does units of a sweep for the engine. */
export interface ShardRole {
  /** Starts a pass over files, each read by one of the layouts; what an earlier pass left is dropped. */
  begin(files: readonly Blob[], layouts: readonly Layout[], layoutOf: readonly number[]): void;
  /** Parses the records that start in the block; with `start`, from exactly there. */
  parse(block: Block, start?: number): PartMessage;
  /** Copies the wanted rows of a block whose first record stands at `start`, on this line; `duplicates` are lines of the file. */
  extract(
    block: Block,
    start: number,
    line: number,
    wanted: Wanted,
    words: ToldWords,
    duplicates: Float64Array,
  ): RowsMessage;
  /** Takes in the matrix of a sweep, row by row; what an earlier one left is dropped. */
  beginUnits(matrix: Float64Array, columns: number, params: ClusterParams): void;
  /** Does a unit of the sweep. */
  work(unit: Unit): UnitResult;
  /** Lets the matrix go. */
  endUnits(): void;
}

/** A sheet as text. */
export interface Converted {
  readonly text: Blob;
  readonly sheets: readonly SheetInfo[];
  readonly sheet: string;
}

/** Turns one sheet of a workbook into text. */
export interface WorkbookRole {
  start(module: WebAssembly.Module): void;
  watchRequests(told: (count: number) => void): void;
  /** The wanted sheet, or the one that looks most like data. */
  convert(file: File, sheet: string | null, onProgress: (progress: SheetProgress) => void): Promise<Converted>;
}
