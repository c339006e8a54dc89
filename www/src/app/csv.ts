/** A cell of a file; a number with all its digits, none where there is no value. */
export type CsvCell = string | number | null;

/** What a spreadsheet would run instead of show. */
const runs = /^[=@\t\r＝＋－＠]|^[+-](?!\d+(\.\d+)?$)/;

function cellText(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const plain = runs.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** A CSV file as the engine writes them: byte order mark, CRLF, quotes where needed, nothing that a spreadsheet would run. */
export const csvText = (rows: readonly (readonly CsvCell[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cellText).join(",")}\r\n`).join("")}`;
