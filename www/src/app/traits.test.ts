import { expect, it } from "vitest";
import { wordsOf } from "../words";
import { categoryName, traitName } from "./traits";

it("names weekdays and months in the language, Monday and January first", () => {
  const names = (lang: "en" | "zh") => [
    categoryName(wordsOf(lang), { kind: "weekday" }, "1"),
    categoryName(wordsOf(lang), { kind: "weekday" }, "7"),
    categoryName(wordsOf(lang), { kind: "month" }, "1"),
    categoryName(wordsOf(lang), { kind: "month" }, "12"),
  ];
  expect(names("en")).toEqual(["Monday", "Sunday", "January", "December"]);
  expect(names("zh")).toEqual(["周一", "周日", "1月", "12月"]);
});

it("leaves a column's name and values as they stand in the file", () => {
  const key = { kind: "attribute", name: "Country", role: "region" } as const;
  for (const lang of ["en", "zh"] as const) {
    expect(traitName(wordsOf(lang), key)).toBe("Country");
    expect(categoryName(wordsOf(lang), key, "1")).toBe("1");
  }
});
