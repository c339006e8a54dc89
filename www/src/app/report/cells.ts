import type { CellsData } from "../../charts";
import { html, type Markup, ready, swatched, wide } from "../../report";

/** A table of coloured cells, as the picture of it has them. */
export const cellsTable = ({ corner, columns, rows }: CellsData): Markup =>
  wide(html`<table class="cells short"><thead><tr><th scope="col">${corner}</th>${columns.map((name) => html`<th scope="col" class="number">${name}</th>`)}</tr></thead>
<tbody>${rows.map(
    ({ name, swatch, cells }) =>
      html`<tr><th scope="row">${swatch === undefined ? name : swatched(swatch, name)}</th>${cells.map(
        ({ text, beneath, shade }) => {
          const figure = html`<b>${text}</b>${beneath === undefined ? null : html`<br>${beneath}`}`;
          return shade === undefined
            ? html`<td class="cell">${text}</td>`
            : html`<td class="cell" style="background:${ready(shade.fill)};color:${ready(shade.ink)}">${figure}</td>`;
        },
      )}</tr>`,
  )}</tbody></table>`);
