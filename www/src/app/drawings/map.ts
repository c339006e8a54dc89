import { type CellsData, type ChartTheme, scaleOf, shadeOf, stepOf } from "../../charts";
import type { Cell, RfmReport } from "../../engine/protocol";
import type { Words } from "../../words";
import { binsOf, wholeRange } from "../bands";
import { short } from "../short";

/** What the map tells by colour. */
export type Measure = "mean" | "value" | "customers";

export const measureOf = (cell: Cell, measure: Measure): number => {
  if (measure === "customers") return cell.customers;
  return measure === "value" ? cell.value : cell.value / cell.customers;
};

/** The map as a picture: the best R to the right, the best F at the top. */
export function mapCells(report: RfmReport, measure: Measure, words: Words, theme: ChartTheme): CellsData {
  const { f } = words;
  const say = words.rfm.map;
  const [r, frequency] = report.dimensions;
  const filled = report.cells.filter(({ customers }) => customers > 0);
  const scale = scaleOf(filled.map((cell) => measureOf(cell, measure)));
  const beneath = measure === "value" ? "value" : "mean";
  const largest = Math.max(0, ...filled.map((cell) => measureOf(cell, beneath)));
  const named = (name: "r" | "f", score: number) => {
    const dimension = name === "r" ? r : frequency;
    const bin = binsOf(name, dimension).find((one) => one.score === score);
    const range = bin ? wholeRange(bin, dimension.histogram.edges[0] ?? 0, f.number) : "";
    return range === "" ? `${name.toUpperCase()}${score}` : say.score(name, score, range);
  };
  const scores = (sizes: readonly number[]) => sizes.map((_, index) => index + 1);
  return {
    corner: "",
    columns: scores(r.sizes).map((score) => named("r", score)),
    rows: scores(frequency.sizes)
      .reverse()
      .map((score) => ({
        name: named("f", score),
        cells: scores(r.sizes).map((column) => {
          const cell = report.cells.find((one) => one.r === column && one.f === score);
          if (cell === undefined || cell.customers === 0) return { text: f.number(0), shade: shadeOf(0, theme) };
          return {
            text: f.number(cell.customers),
            beneath: short(measureOf(cell, beneath), largest, f),
            shade: shadeOf(scale === null ? 0 : stepOf(measureOf(cell, measure), scale), theme),
          };
        }),
      })),
    description: say.label,
  };
}
