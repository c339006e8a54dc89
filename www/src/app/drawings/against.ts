import { against, type ChartTheme, type Drawing, type Size } from "../../charts";
import type { Words } from "../../words";
import type { Against } from "../tell/market";

/** More cells are not drawn; the table has all. */
export const MOST_DRAWN = 20;

/** What is reached in the largest cells, beside how much of the whole lies in each. */
export function againstDrawing(
  { measure, whole, cells }: Against,
  words: Words,
): (size: Size, theme: ChartTheme) => Drawing {
  const say = words.market.against;
  const shown = cells.slice(0, MOST_DRAWN);
  const rows = shown.map(({ cell, weight, rate, short }) => ({
    name: cell.name,
    weight,
    rate,
    point: say.point({ name: cell.name, measure, rate, whole, weight, short }),
  }));
  const told = {
    weight: say.weight[measure],
    rate: say.measures[measure],
    whole: say.whole(whole),
    percent: words.f.percent,
    description: say.description({ title: say.title[measure], shown: shown.length, whole }),
  };
  return (size, theme) => against({ rows, whole }, told, theme, size);
}
