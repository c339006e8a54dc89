// biome-ignore-all lint/a11y: rows that come and go while scrolling cannot be those of a table; the roles of the grid pattern say what they are, and the grid itself holds the focus.
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { useId } from "./id";
import type { Rows } from "./rows";
import { type Sight, scrollToSee, sightAt, type Track, trackHeight } from "./window";

export interface Column<Row, Sort extends string> {
  readonly header: string;
  readonly unit?: string;
  /** Pixels; fixed, so that nothing jumps while rows come and go. */
  readonly width: number;
  readonly numeric?: boolean;
  /** Set where the table can be sorted by it. */
  readonly sort?: Sort;
  readonly cell: (row: Row) => ComponentChildren;
}

export interface GridProps<Row, Sort extends string> {
  readonly label: string;
  /** The first column names the row and stays in sight. */
  readonly columns: readonly Column<Row, Sort>[];
  /** Null until the first rows have come. */
  readonly rows: Rows<Row> | null;
  readonly sort: Sort;
  readonly descending: boolean;
  readonly onSort: (sort: Sort, descending: boolean) => void;
  /** Said when no row matches. */
  readonly empty: ComponentChildren;
  /** What the header's sorting does, as its title. */
  readonly sortHint: (header: string) => string;
  readonly testid: string;
}

/** Room for a header with its unit and the arrow of the sorting: wide letters count double. */
export function headerWidth({ header, unit = "" }: { readonly header: string; readonly unit?: string }): number {
  const letters = [...header, ...unit].reduce((sum, letter) => sum + (letter > "\u2e80" ? 13 : 7), 0);
  return letters + (unit === "" ? 0 : 4) + 34;
}

const rowHeight = 32;
const headHeight = 36;
const headRow = -1;
const overscan = 4;

interface Painted<Row> {
  readonly rows: readonly Row[];
  readonly from: number;
  readonly sight: Sight;
  readonly of: Rows<Row>;
}

/**
 * A long table of which only the rows in sight exist. The rows are painted on a layer that stands still
 * while the scroll bar moves beneath it, so that no scrolling, however fast, shows an empty stretch: until
 * new rows have come, the ones before them stay.
 */
export function Grid<Row, Sort extends string>(props: GridProps<Row, Sort>) {
  const { columns, rows } = props;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const painted = useRef<Painted<Row> | null>(null);
  const [scrollTop, setScrollTop] = useState(0);
  const [view, setView] = useState(0);
  const [active, setActive] = useState({ row: headRow, column: 0 });
  const [, setArrived] = useState(0);

  const count = rows?.count ?? 0;
  const track: Track = { count, rowHeight, view };
  const sight = sightAt(track, scrollTop);
  const from = Math.max(sight.first - overscan, 0);
  const end = Math.min(sight.end + overscan, count);

  const fresh = rows?.slice(sight.first, sight.end);
  if (rows && fresh) painted.current = { rows: fresh, from: sight.first, sight, of: rows };
  const shown = rows ? painted.current : null;

  useEffect(() => {
    let here = true;
    // What fails is told where the rows come from; the rows before stay in sight.
    rows?.want(from, end).then(
      (news) => here && news && setArrived((times) => times + 1),
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [rows, from, end]);

  // Another list starts at its top.
  useLayoutEffect(() => {
    if (box.current) box.current.scrollTop = 0;
    setScrollTop(0);
    setActive(({ column }) => ({ row: headRow, column }));
  }, [rows]);

  useLayoutEffect(() => {
    if (!box.current) return;
    const watch = new ResizeObserver(() => setView(Math.max((box.current?.clientHeight ?? 0) - headHeight, 0)));
    watch.observe(box.current);
    return () => watch.disconnect();
  }, []);

  const sortBy = (column: Column<Row, Sort> | undefined) => {
    if (column?.sort === undefined) return;
    props.onSort(column.sort, props.sort === column.sort ? !props.descending : column.numeric === true);
  };

  const move = (row: number, column: number) => {
    const to = {
      row: Math.min(Math.max(row, headRow), count - 1),
      column: Math.min(Math.max(column, 0), columns.length - 1),
    };
    setActive(to);
    if (!box.current) return;
    if (to.row >= 0) box.current.scrollTop = scrollToSee(track, to.row, box.current.scrollTop);
    revealColumn(box.current, columns, to.column);
  };

  const press = (event: KeyboardEvent) => {
    const page = Math.max(Math.floor(view / rowHeight) - 1, 1);
    const { row, column } = active;
    const last = columns.length - 1;
    const whole = event.ctrlKey || event.metaKey;
    const moves: Record<string, readonly [number, number]> = {
      ArrowDown: [row + 1, column],
      ArrowUp: [row - 1, column],
      ArrowRight: [row, column + 1],
      ArrowLeft: [row, column - 1],
      PageDown: [row + page, column],
      PageUp: [Math.max(row - page, 0), column],
      Home: [whole ? 0 : row, 0],
      End: [whole ? count - 1 : row, last],
    };
    const to = moves[event.key];
    if (to) move(...to);
    else if (row === headRow && (event.key === "Enter" || event.key === " ")) sortBy(columns[column]);
    else return;
    event.preventDefault();
  };

  const click = (event: MouseEvent) => {
    const cell = event.target instanceof Element ? event.target.closest("[aria-colindex]") : null;
    if (!cell) return;
    const column = Number(cell.getAttribute("aria-colindex")) - 1;
    const row = Number(cell.parentElement?.getAttribute("aria-rowindex")) - 2;
    setActive({ row, column });
    if (row === headRow) sortBy(columns[column]);
  };

  const total = columns.reduce((sum, column) => sum + column.width, 0);
  const layout = {
    // The last column takes what is left over.
    gridTemplateColumns: columns
      .map(({ width }, index) => (index < columns.length - 1 ? `${width}px` : `minmax(${width}px, 1fr)`))
      .join(" "),
    minWidth: `${total}px`,
  };
  const isActive = (row: number, column: number) => active.row === row && active.column === column;
  const activeInSight =
    active.row === headRow ||
    (shown !== null && active.row >= shown.from && active.row < shown.from + shown.rows.length);
  const height = headHeight + Math.max(count, 3) * rowHeight + 18;

  return (
    <div
      ref={box}
      class="grid"
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={count + 1}
      aria-colcount={columns.length}
      aria-busy={rows === null || !fresh}
      aria-activedescendant={activeInSight ? `${id}-${active.row}-${active.column}` : undefined}
      data-testid={props.testid}
      style={{ height: `min(${height}px, var(--grid-height))` }}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
      onKeyDown={press}
      onClick={click}
    >
      <div
        class="grid-track"
        role="presentation"
        style={{ height: `${headHeight + trackHeight(track)}px`, minWidth: `${total}px` }}
      >
        <div class="grid-head" role="rowgroup">
          <div class="grid-row" role="row" aria-rowindex={1} style={layout}>
            {columns.map((column, index) => {
              const sorted = column.sort !== undefined && column.sort === props.sort;
              return (
                <div
                  key={column.header}
                  id={`${id}-${headRow}-${index}`}
                  class={cellClass("grid-cell", column, isActive(headRow, index))}
                  role="columnheader"
                  aria-colindex={index + 1}
                  aria-sort={
                    column.sort === undefined
                      ? undefined
                      : sorted
                        ? props.descending
                          ? "descending"
                          : "ascending"
                        : "none"
                  }
                  title={column.sort === undefined ? undefined : props.sortHint(column.header)}
                  data-sort={column.sort}
                >
                  {column.header}
                  {column.unit ? <span class="grid-unit">{column.unit}</span> : null}
                  {sorted ? (
                    <span class="grid-arrow" aria-hidden="true">
                      {props.descending ? "↓" : "↑"}
                    </span>
                  ) : null}
                </div>
              );
            })}
          </div>
        </div>
        <div class="grid-view" role="presentation" style={{ height: `${Math.min(view, trackHeight(track))}px` }}>
          <div class="grid-rows" role="rowgroup" style={{ transform: `translateY(${-(shown?.sight.shift ?? 0)}px)` }}>
            {shown?.rows.map((row, offset) => {
              const at = shown.from + offset;
              return (
                <div key={offset} class="grid-row" role="row" aria-rowindex={at + 2} style={layout}>
                  {columns.map((column, index) => (
                    <div
                      key={column.header}
                      id={`${id}-${at}-${index}`}
                      class={cellClass("grid-cell", column, isActive(at, index))}
                      role={index === 0 ? "rowheader" : "gridcell"}
                      aria-colindex={index + 1}
                    >
                      {column.cell(row)}
                    </div>
                  ))}
                </div>
              );
            })}
          </div>
        </div>
      </div>
      {rows && count === 0 ? <div class="grid-empty">{props.empty}</div> : null}
    </div>
  );
}

const cellClass = (base: string, column: { readonly numeric?: boolean }, active: boolean): string =>
  [base, column.numeric ? "grid-number" : "", active ? "grid-active" : ""].filter(Boolean).join(" ");

/** Scrolls sideways so that the column is not under the fixed first one nor beyond the right edge. */
function revealColumn(box: HTMLElement, columns: readonly { readonly width: number }[], column: number): void {
  if (column === 0) return;
  const fixed = columns[0]?.width ?? 0;
  const left = columns.slice(0, column).reduce((sum, { width }) => sum + width, 0);
  const right = left + (columns[column]?.width ?? 0);
  if (left - fixed < box.scrollLeft) box.scrollLeft = left - fixed;
  else if (right > box.scrollLeft + box.clientWidth) box.scrollLeft = right - box.clientWidth;
}
