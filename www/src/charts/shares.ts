import { type Drawing, frame, type Option, type Size } from "./drawing";
import { textWidth } from "./labels";
import { laneName, laneSpots, lanesOf } from "./lanes";
import { group, lettering, type Shape } from "./shapes";
import type { ChartTheme } from "./theme";

export interface SharesRow {
  readonly name: string;
  /** Shares of the parts, 0 to 1, adding up to 1; null where nobody has a value. */
  readonly shares: readonly number[] | null;
  /** Its details in words; lines broken by newlines. */
  readonly point: string;
}

export interface SharesData {
  /** Names of the parts, from the left. */
  readonly parts: readonly string[];
  /** Whether the last part takes others together. */
  readonly others: boolean;
  readonly rows: readonly SharesRow[];
}

export interface SharesWords {
  /** A share within its part. */
  readonly share: (share: number) => string;
  readonly description: string;
}

const key = { swatch: 10, gap: 14, row: 20 };

/** Bars of a hundred percent, one group below the other, parted alike. */
export function shares(data: SharesData, words: SharesWords, theme: ChartTheme, size: Size): Drawing {
  const { parts, rows } = data;
  const legend = legendOf(parts, size.width);
  const top = legend.rows * key.row + 8;
  const lanes = lanesOf(
    rows.map(({ name }) => name),
    size,
    top,
    8,
  );
  const inkOf = (part: number) => partInk(theme, part, parts.length, data.others);

  const row = (index: number): Shape => {
    const one = rows[index];
    if (one === undefined) return group([]);
    const name = laneName(lanes, one.name, index, theme, false);
    if (one.shares === null) return name;
    const y = lanes.middle(index);
    let from = lanes.left;
    const bars = one.shares.flatMap((share, part): Shape[] => {
      const width = share * lanes.width;
      const at = from;
      from += width;
      if (width <= 0) return [];
      const { fill, text } = inkOf(part);
      const label = words.share(share);
      return [
        {
          type: "rect",
          shape: { x: at, y: y - lanes.thickness / 2, width, height: lanes.thickness },
          style: { fill, stroke: theme.page, lineWidth: 1 },
        },
        ...(textWidth(label, 12) + 8 < width && lanes.thickness >= 14
          ? [lettering({ text: label, at: [at + width / 2, y], align: "center", fill: text, font: theme.font })]
          : []),
      ];
    });
    return group([name, ...bars]);
  };

  const keys = (): Shape =>
    group(
      legend.places.flatMap(({ part, x, y, text }) => [
        {
          type: "rect",
          shape: { x, y: y - key.swatch / 2, width: key.swatch, height: key.swatch, r: 2 },
          style: { fill: inkOf(part).fill },
        },
        lettering({ text, at: [x + key.swatch + 5, y], align: "left", fill: theme.text, font: theme.font }),
      ]),
    );

  const option: Option = {
    ...frame(theme),
    grid: { left: lanes.left, right: lanes.right, top, bottom: 8, outerBoundsMode: "none" },
    xAxis: { type: "value", min: 0, max: 1, show: false },
    yAxis: { type: "value", min: 0, max: 1, show: false },
    series: [
      {
        type: "custom",
        data: rows.map((_, index) => [0, index]),
        silent: true,
        z: 2,
        renderItem: (params) => row(params.dataIndex),
      },
      { type: "custom", data: [[0, 0]], silent: true, z: 3, renderItem: keys },
    ],
  };
  return {
    option,
    points: rows.map(({ point }) => point),
    pointed: [0],
    middle: 0,
    description: words.description,
    spots: laneSpots(lanes, rows.length, () => lanes.left + lanes.width / 3),
  };
}

/** One hue from dark to light, so that parts keep apart from the colours of segments; the others grey. */
function partInk(theme: ChartTheme, part: number, parts: number, others: boolean) {
  if (others && part === parts - 1) return { fill: theme.line, text: theme.text };
  const named = others ? parts - 1 : parts;
  // The two faintest steps would be lost on the page.
  const [faintest, strongest] = [2, theme.scale.length - 1];
  const step = named <= 1 ? strongest - 2 : Math.round(strongest - (part * (strongest - faintest)) / (named - 1));
  return { fill: theme.scale[step] ?? theme.bar, text: theme.scaleInks[step] ?? theme.text };
}

/** Where the names of the parts stand: from the left, in as many rows as it takes. */
function legendOf(parts: readonly string[], width: number) {
  let x = 0;
  let row = 0;
  const places = parts.map((part, index) => {
    const text = part.length > 28 ? `${part.slice(0, 27)}…` : part;
    const room = key.swatch + 5 + textWidth(text, 12) + key.gap;
    if (x > 0 && x + room > width) {
      x = 0;
      row += 1;
    }
    const place = { part: index, x, y: row * key.row + key.row / 2, text };
    x += room;
    return place;
  });
  return { places, rows: row + 1 };
}
