import { chartThemes, toneShadeOf } from "../../charts";
import type { ProfileReport } from "../../engine/protocol";
import { type Chapter, html, list, type Markup, ready, rich, swatched, wide } from "../../report";
import type { Words } from "../../words";
import { profileColours } from "../colours";
import { divisionName } from "../divisions";
import { profileHeadline, tellProfile } from "../tell/profile";
import type { Statement } from "../tell/statement";
import { rowsOf } from "../tell/table-rows";
import { colourHex } from "./colour";
import type { Study } from "./study";

/** What sets each segment apart, and all segments side by side. */
export function profilesChapter({ state: { insight, rfm }, words }: Study): Chapter | null {
  const { profile } = insight;
  if (profile === null) return null;
  const told = tellProfile(words, profile);
  const colours = profileColours(profile, rfm).map(colourHex);
  return {
    id: "profiles",
    title: words.report.parts.profiles.title,
    body: html`
<p class="lead">${rich(profileHeadline(words, profile))}</p>
<p class="note">${words.report.described(divisionName(words, profile.division))}${words.terms.gap}${words.profiles.basis(
      {
        customers: profile.customers,
        unassigned: profile.unassigned,
        traits: profile.traits.length,
        segments: profile.segments.length,
      },
    )}</p>
${told.map(
  ({ name, small, size, value, differences, apart, rule }, at) => html`
<div class="segment"><h3>${swatched(colours[at] ?? colourHex(undefined), name)}</h3>
<p>${[size.text, value?.text].filter((text) => text !== undefined).join(words.report.comma)}</p>
${small ? html`<p class="note">${words.profiles.small}</p>` : null}
${differences.length === 0 ? html`<p>${apart}</p>` : list(differences.map(evident(words)))}
${rule === null ? null : html`<p>${words.profiles.segments.rule}${words.report.colon}${rule.text}</p>`}</div>`,
)}
<h3>${words.profiles.table.title}</h3>
<p class="note">${words.profiles.table.how}</p>
${Array.from({ length: Math.ceil(profile.segments.length / columnsPerTable) }, (_, at) =>
  sideBySide(
    words,
    profile,
    at * columnsPerTable,
    told.map(({ name }) => name),
  ),
)}`,
  };
}

/** A statement with what it rests on in small letters. */
export const evident =
  (words: Words) =>
  ({ text, evidence }: Statement): Markup =>
    html`${text}${evidence.length === 0 ? null : html` <span class="evidence">${words.report.bracket(evidence.map(({ term, value }) => `${term} ${value}`).join(words.report.semicolon))}</span>`}`;

/** Segments that fit side by side on a page. */
const columnsPerTable = 6;
/** Categories of a trait that are shown. */
const mostCategories = 6;

function sideBySide(words: Words, report: ProfileReport, from: number, names: readonly string[]): Markup {
  const say = words.profiles.table;
  const to = from + columnsPerTable;
  return wide(html`<table class="heat"><thead><tr><th scope="col">${say.trait}</th><th scope="col" class="number">${say.all}</th>${names.slice(from, to).map((name) => html`<th scope="col" class="number">${name}</th>`)}</tr></thead>
<tbody>${report.traits.map((_, at) =>
    rowsOf(words, report, at, true)
      .filter(({ category }) => (category ?? 0) < mostCategories)
      .map(({ name, detail, category, all, cells }) => {
        const unit = detail === "" ? null : html` <span class="unit">${detail}</span>`;
        return html`<tr><th scope="row">${category === null ? html`${name}${unit}` : `${name}${words.report.colon}${detail}`}</th><td class="number">${all}</td>${cells
          .slice(from, to)
          .map(({ text, tone }) => {
            if (tone === 0) return html`<td class="cell">${text}</td>`;
            const { fill, ink } = toneShadeOf(tone, chartThemes.light);
            return html`<td class="cell" style="background:${ready(fill)};color:${ready(ink)}">${text}</td>`;
          })}</tr>`;
      }),
  )}</tbody></table>`);
}
