import { expect, it } from "vitest";
import { linkTo, parseLink } from "./link";
import { SAMPLES, VIEWS } from "./state";

it("reads what an address asks for", () => {
  expect(parseLink("#sample=retail&view=rfm&lang=zh")).toEqual({ sample: "retail", view: "rfm", lang: "zh" });
  expect(parseLink("")).toEqual({ sample: null, view: null, lang: null });
});

it("takes nothing it does not know", () => {
  expect(parseLink("#sample=../secret&view=admin&lang=xx&file=orders.csv")).toEqual({
    sample: null,
    view: null,
    lang: null,
  });
});

it("writes what it reads", () => {
  for (const sample of [...SAMPLES, null])
    for (const view of [...VIEWS, null])
      for (const lang of ["zh", "en", null] as const) {
        const link = { sample, view, lang };
        expect(parseLink(linkTo(link))).toEqual(link);
      }
});
