/** What the page and the engine say to each other. The records are derived from the Rust structs. */
import type * as wasm from "./wasm/segmentlab";

export type {
  Band,
  BestKnown,
  BinaryKind,
  CallQuery,
  CallRow,
  CallWhich,
  CallWords,
  Capacity,
  Cell,
  CellCost,
  CellLimit,
  CellMarket,
  CellReach,
  CellStanding,
  Check,
  Checks,
  Choice,
  ClusterModel,
  ClusterRecipe,
  ClusterReport,
  ClusterRow,
  ClusterWords,
  Cohorts,
  ColumnHead,
  ColumnKind,
  ColumnSpread,
  Comparison,
  Compliance,
  ContactPlan,
  CoverageInputs,
  CoverageIssue,
  CoverageIssueCode,
  CoverageParams,
  CoverageReport,
  CustomerRow,
  DateEvidence,
  DateOrder,
  DateReading,
  Day,
  DecimalMark,
  Delimiter,
  Difference,
  Dimension,
  Division,
  Duplicates,
  Effort,
  Encoding,
  EncodingReason,
  Example,
  ExportWords,
  FactsMessage,
  FeatureInfo,
  FeatureKey,
  FeatureMeans,
  FeatureParams,
  FeatureReport,
  FeaturesParams,
  FigureSpread,
  FileKind,
  FileRead,
  Gaps,
  Goal,
  GridDimension,
  Habit,
  Head,
  Histogram,
  ImportParams,
  Issue,
  IssueCode,
  JoinReport,
  JoinSide,
  KnownTouches,
  LabelsMessage,
  Layout,
  LessonAxis,
  LessonData,
  LessonMessage,
  LessonReport,
  LessonStep,
  LifecycleReport,
  LifeStage,
  MarketReport,
  Measure,
  Measured,
  Method,
  Missing,
  Monetary,
  Move,
  Moved,
  Movement,
  NamedDifference,
  NamedValues,
  Needed,
  NumberEvidence,
  OfferedDimension,
  Only,
  Outcome,
  OutcomeColumn,
  OutlierEnd,
  Overlap,
  Overview,
  OwnerReport,
  Peak,
  Per,
  Period,
  PeriodUnit,
  Persona,
  PersonaEdits,
  PersonaExample,
  PersonaTraits,
  PlanLine,
  Potential,
  PreparedReport,
  ProfileReport,
  ProjectionMessage,
  ReachReport,
  ReadReport,
  Reallocation,
  ReallocationParams,
  Recalled,
  RefundMark,
  Refunds,
  ResponseModel,
  RfmReport,
  Role,
  RoleReason,
  Roster,
  Rule,
  RuleCheck,
  RuleCondition,
  RuleSet,
  RuleTest,
  Sample,
  Scaling,
  Scoring,
  SegmentProfile,
  SegmentRow,
  SegmentRule,
  SheetInfo,
  SilhouetteReport,
  SortKey,
  Span,
  SpentCell,
  Spread,
  Stability,
  Stage,
  StageRow,
  Stance,
  Stands,
  Start,
  Status,
  Step,
  Strike,
  Suggestion,
  SweepReport,
  SweepRow,
  TargetColumns,
  TierFigure,
  TierPlan,
  TierRow,
  TierScore,
  TierShares,
  Tiers,
  Ties,
  TouchKind,
  TraitGroup,
  TraitInfo,
  TraitKey,
  TraitProfile,
  TraitSpread,
  Transform,
  TurnedDates,
  UnmatchedWords,
  Vote,
  WeightedFigure,
  Worth,
} from "./wasm/segmentlab";

import type {
  CallQuery,
  CallRow,
  CallWords,
  Choice,
  ClusterModel,
  ClusterRecipe,
  ClusterReport,
  ClusterWords,
  Comparison,
  CoverageParams,
  CoverageReport,
  CustomerRow,
  Day,
  Division,
  ExportWords,
  FactsMessage,
  FeatureInfo,
  FeaturesParams,
  Head,
  ImportParams,
  IssueCode,
  JoinReport,
  JoinSide,
  LabelsMessage,
  LessonMessage,
  LifecycleReport,
  Movement,
  Overview,
  Persona,
  PreparedReport,
  ProfileReport,
  ProjectionMessage,
  ReadReport,
  Reallocation,
  ReallocationParams,
  Recalled,
  RfmReport,
  SheetInfo,
  SweepReport,
  UnmatchedWords,
} from "./wasm/segmentlab";

// Rust fills in what is left out; the page always says everything.
export type CustomersParams = Required<wasm.CustomersParams>;
export type RfmParams = Required<wasm.RfmParams>;
export type Recipe = Omit<wasm.Recipe, "customers" | "rfm" | "clusters" | "lifecycle"> & {
  customers: CustomersParams;
  rfm: RfmParams;
  clusters: (Omit<ClusterRecipe, "params"> & { params: ClusterParams }) | null;
  lifecycle: LifecycleParams;
};
export type LifecycleParams = Required<wasm.LifecycleParams>;
export type ClusterParams = Required<wasm.ClusterParams>;
export type CustomerQuery = Required<wasm.CustomerQuery>;
export type LessonParams = Required<wasm.LessonParams>;

/** What stops a step, and the file it concerns where there are several. Every promise of `Engine` that fails, fails with one of these. */
export type EngineError = Stop & { readonly file?: string };

type Stop =
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

/** How files are opened. */
export interface OpenOptions {
  /** The sheet that was chosen of a workbook; without one it is the one that looks most like data. */
  readonly sheetOf?: (file: File) => string | undefined;
  /** Told while a workbook is unpacked. */
  readonly onUnpacking?: (progress: SheetProgress) => void;
}

/** One of the files that are read as one table. */
export interface TableFile {
  readonly name: string;
  readonly size: number;
}

/** Files with the same columns, in the order in which they are read, and what their first looks say of them all. */
export interface Table {
  readonly files: readonly TableFile[];
  readonly head: Looked;
}

/** A file in which no table was found. */
export interface Refused {
  readonly name: string;
  readonly error: EngineError;
}

/** What the files are that were opened. A table keeps its number when files are added. */
export interface Opened {
  readonly tables: readonly Table[];
  /** Files of the last call that were left out, as long as any other could be opened. */
  readonly refused: readonly Refused[];
}

/** How far a pass over the files is. */
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

/** How far a sweep over numbers of clusters is. */
export interface Sweeping {
  readonly done: number;
  readonly units: number;
  readonly prepared: PreparedReport;
  /** What is known so far; null where nothing of it is new. */
  readonly report: SweepReport | null;
}

/** What a sweep came to. */
export interface SweepResult {
  readonly prepared: PreparedReport;
  readonly report: SweepReport;
}

/** Rows that can be taken away: those set aside for one reason, those with a remark, refunds, or all set aside (null). */
export type RowReason = IssueCode | "refund" | null;

/** The words of a file of rows: the names of the columns put before the file's own, and of the reasons. */
export interface RowWords {
  /** Where there are several files, the first column names them. */
  readonly file: string;
  readonly line: string;
  readonly reason: string;
  readonly reasons: Readonly<Record<IssueCode | "refund", string>>;
}

/** The engine as the page sees it. Steps build on each other: open, read, fold, score; then find, rows and the exports. */
export interface Engine {
  /**
   * Takes the user's files in and looks at their heads. Files with the same columns become one table, the others
   * tables of their own. Seals the page first: from here on nothing can be fetched, lazy parts of the page included.
   * Files opened before are dropped. Fails if not one of the files can be read.
   */
  open(files: readonly File[], options?: OpenOptions): Promise<Opened>;
  /** The same for data that ships with the page: no seal, and no requests are counted. */
  openSample(files: readonly File[], options?: OpenOptions): Promise<Opened>;
  /** More files beside those that are open: stacked on a table with the same columns, or tables of their own. */
  add(files: readonly File[], options?: OpenOptions): Promise<Opened>;
  /** Looks at a table again, by these params instead of guesses. */
  look(table: number, params: ImportParams): Promise<Table>;
  /** Reads a table as the transactions. */
  read(table: number, params: ImportParams, onProgress: (progress: Progress) => void): Promise<ReadResult>;
  /** Reads a table for its customers' ids, which `join` matches; the transactions stay. */
  readOther(table: number, params: ImportParams, onProgress: (progress: Progress) => void): Promise<ReadResult>;
  /** Matches the customers of the transactions with those of a table read by `readOther`. */
  join(table: number): Promise<JoinReport>;
  /** Brings settings that were kept to a table: how it would be read by them, and what differs. */
  recall(table: number, recipe: Recipe): Promise<Recalled>;
  /** Stops `open`, `add`, `read`, `readOther`, `sweep` or `exportRows` where they are; they fail with `cancelled`. */
  cancel(): void;
  fold(params: CustomersParams): Promise<Overview>;
  score(params: RfmParams): Promise<RfmReport>;
  /** The features that customers can be clustered by. */
  features(): Promise<FeatureInfo[]>;
  /** The features a sweep starts with unless the user chooses. */
  defaultFeatures(): Promise<FeaturesParams>;
  /** Tries numbers of clusters, on all workers. */
  sweep(params: ClusterParams, onSweep: (told: Sweeping) => void): Promise<SweepResult>;
  /** Takes one number of clusters of the sweep. */
  cluster(choice: Choice): Promise<ClusterReport>;
  /** At most `most` customers of the clustering in a plane: of two features (their places in the matrix), or of the first two principal components. */
  projection(features: readonly [number, number] | null, most: number): Promise<ProjectionMessage>;
  /** The segments of RFM held against the clusters. */
  compare(names: readonly string[]): Promise<Comparison>;
  /** Assigns the customers to the clusters of a model made on others. */
  assign(model: ClusterModel): Promise<ClusterReport>;
  /** What other customers can be assigned by. */
  clusterModel(names: readonly string[]): Promise<ClusterModel>;
  /** Stages of the lifecycle, repurchase gaps and retention. */
  lifecycle(params: LifecycleParams): Promise<LifecycleReport>;
  /** Who moved between the segments of a division from an earlier date to the as-of date. `names` has one name per cluster. */
  movement(division: Division, names: readonly string[], earlier: Day): Promise<Movement>;
  /** The divisions that can be described now. */
  divisions(): Promise<Division[]>;
  /** Profiles of a division's segments. */
  profile(division: Division, names: readonly string[]): Promise<ProfileReport>;
  /** A persona for each segment of the profile made last. */
  personas(): Promise<Persona[]>;
  /** Who is covered, by cells; everything below on coverage builds on it. `names` has one name per cluster. */
  coverage(params: CoverageParams, names: readonly string[]): Promise<CoverageReport>;
  /** Positions of the customers of a call list, those who could bring most first. */
  findCalls(query: CallQuery): Promise<Uint32Array>;
  callRows(positions: Uint32Array): Promise<CallRow[]>;
  /** A call list as a CSV file. */
  exportCalls(words: CallWords, query: CallQuery): Promise<Blob>;
  /** The best way to spend a budget over the cells. */
  reallocate(params: ReallocationParams): Promise<Reallocation>;
  /** The segment of each customer, by positions. */
  labels(division: Division, names: readonly string[]): Promise<LabelsMessage>;
  /** Everything that files say of the customers, by positions. */
  facts(): Promise<FactsMessage>;
  /** k-means step by step in a plane; on samples of its own without any file. */
  lesson(params: LessonParams): Promise<LessonMessage>;
  /** Positions of the customers that match, in the order asked for. */
  find(query: CustomerQuery): Promise<Uint32Array>;
  rows(positions: Uint32Array): Promise<CustomerRow[]>;
  /** The customers that match as a CSV file. */
  exportCustomers(words: ExportWords, query: CustomerQuery): Promise<Blob>;
  /** All customers with their cluster as a CSV file. */
  exportClusters(words: ClusterWords): Promise<Blob>;
  /** The customers that one side of a join has and the other has not, as a CSV file. */
  exportUnmatched(table: number, side: JoinSide, words: UnmatchedWords): Promise<Blob>;
  /** Rows of a table that was read, as they stand there, as a CSV file; reads it again. Progress counts rows copied as set aside. */
  exportRows(
    table: number,
    reason: RowReason,
    words: RowWords,
    onProgress: (progress: Progress) => void,
  ): Promise<Blob>;
}

/** Brings whatever was thrown into the one form the page shows. */
export function asEngineError(thrown: unknown): EngineError {
  if (typeof thrown === "object" && thrown !== null && !(thrown instanceof Error) && "code" in thrown)
    return thrown as EngineError;
  return { code: "engine_crashed", detail: String(thrown) };
}
