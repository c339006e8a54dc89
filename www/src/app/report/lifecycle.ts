import { chartThemes, rampSteps } from "../../charts";
import type { Cohorts } from "../../engine/protocol";
import { type Chapter, facts, html, type Markup, ready, share, swatched, table } from "../../report";
import type { Words } from "../../words";
import { divisionColours } from "../colours";
import { colourHex, shade } from "./shade";
import type { Study } from "./study";

/** Stages of the lifecycle, the gaps they rest on, and retention by cohort. */
export function lifecycleChapter({ state: { lifecycle }, words }: Study): Chapter | null {
  const { report } = lifecycle;
  if (report === null) return null;
  const { f, terms } = words;
  const say = words.report.lifecycle;
  const { columns } = words.rfm.table;
  const most = Math.max(...report.stages.flatMap((row) => [row.share, row.valueShare ?? 0]));
  const colours = divisionColours(
    { kind: "lifecycle" },
    report.stages.map(({ stage }) => stage),
  );
  const { gaps } = report;
  return {
    id: "lifecycle",
    title: words.report.parts.lifecycle.title,
    body: html`
<p class="lead">${riskTold(words, report)}</p>
${table(
  [
    { name: say.stage },
    { name: say.meaning },
    { name: columns.customers, number: true },
    { name: columns.customerShare },
    { name: columns.valueShare },
    { name: say.silent, number: true },
  ],
  report.stages.map((row, at) => [
    swatched(colourHex(colours[at]), terms.stages[row.stage]),
    say.stages[row.stage](report),
    f.number(row.customers),
    share(row.share, most, f.percent),
    share(row.valueShare, most, f.percent),
    row.recency === null ? "–" : f.number(row.recency),
  ]),
)}
${report.prospects === null ? null : html`<p>${say.prospects(report.prospects)}</p>`}
<h3>${say.gaps}</h3>
${facts([
  [say.gapCount, f.number(gaps.count)],
  [say.gapCustomers, f.number(gaps.customers)],
  [say.gapMedian, gaps.median === null ? "–" : say.days(gaps.median)],
  [say.warning, say.days(report.warning)],
  [say.loss, say.days(report.loss)],
])}
${cohorts(report.cohorts, words)}`,
  };
}

/** How many are going or gone, and what they brought. */
export function riskTold(words: Words, { stages }: NonNullable<Study["state"]["lifecycle"]["report"]>): string {
  const risky = stages.filter(({ stage }) => stage === "drowsy" || stage === "lost");
  const sum = (of: (row: (typeof stages)[number]) => number) => risky.reduce((total, row) => total + of(row), 0);
  const shares = risky.every(({ valueShare }) => valueShare !== null);
  return words.report.lifecycle.risk(
    sum(({ customers }) => customers),
    sum((row) => row.share),
    shares ? sum(({ valueShare }) => valueShare ?? 0) : null,
  );
}

/** Cohorts that fit on a page; the latest are shown. */
const mostCohorts = 13;

/** Retention as a heat map: months of the first purchase by months since. */
function cohorts({ months, sizes, active, complete }: Cohorts, words: Words): Markup {
  const { f } = words;
  const say = words.report.lifecycle;
  const from = Math.max(months.length - mostCohorts, 0);
  const shown = months.slice(from);
  if (shown.length < 2) return html``;
  const last = months.length - 1;
  return html`<h3>${say.cohorts}</h3>
<p class="note">${say.cohortsNote(complete)}</p>
<table class="cohorts"><thead><tr><th scope="col">${say.cohort}</th><th scope="col" class="number">${words.rfm.table.columns.customers}</th>${shown.map((_, at) => html`<th scope="col" class="number">+${at}</th>`)}</tr></thead>
<tbody>${shown.map((month, row) => {
    const size = sizes[from + row] ?? 0;
    return html`<tr><th scope="row">${f.month(month)}</th><td class="number">${f.number(size)}</td>${shown.map(
      (_, at) => {
        const count = active[from + row]?.[at];
        if (count === undefined || size === 0) return html`<td></td>`;
        const kept = count / size;
        const { fill, text } = shade(Math.ceil(kept * rampSteps), chartThemes.light);
        const mark = !complete && from + row + at === last ? "*" : "";
        return html`<td class="cell" style="background:${ready(fill)};color:${ready(text)}">${f.percent(kept, 0)}${mark}</td>`;
      },
    )}</tr>`;
  })}</tbody></table>`;
}
