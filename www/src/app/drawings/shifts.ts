import { type ChartTheme, type Drawing, type Size, shifts } from "../../charts";
import type { Words } from "../../words";
import type { CellChange, Gained } from "../effort";

/** Cells that are drawn; the table has all. */
export const SHIFTS_SHOWN = 20;

/** Touches of the cells that change most, now and at the optimum; for the screen and for the report. */
export function shiftsDrawing(
  changes: readonly CellChange[],
  gained: Gained,
  words: Words,
): (size: Size, theme: ChartTheme) => Drawing {
  const say = words.effort.chart;
  const rows = changes.slice(0, SHIFTS_SHOWN).map(({ cell, spent, change }) => ({
    name: cell.name,
    before: spent.before,
    after: spent.after,
    most: spent.need,
    change: say.change(change),
    point: say.point({ name: cell.name, ...spent, gained }),
  }));
  const told = {
    axis: say.axis,
    log: words.profiles.spread.boxes.log,
    before: say.before,
    after: say.after,
    most: say.most,
    value: words.f.compact,
    description: say.description(rows.length),
  };
  return (size, theme) => shifts(rows, told, theme, size);
}
