import { type ChartTheme, type Drawing, type Size, silhouettes } from "../../charts";
import type { ClusterReport } from "../../engine/protocol";
import type { Words } from "../../words";
import { colourOf } from "../cluster-colours";

/** Least height of the picture, and what each cluster adds from the fifth on. */
const height = { least: 320, each: 24 };

export const silhouettesHeight = (clusters: number): number => height.least + height.each * Math.max(clusters - 4, 0);

/** The silhouettes of each cluster; for the screen and for the report. */
export function silhouettesDrawing(
  report: ClusterReport,
  names: readonly string[],
  marked: number | null,
  words: Words,
): (size: Size, theme: ChartTheme) => Drawing {
  const { f } = words;
  const say = words.clusters.silhouette;
  const { profiles, negative } = report.silhouette;
  const mean = report.silhouette.mean ?? 0;
  const data = {
    mean,
    marked,
    clusters: report.clusters.map((row, index) => ({
      name: names[index] ?? "",
      colour: colourOf(index),
      profile: profiles[index] ?? [],
      share: row.share,
      note: say.note(row.silhouette, negative[index] ?? 0),
      point: say.point(names[index] ?? "", row.silhouette, negative[index] ?? 0, row.customers),
    })),
  };
  const told = {
    axis: say.axis,
    note: say.noteTitle,
    mean: say.mean(mean),
    value: (value: number) => f.number(value, 1),
    description: say.description(report.clusters.length, mean),
  };
  return (size, theme) => silhouettes(data, told, theme, size);
}
