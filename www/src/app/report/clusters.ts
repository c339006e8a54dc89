import type { Drawer } from "../../charts";
import { chartThemes, toneOf, toneShadeOf } from "../../charts";
import type { ClusterReport, SweepReport } from "../../engine/protocol";
import { type Chapter, figure, html, type Markup, ready, rich, share, swatched, table } from "../../report";
import type { Words } from "../../words";
import { colourOf } from "../cluster-colours";
import { segmentName } from "../divisions";
import { kDrawing } from "../drawings/k-curve";
import { silhouettesDrawing, silhouettesHeight } from "../drawings/silhouettes";
import { featureFormat } from "../figures";
import { reasonsOf } from "../sweep";
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
<table class="heat"><thead><tr><th scope="col">${say.heat.cluster}</th>${report.features.map(({ key }) => html`<th scope="col" class="number">${words.features.short(key)}</th>`)}</tr></thead>
<tbody>${report.clusters.map(
      (_, at) =>
        html`<tr><th scope="row">${named(at)}</th>${report.features.map(({ key, means, mean, standardised }) => {
          const value = means[at] ?? null;
          const apart = standardised[at] ?? null;
          if (value === null || apart === null) return html`<td class="cell">–</td>`;
          const format = featureFormat(key, [mean, ...means.filter((one) => one !== null)], f);
          const { fill, ink } = toneShadeOf(toneOf(apart), chartThemes.light);
          return html`<td class="cell" style="background:${ready(fill)};color:${ready(ink)}"><b>${format(value)}</b><br>${say.heat.sd(apart)}</td>`;
        })}</tr>`,
    )}
<tr><th scope="row">${say.heat.all}</th>${report.features.map(({ key, means, mean }) => html`<td class="cell">${featureFormat(key, [mean, ...means.filter((one) => one !== null)], f)(mean)}</td>`)}</tr></tbody></table>`,
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
      height: silhouettesHeight(report.clusters.length),
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
  return html`${figure(draw("k", drawing, { width: 780, height: 520 }), say.curve.title)}
<p><b>${say.suggestion.title(suggestion.k)}</b> ${say.suggestion.text(own, others)}</p>`;
}
