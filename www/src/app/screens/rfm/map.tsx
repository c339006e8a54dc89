import { useRef } from "preact/hooks";
import { scaleOf, stepOf } from "../../../charts";
import type { Cell, RfmReport } from "../../../engine/protocol";
import type { Colour } from "../../../ui";
import type { Words } from "../../../words";
import { binsOf, wholeRange } from "../../bands";
import { type Measure, measureOf } from "../../drawings/map";
import { short } from "../../short";

export interface Place {
  readonly r: number;
  readonly f: number;
}

/** From this many scores on, a cell has room for one number only. */
const DENSE = 8;
/** Up to this many scores, the values behind them are written beside them. */
const ROOMY = 6;

/** R against F: one button per cell, walked through with the arrow keys. */
export const RfMap = (props: {
  readonly report: RfmReport;
  readonly words: Words;
  readonly colours: readonly Colour[];
  readonly measure: Measure;
  /** The chosen cell. */
  readonly chosen: Place | null;
  /** The segment whose cells are marked. */
  readonly marked: number | null;
  readonly onChoose: (place: Place) => void;
  readonly onPoint: (cell: Cell | null) => void;
}) => {
  const { report, words, measure, chosen, marked } = props;
  const { f } = words;
  const say = words.rfm.map;
  const table = useRef<HTMLTableElement>(null);
  const [rDimension, fDimension] = report.dimensions;
  const rs = rDimension.sizes.map((_, index) => index + 1);
  const fs = fDimension.sizes.map((_, index) => index + 1).reverse();
  const most = Math.max(rs.length, fs.length);
  const filled = report.cells.filter(({ customers }) => customers > 0);
  const scale = scaleOf(filled.map((cell) => measureOf(cell, measure)));
  const amountOf = (cell: Cell) => measureOf(cell, measure === "value" ? "value" : "mean");
  const largest = Math.max(0, ...filled.map(amountOf));
  const at = new Map(report.cells.map((cell) => [`${cell.r}-${cell.f}`, cell]));
  const cellAt = ({ r, f: score }: Place) => at.get(`${r}-${score}`);
  const valuesOf = (name: "r" | "f", score: number) => {
    const dimension = name === "r" ? rDimension : fDimension;
    const bin = most > ROOMY ? undefined : binsOf(name, dimension).find((one) => one.score === score);
    return bin ? wholeRange(bin, dimension.histogram.edges[0] ?? 0, f.number) : "";
  };
  // The tab key finds one cell: the chosen one, else the best.
  const entry = chosen ?? { r: rs.length, f: fs.length };

  const walk = (event: KeyboardEvent, { r, f: score }: Place) => {
    const to: Record<string, Place> = {
      ArrowRight: { r: r + 1, f: score },
      ArrowLeft: { r: r - 1, f: score },
      ArrowUp: { r, f: score + 1 },
      ArrowDown: { r, f: score - 1 },
      Home: event.ctrlKey ? { r: 1, f: fs.length } : { r: 1, f: score },
      End: event.ctrlKey ? { r: rs.length, f: 1 } : { r: rs.length, f: score },
    };
    const next = to[event.key];
    if (!next) return;
    event.preventDefault();
    table.current?.querySelector<HTMLElement>(`[data-place="${next.r}-${next.f}"]`)?.focus();
  };

  const told = (cell: Cell): string =>
    [
      say.detail(cell.r, cell.f),
      say.customers(cell.customers),
      ...(cell.customers > 0 ? [say.mean(cell.value / cell.customers)] : []),
      ...(cell.segment === null ? [] : [words.rfm.segmentName(report.segments[cell.segment]?.name ?? "")]),
    ].join(", ");

  return (
    <table
      ref={table}
      class={`map ${most >= DENSE ? "map-dense" : ""} ${most > 5 ? "map-many" : ""}`}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table walked through cell by cell is a grid.
      role="grid"
      aria-label={say.label}
      data-testid="rfm-map"
      onMouseLeave={() => props.onPoint(null)}
      style={{ "--rows": String(fs.length) }}
    >
      <tbody>
        {fs.map((score) => (
          <tr key={score}>
            <th scope="row" class="map-f">
              F{score}
              <span class="map-range">{valuesOf("f", score)}</span>
            </th>
            {rs.map((r) => {
              const cell = cellAt({ r, f: score });
              if (!cell) return <td key={r} />;
              const isChosen = chosen?.r === r && chosen.f === score;
              const isMarked = cell.segment !== null && cell.segment === marked;
              const colour = cell.segment === null ? null : props.colours[cell.segment];
              return (
                <td key={r}>
                  <button
                    type="button"
                    class={`map-cell ${isChosen ? "map-chosen" : ""} ${isMarked ? "map-marked" : ""}`}
                    data-shade={cell.customers > 0 && scale ? stepOf(measureOf(cell, measure), scale) : 0}
                    data-colour={colour ?? undefined}
                    data-place={`${r}-${score}`}
                    data-testid={`rfm-cell-${r}-${score}`}
                    tabIndex={entry.r === r && entry.f === score ? 0 : -1}
                    aria-pressed={isChosen}
                    aria-label={told(cell)}
                    onClick={() => props.onChoose({ r, f: score })}
                    onMouseEnter={() => props.onPoint(cell)}
                    onFocus={() => props.onPoint(cell)}
                    onBlur={() => props.onPoint(null)}
                    onKeyDown={(event) => walk(event, { r, f: score })}
                  >
                    <b>{most >= DENSE ? f.compact(cell.customers) : f.number(cell.customers)}</b>
                    {cell.customers > 0 ? <span class="map-value">{short(amountOf(cell), largest, f)}</span> : null}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td class="map-units">
            {most > ROOMY ? null : (
              <>
                <span>{say.units.f} ↑</span>
                <span>{say.units.r} →</span>
              </>
            )}
          </td>
          {rs.map((r) => (
            <th key={r} scope="col" class="map-r">
              R{r}
              <span class="map-range">{valuesOf("r", r)}</span>
            </th>
          ))}
        </tr>
      </tfoot>
    </table>
  );
};
