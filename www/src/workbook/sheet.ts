/** What a cell holds: text, a number, a calendar day (days since 1970-01-01), or nothing. Text is never a formula. */
export type Cell = string | number | null | { readonly day: number };

/** A sheet: a row of names, and rows that come in pieces. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly (readonly Cell[])[]> | AsyncIterable<readonly (readonly Cell[])[]>;
}

/** Rows that a sheet can have below its names. */
export const MOST_ROWS = 1_048_575;

/** Styles, by their place in the workbook's list. */
const DAY = 1;
const NAME = 2;

/** Day 0 of the page as a spreadsheet counts. */
const EPOCH = 25_569;

/** Characters that fit into a cell. */
const LONGEST = 32_767;

const NARROWEST = 9;
const WIDEST = 42;

/** The sheet as markup, a piece at a time. */
export async function* sheetMarkup({ columns, rows }: Sheet): AsyncGenerator<string> {
  const widths = columns.map((name, at) => {
    const width = Math.min(Math.max(widthOf(name) + 2, NARROWEST), WIDEST);
    return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`;
  });
  yield [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    `<cols>${widths.join("")}</cols><sheetData>`,
    rowMarkup(columns, 1, NAME),
  ].join("");
  let at = 1;
  for await (const some of rows) {
    const markup: string[] = [];
    for (const row of some) {
      at += 1;
      markup.push(rowMarkup(row, at));
    }
    yield markup.join("");
  }
  yield "</sheetData></worksheet>";
}

const rowMarkup = (cells: readonly Cell[], row: number, style = 0): string =>
  `<row r="${row}">${cells.map((cell, at) => cellMarkup(cell, `${columnName(at)}${row}`, style)).join("")}</row>`;

function cellMarkup(cell: Cell, place: string, style: number): string {
  if (cell === null) return "";
  const styled = style === 0 ? "" : ` s="${style}"`;
  if (typeof cell === "string")
    return cell === ""
      ? ""
      : `<c r="${place}"${styled} t="inlineStr"><is><t xml:space="preserve">${textMarkup(cell.slice(0, LONGEST))}</t></is></c>`;
  if (typeof cell === "object") return `<c r="${place}" s="${DAY}"><v>${cell.day + EPOCH}</v></c>`;
  return Number.isFinite(cell) ? `<c r="${place}"${styled}><v>${cell}</v></c>` : "";
}

const NAMES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Text as a workbook writes it: what XML has no place for as its number, and what looks like such a number told apart. */
const textMarkup = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that must not stand in the file.
    .replace(/[\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\ufffe\uffff]/g, (letter) => {
      const code = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
      return `_x${code}_`;
    })
    .replace(/[&<>]/g, (letter) => NAMES[letter] ?? letter);

/** A, B, ... Z, AA, AB. */
export function columnName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : columnName(Math.floor(at / 26) - 1) + letter;
}

/** About how many digits wide a text is. */
const widthOf = (text: string): number =>
  [...text].reduce((width, letter) => width + ((letter.codePointAt(0) ?? 0) > 0x2e80 ? 2 : 1), 0);

const FORBIDDEN = /[[\]:*?/\\]/g;

/** A name that a sheet may bear. */
export const sheetName = (name: string): string => name.replace(FORBIDDEN, " ").slice(0, 31);
