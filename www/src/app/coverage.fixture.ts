import type { CellReach, Compliance, CoverageReport, ReachReport, Reallocation } from "../engine/protocol";
import { defaultCoverage } from "./coverage";

/** A cell of so many customers, so many of them covered, against a target of .9. */
const cell = (customers: number, covered: number, expected: number): CellReach => ({
  customers,
  covered,
  rate: covered / customers,
  value: customers * 10,
  valueRate: covered / customers,
  goal: 0.9,
  target: customers * 0.9,
  gap: Math.max(Math.ceil(customers * 0.9) - covered, 0),
  points: 90 - (100 * covered) / customers,
  potential: customers * 40,
  potentialKnown: customers,
  potentialRate: covered / customers,
  atStake: (customers - covered) * 40,
  whiteSpace: customers * 30,
  wallet: 0.25,
  expected,
  lift: customers / expected,
});

const names = [
  ["north", "south"],
  ["shops", "web"],
];

/** 200 customers in two regions and two channels. */
const now: ReachReport = {
  names,
  cells: [cell(80, 60, 72), cell(40, 36, 48), cell(40, 10, 48), cell(40, 34, 32)],
  whole: cell(200, 140, 200),
  outside: 0,
};

const compliance = (planned: number, kept: number): Compliance => ({
  customers: 200,
  planned,
  made: kept + 12,
  kept,
  rate: kept / planned,
  remaining: planned - kept,
  toSchedule: planned - kept,
  over: 12,
  overServed: 5,
  statuses: [0, 20, 130, 30, 20],
  capacityUse: null,
});

export const coverage: CoverageReport = {
  params: {
    ...defaultCoverage,
    dimensions: [
      { kind: "division", division: { kind: "attribute", name: "region" } },
      { kind: "division", division: { kind: "attribute", name: "channel" } },
    ],
    roster: "listed",
    touched: "contacts",
    period: { from: 20_362, to: 20_453 },
    before: { from: 20_270, to: 20_361 },
    potential: { column: "potential", per: "month" },
    tier: { kind: "division", division: { kind: "attribute", name: "tier" } },
    plan: [
      { tier: "A", perMonth: 3 },
      { tier: "B", perMonth: 2 },
    ],
    owner: { kind: "contact", name: "rep" },
  },
  inputs: {
    customers: 200,
    listed: true,
    orders: true,
    contacts: true,
    touches: { count: 900, inPeriod: 400, scheduled: 0, first: 20_000, last: 20_453 },
    targetRows: null,
    targetFigures: [],
    targetPeriods: [],
    value: true,
    dimensions: [
      { dimension: { kind: "division", division: { kind: "attribute", name: "region" } }, segments: 2 },
      { dimension: { kind: "division", division: { kind: "attribute", name: "channel" } }, segments: 2 },
      { dimension: { kind: "division", division: { kind: "attribute", name: "tier" } }, segments: 2 },
    ],
    figures: ["potential"],
    outcomes: [{ name: "sold", values: ["no", "yes"] }],
  },
  months: 3.02,
  now,
  before: { ...now, cells: [cell(80, 50, 72), cell(40, 38, 48), cell(40, 10, 48), cell(40, 30, 32)] },
  moved: [
    { kept: 45, gained: 15, lost: 5 },
    { kept: 36, gained: 0, lost: 2 },
    { kept: 5, gained: 5, lost: 5 },
    { kept: 30, gained: 4, lost: 0 },
  ],
  tiers: [
    { tier: "A", perMonth: 3, planned: 9, compliance: compliance(450, 360) },
    { tier: "B", perMonth: 2, planned: 6, compliance: compliance(300, 270) },
  ],
  plan: compliance(750, 630),
  plans: [compliance(300, 250), compliance(150, 140), compliance(150, 60), compliance(150, 140)],
  owners: [
    {
      owner: "Li",
      customers: 120,
      covered: 100,
      coveredBefore: 90,
      value: 1200,
      atStake: 800,
      compliance: compliance(400, 360),
      strike: { visits: 200, sales: 60 },
    },
    {
      owner: "Wu",
      customers: 70,
      covered: 40,
      coveredBefore: 38,
      value: 700,
      atStake: 1200,
      compliance: compliance(350, 270),
      strike: { visits: 120, sales: 12 },
    },
  ],
  unowned: 10,
  strike: { visits: 320, sales: 72 },
  strikes: [
    { visits: 150, sales: 40 },
    { visits: 90, sales: 20 },
    { visits: 20, sales: 2 },
    { visits: 60, sales: 10 },
  ],
  markets: now.cells.map(({ customers, value }) => ({
    customers,
    universe: customers * 2,
    sales: value ?? 0,
    market: customers * 100,
    salesBefore: customers * 8,
    marketBefore: customers * 90,
  })),
  salesTargets: [],
  market: {
    cells: now.cells.map(({ customers }) => ({
      penetration: 0.5,
      share: 0.1,
      index: 100,
      weight: customers / 200,
      growth: 0.25,
      marketGrowth: 1 / 9,
      expected: customers * 10,
    })),
    whole: {
      penetration: 0.5,
      share: 0.1,
      index: 100,
      weight: 1,
      growth: 0.25,
      marketGrowth: 1 / 9,
      expected: 2000,
    },
    concentration: 0.28,
    beyond: [],
  },
  stances: [
    { attractiveness: 0.875, strength: 0.5 },
    { attractiveness: 0.375, strength: 0.875 },
    { attractiveness: 0.375, strength: 0.125 },
    { attractiveness: 0.375, strength: 0.5 },
  ],
  checks: now.cells.map(({ customers }) => ({
    measurable: { figure: 1, passes: true },
    substantial: { figure: customers / 200, passes: true },
    accessible: { figure: 0.8, passes: true },
    differentiable: { figure: 0.1, passes: false },
    actionable: { figure: null, passes: null },
  })),
  issues: [{ code: "touches_unlisted", count: 3, examples: ["K9"] }],
};

export const reallocation: Reallocation = {
  cells: [
    {
      before: 180,
      after: 170,
      need: 300,
      floor: 90,
      cost: 1,
      gainBefore: 2000,
      gainAfter: 1900,
      leftOut: false,
    },
    { before: 100, after: 50, need: 150, floor: 50, cost: 1, gainBefore: 900, gainAfter: 500, leftOut: false },
    { before: 30, after: 150, need: 150, floor: 15, cost: 1, gainBefore: 300, gainAfter: 1600, leftOut: false },
    { before: 90, after: 30, need: 150, floor: 30, cost: 1, gainBefore: 700, gainAfter: 400, leftOut: false },
  ],
  budget: 400,
  spentBefore: 400,
  spent: 400,
  gainBefore: 3900,
  gain: 4400,
  bound: 4400,
  exact: true,
  worth: "potential",
  moves: [
    { from: 3, to: 2, spent: 60 },
    { from: 1, to: 2, spent: 50 },
    { from: 0, to: 2, spent: 10 },
  ],
  toTarget: { customers: 41, touches: 41, cost: 41 },
  toPlan: { customers: 70, touches: 120, cost: 120 },
};
