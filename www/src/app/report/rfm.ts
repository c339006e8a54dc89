import { chartThemes } from "../../charts";
import { type Chapter, html, rich, share, swatched, table } from "../../report";
import { segmentColours } from "../colours";
import { mapCells } from "../drawings/map";
import { scoringSaid } from "../scoring";
import { cellsTable } from "./cells";
import { colourHex } from "./colour";
import type { Study } from "./study";

/** Segments over the scores of R, F and M, the map they lie on, and the value tiers. */
export function rfmChapter({ state: { rfm, overview, rfmParams }, words }: Study): Chapter | null {
  if (rfm === null || overview === null) return null;
  const { f } = words;
  const say = words.rfm;
  const best = rfm.segments.reduce((most, row) => (row.value > most.value ? row : most));
  const most = Math.max(...rfm.segments.flatMap((row) => [row.customerShare, row.valueShare ?? 0]));
  const colours = segmentColours(rfm.segments.map(({ name }) => name));
  const mean = (value: number | null, decimals: number) => (value === null ? "–" : f.number(value, decimals));
  const { columns } = say.table;
  return {
    id: "rfm",
    title: words.report.parts.rfm.title,
    body: html`
<p class="lead">${rich(
      say.headline({
        name: say.segmentName(best.name),
        customers: best.customers,
        share: best.customerShare,
        value: best.valueShare,
      }),
    )}</p>
<p class="note">${say.basis(overview.asOf, scoringSaid(rfmParams.scoring, words))}</p>
${table(
  [
    { name: columns.segment },
    { name: columns.customers, number: true },
    { name: columns.customerShare },
    { name: columns.valueShare },
    { name: columns.recency, number: true },
    { name: columns.frequency, number: true },
    { name: columns.monetary, number: true },
  ],
  rfm.segments.map((row, at) => [
    swatched(colourHex(colours[at]), say.segmentName(row.name)),
    f.number(row.customers),
    share(row.customerShare, most, f.percent),
    share(row.valueShare, most, f.percent),
    mean(row.recency, 0),
    mean(row.frequency, 1),
    mean(row.monetary, 0),
  ]),
)}
<h3>${say.map.title}</h3>
<p class="note">${say.map.picture("mean")}</p>
${cellsTable(mapCells(rfm, "mean", words, chartThemes.light))}
<h3>${say.tiers.title}</h3>
${table(
  [
    { name: say.tiers.columns.tier },
    { name: say.tiers.columns.customers, number: true },
    { name: say.tiers.columns.customerShare, number: true },
    { name: say.tiers.columns.valueShare, number: true },
    { name: say.tiers.columns.value, number: true },
  ],
  rfm.tiers.map((row, at) => [
    say.tiers.names[at] ?? "",
    f.number(row.customers),
    f.percent(row.customerShare),
    row.valueShare === null ? "–" : f.percent(row.valueShare),
    f.money(row.value),
  ]),
)}`,
  };
}
