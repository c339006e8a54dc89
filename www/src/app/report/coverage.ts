import { chartThemes } from "../../charts";
import type { CoverageIssueCode, CoverageReport } from "../../engine/protocol";
import { type Chapter, html, type Markup, rich, share, table } from "../../report";
import type { Words } from "../../words";
import { cellsOf, dimensionName, dimensionsOf, type NamedDimension, tierNames } from "../coverage-cells";
import { rangeOf } from "../coverage-measures";
import { gapsOf, shortOf } from "../coverage-sums";
import { coverageCells, coverageTables } from "../drawings/coverage";
import { cellsTable } from "./cells";
import type { Study } from "./study";

/** What is noticed of cells and dates; the others name customers, whom no report names. */
const OF_CELLS: ReadonlySet<CoverageIssueCode> = new Set([
  "target_unknown",
  "target_repeated",
  "target_above_one",
  "target_percent",
  "target_negative",
  "empty_period",
  "beyond_market",
  "negative_sales",
] as const);

/** Cells that the chapter lists. */
const MOST = 15;

/** Who is covered, where the gaps are, what came of the plan, and what was noticed about the files. */
export function coverageChapter({ state, words }: Study): Chapter | null {
  const { report } = state.coverage;
  if (report === null) return null;
  const say = words.coverage;
  const dimensions = dimensionsOf(words, report);
  const measure = report.now.whole.covered === null ? "customers" : "rate";
  const range = rangeOf(measure, report.now.cells);
  const tables = coverageTables(report.now.cells, dimensions, say.measures[measure].name);
  return {
    id: "coverage",
    title: words.report.parts.coverage.title,
    body: html`
<p class="lead">${rich(say.headline(report.now.whole, shortOf(report.now.cells)))}</p>
<p class="note">${say.basis(report)}</p>
<h3>${say.heat.title(say.measures[measure].name)}</h3>
<p class="note">${say.heat.note}${words.terms.gap}${say.measures[measure].how}</p>
${tables.map(
  (one) => html`${one.multiple === null ? null : html`<h4>${one.multiple}</h4>`}
${cellsTable(coverageCells(one, measure, range, words, chartThemes.light))}`,
)}
${ranked(report, dimensions, words)}
${plan(report, words)}
${
  report.issues.length === 0
    ? null
    : html`<h3>${say.issues.title}</h3><ul>${report.issues.map(
        ({ code, count, examples }) =>
          html`<li>${say.issues.told[code](count)}${OF_CELLS.has(code) ? ` ${say.issues.examples(examples, count)}` : ""}</li>`,
      )}</ul>`
}`,
  };
}

/** The cells below their target, as the screen ranks them. */
function ranked({ now }: CoverageReport, dimensions: readonly NamedDimension[], words: Words): Markup | null {
  const { f } = words;
  const say = words.coverage.ranked;
  const short = gapsOf(cellsOf(dimensions), now);
  if (short.length === 0) return null;
  const worth = now.whole.atStake !== null;
  const most = Math.max(...short.map(({ reach }) => reach.atStake ?? 0));
  const sum = (of: (one: (typeof short)[number]) => number) => short.reduce((total, one) => total + of(one), 0);
  return html`<h3>${say.title}</h3>
<p class="note">${say.note({
    cells: short.length,
    gap: sum(({ reach }) => reach.gap ?? 0),
    stake: worth ? sum(({ reach }) => reach.atStake ?? 0) : null,
  })}${short.length > MOST ? `${words.terms.gap}${say.first(MOST)}` : ""}</p>
${table(
  [
    { name: say.cell },
    { name: say.customers, number: true },
    { name: say.covered, number: true },
    { name: say.rate, number: true },
    { name: say.goal, number: true },
    { name: say.gap, number: true },
    ...(worth ? [{ name: say.atStake }] : []),
  ],
  short
    .slice(0, MOST)
    .map(({ name, reach }) => [
      name,
      f.number(reach.customers),
      f.number(reach.covered ?? 0),
      reach.rate === null ? "–" : f.percent(reach.rate),
      reach.goal === null ? "–" : f.percent(reach.goal),
      f.number(reach.gap ?? 0),
      ...(worth ? [share(reach.atStake ?? 0, most, f.money)] : []),
    ]),
)}`;
}

/** The plan of each tier and what came of it. */
function plan(report: CoverageReport, words: Words): Markup | null {
  const { plan: all, tiers, months } = report;
  const { tier } = report.params;
  if (all === null || tier === null) return null;
  const { f } = words;
  const say = words.coverage.plan;
  const names = tierNames(words, report);
  return html`<h3>${say.title}</h3>
<p class="note">${say.note(all, months)}</p>
${table(
  [
    { name: dimensionName(words, tier) },
    { name: say.columns.perMonth, number: true },
    { name: say.columns.planned, number: true },
    { name: say.columns.made, number: true },
    { name: say.columns.kept, number: true },
    { name: say.columns.rate, number: true },
    { name: say.columns.over, number: true },
  ],
  tiers.map(({ perMonth, compliance }, at) => [
    names[at] ?? "",
    f.number(perMonth, 1),
    f.number(compliance.planned),
    f.number(compliance.made),
    f.number(compliance.kept),
    compliance.rate === null ? "–" : f.percent(compliance.rate),
    f.number(compliance.over),
  ]),
)}`;
}
