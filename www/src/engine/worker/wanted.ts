import type { IssueCode, RefundMark, RowReason, RowWords } from "../protocol";
import type { RowWords as ToldWords, Wanted } from "../wasm/segmentlab";

/** Which rows of the file a reason stands for. */
export function wantedRows(reason: RowReason, mark: RefundMark): Wanted {
  if (reason === null) return { kind: "set_aside" };
  if (reason !== "refund") return { kind: "issue", which: reason };
  // The automatic mark only holds where the sign has told the refunds already.
  return { kind: "refunds", which: mark.kind === "prefix" ? { prefix: mark.prefix, digits: false } : null };
}

/**
 * The same words as Rust takes them: no maps cross the boundary. With a file's name its rows begin with it; without
 * header where the one of the file before serves.
 */
export function wordsForRows(
  { file: column, line, reason, reasons: { refund, ...issues } }: RowWords,
  name: string | null,
  withoutHeader: boolean,
): ToldWords {
  const file = name === null ? null : { column, name };
  return { file, withoutHeader, line, reason, reasons: Object.entries(issues) as [IssueCode, string][], refund };
}
