import type {
  ClusterModel,
  ClusterParams,
  ClusterReport,
  Comparison,
  DateReading,
  FeatureInfo,
  ImportParams,
  LessonAxis,
  LessonMessage,
  Looked,
  Opened,
  Overview,
  PreparedReport,
  ProjectionMessage,
  ReadReport,
  RfmReport,
  SweepReport,
  TableFile,
} from "../engine/protocol";
import { defaultClusters } from "./clustering";
import { type Companion, emptyState, type State } from "./state";

/** Records of the shapes the engine gives, for the tests of this folder. */

export const params: ImportParams = {
  encoding: "utf8",
  delimiter: "comma",
  worksheet: false,
  skipLines: 0,
  header: true,
  roles: ["customer", "date", "amount"],
  spareColumns: 0,
  duplicates: "keep",
  dateOrder: null,
  decimal: null,
  dateGuess: null,
  decimalGuess: null,
};

export const head: Looked = {
  bytes: 100,
  bom: false,
  encodingReason: "valid",
  badBytes: 0,
  skipped: [],
  params,
  columns: [],
  kind: "transactions",
  stackKey: "amount customer date",
  preview: [],
  sampledRows: 3,
  estimatedRows: 3,
  estimatedMemory: 0,
  memoryLimit: 3_000_000_000,
  sheets: null,
  sheet: null,
};

/** 3 April or 4 March 2024. */
export const readBothWays: DateReading = {
  example: { file: 0, line: 2, column: "date", value: "03/04/2024" },
  dayFirst: 19_816,
  monthFirst: 19_786,
  yearFirst: null,
};

export const report: ReadReport = {
  bytes: 100,
  rows: 3,
  kept: 3,
  setAside: 0,
  blankLines: 0,
  customers: 2,
  dateOrder: "year_first",
  swappedDates: 0,
  dateEvidence: { unambiguous: 3, dayFirst: 0, monthFirst: 0, both: 0, late: false, turned: null },
  dateDecider: null,
  dateReadings: [],
  decimal: "point",
  numberEvidence: { plain: 3, point: 0, comma: 0, eitherComma: 0, eitherPoint: 0 },
  decimalDecider: null,
  issues: [],
  files: [{ bytes: 100, rows: 3, setAside: 0 }],
};

export const files: readonly TableFile[] = [{ name: "orders.csv", size: 100 }];

/** A customer file that was read and matched beside the orders. */
export const companion: Companion = {
  table: 1,
  files: [{ name: "customers.csv", size: 50 }],
  head: { ...head, bytes: 50, kind: "customers" },
  kind: "customers",
  params: { ...params, roles: ["customer", null, null] },
  read: { ...report, bytes: 50 },
  join: {
    matched: { customers: 1, rows: 2, otherRows: 1 },
    onlyTransactions: { customers: 1, rows: 1, examples: ["A"] },
    onlyOther: { customers: 2, rows: 2, examples: ["B", "C"] },
  },
};

// Only their presence matters here.
export const overview = { customers: 2, unit: "month", periods: [], attributes: [] } as unknown as Overview;
export const rfm = { segments: [{ name: "champions" }], customers: 2 } as unknown as RfmReport;

export const catalog = [{ key: { kind: "recency" } }, { key: { kind: "monetary" } }] as FeatureInfo[];
export const clusterParams: ClusterParams = defaultClusters({
  features: [{ key: { kind: "recency" }, transform: "log1p", scaling: "standard" }],
  missing: "median",
  cap: null,
});
export const prepared = { customers: 2, dropped: 0, distinct: 2, features: [] } as PreparedReport;
export const sweep = { rows: [{ k: 2 }, { k: 3 }], customers: 2 } as unknown as SweepReport;
export const clusters = { method: "k_means", clusters: [{}, {}], features: [] } as unknown as ClusterReport;
export const model = { version: 1, centroids: [[1], [0]], names: [] } as unknown as ClusterModel;
export const comparison = {} as Comparison;
export const projection = {} as ProjectionMessage;

/** The orders, and a customer file beside them. */
export const ordersAndCustomers: Opened = {
  tables: [
    { files, head },
    { files: companion.files, head: companion.head },
  ],
  refused: [],
};

export const opened: State = {
  ...emptyState("en", "light", "data"),
  file: { name: "orders.csv", size: 100, count: 1, sample: null },
  files,
  kind: "transactions",
  head,
  importParams: params,
  job: 1,
};

export const scored: State = { ...opened, read: report, overview, rfm, job: 4 };

export const plainAxis: LessonAxis = { log: false, center: 0, scale: 1, share: 0.5 };

/** 0, 1 and 9 on a line, from seeds on the first two. */
export const lesson: LessonMessage = {
  x: Float64Array.of(0, 1, 9),
  y: Float64Array.of(0, 0, 0),
  labels: Uint8Array.of(0, 1, 1, 0, 0, 1),
  report: {
    k: 2,
    customers: 3,
    dropped: 0,
    axes: [plainAxis, plainAxis],
    steps: [
      {
        kind: "seeded",
        centroids: [
          [0, 0],
          [1, 0],
        ],
      },
      { kind: "assigned", pass: 0, changed: 3, inertia: 64 },
      {
        kind: "moved",
        centroids: [
          [0, 0],
          [5, 0],
        ],
        shift: 4,
        refilled: [],
        inertia: 32,
      },
      { kind: "assigned", pass: 1, changed: 1, inertia: 17 },
      {
        kind: "moved",
        centroids: [
          [0.5, 0],
          [9, 0],
        ],
        shift: 4,
        refilled: [],
        inertia: 0.5,
      },
      { kind: "converged", iterations: 2, inertia: 0.5 },
    ],
    best: { inertia: 0.5, gain: 0, starts: 30, centroids: [] },
    outlier: null,
  },
};
