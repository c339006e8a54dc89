import type { Delimiter, Difference, Encoding, EncodingReason } from "../../engine/protocol";
import { count, f } from "./format";
import { terms } from "./terms";

const encoding = (of: Encoding) => terms.encodings[of];
const delimiter = (of: Delimiter) => terms.delimiters[of];
const name = (of: string) => (of === "" ? "(no name)" : of);

/** How a file is taken in: its form, its oddities, and settings that are kept for the next one. */
export const imports = {
  encoding: "Characters",
  encodings: (of: Encoding, reason: EncodingReason) =>
    ({
      mark: `${encoding(of)}, said by the file`,
      ascii: `${encoding(of)}: only ASCII seen`,
      valid: encoding(of),
      likely: `${encoding(of)}, the likeliest`,
      chosen: `${encoding(of)}, chosen`,
    })[reason],
  chooseEncoding: (of: Encoding, reason: EncodingReason) =>
    reason === "likely"
      ? `The file does not say how its characters are coded; ${encoding(of)} fits best. If names in the preview look wrong, choose another.`
      : "",
  skipLines: "Lines above the header",
  skipLinesValue: (lines: number) => f.number(lines),
  skipLinesWrong: "a whole number, 0 to 1,000",
  skipLinesNote: "Titles and comments that are passed over.",
  duplicates: "Exact duplicates",
  keep: "keep",
  drop: "drop",
  skipped: (lines: number, shown: readonly string[]) =>
    `${count(lines, "line")} above the header ${lines === 1 ? "is" : "are"} passed over: ${shown.map((line) => `“${line}”`).join(", ")}.`,
  spare: (first: number, columns: number) =>
    columns === 1
      ? `Column ${f.number(first)} has no name and is empty but for a few rows at most; rows that fill it have shifted and are set aside.`
      : `Columns ${f.number(first)} to ${f.number(first + columns - 1)} have no name and are empty but for a few rows at most; rows that fill them have shifted and are set aside.`,
  unit: (column: string, unit: string) =>
    `By its name, column ${column} is in ${unit}; all amounts on the page stay in that unit.`,
  badBytes: (places: number, of: Encoding) =>
    `${count(places, "place")} in the rows looked at ${places === 1 ? "does" : "do"} not decode as ${encoding(of)}; each is shown as �. If there are many, choose another encoding.`,
  odd: "Odd",
  oddOf: (kind: string, values: readonly string[]) => `no ${kind}: ${values.join(" · ")}`,
  spread: "Spread",
  spreadRows: (from: string, to: string) => `${from} to ${to}`,
  others: (rows: number) => `others ${f.number(rows)}`,
  swapped: {
    title: "Days and months may have been swapped before",
    text: (swapped: number, kept: number) =>
      `${count(swapped, "date")} ${swapped === 1 ? "stands" : "stand"} year first, none later than the 12th of its month; the other ${f.number(kept)} can be read in one order only. A spreadsheet leaves this behind when it takes dates in by the wrong order: it turns those it can and keeps the rest as text. Recency would be wrong by months: open the file the spreadsheet was made from.`,
  },
  save: "Save settings",
  saveNote: "How the file is read and scored, as JSON; drop it here with next month's file.",
  file: "settings",
  ready: (from: string) => `The settings made on ${from} are ready. Drop the file to read with them.`,
  recalled: {
    title: (from: string) => `Read as ${from} was`,
    same: "Columns and form are the same.",
    differs: "What differs:",
    absent: (files: readonly string[]) =>
      `Read beside it then, and not found now, or not with the same columns: ${f.list(files.map(name))}.`,
    incomplete: "Not every column is there; give the missing roles to columns below.",
    again: "Guess anew instead",
  },
  differences: (difference: Difference): string => {
    switch (difference.kind) {
      case "column_missing":
        return difference.role === null
          ? `Column “${difference.name}” is gone.`
          : difference.instead === null
            ? `Column “${difference.name}” (${terms.roles[difference.role]}) is gone.`
            : `Column “${difference.name}” is gone; “${difference.instead}” is taken for ${terms.roles[difference.role]} instead, please check.`;
      case "columns_new":
        return `New: ${f.list(difference.names.slice(0, 8).map(name))}${difference.names.length > 8 ? ` and ${f.number(difference.names.length - 8)} more` : ""}.`;
      case "columns_moved":
        return "The columns stand in another order.";
      case "encoding":
        return `Characters: ${encoding(difference.is)}, before ${encoding(difference.was)}.`;
      case "delimiter":
        return `Divided by ${delimiter(difference.is)}, before by ${delimiter(difference.was)}.`;
      case "skip_lines":
        return `${f.number(difference.is)} lines above the header, before ${f.number(difference.was)}.`;
      case "header":
        return difference.is
          ? "This file has column names, the earlier one had none."
          : "This file has no column names.";
    }
  },
};
