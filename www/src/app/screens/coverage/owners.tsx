import { useState } from "preact/hooks";
import type { OwnerReport } from "../../../engine/protocol";
import { Button, EmptyState, Method, Section, Select, Share, Wide } from "../../../ui";
import { dimensionName, ownerNames } from "../../coverage-cells";
import type { CoverageView } from "./view";

const COLUMNS = ["customers", "rate", "change", "compliance", "capacity", "strike", "value", "atStake"] as const;
type OwnerColumn = (typeof COLUMNS)[number];

/** What compares the covered with all. */
const OF_COVERED: readonly OwnerColumn[] = ["rate", "change", "atStake"];

const over = (part: number | null, whole: number) => (part === null || whole === 0 ? null : part / whole);

const figures: Record<OwnerColumn, (owner: OwnerReport) => number | null> = {
  customers: ({ customers }) => customers,
  rate: ({ covered, customers }) => over(covered, customers),
  change: ({ covered, coveredBefore, customers }) =>
    covered === null || coveredBefore === null || customers === 0
      ? null
      : (100 * (covered - coveredBefore)) / customers,
  compliance: ({ compliance }) => compliance?.rate ?? null,
  capacity: ({ compliance }) => compliance?.capacityUse ?? null,
  strike: ({ strike }) => (strike === null ? null : over(strike.sales, strike.visits)),
  value: ({ value }) => value,
  atStake: ({ atStake }) => atStake,
};

/** Those who look after customers, side by side. */
export const Owners = ({ report, words, commands }: CoverageView) => {
  const { f } = words;
  const say = words.coverage.owners;
  const [wanted, setWanted] = useState<OwnerColumn>("customers");
  const { owner } = report.params;
  if (owner === null || report.owners.length === 0)
    return (
      <Section title={say.title} testid="owners-none">
        <EmptyState title={say.none.title}>
          <p>{say.none.text}</p>
        </EmptyState>
      </Section>
    );
  // A column of the visits says nothing of customers who were never visited: there all would be covered.
  const tells = (column: OwnerColumn) => owner.kind !== "contact" || !OF_COVERED.includes(column);
  const known = COLUMNS.filter(tells).filter((column) => report.owners.some((one) => figures[column](one) !== null));
  const sort = known.includes(wanted) ? wanted : "customers";
  const names = ownerNames(words, report);
  const rows = report.owners
    .map((one, at) => ({ name: names[at] ?? "", one }))
    .sort(
      (a, b) => (figures[sort](b.one) ?? Number.NEGATIVE_INFINITY) - (figures[sort](a.one) ?? Number.NEGATIVE_INFINITY),
    );
  const text: Record<OwnerColumn, (value: number) => string> = {
    customers: (value) => f.number(value),
    rate: (value) => f.percent(value),
    change: (value) => words.coverage.periods.points(value),
    compliance: (value) => f.percent(value),
    capacity: (value) => f.percent(value, 0),
    strike: (value) => f.percent(value),
    value: (value) => f.money(value),
    atStake: (value) => f.money(value),
  };
  const head = dimensionName(words, owner);
  const table = () => [
    [head, ...known.map((column) => say.columns[column])],
    ...rows.map(({ name, one }) => [name, ...known.map((column) => figures[column](one))]),
  ];
  return (
    <Section
      title={
        <>
          {say.title}
          <Method label={`${say.title}: ${words.shell.how}`} testid="owners-how">
            {say.how.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </Method>
        </>
      }
      note={say.note(report.owners.length, report.unowned ?? 0)}
      tools={
        <div class="coverage-tools">
          <Select<OwnerColumn>
            label={say.sort}
            value={sort}
            testid="owners-sort"
            options={known.map((value) => ({ value, label: say.columns[value] }))}
            onChange={setWanted}
          />
          <Button kind="quiet" testid="export-owners" onClick={() => commands.saveTable(say.title, table())}>
            {words.coverage.ranked.export}
          </Button>
        </div>
      }
      testid="owners"
    >
      <div class="owners-box">
        <Wide label={say.title}>
          <table class="table owners coverage-table" data-testid="owners-table">
            <thead>
              <tr>
                <th scope="col">{head}</th>
                {known.map((column) => (
                  <th key={column} scope="col" class={column === "rate" ? undefined : "number"}>
                    {say.columns[column]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ name, one }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {known.map((column) => {
                    const value = figures[column](one);
                    return column === "rate" ? (
                      <td key={column}>
                        <Share share={value} most={1} text={(share) => f.percent(share)} />
                      </td>
                    ) : (
                      <td key={column} class={isOver(column, value) ? "number beware" : "number"}>
                        {value === null ? "–" : text[column](value)}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      </div>
    </Section>
  );
};

/** More planned than can be done. */
const isOver = (column: OwnerColumn, value: number | null) => column === "capacity" && value !== null && value > 1;
