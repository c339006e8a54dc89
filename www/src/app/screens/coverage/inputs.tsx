import { Check, Minus } from "lucide";
import { Icon, Section } from "../../../ui";
import { dimensionName } from "../../coverage-cells";
import type { CoverageView } from "./view";

/** What the files say, and what each thing that they lack would add. */
export const Inputs = ({ report, words }: CoverageView) => {
  const { inputs, params } = report;
  const say = words.coverage.inputs;
  const { touches } = inputs;
  const known: Record<keyof typeof say.items, string | null> = {
    customers: say.known.customers(inputs.customers, params.roster === "listed"),
    touches: touches === null ? null : say.known.touches(params.touched ?? "contacts", touches),
    value: inputs.value ? say.known.value : null,
    potential: params.potential === null ? null : say.known.column(params.potential.column),
    targets: inputs.targetRows === null || inputs.targetRows === 0 ? null : say.known.targets(inputs.targetRows),
    tier: params.tier === null ? null : say.known.column(dimensionName(words, params.tier)),
    owner: params.owner === null ? null : say.known.column(dimensionName(words, params.owner)),
    capacity: params.capacity === null && params.capacities.length === 0 ? null : say.known.set,
    outcome:
      report.strike === null || params.outcome === null
        ? null
        : say.known.outcome(params.outcome.column, params.outcome.value),
  };
  return (
    <Section title={say.title} note={say.note} testid="coverage-inputs">
      <ul class="inputs">
        {(Object.keys(known) as (keyof typeof known)[]).map((item) => {
          const told = known[item];
          return (
            <li key={item} class={told === null ? "input-missing" : "input-known"} data-testid={`input-${item}`}>
              <Icon of={told === null ? Minus : Check} size={16} />
              <div>
                <b>{say.items[item].name}</b>
                <span class="visually-hidden">{told === null ? say.missing : ""}</span>
                <p class={told === null ? "note" : undefined}>{told ?? say.items[item].adds}</p>
              </div>
            </li>
          );
        })}
      </ul>
    </Section>
  );
};
