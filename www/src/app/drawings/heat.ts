import { type CellsData, type ChartTheme, toneOf, toneShadeOf } from "../../charts";
import type { ClusterReport } from "../../engine/protocol";
import type { Words } from "../../words";
import { colourOf } from "../cluster-colours";
import { featureFormat } from "../figures";

/** How the means of each feature are written. */
export const heatFormats = ({ features }: ClusterReport, { f }: Words): readonly ((value: number) => string)[] =>
  features.map(({ key, means, medians, mean }) =>
    featureFormat(
      key,
      [...means, ...medians, mean].filter((value) => value !== null),
      f,
    ),
  );

/** Clusters by features as a picture: means in their units, coloured by how far they lie from the mean of all. */
export function heatCells(report: ClusterReport, names: readonly string[], words: Words, theme: ChartTheme): CellsData {
  const say = words.clusters.heat;
  const { features } = report;
  const formats = heatFormats(report, words);
  return {
    corner: say.cluster,
    columns: features.map(({ key }) => [words.features.short(key), words.features.unit(key)].join(" ").trim()),
    rows: [
      ...report.clusters.map((_, cluster) => ({
        name: names[cluster] ?? "",
        swatch: theme.segments[colourOf(cluster) - 1] ?? theme.others,
        cells: features.map(({ means, standardised }, feature) => {
          const [mean, apart] = [means[cluster] ?? null, standardised[cluster] ?? null];
          if (mean === null || apart === null) return { text: "–", shade: toneShadeOf(0, theme) };
          return {
            text: formats[feature]?.(mean) ?? "",
            beneath: say.sd(apart),
            shade: toneShadeOf(toneOf(apart), theme),
          };
        }),
      })),
      { name: say.all, cells: features.map(({ mean }, feature) => ({ text: formats[feature]?.(mean) ?? "" })) },
    ],
    description: say.title,
  };
}
