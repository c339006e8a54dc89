import type { RetentionCell, RetentionRow } from "../../charts";
import type { Cohorts } from "../../engine/protocol";
import type { Words } from "../../words";

/** What a cell shows. */
export type Shown = "share" | "count";

/** Cohorts that are drawn at most: the latest. */
export const MOST_COHORTS = 24;

/** Smaller cohorts do not set the scale of the colours. */
const FEW = 10;

/** Cohorts from the given one on, those without customers left out. */
export function cohortRows(cohorts: Cohorts, from: number, shown: Shown, words: Words): RetentionRow[] {
  const { f } = words;
  const say = words.lifecycle.retention;
  const { months, sizes, active, complete } = cohorts;
  const places = months.flatMap((_, at) => (at >= from && (sizes[at] ?? 0) > 0 ? [at] : []));
  const measure = (at: number, customers: number) => (shown === "count" ? customers : customers / (sizes[at] ?? 1));
  // A cohort of a few is quickly all or none: the larger ones set the scale, where there are any.
  const large = places.filter((at) => (sizes[at] ?? 0) >= FEW);
  // The month of the first purchase does not count: everybody bought.
  const later = (large.length > 0 ? large : places).flatMap((at) =>
    (active[at] ?? []).slice(1).map((customers) => measure(at, customers)),
  );
  const most = Math.max(...later, 0);
  return places.map((at) => {
    const size = sizes[at] ?? 0;
    const cells = (active[at] ?? []).map((customers, after): RetentionCell => {
      const open = !complete && at + after === months.length - 1;
      return {
        strength: after === 0 || most === 0 ? null : Math.min(measure(at, customers) / most, 1),
        text: shown === "count" ? f.number(customers) : f.percent(customers / size, 0),
        open,
        point: say.point({
          cohort: f.month(months[at] ?? 0),
          month: f.month(months[at + after] ?? 0),
          after,
          active: customers,
          size,
          open,
        }),
      };
    });
    return { name: f.month(months[at] ?? 0), size: f.number(size), cells };
  });
}

/** Of all customers whose second month is over: the share who bought in it; null where there is none. */
export function secondMonth({ months, sizes, active, complete }: Cohorts): number | null {
  const over = months.length - (complete ? 1 : 2);
  const sum = (of: (at: number) => number) =>
    Array.from({ length: Math.max(over, 0) }, (_, at) => of(at)).reduce((a, b) => a + b, 0);
  const all = sum((at) => sizes[at] ?? 0);
  return all === 0 ? null : sum((at) => active[at]?.[1] ?? 0) / all;
}
