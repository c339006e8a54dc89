import { axisText, type Drawing, frame, type Option, type Size } from "./drawing";
import { labelStride, textWidth } from "./labels";
import { nameplates } from "./nameplates";
import { type ScatterAxis, scatterAxis } from "./scatter-axis";
import { finder, paint } from "./scatter-points";
import { group, lettering, type Shape } from "./shapes";
import type { ChartTheme } from "./theme";

export interface ScatterCluster {
  readonly name: string;
  /** Written where there are many clusters. */
  readonly short: string;
  /** Number of its colour, from 1. */
  readonly colour: number;
  /** Its centre. */
  readonly at: readonly [number, number];
  /** Its details in words; lines broken by newlines. */
  readonly point: string;
}

export interface ScatterData {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** The cluster of each point. */
  readonly labels: ArrayLike<number>;
  readonly clusters: readonly ScatterCluster[];
  /** The cluster that stands out; null: none. */
  readonly marked: number | null;
  /** Whether skewed values may be drawn by ratio. */
  readonly mayLog: boolean;
}

export interface ScatterWords {
  readonly x: string;
  readonly y: string;
  /** Added to the title of an axis by ratio. */
  readonly log: string;
  readonly value: (value: number) => string;
  readonly description: string;
}

/** From so many clusters on, names would cover each other. */
const crowded = 9;

const inset = { left: 58, right: 14, top: 10, bottom: 44 };

/** Customers as points of a plane, coloured by cluster, with the centre and name of each. */
export function scatter(data: ScatterData, words: ScatterWords, theme: ChartTheme, size: Size): Drawing {
  const { clusters, marked } = data;
  const width = Math.max(size.width - inset.left - inset.right, 40);
  const height = Math.max(size.height - inset.top - inset.bottom, 40);
  const across = scatterAxis(data.x, data.mayLog, width / 90);
  const up = scatterAxis(data.y, data.mayLog, height / 60);
  const place = (x: number, y: number): [number, number] => [
    inset.left + across.place(x) * width,
    inset.top + (1 - up.place(y)) * height,
  ];
  const points = placed(data, place);
  const colours = clusters.map(({ colour }) => theme.segments[colour - 1] ?? theme.bar);
  const centres = clusters.map(({ at }) => place(...at));
  const written = clusters.map(({ name, short }, index) =>
    clusters.length < crowded || index === marked ? name : short,
  );
  // Where nobody is, there is no centre, and nothing to keep clear of.
  const marks = centres.map(([x, y]): [number, number] => (Number.isFinite(x + y) ? [x, y] : [-1e4, -1e4]));
  const names = nameplates(written, marks, {
    left: inset.left,
    top: inset.top,
    right: inset.left + width,
    bottom: inset.top + height,
  });

  const centre = (index: number): Shape => {
    const cluster = clusters[index];
    const [x, y] = centres[index] ?? [0, 0];
    const name = names[index];
    if (!cluster || !name || !Number.isFinite(x + y)) return group([]);
    const r = marked === index ? 8 : 6;
    return group([
      {
        type: "polygon",
        shape: {
          points: [
            [x, y - r],
            [x + r, y],
            [x, y + r],
            [x - r, y],
          ],
        },
        style: { fill: colours[index], stroke: theme.page, lineWidth: 2 },
      },
      lettering({
        text: written[index] ?? "",
        at: [name.x, name.y],
        align: name.align,
        fill: theme.text,
        font: theme.font,
        bold: marked === null || marked === index,
        halo: theme.page,
      }),
    ]);
  };

  const option: Option = {
    ...frame(theme),
    grid: { ...inset, outerBoundsMode: "none" },
    xAxis: {
      type: "value",
      min: 0,
      max: 1,
      name: titleOf(words.x, across, words),
      nameLocation: "middle",
      nameGap: 26,
      nameTextStyle: axisText(theme),
      ...lined(theme, across, words, width),
    },
    yAxis: {
      type: "value",
      min: 0,
      max: 1,
      name: titleOf(words.y, up, words),
      nameLocation: "middle",
      nameRotate: 90,
      nameGap: 42,
      nameMoveOverlap: false,
      nameTextStyle: axisText(theme),
      ...lined(theme, up, words, Number.POSITIVE_INFINITY),
    },
    series: [
      {
        type: "custom",
        data: clusters.map((_, index) => [0, index]),
        silent: true,
        z: 2,
        renderItem: (params) => centre(params.dataIndex),
      },
    ],
  };
  return {
    option,
    points: clusters.map(({ point }) => point),
    pointed: [0],
    middle: 0,
    description: words.description,
    beneath: (context) => paint(context, { points, labels: data.labels, colours }, marked),
    spots: {
      hit: finder({ points, labels: data.labels, colours }, size),
      at: (index) => {
        const [x, y] = centres[index] ?? [0, 0];
        return { x, y: y + 12 };
      },
    },
  };
}

const titleOf = (title: string, { log }: ScatterAxis, words: ScatterWords) => (log ? `${title} · ${words.log}` : title);

function lined(theme: ChartTheme, { ticks, place }: ScatterAxis, words: ScatterWords, room: number) {
  const widest = Math.max(0, ...ticks.map((tick) => textWidth(words.value(tick), 12)));
  const stride = Number.isFinite(room) ? labelStride(ticks.length, room, widest) : 1;
  const shown = ticks.filter((_, index) => index % stride === 0);
  const byPlace = new Map(shown.map((tick) => [place(tick), words.value(tick)]));
  const customValues = [...byPlace.keys()];
  return {
    axisLine: { show: true, onZero: false, lineStyle: { color: theme.line } },
    axisTick: { show: true, length: 4, lineStyle: { color: theme.line }, customValues },
    axisLabel: { ...axisText(theme), customValues, formatter: (at: number) => nearest(byPlace, at) },
    splitLine: { show: false },
  };
}

/** The text at a place; places come back with the last digits rounded. */
function nearest(texts: ReadonlyMap<number, string>, at: number): string {
  for (const [place, text] of texts) if (Math.abs(place - at) < 1e-9) return text;
  return "";
}

/** Pairs of pixels, point by point. */
function placed({ x, y }: ScatterData, place: (x: number, y: number) => readonly [number, number]): Float32Array {
  const out = new Float32Array(2 * x.length);
  for (let at = 0; at < x.length; at += 1) {
    const [left, top] = place(x[at] ?? 0, y[at] ?? 0);
    out[2 * at] = left;
    out[2 * at + 1] = top;
  }
  return out;
}
