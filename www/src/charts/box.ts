import { axisText, type Drawing, frame, type Option, type Size } from "./drawing";
import { textWidth } from "./labels";
import { laneName, laneSpots, lanesOf } from "./lanes";
import { scatterAxis } from "./scatter-axis";
import { group, lettering, rule, type Shape } from "./shapes";
import type { ChartTheme } from "./theme";

/** Values of a group. */
export interface BoxSpread {
  readonly whiskers: readonly [number, number];
  readonly quartiles: readonly [number, number, number];
  readonly mean: number;
}

export interface BoxRow {
  readonly name: string;
  /** Number of its colour, from 1; null: none of its own. */
  readonly colour: number | null;
  /** Null where nobody has a value. */
  readonly spread: BoxSpread | null;
  /** Its details in words; lines broken by newlines. */
  readonly point: string;
}

export interface BoxData {
  readonly rows: readonly BoxRow[];
  /** Median of all. */
  readonly median: number;
}

export interface BoxWords {
  /** Name of the figure, with its unit. */
  readonly axis: string;
  /** Added to it where equal ratios are equal lengths. */
  readonly log: string;
  /** Label of the line at the median of all. */
  readonly median: string;
  readonly value: (value: number) => string;
  readonly description: string;
}

const top = 24;
const bottom = 44;

/** Box plots of a figure, one group below the other, over one axis. */
export function boxes(data: BoxData, words: BoxWords, theme: ChartTheme, size: Size): Drawing {
  const { rows } = data;
  const lanes = lanesOf(
    rows.map(({ name }) => name),
    size,
    top,
    bottom,
  );
  const values = rows.flatMap(({ spread }) =>
    spread === null ? [] : [...spread.whiskers, ...spread.quartiles, spread.mean],
  );
  const axis = scatterAxis([...values, data.median], true, Math.floor(lanes.width / 90));
  const x = (value: number) => lanes.left + axis.place(value) * lanes.width;
  const half = lanes.thickness / 2;

  const row = (index: number): Shape => {
    const one = rows[index];
    if (one === undefined) return group([]);
    const name = laneName(lanes, one.name, index, theme, false);
    if (one.spread === null) return name;
    const y = lanes.middle(index);
    const [low, high] = one.spread.whiskers;
    const [lower, median, upper] = one.spread.quartiles;
    const fill = (one.colour === null ? null : theme.segments[one.colour - 1]) ?? theme.bar;
    return group([
      name,
      rule([x(low), y], [x(lower), y], theme.muted),
      rule([x(upper), y], [x(high), y], theme.muted),
      rule([x(low), y - half / 2], [x(low), y + half / 2], theme.muted),
      rule([x(high), y - half / 2], [x(high), y + half / 2], theme.muted),
      {
        type: "rect",
        shape: { x: x(lower), y: y - half, width: Math.max(x(upper) - x(lower), 1), height: lanes.thickness, r: 2 },
        style: { fill, opacity: 0.55, stroke: fill, lineWidth: 1 },
      },
      {
        type: "line",
        shape: { x1: x(median), y1: y - half, x2: x(median), y2: y + half },
        style: { stroke: theme.text, lineWidth: 2 },
      },
      {
        type: "circle",
        shape: { cx: x(one.spread.mean), cy: y, r: 3 },
        style: { fill: theme.page, stroke: theme.text, lineWidth: 1.5 },
      },
    ]);
  };

  const overall = (): Shape => {
    const room = textWidth(words.median, 12) / 2;
    const at = x(data.median);
    const label = Math.min(Math.max(at, lanes.left + room), size.width - room - 2);
    return group([
      rule([at, top - 6], [at, size.height - bottom], theme.mark, [4, 3]),
      lettering({ text: words.median, at: [label, top - 14], align: "center", fill: theme.mark, font: theme.font }),
    ]);
  };

  const grid = (): Shape =>
    group([
      ...spread(axis.ticks, x, words.value).flatMap((tick) => [
        rule([x(tick), top], [x(tick), size.height - bottom], theme.faint),
        lettering({
          text: words.value(tick),
          at: [x(tick), size.height - bottom + 12],
          align: "center",
          fill: theme.muted,
          font: theme.font,
        }),
      ]),
      rule([lanes.left, size.height - bottom], [size.width - lanes.right, size.height - bottom], theme.line),
    ]);

  const option: Option = {
    ...frame(theme),
    grid: { left: lanes.left, right: lanes.right, top, bottom, outerBoundsMode: "none" },
    xAxis: {
      type: "value",
      min: 0,
      max: 1,
      name: axis.log ? `${words.axis} · ${words.log}` : words.axis,
      nameLocation: "middle",
      nameGap: 30,
      nameTextStyle: axisText(theme),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { show: false },
      splitLine: { show: false },
    },
    yAxis: { type: "value", min: 0, max: 1, show: false },
    series: [
      {
        type: "custom",
        data: rows.map((_, index) => [0, index]),
        silent: true,
        z: 3,
        renderItem: (params) => row(params.dataIndex),
      },
      { type: "custom", data: [[0, 0]], silent: true, z: 2, renderItem: grid },
      { type: "custom", data: [[0, 0]], silent: true, z: 4, renderItem: overall },
    ],
  };
  return {
    option,
    points: rows.map(({ point }) => point),
    pointed: [0],
    middle: 0,
    description: words.description,
    spots: laneSpots(lanes, rows.length, (index) => x(rows[index]?.spread?.quartiles[1] ?? data.median)),
  };
}

/** Those of the ticks whose labels do not touch. */
function spread(ticks: readonly number[], x: (value: number) => number, text: (value: number) => string): number[] {
  const kept: number[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const tick of ticks) {
    const half = textWidth(text(tick), 12) / 2;
    if (x(tick) - half < end + 8) continue;
    kept.push(tick);
    end = x(tick) + half;
  }
  return kept;
}
