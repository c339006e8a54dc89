import { expect, it } from "vitest";
import type { FeatureInfo, FeatureKey } from "../engine/protocol";
import { defaultLesson, lessonParams, withLesson } from "./lesson";

const info = (key: FeatureKey): FeatureInfo => ({
  key,
  missing: 0,
  distinct: 9,
  min: 0,
  median: 1,
  mean: 2,
  max: 9,
  skewness: 0,
  suggested: "none",
});
const rfm = (["recency", "frequency", "monetary"] as const).map((kind) => info({ kind }));
const age: FeatureKey = { kind: "column", name: "age" };
const income: FeatureKey = { kind: "column", name: "income" };

it("is about R and M of the customers that are open, or else about a sample", () => {
  expect(lessonParams(defaultLesson, rfm).data).toEqual({
    kind: "features",
    x: { kind: "recency" },
    y: { kind: "monetary" },
  });
  expect(lessonParams(defaultLesson, [info(age), info(income)]).data).toEqual({ kind: "features", x: age, y: income });
  expect(lessonParams(defaultLesson, []).data).toEqual({ kind: "sample", sample: "blobs" });
  expect(lessonParams(defaultLesson, [info(age)]).data).toEqual({ kind: "sample", sample: "blobs" });
});

it("lets go of features that the customers lack, and keeps a sample that was chosen", () => {
  const own = withLesson(defaultLesson, { data: { kind: "features", x: age, y: income } });
  expect(lessonParams(own, rfm).data).toMatchObject({ x: { kind: "recency" } });
  const sample = withLesson(defaultLesson, { data: { kind: "sample", sample: "moons" } });
  expect(lessonParams(sample, rfm).data).toEqual({ kind: "sample", sample: "moons" });
});

it("takes the logarithm of the customers' own features, until told otherwise", () => {
  const sample = withLesson(defaultLesson, { data: { kind: "sample", sample: "moons" } });
  expect(lessonParams(defaultLesson, rfm).measure).toBe("log");
  expect(lessonParams(sample, rfm).measure).toBe("standard");
  expect(lessonParams(withLesson(defaultLesson, { measure: "standard" }), rfm).measure).toBe("standard");
  const logged = withLesson(defaultLesson, { measure: "log" });
  expect(lessonParams(withLesson(logged, { data: { kind: "sample", sample: "moons" } }), rfm).measure).toBe("standard");
  const raw = withLesson(sample, { measure: "raw" });
  expect(lessonParams(withLesson(raw, { data: { kind: "sample", sample: "rings" } }), rfm).measure).toBe("raw");
});

it("keeps centroids put by hand while what they were put for stays", () => {
  const start = {
    kind: "given",
    centroids: [
      [1, 2],
      [3, 4],
    ] as [number, number][],
  } as const;
  const put = withLesson(defaultLesson, { start: { ...start, centroids: [...start.centroids] } });
  expect(withLesson(put, { measure: "raw" }).start.kind).toBe("given");
  expect(withLesson(put, { outlier: true }).start.kind).toBe("given");
  expect(withLesson(put, { k: 5 }).start.kind).toBe("random");
  expect(withLesson(put, { data: { kind: "sample", sample: "rings" } }).start.kind).toBe("random");
});

it("takes another number of clusters back with other data", () => {
  const five = withLesson(defaultLesson, { k: 5 });
  expect(withLesson(five, { outlier: true }).k).toBe(5);
  expect(withLesson(five, { data: { kind: "sample", sample: "rings" } }).k).toBeNull();
});
