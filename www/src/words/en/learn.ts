import type { Sample } from "../../engine/protocol";
import { fall, inertiaText } from "../fall";
import { plain, type Sentence, sentence } from "../sentence";
import { count, f } from "./format";

interface Axis {
  readonly name: string;
  readonly unit: string | null;
}

const orders: Axis = { name: "Orders per year", unit: null };
const basket: Axis = { name: "Amount per order", unit: null };
const plainAxes: readonly [Axis, Axis] = [
  { name: "Feature 1", unit: null },
  { name: "Feature 2", unit: null },
];

/** "falls from a to b", or that it stays. */
function falling(from: number, to: number): Sentence {
  const told = fall(f, from, to);
  return told === null
    ? sentence`inertia stays at ${inertiaText(f, to)}`
    : sentence`inertia falls from ${told[0]} to ${told[1]}`;
}

const customers = (n: number) => count(n, "customer");

/** k-means, one step at a time. */
export const learn = {
  title: "k-means step by step",
  inertia: (value: number) => inertiaText(f, value),
  samples: {
    blobs: {
      name: "Clear groups",
      teaches: "Four round groups of one size: what k-means is made for, if it starts well.",
      axes: [orders, basket],
    },
    uneven: {
      name: "Wide and tight groups",
      teaches: "One wide group beside two tight ones: k-means prefers groups of one width and cuts into the wide one.",
      axes: [orders, basket],
    },
    elongated: {
      name: "Stretched groups",
      teaches: "Two groups drawn out along a slope: k-means looks for round ones and cuts across both.",
      axes: [
        { name: "Orders", unit: null },
        { name: "Revenue", unit: null },
      ],
    },
    moons: {
      name: "Two crescents",
      teaches: "Two crescents that reach into each other: straight borders cannot part them, so k-means fails.",
      axes: plainAxes,
    },
    rings: {
      name: "Ring and middle",
      teaches: "A ring around a middle: both have the same mean, so k-means halves them instead.",
      axes: plainAxes,
    },
    scales: {
      name: "Age and income",
      teaches: "Two age groups with incomes of every level: without scaling, income in thousands drowns the age.",
      axes: [
        { name: "Age", unit: "years" },
        { name: "Income per month", unit: null },
      ],
    },
  } satisfies Record<Sample, { name: string; teaches: string; axes: readonly [Axis, Axis] }>,
  own: {
    name: "My customers",
    told: (x: string, y: string, shown: number, all: number, dropped: number, drawnIn: boolean) =>
      [
        shown < all
          ? `${x} and ${y} of ${f.number(shown)} of ${customers(all)}, drawn with a fixed seed.`
          : `${x} and ${y} of ${customers(all)}.`,
        ...(dropped > 0 ? [`${customers(dropped)} left out for lack of a figure.`] : []),
        ...(drawnIn ? ["Figures below 0 count as 0 in the logarithm."] : []),
      ].join(" "),
  },
  steps: {
    seeded: {
      plus_plus: (k: number) =>
        sentence`${f.number(k)} centroids are placed on customers far from each other (k-means++). Nobody has a cluster yet.`,
      random: (k: number) =>
        sentence`${f.number(k)} centroids are placed on customers drawn at random. Nobody has a cluster yet.`,
      bad: (k: number) => sentence`All ${f.number(k)} centroids start crowded in one place: a bad start.`,
      given: (k: number) => sentence`The ${f.number(k)} centroids start where you put them. Nobody has a cluster yet.`,
    },
    first: (n: number, inertia: number) =>
      sentence`Each of the ${f.number(n)} customers goes to the nearest centroid. The inertia, the sum of squared distances, is ${inertiaText(f, inertia)}.`,
    assigned: (changed: number, from: number, to: number) =>
      sentence`Each customer goes to the nearest centroid: ${f.number(changed)} changed cluster; ${falling(from, to)}.`,
    moved: (from: number, to: number) =>
      sentence`Each centroid moves to the mean of its customers; ${falling(from, to)}.`,
    refilled: (names: readonly string[], from: number, to: number) =>
      sentence`${plain(`Centroid ${f.list(names)} has no customers and jumps`)} to the customer farthest from their own centroid; the others move to their means; ${falling(from, to)}.`,
    converged: (iterations: number, inertia: number) =>
      sentence`No customer changes cluster any more: k-means has converged after ${count(iterations, "iteration")}, at an inertia of ${inertiaText(f, inertia)}.`,
  },
  /** What to say once it has converged. */
  ends: {
    best: (starts: number) => sentence`None of ${f.number(starts)} other starts ends noticeably lower.`,
    better: (gain: number, inertia: number) =>
      sentence`A better partition exists: its inertia is ${f.percent(gain, gain < 0.01 ? 1 : 0)} lower, ${inertiaText(f, inertia)}. Where the centroids start decides where they end.`,
    alone: (name: string, k: number) =>
      sentence`The outlier has cluster ${name} to itself: one of ${f.number(k)} clusters describes one customer.`,
    pulls: (name: string, share: number) =>
      sentence`The outlier alone makes ${f.percent(share, 0)} of the inertia and pulls centroid ${name} towards itself.`,
  },
  settings: "Settings",
  data: "Data",
  axis: { x: "To the right", y: "Upwards" },
  k: "Clusters (k)",
  start: {
    name: "Start",
    kinds: { plus_plus: "k-means++", random: "random customers", bad: "bad", given: "by hand" },
    again: "New seeds",
  },
  scaling: "Scaling",
  log: "Logarithm",
  outlier: "Outlier",
  beware: (name: string, share: number) =>
    `Not scaled: ${name} carries ${share > 0.999 ? "more than 99.9%" : f.percent(share, 0)} of the squared distances and decides almost alone.`,
  stage: {
    description: (n: number, x: string, y: string, clusters: number) =>
      `${customers(n)} by ${x} and ${y}, with ${f.number(clusters)} centroids.`,
    outlier: "outlier",
    better: "✕ centroids of the better partition",
    centroid: (name: string, x: string, y: string) => `Centroid ${name} at ${x} and ${y}. The arrow keys move it.`,
    movable: "centroid, movable",
    hint: "Drag a centroid, or reach it with Tab and move it with the arrows.",
  },
  curve: {
    title: "Inertia",
    note: "after each step",
    best: "best known",
    description: (values: readonly number[]) =>
      values.length === 0
        ? "The inertia is known from the first assignment on."
        : `Inertia after each step: ${values.map((value) => inertiaText(f, value)).join(", ")}.`,
  },
  clusters: { title: "Clusters", cluster: "Cluster", customers: "Customers", none: "–" },
  player: {
    label: "Steps",
    first: "To the first step",
    back: "One step back",
    play: "Play",
    pause: "Pause",
    forward: "One step on",
    last: "To the last step",
    at: (step: number, steps: number) => `Step ${f.number(step)} of ${f.number(steps)}`,
    speed: "Steps",
    perSecond: (steps: number) => `${f.number(steps, 2)} per second`,
    projector: "Projector",
    leave: "Leave projector",
    keys: "Keys",
  },
  keys: [
    ["← →", "a step back or on"],
    ["Home End", "the first or the last step"],
    ["Space", "play, pause"],
    ["2 … 8", "number of clusters"],
    ["S", "scaling on or off"],
    ["O", "outlier in or out"],
    ["B", "a bad start, another one each time"],
    ["N", "new seeds"],
    ["F", "projector on or off"],
    ["Tab, arrows", "choose and move a centroid; with Shift in large steps"],
  ] as readonly (readonly [string, string])[],
};
