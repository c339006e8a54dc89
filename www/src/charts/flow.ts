import { type Drawing, frame, type Option, type Size } from "./drawing";
import { textWidth } from "./labels";
import { group, lettering, type Shape } from "./shapes";
import type { ChartTheme } from "./theme";

export interface FlowNode {
  readonly name: string;
  /** Number of its colour, from 1; of customers of no segment, and of those who came later, none. */
  readonly colour: number | null;
  /** What leaves or arrives: customers, touches, money. */
  readonly size: number;
  /** How many, as text. */
  readonly note: string;
}

export interface FlowLink {
  /** Places among the nodes of either side. */
  readonly from: number;
  readonly to: number;
  readonly size: number;
  /** Its details in words; lines broken by newlines. */
  readonly point: string;
}

export interface FlowData {
  readonly from: readonly FlowNode[];
  readonly to: readonly FlowNode[];
  readonly links: readonly FlowLink[];
}

export interface FlowWords {
  /** Over either side: dates, or what happens there. */
  readonly from: string;
  readonly to: string;
  readonly description: string;
}

const top = 26;
const bar = 10;
const gap = 8;
/** Lowest node, so that its name has room. */
const least = 14;

/** What moved from where to where: segments on either side, and ribbons between them. */
export function flow(data: FlowData, words: FlowWords, theme: ChartTheme, size: Size): Drawing {
  const narrow = size.width < 520;
  const margin = (nodes: readonly FlowNode[]) => {
    const widest = Math.max(...nodes.map(({ name, note }) => textWidth(narrow ? name : `${name} ${note}`, 12)), 40);
    return Math.round(Math.min(widest + 12, size.width * 0.3));
  };
  const [left, right] = [margin(data.from), size.width - margin(data.to)];
  const unit = unitOf(data, size.height - top - 4);
  const from = stack(data.from, unit);
  const to = stack(data.to, unit);
  const ribbons = ribbonsOf(data.links, from, to, unit);
  const colourOf = (node: FlowNode | undefined) =>
    node?.colour ? (theme.segments[node.colour - 1] ?? theme.bar) : theme.others;

  const ribbon = (index: number): Shape => {
    const one = ribbons[index];
    if (!one) return group([]);
    return {
      type: "path",
      shape: { pathData: outline(one, left + bar, right - bar) },
      style: { fill: colourOf(data.from[one.link.from]), opacity: 0.35 },
      emphasis: { style: { opacity: 0.85 } },
    };
  };

  const side = (nodes: readonly FlowNode[], places: readonly Place[], atLeft: boolean): Shape[] =>
    nodes.flatMap((node, index): Shape[] => {
      const place = places[index];
      if (!place) return [];
      const text = { at: [atLeft ? left - 6 : right + 6, place.top + place.height / 2] as const, font: theme.font };
      return [
        {
          type: "rect",
          shape: { x: atLeft ? left : right - bar, y: place.top, width: bar, height: Math.max(place.height, 1) },
          style: { fill: colourOf(node) },
        },
        lettering({
          ...text,
          text: narrow ? node.name : `${node.name} ${node.note}`,
          align: atLeft ? "right" : "left",
          fill: theme.text,
          width: (atLeft ? left : size.width - right) - 8,
        }),
      ];
    });

  const frames = (): Shape =>
    group([
      lettering({
        text: words.from,
        at: [narrow ? 0 : left + bar, 10],
        align: "left",
        fill: theme.muted,
        font: theme.font,
      }),
      lettering({
        text: words.to,
        at: [narrow ? size.width : right - bar, 10],
        align: "right",
        fill: theme.muted,
        font: theme.font,
      }),
      ...side(data.from, from, true),
      ...side(data.to, to, false),
    ]);

  const option: Option = {
    ...frame(theme),
    grid: { left, right: size.width - right, top, bottom: 4, outerBoundsMode: "none" },
    xAxis: { type: "value", min: 0, max: 1, show: false },
    yAxis: { type: "value", min: 0, max: 1, show: false },
    series: [
      {
        type: "custom",
        data: ribbons.map((_, index) => [0, index]),
        silent: true,
        z: 1,
        renderItem: (params) => ribbon(params.dataIndex),
      },
      { type: "custom", data: [[0, 0]], silent: true, z: 2, renderItem: () => frames() },
    ],
  };
  return {
    option,
    points: ribbons.map(({ link }) => link.point),
    pointed: [0],
    middle: 0,
    description: words.description,
    spots: {
      hit: (x, y) => {
        const share = (x - left - bar) / (right - left - 2 * bar);
        if (share < 0 || share > 1) return null;
        // The last drawn lies on top.
        const index = ribbons.findLastIndex((one) => {
          const [high, low] = edges(one, share);
          return y >= high - 1 && y <= low + 1;
        });
        return index < 0 ? null : index;
      },
      at: (index) => {
        const one = ribbons[index];
        return { x: (left + right) / 2, y: one ? (edges(one, 0.5)[0] + edges(one, 0.5)[1]) / 2 : top };
      },
    },
  };
}

interface Place {
  readonly top: number;
  readonly height: number;
}

interface Ribbon {
  readonly link: FlowLink;
  /** Upper edge at either side. */
  readonly start: number;
  readonly end: number;
  readonly thick: number;
}

/** The most pixels per customer or touch at which both sides fit, every node with the room that its name needs. */
function unitOf({ from, to }: FlowData, room: number): number {
  const fits = (unit: number) =>
    [from, to].every((nodes) => nodes.reduce((sum, node) => sum + Math.max(node.size * unit, least) + gap, 0) <= room);
  const all = from.reduce((sum, node) => sum + node.size, 0);
  let [low, high] = [0, all > 0 ? room / all : 0];
  for (let step = 0; step < 40; step += 1) {
    const unit = (low + high) / 2;
    if (fits(unit)) low = unit;
    else high = unit;
  }
  return low;
}

/** Nodes one below the other; a small one keeps the room that its name needs. */
function stack(nodes: readonly FlowNode[], unit: number): Place[] {
  let at = top;
  return nodes.map(({ size }) => {
    const height = size * unit;
    const slack = Math.max(least - height, 0);
    const place = { top: at + slack / 2, height };
    at += Math.max(height, least) + gap;
    return place;
  });
}

/** Ribbons leave a node in the order of where they lead, and arrive in the order of where they come from. */
function ribbonsOf(links: readonly FlowLink[], from: readonly Place[], to: readonly Place[], unit: number): Ribbon[] {
  const starts = from.map((place) => place.top);
  const ends = to.map((place) => place.top);
  const inOrder = [...links].sort((a, b) => a.from - b.from || a.to - b.to);
  return inOrder.map((link) => {
    const thick = link.size * unit;
    const [start, end] = [starts[link.from] ?? top, ends[link.to] ?? top];
    starts[link.from] = start + thick;
    ends[link.to] = end + thick;
    return { link, start, end, thick: Math.max(thick, 0.5) };
  });
}

function outline({ start, end, thick }: Ribbon, left: number, right: number): string {
  const middle = (left + right) / 2;
  return [
    `M${left} ${start}`,
    `C${middle} ${start} ${middle} ${end} ${right} ${end}`,
    `L${right} ${end + thick}`,
    `C${middle} ${end + thick} ${middle} ${start + thick} ${left} ${start + thick}`,
    "Z",
  ].join("");
}

/** Upper and lower edge where so much of the way is done: the same curve as it is drawn. */
function edges({ start, end, thick }: Ribbon, share: number): [number, number] {
  // Both handles of the curve stand in the middle: x = 1.5 t (1 - t) + t^3 of the way, solved for t by halving.
  let [low, high] = [0, 1];
  for (let step = 0; step < 20; step += 1) {
    const t = (low + high) / 2;
    if (1.5 * t * (1 - t) + t ** 3 < share) low = t;
    else high = t;
  }
  const risen = 3 * low ** 2 - 2 * low ** 3;
  const y = start + (end - start) * risen;
  return [y, y + thick];
}
