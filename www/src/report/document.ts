import { html, type Markup, ready } from "./markup";
import type { Chapter } from "./parts";
import { style } from "./style";

/** A report: one file that needs nothing else, neither script nor network. */
export interface Document {
  readonly lang: "en" | "zh-CN";
  readonly title: string;
  readonly contents: string;
  /** What stands above the chapters, on the first page. */
  readonly front: Markup;
  readonly chapters: readonly Chapter[];
  readonly foot: string;
}

// Whoever opens it need not take our word that it asks for nothing.
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

export const documentOf = ({ lang, title, contents, front, chapters, foot }: Document): string =>
  html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${ready(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="SegmentLab">
<title>${title}</title>
<style>${ready(style)}</style>
</head>
<body>
<header>
${front}
<nav aria-label="${contents}"><h3>${contents}</h3><ol>${chapters.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ol></nav>
</header>
<main>
${chapters.map(
  ({ id, title, body }) => html`<section id="${id}">
<h2>${title}</h2>
${body}
</section>
`,
)}</main>
<footer>${foot}</footer>
</body>
</html>
`.markup;
