import type { Compliance } from "../../../engine/protocol";
import { Method, NumberField, Section, Wide } from "../../../ui";
import { dimensionName, tierNames } from "../../coverage-cells";
import type { CoverageView } from "./view";

/** The plan of each tier, which can be changed, against what was done. */
export const Tiers = (props: CoverageView & { readonly plan: Compliance }) => {
  const { report, words, commands, state, plan } = props;
  const { f } = words;
  const say = words.coverage.plan;
  const { tier } = report.params;
  const names = tierNames(words, report);
  const setPlan = (changed: string, perMonth: number) =>
    commands.setCoverage({
      ...state.coverage.params,
      plan: report.params.plan.map((line) => (line.tier === changed ? { ...line, perMonth } : line)),
    });
  return (
    <Section
      title={
        <>
          {say.title}
          <Method label={`${say.title}: ${words.shell.how}`} testid="plan-how">
            {say.how.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </Method>
        </>
      }
      note={say.note(plan, report.months)}
      testid="plan"
    >
      <Wide label={say.title}>
        <table class="table plan coverage-table" data-testid="plan-table">
          <thead>
            <tr>
              <th scope="col">{tier === null ? "" : dimensionName(words, tier)}</th>
              <th scope="col" class="number">
                {say.columns.customers}
              </th>
              <th scope="col">{say.columns.perMonth}</th>
              {(["planned", "made", "kept", "rate", "remaining", "toSchedule", "over", "overServed"] as const).map(
                (column) => (
                  <th key={column} scope="col" class="number">
                    {say.columns[column]}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {report.tiers.map((one, at) => (
              <tr key={one.tier} data-testid={`tier-${at}`}>
                <th scope="row">{names[at]}</th>
                <td class="number">{f.number(countOf(one.compliance))}</td>
                <td>
                  <NumberField
                    label={<span class="visually-hidden">{say.perMonthOf(names[at] ?? "")}</span>}
                    value={one.perMonth}
                    min={0}
                    max={1000}
                    wrong={say.wrong}
                    testid={`plan-${at}`}
                    disabled={state.busy !== null}
                    onCommit={(perMonth) => setPlan(one.tier, perMonth)}
                  />
                </td>
                <Figures of={one.compliance} words={words} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.coverage.heat.all}</th>
              <td class="number">{f.number(countOf(plan))}</td>
              <td />
              <Figures of={plan} words={words} />
            </tr>
          </tfoot>
        </table>
      </Wide>
      {report.tiers.some(({ perMonth, planned }) => perMonth > 0 && planned === 0) ? (
        <p class="note beware" data-testid="plan-short">
          {say.short}
        </p>
      ) : null}
    </Section>
  );
};

/** Customers of a group, those without a plan too. */
const countOf = ({ statuses }: Compliance) => statuses.reduce((sum, count) => sum + count, 0);

const Figures = ({ of, words }: { readonly of: Compliance; readonly words: CoverageView["words"] }) => {
  const { f } = words;
  return (
    <>
      <td class="number">{f.number(of.planned)}</td>
      <td class="number">{f.number(of.made)}</td>
      <td class="number">{f.number(of.kept)}</td>
      <td class="number">
        <b>{of.rate === null ? "–" : f.percent(of.rate)}</b>
      </td>
      <td class="number">{f.number(of.remaining)}</td>
      <td class="number">{f.number(of.toSchedule)}</td>
      <td class="number">{f.number(of.over)}</td>
      <td class="number">{f.number(of.overServed)}</td>
    </>
  );
};
