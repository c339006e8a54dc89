import { describe, expect, it } from "vitest";
import { roundTicks } from "../../../charts";
import { lesson, plainAxis as plain } from "../../samples.fixture";
import { frameOf, type Point } from "./frame";
import { regionsOf } from "./regions";
import { scaleOf } from "./scale";

/** By the shoelace formula. */
const area = (polygon: readonly Point[]): number =>
  Math.abs(
    polygon.reduce((sum, [x, y], at) => {
      const [nx, ny] = polygon[(at + 1) % polygon.length] ?? [x, y];
      return sum + x * ny - nx * y;
    }, 0),
  ) / 2;

describe("regions", () => {
  const box = [0, 0, 100, 60] as const;

  it("part the whole box among them", () => {
    const centroids: Point[] = [
      [10, 10],
      [80, 20],
      [50, 50],
      [12, 55],
      [90, 58],
    ];
    const total = regionsOf(centroids, [3, 7], box).reduce((sum, region) => sum + area(region), 0);
    expect(total).toBeCloseTo(6000, 6);
  });

  it("hold the points that are nearest in the measure", () => {
    // Side by side the border stands in the middle, whatever the measure.
    const [first, second] = regionsOf(
      [
        [0, 0],
        [50, 0],
      ],
      [1, 10],
      box,
    );
    expect(area(first ?? [])).toBeCloseTo(25 * 60, 9);
    expect(area(second ?? [])).toBeCloseTo(75 * 60, 9);
    // Where a unit has few pixels upwards, a pixel upwards is far: the border lies level, half way up.
    const [upper] = regionsOf(
      [
        [20, 10],
        [80, 50],
      ],
      [1000, 0.001],
      box,
    );
    expect(area(upper ?? [])).toBeCloseTo(100 * 30, 3);
  });

  it("leave nothing to a centroid that lies on another", () => {
    const [, second] = regionsOf(
      [
        [5, 5],
        [5, 5],
      ],
      [1, 1],
      box,
    );
    expect(second).toEqual([]);
  });
});

describe("scales", () => {
  it("hold all values and lead back", () => {
    for (const axis of [plain, { ...plain, log: true }]) {
      const scale = scaleOf(axis, [0, 5, 280_000], 40, 540, 5);
      expect(scale.pixel(0)).toBeGreaterThan(40);
      expect(scale.pixel(280_000)).toBeLessThan(540);
      expect(scale.value(scale.pixel(1234))).toBeCloseTo(1234, 6);
    }
  });

  it("bear round numbers", () => {
    expect(roundTicks(16.3, 71.9, 6)).toEqual([20, 30, 40, 50, 60, 70]);
    expect(roundTicks(-0.31, 0.32, 4)).toEqual([-0.2, 0, 0.2]);
    expect(scaleOf({ ...plain, log: true }, [1, 90_000], 0, 500, 8).ticks).toEqual([1, 10, 100, 1000, 10_000, 100_000]);
  });
});

it("shows a lesson up to a step", () => {
  expect(frameOf(lesson, 0)).toMatchObject({ labels: null, sizes: [0, 0], inertias: [null], converged: false });
  const third = frameOf(lesson, 3);
  expect([...(third.labels ?? [])]).toEqual([0, 0, 1]);
  expect([...(third.before ?? [])]).toEqual([0, 1, 1]);
  expect(third.centroids).toEqual([
    [0, 0],
    [5, 0],
  ]);
  expect(third.trails[1]).toEqual([
    [1, 0],
    [5, 0],
  ]);
  expect(third.inertias).toEqual([null, 64, 32, 17]);
  const end = frameOf(lesson, 5);
  expect(end.sizes).toEqual([2, 1]);
  expect(end.before).toBeNull();
  expect(end.converged).toBe(true);
});
