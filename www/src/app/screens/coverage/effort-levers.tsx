import type { CoverageParams, Reallocation, ReallocationParams } from "../../../engine/protocol";
import { Section, Slider } from "../../../ui";
import { tierNames } from "../../coverage-cells";
import { countsTouches, held, percentOf, trackEnd } from "../../effort";
import type { CoverageView } from "./view";

/** Most touches of a customer a month that a track shows. */
const PLAN_END = 8;
const COST = { least: 1e-6, most: 1e9 };

/** Target, plan, budget and cost: each is let go, and all is told anew. */
export const Levers = (props: CoverageView & { readonly found: Reallocation | null }) => {
  const { state, commands, words, report, found } = props;
  const say = words.effort;
  const { params, reallocationParams } = state.coverage;
  const cover = (patch: Partial<CoverageParams>) => commands.setCoverage({ ...params, ...patch });
  const spend = (patch: Partial<ReallocationParams>) => commands.setReallocation({ ...reallocationParams, ...patch });
  const tiers = tierNames(words, report);
  const { cells } = report.now;
  const ofFile = report.params.targets?.rate == null ? 0 : cells.filter(({ goal }) => goal !== params.target).length;
  const inTouches = found === null || countsTouches(found);
  const end = trackEnd(reallocationParams.cost);
  return (
    <Section title={say.levers.title} note={say.levers.note} testid="levers">
      <div class="levers">
        <Slider
          label={say.target.name}
          value={percentOf(params.target)}
          min={0}
          max={100}
          step={1}
          unit={say.target.unit}
          note={ofFile === 0 ? say.target.note : say.target.ofFile(ofFile, cells.length)}
          wrong={say.target.wrong}
          disabled={ofFile === cells.length && ofFile > 0}
          testid="target"
          onCommit={(percent) => cover({ target: percent / 100 })}
        />
        {report.tiers.map((line, at) => (
          <Slider
            key={line.tier}
            label={say.plan.name(tiers[at] ?? line.tier)}
            value={line.perMonth}
            min={0}
            max={Math.max(PLAN_END, line.perMonth)}
            step={0.5}
            most={31}
            unit={say.plan.unit}
            note={say.plan.note(line.compliance.customers, line.planned)}
            wrong={say.plan.wrong}
            testid={`plan-${at}`}
            onCommit={(perMonth) =>
              cover({
                plan: report.tiers.map((one, other) => ({
                  tier: one.tier,
                  perMonth: other === at ? perMonth : one.perMonth,
                })),
              })
            }
          />
        ))}
        <Slider
          label={say.budget.name}
          value={percentOf(reallocationParams.budget)}
          min={0}
          max={200}
          step={5}
          most={10_000}
          unit={say.budget.unit}
          note={found === null ? "" : say.budget.note({ budget: found.budget, held: held(found), inTouches })}
          wrong={say.budget.wrong}
          testid="budget"
          onCommit={(percent) => spend({ budget: percent / 100 })}
        />
        <Slider
          label={say.cost.name}
          value={reallocationParams.cost}
          min={end / 100}
          max={end}
          step={end / 100}
          {...COST}
          unit={say.cost.unit}
          note={inTouches ? say.cost.inTouches : say.cost.inMoney}
          wrong={say.cost.wrong}
          testid="cost"
          onCommit={(cost) => spend({ cost })}
        />
      </div>
      {report.tiers.length === 0 ? <p class="note">{say.plan.none}</p> : null}
    </Section>
  );
};
