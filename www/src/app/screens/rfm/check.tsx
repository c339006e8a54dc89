import type { RfmReport } from "../../../engine/protocol";
import type { Words } from "../../../words";

/** Overlaps told one by one; sets that rest on the order of their rules have many. */
const TOLD = 5;

/** What the rules leave out, claim twice, or can never win. */
export const RulesCheck = ({ report, words }: { readonly report: RfmReport; readonly words: Words }) => {
  const { overlaps, gapCells, gapCustomers, gapExamples, shadowed } = report.check;
  const say = words.rfm.rules.check;
  const name = (rule: number) => words.rfm.segmentName(report.rules[rule]?.name ?? "");
  const complete = gapCells === 0 && shadowed.length === 0;
  return (
    <div role="status" data-testid="rules-check">
      <ul class="rules-check">
        {complete ? <li class="good">{overlaps.length === 0 ? say.fine : say.covered}</li> : null}
        {gapCells > 0 ? (
          <li class="beware">
            {say.gaps(gapCells, gapCustomers)}{" "}
            {say.examples(
              gapExamples.map((scores) => scores.join("-")),
              gapCells > gapExamples.length,
            )}
          </li>
        ) : null}
        {shadowed.map((rule) => (
          <li key={`shadowed ${rule}`} class="beware">
            {say.shadowed(name(rule))}
          </li>
        ))}
        {overlaps.slice(0, TOLD).map(({ first, second, cells, customers }) => (
          <li key={`${first} ${second}`} class="quiet">
            {say.overlap(name(first), name(second), cells, customers)}
          </li>
        ))}
        {overlaps.length > TOLD ? <li class="quiet">{say.more(overlaps.length - TOLD)}</li> : null}
      </ul>
    </div>
  );
};
