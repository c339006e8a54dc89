import type {
  CustomerQuery,
  CustomersParams,
  EngineError,
  FileKind,
  ImportParams,
  JoinReport,
  Looked,
  Overview,
  ReadReport,
  Recipe,
  Refused,
  RfmParams,
  RfmReport,
  TableFile,
} from "../engine/protocol";
import { type Clustering, emptyClustering } from "./clustering";
import { type Coverage, emptyCoverage } from "./coverage";
import { emptyInsight, type Insight } from "./insight";
import { defaultLesson, type LessonSettings } from "./lesson";
import { emptyLifecycle, type Lifecycle } from "./lifecycle";
import type { Project } from "./projects";
import type { Brought } from "./recipe";

export type Lang = "zh" | "en";
export type Theme = "light" | "dark";
export type View =
  | "data"
  | "overview"
  | "rfm"
  | "lifecycle"
  | "clusters"
  | "profiles"
  | "personas"
  | "coverage"
  | "report"
  | "learn";
export type SampleId = "retail" | "fmcg";

/** The steps in their order; learning stands apart from them. */
export const VIEWS: readonly View[] = [
  "data",
  "overview",
  "rfm",
  "lifecycle",
  "clusters",
  "profiles",
  "personas",
  "coverage",
  "report",
  "learn",
];
export const SAMPLES: readonly SampleId[] = ["retail", "fmcg"];

/** What the page itself can fail at, beside the engine. */
export type PageError =
  | EngineError
  /** The computing part could not be fetched or started. */
  | { code: "engine_unavailable"; detail: string; file?: string }
  /** A sheet of a workbook has no room for so many customers. */
  | { code: "too_many_rows"; rows: number; most: number; file?: string }
  /** The browser has no room for a project. */
  | { code: "storage_full"; bytes: number; file?: string }
  /** The browser keeps nothing for this page. */
  | { code: "storage_unavailable"; file?: string }
  /** A sample could not be fetched. */
  | { code: "sample_unavailable"; sample: SampleId; file?: string };

export type Task =
  | "sample"
  | "sheet"
  | "head"
  | "read"
  | "customers"
  | "score"
  | "others"
  | "features"
  | "sweep"
  | "cluster"
  | "lifecycle"
  | "profile"
  | "coverage"
  | "export"
  | "keep";

/** What the engine can be told to stop. */
export const STOPPABLE: readonly Task[] = ["sheet", "read", "others", "sweep", "export"];

/** What is going on, for the progress bar. `done` and `total` are bytes while reading, rows while a sheet is unpacked, units of a sweep. */
export interface Busy {
  readonly task: Task;
  readonly done: number;
  readonly total: number;
  readonly rows: number;
  readonly setAside: number;
  /** The file is read a second time, because the whole column settled what its head had left open. */
  readonly again: boolean;
}

/** The files of the main table. Their bytes are not part of the state. */
export interface OpenFile {
  /** Of the first file. */
  readonly name: string;
  /** Of all files, in bytes. */
  readonly size: number;
  /** How many files there are. */
  readonly count: number;
  readonly sample: SampleId | null;
}

/** A table beside the main one: its customers are matched with those of the main table. */
export interface Companion {
  /** Its number in the engine. */
  readonly table: number;
  readonly files: readonly TableFile[];
  readonly head: Looked;
  readonly kind: FileKind;
  readonly params: ImportParams;
  readonly read: ReadReport | null;
  readonly join: JoinReport | null;
}

/** The one record of state; changed in `reduce` only. A result is null until its step has run, and again when a step before it changed. */
export interface State {
  readonly lang: Lang;
  readonly theme: Theme;
  readonly view: View;
  readonly file: OpenFile | null;
  /** Number of the main table in the engine. */
  readonly table: number;
  /** The files of the main table, in the order in which they are read. */
  readonly files: readonly TableFile[];
  readonly companions: readonly Companion[];
  /** Files of the last drop in which no table was found. */
  readonly refused: readonly Refused[];
  /** Names of files that were dropped while others are open, until the user says what to do with them. */
  readonly dropped: readonly string[] | null;
  readonly kind: FileKind | null;
  readonly head: Looked | null;
  readonly importParams: ImportParams | null;
  readonly read: ReadReport | null;
  /** Settings chosen for the next file, until one is opened. */
  readonly recipe: Recipe | null;
  /** Settings of an earlier file that this one was opened with. */
  readonly brought: Brought | null;
  /** The params the last read was asked for, where the whole column settled otherwise and the file was read again. */
  readonly readAgainFrom: ImportParams | null;
  readonly customersParams: CustomersParams;
  readonly overview: Overview | null;
  readonly rfmParams: RfmParams;
  readonly rfm: RfmReport | null;
  readonly clustering: Clustering;
  readonly lifecycle: Lifecycle;
  readonly insight: Insight;
  readonly coverage: Coverage;
  readonly lesson: LessonSettings;
  /** Filter and order of the customer table. */
  readonly query: CustomerQuery;
  readonly busy: Busy | null;
  /** Number of the job that is going on or ended last; replies to any other are stale. */
  readonly job: number;
  /** The last thing that went wrong, until it is dismissed or a step begins. */
  readonly error: PageError | null;
  /** The name of the file saved last, to be told once. */
  readonly saved: string | null;
  /** What the user had kept on this device. */
  readonly projects: readonly Project[];
  /** Requests seen since the user's file was opened; measured. Null before. */
  readonly requests: number | null;
  /** The sample that was asked for while the page is sealed, until the user says whether to reload. */
  readonly reloadFor: SampleId | null;
}

export const defaultCustomers: CustomersParams = {
  refunds: "net",
  refundMark: { kind: "auto" },
  monetary: "sum",
  asOf: null,
};

export const defaultRfm: RfmParams = {
  scoring: { kind: "quantile", bins: 5, nested: false, ties: "together" },
  rules: { kind: "ten" },
  weights: [1, 1, 1],
  tiers: { kind: "share", high: 0.8, middle: 0.15 },
};

export const defaultQuery: CustomerQuery = {
  search: "",
  segment: null,
  r: null,
  f: null,
  tier: null,
  sort: "monetary",
  descending: true,
};

export const emptyState = (lang: Lang, theme: Theme, view: View): State => ({
  lang,
  theme,
  view,
  file: null,
  table: 0,
  files: [],
  companions: [],
  refused: [],
  dropped: null,
  kind: null,
  head: null,
  importParams: null,
  recipe: null,
  brought: null,
  read: null,
  readAgainFrom: null,
  customersParams: defaultCustomers,
  overview: null,
  rfmParams: defaultRfm,
  rfm: null,
  clustering: emptyClustering,
  lifecycle: emptyLifecycle,
  insight: emptyInsight,
  coverage: emptyCoverage,
  lesson: defaultLesson,
  query: defaultQuery,
  busy: null,
  job: 0,
  error: null,
  saved: null,
  projects: [],
  requests: null,
  reloadFor: null,
});
