import type {
  ClusterModel,
  ClusterParams,
  ClusterReport,
  Comparison,
  DateReading,
  FeatureInfo,
  FigureSpread,
  ImportParams,
  LessonAxis,
  LessonMessage,
  LifecycleReport,
  Looked,
  Movement,
  Opened,
  Overview,
  Persona,
  PreparedReport,
  ProfileReport,
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

export const lifecycle: LifecycleReport = {
  asOf: 15_000,
  newness: 60,
  warning: 60,
  loss: 120,
  byOwnGap: 0,
  gaps: {
    count: 10,
    customers: 6,
    median: 31,
    warning: 60,
    loss: 120,
    width: 10,
    counts: [1, 2, 3, 1, 0, 1, 0, 0, 0, 0, 0, 1],
    beyond: 1,
  },
  stages: [
    { stage: "new", customers: 2, share: 0.2, value: 100, valueShare: 0.1, recency: 20 },
    { stage: "active", customers: 4, share: 0.4, value: 600, valueShare: 0.6, recency: 10 },
    { stage: "returned", customers: 1, share: 0.1, value: 100, valueShare: 0.1, recency: 30 },
    { stage: "drowsy", customers: 1, share: 0.1, value: 100, valueShare: 0.1, recency: 80 },
    { stage: "lost", customers: 2, share: 0.2, value: 100, valueShare: 0.1, recency: 200 },
  ],
  prospects: null,
  cohorts: {
    months: [14_914, 14_945, 14_975],
    sizes: [6, 3, 1],
    active: [[6, 3, 2], [3, 1], [1]],
    complete: false,
  },
};

export const movement: Movement = {
  earlier: 14_970,
  later: 15_000,
  moved: comparison,
  newcomers: [1, 1],
  newcomersUnassigned: 0,
};

const spread = (mean: number): FigureSpread => ({
  mean,
  deviation: 10,
  min: mean - 20,
  quartiles: [mean - 8, mean, mean + 8],
  max: mean + 60,
  whiskers: [mean - 20, mean + 30],
});

export const profile: ProfileReport = {
  division: { kind: "rfm" },
  customers: 100,
  unassigned: 0,
  value: 1_000,
  unit: "month",
  periods: [14_914, 14_945],
  traits: [
    {
      key: { kind: "figure", feature: { kind: "recency" } },
      group: "behaviour",
      n: 100,
      missing: 0,
      spread: { kind: "figure", spread: spread(50) },
    },
    {
      key: { kind: "attribute", name: "Country", role: "region" },
      group: "geography",
      n: 90,
      missing: 10,
      spread: { kind: "categories", values: ["UK", "France"], counts: [60, 20], others: 10, distinct: 4 },
    },
  ],
  segments: [
    {
      segment: 0,
      name: "champions",
      customers: 60,
      share: 0.6,
      small: false,
      value: 800,
      valueShare: 0.8,
      meanValue: 800 / 60,
      trend: [300, 500],
      traits: [
        { kind: "figure", n: 60, spread: spread(30), difference: -0.8, v: -6.1 },
        { kind: "categories", n: 54, counts: [44, 6], others: 4, indices: [122, 50], v: [3.2, -2.9] },
      ],
      differences: [
        { at: 0, category: null, above: false, v: -6.1 },
        { at: 1, category: 0, above: true, v: 3.2 },
      ],
      rule: {
        conditions: [{ at: 0, test: { kind: "within", low: null, high: 40 } }],
        named: 55,
        right: 50,
        precision: 50 / 55,
        recall: 50 / 60,
      },
    },
    {
      segment: 1,
      name: "lost",
      customers: 40,
      share: 0.4,
      small: false,
      value: 200,
      valueShare: 0.2,
      meanValue: 5,
      trend: [150, 50],
      traits: [
        { kind: "figure", n: 40, spread: spread(80), difference: 1.2, v: 6.1 },
        { kind: "categories", n: 36, counts: [16, 14], others: 6, indices: [66.7, 175], v: [-3.2, 2.9] },
      ],
      differences: [{ at: 0, category: null, above: true, v: 6.1 }],
      rule: null,
    },
  ],
  ruleSample: 100,
};

export const personas: Persona[] = [
  {
    segment: 0,
    traits: { recent: true, frequent: true, valuable: true },
    habit: {
      orders: 300,
      basket: 2.7,
      basketOverall: 2.5,
      gaps: 240,
      gap: [12, 31, 60],
      gapOverall: 33,
      weekday: { value: "4", count: 90, of: 300, share: 0.3, overall: 0.2, index: 150 },
      month: { value: "11", count: 60, of: 300, share: 0.2, overall: 0.1, index: 200 },
      category: null,
      channel: { value: "web", count: 200, of: 280, share: 0.71, overall: 0.5, index: 143 },
    },
    stages: [
      { stage: "new", customers: 0, share: 0, overall: 0.2 },
      { stage: "active", customers: 60, share: 1, overall: 0.6 },
      { stage: "returned", customers: 0, share: 0, overall: 0 },
      { stage: "drowsy", customers: 0, share: 0, overall: 0.1 },
      { stage: "lost", customers: 0, share: 0, overall: 0.1 },
    ],
    example: { masked: "1***5", figures: [12, null], categories: [null, "UK"] },
    plan: { goal: "reward", channel: null, content: null, every: 31 },
  },
  {
    segment: 1,
    traits: { recent: false, frequent: false, valuable: false },
    habit: null,
    stages: [],
    example: null,
    plan: { goal: "low_cost", channel: null, content: null, every: null },
  },
];
