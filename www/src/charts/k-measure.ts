import { textWidth } from "./labels";
import { type Api, group, lettering, placeOf, rule, type Shape } from "./shapes";
import type { ChartTheme } from "./theme";

/** A measure over the numbers of clusters; values stand in the order of the numbers, null where there is none yet. */
export interface KMeasure {
  readonly title: string;
  readonly values: readonly (number | null)[];
  /** One standard error to either side. */
  readonly errors?: readonly (number | null)[];
  /** A value below which to beware. */
  readonly threshold?: number;
  /** The number that the measure takes, by its index, and what to call that. */
  readonly taken: { readonly index: number; readonly label: string } | null;
  /** Range of the axis; by the values where it is not given. */
  readonly range?: readonly [number, number];
  /** Height of the panel among the others. */
  readonly weight: number;
  /** A value on the axis. */
  readonly format: (value: number) => string;
}

/** Edges of a panel in the picture. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The axis of a measure: as given, else from the least to the most, at round values. */
export function rangeOf({ range, values, errors }: KMeasure): readonly [number, number] {
  if (range) return range;
  const ends = values.flatMap((value, index) =>
    value === null ? [] : [value - (errors?.[index] ?? 0), value + (errors?.[index] ?? 0)],
  );
  if (ends.length === 0) return [0, 1];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  if (low === high) return [low - 0.5, high + 0.5];
  const power = 10 ** Math.floor(Math.log10(high - low));
  const step = (high - low) / power < 3 ? power / 2 : power;
  const round = (value: number) => Number(value.toPrecision(10));
  return [round(Math.floor(low / step) * step), round(Math.ceil(high / step) * step)];
}

/** The line of a measure with its error bars and threshold; `pending` where it has no value yet. */
export function measureLine(measure: KMeasure, pending: string, api: Api, theme: ChartTheme, box: Box): Shape {
  const { values, threshold, taken, errors } = measure;
  const { font } = theme;
  if (values.every((value) => value === null)) {
    const middle = [(box.left + box.right) / 2, (box.top + box.bottom) / 2] as const;
    return lettering({ text: pending, at: middle, align: "center", fill: theme.muted, font });
  }
  const shapes: Shape[] = [];
  if (threshold !== undefined) {
    const [, y] = placeOf(api, 0, threshold);
    shapes.push(rule([box.left, y], [box.right, y], theme.beware, [4, 3]));
  }
  errors?.forEach((error, index) => {
    const value = values[index] ?? null;
    if (value === null || error === null) return;
    const [x, low] = placeOf(api, index, value - error);
    const [, high] = placeOf(api, index, value + error);
    shapes.push({
      type: "path",
      shape: { pathData: `M${x} ${low}V${high}M${x - 3} ${low}h6M${x - 3} ${high}h6` },
      style: { stroke: theme.bar, fill: "none", lineWidth: 1.5 },
    });
  });
  for (const points of runs(values, api))
    shapes.push({ type: "polyline", shape: { points }, style: { stroke: theme.bar, fill: "none", lineWidth: 1.5 } });
  const value = taken === null ? null : (values[taken.index] ?? null);
  if (taken !== null && value !== null) {
    const [x, y] = placeOf(api, taken.index, value);
    const onRight = x + 9 + textWidth(taken.label, 12) <= box.right;
    shapes.push(
      lettering({
        text: taken.label,
        at: [onRight ? x + 9 : x - 9, Math.max(y - 6, box.top + 5)],
        align: onRight ? "left" : "right",
        fill: theme.text,
        font,
        bold: true,
        halo: theme.page,
      }),
    );
  }
  return group(shapes);
}

/** Stretches without a missing value, as places in the picture. */
function runs(values: readonly (number | null)[], api: Api): [number, number][][] {
  const found: [number, number][][] = [[]];
  values.forEach((value, index) => {
    if (value === null) found.push([]);
    else found.at(-1)?.push(placeOf(api, index, value));
  });
  return found.filter((points) => points.length > 1);
}

/** The point of a number of clusters: large where the measure takes it, in the colour of warning below the threshold. */
export function measureDot(measure: KMeasure, index: number, api: Api, theme: ChartTheme): Shape {
  const value = measure.values[index] ?? null;
  const [cx, cy] = placeOf(api, index, value ?? 0);
  const below = value !== null && measure.threshold !== undefined && value < measure.threshold;
  const taken = measure.taken?.index === index;
  const fill = below ? theme.beware : taken ? theme.barStrong : theme.bar;
  return {
    type: "circle",
    invisible: value === null,
    shape: { cx, cy, r: taken ? 5 : 3 },
    style: { fill, stroke: theme.page, lineWidth: 1 },
    emphasis: { style: { fill: theme.pointed } },
  };
}
