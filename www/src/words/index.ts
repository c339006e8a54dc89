import type { Lang } from "../app/state";
import { en } from "./en";
import type { Format } from "./format";
import { zh } from "./zh";

/** Everything the page says. The English base is the type: a key without its Chinese does not compile. */
export type Words = typeof en;

export type { Format };

const languages: Record<Lang, Words> = { en, zh };

/** What each language calls itself. */
export const languageNames: Record<Lang, string> = { zh: "中文", en: "English" };

export const wordsOf = (lang: Lang): Words => languages[lang];
