import type { Compliance } from "../../../engine/protocol";
import { Method, Section, Wide } from "../../../ui";
import { dimensionName, tierNames } from "../../coverage-cells";
import type { CoverageView } from "./view";

/** Places of the statuses in `Compliance.statuses`, from good to bad; the first, without a plan, is told apart. */
const STATUSES = [
  ["on_track", 2],
  ["due", 3],
  ["overdue", 4],
  ["never", 1],
] as const;

/** How many customers of each tier are on track, due, overdue or were never touched. */
export const Statuses = (props: CoverageView & { readonly plan: Compliance }) => {
  const { report, words, plan } = props;
  const { f } = words;
  const say = words.coverage.statusTable;
  const { tier } = report.params;
  const names = tierNames(words, report);
  const rows = [
    ...report.tiers.map(({ compliance }, at) => ({ name: names[at] ?? "", compliance })),
    { name: words.coverage.heat.all, compliance: plan },
  ];
  const unplanned = plan.statuses[0] ?? 0;
  return (
    <Section
      title={
        <>
          {say.title}
          <Method label={`${say.title}: ${words.shell.how}`} testid="statuses-how">
            {say.how.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </Method>
        </>
      }
      note={unplanned === 0 ? undefined : say.unplanned(unplanned)}
      testid="statuses"
    >
      <Wide label={say.title}>
        <table class="table statuses coverage-table" data-testid="statuses-table">
          <thead>
            <tr>
              <th scope="col">{tier === null ? "" : dimensionName(words, tier)}</th>
              <th scope="col" class="track-head">
                <span class="visually-hidden">{say.bar}</span>
              </th>
              {STATUSES.map(([status]) => (
                <th key={status} scope="col" class="number">
                  <span class="status-key" data-status={status} aria-hidden="true" />
                  {words.coverage.status[status]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, compliance }, at) => {
              const all = compliance.customers;
              return (
                <tr key={name} class={at === rows.length - 1 ? "total" : undefined}>
                  <th scope="row">{name}</th>
                  <td>
                    <span class="status-bar" aria-hidden="true">
                      {STATUSES.map(([status, place]) => (
                        <span
                          key={status}
                          data-status={status}
                          style={{ width: `${all > 0 ? (100 * (compliance.statuses[place] ?? 0)) / all : 0}%` }}
                        />
                      ))}
                    </span>
                  </td>
                  {STATUSES.map(([status, place]) => {
                    const count = compliance.statuses[place] ?? 0;
                    return (
                      <td key={status} class="number">
                        {f.number(count)}
                        <span class="quiet share-beside">{all > 0 ? f.percent(count / all) : "–"}</span>
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </Wide>
    </Section>
  );
};
