import { type Chapter, html, list, type Markup, swatched } from "../../report";
import type { Words } from "../../words";
import { profileColours } from "../colours";
import { writtenOn } from "../insight";
import { type PersonaTold, PLAN, tellPersonas } from "../tell/persona";
import { colourHex } from "./colour";
import { evident } from "./profiles";
import type { Study } from "./study";

/** A card per segment; each on a page of its own when printed. */
export function personasChapter({ state: { insight, rfm, clustering }, words }: Study): Chapter | null {
  const { profile, personas } = insight;
  if (profile === null || personas === null) return null;
  const colours = new Map(
    profileColours(profile, rfm).map((colour, at) => [profile.segments[at]?.segment, colourHex(colour)]),
  );
  return {
    id: "personas",
    title: words.report.parts.personas.title,
    body: html`<p class="note">${words.report.personas}</p>
${tellPersonas(words, profile, personas, writtenOn(insight, profile, clustering.report)).map((told) => card(words, told, colours.get(told.segment) ?? colourHex(undefined)))}`,
  };
}

function card(words: Words, told: PersonaTold, colour: string): Markup {
  const say = words.personas;
  const point = evident(words);
  const { title, name, size, value, differences, apart, habit, stages, example, plan, notes } = told;
  return html`
<article class="persona">
<p class="who">${swatched(colour, name)}</p>
<h3>${title.text}</h3>
<p>${[size.text, value?.text].filter((text) => text !== undefined).join(words.report.comma)}</p>
${told.small ? html`<p class="note">${words.profiles.small}</p>` : null}
<h4>${say.parts.apart}</h4>
${differences.length === 0 ? html`<p>${apart}</p>` : list(differences.map(point))}
${habit.length === 0 ? null : html`<h4>${say.parts.habit}</h4>${list(habit.map(point))}`}
${stages.length === 0 ? null : html`<h4>${say.parts.stage}</h4>${list(stages.map(point))}`}
<h4>${say.parts.example}</h4>
<p>${point(example)}</p>
<h4>${say.parts.plan}</h4>
<dl class="plan">${PLAN.map((field) => html`<dt>${say.plan[field]}</dt><dd class="written">${plan[field].text}${plan[field].own ? html` <span class="evidence">${words.report.own}</span>` : null}</dd>`)}</dl>
${notes === null ? null : html`<h4>${say.parts.notes}</h4><p class="written">${notes}</p>`}
</article>`;
}
