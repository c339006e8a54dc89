import { axisText, type Drawing, frame, type Option, type Size } from "./drawing";
import { textWidth } from "./labels";
import { laneName, laneSpots, lanesOf } from "./lanes";
import { scatterAxis } from "./scatter-axis";
import { group, lettering, rule, type Shape } from "./shapes";
import type { ChartTheme } from "./theme";

export interface ShiftRow {
  readonly name: string;
  readonly before: number;
  readonly after: number;
  /** A bound beyond which there is no use. */
  readonly most: number;
  /** The change, as text. */
  readonly change: string;
  /** Its details in words; lines broken by newlines. */
  readonly point: string;
}

export interface ShiftWords {
  /** Name of the figure, with its unit. */
  readonly axis: string;
  /** Added to it where equal ratios are equal lengths. */
  readonly log: string;
  /** The three marks. */
  readonly before: string;
  readonly after: string;
  readonly most: string;
  readonly value: (value: number) => string;
  readonly description: string;
}

const legendRow = 20;
const bottom = 44;
const dot = 5;

/** Height at which each row has the room that its name needs. */
export const shiftsHeight = (rows: number): number => 2 * legendRow + bottom + 26 * rows;

/** A figure of groups before and after, joined by a bar in the direction of the change. */
export function shifts(rows: readonly ShiftRow[], words: ShiftWords, theme: ChartTheme, size: Size): Drawing {
  const legend = legendOf([words.before, words.after, words.most], size.width);
  const top = legend.rows * legendRow + 8;
  const lanes = lanesOf(
    rows.map(({ name }) => name),
    size,
    top,
    bottom,
  );
  const changeRoom = Math.max(...rows.map(({ change }) => textWidth(change, 12)), 0) + 3 * dot;
  const width = Math.max(lanes.width - changeRoom, 40);
  const values = rows.flatMap(({ before, after, most }) => [before, after, most]);
  const axis = scatterAxis([0, ...values], true, Math.floor(width / 80));
  const x = (value: number) => lanes.left + axis.place(value) * width;
  const [up, down] = [theme.barStrong, theme.tones[1] ?? theme.beware];
  const ink = ({ before, after }: ShiftRow) => (after === before ? theme.muted : after > before ? up : down);

  const row = (index: number): Shape => {
    const one = rows[index];
    if (one === undefined) return group([]);
    const y = lanes.middle(index);
    const fill = ink(one);
    const ends = Math.max(x(one.before), x(one.after)) + dot + 4;
    // Beyond the mark of the need where it would strike through the text.
    const isStruck = x(one.most) > ends - 3 && x(one.most) < ends + textWidth(one.change, 12) + 8;
    return group([
      laneName(lanes, one.name, index, theme, false),
      need(x(one.most), y, theme),
      {
        type: "line",
        shape: { x1: x(one.before), y1: y, x2: x(one.after), y2: y },
        style: { stroke: fill, lineWidth: 3, opacity: 0.55 },
      },
      hollow(x(one.before), y, theme),
      full(x(one.after), y, fill),
      lettering({
        text: one.change,
        at: [isStruck ? x(one.most) + 5 : ends, y],
        align: "left",
        fill: theme.text,
        font: theme.font,
        halo: theme.page,
      }),
    ]);
  };

  const ticks = apart(axis.ticks, x, words.value);
  const floor = size.height - bottom;
  const grid = (): Shape =>
    group([
      ...legend.places.flatMap(({ text, left, y }, at) => [
        at === 0
          ? hollow(left + dot, y, theme)
          : at === 1
            ? full(left + dot, y, theme.muted)
            : need(left + dot, y, theme),
        lettering({ text, at: [left + 2 * dot + 6, y], align: "left", fill: theme.text, font: theme.font }),
      ]),
      ...ticks.flatMap((tick) => [
        rule([x(tick), top], [x(tick), floor], theme.faint),
        lettering({
          text: words.value(tick),
          at: [x(tick), floor + 12],
          align: "center",
          fill: theme.muted,
          font: theme.font,
        }),
      ]),
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
    ],
  };
  return {
    option,
    points: rows.map(({ point }) => point),
    pointed: [0],
    middle: 0,
    description: words.description,
    spots: laneSpots(lanes, rows.length, (index) => x(rows[index]?.after ?? 0)),
  };
}

const hollow = (cx: number, cy: number, theme: ChartTheme): Shape => ({
  type: "circle",
  shape: { cx, cy, r: dot - 0.5 },
  style: { fill: theme.page, stroke: theme.muted, lineWidth: 1.5 },
});

const full = (cx: number, cy: number, fill: string): Shape => ({
  type: "circle",
  shape: { cx, cy, r: dot },
  style: { fill },
});

const need = (x: number, y: number, theme: ChartTheme): Shape => ({
  type: "line",
  shape: { x1: x, y1: y - 8, x2: x, y2: y + 8 },
  style: { stroke: theme.text, lineWidth: 1.5 },
});

/** Those of the ticks whose labels do not touch. */
function apart(ticks: readonly number[], x: (value: number) => number, text: (value: number) => string): number[] {
  let end = Number.NEGATIVE_INFINITY;
  return ticks.filter((tick) => {
    const half = textWidth(text(tick), 12) / 2;
    if (x(tick) - half < end + 8) return false;
    end = x(tick) + half;
    return true;
  });
}

/** Where the marks are explained: from the left, in as many rows as it takes. */
function legendOf(texts: readonly string[], width: number) {
  let left = 0;
  let row = 0;
  const places = texts.map((text) => {
    const room = 2 * dot + 6 + textWidth(text, 12) + 16;
    if (left > 0 && left + room > width) {
      left = 0;
      row += 1;
    }
    const place = { text, left, y: row * legendRow + legendRow / 2 };
    left += room;
    return place;
  });
  return { places, rows: row + 1 };
}
