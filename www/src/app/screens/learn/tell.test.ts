import { describe, expect, it } from "vitest";
import type { LessonMessage, LessonParams, LessonReport } from "../../../engine/protocol";
import { wordsOf } from "../../../words";
import { textOf } from "../../../words/sentence";
import { lesson } from "../../samples.fixture";
import { told, toldAtEnd } from "./tell";
import { firstLook } from "./use-player";

const params: LessonParams = {
  data: { kind: "sample", sample: "blobs" },
  k: null,
  measure: "standard",
  outlier: false,
  start: { kind: "random" },
  seed: 0,
};

const reporting = (patch: Partial<LessonReport>): LessonMessage => ({
  ...lesson,
  report: { ...lesson.report, ...patch },
});

describe("each step in one sentence", () => {
  const sentences = (lang: "en" | "zh") =>
    lesson.report.steps.map((_, at) => textOf(told(wordsOf(lang), lesson, params, at)));

  it("in English", () => {
    expect(sentences("en")).toEqual([
      "2 centroids are placed on customers drawn at random. Nobody has a cluster yet.",
      "Each of the 3 customers goes to the nearest centroid. The inertia, the sum of squared distances, is 64.",
      "Each centroid moves to the mean of its customers; inertia falls from 64 to 32.",
      "Each customer goes to the nearest centroid: 1 changed cluster; inertia falls from 32 to 17.",
      "Each centroid moves to the mean of its customers; inertia falls from 17 to 0.5.",
      "No customer changes cluster any more: k-means has converged after 2 iterations, at an inertia of 0.5.",
    ]);
  });

  it("in Chinese", () => {
    expect(sentences("zh").slice(2, 4)).toEqual([
      "每个质心移到本群客户的均值处，簇内平方和由 64 降到 32。",
      "每位客户归入最近的质心：1 位换了群，簇内平方和由 32 降到 17。",
    ]);
  });

  it("of a centroid that nobody went to", () => {
    const steps = lesson.report.steps.map((step) => (step.kind === "moved" ? { ...step, refilled: [1] } : step));
    expect(textOf(told(wordsOf("en"), reporting({ steps }), params, 2))).toBe(
      "Centroid B has no customers and jumps to the customer farthest from their own centroid; the others move to their means; inertia falls from 64 to 32.",
    );
  });
});

describe("what it came to", () => {
  const ends = (of: LessonMessage) => toldAtEnd(wordsOf("en"), of, 5).map(textOf);

  it("is told at the end only", () => {
    expect(toldAtEnd(wordsOf("en"), lesson, 4)).toEqual([]);
    expect(ends(lesson)).toEqual(["None of 30 other starts ends noticeably lower."]);
  });

  it("names a better partition, and what an outlier did", () => {
    const best = { inertia: 0.44, gain: 0.12, starts: 30, centroids: [] };
    const outlier = { cluster: 1, alone: true, share: 0, pull: 0 };
    expect(ends(reporting({ best, outlier }))).toEqual([
      "A better partition exists: its inertia is 12% lower, 0.44. Where the centroids start decides where they end.",
      "The outlier has cluster B to itself: one of 2 clusters describes one customer.",
    ]);
    expect(ends(reporting({ outlier: { cluster: 0, alone: false, share: 0.31, pull: 1 } }))[1]).toBe(
      "The outlier alone makes 31% of the inertia and pulls centroid A towards itself.",
    );
  });
});

it("looks at the end again where only the measure changed, else at the seeds", () => {
  const before = { lesson, params };
  const shorter = reporting({ steps: lesson.report.steps.slice(0, 4) });
  const raw = { lesson: shorter, params: { ...params, measure: "raw" as const } };
  expect(firstLook({ taught: before, at: 5 }, raw)).toBe(3);
  expect(firstLook({ taught: before, at: 4 }, raw)).toBe(0);
  expect(firstLook({ taught: before, at: 5 }, { lesson, params: { ...params, seed: 1 } })).toBe(0);
  expect(firstLook({ taught: null, at: 0 }, before)).toBe(0);
});
