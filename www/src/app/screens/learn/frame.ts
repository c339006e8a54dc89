import type { LessonMessage } from "../../../engine/protocol";

export type Point = readonly [number, number];

/** What is in sight at a step. */
export interface Frame {
  readonly centroids: readonly Point[];
  /** Where each centroid was, from its seed on to where it is. */
  readonly trails: readonly (readonly Point[])[];
  /** The cluster of each point; null before the first assignment. */
  readonly labels: Uint8Array | null;
  /** The labels of the pass before, where this step is an assignment and not the first. */
  readonly before: Uint8Array | null;
  /** Points per cluster. */
  readonly sizes: readonly number[];
  /** Inertia of each step up to this one; null for the seeds. */
  readonly inertias: readonly (number | null)[];
  readonly converged: boolean;
}

export const letters = "ABCDEFGH";
export const letterOf = (cluster: number): string => letters[cluster] ?? "";

/** A lesson up to a step. */
export function frameOf(lesson: LessonMessage, at: number): Frame {
  const { steps } = lesson.report;
  const size = lesson.x.length;
  const pass = (number: number) => lesson.labels.subarray(number * size, (number + 1) * size);
  const seen = steps.slice(0, at + 1);
  let centroids: readonly Point[] = [];
  let labels: Uint8Array | null = null;
  const places: (readonly Point[])[] = [];
  for (const step of seen) {
    if (step.kind === "seeded" || step.kind === "moved") {
      centroids = step.centroids;
      places.push(step.centroids);
    }
    if (step.kind === "assigned") labels = pass(step.pass);
  }
  const last = seen.at(-1);
  return {
    centroids,
    trails: centroids.map((_, cluster) => places.flatMap((all) => all.slice(cluster, cluster + 1))),
    labels,
    before: last?.kind === "assigned" && last.pass > 0 ? pass(last.pass - 1) : null,
    sizes: sizesOf(labels, lesson.report.k),
    inertias: seen.map((step) => ("inertia" in step ? step.inertia : null)),
    converged: last?.kind === "converged",
  };
}

function sizesOf(labels: Uint8Array | null, k: number): number[] {
  const sizes = Array.from({ length: k }, () => 0);
  for (const label of labels ?? []) sizes[label] = (sizes[label] ?? 0) + 1;
  return sizes;
}
