import { html, list, type Markup, rich, share, swatched, table } from "../../report";
import type { Sentence } from "../../words/sentence";
import { profileColours } from "../colours";
import { divisionName } from "../divisions";
import { nameOf } from "../sentences";
import { profileHeadline, tellProfile } from "../tell/profile";
import { colourHex } from "./colour";
import { quietTold } from "./lifecycle";
import type { Study } from "./study";

/** The first page: who the customers are, and the things worth knowing. */
export function front(study: Study): Markup {
  const { state, words } = study;
  const { overview } = state;
  const say = words.report;
  const known = worthKnowing(study);
  return html`
<h1>${say.heading(nameOf(words, state.file))}</h1>
${overview === null ? null : html`<p class="note">${say.period(overview.firstDay, overview.lastDay, overview.asOf)}</p>`}
${known.length === 0 ? null : html`<div class="know"><b>${say.know(known.length)}</b>${list(known.map(rich))}</div>`}
${who(study)}`;
}

/** At most three sentences: what brings most, who is going, what sets the foremost apart. */
export function worthKnowing({
  state: { rfm, lifecycle, insight, overview },
  words,
}: Pick<Study, "state" | "words">): readonly Sentence[] {
  const told: Sentence[] = [];
  // Where RFM segments are described, the foremost of them is told with what sets it apart.
  if (rfm !== null && insight.profile?.division.kind !== "rfm") {
    const best = rfm.segments.reduce((most, row) => (row.value > most.value ? row : most));
    told.push(
      words.rfm.headline({
        name: words.rfm.segmentName(best.name),
        customers: best.customers,
        share: best.customerShare,
        value: best.valueShare,
      }),
    );
  }
  if (lifecycle.report !== null) told.push(quietTold(words, lifecycle.report));
  if (insight.profile !== null) told.push(profileHeadline(words, insight.profile));
  if (overview !== null && told.length < 3 && overview.revenue > 0)
    told.push([words.report.concentration(overview.topFifthShare)]);
  return told;
}

/** The segments that are described, one line each. */
function who({ state: { insight, rfm }, words }: Study): Markup {
  const { profile } = insight;
  if (profile === null) return html``;
  const { f } = words;
  const { columns } = words.rfm.table;
  const told = tellProfile(words, profile);
  const colours = profileColours(profile, rfm).map(colourHex);
  const most = Math.max(...profile.segments.flatMap((one) => [one.share, one.valueShare ?? 0]));
  const valued = profile.value !== null;
  return html`<h3>${words.report.whoThey(divisionName(words, profile.division))}</h3>${table(
    [
      { name: columns.segment },
      { name: columns.customers, number: true },
      { name: columns.customerShare },
      ...(valued ? [{ name: columns.valueShare }] : []),
      { name: words.personas.parts.apart },
    ],
    profile.segments.map((segment, at) => [
      swatched(colours[at] ?? colourHex(undefined), told[at]?.name ?? ""),
      f.number(segment.customers),
      share(segment.share, most, f.percent),
      ...(valued ? [share(segment.valueShare, most, f.percent)] : []),
      told[at]?.differences[0]?.text ?? "–",
    ]),
  )}`;
}
