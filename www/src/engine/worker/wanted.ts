import type { IssueCode, RefundMark, RowReason, RowWords } from "../protocol";
import type { RowWords as ToldWords, Wanted } from "../wasm/segmentlab";

/** Which rows of the file a reason stands for. */
export function wantedRows(reason: RowReason, mark: RefundMark): Wanted {
  if (reason === null) return { kind: "set_aside" };
  if (reason !== "refund") return { kind: "issue", which: reason };
  // The automatic mark only holds where the sign has told the refunds already.
  return { kind: "refunds", which: mark.kind === "prefix" ? { prefix: mark.prefix, digits: false } : null };
}

/** The same words as Rust takes them: no maps cross the boundary. */
export function wordsForRows({ line, reason, reasons: { refund, ...issues } }: RowWords): ToldWords {
  return { line, reason, reasons: Object.entries(issues) as [IssueCode, string][], refund };
}
