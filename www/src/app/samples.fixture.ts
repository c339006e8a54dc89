import type { DateReading, ImportParams, Looked, Overview, ReadReport, RfmReport } from "../engine/protocol";
import { emptyState, type State } from "./state";

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
  preview: [],
  sampledRows: 3,
  estimatedRows: 3,
  estimatedMemory: 0,
  sheets: null,
  sheet: null,
};

/** 3 April or 4 March 2024. */
export const readBothWays: DateReading = {
  example: { file: 0, line: 2, column: "date", value: "03/04/2024" },
  dayFirst: 19_816,
  monthFirst: 19_786,
};

export const report: ReadReport = {
  bytes: 100,
  rows: 3,
  kept: 3,
  setAside: 0,
  blankLines: 0,
  customers: 2,
  dateOrder: "year_first",
  dateEvidence: { unambiguous: 3, dayFirst: 0, monthFirst: 0, both: 0 },
  dateDecider: null,
  dateReadings: [],
  decimal: "point",
  numberEvidence: { plain: 3, point: 0, comma: 0, eitherComma: 0, eitherPoint: 0 },
  decimalDecider: null,
  issues: [],
};

// Only their presence matters here.
export const overview = { customers: 2, unit: "month", periods: [], attributes: [] } as unknown as Overview;
export const rfm = { segments: [{ name: "champions" }], customers: 2 } as unknown as RfmReport;

export const opened: State = {
  ...emptyState("en", "light", "data"),
  file: { name: "orders.csv", size: 100, sample: null },
  kind: "transactions",
  head,
  importParams: params,
  job: 1,
};

export const scored: State = { ...opened, read: report, overview, rfm, job: 4 };
