import { chartThemes, toneOf, toneShadeOf } from "../../charts";
import type { ProfileReport, SegmentProfile, TraitInfo } from "../../engine/protocol";
import { type Chapter, html, list, type Markup, ready, rich, swatched } from "../../report";
import type { Words } from "../../words";
import { profileColours } from "../colours";
import { divisionName } from "../divisions";
import { categoryShares } from "../tell/differences";
import { profileHeadline, tellProfile } from "../tell/profile";
import { figureText, type Statement } from "../tell/statement";
import { categoryName, traitName } from "../traits";
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
<p class="note">${words.profiles.division} ${divisionName(words, profile.division)}${words.terms.gap}${words.profiles.basis(
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
${chunked(profile.segments, columnsPerTable).map((segments) =>
  sideBySide(
    words,
    profile,
    segments,
    told.map(({ segment, name }) => [segment, name] as const),
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

const chunked = <T>(of: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(of.length / size) }, (_, at) => of.slice(at * size, (at + 1) * size));

function sideBySide(
  words: Words,
  profile: ProfileReport,
  segments: readonly SegmentProfile[],
  names: readonly (readonly [number, string])[],
): Markup {
  const say = words.profiles.table;
  const nameOf = new Map(names);
  return html`<table class="heat"><thead><tr><th scope="col">${say.trait}</th><th scope="col" class="number">${say.all}</th>${segments.map(({ segment }) => html`<th scope="col" class="number">${nameOf.get(segment) ?? ""}</th>`)}</tr></thead>
<tbody>${profile.traits.map((info, at) => (info.spread.kind === "figure" ? figureRow(words, info, at, segments) : categoryRows(words, profile, info, at, segments)))}</tbody></table>`;
}

function figureRow(words: Words, { key, spread }: TraitInfo, at: number, segments: readonly SegmentProfile[]): Markup {
  if (key.kind !== "figure" || spread.kind !== "figure") return html``;
  const found = segments.map(({ traits }) => {
    const one = traits[at];
    return one?.kind === "figure" ? one : null;
  });
  const text = figureText(words, key.feature, [spread.spread.mean, ...found.map((one) => one?.spread?.mean ?? null)]);
  return html`<tr><th scope="row">${traitName(words, key)}</th><td class="number">${text(spread.spread.mean)}</td>${found.map(
    (one, place) => {
      const sure = segments[place]?.differences.some((difference) => difference.at === at) ?? false;
      const { fill, ink } = toneShadeOf(sure ? toneOf(one?.difference ?? 0) : 0, chartThemes.light);
      return html`<td class="cell" style="background:${ready(fill)};color:${ready(ink)}">${text(one?.spread?.mean ?? null)}</td>`;
    },
  )}</tr>`;
}

function categoryRows(
  words: Words,
  profile: ProfileReport,
  { key, spread }: TraitInfo,
  at: number,
  segments: readonly SegmentProfile[],
): Markup {
  if (spread.kind !== "categories") return html``;
  const { f } = words;
  return html`${spread.values.slice(0, mostCategories).map((value, category) => {
    const { overall } = { overall: spread.counts[category] ?? 0 };
    const n = spread.counts.reduce((sum, count) => sum + count, spread.others);
    return html`<tr><th scope="row">${traitName(words, key)}${words.report.colon}${categoryName(words, key, value)}</th><td class="number">${n === 0 ? "–" : f.percent(overall / n)}</td>${segments.map(
      (segment) => {
        const { share } = categoryShares(profile, segment, at, category);
        const named = segment.differences.find((one) => one.at === at && one.category === category);
        const { fill, ink } = toneShadeOf(named === undefined ? 0 : named.above ? 2 : -2, chartThemes.light);
        return html`<td class="cell" style="background:${ready(fill)};color:${ready(ink)}">${share === null ? "–" : f.percent(share)}</td>`;
      },
    )}</tr>`;
  })}`;
}
