import { axisText, type Drawing, frame, type Option, type Size } from "./drawing";
import { textWidth } from "./labels";
import { group, lettering, rule, type Shape } from "./shapes";
import type { ChartTheme } from "./theme";

export interface SilhouetteCluster {
  readonly name: string;
  /** Number of its colour, from 1. */
  readonly colour: number;
  /** Silhouettes of its customers, descending, thinned evenly. */
  readonly profile: readonly number[];
  /** Its share of all customers: how high its stripe is. */
  readonly share: number;
  /** Figures at the end of its line. */
  readonly note: string;
  /** Its details in words; lines broken by newlines. */
  readonly point: string;
}

export interface SilhouetteData {
  readonly clusters: readonly SilhouetteCluster[];
  readonly mean: number;
  /** The cluster that stands out; null: none. */
  readonly marked: number | null;
}

export interface SilhouetteWords {
  readonly axis: string;
  /** Heading of the figures at the ends of the lines. */
  readonly note: string;
  /** Label of the line at the mean. */
  readonly mean: string;
  readonly value: (value: number) => string;
  readonly description: string;
}

const top = 22;
const bottom = 42;
const gap = 5;
const least = 14;

/** The profile of each cluster: its customers from the best to the worst silhouette, one stripe below the other. */
export function silhouettes(data: SilhouetteData, words: SilhouetteWords, theme: ChartTheme, size: Size): Drawing {
  const { clusters } = data;
  const narrow = size.width < 460;
  const names = Math.min(
    Math.max(...clusters.map(({ name }) => textWidth(name, 12)), 20) + 12,
    size.width * (narrow ? 0.26 : 0.24),
  );
  const notes = Math.max(...[words.note, ...clusters.map(({ note }) => note)].map((note) => textWidth(note, 12))) + 12;
  const left = Math.round(names);
  const right = Math.round(notes);
  const width = Math.max(size.width - left - right, 40);
  const stripes = stripesOf(clusters, size.height - top - bottom);
  const lowest = Math.min(0, ...clusters.flatMap(({ profile }) => profile.slice(-1)));
  const highest = Math.max(0.2, data.mean, ...clusters.flatMap(({ profile }) => profile.slice(0, 1)));
  const min = Math.floor(lowest * 20) / 20;
  const max = Math.ceil(highest * 20) / 20;
  const fifths = max - min > 1 || width < 240 ? 2 : 1;
  const ticks = Array.from({ length: 11 }, (_, index) => (index - 5) / 5).filter(
    (tick) => tick >= min && tick <= max && Math.round(tick * 5) % fifths === 0,
  );
  const x = (value: number) => left + ((value - min) / (max - min)) * width;
  const floor = size.height - bottom;

  const stripe = (index: number): Shape => {
    const cluster = clusters[index];
    const place = stripes[index];
    if (!cluster || !place) return group([]);
    const middle = place.top + place.height / 2;
    const faded = data.marked !== null && data.marked !== index;
    const text = { font: theme.font, bold: data.marked === index };
    return group([
      {
        type: "polygon",
        shape: { points: outline(cluster.profile, place, x) },
        style: { fill: theme.segments[cluster.colour - 1] ?? theme.bar, opacity: faded ? 0.3 : 1 },
      },
      lettering({
        ...text,
        text: cluster.name,
        at: [left - 8, middle],
        align: "right",
        width: left - 10,
        fill: theme.text,
      }),
      lettering({
        ...text,
        text: cluster.note,
        at: [size.width - right + 10, middle],
        align: "left",
        fill: theme.muted,
      }),
    ]);
  };

  const meanLine = (): Shape => {
    const half = textWidth(words.mean, 12) / 2;
    const at = x(data.mean);
    const label = Math.min(Math.max(at, half + 2), size.width - right - half - 8);
    return group([
      rule([x(0), top - 4], [x(0), floor], theme.line),
      rule([at, top - 4], [at, floor], theme.text, [4, 3]),
      lettering({
        text: words.note,
        at: [size.width - right + 10, top - 12],
        align: "left",
        fill: theme.muted,
        font: theme.font,
      }),
      lettering({ text: words.mean, at: [label, top - 12], align: "center", fill: theme.text, font: theme.font }),
    ]);
  };

  const option: Option = {
    ...frame(theme),
    grid: { left, right, top, bottom, outerBoundsMode: "none" },
    xAxis: {
      type: "value",
      min,
      max,
      name: words.axis,
      nameLocation: "middle",
      nameGap: 26,
      nameTextStyle: axisText(theme),
      axisLine: { show: true, onZero: false, lineStyle: { color: theme.line } },
      axisTick: { show: true, length: 4, lineStyle: { color: theme.line }, customValues: ticks },
      axisLabel: { ...axisText(theme), customValues: ticks, formatter: words.value },
      splitLine: { show: false },
    },
    yAxis: { type: "value", min: 0, max: 1, show: false },
    series: [
      {
        type: "custom",
        data: clusters.map((_, index) => [0, index]),
        silent: true,
        z: 2,
        renderItem: (params) => stripe(params.dataIndex),
      },
      { type: "custom", data: [[0, 0]], silent: true, z: 3, renderItem: () => meanLine() },
    ],
  };
  return {
    option,
    points: clusters.map(({ point }) => point),
    pointed: [0],
    middle: 0,
    description: words.description,
    spots: {
      hit: (_, y) => {
        const index = stripes.findIndex((place) => y >= place.top - gap / 2 && y <= place.top + place.height + gap / 2);
        return index < 0 ? null : index;
      },
      at: (index) => ({
        x: x(Math.max(0, (clusters[index]?.profile[0] ?? 0) / 2)),
        y: (stripes[index]?.top ?? 0) + 4,
      }),
    },
  };
}

interface Stripe {
  readonly top: number;
  readonly height: number;
}

/** Heights by share of customers, none too low for its name. */
function stripesOf(clusters: readonly SilhouetteCluster[], room: number): Stripe[] {
  const free = Math.max(room - clusters.length * (gap + least), 0);
  const total = clusters.reduce((sum, { share }) => sum + share, 0);
  let at = top + gap / 2;
  return clusters.map(({ share }) => {
    const height = least + (total > 0 ? (free * share) / total : 0);
    const place = { top: at, height };
    at += height + gap;
    return place;
  });
}

/** Around the silhouettes of a cluster: down along them, back along zero. */
function outline(profile: readonly number[], { top: y, height }: Stripe, x: (value: number) => number) {
  const step = profile.length > 0 ? height / profile.length : 0;
  const steps = profile.flatMap((value, index): [number, number][] => [
    [x(value), y + index * step],
    [x(value), y + (index + 1) * step],
  ]);
  return [[x(0), y], ...steps, [x(0), y + height]] as [number, number][];
}
