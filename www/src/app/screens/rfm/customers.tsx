import { X } from "lucide";
import { useMemo } from "preact/hooks";
import type { CustomerRow, Overview, RfmReport, SortKey } from "../../../engine/protocol";
import { type Colour, Icon, Section, Swatch } from "../../../ui";
import { type Column, Grid, headerWidth } from "../../../ui/grid";
import type { Rows } from "../../../ui/rows";
import type { Words } from "../../../words";
import type { ScreenProps } from "../../screen";

/** The customers that match search and filters, in a table that can be sorted. */
export const Customers = (
  props: ScreenProps & {
    readonly report: RfmReport;
    readonly colours: readonly Colour[];
    readonly found: Rows<CustomerRow> | null;
  },
) => {
  const { state, commands, words, report, colours, found } = props;
  const { query, overview } = state;
  const say = words.rfm.customers;
  const withRefunds = (overview?.refundRows ?? 0) > 0;
  const columns = useMemo(
    () => columnsOf(report, overview, colours, words, withRefunds),
    [report, overview, colours, words, withRefunds],
  );
  return (
    <Section
      title={say.title}
      note={<span data-testid="customers-count">{found ? say.found(found.count, report.customers) : ""}</span>}
      tools={
        <input
          type="search"
          class="control customers-search"
          aria-label={say.search}
          placeholder={say.search}
          value={query.search}
          data-testid="customers-search"
          onInput={(event) => commands.setQuery({ search: event.currentTarget.value })}
        />
      }
    >
      <Filters {...props} />
      <Grid<CustomerRow, SortKey>
        label={say.title}
        columns={columns}
        rows={found}
        sort={query.sort}
        descending={query.descending}
        onSort={(sort, descending) => commands.setQuery({ sort, descending })}
        empty={say.empty}
        sortHint={say.sortHint}
        testid="customers-table"
      />
    </Section>
  );
};

/** What the table is narrowed to; each can be taken off. */
const Filters = ({
  state,
  commands,
  words,
  report,
  colours,
}: ScreenProps & { readonly report: RfmReport; readonly colours: readonly Colour[] }) => {
  const { query } = state;
  const say = words.rfm.customers;
  const segment = query.segment === null ? null : report.segments[query.segment];
  const chips = [
    ...(segment && query.segment !== null
      ? [
          {
            key: "segment",
            name: say.chip.segment(words.rfm.segmentName(segment.name)),
            colour: colours[query.segment],
            off: { segment: null },
          },
        ]
      : []),
    ...(query.r !== null && query.f !== null
      ? [{ key: "cell", name: say.chip.cell(query.r, query.f), colour: undefined, off: { r: null, f: null } }]
      : []),
    ...(query.tier !== null
      ? [
          {
            key: "tier",
            name: say.chip.tier(words.rfm.tiers.names[query.tier] ?? ""),
            colour: undefined,
            off: { tier: null },
          },
        ]
      : []),
  ];
  if (chips.length === 0) return null;
  return (
    <ul class="chips" aria-label={say.chips}>
      {chips.map((chip) => (
        <li key={chip.key}>
          <button
            type="button"
            class="chip"
            aria-label={say.clear(chip.name)}
            data-testid={`filter-${chip.key}`}
            onClick={() => commands.setQuery(chip.off)}
          >
            {chip.colour === undefined ? null : <Swatch colour={chip.colour} />}
            {chip.name}
            <Icon of={X} size={14} />
          </button>
        </li>
      ))}
    </ul>
  );
};

function columnsOf(
  report: RfmReport,
  overview: Overview | null,
  colours: readonly Colour[],
  words: Words,
  withRefunds: boolean,
): Column<CustomerRow, SortKey>[] {
  const { f } = words;
  const { columns, scores } = words.rfm.customers;
  const list: Column<CustomerRow, SortKey>[] = [
    { ...columns.customer, sort: "customer", width: 112, cell: (row) => row.id },
    {
      ...columns.segment,
      sort: "segment",
      width: 164,
      cell: (row) => (
        <>
          <Swatch colour={colours[row.segment]} />
          {words.rfm.segmentName(report.segments[row.segment]?.name ?? "")}
        </>
      ),
    },
    { ...columns.recency, sort: "recency", width: 68, numeric: true, cell: (row) => f.number(row.recency) },
    { ...columns.frequency, sort: "frequency", width: 76, numeric: true, cell: (row) => f.number(row.frequency) },
    { ...columns.monetary, sort: "monetary", width: 112, numeric: true, cell: (row) => f.fixed(row.monetary, 2) },
    ...(withRefunds
      ? [
          {
            ...columns.refunded,
            sort: "refunded" as const,
            width: 124,
            numeric: true,
            cell: (row: CustomerRow) => (row.refunded === 0 ? "–" : f.fixed(row.refunded, 2)),
          },
        ]
      : []),
    { ...scores, width: 104, cell: (row) => row.scores.join("-") },
    { ...columns.score, sort: "score", width: 120, numeric: true, cell: (row) => f.fixed(row.score, 2) },
    { ...columns.tier, sort: "tier", width: 76, cell: (row) => words.rfm.tiers.names[row.tier] ?? "" },
    { ...columns.first, sort: "first", width: 108, cell: (row) => f.day(row.first) },
    { ...columns.last, sort: "last", width: 108, cell: (row) => f.day(row.last) },
    ...(overview?.attributes ?? []).map((role, index) => ({
      header: words.terms.roles[role],
      width: 140,
      cell: (row: CustomerRow) => row.attributes[index] ?? "–",
    })),
  ];
  return list.map((column) => ({ ...column, width: Math.max(column.width, headerWidth(column)) }));
}
