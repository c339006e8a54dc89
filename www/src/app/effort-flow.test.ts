import { expect, it } from "vitest";
import { wordsOf } from "../words";
import { coverage, reallocation } from "./coverage.fixture";
import { cellsOf, dimensionsOf } from "./coverage-cells";
import { flowBy, mostMoving } from "./effort-flow";

const words = wordsOf("en");
const dimensions = dimensionsOf(words, coverage);
const cells = cellsOf(dimensions);
const [region, channel] = dimensions;
if (region === undefined || channel === undefined) throw new Error("no dimensions");

it("sums moves between the segments of a dimension, those within one too", () => {
  const { from, to, links } = flowBy(reallocation, cells, 0, region, words);
  expect(from.map(({ name, size }) => [name, size])).toEqual([
    ["north", 60],
    ["south", 60],
  ]);
  expect(to.map(({ name, size }) => [name, size])).toEqual([["south", 120]]);
  expect(links.map(({ point }) => point)).toEqual(["south → south\n60 touches", "north → south\n60 touches"]);
});

it("shows first the dimension between whose segments most moves", () => {
  // 60 touches change the region, 110 the channel.
  expect(mostMoving(reallocation, cells, 2)).toBe(1);
});

it("names budget that is added or left over, after the segments and without a colour", () => {
  const moves = [
    { from: null, to: 2, spent: 20 },
    { from: 0, to: null, spent: 5 },
  ];
  const { from, to } = flowBy({ ...reallocation, moves }, cells, 1, channel, words);
  expect(from.map(({ name, colour }) => [name, colour])).toEqual([
    ["shops", 1],
    ["budget added", null],
  ]);
  expect(to.at(-1)).toMatchObject({ name: "budget left over", size: 5, colour: null });
});
