import type { Example } from "../../engine/protocol";
import type { IssueTable } from "../told";
import { f } from "./format";

/** Rows set aside and oddities of rows that were kept. */
const table: IssueTable = {
  no_customer: {
    name: "No customer",
    text: "The customer cell is empty. The row belongs to nobody, so it counts in no customer figure.",
  },
  no_date: { name: "No date", text: "The date cell is empty, so the row cannot be placed in time." },
  bad_date: {
    name: "Unreadable date",
    text: "The date cell is no date in the column's form, or its year lies outside 1900 to 2199. Correct the cell, or change the date order above.",
  },
  no_number: { name: "No amount", text: "The amount, quantity or price cell is empty." },
  bad_number: {
    name: "Unreadable number",
    text: "The amount, quantity or price cell is no number. Correct the cell, or change the decimal mark above.",
  },
  number_too_large: { name: "Number too large", text: "The number is too large to be added up exactly." },
  too_few_fields: { name: "Row too short", text: "The row ends before a column that is needed." },
  too_many_fields: {
    name: "Row too long",
    text: "The row has more filled fields than the header has columns, so values may have shifted. Often a delimiter inside a value that is not quoted.",
  },
  unclosed_quote: {
    name: "Quote never closed",
    text: "A quotation mark is opened and never closed. The line is set aside and reading goes on with the next.",
  },
  short_row: { name: "Short row, kept", text: "The row lacks fields at its end, none of them needed." },
  id_decimal: { name: "Id with .0, kept", text: "An id such as 17850.0 was read as 17850." },
  not_utf8: {
    name: "Unreadable characters, kept",
    text: "Bytes that are not UTF-8 were replaced by a mark. Saving the file as UTF-8 avoids it.",
  },
  refund: { name: "Refund", text: "A negative amount or quantity, or an order number marked as a refund." },
};

export const issues = {
  table,
  line: "Line",
  place: (example: Example) =>
    [
      `Line ${f.number(example.line)}`,
      example.column === null ? "" : `, column ${example.column}`,
      example.value === "" ? ": empty" : `: ${example.value}`,
    ].join(""),
};
