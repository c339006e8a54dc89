// biome-ignore-all lint/a11y: a table walked through cell by cell is a grid, and its cells hold the focus.
import { useRef, useState } from "preact/hooks";
import { cellsHeight, cells as cellsPicture, chartThemes, rampSteps, SavePicture, toneSteps } from "../../../charts";
import type { CellReach } from "../../../engine/protocol";
import { Method, Section, Select, Wide } from "../../../ui";
import {
  type CoverageMeasure,
  ENOUGH_EXPECTED,
  isToned,
  knownMeasures,
  measureColour,
  measureText,
  rangeOf,
} from "../../coverage-measures";
import { summed } from "../../coverage-sums";
import { type CoverageTable, coverageCells, coverageTables } from "../../drawings/coverage";
import type { CoverageView } from "./view";

interface Chosen {
  readonly chosen: number | null;
  readonly onChoose: (cell: number | null) => void;
}

/** A measure of the cells over two dimensions, once for each segment of the third. */
export const Heat = (props: CoverageView & Chosen) => {
  const { report, dimensions, words } = props;
  const say = words.coverage.heat;
  const { cells } = report.now;
  const measures = knownMeasures(cells);
  const [wanted, setWanted] = useState<CoverageMeasure>("rate");
  const measure = measures.includes(wanted) ? wanted : "customers";
  const [pointed, setPointed] = useState<number | null>(null);
  const range = rangeOf(measure, cells);
  const multiples = dimensions[2];
  const tables = coverageTables(cells, dimensions, words.coverage.measures[measure].name);
  const title = say.title(words.coverage.measures[measure].name);
  const picture = (table: CoverageTable, multiple: string | null) => (
    <SavePicture
      title={multiple === null ? title : `${title}${words.report.colon}${multiple}`}
      draw={(size, theme = chartThemes.light) =>
        cellsPicture(coverageCells(table, measure, range, words, theme), theme, size)
      }
      height={cellsHeight(table.rows.length + 1)}
      testid={multiple === null ? "coverage-heat" : `coverage-heat-${multiple}`}
    />
  );
  const detail = pointed ?? props.chosen;
  return (
    <Section
      title={
        <>
          {title}
          <Method label={`${words.coverage.measures[measure].name}: ${words.shell.how}`} testid="coverage-how">
            <p>{words.coverage.measures[measure].how}</p>
            <p>{say.sums}</p>
          </Method>
        </>
      }
      note={say.note}
      tools={
        <div class="coverage-tools">
          <Select
            label={say.measure}
            labelHidden
            value={measure}
            testid="coverage-measure"
            options={measures.map((one) => ({ value: one, label: words.coverage.measures[one].name }))}
            onChange={setWanted}
          />
          {multiples === undefined && tables[0] ? picture(tables[0], null) : null}
        </div>
      }
      testid="coverage-heat"
    >
      <div class={multiples === undefined ? undefined : "multiples"}>
        {tables.map((table, at) => (
          <div key={multiples?.segments[at] ?? ""}>
            {multiples === undefined ? null : (
              <header class="multiple-head">
                <h3>{multiples.segments[at]}</h3>
                {picture(table, multiples.segments[at] ?? null)}
              </header>
            )}
            <HeatTable {...props} table={table} measure={measure} range={range} onPoint={setPointed} />
          </div>
        ))}
      </div>
      <div class="heat-foot">
        {detail === null ? (
          <p class="note">{say.hint}</p>
        ) : (
          <p class="heat-detail" aria-hidden="true" data-testid="coverage-detail">
            <b>{props.cells[detail]?.name}</b>
            {detailsOf(props, detail).map((text) => (
              <span key={text}>{text}</span>
            ))}
          </p>
        )}
        <p class="heat-legend note">
          {isToned(measure) ? say.tones[measure].low : measureText(words, measure, range[0])}
          <span class="map-ramp" aria-hidden="true">
            {isToned(measure)
              ? Array.from({ length: 2 * toneSteps + 1 }, (_, step) => <span key={step} data-tone={step - toneSteps} />)
              : Array.from({ length: rampSteps }, (_, step) => <span key={step} data-shade={step + 1} />)}
          </span>
          {isToned(measure) ? say.tones[measure].high : measureText(words, measure, range[1])}
        </p>
      </div>
    </Section>
  );
};

/** Everything that is known of a cell, in short sentences. */
function detailsOf({ report, words }: CoverageView, index: number): readonly string[] {
  const cell = report.now.cells[index];
  if (cell === undefined) return [];
  const say = words.coverage.heat.detail;
  return [
    say.customers(cell.customers),
    cell.covered === null || cell.rate === null ? "" : say.covered(cell.covered, cell.rate),
    cell.gap === null || cell.goal === null ? "" : say.gap(cell.gap, cell.goal),
    cell.atStake === null ? "" : say.atStake(cell.atStake),
    cell.lift === null
      ? ""
      : `${say.expected(cell.expected, cell.lift)}${cell.expected < ENOUGH_EXPECTED ? say.few : ""}`,
  ].filter((text) => text !== "");
}

interface TableProps extends CoverageView, Chosen {
  readonly table: CoverageTable & { readonly indices: readonly (readonly number[])[] };
  readonly measure: CoverageMeasure;
  readonly range: readonly [number, number];
  readonly onPoint: (cell: number | null) => void;
}

const HeatTable = (props: TableProps) => {
  const { table, measure, range, words, onPoint, chosen, onChoose } = props;
  const say = words.coverage.heat;
  const box = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState({ row: 0, column: 0 });
  const last = { row: table.rows.length - 1, column: table.columns.length - 1 };
  const here = at.row <= last.row && at.column <= last.column ? at : { row: 0, column: 0 };
  const walk = (event: KeyboardEvent, row: number, column: number, index: number) => {
    const to: Record<string, readonly [number, number]> = {
      ArrowRight: [row, Math.min(column + 1, last.column)],
      ArrowLeft: [row, Math.max(column - 1, 0)],
      ArrowDown: [Math.min(row + 1, last.row), column],
      ArrowUp: [Math.max(row - 1, 0), column],
      Home: [row, 0],
      End: [row, last.column],
    };
    const next = to[event.key];
    if (next !== undefined) box.current?.querySelector<HTMLElement>(`[data-place="${next[0]}-${next[1]}"]`)?.focus();
    else if (event.key === "Enter" || event.key === " ") onChoose(chosen === index ? null : index);
    else return;
    event.preventDefault();
  };
  const sum = (of: readonly CellReach[]) => measureText(words, measure, summed(of)[measure]);
  return (
    <Wide label={[table.corner, words.coverage.measures[measure].name].join(words.report.colon)}>
      <table
        ref={box}
        class="heat cross"
        role="grid"
        aria-label={table.corner}
        data-testid="coverage-table"
        onMouseLeave={() => onPoint(null)}
      >
        <thead>
          <tr>
            <th scope="col">{table.corner}</th>
            {table.columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            {table.columns.length > 1 ? <th scope="col">{say.all}</th> : null}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((name, row) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {(table.cells[row] ?? []).map((cell, column) => {
                const index = table.indices[row]?.[column] ?? 0;
                const colour = measureColour(measure, cell, range);
                const isEmpty = cell.customers === 0;
                return (
                  <td
                    key={index}
                    role="gridcell"
                    class={chosen === index ? "heat-cell heat-chosen" : "heat-cell"}
                    data-tone={"tone" in colour && !isEmpty ? colour.tone : undefined}
                    data-shade={"shade" in colour ? (isEmpty ? 0 : colour.shade) : undefined}
                    data-place={`${row}-${column}`}
                    data-cell={index}
                    tabIndex={here.row === row && here.column === column ? 0 : -1}
                    aria-selected={chosen === index}
                    aria-label={[props.cells[index]?.name, ...detailsOf(props, index)].join(", ")}
                    onClick={() => onChoose(chosen === index ? null : index)}
                    onMouseEnter={() => onPoint(index)}
                    onFocus={() => {
                      setAt({ row, column });
                      onPoint(index);
                    }}
                    onBlur={() => onPoint(null)}
                    onKeyDown={(event) => walk(event, row, column, index)}
                  >
                    <b>{isEmpty ? "–" : measureText(words, measure, cell[measure])}</b>
                    {isEmpty ? null : <span class="heat-sd">n = {words.f.number(cell.customers)}</span>}
                  </td>
                );
              })}
              {table.columns.length > 1 ? <td class="heat-sum">{sum(table.cells[row] ?? [])}</td> : null}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say.all}</th>
            {table.columns.map((name, column) => (
              <td key={name}>{sum(table.cells.flatMap((row) => row[column] ?? []))}</td>
            ))}
            {table.columns.length > 1 ? <td class="heat-sum">{sum(table.cells.flat())}</td> : null}
          </tr>
        </tfoot>
      </table>
    </Wide>
  );
};
