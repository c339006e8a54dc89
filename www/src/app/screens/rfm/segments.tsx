import type { RfmReport } from "../../../engine/protocol";
import { type Colour, Share, Swatch, Wide } from "../../../ui";
import type { Words } from "../../../words";
import { amountDecimals } from "../../short";

/** The segments, one row each; a row chooses its customers. */
export const Segments = (props: {
  readonly report: RfmReport;
  readonly words: Words;
  readonly colours: readonly Colour[];
  readonly chosen: number | null;
  /** The segment of the cell that is pointed at or chosen. */
  readonly marked: number | null;
  readonly onChoose: (segment: number) => void;
  readonly onPoint: (segment: number | null) => void;
}) => {
  const { report, words, colours, chosen, marked } = props;
  const { f } = words;
  const { columns } = words.rfm.table;
  // Both bars share one scale, so that they can be compared.
  const most = Math.max(...report.segments.flatMap((row) => [row.customerShare, row.valueShare ?? 0]));
  const mean = (value: number | null, decimals: number) => (value === null ? "–" : f.fixed(value, decimals));
  const cents = amountDecimals(report.segments.map((row) => row.monetary));
  return (
    <Wide label={words.rfm.table.title}>
      <table class="table segments" data-testid="segments-table">
        <thead>
          <tr>
            <th scope="col">{columns.segment}</th>
            <th scope="col" class="number">
              {columns.customers}
            </th>
            <th scope="col">{columns.customerShare}</th>
            <th scope="col">{columns.valueShare}</th>
            <th scope="col" class="number">
              {columns.recency}
            </th>
            <th scope="col" class="number">
              {columns.frequency}
            </th>
            <th scope="col" class="number">
              {columns.monetary}
            </th>
          </tr>
        </thead>
        <tbody>
          {report.segments.map((row, index) => (
            <tr
              key={row.name}
              class={`segment-row ${chosen === index ? "segment-chosen" : ""} ${marked === index ? "segment-marked" : ""}`}
              data-testid={`segment-${row.name}`}
              onClick={() => props.onChoose(index)}
              onMouseEnter={() => props.onPoint(index)}
              onMouseLeave={() => props.onPoint(null)}
            >
              <th scope="row">
                <button
                  type="button"
                  class="segment-name"
                  aria-pressed={chosen === index}
                  onFocus={() => props.onPoint(index)}
                  onBlur={() => props.onPoint(null)}
                >
                  <Swatch colour={colours[index]} />
                  {words.rfm.segmentName(row.name)}
                </button>
              </th>
              <td class="number">{f.number(row.customers)}</td>
              <td>
                <Share share={row.customerShare} most={most} text={f.percent} />
              </td>
              <td>
                <Share share={row.valueShare} most={most} text={f.percent} strong />
              </td>
              <td class="number">{mean(row.recency, 0)}</td>
              <td class="number">{mean(row.frequency, 1)}</td>
              <td class="number">{mean(row.monetary, cents)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
};
