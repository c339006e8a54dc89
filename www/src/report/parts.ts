import { html, type Markup, ready } from "./markup";

/** What reports are put together from. */

export interface Column {
  readonly name: string;
  /** Figures stand at the right. */
  readonly number?: boolean;
}

type Cell = string | Markup | null;

/** A table whose first column names the rows; its header is repeated on every page. */
export const table = (columns: readonly Column[], rows: readonly (readonly Cell[])[], caption = ""): Markup =>
  wide(html`
<table${ready(rows.length > longTable ? "" : ' class="short"')}>
${caption === "" ? null : html`<caption>${caption}</caption>`}
<thead><tr>${columns.map(({ name, number }) => html`<th scope="col"${kind(number)}>${name}</th>`)}</tr></thead>
<tbody>
${rows.map(
  ([name = "", ...cells]) =>
    html`<tr><th scope="row">${name}</th>${cells.map((cell, at) => html`<td${kind(columns[at + 1]?.number)}>${cell}</td>`)}</tr>
`,
)}</tbody>
</table>`);

/** Rows from which on a table may be broken over pages. */
const longTable = 16;

/** A table that scrolls sideways where there is too little room, by keyboard too. */
export const wide = (inside: Markup): Markup => html`<div class="wide" tabindex="0">${inside}</div>`;

const kind = (number: boolean | undefined): Markup => ready(number ? ' class="number"' : "");

/** Names and values in two columns. */
export const facts = (of: readonly (readonly [string, Cell])[]): Markup =>
  html`<dl class="facts">${of.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;

/** A drawing with its title above and a remark below. */
export const figure = (svg: string, title: string, note = ""): Markup =>
  html`<figure><figcaption><b>${title}</b>${note === "" ? null : html` <span class="note">${note}</span>`}</figcaption>${ready(svg)}</figure>`;

/** A share as a bar and a number; `most` fills the bar. */
export function share(of: number | null, most: number, text: (share: number) => string): Markup {
  if (of === null) return html`–`;
  const width = most > 0 ? Math.round((1000 * Math.max(of, 0)) / most) / 10 : 0;
  return html`<span class="share"><svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="${String(width)}" height="10"/></svg>${text(of)}</span>`;
}

/** The colour of a segment, beside its name. */
export const swatched = (colour: string, name: string): Markup =>
  html`<svg class="swatch" viewBox="0 0 10 10" aria-hidden="true"><rect width="10" height="10" rx="2" fill="${colour}"/></svg>${name}`;

export const list = (items: readonly (string | Markup)[]): Markup =>
  html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;

export const note = (text: string): Markup => html`<p class="note">${text}</p>`;

/** A chapter of the report. */
export interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly body: Markup;
}
