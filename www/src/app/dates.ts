import { dateOf } from "../words/format";

const MILLISECONDS_PER_DAY = 86_400_000;

/** So many calendar months earlier: the same day of the month, or the last one where the month is shorter. */
export function monthsEarlier(day: number, months: number): number {
  const date = dateOf(day);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() - months];
  const last = new Date(Date.UTC(year, month + 1, 0));
  const wanted = Math.min(date.getUTCDate(), last.getUTCDate());
  return Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), wanted) / MILLISECONDS_PER_DAY;
}
