/** How a report looks on the screen and on A4. */
export const style = `
:root { color-scheme: light; --text: #1c2024; --quiet: #60646c; --line: #d9d9e0; --accent: #3e63dd; --soft: #f0f4ff; }
* { box-sizing: border-box; }
html { background: #f4f4f6; }
body { max-width: 880px; margin: 0 auto; padding: 40px 48px 64px; background: #fff; color: var(--text);
  font: 14px/1.55 "Segoe UI", Arial, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; font-variant-numeric: tabular-nums; }
h1 { margin: 0 0 4px; font-size: 26px; line-height: 1.3; }
h2 { margin: 48px 0 12px; padding-top: 16px; border-top: 2px solid var(--text); font-size: 20px; }
h3 { margin: 28px 0 6px; font-size: 16px; }
h4 { margin: 14px 0 2px; font-size: 13px; color: var(--quiet); font-weight: 600; }
p { margin: 6px 0; }
ul { margin: 6px 0; padding-inline-start: 20px; }
.lead { font-size: 17px; line-height: 1.5; }
.note, caption, figcaption .note { color: var(--quiet); font-size: 13px; }
nav ol { columns: 2; margin: 8px 0; padding-inline-start: 22px; }
a { color: var(--accent); }
table { width: 100%; margin: 10px 0 18px; border-collapse: collapse; font-size: 13px; }
caption { padding-bottom: 4px; text-align: start; }
th, td { padding: 5px 8px; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; overflow-wrap: break-word; }
th { word-break: keep-all; }
td:not(.number, .cell) { min-width: 7em; }
.wide { overflow-x: auto; }
thead th { border-bottom: 1px solid var(--text); color: var(--quiet); font-weight: 600; vertical-align: bottom; }
tbody th { min-width: 6.5em; font-weight: 600; }
.cohorts tbody th { white-space: nowrap; }
.unit { color: var(--quiet); font-weight: 400; white-space: nowrap; }
.number { text-align: end; white-space: nowrap; }
td.cell { text-align: end; white-space: nowrap; }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(180px, 1fr)); gap: 10px 20px; margin: 12px 0; }
.facts dt { color: var(--quiet); font-size: 12px; }
.facts dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
figure { margin: 18px 0; }
figure > svg { display: block; width: 100%; height: auto; margin-top: 6px; }
.share { display: inline-flex; gap: 8px; align-items: center; white-space: nowrap; }
.bar { width: 70px; height: 9px; fill: var(--accent); background: #ececf0; }
.swatch { width: 10px; height: 10px; margin-inline-end: 6px; }
.know { margin: 14px 0; padding: 12px 18px; border-inline-start: 4px solid var(--accent); background: var(--soft); }
.know li { margin: 6px 0; }
.persona { padding: 22px 26px; border: 1px solid var(--line); border-radius: 6px; margin: 18px 0; }
.persona h3 { margin-top: 0; font-size: 19px; }
.persona .who { color: var(--quiet); }
.evidence { color: var(--quiet); font-size: 12px; }
.plan { display: grid; grid-template-columns: max-content 1fr; gap: 4px 14px; margin: 4px 0; }
.plan dt { color: var(--quiet); }
.plan dd { margin: 0; }
.written { white-space: pre-wrap; }
footer { margin-top: 40px; padding-top: 10px; border-top: 1px solid var(--line); color: var(--quiet); font-size: 12px; }
@page { size: A4; margin: 16mm 15mm 18mm; }
@media print {
  html, body { background: #fff; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  section { break-before: page; }
  section.first { break-before: auto; }
  h2 { margin-top: 0; border-top: 0; padding-top: 0; }
  h2, h3, h4, figcaption, caption { break-after: avoid; }
  figure, tr, .know, .segment, .short, .facts > div { break-inside: avoid; }
  .wide { overflow: visible; }
  thead { display: table-header-group; }
  nav, .persona .evidence { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  svg, td, .know { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .persona { break-inside: avoid; border: 0; padding: 0; }
  .persona + .persona { break-before: page; }
  a { color: inherit; text-decoration: none; }
}
@media (max-width: 640px) {
  body { padding: 20px 16px 40px; }
  nav ol { columns: 1; }
  figure { overflow-x: auto; }
  figure > svg { max-width: none; width: 640px; }
  .wide th:first-child { position: sticky; left: 0; background: #fff; }
}
`;
