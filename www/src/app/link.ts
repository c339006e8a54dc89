import { type Lang, SAMPLES, type SampleId, VIEWS, type View } from "./state";

/** What an address can ask for: `#sample=retail&view=rfm&lang=zh`. Nothing of the user's data is ever in it. */
export interface Link {
  readonly sample: SampleId | null;
  readonly view: View | null;
  readonly lang: Lang | null;
}

const LANGS: readonly Lang[] = ["zh", "en"];

const oneOf = <T extends string>(allowed: readonly T[], value: string | null): T | null =>
  allowed.find((one) => one === value) ?? null;

export function parseLink(hash: string): Link {
  const asked = new URLSearchParams(hash.replace(/^#/, ""));
  return {
    sample: oneOf(SAMPLES, asked.get("sample")),
    view: oneOf(VIEWS, asked.get("view")),
    lang: oneOf(LANGS, asked.get("lang")),
  };
}

export function linkTo(link: Link): string {
  const parts = new URLSearchParams();
  for (const key of ["sample", "view", "lang"] as const) {
    const value = link[key];
    if (value !== null) parts.set(key, value);
  }
  return `#${parts}`;
}
