import type { Scoring } from "../engine/protocol";
import type { Words } from "../words";

/** The scoring in a few words. */
export function scoringName(scoring: Scoring, words: Words): string {
  const say = words.rfm.scoring;
  return scoring.kind === "quantile" ? say.value.quantile(scoring.bins, scoring.nested) : say.kinds[scoring.kind];
}

/** The scoring as part of a sentence. */
export function scoringSaid(scoring: Scoring, words: Words): string {
  const { said } = words.rfm.scoring;
  return scoring.kind === "quantile" ? said.quantile(scoring.bins, scoring.nested) : said[scoring.kind];
}
