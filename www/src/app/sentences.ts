import type { FileKind, Head, ImportParams, ReadReport } from "../engine/protocol";
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
