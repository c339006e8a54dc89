import { type Chapter, html, type Markup } from "../../report";
import type { Study } from "./study";

/** How the figures are computed, in the words that stand beside them on the page. */
export function methodChapter({ state, words }: Study): Chapter {
  const say = words.report;
  const { overview, rfm, lifecycle, clusters, profiles, personas, coverage } = words;
  const part = (title: string, texts: readonly (readonly [string, string] | string)[]): Markup =>
    html`<h3>${title}</h3>${texts.map((text) => (typeof text === "string" ? html`<p>${text}</p>` : html`<p><b>${text[0]}</b>${say.colon}${text[1]}</p>`))}`;
  return {
    id: "method",
    title: say.parts.method.title,
    body: html`<p>${say.privacy}</p>
${
  state.overview === null
    ? null
    : part(
        say.parts.customers.title,
        Object.values(overview.figures).map(({ name, how }) => [name, how] as const),
      )
}
${
  state.rfm === null
    ? null
    : part(say.parts.rfm.title, [
        ...(["r", "f", "m"] as const).map(
          (name) => [overview.distributions.names[name], overview.distributions.how[name]] as const,
        ),
        [rfm.scoring.name, `${rfm.scoring.kindsHow[state.rfmParams.scoring.kind]}${words.terms.gap}${rfm.scoring.how}`],
        [rfm.table.title, rfm.table.how],
        [rfm.tiers.title, rfm.tiers.hints[state.rfmParams.tiers.kind]],
      ])
}
${state.lifecycle.report === null ? null : part(say.parts.lifecycle.title, [...lifecycle.stages.how, ...lifecycle.gaps.how, ...lifecycle.retention.how])}
${
  state.clustering.report === null
    ? null
    : part(say.parts.clusters.title, [
        clusters.how.sizes,
        clusters.how.standardised,
        clusters.how.silhouette,
        clusters.how.stability,
      ])
}
${state.insight.profile === null ? null : part(say.parts.profiles.title, profiles.segments.how)}
${state.insight.personas === null ? null : part(say.parts.personas.title, personas.how)}
${
  state.coverage.report === null
    ? null
    : part(say.parts.coverage.title, [
        ...Object.values(coverage.measures).map(({ name, how }) => [name, how] as const),
        coverage.heat.sums,
        ...coverage.plan.how,
        ...coverage.statusTable.how,
      ])
}`,
  };
}
