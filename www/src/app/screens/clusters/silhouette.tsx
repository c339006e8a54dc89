import { useMemo } from "preact/hooks";
import { ChartFigure, chartThemes, type Size } from "../../../charts";
import { Method } from "../../../ui";
import { silhouettesDrawing, silhouettesHeight } from "../../drawings/silhouettes";
import type { ClusterView } from "./view";

/** The silhouettes of each cluster, from the best to the worst customer. */
export const SilhouettePlot = (props: ClusterView) => {
  const { report, names, words, theme, marked } = props;
  const { f } = words;
  const say = words.clusters.silhouette;
  const { sample, negative } = report.silhouette;
  const mean = report.silhouette.mean ?? 0;
  const below = negative.reduce((sum, customers) => sum + customers, 0);
  const draw = useMemo(() => {
    const drawing = silhouettesDrawing(report, names, marked, words);
    return (size: Size, inks = chartThemes[theme]) => drawing(size, inks);
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
      height={silhouettesHeight(report.clusters.length)}
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
