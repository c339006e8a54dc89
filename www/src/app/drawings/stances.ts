import { type ChartTheme, type Drawing, type Size, stanceGrid } from "../../charts";
import type { Words } from "../../words";
import type { WeighedBy } from "../tell/market";
import { type PlacedStance, type Third, type ZONES, zoneOf } from "../tell/stance";

const third = (at: number): Third => (at === 0 ? 0 : at === 1 ? 1 : 2);

/** Cells by strength and attractiveness, in three by three boxes. */
export function stancesDrawing(
  placed: readonly PlacedStance[],
  by: WeighedBy,
  words: Words,
): (size: Size, theme: ChartTheme) => Drawing {
  const say = words.market.stances;
  const points = placed.map((one) => ({
    ...one,
    name: one.cell.name,
    point: say.point({ ...one, name: one.cell.name, by }),
  }));
  const calls = { invest: 2, select: 1, harvest: 0 } as const satisfies Record<(typeof ZONES)[number], 0 | 1 | 2>;
  const told = {
    ...say.axes,
    thirds: say.thirds,
    box: (strong: number, attractive: number) => {
      const zone = zoneOf(third(attractive), third(strong));
      return { text: say.zones[zone], call: calls[zone] };
    },
    description: say.description(placed.length),
  };
  return (size, theme) => stanceGrid(points, told, theme, size);
}
