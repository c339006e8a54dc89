import type { Drawer } from "../../charts";
import { chartThemes } from "../../charts";
import type { ClusterReport, SweepReport } from "../../engine/protocol";
import { type Chapter, figure, html, type Markup, rich, share, swatched, table } from "../../report";
import type { Words } from "../../words";
import { colourOf } from "../cluster-colours";
import { segmentName } from "../divisions";
import { heatCells } from "../drawings/heat";
import { kDrawing } from "../drawings/k-curve";
import { silhouettesDrawing } from "../drawings/silhouettes";
import { reasonsOf } from "../sweep";
import { cellsTable } from "./cells";
import { colourHex } from "./colour";
import type { Study } from "./study";

/** Clusters, how good they are, and what sets them apart. */
export function clustersChapter({ state: { clustering }, words, draw }: Study): Chapter | null {
  const { report, names } = clustering;
  if (report === null) return null;
  const { f } = words;
  const say = words.clusters;
  const nameAt = (at: number) => segmentName(words, { kind: "clusters" }, names[at] ?? "", at);
  const foremost = report.clusters.reduce(
    (best, row, at, all) =>
      (row.value ?? row.customers) > (all[best]?.value ?? all[best]?.customers ?? 0) ? at : best,
    0,
  );
  const most = Math.max(...report.clusters.flatMap((row) => [row.share, row.valueShare ?? 0]));
  const best = report.clusters[foremost];
  const named = (at: number) => swatched(colourHex(colourOf(at)), nameAt(at));
  return {
    id: "clusters",
    title: words.report.parts.clusters.title,
    body: html`
${
  best === undefined
    ? null
    : html`<p class="lead">${rich(
        words.clustering.headline({
          k: report.clusters.length,
          name: nameAt(foremost),
          customers: best.customers,
          share: best.share,
          value: best.valueShare,
        }),
      )}</p>`
}
<p class="note">${words.clustering.basis({
      method: report.method,
      features: report.features.map(({ key }) => words.features.short(key)),
      customers: report.customers,
      explained: report.total > 0 ? 1 - report.inertia / report.total : 0,
    })}${report.dropped === 0 ? "" : ` ${words.clustering.dropped(report.dropped)}`}</p>
${table(
  [
    { name: say.sizes.columns.cluster },
    { name: say.sizes.columns.customers, number: true },
    { name: say.sizes.columns.share },
    { name: say.sizes.columns.valueShare },
    { name: say.sizes.columns.silhouette, number: true },
    { name: say.sizes.columns.stability, number: true },
  ],
  report.clusters.map((row, at) => [
    named(at),
    f.number(row.customers),
    share(row.share, most, f.percent),
    share(row.valueShare, most, f.percent),
    row.silhouette === null ? "–" : f.fixed(row.silhouette, 2),
    row.stability === null ? "–" : `${f.fixed(row.stability.jaccard, 2)} ${say.sizes.bands[row.stability.band]}`,
  ]),
)}
${
  report.silhouette.mean === null
    ? null
    : silhouettes(
        report,
        report.clusters.map((_, at) => nameAt(at)),
        words,
        draw,
      )
}
${clustering.sweep === null || clustering.assigned ? null : numbers(clustering.sweep, report.clusters.length, words, draw)}
<h3>${say.heat.title}</h3>
<p class="note">${say.heat.note}</p>
${cellsTable(
  heatCells(
    report,
    report.clusters.map((_, at) => nameAt(at)),
    words,
    chartThemes.light,
  ),
)}`,
  };
}

/** How well each customer fits its cluster. */
function silhouettes(report: ClusterReport, names: readonly string[], words: Words, draw: Drawer): Markup {
  const say = words.clusters.silhouette;
  const { mean, sample, negative } = report.silhouette;
  const below = negative.reduce((sum, customers) => sum + customers, 0);
  return figure(
    draw("silhouettes", silhouettesDrawing(report, names, null, words), {
      width: 780,
      height: 200 + 24 * report.clusters.length,
    }),
    say.title,
    say.summary(mean ?? 0, below, sample, say.from(sample, report.customers)),
  );
}

/** Why so many clusters: the measures of each number that was tried. */
function numbers(sweep: SweepReport, chosen: number, words: Words, draw: Drawer): Markup {
  const { suggestion, rows } = sweep;
  if (suggestion === null) return html``;
  const say = words.clusters;
  const { own, others } = reasonsOf(suggestion);
  const drawing = kDrawing(
    sweep,
    rows.map(({ k }) => k),
    chosen,
    words,
  );
  return html`${figure(draw("k", drawing, { width: 780, height: 470 }), say.curve.title)}
<p><b>${say.suggestion.title(suggestion.k)}</b> ${say.suggestion.text(own, others)}</p>`;
}
