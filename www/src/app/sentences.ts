import type { FileKind, Head, ImportParams, ReadReport, TableFile } from "../engine/protocol";
import type { Words } from "../words";
import type { Sentence } from "../words/sentence";

/** What a file is taken for, with its size. */
export const headSentence = (words: Words, name: string, kind: FileKind, head: Head): Sentence =>
  words.data.head.headline(
    name,
    kind,
    head.estimatedRows,
    head.estimatedRows === head.sampledRows,
    head.columns.length,
  );

/** What reading came to; without a customer column there are only rows to tell of. */
export const reportSentence = (words: Words, head: Head, params: ImportParams | null, read: ReadReport): Sentence =>
  params?.roles.includes("customer")
    ? words.data.report.headline(read.rows, read.customers, read.setAside)
    : words.data.report.rowsOnly(read.rows, head.columns.length, read.setAside);

/** What the main table is called: its file, or the first of several and how many more there are. */
export const nameOf = (words: Words, file: { readonly name: string; readonly count: number } | null): string =>
  file === null ? "" : words.data.tables.name(file.name, file.count);

/** The name of a file where there are several, so that a line can be found. */
export const fileAt = (files: readonly TableFile[], at: number): string | null =>
  files.length > 1 ? (files[at]?.name ?? null) : null;
