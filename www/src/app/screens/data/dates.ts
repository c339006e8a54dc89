import type { DateOrder } from "../../../engine/protocol";
import { parseIsoDay } from "../../../words/format";

/** A date of digits whose first two parts could change places, read one way; null where it cannot be read so. */
export function readAs(text: string, order: Exclude<DateOrder, "year_first">): number | null {
  const match = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})\b/.exec(text);
  if (match === null) return null;
  const [, first = "", second = "", year = ""] = match;
  const [day, month] = order === "day_first" ? [first, second] : [second, first];
  const full = year.length === 2 ? `20${year}` : year;
  return parseIsoDay(`${full}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
}
