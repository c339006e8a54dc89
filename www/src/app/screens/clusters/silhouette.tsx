import { useMemo } from "preact/hooks";
import { ChartFigure, chartThemes, type Size, silhouettes } from "../../../charts";
import { Method } from "../../../ui";
import { colourOf } from "../../cluster-colours";
import type { ClusterView } from "./view";

/** Least height of the picture, and what each cluster adds from the fifth on. */
const height = { least: 320, each: 24 };

/** The silhouettes of each cluster, from the best to the worst customer. */
export const SilhouettePlot = (props: ClusterView) => {
  const { report, names, words, theme, marked } = props;
  const { f } = words;
  const say = words.clusters.silhouette;
  const { sample, profiles, negative } = report.silhouette;
  const mean = report.silhouette.mean ?? 0;
  const below = negative.reduce((sum, customers) => sum + customers, 0);
  const draw = useMemo(() => {
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
    return (size: Size, inks = chartThemes[theme]) => silhouettes(data, told, inks, size);
  }, [report, names, words, theme, marked]);
  if (report.silhouette.mean === null) return null;
  return (
    <ChartFigure
      title={
        <>
          {say.title}
          <Method label={`${say.title}: ${words.shell.how}`}>
            <p>{words.clusters.how.silhouette}</p>
          </Method>
        </>
      }
      level={2}
      note={say.summary(mean, below, sample, say.from(sample, report.customers))}
      draw={draw}
      height={Math.max(height.least, height.each * (report.clusters.length - 4) + height.least)}
      testid="silhouettes"
      onPoint={props.onPoint}
      words={words.clusters.chart}
      table={{
        columns: say.columns,
        rows: report.clusters.map((row, index) => [
          names[index] ?? "",
          row.silhouette === null ? "–" : f.fixed(row.silhouette, 3),
          f.number(negative[index] ?? 0),
          f.number(row.customers),
        ]),
      }}
    />
  );
};
