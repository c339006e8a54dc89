/** A sentence whose figures can be told from its words: the headline of a screen sets them bold. */
export type Sentence = readonly (string | Figure)[];

export interface Figure {
  readonly figure: string;
}

/** `sentence\`${"1,121"} champions\``: what is put in is a figure; `plain(...)` keeps it a word. */
export function sentence(texts: TemplateStringsArray, ...parts: readonly (string | Sentence)[]): Sentence {
  const out: (string | Figure)[] = [];
  texts.forEach((text, i) => {
    if (text !== "") out.push(text);
    const part = parts[i];
    if (part === undefined || part === "") return;
    if (typeof part === "string") out.push({ figure: part });
    else out.push(...part);
  });
  return out;
}

export const plain = (text: string): Sentence => [text];

/** The sentence without its marks, for titles, live regions and tests. */
export const textOf = (parts: Sentence): string =>
  parts.map((part) => (typeof part === "string" ? part : part.figure)).join("");
