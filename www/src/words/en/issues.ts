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
    text: "Fields are filled behind the last column that has a name, so values may have shifted. Often a delimiter inside a value that is not quoted.",
  },
  unclosed_quote: {
    name: "Quote never closed",
    text: "A quotation mark is opened and never closed. The line is set aside and reading goes on with the next.",
  },
  repeated_header: {
    name: "Header repeated",
    text: "The column names stand here once more, as they do where exports were joined.",
  },
  total_row: {
    name: "Row of totals",
    text: "A sum over other rows, not a transaction. Counted in, it would double the amounts.",
  },
  duplicate_dropped: {
    name: "Exact duplicate",
    text: "The row equals an earlier one in every cell. You chose to keep only the first.",
  },
  short_row: { name: "Short row, kept", text: "The row lacks fields at its end, none of them needed." },
  id_decimal: { name: "Id with .0, kept", text: "An id such as 17850.0 was read as 17850." },
  id_rounded: {
    name: "Id without its last digits, kept",
    text: "An id such as 1.23457E+11 or 420000123456789000 has lost its last digits: a spreadsheet keeps 15. Different ids may have become one. Export anew with the column as text.",
  },
  bad_bytes: {
    name: "Unreadable characters",
    text: "Bytes that the encoding does not allow were replaced by �. If there are many, choose another encoding above.",
  },
  lost_characters: {
    name: "Characters lost earlier",
    text: "The file itself holds �: a program that saved it before could not write these characters. Only the original file has them.",
  },
  nul_bytes: {
    name: "NUL bytes",
    text: "Bytes of value zero, invisible in most programs, were taken out.",
  },
  serial_date: {
    name: "Date as a serial number, kept",
    text: "A bare number was read as a day the way Excel counts them: 42852 is 27 April 2017.",
  },
  unix_time: {
    name: "Date as Unix time, kept",
    text: "Seconds or milliseconds since 1970 were read as the day in UTC; in China it begins eight hours earlier.",
  },
  bad_measure: {
    name: "Not a number, kept",
    text: "A cell of a numeric column cannot be read as a number, and counts as missing. Other columns of the row are used.",
  },
  repeated_customer: {
    name: "Customer listed again, not used",
    text: "The customer stands in an earlier row of the customer file; that row counts.",
  },
  duplicate: {
    name: "Exact duplicate, kept",
    text: "The row equals an earlier one in every cell. An order can hold the same line twice; if yours cannot, drop duplicates above.",
  },
  refund: { name: "Refund", text: "A negative amount or quantity, or an order number marked as a refund." },
};

export const issues = {
  table,
  line: "Line",
  place: (example: Example, file: string | null) =>
    [
      file === null ? `Line ${f.number(example.line)}` : `${file}, line ${f.number(example.line)}`,
      example.column === null ? "" : `, column ${example.column}`,
      example.value === "" ? ": empty" : `: ${example.value}`,
    ].join(""),
};
