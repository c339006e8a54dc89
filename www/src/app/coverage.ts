import type {
  CoverageParams,
  CoverageReport,
  GridDimension,
  Reallocation,
  ReallocationParams,
} from "../engine/protocol";

/** The parts of the screen. */
export type CoveragePart = "gaps" | "plan" | "effort" | "market";
export const COVERAGE_PARTS: readonly CoveragePart[] = ["gaps", "plan", "effort", "market"];

/** Who is reached and who is not, and where effort would bring more. */
export interface Coverage {
  readonly part: CoveragePart;
  readonly params: CoverageParams;
  /** Null until it was computed, and again when the customers changed. */
  readonly report: CoverageReport | null;
  readonly reallocationParams: ReallocationParams;
  /** Of the report; null until it was computed. */
  readonly reallocation: Reallocation | null;
}

export const defaultCoverage: CoverageParams = {
  dimensions: null,
  roster: null,
  touched: null,
  touches: 1,
  period: null,
  before: null,
  asOf: null,
  target: 0.9,
  targets: null,
  potential: null,
  tier: null,
  score: { criteria: [], shares: { high: 0.2, middle: 0.3 } },
  plan: [],
  owner: null,
  capacity: null,
  capacities: [],
  outcome: null,
  stands: { size: 1, growth: 1, whiteSpace: 1, share: 1, coverage: 1, momentum: 1 },
};

export const defaultReallocation: ReallocationParams = {
  model: { kind: "constant" },
  budget: 1,
  cost: 1,
  by: null,
  costs: [],
  floor: 0.5,
  limits: [],
};

export const emptyCoverage: Coverage = {
  part: "gaps",
  params: defaultCoverage,
  report: null,
  reallocationParams: defaultReallocation,
  reallocation: null,
};

/** What was computed goes; what the user chose stays. */
export const uncovered = (coverage: Coverage): Coverage => ({ ...coverage, report: null, reallocation: null });

export const sameDimension = (one: GridDimension | null, other: GridDimension | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** The same without what names columns: those of another file may not be there. */
export const withoutColumns = (params: CoverageParams): CoverageParams => ({
  ...params,
  dimensions: null,
  targets: null,
  potential: null,
  tier: null,
  score: { ...params.score, criteria: [] },
  owner: null,
  outcome: null,
});
