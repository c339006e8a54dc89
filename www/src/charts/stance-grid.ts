import { axisText, type Drawing, frame, type Option, type Size } from "./drawing";
import { textWidth } from "./labels";
import { group, lettering, type Shape } from "./shapes";
import type { ChartTheme } from "./theme";

export interface StancePoint {
  readonly name: string;
  /** Across, 0 to 1. */
  readonly strength: number;
  /** Upwards, 0 to 1. */
  readonly attractiveness: number;
  /** The area of its dot, among the others. */
  readonly weight: number;
  /** Its details in words; lines broken by newlines. */
  readonly point: string;
}

export interface StanceWords {
  readonly strength: string;
  readonly attractiveness: string;
  /** Low, middle, high. */
  readonly thirds: readonly [string, string, string];
  /** What is written into the box of a third across and a third upwards, and how much it asks for: 0 least, 2 most. */
  readonly box: (strong: number, attractive: number) => { readonly text: string; readonly call: 0 | 1 | 2 };
  readonly description: string;
}

/** Up to so many dots have their full size. */
const ROOMY = 40;

const inset = { left: 46, right: 10, top: 8, bottom: 42 };

interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const meet = (a: Edges, b: Edges) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Three by three boxes by strength and attractiveness, with a dot for each segment; names where there is room, the largest first. */
export function stanceGrid(points: readonly StancePoint[], words: StanceWords, theme: ChartTheme, size: Size): Drawing {
  const width = Math.max(size.width - inset.left - inset.right, 60);
  const height = Math.max(size.height - inset.top - inset.bottom, 60);
  const most = Math.max(...points.map(({ weight }) => weight), 0);
  // Smaller where there are many, so that they part.
  const largest = Math.min(22, width / 24) * Math.sqrt(Math.min(1, ROOMY / Math.max(points.length, 1)));
  // Half a dot away from the edges, so that none is cut.
  const x = (score: number) => inset.left + score * width;
  const y = (score: number) => inset.top + (1 - score) * height;
  const dots: Dot[] = points.map(({ strength, attractiveness, weight }) => {
    const r = most > 0 ? Math.max(Math.sqrt(weight / most) * largest, 4) : 6;
    const within = (at: number, from: number, to: number) => Math.min(Math.max(at, from + r + 1), to - r - 1);
    return {
      x: within(x(strength), inset.left, inset.left + width),
      y: within(y(attractiveness), inset.top, inset.top + height),
      r,
    };
  });
  const order = points
    .map((_, index) => index)
    .sort((a, b) => (points[b]?.weight ?? 0) - (points[a]?.weight ?? 0) || a - b);
  apart(dots, order, { left: inset.left, third: width / 3 });

  const boxes = [0, 1, 2].flatMap((strong) =>
    [0, 1, 2].map((attractive) => {
      const left = inset.left + (strong * width) / 3;
      const top = inset.top + ((2 - attractive) * height) / 3;
      return { ...words.box(strong, attractive), left, top, width: width / 3, height: height / 3 };
    }),
  );
  const titles = boxes.map(({ text, left, top }) => ({
    text,
    at: [left + 7, top + 13] as const,
    edges: { left: left + 5, top: top + 4, right: left + 9 + textWidth(text, 12), bottom: top + 22 },
  }));
  const names = namesOf(
    points,
    dots,
    order,
    titles.map(({ edges }) => edges),
    {
      left: inset.left,
      top: inset.top,
      right: inset.left + width,
      bottom: inset.top + height,
    },
  );

  const ground = (): Shape =>
    group([
      ...boxes.map(
        ({ left, top, width: across, height: up, call }): Shape => ({
          type: "rect",
          shape: { x: left + 1, y: top + 1, width: across - 2, height: up - 2, r: 3 },
          style: { fill: [theme.page, theme.band, theme.chosen][call], stroke: theme.faint, lineWidth: 1 },
        }),
      ),
      ...titles.map(({ text, at }) => lettering({ text, at, align: "left", fill: theme.muted, font: theme.font })),
    ]);

  const dot = (index: number): Shape => {
    const own = dots[index];
    if (own === undefined) return group([]);
    return {
      type: "circle",
      shape: { cx: own.x, cy: own.y, r: own.r },
      style: { fill: theme.barStrong, opacity: 0.72, stroke: theme.page, lineWidth: 1.5 },
      emphasis: { style: { fill: theme.pointed, opacity: 1 } },
    };
  };

  const lettered = (): Shape =>
    group(
      names.map(({ text, at, align }) =>
        lettering({ text, at, align, fill: theme.text, font: theme.font, halo: theme.page }),
      ),
    );

  const axis = {
    type: "value" as const,
    min: 0,
    max: 1,
    nameLocation: "middle" as const,
    nameTextStyle: { ...axisText(theme), color: theme.text },
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { show: false },
    axisLabel: {
      ...axisText(theme),
      customValues: [1 / 6, 1 / 2, 5 / 6],
      formatter: (value: number) => words.thirds[Math.min(Math.floor(value * 3), 2)] ?? "",
    },
  };
  const option: Option = {
    ...frame(theme),
    grid: { ...inset, outerBoundsMode: "none" },
    xAxis: { ...axis, name: words.strength, nameGap: 24 },
    yAxis: {
      ...axis,
      name: words.attractiveness,
      nameGap: 26,
      nameRotate: 90,
      nameMoveOverlap: false,
      axisLabel: { ...axis.axisLabel, rotate: 90 },
    },
    series: [
      {
        type: "custom",
        // The smallest are drawn last, above the larger ones.
        data: order.map((index) => [0, index]),
        silent: true,
        z: 3,
        renderItem: (params) => dot(order[params.dataIndex] ?? 0),
      },
      { type: "custom", data: [[0, 0]], silent: true, z: 1, renderItem: ground },
      { type: "custom", data: [[0, 0]], silent: true, z: 4, renderItem: lettered },
    ],
  };
  return {
    option,
    points: order.map((index) => points[index]?.point ?? ""),
    pointed: [0],
    middle: 0,
    description: words.description,
    spots: {
      hit: (left, top) => {
        // The topmost: the last that was drawn.
        for (let place = order.length - 1; place >= 0; place -= 1) {
          const own = dots[order[place] ?? 0];
          if (own !== undefined && Math.hypot(left - own.x, top - own.y) <= Math.max(own.r, 8)) return place;
        }
        return null;
      },
      at: (place) => {
        const own = dots[order[place] ?? 0];
        return { x: own?.x ?? 0, y: (own?.y ?? 0) + (own?.r ?? 0) + 4 };
      },
    },
  };
}

interface Dot {
  x: number;
  readonly y: number;
  readonly r: number;
}

/** Moves dots that would hide each other sideways, as far as their box goes. */
function apart(dots: readonly Dot[], order: readonly number[], { left, third }: { left: number; third: number }): void {
  order.forEach((index, place) => {
    const own = dots[index];
    if (own === undefined) return;
    const box = Math.min(Math.floor((own.x - left) / third), 2);
    const end = left + (box + 1) * third - own.r - 2;
    for (const other of order.slice(0, place)) {
      const larger = dots[other];
      if (larger === undefined || Math.hypot(own.x - larger.x, own.y - larger.y) > larger.r / 2) continue;
      const beside = larger.x + larger.r;
      own.x = beside <= end ? beside : larger.x - larger.r;
    }
  });
}

interface Name {
  readonly text: string;
  readonly at: readonly [number, number];
  readonly align: "left" | "center" | "right";
}

/** Names beside their dots where they meet no other name and no other dot; those without such a place are left out. */
function namesOf(
  points: readonly StancePoint[],
  dots: readonly Dot[],
  order: readonly number[],
  taken: readonly Edges[],
  plot: Edges,
): Name[] {
  const names: Name[] = [];
  const full: Edges[] = [...taken];
  const round = dots.map(({ x, y, r }) => ({ left: x - r, top: y - r, right: x + r, bottom: y + r }));
  for (const index of order) {
    const own = dots[index];
    const text = points[index]?.name ?? "";
    if (own === undefined) continue;
    const wide = textWidth(text, 12);
    const places: readonly (readonly [number, number, Name["align"]])[] = [
      [own.x + own.r + 4, own.y, "left"],
      [own.x - own.r - 4, own.y, "right"],
      [own.x, own.y - own.r - 9, "center"],
      [own.x, own.y + own.r + 9, "center"],
    ];
    const found = places
      .map(([left, top, align]) => {
        const from = align === "left" ? left : align === "right" ? left - wide : left - wide / 2;
        const edges = { left: from - 2, top: top - 8, right: from + wide + 2, bottom: top + 8 };
        return { name: { text, at: [left, top] as const, align }, edges };
      })
      .find(
        ({ edges }) =>
          edges.left >= plot.left &&
          edges.right <= plot.right &&
          edges.top >= plot.top &&
          edges.bottom <= plot.bottom &&
          !full.some((other) => meet(edges, other)) &&
          !round.some((other, at) => at !== index && meet(edges, other)),
      );
    if (found === undefined) continue;
    full.push(found.edges);
    names.push(found.name);
  }
  return names;
}
