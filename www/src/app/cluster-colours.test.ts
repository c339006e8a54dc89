import { expect, it } from "vitest";
import { segmentTokens } from "../ui/segment";
import { colourOf } from "./cluster-colours";

it("gives each of fifteen clusters a colour of its own", () => {
  const colours = Array.from({ length: segmentTokens }, (_, index) => colourOf(index));
  expect([...colours].sort((a, b) => a - b)).toEqual(Array.from({ length: segmentTokens }, (_, index) => index + 1));
});
