import { chartThemes, scaleOf, shadeOf, stepOf } from "../../charts";
import type { RfmReport } from "../../engine/protocol";
import { type Chapter, html, type Markup, ready, rich, share, swatched, table } from "../../report";
import type { Words } from "../../words";
import { segmentColours } from "../colours";
import { scoringSaid } from "../scoring";
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
${map(rfm, words)}
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

/** R against F as a table: customers and value per customer; darker is more value per customer. */
function map(rfm: RfmReport, words: Words): Markup {
  const { f } = words;
  const say = words.rfm.map;
  const [r, frequency] = rfm.dimensions;
  const rs = r.sizes.map((_, index) => index + 1);
  const fs = frequency.sizes.map((_, index) => index + 1).reverse();
  const scale = scaleOf(rfm.cells.filter(({ customers }) => customers > 0).map((cell) => cell.value / cell.customers));
  const cellAt = (row: number, column: number) => rfm.cells.find((cell) => cell.r === column && cell.f === row);
  return html`<h3>${say.title}</h3>
<p class="note">${say.picture("mean")}</p>
<table class="map"><thead><tr><td></td>${rs.map((score) => html`<th scope="col" class="number">R${score}</th>`)}</tr></thead>
<tbody>${fs.map(
    (score) =>
      html`<tr><th scope="row">F${score}</th>${rs.map((column) => {
        const cell = cellAt(score, column);
        if (cell === undefined || cell.customers === 0) return html`<td class="cell">–</td>`;
        const value = cell.value / cell.customers;
        const { fill, ink } = shadeOf(scale === null ? 1 : stepOf(value, scale), chartThemes.light);
        return html`<td class="cell" style="background:${ready(fill)};color:${ready(ink)}"><b>${f.number(cell.customers)}</b><br>${f.compact(value)}</td>`;
      })}</tr>`,
  )}</tbody></table>`;
}
