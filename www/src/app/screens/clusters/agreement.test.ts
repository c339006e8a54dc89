import { expect, it } from "vitest";
import { agreementOf } from "./agreement";

it("says chance up to little above zero, and the same only near one", () => {
  expect([-0.2, 0, 0.09].map(agreementOf)).toEqual(["none", "none", "none"]);
  expect([0.1, 0.3, 0.65, 0.9].map(agreementOf)).toEqual(["little", "partly", "largely", "same"]);
});
