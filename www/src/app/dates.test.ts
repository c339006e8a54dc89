import { expect, it } from "vitest";
import { isoDay, parseIsoDay } from "../words/format";
import { monthsEarlier } from "./dates";

it("goes back by months of the calendar, not past the end of a shorter one", () => {
  const back = (day: string, months: number) => isoDay(monthsEarlier(parseIsoDay(day) ?? Number.NaN, months));
  expect(back("2011-12-10", 1)).toBe("2011-11-10");
  expect(back("2011-12-10", 12)).toBe("2010-12-10");
  expect(back("2024-03-31", 1)).toBe("2024-02-29");
  expect(back("2023-05-31", 3)).toBe("2023-02-28");
  expect(back("2024-01-15", 2)).toBe("2023-11-15");
});
