import { X } from "lucide";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { CallQuery, CallRow, CallWhich } from "../../../engine/protocol";
import { Button, Icon, Method, Section, Segmented, Select } from "../../../ui";
import { type Column, Grid, headerWidth } from "../../../ui/grid";
import { Rows } from "../../../ui/rows";
import { dimensionName, ownerNames, tierNames } from "../../coverage-cells";
import type { CoverageView } from "./view";

const ALL = "";

/** The one order of the list. */
type Worth = "worth";

/** Whom to call: customers not covered, overdue or never touched, those who could bring most first. */
export const Calls = (
  props: CoverageView & { readonly cell: number | null; readonly onCell: (cell: number | null) => void },
) => {
  const { report, cells, commands, words, cell, onCell } = props;
  const say = words.coverage.calls;
  const hasPlan = report.plan !== null;
  const which: readonly CallWhich[] = hasPlan ? ["uncovered", "overdue", "due", "never", "over_served"] : ["uncovered"];
  const [wanted, setWanted] = useState<CallWhich>("uncovered");
  const kind = which.includes(wanted) ? wanted : "uncovered";
  // By their names: other tiers or owners in the same places are others.
  const [tier, setTier] = useState<string>(ALL);
  const [owner, setOwner] = useState<string>(ALL);
  const tiers = tierNames(words, report);
  const owners = ownerNames(words, report);
  const place = (name: string, names: readonly string[]) => (names.includes(name) ? names.indexOf(name) : null);
  const query: CallQuery = {
    which: kind,
    cell,
    tier: place(tier, tiers),
    owner: place(owner, owners),
  };
  const found = useCalls(props, query);
  const columns = useMemo(() => columnsOf(props), [report, words]);
  return (
    <Section
      title={
        <>
          {say.title}
          <Method label={`${say.title}: ${words.shell.how}`} testid="calls-how">
            {say.how.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </Method>
        </>
      }
      note={<span data-testid="calls-count">{found === null ? "" : say.found(found.count)}</span>}
      tools={
        <Button
          kind="primary"
          testid="export-calls"
          disabled={found === null || found.count === 0 || props.state.busy !== null}
          onClick={() => commands.exportCalls(query)}
        >
          {say.export}
        </Button>
      }
      testid="calls"
    >
      <div class="calls-choice">
        <Segmented
          label={say.label}
          labelHidden
          value={kind}
          testid="calls-which"
          options={which.map((one) => ({ value: one, label: say.names[one] }))}
          onChange={setWanted}
        />
        {tiers.length === 0 ? null : (
          <Select
            label={words.coverage.settings.tier.name}
            value={query.tier === null ? ALL : tier}
            testid="calls-tier"
            options={[{ value: ALL, label: say.any }, ...tiers.map((name) => ({ value: name, label: name }))]}
            onChange={setTier}
          />
        )}
        {owners.length === 0 ? null : (
          <Select
            label={words.coverage.settings.owner.name}
            value={query.owner === null ? ALL : owner}
            testid="calls-owner"
            options={[{ value: ALL, label: say.any }, ...owners.map((name) => ({ value: name, label: name }))]}
            onChange={setOwner}
          />
        )}
        {cell === null ? null : (
          <button
            type="button"
            class="chip"
            aria-label={words.rfm.customers.clear(cells[cell]?.name ?? "")}
            data-testid="calls-cell"
            onClick={() => onCell(null)}
          >
            {cells[cell]?.name}
            <Icon of={X} size={14} />
          </button>
        )}
      </div>
      <Grid<CallRow, Worth>
        label={say.title}
        columns={columns}
        rows={found}
        sort="worth"
        descending
        onSort={() => {}}
        empty={say.empty[kind]}
        sortHint={() => ""}
        testid="calls-table"
      />
    </Section>
  );
};

/** The customers of the list; null until they were found. */
function useCalls({ commands, report }: CoverageView, query: CallQuery): Rows<CallRow> | null {
  const [found, setFound] = useState<Rows<CallRow> | null>(null);
  useEffect(() => {
    let here = true;
    commands.findCalls(query).then(
      (positions) =>
        here && setFound(new Rows(positions.length, (from, to) => commands.callRows(positions.slice(from, to)))),
      // A step that runs now brings another report, and with it another list.
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [report, JSON.stringify(query)]);
  return found;
}

function columnsOf(props: CoverageView): Column<CallRow, Worth>[] {
  const { report, dimensions, words } = props;
  const { f } = words;
  const { tier, owner } = report.params;
  const say = words.coverage.calls;
  const [potential, value, total, made, planned, last, status] = say.columns;
  const money = (amount: number | null) => (amount === null ? "–" : f.money(amount));
  const [tiers, owners] = [tierNames(words, report), ownerNames(words, report)];
  const named = [tier, owner].flatMap((one) => (one === null ? [] : dimensionName(words, one)));
  const of = (names: readonly string[], at: number | null) => (at === null ? "–" : (names[at] ?? "–"));
  const columns: Column<CallRow, Worth>[] = [
    { header: words.files.columns[0], width: 112, cell: (row) => row.id },
    ...dimensions.flatMap(({ name, segments }, at) =>
      // A tier that is a dimension too would stand there twice.
      named.includes(name)
        ? []
        : [{ header: name, width: 96, cell: (row: CallRow) => of(segments, row.place[at] ?? null) }],
    ),
    ...(tier === null
      ? []
      : [{ header: dimensionName(words, tier), width: 84, cell: (row: CallRow) => of(tiers, row.tier) }]),
    ...(owner === null
      ? []
      : [{ header: dimensionName(words, owner), width: 120, cell: (row: CallRow) => of(owners, row.owner) }]),
    ...(report.params.potential === null
      ? []
      : [{ header: potential, width: 132, numeric: true, cell: (row: CallRow) => money(row.potential) }]),
    ...(report.inputs.value
      ? [
          { header: value, width: 132, numeric: true, cell: (row: CallRow) => money(row.value) },
          { header: total, width: 132, numeric: true, cell: (row: CallRow) => money(row.total) },
        ]
      : []),
    { header: made, width: 92, numeric: true, cell: (row) => f.number(row.made) },
    ...(report.plan === null
      ? []
      : [{ header: planned, width: 92, numeric: true, cell: (row: CallRow) => f.number(row.planned) }]),
    { header: last, width: 116, cell: (row) => (row.last === null ? "–" : f.day(row.last)) },
    ...(report.plan === null
      ? []
      : [
          {
            header: status,
            width: 104,
            cell: (row: CallRow) => (row.status === null ? "–" : words.coverage.status[row.status]),
          },
        ]),
  ];
  return columns.map((column) => ({ ...column, width: Math.max(column.width, headerWidth(column)) }));
}
