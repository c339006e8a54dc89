import { type ChartTheme, type Drawing, gaps, type Size } from "../../charts";
import type { LifecycleReport } from "../../engine/protocol";
import type { Words } from "../../words";

/** The two gaps that tell stages, in days. */
export interface Thresholds {
  readonly warning: number;
  readonly loss: number;
}

/** Days at the right end of the chart. */
export const gapsEnd = ({ gaps: { width, counts }, loss }: LifecycleReport): number =>
  Math.ceil(Math.max(counts.length * width, loss * 1.15) / width) * width;

/** How long customers take to come back, with the two gaps; for the screen and for the report. */
export function gapsDrawing(
  report: LifecycleReport,
  { warning, loss }: Thresholds,
  words: Words,
): (size: Size, theme: ChartTheme) => Drawing {
  const say = words.lifecycle;
  const { width, counts, count } = report.gaps;
  const data = { width, counts, end: gapsEnd(report), warning, loss, total: count };
  const told = {
    ...say.gaps.axes,
    count: words.f.compact,
    point: say.gaps.point,
    warning: say.gaps.line(say.warning.short, warning),
    loss: say.gaps.line(say.loss.short, loss),
    bands: say.gaps.bands,
    description: say.gaps.description(count, warning, loss),
  };
  return (size, theme) => gaps(data, told, theme, size);
}
