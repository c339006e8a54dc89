import { escaped } from "../charts";
import type { Sentence } from "../words/sentence";

/** Text that is markup already: what is put into it is escaped, whatever stands there. */
export interface Markup {
  readonly markup: string;
}

type Part = string | number | Markup | null | readonly Part[];

const markupOf = (part: Part): string => {
  if (part === null) return "";
  if (typeof part === "string" || typeof part === "number") return escaped(String(part));
  return "markup" in part ? part.markup : part.map(markupOf).join("");
};

/** `html\`<p>${text}</p>\``: the text is escaped, markup and lists of it are put in as they are. */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  markup: texts.reduce((all, text, at) => all + text + markupOf(parts[at] ?? null), ""),
});

/** Markup made elsewhere, such as a drawing. */
export const ready = (markup: string): Markup => ({ markup });

/** A sentence with its figures bold. */
export const rich = (say: Sentence): Markup =>
  html`${say.map((part) => (typeof part === "string" ? html`${part}` : html`<b>${part.figure}</b>`))}`;
