import type { Words } from "../words";
import { textOf } from "../words/sentence";
import { headSentence, nameOf, reportSentence } from "./sentences";
import type { State } from "./state";
import { taskName } from "./working";

/** What those who listen are told: a job when it begins and at every quarter, then what it came to. */
export function announcement(state: State, words: Words): string {
  const { busy, file, head, importParams, kind, read, rfm, saved } = state;
  if (busy !== null) {
    const quarters = busy.total === 0 ? 0 : Math.floor((4 * busy.done) / busy.total);
    return quarters === 0 ? taskName(busy, words) : `${taskName(busy, words)}: ${words.shell.percent(quarters / 4)}`;
  }
  if (saved !== null) return words.shell.saved(saved);
  if (head === null || kind === null) return "";
  if (read === null) return textOf(headSentence(words, nameOf(words, file), kind, head));
  const report = textOf(reportSentence(words, head, importParams, read));
  return rfm === null ? report : `${report} ${words.shell.states.segments(rfm.segments.length)}`;
}
