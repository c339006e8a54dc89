import { CircleAlert } from "lucide";
import { useMemo, useState } from "preact/hooks";
import { Icon, Method, Rich, Section, Wide } from "../../../ui";
import type { Words } from "../../../words";
import { type LackingWhy, lackingColumns, type MarketColumn, type MarketTable } from "../../tell/market";
import { columnName } from "../../tell/market-rows";
import type { CoverageView } from "./view";

const COUNTS: readonly MarketColumn[] = ["customers", "universe"];
const AMOUNTS: readonly MarketColumn[] = ["sales", "market", "expected", "target"];
const CHANGES: readonly MarketColumn[] = ["growth", "marketGrowth"];

/** What own figures are held against. */
const BASES: readonly MarketColumn[] = ["universe", "market", "target"];

/** What only a file of targets can say. */
const OF_FILE: readonly LackingWhy[] = ["universe", "market", "marketBefore", "target"];

interface Sorting {
  readonly column: MarketColumn;
  readonly descending: boolean;
}

/** Every cell against its market, all together at the end. */
export const Standing = ({ words, report, table }: CoverageView & { readonly table: MarketTable }) => {
  const say = words.market.table;
  const [sort, setSort] = useState<Sorting>({ column: "weight", descending: true });
  const rows = useMemo(() => sorted(table, sort), [table, sort]);
  const hasFile = report.inputs.targetRows !== null;
  // What a file of targets would add is told where it is asked for.
  const toTell = lackingColumns(report, table).filter(({ why }) => hasFile || !OF_FILE.includes(why));
  const hasMarket = BASES.some((column) => table.columns.includes(column));
  const title = hasMarket ? say.title : say.titleAlone;
  const lacking = toTell.map(({ columns, why, unplaced }) =>
    say.lackingPart(
      columns.map((column) => columnName(words, column, table)),
      why,
      unplaced,
    ),
  );
  const { concentration } = report.market;
  const beyond = rows.filter((row) => row.beyond).length;
  const sold = table.rows.filter(({ sales }) => sales !== null).length;
  return (
    <Section
      title={
        <>
          {title}
          <Method label={`${title}: ${words.shell.how}`} testid="market-how">
            {say.how.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </Method>
        </>
      }
      note={say.note(table.rows.length)}
    >
      <div class="market-long">
        <Wide label={title}>
          <table class="table market-table" data-testid="market-table">
            <thead>
              <tr>
                <th scope="col">{say.cell}</th>
                {table.columns.map((column) => (
                  <Head
                    key={column}
                    name={columnName(words, column, table)}
                    hint={say.sortHint(columnName(words, column, table))}
                    sorted={sort.column === column ? (sort.descending ? "descending" : "ascending") : "none"}
                    column={column}
                    onSort={() => setSort({ column, descending: sort.column === column ? !sort.descending : true })}
                  />
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.cell.index} data-testid={`market-row-${row.cell.index}`}>
                  <th scope="row">
                    {row.cell.name}
                    {row.beyond ? (
                      <span class="beware market-flag" title={say.beyond}>
                        <Icon of={CircleAlert} size={14} />
                        <span class="visually-hidden">{say.beyond}</span>
                      </span>
                    ) : null}
                  </th>
                  {table.columns.map((column) => (
                    <td key={column} class={`number ${isBehind(row, column) ? "market-behind" : ""}`}>
                      {figureText(words, column, row[column])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{say.whole}</th>
                {table.columns.map((column) => (
                  <td key={column} class="number">
                    {figureText(words, column, table.whole[column])}
                  </td>
                ))}
              </tr>
            </tfoot>
          </table>
        </Wide>
      </div>
      {beyond === 0 ? null : (
        <p class="beware market-sentence" data-testid="market-beyond">
          <Icon of={CircleAlert} size={14} /> {say.beyondNote(beyond)}
        </p>
      )}
      {concentration === null || !report.inputs.value || sold < 2 ? null : (
        <p class="market-sentence" data-testid="market-concentration">
          <Rich say={say.concentration({ index: concentration, cells: sold })} />
        </p>
      )}
      {lacking.length === 0 ? null : (
        <p class="note" data-testid="market-lacking">
          {say.lacking(lacking)}
        </p>
      )}
    </Section>
  );
};

const Head = (props: {
  readonly name: string;
  readonly hint: string;
  readonly sorted: "ascending" | "descending" | "none";
  readonly column: MarketColumn;
  readonly onSort: () => void;
}) => (
  <th scope="col" class="number" aria-sort={props.sorted}>
    <button
      type="button"
      class="sort-button"
      title={props.hint}
      data-testid={`market-sort-${props.column}`}
      onClick={props.onSort}
    >
      {props.name}
      {props.sorted === "none" ? null : (
        <span aria-hidden="true">{props.sorted === "descending" ? "\u00a0↓" : "\u00a0↑"}</span>
      )}
    </button>
  </th>
);

/** Cells without a figure come last, whichever way. */
function sorted({ rows }: MarketTable, { column, descending }: Sorting): MarketTable["rows"] {
  const known = rows.filter((row) => row[column] !== null);
  const unknown = rows.filter((row) => row[column] === null);
  const sign = descending ? -1 : 1;
  return [...known.sort((a, b) => sign * ((a[column] ?? 0) - (b[column] ?? 0))), ...unknown];
}

/** A share below that of all, growth behind the market's, a target that was missed. */
const isBehind = (row: MarketTable["rows"][number], column: MarketColumn): boolean =>
  (column === "index" && row.index !== null && Math.round(row.index) < 100) ||
  (column === "growth" && row.growth !== null && row.marketGrowth !== null && row.growth < row.marketGrowth) ||
  (column === "attainment" && row.attainment !== null && row.attainment < 1);

function figureText({ f }: Words, column: MarketColumn, value: number | null): string {
  if (value === null) return "–";
  if (COUNTS.includes(column) || column === "index") return f.number(value);
  if (AMOUNTS.includes(column)) return f.compact(value);
  return CHANGES.includes(column) && value > 0 ? `+${f.percent(value)}` : f.percent(value);
}
