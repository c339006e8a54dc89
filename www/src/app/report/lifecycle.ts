import { chartThemes, retentionStep, shadeOf } from "../../charts";
import type { Cohorts, LifecycleReport, StageRow } from "../../engine/protocol";
import { type Chapter, figure, html, type Markup, ready, rich, share, swatched, table, wide } from "../../report";
import type { Words } from "../../words";
import type { Sentence } from "../../words/sentence";
import { divisionColours } from "../colours";
import { cohortRows } from "../drawings/cohorts";
import { gapsDrawing } from "../drawings/gaps";
import { colourHex } from "./colour";
import type { Study } from "./study";

/** Stages of the lifecycle, the gaps they rest on, and retention by cohort. */
export function lifecycleChapter({ state: { lifecycle }, words, draw }: Study): Chapter | null {
  const { report } = lifecycle;
  if (report === null) return null;
  const { f, terms } = words;
  const say = words.lifecycle;
  const { columns } = say.stages;
  const { gaps } = report;
  const most = Math.max(...report.stages.flatMap((row) => [row.share, row.valueShare ?? 0]));
  const colours = divisionColours(
    { kind: "lifecycle" },
    report.stages.map(({ stage }) => stage),
  );
  return {
    id: "lifecycle",
    title: words.report.parts.lifecycle.title,
    body: html`
<p class="lead">${rich(quietTold(words, report))}</p>
<p class="note">${say.basis(report.asOf, report.warning, report.loss)}${report.byOwnGap === 0 ? "" : `${terms.gap}${say.ownBasis(report.byOwnGap)}`}</p>
${table(
  [
    { name: columns.stage },
    { name: words.report.who },
    { name: columns.customers, number: true },
    { name: columns.share },
    { name: columns.valueShare },
    { name: columns.recency, number: true },
  ],
  report.stages.map((row, at) => [
    swatched(colourHex(colours[at]), terms.stages[row.stage]),
    say.stages.means[row.stage],
    f.number(row.customers),
    share(row.share, most, f.percent),
    share(row.valueShare, most, f.percent),
    row.recency === null ? "–" : f.number(row.recency),
  ]),
)}
${report.prospects === null ? null : html`<p>${say.stages.prospects(report.prospects)}</p>`}
${
  gaps.count === 0
    ? html`<p>${say.noGaps.title}${words.report.colon}${say.noGaps.text}</p>`
    : figure(
        draw("gaps", gapsDrawing(report, report, words), { width: 780, height: 250 }),
        say.gaps.title,
        say.gaps.note({
          count: gaps.count,
          customers: gaps.customers,
          median: gaps.median ?? 0,
          beyond: gaps.beyond,
        }),
      )
}
${retention(report.cohorts, words)}`,
  };
}

/** How many are going or gone, and what they brought. */
export function quietTold(words: Words, { stages }: LifecycleReport): Sentence {
  const silent = stages.filter(({ stage }) => stage === "drowsy" || stage === "lost");
  const sum = (of: (row: StageRow) => number) => silent.reduce((total, row) => total + of(row), 0);
  const value = silent.some(({ valueShare }) => valueShare === null) ? null : sum(({ valueShare }) => valueShare ?? 0);
  return words.lifecycle.headline({
    quiet: sum(({ customers }) => customers),
    share: sum((row) => row.share),
    // Net amounts below zero make shares that say nothing.
    value: value !== null && value >= 0 && value <= 1 ? value : null,
  });
}

/** Cohorts that fit on a page; the latest are shown. */
const mostCohorts = 13;

/** Retention as a heat map: months of the first purchase by months since, in the colours of the screen. */
function retention(cohorts: Cohorts, words: Words): Markup {
  const { f } = words;
  const say = words.lifecycle.retention;
  const { months, complete } = cohorts;
  const from = Math.max(months.length - mostCohorts, 0);
  const rows = cohortRows(cohorts, from, "share", words);
  if (rows.length < 2) return html``;
  const columns = months.slice(from).map((_, after) => after);
  const notes = [
    words.report.cohorts,
    ...(from === 0 ? [] : [words.report.latestCohorts(mostCohorts, months.length)]),
    ...(complete ? [] : [words.report.open(f.month(months.at(-1) ?? 0))]),
  ];
  return html`<h3>${say.title}</h3>
<p class="note">${notes.join(words.terms.gap)}</p>
${wide(html`<table class="cohorts short"><thead><tr><th scope="col">${say.cohort}</th><th scope="col" class="number">${say.size}</th>${columns.map((after) => html`<th scope="col" class="number">+${after}</th>`)}</tr></thead>
<tbody>${rows.map(
  ({ name, size, cells }) =>
    html`<tr><th scope="row">${name}</th><td class="number">${size}</td>${columns.map((after) => {
      const cell = cells[after];
      if (cell === undefined) return html`<td class="cell"></td>`;
      const { fill, ink } = shadeOf(retentionStep(cell.strength), chartThemes.light);
      return html`<td class="cell" style="background:${ready(fill)};color:${ready(ink)}">${cell.text}${cell.open ? "*" : ""}</td>`;
    })}</tr>`,
)}</tbody></table>`)}`;
}
