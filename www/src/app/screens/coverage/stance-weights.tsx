import { Button, NumberField, Strip, StripItem } from "../../../ui";
import { defaultCoverage } from "../../coverage";
import { CRITERIA, type Criterion, type StanceBasis, stanceBasis } from "../../tell/stance";
import type { CoverageView } from "./view";

const MOST = 5;
const SIDES = ["attractiveness", "strength"] as const;

/** How much each criterion matters; criteria without data are told as such. */
export const StanceWeights = ({ state, commands, words, report }: CoverageView) => {
  const { stands } = report.params;
  const say = words.market.stances;
  const basis = stanceBasis(report);
  const set = (changed: typeof stands) => commands.setCoverage({ ...state.coverage.params, stands: changed });
  const isUsual = Object.values(stands).every((weight) => weight === 1);
  const isKnown = (criterion: Criterion) => !basis.unknown.includes(criterion);
  return (
    <Strip label={say.settings} testid="stance-weights">
      {SIDES.map((side) => (
        <StripItem
          key={side}
          term={say.weights[side]}
          value={CRITERIA[side].map((one) => say.weight(say.criteria[one], stands[one], isKnown(one))).join(" · ")}
          testid={`weights-${side}`}
        >
          {CRITERIA[side].map((one) => {
            const others = CRITERIA[side].reduce((sum, other) => (other === one ? sum : sum + stands[other]), 0);
            return (
              <NumberField
                key={one}
                label={nameOf(say, one, basis)}
                value={stands[one]}
                // One of the three has to count.
                min={others > 0 ? 0 : 0.01}
                max={MOST}
                note={isKnown(one) || one === "size" ? "" : `${say.notKnown} ${say.unknown[one]}`}
                wrong={say.wrong}
                testid={`weight-${one}`}
                onCommit={(weight) => set({ ...stands, [one]: weight })}
              />
            );
          })}
        </StripItem>
      ))}
      {isUsual ? null : (
        <Button kind="quiet" testid="stance-reset" onClick={() => set(defaultCoverage.stands)}>
          {say.reset}
        </Button>
      )}
    </Strip>
  );
};

/** What a criterion goes by. */
function nameOf(say: CoverageView["words"]["market"]["stances"], criterion: Criterion, basis: StanceBasis): string {
  if (criterion === "size") return `${say.criteria.size} · ${say.sizes[basis.size]}`;
  if (criterion === "share") return say.shares[basis.share];
  return say.criteria[criterion];
}
