export { type Document, documentOf } from "./document";
export { html, type Markup, ready, rich } from "./markup";
export { type Chapter, type Column, facts, figure, list, note, share, swatched, table, wide } from "./parts";
