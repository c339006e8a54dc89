import type { Needed } from "../../../engine/protocol";
import { Method, Section } from "../../../ui";
import { total } from "../../effort";
import type { EffortView } from "./effort-view";

/** What target and plan would take, beside what is spent. */
export const Takes = ({ found, inTouches, words }: EffortView) => {
  const say = words.effort.takes;
  const now = total(found, ({ before }) => before);
  const needed = (of: Needed, none: string) => ({
    value: of.touches === 0 ? say.touches(0) : say.touches(of.touches),
    notes:
      of.touches === 0
        ? [none]
        : [
            say.forCustomers(of.customers),
            ...(now > 0 ? [say.ofNow(of.touches / now)] : []),
            ...(inTouches ? [] : [say.cost(of.cost)]),
          ],
  });
  const figures = [
    { name: "now", value: say.touches(now), notes: inTouches ? [] : [say.cost(found.spentBefore)] },
    { name: "target", ...needed(found.toTarget, say.reached) },
    ...(found.toPlan === null ? [] : [{ name: "plan", ...needed(found.toPlan, say.kept) } as const]),
  ] as const;
  return (
    <Section
      title={
        <>
          {say.title}
          <Method label={`${say.title}: ${words.shell.how}`} testid="takes-how">
            {say.how.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </Method>
        </>
      }
      testid="takes"
    >
      <dl class="figures takes">
        {figures.map(({ name, value, notes }) => (
          <div key={name} class="figure">
            <dt>{say[name as "now" | "target" | "plan"]}</dt>
            <dd data-testid={`takes-${name}`}>
              <span class="figure-value">{value}</span>
              <span class="note">{notes.join(" · ")}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
};
