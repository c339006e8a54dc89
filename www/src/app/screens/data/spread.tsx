import type { ColumnSpread } from "../../../engine/protocol";
import type { Words } from "../../../words";

/** Size of the drawing, in its own units. */
const [WIDTH, HEIGHT] = [96, 20];

/** How a column's sampled values spread, small enough for a table: bars with their ends, or the most frequent values. */
export const Spread = ({ spread, words }: { readonly spread: ColumnSpread | null; readonly words: Words }) => {
  if (spread === null) return null;
  const { f, imports: say } = words;
  if (spread.kind === "values")
    return (
      <span class="spread-values">
        {spread.top.map(({ value, count }) => `${value} ${f.number(count)}`).join(" · ")}
        {spread.others > 0 ? ` · ${say.others(spread.others)}` : ""}
      </span>
    );
  const [from, to] =
    spread.kind === "numbers"
      ? [f.compact(spread.min), f.compact(spread.max)]
      : [f.day(spread.first), f.day(spread.last)];
  const label = say.spreadRows(from, to);
  const most = Math.max(...spread.counts, 1);
  const step = WIDTH / spread.counts.length;
  return (
    <span class="spread">
      <svg class="spread-bars" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
        <title>{label}</title>
        {spread.counts.map((count, bin) => {
          // A bin with any row shows at least a line.
          const height = count === 0 ? 0 : Math.max(1, (count / most) * HEIGHT);
          return <rect key={bin} x={bin * step} y={HEIGHT - height} width={Math.max(1, step - 1)} height={height} />;
        })}
      </svg>
      <span class="spread-ends" aria-hidden="true">
        {label}
      </span>
    </span>
  );
};
